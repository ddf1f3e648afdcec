//! Founding, roll, letters, devices and offices.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow, bail};
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{
    Action, Capability, Confirm, Grant, OrgKind, OrgUnit, Reach, Representative, Revoke, RevokeReason, Role,
};
use yishi_protocol::id::PersonId;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::office::go_together;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::public_key;
use yishi_server::keys::random;
use yishi_sheets::roll::{Closing, Ids, ImportPlan, ImportedPerson, RollFile, plan_import, read};

use super::Plan;
use crate::ROLL;
use crate::teller::{Teller, salt, statement, words};
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
    let refused = |refused: Rejection| anyhow!("{refused}");
    let mut teller = Teller::found("桂苑小区", time_ms(FOUNDED)?)?;
    organisations(&mut teller).map_err(refused)?;
    let roll = read(ROLL).map_err(|error| anyhow!("{}", error.code()))?;
    let mut plan = plan_import(&roll, &Ids::default(), false, &mut || random().ok())?;
    teller.persons = plan.ids.persons.clone();
    teller.parties = plan.ids.parties.clone();
    teller.scopes = scopes(&roll);
    for person in &year.people {
        if teller.persons.contains_key(&person.id) {
            continue;
        }
        // They have no home here, so the roll does not know them.
        plan.letters.push(ImportedPerson {
            person: usize::MAX,
            id: PersonId::from_bytes(random()?),
            code: LetterCode::from_random(random()?),
        });
        let last = plan.letters.last().context("it was just added")?;
        teller.persons.insert(person.id.clone(), last.id);
    }
    name_representatives(year, &mut plan)?;
    let Closing::Roll(roll_entry) = plan.closing else { bail!("the first import is a whole roll") };

    // The host brings the roll, but nobody is host before there are letters.
    let codes: Vec<_> = plan.letters.iter().map(|letter| (letter.id, letter.code.clone())).collect();
    let until_ms = time_ms(UNTIL)?;
    teller.letters(&codes, until_ms).map_err(refused)?;
    enrol(year, &mut teller, &codes)?;
    offices(year, &mut teller, until_ms)?;
    let host = host(year)?;
    for (page, blobs) in plan.pages {
        teller.say(host, page, blobs).map_err(refused)?;
    }
    let entry = teller.say(host, roll_entry, vec![]).map_err(refused)?;
    teller.say_as_second(Confirm { entry }, vec![]).map_err(refused)?;
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

/// Devices for everybody who does anything by phone: those of the file with one, and all who vote or back a matter online.
fn enrol(year: &Year, teller: &mut Teller, codes: &[(PersonId, LetterCode)]) -> Result<()> {
    let by_person: BTreeMap<PersonId, &LetterCode> =
        codes.iter().map(|(person, code)| (*person, code)).collect();
    let known: BTreeSet<&str> = year.people.iter().map(|person| person.id.as_str()).collect();
    let without: BTreeSet<&str> = year
        .people
        .iter()
        .filter(|person| person.device == "none")
        .map(|person| person.id.as_str())
        .collect();
    let others: Vec<String> =
        teller.persons.keys().filter(|who| !known.contains(who.as_str())).cloned().collect();
    let named: Vec<String> = year.people.iter().map(|person| person.id.clone()).collect();
    for who in named.into_iter().chain(others).filter(|who| !without.contains(who.as_str())) {
        let code = teller.persons.get(&who).and_then(|person| by_person.get(person));
        if let Some(code) = code {
            teller.enrol(&who, code)?;
        }
    }
    Ok(())
}

/// The committee's chair.
pub(super) fn host(year: &Year) -> Result<&str> {
    let host = year.people.iter().find(|person| person.roles.iter().any(|role| role == "host"));
    Ok(&host.context("the year has a host")?.id)
}

