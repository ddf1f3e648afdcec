//! Written mandates: whom I let vote for a home of mine, whom I vote for, and the code by which an owner names me.

use std::sync::Arc;

use leptos::task::spawn_local;
use yishi_protocol::blob::{Blob, ProxyTerms, Words};
use yishi_protocol::body::{Method, Proxy};
use yishi_protocol::id::{NoticeId, PartyId, PersonId};
use yishi_protocol::projection::{Mandate, Vote};

use crate::draw::{Draw, DrawAll, View, typed_in, view};
use crate::kit::forms::{chip, problem, signer, text_box};
use crate::kit::icons::{BALLOT_BOX, PEN, STOP};
use crate::kit::mine::mine;
use crate::kit::parts::{
    acts, alert, button, card, cells, fact, live, page, para, row, section, stranger, topic,
};
use crate::kit::qr;
use crate::kit::share::share;
use crate::kit::tell::pick;
use crate::kit::typed;
use crate::kit::voter::unvouched;
use crate::live::Live;
use crate::proofs::act::salt;
use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::words::key;
use crate::words::trouble::Trouble;

/// As many signs as what a proxy is told may have.
const TOLD: usize = 500;

type Read = Result<Vec<Mandate>, Trouble>;

/// The way here from what is mine.
pub(crate) fn way_in(app: App) -> View {
    let words = (app.say(key::proxies::PROXIES).to_owned(), app.say(key::proxies::LET_OR_BE_LET).to_owned());
    cells(vec![row("", PEN, words, Box::new(move || app.visit(Goal::Proxies(None))))])
}

/// All of it; `to` came with an address that somebody shared, and is whom a mandate is for.
pub(crate) fn screen(app: App, to: Option<PersonId>) -> View {
    let title = app.say(key::proxies::PROXIES);
    let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person));
    let Some(me) = me else { return page(app, title, Screen::Mine, stranger(app)) };
    if let Some(wait) = unvouched(app) {
        return page(app, title, Screen::Mine, wait);
    }
    let known = app.lasting("mandates", None::<Read>);
    if known.with_untracked(Option::is_none) {
        spawn_local(async move { known.set(Some(read(app).await)) });
    }
    let listed = live(move || {
        Some(match known.get()? {
            Ok(mandates) => list(app, &mandates),
            Err(trouble) => {
                let (what, todo) = app.lang.get_untracked().trouble(&trouble);
                alert(what, todo)
            }
        })
    });
    let parts = view! {
        {topic(app.say(key::proxies::LET_SOMEBODY_VOTE))}
        <div role="status">{listed}</div>
        {form(app, to)}
        {section(app.say(key::proxies::I_VOTE_FOR_OTHERS), String::new(), "")}
        {code(app, me)}
    };
    page(app, title, Screen::Mine, parts)
}

async fn read(app: App) -> Read {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let me = app.me.with_untracked(|me| me.as_ref().map(|me| me.view.person)).ok_or(Trouble::Offline)?;
    session.own_mandates(&me).await
}

fn vote_of(app: App, notice: &NoticeId) -> Option<Arc<Vote>> {
    app.votes.with_untracked(|votes| votes.iter().find(|vote| vote.id == *notice).cloned())
}

fn list(app: App, mandates: &[Mandate]) -> View {
    let (held, given): (Vec<&Mandate>, Vec<&Mandate>) = mandates.iter().partition(|mandate| mandate.held);
    view! {
        {(!held.is_empty()).then(|| section(app.say(key::proxies::YOU_VOTE_FOR), String::new(), ""))}
        {held.into_iter().map(|mandate| held_by_me(app, mandate)).draw_all()}
        {(!given.is_empty()).then(|| section(app.say(key::proxies::VOTES_FOR_YOU), String::new(), ""))}
        {given.into_iter().map(|mandate| given_by_me(app, mandate)).draw_all()}
    }
}

