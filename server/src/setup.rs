//! Founding an estate, and opening those that are there.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, ensure};
use yishi_protocol::SigningKey;
use yishi_protocol::body::{OrgKind, Role};
use yishi_protocol::calendar::{day_start_ms, local_day};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::id::{EstateId, PersonId, Salt};
use yishi_protocol::letter::{LONGEST_MS, LetterCode};
use yishi_protocol::signature::public_key;
use yishi_words::Word;

use crate::clock::{Clock, Doubt};
use crate::estates::{Estate, Estates};
use crate::founding::{Founding, LetterKey, NewLog, Newcomer, Office, Organisation, Roots};
use crate::histories::reaches_kept_heads;
use crate::http::App;
use crate::keepers::{Keepers, Locations};
use crate::keys::{random, read_key};
use crate::lock::CheckpointLock;
use crate::store::LogStore;
use crate::words::Lang;
use crate::words::key::light_founding as names;

/// The keys of a new estate.
#[derive(Clone)]
pub struct Founders {
    /// Signs checkpoints.
    pub log: SigningKey,
    /// Gives grants.
    pub root: SigningKey,
    /// The host's, for the command line.
    pub host: SigningKey,
}

impl std::fmt::Debug for Founders {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Founders { … }")
    }
}

/// Somebody who is to have an office from the beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstOffice {
    /// The office, with everything it may hold.
    pub role: Role,
    /// Whose, as it stands on the letter.
    pub name: String,
}

/// A letter that is to be printed.
#[derive(Clone, Debug)]
pub struct OfficeLetter {
    /// Whose, as it stands on the paper.
    pub name: String,
    /// Who that is in the log.
    pub person: PersonId,
    /// Its code.
    pub code: LetterCode,
    /// Until when it opens, in milliseconds since 1970, exclusive: the beginning of a day.
    pub expires_ms: u64,
}

/// Until when letters open that should open until a moment: no letter opens for more than a year.
fn letters_until(now_ms: u64, until_ms: u64) -> u64 {
    until_ms.min(day_start_ms(local_day(now_ms.saturating_add(LONGEST_MS))))
}

/// What an organisation is called until somebody declares one under its own name.
const fn org_name(kind: OrgKind) -> Word {
    match kind {
        OrgKind::Committee => names::COMMITTEE,
        OrgKind::Department => names::DEPARTMENT,
        OrgKind::Manager => names::MANAGER,
        OrgKind::Other => names::OTHER,
        OrgKind::PartyBranch => names::PARTY_BRANCH,
        OrgKind::ResidentsCommittee => names::RESIDENTS_COMMITTEE,
        OrgKind::Street => names::STREET,
        OrgKind::Supervisors => names::SUPERVISORS,
    }
}

/// Founds an estate: the committee with its root, its host in office until `until_ms` and enrolled, and the first offices, each
/// with its organisation, a letter and a grant. These wait until the letters are opened and the root has confirmed the phones.
/// All of it is kept, or nothing; the estate is being served when this returns. Times are in milliseconds since 1970.
///
/// # Errors
/// If the name is not one, the rules refuse an office, or the store does not answer.
pub async fn found(
    app: &App,
    name: &str,
    founders: &Founders,
    offices: &[FirstOffice],
    now_ms: u64,
    until_ms: u64,
) -> Result<(EstateId, Vec<OfficeLetter>)> {
    let (founding, letters) = begins_with(name, founders, offices, now_ms, until_ms)?;
    let mut log = NewLog::at(now_ms);
    log.tell(founding.acts()).map_err(|refused| anyhow!("the estate could not be set up: {refused}"))?;
    log.keep(&*app.store).await?;
    let estate = Estate::open(log.estate(), founders.log.clone(), &*app.store, &*app.lock).await?;
    app.estates.insert(estate).await;
    Ok((log.estate(), letters))
}

