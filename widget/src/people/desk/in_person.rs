//! 当面登记: a phone let in for whoever stands at the desk without a letter. The phone shows its request, the clerk compares six
//! digits, and a second clerk confirms.

use crate::draw::{View, view};
use crate::words::key;
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
use crate::proofs::device::{self, Ask, AskNumber, Request, Shown};

pub(crate) fn page(desk: Desk, person: PersonId) -> View {
    let back = Some(Page::People(Tab::Letters));
    let form = Form::new(desk, format_args!("in-person/{person}"));
    // The same for an hour: a phone that was asked before a reload still answers.
    let kept = form.field("round", "");
    let open = device::still_open(&kept.get_untracked(), desk.now_ms());
    let Some(round) = open.or_else(|| act::random().ok().map(AskNumber::new)) else { return View::Nothing };
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
            return Some(desk.say(key::desk_in_person::SCAN_THE_PHONE_CODE_FIRST));
        };
        let typed = digits.with(|digits| device::typed_digits(digits));
        match typed.len() {
            ..6 => Some(desk.say(key::desk_in_person::TYPE_THE_PHONE_SIX_DIGITS)),
            _ if typed == device::digits(&request.device) => None,
            _ => Some(desk.say(key::desk_in_person::THE_DIGITS_DIFFER_IT_IS)),
        }
    };
    let signed = move || {
        let Some(request) = request.get_untracked() else { return };
        form.sign(Ok(said(person, &request)), move |_| {
            let words = desk.say(key::desk_in_person::NOTED_ANOTHER_OFFICER_HAS_TO);
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    let wrong = move || {
        (link.with(|link| !link.trim().is_empty()) && request.get().is_none())
            .then(|| hint("ys-note_bad", desk.say(key::desk_in_person::THAT_IS_NOT_THE_ANSWER)))
    };
    view! {
        {title(desk, desk.say(key::desk_in_person::LET_A_PHONE_IN_AT).to_owned(), back)}
        <div class="ys-cols">
            {card(desk.say(key::desk_in_person::TO_BE_SCANNED_BY_THE), "", asked(desk, person, round))}
            {card(desk.say(key::desk_in_person::COMPARE_THE_PHONE), "", view! {
                {who(desk, person)}
                {line("link", "text", desk.say(key::desk_in_person::THE_PHONE_CODE), desk.say(key::desk_in_person::BY_A_SCANNER_OR_PASTED), link)}
                <div role="status">{wrong}</div>
                {line("digits", "text", desk.say(key::desk_common::THE_PHONE_SIX_DIGITS), desk.say(key::desk_in_person::READ_OFF_THE_PHONE), digits)}
                {hint("ys-note_wait", desk.say(
                    key::desk_in_person::YOU_VOUCH_THAT_YOU_MET,
                ))}
                {signing(desk, desk.say(key::desk_in_person::SIGN), missing, signed)}
                {form.note()}
            })}
        </div>
    }
}

fn said(person: PersonId, request: &Request) -> (Body, Vec<Blob>) {
    let consent = standard_consent();
    let Request { device, device_sig, .. } = *request;
    (EnrolInPerson { consent: consent.id(), device, device_sig, person }.into(), vec![consent])
}

/// The code that the new phone scans, and what comes then.
fn asked(desk: Desk, person: PersonId, round: AskNumber) -> View {
    let url = desk.app.enrol_url(&Ask { desk: true, person, round }.text());
    let todo = steps(&[
        desk.say(key::desk_in_person::THE_PERSON_SCANS_THE_CODE),
        desk.say(key::desk_in_person::THEY_READ_WHAT_IT_SAYS),
        desk.say(key::desk_in_person::THE_PHONE_SHOWS_A_CODE),
    ]);
    view! {
        {qr::drawn(&url, desk.say(key::desk_in_person::QR_CODE_TO_BE_SCANNED))}
        {todo}
        {small(desk.say(key::desk_in_person::WITHOUT_A_CAMERA_SEND_THEM))}
        <p class="ys-s ys-code ys-whole">{url}</p>
    }
}

fn who(desk: Desk, person: PersonId) -> View {
    let roster = roster::read(desk);
    let words = move || {
        let someone = roster.find(&person);
        let called = someone.map(|someone| format!("{} · {}", someone.called(desk), someone.lives(desk)));
        fact(desk.say(key::desk_common::WHOSE_PHONE), called.unwrap_or_else(|| "…".to_owned()))
    };
    view! { <dl class="ys-kv">{words}</dl> }
}
