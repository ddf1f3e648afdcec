//! A ballot's receipt, held against the record once more: this phone's own, with the code by which another phone can check it,
//! or what another phone has shown.

use yishi_protocol::id::EntryId;
use yishi_protocol::slip::Slip;

use crate::draw::{Draw, View, view};
use crate::kit::icons::{CHECK, DASH, STOP, icon};
use crate::kit::parts::{card, fact, folded, page, para, sign, ticked, topic};
use crate::kit::qr;
use crate::people::phones::by_link;
use crate::proofs::slips::{self, Checked, Verdict};
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::shell::trail::Step;
use crate::words::format::grouped;
use crate::words::key;
use crate::words::trouble::Trouble;

/// Holds a receipt against the record and shows what came of it.
pub(crate) async fn reach(app: App, entry: EntryId, step: Step) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let checked = slips::check_own(&mut session, entry).await?;
    app.show_read(session, Screen::Slip(Box::new(checked)), step).await;
    Ok(())
}

/// The same, of what another phone shows.
pub(crate) async fn check(app: App, slip: Slip) -> Result<(), Trouble> {
    let mut session = app.session.get_untracked().ok_or(Trouble::Offline)?;
    let checked = slips::check(&mut session, slip).await?;
    app.show_read(session, Screen::Slip(Box::new(checked)), Step::Into).await;
    Ok(())
}

pub(crate) fn screen(app: App, checked: &Checked) -> View {
    let outcome = match checked.verdict {
        Verdict::Found { index, received_ms } => found(app, index, received_ms),
        Verdict::Missing => sign(
            STOP,
            "ys-msg__i_wait",
            "alert",
            app.say(key::slip::NOT_GIVEN).to_owned(),
            app.say(key::slip::WHAT_TO_DO).draw(),
        ),
        Verdict::Lost => sign(
            STOP,
            "ys-msg__i_wait",
            "alert",
            app.say(key::slip::LOST).to_owned(),
            app.say(key::slip::VOTE_ANEW).draw(),
        ),
        Verdict::Foreign => sign(
            STOP,
            "ys-msg__i_wait",
            "alert",
            app.say(key::slip::NO_RECEIPT).to_owned(),
            app.say(key::slip::SCAN_AGAIN).draw(),
        ),
    };
    let own = checked.text.as_ref().map(|text| own(app, &checked.slip, text.clone()));
    page(app, app.say(key::slip::TITLE), Screen::Home, view! { {outcome} {own} })
}

fn found(app: App, index: u64, received_ms: u64) -> View {
    // People count from one.
    let number = grouped(index + 1);
    let heading = app.say(key::slip::IN_THE_RECORD).to_owned();
    let facts = vec![
        fact(app.say(key::counted::PUBLIC_RECORD), app.fill(key::counted::entry(&number))),
        fact(app.say(key::counted::RECEIVED), app.lang.get_untracked().moment(received_ms)),
    ];
    view! {
        {sign(CHECK, "", "status", heading, app.say(key::slip::CHECKED_NOW).draw())}
        {card(vec![view! { <dl class="ys-kv">{facts}</dl> }])}
        <div class="ys-card"><ul class="ys-proof">
            {ticked(app.say(key::slip::SIGNATURE_AND_PLACE_HOLD).to_owned())}
            {ticked(app.say(key::slip::ONE_RECORD).to_owned())}
            <li>{icon(DASH, "ys-2")}{app.say(key::counted::WHAT_YOU_CHOSE_THE_RECEIPT)}</li>
        </ul></div>
    }
}

/// How another phone checks it, and all of it.
fn own(app: App, slip: &Slip, text: String) -> Vec<View> {
    let url = app.enrol_url(&slip.text());
    vec![
        topic(app.say(key::slip::CHECK_WITH_ANOTHER_PHONE)),
        card(vec![qr::drawn(&url, app.say(key::slip::QR_CODE)), para("ys-gap-2", app.say(key::slip::HOW))]),
        by_link(app, Some(url), ""),
        folded(
            app.say(key::slip::ALL_OF_IT),
            vec![
                para("ys-gap-2", app.say(key::slip::EVIDENCE)),
                para("ys-s ys-code ys-gap-1 ys-whole", text),
            ],
        ),
    ]
}
