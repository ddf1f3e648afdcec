//! 证据和卷宗: handing out the evidence of a vote, to an auditor as an export, to a court as a file that opens itself. Every time,
//! the log says who asked.

use js_sys::Array;
use leptos::prelude::GetValue;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};
use yishi_protocol::body::{Access, Capability};
use yishi_protocol::id::AgendaId;

use crate::desk::Desk;
use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, signing, small};
use crate::draw::{View, view};
use crate::live::Live;
use crate::proofs::evidence::EvidenceFiles;
use crate::words::key;
use crate::words::trouble::Trouble;

/// Addresses of the two files in this browser, for as long as the page stands.
#[derive(Clone, PartialEq)]
struct Ready {
    export: String,
    court_file: String,
}

impl Ready {
    fn of(files: &EvidenceFiles) -> Option<Self> {
        Some(Self {
            export: address(&files.export, "application/x-ndjson")?,
            court_file: address(&files.court_file, "text/html")?,
        })
    }
}

fn address(text: &str, kind: &str) -> Option<String> {
    let about = BlobPropertyBag::new();
    about.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &about).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// The card of whoever may hand it out; nothing for anybody else.
pub(crate) fn handing_out(desk: Desk, agenda: AgendaId) -> View {
    if !desk.may(Capability::Evidence) {
        return View::Nothing;
    }
    let form = Form::new(desk, format_args!("evidence/{agenda}"));
    let (ready, trouble) = (Live::new(None::<Ready>), Live::new(None::<Trouble>));
    let signed = move || {
        form.sign(Ok((Access { agenda }.into(), vec![])), move |_| {
            spawn_local(async move {
                let Some(mut session) = desk.app.session.get_untracked() else { return };
                match session.evidence(&agenda, &desk.app.server.get_value()).await {
                    Ok(files) => ready.set(Ready::of(&files)),
                    Err(why) => trouble.set(Some(why)),
                }
            });
        });
    };
    let found = move || {
        let why = trouble.get().map(|why| {
            let (what, todo) = desk.lang().trouble(&why);
            hint("ys-note_bad", format!("{what} {todo}"))
        });
        let files = ready.get().map(|ready| {
            let name = |kind: &str| format!("yishi-{}.{kind}", agenda.to_string().split_at(8).0);
            view! {
                <p class="ys-gap-3"><a class="weui-btn weui-btn_primary" download=name("html") href=ready.court_file>{desk.say(key::desk_evidence::SAVE_THE_COURT_FILE)}</a></p>
                {small(desk.say(key::desk_evidence::WHAT_A_COURT_FILE_IS))}
                <p class="ys-gap-2"><a class="ys-link" download=name("jsonl") href=ready.export>{desk.say(key::desk_evidence::SAVE_THE_EXPORT)}</a></p>
                {small(desk.say(key::desk_evidence::KEEP_IT_SAFE))}
            }
        });
        view! { {why} {files} }
    };
    let body = view! {
        {small(desk.say(key::desk_evidence::WHAT_IT_HOLDS))}
        {signing(desk, desk.say(key::desk_evidence::SIGN_AND_FETCH), || None, signed)}
        {form.note()}
        {found}
    };
    card(desk.say(key::desk_evidence::EVIDENCE), "", body)
}
