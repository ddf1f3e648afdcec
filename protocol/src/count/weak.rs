//! Ballots that are counted like every other one and rest on less: whose phone came late, or that somebody else cast.
//!
//! Every result says how many there are of each sort, and the roll call asks them first. A sort that is not built yet has its place
//! here: the count knows who cast and how already.

use std::collections::{BTreeMap, BTreeSet};

use super::late::{is_late, is_recorded};
use super::vote_book::{By, Cast, Channel};
use crate::bylaws::Joint;
use crate::id::{AgendaId, PartyId, PersonId};
use crate::rejection::{Code, Rejection};
use crate::state::{Agenda, State};
use crate::strict_json::Strict;

/// Why a ballot rests on less than others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Weakness {
    /// Its phone was let in after the notice.
    LateKey,
    /// Who cast it was named for the home by a document that was recorded after the notice.
    Recorded,
    /// It was held when it was cast, and its author named afterwards.
    HeldThenNamed,
    /// Somebody cast it who acts for an owner.
    Agent,
    /// Somebody cast it with a written mandate.
    Proxy,
    /// It was cast with help, at the voter's door or desk.
    Assisted,
    /// It is a paper that stands in place of a ballot cast online.
    PaperOverOnline,
}

impl Weakness {
    /// Every sort, in the order in which results list them.
    pub const ALL: [Weakness; 7] = [
        Weakness::LateKey,
        Weakness::Recorded,
        Weakness::HeldThenNamed,
        Weakness::Agent,
        Weakness::Proxy,
        Weakness::Assisted,
        Weakness::PaperOverOnline,
    ];
}

/// The parties whose standing ballot is weak, and why. It is what the log tells, and says nothing of what anybody chose.
///
/// # Errors
/// `AGENDA_UNKNOWN`.
pub fn weak_ballots(
    state: &State,
    agenda: &AgendaId,
) -> Result<BTreeMap<PartyId, BTreeSet<Weakness>>, Rejection> {
    let agenda = state.agendas.get(agenda).ok_or(Code::AgendaUnknown)?;
    let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
    let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
    let noticed_ms = notice.received_ms;
    let mut online = BTreeSet::new();
    let mut casts = BTreeMap::new();
    for cast in agenda.book.casts().iter() {
        casts.insert(cast.number, cast);
        if cast.channel == Channel::Online {
            online.insert(cast.party);
        }
    }
    let mut weak = BTreeMap::new();
    for number in agenda.all_counted() {
        let Some(cast) = casts.get(&number) else { continue };
        let mut sorts = of_cast(agenda, cast, online.contains(&cast.party));
        if let Some(ballot) = agenda.ballots.get(&number) {
            // A proxy's ballot rests on the key that gave the mandate too, or on the paper that did.
            let mandate = notice.mandate_of(roll, cast);
            let giver = mandate.and_then(|mandate| Some(mandate.by?.1));
            if [ballot.key, giver].into_iter().flatten().any(|key| is_late(state, &key, noticed_ms)) {
                sorts.insert(Weakness::LateKey);
            }
            let on_paper = mandate.is_some_and(|mandate| mandate.by.is_none());
            if on_paper || is_recorded(state, agenda, ballot, noticed_ms) {
                sorts.insert(Weakness::Recorded);
            }
        }
        if !sorts.is_empty() {
            weak.insert(cast.party, sorts);
        }
    }
    Ok(weak)
}

/// What a cast itself tells.
fn of_cast(agenda: &Agenda, cast: &Cast<PartyId, PersonId>, online_before: bool) -> BTreeSet<Weakness> {
    let unnamed = cast.represented_by.is_none();
    let objected = agenda.book.held_by(cast.number).next().is_some();
    let by = match cast.by {
        By::Owner => None,
        By::CoOwner(_) => {
            let held = unnamed && (agenda.bylaws.joint == Joint::Representative || objected);
            held.then_some(Weakness::HeldThenNamed)
        }
        By::Agent(_) => Some(Weakness::Agent),
        By::Proxy(_) => Some(Weakness::Proxy),
    };
    let how = match cast.channel {
        Channel::Online => None,
        Channel::Paper => online_before.then_some(Weakness::PaperOverOnline),
        Channel::Assisted => Some(Weakness::Assisted),
    };
    by.into_iter().chain(how).collect()
}

/// How many ballots are of each sort that has any.
pub fn count_weak(weak: &BTreeMap<PartyId, BTreeSet<Weakness>>) -> Vec<(Weakness, u64)> {
    let of = |sort: Weakness| {
        let ballots = weak.values().filter(|sorts| sorts.contains(&sort)).count();
        (sort, u64::try_from(ballots).unwrap_or(u64::MAX))
    };
    Weakness::ALL.into_iter().map(of).filter(|(_, ballots)| *ballots > 0).collect()
}
