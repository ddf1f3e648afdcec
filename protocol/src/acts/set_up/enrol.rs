//! `enrol`: binds a device key to a person by the code of a letter, or by two where letters have two issuers, and retires
//! the person's earlier keys.
//!
//! Ballots that an earlier key has cast stand until they are replaced.

use super::codes::{needs_second, vouchers};
use super::device::{check_device, let_in, person_of, vouch_for_devices};
use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::second::{are_different, check_second, check_second_org, may_vouch};
use crate::apply::{Change, Placed};
use crate::body::Capability;
use crate::calendar::DAY_MS;
use crate::id::{BlobId, EntryId, EstateId, PersonId, PublicKey, SignatureBytes};
use crate::rejection::{Code, Rejection, require};
use crate::signature::verify_signature;
use crate::state::{Actor, CodeStanding, CodesRecord, GrantRecord, KeyRecord, Person, State, Way};
use crate::strict_json::Strict;

/// How long a second issuer may be silent before a root may take their place.
const SILENT_MS: u64 = 7 * DAY_MS;

/// What a letter's code signs: `"estate-enrol/v1\0" ‖ estate ‖ person ‖ device key`, so that whoever sees the signature
/// can neither use it for another device nor for another person.
pub fn code_message(estate: &EstateId, person: &PersonId, device: &PublicKey) -> Vec<u8> {
    let parts: [&[u8]; 4] = [b"estate-enrol/v1\0", estate.as_bytes(), person.as_bytes(), device.as_bytes()];
    parts.concat()
}

/// Binds the author's key to a person by a letter's code, or by the codes of two letters, and retires the person's
/// earlier keys.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Enrol {
    /// The public half of each code, with its signature over the enrolment message ([`code_message`]): of one letter, or of two letters of
    /// two issuers.
    #[strict(row("code_pub", "code_sig"))]
    pub codes: Vec<(PublicKey, SignatureBytes)>,
    /// The consent text that the person was shown (PIPL art. 13, 17), a blob of kind `consent`.
    pub consent: BlobId,
    /// Who enrols.
    pub person: PersonId,
}

impl Act for Enrol {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let device = placed.author;
        let person = state.persons.get(&self.person).ok_or(Code::PersonUnknown)?;
        let issuers = usize::try_from(state.bylaws.letter_issuers);
        require(issuers == Ok(self.codes.len()), Code::CodesNeeded)?;
        let mut entries = Vec::with_capacity(self.codes.len());
        for (key, _) in &self.codes {
            entries.push(usable(person, key, placed.received_ms)?);
        }
        check_issuers(state, &entries)?;
        let vouched = check_vouchers(state, placed, self, &entries)?;
        check_device(state, &device)?;
        let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
        let message = code_message(&estate.id, &self.person, &device);
        for (key, signature) in &self.codes {
            verify_signature(key, &message, signature).map_err(|_| Code::BadCodeSignature)?;
        }

