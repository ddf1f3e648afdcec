//! Matters: raised, backed, answered, talked over, given out, reported on, marked, ended.

use std::collections::BTreeMap;

use anyhow::Result;
use yishi_protocol::admit::score;
use yishi_protocol::blob::{Blob, BlobKind, MatterText, Rating, Spoken};
use yishi_protocol::body::{
    Action, Answer, CloseMatter, Dispatch, Ending, Opinion, Origin, Progress, Raise, Rate, Score, Support,
    Tier,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::PartyId;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::visible::is_seen;

use super::people::host;
use super::votes::COUNCIL;
use super::{Plan, hiding};
use crate::teller::{Teller, salt, statement, words};
use crate::year::{self, Matter, Scope, Vote, Year, category, short_time_ms, time_ms};

/// Where a matter begins that is handed to the street later: the file names only the tier where it is in the end.
const FIRST: Tier = Tier::Community;

/// A minute, in milliseconds.
const MINUTE_MS: u64 = 60_000;

/// Plans all matters.
pub(super) fn plan<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    let host = host(year)?;
    for matter in &year.matters {
        if matter.private {
            plan.at(time_ms(&matter.raised_at)?, "matter", |teller| {
                teller.leave_out("matter: between neighbours, shown to nobody else");
                Ok(())
            });
            continue;
        }
        raise(matter, plan)?;
        answers(matter, plan)?;
        supports(matter, plan)?;
        opinions(host, matter, plan)?;
    }
    work(year, plan)?;
    for ratings in &year.ratings {
        for rating in &ratings.ratings {
            let marks =
                Rating { quality: rating.quality, satisfaction: rating.satisfaction, speed: rating.speed };
            plan.at(time_ms(&rating.at)?, "marks", move |teller| {
                if rating.via != "online" {
                    teller.leave_out("marks: taken down at the desk");
                    return Ok(());
                }
                let matter = teller.named(&ratings.matter)?;
                let person = teller.person(&rating.by)?;
                let blob = Blob::rating(&matter, &person, salt()?, &marks);
                teller.say(&rating.by, Rate { blob: blob.id(), matter }, vec![blob]).map(drop)
            });
        }
    }
    for matter in &year.matters {
        let ended = matter.trail.last().filter(|_| matter.status.starts_with("closed"));
        if let Some(last) = ended {
            end(matter, host, time_ms(&last.at)?, time_ms(&year.meta.now)?, plan);
        }
    }
    Ok(())
}

/// The part of the estate that a matter or vote concerns. Several buildings together are no part of the roll's tree: such a
/// thing concerns the whole estate here.
pub(super) fn scope(teller: &Teller, scope: &Scope) -> Result<u32, Rejection> {
    let name = match scope.kind.as_str() {
        "building" | "stairwell" => scope.refs.concat(),
        _ => String::new(),
    };
    teller.scopes.get(&name).copied().ok_or_else(|| Rejection::with(Code::ScopeUnknown, name))
}

fn tier(name: &str) -> Tier {
    match name {
        "building" => Tier::Building,
        "community" => Tier::Community,
        "street" => Tier::Street,
        _ => Tier::Grid,
    }
}

fn raise<'a>(matter: &'a Matter, plan: &mut Plan<'a>) -> Result<()> {
    let origin = match matter.origin.as_str() {
        "hotline" => Origin::Hotline,
        "patrol" => Origin::Patrol,
        "walk_in" => Origin::WalkIn,
        _ => Origin::Resident,
    };
    plan.at(time_ms(&matter.raised_at)?, "matter", move |teller| {
        let title = words(&matter.title, matter.title_en.as_deref());
        let text = MatterText { body: words(&matter.text, None), place: None, title };
        let text = Blob::record(BlobKind::MatterText, salt()?, &text);
        let goes_up = matter.answers.iter().any(|answer| answer.action == Action::Escalate);
        let tier = if goes_up { FIRST } else { tier(&matter.tier) };
        let body = Raise {
            category: category(&matter.category),
            origin,
            scope: scope(teller, &matter.scope)?,
            text: text.id(),
            tier,
        };
        let id = teller.say(&matter.raised_by, body, vec![text])?;
        teller.names.insert(matter.id.clone(), id);
        Ok(())
    });
    Ok(())
}

