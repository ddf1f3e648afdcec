//! Everybody the desk knows: read page by page, in the order of their homes, found by name or room.

use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::Place;
use yishi_protocol::body::Body;
use yishi_protocol::id::{BlobId, PersonId};
use yishi_protocol::projection::person_name;
use yishi_protocol::state::CodeStanding;
use yishi_protocol::view::{LetterView, Opened, PersonList, PersonView, Served, VoterView};

use crate::desk::Desk;
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// A person, as far as the server tells the desk. All of it is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Someone {
    pub(crate) person: PersonId,
    pub(crate) name: Option<String>,
    pub(crate) homes: Vec<String>,
    pub(crate) letter: Option<LetterView>,
    pub(crate) devices: u32,
    /// Whether two persons stand behind one of the devices.
    pub(crate) vouched: bool,
    /// Their parties, each with who votes for it.
    pub(crate) parties: Vec<VoterView>,
}

/// How far somebody has come on the way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WayIn {
    /// Never had a letter.
    Without,
    /// Has a letter and has not used it.
    Unused,
    /// Signs with a phone.
    Enrolled,
    /// Has neither: the letter ran out, or its phone was retired.
    Lapsed,
}

/// All standings, in the order of their chips.
pub(crate) const STANDINGS: [WayIn; 4] = [WayIn::Without, WayIn::Unused, WayIn::Enrolled, WayIn::Lapsed];

impl Someone {
    fn of(opened: &Opened<'_>, view: PersonView) -> Self {
        let PersonView { person, name, homes, letter, devices, vouched, parties } = view;
        let address = |id: &BlobId| opened.words::<Place>(id).as_ref().map(Place::address);
        let homes = homes.iter().filter_map(address).collect();
        Self { person, name: person_name(opened, name.as_ref()), homes, letter, devices, vouched, parties }
    }

    /// How far they have come at a moment.
    pub(crate) fn standing(&self, now_ms: u64) -> WayIn {
        match &self.letter {
            _ if self.devices > 0 => WayIn::Enrolled,
            None => WayIn::Without,
            Some(letter) if now_ms >= letter.expires_ms => WayIn::Lapsed,
            Some(letter) => match letter.standing {
                CodeStanding::InForce | CodeStanding::Waiting => WayIn::Unused,
                CodeStanding::Spent | CodeStanding::Replaced => WayIn::Lapsed,
            },
        }
    }

    /// Whether their newest letter waits for a second person, who can still come.
    pub(crate) fn waits(&self, now_ms: u64) -> bool {
        let waits =
            |letter: &LetterView| letter.standing == CodeStanding::Waiting && now_ms < letter.expires_ms;
        self.letter.as_ref().is_some_and(waits)
    }

    /// Whether what somebody typed is part of the name or of an address.
    pub(crate) fn matches(&self, typed: &str) -> bool {
        let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        typed.is_empty() || self.name.iter().chain(&self.homes).any(|words| words.contains(&typed))
    }

    /// The name, or what stands for one.
    pub(crate) fn called(&self, desk: Desk) -> String {
        let short: String = self.person.to_string().chars().take(6).collect();
        let none = || desk.fill(key::desk_roster::no_name(&short));
        self.name.clone().unwrap_or_else(none)
    }

    /// The homes in a line: the first three, and how many there are if that is more.
    pub(crate) fn lives(&self, desk: Desk) -> String {
        if self.homes.is_empty() {
            return desk.say(key::desk_roster::NO_HOME_ON_THE_ROLL).to_owned();
        }
        let shown = self.homes.iter().take(3).cloned().collect::<Vec<_>>().join(desk.say(key::common::MARK));
        match self.homes.len() {
            more @ 4.. => desk.fill(key::desk_roster::in_all(&shown, &more)),
            _ => shown,
        }
    }
}

/// Text as people order addresses: numbers by their size.
pub(crate) fn natural(text: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    let mut digits = false;
    for sign in text.chars() {
        match (sign.to_digit(10), digits, parts.last_mut()) {
            (Some(digit), true, Some(last)) => {
                last.0 = last.0.saturating_mul(10).saturating_add(u64::from(digit));
            }
            (Some(digit), ..) => parts.push((u64::from(digit), String::new())),
            (None, false, Some(last)) => last.1.push(sign),
            (None, ..) => parts.push((u64::MAX, sign.to_string())),
        }
        digits = sign.is_ascii_digit();
    }
    parts
}

