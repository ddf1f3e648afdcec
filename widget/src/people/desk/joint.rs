//! 由谁投票: who votes for a home of several owners and who still has to name whom; what a document says where an owner
//! cannot, be they one or several.

use crate::draw::{View, view};
use crate::words::key;
use std::collections::BTreeMap;

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Representative};
use yishi_protocol::id::{NoticeId, PartyId, PersonId};
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{OwnerWord, VoterView};

use crate::desk::acts::Form;
use crate::desk::field::typed;
use crate::desk::forms::{card, hint, line, list, nothing, row, shown, signing, small, title};
use crate::desk::{Desk, Page, Tab, digest};
use crate::kit::parts::fact;
use crate::people::desk::roster::{self, Someone, natural};
use crate::people::desk::{choose, mandate};

/// A home, or several homes of the same owners.
#[derive(Clone, Debug, PartialEq)]
struct Home {
    party: PartyId,
    rooms: Vec<String>,
    /// Who votes now: of several owners, none while they have not all said the same; of an only one, none if nobody does for
    /// them.
    representative: Option<PersonId>,
    words: Vec<OwnerWord>,
}

impl Home {
    /// The owner, if there is one alone.
    fn only(&self) -> Option<PersonId> {
        match self.words.as_slice() {
            [only] => Some(only.person),
            _ => None,
        }
    }

    /// Who votes for an only owner, if they do not themselves.
    fn acts(&self) -> Option<PersonId> {
        self.representative.filter(|acts| self.only().is_some_and(|only| only != *acts))
    }
}

/// Every home, those without a voter ahead.
fn homes(people: &[Someone]) -> Vec<Home> {
    let by_id: BTreeMap<PersonId, &Someone> = people.iter().map(|one| (one.person, one)).collect();
    let mut parties: BTreeMap<PartyId, &VoterView> = BTreeMap::new();
    for party in people.iter().flat_map(|one| &one.parties) {
        parties.entry(party.party).or_insert(party);
    }
    let mut found: Vec<Home> = Vec::new();
    for joint in parties.into_values() {
        let owners = || joint.words.iter().filter_map(|word| by_id.get(&word.person));
        // A person's homes do not say whose they are with others; what all of a party's owners have is the party's.
        let first = owners().next().map(|one| one.homes.clone()).unwrap_or_default();
        let rooms = first.into_iter().filter(|room| owners().all(|one| one.homes.contains(room))).collect();
        let (party, representative, words) = (joint.party, joint.representative, joint.words.clone());
        found.push(Home { party, rooms, representative, words });
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
        return desk.fill(key::desk_joint::nothing_yet(&who));
    };
    let named = if names == word.person {
        desk.say(key::desk_joint::THEMSELVES).to_owned()
    } else {
        called(desk, people, &names)
    };
    let how = if word.own {
        desk.say(key::desk_joint::ON_THE_PHONE)
    } else {
        desk.say(key::desk_joint::BY_THE_RECORD)
    };
    desk.fill(key::desk_joint::names(&who, &named, &how))
}

/// What all owners have said, or who votes for an only one.
fn said(desk: Desk, people: &[Someone], home: &Home) -> String {
    match (home.only(), home.acts()) {
        (Some(only), None) => called(desk, people, &only),
        (Some(only), Some(acts)) => {
            let (owner, acts) = (called(desk, people, &only), called(desk, people, &acts));
            desk.fill(key::desk_joint::votes_by_a_document(&owner, &acts))
        }
        (None, _) => {
            let said: Vec<_> = home.words.iter().map(|said| word(desk, people, said)).collect();
            said.join(desk.say(key::desk_joint::MARK))
        }
    }
}