fn answers<'a>(matter: &'a Matter, plan: &mut Plan<'a>) -> Result<()> {
    let accepts = matter.answers.iter().any(|answer| answer.action == Action::Accept);
    for answer in &matter.answers {
        let at_ms = time_ms(&answer.at)?;
        let towards = match answer.action {
            Action::Escalate => Some(Tier::Street),
            Action::Return => Some(FIRST),
            Action::Accept | Action::Decline | Action::Merge => None,
        };
        plan.at(at_ms, "answer", move |teller| {
            let into = match (&answer.action, &matter.merged_into) {
                (Action::Merge, Some(into)) => Some(teller.named(into)?),
                _ => None,
            };
            say(teller, answer, &matter.id, (answer.action, into, towards))
        });
        if answer.action == Action::Escalate && !accepts {
            // Whoever calls in a farther tier has taken the matter up.
            plan.at(at_ms + MINUTE_MS, "answer", move |teller| {
                say(teller, answer, &matter.id, (Action::Accept, None, None))
            });
        }
    }
    Ok(())
}

fn say(
    teller: &mut Teller,
    answer: &year::Answer,
    matter: &str,
    (action, into, tier): (Action, Option<yishi_protocol::id::MatterId>, Option<Tier>),
) -> Result<(), Rejection> {
    let text = statement(&answer.text)?;
    let body = Answer { action, into, matter: teller.named(matter)?, text: text.id(), tier };
    teller.say(&answer.by, body, vec![text]).map(drop)
}

fn supports<'a>(matter: &'a Matter, plan: &mut Plan<'a>) -> Result<()> {
    let raised_ms = time_ms(&matter.raised_at)?;
    let owners = matter.supports.iter().flat_map(|supports| supports.owners.split_whitespace());
    for (owner, place) in owners.zip(1_u64..) {
        let (who, day) = owner.split_once('@').unwrap_or((owner, "0101"));
        // Nobody backs a matter before it is raised, which on its first day may be later than noon.
        let at_ms = short_time_ms(day)?.max(raised_ms) + place * MINUTE_MS;
        plan.at(at_ms, "support", move |teller| {
            let (matter, party) = (teller.named(&matter.id)?, home(teller, who, &matter.scope)?);
            teller.say(who, Support { matter, party, stands: true }, vec![]).map(drop)
        });
    }
    Ok(())
}

/// The home for which somebody backs a matter.
fn home(teller: &Teller, who: &str, concerned: &Scope) -> Result<PartyId, Rejection> {
    let (person, scope) = (teller.person(who)?, scope(teller, concerned)?);
    let (_, roll) = teller.story.log.state().newest_roll().ok_or(Code::RollUnknown)?;
    let voters = yishi_protocol::state::AgendaVoters::in_scope(roll, scope, false);
    let mut parties = roll.parties_of(&person);
    let found = parties.find(|(party, _)| !voters.units_of(party).is_empty());
    found.map(|(party, _)| *party).ok_or_else(|| Code::NotOnRoll.into())
}

fn opinions<'a>(host: &'a str, matter: &'a Matter, plan: &mut Plan<'a>) -> Result<()> {
    for opinion in &matter.opinions {
        plan.at(time_ms(&opinion.at)?, "opinion", move |teller| {
            if opinion.via.is_some() {
                teller.leave_out("opinion: taken down by somebody else");
                return Ok(());
            }
            // What it replies to may be among those that are left out.
            let reply_to = opinion.reply_to.as_ref().and_then(|key| teller.names.get(key)).copied();
            let said = is_seen(&opinion.text);
            let text = said.then(|| words(&opinion.text, None));
            let spoken = Spoken { stance: opinion.stance, text };
            let blob = Blob::record(BlobKind::Opinion, salt()?, &spoken);
            let body = Opinion { blob: blob.id(), matter: teller.named(&matter.id)?, reply_to };
            let id = teller.say(&opinion.by, body, vec![blob])?;
            teller.names.insert(opinion.id.clone(), id);
            Ok(())
        });
        hiding::plan(host, matter, opinion, plan)?;
    }
    Ok(())
}

