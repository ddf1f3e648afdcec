//! The figures of a count: each question's verdict with both gates, each gate with its working.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Item, ItemTally, Method, Tally};
use yishi_protocol::count::{Checks, Comparison, Outcome, Weight, consent_share, stated_ranks};
use yishi_protocol::figures::sides;
use yishi_protocol::projection::Vote;

use crate::desk::Desk;
use crate::desk::forms::card;
use crate::desk::weights::{Kind, weight_words};
use crate::kit::icons::{CHECK, DASH, icon};
use crate::kit::tell::pick;
use crate::steps::decide::desk::turnout::meter;
use crate::steps::decide::result::rank_word;

/// Each item's verdict with both gates.
pub(crate) fn figures(desk: Desk, vote: &Vote, tally: &Tally) -> View {
    let Some(open) = vote.open.clone() else { return View::Nothing };
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(&tally.items);
    let drawn = items.map(|((item, text), counted)| {
        let good = matches!(counted.outcome, Outcome::Passed | Outcome::ElectionFilled);
        let class = if good { "ys-h ys-ok" } else { "ys-h ys-bad" };
        let heading = desk.fill(key::desk_figures::question(&item.id, &pick(desk.app, &text.title)));
        let body = view! {
            <p class=class>{icon(if good { CHECK } else { DASH }, "")} " " {desk.lang().outcome(counted.outcome)}</p>
            <div class="ys-gap-4">{gates(desk, (item, text), counted, (open.heads.into(), open.area_c))}</div>
        };
        card(heading, "", body)
    });
    drawn.draw_all()
}

/// The two comparisons of an item, in order: who took part, who of them consented.
pub(crate) fn comparisons(
    item: &Item,
    counted: &ItemTally,
    (heads, area_c): (u64, u64),
) -> Vec<(bool, Kind, Comparison)> {
    let share = consent_share(item.class, item.raise);
    let consenting = counted.consenting.first().copied().unwrap_or_default();
    let checks = Checks::new(counted.participating, consenting, Weight { area_c, heads }, share);
    let mut rows = vec![(false, Kind::Heads, checks.quorum_heads), (false, Kind::Area, checks.quorum_area)];
    // Nobody's consent has no share, and an election asks for each candidate's.
    if item.method == Method::Resolution && counted.participating.heads > 0 {
        rows.push((true, Kind::Heads, checks.consent_heads));
        rows.push((true, Kind::Area, checks.consent_area));
    }
    rows
}

/// Each candidate of an election with who marked them.
pub(crate) fn candidates(
    desk: Desk,
    (item, text): (&Item, &ItemText),
    counted: &ItemTally,
    (heads, area_c): (u64, u64),
) -> View {
    let rows =
        stated_ranks(item, counted, Weight { area_c, heads }).into_iter().filter_map(|(place, rank)| {
            let (name, weight) = (pick(desk.app, text.options.get(place)?), counted.consenting.get(place)?);
            let name = desk.fill(key::desk_wizard::mark(&name, &desk.say(rank_word(rank))));
            let figures = weight_words(desk, weight.heads, weight.area_c);
            Some(view! { <li><span>{name}</span><span class="v">{figures}</span></li> })
        });
    view! { <ul class="ys-works">{rows.draw_all()}</ul> }
}

fn gates(desk: Desk, (item, text): (&Item, &ItemText), counted: &ItemTally, whole: (u64, u64)) -> View {
    let rows = comparisons(item, counted, whole);
    let consenting = rows.iter().any(|row| row.0);
    let election = item.method == Method::Election;
    let gate = |second: bool, heading: &'static str| {
        let checks: Vec<_> = rows.iter().filter(|row| row.0 == second).copied().collect();
        let holds = checks.iter().all(|row| row.2.holds());
        let answer = if holds { desk.say(key::common::ENOUGH) } else { desk.say(key::common::NOT_ENOUGH) };
        let meters =
            checks.iter().map(|(_, kind, check)| meter(desk, *kind, check.part, check.whole, check.share));
        let works = checks.iter().map(|(_, kind, check)| {
            let mark = if check.holds() { icon(CHECK, "ys-ok") } else { icon(DASH, "ys-bad") };
            view! { <li><span>{kind.name(desk)}</span><span class="v">{working(*kind, check)} " " {mark}</span></li> }
        });
        view! {
            <div>
                <p class="ys-b">
                    {heading} {desk.say(key::common::MARK_3)}
                    <span class=if holds { "ys-ok" } else { "ys-bad" }>{answer}</span>
                </p>
                <div class="ys-gap-2">{meters.draw_all()}</div>
                <ul class="ys-works ys-s ys-gap-2">{works.draw_all()}</ul>
            </div>
        }
    };
    view! {
        <div class="ys-cols">
            {gate(false, desk.say(key::desk_figures::FIRST_DID_ENOUGH_TAKE_PART))}
            {consenting.then(|| gate(true, desk.say(key::desk_figures::SECOND_DID_ENOUGH_CONSENT)))}
            {election.then(|| view! { <div><p class="ys-b">{desk.say(key::common::EACH_CANDIDATE)}</p>{candidates(desk, (item, text), counted, whole)}</div> })}
        </div>
    }
}

/// `3 × 8 = 24 ≥ 2 × 12 = 24`.
pub(crate) fn working(kind: Kind, check: &Comparison) -> String {
    let (left, right) = sides(check, kind.figure());
    format!("{left} {right}")
}