/// Everybody, once all pages have been read; while they are read, how many there are so far.
#[derive(Clone, Copy)]
pub(crate) struct Roster {
    pub(crate) found: Live<Option<Result<Vec<Someone>, Trouble>>>,
    pub(crate) so_far: Live<usize>,
}

/// Reads everybody.
pub(crate) fn read(desk: Desk) -> Roster {
    let so_far = Live::new(0);
    let found = desk.reading(async move |session| everybody(session, so_far).await);
    Roster { found, so_far }
}

async fn everybody(session: &mut Session, so_far: Live<usize>) -> Result<Vec<Someone>, Trouble> {
    let mut people = Vec::new();
    let mut after = None::<PersonId>;
    loop {
        let path = after.map_or_else(|| "/people".to_owned(), |after| format!("/people?after={after}"));
        let answer: Served<PersonList> = session.fetch(&path).await?;
        let (shown, page) = answer.apart();
        let opened = session.opened(&shown, Body::decode)?;
        people.extend(page.people.into_iter().map(|view| Someone::of(&opened, view)));
        // The page is gone: nobody waits for the rest.
        if !so_far.is_there() {
            break;
        }
        so_far.set(people.len());
        // A server that does not go on would keep us here for ever.
        match page.next {
            Some(next) if after.is_none_or(|before| next > before) => after = Some(next),
            _ => break,
        }
    }
    people.sort_by_cached_key(|someone| {
        let home = someone.homes.first().map(|home| natural(home));
        (home.is_none(), home, someone.name.clone())
    });
    Ok(people)
}

impl Roster {
    /// Somebody, if they have been read.
    pub(crate) fn find(self, person: &PersonId) -> Option<Someone> {
        self.with(|people| people.iter().find(|someone| someone.person == *person).cloned())?
    }

    /// What everybody says, once they have been read.
    pub(crate) fn with<T>(self, ask: impl FnOnce(&[Someone]) -> T) -> Option<T> {
        self.found.with(|found| Some(ask(found.as_ref()?.as_ref().ok()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn someone(letter: Option<(CodeStanding, u64)>, devices: u32) -> Someone {
        let letter = letter.map(|(standing, expires_ms)| LetterView {
            codes: yishi_protocol::id::EntryId::ZERO,
            standing,
            expires_ms,
        });
        let (name, homes) = (Some("王某".to_owned()), vec!["1栋2单元301".to_owned()]);
        Someone { person: PersonId::ZERO, name, homes, letter, devices, vouched: false, parties: vec![] }
    }

    #[test]
    fn rooms_stand_in_the_order_of_their_numbers() {
        let mut rooms = ["10栋101", "2栋1001", "2栋201", "地库B1-12", "2栋"];
        rooms.sort_by_key(|room| natural(room));
        assert_eq!(rooms, ["2栋", "2栋201", "2栋1001", "10栋101", "地库B1-12"]);
    }

    #[test]
    fn people_are_found_by_name_and_by_room() {
        let one = someone(None, 0);
        for typed in ["", "王", "301", "2单元 301", "1栋"] {
            assert!(one.matches(typed), "{typed}");
        }
        assert!(!one.matches("李") && !one.matches("302"));
    }

    #[test]
    fn whoever_has_neither_phone_nor_letter_needs_a_new_one() {
        use CodeStanding::{InForce, Spent, Waiting};
        assert_eq!(someone(None, 0).standing(5), WayIn::Without);
        assert_eq!(someone(Some((InForce, 9)), 0).standing(5), WayIn::Unused);
        assert_eq!(someone(Some((Waiting, 9)), 0).standing(5), WayIn::Unused);
        assert_eq!(someone(Some((Waiting, 9)), 1).standing(5), WayIn::Enrolled);
        assert_eq!(someone(Some((Spent, 9)), 1).standing(5), WayIn::Enrolled);
        assert_eq!(someone(Some((Spent, 9)), 0).standing(5), WayIn::Lapsed);
        assert_eq!(someone(Some((InForce, 5)), 0).standing(5), WayIn::Lapsed);
    }
}
