//! Asks the network, by the browser's own `fetch`: a library around it brought streams that nothing here reads.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::task::Poll;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

thread_local! {
    /// The loader's way to ask: it gives what it has asked for already while the window came, once and while it is new, since
    /// on a slow line each answer that is waited for costs a sixth of a second; all else it asks the browser.
    static ASK: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Asks through the loader from here on.
pub(crate) fn begin(ask: js_sys::Function) {
    ASK.set(Some(ask));
}

/// What is asked, beside the address.
#[derive(Debug, Default)]
pub(crate) struct Asking<'a> {
    /// Who asks: the header `Authorization`.
    pub(crate) pass: Option<&'a str>,
    /// JSON to be posted; without it, something is got.
    pub(crate) json: Option<&'a str>,
    /// The hash that the answer must have, as the attribute `integrity` says it.
    pub(crate) integrity: Option<&'a str>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answered {
    /// Whether the answer is what was asked for, by its status.
    pub(crate) ok: bool,
    /// Whether the same may be asked later: too much was asked, or the server cannot answer now (RFC 6585, 4; RFC 9110, 15.6).
    pub(crate) later: bool,
    /// The server's clock, in milliseconds since 1970; 0 if it said none.
    pub(crate) now_ms: u64,
    /// All of it.
    pub(crate) text: String,
}

/// Waits for several at once; the answers stand in the order of what was asked. Few enough that asking each again whenever
/// one has come costs nothing, and a library that asks only that one weighs 5 kB before it is packed.
pub(crate) async fn all<T>(asked: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = asked.map(|one| (Box::pin(one), None)).collect();
    poll_fn(|context| {
        let mut pending = false;
        for (one, answer) in waiting.iter_mut().filter(|(_, answer)| answer.is_none()) {
            match one.as_mut().poll(context) {
                Poll::Ready(ready) => *answer = Some(ready),
                Poll::Pending => pending = true,
            }
        }
        if pending { Poll::Pending } else { Poll::Ready(()) }
    })
    .await;
    waiting.into_iter().filter_map(|(_, answer)| answer).collect()
}

/// The answer; none if nothing came back, not all of it, or something of another hash.
pub(crate) async fn fetch(address: &str, asked: &Asking<'_>) -> Option<Answered> {
    fetched(address, asked).await.ok()
}

async fn fetched(address: &str, asked: &Asking<'_>) -> Result<Answered, JsValue> {
    let (init, headers) = (RequestInit::new(), Headers::new()?);
    if let Some(pass) = asked.pass {
        headers.set("authorization", &format!("Yishi-Pass {pass}"))?;
    }
    if let Some(json) = asked.json {
        init.set_method("POST");
        init.set_body(&json.into());
        headers.set("content-type", "application/json")?;
    }
    if let Some(integrity) = asked.integrity {
        init.set_integrity(integrity);
    }
    init.set_headers(&headers);
    let ask = ASK.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let asked: js_sys::Promise = ask.call2(&JsValue::NULL, &address.into(), &init)?.unchecked_into();
    let answer: Response = JsFuture::from(asked).await?.unchecked_into();
    let now_ms = answer.headers().get("yishi-now")?.and_then(|now| now.parse().ok()).unwrap_or_default();
    let text = JsFuture::from(answer.text()?).await?.as_string().unwrap_or_default();
    let later = answer.status() == 429 || answer.status() >= 500;
    Ok(Answered { ok: answer.ok(), later, now_ms, text })
}
