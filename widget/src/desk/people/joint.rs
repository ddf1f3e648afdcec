//! 几位共有人的房: who votes for it, who still has to name whom, and what a document says where an owner cannot.

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Representative};
use yishi_protocol::id::{PartyId, PersonId};
use yishi_protocol::rejection::Code;
use yishi_protocol::view::OwnerWord;

use super::super::acts::Form;
use super::super::forms::{card, hint, list, nothing, row, shown, signing, title};
use super::super::{Desk, Page};
use super::roster::{self, Someone, natural};
use super::{Tab, choose, digest};
use crate::parts::fact;

/// A home of several owners, or several homes of the same owners.
#[derive(Clone, Debug, PartialEq)]
struct Shared {
    party: PartyId,
    rooms: Vec<String>,
    /// Who votes now; none while they have not all said the same.
    representative: Option<PersonId>,
    words: Vec<OwnerWord>,
}

/// Every home of several owners, those without a voter ahead.
fn homes(people: &[Someone]) -> Vec<Shared> {
    let mut found: Vec<Shared> = Vec::new();
    for joint in people.iter().flat_map(|one| &one.joint) {
        if found.iter().any(|home| home.party == joint.party) {
            continue;
        }
        let owners = || {
            let ids = joint.words.iter().map(|word| word.person);
            ids.filter_map(|id| people.iter().find(|one| one.person == id))
        };
        // A person's homes do not say whose they are with others; what all of a party's owners have is the party's.
        let first = owners().next().map(|one| one.homes.clone()).unwrap_or_default();
        let rooms = first.into_iter().filter(|room| owners().all(|one| one.homes.contains(room))).collect();
        let (party, representative, words) = (joint.party, joint.representative, joint.words.clone());
        found.push(Shared { party, rooms, representative, words });
    }
    found.sort_by_cached_key(|home| {
        (home.representative.is_some(), home.rooms.first().map(|room| natural(room)), home.party)
    });
    found
}

fn called(desk: Desk, people: &[Someone], person: &PersonId) -> String {
    let someone = people.iter().find(|one| one.person == *person);
    someone.map_or_else(|| person.to_string().chars().take(6).collect(), |one| one.called(desk))
}

/// What an owner has said.
fn word(desk: Desk, people: &[Someone], word: &OwnerWord) -> String {
    let who = called(desk, people, &word.person);
    let Some(names) = word.names else {
        return desk.either(format!("{who}还没说"), format!("{who}: nothing yet"));
    };
    let named = if names == word.person {
        desk.say("自己", "themselves").to_owned()
    } else {
        called(desk, people, &names)
    };
    let how = if word.own {
        desk.say("手机上说的", "on the phone")
    } else {
        desk.say("凭登记", "by the record")
    };
    desk.either(format!("{who}选{named}（{how}）"), format!("{who} names {named} ({how})"))
}

pub(super) fn tab(desk: Desk) -> AnyView {
    let roster = roster::read(desk);
    let progress = move || {
        roster.found.with(Option::is_none).then(|| {
            let count = roster.so_far.get();
            desk.either(format!("正在读名册，已读 {count} 位"), format!("Reading the roll, {count} so far"))
        })
    };
    view! {
        <p class="ys-s ys-2" role="status">{progress}</p>
        {shown(desk, roster.found, move |people| {
            let (decided, open): (Vec<_>, Vec<_>) =
                homes(&people).into_iter().partition(|home| home.representative.is_some());
            view! {
                {section(desk, &people, &open, desk.say("还没定由谁投", "Nobody votes for these yet"))}
                {section(desk, &people, &decided, desk.say("定了的", "Settled"))}
            }
            .into_any()
        })}
        {hint("", desk.say(
            "一套房一票。几位共有人各用自己的手机选同一位，就由那位投；有人不能自己选的（未成年、继承、公司），凭文件由两位经办人登记。",
            "A home has one vote. Its owners name the same person on their phones; where one cannot, two clerks record what a document says.",
        ))}
    }
    .into_any()
}

fn section(desk: Desk, people: &[Someone], homes: &[Shared], heading: &'static str) -> AnyView {
    let records = desk.may(Capability::Roll);
    let line = |home: &Shared| {
        let rooms = rooms(desk, home);
        let said: Vec<_> = home.words.iter().map(|said| word(desk, people, said)).collect();
        let said = said.join(desk.say("；", "; "));
        let (side, class) = match home.representative {
            Some(person) => {
                let who = called(desk, people, &person);
                (desk.either(format!("{who}投"), format!("{who} votes")), "ys-ok")
            }
            None if home.words.iter().all(|word| word.names.is_some()) => {
                (desk.say("说的不一样", "they differ").to_owned(), "ys-warn")
            }
            None => {
                let left = home.words.iter().filter(|word| word.names.is_none()).count();
                (desk.either(format!("还差 {left} 位"), format!("{left} to go")), "ys-warn")
            }
        };
        row(desk, rooms, (said, ""), (side, class), records.then_some(Page::People(Tab::Record(home.party))))
    };
    let rows = homes.iter().map(line).collect();
    let remark = desk.either(format!("{} 户", homes.len()), homes.len().to_string());
    card(heading, remark, list(rows, desk.say("没有。", "None.")))
}

