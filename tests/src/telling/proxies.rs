//! Written mandates in a vote: given as soon as it is announced, from a phone and from a paper, used, and taken back.

use yishi_protocol::blob::{Blob, ProxyTerms, Words};
use yishi_protocol::body::{Confirm, Proxy};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::mandates::{mandate, on_paper, take_back};
use crate::people::{party, person, salt};
use crate::stairwell::{ballot, hour, vote};

/// What is told whoever is free to choose, in a vote of one item.
const FREE: &[Option<&[u32]>] = &[None];

/// The vote is announced, and not open yet.
pub(super) fn announced(telling: &mut Telling, notice: EntryId) -> Told<()> {
    let (good, blobs) = mandate(notice, "chen", "tenant", &[Some(&[0])]);
    let nobodys = Proxy { notice: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::NoticeUnknown, "a mandate for no vote", "chen", nobodys, blobs.clone())?;
    telling.refuse(Code::PersonOnly, "a root gives one", "root", good.clone(), blobs.clone())?;
    telling.refuse(Code::NotOnRoll, "a neighbour does", "li", good.clone(), blobs.clone())?;
    let (of_two, terms) = mandate(notice, "sun-zhou", "tenant", FREE);
    telling.refuse(Code::ProxyGiver, "one of two whom nobody named", "sun", of_two, terms)?;
    let (of_garage, terms) = mandate(notice, "nobody", "tenant", FREE);
    telling.refuse(Code::NotOnRoll, "for a home that is not here", "chen", of_garage, terms)?;
    let wrong = [
        (Code::ProxyInvalid, "to the owner", Proxy { person: Some(person("chen")), ..good.clone() }),
        (Code::ProxyInvalid, "without terms", Proxy { terms: None, ..good.clone() }),
        (Code::ProxyInvalid, "to nobody, with terms", Proxy { person: None, ..good.clone() }),
        (
            Code::ProxyInvalid,
            "beyond the window",
            Proxy { until_ms: Some(hour(9, 30, 0) + 1), ..good.clone() },
        ),
        (Code::ProxyInvalid, "until now", Proxy { until_ms: Some(telling.story.now_ms), ..good.clone() }),
        (Code::ProxyInvalid, "taken back, though none was given", take_back(notice, "chen")),
        (Code::PersonUnknown, "to a stranger", Proxy { person: Some(person("nobody")), ..good.clone() }),
        (Code::ProxyBarred, "to the manager", Proxy { person: Some(person("manager")), ..good.clone() }),
    ];
    for (code, note, body) in wrong {
        telling.refuse(code, note, "chen", body, blobs.clone())?;
    }
    told_wrongly(telling, notice, &good)?;
    telling.say("chen gives the tenant a mandate: for it", "chen", good, blobs)?;
    let (on, terms) = mandate(notice, "chen", "li", FREE);
    telling.refuse(Code::ProxyOfProxy, "who hands it on", "tenant", on, terms)?;
    let (on, terms) = mandate(notice, "feng", "li", FREE);
    telling.refuse(Code::ProxyOfProxy, "a guardian hands on", "grandma's phone", on, terms)?;
    papers(telling, notice)
}

/// What the terms must be.
fn told_wrongly(telling: &mut Telling, notice: EntryId, good: &Proxy) -> Told<()> {
    let told =
        |choice: Vec<Option<Vec<u32>>>, words: &str| ProxyTerms { choice, words: Some(Words::zh(words)) };
    let wrong = [
        (Code::ChoiceCount, "told of two items", told(vec![None, None], "两项。")),
        (Code::ChoiceOutOfRange, "to mark what is not there", told(vec![Some(vec![3])], "第四个。")),
        (Code::WordsMissing, "in words that nobody sees", told(vec![None], " ")),
    ];
    for (code, note, terms) in wrong {
        let blob = Blob::proxy_terms(&notice, &party("chen"), salt(note), &terms);
        let body = Proxy { terms: Some(blob.id()), ..good.clone() };
        telling.refuse(code, note, "chen", body, vec![blob])?;
    }
    let (_, others) = mandate(notice, "li", "tenant", FREE);
    let copied = Proxy { terms: others.first().map(Blob::id), ..good.clone() };
    telling.refuse(Code::BlobContext, "with another home's terms", "chen", copied, others)?;
    telling.refuse(Code::BlobMissing, "with none at hand", "chen", good.clone(), vec![])
}

/// For chu, who has no phone at hand.
fn papers(telling: &mut Telling, notice: EntryId) -> Told<()> {
    let (good, blobs) = on_paper(notice, "chu", "tenant", FREE);
    telling.refuse(Code::MissingCapability, "li records a paper", "li", good.clone(), blobs.clone())?;
    let zero = Proxy { document: Some(Hash::ZERO), ..good.clone() };
    telling.refuse(Code::ProxyInvalid, "no document", "host", zero, blobs.clone())?;
    let own = Proxy { person: Some(person("host")), ..good.clone() };
    telling.refuse(Code::OwnAct, "the host as the proxy", "host", own, blobs.clone())?;
    let of_wu = Proxy { person: Some(person("wu")), ..good.clone() };
    let of_wu = telling.say("the host records wu as one", "host", of_wu, blobs.clone())?.entry.id();
    telling.refuse(Code::OwnAct, "wu confirms it", "wu", Confirm { entry: of_wu }, vec![])?;
    let paper = telling.say("the host records chu's paper", "host", good, blobs)?.entry.id();
    telling.say("wu has seen it too", "wu", Confirm { entry: paper }, vec![])?;
    let (over, blobs) = on_paper(notice, "chen", "li", FREE);
    telling.refuse(Code::ProxyOwnWord, "a paper of chen's, who has said it by phone", "host", over, blobs)
}

/// The window has begun.
pub(super) fn voting(telling: &mut Telling, notice: EntryId, agenda: EntryId) -> Told<()> {
    let cast =
        |telling: &Telling, home: &str, marks: u32| vote(&telling.story, "tenant", home, agenda, &[&[marks]]);
    let otherwise = cast(telling, "chen", 1);
    telling.refuse_submission(Code::ProxyDirected, "the tenant marks otherwise", &otherwise)?;
    for home in ["chen", "chu"] {
        let (body, blob) = ballot(agenda, party(home), &[&[0]], None);
        telling.say(&format!("the tenant votes for {home}"), "tenant", body, vec![blob])?;
    }
    telling.say("chu takes the mandate back", "chu", take_back(notice, "chu"), vec![])?;
    let again = cast(telling, "chu", 1);
    telling.refuse_submission(Code::NoMandate, "the tenant changes chu's ballot", &again)
}
