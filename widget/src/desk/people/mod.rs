//! 人员与授权: what waits for a second person, who holds which office, everybody's letter, and the homes of several owners.
//!
//! ```text
//! waiting.rs  what others did, to be confirmed      offices.rs ─▶ give.rs   who holds what; giving and ending it
//! letters.rs ─▶ printed.rs  letters, made here      joint.rs                who votes for a home of several
//! in_person.rs a phone let in at the desk
//! roll.rs     the roll, and a file held against it  changes.rs              what a roll that waits would change
//! roster.rs   everybody, read page by page          words.rs, choose.rs     what they share
//! ```

mod changes;
mod choose;
pub(super) mod digest;
mod give;
mod giving;
mod in_person;
mod joint;
mod letters;
mod offices;
mod printed;
pub(super) mod refusals;
mod roll;
mod roster;
pub(super) mod settings;
pub(super) mod waiting;
pub(super) mod words;

pub(super) use printed::Printed;

use leptos::prelude::*;
use yishi_protocol::body::{Capability, Role};
use yishi_protocol::id::{EntryId, OrgId, PartyId, PersonId};

use super::forms::title;
use super::{Desk, Page};

/// The parts of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// What waits for a second person.
    Waiting,
    /// One such act.
    Confirm(EntryId),
    /// Who holds which office.
    Offices,
    /// An office being given, perhaps in place of one that was ended.
    Give(Option<(OrgId, Role)>),
    /// An office being ended.
    End(EntryId),
    /// Everybody's letter and phone.
    Letters,
    /// A phone let in for somebody who stands at the desk.
    InPerson(PersonId),
    /// Letters that have just been made.
    Print,
    /// The homes of several owners.
    Joint,
    /// One of them: who votes for it, from a document.
    Record(PartyId),
    /// The roll, and a file held against it.
    Roll,
}

/// The capabilities for which the page is shown.
pub(super) const SHOWN_FOR: &[Capability] = &[Capability::Grant, Capability::Codes, Capability::Roll];

/// A page of this part of the desk.
pub(super) fn page(desk: Desk, tab: &Tab) -> AnyView {
    match tab {
        Tab::Confirm(entry) => waiting::confirm(desk, *entry),
        Tab::Give(instead) => give::page(desk, *instead),
        Tab::End(grant) => offices::end(desk, *grant),
        Tab::InPerson(person) => in_person::page(desk, *person),
        Tab::Print => printed::page(desk),
        Tab::Record(party) => joint::record(desk, *party),
        Tab::Waiting => tabbed(desk, tab, waiting::tab(desk)),
        Tab::Offices => tabbed(desk, tab, offices::tab(desk)),
        Tab::Letters => tabbed(desk, tab, letters::tab(desk)),
        Tab::Joint => tabbed(desk, tab, joint::tab(desk)),
        Tab::Roll => tabbed(desk, tab, roll::tab(desk)),
    }
}

/// A list under the four headings.
fn tabbed(desk: Desk, here: &Tab, body: AnyView) -> AnyView {
    let reads = desk.may(Capability::Codes) || desk.may(Capability::Roll);
    let tabs = [
        (Tab::Waiting, ("等确认", "Waiting"), true),
        (Tab::Offices, ("谁担任什么", "Offices"), true),
        (Tab::Letters, ("入户信", "Letters"), reads),
        (Tab::Joint, ("由谁投票", "Who votes"), reads),
        (Tab::Roll, ("名册", "Roll"), desk.may(Capability::Roll)),
    ];
    let one = |(tab, words, shown): (Tab, (&'static str, &'static str), bool)| {
        let current = (tab == *here).then_some("page");
        shown.then(move || {
            view! {
                <button
                    type="button"
                    class="ys-chip"
                    aria-current=current
                    on:click=move |_| desk.go(Page::People(tab.clone()))
                >
                    {desk.say(words.0, words.1)}
                </button>
            }
        })
    };
    view! {
        {title(desk, desk.say("人员与授权", "People and offices").to_owned(), None)}
        <nav class="ys-chips ys-tabs" aria-label=desk.say("人员与授权", "People and offices")>
            {tabs.into_iter().map(one).collect_view()}
        </nav>
        {body}
    }
    .into_any()
}
