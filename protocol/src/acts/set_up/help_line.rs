//! `help-line`: says where an organisation is found, when, and under which telephone number, for whoever wants paper or
//! has no smartphone.
//!
//! Who puts a number here is rung by people who trust the estate. So it is said by somebody whose office has no limit, for
//! their own organisation alone, and stands once somebody who lets people in stands behind it. Taking one down is quick.

use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::propose;
use crate::apply::{At, Change, Placed};
use crate::blob::{BlobKind, Words};
use crate::body::{Capability, Proposed};
use crate::course::{CourseStage, Subject};
use crate::id::{BlobId, Hash, OrgId};
use crate::ledger::is_words;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Org, Proposal, State};
use crate::strict_json::Strict;

/// The most signs of each text of a [`HelpText`].
const MAX_HELP: usize = 100;
/// The most signs of a telephone number as it is written.
const MAX_TELEPHONE: usize = 32;

/// Says where an organisation is found, when, and under which telephone number, or takes that down.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HelpLine {
    /// Whose line.
    pub org: OrgId,
    /// What it says, a blob of kind `help-text`; none takes down what stands and what waits.
    pub text: Option<BlobId>,
}

/// Where an organisation is found, when, and under which telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HelpText {
    /// When, such as `周一至周五 9:00–11:30`: each text 1 to 100 signs on one line.
    pub hours: Words,
    /// Where, likewise.
    pub place: Words,
    /// What for, such as `要纸质票、不会用手机`, likewise.
    pub purpose: Words,
    /// The telephone number as people write it: 3 to 20 digits, with spaces, `-`, `(`, `)` between and a `+` before them; 32 signs at most.
    pub telephone: String,
}

/// Where an organisation said last that it is found, or that it took that down.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct HelpLineRecord {
    /// Who said so.
    pub by: Actor,
    /// The place in the log of the entry that says it.
    pub index: u64,
    /// The place in the log of the entry that put it in force, itself if it takes a line down.
    pub in_force: u64,
    /// What it says; none once it was taken down.
    pub text: Option<BlobId>,
}

impl Act for HelpLine {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let by = placed.actor()?;
        let takes_down = self.text.is_none();
        if !(takes_down && matches!(by, Actor::Root(_))) {
            placed.require(state, Capability::Raise)?;
        }
        let org = state.orgs.get(&self.org).ok_or(Code::OrgUnknown)?;
        if matches!(by, Actor::Person(_)) {
            require(speaks(state, &by, &self.org, placed.received_ms), Code::OutOfReach)?;
        }
        if !takes_down {
            return propose(state, placed, self.clone());
        }
        let said = org.help_line.as_ref();
        let stands = said.is_some_and(|said| said.text.is_some());
        require(stands || waits(state, self, placed.received_ms), Code::HelpLineNone)?;
        let record = HelpLineRecord { by, index: placed.index, in_force: placed.index, text: None };
        Ok(set(self.org, record))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.text.into_iter().collect()
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(text) = &self.text else { return Ok(()) };
        let said = shown.read::<HelpText>(text, BlobKind::HelpText, &Hash::ZERO)?;
        require(said.as_ref().is_none_or(HelpText::is_well_formed), Code::HelpLineInvalid)
    }
}

impl Waits for HelpLine {
    const AUTHOR_HOLDS: Capability = Capability::Raise;
    // Volunteers and contractors bring up matters for others too: people are sent where those say who let them in.
    const SECOND_HOLDS: Capability = Capability::Codes;

    fn in_words(&self) -> String {
        "where an organisation is found and rung".to_owned()
    }

    /// Whatever was said or taken down after it was proposed holds in its place.
    fn effect(&self, state: &State, at: &At, proposal: &Proposal) -> Result<Change, Rejection> {
        require(speaks(state, &proposal.by, &self.org, at.received_ms), Code::OutOfReach)?;
        let last = state.orgs.get(&self.org).and_then(|org| org.help_line.as_ref());
        require(last.is_none_or(|last| last.index < proposal.index), Code::HelpLineSuperseded)?;
        let (by, index) = (proposal.by, proposal.index);
        Ok(set(self.org, HelpLineRecord { by, index, in_force: at.index, text: self.text }))
    }
}

