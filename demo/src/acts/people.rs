//! Founding, roll, letters, devices and offices.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow, bail};
use yishi_protocol::SigningKey;
use yishi_protocol::body::{
    Action, Capability, Confirm, OrgKind, Representative, Revoke, RevokeReason, Role,
};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::id::{PersonId, Salt};
use yishi_protocol::letter::{LONGEST_MS, LetterCode};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::office::go_together;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::public_key;
use yishi_server::founding::{FirstRoll, Founding, LetterKey, Newcomer, Office, Organisation, Roots};
use yishi_server::keys::{new_key, random};
use yishi_sheets::roll::{Closing, Ids, ImportPlan, ImportedPerson, RollFile, plan_import, read};

use super::Plan;
use crate::ROLL;
use crate::teller::{Teller, statement, words};
use crate::year::{Year, time_ms};

/// When the estate begins to use this.
const FOUNDED: &str = "2025-12-01T09:00";
/// How long letters and offices last.
const UNTIL: &str = "2026-12-31T24:00";

/// The estate founded, its roll closed, everybody who acts by phone enrolled, offices given.
///
/// # Errors
/// If anything of it is refused.
pub(super) fn begin(year: &Year) -> Result<Teller> {
    let roll = read(ROLL).map_err(|error| anyhow!("{}", error.code()))?;
    let mut plan = plan_import(&roll, &Ids::default(), false, &mut || random().ok())?;
    let mut persons = plan.ids.persons.clone();
    for person in &year.people {
        if persons.contains_key(&person.id) {
            continue;
        }
        // They have no home here, so the roll does not know them.
        let (id, code) = (PersonId::from_bytes(random()?), LetterCode::from_random(random()?));
        plan.letters.push(ImportedPerson { person: usize::MAX, id, code });
        persons.insert(person.id.clone(), id);
    }
    name_representatives(year, &mut plan)?;
    let ImportPlan { ids, pages, letters, closing, .. } = plan;
    let Closing::Roll(roll_entry) = closing else { bail!("the first import is a whole roll") };

    let now_ms = time_ms(FOUNDED)?;
    let until_ms = time_ms(UNTIL)?;
    let (log_key, root, second_root) = (new_key()?, new_key()?, new_key()?);
    let people = newcomers(year, &persons, letters)?;
    let host = *persons.get(host(year)?).context("the host is somebody")?;
    let by = people.iter().find(|newcomer| newcomer.person == host);
    let by = by.and_then(|newcomer| newcomer.device.clone()).context("the host acts by phone")?;
    let (offices, left_out) = offices(year, &persons, until_ms)?;
    let founding = Founding {
        name: "桂苑小区".to_owned(),
        log: public_key(&log_key),
        organisations: organisations(&root, &second_root)?,
        roots: Roots { first: root, second: Some(second_root.clone()) },
        people,
        consent: standard_consent(),
        letters_until_ms: until_ms.min(now_ms.saturating_add(LONGEST_MS)),
        offices,
        roll: Some(FirstRoll { by, second: second_root, pages, roll: roll_entry }),
    };
    let mut teller = Teller::found(&founding, log_key, now_ms).map_err(|refused| anyhow!("{refused}"))?;
    (teller.persons, teller.parties, teller.scopes) = (persons, ids.parties, scopes(&roll));
    for why in left_out {
        teller.leave_out(why);
    }
    Ok(teller)
}

/// The parts of the estate by name: `2栋`, `3栋2单元`; the estate itself is the empty name.
fn scopes(roll: &RollFile) -> BTreeMap<String, u32> {
    let name = |place: usize| {
        let mut name = String::new();
        let mut here = roll.scopes.get(place);
        while let Some(scope) = here {
            name.insert_str(0, &scope.name);
            here = scope.parent.and_then(|parent| roll.scopes.get(parent));
        }
        name
    };
    (0..roll.scopes.len()).zip(0_u32..).map(|(place, number)| (name(place), number)).collect()
}

/// Who votes for homes of several owners by the roll's column. Who was named later is told when it happened; homes for which
/// nobody ever was named keep none.
fn name_representatives(year: &Year, plan: &mut ImportPlan) -> Result<()> {
    for named in year.representatives.named.split_whitespace().filter(|named| !named.contains('@')) {
        let (party, owner) = named.split_once('=').context("PARTY=OWNER")?;
        let party = plan.ids.parties.get(party).with_context(|| format!("the roll has no {party}"))?;
        let owner = plan.ids.persons.get(owner).with_context(|| format!("the roll has no {owner}"))?;
        let rows = plan.pages.iter_mut().flat_map(|(page, _)| &mut page.parties);
        for row in rows.filter(|row| row.0 == *party) {
            row.2 = Some(*owner);
        }
    }
    Ok(())
}