/// What a mandate is about: the vote, until when, what the proxy is told.
fn about(app: App, mandate: &Mandate) -> Vec<View> {
    let lang = app.lang.get_untracked();
    let vote = vote_of(app, &mandate.notice);
    let title = vote.as_ref().map(|vote| pick(app, &vote.text.title));
    let title = title.unwrap_or_else(|| app.say(key::common::VOTE).to_owned());
    let until = match (mandate.until_ms, &vote) {
        (Some(until_ms), _) => lang.deadline(until_ms),
        (None, Some(vote)) => lang.deadline(vote.closes_ms()),
        (None, None) => app.say(key::proxies::UNTIL_THE_VOTE_ENDS).to_owned(),
    };
    let told = mandate.terms.as_ref().map(|terms| told(app, vote.as_deref(), terms)).unwrap_or_default();
    let words = mandate.terms.as_ref().and_then(|terms| terms.words.as_ref()).map(|words| pick(app, words));
    let facts = view! {
        <dl class="ys-kv ys-gap-2">
            {fact(app.say(key::common::VOTE), title)}
            {fact(app.say(key::proxies::UNTIL), until)}
            {told.into_iter().map(|(item, marks)| fact_of(item, marks)).draw_all()}
        </dl>
    };
    let words = words.map(|words| para("ys-gap-2", words));
    vec![facts, words.draw()]
}

fn fact_of(item: String, marks: String) -> View {
    view! { <div><dt>{item}</dt><dd>{marks}</dd></div> }
}

/// What is to be marked, item by item, where that is said.
fn told(app: App, vote: Option<&Vote>, terms: &ProxyTerms) -> Vec<(String, String)> {
    let items = vote.map(|vote| vote.text.items.as_slice()).unwrap_or_default();
    let one = |(told, number): (&Option<Vec<u32>>, usize)| {
        let title = number.checked_sub(1).and_then(|place| items.get(place));
        let title = title.map_or_else(|| number.to_string(), |item| pick(app, &item.title));
        let marks = match told.as_deref() {
            None => app.say(key::proxies::THEY_DECIDE).to_owned(),
            Some([]) => app.say(key::common::ABSTAIN).to_owned(),
            Some(marks) => {
                let option = |mark: &u32| mark_word(app, title_of(items, number), *mark);
                marks.iter().map(option).collect::<Vec<_>>().join(app.lang.get_untracked().list_comma())
            }
        };
        (title, marks)
    };
    terms.choice.iter().zip(1..).map(one).collect()
}

fn title_of(
    items: &[yishi_protocol::blob::ItemText],
    number: usize,
) -> Option<&yishi_protocol::blob::ItemText> {
    number.checked_sub(1).and_then(|place| items.get(place))
}

/// A mark in words: an election's candidate, or one of a resolution's three answers.
fn mark_word(app: App, item: Option<&yishi_protocol::blob::ItemText>, mark: u32) -> String {
    let option = item.and_then(|item| item.options.get(usize::try_from(mark).ok()?));
    match (option, mark) {
        (Some(option), _) => pick(app, option),
        (None, 0) => app.say(key::common::FOR_IT).to_owned(),
        (None, 1) => app.say(key::common::AGAINST).to_owned(),
        (None, _) => app.say(key::common::ABSTAIN).to_owned(),
    }
}

fn held_by_me(app: App, mandate: &Mandate) -> View {
    let comma = app.lang.get_untracked().list_comma();
    let homes = mandate.homes.iter().filter_map(|home| home.address.clone()).collect::<Vec<_>>().join(comma);
    let party = mandate.party;
    let notice = mandate.notice;
    let ballot = mine(app).into_iter().find(|mine| mine.vote.id == notice && mine.party == party);
    let vote = ballot.map(|ballot| {
        let words = app.say(key::common::READ_AND_VOTE);
        button("weui-btn weui-btn_primary ys-gap-3", BALLOT_BOX, words, move || ballot.open(app))
    });
    let names = mandate.names.join(comma);
    let mut parts = vec![para("ys-b", app.fill(key::common::voting_for(&names))), para("ys-s ys-2", homes)];
    parts.extend(about(app, mandate));
    parts.push(vote.draw());
    card(parts)
}

/// The ballot that the proxy has cast, if one stands: that they have, and when.
fn cast(app: App, mandate: &Mandate) -> Option<String> {
    let agenda = vote_of(app, &mandate.notice)?.agenda?;
    app.me.with_untracked(|me| {
        let mut ballots = me.as_ref()?.ballots.iter();
        let standing =
            ballots.find(|one| one.stands && (one.agenda, one.party) == (agenda, mandate.party))?;
        let at = app.lang.get_untracked().beginning(standing.received_ms);
        Some(match standing.proxy {
            Some(proxy) => app.fill(key::proxies::cast_by(&typed::grouped(&proxy), &at)),
            None => app.say(key::proxies::YOU_HAVE_VOTED).to_owned(),
        })
    })
}

