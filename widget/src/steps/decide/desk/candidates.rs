//! 候选人: who stands for the election of a matter at the desk: since when each is posted, what was checked and where, who stands behind
//! it, and who still waits for that.

use yishi_protocol::body::{
    Body, CandidateCheck, Capability, CheckRow, CheckSource, FIRST_POSTED_MS, Nominate, POSTED_DAYS,
};
use yishi_protocol::calendar::earliest_opening_day;
use yishi_protocol::course::{Course, CourseStage, Deed};
use yishi_protocol::id::{EntryId, MatterId};
use yishi_protocol::projection::{Candidate, Matter};
use yishi_protocol::state::Standing;

use crate::desk::dates::day_words;
use crate::desk::forms::{card, hint, lead, shown, small, title};
use crate::desk::{Desk, Page, Tab};
use crate::draw::{DrawAll, View, view};
use crate::kit::parts::fact;
use crate::kit::tell;
use crate::live::Live;
use crate::people::desk::choose::roster_if_known;
use crate::people::desk::roster::Roster;
use crate::proofs::candidates::Standers;
use crate::steps::decide::desk::election::called;
use crate::words::{Lang, key};

/// The checks, in the order in which they are signed, each with whether it is asked of everybody.
pub(super) const CHECKS: [(CandidateCheck, bool); 3] =
    [(CandidateCheck::Able, true), (CandidateCheck::NoArrears, false), (CandidateCheck::Unrelated, true)];

/// Where a check can be looked up.
pub(super) const SOURCES: [CheckSource; 5] = [
    CheckSource::Declaration,
    CheckSource::Neighbourhood,
    CheckSource::Register,
    CheckSource::Accounts,
    CheckSource::StaffList,
];

/// A check, in words.
pub(super) fn check_words(lang: Lang, check: CandidateCheck) -> &'static str {
    lang.say(match check {
        CandidateCheck::Able => key::candidates::ABLE,
        CandidateCheck::NoArrears => key::candidates::NO_ARREARS,
        CandidateCheck::Unrelated => key::candidates::UNRELATED,
    })
}

/// Where a check was looked up, in words.
pub(super) fn source_words(lang: Lang, source: CheckSource) -> &'static str {
    lang.say(match source {
        CheckSource::Accounts => key::desk_election::ACCOUNTS,
        CheckSource::Declaration => key::desk_election::DECLARATION,
        CheckSource::Neighbourhood => key::desk_election::NEIGHBOURHOOD,
        CheckSource::Register => key::desk_election::REGISTER,
        CheckSource::StaffList => key::desk_election::STAFF_LIST,
    })
}

/// The way here, from a matter of the whole estate about which people can stand or do.
pub(crate) fn way(desk: Desk, matter: &Matter) -> View {
    let lets = Course::Matter.lets(matter.view.stage, Deed::Notice);
    let open = matter.view.standing == Standing::Open && matter.view.stage != CourseStage::Raised;
    let whole = desk
        .data
        .with_untracked(|data| data.scope(matter.raise.scope).is_none_or(|scope| scope.parent.is_none()));
    let stood = matter.trail.iter().any(|act| matches!(act.body, Body::Nominate(_)));
    if !(stood || (open && lets && whole && desk.may(Capability::Tally))) {
        return View::Nothing;
    }
    let body = view! {
        {small(desk.say(key::desk_election::WHO_CAN_STAND))}
        <div class="ys-gap-3">{lead(desk, "weui-btn_default", desk.say(key::desk_election::SEE_THE_CANDIDATES), Page::Candidates(matter.id))}</div>
    };
    card(desk.say(key::desk_election::ELECTS_A_COMMITTEE), "", body)
}

pub(crate) fn page(desk: Desk, matter: MatterId) -> View {
    let found = desk.reading(async move |session| session.candidates(&matter).await);
    view! {
        {title(desk, desk.say(key::candidates::CANDIDATES).to_owned(), Some(Page::Matter(matter)))}
        {shown(desk, found, move |standing| drawn(desk, &standing))}
    }
}

