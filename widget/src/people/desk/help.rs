//! 电话和办公时间: where an organisation is found and rung, for whoever wants paper or has no smartphone; said, seen, taken down.

use leptos::prelude::*;
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{Capability, HelpLine, HelpText};
use yishi_protocol::id::OrgId;
use yishi_protocol::projection::Help;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{card, choice, hint, line, shown, signing, title};
use crate::desk::{Desk, Page, words};
use crate::draw::{View, view};
use crate::kit::parts::{fact, para};
use crate::kit::tell::pick;
use crate::live::Live;
use crate::proofs::act::salt;
use crate::words::key;

/// The page.
pub(crate) fn page(desk: Desk) -> View {
    let found = desk.reading(async |session| session.help().await);
    view! {
        {title(desk, desk.say(key::desk_chrome::HELP).to_owned(), None)}
        {shown(desk, found, move |lines| drawn(desk, &lines))}
    }
}

/// The organisations for which we say where they are found: by an office without limits.
fn own(desk: Desk) -> Vec<OrgId> {
    let mut own: Vec<OrgId> = desk.data.with_untracked(|data| {
        let says = data
            .grants
            .iter()
            .filter(|grant| grant.caps.contains(&Capability::Raise) && grant.reach.is_everywhere());
        says.map(|grant| grant.org).collect()
    });
    own.sort_unstable();
    own.dedup();
    own
}

fn drawn(desk: Desk, lines: &[Help]) -> View {
    let own = own(desk);
    let standing: Vec<View> = lines
        .iter()
        .map(|help| {
            let down = own.contains(&help.org).then(|| take_down(desk, help.org));
            view! { <dl class="ys-kv ys-kv_top">{facts(desk, help)}</dl> {down} }
        })
        .collect();
    let none = standing.is_empty().then(|| para("ys-2", desk.say(key::desk_help::NOTHING_IS_SHOWN)));
    let says = if own.is_empty() {
        hint("", desk.say(key::desk_help::YOUR_OFFICE_HAS_LIMITS))
    } else {
        card(desk.say(key::desk_help::SAY_IT), "", form(desk, &own, lines))
    };
    view! {
        {card(desk.say(key::desk_help::SHOWN_NOW), "", view! { {none} {standing} })}
        {says}
        {hint("", desk.say(key::desk_help::WHY_TWO))}
    }
}

/// Words with every translation: whoever stands behind them has seen what others will read.
fn all(words: &Words) -> String {
    let more = words.more.iter().map(|(lang, text)| format!(" · {lang}: {text}"));
    more.fold(words.text.clone(), |all, more| all + &more)
}

/// What a line says, as facts.
pub(crate) fn facts(desk: Desk, help: &Help) -> View {
    let text = &help.text;
    let name = help.name.as_ref().map(|name| pick(desk.app, name));
    let name = name.unwrap_or_else(|| words::org_kind(desk, help.kind).to_owned());
    view! {
        {fact(desk.say(key::desk_help::ORGANISATION), name)}
        {fact(desk.say(key::desk_help::PURPOSE), all(&text.purpose))}
        {fact(desk.say(key::desk_help::PLACE), all(&text.place))}
        {fact(desk.say(key::desk_help::HOURS), all(&text.hours))}
        {fact(desk.say(key::desk_help::TELEPHONE), text.telephone.clone())}
    }
}

/// Taking one down, behind a fold: it is done at once, and to bring it back takes two.
fn take_down(desk: Desk, org: OrgId) -> View {
    let act = Form::new(desk, format_args!("no-help/{org}"));
    let signed = move || {
        act.sign(Ok((HelpLine { org, text: None }.into(), vec![])), move |_| {
            desk.done(Page::Help, desk.say(key::desk_help::TAKEN_DOWN).to_owned());
        });
    };
    view! {
        <details class="ys-more">
            <summary>{desk.say(key::desk_help::TAKE_IT_DOWN)}</summary>
            {signing(desk, desk.say(key::desk_help::SIGN_AND_TAKE_IT_DOWN), || None, signed)}
            {act.note()}
        </details>
    }
}

fn form(desk: Desk, own: &[OrgId], lines: &[Help]) -> View {
    let act = Form::new(desk, "help");
    let options: Vec<(String, String)> = desk.data.with_untracked(|data| {
        let ours = data.orgs.iter().filter(|org| own.contains(&org.org));
        ours.map(|org| (org.org.to_string(), words::org(desk, org))).collect()
    });
    // A form for one organisation begins with what stands; for several, with nothing of any.
    let only = if let [only] = own { lines.iter().find(|help| help.org == *only) } else { None };
    let first = |of: fn(&HelpText) -> &str| only.map(|help| of(&help.text).to_owned());
    let usual = desk.say(key::desk_help::USUAL_PURPOSE).to_owned();
    let org = act.field("org", own.first().map(ToString::to_string).unwrap_or_default());
    let purpose = act.field("purpose", first(|text| &text.purpose.text).unwrap_or(usual));
    let place = act.field("place", first(|text| &text.place.text).unwrap_or_default());
    let hours = act.field("hours", first(|text| &text.hours.text).unwrap_or_default());
    let telephone = act.field("telephone", first(|text| &text.telephone).unwrap_or_default());
    let typed = move || {
        let said = |field: Live<String>| field.with(|typed| typed.trim().to_owned());
        let zh = |field| Words::zh(said(field));
        HelpText { hours: zh(hours), place: zh(place), purpose: zh(purpose), telephone: said(telephone) }
    };
    let missing = move || {
        let empty = [purpose, place, hours, telephone].into_iter().any(blank);
        match (empty, typed().is_well_formed()) {
            (true, _) => Some(desk.say(key::desk_help::SOMETHING_IS_MISSING)),
            (false, false) => Some(desk.say(key::desk_help::SOMETHING_IS_WRONG)),
            (false, true) => None,
        }
    };
    let signed = move || {
        let Ok(org) = org.get_untracked().parse::<OrgId>() else { return };
        let said = salt().map(|salt| {
            let text = Blob::record(BlobKind::HelpText, salt, &untrack(typed));
            (HelpLine { org, text: Some(text.id()) }.into(), vec![text])
        });
        act.sign(said, move |_| {
            desk.done(Page::Help, desk.say(key::desk_help::SIGNED_AND_WAITS).to_owned());
        });
    };
    let which =
        (own.len() > 1).then(|| choice("help-org", desk.say(key::desk_help::ORGANISATION), "", options, org));
    view! {
        {which}
        {line("help-purpose", "text", desk.say(key::desk_help::PURPOSE), "", purpose)}
        {line("help-place", "text", desk.say(key::desk_help::PLACE), desk.say(key::desk_help::SUCH_A_PLACE), place)}
        {line("help-hours", "text", desk.say(key::desk_help::HOURS), desk.say(key::desk_help::SUCH_HOURS), hours)}
        {line("help-telephone", "tel", desk.say(key::desk_help::TELEPHONE), desk.say(key::desk_help::ONE_NUMBER), telephone)}
        {signing(desk, desk.say(key::desk_help::SIGN), missing, signed)}
        {act.note()}
    }
}
