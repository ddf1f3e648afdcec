//! 人员与授权: what waits for a second person, who holds which office, everybody's letter, and the homes of several owners.
//!
//! ```text
//! waiting.rs  what others did, to be confirmed      offices.rs ─▶ give.rs   who holds what; giving and ending it
//! letters.rs ─▶ printed.rs  letters, made here      joint.rs                who votes for a home of several
//! in_person.rs a phone let in at the desk
//! roll.rs     the roll, and a file held against it  changes.rs              what a roll that waits would change
//! erasing.rs ─▶ erasure.rs  what may be erased; what an erasure would take
//! help.rs     where we are found and rung, a page of its own
//! roster.rs   everybody, read page by page          choose.rs               one of them, chosen
//! ```

mod changes;
pub(crate) mod choose;
mod erasing;
mod erasure;
mod give;
mod giving;
pub(crate) mod help;
mod in_person;
pub(crate) mod joint;
mod letters;
mod mandate;
mod offices;
mod printed;
mod roll;
pub(crate) mod roster;
mod waiting;

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::Capability;
use yishi_words::Word;

use crate::desk::forms::title;
use crate::desk::{Desk, Page, Tab};

/// A page of this part of the desk.
pub(crate) fn page(desk: Desk, tab: &Tab) -> View {
    match tab {
        Tab::Confirm(entry) => waiting::confirm(desk, *entry),
        Tab::Give(instead) => give::page(desk, *instead),
        Tab::End(grant) => offices::end(desk, *grant),
        Tab::InPerson(person) => in_person::page(desk, *person),
        Tab::Print => printed::page(desk),
        Tab::Record(party) => joint::record(desk, *party),
        Tab::Erasing(Some(about)) => erasing::of(desk, *about),
        Tab::Erasing(None) => tabbed(desk, tab, erasing::tab(desk)),
        Tab::Waiting => tabbed(desk, tab, waiting::tab(desk)),
        Tab::Offices => tabbed(desk, tab, offices::tab(desk)),
        Tab::Letters => tabbed(desk, tab, letters::tab(desk)),
        Tab::Joint => tabbed(desk, tab, joint::tab(desk)),
        Tab::Roll => tabbed(desk, tab, roll::tab(desk)),
    }
}

/// A list under the four headings.
fn tabbed(desk: Desk, here: &Tab, body: View) -> View {
    let reads = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    let tabs = [
        (Tab::Waiting, key::desk_frame::WAITING, true),
        (Tab::Offices, key::desk_frame::OFFICES, true),
        (Tab::Letters, key::desk_common::LETTERS, reads),
        (Tab::Joint, key::common::WHO_VOTES, reads),
        (Tab::Roll, key::desk_frame::ROLL, desk.may(Capability::Roll)),
        (Tab::Erasing(None), key::desk_erasing::ERASE, desk.may(Capability::Roll)),
    ];
    let one = |(tab, words, shown): (Tab, Word, bool)| {
        let current = (tab == *here).then_some("page");
        shown.then(move || {
            view! {
                <button
                    type="button"
                    class="ys-chip"
                    aria-current=current
                    on:click=move |_| desk.go(Page::People(tab.clone()))
                >
                    {desk.say(words)}
                </button>
            }
        })
    };
    view! {
        {title(desk, desk.say(key::desk_frame::PEOPLE_AND_OFFICES).to_owned(), None)}
        <nav class="ys-chips ys-tabs" aria-label=desk.say(key::desk_frame::PEOPLE_AND_OFFICES)>
            {tabs.into_iter().map(one).draw_all()}
        </nav>
        {body}
    }
}
