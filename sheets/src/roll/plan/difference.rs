//! What would change, in words: a line for each home, for whoever signs it and whoever stands behind it.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::body::{Body, UnitKind};
use yishi_protocol::id::UnitId;
use yishi_protocol::projection::{RollChanges, RollOwner, RollUnit, RollUnitChange};
use yishi_protocol::view::RollTotals;

use crate::sentence::Sentence;

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
    Some(Sentence::new(format!("{}：{}", home.zh, what.zh), format!("{}: {}", home.en, what.en)))
}

fn home(view: &RollUnit) -> Sentence {
    match view.address() {
        Some(place) => {
            let name = place.address();
            Sentence::new(name.clone(), name)
        }
        None => Sentence::new("地址不在手边的一处", "a unit whose address is not at hand"),
    }
}

/// What a part of the estate is called.
fn part(scope: u32, parts: &Parts) -> Sentence {
    match parts.get(&scope) {
        Some(name) => Sentence::new(name.clone(), name.clone()),
        None => Sentence::new(format!("第 {scope} 号部分"), format!("part {scope}")),
    }
}

fn appeared(after: &RollUnit, parts: &Parts) -> Sentence {
    let (kind, area, owners) = (kind(after.kind), area(after), owners(after));
    let usual = after.address().map(|place| place.building + &place.entrance);
    // Where a home votes is said unless it is where its address says.
    let (zh, en) = if usual.is_some() && usual == parts.get(&after.scope).cloned() {
        (String::new(), String::new())
    } else {
        let part = part(after.scope, parts);
        (format!("，归在{}", part.zh), format!(", in {}", part.en))
    };
    Sentence::new(
        format!("新增，{}，{area}{zh}，业主 {}", kind.zh, owners.zh),
        format!("new, {}, {area}{en}, owned by {}", kind.en, owners.en),
    )
}

fn gone(before: &RollUnit) -> Sentence {
    let (area, owners) = (area(before), owners(before));
    Sentence::new(
        format!("不再有（原 {area}，业主 {}）", owners.zh),
        format!("gone (was {area}, owned by {})", owners.en),
    )
}

fn changed(before: &RollUnit, after: &RollUnit, parts: &Parts) -> Sentence {
    let mut said = owners_changed(before, after);
    if before.area_c() != after.area_c() {
        let (before, after) = (area(before), area(after));
        said.push(Sentence::new(
            format!("面积由 {before} 变为 {after}"),
            format!("{after} instead of {before}"),
        ));
    }
    if before.kind != after.kind {
        let (before, after) = (kind(before.kind), kind(after.kind));
        said.push(Sentence::new(
            format!("用途由{}变为{}", before.zh, after.zh),
            format!("{} instead of {}", after.en, before.en),
        ));
    }
    if before.scope != after.scope {
        let (before, after) = (part(before.scope, parts), part(after.scope, parts));
        said.push(Sentence::new(
            format!("由{}归到{}", before.zh, after.zh),
            format!("in {} instead of {}", after.en, before.en),
        ));
    }
    if before.address() != after.address() {
        let old = home(before);
        said.push(Sentence::new(format!("地址原来写作 {}", old.zh), format!("was written {}", old.en)));
    }
    if said.is_empty() {
        said.push(Sentence::new("资料有改动", "what is kept about it has changed"));
    }
    let zh: Vec<_> = said.iter().map(|part| part.zh.as_str()).collect();
    let en: Vec<_> = said.iter().map(|part| part.en.as_str()).collect();
    Sentence::new(zh.join("；"), en.join("; "))
}

fn owners_changed(before: &RollUnit, after: &RollUnit) -> Vec<Sentence> {
    let persons = |view: &RollUnit| view.owners.iter().map(|owner| owner.person).collect::<Vec<_>>();
    if before.party != after.party || persons(before) != persons(after) {
        let (old, new) = (owners(before), owners(after));
        let other = old.zh == new.zh;
        let (zh, en) = if other { ("（同名的另一位）", " (another of that name)") } else { ("", "") };
        return vec![Sentence::new(
            format!("业主由 {} 变为 {}{zh}", old.zh, new.zh),
            format!("owned by {}{en} instead of {}", new.en, old.en),
        )];
    }
    let pairs = before.owners.iter().zip(&after.owners);
    let mut said: Vec<_> = pairs.flat_map(|(before, after)| renamed(before, after)).collect();
    if before.representative != after.representative {
        let name = |view: &RollUnit| {
            let owner = view.owners.iter().find(|owner| Some(owner.person) == view.representative);
            owner.map_or_else(|| Sentence::new("没有人", "nobody"), named)
        };
        let (before, after) = (name(before), name(after));
        said.push(Sentence::new(
            format!("表里写的投票人由 {} 变为 {}", before.zh, after.zh),
            format!("{} is listed to vote instead of {}", after.en, before.en),
        ));
    }
    said
}

/// The same person under another name or phone.
fn renamed(before: &RollOwner, after: &RollOwner) -> Vec<Sentence> {
    let (Some(old), Some(new)) = (before.named(), after.named()) else { return Vec::new() };
    let mut said = Vec::new();
    if old.name != new.name {
        said.push(Sentence::new(
            format!("业主姓名由 {} 改为 {}", old.name, new.name),
            format!("owner {} is called {} now", old.name, new.name),
        ));
    }
    if old.phone != new.phone {
        said.push(Sentence::new(
            format!("业主 {} 的电话改了", new.name),
            format!("owner {} has another phone number", new.name),
        ));
    }
    said
}

fn named(owner: &RollOwner) -> Sentence {
    match owner.named() {
        Some(named) => Sentence::new(named.name.clone(), named.name),
        None => Sentence::new("姓名不在手边", "name not at hand"),
    }
}

fn owners(view: &RollUnit) -> Sentence {
    let names: Vec<Sentence> = view.owners.iter().map(named).collect();
    let zh: Vec<_> = names.iter().map(|name| name.zh.as_str()).collect();
    let en: Vec<_> = names.iter().map(|name| name.en.as_str()).collect();
    Sentence::new(zh.join("、"), en.join(", "))
}

/// 8937 as `89.37 m²`.
fn area(view: &RollUnit) -> String {
    view.area_c()
        .map_or_else(|| "? m²".to_owned(), |area_c| format!("{}.{:02} m²", area_c / 100, area_c % 100))
}

fn kind(kind: UnitKind) -> Sentence {
    let (zh, en) = match kind {
        UnitKind::CivilDefence => ("人防", "a shelter"),
        UnitKind::Communal => ("公共用房", "a communal room"),
        UnitKind::Dwelling => ("住宅", "a home"),
        UnitKind::Office => ("办公", "an office"),
        UnitKind::Parking => ("车位", "a parking space"),
        UnitKind::Shop => ("商铺", "a shop"),
        UnitKind::Storage => ("储藏室", "a storage room"),
    };
    Sentence::new(zh, en)
}
