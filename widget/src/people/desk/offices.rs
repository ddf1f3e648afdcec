//! 谁担任什么: who holds which office, since when and by whose hand; and ending one.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::{Capability, RevokeGrant};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::EntryId;
use yishi_protocol::view::{OfficeView, Officer, OrgView};

use crate::desk::acts::Form;
use crate::desk::dates::full;
use crate::desk::forms::{card, hint, lead, list, nothing, row, signing, title};
use crate::desk::{Desk, Page, Tab, words};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::people::desk::choose::roster_if_known;
use crate::people::desk::roster::Roster;

/// What a person is called: by name where we may know it, else as screens call them.
fn called(desk: Desk, roster: Option<Roster>, officer: &Officer) -> String {
    let someone = roster.and_then(|roster| roster.find(&officer.person));
    let name = someone.and_then(|someone| {
        let home = someone.homes.first().cloned();
        Some([Some(someone.name?), home].into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    name.unwrap_or_else(|| words::officer(desk, officer))
}

/// By whose hand an office came.
fn giver(desk: Desk, roster: Option<Roster>, office: &OfficeView) -> String {
    let Some(by) = office.by else { return desk.say(key::desk_common::A_ROOT).to_owned() };
    if desk.me() == Some(by) {
        return desk.say(key::common::YOU).to_owned();
    }
    let officer = desk.data.with_untracked(|data| data.officers.iter().find(|one| one.person == by).cloned());
    let someone = roster.and_then(|roster| roster.find(&by));
    match (officer, someone) {
        (Some(officer), _) => called(desk, roster, &officer),
        (None, Some(someone)) => someone.called(desk),
        (None, None) => desk.say(key::desk_offices::A_FORMER_OFFICER).to_owned(),
    }
}

/// Whether we may end it: we gave it, or hold it.
fn is_ours(desk: Desk, officer: &Officer, office: &OfficeView) -> bool {
    let me = desk.me();
    me.is_some() && (office.by == me || Some(officer.person) == me)
}

fn office_row(desk: Desk, roster: Option<Roster>, officer: &Officer, office: &OfficeView) -> View {
    let lang = desk.lang();
    let who = called(desk, roster, officer);
    let title = office.title.as_ref().map(|title| pick(desk.app, title));
    let role = words::role(desk, office.role);
    let what = match title.filter(|title| *title != role && *title != who) {
        Some(title) => desk.fill(key::desk_offices::mark(&title, &role)),
        None => role.to_owned(),
    };
    let since = full(lang, local_day(office.since_ms));
    let until = full(lang, local_day(office.until_ms.saturating_sub(1)));
    let by = giver(desk, roster, office);
    let mut about = desk.fill(key::desk_offices::from_to_given_by(&since, &until, &by));
    if let Some(reach) = words::reach(desk, &office.reach) {
        about = desk.fill(key::desk_offices::only(&about, &reach));
    }
    let (side, class) = match (office.waits, is_ours(desk, officer, office)) {
        (true, _) => (desk.say(key::desk_offices::PHONE_UNCONFIRMED), "ys-warn"),
        (false, true) => (desk.say(key::desk_offices::MAY_BE_ENDED), "ys-s"),
        (false, false) => ("", ""),
    };
    let name = desk.fill(key::desk_offices::mark_2(&who, &what));
    let page = is_ours(desk, officer, office).then_some(Page::People(Tab::End(office.grant)));
    row(desk, name, (about, ""), (side.to_owned(), class), page)
}

fn org_card(desk: Desk, roster: Option<Roster>, org: &OrgView, officers: &[Officer]) -> View {
    let offices =
        officers.iter().flat_map(|officer| officer.offices.iter().map(move |office| (officer, office)));
    let rows: Vec<_> = offices
        .filter(|(_, office)| office.org == org.org)
        .map(|(officer, office)| office_row(desk, roster, officer, office))
        .collect();
    let kind = words::org_kind(desk, org.kind);
    let name = words::org(desk, org);
    let mut remark: Vec<&str> = Vec::new();
    if name != kind {
        remark.push(kind);
    }
    if org.has_root {
        remark.push(desk.say(key::desk_offices::KEEPS_A_ROOT));
    }
    card(name, remark.join(" · "), list(rows, desk.say(key::desk_offices::NOBODY_YET)))
}

/// All organisations with their people.
pub(crate) fn tab(desk: Desk) -> View {
    let roster = roster_if_known(desk);
    let drawn = move || {
        let (orgs, officers) = desk.data.with(|data| (data.orgs.clone(), data.officers.clone()));
        orgs.iter().map(|org| org_card(desk, roster, org, &officers)).draw_all()
    };
    let gives = desk.may(Capability::Grant);
    view! {
        {gives.then(|| view! {
            <div class="ys-tabs">
                {lead(
                    desk,
                    "weui-btn_line weui-btn_mini",
                    desk.say(key::desk_common::GIVE_AN_OFFICE),
                    Page::People(Tab::Give(None)),
                )}
            </div>
        })}
        {drawn}
        {hint("", desk.say(
            key::desk_offices::EVERYBODY_CAN_SEE_WHO_HOLDS,
        ))}
    }
}

/// One office, and the step of ending it.
pub(crate) fn end(desk: Desk, grant: EntryId) -> View {
    let back = Page::People(Tab::Offices);
    let heading = title(desk, desk.say(key::desk_offices::END_AN_OFFICE).to_owned(), Some(back.clone()));
    let found = desk.data.with_untracked(|data| {
        let mut offices = data
            .officers
            .iter()
            .flat_map(|officer| officer.offices.iter().map(move |office| (officer, office)));
        offices
            .find(|(_, office)| office.grant == grant)
            .map(|(officer, office)| (officer.clone(), office.clone()))
    });
    let Some((officer, office)) = found else {
        let words = desk.say(key::desk_offices::IT_HAS_ENDED_ALREADY);
        return view! { {heading} {card(desk.say(key::desk_offices::NOTHING_TO_END), "", nothing(words))} };
    };
    let roster = roster_if_known(desk);
    let form = Form::new(desk, format_args!("end/{grant}"));
    let again = (office.org, office.role);
    let gives = desk.may(Capability::Grant);
    let signed = move || {
        form.sign(Ok((RevokeGrant { grant }.into(), vec![])), move |_| {
            let words = desk.say(key::desk_offices::THE_OFFICE_HAS_ENDED);
            // At a change of term somebody else comes next.
            let next = if gives { Tab::Give(Some(again)) } else { Tab::Offices };
            let more = if gives { desk.say(key::desk_offices::GIVE_IT_TO_SOMEBODY_ELSE) } else { "" };
            desk.done(Page::People(next), format!("{words}{more}"));
        });
    };
    let own = desk.me() == Some(officer.person);
    let caps: Vec<_> = office.caps.iter().map(|cap| words::capability(desk, *cap)).collect();
    let who = move || called(desk, roster, &officer);
    let body = view! {
        <dl class="ys-kv">
            <div><dt>{desk.say(key::desk_offices::WHO)}</dt><dd>{who}</dd></div>
            {fact(desk.say(key::desk_offices::OFFICE), words::role(desk, office.role))}
            {fact(desk.say(key::desk_offices::MAY), caps.join(desk.say(key::common::MARK)))}
            {fact(desk.say(key::desk_offices::UNTIL), full(desk.lang(), local_day(office.until_ms.saturating_sub(1))))}
        </dl>
        {hint("ys-note_wait", if own {
            desk.say(
                key::desk_offices::YOU_END_YOUR_OWN_OFFICE,
            )
        } else {
            desk.say(
                key::desk_offices::YOU_END_THIS_OFFICE_AT,
            )
        })}
        {signing(desk, desk.say(key::desk_offices::SIGN_AND_END_IT), || None, signed)}
        {form.note()}
    };
    view! { {heading} {card(desk.say(key::desk_offices::WHAT_ENDS), "", body)} }
}
