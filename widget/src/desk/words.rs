//! The words of offices: organisations, roles, what each may do, how far.

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Class, OrgKind, RaisedShare, Reach, Role, Tier};
use yishi_protocol::view::{Officer, OrgView};

use crate::desk::Desk;
use crate::desk::draft::written;
use crate::kit::tell::{self, pick};

/// What sort of organisation.
pub(crate) fn org_kind(desk: Desk, kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Committee => desk.say("业主委员会", "Owners' committee"),
        OrgKind::Department => desk.say("政府部门", "Department"),
        OrgKind::Manager => desk.say("物业服务企业", "Property manager"),
        OrgKind::Other => desk.say("其他单位", "Another organisation"),
        OrgKind::PartyBranch => desk.say("党支部", "Party branch"),
        OrgKind::ResidentsCommittee => desk.say("居民委员会", "Residents' committee"),
        OrgKind::Street => desk.say("街道", "Street office"),
        OrgKind::Supervisors => desk.say("监督委员会", "Supervisors"),
    }
}

/// What an organisation is called.
pub(crate) fn org(desk: Desk, org: &OrgView) -> String {
    org.name.as_ref().map_or_else(|| org_kind(desk, org.kind).to_owned(), |name| pick(desk.app, name))
}

/// The office.
pub(crate) fn role(desk: Desk, role: Role) -> &'static str {
    match role {
        Role::Bookkeeper => desk.say("会计", "Bookkeeper"),
        Role::BuildingContact => desk.say("楼栋长", "Building contact"),
        Role::Clerk => desk.say("经办人", "Clerk"),
        Role::Committee => desk.say("业委会成员", "Committee member"),
        Role::Department => desk.say("部门经办", "Department's officer"),
        Role::GridWorker => desk.say("网格员", "Grid worker"),
        Role::Manager => desk.say("物业经办", "Manager's officer"),
        Role::PartyBranch => desk.say("党支部成员", "Member of the party branch"),
        Role::ResidentsCommittee => desk.say("居委会成员", "Member of the residents' committee"),
        Role::Street => desk.say("街道经办", "Street's officer"),
        Role::Supervisor => desk.say("监督人", "Supervisor"),
        Role::Worker => desk.say("施工或志愿者", "Worker"),
    }
}

/// What an office is for, in a line.
pub(crate) fn role_purpose(desk: Desk, role: Role) -> &'static str {
    match role {
        Role::Bookkeeper => {
            desk.say("公布账目，答账目的提问。", "Publishes books and answers questions about them.")
        }
        Role::BuildingContact => {
            desk.say("替本楼的人提事、报进度。", "Brings up matters of a building and reports on them.")
        }
        Role::Clerk => {
            desk.say("发信、录名册、开箱计票，不拍板。", "Letters, rolls and counting; decides nothing.")
        }
        Role::Committee => desk.say(
            "答复事项、开表决、派单，管人员。",
            "Answers matters, holds votes, gives out work, lets people in.",
        ),
        Role::Department => desk.say("接派来的活，报进度。", "Takes on work and reports on it."),
        Role::GridWorker => {
            desk.say("巡查、提事、答复、派单。", "Patrols, brings up and answers matters, gives out work.")
        }
        Role::Manager => {
            desk.say("接派单、报进度、公布账目。", "Does the work, reports on it, publishes the books.")
        }
        Role::PartyBranch => desk.say("提事、报进度。", "Brings up matters and reports on them."),
        Role::ResidentsCommittee => {
            desk.say("指导；没有业委会时由它主持。", "Guides, and hosts where there is no committee.")
        }
        Role::Street => desk.say("督办，作第二人确认。", "Follows up, and stands behind others' acts."),
        Role::Supervisor => desk.say(
            "看计票证据，作第二人确认。",
            "Reads the evidence of counts, and stands behind others' acts.",
        ),
        Role::Worker => desk.say("接一单活，报进度。", "Takes on one piece of work and reports on it."),
    }
}

