//! The words of offices: organisations, roles, what each may do, how far.

use crate::words::key;
use yishi_protocol::body::{Capability, Class, OrgKind, RaisedShare, Reach, Role, Tier};
use yishi_protocol::view::{Officer, OrgView};

use crate::desk::Desk;
use crate::desk::new_vote::written;
use crate::kit::tell::{self, pick};

/// What sort of organisation.
pub(crate) fn org_kind(desk: Desk, kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Committee => desk.say(key::desk_words::OWNERS_COMMITTEE),
        OrgKind::Department => desk.say(key::desk_words::DEPARTMENT),
        OrgKind::Manager => desk.say(key::desk_words::PROPERTY_MANAGER),
        OrgKind::Other => desk.say(key::desk_words::ANOTHER_ORGANISATION),
        OrgKind::PartyBranch => desk.say(key::desk_words::PARTY_BRANCH),
        OrgKind::ResidentsCommittee => desk.say(key::desk_words::RESIDENTS_COMMITTEE),
        OrgKind::Street => desk.say(key::desk_words::STREET_OFFICE),
        OrgKind::Supervisors => desk.say(key::desk_words::SUPERVISORS),
    }
}

/// What an organisation is called.
pub(crate) fn org(desk: Desk, org: &OrgView) -> String {
    org.name.as_ref().map_or_else(|| org_kind(desk, org.kind).to_owned(), |name| pick(desk.app, name))
}

/// The office.
pub(crate) fn role(desk: Desk, role: Role) -> &'static str {
    match role {
        Role::Bookkeeper => desk.say(key::desk_words::BOOKKEEPER),
        Role::BuildingContact => desk.say(key::desk_words::BUILDING_CONTACT),
        Role::Clerk => desk.say(key::desk_words::CLERK),
        Role::Committee => desk.say(key::desk_words::COMMITTEE_MEMBER),
        Role::Department => desk.say(key::desk_words::DEPARTMENT_OFFICER),
        Role::GridWorker => desk.say(key::desk_words::GRID_WORKER),
        Role::Manager => desk.say(key::desk_words::MANAGER_OFFICER),
        Role::PartyBranch => desk.say(key::desk_words::MEMBER_OF_THE_PARTY_BRANCH),
        Role::ResidentsCommittee => desk.say(key::desk_words::MEMBER_OF_THE_RESIDENTS_COMMITTEE),
        Role::Street => desk.say(key::desk_words::STREET_OFFICER),
        Role::Supervisor => desk.say(key::desk_words::SUPERVISOR),
        Role::Worker => desk.say(key::desk_words::WORKER),
    }
}

/// What an office is for, in a line.
pub(crate) fn role_purpose(desk: Desk, role: Role) -> &'static str {
    match role {
        Role::Bookkeeper => desk.say(key::desk_words::PUBLISHES_BOOKS_AND_ANSWERS),
        Role::BuildingContact => desk.say(key::desk_words::BRINGS_UP_MATTERS_OF_A),
        Role::Clerk => desk.say(key::desk_words::LETTERS_ROLLS_AND_COUNTING_DECIDES),
        Role::Committee => desk.say(key::desk_words::ANSWERS_MATTERS_HOLDS_VOTES_GIVES),
        Role::Department => desk.say(key::desk_words::TAKES_ON_WORK_AND_REPORTS),
        Role::GridWorker => desk.say(key::desk_words::PATROLS_BRINGS_UP_AND_ANSWERS),
        Role::Manager => desk.say(key::desk_words::DOES_THE_WORK_REPORTS_ON),
        Role::PartyBranch => desk.say(key::desk_words::BRINGS_UP_MATTERS_AND_REPORTS),
        Role::ResidentsCommittee => desk.say(key::desk_words::GUIDES_AND_HOSTS_WHERE_THERE),
        Role::Street => desk.say(key::desk_words::FOLLOWS_UP_AND_STANDS_BEHIND),
        Role::Supervisor => desk.say(key::desk_words::READS_THE_EVIDENCE_OF_COUNTS),
        Role::Worker => desk.say(key::desk_words::TAKES_ON_ONE_PIECE_OF),
    }
}

