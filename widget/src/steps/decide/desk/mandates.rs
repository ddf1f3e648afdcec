//! Who votes for whom by a written mandate, for those who call on homes: never what a proxy was told.

use yishi_protocol::body::Capability;
use yishi_protocol::view::MandateRow;

use crate::desk::Desk;
use crate::desk::forms::{list, small};
use crate::desk::load::Current;
use crate::draw::{View, view};
use crate::kit::tell::pick;
use crate::people::desk::{joint, roster};
use crate::words::key;

/// The mandates of a vote; nothing if there is none.
pub(crate) fn card(desk: Desk, current: &Current) -> View {
    if current.mandates.is_empty() {
        return View::Nothing;
    }
    let title = desk.fill(key::desk_votes::mandates(&pick(desk.app, &current.vote.text.title)));
    // Whoever keeps neither the roll nor letters knows people by their ids alone.
    let knows = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    let roster = knows.then(|| roster::read(desk));
    let mandates = current.mandates.clone();
    let line = move |mandate: &MandateRow| {
        let short = |id: String| id.chars().take(6).collect::<String>();
        let home = roster.and_then(|all| all.with(|people| joint::home(desk, people, mandate.party))?);
        let proxy = roster.and_then(|all| all.find(&mandate.proxy)).map(|one| one.called(desk));
        let home = home.unwrap_or_else(|| short(mandate.party.to_string()));
        let proxy = proxy.unwrap_or_else(|| short(mandate.proxy.to_string()));
        let how = if mandate.on_paper { desk.say(key::desk_votes::BY_A_PAPER) } else { "" };
        let since = desk.lang().beginning(mandate.since_ms);
        let words = desk.fill(key::desk_votes::mandate(&home, &proxy, &since, &how));
        view! { <li>{words}</li> }
    };
    let lines = move || list(mandates.iter().map(&line).collect(), "");
    let body = view! { {lines} {small(desk.say(key::desk_votes::NEVER_WHAT_THEY_WERE_TOLD))} };
    crate::desk::forms::card(title, "", body)
}
