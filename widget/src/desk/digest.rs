//! The digest of a document: of a file that is chosen and never leaves this device, or as somebody else has computed it.

use crate::draw::{View, field_of, view};
use crate::live::Live;
use crate::words::key;
use leptos::task::spawn_local;
use sha2::{Digest, Sha256};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;
use yishi_protocol::id::Hash;

use crate::desk::Desk;
use crate::desk::field::Field;
use crate::desk::forms::{line, small};
use crate::kit::icons::icon;

const FILE: &str = "M12 15.5V4M7.5 8.5 12 4l4.5 4.5M4.5 15v4.5h15V15";

/// SHA-256 of a file's bytes, as it is written down.
fn of(bytes: &[u8]) -> String {
    Hash::from_bytes(Sha256::digest(bytes).into()).to_string()
}

/// A file to be chosen, by what it is called, and, below it, its digest, which can be typed as well.
pub(crate) fn field(desk: Desk, value: Field, (label, remark): (&'static str, &'static str)) -> View {
    let read = Live::new(None::<Result<String, ()>>);
    let take = move |event: Event| {
        let Some(input) = field_of(&event) else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let bytes = JsFuture::from(file.array_buffer()).await;
            match bytes {
                Ok(buffer) => {
                    value.set(of(&js_sys::Uint8Array::new(&buffer).to_vec()));
                    read.set(Some(Ok(file.name())));
                }
                Err(_) => read.set(Some(Err(()))),
            }
            // So that the same file can be chosen again.
            input.set_value("");
        });
    };
    let words = move || {
        read.get().map(|read| match read {
            Ok(name) => desk.fill(key::desk_digest::read(&name)),
            Err(()) => desk.say(key::desk_common::THE_BROWSER_READ_NOTHING_CHOOSE).to_owned(),
        })
    };
    view! {
        <div class="ys-f">
            <p class="ys-lab">
                {label}
                <span>{remark}</span>
            </p>
            // The browser's own button speaks the browser's language, so the label's words stand for it.
            <label class="weui-btn weui-btn_default ys-file">
                <input id="document" type="file" on:change=take />
                {icon(FILE, "")}
                {desk.say(key::desk_digest::CHOOSE_IT_OR_ITS_SCAN)}
            </label>
            <p class="ys-s ys-2 ys-gap-2" role="status">{words}</p>
        </div>
        {line(
            "digest",
            "text",
            desk.say(key::desk_digest::ITS_SHA_256),
            desk.say(key::desk_digest::FILLED_IN_FROM_THE_FILE),
            value,
        )}
        {small(desk.say(
            key::desk_digest::THE_FILE_IS_READ_ON,
        ))}
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::desk::field::typed;

    #[test]
    fn a_digest_is_sixty_four_digits_and_not_nothing() {
        let abc = of(b"abc");
        assert_eq!(abc, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(typed(&format!(" {} ", abc.to_uppercase())).map(|digest| digest.to_string()), Some(abc));
        assert_eq!(typed(&"0".repeat(64)), None);
        assert_eq!(typed("ba78"), None);
    }
}
