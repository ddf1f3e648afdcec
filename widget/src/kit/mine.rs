//! The votes in which I have a ballot, and the ballots that were cast for my homes.

use leptos::prelude::*;
use yishi_protocol::body::Body;
use yishi_protocol::id::{EntryId, PartyId, PersonId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::signature::public_key;
use yishi_protocol::state::Stage;
use yishi_protocol::view::BallotView;

use crate::kit::voter::{my_party, other_voter};
use crate::proofs::session::{Vote, of_votes};
use crate::shell::app::App;
use crate::shell::screen::{Paper, Screen};

/// A vote of one of my parties.
#[derive(Clone)]
pub(crate) struct Mine {
    pub(crate) vote: Vote,
    pub(crate) agenda: EntryId,
    pub(crate) party: PartyId,
    pub(crate) standing: Option<EntryId>,
    /// Whether a ballot waits until the owners have named who votes.
    pub(crate) held: bool,
    /// Whether this phone signed the one that stands, or else any.
    pub(crate) own: bool,
    /// The co-owner who votes, if that is somebody else.
    pub(crate) other: Option<String>,
}

impl Mine {
    /// Whether it waits for me.
    pub(crate) fn waits(&self) -> bool {
        self.standing.is_none() && self.other.is_none()
    }

    /// Begins a ballot.
    pub(crate) fn open(&self, app: App) {
        let marks = vec![None; self.vote.notice.items.len()];
        app.paper.set(Some(Paper {
            vote: self.vote.clone(),
            party: self.party,
            marks,
            standing: self.standing,
        }));
        app.go(Screen::Vote(0));
    }
}

/// The open votes in which I have a ballot, those without one first.
pub(crate) fn mine(app: App) -> Vec<Mine> {
    app.me.with_untracked(|me| {
        let Some(me) = me else { return Vec::new() };
        let votes = app.votes.get_untracked();
        let mut mine = Vec::new();
        for right in &me.view.rights {
            let open = |vote: &&Vote| vote.agenda == Some(right.agenda) && vote.stage == Some(Stage::Voting);
            let Some(vote) = votes.iter().find(open) else { continue };
            let of_agenda = me.view.ballots.iter().filter(|ballot| ballot.agenda == right.agenda);
            let ballots: Vec<_> = of_agenda.filter_map(|ballot| cast(app, ballot, &right.party)).collect();
            let standing = ballots.iter().find(|ballot| ballot.stands);
            let own = standing
                .or_else(|| ballots.iter().rfind(|ballot| ballot.own))
                .is_some_and(|ballot| ballot.own);
            let standing = standing.map(|ballot| ballot.entry);
            let named = my_party(app, &right.party).is_some_and(|party| party.representative.is_some());
            mine.push(Mine {
                vote: vote.clone(),
                agenda: right.agenda,
                party: right.party,
                standing,
                held: standing.is_none() && !ballots.is_empty() && !named,
                own,
                other: other_voter(app, &right.party),
            });
        }
        let (voted, mut mine): (Vec<Mine>, Vec<Mine>) = mine.into_iter().partition(|mine| !mine.waits());
        mine.extend(voted);
        mine
    })
}

/// A ballot of a party of mine.
pub(crate) struct Cast {
    pub(crate) entry: EntryId,
    pub(crate) received_ms: u64,
    pub(crate) stands: bool,
    /// Whether this phone signed it.
    pub(crate) own: bool,
    /// The co-owners who hold it.
    pub(crate) held_by: Vec<PersonId>,
}

/// A ballot, if it was cast for a party. Its entry says so itself.
pub(crate) fn cast(app: App, ballot: &BallotView, party: &PartyId) -> Option<Cast> {
    let key = app.session.with_untracked(|session| session.as_ref()?.key.as_ref().map(public_key));
    let entry = LogEntry::from_leaf_reading(ballot.proven.index, &ballot.proven.leaf.0, of_votes).ok()?;
    let Body::Ballot(body) = entry.entry.body() else { return None };
    let own = Some(entry.entry.author()) == key;
    let (entry_id, held_by) = (ballot.entry, ballot.held_by.clone());
    let cast = Cast { entry: entry_id, received_ms: entry.received_ms, stands: ballot.stands, own, held_by };
    (body.party == *party).then_some(cast)
}