/// What an estate begins with that one root founds, and the letters that are still to be opened.
fn begins_with(
    name: &str,
    founders: &Founders,
    offices: &[FirstOffice],
    now_ms: u64,
    until_ms: u64,
) -> Result<(Founding, Vec<OfficeLetter>)> {
    let letters_until_ms = letters_until(now_ms, until_ms);
    let office = |person, kind, role: Role| Office {
        person,
        kind,
        role,
        caps: role.capabilities().to_vec(),
        title: None,
        until_ms,
    };
    let host = Newcomer {
        person: PersonId::from_bytes(random()?),
        letter: LetterKey::Code(LetterCode::from_random(random()?)),
        device: Some(founders.host.clone()),
    };
    let mut founding = Founding {
        name: name.to_owned(),
        log: public_key(&founders.log),
        roots: Roots { first: founders.root.clone(), second: None },
        organisations: vec![organisation(OrgKind::Committee, Some(founders.root.clone()))?],
        offices: vec![office(host.person, OrgKind::Committee, Role::Committee)],
        people: vec![host],
        consent: standard_consent(),
        letters_until_ms,
        roll: None,
    };
    let mut letters = Vec::with_capacity(offices.len());
    for FirstOffice { role, name } in offices {
        let kind = *role.organisations().first().context("every role is one of some organisation")?;
        if founding.organisations.iter().all(|declared| declared.kind != kind) {
            founding.organisations.push(organisation(kind, None)?);
        }
        let (person, code) = (PersonId::from_bytes(random()?), LetterCode::from_random(random()?));
        founding.people.push(Newcomer { person, letter: LetterKey::Code(code.clone()), device: None });
        founding.offices.push(office(person, kind, *role));
        letters.push(OfficeLetter { name: name.clone(), person, code, expires_ms: letters_until_ms });
    }
    Ok((founding, letters))
}

/// An organisation under the name that it has until somebody declares one under its own.
fn organisation(kind: OrgKind, root: Option<SigningKey>) -> Result<Organisation> {
    Ok(Organisation::new(kind, &Lang::signed(org_name(kind)), Salt::from_bytes(random()?), root))
}

/// Opens every estate of a store with its key.
///
/// # Errors
/// The first estate that cannot be opened, and why.
pub async fn open_all(
    keys: impl Fn(&EstateId) -> Result<SigningKey>,
    store: &Arc<dyn LogStore>,
    lock: &Arc<dyn CheckpointLock>,
) -> Result<Arc<Estates>> {
    let estates = Arc::new(Estates::default());
    for id in store.estates().await? {
        let key = keys(&id)?;
        let whole = reaches_kept_heads(&id, &public_key(&key), &**store, &**lock).await;
        whole.with_context(|| format!("estate {id}"))?;
        let estate = Estate::open(id, key, &**store, &**lock).await;
        estates.insert(estate.with_context(|| format!("estate {id}"))?).await;
    }
    Ok(estates)
}

/// A data folder that `init` made, opened.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Its estates.
    pub estates: Arc<Estates>,
    /// Its database.
    pub store: Arc<dyn LogStore>,
    /// What remembers the newest checkpoints.
    pub lock: Arc<dyn CheckpointLock>,
}

impl Folder {
    /// Holds a clock against the newest entry of each estate, before anything is dated by it. `checked`: somebody has looked
    /// at another clock after a long gap.
    ///
    /// # Errors
    /// Why the clock is not believed; the first estate that says so.
    pub async fn check_clock(&self, clock: &dyn Clock, checked: bool) -> Result<()> {
        for id in self.estates.ids().await {
            let Some(estate) = self.estates.get(&id).await else { continue };
            let last_ms = estate.published().log.state().last_received_ms();
            match Doubt::of(clock.now_ms(), last_ms) {
                None => {}
                Some(Doubt::LongGap { .. }) if checked => {}
                Some(doubt) => return Err(doubt).with_context(|| format!("estate {id}")),
            }
        }
        Ok(())
    }

    /// The application that serves it, by a clock.
    pub fn app(&self, clock: Arc<dyn Clock>) -> App {
        App::new(Arc::clone(&self.estates), Arc::clone(&self.store), Arc::clone(&self.lock), clock)
    }
}

/// Opens a data folder, and every estate of its database; log and lock may lie elsewhere.
///
/// # Errors
/// If a file is missing, or an estate cannot be opened, and why.
pub async fn open_folder(data: &Path, places: &Locations) -> Result<Folder> {
    let Keepers { store, lock } = places.open().await?;
    let key = read_key(&data.join("log.key"))?;
    for id in store.estates().await? {
        // Founding signs a head, so a lock without one is another estate's, or has lost it.
        let signed = lock.load(&id).await?;
        ensure!(
            signed.is_some(),
            "{} has no head of estate {id}: it belongs to another one, or was damaged. Look for the right one; without it \
             nothing shows whether this log is whole",
            places.lock
        );
    }
    let estates = open_all(|_| Ok(key.clone()), &store, &lock).await?;
    Ok(Folder { estates, store, lock })
}
