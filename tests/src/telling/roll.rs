//! Uploading the owner roll in two pages, and every way in which rows can be wrong.

use yishi_protocol::blob::{AreaSource, Blob, BlobKind, Place, UnitFacts};
use yishi_protocol::body::{Confirm, Roll, RollChange, RollPage, UnitKind};
use yishi_protocol::id::{EntryId, Salt};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::people::{party, person, salt, set, unit};
use crate::stairwell::{AREA_C, GARAGE, HEADS, ROLL, Row, STAIRWELL, roll, roll_page};

/// One home, sold under the old party's name.
const SOLD: &[Row] = &[("wang", &["xu"], None, "101", STAIRWELL, UnitKind::Dwelling, 8937)];

/// The parking space, a little larger.
const MEASURED: &[Row] = &[("parker", &["parker"], None, "B1-07", GARAGE, UnitKind::Parking, 1260)];

/// The first roll, and the one that it became.
pub(super) struct Rolls {
    pub(super) march: EntryId,
    pub(super) april: EntryId,
}

pub(super) fn tell(telling: &mut Telling) -> Told<Rolls> {
    pages(telling)?;
    parties(telling)?;
    units(telling)?;
    closing(telling)?;
    unsound_sets(telling)?;
    let march = telling.say("the roll is closed, and waits", "host", roll("march"), vec![])?.entry.id();
    let second = || Confirm { entry: march };
    telling.refuse(Code::OwnAct, "its author confirms it", "host", second(), vec![])?;
    telling.refuse(Code::MissingCapability, "an owner confirms it", "wang", second(), vec![])?;
    telling.say("a root confirms it", "root", second(), vec![])?;
    telling.refuse(Code::AlreadyConfirmed, "it is confirmed once", "second root", second(), vec![])?;
    let (page, blobs) = roll_page("march", (0, 2), &ROLL[..6], &[]);
    telling.refuse(Code::SetClosed, "a page after the roll is closed", "host", page, blobs)?;
    telling.refuse(Code::SetClosed, "the roll is closed twice", "host", roll("march"), vec![])?;
    let (page, blobs) = roll_page("anew", (0, 1), ROLL, &[]);
    telling.say("another upload of the same homes", "host", page, blobs)?;
    telling.refuse(Code::RollSuperseded, "is no second roll", "host", roll("anew"), vec![])?;
    let april = april(telling, march)?;
    let (page, blobs) = roll_page("sold", (0, 1), SOLD, &[]);
    telling.say("an upload in which wang's party has become xu's", "host", page, blobs)?;
    let sold = RollChange { set: Some(set("sold")), ..measured(april) };
    telling.refuse(Code::PartyChanged, "so it cannot change the roll", "host", sold, vec![])?;
    Ok(Rolls { march, april })
}

/// The parking space was measured again, which no total shows.
fn measured(base: EntryId) -> RollChange {
    RollChange { area_c: AREA_C, base, gone: vec![], heads: HEADS, scopes: vec![], set: Some(set("april")) }
}

/// The roll of April: that of March with one parking space measured again.
fn april(telling: &mut Telling, march: EntryId) -> Told<EntryId> {
    let (same, blobs) = roll_page("april", (0, 1), &ROLL[12..], &[]);
    telling.say("the parking space as it is", "host", RollPage { set: set("unmeasured"), ..same }, blobs)?;
    let idle = RollChange { set: Some(set("unmeasured")), ..measured(march) };
    telling.refuse(Code::RollUnchanged, "changes nothing", "host", idle, vec![])?;
    let (page, blobs) = roll_page("april", (0, 1), MEASURED, &[]);
    telling.say("the parking space as it was measured", "host", page, blobs)?;
    let april = telling.say("changes the roll", "host", measured(march), vec![])?.entry.id();
    telling.say("once it is confirmed", "root", Confirm { entry: april }, vec![])?;
    Ok(april)
}

fn first() -> (RollPage, Vec<Blob>) {
    roll_page("march", (0, 2), &ROLL[..6], &[])
}

fn second() -> (RollPage, Vec<Blob>) {
    roll_page("march", (1, 2), &ROLL[6..], &ROLL[..6])
}

