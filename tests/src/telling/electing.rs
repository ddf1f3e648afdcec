//! A committee that is voted out: who would choose who follows it, or stay all the same.

use yishi_protocol::body::{
    Action, Candidacy, CandidateCheck, Capability, CheckSource, Class, Close, Confirm, Grant, Item, Nominate,
    Notice, Open, OrgKind, RevokeGrant, Role, Seat, draft_end, draft_seat,
};
use yishi_protocol::calendar::{DAY_MS, day_of_date, day_start_ms, objections_end_ms};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::{EntryId, Hash, OrgId};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::State;

use super::{Telling, Told, Unexpected};
use crate::disputes::annulment;
use crate::elections::{Standing, called, nominate, raise_election, take_back};
use crate::matters::{answer, manager_grant, statement};
use crate::people::person;
use crate::stairwell::{AREA_C, HEADS, grant, org, vote};

/// Who casts for which home.
const VOTERS: [(&str, &str); 9] = [
    ("wang", "wang"),
    ("zhao", "zhao-qian"),
    ("sun", "sun-zhou"),
    ("wu", "wu"),
    ("zheng", "zheng"),
    ("chen", "chen"),
    ("chu", "chu"),
    ("wei", "wei"),
    ("developer", "developer"),
];

/// Told when all else is: nobody of the old committee says anything after it.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    let matter = begun(telling)?;
    candidates(telling, matter)?;
    second_persons(telling, matter)?;
    barred(telling, matter)?;
    let first = few(telling, matter)?;
    stands(telling, matter, "sun")?;
    let second = opened(telling, matter)?;
    ended(telling, second, &["wang", "zhao", "sun"])?;
    seated(telling, first, second)?;
    gone(telling, second)
}

fn until() -> u64 {
    day_start_ms(day_of_date(2027, 12, 31).unwrap_or_default())
}

fn state(telling: &Telling) -> State {
    telling.story.log.state().clone()
}

/// Offices for the next year, and a matter of everybody.
fn begun(telling: &mut Telling) -> Told<EntryId> {
    let host = (OrgKind::Committee, Role::Committee);
    let give = grant(&state(telling), "host", host, host.1.capabilities(), until());
    telling.say("the host stays for another year", "root", give, vec![])?;
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let give = grant(&state(telling), "wei", office, &[Capability::Tally], until());
    telling.say("so does wei", "second root", give, vec![])?;
    let (body, blobs) = raise_election();
    let matter = telling.say("wang asks for an election", "wang", body, blobs)?.entry.id();
    let (body, blobs) = nominate(&state(telling), matter, "wang");
    telling.refuse(Code::MatterNotAccepted, "and stands at once", "wang", body, blobs)?;
    let (body, blobs) = answer(matter, Action::Accept, "好的，按程序办。");
    telling.say("the host takes it up", "host", body, blobs)?;
    Ok(matter)
}

fn with(body: &Nominate, change: impl FnOnce(&mut Candidacy)) -> Nominate {
    let candidacy = body.candidacy.clone().map(|mut said| {
        change(&mut said);
        said
    });
    Nominate { candidacy, ..body.clone() }
}

