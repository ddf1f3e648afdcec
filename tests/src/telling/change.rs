//! What the register changed: a home sold, one split, a building added, a parking space gone.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Confirm, Raise, RollChange, RollPage, UnitKind};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::roll::Rolls;
use super::{Telling, Told};
use crate::matters::raise;
use crate::people::{party, set, unit};
use crate::stairwell::{AREA_C, ESTATE, GARAGE, HEADS, ROLL, Row, STAIRWELL, roll_page};

/// A building that was not there before.
const ANNEX: u32 = 3;
/// Li has sold to gao, feng has split the home with a brother, and wang has a shop in the annex.
const CHANGED: &[Row] = &[
    ("gao", &["gao"], None, "102", STAIRWELL, UnitKind::Dwelling, 7658),
    ("feng", &["feng"], None, "602A", STAIRWELL, UnitKind::Dwelling, 4000),
    ("brother", &["brother"], None, "602B", STAIRWELL, UnitKind::Dwelling, 3658),
    ("wang", &["wang"], None, "A-101", ANNEX, UnitKind::Shop, 5000),
];
/// Wang's party is on the roll that is changed, so no page needs to list it.
const WANG: &[Row] = &[ROLL[0]];

fn change(base: EntryId) -> RollChange {
    RollChange {
        area_c: AREA_C + 5000,
        base,
        gone: vec![unit("602")],
        heads: HEADS + 1,
        scopes: vec![(ANNEX, Some(ESTATE))],
        set: Some(set("summer")),
    }
}

fn page(number: u32) -> (RollPage, Vec<Blob>) {
    let (rows, earlier) = if number == 0 { (&CHANGED[..2], &[][..]) } else { (&CHANGED[2..], WANG) };
    roll_page("summer", (number, 2), rows, earlier)
}

/// A matter of the annex.
fn raise_there() -> (Raise, Vec<Blob>) {
    let (body, blobs) = raise();
    (Raise { scope: ANNEX, ..body }, blobs)
}

pub(super) fn tell(telling: &mut Telling, rolls: &Rolls) -> Told<()> {
    let Rolls { march, april } = *rolls;
    let good = change(april);
    pages(telling, &good)?;
    let outside = "of the annex, which is not there yet";
    let (body, blobs) = raise_there();
    telling.refuse(Code::ScopeUnknown, outside, "wang", body, blobs)?;
    let wrong = [
        (Code::RollUnknown, "of a roll that is not here", RollChange { base: EntryId::ZERO, ..good.clone() }),
        (Code::RollSuperseded, "of an older roll", RollChange { base: march, ..good.clone() }),
        (
            Code::RollUnchanged,
            "that names nothing",
            RollChange {
                area_c: AREA_C,
                gone: vec![],
                heads: HEADS,
                scopes: vec![],
                set: None,
                ..good.clone()
            },
        ),
        (Code::SetClosed, "with the pages of a roll", RollChange { set: Some(set("april")), ..good.clone() }),
        (
            Code::UnitUnknown,
            "without a home that never was",
            RollChange { gone: vec![unit("999")], ..good.clone() },
        ),
        (
            Code::UnitRepeated,
            "without a home that it lists",
            RollChange { gone: vec![unit("102")], ..good.clone() },
        ),
        (
            Code::RowsOrder,
            "with a unit gone twice",
            RollChange { gone: vec![unit("602"); 2], ..good.clone() },
        ),
        (Code::ScopeTree, "with a second estate", RollChange { scopes: vec![(ANNEX, None)], ..good.clone() }),
        (
            Code::ScopeTree,
            "with the garage moved into the stairwell",
            RollChange { scopes: vec![(GARAGE, Some(STAIRWELL))], ..good.clone() },
        ),
        (Code::ScopeUnknown, "without the annex", RollChange { scopes: vec![], ..good.clone() }),
        (Code::RollHeads, "with one head less", RollChange { heads: HEADS, ..good.clone() }),
        (
            Code::RollArea,
            "with the home that was split counted twice",
            RollChange { gone: vec![], area_c: AREA_C + 5000, ..good.clone() },
        ),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, &format!("a change {note}"), "host", body, vec![])?;
    }
    telling.refuse(Code::SetNotYours, "wu closes the host's pages", "wu", good.clone(), vec![])?;
    unsound(telling, april)?;
    in_force(telling, good)
}