/// Everybody with a letter, in the order in which they open it: those of the file with a device, all who vote or back a matter
/// online, and at last those whose letter stays closed.
fn newcomers(
    year: &Year,
    persons: &BTreeMap<String, PersonId>,
    letters: Vec<ImportedPerson>,
) -> Result<Vec<Newcomer>> {
    let mut by_person: BTreeMap<PersonId, LetterCode> =
        letters.into_iter().map(|letter| (letter.id, letter.code)).collect();
    let known: BTreeSet<&str> = year.people.iter().map(|person| person.id.as_str()).collect();
    let without = year.people.iter().filter(|person| person.device == "none");
    let without: BTreeSet<&str> = without.map(|person| person.id.as_str()).collect();
    let others = persons.keys().map(String::as_str).filter(|who| !known.contains(who));
    let named = year.people.iter().map(|person| person.id.as_str());
    let mut people = Vec::with_capacity(by_person.len());
    for who in named.chain(others).filter(|who| !without.contains(who)) {
        let Some(person) = persons.get(who) else { continue };
        if let Some(code) = by_person.remove(person) {
            let device = Some(new_key()?);
            people.push(Newcomer { person: *person, letter: LetterKey::Code(code), device });
        }
    }
    let closed = by_person.into_iter();
    let closed = closed.map(|(person, code)| (person, LetterKey::Code(code)));
    people.extend(closed.map(|(person, letter)| Newcomer { person, letter, device: None }));
    Ok(people)
}

/// The committee's chair.
pub(super) fn host(year: &Year) -> Result<&str> {
    let host = year.people.iter().find(|person| person.roles.iter().any(|role| role == "host"));
    Ok(&host.context("the year has a host")?.id)
}

/// The organisations of the estate, of which two have a root.
fn organisations(root: &SigningKey, second_root: &SigningKey) -> Result<Vec<Organisation>> {
    let names = [
        (OrgKind::Committee, "业主委员会", "Owners' committee", Some(root)),
        (OrgKind::ResidentsCommittee, "居民委员会", "Residents' committee", Some(second_root)),
        (OrgKind::Supervisors, "业主监督小组", "Owners' supervisors", None),
        (OrgKind::PartyBranch, "网格（小区）党支部", "Party branch", None),
        (OrgKind::Manager, "物业服务中心", "Property manager", None),
        (OrgKind::Street, "街道办事处", "Street office", None),
        (OrgKind::Department, "有关部门及派出机构", "Departments", None),
        (OrgKind::Other, "桂苑志愿队", "Volunteers", None),
    ];
    let organisation = |(kind, zh, en, root): (OrgKind, &str, &str, Option<&SigningKey>)| {
        Ok(Organisation::new(kind, &words(zh, Some(en)), Salt::from_bytes(random()?), root.cloned()))
    };
    names.into_iter().map(organisation).collect()
}

/// What a role of the file's is in the log, and what its holder does with it.
fn office(role: &str) -> Option<(OrgKind, Role, &'static [Capability])> {
    use Capability::{
        Answer, Close, Codes, Disclosure, Dispatch, Evidence, Moderate, Paper, Progress, Raise, Roll, Tally,
    };
    Some(match role {
        "host" => (OrgKind::Committee, Role::Committee, Role::Committee.capabilities()),
        "committee" => (OrgKind::Committee, Role::Committee, &[]),
        "clerk" => (OrgKind::Committee, Role::Clerk, &[Codes, Paper, Progress, Raise, Roll]),
        "supervisor" => (OrgKind::Supervisors, Role::Supervisor, &[Close, Codes, Evidence, Paper, Tally]),
        "manager" => (OrgKind::Manager, Role::Manager, &[Disclosure, Progress]),
        "residents_committee" => {
            (OrgKind::ResidentsCommittee, Role::ResidentsCommittee, &[Answer, Dispatch, Moderate, Progress])
        }
        "street" => (OrgKind::Street, Role::Street, &[Answer, Dispatch, Progress]),
        "department" => (OrgKind::Department, Role::Department, &[Progress]),
        "grid_worker" => (OrgKind::ResidentsCommittee, Role::GridWorker, &[Progress, Raise]),
        "volunteer" => (OrgKind::Other, Role::Worker, &[Progress]),
        "building_contact" => (OrgKind::Other, Role::BuildingContact, &[]),
        _ => return None,
    })
}

/// What people do in the year beyond what their roles are for.
fn other_acts(year: &Year) -> BTreeMap<&str, BTreeSet<Capability>> {
    let mut acts = BTreeMap::<&str, BTreeSet<Capability>>::new();
    for matter in &year.matters {
        if matter.origin != "resident" {
            acts.entry(&matter.raised_by).or_default().insert(Capability::Raise);
        }
        for answer in matter.answers.iter().filter(|answer| answer.action != Action::Return) {
            acts.entry(&answer.by).or_default().insert(Capability::Answer);
        }
    }
    for help in &year.help {
        acts.entry(&help.by).or_default().insert(Capability::Raise);
    }
    for task in &year.tasks {
        acts.entry(&task.assignee).or_default().insert(Capability::Progress);
        acts.entry(&task.by).or_default().insert(Capability::Dispatch);
    }
    acts
}

