//! A voter's receipt, pasted or copied from paper: whether the ballot is in the record of this file, and what became of it.

use yishi_protocol::audit::{ReceiptCheck, ReceiptStanding, check_receipt};
use yishi_protocol::id::EntryId;

use super::case::Counted;
use crate::draw::{View, typed_in, view};
use crate::kit::icons::{CHECK, DASH, STOP, icon};
use crate::kit::parts::{live, para};
use crate::live::Live;
use crate::shell::app::App;
use crate::words::format::grouped;
use crate::words::key;

/// The field for it, and below it what it shows.
pub(super) fn check(app: App, vote: &'static Counted) -> View {
    let typed = Live::new(String::new());
    let said = live(move || {
        let text = typed.get();
        (!text.trim().is_empty()).then(|| told(app, vote, check_receipt(&vote.audited.log, &text)))
    });
    view! {
        <section class="ys-card ys-noprint">
            <div class="ys-cardh"><h2 class="ys-t">{app.say(key::desk_court::A_RECEIPT)}</h2></div>
            {para("ys-s", app.say(key::desk_court::WHAT_A_RECEIPT_IS))}
            <div class="ys-f">
                <label class="ys-lab" for="receipt">{app.say(key::desk_court::PASTE_IT)}<span>{app.say(key::desk_court::OR_COPY_IT)}</span></label>
                <textarea
                    id="receipt"
                    class="weui-textarea"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| typed.set(typed_in(&event))
                ></textarea>
            </div>
            <div role="status">{said}</div>
        </section>
    }
}

fn told(app: App, vote: &Counted, shown: ReceiptCheck) -> View {
    let short = |entry: &EntryId| entry.to_string().chars().take(8).collect::<String>();
    let (class, sign, words, more) = match shown {
        ReceiptCheck::Unreadable => (
            "ys-note_wait",
            DASH,
            app.say(key::desk_court::NO_RECEIPT).to_owned(),
            key::desk_court::COPY_ALL_OF_IT,
        ),
        ReceiptCheck::Unsigned => (
            "ys-note_wait",
            DASH,
            app.say(key::desk_court::NOT_SIGNED).to_owned(),
            key::desk_court::SHOWS_NOTHING,
        ),
        ReceiptCheck::NoSuchBallot => (
            "ys-note_wait",
            DASH,
            app.say(key::desk_court::NO_SUCH_BALLOT).to_owned(),
            key::desk_court::A_NUMBER_ALONE,
        ),
        ReceiptCheck::Older { size } => (
            "ys-note_wait",
            DASH,
            app.fill(key::desk_court::ends_before(&grouped(size))),
            key::desk_court::ASK_FOR_A_NEWER_ONE,
        ),
        ReceiptCheck::OtherHistory { size } => (
            "ys-note_bad",
            STOP,
            app.fill(key::desk_court::other_history(&grouped(size))),
            key::desk_court::IT_CONVICTS,
        ),
        ReceiptCheck::Found { agenda, .. } if agenda != vote.audited.agenda => (
            "ys-note_wait",
            DASH,
            app.say(key::desk_court::OF_ANOTHER_VOTE).to_owned(),
            key::desk_court::NOT_IN_THIS_FILE,
        ),
        ReceiptCheck::Found { index, standing, .. } => {
            let place = grouped(index.saturating_add(1));
            match standing {
                ReceiptStanding::Counted => (
                    "ys-note_ok",
                    CHECK,
                    app.fill(key::desk_court::is_counted(&place)),
                    key::desk_court::FIND_IT_BELOW,
                ),
                ReceiptStanding::Superseded { by } => (
                    "ys-note_wait",
                    DASH,
                    app.fill(key::desk_court::is_superseded(&place, &short(&by))),
                    key::desk_court::THE_LAST_ONE_COUNTS,
                ),
                ReceiptStanding::Voided { by } => (
                    "ys-note_wait",
                    DASH,
                    app.fill(key::desk_court::is_void(&place, &short(&by))),
                    key::desk_court::THE_HOME_TAKES_NO_PART,
                ),
                ReceiptStanding::NotCounted => (
                    "ys-note_wait",
                    DASH,
                    app.fill(key::desk_court::is_not_counted(&place)),
                    key::desk_court::WHY_NONE_COUNTS,
                ),
            }
        }
    };
    let class = format!("ys-note {class}");
    view! { <div class=class>{icon(sign, "")}<div><p class="ys-b">{words}</p>{para("ys-s", app.say(more))}</div></div> }
}
