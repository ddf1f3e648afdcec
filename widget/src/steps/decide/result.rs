//! A result with its working: first whether enough took part, then whether enough of them consented.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Item, ItemTally, Method};
use yishi_protocol::count::{
    Checks, Comparison, Outcome, Rank, Relation, Weight, consent_share, stated_outcome, stated_ranks,
};
use yishi_protocol::few::Sides;
use yishi_protocol::figures;
use yishi_protocol::projection::{Stated, Vote};
use yishi_protocol::rejection::Code;
use yishi_words::Word;

use crate::home::message;
use crate::kit::charts::sides::{self, Side};
use crate::kit::charts::{legend, strip};
use crate::kit::icons::{CHECK, DASH, icon};
use crate::kit::parts::{alert, bar, chart, fact, help, live, para, topic};
use crate::kit::share::share;
use crate::kit::tell::{late_keys, legal_mode, pick, put_off};
use crate::live::Live;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::steps::decide::{calls, margin, objections, papers, reviewed};
use crate::words::format::{area, grouped, hundredths, percent};
use crate::words::trouble::Trouble;

pub(crate) fn screen(app: App, vote: &Vote, stated: &Stated) -> View {
    let (Some(open), Some(tally)) = (vote.open.clone(), stated.tally.clone()) else {
        return merged(app, vote, stated);
    };
    let whole = Weight { area_c: open.area_c, heads: open.heads.into() };
    let items = vote.notice.items.iter().zip(&tally.items);
    if tally.items.len() != vote.notice.items.len()
        || !items.clone().all(|(item, counted)| stated_outcome(item, counted, whole) == counted.outcome)
    {
        let trouble = Trouble::Unproven(Code::TallyMismatch.to_string());
        return message::trouble(app, &trouble);
    }
    let doubted = Live::new(false);
    let ended = stated.finality.as_ref().map(|end| end.entry);
    let acts = [Some(vote.id), vote.agenda, stated.tallied, ended].into_iter().flatten().collect();
    app.hold_authors(acts, move |_| doubted.set(true));
    let doubt = live(move || {
        let words = app.say(key::result::ASK_FOR_A_RECOUNT).to_owned();
        doubted.get().then(|| alert(app.say(key::result::AUTHORITY_UNPROVEN), words))
    });
    let title = vote.text.title.clone();
    let (standing, meaning) = legal_mode(app, vote.notice.legal_mode);
    let late = late_keys(app, &stated.late);
    let closes_ms = vote.closes_ms();
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(tally.items).zip(0_usize..);
    let items = items.map(|(((item, text), counted), place)| {
        let more = view! {
            {calls::annulled(app, stated, item.id)}
            {margin::of_item(app, stated, place)}
        };
        let sides = stated.sides.get(place).copied().flatten();
        let note =
            if sides.is_some() { key::result::SIDES_ARE_COUNTED } else { key::result::SIDES_ARE_MERGED };
        self::counted(app, (item, text), (&counted, sides, Some(note)), (whole, more))
    });
    view! {
        {bar(app, app.say(key::result::RESULT), Screen::Home)}
        <div>
            {doubt}
            <div class="ys-q"><p class="ys-eyebrow"><span>{pick(app, &title)}</span><span>"·"</span><span>{app.lang.get_untracked().deadline(closes_ms)}{app.say(key::result::CLOSED)}</span></p></div>
            {items.draw_all()}
            <div class="ys-card">
                {para("ys-b", standing)}
                {para("ys-s ys-gap-1", meaning)}
                {late.map(|late| para("ys-s ys-gap-2", late))}
                {stated.papers.as_ref().and_then(|told| papers::told(app, told)).map(|told| para("ys-s ys-gap-2", told))}
                {margin::weak(app, stated).map(|weak| para("ys-s ys-gap-2", weak))}
                {calls::left_out(app, stated).map(|told| para("ys-s ys-gap-2", told))}
                {put_off(app, vote)}
            </div>
            {reviewed::below(app, stated)}
            {calls::below(app, vote, stated)}
            {objections::below(app, vote, stated)}
            <p class="ys-s ys-2 ys-gap-3 ys-help">{app.say(
                key::result::THE_TOTALS_STAND_IN_THE,
            )}</p>
            {share(app, Goal::Vote(vote.id))}
        </div>
        {help(app)}
    }
}

