//! 谁担任什么: who holds which office, since when and by whose hand; and ending one.

use leptos::prelude::*;
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
    let Some(by) = office.by else { return desk.say("建库密钥", "a root").to_owned() };
    if desk.me() == Some(by) {
        return desk.say("你", "you").to_owned();
    }
    let officer = desk.data.with_untracked(|data| data.officers.iter().find(|one| one.person == by).cloned());
    let someone = roster.and_then(|roster| roster.find(&by));
    match (officer, someone) {
        (Some(officer), _) => called(desk, roster, &officer),
        (None, Some(someone)) => someone.called(desk),
        (None, None) => desk.say("卸任的人", "a former officer").to_owned(),
    }
}

/// Whether we may end it: we gave it, or hold it.
fn is_ours(desk: Desk, officer: &Officer, office: &OfficeView) -> bool {
    let me = desk.me();
    me.is_some() && (office.by == me || Some(officer.person) == me)
}

fn office_row(desk: Desk, roster: Option<Roster>, officer: &Officer, office: &OfficeView) -> AnyView {
    let lang = desk.lang();
    let who = called(desk, roster, officer);
    let title = office.title.as_ref().map(|title| pick(desk.app, title));
    let role = words::role(desk, office.role);
    let what = match title.filter(|title| *title != role && *title != who) {
        Some(title) => desk.either(format!("{title}（{role}）"), format!("{title} ({role})")),
        None => role.to_owned(),
    };
    let since = full(lang, local_day(office.since_ms));
    let until = full(lang, local_day(office.until_ms.saturating_sub(1)));
    let by = giver(desk, roster, office);
    let mut about = desk.either(
        format!("{since}起，到{until} · {by}给的"),
        format!("from {since} to {until} · given by {by}"),
    );
    if let Some(reach) = words::reach(desk, &office.reach) {
        about = desk.either(format!("{about} · 只管{reach}"), format!("{about} · only {reach}"));
    }
    let (side, class) = match (office.waits, is_ours(desk, officer, office)) {
        (true, _) => (desk.say("等确认手机", "phone unconfirmed"), "ys-warn"),
        (false, true) => (desk.say("可以结束", "may be ended"), "ys-s"),
        (false, false) => ("", ""),
    };
    let name = desk.either(format!("{who}：{what}"), format!("{who}: {what}"));
    let page = is_ours(desk, officer, office).then_some(Page::People(Tab::End(office.grant)));
    row(desk, name, (about, ""), (side.to_owned(), class), page)
}

fn org_card(desk: Desk, roster: Option<Roster>, org: &OrgView, officers: &[Officer]) -> AnyView {
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
        remark.push(desk.say("管着一把建库密钥", "keeps a root"));
    }
    card(name, remark.join(" · "), list(rows, desk.say("还没有人。", "Nobody yet.")))
}

/// All organisations with their people.
pub(crate) fn tab(desk: Desk) -> AnyView {
    let roster = roster_if_known(desk);
    let drawn = move || {
        let (orgs, officers) = desk.data.with(|data| (data.orgs.clone(), data.officers.clone()));
        orgs.iter().map(|org| org_card(desk, roster, org, &officers)).collect_view()
    };
    let gives = desk.may(Capability::Grant);
    view! {
        {gives.then(|| view! {
            <div class="ys-tabs">
                {lead(
                    desk,
                    "weui-btn_line weui-btn_mini",
                    desk.say("给一个职务", "Give an office"),
                    Page::People(Tab::Give(None)),
                )}
            </div>
        })}
        {drawn}
        {hint("", desk.say(
            "谁都看得到：谁担任什么、多久、谁给的。职务到期自己结束，也可以提前结束。",
            "Everybody can see who holds what, for how long and by whose hand. Offices end by themselves, or earlier.",
        ))}
    }
    .into_any()
}

/// One office, and the step of ending it.
pub(crate) fn end(desk: Desk, grant: EntryId) -> AnyView {
    let back = Page::People(Tab::Offices);
    let heading = title(desk, desk.say("结束职务", "End an office").to_owned(), Some(back.clone()));
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
        let words = desk.say("这个职务已经结束了。", "It has ended already.");
        return view! { {heading} {card(desk.say("没有要结束的", "Nothing to end"), "", nothing(words))} }
            .into_any();
    };
    let roster = roster_if_known(desk);
    let form = Form::new(desk, format_args!("end/{grant}"));
    let again = (office.org, office.role);
    let gives = desk.may(Capability::Grant);
    let signed = move || {
        form.sign(Ok((RevokeGrant { grant }.into(), vec![])), move |_| {
            let words = desk.say("职务已结束", "The office has ended");
            // At a change of term somebody else comes next.
            let next = if gives { Tab::Give(Some(again)) } else { Tab::Offices };
            let more = if gives {
                desk.say("。要交给别人，接着填", ". Give it to somebody else here")
            } else {
                ""
            };
            desk.done(Page::People(next), format!("{words}{more}"));
        });
    };
    let own = desk.me() == Some(officer.person);
    let caps: Vec<_> = office.caps.iter().map(|cap| words::capability(desk, *cap)).collect();
    let who = move || called(desk, roster, &officer);
    let body = view! {
        <dl class="ys-kv">
            <div><dt>{desk.say("谁", "Who")}</dt><dd>{who}</dd></div>
            {fact(desk.say("职务", "Office"), words::role(desk, office.role))}
            {fact(desk.say("能办", "May"), caps.join(desk.say("、", ", ")))}
            {fact(desk.say("本来到", "Until"), full(desk.lang(), local_day(office.until_ms.saturating_sub(1))))}
        </dl>
        {hint("ys-note_wait", if own {
            desk.say(
                "你确认：结束自己的这个职务。签名以后马上不能再办这些事，收不回来；要再当，得由别人再给。",
                "You end your own office. It is gone at once and cannot be taken back; somebody else would have to give it anew.",
            )
        } else {
            desk.say(
                "你确认：结束这个职务。签名以后马上不能再办这些事，已经办过的都算数；这个人给别人的职务还在，要另外结束。",
                "You end this office at once. What was done stands, and offices handed on by this person stand until they are ended too.",
            )
        })}
        {signing(desk, desk.say("签名，结束职务", "Sign and end it"), || None, signed)}
        {form.note()}
    }
    .into_any();
    view! { {heading} {card(desk.say("要结束的", "What ends"), "", body)} }.into_any()
}
