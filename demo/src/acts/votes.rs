//! Votes: noticed, opened, closed, counted, disputed and ended. What homes say in them is in `casting.rs`.

use anyhow::Result;
use yishi_protocol::blob::{AgendaText, Blob, BlobKind, ItemText};
use yishi_protocol::body::{
    Class, Close, Confirm, Dispute, DisputeGround, Extend, Item, Method, Mode, Notice, Open, RuleDispute,
    Withdraw, draft_end,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, areas, count};
use yishi_protocol::id::Salt;
use yishi_protocol::rejection::{Code, Rejection};

use super::matters::scope;
use super::people::host;
use super::{Plan, casting};
use crate::teller::{Teller, salt, statement, words};
use crate::year::{Candidate, Vote, Year, time_ms};

/// The kind of a vote of the council.
pub(super) const COUNCIL: &str = "council";

/// Plans the votes that can be told.
pub(super) fn plan<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    let host = host(year)?;
    for vote in &year.votes {
        if vote.kind == COUNCIL {
            plan.at(time_ms(&vote.notice_at)?, "vote", move |teller| {
                teller.leave_out("vote: of the council, until there is a kind for it");
                Ok(())
            });
            continue;
        }
        notice(vote, host, plan)?;
        plan.at(time_ms(&vote.notice_at)?, "delivery", move |teller| {
            if vote.delivery.is_some() {
                teller.leave_out("delivery: the file counts homes and names few");
            }
            for _ in &vote.nominations {
                teller.leave_out("nomination: until there is a kind for it");
            }
            Ok(())
        });
        if let Some(withdrawn) = &vote.withdrawn {
            plan.at(time_ms(&withdrawn.at)?, "withdrawal", move |teller| {
                let text = statement(&withdrawn.reason)?;
                let body = Withdraw { notice: teller.named(&vote.id)?, text: text.id() };
                teller.say(&withdrawn.by, body, vec![text]).map(drop)
            });
        }
        if let Some(extended) = &vote.extended {
            let closes_ms = closes_ms(vote)?;
            plan.at(time_ms(&extended.announced_at)?, "extension", move |teller| {
                let text = statement(&extended.reason)?;
                let agenda = teller.named(&format!("{} open", vote.id))?;
                let body = Extend { agenda, closes_ms, text: text.id() };
                teller.say(&extended.announced_by, body, vec![text]).map(drop)
            });
        }
        if let Some(opened_at) = &vote.opened_at {
            plan.at(time_ms(opened_at)?, "opening", move |teller| open(teller, vote, host));
            casting::plan(vote, plan)?;
        }
        if let Some(closed_at) = &vote.closed_at {
            plan.at(time_ms(closed_at)?, "close", move |teller| {
                let agenda = teller.named(&format!("{} open", vote.id))?;
                teller.say(host, Close { agenda }, vec![]).map(drop)
            });
        }
        if let Some(tally_at) = &vote.tally_at {
            plan.at(time_ms(tally_at)?, "tally", move |teller| tally(teller, vote, host));
        }
        disputes(vote, plan)?;
        if let Some(final_at) = &vote.final_at {
            plan.at(time_ms(final_at)?, "final", move |teller| end(teller, vote, host));
        }
    }
    Ok(())
}

/// The end of a vote's window, put off or not.
pub(super) fn closes_ms(vote: &Vote) -> Result<u64> {
    vote.extended
        .as_ref()
        .map_or_else(|| time_ms(&vote.closes_at), |extended| Ok(time_ms(&extended.to)? + DAY_MS))
}

/// The questions of a vote; an election is one.
pub(super) fn items(vote: &Vote) -> Vec<Item> {
    let class = if vote.rule == "special" { Class::Special } else { Class::Ordinary };
    let elects = !vote.candidates.is_empty();
    let item = |id| Item {
        adopts: None,
        class,
        id,
        method: if elects { Method::Election } else { Method::Resolution },
        options: vote.candidates.iter().map(|candidate| candidate.letter.clone()).collect(),
        raise: None,
        seats: vote.seats,
    };
    if elects { vec![item(1)] } else { vote.items.iter().zip(1..).map(|(_, id)| item(id)).collect() }
}

/// The words of an agenda.
fn text(vote: &Vote) -> AgendaText {
    let title = || words(&vote.title, vote.title_en.as_deref());
    let item = |(title, place): (&String, usize)| ItemText {
        options: Vec::new(),
        title: words(title, vote.items_en.get(place).map(String::as_str)),
    };
    let stands = |candidate: &Candidate| words(&candidate.words, None);
    let election = || ItemText { options: vote.candidates.iter().map(stands).collect(), title: title() };
    if vote.candidates.is_empty() {
        let items = vote.items.iter().zip(0..).map(item).collect();
        return AgendaText { body: words(&vote.items.join("\n"), None), items, title: title() };
    }
    let said: Vec<String> = vote
        .candidates
        .iter()
        .map(|candidate| format!("{}　{}", candidate.letter, candidate.words))
        .collect();
    AgendaText { body: words(&said.join("\n"), None), items: vec![election()], title: title() }
}

