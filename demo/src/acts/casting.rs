//! What homes say in a vote: mandates, ballots online, and sheets of paper with the box they were in.

use anyhow::{Context, Result};
use yishi_protocol::admit::spoilt_items;
use yishi_protocol::blob::{BallotOpening, Blob, ProxyTerms};
use yishi_protocol::body::{Ballot, BallotBox, Confirm, Paper, PaperFlaw, Proxy};
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::id::PersonId;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};

use super::Plan;
use super::people::{CLERK, SECOND_CLERK, SUPERVISOR};
use super::votes::{closes_ms, items};
use crate::teller::{Teller, salt, words};
use crate::year::{Cast, Mandate, Vote, short_time_ms, time_ms};

/// Whoever reads sheets, in the order in which they do: two clerks, and the supervisor where these read otherwise.
const READERS: [&str; 3] = [CLERK, SECOND_CLERK, SUPERVISOR];
/// Who helps at the door: the head of the residents' committee.
const HELPER: &str = "X20";

/// A ballot of a home, as its owner marked it.
#[derive(Clone, Copy, Debug)]
struct Marked<'a> {
    party: &'a str,
    /// By whom, where the file says so.
    by: Option<&'a str>,
    choice: &'a str,
    helped: bool,
    unsigned: bool,
    /// What the second clerk reads instead.
    misread: Option<&'a str>,
    /// Nobody has read it a second time.
    read_once: bool,
}

impl<'a> Marked<'a> {
    fn of(cast: &'a Cast) -> Self {
        Self {
            party: &cast.party,
            by: Some(cast.by.strip_prefix("proxy:").unwrap_or(&cast.by)),
            choice: &cast.choice,
            helped: cast.channel == "assisted",
            unsigned: cast.outcome == "invalid:UNSIGNED",
            misread: cast.misread.as_deref(),
            read_once: cast.outcome == "pending:SECOND_CLERK",
        }
    }
}

/// Plans the mandates, ballots and sheets of a vote.
pub(super) fn plan<'a>(vote: &'a Vote, plan: &mut Plan<'a>) -> Result<()> {
    for given in &vote.mandates {
        plan.at(time_ms(&format!("{}T10:00", given.at))?, "mandate", move |teller| {
            mandate(teller, vote, given)
        });
    }
    for cast in &vote.cases {
        let at_ms = time_ms(&cast.at)?;
        let marked = Marked::of(cast);
        match cast.channel.as_str() {
            "online" => plan.at(at_ms, "ballot", move |teller| ballot(teller, vote, marked)),
            _ => plan.at(at_ms, "sheet", move |teller| sheet(teller, vote, marked, at_ms)),
        }
    }
    for bulk in vote.bulk.values().flat_map(|bulk| bulk.split_whitespace()) {
        let (party, rest) = bulk.split_once('=').context("PARTY=CHOICE@TIME")?;
        let (choice, at) = rest.split_once('@').context("PARTY=CHOICE@TIME")?;
        let at_ms = short_time_ms(at)?;
        let (channel, choice) = choice.split_at_checked(1).context("a channel before the choice")?;
        let marked = Marked {
            party,
            by: None,
            choice,
            helped: channel == "a",
            unsigned: false,
            misread: None,
            read_once: false,
        };
        match channel {
            "o" => plan.at(at_ms, "ballot", move |teller| ballot(teller, vote, marked)),
            _ => plan.at(at_ms, "sheet", move |teller| sheet(teller, vote, marked, at_ms)),
        }
    }
    if vote.closed_at.is_some() {
        plan.at(closes_ms(vote)? + 8 * HOUR_MS, "box", move |teller| {
            let sheets = teller.sheets.get(&vote.id).copied().unwrap_or_default();
            if sheets == 0 {
                return Ok(());
            }
            let agenda = teller.named(&format!("{} open", vote.id))?;
            let body = BallotBox { agenda, sheets: (1..=sheets).collect() };
            let entry = teller.say(CLERK, body, vec![])?;
            teller.say(SECOND_CLERK, Confirm { entry }, vec![]).map(drop)
        });
    }
    Ok(())
}

/// The options that are marked, for each item.
fn marks(vote: &Vote, choice: &str) -> Vec<Vec<u32>> {
    if !vote.candidates.is_empty() {
        let stands = |(candidate, place): (&crate::year::Candidate, u32)| {
            choice.contains(candidate.letter.as_str()).then_some(place)
        };
        return vec![vote.candidates.iter().zip(0..).filter_map(stands).collect()];
    }
    let mark = |letter: char| match letter {
        'Y' => 0,
        'N' => 1,
        _ => 2,
    };
    // Of one question all letters are marks; of several each has one.
    if vote.items.len() == 1 {
        return vec![choice.chars().map(mark).collect()];
    }
    choice.chars().map(|letter| vec![mark(letter)]).collect()
}

