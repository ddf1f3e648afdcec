//! One stairwell of twelve homes, from its founding to an opened vote.
//!
//! | party | owners | homes | area in 0.01 m² |
//! |---|---|---|---|
//! | wang | wang | 101, 201 | 8937 + 8937 |
//! | li | li | 102 | 7658 |
//! | zhao-qian | zhao, qian; zhao represents them | 202 | 7658 |
//! | sun-zhou | sun, zhou; nobody represents them | 301 | 8937 |
//! | wu … feng | one each | 302 … 602 | 7658, 8937, … |
//! | parker | parker | a parking space only | 1250 |
//!
//! Eleven heads with a home; the developer owns 601.

use yishi_protocol::blob::{
    AgendaText, AreaSource, BallotOpening, Blob, BlobKind, ItemText, PersonName, Place, UnitFacts, Words,
};
use yishi_protocol::body::{
    Ballot, Capability, Class, Genesis, Grant, Item, Method, Mode, Notice, Open, OrgKind, OrgUnit, Role,
    Roll, RollPage, UnitKind,
};
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::calendar::{DAY_MS, HOUR_MS, day_of_date, day_start_ms};
use yishi_protocol::id::{EntryId, Hash, OrgId, PartyId, Salt};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::state::State;
use yishi_server::founding::{Acts, FirstRoll, Founding, Office, Organisation, Roots};

pub use crate::letters::{add_device, code, codes, consent, enrol, enrol_by_two, in_person, newcomer};
use crate::people::{key, party, person, public, salt, set, unit};
use crate::story::{Story, Submission};

/// The scope that holds everything.
pub const ESTATE: u32 = 0;
/// The scope of the homes.
pub const STAIRWELL: u32 = 1;
/// The scope of the parking spaces.
pub const GARAGE: u32 = 2;

