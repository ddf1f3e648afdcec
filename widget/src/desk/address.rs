//! The addresses of the desk's pages, behind `#`.

use yishi_protocol::strict_json::{read, write_text};

use crate::desk::{Page, Tab};

impl Page {
    /// Its address; letters that were just made have none, since they are gone with their page.
    pub(crate) fn address(&self) -> String {
        match self {
            Page::Queue => "/queue".to_owned(),
            Page::Matters => "/matters".to_owned(),
            Page::Matter(id) => format!("/matter/{id}"),
            Page::Dispatch(id) => format!("/dispatch/{id}"),
            Page::Wizard => "/new-vote".to_owned(),
            Page::Votes => "/votes".to_owned(),
            Page::Open(id) => format!("/open/{id}"),
            Page::Count(id) => format!("/count/{id}"),
            Page::Posted(id) => format!("/posted/{id}"),
            Page::Tasks => "/tasks".to_owned(),
            Page::Task(matter, task) => format!("/task/{matter}/{task}"),
            Page::Books => "/books".to_owned(),
            Page::Published(id) => format!("/books/{id}"),
            Page::Questions => "/questions".to_owned(),
            Page::People(tab) => match tab {
                Tab::Waiting => "/people".to_owned(),
                Tab::Confirm(id) => format!("/confirm/{id}"),
                Tab::Offices => "/offices".to_owned(),
                Tab::Give(None) => "/give".to_owned(),
                Tab::Give(Some((org, role))) => {
                    format!("/give/{org}/{}", write_text(role).trim_matches('"'))
                }
                Tab::End(id) => format!("/end/{id}"),
                Tab::Letters | Tab::Print => "/letters".to_owned(),
                Tab::InPerson(id) => format!("/in-person/{id}"),
                Tab::Joint => "/joint".to_owned(),
                Tab::Record(id) => format!("/joint/{id}"),
                Tab::Roll => "/roll".to_owned(),
            },
        }
    }

    /// The page of an address; where it names none, what waits for me.
    pub(crate) fn at(address: &str) -> Self {
        named(address).unwrap_or(Page::Queue)
    }
}

fn named(address: &str) -> Option<Page> {
    let mut parts = address.strip_prefix('/')?.split('/');
    let (name, first, second) = (parts.next()?, parts.next(), parts.next());
    let people = |tab| Some(Page::People(tab));
    match (name, first, second) {
        ("matters", None, None) => Some(Page::Matters),
        ("matter", Some(id), None) => Some(Page::Matter(id.parse().ok()?)),
        ("dispatch", Some(id), None) => Some(Page::Dispatch(id.parse().ok()?)),
        ("new-vote", None, None) => Some(Page::Wizard),
        ("votes", None, None) => Some(Page::Votes),
        ("open", Some(id), None) => Some(Page::Open(id.parse().ok()?)),
        ("count", Some(id), None) => Some(Page::Count(id.parse().ok()?)),
        ("posted", Some(id), None) => Some(Page::Posted(id.parse().ok()?)),
        ("tasks", None, None) => Some(Page::Tasks),
        ("task", Some(matter), Some(task)) => Some(Page::Task(matter.parse().ok()?, task.parse().ok()?)),
        ("books", None, None) => Some(Page::Books),
        ("books", Some(id), None) => Some(Page::Published(id.parse().ok()?)),
        ("questions", None, None) => Some(Page::Questions),
        ("people", None, None) => people(Tab::Waiting),
        ("confirm", Some(id), None) => people(Tab::Confirm(id.parse().ok()?)),
        ("offices", None, None) => people(Tab::Offices),
        ("give", None, None) => people(Tab::Give(None)),
        ("give", Some(org), Some(role)) => {
            let role = read(format!("\"{role}\"").as_bytes()).ok()?;
            people(Tab::Give(Some((org.parse().ok()?, role))))
        }
        ("end", Some(id), None) => people(Tab::End(id.parse().ok()?)),
        ("letters", None, None) => people(Tab::Letters),
        ("in-person", Some(id), None) => people(Tab::InPerson(id.parse().ok()?)),
        ("joint", None, None) => people(Tab::Joint),
        ("joint", Some(id), None) => people(Tab::Record(id.parse().ok()?)),
        ("roll", None, None) => people(Tab::Roll),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::body::Role;
    use yishi_protocol::id::{EntryId, PartyId, PersonId};

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
        ];
        let pages = [
            Page::Queue,
            Page::Matters,
            Page::Matter(id),
            Page::Dispatch(id),
            Page::Wizard,
            Page::Votes,
            Page::Open(id),
            Page::Count(id),
            Page::Posted(id),
            Page::Tasks,
            Page::Task(id, other),
            Page::Books,
            Page::Published(id),
            Page::Questions,
        ];
        for page in pages.into_iter().chain(tabs.into_iter().map(Page::People)) {
            assert_eq!(Page::at(&page.address()), page, "{}", page.address());
        }
        for none in ["", "/", "/nothing", "/matter/1", "/task/1", &format!("/roll/{id}")] {
            assert_eq!(Page::at(none), Page::Queue, "{none}");
        }
    }
}
