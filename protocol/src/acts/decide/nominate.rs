//! `nominate`: somebody stands for an organisation that a matter's vote elects, or no longer does.
//!
//! Nobody is a candidate against their will: they say so with their own phone, or an office records the paper that they signed. What
//! makes somebody eligible is a list, each with where it was looked up; whoever stands behind it is of another organisation than the
//! one that is elected, for a committee that chose its rivals would choose its successors.

use crate::acts::{Act, Waits};
use crate::admit::{Shown, is_title};
use crate::apply::often::Often;
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed, open_matter};
use crate::blob::{BlobKind, Words};
use crate::body::{Capability, OrgKind};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, Hash, MatterId, OrgId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, CandidateRecord, Matter, Proposal, State};
use crate::strict_json::Strict;
use crate::visible::shows;

/// The most candidates of a matter: as many as an election can list.
const MOST_CANDIDATES: usize = 64;
/// The longest term, in years (业主大会和业主委员会指导规则, on the term of a committee).
const MOST_YEARS: u32 = 5;

/// What is asked of a candidate beside what the log tells by itself: that they own a home here and hold no office of the manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum CandidateCheck {
    /// 具有完全民事行为能力: able to act for themselves in law.
    Able,
    /// 没有拖欠物业费等: owes nothing, where the bylaws ask for that.
    NoArrears,
    /// 本人、配偶、直系亲属均不在物业公司任职: neither they, their spouse nor their lineal kin work for the manager.
    Unrelated,
}

/// Where a check was looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum CheckSource {
    /// 缴费记录: the accounts of the fees.
    Accounts,
    /// 本人承诺: what the candidate declared and signed.
    Declaration,
    /// 社区掌握的情况: what the residents' committee knows.
    Neighbourhood,
    /// 户籍或身份登记: the register of persons.
    Register,
    /// 物业人员名单: the manager's list of its staff.
    StaffList,
}

/// A check: which, whether it is met, and where that was looked up.
pub type CheckRow = (CandidateCheck, bool, CheckSource);

/// What somebody stands for, and what was checked.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Candidacy {
    /// What makes the person eligible, in alphabetical order, each once: `able` and `unrelated` always, `no-arrears` where the bylaws ask for it.
    #[strict(row("check", "met", "source"))]
    pub checks: Vec<CheckRow>,
    /// SHA-256 of the paper on which the person agreed, if an office records it.
    pub document: Option<Hash>,
    /// Which organisation is elected.
    pub org: OrgId,
    /// What ballots call the candidate, 1 to 80 signs, a blob of kind `statement`.
    pub text: BlobId,
    /// How many years the office lasts that is stood for, 1 to 5.
    pub years: u32,
}

/// Stands for an organisation that a matter's vote elects, or no longer does.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Nominate {
    /// What the person stands for; none takes it back.
    pub candidacy: Option<Candidacy>,
    /// Whose vote elects.
    pub matter: MatterId,
    /// Who stands.
    pub person: PersonId,
}

impl Act for Nominate {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let Some(candidacy) = &self.candidacy else { return self.take_back(state, placed) };
        let own = candidacy.document.is_none();
        if own {
            let author = placed.person().ok_or(Code::PersonOnly)?;
            require(author == self.person, Code::CandidacyNotYours)?;
        } else {
            placed.require(state, Capability::Tally)?;
        }
        let matter = self.matter(state, placed.received_ms)?;
        if !own {
            placed.require_for(state, Capability::Tally, &matter.concern())?;
        }
        self.check_now(state, matter, candidacy, placed.received_ms)?;
        if own {
            placed.require_vouched(state)?;
        }
        let about = (Often::Candidacy, self.matter.as_bytes().as_slice());
        let once_more = if own { Some(placed.once_more(state, &self.person, about)?) } else { None };
        let proposed = propose(state, placed, self.clone())?;
        Ok(Change::new(move |state| {
            if let Some(once_more) = once_more {
                once_more.note(state);
            }
            proposed.carry_out(state);
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.matter)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.candidacy.iter().map(|candidacy| candidacy.text).collect()
    }

    /// What an office wrote down from paper is not its words.
    fn own_words(&self) -> Vec<BlobId> {
        if self.is_recorded() { Vec::new() } else { self.named_blobs() }
    }

    fn kept_words(&self) -> Vec<BlobId> {
        if self.is_recorded() { self.named_blobs() } else { Vec::new() }
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(candidacy) = &self.candidacy else { return Ok(()) };
        let words = shown.read::<Words>(&candidacy.text, BlobKind::Statement, &Hash::ZERO)?;
        require(words.as_ref().is_none_or(is_title), Code::WordsMissing)?;
        self.admit_name(shown)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        self.other_names(state)
    }
}

impl Waits for Nominate {
    const AUTHOR_HOLDS: Capability = Capability::Tally;

