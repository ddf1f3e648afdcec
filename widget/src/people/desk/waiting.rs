//! 等第二人确认: what somebody did alone and another person has to stand behind. Each act is opened with its proof before a
//! word of it is believed.

use leptos::prelude::*;
use yishi_protocol::body::{Body, Capability, Confirm, RevokeReason};
use yishi_protocol::calendar::local_day;
use yishi_protocol::id::EntryId;

use crate::desk::acts::Form;
use crate::desk::dates::{day_words, due};
use crate::desk::forms::{card, hint, list, nothing, row, signing, title};
use crate::desk::waits::Waiting;
use crate::desk::{Desk, Page, Tab, settings};
use crate::kit::parts::fact;
use crate::kit::tell;
use crate::people::desk::{changes, joint, roster};
use crate::proofs::device;
use crate::words::Lang;

/// So many people of one act are named.
const NAMED: usize = 12;

/// What whoever confirms says by it.
fn sentence(desk: Desk, act: &Waiting) -> &'static str {
    match &act.body {
        Body::Codes(_) if act.lapses_ms.is_some() => desk.say(
            "你确认：这些人都核对过，信确实该发给他们。收信人已经有手机的，用新信登记以后，旧手机就不能签名了。没有核对过的，不要确认。",
            "You confirm that these people were checked and that the letters are theirs. Where somebody has a phone, the new letter retires it. Do not confirm what you have not checked.",
        ),
        Body::Codes(_) => desk.say(
            "你确认：这些人都核对过，信确实交到了本人手里。确认以前，他们的手机可以说话，投的票不计入。",
            "You confirm that these people were checked and that the letters reached them. Until then their phones speak, but their ballots are not taken.",
        ),
        Body::EnrolInPerson(_) if act.lapses_ms.is_some() => desk.say(
            "你确认：见过本人，核对过证件，这台手机是本人的。确认以后旧手机就不能签名了。",
            "You confirm that you met this person, checked their papers, and that the phone is theirs. It retires their earlier one.",
        ),
        Body::Revoke(_) => desk.say(
            "你确认：核对过缘由，这台手机该作废。它签过的仍然算数，以后不能再签。",
            "You confirm the reason. What the phone signed stands; it signs no more.",
        ),
        Body::Representative(_) => desk.say(
            "你确认：看过文件原件，文件说的就是由这位替这套房投票。",
            "You confirm that you saw the document itself, and that it says who votes for this home.",
        ),
        Body::Roll(_) | Body::RollChange(_) => desk.say(
            "你确认：上面这些都核对过，人数和面积和登记资料一致。确认以后，新公示的表决都用这份名册；已经公示的不变。",
            "You confirm that all of this was checked against the register. Votes noticed from then on use the roll; those noticed already do not.",
        ),
        Body::Bylaws(_) => desk.say(
            "你确认：看过业主大会通过的规约原件，上面这些规定和它一致，指纹也对。须由另一个单位的人确认。",
            "You confirm that these settings are those of the bylaws that the owners adopted, and that the document is the one named. It takes somebody of another organisation.",
        ),
        _ => desk.say(
            "你确认：和本人对过，这台手机是本人的。有第二个人确认了手机，给职务的人也确认了，职务才生效。",
            "You confirm with the person that this phone is theirs. The office takes effect once a second person and whoever gave it have.",
        ),
    }
}

fn by(desk: Desk, act: &Waiting) -> String {
    match &act.speaker {
        Some(speaker) => tell::speaker(desk.app, speaker),
        None => desk.say("建库密钥", "a root").to_owned(),
    }
}

pub(crate) fn reason(desk: Desk, reason: RevokeReason) -> &'static str {
    match reason {
        RevokeReason::Deceased => desk.say("本人去世", "the person has died"),
        RevokeReason::Invalid => desk.say("本来就不该登记", "it should never have been let in"),
        RevokeReason::Lost => desk.say("丢了", "lost"),
        RevokeReason::MovedAway => desk.say("搬走了", "moved away"),
        RevokeReason::Replaced => desk.say("换了手机", "replaced"),
        RevokeReason::Stolen => desk.say("被偷或被人用过", "stolen, or used by somebody else"),
    }
}

/// The list of all that waits.
pub(crate) fn tab(desk: Desk) -> AnyView {
    let drawn = move || {
        let now_ms = desk.now_ms();
        let waiting = desk.data.with(|data| data.waiting.clone());
        let remark = desk
            .either(format!("{} 件，先来的在前", waiting.len()), format!("{}, oldest first", waiting.len()));
        let line = |act: &Waiting| {
            let (when, class) = match act.lapses_ms {
                Some(lapses_ms) => {
                    let (day, class) = due(desk.lang(), lapses_ms, now_ms);
                    (desk.either(format!("{day}作废"), format!("lapses {day}")), class)
                }
                None => (
                    desk.say("已经生效，只有一个人经手", "in force, one person alone behind it").to_owned(),
                    "",
                ),
            };
            let since = day_words(desk.lang(), local_day(act.since_ms));
            let about = format!("{} · {since} · {when}", by(desk, &act));
            let class = if class == "bad" { "ys-bad" } else { "" };
            let side = match (act.yours, act.mine) {
                (true, _) => (desk.say("去确认", "confirm").to_owned(), "ys-info ys-b"),
                (false, true) => (desk.say("等另一位", "somebody else").to_owned(), ""),
                (false, false) => (desk.say("等有权限的人", "others").to_owned(), ""),
            };
            let page = act.yours.then_some(Page::People(Tab::Confirm(act.entry)));
            row(desk, capital(desk, act.named(desk.lang())), (about, class), side, page)
        };
        let rows: Vec<AnyView> = waiting.iter().map(line).collect();
        let body = if rows.is_empty() {
            nothing(desk.say("没有等确认的。", "Nothing waits."))
        } else {
            list(rows, "")
        };
        card(desk.say("等第二人确认", "Waiting for a second person"), remark, body)
    };
    view! {
        {drawn}
        {hint("", desk.say(
            "能顶替别人身份的事，一个人办不成：要另一位经办人确认。14 天没人确认就作废。",
            "What could take somebody's place takes two persons. After 14 days unconfirmed it lapses.",
        ))}
    }
    .into_any()
}

