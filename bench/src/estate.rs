//! Made-up estates: every owner enrolled, one vote open now. Their logs are told to the rule book as it would have
//! happened over the last weeks, so that the server can be started on them with its own clock.

use anyhow::{Context, Result, ensure};
use yishi_protocol::blob::{
    AgendaText, AreaSource, Blob, BlobKind, Evidence, ItemText, PersonName, Place, UnitFacts, Words,
};
use yishi_protocol::body::{
    Body, Class, Codes, Confirm, Enrol, Genesis, Grant, Item, Method, Mode, Notice, Open, OrgKind, OrgUnit,
    Reach, Role, Roll, RollPage, UnitKind, code_message,
};
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::envelope::Draft;
use yishi_protocol::id::{EntryId, EstateId, PartyId, PersonId, Salt, SetId, UnitId};
use yishi_protocol::log::Log;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::{SigningKey, verify};
use yishi_server::store::NewEntry;

use crate::voters::{Voter, Voters};

/// Homes of one page of the roll: each is a party, a person and a unit, and a page has at most 400 rows.
const HOMES_A_PAGE: usize = 130;
/// Letters of one `codes` entry.
const CODES_AN_ENTRY: usize = 400;
/// The part of the estate that votes.
const HOMES: u32 = 1;

/// An estate whose log is not kept anywhere yet.
pub(crate) struct MadeUp {
    pub(crate) id: EstateId,
    /// Signs checkpoints.
    pub(crate) log_key: SigningKey,
    /// The log up to the open vote, with its blobs.
    pub(crate) entries: Vec<NewEntry>,
    /// One owner a home.
    pub(crate) voters: Voters,
}

/// 32 bytes that stand for a thing of that name and number.
pub(crate) fn bytes(what: &str, number: u64) -> [u8; 32] {
    *leaf_hash(format!("{what} {number}").as_bytes()).as_bytes()
}

fn half(what: &str, number: u64) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&bytes(what, number)[..16]);
    half
}

fn key(what: &str, number: u64) -> SigningKey {
    SigningKey::from_bytes(&bytes(what, number))
}

fn words(zh: &str) -> Words {
    Words::zh(zh)
}

/// Makes an estate of so many homes. Its vote has been open for a day at `now_ms`, in milliseconds since 1970.
///
/// # Errors
/// If the rules refuse what is told.
pub(crate) fn make(homes: u32, now_ms: u64) -> Result<MadeUp> {
    let opens_ms = now_ms.saturating_sub(DAY_MS);
    let noticed_ms = opens_ms.saturating_sub(17 * DAY_MS);
    let mut story = Story::new(noticed_ms.saturating_sub(DAY_MS));
    let (log_key, host) = (key("log", 0), key("host", 0));
    let (root, second_root) = (key("root", 0), key("root", 1));
    let mut roots = vec![public_key(&root), public_key(&second_root)];
    roots.sort();
    let host_person = PersonId::from_bytes(half("person", 0));
    let until_ms = now_ms.saturating_add(365 * DAY_MS);

    let genesis = Genesis {
        log_key: public_key(&log_key),
        name: "桂苑小区".to_owned(),
        root_quorum: 1,
        roots,
        rules: yishi_protocol::apply::RULES,
    };
    story.estate = story.say(&root, genesis, vec![])?.into();
    let name = Blob::record(BlobKind::Statement, Salt::from_bytes(bytes("name", 0)), &words("业主委员会"));
    let committee = OrgUnit { kind: OrgKind::Committee, name: name.id(), root: None };
    let org = story.say(&root, committee, vec![name])?;
    let owners: Vec<u64> = (1..=u64::from(homes)).collect();
    let codes = |numbers: &[u64]| Codes {
        codes: numbers.iter().map(|number| (person(*number), public_key(&key("code", *number)))).collect(),
        expires_ms: until_ms,
    };
    story.letters(&root, &second_root, codes(&[0]))?;
    story.enrol(&host, 0)?;
    let grant = Grant {
        caps: Role::Committee.capabilities().to_vec(),
        org,
        person: host_person,
        reach: Reach::default(),
        role: Role::Committee,
        title: None,
        until_ms,
    };
    story.say(&root, grant, vec![])?;
    for numbers in owners.chunks(CODES_AN_ENTRY) {
        story.letters(&root, &second_root, codes(numbers))?;
    }
    for number in &owners {
        story.enrol(&key("owner", *number), *number)?;
    }

    let pages: Vec<&[u64]> = owners.chunks(HOMES_A_PAGE).collect();
    let all = u32::try_from(pages.len())?;
    for (numbers, page) in pages.into_iter().zip(0..) {
        let (body, blobs) = roll_page(page, all, numbers);
        story.say(&host, body, blobs)?;
    }
    let area_c = owners.iter().map(|number| u64::from(area_c(*number))).sum();
    let roll = Roll { area_c, heads: homes, scopes: vec![(0, None), (HOMES, Some(0))], set: set() };
    let roll = story.say(&host, roll, vec![])?;
    story.say(&root, Confirm { entry: roll }, vec![])?;
    story.now_ms = noticed_ms;
    let (body, text) = notice(roll, opens_ms);
    let notice = story.say(&host, body, vec![text])?;
    story.now_ms = opens_ms.saturating_sub(HOUR_MS);
    let open = Open { area_c, corrections: vec![], heads: homes, notice, roll };
    let agenda = story.say(&host, open, vec![])?;

    let voter = |number: &u64| Voter::new(key("owner", *number), party(*number));
    let voters = Voters {
        estate: story.estate,
        agenda,
        view: story.log.view(),
        now_ms,
        owners: owners.iter().map(voter).collect(),
    };
    Ok(MadeUp { id: story.estate, log_key, entries: story.entries, voters })
}

