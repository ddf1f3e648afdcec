//! What stands between me and a ballot that counts: a phone that one person alone let in, and a home of several owners.

use crate::draw::View;
use crate::words::key;
use yishi_protocol::bylaws::Joint;
use yishi_protocol::id::{PartyId, PersonId};
use yishi_protocol::view::PartyView;

use crate::kit::icons::{AGAIN, WARN};
use crate::kit::parts::{button, note, para};
use crate::shell::app::App;
use crate::shell::screen::Goal;

/// How far the owners of a home of several have come with who votes for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Agreed {
    /// On somebody; perhaps a record says so for some of them.
    On { person: PersonId, recorded: bool },
    /// Each has named somebody, but not the same.
    Apart,
    /// These have not said anything yet.
    Waits(Vec<PersonId>),
}

impl Agreed {
    /// None for a home of one owner.
    pub(crate) fn of(party: &PartyView) -> Option<Self> {
        if party.persons.len() < 2 {
            return None;
        }
        if let Some(person) = party.representative {
            let recorded = party.words.iter().any(|word| word.names.is_some() && !word.own);
            return Some(Agreed::On { person, recorded });
        }
        let silent = party.words.iter().filter(|word| word.names.is_none()).map(|word| word.person);
        let silent: Vec<PersonId> = silent.collect();
        Some(if silent.is_empty() { Agreed::Apart } else { Agreed::Waits(silent) })
    }
}

/// What an owner is called on this phone.
pub(crate) fn called(app: App, party: &PartyView, person: &PersonId) -> String {
    if app.me.with_untracked(|me| me.as_ref().is_some_and(|me| me.view.person == *person)) {
        return app.say(key::common::YOU).to_owned();
    }
    let Some(place) = party.persons.iter().position(|owner| owner == person) else {
        return app.say(key::voter::THE_AGENT_ON_RECORD).to_owned();
    };
    let name = party.names.get(place).cloned().flatten();
    name.unwrap_or_else(|| app.fill(key::voter::co_owner(&place.saturating_add(1))))
}

/// Who votes for a home of several, or what is missing until somebody does.
pub(crate) fn told(app: App, party: &PartyView, agreed: &Agreed) -> String {
    let lang = app.lang.get_untracked();
    match agreed {
        Agreed::On { person, recorded } => {
            let name = called(app, party, person);
            let by = if *recorded { lang.say(key::voter::AS_RECORDED) } else { "" };
            lang.fill(key::voter::voting_for_it(&name, &by))
        }
        Agreed::Apart | Agreed::Waits(_) if app.settings().joint == Joint::AnyUnlessObjected => {
            lang.say(key::voter::NOBODY_IS_NAMED_ANY_OF).to_owned()
        }
        Agreed::Apart => lang.say(key::voter::NO_VOTER_YET_YOU_NAMED).to_owned(),
        Agreed::Waits(silent) => {
            let names = silent.iter().map(|person| called(app, party, person));
            let names = names.collect::<Vec<_>>().join(lang.list_comma());
            lang.fill(key::voter::no_voter_yet_still_to(&names))
        }
    }
}

/// One of my parties on the newest roll.
pub(crate) fn my_party(app: App, party: &PartyId) -> Option<PartyView> {
    app.me.with_untracked(|me| me.as_ref()?.view.parties.iter().find(|known| known.party == *party).cloned())
}

/// The co-owner who votes for a party, if that is somebody else.
pub(crate) fn other_voter(app: App, party: &PartyId) -> Option<String> {
    app.me.with_untracked(|me| {
        let me = me.as_ref()?;
        let view = me.view.parties.iter().find(|known| known.party == *party)?;
        let voter = view.representative.filter(|_| view.persons.len() > 1)?;
        (me.view.person != voter).then(|| called(app, view, &voter))
    })
}

/// Whether ballots of this phone would be refused for want of a second person.
pub(crate) fn is_unvouched(app: App) -> bool {
    app.me.with_untracked(|me| {
        let Some(me) = me else { return false };
        let votes = !me.view.parties.is_empty() || !me.view.rights.is_empty();
        votes && !me.view.vouched
    })
}

/// An amber box: what is so, what to do, and perhaps a button.
fn amber(what: String, todo: &'static str, press: View) -> View {
    note("ys-note ys-note_wait", WARN, vec![para("ys-b", what), para("", todo), press])
}

/// Says that this phone cannot vote yet, if it cannot.
pub(crate) fn unvouched(app: App) -> Option<View> {
    is_unvouched(app).then(|| {
        let again = app.say(key::voter::IT_IS_CONFIRMED_LOOK_AGAIN);
        amber(
            app.say(key::voter::THIS_PHONE_WAITS_FOR_A).to_owned(),
            app.say(key::voter::SO_THAT_NOBODY_PASSES_FOR),
            button("weui-btn weui-btn_default ys-gap-3", AGAIN, again, move || app.begin(None)),
        )
    })
}

/// Why marks on a ballot of a party would be in vain, if they would.
pub(crate) fn barred(app: App, party: PartyId) -> Option<View> {
    unvouched(app).or_else(|| {
        let name = other_voter(app, &party)?;
        let what = app.fill(key::voter::voting_for_this_home(&name));
        let change = app.say(key::voter::SEE_WHO_VOTES_OR_CHANGE);
        Some(amber(
            what,
            app.say(key::voter::A_BALLOT_OF_YOURS_WOULD),
            button("weui-btn weui-btn_default ys-gap-3", "", change, move || app.visit(Goal::Voter(party))),
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::view::OwnerWord;

    fn home(representative: Option<u8>, words: &[(Option<u8>, bool)]) -> PartyView {
        let id = |byte: u8| PersonId::from_bytes([byte; 16]);
        let persons: Vec<PersonId> = (1..).take(words.len()).map(id).collect();
        let word = |(person, (names, own)): (&PersonId, &(Option<u8>, bool))| OwnerWord {
            person: *person,
            names: names.map(id),
            own: *own,
        };
        let words = persons.iter().zip(words).map(word).collect();
        let (party, names, homes) = (PartyId::from_bytes([9; 16]), Vec::new(), Vec::new());
        PartyView { party, persons, representative: representative.map(id), words, names, homes }
    }

    #[test]
    fn a_home_of_several_says_who_votes_or_who_has_not_said() {
        let id = |byte: u8| PersonId::from_bytes([byte; 16]);
        let of = |representative, words: &[(Option<u8>, bool)]| Agreed::of(&home(representative, words));
        assert_eq!(of(None, &[(None, false)]), None, "one owner needs nobody");
        let waits = Agreed::Waits(vec![id(2)]);
        assert_eq!(of(None, &[(Some(1), true), (None, false)]), Some(waits));
        assert_eq!(of(None, &[(Some(1), true), (Some(2), true)]), Some(Agreed::Apart));
        let on = |recorded| Some(Agreed::On { person: id(1), recorded });
        assert_eq!(of(Some(1), &[(Some(1), true), (Some(1), true)]), on(false));
        assert_eq!(of(Some(1), &[(Some(1), true), (Some(1), false)]), on(true));
    }
}
