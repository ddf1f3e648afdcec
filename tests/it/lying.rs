//! A server that lies: whatever it makes of an honest answer, it is refused with a code, or nothing that is believed changes.

use std::collections::BTreeSet;
use std::fmt::Debug;

use yishi_protocol::Strict;
use yishi_protocol::blob::Place;
use yishi_protocol::body::{Action, Body, Class, Close, Notice, RollChange, Tally};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{
    Disclosed, Founded, Home, Letter, Matter, Me, RollChanges, RollPart, RollUnit, Stated, Vote, Waiting,
    grants, person_name,
};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::{
    CodeView, DisclosureView, EstateView, MatterView, MeView, Opened, PersonList, ResultView, RollDifference,
    RollView, Served, WaitingList,
};
use yishi_tests::liar::Liar;
use yishi_tests::matters::{answer, ask, day, march_until, opinion, raise, reply};
use yishi_tests::people::{party, person, public, unit};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{AREA_C, HEADS, ballot, code, codes, hour, notice, open, resolution};

use crate::gone::{erase, of_words};

/// What a reader believes, each fact by itself.
pub(crate) type Facts = BTreeSet<String>;

/// An estate with two of everything that can be mistaken for each other.
pub(crate) struct Told {
    office: PostOffice,
    pub(crate) liar: Liar,
    votes: [EntryId; 2],
    pub(crate) matters: [EntryId; 2],
    disclosure: EntryId,
    change: EntryId,
    /// An erasure that waits.
    pub(crate) waits: EntryId,
}

async fn tally(office: &PostOffice, agenda: EntryId) {
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
}

pub(crate) async fn told() -> Told {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for (name, of) in [("wang", "wang"), ("li", "li"), ("sun", "sun-zhou")] {
        let (body, blob) = ballot(vote.agenda, party(of), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    let (first, _) = office.work_done().await.unwrap();
    let (body, blobs) = raise();
    let second = office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = answer(second, Action::Accept, "也收到了。");
    office.say("host", body, blobs).await.unwrap();
    for (name, matter) in [("wu", first), ("chen", second), ("wang", second)] {
        let (body, blobs) = opinion(matter, yishi_protocol::blob::Stance::Against, name, None);
        office.say(name, body, blobs).await.unwrap();
    }
    let (body, blobs) = march_until(day(3, 20));
    let disclosure = office.say("manager", body, blobs).await.unwrap().entry.id();
    for (asker, line) in [("li", Some((0, 0))), ("wu", None), ("feng", Some((0, 1)))] {
        let (body, blobs) = ask(disclosure, line, &format!("{asker}问"));
        let question = office.say(asker, body, blobs).await.unwrap().entry.id();
        if asker != "feng" {
            let (body, blobs) = reply(question, &format!("答{asker}"));
            office.say("manager", body, blobs).await.unwrap();
        }
    }
    office.say("host", codes(&["wang", "li"], 2, hour(12, 31, 0)), vec![]).await.unwrap();
    // A second vote, on the second matter.
    let (of, text) = notice(vote.roll, vec![resolution(1, Class::Ordinary)]);
    let (opens_ms, closes_ms) = (hour(4, 10, 0), hour(4, 10, 0) + 15 * DAY_MS);
    let of = Notice { matter: Some(second), opens_ms, closes_ms, ..of };
    let noticed = office.say("host", of, text).await.unwrap().entry.id();
    office.clock.set(hour(4, 9, 9));
    let other = office.say("host", open(noticed, vote.roll), vec![]).await.unwrap().entry.id();
    tally(&office, vote.agenda).await;
    office.clock.set(opens_ms);
    let (body, blob) = ballot(other, party("wang"), &[&[1]], None);
    office.say("wang", body, vec![blob]).await.unwrap();
    office.clock.set(closes_ms);
    tally(&office, other).await;
    office.dispute_count("wu", other).await.unwrap();
    office.end_now(vote.agenda).await.unwrap();
    office.end(other).await.unwrap();
    let change = RollChange {
        area_c: AREA_C,
        base: vote.roll,
        gone: vec![unit("B1-07")],
        heads: HEADS,
        scopes: vec![],
        set: None,
    };
    let change = office.say("host", change, vec![]).await.unwrap().entry.id();
    let waits = erase(&office, [first, second]).await;
    let liar = Liar::of(&office).await.unwrap();
    let matters = [first, second];
    let mut told = Told { office, liar, votes: [vote.agenda, other], matters, disclosure, change, waits };
    let me: Served<MeView> = told.read(Some("wang"), "/me").await;
    told.liar.learn(&me);
    let matter: Served<MatterView> = told.read(Some("wang"), &format!("/matters/{second}")).await;
    told.liar.learn(&matter);
    let books: Served<DisclosureView> = told.read(None, &format!("/disclosures/{disclosure}")).await;
    told.liar.learn(&books);
    let agenda: Served<ResultView> = told.read(Some("wang"), &format!("/agendas/{other}/result")).await;
    told.liar.learn(&agenda);
    told
}

impl Told {
    pub(crate) async fn read<T: Strict>(&self, who: Option<&str>, path: &str) -> Served<T> {
        shown(&self.office, who, path).await.unwrap()
    }

    pub(crate) fn open<'a, T>(&self, answer: &'a Served<T>) -> Result<Opened<'a>, Rejection> {
        answer.open((&self.office.estate, &public("log")), Body::decode)
    }

    /// Tries every lie about an answer that it reads, and gives the codes with which they are refused.
    pub(crate) fn hold<T: Strict + Clone>(
        &self,
        honest: &Served<T>,
        read: impl Fn(&Served<T>) -> Result<Facts, Rejection>,
    ) -> BTreeSet<Code> {
        let believed = read(honest).unwrap();
        assert!(!believed.is_empty());
        let mut refused = BTreeSet::new();
        for (lie, answer) in self.liar.lies(honest) {
            match read(&answer) {
                Ok(now) => assert_eq!(now.difference(&believed).next(), None, "{lie} is believed"),
                Err(rejection) => drop(refused.insert(rejection.code)),
            }
        }
        refused
    }
}