/// Who casts for a home: whom the file names, else whoever represents it, else its owner.
fn caster(teller: &Teller, marked: &Marked<'_>) -> Result<String, Rejection> {
    let id = *teller.parties.get(marked.party).ok_or(Code::NotOnRoll)?;
    let representative = || {
        let person = teller.story.log.state().naming(&id)?.now()?;
        teller.persons.iter().find(|(_, known)| **known == person).map(|(who, _)| who.clone())
    };
    let first = || marked.party.split('+').next().unwrap_or_default().to_owned();
    Ok(marked.by.map(str::to_owned).or_else(representative).unwrap_or_else(first))
}

fn ballot(teller: &mut Teller, vote: &Vote, marked: Marked<'_>) -> Result<(), Rejection> {
    let agenda = teller.named(&format!("{} open", vote.id))?;
    let id = *teller.parties.get(marked.party).ok_or(Code::NotOnRoll)?;
    let by = caster(teller, &marked)?;
    let blob = Blob::ballot(&agenda, &id, salt()?, &BallotOpening { choice: marks(vote, marked.choice) });
    let state = teller.story.log.state();
    let standing = state.agenda(&agenda).and_then(|agenda| agenda.standing_ballot(&id));
    let body = Ballot { agenda, blob: blob.id(), party: id, supersedes: standing.map(|ballot| ballot.entry) };
    teller.say(&by, body, vec![blob]).map(drop)
}

/// Two clerks read a sheet, neither of them its owner, and a third one if these read otherwise.
fn sheet(teller: &mut Teller, vote: &Vote, marked: Marked<'_>, taken_ms: u64) -> Result<(), Rejection> {
    let agenda = teller.named(&format!("{} open", vote.id))?;
    let party = *teller.parties.get(marked.party).ok_or(Code::NotOnRoll)?;
    let of_several = marked.party.contains('+');
    let by: Option<PersonId> = match marked.by {
        Some(by) if by != marked.party || of_several => Some(teller.person(by)?),
        _ => None,
    };
    let number = teller.sheets.get(&vote.id).copied().unwrap_or_default() + 1;
    let salt = teller.clerks.sheet_salt(&agenda, number);
    let mut choices = vec![marked.choice; 2];
    if let Some(misread) = marked.misread {
        choices = vec![marked.choice, misread, marked.choice];
    }
    if marked.read_once {
        choices.truncate(1);
    }
    let readers = READERS.iter().filter(|reader| !marked.party.split('+').any(|owner| owner == **reader));
    for (reader, choice) in readers.zip(choices) {
        let opening = BallotOpening { choice: marks(vote, choice) };
        let blob = Blob::paper(&agenda, &party, salt, &opening);
        let body = Paper {
            agenda,
            assisted: marked.helped.then(|| teller.person(HELPER)).transpose()?,
            blob: blob.id(),
            by,
            invalid: marked.unsigned.then_some(PaperFlaw::Unsigned),
            party,
            scan: None,
            sheet: number,
            spoilt: spoilt_items(&items(vote), &opening.choice),
            taken_ms,
        };
        teller.say(reader, body, vec![blob])?;
        teller.sheets.insert(vote.id.clone(), number);
    }
    Ok(())
}

/// An owner says who votes for the home: with a phone, or on a form that two clerks record. Whoever is told what to mark, is told
/// what the file has them cast.
fn mandate(teller: &mut Teller, vote: &Vote, given: &Mandate) -> Result<(), Rejection> {
    let notice = teller.named(&vote.id)?;
    let party = *teller.parties.get(&given.party).ok_or(Code::NotOnRoll)?;
    let by_holder = format!("proxy:{}", given.holder);
    let cast = vote.cases.iter().find(|cast| cast.party == given.party && cast.by == by_holder);
    let told = cast.filter(|_| !given.words.contains("代投")).map(|cast| marks(vote, &cast.choice));
    let choice =
        told.map_or_else(|| vec![None; items(vote).len()], |told| told.into_iter().map(Some).collect());
    let terms = ProxyTerms { choice, words: Some(words(&given.words, None)) };
    let terms = Blob::proxy_terms(&notice, &party, salt()?, &terms);
    let body = Proxy {
        document: None,
        notice,
        party,
        person: Some(teller.person(&given.holder)?),
        terms: Some(terms.id()),
        until_ms: None,
    };
    let by = caster(
        teller,
        &Marked {
            party: &given.party,
            by: None,
            choice: "",
            helped: false,
            unsigned: false,
            misread: None,
            read_once: false,
        },
    )?;
    if teller.device(&by).is_ok() {
        return teller.say(&by, body, vec![terms]).map(drop);
    }
    let document = Some(leaf_hash(format!("委托书 {} {}", vote.id, given.party).as_bytes()));
    let entry = teller.say(CLERK, Proxy { document, ..body }, vec![terms])?;
    teller.say(SECOND_CLERK, Confirm { entry }, vec![]).map(drop)
}
