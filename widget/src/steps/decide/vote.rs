//! One question a screen: what is asked, what passes it, until when; then the options, all alike.

use leptos::task::spawn_local;

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key;
use std::rc::Rc;
use yishi_words::Word;

use yishi_protocol::body::{Adoption, Item, Method};
use yishi_protocol::count::{QUORUM, Relation, consent_share};
use yishi_protocol::draw::ballot_start;
use yishi_protocol::id::PartyId;
use yishi_protocol::projection::Vote;

use crate::kit::forms::{self, presser};
use crate::kit::icons::{HOME, WARN, icon};
use crate::kit::mine::owners;
use crate::kit::parts::{alert, bar, button, fact_with, help, live, para};
use crate::kit::settings::differences;
use crate::kit::tell::{pick, put_off};
use crate::kit::voter::barred;
use crate::live::Live;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::shell::trail::Step;
use crate::words::format::area;
use crate::words::trouble::Trouble;

pub(crate) fn screen(app: App, place: usize) -> View {
    let Some(paper) = app.paper.get_untracked() else { return view! { <div></div> } };
    let vote = paper.vote;
    let (Some(item), Some(text)) =
        (vote.notice.items.get(place).cloned(), vote.text.items.get(place).cloned())
    else {
        return view! { <div></div> };
    };
    if place == 0 {
        let doubt = move |trouble| app.fail(trouble, String::new(), Step::Instead);
        app.hold_authors(
            [Some(vote.id), vote.agenda, vote.extended.as_ref().map(|extended| extended.entry)]
                .into_iter()
                .flatten()
                .collect(),
            doubt,
        );
    }
    let count = vote.notice.items.len();
    let last = place + 1 == count;
    let back = if place == 0 { Screen::Home } else { Screen::Vote(place - 1) };
    let marked = move || app.paper.with(|paper| paper.as_ref()?.marks.get(place).cloned().flatten());
    let ready = {
        let election = item.method == Method::Election;
        move || election || marked().is_some()
    };
    let next = {
        let election = item.method == Method::Election;
        move || {
            if election {
                // An election left blank is an abstention, said by going on.
                app.paper.update(|paper| {
                    mark(paper, place, |marks| marks.get_or_insert_default().sort_unstable());
                });
            }
            if app.paper.with_untracked(|paper| {
                paper.as_ref().is_some_and(|paper| paper.marks.get(place).is_some_and(Option::is_some))
            }) {
                app.go(if last { Screen::Review } else { Screen::Vote(place + 1) });
            }
        }
    };
    let words = move || {
        let words = match (ready(), last) {
            (false, false) => app.say(key::vote::CHOOSE_ONE_TO_GO_ON),
            (false, true) => app.say(key::vote::CHOOSE_ONE_TO_REVIEW),
            (true, false) => app.say(key::vote::NEXT_QUESTION),
            (true, true) => app.say(key::vote::REVIEW_MY_BALLOT),
        };
        (ready(), words.to_owned())
    };
    let party = paper.party;
    let tells = vote.totals_may_tell();
    let whose = vote.agenda.and_then(|agenda| owners(app, agenda, party));
    let title = text.title.clone();
    let begins = vote.agenda.map_or(0, |agenda| ballot_start(&agenda, &party, text.options.len()));
    let ballot = if let Some(why) = barred(app, party) {
        reading(app, why, (!last).then_some(place + 1))
    } else {
        view! {
            <div class="ys-card">
                {whose.map_or_else(|| your_home(app, &vote, party), |names| para("ys-b", app.fill(key::common::voting_for(&names))))}
                <fieldset class="ys-gap-4" aria-labelledby="question">
                    <legend class="ys-hide">{app.say(key::vote::CHOOSE)}</legend>
                    <div class="ys-opts">{options(app, (place, begins), &item, &text.options)}</div>
                </fieldset>
                {presser(app, "button", ("weui-btn weui-btn_primary ys-gap-4", ""), Rc::new(words), Box::new(next))}
                <p class="ys-s ys-2 ys-gap-3">{app.say(
                    key::vote::NO_ONE_CHOICE_IS_PUBLISHED,
                )}</p>
                {tells.then(|| view! { <p class="ys-s ys-2 ys-gap-1">{app.say(key::vote::TOTALS_MAY_TELL)}</p> })}
            </div>
        }
    };
    view! {
        {bar(app, app.say(key::common::VOTE), back)}
        <div>
            <p class="ys-steps2">
                <span class="nb">{app.fill(key::vote::question_of(&(place + 1), &count))}</span>
                {(0..count).map(|step| view! { <i class=if step <= place { "on" } else { "" }></i> }).draw_all()}
            </p>
            <div class="ys-q"><h2 class="ys-h" id="question" tabindex="-1">{pick(app, &title)}</h2></div>
            {item.adopts.as_ref().map(|adopts| adoption(app, adopts))}
            {asked(app, &vote, &item)}
            {ballot}
        </div>
        {help(app)}
    }
}