fn drawn(desk: Desk, standing: &Standers) -> View {
    let matter = standing.view.matter;
    let roster = roster_if_known(desk);
    let posted = standing.all.iter().filter(|one| one.posted_ms.is_some());
    let posted: Vec<View> = posted.map(|one| candidate(desk, roster, one)).collect();
    let waits: Vec<&Candidate> = standing.all.iter().filter(|one| one.posted_ms.is_none()).collect();
    let none = posted.is_empty().then(|| small(desk.say(key::candidates::NOBODY)));
    let waiting = (!waits.is_empty()).then(|| {
        let remark = desk.fill(key::desk_election::so_many(&waits.len()));
        let rows = waits.iter().map(|one| candidate(desk, roster, one)).collect::<Vec<_>>();
        card(desk.say(key::desk_election::WAIT_FOR_ANOTHER_OFFICE), remark, rows.into_iter().draw_all())
    });
    let remark = desk.fill(key::desk_election::so_many(&standing.view.ballot.len()));
    let body = view! { {dates(desk, standing)} {none} {posted.into_iter().draw_all()} };
    let may = desk.may(Capability::Tally);
    let ways = view! {
        {may.then(|| lead(desk, "weui-btn_primary", desk.say(key::desk_election::WRITE_DOWN_A_PAPER), Page::Nominate(matter)))}
        <div class="ys-gap-3">{lead(desk, "weui-btn_default", desk.say(key::desk_election::FOR_THE_BOARD), Page::Board(matter))}</div>
        {standing.view.elected.as_ref().map(|elected| view! {
            <div class="ys-gap-3">{lead(desk, "weui-btn_default", desk.say(key::desk_election::WHO_IS_ELECTED), Page::Seat(elected.agenda))}</div>
        })}
    };
    view! {
        <div class="ys-cols ys-cols_73">
            <div>
                {waiting}
                {card(desk.say(key::candidates::WHO_STANDS), remark, body)}
            </div>
            <div>
                {card(desk.say(key::desk_matter::NEXT_STEP), "", ways)}
                {card(desk.say(key::desk_election::TO_STEP_BACK), "", view! {
                    <p>{desk.say(key::desk_election::THEY_ALONE_STEP_BACK)}</p>
                    {small(desk.say(key::desk_election::ON_PAPER_THEY_NEED_A_PHONE))}
                    {desk.may(Capability::Codes).then(|| lead(
                        desk,
                        "weui-btn_line weui-btn_mini ys-gap-2",
                        desk.say(key::desk_election::GIVE_THEM_A_LETTER),
                        Page::People(Tab::Letters),
                    ))}
                })}
            </div>
        </div>
    }
}

/// Since when they are posted, when a notice can name them, and the first day of voting.
fn dates(desk: Desk, standing: &Standers) -> View {
    let posted = standing.view.ballot.iter().filter_map(|entry| standing.of(entry)?.posted_ms);
    let posted: Vec<u64> = posted.collect();
    let (Some(first), Some(last)) = (posted.iter().min(), posted.iter().max()) else { return View::Nothing };
    let lang = desk.lang();
    let notice = lang.moment(first.saturating_add(FIRST_POSTED_MS));
    let opens = day_words(lang, earliest_opening_day(*last, POSTED_DAYS));
    view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_election::FIRST_POSTED), lang.day(*first))}
            {fact(desk.say(key::desk_election::NOTICE_FROM), notice)}
            {fact(desk.say(key::desk_election::VOTING_FROM), opens)}
        </dl>
        {small(desk.fill(key::desk_election::posted_so_long(&POSTED_DAYS)))}
    }
}

