//! Founding, roll, letters, devices and offices.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, anyhow};
use yishi_protocol::body::{Action, Capability, Grant};
use yishi_protocol::id::PersonId;
use yishi_protocol::letter::LetterCode;
use yishi_protocol::rejection::Rejection;
use yishi_server::client::{Ids, ImportPlan, plan_import};
use yishi_server::keys::random;
use yishi_server::setup::HOST_CAPABILITIES;
use yishi_sheets::roll::{RollFile, read};

use crate::ROLL;
use crate::teller::{Teller, statement};
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
    let roll = read(ROLL).map_err(|error| anyhow!("{}", error.code()))?;
    let mut plan = plan_import(&roll, &Ids::default())?;
    teller.persons = plan.ids.persons.clone();
    teller.parties = plan.ids.parties.clone();
    teller.scopes = scopes(&roll);
    for person in &year.people {
        if teller.persons.contains_key(&person.id) {
            continue;
        }
        // They have no home here, so the roll does not know them.
        plan.letters.push(yishi_server::client::ImportedPerson {
            person: usize::MAX,
            id: PersonId::from_bytes(random()?),
            code: LetterCode::from_random(random()?),
        });
        let last = plan.letters.last().context("it was just added")?;
        teller.persons.insert(person.id.clone(), last.id);
    }
    name_representatives(year, &mut plan)?;

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
    teller.say(host, plan.roll, vec![]).map_err(refused)?;
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

/// Who votes for homes of several owners. Those who were named later in the year stand on the roll from its beginning,
/// since nobody can be named later yet; homes for which nobody ever was named keep none.
fn name_representatives(year: &Year, plan: &mut ImportPlan) -> Result<()> {
    for named in year.representatives.named.split_whitespace() {
        let (party, owner) = named.split_once('=').context("PARTY=OWNER")?;
        let owner = owner.split('@').next().unwrap_or_default();
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

/// Offices, each with what its holder does in the year and nothing more.
fn offices(year: &Year, teller: &mut Teller, until_ms: u64) -> Result<()> {
    let mut caps = BTreeMap::<&str, BTreeSet<Capability>>::new();
    caps.entry(host(year)?).or_default().extend(HOST_CAPABILITIES);
    for person in &year.people {
        for role in &person.roles {
            let give: &[Capability] = match role.as_str() {
                "manager" => &[Capability::Disclosure, Capability::Progress],
                "supervisor" => &[Capability::Close, Capability::Evidence, Capability::Tally],
                "residents_committee" | "street" => {
                    &[Capability::Answer, Capability::Dispatch, Capability::Progress]
                }
                "grid_worker" | "clerk" => &[Capability::Raise, Capability::Progress],
                "department" | "volunteer" => &[Capability::Progress],
                _ => &[],
            };
            caps.entry(&person.id).or_default().extend(give);
        }
    }
    for matter in &year.matters {
        if matter.origin != "resident" {
            caps.entry(&matter.raised_by).or_default().insert(Capability::Raise);
        }
        for answer in matter.answers.iter().filter(|answer| answer.action != Action::Return) {
            caps.entry(&answer.by).or_default().insert(Capability::Answer);
        }
    }
    for task in &year.tasks {
        caps.entry(&task.assignee).or_default().insert(Capability::Progress);
        caps.entry(&task.by).or_default().insert(Capability::Dispatch);
    }
    for (who, caps) in caps.into_iter().filter(|(_, caps)| !caps.is_empty()) {
        let person = year.people.iter().find(|person| person.id == who);
        let title = match person.and_then(|person| year.title(person)) {
            Some(title) => Some(statement(title).map_err(|refused| anyhow!("{refused}"))?),
            None => None,
        };
        let person = teller.person(who).map_err(|refused| anyhow!("{refused}"))?;
        let grant = Grant {
            caps: caps.into_iter().collect(),
            person,
            title: title.as_ref().map(yishi_protocol::blob::Blob::id),
            until_ms,
        };
        teller
            .say_as_root(grant, title.into_iter().collect())
            .map_err(|refused| anyhow!("{who}: {refused}"))?;
    }
    Ok(())
}
