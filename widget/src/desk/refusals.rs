//! What went wrong at the desk, in words: what happened, what to do, and the code.

use crate::desk::Desk;
use crate::words::key;
use crate::words::trouble::Trouble;

/// What happened, what to do, and the code.
pub(crate) fn told(desk: Desk, trouble: &Trouble) -> (String, String, String) {
    let (what, todo, code) = match trouble {
        Trouble::Offline => (key::desk_trouble::OFFLINE, key::desk_trouble::OFFLINE_TODO, ""),
        Trouble::NoVault => (key::desk_trouble::NO_VAULT, key::desk_trouble::NO_VAULT_TODO, ""),
        Trouble::PlainHttp(_) => (key::trouble::PLAIN_HTTP, key::trouble::PLAIN_HTTP_TODO, ""),
        Trouble::Outdated => (key::trouble::OUTDATED, key::trouble::OUTDATED_TODO, ""),
        Trouble::Split(notes) => (key::trouble::SPLIT, key::trouble::SPLIT_TODO, notes.as_str()),
        Trouble::Unproven(code) => (key::trouble::UNPROVEN, key::trouble::UNPROVEN_TODO, code.as_str()),
        Trouble::Refused(refusal) | Trouble::Later(refusal) => {
            let code = refusal.code.as_str();
            // Where a desk needs other words than a phone.
            let Some((what, todo)) = key::refusal_desk(code).or_else(|| key::refusal(code)) else {
                let what = desk.say(key::trouble::REFUSED).to_owned();
                return (what, refusal.detail.clone(), code.to_owned());
            };
            (what, todo, code)
        }
    };
    (desk.say(what).to_owned(), desk.say(todo).to_owned(), code.to_owned())
}
