//! The owners' own settings, letters of two issuers, and who votes for homes of several owners.

use yishi_protocol::body::{
    Action, Adoption, Bylaws, Capability, Class, Close, Confirm, Grant, Item, Notice, Object, Open, OrgKind,
    Reach, Representative, Role, Tier,
};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint, LegalMode};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;

use super::{Telling, Told, Unexpected, ending, proxies};
use crate::matters::{answer, raise};
use crate::people::{party, person};
use crate::stairwell::{
    ESTATE, ballot, codes, consent, enrol, enrol_by_two, grant, hour, notice, open, resolution,
};

/// Told from August on.
pub(super) fn tell(telling: &mut Telling, roll: EntryId) -> Told<()> {
    telling.story.now_ms = hour(8, 20, 9);
    first_settings(telling)?;
    two_issuers(telling)?;
    limits(telling)?;
    namings(telling)?;
    let agenda = vote(telling, roll)?;
    guardianship_ends(telling)?;
    later_settings(telling, agenda)
}

/// The digest of a document.
fn document(name: &str) -> Hash {
    leaf_hash(name.as_bytes())
}

/// Any co-owner casts, and letters have two issuers.
fn settings() -> Settings {
    Settings { joint: Joint::AnyUnlessObjected, letter_issuers: 2, ..Settings::default() }
}

/// What the owners are asked about.
fn later() -> Settings {
    Settings { proxy_limit: 5, ..settings() }
}

fn first_settings(telling: &mut Telling) -> Told<()> {
    let good = Bylaws { decision: None, document: document("管理规约"), settings: settings() };
    telling.refuse(Code::MissingCapability, "an owner publishes settings", "wang", good.clone(), vec![])?;
    let with = |settings| Bylaws { settings, ..good.clone() };
    let wrong = [
        (Code::BylawsInvalid, "a notice of 14 days", with(Settings { notice_clear_days: 14, ..settings() })),
        (Code::BylawsInvalid, "three issuers", with(Settings { letter_issuers: 3, ..settings() })),
        (
            Code::BylawsInvalid,
            "votes that bind, by letters of one issuer",
            with(Settings { letter_issuers: 1, legal_mode: LegalMode::BindingByBylaws, ..settings() }),
        ),
        (Code::BylawsInvalid, "without a document", Bylaws { document: Hash::ZERO, ..good.clone() }),
        (
            Code::DecisionInvalid,
            "by a vote, though there were none",
            Bylaws { decision: Some((EntryId::ZERO, 1)), ..good.clone() },
        ),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, note, "host", body, vec![])?;
    }
    let more = [Capability::Bylaws, Capability::Roll];
    let office = (OrgKind::Committee, Role::Committee);
    let more = grant(telling.story.log.state(), "wu", office, &more, hour(12, 31, 0));
    telling.say("wu publishes settings and rolls too", "host", more, vec![])?;
    let first = telling.say("the host publishes the owners' settings", "host", good, vec![])?.entry.id();
    let second = || Confirm { entry: first };
    telling.refuse(Code::ConfirmBarred, "the manager confirms them", "manager", second(), vec![])?;
    telling.refuse(Code::OtherOrgNeeded, "another of the committee does", "wu", second(), vec![])?;
    telling.say("the residents' committee's root does", "second root", second(), vec![]).map(drop)
}

