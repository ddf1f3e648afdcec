//! The addresses of the desk's pages, behind `#`.

use yishi_protocol::id::EntryId;
use yishi_protocol::strict_json::{read, write_text};

use crate::desk::new_vote::STEPS;
use crate::desk::{About, Page, Tab};
use crate::shell::address::named;

impl Page {
    /// Its address; letters that were just made have none, since they are gone with their page.
    pub(crate) fn address(&self) -> String {
        let plain = match self {
            Page::Queue => "/queue",
            Page::Matters => "/matters",
            Page::Wizard(0) => "/new-vote",
            Page::Wizard(step) => return named("new-vote", &(step + 1)),
            Page::Votes => "/votes",
            Page::Tasks => "/tasks",
            Page::Books => "/books",
            Page::Questions => "/questions",
            Page::Moderated => "/moderated",
            Page::Help => "/help",
            Page::People(Tab::Waiting) => "/people",
            Page::People(Tab::Offices) => "/offices",
            Page::People(Tab::Give(None)) => "/give",
            Page::People(Tab::Letters | Tab::Print) => "/letters",
            Page::People(Tab::Joint) => "/joint",
            Page::People(Tab::Roll) => "/roll",
            Page::People(Tab::Erasing(None)) => "/erase",
            Page::People(Tab::Erasing(Some(about))) => return named("erase", about),
            Page::Matter(id) => return named("matter", id),
            Page::Dispatch(id) => return named("dispatch", id),
            Page::Candidates(id) => return named("candidates", id),
            Page::Nominate(id) => return named("nominate", id),
            Page::Board(id) => return named("candidates-board", id),
            Page::Seat(id) => return named("seat", id),
            Page::Open(id) => return named("open", id),
            Page::End(id) => return named("end-vote", id),
            Page::Draw(id) => return named("draw", id),
            Page::Calls(id) => return named("roll-call", id),
            Page::Annul(id) => return named("annul", id),
            Page::Extend(id) => return named("extend", id),
            Page::Withdraw(id) => return named("withdraw", id),
            Page::Delivery(id) => return named("delivery", id),
            Page::Printed(id) => return named("notice", id),
            Page::Paper(id) => return named("paper", id),
            Page::Ballots(id) => return named("ballots", id),
            Page::Count(id) => return named("count", id),
            Page::Posted(id) => return named("posted", id),
            Page::Task(matter, task) => return named("task", &format_args!("{matter}/{task}")),
            Page::Published(id) => return named("books", id),
            Page::People(Tab::Confirm(id)) => return named("confirm", id),
            Page::People(Tab::Give(Some((org, role)))) => {
                return named("give", &format_args!("{org}/{}", write_text(role).trim_matches('"')));
            }
            Page::People(Tab::End(id)) => return named("end", id),
            Page::People(Tab::InPerson(id)) => return named("in-person", id),
            Page::People(Tab::Record(id)) => return named("joint", id),
        };
        plain.to_owned()
    }

    /// The page of an address; where it names none, what waits for me.
    pub(crate) fn at(address: &str) -> Self {
        page(address).unwrap_or(Page::Queue)
    }
}