    fn in_words(&self) -> String {
        "somebody who stands for an election".to_owned()
    }

    /// Whoever stands with their own phone acts by no office.
    fn by_office(&self) -> bool {
        self.is_recorded()
    }

    /// Whoever stands behind a candidate neither is one nor acts only for those who are elected; nor for those alone who wrote it down.
    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        require(self.candidacy.is_some(), Code::NothingToConfirm)?;
        let matter = second.state().matters.get(&self.matter).ok_or(Code::MatterUnknown)?;
        let rivals = matter.standing_candidates().map(|(_, record)| record.person);
        for person in rivals.chain([self.person]) {
            second.is_not(&person)?;
        }
        second.reaches(Capability::Tally, &matter.concern())?;
        // Whichever committee they stand for: of the one that is elected they would make another.
        let committees = second.state().orgs.iter().filter(|(_, org)| org.kind == OrgKind::Committee);
        let elected = committees.map(|(id, _)| *id).collect();
        second.of_other_org_than(&elected)?;
        if self.is_recorded() { second.of_other_org() } else { Ok(()) }
    }

    fn effect(&self, state: &State, at: &At, proposal: &Proposal) -> Result<Change, Rejection> {
        let candidacy = self.candidacy.clone().ok_or(Code::NothingToConfirm)?;
        let matter = self.matter(state, at.received_ms)?;
        let back = matter.taken_back.get(&self.person);
        require(back.is_none_or(|index| *index < proposal.index), Code::CandidacyTakenBack)?;
        self.check_now(state, matter, &candidacy, at.received_ms)?;
        require(matter.standing_candidates().count() < MOST_CANDIDATES, Code::CandidacyInvalid)?;
        // Ballots name candidates by the beginning of their entry's id, and a vote names them for ever: whoever makes two entries alike
        // stands by one of them, also where the other was taken back.
        require(matter.candidate(&option_of(&at.entry)).is_none(), Code::CandidacyInvalid)?;
        let record = CandidateRecord {
            candidacy,
            person: self.person,
            posted_ms: at.received_ms,
            index: at.index,
            withdrawn_ms: None,
        };
        let (id, entry, trail) = (self.matter, at.entry, [proposal.index, at.index]);
        Ok(Change::new(move |state| {
            if let Some(matter) = state.matters.get_mut(&id) {
                // What nobody stands behind is not of the matter's trail: else a few could fill it.
                for index in trail {
                    matter.trail.insert(index);
                }
                matter.candidates.insert(entry, record);
            }
        }))
    }
}

/// The committee that an election is of, where the log tells: the one that was seated last, or the only one.
fn committee(state: &State) -> Option<OrgId> {
    let committees = state.orgs.iter().filter(|(_, org)| org.kind == OrgKind::Committee);
    let all: Vec<_> =
        committees.map(|(id, org)| (org.seated.as_ref().map(|seated| seated.noticed_ms), *id)).collect();
    let last = all.iter().filter(|(seated, _)| seated.is_some()).max_by_key(|(seated, _)| *seated);
    last.or_else(|| all.first().filter(|_| all.len() == 1)).map(|(_, id)| *id)
}

/// What ballots and notices call a candidate: the first 16 digits of the id of the entry by which they stand.
pub fn option_of(entry: &EntryId) -> String {
    let mut id = entry.to_string();
    id.truncate(16);
    id
}

/// What is seen of words, in small letters and without spaces.
fn seen(text: &str) -> String {
    text.chars().filter(|sign| shows(*sign)).flat_map(char::to_lowercase).collect()
}

impl Nominate {
    /// What those call themselves who stand for the matter now. What was erased is nobody's name.
    pub(crate) fn other_names(&self, state: &State) -> Vec<BlobId> {
        let matter = state.matters.get(&self.matter).filter(|_| self.candidacy.is_some());
        let standing = matter.into_iter().flat_map(Matter::standing_candidates);
        let others = standing.filter(|(_, record)| record.person != self.person);
        others
            .map(|(_, record)| record.candidacy.text)
            .filter(|text| !state.erased.contains_key(text))
            .collect()
    }