pub(crate) fn fact(what: &str, of: impl Debug) -> String {
    format!("{what} {of:?}")
}

/// A fact for whatever is at hand.
pub(crate) fn at_hand(what: &str, of: Option<impl Debug>) -> Option<String> {
    of.map(|of| fact(what, of))
}

/// That they stand one after the other.
fn in_order(ids: impl IntoIterator<Item = EntryId>) -> Facts {
    let ids: Vec<EntryId> = ids.into_iter().collect();
    ids.windows(2).map(|two| fact("before", two)).collect()
}

fn of_vote(opened: &Opened<'_>, view: &ResultView, asked: &EntryId) -> Result<Facts, Rejection> {
    let (vote, stated) = (Vote::of(opened, &view.agenda, asked)?, Stated::of(opened, view)?);
    let parts = [
        Some(fact("noticed", (asked, vote.id, &vote.notice, &vote.text))),
        at_hand("opened", vote.open.as_ref().map(|open| (asked, vote.agenda, open))),
        at_hand("put off", vote.extended.as_ref().map(|put_off| (asked, put_off))),
        at_hand("taken back", vote.withdrawn.as_ref().map(|back| (asked, back))),
        at_hand("counted", stated.tally.as_ref().map(|tally| (asked, stated.tallied_ms, tally))),
    ];
    let ended = stated.finality.iter().map(|end| fact("ended", (asked, end.entry, &end.body)));
    let disputed = stated.disputes.iter().map(|one| fact("disputed", (asked, one.entry, &one.body)));
    Ok(ended.chain(disputed).chain(parts.into_iter().flatten()).collect())
}

