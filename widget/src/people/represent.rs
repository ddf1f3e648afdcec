//! A home of several owners: whom each of them names to vote for it, and a ballot that one of the others has cast.

use crate::draw::{Draw, DrawAll, View, view};
use crate::words::key;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Object, Representative};
use yishi_protocol::bylaws::Joint;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{EntryId, PartyId, PersonId};
use yishi_protocol::projection::Ballot;
use yishi_protocol::state::Stage;
use yishi_protocol::view::PartyView;

use crate::kit::forms::{choices, option, problem, signer};
use crate::kit::icons::{HOME, STOP};
use crate::kit::parts::{button, card, para, row, section, topic};
use crate::kit::voter::{Agreed, called, my_party, told, unvouched};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};

/// The addresses of a party's homes.
fn addresses(app: App, party: &PartyView) -> String {
    let comma = app.lang.get_untracked().list_comma();
    let found: Vec<String> = app.me.with_untracked(|me| {
        let homes = me.iter().flat_map(|me| &me.homes);
        let of_party = homes.filter(|home| party.homes.iter().any(|view| view.unit == home.unit));
        of_party.filter_map(|home| home.address.clone()).collect()
    });
    if found.is_empty() {
        app.say(key::represent::A_HOME_OF_SEVERAL_OWNERS).to_owned()
    } else {
        found.join(comma)
    }
}

/// Whether a home waits for my word on who votes: where any owner may cast, nobody has to be named.
fn waits_for_me(app: App, party: &PartyView) -> bool {
    let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let silent =
        |person| matches!(Agreed::of(party), Some(Agreed::Waits(silent)) if silent.contains(&person));
    me.is_some_and(silent) && app.settings().joint == Joint::Representative
}

/// A row for each of my homes of several owners that waits for my word, or for each of the others; for none of those whose
/// held ballot says so already.
pub(crate) fn rows(app: App, waiting: bool, held: &[PartyId]) -> Vec<View> {
    let row = |party: &PartyView| {
        if held.contains(&party.party) {
            return None;
        }
        let agreed = Agreed::of(party).filter(|_| waits_for_me(app, party) == waiting)?;
        let settled = matches!(agreed, Agreed::On { .. });
        let words = (addresses(app, party), told(app, party, &agreed));
        let id = party.party;
        let class = if settled { "" } else { "ys-disc_wait" };
        Some(row(class, HOME, words, Box::new(move || app.visit(Goal::Voter(id)))))
    };
    let mut rows = Vec::new();
    app.me.with_untracked(|me| {
        if let Some(me) = me {
            for party in &me.view.parties {
                rows.extend(row(party));
            }
        }
    });
    rows
}

/// Who votes for a party, to be said by its owners one by one.
pub(crate) fn screen(app: App, id: PartyId) -> View {
    let title = app.say(key::common::WHO_VOTES);
    let party = my_party(app, &id);
    let Some((party, agreed)) = party.and_then(|party| Agreed::of(&party).map(|agreed| (party, agreed)))
    else {
        return crate::kit::parts::page(app, title, Screen::Home, View::Nothing);
    };
    let state = card(vec![
        para("ys-s ys-2", addresses(app, &party)),
        para("ys-t", told(app, &party, &agreed)),
        para("ys-s ys-2 ys-gap-1", app.say(key::represent::ONE_HOME_HAS_ONE_BALLOT)),
    ]);
    let acts = unvouched(app).unwrap_or_else(|| view! { {others(app, &id, &party)} {form(app, &party)} });
    let parts = view! {
        {topic(app.say(key::represent::NAME_WHO_VOTES))}
        {state}
        {section(app.say(key::represent::WHAT_EACH_OWNER_SAYS), String::new(), "")}
        {card(vec![said_by_each(app, &party)])}
        {acts}
        {follows(app, &agreed)}
    };
    crate::kit::parts::page(app, title, Screen::Home, parts)
}

fn said_by_each(app: App, party: &PartyView) -> View {
    let row = |word: &yishi_protocol::view::OwnerWord| {
        let name = word.names.map(|named| called(app, party, &named));
        let words = match (name, word.own) {
            (None, _) => app.say(key::represent::NOT_SAID_YET).to_owned(),
            (Some(name), true) => app.fill(key::represent::chooses(&name)),
            (Some(name), false) => app.fill(key::represent::recorded(&name)),
        };
        view! { <div><dt>{called(app, party, &word.person)}</dt><dd>{words}</dd></div> }
    };
    view! { <dl class="ys-kv">{party.words.iter().map(row).draw_all()}</dl> }
}