/// An item's outcome, more that is said of it, and its working: first whether enough took part, then whether enough of them consented,
/// and how the others are divided, with what there is to know about that.
pub(crate) fn counted(
    app: App,
    (item, text): (&Item, &ItemText),
    (counted, sides, note): (&ItemTally, Option<Sides>, Option<Word>),
    (whole, more): (Weight, View),
) -> View {
    let share = consent_share(item.class, item.raise);
    let consenting = counted.consenting.first().copied().unwrap_or_default();
    let checks = Checks::new(counted.participating, consenting, whole, share);
    let quorum = (checks.quorum_heads, checks.quorum_area);
    let second = if item.method == Method::Resolution {
        let consent = (checks.consent_heads, checks.consent_area);
        let rows = sides::rows(consenting, counted.other, sides);
        view! {
            {gate(app, consent_words(app, consent.0), app.say(key::common::FOR_IT), consent, &rows)}
            {divided(app, &rows, note)}
        }
    } else {
        candidates(app, (item, &text.options), counted, whole)
    };
    view! {
        {topic(pick(app, &text.title))}
        {verdict(app, counted.outcome, more)}
        {gate(app, app.say(key::result::FIRST_DID_ENOUGH_TAKE_PART), app.say(key::common::TOOK_PART), quorum, &[])}
        {second}
    }
}

/// What anybody is told of a vote in which few took part: the server's word, without what would tell a choice.
fn merged(app: App, vote: &Vote, stated: &Stated) -> View {
    let weight = |weight: Option<Weight>| match weight {
        Some(weight) => {
            let heads = format!("{}{}", grouped(weight.heads), app.say(key::result::HEADS_UNIT));
            [heads, area(weight.area_c)].join(app.say(key::common::MARK))
        }
        None => app.say(key::result::TOO_FEW).to_owned(),
    };
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(&stated.posted).zip(0_usize..);
    let items = items.map(|(((item, text), posted), place)| {
        let options = posted.consenting.iter().zip(&text.options).map(|(told, option)| {
            let option = pick(app, option);
            view! { <div><dt>{option}</dt><dd>{weight(*told)}</dd></div> }
        });
        let consenting = if item.method == Method::Resolution {
            let told = posted.consenting.first().copied().flatten();
            fact(app.say(key::common::FOR_IT), weight(told))
        } else {
            options.draw_all()
        };
        let more = view! {
            {calls::annulled(app, stated, item.id)}
            {margin::of_item(app, stated, place)}
        };
        view! {
            {topic(pick(app, &text.title))}
            {verdict(app, posted.outcome, more)}
            <div class="ys-card">
                <dl class="ys-kv">
                    {fact(app.say(key::common::TOOK_PART), weight(posted.participating))}
                    {consenting}
                    {fact(app.say(key::result::THE_OTHERS), weight(posted.other))}
                </dl>
            </div>
        }
    });
    let title = pick(app, &vote.text.title);
    view! {
        {bar(app, app.say(key::result::RESULT), Screen::Home)}
        <div>
            <div class="ys-q"><p class="ys-eyebrow"><span>{title}</span></p></div>
            {items.draw_all()}
            {para("ys-s ys-2 ys-gap-3 ys-help", app.say(key::result::FIGURES_ARE_MERGED))}
            {share(app, Goal::Vote(vote.id))}
        </div>
        {help(app)}
    }
}

fn verdict(app: App, outcome: Outcome, more: View) -> View {
    let good = matches!(outcome, Outcome::Passed | Outcome::ElectionFilled);
    let class = if good { "ys-h ys-ok" } else { "ys-h" };
    view! {
        <div class="ys-card">
            <p class=class>{icon(if good { CHECK } else { DASH }, "")} " " {app.lang.get_untracked().outcome(outcome)}</p>
            {more}
        </div>
    }
}

fn consent_words(app: App, check: Comparison) -> &'static str {
    if check.share.relation == Relation::MoreThan {
        app.say(key::result::SECOND_DID_MORE_THAN_HALF)
    } else {
        app.say(key::result::SECOND_DID_ENOUGH_AGREE)
    }
}

fn side_word(app: App, side: Side) -> &'static str {
    match side {
        Side::For => app.say(key::common::FOR_IT),
        Side::Against => app.say(key::common::AGAINST),
        Side::Abstain => app.say(key::common::ABSTAIN),
        Side::Rest => app.say(key::result::AGAINST_OR_ABSTAINED),
        Side::All => app.say(key::common::TOOK_PART),
    }
}

/// The same figures as the bars of the second gate, a row for each side.
fn divided(app: App, rows: &[(Side, Weight)], note: Option<Word>) -> View {
    let row = |(side, weight): &(Side, Weight)| {
        let class = if *side == Side::All { "t sum" } else { "t" };
        view! {
            <li class=class>
                <span>{side_word(app, *side)}</span>
                <span class="h">{format!("{}{}", grouped(weight.heads), app.say(key::result::HEADS_UNIT))}</span>
                <span class="a">{area(weight.area_c)}</span>
            </li>
        }
    };
    view! {
        <h3 class="ys-sec">{app.say(key::result::HOW_IT_WAS_VOTED)}</h3>
        <div class="ys-card">
            <ul class="ys-split">{rows.iter().map(row).draw_all()}</ul>
            {note.map(|note| para("ys-s ys-2 ys-gap-2", app.say(note)))}
        </div>
    }
}