/// From now on a letter has two halves, of two organisations.
fn two_issuers(telling: &mut Telling) -> Told<()> {
    let (estate, until) = (telling.story.estate(), hour(12, 31, 0));
    let none = "an heir without a letter";
    telling.refuse(Code::PersonUnknown, none, "heir", enrol(&estate, "heir", "heir", 1), vec![consent()])?;
    for (letter, issuer) in [(1, "wu"), (2, "wei"), (3, "zheng")] {
        let body = codes(&["heir"], letter, until);
        telling.say(&format!("{issuer} writes an heir a letter"), issuer, body, vec![])?;
    }
    let one = enrol(&estate, "heir", "heir", 1);
    telling.refuse(Code::CodesNeeded, "one letter alone", "heir", one, vec![consent()])?;
    let same = enrol_by_two(&estate, "heir", "heir", [1, 3]);
    telling.refuse(Code::IssuersSame, "two of the committee's", "heir", same, vec![consent()])?;
    let body = enrol_by_two(&estate, "heir", "heir", [2, 1]);
    telling.say("the heir enrols by both", "heir", body, vec![consent()])?;

    // The second issuer is silent, so after seven days a root may take their place.
    telling.say("wu writes a cousin a letter", "wu", codes(&["cousin"], 1, until), vec![])?;
    telling.say("the root a second one at once", "root", codes(&["cousin"], 2, until), vec![])?;
    let soon = enrol_by_two(&estate, "cousin", "cousin", [1, 2]);
    telling.refuse(Code::IssuersSame, "both are the committee's", "cousin", soon, vec![consent()])?;
    telling.story.now_ms += 7 * DAY_MS;
    telling.say("and after seven days again", "root", codes(&["cousin"], 3, until), vec![])?;
    let body = enrol_by_two(&estate, "cousin", "cousin", [1, 3]);
    telling.say("which lets the cousin in", "cousin", body, vec![consent()]).map(drop)
}

/// An office goes as far as its grant says.
fn limits(telling: &mut Telling) -> Told<()> {
    let office = (OrgKind::ResidentsCommittee, Role::GridWorker);
    let good = grant(telling.story.log.state(), "tenant", office, &[Capability::Answer], hour(12, 31, 0));
    let reach = Reach { tiers: Some(vec![Tier::Grid]), ..Reach::default() };
    let gift = || Grant { reach: reach.clone(), ..good.clone() };
    telling.refuse(Code::GrantOtherOrg, "one root gives in another's name", "root", gift(), vec![])?;
    telling.say("the tenant answers for the grid", "second root", gift(), vec![])?;
    let (body, blobs) = raise();
    let matter = telling.say("chen asks for a ramp of the building", "chen", body, blobs)?.entry.id();
    let (body, blobs) = answer(matter, Action::Accept, "受理。");
    telling.refuse(Code::OutOfReach, "the tenant answers for the building", "tenant", body, blobs)?;
    let (mut body, blobs) = answer(matter, Action::Escalate, "请网格一起看。");
    body.tier = Some(Tier::Grid);
    telling.say("the host hands it to the grid", "host", body, blobs)?;
    let (body, blobs) = answer(matter, Action::Accept, "网格受理。");
    telling.say("there the tenant answers", "tenant", body, blobs).map(drop)
}

fn named(home: &str, name: &str) -> Representative {
    Representative { document: None, party: party(home), person: person(name) }
}

/// Who votes for a home.
fn namings(telling: &mut Telling) -> Told<()> {
    telling.refuse(Code::PersonOnly, "a root names somebody", "root", named("sun-zhou", "sun"), vec![])?;
    telling.refuse(Code::NotOnRoll, "a neighbour does", "li", named("sun-zhou", "sun"), vec![])?;
    telling.refuse(Code::NotOnRoll, "for a home that is not here", "li", named("nobody", "li"), vec![])?;
    let outside = named("sun-zhou", "li");
    telling.refuse(Code::RepresentativeInvalid, "sun names a neighbour", "sun", outside, vec![])?;
    telling.refuse(
        Code::RepresentativeInvalid,
        "wang names himself",
        "wang",
        named("wang", "wang"),
        vec![],
    )?;

    let paper = Some(document("监护人证明"));
    let guardian = Representative { document: paper, ..named("feng", "grandma") };
    let wrong = [
        (
            Code::RepresentativeInvalid,
            "by no document",
            Representative { document: Some(Hash::ZERO), ..guardian.clone() },
        ),
        (
            Code::RepresentativeInvalid,
            "wang for himself",
            Representative { document: paper, ..named("wang", "wang") },
        ),
        (
            Code::PersonUnknown,
            "somebody without a letter",
            Representative { person: person("nobody"), ..guardian.clone() },
        ),
        (Code::ProxyBarred, "the manager", Representative { person: person("manager"), ..guardian.clone() }),
        (
            Code::NotOnRoll,
            "for a home that is not here",
            Representative { party: party("nobody"), ..guardian.clone() },
        ),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, note, "host", body, vec![])?;
    }
    telling.refuse(
        Code::MissingCapability,
        "feng's neighbour records it",
        "wang",
        guardian.clone(),
        vec![],
    )?;
    let recorded = telling.say("the host records feng's guardian", "host", guardian, vec![])?.entry.id();
    telling.refuse(Code::OwnAct, "alone", "host", Confirm { entry: recorded }, vec![])?;
    telling.say("wu has seen the paper too", "wu", Confirm { entry: recorded }, vec![]).map(drop)
}

