//! Who spoke, as far as everybody may know: an office's title or an owner's building, never a name or a room.

use std::collections::BTreeMap;

use yishi_protocol::blob::{Place, Words};
use yishi_protocol::body::Capability;
use yishi_protocol::id::{PersonId, UnitId};
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
}

impl Speakers {
    /// Speakers about a part of the estate: an owner with homes in several buildings speaks as the owner of one of these, if
    /// there is one in that part.
    pub(super) fn about(scope: u32) -> Self {
        Self { about: Some(scope), ..Self::default() }
    }

    /// Who somebody is to the estate now.
    pub(super) async fn of(&mut self, frozen: &Frozen, person: &PersonId) -> Result<Speaker, ApiError> {
        if let Some(known) = self.known.get(person) {
            return Ok(known.clone());
        }
        let speaker = look_up(frozen, person, self.about).await?;
        self.known.insert(*person, speaker.clone());
        Ok(speaker)
    }
}

async fn look_up(frozen: &Frozen, person: &PersonId, about: Option<u32>) -> Result<Speaker, ApiError> {
    let state = frozen.state();
    let record = state.person(person);
    if let Some(officer) = record.filter(|record| record.grants_at(frozen.now_ms).next().is_some()) {
        let answers = state.holds(KeyHolder::Person(*person), Capability::Answer, frozen.now_ms);
        let role = if answers { SpeakerRole::Host } else { SpeakerRole::Officer };
        return Ok(Speaker { role, building: None, title: title(frozen, officer).await? });
    }
    let unit = state.newest_roll().and_then(|(_, roll)| {
        let owned = || roll.parties_of(person).flat_map(|(_, party)| &party.units);
        let unit = |id: &UnitId| roll.units.get(id);
        let there = |unit: &&Unit| about.is_some_and(|scope| roll.lies_in(unit.scope, scope));
        owned().filter_map(unit).find(there).or_else(|| owned().find_map(unit))
    });
    Ok(match unit {
        Some(unit) => {
            let place = frozen.words::<Place>(&unit.place).await?;
            let building = place.map(|place| place.building);
            Speaker { role: SpeakerRole::Owner, building, title: None }
        }
        None => Speaker { role: SpeakerRole::Occupier, building: None, title: None },
    })
}

/// What screens call an officer now, if it is at hand: the office's own title, or the organisation's name.
pub(super) async fn title(frozen: &Frozen, officer: &Person) -> Result<Option<Words>, ApiError> {
    let title = officer.title_at(frozen.now_ms);
    let org = officer.grants_at(frozen.now_ms).next_back().and_then(|grant| frozen.state().org(&grant.org));
    match title.or(org.map(|org| org.name)) {
        Some(title) => frozen.words(&title).await,
        None => Ok(None),
    }
}