/// A row of the roll: party, owners, representative, room, scope, kind, area in 0.01 m².
pub type Row =
    (&'static str, &'static [&'static str], Option<&'static str>, &'static str, u32, UnitKind, u32);

/// The roll.
pub const ROLL: &[Row] = &[
    ("wang", &["wang"], None, "101", STAIRWELL, UnitKind::Dwelling, 8937),
    ("li", &["li"], None, "102", STAIRWELL, UnitKind::Dwelling, 7658),
    ("wang", &["wang"], None, "201", STAIRWELL, UnitKind::Dwelling, 8937),
    ("zhao-qian", &["zhao", "qian"], Some("zhao"), "202", STAIRWELL, UnitKind::Dwelling, 7658),
    ("sun-zhou", &["sun", "zhou"], None, "301", STAIRWELL, UnitKind::Dwelling, 8937),
    ("wu", &["wu"], None, "302", STAIRWELL, UnitKind::Dwelling, 7658),
    ("zheng", &["zheng"], None, "401", STAIRWELL, UnitKind::Dwelling, 8937),
    ("chen", &["chen"], None, "402", STAIRWELL, UnitKind::Dwelling, 7658),
    ("chu", &["chu"], None, "501", STAIRWELL, UnitKind::Shop, 8937),
    ("wei", &["wei"], None, "502", STAIRWELL, UnitKind::Office, 7658),
    ("developer", &["developer"], None, "601", STAIRWELL, UnitKind::Dwelling, 8937),
    ("feng", &["feng"], None, "602", STAIRWELL, UnitKind::Dwelling, 7658),
    ("parker", &["parker"], None, "B1-07", GARAGE, UnitKind::Parking, 1250),
];

/// The area of all homes.
pub const AREA_C: u64 = 6 * 8937 + 6 * 7658;
/// The parties with a home.
pub const HEADS: u32 = 11;

/// Milliseconds since 1970 of an hour of a day in 2026, UTC+8.
pub fn hour(month: u64, day: u64, hour: u64) -> u64 {
    day_start_ms(day_of_date(2026, month, day).unwrap_or_default()) + hour * HOUR_MS
}

/// The founding entry of the stairwell: two roots, of which `root` signs.
pub fn genesis() -> Genesis {
    founding().genesis()
}

/// An organisation, and the root that belongs to it.
pub fn organisation(kind: OrgKind, name: &str, root: Option<&str>) -> Organisation {
    Organisation::new(kind, &Words::zh(name), salt(&format!("name of {name}")), root.map(key))
}

/// Declares an organisation.
pub fn org_unit(kind: OrgKind, name: &str, root: Option<&str>) -> (OrgUnit, Vec<Blob>) {
    let organisation = organisation(kind, name, root);
    (organisation.body(), vec![organisation.name])
}

/// The organisation of that kind; zero if there is none.
pub fn org(state: &State, kind: OrgKind) -> OrgId {
    state.orgs().find(|(_, org)| org.kind == kind).map_or(OrgId::ZERO, |(id, _)| *id)
}

/// The organisations of the stairwell: kind, name, and the root that belongs to it.
pub const ORGS: &[(OrgKind, &str, Option<&str>)] = &[
    (OrgKind::Committee, "业主委员会", Some("root")),
    (OrgKind::ResidentsCommittee, "居民委员会", Some("second root")),
    (OrgKind::Manager, "物业服务中心", None),
    (OrgKind::Supervisors, "监督委员会", None),
];

/// A unit's blobs: area, then address.
fn unit_blobs(row: &Row) -> (Blob, Blob) {
    let (_, _, _, room, _, _, area_c) = row;
    let facts = UnitFacts { area_c: *area_c, source: AreaSource::Registered };
    let place =
        Place { building: "1栋".to_owned(), entrance: "2单元".to_owned(), room: (*room).to_owned() };
    (
        Blob::record(BlobKind::Unit, salt(&format!("area of {room}")), &facts),
        Blob::record(BlobKind::Place, salt(&format!("place of {room}")), &place),
    )
}

fn person_blob(name: &str) -> Blob {
    let record = PersonName { name: name.to_owned(), phone: None };
    Blob::record(BlobKind::Person, salt(&format!("name of {name}")), &record)
}

/// One page of the roll with its blobs, from some of its rows. Parties already listed by `earlier` rows are left out.
pub fn roll_page(
    upload: &str,
    (page, pages): (u32, u32),
    rows: &[Row],
    earlier: &[Row],
) -> (RollPage, Vec<Blob>) {
    let mut body = RollPage {
        page,
        pages,
        parties: Vec::new(),
        people: Vec::new(),
        set: set(upload),
        units: Vec::new(),
    };
    let mut blobs = Vec::new();
    let mut listed: Vec<&str> = earlier.iter().map(|row| row.0).collect();
    for row in rows {
        let (party_name, owners, representative, room, scope, kind, _) = row;
        if !listed.contains(party_name) {
            listed.push(party_name);
            let mut persons: Vec<_> = owners.iter().map(|name| person(name)).collect();
            persons.sort();
            body.parties.push((party(party_name), persons, representative.map(person)));
            for owner in *owners {
                body.people.push((person(owner), person_blob(owner).id()));
                blobs.push(person_blob(owner));
            }
        }
        let (facts, place) = unit_blobs(row);
        body.units.push((unit(room), party(party_name), *scope, *kind, facts.id(), place.id()));
        blobs.extend([facts, place]);
    }
    body.parties.sort_by_key(|row| row.0);
    body.people.sort_by_key(|row| row.0);
    body.units.sort_by_key(|row| row.0);
    (body, blobs)
}

/// Closes the upload.
pub fn roll(upload: &str) -> Roll {
    let scopes = vec![(ESTATE, None), (STAIRWELL, Some(ESTATE)), (GARAGE, Some(ESTATE))];
    Roll { area_c: AREA_C, heads: HEADS, scopes, set: set(upload) }
}

/// A resolution.
pub fn resolution(id: u32, class: Class) -> Item {
    Item { adopts: None, class, id, method: Method::Resolution, options: Vec::new(), raise: None, seats: 0 }
}

/// An election of two among three.
pub fn election(id: u32) -> Item {
    let options = ["A", "B", "C"].map(str::to_owned).to_vec();
    Item {
        adopts: None,
        class: Class::Ordinary,
        id,
        method: Method::Election,
        options,
        raise: None,
        seats: 2,
    }
}

/// The words for some items.
pub fn agenda_text(items: &[Item]) -> Blob {
    let item = |item: &Item| ItemText {
        options: item.options.iter().map(|option| Words::zh(format!("候选人{option}"))).collect(),
        title: Words::zh(format!("第{}项", item.id)),
    };
    let text = AgendaText {
        body: Words::zh("3-2 单元加装电梯，费用由同意的业主分摊。"),
        items: items.iter().map(item).collect(),
        title: Words::zh("加装电梯"),
    };
    Blob::record(BlobKind::AgendaText, Salt::ZERO, &text)
}

/// The notice of 4 March for the window from 20 March to 4 April 2026, with its text.
pub fn notice(roll: EntryId, items: Vec<Item>) -> (Notice, Vec<Blob>) {
    notice_of(roll, STAIRWELL, hour(3, 20, 0), items)
}

/// A notice for a window of 15 days that opens at a moment, in milliseconds since 1970, with its text.
pub fn notice_of(roll: EntryId, scope: u32, opens_ms: u64, items: Vec<Item>) -> (Notice, Vec<Blob>) {
    let text = agenda_text(&items);
    let notice = Notice {
        closes_ms: opens_ms + 15 * DAY_MS,
        items,
        legal_mode: LegalMode::Advisory,
        lottery: None,
        matter: None,
        mode: Mode::Sealed,
        opens_ms,
        reserve_ms: None,
        roll,
        scope,
        text: text.id(),
    };
    (notice, vec![text])
}

/// Opens it for the whole stairwell.
pub fn open(notice: EntryId, roll: EntryId) -> Open {
    Open { area_c: AREA_C, corrections: vec![], heads: HEADS, notice, roll }
}

/// A ballot on an agenda.
pub fn ballot(
    agenda: EntryId,
    party: PartyId,
    choice: &[&[u32]],
    supersedes: Option<EntryId>,
) -> (Ballot, Blob) {
    let opening = BallotOpening { choice: choice.iter().map(|marks| marks.to_vec()).collect() };
    let name = format!("ballot of {party} after {supersedes:?}");
    let blob = Blob::ballot(&agenda, &party, salt(&name), &opening);
    (Ballot { agenda, blob: blob.id(), party, supersedes }, blob)
}

/// What a person sends to vote for a party, with the right predecessor.
pub fn vote(story: &Story, voter: &str, party_name: &str, agenda: EntryId, choice: &[&[u32]]) -> Submission {
    let id = party(party_name);
    let standing = story.log.state().agenda(&agenda).and_then(|agenda| agenda.standing_ballot(&id));
    let (body, blob) = ballot(agenda, id, choice, standing.map(|ballot| ballot.entry));
    story.sign(voter, body, vec![blob])
}

/// Who can be told apart in the stairwell: everyone with a letter.
pub const PEOPLE: &[&str] = &[
    "host",
    "wang",
    "li",
    "zhao",
    "qian",
    "sun",
    "zhou",
    "wu",
    "zheng",
    "chen",
    "chu",
    "wei",
    "developer",
    "feng",
    "parker",
    "tenant",
    "manager",
];

/// The host's office: all that a committee member may hold.
pub fn host_grant(state: &State, until_ms: u64) -> Grant {
    grant(state, "host", (OrgKind::Committee, Role::Committee), Role::Committee.capabilities(), until_ms)
}

/// An office without limits and without a title.
pub fn grant(
    state: &State,
    name: &str,
    office: (OrgKind, Role),
    caps: &[Capability],
    until_ms: u64,
) -> Grant {
    in_office(name, office, caps, until_ms).body(state)
}

fn in_office(name: &str, (kind, role): (OrgKind, Role), caps: &[Capability], until_ms: u64) -> Office {
    Office { person: person(name), kind, role, caps: caps.to_vec(), title: None, until_ms }
}

/// An open vote.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The log up to there.
    pub story: Story,
    /// The agenda.
    pub agenda: EntryId,
    /// Its roll.
    pub roll: EntryId,
    /// Its notice.
    pub notice: EntryId,
}

/// What the stairwell begins with: its organisations declared, everybody let in by two roots, the host in office.
pub fn founding() -> Founding {
    let until_ms = hour(12, 31, 0);
    let host = (OrgKind::Committee, Role::Committee);
    Founding {
        name: "桂苑小区".to_owned(),
        log: public("log"),
        roots: Roots { first: key("root"), second: Some(key("second root")) },
        organisations: ORGS.iter().map(|(kind, name, root)| organisation(*kind, name, *root)).collect(),
        people: PEOPLE.iter().map(|name| newcomer(name)).collect(),
        consent: consent(),
        letters_until_ms: until_ms,
        offices: vec![in_office("host", host, Role::Committee.capabilities(), until_ms)],
        roll: None,
    }
}

/// The roll of March, which the host brings with one page, and behind which the root stands.
pub fn march_roll() -> FirstRoll {
    FirstRoll {
        by: key("host"),
        second: key("root"),
        pages: vec![roll_page("march", (0, 1), ROLL, &[])],
        roll: roll("march"),
    }
}

/// [`founding`], told.
///
/// # Errors
/// If the rules refuse any of it.
pub fn settled() -> Result<Story, Rejection> {
    let mut story = Story::at(hour(3, 1, 9));
    story.tell(founding().acts())?;
    Ok(story)
}

/// [`settled`], and the roll in force.
///
/// # Errors
/// If the rules refuse any of it.
pub fn listed() -> Result<(Story, EntryId), Rejection> {
    let mut story = settled()?;
    let mut acts = Acts::default();
    let roll = acts.bring_roll(&march_roll());
    let told = story.tell(acts)?;
    Ok((story, told.get(roll).copied().unwrap_or(EntryId::ZERO)))
}

/// [`listed`], the items noticed and opened, the clock at the first hour of the window.
///
/// # Errors
/// If the rules refuse any of it.
pub fn opened(items: Vec<Item>) -> Result<Opened, Rejection> {
    let (story, roll) = listed()?;
    opened_on(story, roll, items)
}

/// The items noticed and opened on a roll, the clock at the first hour of the window.
///
/// # Errors
/// If the rules refuse any of it.
pub fn opened_on(mut story: Story, roll: EntryId, items: Vec<Item>) -> Result<Opened, Rejection> {
    story.now_ms = hour(3, 4, 10);
    let (body, blobs) = notice(roll, items);
    let notice = story.say_id("host", body, blobs)?;
    story.now_ms = hour(3, 19, 9);
    let agenda = story.say_id("host", open(notice, roll), vec![])?;
    story.now_ms = hour(3, 20, 0);
    Ok(Opened { story, agenda, roll, notice })
}

/// The context of every blob but ballots.
pub const NO_CONTEXT: Hash = Hash::ZERO;