/// Who stands, and for what.
fn candidates(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (good, blobs) = nominate(&state(telling), matter, "wang");
    telling.refuse(Code::PersonOnly, "a root stands", "root", good.clone(), blobs.clone())?;
    telling.refuse(Code::CandidacyNotYours, "chu puts wang up", "chu", good.clone(), blobs.clone())?;
    let paper = Some(Hash::from_bytes([8; 32]));
    let paper = with(&good, |said| said.document = paper);
    telling.refuse(Code::MissingCapability, "chu has it on paper", "chu", paper, blobs.clone())?;
    let able = (CandidateCheck::Able, true, CheckSource::Register);
    let kin = (CandidateCheck::Unrelated, false, CheckSource::StaffList);
    let manager = org(&state(telling), OrgKind::Manager);
    let wrong = [
        (Code::MatterUnknown, "for no matter", Nominate { matter: EntryId::ZERO, ..good.clone() }),
        (Code::OrgUnknown, "for nobody", with(&good, |said| said.org = OrgId::ZERO)),
        (Code::CandidacyInvalid, "for the manager", with(&good, |said| said.org = manager)),
        (Code::CandidacyInvalid, "for six years", with(&good, |said| said.years = 6)),
        (Code::CandidacyInvalid, "unchecked", with(&good, |said| said.checks.clear())),
        (Code::CandidacyInvalid, "half checked", with(&good, |said| said.checks = vec![able])),
        (Code::CheckNotMet, "whose son works there", with(&good, |said| said.checks = vec![able, kin])),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, note, "wang", body, blobs.clone())?;
    }
    telling.refuse(Code::BlobMissing, "without a name", "wang", good.clone(), vec![])?;
    let long = statement(&"长".repeat(81));
    let wordy = with(&good, |said| said.text = long.id());
    telling.refuse(Code::WordsMissing, "with a speech", "wang", wordy, vec![long])?;
    let (body, blobs) = nominate(&state(telling), matter, "tenant");
    telling.refuse(Code::NotOnRoll, "a tenant stands", "tenant", body, blobs)
}

fn stands(telling: &mut Telling, matter: EntryId, name: &str) -> Told<EntryId> {
    let (body, blobs) = nominate(&state(telling), matter, name);
    let entry = telling.say(&format!("{name} stands"), name, body, blobs)?.entry.id();
    telling.say("wei has looked it up", "wei", Confirm { entry }, vec![])?;
    Ok(entry)
}

/// Who stands behind them, and who takes it back.
fn second_persons(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (body, blobs) = nominate(&state(telling), matter, "wang");
    let entry = telling.say("wang stands", "wang", body.clone(), blobs.clone())?.entry.id();
    let confirm = Confirm { entry };
    telling.refuse(Code::OtherOrgNeeded, "the committee chooses", "host", confirm.clone(), vec![])?;
    telling.refuse(Code::OtherOrgNeeded, "so does its root", "root", confirm.clone(), vec![])?;
    telling.say("wei has looked it up", "wei", confirm, vec![])?;
    telling.refuse(Code::AlreadyNominated, "once is enough", "wang", body, blobs)?;
    let (body, blobs) = nominate(&state(telling), matter, "zhao");
    let longer = with(&body, |said| said.years = 5);
    telling.refuse(Code::CandidacyMismatch, "zhao would stay longer", "zhao", longer, blobs.clone())?;
    let text = called("wang");
    let namesake = with(&body, |said| said.text = text.id());
    telling.refuse(Code::CandidacyNameTaken, "under wang's words", "zhao", namesake, vec![text])?;
    let back = take_back(matter, "zhao");
    telling.refuse(Code::CandidacyNone, "and goes before coming", "zhao", back.clone(), vec![])?;
    let entry = telling.say("zhao stands", "zhao", body, blobs)?.entry.id();
    telling.refuse(Code::CandidacyNotYours, "the host takes it back", "host", back.clone(), vec![])?;
    telling.say("zhao does", "zhao", back, vec![])?;
    telling.refuse(Code::CandidacyTakenBack, "and is put up", "wei", Confirm { entry }, vec![])?;
    stands(telling, matter, "zhao").map(drop)
}

/// An owner who works for the manager.
fn barred(telling: &mut Telling, matter: EntryId) -> Told<()> {
    let (give, _) = manager_grant(&state(telling), until());
    let give = Grant { person: person("qian"), title: None, ..give };
    let grant = telling.say("qian works for the manager", "root", give, vec![])?.entry.id();
    let (body, blobs) = nominate(&state(telling), matter, "qian");
    telling.refuse(Code::CandidateBarred, "and stands", "qian", body, blobs)?;
    telling.say("and leaves there", "qian", RevokeGrant { grant }, vec![]).map(drop)
}

fn standing(telling: &Telling, matter: EntryId) -> Standing {
    let roll = state(telling).newest_roll().map_or(EntryId::ZERO, |(id, _)| *id);
    Standing { story: telling.story.clone(), roll, matter }
}