/// A vote in which any co-owner casts.
fn vote(telling: &mut Telling, roll: EntryId) -> Told<EntryId> {
    let adopts = Some(Adoption { document: document("修订"), settings: later() });
    let (good, blobs) = notice(roll, vec![Item { adopts, ..resolution(1, Class::Ordinary) }]);
    let (opens_ms, closes_ms) = (hour(9, 20, 0), hour(9, 30, 0));
    let body = Notice { closes_ms, opens_ms, scope: ESTATE, ..good };
    let noticed = telling.say("new settings are put to the vote", "host", body, blobs)?.entry.id();
    proxies::announced(telling, noticed)?;
    telling.story.now_ms = hour(9, 19, 9);
    let agenda: EntryId =
        telling.say("the vote is opened", "host", Open { ..open(noticed, roll) }, vec![])?.entry.id();
    telling.story.now_ms = hour(9, 20, 8);
    proxies::voting(telling, noticed, agenda)?;
    let cast = |telling: &mut Telling, voter: &str, home: &str, marks: &[u32]| -> Told<EntryId> {
        let id = party(home);
        let standing =
            telling.story.log.state().agenda(&agenda).and_then(|agenda| agenda.standing_ballot(&id));
        let (body, blob) = ballot(agenda, id, &[marks], standing.map(|ballot| ballot.entry));
        Ok(telling.say(&format!("{voter} votes for {home}"), voter, body, vec![blob])?.entry.id())
    };
    for (voter, home) in [
        ("wang", "wang"),
        ("li", "li"),
        ("zhao", "zhao-qian"),
        ("wu", "wu"),
        ("zheng", "zheng"),
        ("chen", "chen"),
        ("chu", "chu"),
        ("wei", "wei"),
        ("grandma's phone", "feng"),
    ] {
        cast(telling, voter, home, &[0])?;
    }
    // Whoever acts for an owner by a record does so until the owner votes.
    let own = cast(telling, "feng's new phone", "feng", &[0])?;
    let (body, blob) = ballot(agenda, party("feng"), &[&[1]], Some(own));
    telling.refuse(
        Code::OwnerPrevails,
        "the guardian after the owner's own ballot",
        "grandma's phone",
        body,
        vec![blob],
    )?;
    let held = cast(telling, "sun", "sun-zhou", &[0])?;
    objections(telling, held)?;
    // Both now say who votes: what was held counts.
    telling.say("sun names sun", "sun", named("sun-zhou", "sun"), vec![])?;
    telling.say("zhou names sun", "zhou", named("sun-zhou", "sun"), vec![])?;
    let again = Object { ballot: held, stands: false };
    telling.refuse(Code::ObjectionInvalid, "the naming has ended it", "zhou", again, vec![])?;
    let (body, blob) = ballot(agenda, party("sun-zhou"), &[&[1]], Some(held));
    telling.refuse(Code::NotRepresentative, "zhou votes all the same", "zhou", body, vec![blob])?;

    telling.story.now_ms = hour(9, 30, 0);
    telling.say("the vote is closed", "host", Close { agenda }, vec![])?;
    let counted = count(telling.story.log.state(), &agenda, &telling.story.evidence);
    let Ok(Counted::Full(counted)) = counted else {
        return Err(Unexpected { note: "the count fails".to_owned(), said: counted.err() });
    };
    let tally = counted.tally(&[resolution(1, Class::Ordinary)]);
    telling.say("the totals are stated", "host", tally, vec![])?;
    ending::undisputed(telling, agenda)?;
    Ok(agenda)
}

