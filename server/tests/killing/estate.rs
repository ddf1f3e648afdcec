//! A small estate on files, founded by the code that founds every estate, in the middle of a vote.

use std::path::Path;
use std::time::UNIX_EPOCH;

use tokio::runtime::Runtime;
use yishi_protocol::SigningKey;
use yishi_protocol::blob::{
    AgendaText, AreaSource, Blob, BlobKind, ItemText, PersonName, Place, UnitFacts, Words,
};
use yishi_protocol::body::{
    Class, Item, Method, Mode, Notice, Open, OrgKind, Role, Roll, RollPage, UnitKind,
};
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::envelope::View;
use yishi_protocol::id::{AgendaId, EntryId, EstateId, PartyId, PersonId, PublicKey, Salt, SetId, UnitId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::signature::public_key;
use yishi_server::estates::Estate;
use yishi_server::founding::{FirstRoll, Founding, LetterKey, NewLog, Newcomer, Office, Organisation, Roots};
use yishi_server::keepers::{Keepers, Places};
use yishi_server::keys::write_key;
use yishi_server::lock::SqliteLock;
use yishi_server::store::SqliteStore;

/// The part of the estate that votes, and the area of each home in 0.01 m².
const HOMES: u32 = 1;
const AREA_C: u32 = 8_937;

/// What everybody who votes has to know.
#[derive(Clone, Debug)]
pub(crate) struct Vote {
    pub(crate) estate: EstateId,
    pub(crate) log_key: PublicKey,
    pub(crate) agenda: AgendaId,
    pub(crate) view: View,
    /// Entries when it began.
    pub(crate) founded: u64,
}

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

/// The phone of an owner; they count from 1.
pub(crate) fn owner(number: u64) -> SigningKey {
    key("owner", number)
}

/// The party of an owner.
pub(crate) fn party(number: u64) -> PartyId {
    PartyId::from_bytes(half("party", number))
}

fn person(number: u64) -> PersonId {
    PersonId::from_bytes(half("person", number))
}

pub(crate) fn now_ms() -> u64 {
    u64::try_from(UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap()
}

/// The addresses of the log and the lock of a folder, if it does not keep them itself.
pub(crate) fn addresses(folder: &Path) -> Option<(String, String)> {
    let addresses = std::fs::read_to_string(folder.join("addresses")).ok()?;
    let (log, lock) = addresses.split_once('\n')?;
    Some((log.to_owned(), lock.to_owned()))
}

/// [`addresses`], read.
pub(crate) fn elsewhere(folder: &Path) -> Option<Places> {
    let (log, lock) = addresses(folder)?;
    Some(Places::of(folder, Some(&log), Some(&lock)).unwrap())
}

/// Founds it in `folder`/data, as `init` would have left it, with so many owners and a vote that has been open for a day.
pub(crate) fn found(folder: &Path, owners: u64) -> Vote {
    let now_ms = now_ms();
    let opens_ms = now_ms - DAY_MS;
    let (host, root) = (key("host", 0), key("root", 0));
    let until_ms = now_ms + 300 * DAY_MS;
    let newcomer = |number, device| Newcomer {
        person: person(number),
        letter: LetterKey::Key(Box::new(key("letter", number))),
        device: Some(device),
    };
    let mut people = vec![newcomer(0, host.clone())];
    people.extend((1..=owners).map(|number| newcomer(number, owner(number))));
    let heads = u32::try_from(owners).unwrap();
    let area_c = owners * u64::from(AREA_C);
    let set = SetId::from_bytes(half("set", 0));
    let name = Salt::from_bytes(bytes("name", 0));
    let founding = Founding {
        name: "桂苑小区".to_owned(),
        log: public_key(&key("log", 0)),
        organisations: vec![Organisation::new(
            OrgKind::Committee,
            &Words::zh("业主委员会"),
            name,
            Some(root.clone()),
        )],
        roots: Roots { first: root.clone(), second: Some(key("root", 1)) },
        people,
        consent: standard_consent(),
        letters_until_ms: until_ms,
        offices: vec![Office {
            person: person(0),
            kind: OrgKind::Committee,
            role: Role::Committee,
            caps: Role::Committee.capabilities().to_vec(),
            title: None,
            until_ms,
        }],
        roll: Some(FirstRoll {
            by: host.clone(),
            second: root,
            pages: vec![roll_page(set, owners)],
            roll: Roll { area_c, heads, scopes: vec![(0, None), (HOMES, Some(0))], set },
        }),
    };
    let mut log = NewLog::at(opens_ms - 18 * DAY_MS);
    log.tell(founding.acts()).unwrap();
    let roll = *log.log.state().newest_roll().unwrap().0;
    log.now_ms = opens_ms - 17 * DAY_MS;
    let (body, text) = notice(roll, opens_ms);
    let notice = log.say(&host, body, vec![text]).unwrap();
    log.now_ms = opens_ms - HOUR_MS;
    let open = Open { area_c, corrections: vec![], heads, notice, roll };
    let agenda = log.say(&host, open, vec![]).unwrap();
    keep(folder, &log, &host);
    let founded = u64::try_from(log.entries.len()).unwrap();
    let log_key = public_key(&key("log", 0));
    Vote { estate: log.estate(), log_key, agenda, view: log.log.view(), founded }
}

/// Writes what a server needs, and the host's key for the command line.
fn keep(folder: &Path, log: &NewLog, host: &SigningKey) {
    let data = folder.join("data");
    std::fs::create_dir(&data).unwrap();
    write_key(&data.join("log.key"), &key("log", 0)).unwrap();
    write_key(&data.join("host.key"), host).unwrap();
    Runtime::new().unwrap().block_on(async {
        if let Some(places) = elsewhere(folder) {
            let Keepers { store, lock } = places.make().await.unwrap();
            log.keep(&*store).await.unwrap();
            Estate::open(log.estate(), key("log", 0), &*store, &*lock).await.unwrap();
            return;
        }
        let store = SqliteStore::open(&data.join("yishi.db"), true).await.unwrap();
        let lock = SqliteLock::open(&data.join("lock.db"), true).await.unwrap();
        log.keep(&store).await.unwrap();
        Estate::open(log.estate(), key("log", 0), &store, &lock).await.unwrap();
        store.close().await;
        lock.close().await;
    });
}

/// The only page of the roll: one home an owner.
fn roll_page(set: SetId, owners: u64) -> (RollPage, Vec<Blob>) {
    let mut page = RollPage { page: 0, pages: 1, parties: vec![], people: vec![], set, units: vec![] };
    let mut blobs = Vec::new();
    let salt = |what: &str, number| Salt::from_bytes(bytes(what, number));
    for number in 1..=owners {
        let name = PersonName { name: format!("业主{number}"), phone: None };
        let facts = UnitFacts { area_c: AREA_C, source: AreaSource::Registered };
        let room = number.to_string();
        let place = Place { building: "1栋".to_owned(), entrance: "1单元".to_owned(), room };
        let name = Blob::record(BlobKind::Person, salt("name", number), &name);
        let facts = Blob::record(BlobKind::Unit, salt("area", number), &facts);
        let place = Blob::record(BlobKind::Place, salt("place", number), &place);
        let unit = UnitId::from_bytes(half("unit", number));
        page.parties.push((party(number), vec![person(number)], None));
        page.people.push((person(number), name.id()));
        page.units.push((unit, party(number), HOMES, UnitKind::Dwelling, facts.id(), place.id()));
        blobs.extend([name, facts, place]);
    }
    page.parties.sort_by_key(|row| row.0);
    page.people.sort_by_key(|row| row.0);
    page.units.sort_by_key(|row| row.0);
    (page, blobs)
}

/// One question, open for 15 days.
fn notice(roll: EntryId, opens_ms: u64) -> (Notice, Blob) {
    let text = AgendaText {
        body: Words::zh("加装电梯，费用由同意的业主分摊。"),
        items: vec![ItemText { options: vec![], title: Words::zh("加装电梯") }],
        title: Words::zh("加装电梯"),
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