/// What the colours of the second gate mean, and its mark.
fn keys(app: App, rows: &[(Side, Weight)]) -> Option<View> {
    let parts = rows.iter().filter(|(side, _)| *side != Side::All);
    let of: Vec<_> = parts.map(|(side, _)| (side.key(), side_word(app, *side))).collect();
    (!of.is_empty()).then(|| legend(of))
}

/// Both counts against one share, each with its bar and its working; of consent, also how the others are divided.
fn gate(
    app: App,
    heading: &'static str,
    who: &'static str,
    (heads, area_c): (Comparison, Comparison),
    rows: &[(Side, Weight)],
) -> View {
    let holds = heads.holds() && area_c.holds();
    let answer = if holds { app.say(key::common::ENOUGH) } else { app.say(key::common::NOT_ENOUGH) };
    view! {
        <h3 class="ys-sec">
            {heading} " "
            <span class=if holds { "r ys-ok nb" } else { "r ys-bad nb" }>{icon(if holds { CHECK } else { DASH }, "ys-i_s")} " " {answer}</span>
        </h3>
        <div class="ys-card">
            {meter(app, (who, rows), heads, (grouped, |weight| weight.heads), (key::common::HEADS, key::result::HEADS_UNIT))}
            {meter(app, (who, rows), area_c, (hundredths, |weight| weight.area_c), (key::common::AREA, key::result::AREA_UNIT))}
            {keys(app, rows)}
            <p class="ys-s ys-b ys-gap-3">{app.say(key::result::STEP_BY_STEP_AS_THE)}</p>
            <ul class="ys-works ys-s">
                {working(app, heads, grouped, key::common::HEADS)}
                {working(app, area_c, hundredths, key::common::AREA)}
            </ul>
        </div>
    }
}

type Figure = fn(u64) -> String;

fn meter(
    app: App,
    (who, rows): (&'static str, &[(Side, Weight)]),
    check: Comparison,
    (figure, measure): (Figure, fn(&Weight) -> u64),
    (what, unit): (Word, Word),
) -> View {
    let share = (check.share.numerator, check.share.denominator);
    let mut label = {
        format!(
            "{}{} {}/{}{}，{}/{}",
            app.say(what),
            who,
            figure(check.part),
            figure(check.whole),
            app.say(unit),
            check.share.numerator,
            check.share.denominator
        )
    };
    for (side, weight) in rows.iter().filter(|(side, _)| !matches!(side, Side::For | Side::All)) {
        let figure = figure(measure(weight));
        label = [label, format!("{} {figure}", side_word(app, *side))].join(app.lang.get_untracked().comma());
    }
    let bar = if rows.is_empty() {
        let mark = percent(share.0.into(), share.1.into());
        chart(label, vec![("for", "0".to_owned(), percent(check.part, check.whole))], Some(mark))
    } else {
        strip(label, &sides::of(rows, measure, share))
    };
    view! {
        <div class="ys-meter">
            <p class="ys-meter__r">
                <span>{app.say(what)}</span>
                <b class="n r">{format!("{} / {}{}", figure(check.part), figure(check.whole), app.say(unit))}</b>
            </p>
            {bar}
        </div>
    }
}

/// `3 × 8 = 24 ≥ 2 × 12 = 24`.
fn working(app: App, check: Comparison, figure: Figure, what: Word) -> View {
    let (left, right) = figures::sides(&check, figure);
    let holds = check.holds();
    view! {
        <li>
            <span>{app.say(what)}</span>
            <span>{left}</span>
            <span class="v">{right} " " {icon(if holds { CHECK } else { DASH }, if holds { "ys-ok" } else { "ys-bad" })}</span>
        </li>
    }
}

/// The candidates as the totals rank them, with what each comes to.
fn candidates(
    app: App,
    (item, names): (&Item, &[yishi_protocol::blob::Words]),
    counted: &ItemTally,
    whole: Weight,
) -> View {
    let rows = stated_ranks(item, counted, whole).into_iter().filter_map(|(place, rank)| {
        let (name, weight) = (pick(app, names.get(place)?), counted.consenting.get(place)?);
        let tag = if rank == Rank::Elected { "ys-s ys-ok nb" } else { "ys-s ys-2 nb" };
        Some(view! {
            <li class="t">
                <span>{name} " " <span class=tag>{app.say(rank_word(rank))}</span></span>
                <span class="h">{format!("{}{}", weight.heads, app.say(key::result::HEADS_UNIT))}</span>
                <span class="a">{area(weight.area_c)}</span>
            </li>
        })
    });
    view! {
        <h3 class="ys-sec">{app.say(key::common::EACH_CANDIDATE)}</h3>
        <div class="ys-card"><ul class="ys-split">{rows.draw_all()}</ul></div>
    }
}

/// What somebody is called who comes to that.
pub(crate) const fn rank_word(rank: Rank) -> Word {
    match rank {
        Rank::Elected => key::result::ELECTED,
        Rank::Alternate => key::result::ALTERNATE,
        Rank::Lot => key::result::LOT,
        Rank::Not => key::result::NOT_ELECTED,
    }
}
