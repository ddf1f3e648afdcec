//! Who spoke, as far as everybody may know: an office's title or an owner's building, never a name or a room.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::blob::{Evidence, Place};
use yishi_protocol::body::Capability;
use yishi_protocol::id::{BlobId, PersonId, UnitId};
use yishi_protocol::state::{KeyHolder, Person, Unit};
use yishi_protocol::view::{Speaker, SpeakerRole};

use super::error::ApiError;
use super::frozen::Frozen;

/// The speakers of one answer, each looked up once.
#[derive(Debug, Default)]
pub(super) struct Speakers {
    /// The part of the estate that is spoken about.
    about: Option<u32>,
    known: BTreeMap<PersonId, Speaker>,
    /// What was fetched for many of them at once.
    texts: Evidence,
}

impl Speakers {
    /// Speakers about a part of the estate: an owner with homes in several buildings speaks as the owner of one of these, if
    /// there is one in that part.
    pub(super) fn about(scope: u32) -> Self {
        Self { about: Some(scope), ..Self::default() }
    }

    /// Fetches at once what many speakers are called.
    pub(super) async fn expect(
        &mut self,
        frozen: &Frozen,
        persons: impl IntoIterator<Item = PersonId>,
    ) -> Result<(), ApiError> {
        let texts = persons.into_iter().filter_map(|person| standing(frozen, &person, self.about).1);
        let texts: BTreeSet<BlobId> = texts.filter(|text| self.texts.get(text).is_none()).collect();
        if !texts.is_empty() {
            for text in frozen.at_hand(texts).await? {
                self.texts.insert(text);
            }
        }
        Ok(())
    }

    /// Who somebody is to the estate now.
    pub(super) async fn of(&mut self, frozen: &Frozen, person: &PersonId) -> Result<Speaker, ApiError> {
        if let Some(known) = self.known.get(person) {
            return Ok(known.clone());
        }
        self.expect(frozen, [*person]).await?;
        let speaker = speaker(frozen, person, self.about, &self.texts);
        self.known.insert(*person, speaker.clone());
        Ok(speaker)
    }
}

/// Who somebody is to the estate now, by the texts that are at hand.
pub(super) fn speaker(frozen: &Frozen, person: &PersonId, about: Option<u32>, texts: &Evidence) -> Speaker {
    let (role, text) = standing(frozen, person, about);
    let mut speaker = Speaker { role, building: None, title: None };
    match (role, text.and_then(|text| texts.get(&text))) {
        (_, None) => {}
        (SpeakerRole::Owner, Some(place)) => {
            speaker.building = place.open::<Place>().ok().map(|place| place.building);
        }
        (SpeakerRole::Host | SpeakerRole::Occupier | SpeakerRole::Officer, Some(title)) => {
            speaker.title = title.open().ok();
        }
    }
    speaker
}

/// The blob that says in words what somebody is to the estate now.
pub(super) fn text_of(frozen: &Frozen, person: &PersonId, about: Option<u32>) -> Option<BlobId> {
    standing(frozen, person, about).1
}

/// What somebody is to the estate now, and the blob that says it in words.
fn standing(frozen: &Frozen, person: &PersonId, about: Option<u32>) -> (SpeakerRole, Option<BlobId>) {
    let state = frozen.state();
    let record = state.person(person);
    if let Some(officer) = record.filter(|record| record.grants_at(frozen.now_ms).next().is_some()) {
        let answers = state.holds(KeyHolder::Person(*person), Capability::Answer, frozen.now_ms);
        let role = if answers { SpeakerRole::Host } else { SpeakerRole::Officer };
        return (role, title_text(frozen, officer));
    }
    let unit = state.newest_roll().and_then(|(_, roll)| {
        let owned = || roll.parties_of(person).flat_map(|(_, party)| &party.units);
        let unit = |id: &UnitId| roll.units.get(id);
        let there = |unit: &&Unit| about.is_some_and(|scope| roll.lies_in(unit.scope, scope));
        owned().filter_map(unit).find(there).or_else(|| owned().find_map(unit))
    });
    match unit {
        Some(unit) => (SpeakerRole::Owner, Some(unit.place)),
        None => (SpeakerRole::Occupier, None),
    }
}

/// The blob that says what screens call an officer now: the office's own title, or the organisation's name.
pub(super) fn title_text(frozen: &Frozen, officer: &Person) -> Option<BlobId> {
    let title = officer.title_at(frozen.now_ms);
    let org = officer.grants_at(frozen.now_ms).next_back().and_then(|grant| frozen.state().org(&grant.org));
    title.or(org.map(|org| org.name))
}