/// What somebody may do.
pub(crate) fn capability(desk: Desk, capability: Capability) -> &'static str {
    match capability {
        Capability::Answer => desk.say("答复和办结事项", "answer and end matters"),
        Capability::Bylaws => desk.say("登记管理规约", "record the bylaws"),
        Capability::Close => desk.say("截止收票", "end the taking of ballots"),
        Capability::Codes => desk.say("发入户信", "let people in by letters"),
        Capability::Disclosure => desk.say("公布账目", "publish books"),
        Capability::Dispatch => desk.say("派单", "give out work"),
        Capability::Evidence => desk.say("看计票证据", "read the evidence of counts"),
        Capability::Grant => desk.say("给别人职务", "give offices"),
        Capability::Notice => desk.say("公示表决", "announce votes"),
        Capability::Open => desk.say("冻结名册、开始投票", "open votes"),
        Capability::Progress => desk.say("接单、报进度", "take on work and report on it"),
        Capability::Raise => desk.say("替别人提事", "bring up matters for others"),
        Capability::Roll => desk.say("录名册和代表人", "keep the roll"),
        Capability::Tally => desk.say("公布结果", "state results"),
    }
}

/// How far an office goes, in words; none if everywhere.
pub(crate) fn reach(desk: Desk, reach: &Reach) -> Option<String> {
    if reach.is_everywhere() {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    parts.extend(reach.scopes.iter().flatten().map(|scope| scope_words(desk, *scope)));
    parts.extend(reach.tiers.iter().flatten().map(|tier| {
        let word = tier_word(desk, *tier);
        desk.either(format!("{word}一级的事"), format!("matters of the {word}"))
    }));
    parts.extend(reach.ledgers.iter().flatten().map(|ledger| {
        let word = tell::ledger(desk.app, *ledger);
        desk.either(format!("{word}账"), word.to_owned())
    }));
    parts.extend(
        reach.categories.iter().flatten().map(|kind| tell::category(desk.app, Some(*kind)).to_owned()),
    );
    Some(parts.join(desk.say("、", ", ")))
}

/// What screens call an officer, with the organisation where the title does not say it, so that people of one title are told
/// apart; and with the first digits of their id where even that says nothing.
pub(crate) fn officer(desk: Desk, officer: &Officer) -> String {
    let (orgs, alike) = desk.data.with_untracked(|data| {
        let alike = data.officers.iter().filter(|other| other.title == officer.title).count();
        (data.orgs.clone(), alike > 1 || officer.title.is_none())
    });
    let place = officer.offices.last().and_then(|office| orgs.iter().find(|org| org.org == office.org));
    let place = place.map(|view| org(desk, view));
    let title = officer.title.as_ref().map(|title| pick(desk.app, title));
    let title = title.or_else(|| officer.offices.last().map(|office| role(desk, office.role).to_owned()));
    let mut parts: Vec<String> = title.into_iter().collect();
    parts.extend(place.filter(|place| parts.first() != Some(place)));
    if alike {
        let short: String = officer.person.to_string().chars().take(6).collect();
        parts.push(short);
    }
    parts.join(" · ")
}

/// Who handles a matter.
pub(crate) fn tier_word(desk: Desk, tier: Tier) -> &'static str {
    match tier {
        Tier::Building => desk.say("楼栋", "building"),
        Tier::Grid => desk.say("小区", "estate"),
        Tier::Community => desk.say("社区", "community"),
        Tier::Street => desk.say("街道", "street"),
    }
}

/// What share must consent, in words.
pub(crate) fn consent_words(desk: Desk, class: Class, raise: Option<RaisedShare>) -> String {
    match (raise, class) {
        (Some((1, 1)), _) => desk.say("参加者全部同意", "all taking part").to_owned(),
        (Some(share), _) => {
            desk.either(format!("参加者的 {} 以上", written(share)), format!("at least {}", written(share)))
        }
        (None, Class::Ordinary) => desk.say("参加者过半数", "more than half of those taking part").to_owned(),
        (None, Class::Special) => {
            desk.say("参加者四分之三以上", "at least three quarters of those taking part").to_owned()
        }
    }
}

/// The kind of a vote, in words.
pub(crate) fn class_words(desk: Desk, class: Class) -> &'static str {
    match class {
        Class::Ordinary => desk.say("普通事项", "Ordinary"),
        Class::Special => desk.say("特别事项", "Special"),
    }
}

/// A part of the estate by its number.
pub(crate) fn scope_words(desk: Desk, scope: u32) -> String {
    let name = desk.data.with(|data| data.scope(scope).map(|scope| scope.name.clone()));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| desk.say("全小区", "The whole estate").to_owned())
}