/// What a home is called, if the roll has it.
pub(super) fn home(desk: Desk, people: &[Someone], party: PartyId) -> Option<String> {
    homes(people).iter().find(|home| home.party == party).map(|home| rooms(desk, home))
}

fn rooms(desk: Desk, home: &Shared) -> String {
    let none = || desk.say("没有地址的房", "a home without an address").to_owned();
    if home.rooms.is_empty() { none() } else { home.rooms.join(desk.say("、", ", ")) }
}

/// Recording who votes for a home, from a document.
pub(super) fn record(desk: Desk, party: PartyId) -> AnyView {
    let roster = roster::read(desk);
    let heading = desk.say("凭文件登记代表人", "Record who votes, from a document").to_owned();
    view! {
        {title(desk, heading, Some(Page::People(Tab::Joint)))}
        {shown(desk, roster.found, move |people| {
            let home = homes(&people).into_iter().find(|home| home.party == party);
            match home {
                Some(home) => record_form(desk, roster, &people, &home),
                None => nothing(desk.say("名册里没有这套房了。", "The roll has no such home any more.")),
            }
        })}
    }
    .into_any()
}

fn record_form(desk: Desk, roster: roster::Roster, people: &[Someone], home: &Shared) -> AnyView {
    let party = home.party;
    let form = Form::new(desk, format_args!("representative/{party}"));
    let search = form.field("search", home.rooms.first().cloned().unwrap_or_default());
    let (chosen, document) = (form.field("person", ""), form.field("document", ""));
    let missing = move || {
        if chosen.with(|chosen| chosen.parse::<PersonId>().is_err()) {
            return Some(desk.say("还要选由谁投", "Choose who votes"));
        }
        let lacks = document.with(|typed| digest::typed(typed).is_none());
        lacks.then(|| desk.say("还要文件，或它的 64 位指纹", "The document, or its digest, is missing"))
    };
    let signed = move || {
        let said = chosen.get_untracked().parse().map_err(|_| Code::PersonUnknown.into()).map(|person| {
            let document = digest::typed(&document.get_untracked());
            (Representative { document, party, person }.into(), vec![])
        });
        form.sign(said, move |_| {
            let words = desk.say(
                "已登记，等另一位经办人看过文件、确认后生效",
                "Recorded; in force once another clerk has seen the document and confirms it",
            );
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    let owners: Vec<_> = home.words.iter().map(|said| word(desk, people, said)).collect();
    let about = view! {
        <dl class="ys-kv">
            {fact(desk.say("哪套房", "Home"), rooms(desk, home))}
            {fact(desk.say("共有人", "Owners"), owners.join(desk.say("；", "; ")))}
        </dl>
    }
    .into_any();
    let body = view! {
        {choose::person(
            desk,
            Some(roster),
            (desk.say("由谁投", "Who votes"), desk.say("姓名或房号；不住这里的也可以", "name or room; not only owners")),
            search,
            chosen,
        )}
        <div class="ys-gap-4">{digest::field(desk, document, (
            desk.say("凭什么文件", "By which document"),
            desk.say("公证书、监护证明、继承文书、委托书", "a notary's, a court's, a company's"),
        ))}</div>
        {hint("ys-note_wait", desk.say(
            "你确认：看过文件原件，文件写明由这位替这套房投票。另一位经办人也要看过原件再确认。物业的人不能替业主投。",
            "You confirm that you saw the document and that it names this person. Another clerk has to see it too. The manager's staff vote for nobody.",
        ))}
        {signing(desk, desk.say("签名登记", "Sign the record"), missing, signed)}
        {form.note()}
    }
    .into_any();
    view! { {card(desk.say("这套房", "The home"), "", about)} {card(desk.say("由谁投、凭什么", "Who, and why"), "", body)} }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::view::JointView;

    fn owner(number: u8, homes: &[&str], joint: &[JointView]) -> Someone {
        Someone {
            person: PersonId::from_bytes([number; 16]),
            name: None,
            homes: homes.iter().map(|home| (*home).to_owned()).collect(),
            letter: None,
            devices: 0,
            vouched: false,
            joint: joint.to_vec(),
        }
    }

    #[test]
    fn a_home_of_several_is_listed_once_with_the_rooms_they_share() {
        let person = |number| PersonId::from_bytes([number; 16]);
        let says = |number| OwnerWord { person: person(number), names: None, own: false };
        let joint = |party: u8, representative| JointView {
            party: PartyId::from_bytes([party; 16]),
            representative,
            words: vec![says(1), says(2)],
        };
        let both = [joint(7, Some(person(1)))];
        let people = [owner(1, &["1栋101", "2栋202"], &both), owner(2, &["2栋202"], &both)];
        let found = homes(&people);
        assert_eq!(found.len(), 1);
        assert_eq!(found.first().unwrap().rooms, ["2栋202"]);
        let mixed = [joint(7, Some(person(1))), joint(8, None)];
        let people = [owner(1, &[], &mixed), owner(2, &[], &mixed)];
        let voters: Vec<_> = homes(&people).into_iter().map(|home| home.representative).collect();
        assert_eq!(voters, [None, Some(person(1))], "those without a voter stand ahead");
    }
}