fn given_by_me(app: App, mandate: &Mandate) -> View {
    let (notice, party) = (mandate.notice, mandate.party);
    let back = move || {
        let body = Proxy { document: None, notice, party, person: None, terms: None, until_ms: None };
        let done = app.say(key::proxies::IT_IS_TAKEN_BACK);
        app.act(body, Vec::new(), done, Goal::Proxies(None));
    };
    let state = cast(app, mandate).unwrap_or_else(|| app.say(key::proxies::NOT_VOTED_YET).to_owned());
    let how = mandate.on_paper.then(|| para("ys-s ys-2", app.say(key::proxies::FROM_A_PAPER)));
    let mut parts = vec![
        para("ys-b", app.fill(key::proxies::votes(&typed::grouped(&mandate.proxy)))),
        how.draw(),
        para("", state),
    ];
    parts.extend(about(app, mandate));
    let words = app.say(key::proxies::TAKE_IT_BACK);
    parts.push(button("weui-btn weui-btn_default ys-gap-3", STOP, words, back));
    parts.push(para("ys-s ys-2 ys-gap-1", app.say(key::proxies::YOUR_OWN_BALLOT_PREVAILS)));
    card(parts)
}

/// A home of mine in a vote whose window has not ended.
type Open = (Arc<Vote>, PartyId, String);

/// The homes for which I may give a mandate, vote by vote: mine alone, or those that I represent.
fn homes_to_give(app: App) -> Vec<Open> {
    let now_ms = app.now_ms.get_untracked();
    let votes = app.votes.get_untracked();
    let comma = app.lang.get_untracked().list_comma();
    app.me.with_untracked(|me| {
        let Some(me) = me else { return Vec::new() };
        let mut open = Vec::new();
        let running = votes.iter().filter(|vote| vote.withdrawn.is_none() && now_ms < vote.closes_ms());
        for vote in running {
            for party in &me.view.parties {
                let speaks = party.persons.len() == 1 || party.representative == Some(me.view.person);
                // Before the opening nobody but the rules knows whether a home votes.
                let votes = vote.agenda.is_none_or(|agenda| {
                    me.view.rights.iter().any(|right| (right.agenda, right.party) == (agenda, party.party))
                });
                if speaks && votes {
                    let homes = me.homes.iter().filter(|home| home.party == party.party);
                    let homes: Vec<String> = homes.filter_map(|home| home.address.clone()).collect();
                    open.push((vote.clone(), party.party, homes.join(comma)));
                }
            }
        }
        open
    })
}

/// What is chosen in the form: which of the homes, and what to mark, item by item. No mark is kept in this browser.
type Chosen = (usize, Vec<Option<u32>>);

fn form(app: App, to: Option<PersonId>) -> View {
    let open = homes_to_give(app);
    if open.is_empty() {
        return card(vec![para("", app.say(key::proxies::NO_VOTE_IS_ANNOUNCED))]);
    }
    let kept = app.kept("proxy");
    let typed = kept.field("to", to.map(|to| typed::grouped(&to)).unwrap_or_default());
    if let Some(to) = to {
        typed.set(typed::grouped(&to));
    }
    let said = kept.field("said", "");
    let chosen = app.lasting("chosen", (0, Vec::new()));
    let which = if open.len() > 1 { which_home(app, &open, chosen) } else { View::Nothing };
    let for_marks = open.clone();
    let marks = live(move || {
        let place = chosen.with(|chosen: &Chosen| chosen.0);
        let (vote, _, homes) = for_marks.get(place)?;
        Some(view! {
            <p class="ys-b ys-gap-3">{pick(app, &vote.text.title)}</p>
            <p class="ys-s ys-2">{homes.clone()}</p>
            {items(app, vote, chosen)}
        })
    });
    let ready = move || match typed.with(|typed| typed::person(typed)) {
        Some(_) => Ok(app.say(key::proxies::SIGN_THE_MANDATE)),
        None => Err(app.say(key::proxies::TYPE_THEIR_CODE)),
    };
    let press = move || {
        let (place, told) = chosen.get_untracked();
        let person = typed.with_untracked(|typed| typed::person(typed));
        let (Some((vote, party, _)), Some(person)) = (open.get(place), person) else { return };
        let words = said.get_untracked().trim().to_owned();
        let mark = |place: usize| told.get(place).copied().flatten().map(|mark| vec![mark]);
        let terms = ProxyTerms {
            choice: (0..vote.notice.items.len()).map(mark).collect(),
            words: (!words.is_empty()).then(|| Words::zh(words)),
        };
        let blob = match salt() {
            Ok(salt) => Blob::proxy_terms(&vote.id, party, salt, &terms),
            Err(trouble) => return app.wrong.set(Some(trouble)),
        };
        let (notice, terms) = (vote.id, Some(blob.id()));
        let body =
            Proxy { document: None, notice, party: *party, person: Some(person), terms, until_ms: None };
        let done = app.say(key::proxies::IT_IS_GIVEN);
        app.act_from(kept.clone(), body, vec![blob], (done, Goal::Proxies(None)));
    };
    view! {
        {section(app.say(key::proxies::GIVE_A_MANDATE), String::new(), "")}
        {card(vec![
            whom(app, typed),
            which,
            marks,
            text_box("said", (app.say(key::proxies::WHAT_ELSE), app.say(key::proxies::IF_ANYTHING)), said, TOLD),
            para("ys-s ys-2", app.say(key::proxies::WHO_SEES_IT)),
            signer(app, ready, press),
            problem(app),
        ])}
    }
}