fn notice<'a>(vote: &'a Vote, host: &'a str, plan: &mut Plan<'a>) -> Result<()> {
    let (opens_ms, closes_ms) = (time_ms(&vote.opens_at)?, time_ms(&vote.closes_at)?);
    plan.at(time_ms(&vote.notice_at)?, "notice", move |teller| {
        let text = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text(vote));
        let (roll, _) = teller.story.log.state().newest_roll().ok_or(Code::RollUnknown)?;
        let body = Notice {
            closes_ms,
            items: items(vote),
            legal_mode: teller.story.log.state().bylaws().legal_mode,
            lottery: Some("中国福利彩票双色球".to_owned()),
            matter: Some(teller.named(&vote.matter)?),
            mode: Mode::Sealed,
            opens_ms,
            reserve_ms: None,
            roll: *roll,
            scope: scope(teller, &vote.scope)?,
            text: text.id(),
        };
        let id = teller.say(host, body, vec![text])?;
        teller.names.insert(vote.id.clone(), id);
        Ok(())
    });
    Ok(())
}

fn open(teller: &mut Teller, vote: &Vote, host: &str) -> Result<(), Rejection> {
    let notice = teller.named(&vote.id)?;
    let scope = scope(teller, &vote.scope)?;
    let (roll_id, roll) = teller.story.log.state().newest_roll().ok_or(Code::RollUnknown)?;
    let parking_counts = teller.story.log.state().bylaws().parking_counts;
    let area_c = areas(roll.counted_units(scope, parking_counts), &teller.story.evidence)?.sum();
    let heads = u32::try_from(roll.heads_in(scope, parking_counts)).unwrap_or(u32::MAX);
    let body = Open { area_c, corrections: vec![], heads, notice, roll: *roll_id };
    let id = teller.say(host, body, vec![])?;
    teller.names.insert(format!("{} open", vote.id), id);
    Ok(())
}

/// What owners disputed of the result, and how the supervisor ruled.
fn disputes<'a>(vote: &'a Vote, plan: &mut Plan<'a>) -> Result<()> {
    for (disputed, place) in vote.disputes.iter().zip(1..) {
        let name = format!("{} dispute {place}", vote.id);
        let known = name.clone();
        plan.at(time_ms(&disputed.at)?, "dispute", move |teller| {
            if disputed.kind.is_some() {
                teller.leave_out("dispute: of an area on the roll, until there is a kind for it");
                return Ok(());
            }
            let agenda = teller.named(&format!("{} open", vote.id))?;
            let state = teller.story.log.state();
            let ballots = match &disputed.ballot_of {
                Some(party) => {
                    let party = teller.parties.get(party).ok_or(Code::NotOnRoll)?;
                    let standing = state.agenda(&agenda).and_then(|agenda| agenda.standing_ballot(party));
                    vec![standing.ok_or(Code::BallotUnknown)?.entry]
                }
                None => Vec::new(),
            };
            let ground = if ballots.is_empty() { DisputeGround::Count } else { DisputeGround::Ballots };
            let party = *teller.parties.get(&disputed.by).ok_or(Code::NotOnRoll)?;
            let text = Blob::record(BlobKind::Dispute, salt()?, &words(&disputed.words, None));
            let body = Dispute { agenda, ballots, ground, item: 1, party, text: text.id() };
            let id = teller.say(&disputed.by, body, vec![text])?;
            teller.names.insert(name, id);
            Ok(())
        });
        if let (Some(by), Some(at), Some(reason)) = (&disputed.ruled_by, &disputed.ruled_at, &disputed.reason)
        {
            plan.at(time_ms(at)?, "ruling", move |teller| {
                let text = statement(reason)?;
                let (agenda, dispute) = (teller.named(&format!("{} open", vote.id))?, teller.named(&known)?);
                teller
                    .say(by, RuleDispute { agenda, dispute, text: text.id(), upheld: false }, vec![text])
                    .map(drop)
            });
        }
    }
    Ok(())
}

/// The host ends it, and a second person stands behind that.
fn end(teller: &mut Teller, vote: &Vote, host: &str) -> Result<(), Rejection> {
    let agenda = teller.named(&format!("{} open", vote.id))?;
    let drafted = draft_end(teller.story.log.state(), &agenda, &teller.story.evidence)?;
    let entry = teller.say(host, drafted.ok_or(Code::OpeningMissing)?, vec![])?;
    teller.say_as_second(Confirm { entry }, vec![]).map(drop)
}

fn tally(teller: &mut Teller, vote: &Vote, host: &str) -> Result<(), Rejection> {
    let agenda = teller.named(&format!("{} open", vote.id))?;
    match count(teller.story.log.state(), &agenda, &teller.story.evidence)? {
        Counted::Full(counted) => teller.say(host, counted.tally(&items(vote)), vec![]).map(drop),
        Counted::Erased(_) => Err(Code::OpeningMissing.into()),
    }
}