pub(crate) fn of_homes(homes: &[Home]) -> Facts {
    let parts = |home: &Home| {
        let (address, area) = (home.address.clone(), home.area_c);
        [
            Some(fact("home", (home.unit, home.party))),
            at_hand("address", address.map(|address| (home.unit, address, home.building.clone()))),
            at_hand("area", area.map(|area| (home.unit, area))),
        ]
    };
    homes.iter().flat_map(parts).flatten().collect()
}

fn of_matter(matter: &Matter) -> Facts {
    let id = matter.id;
    let mut facts = Facts::from([fact("raised", (id, &matter.raise, matter.raised_ms))]);
    facts.extend(of_words("asks", &id, &matter.text));
    facts.extend(in_order(matter.trail.iter().map(|act| act.id)));
    facts.extend(in_order(matter.opinions.iter().map(|said| said.id)));
    for act in &matter.trail {
        facts.insert(fact("act", (id, act.id, act.index, act.at_ms, &act.body)));
        facts.extend(act.words.as_ref().and_then(|words| of_words("words", &act.id, words)));
    }
    for said in &matter.opinions {
        facts.insert(fact("opinion", (id, said.id, said.at_ms, said.reply_to)));
        facts.extend(of_words("spoken", &said.id, &said.spoken));
    }
    facts
}

fn of_books(books: &Disclosed) -> Facts {
    let mut facts = Facts::from([fact("disclosed", (books.id, &books.body, books.at_ms))]);
    facts.extend(in_order(books.questions.iter().map(|asked| asked.id)));
    for asked in &books.questions {
        facts.insert(fact("asked", (books.id, asked.id, asked.at_ms, asked.line)));
        facts.extend(of_words("question", &asked.id, &asked.words));
        if let Some((at_ms, words)) = &asked.reply {
            facts.insert(fact("replied", (asked.id, at_ms)));
            facts.extend(of_words("reply", &asked.id, words));
        }
    }
    facts
}

fn of_me(opened: &Opened<'_>, view: &MeView) -> Result<Facts, Rejection> {
    let me = Me::of(opened, view.clone(), &public("wang"))?;
    let mut facts = of_homes(&me.homes);
    facts.extend(in_order(me.ballots.iter().map(|ballot| ballot.entry)));
    for ballot in &me.ballots {
        let at = (ballot.index, ballot.received_ms);
        facts.insert(fact("ballot", (ballot.entry, at, ballot.agenda, ballot.party, ballot.own)));
        facts.extend(of_words("choice", &ballot.entry, &ballot.opening(opened)?));
    }
    Ok(facts)
}

#[tokio::test]
async fn a_lie_about_an_estate_a_vote_or_a_letter_is_refused_or_changes_nothing() {
    let told = told().await;
    let estate: Served<EstateView> = told.read(None, "").await;
    let refused = told.hold(&estate, |answer| {
        let founded = Founded::of(answer, &told.office.estate, Body::decode)?;
        Ok(Facts::from([fact("founded", founded.genesis)]))
    });
    assert!(refused.contains(&Code::WrongEstate) && refused.contains(&Code::AnswerForm), "{refused:?}");
    for asked in told.votes {
        let vote: Served<ResultView> = told.read(Some("wang"), &format!("/agendas/{asked}/result")).await;
        let refused = told.hold(&vote, |answer| of_vote(&told.open(answer)?, &answer.stated, &asked));
        let of_the_note = [Code::BadSignature, Code::CheckpointForm, Code::WrongEstate];
        let codes = [Code::AnswerForm, Code::AnswerMismatch, Code::BlobMissing, Code::NotIncluded];
        assert_eq!(refused, of_the_note.into_iter().chain(codes).collect());
    }
    let letter: Served<CodeView> =
        told.read(Some("wang's letter 2"), &format!("/codes/{}", code("wang", 2).1)).await;
    let refused = told.hold(&letter, |answer| {
        let letter = Letter::of(&told.open(answer)?, &answer.stated, &code("wang", 2).1)?;
        let mut facts = of_homes(&letter.homes);
        facts.insert(fact("letter", (letter.person, letter.issuer)));
        Ok(facts)
    });
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
}

