//! The votes in which I have a ballot, and the ballots that were cast for my homes.

use std::sync::Arc;

use yishi_protocol::id::{EntryId, PartyId, PersonId};
use yishi_protocol::projection::{Ballot, Vote};
use yishi_protocol::state::Stage;

use crate::kit::voter::other_voter;
use crate::shell::app::App;
use crate::shell::screen::{Paper, Screen};

/// A vote of one of my parties.
#[derive(Clone)]
pub(crate) struct Mine {
    pub(crate) vote: Arc<Vote>,
    pub(crate) agenda: EntryId,
    pub(crate) party: PartyId,
    pub(crate) standing: Option<EntryId>,
    /// Whether a ballot waits until the owners have named who votes.
    pub(crate) held: bool,
    /// Whether this phone signed the one that stands, or else any.
    pub(crate) own: bool,
    /// The co-owner who votes, if that is somebody else.
    pub(crate) other: Option<String>,
    /// Who votes for it by a mandate of mine.
    pub(crate) given: Option<PersonId>,
    /// Whether what stands came on paper.
    pub(crate) on_paper: bool,
}

impl Mine {
    /// Whether it waits for me.
    pub(crate) fn waits(&self) -> bool {
        self.standing.is_none() && self.other.is_none() && self.given.is_none()
    }

    /// Begins a ballot, or goes on with the one that was begun.
    pub(crate) fn open(&self, app: App) {
        self.take(app);
        app.go(Screen::Vote(0));
    }

    /// Lays a ballot out. The marks of one that was begun and left stay, as long as nothing was cast since.
    pub(crate) fn take(&self, app: App) {
        let begun = app.paper.with_untracked(|paper| {
            let of_this = |paper: &&Paper| {
                (paper.vote.agenda, paper.party, paper.standing)
                    == (Some(self.agenda), self.party, self.standing)
            };
            paper.as_ref().filter(of_this).map(|paper| paper.marks.clone())
        });
        let marks = begun.unwrap_or_else(|| vec![None; self.vote.notice.items.len()]);
        let (vote, party, standing) = (self.vote.clone(), self.party, self.standing);
        app.paper.set(Some(Paper { vote, party, marks, standing }));
    }
}

/// For whom I vote with a mandate, if it is a party's ballot that is not my own.
pub(crate) fn owners(app: App, agenda: EntryId, party: PartyId) -> Option<String> {
    app.me.with_untracked(|me| {
        let mut rights = me.as_ref()?.view.rights.iter();
        let right = rights.find(|right| (right.agenda, right.party) == (agenda, party))?;
        Some(right.owners.as_ref()?.join(app.lang.get_untracked().list_comma()))
    })
}

/// The open votes in which I have a ballot, those without one first.
pub(crate) fn mine(app: App) -> Vec<Mine> {
    app.me.with_untracked(|me| {
        let Some(me) = me else { return Vec::new() };
        let votes = app.votes.get_untracked();
        let mut mine = Vec::new();
        for right in &me.view.rights {
            let open =
                |vote: &&Arc<Vote>| vote.agenda == Some(right.agenda) && vote.stage == Some(Stage::Voting);
            let Some(vote) = votes.iter().find(open) else { continue };
            let of_right = |ballot: &&Ballot| (ballot.agenda, ballot.party) == (right.agenda, right.party);
            let ballots: Vec<_> = me.ballots.iter().filter(of_right).collect();
            let standing = ballots.iter().find(|ballot| ballot.stands);
            let own = standing
                .or_else(|| ballots.iter().rfind(|ballot| ballot.own))
                .is_some_and(|ballot| ballot.own);
            let on_paper = standing.is_some_and(|ballot| ballot.sheet.is_some());
            let standing = standing.map(|ballot| ballot.entry);
            let party = me.view.parties.iter().find(|party| party.party == right.party);
            let named = party.is_some_and(|party| party.representative.is_some());
            mine.push(Mine {
                vote: vote.clone(),
                agenda: right.agenda,
                party: right.party,
                standing,
                held: standing.is_none() && !ballots.is_empty() && !named,
                own,
                other: other_voter(app, &right.party),
                given: right.proxy,
                on_paper,
            });
        }
        let (voted, mut mine): (Vec<Mine>, Vec<Mine>) = mine.into_iter().partition(|mine| !mine.waits());
        mine.extend(voted);
        mine
    })
}
