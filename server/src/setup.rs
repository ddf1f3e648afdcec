//! Founding an estate, and opening those that are there.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, BlobKind, Evidence, Words};
use yishi_protocol::body::{
    Body, Codes, Confirm, Enrol, Genesis, Grant, OrgKind, OrgUnit, Reach, Role, code_message,
};
use yishi_protocol::calendar::{day_start_ms, local_day};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::envelope::Draft;
use yishi_protocol::id::{EntryId, EstateId, OrgId, PersonId, PublicKey, Salt};
use yishi_protocol::letter::{LONGEST_MS, LetterCode};
use yishi_protocol::log::Log;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::verify;

use crate::clock::Clock;
use crate::estates::{Estate, Estates};
use crate::http::App;
use crate::keys::{random, read_key};
use crate::lock::{CheckpointLock, SqliteLock};
use crate::store::{Append, LogStore, NewEntry, SqliteStore};

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

/// Founds an estate: its `genesis`, a letter for the host, the host's grant until `until_ms`, and the host's key enrolled.
/// The estate is being served when this returns.
///
/// # Errors
/// If the name is not one, or the store does not answer.
pub async fn found(
    app: &App,
    name: &str,
    founders: &Founders,
    now_ms: u64,
    until_ms: u64,
) -> Result<EstateId> {
    let genesis = Genesis {
        log_key: public_key(&founders.log),
        name: name.to_owned(),
        root_quorum: 1,
        roots: vec![public_key(&founders.root)],
        rules: yishi_protocol::apply::RULES,
    };
    let draft = Draft {
        estate: EstateId::ZERO,
        seq: 0,
        view: Log::new().view(),
        client_ms: now_ms,
        body: genesis.into(),
    };
    let mut log = Log::new();
    let entry = log.accept(verify(&draft.sign(&founders.root)?)?, now_ms, &Evidence::new())?;
    let id: EstateId = entry.entry.id().into();
    let first = NewEntry {
        entry_id: entry.entry.id(),
        leaf: entry.leaf(),
        leaf_hash: entry.leaf_hash(),
        blobs: Vec::new(),
    };
    app.store.append(&[Append { estate: id, first: 0, entries: vec![first] }]).await?;
    app.estates.insert(Estate::open(id, founders.log.clone(), &*app.store, &*app.lock).await?).await;

    let own = Some(public_key(&founders.root));
    let org = declare(app, id, &founders.root, now_ms, OrgKind::Committee, own).await?;
    let host = PersonId::from_bytes(random()?);
    let code = LetterCode::from_random(random()?).key(&id);
    let consent = standard_consent();
    let message = code_message(&id, &host, &public_key(&founders.host));
    let enrol = Enrol {
        codes: vec![(public_key(&code), sign(&code, &message))],
        consent: consent.id(),
        person: host,
    };
    let expires_ms = letters_until(now_ms, until_ms);
    let codes = Codes { codes: vec![(host, public_key(&code))], expires_ms };
    say(app, id, &founders.root, now_ms, codes, vec![]).await?;
    let device = say(app, id, &founders.host, now_ms, enrol, vec![consent]).await?;
    let grant = Grant {
        caps: Role::Committee.capabilities().to_vec(),
        org,
        person: host,
        reach: Reach::default(),
        role: Role::Committee,
        title: None,
        until_ms,
    };
    say(app, id, &founders.root, now_ms, grant, vec![]).await?;
    // The office waits until whoever gave it has seen that the right device holds it.
    say(app, id, &founders.root, now_ms, Confirm { entry: device }, vec![]).await?;
    Ok(id)
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
const fn org_name(kind: OrgKind) -> (&'static str, &'static str) {
    match kind {
        OrgKind::Committee => ("业主委员会", "Owners' committee"),
        OrgKind::Department => ("有关部门", "Departments"),
        OrgKind::Manager => ("物业服务中心", "Property manager"),
        OrgKind::Other => ("其他单位", "Others"),
        OrgKind::PartyBranch => ("党支部", "Party branch"),
        OrgKind::ResidentsCommittee => ("居民委员会", "Residents' committee"),
        OrgKind::Street => ("街道办事处", "Street office"),
        OrgKind::Supervisors => ("监督委员会", "Supervisors"),
    }
}

/// Gives the first offices, by the root: each its organisation, if it is not declared yet, a letter and a grant. They wait until
/// the letters are opened and the root has confirmed the phones.
///
/// # Errors
/// If the rules refuse any of it.
pub async fn appoint(
    app: &App,
    estate: EstateId,
    root: &SigningKey,
    offices: &[FirstOffice],
    now_ms: u64,
    until_ms: u64,
) -> Result<Vec<OfficeLetter>> {
    let mut letters = Vec::with_capacity(offices.len());
    for FirstOffice { role, name } in offices {
        let kind = *role.organisations().first().context("every role is one of some organisation")?;
        let org = match declared(app, estate, kind).await? {
            Some(org) => org,
            None => declare(app, estate, root, now_ms, kind, None).await?,
        };
        let person = PersonId::from_bytes(random()?);
        let code = LetterCode::from_random(random()?);
        let codes = vec![(person, public_key(&code.key(&estate)))];
        let expires_ms = letters_until(now_ms, until_ms);
        say(app, estate, root, now_ms, Codes { codes, expires_ms }, vec![]).await?;
        let grant = Grant {
            caps: role.capabilities().to_vec(),
            org,
            person,
            reach: Reach::default(),
            role: *role,
            title: None,
            until_ms,
        };
        say(app, estate, root, now_ms, grant, vec![]).await?;
        letters.push(OfficeLetter { name: name.clone(), person, code, expires_ms });
    }
    Ok(letters)
}

/// The organisation of a sort, if one is declared.
async fn declared(app: &App, estate: EstateId, kind: OrgKind) -> Result<Option<OrgId>> {
    let served = app.estates.get(&estate).await.context("the estate was just founded")?;
    let published = served.published().read().await;
    let found = published.log.state().orgs().find(|(_, org)| org.kind == kind).map(|(id, _)| *id);
    Ok(found)
}

async fn declare(
    app: &App,
    estate: EstateId,
    signer: &SigningKey,
    now_ms: u64,
    kind: OrgKind,
    root: Option<PublicKey>,
) -> Result<OrgId> {
    let (zh, en) = org_name(kind);
    let words = Words::zh_en(zh, Some(en));
    let name = Blob::record(BlobKind::Statement, Salt::from_bytes(random()?), &words);
    say(app, estate, signer, now_ms, OrgUnit { kind, name: name.id(), root }, vec![name]).await
}

/// Signs and submits an act of the founding.
async fn say(
    app: &App,
    estate: EstateId,
    key: &SigningKey,
    now_ms: u64,
    body: impl Into<Body>,
    blobs: Vec<Blob>,
) -> Result<EntryId> {
    let draft = {
        let served = app.estates.get(&estate).await.context("the estate was just founded")?;
        let published = served.published().read().await;
        let last_seq = published.log.state().key(&public_key(key)).and_then(|key| key.last_seq);
        Draft {
            estate,
            seq: last_seq.map_or(0, |last| last.saturating_add(1)),
            view: published.log.view(),
            client_ms: now_ms,
            body: body.into(),
        }
    };
    let entry = verify(&draft.sign(key)?)?;
    let id = entry.id();
    let refused = |refused| anyhow!("the estate could not be set up: {refused:?}");
    app.writer.submit(estate, entry, blobs, now_ms).await.map_err(refused)?;
    Ok(id)
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
        let estate = Estate::open(id, keys(&id)?, &**store, &**lock).await;
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
    /// The application that serves it, by a clock.
    pub fn app(&self, clock: Arc<dyn Clock>) -> App {
        App::new(Arc::clone(&self.estates), Arc::clone(&self.store), Arc::clone(&self.lock), clock)
    }
}

/// Opens a data folder, and every estate of its database; the database may lie elsewhere.
///
/// # Errors
/// If a file is missing, or an estate cannot be opened, and why.
pub async fn open_folder(data: &Path, database: Option<&Path>) -> Result<Folder> {
    let opening = |path: &Path| format!("cannot open {}; make an estate with init", path.display());
    let (own, lock) = (data.join("yishi.db"), data.join("lock.db"));
    let database = database.unwrap_or(&own);
    let store = SqliteStore::open(database, false).await.with_context(|| opening(database))?;
    let store: Arc<dyn LogStore> = Arc::new(store);
    let opened = SqliteLock::open(&lock, false).await.with_context(|| opening(&lock))?;
    let lock: Arc<dyn CheckpointLock> = Arc::new(opened);
    let key = read_key(&data.join("log.key"))?;
    let estates = open_all(|_| Ok(key.clone()), &store, &lock).await?;
    Ok(Folder { estates, store, lock })
}