fn pages(telling: &mut Telling, good: &RollChange) -> Told<()> {
    telling.refuse(Code::MissingCapability, "an owner changes the roll", "wang", good.clone(), vec![])?;
    telling.refuse(Code::SetUnknown, "a change without its pages", "host", good.clone(), vec![])?;
    let (body, blobs) = page(0);
    telling.say("a home sold, a home split", "host", body, blobs)?;
    telling.refuse(Code::PagesMissing, "a change with one page of two", "host", good.clone(), vec![])?;
    let (body, blobs) = page(1);
    telling.refuse(Code::SetNotYours, "wu slips a page in", "wu", body, blobs)?;
    let (body, blobs) = page(1);
    telling.say("the other half of it, and a shop in an annex", "host", body, blobs).map(drop)
}

/// Pages that are sound each, and with the roll that they change are not.
fn unsound(telling: &mut Telling, april: EntryId) -> Told<()> {
    let one = |name: &str| RollChange {
        gone: vec![],
        heads: HEADS,
        scopes: vec![],
        set: Some(set(name)),
        ..change(april)
    };
    let page = |name: &str, row: Row| roll_page(name, (0, 1), &[row], &[]);
    let home = |name, owners| -> Row { (name, owners, None, "102", STAIRWELL, UnitKind::Dwelling, 7658) };

    let (mut body, blobs) = page("stranger", home("gao", &["gao"]));
    body.units[0].1 = party("nobody");
    telling.say("a home of a party that nobody lists", "host", body, blobs)?;
    telling.refuse(Code::PartyUnknown, "cannot change the roll", "host", one("stranger"), vec![])?;

    let (mut body, blobs) = page("idle change", home("gao", &["gao"]));
    body.units[0].1 = party("wang");
    telling.say("a party that would own nothing", "host", body, blobs)?;
    telling.refuse(Code::PartyWithoutUnit, "cannot change the roll", "host", one("idle change"), vec![])?;

    let (body, blobs) = page("two heads", home("second wang", &["wang"]));
    telling.say("a home sold to wang as another party", "host", body, blobs)?;
    telling.refuse(Code::OwnerSetRepeated, "would be two heads", "host", one("two heads"), vec![])?;

    let (body, blobs) = page("borrowed", home("li", &["gao"]));
    telling.say("gao in the name of li's party", "host", body, blobs)?;
    telling.refuse(Code::PartyChanged, "would speak by li's words", "host", one("borrowed"), vec![])?;

    let (body, blobs) = page("forgetful", home("li anew", &["li"]));
    telling.say("li as a new party", "host", body, blobs)?;
    telling.refuse(Code::PartyChanged, "would forget what li said", "host", one("forgetful"), vec![])
}

/// Two changes of one roll: the first that is confirmed is in force, and the other is made anew.
fn in_force(telling: &mut Telling, good: RollChange) -> Told<()> {
    let parking = RollChange {
        area_c: AREA_C,
        gone: vec![unit("B1-07")],
        heads: HEADS,
        scopes: vec![],
        set: None,
        ..good.clone()
    };
    let changed = telling.say("the change is signed, and waits", "host", good, vec![])?.entry.id();
    let other = telling.say("so does wu's: a parking space gone", "wu", parking.clone(), vec![])?.entry.id();
    let second = || Confirm { entry: changed };
    telling.refuse(Code::OwnAct, "its author confirms it", "host", second(), vec![])?;
    telling.refuse(Code::MissingCapability, "the buyer's neighbour confirms it", "wang", second(), vec![])?;
    telling.say("wu confirms the host's", "wu", second(), vec![])?;
    let late = Confirm { entry: other };
    telling.refuse(Code::RollSuperseded, "wu's is of a roll that is not the newest", "host", late, vec![])?;
    let (body, blobs) = page(0);
    telling.refuse(Code::SetClosed, "a page after the change", "host", body, blobs)?;
    let (body, blobs) = raise_there();
    telling.say("a matter of the annex, which is there now", "wang", body, blobs)?;
    let anew = RollChange { area_c: AREA_C + 5000, base: changed, heads: HEADS + 1, ..parking };
    let other = telling.say("wu makes it anew", "wu", anew, vec![])?.entry.id();
    telling.say("and the host confirms it", "host", Confirm { entry: other }, vec![]).map(drop)
}
