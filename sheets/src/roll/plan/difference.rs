//! What would change, in words: a line for each home, for whoever signs it and whoever stands behind it.

use yishi_protocol::body::UnitKind;
use yishi_protocol::view::{OwnerView, UnitChange, UnitView};

use crate::sentence::Sentence;

/// What a change says, home by home in the order of addresses.
pub fn sentences(changes: &[UnitChange]) -> Vec<Sentence> {
    let mut changes: Vec<_> = changes.iter().collect();
    changes.sort_by_key(|change| {
        let view = change.after.as_ref().or(change.before.as_ref());
        view.and_then(UnitView::address).map(|place| (place.building, place.entrance, place.room))
    });
    changes.into_iter().filter_map(sentence).collect()
}

fn sentence(change: &UnitChange) -> Option<Sentence> {
    let (home, what) = match (&change.before, &change.after) {
        (None, Some(after)) => (home(after), appeared(after)),
        (Some(before), None) => (home(before), gone(before)),
        (Some(before), Some(after)) => (home(after), changed(before, after)),
        (None, None) => return None,
    };
    Some(Sentence::new(format!("{}：{}", home.zh, what.zh), format!("{}: {}", home.en, what.en)))
}

fn home(view: &UnitView) -> Sentence {
    match view.address() {
        Some(place) => {
            let name = format!("{}{}{}", place.building, place.entrance, place.room);
            Sentence::new(name.clone(), name)
        }
        None => Sentence::new("地址已删除的一处", "a unit whose address is erased"),
    }
}

fn appeared(after: &UnitView) -> Sentence {
    let (kind, area, owners) = (kind(after.kind), area(after), owners(after));
    Sentence::new(
        format!("新增，{}，{area}，业主 {}", kind.zh, owners.zh),
        format!("new, {}, {area}, owned by {}", kind.en, owners.en),
    )
}

fn gone(before: &UnitView) -> Sentence {
    let (area, owners) = (area(before), owners(before));
    Sentence::new(
        format!("不再有（原 {area}，业主 {}）", owners.zh),
        format!("gone (was {area}, owned by {})", owners.en),
    )
}

fn changed(before: &UnitView, after: &UnitView) -> Sentence {
    let mut parts = Vec::new();
    let persons = |view: &UnitView| view.owners.iter().map(|owner| owner.person).collect::<Vec<_>>();
    if before.party != after.party || persons(before) != persons(after) {
        let (before, after) = (owners(before), owners(after));
        parts.push(Sentence::new(
            format!("业主由 {} 变为 {}", before.zh, after.zh),
            format!("owned by {} instead of {}", after.en, before.en),
        ));
    } else {
        parts.extend(
            before.owners.iter().zip(&after.owners).filter_map(|(before, after)| renamed(before, after)),
        );
        if before.representative != after.representative {
            let name = |view: &UnitView| {
                let owner = view.owners.iter().find(|owner| Some(owner.person) == view.representative);
                owner.map_or_else(|| Sentence::new("没有人", "nobody"), named)
            };
            let (before, after) = (name(before), name(after));
            parts.push(Sentence::new(
                format!("登记的投票人由 {} 变为 {}", before.zh, after.zh),
                format!("{} is listed to vote instead of {}", after.en, before.en),
            ));
        }
    }
    if before.area_c() != after.area_c() {
        let (before, after) = (area(before), area(after));
        parts.push(Sentence::new(
            format!("面积由 {before} 变为 {after}"),
            format!("{after} instead of {before}"),
        ));
    }
    if before.kind != after.kind {
        let (before, after) = (kind(before.kind), kind(after.kind));
        parts.push(Sentence::new(
            format!("用途由{}变为{}", before.zh, after.zh),
            format!("{} instead of {}", after.en, before.en),
        ));
    }
    if before.scope != after.scope {
        parts.push(Sentence::new("换到了小区的另一部分", "in another part of the estate"));
    }
    let (old, new) = (home(before), home(after));
    if old != new {
        parts.push(Sentence::new(format!("地址原来写作 {}", old.zh), format!("was written {}", old.en)));
    }
    let zh: Vec<_> = parts.iter().map(|part| part.zh.as_str()).collect();
    let en: Vec<_> = parts.iter().map(|part| part.en.as_str()).collect();
    Sentence::new(zh.join("；"), en.join("; "))
}

/// The same person under another name or phone.
fn renamed(before: &OwnerView, after: &OwnerView) -> Option<Sentence> {
    let (old, new) = (before.named()?, after.named()?);
    if old.name != new.name {
        return Some(Sentence::new(
            format!("业主姓名由 {} 改为 {}", old.name, new.name),
            format!("owner {} is called {} now", old.name, new.name),
        ));
    }
    (old.phone != new.phone).then(|| {
        Sentence::new(
            format!("业主 {} 的电话改了", new.name),
            format!("owner {} has another phone number", new.name),
        )
    })
}

fn named(owner: &OwnerView) -> Sentence {
    match owner.named() {
        Some(named) => Sentence::new(named.name.clone(), named.name),
        None => Sentence::new("姓名已删除", "name erased"),
    }
}

fn owners(view: &UnitView) -> Sentence {
    let names: Vec<Sentence> = view.owners.iter().map(named).collect();
    let zh: Vec<_> = names.iter().map(|name| name.zh.as_str()).collect();
    let en: Vec<_> = names.iter().map(|name| name.en.as_str()).collect();
    Sentence::new(zh.join("、"), en.join(", "))
}

/// 8937 as `89.37 m²`.
fn area(view: &UnitView) -> String {
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