        let spent: Vec<PublicKey> = self.codes.iter().map(|(key, _)| *key).collect();
        let record =
            KeyRecord::device(self.person, (placed.id, placed.received_ms), Way::Letters(entries), vouched);
        let (id, entry) = (self.person, placed.id);
        Ok(Change::new(move |state| {
            for code in state.persons.get_mut(&id).into_iter().flat_map(|person| &mut person.codes) {
                if spent.contains(&code.key) {
                    code.standing = CodeStanding::Spent;
                } else if code.standing == CodeStanding::InForce {
                    code.standing = CodeStanding::Replaced;
                }
            }
            let_in(state, &id, device, record, entry);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.consent]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.consent(&self.consent)
    }

    fn as_waiting(&self, _people: u32) -> Option<String> {
        Some("the device of somebody who was given an office".to_owned())
    }
}

/// The entry of a code that opens now.
fn usable(person: &Person, key: &PublicKey, at_ms: u64) -> Result<EntryId, Rejection> {
    let code = person.code(key).ok_or(Code::CodeUnknown)?;
    require(code.standing != CodeStanding::Spent, Code::CodeSpent)?;
    require(code.standing != CodeStanding::Replaced, Code::CodeReplaced)?;
    require(at_ms < code.expires_ms, Code::CodeExpired)?;
    Ok(code.entry)
}

/// That two letters come from two persons of different organisations, or the second from a root because its issuer was silent.
fn check_issuers(state: &State, entries: &[EntryId]) -> Result<(), Rejection> {
    let [one, other] = entries else { return Ok(()) };
    let (Some(one), Some(other)) = (state.code_entries.get(one), state.code_entries.get(other)) else {
        return Err(Code::CodeUnknown.into());
    };
    let (first, second) = if one.index < other.index { (one, other) } else { (other, one) };
    let instead = matches!(second.by, Actor::Root(_))
        && second.published_ms >= first.published_ms.saturating_add(SILENT_MS);
    let apart = |one: &CodesRecord, other: &CodesRecord| {
        one.by != other.by && (instead || are_different(&one.orgs, &other.orgs))
    };
    require(apart(first, second), Code::IssuersSame)
}

/// That a second person stands behind each code where one is asked for, and one who may vouch for an office-holder. Judged
/// when the code is published, and here again, by what the person is now. Returns whether two persons stand behind it anyway.
fn check_vouchers(
    state: &State,
    placed: &Placed,
    body: &Enrol,
    entries: &[EntryId],
) -> Result<bool, Rejection> {
    let person = state.persons.get(&body.person).ok_or(Code::PersonUnknown)?;
    let may = |voucher: &Actor| may_vouch(state, voucher, &body.person, placed.received_ms);
    let stands_behind = |entry: &EntryId| vouchers(state, entry, entries).iter().any(may);
    let vouched = entries.iter().all(stands_behind);
    let waits = |(key, _): &(PublicKey, _)| {
        person.code(key).is_some_and(|code| code.standing == CodeStanding::Waiting)
    };
    // A letter that waits opens only as one of two: of one issuer it has to come into force first, within its days.
    let waiting = body.codes.iter().any(waits);
    require(!waiting || entries.len() > 1, Code::CodeUnconfirmed)?;
    let asked = waiting || needs_second(state, &body.person, placed.received_ms);
    require(vouched || !asked, Code::CodeUnconfirmed)?;
    Ok(vouched)
}

/// Somebody stands behind a device that is in already: a second person for its ballots; whoever gave its person an office, or
/// a root, for that office.
pub(super) fn confirm(state: &State, placed: &Placed, device: &PublicKey) -> Result<Change, Rejection> {
    let key = state.keys.get(device).ok_or(Code::NothingToConfirm)?;
    require(!key.revoked, Code::KeyRevoked)?;
    let id = person_of(key.holder).ok_or(Code::NothingToConfirm)?;
    let actor = placed.actor()?;
    require(actor != Actor::Person(id), Code::OwnAct)?;
    let person = state.persons.get(&id).ok_or(Code::PersonUnknown)?;
    let is_root = matches!(actor, Actor::Root(_));
    let vouches =
        if key.is_vouched() { Err(Code::AlreadyConfirmed.into()) } else { vouch(state, placed, key, &id) };
    // Whoever gave an office and issued the letter too may hold the device themselves: another one has to stand behind it.
    let gives = (key.is_vouched() || vouches.is_ok()) && placed.require(state, Capability::Grant).is_ok();
    // Nobody gave a seat: whoever sits there too stands in for its giver.
    let fellow = |grant: &GrantRecord| {
        let orgs = state.orgs_of(&actor, Capability::Grant, placed.received_ms);
        grant.seated_by.is_some() && orgs.contains(&grant.org)
    };
    let offices: Vec<EntryId> = person
        .grants
        .iter()
        .filter(|grant| grant.waits && grant.may_come_into_force(placed.received_ms))
        .filter(|grant| is_root || (gives && (grant.by == actor || fellow(grant))))
        .map(|grant| grant.entry)
        .collect();
    if let (Err(refused), true) = (&vouches, offices.is_empty()) {
        return Err(refused.clone());
    }

    let (device, vouches, at_ms) = (*device, vouches.is_ok(), placed.received_ms);
    Ok(Change::new(move |state| {
        if vouches {
            vouch_for_devices(state, &id, at_ms, |key, _| *key == device);
        }
        for grant in state.persons.get_mut(&id).into_iter().flat_map(|person| &mut person.grants) {
            grant.waits &= !offices.contains(&grant.entry);
        }
    }))
}

/// That whoever confirms may stand behind the device as its second person: nobody who issued its only letter.
fn vouch(state: &State, placed: &Placed, key: &KeyRecord, person: &PersonId) -> Result<(), Rejection> {
    let Way::Letters(entries) = &key.way else { return Err(Code::NothingToConfirm.into()) };
    let mut issuers = entries.iter().filter_map(|entry| Some(state.code_entries.get(entry)?.by));
    let issuer = issuers.next().ok_or(Code::NothingToConfirm)?;
    let second = check_second(state, placed, &issuer, Capability::Codes)?;
    let orgs = entries.first().and_then(|entry| Some(&state.code_entries.get(entry)?.orgs));
    check_second_org(state, placed, &second, orgs.ok_or(Code::NothingToConfirm)?)?;
    require(may_vouch(state, &second, person, placed.received_ms), Code::ConfirmerTooLow)
}
