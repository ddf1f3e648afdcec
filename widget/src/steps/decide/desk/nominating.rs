//! 登记书面报名: somebody who stands by a paper that they signed is written down, with its digest and each check with where it was
//! looked up. Another organisation stands behind it.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Candidacy, CheckRow, Nominate};
use yishi_protocol::id::{MatterId, OrgId, PersonId};

use crate::desk::acts::Form;
use crate::desk::digest;
use crate::desk::field::{Field, blank, typed};
use crate::desk::forms::{card, choice, hint, line, nothing, shown, signing, small, title};
use crate::desk::{Desk, Page};
use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::people::desk::choose::{person, roster_if_known, ticks};
use crate::proofs::act::statement;
use crate::proofs::candidates::Standers;
use crate::steps::decide::desk::candidates::{CHECKS, SOURCES, check_words, source_words};
use crate::words::key;
use crate::words::trouble::Trouble;

/// The most signs that a ballot calls a candidate by, as the rules have it.
const MOST: usize = 80;
/// The terms that are offered, in years: the first is what most bylaws have.
const YEARS: [u32; 5] = [5, 4, 3, 2, 1];

/// What was typed.
#[derive(Clone, Copy)]
struct Typed {
    person: Field,
    called: Field,
    document: Field,
    years: Field,
    /// The checks that are met, by their places.
    met: Field,
    /// Where each was looked up, by its place among the sources; empty before somebody chose.
    sources: [Field; 3],
}

pub(crate) fn page(desk: Desk, matter: MatterId) -> View {
    let found = desk.reading(async move |session| session.candidates(&matter).await);
    let heading = desk.say(key::desk_election::WRITE_DOWN_A_PAPER).to_owned();
    view! {
        {title(desk, heading, Some(Page::Candidates(matter)))}
        {shown(desk, found, move |standing| drawn(desk, matter, &standing))}
    }
}

fn drawn(desk: Desk, matter: MatterId, standing: &Standers) -> View {
    let Some(org) = standing.view.org else { return nothing(desk.say(key::desk_election::NO_COMMITTEE)) };
    let form = Form::new(desk, format_args!("nominate/{matter}"));
    let others = standing.all.iter().find(|one| one.back_ms.is_none()).map(|one| one.candidacy.years);
    let sources = [form.field("source0", ""), form.field("source1", ""), form.field("source2", "")];
    let input = Typed {
        person: form.field("chosen", ""),
        called: form.field("called", ""),
        document: form.field("document", ""),
        years: form.field("years", YEARS.first().map(u32::to_string).unwrap_or_default()),
        met: form.field("met", ""),
        sources,
    };
    let stands = standing.all.iter().filter(|one| one.posted_ms.is_some() && one.back_ms.is_none());
    let taken = Live::new(stands.map(|one| one.person.to_string()).collect::<Vec<_>>());
    let missing = move || {
        let why = match () {
            () if blank(input.person) => key::desk_election::CHOOSE_THE_OWNER,
            () if input.person.with(|chosen| taken.with(|taken| taken.contains(chosen))) => {
                key::desk_election::STANDS_ALREADY
            }
            () if blank(input.called) => key::candidates::SAY_WHO_YOU_ARE,
            () if input.called.with(|called| called.trim().chars().count() > MOST) => {
                key::desk_election::TOO_LONG
            }
            () if input.document.with(|text| typed(text).is_none()) => key::desk_election::CHOOSE_THE_PAPER,
            () => return checks(input).err().map(|why| desk.say(why)),
        };
        Some(desk.say(why))
    };
    let signed = move || {
        let said = said(input, (matter, org));
        form.sign(said, move |_| {
            desk.done(Page::Candidates(matter), desk.say(key::desk_election::WRITTEN_DOWN).to_owned());
        });
    };
    let years: Vec<u32> = others.map_or_else(|| YEARS.to_vec(), |years| vec![years]);
    let years = years.iter().map(|years| (years.to_string(), desk.fill(key::desk_election::years(years))));
    let who = (desk.say(key::desk_election::WHO_STANDS), desk.say(key::desk_election::AN_OWNER_BY_NAME));
    let body = view! {
        {person(desk, roster_if_known(desk), who, form.field("search", ""), input.person)}
        {line("called", "text", desk.say(key::candidates::CALLED), desk.say(key::desk_election::AS_ON_THE_PAPER), input.called)}
        {choice("years", desk.say(key::desk_election::TERM), "", years.collect(), input.years)}
        <div class="ys-gap-4">{digest::field(desk, input.document, (
            desk.say(key::desk_election::THE_PAPER),
            desk.say(key::desk_election::SIGNED_BY_THEMSELVES),
        ))}</div>
        {asked(desk, input)}
        {hint("ys-note_wait", desk.say(key::desk_election::ANOTHER_OFFICE_CONFIRMS))}
        {signing(desk, desk.say(key::desk_election::SIGN_AND_WRITE_DOWN), missing, signed)}
        {form.note()}
    };
    view! {
        {card(desk.say(key::desk_election::WRITE_DOWN_A_PAPER), "", body)}
        {small(desk.say(key::desk_election::NEVER_WHAT_WAS_FOUND))}
    }
}