/// Offices, each with what its holder does in the year and nothing more, and what is done there that goes with none.
fn offices(
    year: &Year,
    persons: &BTreeMap<String, PersonId>,
    until_ms: u64,
) -> Result<(Vec<Office>, Vec<String>)> {
    let mut acts = other_acts(year);
    let (mut given, mut left_out) = (Vec::new(), Vec::new());
    for person in &year.people {
        let mut left = acts.remove(person.id.as_str()).unwrap_or_default();
        let mut held: Vec<(OrgKind, Role)> = Vec::new();
        // Whoever does an office's work without a role is a building's contact or takes work on.
        let other = ["building_contact", "volunteer"].into_iter().filter_map(office);
        let other = other.map(|(kind, role, _)| (kind, role, &[][..]));
        let own = person.roles.iter().filter_map(|role| office(role));
        for (kind, role, caps) in own.chain(other) {
            let fits = |capability: &&Capability| role.capabilities().contains(capability);
            let mut caps: BTreeSet<Capability> = caps.iter().copied().collect();
            let more: Vec<Capability> = left.iter().filter(fits).copied().collect();
            caps.extend(more);
            let together = held.iter().all(|held| go_together(*held, (kind, role)));
            if caps.is_empty() || !together || held.contains(&(kind, role)) {
                continue;
            }
            left.retain(|capability| !caps.contains(capability));
            let own = person.roles.iter().any(|name| office(name).is_some_and(|(_, known, _)| known == role));
            let title = year.title(person).filter(|_| own).map(statement).transpose();
            given.push(Office {
                person: *persons.get(&person.id).context("everybody has a letter")?,
                kind,
                role,
                caps: caps.into_iter().collect(),
                title: title.map_err(|refused| anyhow!("{refused}"))?,
                until_ms,
            });
            held.push((kind, role));
        }
        let left = left.into_iter();
        left_out.extend(left.map(|cap| format!("office: {cap:?} goes with none of the person's")));
    }
    Ok((given, left_out))
}

/// Plans what people do with their devices, and whom co-owners name to vote for their home.
pub(super) fn plan<'a>(year: &'a Year, plan: &mut Plan<'a>) -> Result<()> {
    for device in &year.devices {
        plan.at(time_ms(&device.at)?, "device", move |teller| match device.what.as_str() {
            "add-device" => teller.add_device(&device.who),
            "revoke" => retire(teller, &device.who, host(year).map_err(unreadable)?),
            "enrol" => new_letter(teller, &device.who),
            "enrol-in-person" => at_the_desk(teller, &device.who),
            other => {
                teller.leave_out(format!("device: {other}"));
                Ok(())
            }
        });
    }
    for named in year.representatives.named.split_whitespace() {
        let Some((party, who)) = named.split_once('=') else { continue };
        let Some((owner, day)) = who.split_once('@') else { continue };
        plan.at(time_ms(&format!("{day}T20:00"))?, "representative", move |teller| {
            let id = *teller.parties.get(party).ok_or(Code::PartyUnknown)?;
            let person = teller.person(owner)?;
            let body = Representative { document: None, party: id, person };
            if party.split('+').any(|co_owner| teller.device(co_owner).is_err()) {
                // Who has no phone signs a form, which two clerks record.
                let document = Some(leaf_hash(format!("推选代表 {party}").as_bytes()));
                let entry = teller.say(CLERK, Representative { document, ..body }, vec![])?;
                return teller.say_as_second(Confirm { entry }, vec![]).map(drop);
            }
            for co_owner in party.split('+') {
                teller.say(co_owner, body.clone(), vec![])?;
            }
            Ok(())
        });
    }
    Ok(())
}

/// The year's file is read before anything is told, so this is not met.
fn unreadable(error: impl std::fmt::Display) -> Rejection {
    Rejection::with(Code::CaseInvalid, error.to_string())
}

/// The clerk of the residents' committee, who is the committee's second person at the desk.
pub(super) const SECOND_CLERK: &str = "X21";
/// The committee's own clerk.
pub(super) const CLERK: &str = "O00184";
/// The head of the supervisors.
pub(super) const SUPERVISOR: &str = "O00756";

/// A lost phone is retired: the chair asks for it, a clerk of another organisation confirms.
fn retire(teller: &mut Teller, who: &str, host: &str) -> Result<(), Rejection> {
    let device = teller.device(who)?;
    let entry = teller.say(host, Revoke { device, reason: RevokeReason::Lost }, vec![])?;
    teller.say(SECOND_CLERK, Confirm { entry }, vec![]).map(drop)
}

fn new_letter(teller: &mut Teller, who: &str) -> Result<(), Rejection> {
    teller.letter(who, time_ms(UNTIL).map_err(unreadable)?)
}

fn at_the_desk(teller: &mut Teller, who: &str) -> Result<(), Rejection> {
    let entry = teller.enrol_in_person(CLERK, who)?;
    teller.say(SECOND_CLERK, Confirm { entry }, vec![]).map(drop)
}