fn pages(telling: &mut Telling) -> Told<()> {
    let (page, blobs) = first();
    telling.refuse(
        Code::MissingCapability,
        "an owner uploads a roll",
        "wang",
        page.clone(),
        blobs.clone(),
    )?;
    let beyond = RollPage { page: 2, ..page.clone() };
    telling.refuse(Code::PageOutOfRange, "page 2 of 2, counted from 0", "host", beyond, blobs.clone())?;
    let many = RollPage { pages: 1001, ..page.clone() };
    telling.refuse(Code::PageOutOfRange, "1,001 pages", "host", many, blobs.clone())?;
    telling.refuse(Code::SetUnknown, "a roll without pages", "host", roll("march"), vec![])?;
    telling.say("the roll's first page", "host", page, blobs)?;

    let (page, blobs) = first();
    telling.refuse(Code::PageRepeated, "the first page again", "host", page, blobs)?;
    let (page, blobs) = second();
    let three = RollPage { pages: 3, ..page };
    telling.refuse(Code::PagesDiffer, "the second of three", "host", three, blobs)?;
    telling.refuse(Code::PagesMissing, "a roll with one page of two", "host", roll("march"), vec![])
}

/// The second page with its parties changed.
fn with_parties(change: impl FnOnce(&mut RollPage)) -> (RollPage, Vec<Blob>) {
    let (mut page, blobs) = second();
    change(&mut page);
    (page, blobs)
}

fn parties(telling: &mut Telling) -> Told<()> {
    let (twice, blobs) = with_parties(|page| page.parties.push(page.parties[0].clone()));
    telling.refuse(Code::PartyRepeated, "a party twice on a page", "host", twice, blobs)?;
    let (earlier, blobs) =
        with_parties(|page| page.parties.push((party("wang"), vec![person("zheng")], None)));
    telling.refuse(Code::PartyRepeated, "a party of the first page", "host", earlier, blobs)?;
    let (nobody, blobs) = with_parties(|page| page.parties[0].1.clear());
    telling.refuse(Code::PersonsInvalid, "a party of nobody", "host", nobody, blobs)?;
    let (double, blobs) = with_parties(|page| {
        let owner = page.parties[0].1[0];
        page.parties[0].1.push(owner);
    });
    telling.refuse(Code::PersonsInvalid, "an owner twice", "host", double, blobs)?;
    let (alone, blobs) = with_parties(|page| page.parties[0].2 = Some(page.parties[0].1[0]));
    telling.refuse(Code::RepresentativeInvalid, "one owner represents itself", "host", alone, blobs)?;
    let (unnamed, blobs) = with_parties(|page| page.people.truncate(page.people.len() - 1));
    telling.refuse(Code::PersonBlobs, "an owner without a committed name", "host", unnamed, blobs)?;
    let (foreign, blobs) = with_parties(|page| page.people.insert(0, (person("tenant"), page.people[0].1)));
    telling.refuse(Code::PersonBlobs, "a name for somebody who owns nothing here", "host", foreign, blobs)
}