/// The organisations of the estate, of which two have a root.
fn organisations(teller: &mut Teller) -> Result<(), Rejection> {
    let names = [
        (OrgKind::Committee, "业主委员会", Some("Owners' committee")),
        (OrgKind::ResidentsCommittee, "居民委员会", Some("Residents' committee")),
        (OrgKind::Supervisors, "业主监督小组", Some("Owners' supervisors")),
        (OrgKind::PartyBranch, "网格（小区）党支部", Some("Party branch")),
        (OrgKind::Manager, "物业服务中心", Some("Property manager")),
        (OrgKind::Street, "街道办事处", Some("Street office")),
        (OrgKind::Department, "有关部门及派出机构", Some("Departments")),
        (OrgKind::Other, "桂苑志愿队", Some("Volunteers")),
    ];
    for (kind, zh, en) in names {
        let name = Blob::record(BlobKind::Statement, salt()?, &words(zh, en));
        let id = if kind == OrgKind::ResidentsCommittee {
            let root = Some(public_key(&teller.second_root));
            teller.say_as_second(OrgUnit { kind, name: name.id(), root }, vec![name])?
        } else {
            let root = (kind == OrgKind::Committee).then(|| public_key(&teller.root));
            teller.say_as_root(OrgUnit { kind, name: name.id(), root }, vec![name])?
        };
        teller.orgs.insert(kind, id);
    }
    Ok(())
}

/// What a role of the file's is in the log, and what its holder does with it.
fn office(role: &str) -> Option<(OrgKind, Role, &'static [Capability])> {
    use Capability::{Answer, Close, Codes, Disclosure, Dispatch, Evidence, Progress, Raise, Roll, Tally};
    Some(match role {
        "host" => (OrgKind::Committee, Role::Committee, Role::Committee.capabilities()),
        "committee" => (OrgKind::Committee, Role::Committee, &[]),
        "clerk" => (OrgKind::Committee, Role::Clerk, &[Codes, Progress, Raise, Roll]),
        "supervisor" => (OrgKind::Supervisors, Role::Supervisor, &[Close, Codes, Evidence, Tally]),
        "manager" => (OrgKind::Manager, Role::Manager, &[Disclosure, Progress]),
        "residents_committee" => {
            (OrgKind::ResidentsCommittee, Role::ResidentsCommittee, &[Answer, Dispatch, Progress])
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
    for task in &year.tasks {
        acts.entry(&task.assignee).or_default().insert(Capability::Progress);
        acts.entry(&task.by).or_default().insert(Capability::Dispatch);
    }
    acts
}

/// Offices, each with what its holder does in the year and nothing more.
fn offices(year: &Year, teller: &mut Teller, until_ms: u64) -> Result<()> {
    let mut acts = other_acts(year);
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
            let title = title.map_err(|refused| anyhow!("{refused}"))?;
            let grant = Grant {
                caps: caps.into_iter().collect(),
                org: *teller.orgs.get(&kind).context("every organisation is declared")?,
                person: teller.person(&person.id).map_err(|refused| anyhow!("{refused}"))?,
                reach: Reach::default(),
                role,
                title: title.as_ref().map(Blob::id),
                until_ms,
            };
            // One root gives nothing in the name of another's organisation.
            let title = title.into_iter().collect();
            let given = match kind {
                OrgKind::ResidentsCommittee => teller.say_as_second(grant, title),
                _ => teller.say_as_root(grant, title),
            };
            given.map_err(|refused| anyhow!("{}: {refused}", person.id))?;
            held.push((kind, role));
        }
        for capability in left {
            teller.leave_out(format!("office: {capability:?} goes with none of the person's"));
        }
    }
    Ok(())
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
const SECOND_CLERK: &str = "X21";
/// The committee's own clerk.
const CLERK: &str = "O00184";

/// A lost phone is retired: the chair asks for it, a clerk of another organisation confirms.
fn retire(teller: &mut Teller, who: &str, host: &str) -> Result<(), Rejection> {
    let device = teller.device(who)?;
    let entry = teller.say(host, Revoke { device, reason: RevokeReason::Lost }, vec![])?;
    teller.say(SECOND_CLERK, Confirm { entry }, vec![]).map(drop)
}

fn new_letter(teller: &mut Teller, who: &str) -> Result<(), Rejection> {
    let code = LetterCode::from_random(random().map_err(unreadable)?);
    teller.letters(&[(teller.person(who)?, code.clone())], time_ms(UNTIL).map_err(unreadable)?)?;
    teller.enrol(who, &code).map_err(unreadable)
}

fn at_the_desk(teller: &mut Teller, who: &str) -> Result<(), Rejection> {
    let entry = teller.enrol_in_person(CLERK, who)?;
    teller.say(SECOND_CLERK, Confirm { entry }, vec![]).map(drop)
}