pub(crate) fn tab(desk: Desk) -> View {
    let roster = roster::read(desk);
    let progress = move || {
        roster.found.with(Option::is_none).then(|| {
            let count = roster.so_far.get();
            desk.fill(key::desk_common::reading_the_roll_so_far(&count))
        })
    };
    view! {
        <p class="ys-s ys-2" role="status">{progress}</p>
        {shown(desk, roster.found, move |people| {
            let (alone, shared): (Vec<_>, Vec<_>) =
                homes(&people).into_iter().partition(|home| home.only().is_some());
            let (decided, open): (Vec<_>, Vec<_>) =
                shared.into_iter().partition(|home| home.representative.is_some());
            let (acted, own): (Vec<_>, Vec<_>) = alone.into_iter().partition(|home| home.acts().is_some());
            let none = desk.say(key::desk_joint::NONE);
            let acting = (!acted.is_empty()).then(|| {
                let heading = desk.say(key::desk_joint::OF_ONE_OWNER_FOR_WHOM);
                card(heading, many(desk, acted.len()), list(lines(desk, &people, &acted), none))
            });
            view! {
                {card(
                    desk.say(key::desk_joint::OF_SEVERAL_OWNERS_NOBODY_VOTES),
                    many(desk, open.len()),
                    list(lines(desk, &people, &open), none),
                )}
                {card(
                    desk.say(key::desk_joint::OF_SEVERAL_OWNERS_SETTLED),
                    many(desk, decided.len()),
                    list(lines(desk, &people, &decided), none),
                )}
                {acting}
                {desk.may(Capability::Roll).then(|| find(desk, people, own))}
            }
        })}
        {hint("", desk.say(
            key::desk_joint::A_HOME_HAS_ONE_VOTE,
        ))}
    }
}

fn many(desk: Desk, homes: usize) -> String {
    desk.fill(key::desk_count::homes(&homes))
}

/// How many homes are offered at once; more is found by typing more.
const OFFERED: usize = 8;

/// A home of one owner, found by its address or its owner: a child's, an heir's, a company's.
fn find(desk: Desk, people: Vec<Someone>, own: Vec<Home>) -> View {
    let search = Form::new(desk, "who-votes").field("home", "");
    let all = StoredValue::new((people, own));
    let found = move || {
        let typed = search.get();
        if typed.trim().is_empty() {
            return View::Nothing;
        }
        all.with_value(|(people, own)| {
            let fits = |home: &&Home| {
                let owner = people.iter().find(|one| Some(one.person) == home.only());
                owner.is_some_and(|owner| owner.matches(&typed))
            };
            let found: Vec<Home> = own.iter().filter(fits).take(OFFERED).cloned().collect();
            list(lines(desk, people, &found), desk.say(key::desk_joint::NONE_FOUND_TRY_A_NAME))
        })
    };
    let body = view! {
        {line(
            "home",
            "search",
            desk.say(key::desk_joint::WHICH_HOME),
            desk.say(key::desk_joint::ITS_ROOM_OR_ITS_OWNER),
            search,
        )}
        <div role="status">{found}</div>
        {small(desk.say(
            key::desk_joint::A_GUARDIAN_VOTES_FOR_A,
        ))}
    };
    card(desk.say(key::desk_joint::OF_ONE_OWNER_FOR_WHOM_2), "", body)
}

fn lines(desk: Desk, people: &[Someone], homes: &[Home]) -> Vec<View> {
    let records = desk.may(Capability::Roll);
    let one = |home: &Home| {
        let rooms = rooms(desk, home);
        let said = said(desk, people, home);
        let (side, class) = match home.representative {
            None if home.only().is_some() => (desk.say(key::desk_joint::VOTES).to_owned(), ""),
            Some(person) => {
                let who = called(desk, people, &person);
                (desk.fill(key::desk_joint::votes_2(&who)), "ys-ok")
            }
            None if home.words.iter().all(|word| word.names.is_some()) => {
                (desk.say(key::desk_joint::THEY_DIFFER).to_owned(), "ys-warn")
            }
            None => {
                let left = home.words.iter().filter(|word| word.names.is_none()).count();
                (desk.fill(key::desk_joint::to_go(&left)), "ys-warn")
            }
        };
        row(desk, rooms, (said, ""), (side, class), records.then_some(Page::People(Tab::Record(home.party))))
    };
    homes.iter().map(one).collect()
}

/// What a home is called, if the roll has it.
pub(crate) fn home(desk: Desk, people: &[Someone], party: PartyId) -> Option<String> {
    homes(people).iter().find(|home| home.party == party).map(|home| rooms(desk, home))
}

fn rooms(desk: Desk, home: &Home) -> String {
    let none = || desk.say(key::desk_joint::A_HOME_WITHOUT_AN_ADDRESS).to_owned();
    if home.rooms.is_empty() { none() } else { home.rooms.join(desk.say(key::common::MARK)) }
}

/// Recording who votes for a home, from a document.
pub(crate) fn record(desk: Desk, party: PartyId) -> View {
    let roster = roster::read(desk);
    let heading = desk.say(key::desk_joint::RECORD_WHO_VOTES_FROM_A).to_owned();
    view! {
        {title(desk, heading, Some(Page::People(Tab::Joint)))}
        {shown(desk, roster.found, move |people| {
            let home = homes(&people).into_iter().find(|home| home.party == party);
            match home {
                Some(home) => record_form(desk, roster, &people, &home),
                None => nothing(desk.say(key::desk_joint::THE_ROLL_HAS_NO_SUCH)),
            }
        })}
    }
}

