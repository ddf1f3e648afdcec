//! `charter`: who sits in a council, or decides as a residents' meeting, by which rule set, about what, until when.
//!
//! A council that gave itself its mandate would decide what it likes: a residents' committee writes down what the residents' meeting
//! resolved, and somebody of another organisation stands behind it; neither sits in it. What owners decide together (the nine
//! matters of Civil Code 278) no charter hands to anybody.

use std::collections::BTreeSet;

use super::rule_set::RuleSet;
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed};
use crate::body::{Capability, Category};
use crate::calendar::DAY_MS;
use crate::id::{BlobId, EntryId, Hash, OrgId, PersonId, VoterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Proposal, State};
use crate::strict_json::Strict;

/// The fewest and the most members.
const MEMBERS: core::ops::RangeInclusive<usize> = 3..=200;
/// The longest term: five years and their leap days.
const MOST_TERM_MS: u64 = 1827 * DAY_MS;

/// Who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum BodySort {
    /// 议事会: its members, a voice each.
    Council,
    /// 居民会议, 每户一票: the homes of a part of the estate, a voice each, as the newest roll lists them.
    Households,
    /// 居民代表会议: those whom residents chose, a voice each.
    Representatives,
}

/// Says who decides as a council or a residents' meeting, by which rule set, about what, until when.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Charter {
    /// The most that all its decisions together may cost, in fen.
    pub cap_fen: u64,
    /// The kinds of matters that it decides, at least one, each once, in ascending order; none of those that owners decide together.
    pub categories: Vec<Category>,
    /// SHA-256 of the paper on which the mandate was resolved.
    pub document: Hash,
    /// Since when, in milliseconds since 1970.
    pub from_ms: u64,
    /// Its members in ascending order, 3 to 200, each once; of homes none are listed.
    pub members: Vec<PersonId>,
    /// What it is called, a blob of kind `statement`.
    pub name: BlobId,
    /// The charter that ends when this one is in force, if one does.
    pub replaces: Option<EntryId>,
    /// When the mandate was resolved, in milliseconds since 1970.
    pub resolved_ms: u64,
    /// By what its meetings are judged.
    pub rules: RuleSet,
    /// The part of the estate whose matters it decides.
    pub scope: u32,
    /// Who decides.
    pub sort: BodySort,
    /// Until when, exclusive, in milliseconds since 1970; at most five years.
    pub until_ms: u64,
}

/// A charter in force.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct CharterRecord {
    /// What it says.
    pub body: Charter,
    /// Who wrote it down.
    pub by: PersonId,
    /// For which organisations.
    pub orgs: BTreeSet<OrgId>,
    /// Since when it is in force, in milliseconds since 1970.
    pub since_ms: u64,
    /// The charter that took its place.
    pub replaced: Option<EntryId>,
}

impl Category {
    /// Which of the nine matters of Civil Code 278, paragraph 1, matters of that kind are, by their number, where a rule can tell: an
    /// election, fees and who is hired for them, a lift, common ground that is let for advertising. Of others people have to see
    /// it.
    pub const fn owners_matter(self) -> Option<u32> {
        match self {
            Category::Election => Some(3),
            Category::Fee => Some(4),
            Category::LiftInstallation => Some(7),
            Category::Advert => Some(8),
            Category::Access
            | Category::Dogs
            | Category::EBikes
            | Category::Elderly
            | Category::EntranceDoor
            | Category::Fire
            | Category::Greening
            | Category::Leak
            | Category::LiftRepair
            | Category::Lighting
            | Category::Noise
            | Category::Parking
            | Category::Pipes
            | Category::Security
            | Category::ShopNeighbour
            | Category::Waste => None,
        }
    }
}

/// A refusal that names which of the nine matters it is.
pub(crate) fn owners_decide(number: u32) -> Rejection {
    Rejection::with(Code::OwnersMatter, format!("Civil Code 278, paragraph 1, number {number}"))
}

impl Act for Charter {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Notice)?;
        let person = placed.person().ok_or(Code::PersonOnly)?;
        require(placed.is_residents_committee(state, Capability::Notice), Code::CharterGiver)?;
        require(!self.members.contains(&person), Code::CharterGiver)?;
        self.check_now(state, placed.received_ms)?;
        propose(state, placed, self.clone())
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.name, self.rules.source]
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.name)?;
        shown.statement(&self.rules.source)
    }
}

impl Waits for Charter {
    const AUTHOR_HOLDS: Capability = Capability::Notice;
    const SECOND_HOLDS: Capability = Capability::Bylaws;

    fn in_words(&self) -> String {
        "who decides as a council or a residents' meeting".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        for member in &self.members {
            second.is_not(member)?;
        }
        second.of_other_org_as_second()
    }

    fn effect(&self, state: &State, at: &At, proposal: &Proposal) -> Result<Change, Rejection> {
        let Actor::Person(by) = proposal.by else { return Err(Code::PersonOnly.into()) };
        let neighbours = state.is_of_residents_committee(&by, Capability::Notice, at.received_ms);
        require(neighbours, Code::CharterGiver)?;
        self.check_now(state, at.received_ms)?;
        let orgs = proposal.orgs.clone();
        let (entry, body) = (at.entry, self.clone());
        let record = CharterRecord { body, by, orgs, since_ms: at.received_ms, replaced: None };
        Ok(Change::new(move |state| {
            let replaced = record.body.replaces.and_then(|old| state.charters.get_mut(&old));
            if let Some(old) = replaced {
                old.replaced = Some(entry);
            }
            state.charters.insert(entry, record);
        }))
    }
}

impl Charter {
    fn check_now(&self, state: &State, now_ms: u64) -> Result<(), Rejection> {
        let term_ms = self.until_ms.saturating_sub(self.from_ms);
        let dates = (1..=MOST_TERM_MS).contains(&term_ms)
            && now_ms < self.until_ms
            && self.resolved_ms <= now_ms
            && self.rules.in_force_ms <= now_ms;
        let listed = !self.categories.is_empty() && self.categories.is_sorted_by(|left, right| left < right);
        let seats = match self.sort {
            BodySort::Households => self.members.is_empty(),
            BodySort::Council | BodySort::Representatives => {
                MEMBERS.contains(&self.members.len()) && self.members.is_sorted_by(|left, right| left < right)
            }
        };
        let sound = dates && listed && seats && self.document != Hash::ZERO && self.rules.is_sound();
        require(sound, Code::CharterInvalid)?;
        if let Some(number) = self.categories.iter().find_map(|kind| kind.owners_matter()) {
            return Err(owners_decide(number));
        }
        let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
        require(roll.scopes.contains_key(&self.scope), Code::ScopeUnknown)?;
        let known =
            |person: &PersonId| roll.people.contains_key(person) || state.persons.contains_key(person);
        require(self.members.iter().all(known), Code::PersonUnknown)?;
        let staff = self.members.iter().any(|member| state.is_managers_staff(member, now_ms));
        require(!staff, Code::HandBarred)?;
        let Some(old) = &self.replaces else { return Ok(()) };
        let old = state.charters.get(old).ok_or(Code::CharterUnknown)?;
        require(old.replaced.is_none(), Code::CharterOver)
    }

    /// Whether somebody is a member.
    pub fn seats(&self, voter: &VoterId) -> bool {
        self.members.iter().any(|member| VoterId::from(*member) == *voter)
    }
}