fn page(address: &str) -> Option<Page> {
    let (name, rest) = address.strip_prefix('/')?.split_once('/').unwrap_or((address.get(1..)?, ""));
    let (first, second) = rest.split_once('/').unwrap_or((rest, ""));
    let tab = |tab| Some(Page::People(tab));
    if rest.is_empty() {
        return match name {
            "matters" => Some(Page::Matters),
            "new-vote" => Some(Page::Wizard(0)),
            "votes" => Some(Page::Votes),
            "tasks" => Some(Page::Tasks),
            "books" => Some(Page::Books),
            "questions" => Some(Page::Questions),
            "moderated" => Some(Page::Moderated),
            "help" => Some(Page::Help),
            "people" => tab(Tab::Waiting),
            "offices" => tab(Tab::Offices),
            "give" => tab(Tab::Give(None)),
            "letters" => tab(Tab::Letters),
            "joint" => tab(Tab::Joint),
            "roll" => tab(Tab::Roll),
            "erase" => tab(Tab::Erasing(None)),
            _ => None,
        };
    }
    match name {
        "in-person" => return tab(Tab::InPerson(rest.parse().ok()?)),
        "joint" => return tab(Tab::Record(rest.parse().ok()?)),
        "erase" => return tab(Tab::Erasing(Some(About::of(rest)?))),
        "new-vote" => {
            let step: usize = rest.parse().ok()?;
            return step.checked_sub(1).filter(|step| *step < STEPS).map(Page::Wizard);
        }
        _ => {}
    }
    let id: EntryId = first.parse().ok()?;
    if !second.is_empty() {
        return match name {
            "task" => Some(Page::Task(id, second.parse().ok()?)),
            "give" => tab(Tab::Give(Some((id, read(format!("\"{second}\"").as_bytes()).ok()?)))),
            _ => None,
        };
    }
    match name {
        "matter" => Some(Page::Matter(id)),
        "dispatch" => Some(Page::Dispatch(id)),
        "candidates" => Some(Page::Candidates(id)),
        "nominate" => Some(Page::Nominate(id)),
        "candidates-board" => Some(Page::Board(id)),
        "seat" => Some(Page::Seat(id)),
        "open" => Some(Page::Open(id)),
        "end-vote" => Some(Page::End(id)),
        "draw" => Some(Page::Draw(id)),
        "roll-call" => Some(Page::Calls(id)),
        "annul" => Some(Page::Annul(id)),
        "extend" => Some(Page::Extend(id)),
        "withdraw" => Some(Page::Withdraw(id)),
        "delivery" => Some(Page::Delivery(id)),
        "notice" => Some(Page::Printed(id)),
        "paper" => Some(Page::Paper(id)),
        "ballots" => Some(Page::Ballots(id)),
        "count" => Some(Page::Count(id)),
        "posted" => Some(Page::Posted(id)),
        "books" => Some(Page::Published(id)),
        "confirm" => tab(Tab::Confirm(id)),
        "end" => tab(Tab::End(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::body::Role;
    use yishi_protocol::id::{PartyId, PersonId};

    #[test]
    fn an_address_leads_back_to_its_page() {
        let (id, other) = (EntryId::from_bytes([0xab; 32]), EntryId::from_bytes([0xcd; 32]));
        let tabs = [
            Tab::Waiting,
            Tab::Confirm(id),
            Tab::Offices,
            Tab::Give(None),
            Tab::Give(Some((id, Role::Manager))),
            Tab::End(id),
            Tab::Letters,
            Tab::InPerson(PersonId::from_bytes([1; 16])),
            Tab::Joint,
            Tab::Record(PartyId::from_bytes([2; 16])),
            Tab::Roll,
            Tab::Erasing(None),
            Tab::Erasing(Some(About::Entry(id))),
            Tab::Erasing(Some(About::Person(PersonId::from_bytes([3; 16])))),
        ];
        let pages = [
            Page::Queue,
            Page::Matters,
            Page::Matter(id),
            Page::Dispatch(id),
            Page::Candidates(id),
            Page::Nominate(id),
            Page::Board(id),
            Page::Seat(id),
            Page::Wizard(0),
            Page::Wizard(4),
            Page::Votes,
            Page::Open(id),
            Page::Withdraw(id),
            Page::Extend(id),
            Page::End(id),
            Page::Draw(id),
            Page::Calls(id),
            Page::Annul(id),
            Page::Delivery(id),
            Page::Printed(id),
            Page::Paper(id),
            Page::Ballots(id),
            Page::Count(id),
            Page::Posted(id),
            Page::Tasks,
            Page::Task(id, other),
            Page::Books,
            Page::Published(id),
            Page::Questions,
            Page::Moderated,
            Page::Help,
        ];
        for page in pages.into_iter().chain(tabs.into_iter().map(Page::People)) {
            assert_eq!(Page::at(&page.address()), page, "{}", page.address());
        }
        for none in [
            "",
            "/",
            "/nothing",
            "/matter/1",
            "/task/1",
            "/erase/1",
            "/new-vote/0",
            "/new-vote/6",
            &format!("/roll/{id}"),
        ] {
            assert_eq!(Page::at(none), Page::Queue, "{none}");
        }
    }
}
