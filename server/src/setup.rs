//! Founding an estate, and opening those that are there.

use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, BlobKind, Evidence, Words};
use yishi_protocol::body::{
    Body, Codes, Confirm, Enrol, Genesis, Grant, OrgKind, OrgUnit, Reach, Role, code_message,
};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::envelope::Draft;
use yishi_protocol::id::{EntryId, EstateId, PersonId, Salt};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::log::Log;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::verify;

use crate::estates::{Estate, Estates};
use crate::http::App;
use crate::keys::random;
use crate::lock::CheckpointLock;
use crate::store::{Append, LogStore, NewEntry};

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

    let words = Words::zh_en("业主委员会", Some("Owners' committee"));
    let name = Blob::record(BlobKind::Statement, Salt::from_bytes(random()?), &words);
    let committee =
        OrgUnit { kind: OrgKind::Committee, name: name.id(), root: Some(public_key(&founders.root)) };
    let org = say(app, id, &founders.root, now_ms, committee, vec![name]).await?;
    let host = PersonId::from_bytes(random()?);
    let code = LetterCode::from_random(random()?).key(&id);
    let consent = standard_consent();
    let message = code_message(&id, &host, &public_key(&founders.host));
    let enrol = Enrol {
        codes: vec![(public_key(&code), sign(&code, &message))],
        consent: consent.id(),
        person: host,
    };
    let codes = Codes { codes: vec![(host, public_key(&code))], expires_ms: until_ms };
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