    /// That nobody who stands is called so: on the ballot two of one name could not be told apart.
    pub(crate) fn admit_name(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let said = self.candidacy.as_ref().filter(|said| !shown.state.erased.contains_key(&said.text));
        let Some(candidacy) = said else { return Ok(()) };
        let read = |shown: &mut Shown<'_>, text: &BlobId| {
            shown.read::<Words>(text, BlobKind::Statement, &Hash::ZERO)
        };
        let Some(own) = read(shown, &candidacy.text)? else { return Ok(()) };
        for other in self.other_names(shown.state) {
            let taken = read(shown, &other)?.is_some_and(|other| seen(&other.text) == seen(&own.text));
            require(!taken, Code::CandidacyNameTaken)?;
        }
        Ok(())
    }

    /// Whether an office recorded it from paper.
    fn is_recorded(&self) -> bool {
        self.candidacy.as_ref().is_some_and(|candidacy| candidacy.document.is_some())
    }

    /// The matter, if people can stand for it now: it concerns all owners, was accepted, and no vote about it is under way.
    fn matter<'a>(&self, state: &'a State, now_ms: u64) -> Result<&'a Matter, Rejection> {
        let matter = open_matter(state, &self.matter)?;
        let subject = Subject::Matter(matter);
        let stage = subject.stage(state, now_ms);
        require(stage != CourseStage::Raised, Code::MatterNotAccepted)?;
        require(subject.course().lets(stage, Deed::Notice), Code::MatterUnderWay)?;
        let whole = state.newest_roll().and_then(|(_, roll)| roll.estate_scope());
        require(whole == Some(matter.scope), Code::ScopeTooNarrow)?;
        Ok(matter)
    }

    /// What the log alone tells of the candidacy and of who stands.
    fn check_now(
        &self,
        state: &State,
        matter: &Matter,
        candidacy: &Candidacy,
        now_ms: u64,
    ) -> Result<(), Rejection> {
        let org = state.orgs.get(&candidacy.org).ok_or(Code::OrgUnknown)?;
        let checks = &candidacy.checks;
        let has = |asked| checks.iter().any(|(check, ..)| *check == asked);
        let sound = org.kind == OrgKind::Committee
            && (1..=MOST_YEARS).contains(&candidacy.years)
            && candidacy.document != Some(Hash::ZERO)
            && checks.is_sorted_by(|(left, ..), (right, ..)| left < right)
            && has(CandidateCheck::Able)
            && has(CandidateCheck::Unrelated);
        require(sound, Code::CandidacyInvalid)?;
        let unmet = checks.iter().find(|(_, met, _)| !met);
        if let Some((check, ..)) = unmet {
            let check = crate::strict_json::write_text(check);
            return Err(Rejection::with(Code::CheckNotMet, check.trim_matches('"')));
        }
        let known = committee(state);
        require(known.is_none_or(|known| known == candidacy.org), Code::CandidacyMismatch)?;
        let mut others = matter.standing_candidates();
        let alike = |known: &Candidacy| known.org == candidacy.org && known.years == candidacy.years;
        require(others.clone().all(|(_, record)| alike(&record.candidacy)), Code::CandidacyMismatch)?;
        require(!others.any(|(_, record)| record.person == self.person), Code::AlreadyNominated)?;
        let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
        let owners = AgendaVoters::in_scope(roll, matter.scope, state.bylaws.parking_counts);
        require(owners.is_owner(&self.person), Code::NotOnRoll)?;
        let staff = state.is_managers_staff(&self.person, now_ms);
        require(!staff, Code::CandidateBarred)
    }

    /// Takes a candidacy back, and whatever of the person waits. Only its person does, at any time: whoever is on the ballots stays on
    /// them, and is not seated.
    fn take_back(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let author = placed.person().ok_or(Code::PersonOnly)?;
        require(author == self.person, Code::CandidacyNotYours)?;
        // A letter alone would let whoever issues it speak for somebody who stands by paper.
        placed.require_vouched(state)?;
        let matter = open_matter(state, &self.matter)?;
        let stands = matter.standing_candidates().find(|(_, record)| record.person == author);
        let stands = stands.map(|(entry, _)| *entry);
        let back = matter.taken_back.get(&author).copied();
        let since = |proposal: &&Proposal| back.is_none_or(|index| proposal.index > index);
        let waits = state.proposals.values().filter(since).any(|proposal| self.is_of(proposal));
        require(stands.is_some() || waits, Code::CandidacyNone)?;
        let (id, index, now_ms) = (self.matter, placed.index, placed.received_ms);
        Ok(Change::new(move |state| {
            let Some(matter) = state.matters.get_mut(&id) else { return };
            matter.taken_back.insert(author, index);
            if let Some(record) = stands.and_then(|entry| matter.candidates.get_mut(&entry)) {
                record.withdrawn_ms = Some(now_ms);
                matter.trail.insert(index);
            }
        }))
    }

    /// Whether a proposal is one of the same person for the same matter that nobody has put in force.
    fn is_of(&self, proposal: &Proposal) -> bool {
        let crate::body::Proposed::Nominate(other) = &proposal.act else { return false };
        proposal.in_force.is_none() && other.matter == self.matter && other.person == self.person
    }
}