/// What is voted on, what it needs, and until when.
fn asked(app: App, vote: &Vote, item: &Item) -> View {
    let closes_ms = vote.closes_ms();
    view! {
        <div class="ys-card">
            {pick(app, &vote.text.body).lines().map(|line| view! { <p>{line.to_owned()}</p> }).draw_all()}
            <dl class="ys-kv ys-kv_top ys-gap-3">
                {threshold(app, item)}
                {fact_with(
                    app.say(key::common::CLOSES),
                    app.lang.get_untracked().deadline(closes_ms),
                    app.say(key::vote::YOU_MAY_CHANGE_IT_UNTIL).to_owned(),
                )}
            </dl>
            {put_off(app, vote)}
        </div>
    }
}

/// What my home counts as, and why.
fn your_home(app: App, vote: &Vote, party: PartyId) -> View {
    let (agenda, proven) = (vote.agenda, app.lasting("weight", None::<u64>));
    // Of a home that was sold since, only the roll of the notice knows the area.
    let weight = move || proven.get().or_else(|| app.weight(agenda?, party));
    let counted = live(move || {
        let area_c = weight()?;
        Some(view! { <b class="ys-b n">{area(area_c)}</b>{app.say(key::common::MARK)} })
    });
    view! {
        <p class="ys-home">
            {icon(HOME, "")}
            <span>
                {app.say(key::vote::YOUR_HOME_COUNTS_AS)}
                {counted}
                <b class="ys-b n">{app.say(key::common::N1_HEAD)}</b>
            </span>
        </p>
        {why(app, vote, party, proven)}
    }
}

/// Unfolds why a party counts as it does. What reads and shows it lies with what is opened less often.
fn why(app: App, vote: &Vote, party: PartyId, proven: Live<Option<u64>>) -> View {
    let (notice, title) = (vote.id, pick(app, &vote.text.title));
    // It stays unfolded in another language.
    let here = app.lasting("why here", None::<Result<(), Trouble>>);
    let unfolded = here.with_untracked(Option::is_some);
    let unfold = move || {
        if !here.with_untracked(|here| matches!(here, Some(Ok(())))) {
            spawn_local(async move { here.set(Some((app.above.load)(&Screen::Matters).await)) });
        }
    };
    let told = live(move || {
        here.with(|here| match here.as_ref()? {
            Ok(()) => (app.above.why)(app, (notice, title.clone(), party), proven),
            Err(trouble) => {
                let (what, todo) = app.lang.get_untracked().trouble(trouble);
                Some(alert(what, todo))
            }
        })
    });
    view! {
        <details class="ys-twin ys-gap-2" open=unfolded>
            <summary on:click=move |_| unfold()>{app.say(key::weight::WHY)}</summary>
            <div role="status">{told}</div>
        </details>
    }
}

/// In place of the options, so that nobody fills in a whole ballot that will be refused: why, and the way through the
/// questions, to read them.
fn reading(app: App, why: View, next: Option<usize>) -> View {
    let (words, to) = match next {
        Some(place) => (app.say(key::vote::READ_THE_NEXT_QUESTION), Screen::Vote(place)),
        None => (app.say(key::vote::DONE_BACK_HOME), Screen::Home),
    };
    let on = button("weui-btn weui-btn_default", "", words, move || app.go(to.clone()));
    view! { {why} <div class="ys-acts">{on}</div> }
}