#[tokio::test]
async fn a_lie_about_a_matter_or_about_books_is_refused_or_changes_nothing() {
    let told = told().await;
    for asked in told.matters {
        let matter: Served<MatterView> = told.read(Some("wang"), &format!("/matters/{asked}")).await;
        let refused = told.hold(&matter, |answer| {
            Ok(of_matter(&Matter::of(&told.open(answer)?, answer.stated.clone(), &asked)?))
        });
        assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
    }
    let asked = told.disclosure;
    let books: Served<DisclosureView> = told.read(None, &format!("/disclosures/{asked}")).await;
    let refused = told
        .hold(&books, |answer| Ok(of_books(&Disclosed::of(&told.open(answer)?, &answer.stated, &asked)?)));
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
}

#[tokio::test]
async fn a_lie_about_the_reader_or_about_what_waits_is_refused_or_changes_nothing() {
    let told = told().await;
    let me: Served<MeView> = told.read(Some("wang"), "/me").await;
    let refused = told.hold(&me, |answer| of_me(&told.open(answer)?, &answer.stated));
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
    let host: Served<MeView> = told.read(Some("host"), "/me").await;
    let refused = told.hold(&host, |answer| {
        let grants = grants(&told.open(answer)?, &answer.stated)?;
        Ok(grants.iter().map(|grant| fact("grant", grant)).collect())
    });
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
    let waiting: Served<WaitingList> = told.read(None, "/waiting").await;
    let refused = told.hold(&waiting, |answer| {
        let found = Waiting::all(&told.open(answer)?, answer.stated.clone())?;
        // That it waits is the server's word; what it is, is not. So all that is believed is true of any entry.
        let is_true = |one: &Waiting| {
            let shown = told.liar.entries.get(&one.id()).map(|proven| proven.leaf.0.clone());
            shown == Some(one.act.leaf())
        };
        Ok(Facts::from([fact("all are what they are", found.iter().all(is_true))]))
    });
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
}

/// What the words of a unit of the roll say.
fn of_unit(unit: &RollUnit) -> Facts {
    let names = unit.owners.iter().filter_map(|owner| Some((owner.person, owner.named()?)));
    let area = at_hand("area", unit.area_c().map(|area| (unit.unit, area)));
    let address = at_hand("address", unit.address().map(|place| (unit.unit, place)));
    names.map(|name| fact("owner", name)).chain(area).chain(address).collect()
}

#[tokio::test]
async fn a_lie_about_people_or_the_roll_shows_no_other_words() {
    let told = told().await;
    let people: Served<PersonList> = told.read(Some("host"), "/people").await;
    told.hold(&people, |answer| {
        let opened = told.open(answer)?;
        let mut facts = Facts::new();
        for one in &answer.stated.people {
            facts.extend(at_hand(
                "name",
                person_name(&opened, one.name.as_ref()).map(|name| (one.person, name)),
            ));
            let places = one.homes.iter().filter_map(|home| opened.words::<Place>(home));
            facts.extend(places.map(|place| fact("home", (one.person, place))));
        }
        Ok(facts)
    });
    let roll: Served<RollView> = told.read(Some("host"), "/roll").await;
    told.hold(&roll, |answer| {
        let part = RollPart::of(&told.open(answer)?, answer.stated.clone());
        Ok(part.units.iter().flat_map(of_unit).collect())
    });
    let path = format!("/rolls/{}/difference", told.change);
    let difference: Served<RollDifference> = told.read(Some("root"), &path).await;
    told.hold(&difference, |answer| {
        let changes = RollChanges::of(&told.open(answer)?, answer.stated.clone()).changes;
        let units = changes.iter().flat_map(|change| change.before.iter().chain(&change.after));
        Ok(units.flat_map(of_unit).collect())
    });
}

/// An answer that shows every entry of the log and states something else than the honest one.
pub(crate) fn bent<T: Clone>(told: &Told, honest: &Served<T>, bend: impl FnOnce(&mut T)) -> Served<T> {
    let mut answer = Served { entries: told.liar.entries.values().cloned().collect(), ..honest.clone() };
    bend(&mut answer.stated);
    answer
}