fn record_form(desk: Desk, roster: roster::Roster, people: &[Someone], home: &Home) -> View {
    let party = home.party;
    let form = Form::new(desk, format_args!("representative/{party}"));
    let search = form.field("search", home.rooms.first().cloned().unwrap_or_default());
    let (chosen, document) = (form.field("person", ""), form.field("document", ""));
    let (vote, says) = (form.field("vote", ""), form.field("says", ""));
    // An only owner who votes themselves already needs no paper for it.
    let own = home.only().filter(|_| home.acts().is_none());
    let missing = move || {
        let Ok(chosen) = chosen.with(|chosen| chosen.parse::<PersonId>()) else {
            return Some(desk.say(key::desk_joint::CHOOSE_WHO_VOTES));
        };
        if own == Some(chosen) {
            return Some(desk.say(key::desk_joint::THIS_IS_THE_OWNER_WHO));
        }
        let lacks = document.with(|text| typed(text).is_none());
        lacks.then(|| desk.say(key::desk_joint::THE_DOCUMENT_OR_ITS_DIGEST))
    };
    let signed = move || {
        let person = chosen.get_untracked().parse().map_err(|_| Code::PersonUnknown.into());
        let said = person.and_then(|person| {
            let document = typed(&document.get_untracked());
            match vote.get_untracked().parse::<NoticeId>() {
                Ok(notice) => {
                    let says = says.get_untracked();
                    mandate::recorded(desk, (notice, says.as_str()), (document, party, person))
                }
                Err(_) => Ok((Representative { document, party, person }.into(), vec![])),
            }
        });
        form.sign(said, move |_| {
            let words = desk.say(key::desk_joint::RECORDED_IN_FORCE_ONCE_ANOTHER);
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    let owners = said(desk, people, home);
    let about = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_joint::HOME), rooms(desk, home))}
            {fact(if home.only().is_some() { desk.say(key::desk_joint::OWNER) } else { desk.say(key::desk_joint::OWNERS) }, owners)}
        </dl>
    };
    let body = view! {
        {choose::person(
            desk,
            Some(roster),
            (desk.say(key::desk_joint::WHO_VOTES), desk.say(key::desk_joint::NAME_OR_ROOM_NOT_ONLY)),
            search,
            chosen,
        )}
        {mandate::which(desk, vote, says)}
        <div class="ys-gap-4">{digest::field(desk, document, (
            desk.say(key::desk_joint::BY_WHICH_DOCUMENT),
            desk.say(key::desk_joint::A_NOTARY_A_COURT_A),
        ))}</div>
        {hint("ys-note_wait", desk.say(
            key::desk_joint::YOU_CONFIRM_THAT_YOU_SAW,
        ))}
        {signing(desk, desk.say(key::desk_joint::SIGN_THE_RECORD), missing, signed)}
        {form.note()}
    };
    view! { {card(desk.say(key::desk_joint::THE_HOME), "", about)} {card(desk.say(key::desk_joint::WHO_AND_WHY), "", body)} }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(number: u8, homes: &[&str], parties: &[VoterView]) -> Someone {
        Someone {
            person: PersonId::from_bytes([number; 16]),
            name: None,
            homes: homes.iter().map(|home| (*home).to_owned()).collect(),
            letter: None,
            devices: 0,
            vouched: false,
            parties: parties.to_vec(),
        }
    }

    #[test]
    fn a_home_of_several_is_listed_once_with_the_rooms_they_share() {
        let person = |number| PersonId::from_bytes([number; 16]);
        let says = |number| OwnerWord { person: person(number), names: None, own: false };
        let joint = |party: u8, representative| VoterView {
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

    #[test]
    fn an_only_owner_is_told_from_whoever_acts_for_them() {
        let [child, guardian] = [1, 2].map(|number| PersonId::from_bytes([number; 16]));
        let home = |representative| Home {
            party: PartyId::ZERO,
            rooms: vec![],
            representative,
            words: vec![OwnerWord { person: child, names: representative, own: false }],
        };
        assert_eq!(home(None).only(), Some(child));
        assert_eq!(
            [None, Some(child), Some(guardian)].map(|who| home(who).acts()),
            [None, None, Some(guardian)]
        );
    }
}