fn units(telling: &mut Telling) -> Told<()> {
    let (taken, blobs) = with_parties(|page| page.units[0].0 = unit("101"));
    telling.refuse(Code::UnitRepeated, "a unit of the first page", "host", taken, blobs)?;
    for (note, list) in [("units", 0), ("parties", 1), ("people", 2)] {
        let (unsorted, blobs) = with_parties(|page| match list {
            0 => page.units.swap(0, 1),
            1 => page.parties.swap(0, 1),
            _ => page.people.swap(0, 1),
        });
        telling.refuse(
            Code::RowsOrder,
            &format!("{note} in the order of a file"),
            "host",
            unsorted,
            blobs,
        )?;
    }
    let (swapped, blobs) = with_parties(|page| page.units[0].4 = page.units[0].5);
    telling.refuse(Code::BlobKind, "an address for an area", "host", swapped, blobs)?;

    let (mut page, mut blobs) = second();
    let nonsense = Blob {
        kind: BlobKind::Place,
        context: yishi_protocol::id::Hash::ZERO,
        salt: salt("nonsense"),
        payload: r#"{"building":"1栋","room":"101"}"#.to_owned(),
    };
    page.units[0].5 = nonsense.id();
    blobs.push(nonsense);
    telling.refuse(Code::BlobPayload, "an address without its entrance", "host", page, blobs)?;

    let (mut page, mut blobs) = second();
    let place = Place { building: "1栋".to_owned(), entrance: String::new(), room: "101".to_owned() };
    let elsewhere = Blob {
        context: yishi_protocol::id::Hash::from_bytes([1; 32]),
        ..Blob::record(BlobKind::Place, Salt::ZERO, &place)
    };
    page.units[0].5 = elsewhere.id();
    blobs.push(elsewhere);
    telling.refuse(Code::BlobContext, "an address made for something else", "host", page, blobs)?;
    let (mut page, mut blobs) = second();
    let nothing = Blob::record(
        BlobKind::Unit,
        salt("nothing"),
        &UnitFacts { area_c: 0, source: AreaSource::Registered },
    );
    page.units[0].4 = nothing.id();
    blobs.push(nothing);
    telling.refuse(Code::AreaZero, "a home of 0.00 m²", "host", page, blobs)?;
    let (mut page, mut blobs) = second();
    let nowhere = Place { building: "\u{2800}".to_owned(), entrance: String::new(), room: "101".to_owned() };
    let nowhere = Blob::record(BlobKind::Place, salt("nowhere"), &nowhere);
    page.units[0].5 = nowhere.id();
    blobs.push(nowhere);
    telling.refuse(Code::WordsMissing, "an address whose building nobody sees", "host", page, blobs)?;
    let (page, blobs) = second();
    telling.say("the roll's second page", "host", page, blobs)?;
    Ok(())
}

fn closing(telling: &mut Telling) -> Told<()> {
    let rootless = Roll { scopes: vec![], ..roll("march") };
    telling.refuse(Code::ScopeTree, "no scopes", "host", rootless, vec![])?;
    let loose = Roll { scopes: vec![(0, None), (STAIRWELL, Some(9)), (9, Some(0))], ..roll("march") };
    telling.refuse(Code::ScopeTree, "a part before what it lies in", "host", loose, vec![])?;
    let two = Roll { scopes: vec![(0, None), (STAIRWELL, None)], ..roll("march") };
    telling.refuse(Code::ScopeTree, "two estates", "host", two, vec![])?;
    let narrow = Roll { scopes: vec![(0, None), (STAIRWELL, Some(0))], ..roll("march") };
    telling.refuse(Code::ScopeUnknown, "a unit outside all scopes", "host", narrow, vec![])?;
    let heads = Roll { heads: HEADS + 1, ..roll("march") };
    telling.refuse(Code::RollHeads, "parking counted as a head", "host", heads, vec![])?;
    let area = Roll { area_c: AREA_C + 1, ..roll("march") };
    telling.refuse(Code::RollArea, "0.01 m² too much", "host", area, vec![])
}

/// Uploads whose pages are each sound and which together are not.
fn unsound_sets(telling: &mut Telling) -> Told<()> {
    let one = |upload: &str| roll_page(upload, (0, 1), &ROLL[..2], &[]);
    let close = |upload: &str| Roll {
        scopes: vec![(0, None), (STAIRWELL, Some(0)), (GARAGE, Some(0))],
        ..roll(upload)
    };

    let (mut page, blobs) = one("ghost");
    let second = |page: &RollPage| page.units.iter().position(|row| row.0 == unit("102")).unwrap_or_default();
    let at = second(&page);
    page.units[at].1 = party("nobody");
    telling.say("a unit of a party that is not listed", "host", page, blobs)?;
    telling.refuse(Code::PartyUnknown, "so it cannot be a roll", "host", close("ghost"), vec![])?;

    let (mut page, blobs) = one("idle");
    let at = second(&page);
    page.units[at].1 = party("wang");
    telling.say("a party that owns nothing", "host", page, blobs)?;
    telling.refuse(Code::PartyWithoutUnit, "so it cannot be a roll", "host", close("idle"), vec![])?;

    let (mut page, blobs) = one("double");
    for row in &mut page.parties {
        row.1 = vec![person("wang")];
    }
    page.people.retain(|(who, _)| *who == person("wang"));
    telling.say("one owner as two parties", "host", page, blobs)?;
    telling.refuse(Code::OwnerSetRepeated, "which would be two heads", "host", close("double"), vec![])
}