#[tokio::test]
async fn what_belongs_to_something_else_is_refused_though_the_log_holds_it() {
    let told = told().await;
    let mismatch = Err(Code::AnswerMismatch);
    let [first, second] = told.votes;
    let vote: Served<ResultView> = told.read(Some("wang"), &format!("/agendas/{first}/result")).await;
    let other: Served<ResultView> = told.read(Some("wang"), &format!("/agendas/{second}/result")).await;
    let seen = |answer: &Served<ResultView>| {
        of_vote(&told.open(answer).unwrap(), &answer.stated, &first).err().map_or(Ok(()), |no| Err(no.code))
    };
    assert_eq!(seen(&bent(&told, &vote, |_| {})), Ok(()), "more than is named may be shown");
    let (notice, tally) = (other.stated.agenda.notice, other.stated.tally);
    let theirs = bent(&told, &vote, |view| view.agenda.notice = notice);
    assert_eq!(seen(&theirs), mismatch, "another vote's notice");
    assert_eq!(seen(&bent(&told, &vote, |view| view.tally = tally)), mismatch, "another vote's totals");
    assert_eq!(seen(&other), mismatch, "another vote than was asked for");

    let me: Served<MeView> = told.read(Some("wang"), "/me").await;
    let li: Served<MeView> = told.read(Some("li"), "/me").await;
    let seen = |answer: &Served<MeView>| {
        of_me(&told.open(answer).unwrap(), &answer.stated).map(drop).map_err(|wrong| wrong.code)
    };
    let ballot = &li.stated.ballots[0];
    let theirs = bent(&told, &me, |view| view.ballots.insert(0, ballot.clone()));
    assert_eq!(seen(&theirs), mismatch, "somebody else's ballot");
    let other = li.stated.parties[0].homes[0].unit;
    let theirs = bent(&told, &me, |view| view.parties[0].homes[0].unit = other);
    assert_eq!(seen(&theirs), mismatch, "a page that lists the unit as somebody else's");
    let nowhere = bent(&told, &me, |view| view.parties[0].homes[0].unit = unit("nowhere"));
    assert_eq!(seen(&nowhere), mismatch, "a page that does not list the unit");
    let host: Served<MeView> = told.read(Some("host"), "/me").await;
    let manager: Served<MeView> = told.read(Some("manager"), "/me").await;
    let theirs = bent(&told, &host, |view| view.grants.clone_from(&manager.stated.grants));
    let seen = grants(&told.open(&theirs).unwrap(), &theirs.stated).map(drop);
    assert_eq!(seen.map_err(|wrong| wrong.code), mismatch, "somebody else's office");

    let asked = told.disclosure;
    let books: Served<DisclosureView> = told.read(None, &format!("/disclosures/{asked}")).await;
    let crossed = bent(&told, &books, |view| view.questions[0].reply = view.questions[1].reply);
    let seen = Disclosed::of(&told.open(&crossed).unwrap(), &crossed.stated, &asked).map(drop);
    assert_eq!(seen.map_err(|wrong| wrong.code), mismatch, "the reply to another question");

    let waiting: Served<WaitingList> = told.read(None, "/waiting").await;
    let raised = bent(&told, &waiting, |list| list.waiting[0].act = told.matters[0]);
    let seen = Waiting::all(&told.open(&raised).unwrap(), raised.stated.clone()).map(drop);
    assert_eq!(seen.map_err(|wrong| wrong.code), mismatch, "what never waits");

    let public = code("wang", 2).1;
    let letter: Served<CodeView> = told.read(None, &format!("/codes/{public}")).await;
    let theirs = bent(&told, &letter, |view| view.person = person("li"));
    let seen = Letter::of(&told.open(&theirs).unwrap(), &theirs.stated, &public).map(drop);
    assert_eq!(
        seen.map_err(|wrong| wrong.code),
        mismatch,
        "a person of the same entry whose code is another"
    );
}