fn person(number: u64) -> PersonId {
    PersonId::from_bytes(half("person", number))
}

fn party(number: u64) -> PartyId {
    PartyId::from_bytes(half("party", number))
}

fn set() -> SetId {
    SetId::from_bytes(half("set", 0))
}

/// In 0.01 m²: between 60 and 140 m².
fn area_c(number: u64) -> u32 {
    6_000 + u32::try_from(number * 37 % 8_000).unwrap_or_default()
}

/// A page of the roll with its blobs: one home a number.
fn roll_page(page: u32, pages: u32, numbers: &[u64]) -> (RollPage, Vec<Blob>) {
    let mut body = RollPage { page, pages, parties: vec![], people: vec![], set: set(), units: vec![] };
    let mut blobs = Vec::new();
    let salt = |what: &str, number: u64| Salt::from_bytes(bytes(what, number));
    for number in numbers {
        let name = PersonName { name: format!("业主{number}"), phone: None };
        let facts = UnitFacts { area_c: area_c(*number), source: AreaSource::Registered };
        let room = format!("{:04}", number % 10_000);
        let place = Place { building: "1栋".to_owned(), entrance: "2单元".to_owned(), room };
        let name = Blob::record(BlobKind::Person, salt("name", *number), &name);
        let facts = Blob::record(BlobKind::Unit, salt("area", *number), &facts);
        let place = Blob::record(BlobKind::Place, salt("place", *number), &place);
        let unit = UnitId::from_bytes(half("unit", *number));
        body.parties.push((party(*number), vec![person(*number)], None));
        body.people.push((person(*number), name.id()));
        body.units.push((unit, party(*number), HOMES, UnitKind::Dwelling, facts.id(), place.id()));
        blobs.extend([name, facts, place]);
    }
    body.parties.sort_by_key(|row| row.0);
    body.people.sort_by_key(|row| row.0);
    body.units.sort_by_key(|row| row.0);
    (body, blobs)
}

/// One question, open for 15 days.
fn notice(roll: EntryId, opens_ms: u64) -> (Notice, Blob) {
    let text = AgendaText {
        body: words("3-2 单元加装电梯，费用由同意的业主分摊。"),
        items: vec![ItemText { options: vec![], title: words("加装电梯") }],
        title: words("加装电梯"),
    };
    let text = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
    let item = Item {
        adopts: None,
        class: Class::Ordinary,
        id: 1,
        method: Method::Resolution,
        options: vec![],
        raise: None,
        seats: 0,
    };
    let notice = Notice {
        closes_ms: opens_ms + 15 * DAY_MS,
        items: vec![item],
        legal_mode: LegalMode::Advisory,
        lottery: None,
        matter: None,
        mode: Mode::Sealed,
        opens_ms,
        reserve_ms: None,
        roll,
        scope: HOMES,
        text: text.id(),
    };
    (notice, text)
}

/// A log as it is told.
struct Story {
    estate: EstateId,
    log: Log,
    /// In milliseconds since 1970.
    now_ms: u64,
    /// All blobs so far: totals rest on earlier ones.
    evidence: Evidence,
    entries: Vec<NewEntry>,
}

impl Story {
    fn new(now_ms: u64) -> Self {
        let (log, evidence) = (Log::new(), Evidence::new());
        Self { estate: EstateId::ZERO, log, now_ms, evidence, entries: Vec::new() }
    }

    /// Signs and lets in; returns the entry's id.
    fn say(&mut self, key: &SigningKey, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<EntryId> {
        let last_seq = self.log.state().key(&public_key(key)).and_then(|key| key.last_seq);
        let draft = Draft {
            estate: self.estate,
            seq: last_seq.map_or(0, |last| last + 1),
            view: self.log.view(),
            client_ms: self.now_ms,
            body: body.into(),
        };
        let entry = verify(&draft.sign(key)?)?;
        for blob in &blobs {
            self.evidence.insert(blob.clone());
        }
        let kind = entry.body().kind().name();
        let entry = self
            .log
            .accept(entry, self.now_ms, &self.evidence)
            .with_context(|| format!("a made-up {kind}"))?;
        let id = entry.entry.id();
        let (leaf, hash) = (entry.leaf(), entry.leaf_hash());
        self.entries.push(NewEntry { entry_id: id, leaf, leaf_hash: hash, blobs });
        ensure!(self.log.state().size() == u64::try_from(self.entries.len())?, "an entry was lost");
        Ok(id)
    }

    /// Publishes letters, and has another root stand behind them.
    fn letters(&mut self, root: &SigningKey, second: &SigningKey, codes: Codes) -> Result<()> {
        let entry = self.say(root, codes, vec![])?;
        self.say(second, Confirm { entry }, vec![]).map(drop)
    }

    /// Enrols a device by the letter of that number.
    fn enrol(&mut self, device: &SigningKey, number: u64) -> Result<()> {
        let code = key("code", number);
        let message = code_message(&self.estate, &person(number), &public_key(device));
        let consent = standard_consent();
        let codes = vec![(public_key(&code), sign(&code, &message))];
        let enrol = Enrol { codes, consent: consent.id(), person: person(number) };
        self.say(device, enrol, vec![consent]).map(drop)
    }
}