/// English sentences begin with a capital.
fn capital(desk: Desk, words: String) -> String {
    match desk.lang() {
        Lang::Zh => words,
        Lang::En => {
            let mut signs = words.chars();
            signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
        }
    }
}

/// One act, with what confirming it means.
pub(crate) fn confirm(desk: Desk, entry: EntryId) -> AnyView {
    let back = Some(Page::People(Tab::Waiting));
    let heading = title(desk, desk.say("确认", "Confirm").to_owned(), back.clone());
    let act = desk.data.with_untracked(|data| data.waiting.iter().find(|act| act.entry == entry).cloned());
    let Some(act) = act else {
        let words = desk.say("这件已经确认过，或者作废了。", "It was confirmed meanwhile, or has lapsed.");
        return view! { {heading} {card(desk.say("没有要确认的", "Nothing to confirm"), "", nothing(words))} }.into_any();
    };
    let form = Form::new(desk, format_args!("confirm/{entry}"));
    let signed = move || {
        form.sign(Ok((Confirm { entry }.into(), vec![])), move |_| {
            let words = desk.say("已确认，马上生效", "Confirmed; it is in force").to_owned();
            desk.done(Page::People(Tab::Waiting), words);
        });
    };
    // Whoever stands behind a roll has seen what it changes.
    let seen = RwSignal::new(!act.is_roll());
    let difference = act.is_roll().then(|| changes::difference(desk, entry, act.body.clone(), seen));
    let missing = move || (!seen.get()).then(|| desk.say("先看改了哪些", "First see what changes"));
    let since = desk.lang().moment(act.since_ms);
    let lapses = act.lapses_ms.map(|lapses_ms| desk.lang().deadline(lapses_ms));
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say("谁办的", "Done by"), by(desk, &act))}
            {fact(desk.say("什么时候", "When"), since)}
            {lapses.map(|lapses| fact(desk.say("不确认就作废", "Lapses"), lapses))}
            {about(desk, &act.body)}
        </dl>
        {people(desk, &act)}
        {match &act.body {
            Body::Bylaws(bylaws) => settings::settings(desk, &desk.app.settings(), &bylaws.settings),
            _ => ().into_any(),
        }}
        {difference}
        {hint("ys-note_wait", sentence(desk, &act))}
        {signing(desk, desk.say("我确认，签名", "I confirm, sign"), missing, signed)}
        {form.note()}
    }
    .into_any();
    view! { {heading} {card(capital(desk, act.named(desk.lang())), "", body)} }.into_any()
}

/// What else the act says.
fn about(desk: Desk, body: &Body) -> AnyView {
    let digest = |words: &'static str, digest: String| {
        view! { <div><dt>{words}</dt><dd class="ys-code ys-s">{digest}</dd></div> }.into_any()
    };
    match body {
        Body::EnrolInPerson(body) => {
            fact(desk.say("手机上的六位数字", "The phone's six digits"), device::number(&body.device))
        }
        Body::Revoke(body) => fact(desk.say("缘由", "Why"), reason(desk, body.reason)),
        Body::Bylaws(body) => {
            digest(desk.say("规约文件的指纹", "The document's SHA-256"), body.document.to_string())
        }
        Body::Representative(body) => digest(
            desk.say("文件的指纹", "The document's SHA-256"),
            body.document.map(|document| document.to_string()).unwrap_or_default(),
        ),
        Body::Codes(body) => {
            fact(desk.say("信的有效期", "The letters work until"), desk.lang().deadline(body.expires_ms))
        }
        _ => ().into_any(),
    }
}

/// Who the people of an act are, and of which home, where we may know.
fn people(desk: Desk, act: &Waiting) -> AnyView {
    let knows = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    let persons = act.persons();
    if persons.is_empty() || !knows {
        return ().into_any();
    }
    let roster = roster::read(desk);
    let (heading, party) = match &act.body {
        Body::Codes(_) => (desk.say("给谁", "For whom"), None),
        Body::Representative(body) => {
            (desk.say("由谁投，哪套房", "Who votes, for which home"), Some(body.party))
        }
        _ => (desk.say("谁的手机", "Whose phone"), None),
    };
    let home = move || party.and_then(|party| roster.with(|people| joint::home(desk, people, party))?);
    let names = move || {
        let rows = persons.iter().take(NAMED).map(|person| {
            let words = roster.find(person).map_or_else(
                || person.to_string().chars().take(6).collect(),
                |someone| format!("{} · {}", someone.called(desk), someone.lives(desk)),
            );
            view! { <li><span>{words}</span></li> }
        });
        let home = home().map(|home| {
            let words = desk.either(format!("投这套房：{home}"), format!("for {home}"));
            view! { <li><b>{words}</b></li> }
        });
        let left = persons.len().saturating_sub(NAMED);
        view! {
            <ul class="ys-log">{rows.collect_view()}{home}</ul>
            {(left > 0).then(|| desk.either(format!("还有 {left} 位。"), format!("{left} more.")))}
        }
    };
    view! { <h3 class="ys-b ys-gap-3">{heading}</h3> {names} }.into_any()
}
