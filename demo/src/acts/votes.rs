//! Votes: noticed, opened, cast online, closed and tallied. Papers and mandates wait for their kinds.

use anyhow::{Context, Result};
use yishi_protocol::blob::{AgendaText, BallotOpening, Blob, BlobKind, ItemText};
use yishi_protocol::body::{
    Ballot, Class, Close, Confirm, Extend, Item, Method, Mode, Notice, Open, Withdraw, draft_end,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, areas, count};
use yishi_protocol::id::Salt;
use yishi_protocol::rejection::{Code, Rejection};

use super::Plan;
use super::matters::{ON_PAPER, scope};
use super::people::host;
use crate::teller::{Teller, salt, statement, words};
use crate::year::{Vote, Year, short_time_ms, time_ms};

/// Plans the votes that can be told.
pub(super) fn plan<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    let host = host(year)?;
    for vote in &year.votes {
        if ON_PAPER.contains(&vote.id.as_str()) || vote.kind != "resolution" {
            plan.at(time_ms(&vote.notice_at)?, "vote", move |teller| {
                teller.leave_out("vote: decided on paper, or by the council");
                Ok(())
            });
            continue;
        }
        notice(vote, host, plan)?;
        if let Some(withdrawn) = &vote.withdrawn {
            plan.at(time_ms(&withdrawn.at)?, "withdrawal", move |teller| {
                let text = statement(&withdrawn.reason)?;
                let body = Withdraw { notice: teller.named(&vote.id)?, text: text.id() };
                teller.say(&withdrawn.by, body, vec![text]).map(drop)
            });
        }
        if let Some(extended) = &vote.extended {
            let closes_ms = time_ms(&extended.to)? + DAY_MS;
            plan.at(time_ms(&extended.announced_at)?, "extension", move |teller| {
                let text = statement(&extended.reason)?;
                let agenda = teller.named(&format!("{} open", vote.id))?;
                let body = Extend { agenda, closes_ms, text: text.id() };
                teller.say(&extended.announced_by, body, vec![text]).map(drop)
            });
        }
        if let Some(opened_at) = &vote.opened_at {
            plan.at(time_ms(opened_at)?, "opening", move |teller| open(teller, vote, host));
            ballots(vote, plan)?;
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
        if let Some(final_at) = &vote.final_at {
            plan.at(time_ms(final_at)?, "final", move |teller| end(teller, vote, host));
        }
    }
    Ok(())
}

fn items(vote: &Vote) -> Vec<Item> {
    let class = if vote.rule == "special" { Class::Special } else { Class::Ordinary };
    let item = |(_, id): (&String, u32)| Item {
        adopts: None,
        class,
        id,
        method: Method::Resolution,
        options: Vec::new(),
        raise: None,
        seats: 0,
    };
    vote.items.iter().zip(1..).map(item).collect()
}

fn notice<'a>(vote: &'a Vote, host: &'a str, plan: &mut Plan<'a>) -> Result<()> {
    let (opens_ms, closes_ms) = (time_ms(&vote.opens_at)?, time_ms(&vote.closes_at)?);
    plan.at(time_ms(&vote.notice_at)?, "notice", move |teller| {
        let item = |(title, place): (&String, usize)| ItemText {
            options: Vec::new(),
            title: words(title, vote.items_en.get(place).map(String::as_str)),
        };
        let text = AgendaText {
            body: words(&vote.items.join("\n"), None),
            items: vote.items.iter().zip(0..).map(item).collect(),
            title: words(&vote.title, vote.title_en.as_deref()),
        };
        let text = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
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

fn ballots<'a>(vote: &'a Vote, plan: &mut Plan<'a>) -> Result<()> {
    for cast in &vote.cases {
        let online = cast.channel == "online" && !cast.by.starts_with("proxy:");
        plan.at(time_ms(&cast.at)?, "ballot", move |teller| {
            if !online {
                teller.leave_out("ballot: on paper, assisted or by proxy");
                return Ok(());
            }
            ballot(teller, vote, &cast.party, Some(&cast.by), &cast.choice)
        });
    }
    for bulk in vote.bulk.values().flat_map(|bulk| bulk.split_whitespace()) {
        let (party, rest) = bulk.split_once('=').context("PARTY=CHOICE@TIME")?;
        let (choice, at) = rest.split_once('@').context("PARTY=CHOICE@TIME")?;
        plan.at(short_time_ms(at)?, "ballot", move |teller| {
            if let Some(choice) = choice.strip_prefix('o') {
                return ballot(teller, vote, party, None, choice);
            }
            teller.leave_out("ballot: on paper, assisted or by proxy");
            Ok(())
        });
    }
    Ok(())
}

/// Casts a ballot; of a home of several owners, by its representative unless the file says who.
fn ballot(
    teller: &mut Teller,
    vote: &Vote,
    party: &str,
    by: Option<&str>,
    choice: &str,
) -> Result<(), Rejection> {
    let agenda = teller.named(&format!("{} open", vote.id))?;
    let id = *teller.parties.get(party).ok_or(Code::NotOnRoll)?;
    let state = teller.story.log.state();
    let representative = || {
        let person = state.naming(&id)?.now()?;
        teller.persons.iter().find(|(_, known)| **known == person).map(|(who, _)| who.clone())
    };
    let first = || party.split('+').next().unwrap_or_default().to_owned();
    let by = by.map(str::to_owned).or_else(representative).unwrap_or_else(first);
    let mark = |letter: char| match letter {
        'Y' => vec![0],
        'N' => vec![1],
        _ => vec![2],
    };
    let opening = BallotOpening { choice: choice.chars().map(mark).collect() };
    let blob = Blob::ballot(&agenda, &id, salt()?, &opening);
    let standing = state.agenda(&agenda).and_then(|agenda| agenda.standing_ballot(&id));
    let body = Ballot { agenda, blob: blob.id(), party: id, supersedes: standing.map(|ballot| ballot.entry) };
    teller.say(&by, body, vec![blob]).map(drop)
}

/// The host ends it, and a second person stands behind that. What was disputed is in words of people who did not sign here.
fn end(teller: &mut Teller, vote: &Vote, host: &str) -> Result<(), Rejection> {
    for _ in &vote.disputes {
        teller.leave_out("dispute: written on paper, and ruled upon there");
    }
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
