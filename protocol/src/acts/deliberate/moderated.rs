//! Residents' words that can be reported and hidden, and what became of them: shared by `report`, `moderate` and `appeal`.
//!
//! Whoever hides what somebody said does it to a neighbour, and may do it to silence a complaint. So the reasons are a closed
//! list, the author may turn to another organisation, and whatever nobody rules upon is shown again.

use std::collections::{BTreeMap, BTreeSet};

use crate::body::OrgKind;
use crate::calendar::DAY_MS;
use crate::course::{CourseStage, Subject};
use crate::id::{BlobId, EntryId, MatterId, OrgId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Matter, State};
use crate::strict_json::Strict;

/// How long an author may appeal, and how long another organisation has for its ruling.
pub(crate) const APPEAL_MS: u64 = 7 * DAY_MS;

/// Why words are reported or hidden. There is no other reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum HideReason {
    /// 广告: it sells something.
    Advertising,
    /// 人身攻击: it insults somebody or attacks them as a person.
    Insult,
    /// 个人信息: it tells who somebody is, where they live, or how they are reached.
    PersonalData,
    /// 重复: the same was said there before; of an opinion alone.
    Repeated,
    /// 违法: the law forbids it.
    Unlawful,
}

impl HideReason {
    /// Every reason, in the order in which screens list them.
    pub const ALL: [HideReason; 5] = [
        HideReason::PersonalData,
        HideReason::Insult,
        HideReason::Advertising,
        HideReason::Unlawful,
        HideReason::Repeated,
    ];

    /// Whether it can be said of a matter or of an opinion. A matter that was brought up before is merged, with an answer.
    pub fn fits(self, of_matter: bool) -> bool {
        !of_matter || self != HideReason::Repeated
    }
}

/// An appeal against a hiding.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Appealed {
    /// Its entry.
    pub entry: EntryId,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// Why, a blob of kind `appeal`.
    pub text: BlobId,
}

/// How a hiding was ruled upon, or taken back.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Ruled {
    /// Its entry.
    pub entry: EntryId,
    /// Whether the words are shown from then on.
    pub shows: bool,
    /// Whether those who hid them took that back.
    pub own: bool,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
}

/// A hiding.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Hiding {
    /// Its entry.
    pub entry: EntryId,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// Who hid them.
    pub by: PersonId,
    /// The organisations for which that person could hide words then.
    pub orgs: BTreeSet<OrgId>,
    /// Why, of the closed list.
    pub reason: HideReason,
    /// Why, in words.
    pub text: BlobId,
    /// What the words' author says to it.
    pub appeal: Option<Appealed>,
    /// What became of it.
    pub ruling: Option<Ruled>,
}

/// Words that were reported or hidden.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Moderated {
    /// Who said them.
    pub author: PersonId,
    /// The words.
    pub blob: BlobId,
    /// Whether they are a matter's own.
    pub of_matter: bool,
    /// Who reported them, and why.
    pub reports: Map<PersonId, HideReason>,
    /// Whether somebody has reported them since an office looked at them last.
    pub waits: bool,
    /// Every time they were hidden, in log order.
    pub hidings: Vec<Hiding>,
}

impl Hiding {
    /// Whether somebody hid the words, or somebody of an organisation for which they may hide words now.
    pub(crate) fn is_by(&self, person: &PersonId, orgs: &BTreeSet<OrgId>) -> bool {
        self.by == *person || !self.orgs.is_disjoint(orgs)
    }
}

impl Moderated {
    /// The hiding that holds or was ruled upon; none if there is none, or those who hid the words took it back.
    pub fn hiding(&self) -> Option<&Hiding> {
        self.hidings.last().filter(|hiding| !hiding.ruling.as_ref().is_some_and(|ruling| ruling.own))
    }

    /// Where its last act left it.
    pub(crate) fn after(&self, matter: &Matter) -> CourseStage {
        let noticed = self.of_matter && !matter.notices.is_empty();
        let Some(hiding) = self.hiding() else {
            return if self.waits { CourseStage::Reported } else { CourseStage::Left };
        };
        match (&hiding.ruling, &hiding.appeal) {
            // Whoever is to vote on a matter reads what it asks for.
            _ if noticed => CourseStage::ShownAgain,
            (Some(ruling), _) if ruling.shows => CourseStage::ShownAgain,
            (Some(_), _) => CourseStage::KeptHidden,
            (None, Some(_)) => CourseStage::Appealed,
            (None, None) => CourseStage::Hidden,
        }
    }

    /// Until when its author may appeal, or another organisation has for its ruling, in milliseconds since 1970.
    pub(crate) fn appeal_until_ms(&self) -> Option<u64> {
        self.hiding().map(|hiding| hiding.at_ms.saturating_add(APPEAL_MS))
    }

    /// Until when another organisation has for its ruling before the words are shown again, in milliseconds since 1970.
    pub(crate) fn ruling_until_ms(&self) -> Option<u64> {
        let appeal = self.hiding()?.appeal.as_ref()?;
        Some(appeal.at_ms.saturating_add(APPEAL_MS))
    }
}

/// How often organisations of a sort hid words for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct HiddenSum {
    /// The sort of organisation.
    pub org: OrgKind,
    /// Why.
    pub reason: HideReason,
    /// How many are hidden now.
    pub hidden: u32,
    /// How many are shown again.
    pub shown: u32,
}

