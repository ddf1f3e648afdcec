//! What would change, in words: a line for each home, for whoever signs it and whoever stands behind it.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::body::{Body, UnitKind};
use yishi_protocol::id::UnitId;
use yishi_protocol::projection::{RollChanges, RollOwner, RollUnit, RollUnitChange};
use yishi_protocol::view::RollTotals;

use crate::key::sheets_change;
use crate::sentence::{Sentence, joined, listed, text};

/// What the parts of the estate are called, by number.
type Parts = BTreeMap<u32, String>;

/// What changes say, home by home in the order of addresses. Every difference is said.
pub fn sentences(changes: &[RollUnitChange], parts: &Parts) -> Vec<Sentence> {
    let mut changes: Vec<_> = changes.iter().collect();
    changes.sort_by_key(|change| {
        let view = change.after.as_ref().or(change.before.as_ref());
        view.and_then(RollUnit::address).map(|place| (place.building, place.entrance, place.room))
    });
    changes.into_iter().filter_map(|change| sentence(change, parts)).collect()
}

/// Whether a difference that a server shows is that of an entry: its totals, and the units that go.
pub fn is_of(difference: &RollChanges, body: &Body) -> bool {
    let (stated, said): (_, BTreeSet<UnitId>) = if let Body::Roll(roll) = body {
        (RollTotals { area_c: roll.area_c, heads: roll.heads }, BTreeSet::new())
    } else if let Body::RollChange(change) = body {
        let totals = RollTotals { area_c: change.area_c, heads: change.heads };
        (totals, change.gone.iter().copied().collect())
    } else {
        return false;
    };
    let gone = |change: &RollUnitChange| {
        change.before.as_ref().filter(|_| change.after.is_none()).map(|before| before.unit)
    };
    let shown: BTreeSet<UnitId> = difference.changes.iter().filter_map(gone).collect();
    difference.after == stated && shown == said
}

fn sentence(change: &RollUnitChange, parts: &Parts) -> Option<Sentence> {
    let (home, what) = match (&change.before, &change.after) {
        (None, Some(after)) => (home(after), appeared(after, parts)),
        (Some(before), None) => (home(before), gone(before)),
        (Some(before), Some(after)) => (home(after), changed(before, after, parts)),
        (None, None) => return None,
    };
    Some(sheets_change::of(&home, &what))
}

fn home(view: &RollUnit) -> Sentence {
    view.address().map_or_else(|| sheets_change::HOME_UNKNOWN.into(), |place| text(&place.address()))
}

/// What a part of the estate is called.
fn part(scope: u32, parts: &Parts) -> Sentence {
    parts.get(&scope).map_or_else(|| sheets_change::part_unknown(&scope), |name| text(name))
}

fn appeared(after: &RollUnit, parts: &Parts) -> Sentence {
    let (kind, area, owners) = (kind(after.kind), area(after), owners(after));
    let usual = after.address().map(|place| place.building + &place.entrance);
    // Where a home votes is said unless it is where its address says.
    if usual.is_some() && usual == parts.get(&after.scope).cloned() {
        sheets_change::new(&kind, &area, &owners)
    } else {
        sheets_change::new_in(&kind, &area, &part(after.scope, parts), &owners)
    }
}

fn gone(before: &RollUnit) -> Sentence {
    sheets_change::gone(&area(before), &owners(before))
}

fn changed(before: &RollUnit, after: &RollUnit, parts: &Parts) -> Sentence {
    let mut said = owners_changed(before, after);
    if before.area_c() != after.area_c() {
        said.push(sheets_change::area(&area(before), &area(after)));
    }
    if before.kind != after.kind {
        said.push(sheets_change::kind(&kind(before.kind), &kind(after.kind)));
    }
    if before.scope != after.scope {
        said.push(sheets_change::part(&part(before.scope, parts), &part(after.scope, parts)));
    }
    if before.address() != after.address() {
        said.push(sheets_change::address(&home(before)));
    }
    if said.is_empty() {
        said.push(sheets_change::SOMETHING.into());
    }
    joined(said, sheets_change::and)
}

fn owners_changed(before: &RollUnit, after: &RollUnit) -> Vec<Sentence> {
    let persons = |view: &RollUnit| view.owners.iter().map(|owner| owner.person).collect::<Vec<_>>();
    if before.party != after.party || persons(before) != persons(after) {
        let (old, new) = (owners(before), owners(after));
        let say = if old == new { sheets_change::owners_namesake } else { sheets_change::owners };
        return vec![say(&old, &new)];
    }
    let pairs = before.owners.iter().zip(&after.owners);
    let mut said: Vec<_> = pairs.flat_map(|(before, after)| renamed(before, after)).collect();
    if before.representative != after.representative {
        let name = |view: &RollUnit| {
            let owner = view.owners.iter().find(|owner| Some(owner.person) == view.representative);
            owner.map_or_else(|| sheets_change::NOBODY.into(), named)
        };
        said.push(sheets_change::representative(&name(before), &name(after)));
    }
    said
}

/// The same person under another name or phone.
fn renamed(before: &RollOwner, after: &RollOwner) -> Vec<Sentence> {
    let (Some(old), Some(new)) = (before.named(), after.named()) else { return Vec::new() };
    let mut said = Vec::new();
    if old.name != new.name {
        said.push(sheets_change::renamed(&old.name, &new.name));
    }
    if old.phone != new.phone {
        said.push(sheets_change::phone(&new.name));
    }
    said
}

fn named(owner: &RollOwner) -> Sentence {
    owner.named().map_or_else(|| sheets_change::NAME_UNKNOWN.into(), |named| text(&named.name))
}

fn owners(view: &RollUnit) -> Sentence {
    listed(view.owners.iter().map(named))
}

/// 8937 as `89.37 m²`.
fn area(view: &RollUnit) -> String {
    view.area_c()
        .map_or_else(|| "? m²".to_owned(), |area_c| format!("{}.{:02} m²", area_c / 100, area_c % 100))
}

fn kind(kind: UnitKind) -> Sentence {
    let word = match kind {
        UnitKind::CivilDefence => sheets_change::KIND_CIVIL_DEFENCE,
        UnitKind::Communal => sheets_change::KIND_COMMUNAL,
        UnitKind::Dwelling => sheets_change::KIND_DWELLING,
        UnitKind::Office => sheets_change::KIND_OFFICE,
        UnitKind::Parking => sheets_change::KIND_PARKING,
        UnitKind::Shop => sheets_change::KIND_SHOP,
        UnitKind::Storage => sheets_change::KIND_STORAGE,
    };
    word.into()
}