/// The checks, each to be ticked, with where it was looked up.
fn asked(desk: Desk, input: Typed) -> View {
    let boxes = (0..).zip(CHECKS).map(|(place, (check, always)): (usize, _)| {
        let words = check_words(desk.lang(), check);
        let words =
            if always { words.to_owned() } else { desk.fill(key::desk_election::only_where_asked(&words)) };
        (place.to_string(), words)
    });
    let sources = CHECKS.iter().zip(input.sources).zip(["source0", "source1", "source2"]).map(
        |(((check, _), field), id)| {
            let first = (String::new(), desk.say(key::desk_election::CHOOSE).to_owned());
            let options = SOURCES
                .iter()
                .zip(0_usize..)
                .map(|(source, place)| (place.to_string(), source_words(desk.lang(), *source).to_owned()));
            let words = desk.fill(key::desk_election::where_was_it(&check_words(desk.lang(), *check)));
            choice(id, &words, "", std::iter::once(first).chain(options).collect(), field)
        },
    );
    let sources: Vec<View> = sources.collect();
    view! {
        {ticks(desk.say(key::desk_election::WHAT_IS_MET), desk.say(key::desk_election::LOOK_IT_UP), boxes.collect(), input.met)}
        {sources.into_iter().draw_all()}
    }
}

/// The checks as they are signed, or what is missing.
fn checks(input: Typed) -> Result<Vec<CheckRow>, yishi_words::Word> {
    let met = input.met.get();
    let mut rows = Vec::new();
    for (place, ((check, always), source)) in CHECKS.into_iter().zip(input.sources).enumerate() {
        let ticked = met.split(',').any(|one| one == place.to_string());
        let from = source.get().parse::<usize>().ok().and_then(|source| SOURCES.get(source).copied());
        match (ticked, from) {
            (true, Some(from)) => rows.push((check, true, from)),
            (true, None) => return Err(key::desk_election::SAY_WHERE),
            (false, _) if always => return Err(key::desk_election::BOTH_MUST_BE_MET),
            (false, _) => {}
        }
    }
    Ok(rows)
}

fn said(input: Typed, (matter, org): (MatterId, OrgId)) -> Result<(Body, Vec<Blob>), Trouble> {
    let text = statement(&input.called.get_untracked())?;
    let checks = leptos::prelude::untrack(|| checks(input)).unwrap_or_default();
    let document = input.document.with_untracked(|text| typed(text));
    let years = input.years.with_untracked(|years| years.parse().unwrap_or_default());
    let person = input.person.with_untracked(|chosen| chosen.parse().unwrap_or(PersonId::ZERO));
    let candidacy = Some(Candidacy { checks, document, org, text: text.id(), years });
    Ok((Nominate { candidacy, matter, person }.into(), vec![text]))
}