/// What the item needs, in words.
fn threshold(app: App, item: &Item) -> View {
    let (share, method, seats) = (consent_share(item.class, item.raise), item.method, item.seats);
    let needed = match (share.relation, share.numerator, share.denominator) {
        (Relation::MoreThan, 1, 2) => app.say(key::vote::MORE_THAN_HALF_BY_HEADS).to_owned(),
        (Relation::AtLeast, 3, 4) => app.say(key::vote::THREE_QUARTERS_BY_HEADS_AND).to_owned(),
        (Relation::AtLeast, numerator, denominator) => {
            format!("{}{numerator}/{denominator}", app.say(key::vote::HEADS_AND_AREA_AT_LEAST))
        }
        (Relation::MoreThan, numerator, denominator) => {
            format!("{}{numerator}/{denominator}", app.say(key::vote::HEADS_AND_AREA_MORE_THAN))
        }
    };
    let quorum = app.fill(key::vote::quorum(&QUORUM.denominator, &QUORUM.numerator));
    let more = match method {
        Method::Election => {
            format!("{quorum}{}{seats}{}", app.say(key::vote::AT_MOST), app.say(key::vote::NAMES))
        }
        Method::Resolution => quorum,
    };
    fact_with(app.say(key::vote::NEEDED), needed, more)
}

fn mark(
    paper: &mut Option<crate::shell::screen::Paper>,
    place: usize,
    change: impl FnOnce(&mut Option<Vec<u32>>),
) {
    if let Some(marks) = paper.as_mut().and_then(|paper| paper.marks.get_mut(place)) {
        change(marks);
    }
}

/// The options of a question; a list of candidates begins at one of them, so that none stands first on everybody's.
fn options(
    app: App,
    (place, begins): (usize, usize),
    item: &Item,
    names: &[yishi_protocol::blob::Words],
) -> View {
    let chosen = move |option: u32| {
        app.paper.with(|paper| {
            let marks = paper.as_ref().and_then(|paper| paper.marks.get(place).cloned().flatten());
            marks.is_some_and(|marks| marks.contains(&option))
        })
    };
    match item.method {
        Method::Resolution => {
            let option = move |option: u32, word: Word, say: Option<Word>| {
                let choose = move || {
                    app.paper.update(|paper| mark(paper, place, |marks| *marks = Some(vec![option])));
                };
                let say = say.map(|say| view! { <span class="ys-opt__say">{app.say(say)}</span> });
                let words = view! { {app.say(word)} {say} };
                forms::option("radio", words, Box::new(move || chosen(option)), Box::new(choose))
            };
            let abstain = Some(key::vote::COUNTS_AS_TAKING_PART_NOT);
            view! { {option(0, key::common::FOR_IT, None)} {option(1, key::common::AGAINST, None)} {option(2, key::common::ABSTAIN, abstain)} }
        }
        Method::Election => {
            let seats = usize::try_from(item.seats).unwrap_or(usize::MAX);
            let row = move |(option, words): (u32, yishi_protocol::blob::Words)| {
                let choose = move || {
                    app.paper.update(|paper| {
                        mark(paper, place, |marks| {
                            let marks = marks.get_or_insert_default();
                            match marks.iter().position(|mark| *mark == option) {
                                Some(held) => drop(marks.remove(held)),
                                None if marks.len() < seats => marks.push(option),
                                None => {}
                            }
                        });
                    });
                };
                let words = pick(app, &words);
                forms::option("checkbox", words.draw(), Box::new(move || chosen(option)), Box::new(choose))
            };
            let mut rows: Vec<_> = (0..).zip(names.to_vec()).collect();
            let begins = begins.min(rows.len());
            rows.rotate_left(begins);
            rows.into_iter().map(row).draw_all()
        }
    }
}

/// What the question changes about votes to come, whatever its title says.
fn adoption(app: App, adopts: &Adoption) -> View {
    let digest: String = adopts.document.to_string().chars().take(8).collect();
    let changed = differences(app, &app.settings(), &adopts.settings);
    let none = changed.is_empty();
    let row = |(name, before, after): (&'static str, String, String)| {
        let words = app.fill(key::vote::was(&name, &after, &before));
        para("ys-gap-1", words)
    };
    let rows = changed.into_iter().map(row).draw_all();
    view! {
        <div class="ys-note">{icon(WARN, "")}<div>
            {app.say(key::vote::IF_THIS_PASSES_THE_BYLAWS)}
            <span class="n">{digest}</span>
            {if none {
                para("ys-gap-1", app.say(key::vote::THE_WAY_OF_VOTES_STAYS))
            } else {
                rows
            }}
        </div></div>
    }
}