/// What a document said ends by another.
fn guardianship_ends(telling: &mut Telling) -> Told<()> {
    let own = Representative { document: Some(document("监护终止")), ..named("feng", "feng") };
    let ended = telling.say("the host records that feng votes", "host", own.clone(), vec![])?.entry.id();
    telling.say("wu has seen that paper too", "wu", Confirm { entry: ended }, vec![])?;
    telling.refuse(Code::RepresentativeInvalid, "feng votes already", "host", own, vec![])
}

fn objections(telling: &mut Telling, ballot: EntryId) -> Told<()> {
    let object = |stands| Object { ballot, stands };
    let lost = Object { ballot: EntryId::ZERO, stands: true };
    telling.refuse(Code::BallotUnknown, "zhou holds no ballot", "zhou", lost, vec![])?;
    telling.refuse(Code::PersonOnly, "a root holds it", "root", object(true), vec![])?;
    telling.refuse(Code::NotOnRoll, "a neighbour holds it", "li", object(true), vec![])?;
    telling.refuse(Code::ObjectionInvalid, "sun holds sun's own", "sun", object(true), vec![])?;
    telling.refuse(Code::ObjectionInvalid, "zhou lets go what is not held", "zhou", object(false), vec![])?;
    telling.say("zhou holds sun's ballot", "zhou", object(true), vec![])?;
    telling.refuse(Code::ObjectionInvalid, "twice", "zhou", object(true), vec![])?;
    telling.say("zhou lets it go", "zhou", object(false), vec![])?;
    for _ in 1..5 {
        telling.say("zhou holds it again", "zhou", object(true), vec![])?;
        telling.say("zhou lets it go again", "zhou", object(false), vec![])?;
    }
    telling.refuse(Code::TooOften, "zhou holds it a sixth time", "zhou", object(true), vec![])?;
    telling.story.now_ms += DAY_MS;
    telling.refuse(Code::ObjectionLate, "zhou holds it a day later", "zhou", object(true), vec![])
}

fn later_settings(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let changed = later();
    let good =
        Bylaws { decision: Some((agenda, 1)), document: document("修订"), settings: changed.clone() };
    let alone = Bylaws { decision: None, ..good.clone() };
    telling.refuse(Code::DecisionInvalid, "without a vote", "host", alone, vec![])?;
    let other = Bylaws { settings: Settings { proxy_limit: 6, ..settings() }, ..good.clone() };
    telling.refuse(
        Code::DecisionInvalid,
        "other settings than were put to the vote",
        "host",
        other,
        vec![],
    )?;
    let other = Bylaws { document: document("另一份"), ..good.clone() };
    telling.refuse(Code::DecisionInvalid, "another document", "host", other, vec![])?;
    let second = Bylaws { decision: Some((agenda, 2)), ..good.clone() };
    telling.refuse(Code::DecisionInvalid, "by an item it has not", "host", second, vec![])?;
    let adopted = telling.say("the host publishes what the owners adopted", "host", good.clone(), vec![])?;
    let again = telling.say("and once more", "host", good.clone(), vec![])?.entry.id();
    let second = || Confirm { entry: adopted.entry.id() };
    telling.refuse(Code::OtherOrgNeeded, "somebody of the committee confirms it", "wu", second(), vec![])?;
    telling.say("it is in force by another organisation's word", "second root", second(), vec![])?;
    let again = Confirm { entry: again };
    telling.refuse(Code::DecisionInvalid, "a vote carries one publication", "second root", again, vec![])?;
    telling.refuse(Code::DecisionInvalid, "a vote adopts once", "host", good, vec![])?;
    let looser = Settings { roll_quorum: 0, ..changed };
    let looser = Bylaws { decision: None, document: document("放宽"), settings: looser };
    telling.refuse(Code::DecisionInvalid, "fewer persons behind a roll", "host", looser, vec![])
}
