//! Addresses: each layer of the window that can be shared or read anew has one, behind `#`, where no server sees it.
//!
//! ```text
//! #/matters   #/matter/ID   #/rate/ID   #/vote/ID   #/books/ID   #/books/ID/LINE   #/mine   #/phones   #/voter/ID   #/proxies   #/proxy/ID   #/receipt/ID   #/papers   #/sheet/ID/NUMBER   #/raise   #/letter
//! ```
//! The first screen has none. A letter's code, `#<estate>.<code>`, is no address: `begin.rs` takes it out at once.

use core::fmt::Display;
use core::str::FromStr;

use yishi_protocol::wire::Refusal;

use crate::shell::app::App;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::Step;
use crate::words::trouble::Trouble;

/// The address of all matters.
pub(crate) const MATTERS: &str = "/matters";
/// Of what is mine.
pub(crate) const MINE: &str = "/mine";
/// Of a matter being brought up.
pub(crate) const RAISE: &str = "/raise";
/// Of a letter's code being asked for.
pub(crate) const LETTER: &str = "/letter";
/// Of written mandates.
pub(crate) const PROXIES: &str = "/proxies";
/// Of the paper ballots of my homes.
pub(crate) const PAPERS: &str = "/papers";
/// Of my phones.
pub(crate) const PHONES: &str = "/phones";

impl Goal {
    /// Its address, as it stands behind `#`.
    pub(crate) fn address(self) -> String {
        match self {
            Goal::Join(_) | Goal::Settle | Goal::Raised => String::new(),
            Goal::Phones => PHONES.to_owned(),
            Goal::Matter(id) => named("matter", &id),
            Goal::Rate(id) => named("rate", &id),
            Goal::Candidates(id) => named("candidates", &id),
            Goal::Vote(id) => named("vote", &id),
            Goal::Voter(id) => named("voter", &id),
            Goal::Proxies(None) => PROXIES.to_owned(),
            Goal::Proxies(Some(id)) => named("proxy", &id),
            Goal::Receipt(id) => named("receipt", &id),
            Goal::Papers => PAPERS.to_owned(),
            Goal::Sheet(id, sheet) => named("sheet", &format_args!("{id}/{sheet}")),
            Goal::Books(id, None) => named("books", &id),
            Goal::Books(id, Some(line)) => named("books", &format_args!("{id}/{line}")),
        }
    }
}

/// The address of something of a kind. Compiled once for all ids.
pub(crate) fn named(kind: &str, id: &dyn Display) -> String {
    format!("/{kind}/{id}")
}

/// What an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    Matters,
    Mine,
    Raise,
    Letter,
    To(Goal),
}

/// Nothing if it names what there cannot be.
fn place(address: &str) -> Option<Destination> {
    match address {
        MATTERS => return Some(Destination::Matters),
        MINE => return Some(Destination::Mine),
        RAISE => return Some(Destination::Raise),
        LETTER => return Some(Destination::Letter),
        PHONES => return Some(Destination::To(Goal::Phones)),
        PAPERS => return Some(Destination::To(Goal::Papers)),
        PROXIES => return Some(Destination::To(Goal::Proxies(None))),
        _ => {}
    }
    let (name, rest) = address.strip_prefix('/')?.split_once('/')?;
    Some(Destination::To(match name {
        "matter" => Goal::Matter(read(rest)?),
        "rate" => Goal::Rate(read(rest)?),
        "candidates" => Goal::Candidates(read(rest)?),
        "vote" => Goal::Vote(read(rest)?),
        "voter" => Goal::Voter(read(rest)?),
        "proxy" => Goal::Proxies(Some(read(rest)?)),
        "receipt" => Goal::Receipt(read(rest)?),
        "sheet" => {
            let (id, sheet) = rest.split_once('/')?;
            Goal::Sheet(read(id)?, read(sheet)?)
        }
        "books" => match rest.split_once('/') {
            Some((id, line)) => Goal::Books(read(id)?, Some(read(line)?)),
            None => Goal::Books(read(rest)?, None),
        },
        _ => return None,
    }))
}

fn read<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

impl App {
    /// Shows what an address names, read anew. What is somebody's own is not shown to a phone that is nobody's.
    pub(crate) async fn open_now(self, address: String, step: Step) -> Result<(), Trouble> {
        let stranger = self.me.with_untracked(Option::is_none);
        let screen = match place(&address) {
            Some(Destination::Matters) => {
                (self.above.prepare)(self).await?;
                Screen::Matters
            }
            Some(Destination::Mine) => Screen::Mine,
            Some(Destination::Raise) => Screen::Raise,
            Some(Destination::Letter) if stranger && self.own_page().is_none() => Screen::Enrol(None),
            Some(Destination::To(
                Goal::Phones | Goal::Proxies(_) | Goal::Voter(_) | Goal::Receipt(_) | Goal::Papers,
            )) if stranger => Screen::Home,
            Some(Destination::Letter) => Screen::Home,
            Some(Destination::To(goal)) => {
                return match (self.above.reach)(self, goal, step).await {
                    Err(Trouble::Refused(refusal)) if refusal.code == "NOT_FOUND" => Err(unknown()),
                    reached => reached,
                };
            }
            None => return Err(unknown()),
        };
        self.bring(screen, step).await;
        Ok(())
    }
}

fn unknown() -> Trouble {
    Trouble::Refused(Refusal { code: "ADDRESS_UNKNOWN".to_owned(), detail: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::id::{EntryId, PartyId};

    #[test]
    fn an_address_leads_back_to_what_has_it() {
        let id = EntryId::from_bytes([0xab; 32]);
        let all = [
            Goal::Matter(id),
            Goal::Rate(id),
            Goal::Candidates(id),
            Goal::Vote(id),
            Goal::Books(id, None),
            Goal::Books(id, Some(17)),
            Goal::Receipt(id),
            Goal::Voter(PartyId::from_bytes([0xcd; 16])),
            Goal::Proxies(None),
            Goal::Proxies(Some(yishi_protocol::id::PersonId::from_bytes([0xef; 16]))),
            Goal::Phones,
            Goal::Papers,
            Goal::Sheet(id, 318_204),
        ];
        for goal in all {
            assert_eq!(place(&goal.address()), Some(Destination::To(goal)), "{}", goal.address());
        }
        assert_eq!(Goal::Matter(id).address(), format!("/matter/{}", "ab".repeat(32)));
        for (address, named) in
            [(MATTERS, Destination::Matters), (RAISE, Destination::Raise), (LETTER, Destination::Letter)]
        {
            assert_eq!(place(address), Some(named));
        }
    }

    #[test]
    fn what_names_nothing_is_known_as_that() {
        let id = "ab".repeat(32);
        let wrong = [
            String::new(),
            "/".to_owned(),
            format!("{id}.ABCDE"),
            "/nothing".to_owned(),
            "/matter".to_owned(),
            "/matter/1".to_owned(),
            format!("/matter/{}", id.to_uppercase()),
            format!("/matter/{id}/3"),
            format!("/books/{id}/x"),
            format!("/books/{id}/1/2"),
            format!("/phones/{id}"),
            format!("/sheet/{id}"),
            format!("/sheet/{id}/x"),
        ];
        for wrong in wrong {
            assert_eq!(place(&wrong), None, "{wrong}");
        }
    }
}