/// One of them: what ballots call them, who they are where that may be known, the checks, and what is still missing.
fn candidate(desk: Desk, roster: Option<Roster>, one: &Candidate) -> View {
    let lang = desk.lang();
    let person = one.person;
    let who = move || {
        let someone = roster.and_then(|roster| roster.find(&person))?;
        Some(small(format!("{} · {}", someone.called(desk), someone.lives(desk))))
    };
    let said = match (one.back_ms, one.posted_ms) {
        (Some(back_ms), _) => desk.fill(key::candidates::took_it_back(&lang.day(back_ms))),
        (None, Some(posted_ms)) => {
            let until = earliest_opening_day(posted_ms, POSTED_DAYS).saturating_sub(1);
            desk.fill(key::desk_election::posted_from_until(&lang.day(posted_ms), &day_words(lang, until)))
        }
        (None, None) => desk.say(key::candidates::WAITS).to_owned(),
    };
    let behind = one.posted_ms.map(|_| match &one.behind {
        Some(speaker) => tell::speaker(desk.app, speaker),
        None => desk.say(key::desk_common::A_ROOT).to_owned(),
    });
    let behind = behind.map(|by| fact(desk.say(key::desk_election::CONFIRMED_BY), by));
    view! {
        <div class="ys-gap-4">
            <h3 class="ys-b">{called(desk, one)}</h3>
            <p class="ys-s">{said}</p>
            <div>{who}</div>
            {checks(desk, &one.candidacy.checks)}
            <dl class="ys-kv">
                {fact(desk.say(key::desk_election::HOW_THEY_STAND), if one.candidacy.document.is_some() {
                    desk.say(key::desk_election::BY_PAPER)
                } else {
                    desk.say(key::desk_election::BY_PHONE)
                })}
                {behind}
            </dl>
            {one.posted_ms.is_none().then(|| to_be_confirmed(desk, one.entry))}
        </div>
    }
}

/// The checks, each with where it was looked up.
fn checks(desk: Desk, checks: &[CheckRow]) -> View {
    let row = |(check, met, source): &CheckRow| {
        let words = check_words(desk.lang(), *check);
        let from = desk.fill(key::desk_election::looked_up_in(&source_words(desk.lang(), *source)));
        let class = if *met { "ys-s ys-2" } else { "ys-s ys-bad" };
        view! { <li><span>{words}<br /><span class=class>{from}</span></span></li> }
    };
    view! { <ul class="ys-log">{checks.iter().map(row).draw_all()}</ul> }
}

/// The way to stand behind a candidate, or who can.
fn to_be_confirmed(desk: Desk, entry: EntryId) -> View {
    let yours =
        desk.data.with_untracked(|data| data.waiting.iter().any(|act| act.entry == entry && act.yours));
    if yours {
        return lead(
            desk,
            "weui-btn_primary",
            desk.say(key::desk_election::LOOK_AND_CONFIRM),
            Page::People(Tab::Confirm(entry)),
        );
    }
    hint("ys-note_wait", desk.say(key::desk_election::ANOTHER_OFFICE_CONFIRMS))
}

/// What whoever stands behind a candidate is shown: as what, the checks, the paper, and what ballots will call them. `seen` tells whether
/// all of it could be read.
pub(crate) fn to_confirm(desk: Desk, entry: EntryId, body: &Nominate, seen: Live<bool>) -> View {
    let Some(candidacy) = &body.candidacy else { return View::Nothing };
    let matter = body.matter;
    let found = desk.reading(async move |session| session.candidates(&matter).await);
    let document = candidacy.document.map(|document| view! {
        <div><dt>{desk.say(key::desk_waiting::THE_DOCUMENT_SHA_256_2)}</dt><dd class="ys-code ys-s">{document.to_string()}</dd></div>
    });
    view! {
        {shown(desk, found, move |standing| {
            let one = standing.of(&entry);
            // Nobody stands behind words that they cannot read.
            if one.is_some_and(|one| one.called.is_here()) {
                seen.set(true);
            }
            let one = one.map(|one| called(desk, one)).unwrap_or_default();
            view! { <dl class="ys-kv">{fact(desk.say(key::candidates::CALLED), one)}</dl> }
        })}
        <dl class="ys-kv">
            {fact(desk.say(key::desk_election::TERM), desk.fill(key::desk_election::years(&candidacy.years)))}
            {document}
        </dl>
        <p class="ys-lab ys-gap-3">{desk.say(key::desk_election::CHECK_EACH_YOURSELF)}</p>
        {checks(desk, &candidacy.checks)}
    }
}