fn set(org: OrgId, record: HelpLineRecord) -> Change {
    Change::new(move |state| {
        if let Some(org) = state.orgs.get_mut(&org) {
            org.help_line = Some(record);
        }
    })
}

/// Whether somebody says for an organisation where it is found: an office that is limited to a part of the estate says
/// nothing for all of it.
fn speaks(state: &State, by: &Actor, org: &OrgId, at_ms: u64) -> bool {
    let Actor::Person(person) = by else { return false };
    let mut grants = state.grants_of(person, Capability::Raise, at_ms);
    grants.any(|grant| grant.org == *org && grant.reach.is_everywhere())
}

/// Whether a line of the organisation could still come into force.
fn waits(state: &State, body: &HelpLine, at_ms: u64) -> bool {
    let last = state.orgs.get(&body.org).and_then(|org| org.help_line.as_ref());
    state.proposals.values().any(|proposal| {
        matches!(&proposal.act, Proposed::HelpLine(line) if line.org == body.org)
            && Subject::Proposal(proposal).stage(state, at_ms) == CourseStage::Proposed
            && last.is_none_or(|last| last.index < proposal.index)
    })
}

impl HelpText {
    /// Whether it can be shown and rung: every text is there, on one line and in the order in which it is read, and the number is one.
    pub fn is_well_formed(&self) -> bool {
        let fits = |words: &Words| words.texts().all(|text| is_line(text, MAX_HELP));
        [&self.hours, &self.place, &self.purpose].into_iter().all(fits) && is_telephone(&self.telephone)
    }

    /// The number as a telephone dials it: its digits, and a `+` if it begins with one.
    pub fn dialled(&self) -> String {
        self.telephone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
    }
}

/// Whether a text can be shown on one line and is read as it is written: signs that turn the direction of writing could show
/// the digits of another number.
fn is_line(text: &str, most: usize) -> bool {
    let turns = |sign| matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = |sign| matches!(sign, '\u{2028}' | '\u{2029}');
    is_words(text, most) && !text.chars().any(|sign| turns(sign) || breaks(sign))
}

/// Whether a text is a telephone number, in the digits that every telephone has: others look alike and ring elsewhere.
fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let (first, rest) = text.split_at_checked(1).unwrap_or_default();
    let begins = first.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | '('));
    let goes_on = rest.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '(' | ')'));
    let ends = text.ends_with(|sign: char| sign.is_ascii_digit());
    (3..=20).contains(&digits) && text.len() <= MAX_TELEPHONE && begins && goes_on && ends
}

impl State {
    /// The lines that stand at a moment, by organisation: those of people who still say for it where it is found. With an
    /// office ends what its holder told everybody to ring.
    pub fn help_lines_at(&self, at_ms: u64) -> impl Iterator<Item = (&OrgId, &Org, &HelpLineRecord)> {
        let lines = self.orgs.iter().filter_map(|(id, org)| Some((id, org, org.help_line.as_ref()?)));
        lines.filter(move |(id, _, line)| line.text.is_some() && speaks(self, &line.by, id, at_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_dials_the_digits_that_are_read_and_nothing_else() {
        for (written, dialled) in [
            ("0571-8888 1234", "057188881234"),
            ("+86 (571) 8888-1234", "+8657188881234"),
            ("(0571) 8888 1234", "057188881234"),
            ("110", "110"),
        ] {
            assert!(is_telephone(written), "{written}");
            let words = || Words::zh("说了");
            let (hours, place, purpose) = (words(), words(), words());
            let text = HelpText { hours, place, purpose, telephone: written.to_owned() };
            assert_eq!((text.dialled().as_str(), text.is_well_formed()), (dialled, true));
        }
        for wrong in [
            "",
            "11",
            "+",
            "1 1",
            "８８８８",
            "8888#1",
            "8888;ext=1",
            "0571*8888",
            "8888+1",
            " 8888",
            "8888-",
        ] {
            assert!(!is_telephone(wrong), "{wrong}");
        }
        assert!(!is_telephone(&"1".repeat(21)) && !is_telephone(&format!("1{}11", " ".repeat(30))));
    }
}
