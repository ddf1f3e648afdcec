//! How ballots came, and what became of the sheets of paper: what the log alone tells.

use std::collections::{BTreeMap, BTreeSet};

use super::vote_book::Channel;
use crate::id::AgendaId;
use crate::rejection::{Code, Rejection};
use crate::state::State;
use crate::strict_json::Strict;

/// Fewer homes than this are not told apart.
const GROUP: u64 = 10;

/// How many homes voted in which way, and what became of sheets. Of a vote whose box was counted, a sheet that was keyed and did
/// not lie in it, and one that lay in it and was not read alike by two, are what a court would ask for first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Papers {
    /// Homes whose valid ballot stands and was signed on a device.
    pub online: u64,
    /// Homes whose valid ballot stands and came on paper.
    pub paper: u64,
    /// Homes whose valid ballot stands and came on paper, with help.
    pub assisted: u64,
    /// Homes whose sheet stands though they have a ballot online.
    pub over_online: u64,
    /// Sheets that an owner has denied.
    pub denied: u64,
    /// Homes whose sheet stands and is invalid as a whole.
    pub invalid: u64,
    /// Sheets in the box, once it is counted.
    pub boxed: Option<u64>,
    /// Sheets that lay in the box or were read by somebody, and that no two have read alike.
    pub unread: u64,
    /// Sheets in the count that did not lie in the box when it was counted.
    pub unboxed: u64,
}

/// The same for everybody: homes by channel only where each channel that was used has ten of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
pub struct PapersView {
    /// Homes whose valid ballot stands and was signed on a device; null where that could tell of a few.
    pub online: Option<u64>,
    /// Homes whose valid ballot stands and came on paper; null likewise.
    pub paper: Option<u64>,
    /// Homes whose valid ballot stands and came on paper, with help; null likewise.
    pub assisted: Option<u64>,
    /// Homes whose sheet stands though they have a ballot online.
    pub over_online: u64,
    /// Sheets that an owner has denied.
    pub denied: u64,
    /// Homes whose sheet stands and is invalid as a whole.
    pub invalid: u64,
    /// Sheets in the box; null if none was counted.
    pub boxed: Option<u64>,
    /// Sheets that lay in the box or were read by somebody, and that no two have read alike.
    pub unread: u64,
    /// Sheets in the count that did not lie in the box.
    pub unboxed: u64,
}

/// How the ballots of a vote came, as they stand now.
///
/// # Errors
/// `AGENDA_UNKNOWN`.
pub fn papers(state: &State, agenda: &AgendaId) -> Result<Papers, Rejection> {
    let agenda = state.agendas.get(agenda).ok_or(Code::AgendaUnknown)?;
    let mut papers = Papers::default();
    let more = |count: &mut u64| *count = count.saturating_add(1);
    let mut casts: BTreeMap<u64, (Channel, bool)> = BTreeMap::new();
    let mut online = BTreeSet::new();
    for cast in agenda.book.casts().iter() {
        casts.insert(cast.number, (cast.channel, cast.valid));
        if cast.channel == Channel::Online {
            online.insert(cast.party);
        }
    }
    for number in agenda.all_counted() {
        match casts.get(&number) {
            Some((Channel::Online, _)) => more(&mut papers.online),
            Some((Channel::Paper, true)) => more(&mut papers.paper),
            Some((Channel::Assisted, true)) => more(&mut papers.assisted),
            Some((_, false)) => more(&mut papers.invalid),
            None => {}
        }
        let ballot = agenda.ballots.get(&number);
        if ballot.is_some_and(|ballot| ballot.paper.is_some() && online.contains(&ballot.party)) {
            more(&mut papers.over_online);
        }
    }
    for paper in agenda.ballots.values().filter_map(|ballot| ballot.paper.as_ref()) {
        if paper.denied {
            more(&mut papers.denied);
        }
        let boxed = |sheets: &crate::state::Set<u32>| sheets.contains(&paper.sheet);
        if agenda.ballot_box.as_ref().is_some_and(|counted| !boxed(&counted.sheets)) {
            more(&mut papers.unboxed);
        }
    }
    let counted = agenda.ballot_box.as_ref();
    papers.boxed = counted.map(|counted| u64::try_from(counted.sheets.len()).unwrap_or(u64::MAX));
    let mut unread: BTreeSet<u32> = counted.into_iter().flat_map(|counted| agenda.unread(counted)).collect();
    let alone = agenda.sheets.iter().filter(|(_, sheet)| sheet.counted.is_none());
    unread.extend(alone.map(|(number, _)| *number));
    papers.unread = u64::try_from(unread.len()).unwrap_or(u64::MAX);
    Ok(papers)
}

impl Papers {
    /// What everybody may read of it.
    pub fn posted(&self) -> PapersView {
        let channels = [self.online, self.paper, self.assisted];
        let tell = channels.iter().all(|homes| *homes == 0 || *homes >= GROUP);
        let [online, paper, assisted] = channels.map(|homes| tell.then_some(homes));
        let Papers { over_online, denied, invalid, boxed, unread, unboxed, .. } = *self;
        PapersView { online, paper, assisted, over_online, denied, invalid, boxed, unread, unboxed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_told_only_where_none_has_a_few() {
        let of = |online, paper, assisted| Papers { online, paper, assisted, ..Papers::default() }.posted();
        let told = of(40, 10, 0);
        assert_eq!((told.online, told.paper, told.assisted), (Some(40), Some(10), Some(0)));
        for few in [of(40, 9, 0), of(9, 40, 0), of(40, 10, 1)] {
            assert_eq!((few.online, few.paper, few.assisted), (None, None, None));
        }
    }
}
