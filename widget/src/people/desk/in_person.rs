//! 当面登记: a phone let in for whoever stands at the desk without a letter. The phone shows its request, the clerk compares six
//! digits, and a second clerk confirms.

use leptos::prelude::*;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, EnrolInPerson};
use yishi_protocol::consent::standard_consent;
use yishi_protocol::id::PersonId;

use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, line, signing, small, title};
use crate::desk::{Desk, Page, Tab};
use crate::kit::parts::{fact, steps};
use crate::kit::qr;
use crate::people::desk::roster;
use crate::proofs::act;
use crate::proofs::device::{self, Ask, Request, Round, Shown};

pub(crate) fn page(desk: Desk, person: PersonId) -> AnyView {
    let back = Some(Page::People(Tab::Letters));
    let form = Form::new(desk, format_args!("in-person/{person}"));
    // The same for an hour: a phone that was asked before a reload still answers.
    let kept = form.field("round", "");
    let open = device::still_open(&kept.get_untracked(), desk.now_ms());
    let Some(round) = open.or_else(|| act::random().ok().map(Round::new)) else { return ().into_any() };
    if open.is_none() {
        kept.set(device::begun(round, desk.now_ms()));
    }
    let (link, digits) = (form.field("link", ""), form.field("digits", ""));
    let estate = desk.app.estate.to_string();
    // A scanner types what it reads; a link can be pasted.
    let request = Memo::new(move |_| match link.with(|link| device::pasted(link, &estate)) {
        Some(Shown::Request(request)) if request.round == round => Some(request),
        _ => None,
    });
    let missing = move || {
        let Some(request) = request.get() else {
            return Some(desk.say("先扫手机上的码", "Scan the phone's code first"));
        };
        let typed = digits.with(|digits| device::typed_digits(digits));
        match typed.len() {
            ..6 => Some(desk.say("输手机上的六位数字", "Type the phone's six digits")),
            _ if typed == device::digits(&request.device) => None,
            _ => Some(desk.say("数字对不上，不是这台手机", "The digits differ: it is another phone")),
        }
    };
    let signed = move || {
        let Some(request) = request.get_untracked() else { return };
        form.sign(Ok(said(person, &request)), move |_| {
            let words = desk.say("已登记，等另一位经办人确认", "Noted; another officer has to confirm it");
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    let wrong = move || {
        (link.with(|link| !link.trim().is_empty()) && request.get().is_none()).then(|| {
            hint(
                "ys-note_bad",
                desk.say(
                    "这不是刚才那台手机给的码。请他重新扫上面的码，再扫他的。",
                    "That is not the answer of the phone that scanned this code. Let it scan again.",
                ),
            )
        })
    };
    view! {
        {title(desk, desk.say("当面登记手机", "Let a phone in at the desk").to_owned(), back)}
        <div class="ys-cols">
            {card(desk.say("请本人用微信扫", "To be scanned by the person"), "", asked(desk, person, round))}
            {card(desk.say("核对手机", "Compare the phone"), "", view! {
                {who(desk, person)}
                {line("link", "text", desk.say("手机上的码", "The phone's code"), desk.say("用扫码枪扫，或粘贴链接", "by a scanner, or pasted"), link)}
                <div role="status">{wrong}</div>
                {line("digits", "text", desk.say("手机上的六位数字", "The phone's six digits"), desk.say("看着手机输", "read off the phone"), digits)}
                {hint("ys-note_wait", desk.say(
                    "你保证：见到了本人，看过证件。另一位经办人确认以后，这台手机才能用，他以前的手机停用。",
                    "You vouch that you met this person and saw their papers. Once another officer has confirmed it, this phone works and their earlier ones do not.",
                ))}
                {signing(desk, desk.say("签名登记", "Sign"), missing, signed)}
                {form.note()}
            }.into_any())}
        </div>
    }
    .into_any()
}

fn said(person: PersonId, request: &Request) -> (Body, Vec<Blob>) {
    let consent = standard_consent();
    let Request { device, device_sig, .. } = *request;
    (EnrolInPerson { consent: consent.id(), device, device_sig, person }.into(), vec![consent])
}

/// The code that the new phone scans, and what comes then.
fn asked(desk: Desk, person: PersonId, round: Round) -> AnyView {
    let url = desk.app.enrol_url(&Ask { desk: true, person, round }.text());
    let todo = steps(&[
        desk.say("本人用自己手机的微信扫上面的码。", "The person scans the code above with their phone."),
        desk.say("在手机上看过说明，按“是我本人，同意，继续”。", "They read what it says and agree."),
        desk.say("手机上会出来另一个码和六位数字。", "The phone shows a code of its own and six digits."),
    ]);
    view! {
        {qr::drawn(&url, desk.say("二维码：请本人用微信扫", "QR code, to be scanned by the person"))}
        {todo}
        {small(desk.say("扫不了码，把这个链接发给他：", "Without a camera, send them this link:"))}
        <p class="ys-s ys-code ys-whole">{url}</p>
    }
    .into_any()
}

fn who(desk: Desk, person: PersonId) -> AnyView {
    let roster = roster::read(desk);
    let words = move || {
        let someone = roster.find(&person);
        let called = someone.map(|someone| format!("{} · {}", someone.called(desk), someone.lives(desk)));
        fact(desk.say("谁的手机", "Whose phone"), called.unwrap_or_else(|| "…".to_owned()))
    };
    view! { <dl class="ys-kv">{words}</dl> }.into_any()
}