fn is_council(vote: &Vote) -> bool {
    vote.kind == COUNCIL
}

fn work<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    let lines = yishi_sheets::ledger::read(crate::LEDGER.as_bytes()).ledger_lines();
    let amounts: BTreeMap<String, u64> =
        lines.into_iter().map(|line| (line.voucher, line.amount_fen.unsigned_abs())).collect();
    let private = |id: &str| year.matters.iter().any(|matter| matter.id == id && matter.private);
    for task in year.tasks.iter().filter(|task| !private(&task.matter)) {
        let due_ms = time_ms(&task.due)? + DAY_MS;
        let decided = task.decision.as_ref().and_then(|id| year.votes.iter().find(|vote| vote.id == *id));
        let (council, decided) = (decided.is_some_and(is_council), decided.filter(|vote| !is_council(vote)));
        // Not in the minute in which the vote became final, but after it.
        let after_ms = decided.map_or(0, |_| MINUTE_MS);
        plan.at(time_ms(&task.dispatched_at)? + after_ms, "task", move |teller| {
            let note = if council { "（议事会票，记录在纸上）" } else { "" };
            let decision =
                decided.map(|vote| Ok::<_, Rejection>((teller.named(&format!("{} open", vote.id))?, 1)));
            let text = statement(&format!("{}{note}", task.title))?;
            let body = Dispatch {
                assignee: teller.person(&task.assignee)?,
                cap_fen: task.cap_fen,
                decision: decision.transpose()?,
                due_ms,
                matter: teller.named(&task.matter)?,
                text: text.id(),
            };
            let id = teller.say(&task.by, body, vec![text])?;
            teller.names.insert(task.id.clone(), id);
            Ok(())
        });
        let (last, mut paid_fen) = (task.progress.len(), 0);
        for (report, place) in task.progress.iter().zip(1..) {
            let vouchers = report.vouchers.iter().filter_map(|voucher| amounts.get(voucher));
            paid_fen += vouchers.sum::<u64>();
            // What was paid without a voucher of the manager's is known only in the end.
            if let (true, Some(spent_fen)) = (place == last, task.spent_fen) {
                paid_fen = spent_fen;
            }
            plan.at(time_ms(&report.at)?, "report", move |teller| {
                let text = statement(&report.text)?;
                let body = Progress {
                    paid_fen,
                    percent: report.percent,
                    task: teller.named(&task.id)?,
                    text: text.id(),
                };
                teller.say(&task.assignee, body, vec![text]).map(drop)
            });
        }
    }
    Ok(())
}

/// Ends a matter when the year does, or as soon after as its owners' days for marking have passed.
fn end<'a>(matter: &'a Matter, host: &'a str, at_ms: u64, now_ms: u64, plan: &mut Plan<'a>) {
    let ending = if matter.status == "closed_not_passed" { Ending::NotPassed } else { Ending::Done };
    let mut times = vec![at_ms];
    // Seven days and more after the last report; the first try that the rules take is the one.
    times.extend((1..60).map(|days| at_ms + days * DAY_MS).filter(|at_ms| *at_ms <= now_ms));
    for at_ms in times {
        plan.at(at_ms, "ending", move |teller| {
            let id = teller.named(&matter.id)?;
            let state = teller.story.log.state();
            if state.matter(&id).is_none_or(|matter| matter.closing.is_some()) {
                return Ok(());
            }
            let (score, _) = match ending {
                Ending::Done => score(state, &id, &teller.story.evidence)?,
                Ending::NotPassed => (Score::default(), Vec::new()),
            };
            let text = statement(matter.trail.last().map_or("办结", |last| &last.event))?;
            let body = CloseMatter { ending, matter: id, score, text: text.id() };
            match teller.say(host, body, vec![text]) {
                // Not yet, as before a vote is final: the next day may do.
                Err(refused)
                    if matches!(refused.code, Code::RatingPeriod | Code::NotDone | Code::NotVotedDown) =>
                {
                    Ok(())
                }
                said => said.map(drop),
            }
        });
    }
}
