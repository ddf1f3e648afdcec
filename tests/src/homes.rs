//! An estate of any number of homes: every owner enrolled, one vote open now. Its log is told to the rule book as it would
//! have happened over the last weeks, so that a server can be started on it with its own clock.

use yishi_protocol::SigningKey;
use yishi_protocol::blob::{AreaSource, Blob, BlobKind, PersonName, Place, UnitFacts, Words};
use yishi_protocol::body::{Class, Open, OrgKind, Role, Roll, RollPage, UnitKind};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::id::{AgendaId, PartyId, PersonId, Salt, SetId, UnitId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::public_key;
use yishi_server::founding::{FirstRoll, Founding, LetterKey, NewLog, Newcomer, Office, Organisation, Roots};

use crate::stairwell::{notice_of, resolution};

/// Homes of one page of the roll: each is a party, a person and a unit, and a page has at most 400 rows.
const HOMES_A_PAGE: usize = 130;
/// The part of the estate that votes.
const HOMES: u32 = 1;

/// An estate whose log is not kept anywhere yet.
#[derive(Debug)]
pub struct Homes {
    /// Signs checkpoints.
    pub log_key: SigningKey,
    /// The host's.
    pub host: SigningKey,
    /// The log up to the open vote, with its blobs.
    pub log: NewLog,
    /// The vote.
    pub agenda: AgendaId,
}

/// 32 bytes that stand for a thing of that name and number.
pub fn bytes(what: &str, number: u64) -> [u8; 32] {
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
pub fn owner(number: u64) -> SigningKey {
    key("owner", number)
}

/// The party of an owner.
pub fn party(number: u64) -> PartyId {
    PartyId::from_bytes(half("party", number))
}

/// Makes an estate of so many homes. Its vote has been open for a day at `now_ms`, in milliseconds since 1970.
///
/// # Errors
/// If the rules refuse what is told.
pub fn homes(homes: u32, now_ms: u64) -> Result<Homes, Rejection> {
    let opens_ms = now_ms.saturating_sub(DAY_MS);
    let noticed_ms = opens_ms.saturating_sub(17 * DAY_MS);
    let (log_key, host, root) = (key("log", 0), key("host", 0), key("root", 0));
    let until_ms = now_ms.saturating_add(365 * DAY_MS);
    let owners: Vec<u64> = (1..=u64::from(homes)).collect();
    let pages: Vec<&[u64]> = owners.chunks(HOMES_A_PAGE).collect();
    let all = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let area_c = owners.iter().map(|number| u64::from(area_c(*number))).sum();
    let newcomer = |number: u64, device| Newcomer {
        person: person(number),
        letter: LetterKey::Key(Box::new(key("code", number))),
        device: Some(device),
    };
    let mut people = vec![newcomer(0, host.clone())];
    people.extend(owners.iter().map(|number| newcomer(*number, owner(*number))));
    let salt = Salt::from_bytes(bytes("name", 0));
    let founding = Founding {
        name: "桂苑小区".to_owned(),
        log: public_key(&log_key),
        organisations: vec![Organisation::new(
            OrgKind::Committee,
            &Words::zh("业主委员会"),
            salt,
            Some(root.clone()),
        )],
        roots: Roots { first: root.clone(), second: Some(key("root", 1)) },
        people,
        consent: standard_consent(),
        // They were written weeks ago, and none opens for more than a year.
        letters_until_ms: opens_ms.saturating_add(300 * DAY_MS),
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
            pages: pages.into_iter().zip(0..).map(|(numbers, page)| roll_page(page, all, numbers)).collect(),
            roll: Roll { area_c, heads: homes, scopes: vec![(0, None), (HOMES, Some(0))], set: set() },
        }),
    };
    let mut log = NewLog::at(noticed_ms.saturating_sub(DAY_MS));
    log.tell(founding.acts())?;
    let roll = *log.log.state().newest_roll().ok_or(Code::RollUnknown)?.0;
    log.now_ms = noticed_ms;
    let (body, text) = notice_of(roll, HOMES, opens_ms, vec![resolution(1, Class::Ordinary)]);
    let notice = log.say(&host, body, text)?;
    log.now_ms = opens_ms.saturating_sub(HOUR_MS);
    let open = Open { area_c, corrections: vec![], heads: homes, notice, roll };
    let agenda = log.say(&host, open, vec![])?;
    Ok(Homes { log_key, host, log, agenda })
}

fn person(number: u64) -> PersonId {
    PersonId::from_bytes(half("person", number))
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