/// Two of three are elected.
fn few(telling: &mut Telling, matter: EntryId) -> Told<EntryId> {
    let (body, blobs) = standing(telling, matter).notice();
    telling.refuse(Code::PostedTooShort, "before others can follow", "host", body, blobs)?;
    telling.story.now_ms += 7 * DAY_MS;
    let now = standing(telling, matter);
    let (good, blobs) = now.notice();
    let item = good.items.first().cloned().ok_or_else(|| missing("an item"))?;
    let one = |options: Vec<String>| Item { options, ..item.clone() };
    let dear = Item { class: Class::Special, ..item.clone() };
    let wrong = [
        (
            Code::CandidatesMismatch,
            "without wang or zhao",
            one(item.options.iter().take(1).cloned().collect()),
        ),
        (Code::CandidatesMismatch, "the other way round", one(item.options.iter().rev().cloned().collect())),
        (Code::CandidatesMismatch, "by a share that nobody reaches", dear),
        (Code::SeatsInvalid, "two seats", Item { seats: 2, ..item.clone() }),
    ];
    for (code, note, item) in wrong {
        let (body, blobs) = now.notice_of(vec![item]);
        telling.refuse(code, note, "host", body, blobs)?;
    }
    let without = Notice { lottery: None, ..good };
    telling.refuse(Code::LotteryMissing, "ties as the host likes", "host", without, blobs)?;
    let agenda = opened(telling, matter)?;
    let (body, blobs) = nominate(&state(telling), matter, "sun");
    telling.refuse(Code::MatterUnderWay, "sun comes too late", "sun", body, blobs)?;
    ended(telling, agenda, &["wang", "zhao"])?;
    let few = Seat { agenda, ..nobody(telling) };
    telling.refuse(Code::SeatsTooFew, "two take their seats", "wang", few, vec![])?;
    Ok(agenda)
}

fn nobody(telling: &Telling) -> Seat {
    let org = org(telling.story.log.state(), OrgKind::Committee);
    Seat { agenda: EntryId::ZERO, org, persons: vec![], until_ms: until() }
}

fn missing(note: &str) -> Unexpected {
    Unexpected { note: note.to_owned(), said: None }
}

fn opened(telling: &mut Telling, matter: EntryId) -> Told<EntryId> {
    telling.story.now_ms += DAY_MS;
    let now = standing(telling, matter);
    let (body, blobs) = now.notice();
    let opens_ms = body.opens_ms;
    let notice = telling.say("the host gives notice of all who stand", "host", body, blobs)?.entry.id();
    telling.story.now_ms = opens_ms - DAY_MS;
    let (area_c, heads) = (AREA_C + 5000, HEADS + 1);
    let open = Open { area_c, corrections: vec![], heads, notice, roll: now.roll };
    let agenda = telling.say("and opens it", "host", open, vec![])?.entry.id();
    telling.story.now_ms = opens_ms;
    Ok(agenda)
}

/// All vote for these, and the vote comes to its end.
fn ended(telling: &mut Telling, agenda: EntryId, names: &[&str]) -> Told<()> {
    let notice = state(telling).agenda(&agenda).map_or(EntryId::ZERO, |agenda| agenda.notice);
    let matter =
        state(telling).notice(&notice).and_then(|notice| notice.body.matter).unwrap_or(EntryId::ZERO);
    let order = standing(telling, matter).order();
    let marks = order.iter().zip(0..).filter(|(name, _)| names.contains(&name.as_str()));
    let marks: Vec<u32> = marks.map(|(_, place)| place).collect();
    for (voter, home) in VOTERS {
        let cast = vote(&telling.story, voter, home, agenda, &[&marks]);
        let blobs = cast.blobs.clone();
        let body = yishi_protocol::verify(&cast.envelope)
            .map_err(|said| Unexpected { note: home.to_owned(), said: Some(said) })?;
        telling.say(&format!("{voter} votes"), voter, body.into_body(), blobs)?;
    }
    telling.story.now_ms = state(telling).agenda(&agenda).map(|agenda| agenda.closes_ms).unwrap_or_default();
    telling.say("the vote is closed", "host", Close { agenda }, vec![])?;
    let refused = |said| Unexpected { note: "counting".to_owned(), said: Some(said) };
    let counted = count(telling.story.log.state(), &agenda, &telling.story.evidence).map_err(refused)?;
    let Counted::Full(counted) = counted else { return Err(missing("all openings")) };
    let items = state(telling).notice(&notice).map(|notice| notice.body.items.clone()).unwrap_or_default();
    telling.say("and counted", "host", counted.tally(&items), vec![])?;
    let early = Seat { agenda, ..nobody(telling) };
    telling.refuse(Code::VoteNotFinal, "before it is final", "wang", early, vec![])?;
    telling.story.now_ms = objections_end_ms(telling.story.now_ms);
    let ends = draft_end(telling.story.log.state(), &agenda, &telling.story.evidence).map_err(refused)?;
    let ends = ends.ok_or_else(|| missing("its end"))?;
    let entry = telling.say("and ends", "host", ends, vec![])?.entry.id();
    telling.say("wei stands behind that", "wei", Confirm { entry }, vec![]).map(drop)
}