/// What somebody may do.
pub(crate) fn capability(desk: Desk, capability: Capability) -> &'static str {
    match capability {
        Capability::Answer => desk.say(key::desk_words::ANSWER_AND_END_MATTERS),
        Capability::Bylaws => desk.say(key::desk_words::RECORD_THE_BYLAWS),
        Capability::Close => desk.say(key::desk_words::END_THE_TAKING_OF_BALLOTS),
        Capability::Codes => desk.say(key::desk_words::LET_PEOPLE_IN_BY_LETTERS),
        Capability::Disclosure => desk.say(key::desk_words::PUBLISH_BOOKS),
        Capability::Dispatch => desk.say(key::desk_words::GIVE_OUT_WORK),
        Capability::Evidence => desk.say(key::desk_words::READ_THE_EVIDENCE_OF_COUNTS),
        Capability::Grant => desk.say(key::desk_words::GIVE_OFFICES),
        Capability::Moderate => desk.say(key::desk_words::HIDE_WORDS_AND_RULE),
        Capability::Notice => desk.say(key::desk_words::ANNOUNCE_VOTES),
        Capability::Open => desk.say(key::desk_words::OPEN_VOTES),
        Capability::Paper => desk.say(key::desk_words::TAKE_BALLOTS_ON_PAPER),
        Capability::Progress => desk.say(key::desk_words::TAKE_ON_WORK_AND_REPORT),
        Capability::Raise => desk.say(key::desk_words::BRING_UP_MATTERS_FOR_OTHERS),
        Capability::Roll => desk.say(key::desk_words::KEEP_THE_ROLL),
        Capability::Tally => desk.say(key::desk_words::STATE_RESULTS),
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
        desk.fill(key::desk_words::matters_of_the(&word))
    }));
    parts.extend(reach.ledgers.iter().flatten().map(|ledger| {
        let word = tell::ledger(desk.app, *ledger);
        desk.fill(key::desk_words::ledger_of(&word))
    }));
    parts.extend(
        reach.categories.iter().flatten().map(|kind| tell::category(desk.app, Some(*kind)).to_owned()),
    );
    Some(parts.join(desk.say(key::common::MARK)))
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
        Tier::Building => desk.say(key::desk_words::BUILDING),
        Tier::Grid => desk.say(key::desk_words::ESTATE),
        Tier::Community => desk.say(key::desk_words::COMMUNITY),
        Tier::Street => desk.say(key::desk_words::STREET),
    }
}

/// What share must consent, in words.
pub(crate) fn consent_words(desk: Desk, class: Class, raise: Option<RaisedShare>) -> String {
    match (raise, class) {
        (Some((1, 1)), _) => desk.say(key::desk_words::ALL_TAKING_PART).to_owned(),
        (Some(share), _) => desk.fill(key::desk_words::at_least(&written(share))),
        (None, Class::Ordinary) => desk.say(key::desk_words::MORE_THAN_HALF_OF_THOSE).to_owned(),
        (None, Class::Special) => desk.say(key::desk_words::AT_LEAST_THREE_QUARTERS_OF).to_owned(),
    }
}

/// The kind of a vote, in words.
pub(crate) fn class_words(desk: Desk, class: Class) -> &'static str {
    match class {
        Class::Ordinary => desk.say(key::desk_words::ORDINARY),
        Class::Special => desk.say(key::desk_words::SPECIAL),
    }
}

/// A part of the estate by its number.
pub(crate) fn scope_words(desk: Desk, scope: u32) -> String {
    let name = desk.data.with(|data| data.scope(scope).map(|scope| scope.name.clone()));
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| desk.say(key::desk_words::THE_WHOLE_ESTATE).to_owned())
}