/// Whose code it is: longer than a line of a phone, so that it takes two.
fn whom(app: App, code: Live<String>) -> View {
    view! {
        <label class="ys-b" for="code">{app.say(key::proxies::THEIR_CODE)}</label>
        <textarea
            id="code"
            class="weui-textarea ys-code ys-gap-2"
            rows="2"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="codehow"
            prop:value=move || code.get()
            on:input=move |event| code.set(typed_in(&event))
        ></textarea>
        <p class="ys-s ys-2 ys-gap-1" id="codehow">{app.say(key::proxies::HOW_TO_GET_IT)}</p>
    }
}

/// For which home, in which vote.
fn which_home(app: App, open: &[Open], chosen: Live<Chosen>) -> View {
    let one = |((vote, _, homes), place): (&Open, usize)| {
        let words = format!("{} {homes}", pick(app, &vote.text.title));
        let pressed = move || chosen.with(|chosen| chosen.0 == place);
        chip(words, pressed, move || chosen.set((place, Vec::new())))
    };
    let chips = open.iter().zip(0..).map(one).draw_all();
    view! { <div class="ys-chips ys-gap-3">{chips}</div> }
}

/// What the proxy is to mark: for a resolution one of its answers, or as they see fit. Who is elected is theirs to say.
fn items(app: App, vote: &Vote, chosen: Live<Chosen>) -> View {
    let item =
        |((item, text), place): ((&yishi_protocol::body::Item, &yishi_protocol::blob::ItemText), usize)| {
            let answer = |mark: Option<u32>| {
                let words = match mark {
                    None => app.say(key::proxies::THEY_DECIDE).to_owned(),
                    Some(mark) => mark_word(app, None, mark),
                };
                let pressed = move || chosen.with(|chosen| chosen.1.get(place).copied().flatten() == mark);
                let press = move || {
                    chosen.update(|chosen| {
                        let needed = place.saturating_add(1);
                        if chosen.1.len() < needed {
                            chosen.1.resize(needed, None);
                        }
                        if let Some(told) = chosen.1.get_mut(place) {
                            *told = mark;
                        }
                    });
                };
                chip(words, pressed, press)
            };
            let answers = match item.method {
                Method::Resolution => [None, Some(0), Some(1), Some(2)].into_iter().map(answer).draw_all(),
                Method::Election => para("ys-s ys-2", app.say(key::proxies::THEY_DECIDE)),
            };
            view! { <p class="ys-gap-2">{pick(app, &text.title)}</p> <div class="ys-chips">{answers}</div> }
        };
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(0..);
    items.map(item).draw_all()
}

/// By which an owner names me: to be scanned, sent or read out.
fn code(app: App, me: PersonId) -> View {
    let address = app.page(&Goal::Proxies(Some(me)).address());
    view! {
        {card(vec![
            para("", app.say(key::proxies::SHOW_THIS_TO_THE_OWNER)),
            qr::drawn(&address, app.say(key::proxies::MY_CODE)),
            para("ys-code ys-b", typed::grouped(&me)),
            para("ys-s ys-2", app.say(key::proxies::HOW_MANY_HOMES)),
        ])}
        {acts(vec![share(app, Goal::Proxies(Some(me)))])}
    }
}