/// Those elected sit, by any owner's word.
fn seated(telling: &mut Telling, first: EntryId, second: EntryId) -> Told<()> {
    let old = state(telling).agendas().find_map(|(id, agenda)| {
        let notice = telling.story.log.state().notice(&agenda.notice)?;
        (agenda.finality.is_some() && notice.body.matter.is_none()).then_some(*id)
    });
    let old = Seat { agenda: old.ok_or_else(|| missing("an older vote"))?, ..nobody(telling) };
    telling
        .refuse(Code::ElectsNobody, "by a vote about bylaws", "host", old.clone(), vec![])
        .or_else(|_| telling.refuse(Code::ElectsNobody, "by a vote about bylaws", "wang", old, vec![]))?;
    let good = draft_seat(telling.story.log.state(), &second).ok_or_else(|| missing("three elected"))?;
    telling.refuse(Code::MissingCapability, "a tenant seats them", "tenant", good.clone(), vec![])?;
    let longer = Seat { until_ms: good.until_ms + 1, ..good.clone() };
    telling.refuse(Code::SeatMismatch, "for longer than they stood", "wang", longer, vec![])?;
    let fewer = Seat { persons: good.persons.iter().skip(1).copied().collect(), ..good.clone() };
    telling.refuse(Code::SeatMismatch, "two of the three", "wang", fewer, vec![])?;
    telling.say("chu says who was elected", "chu", good.clone(), vec![])?;
    telling.refuse(Code::AlreadySeated, "twice", "wang", good, vec![])?;
    let earlier = Seat { agenda: first, ..nobody(telling) };
    telling.refuse(Code::SeatSuperseded, "by the earlier election", "wang", earlier, vec![])
}

/// The old ones are gone, and nobody stands above the new.
fn gone(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let office = (OrgKind::Committee, Role::Committee);
    let give = grant(&state(telling), "host", office, &[Capability::Notice], until());
    telling.refuse(Code::KeyRevoked, "the old root brings the host back", "root", give.clone(), vec![])?;
    telling.refuse(Code::MissingCapability, "the host does", "host", give.clone(), vec![])?;
    telling.refuse(Code::GrantOtherOrg, "the other root does", "second root", give, vec![])?;
    let entry = state(telling).agenda(&agenda).and_then(|agenda| agenda.seated).unwrap_or(EntryId::ZERO);
    let end = RevokeGrant { grant: entry };
    telling.refuse(Code::GrantNotYours, "a root ends a seat", "second root", end.clone(), vec![])?;
    telling.refuse(Code::GrantNotYours, "chu, who said it, does", "chu", end.clone(), vec![])?;
    telling.say("zhao resigns", "zhao", end, vec![])?;
    let (body, blobs) = annulment(&telling.story, agenda, vec![1]);
    let entry = telling.say("a court annuls the election", "wei", body, blobs)?.entry.id();
    telling.say("wang, who was elected, says so too", "wang", Confirm { entry }, vec![])?;
    let again = draft_seat(telling.story.log.state(), &agenda).ok_or_else(|| missing("the elected"))?;
    telling.refuse(Code::ResultHeld, "and sits down again", "wang", again, vec![])
}