impl State {
    /// The words of a matter that an entry says: the matter's own, or an opinion about it. No other words are here: questions
    /// about money and their answers, what offices say, notices and marks are neither reported nor hidden.
    ///
    /// # Errors
    /// `MATTER_UNKNOWN`, `WORDS_UNKNOWN`.
    pub fn moderated(&self, matter: &MatterId, words: &EntryId) -> Result<(&Matter, Moderated), Rejection> {
        let of = self.matters.get(matter).ok_or(Code::MatterUnknown)?;
        if let Some(known) = of.moderated.get(words) {
            return Ok((of, known.clone()));
        }
        let (author, blob) = if words == matter {
            (of.raiser, of.text)
        } else {
            let opinion = of.opinions.values().find(|opinion| opinion.entry == *words);
            let opinion = opinion.ok_or(Code::WordsUnknown)?;
            (opinion.person, opinion.blob)
        };
        let (reports, hidings) = (Map::new(), Vec::new());
        let fresh = Moderated { author, blob, of_matter: words == matter, reports, waits: false, hidings };
        Ok((of, fresh))
    }

    /// Where the words that an entry says stand at a moment, in milliseconds since 1970, if they were reported or hidden.
    pub fn words_stage(&self, matter: &Matter, words: &EntryId, now_ms: u64) -> Option<CourseStage> {
        let moderated = matter.moderated.get(words)?;
        Some(Subject::Words(matter, moderated).stage(self, now_ms))
    }

    /// Whether the words that an entry says are hidden at a moment, in milliseconds since 1970.
    pub fn hides(&self, matter: &Matter, words: &EntryId, now_ms: u64) -> bool {
        self.words_stage(matter, words, now_ms).is_some_and(CourseStage::is_hidden)
    }

    /// Whether a blob is shown to nobody but its author and those who hide and rule: every entry that says it is hidden.
    /// Another entry that says the same is judged by itself, so that nobody hides a neighbour's words by saying them again.
    pub fn is_hidden_blob(&self, blob: &BlobId, now_ms: u64) -> bool {
        let hidden = |(matter, entry, said): (&Matter, &EntryId, &BlobId)| {
            (said == blob).then(|| self.hides(matter, entry, now_ms))
        };
        let moderated = self.matters.values().flat_map(|matter| matter.moderated.values());
        // Only what was reported or hidden is looked up: whoever asks for another text costs little.
        if !moderated.into_iter().any(|one| one.blob == *blob) {
            return false;
        }
        self.said().filter_map(hidden).all(|hidden| hidden)
    }

    /// The blobs that are hidden at a moment, in milliseconds since 1970.
    pub fn hidden_blobs(&self, now_ms: u64) -> BTreeSet<BlobId> {
        let (mut hidden, mut shown) = (BTreeSet::new(), BTreeSet::new());
        for (matter, entry, blob) in self.said() {
            if self.hides(matter, entry, now_ms) {
                hidden.insert(*blob)
            } else {
                shown.insert(*blob)
            };
        }
        hidden.difference(&shown).copied().collect()
    }

    /// Everything that residents said about matters: of which, by which entry, in which blob.
    fn said(&self) -> impl Iterator<Item = (&Matter, &EntryId, &BlobId)> {
        self.matters.iter().flat_map(|(id, matter)| {
            let opinions = matter.opinions.values().map(move |said| (matter, &said.entry, &said.blob));
            core::iter::once((matter, id, &matter.text)).chain(opinions)
        })
    }

    /// How often words were hidden, by sort of organisation and reason, for everybody to see. What several organisations hid
    /// together counts for each.
    pub fn hidden_sums(&self, now_ms: u64) -> Vec<HiddenSum> {
        let mut sums: BTreeMap<(OrgKind, HideReason), (u32, u32)> = BTreeMap::new();
        for matter in self.matters.values() {
            for (words, moderated) in &matter.moderated {
                let hidden = self.hides(matter, words, now_ms);
                for (place, hiding) in moderated.hidings.iter().enumerate() {
                    let last = place.saturating_add(1) == moderated.hidings.len();
                    let kinds = hiding.orgs.iter().filter_map(|org| self.orgs.get(org)).map(|org| org.kind);
                    for kind in kinds.collect::<BTreeSet<_>>() {
                        let (now, again) = sums.entry((kind, hiding.reason)).or_default();
                        let sum = if hidden && last { now } else { again };
                        *sum = sum.saturating_add(1);
                    }
                }
            }
        }
        let sum = |((org, reason), (hidden, shown))| HiddenSum { org, reason, hidden, shown };
        sums.into_iter().map(sum).collect()
    }
}

/// That a matter's words can still be hidden: not once they are put to the vote.
pub(crate) fn check_not_noticed(matter: &Matter, moderated: &Moderated) -> Result<(), Rejection> {
    // A vote that is owed asks in these words.
    let at_vote = !matter.notices.is_empty() || matter.demand.handed_in.is_some();
    require(!(moderated.of_matter && at_vote), Code::WordsAtVote)
}

/// Keeps what became of words.
pub(crate) fn keep(state: &mut State, (matter, words): (MatterId, EntryId), moderated: Moderated) {
    if let Some(matter) = state.matters.get_mut(&matter) {
        matter.moderated.insert(words, moderated);
    }
}