fn form(app: App, party: &PartyView) -> View {
    let id = party.party;
    let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let word = party.words.iter().find(|word| word.own && Some(word.person) == me);
    let mine = word.and_then(|word| word.names).map(|named| named.to_string()).unwrap_or_default();
    let kept = app.kept(format_args!("represent/{id}"));
    let chosen = kept.field("person", mine.clone());
    let choice = |person: &PersonId| {
        let name = called(app, party, person);
        let words = if Some(*person) == me {
            app.say(key::represent::ME).to_owned()
        } else {
            app.fill(key::represent::by(&name))
        };
        let (value, choice) = (person.to_string(), person.to_string());
        let is_chosen = move || chosen.with(|chosen| *chosen == value);
        let choose = move || chosen.set(choice.clone());
        option("radio", words.draw(), Box::new(is_chosen), Box::new(choose))
    };
    let options = party.persons.iter().map(choice).collect();
    let ready = move || {
        chosen.with(|chosen| {
            if chosen.is_empty() {
                Err(app.say(key::represent::CHOOSE_ONE))
            } else if *chosen == mine {
                Err(app.say(key::represent::THIS_IS_WHAT_YOU_SAID))
            } else {
                Ok(app.say(key::represent::SIGN_MY_CHOICE))
            }
        })
    };
    let press = move || {
        let Ok(person) = chosen.get_untracked().parse() else { return };
        let body = Representative { document: None, party: id, person };
        let done = app.say(key::represent::YOUR_CHOICE_IS_SIGNED_AND);
        app.act_from(kept.clone(), body, Vec::<Blob>::new(), (done, Goal::Voter(id)));
    };
    card(vec![
        choices(app.say(key::represent::WHOM_DO_YOU_NAME), options),
        signer(app, ready, press),
        problem(app),
    ])
}

/// What a naming means.
fn follows(app: App, agreed: &Agreed) -> View {
    let recorded = matches!(agreed, Agreed::On { recorded: true, .. })
        .then(|| app.say(key::represent::WHAT_IS_RECORDED_NO_LONGER));
    let words = [
        app.say(key::represent::IT_COUNTS_ONCE_ALL_OWNERS),
        app.say(key::represent::SETTLED_BEFORE_THE_CLOSE_THAT),
        app.say(key::represent::A_CO_OWNER_WITHOUT_A),
    ];
    let lines = recorded.into_iter().chain(words).map(|words| view! { <li>{words}</li> });
    view! { <ul class="ys-s ys-2 ys-gap-3 ys-help">{lines.draw_all()}</ul> }
}

/// The newest ballot of each running vote, where another phone has cast it or another owner holds it.
fn cast_by_others(app: App, party: &PartyId) -> Vec<Ballot> {
    let votes = app.votes.get_untracked();
    let running =
        votes.iter().filter(|vote| vote.stage == Some(Stage::Voting)).filter_map(|vote| vote.agenda);
    let newest = |agenda: EntryId| {
        app.me.with_untracked(|me| {
            let mut ballots = me.as_ref()?.ballots.iter().rev();
            ballots.find(|ballot| ballot.agenda == agenda && ballot.party == *party).cloned()
        })
    };
    running.filter_map(newest).filter(|cast| !cast.own || !cast.held_by.is_empty()).collect()
}

/// Where any owner may cast, another one may hold the ballot for a day. A naming ends that, and so nothing is offered then.
fn others(app: App, id: &PartyId, party: &PartyView) -> Option<View> {
    if party.representative.is_some() {
        return None;
    }
    let (id, view) = (*id, party.clone());
    let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let row = |cast: Ballot| {
        let (ballot, may_object) =
            (cast.entry, app.now_ms.get_untracked() < cast.received_ms.saturating_add(DAY_MS));
        let object = move |stands: bool, done: &'static str| {
            app.act(Object { ballot, stands }, Vec::new(), done, Goal::Voter(id));
        };
        let at = app.lang.get_untracked().beginning(cast.received_ms);
        let mine = me.is_some_and(|me| cast.held_by.contains(&me));
        let press = if cast.own {
            None
        } else if cast.stands && may_object {
            let done = app.say(key::represent::SIGNED_THE_BALLOT_IS_HELD);
            let words = app.say(key::represent::I_OBJECT_TO_THIS_BALLOT);
            Some(button("weui-btn weui-btn_default ys-gap-3", STOP, words, move || object(true, done)))
        } else if mine {
            let done = app.say(key::represent::SIGNED_YOU_NO_LONGER_OBJECT);
            let words = app.say(key::represent::WITHDRAW_MY_OBJECTION);
            Some(button("weui-btn weui-btn_default ys-gap-3", "", words, move || object(false, done)))
        } else {
            None
        };
        let state = if cast.stands {
            app.say(key::represent::IT_COUNTS_NOW_YOU_MAY)
        } else {
            app.say(key::represent::IT_IS_HELD_UNTIL_YOU)
        };
        let head = if cast.own {
            app.say(key::represent::CAST_BY_THIS_PHONE)
        } else {
            app.say(key::represent::CAST_BY_ANOTHER_PHONE)
        };
        let names = cast.held_by.iter().map(|person| called(app, &view, person));
        let names = names.collect::<Vec<_>>().join(app.lang.get_untracked().list_comma());
        let held = if names.is_empty() { String::new() } else { app.fill(key::represent::held_by(&names)) };
        card(vec![
            para("ys-b", head),
            para("ys-s ys-2", at),
            if held.is_empty() { View::Nothing } else { para("ys-b", held) },
            para("ys-gap-1", state),
            press.unwrap_or(View::Nothing),
        ])
    };
    let rows: Vec<View> = cast_by_others(app, &id).into_iter().map(row).collect();
    (!rows.is_empty()).then(|| rows.draw_all())
}
