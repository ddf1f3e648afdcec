//! What a court file holds, judged once, and how it is written for people.

use std::collections::BTreeSet;

use yishi_protocol::audit::{Audited, Known, Verdict, audit_vote};
use yishi_protocol::blob::{AgendaText, ItemText};
use yishi_protocol::body::{Item, ItemTally};
use yishi_protocol::calendar::local_day;
use yishi_protocol::count::{ItemResult, Outcome, Recount, Weight};
use yishi_protocol::id::{EntryId, EstateId};
use yishi_protocol::state::{Agenda, NoticeRecord};

use crate::desk::dates::full;
use crate::live::Live;
use crate::shell::app::App;
use crate::words::format::{area, grouped, local};
use crate::words::key;

/// An evidence export that was judged once, when its file was opened.
pub(crate) struct Case {
    pub(super) verdict: Verdict,
    pub(super) vote: Option<Counted>,
    /// Ballots that whoever judges has ticked off.
    pub(super) struck: Live<BTreeSet<EntryId>>,
}

/// A vote that can be counted again.
pub(super) struct Counted {
    pub(super) audited: &'static Audited,
    pub(super) agenda: &'static Agenda,
    pub(super) notice: &'static NoticeRecord,
    pub(super) text: AgendaText,
    pub(super) recount: Recount<'static>,
}

impl Case {
    /// Whose log it says to be.
    pub(crate) fn estate(&self) -> EstateId {
        self.verdict.estate.unwrap_or(EstateId::ZERO)
    }

    /// Judges an export. It stays for as long as the page that opened it.
    pub(crate) fn open(bytes: &[u8]) -> &'static Self {
        let (verdict, audited) = audit_vote(bytes, &Known::default());
        let vote = audited.and_then(|audited| Counted::of(Box::leak(Box::new(audited))));
        Box::leak(Box::new(Self { verdict, vote, struck: Live::new(BTreeSet::new()) }))
    }
}

impl Counted {
    fn of(audited: &'static Audited) -> Option<Self> {
        let state = audited.log.state();
        let agenda = state.agenda(&audited.agenda)?;
        let notice = state.notice(&agenda.notice)?;
        let text = audited.evidence.get(&notice.body.text)?.open().ok()?;
        let recount = Recount::new(state, &audited.agenda, &audited.evidence).ok()??;
        Some(Self { audited, agenda, notice, text, recount })
    }

    /// Each item with its words.
    pub(super) fn items(&self) -> impl Iterator<Item = (&Item, &ItemText)> {
        self.notice.body.items.iter().zip(&self.text.items)
    }

    /// What each item comes to without those ballots.
    pub(super) fn without(&self, struck: &BTreeSet<EntryId>) -> Vec<ItemTally> {
        let results = self.recount.without(struck);
        results.iter().zip(self.items()).map(|(result, (item, _))| result.tally(&item.options)).collect()
    }

    /// What is said of an item whose ballots were struck out: who is elected is part of it.
    pub(super) fn verdict(&self, struck: &BTreeSet<EntryId>, place: usize) -> Option<(Outcome, Vec<String>)> {
        let result = self.recount.without(struck).into_iter().nth(place)?;
        let elected = match &result {
            ItemResult::Resolution(_) => Vec::new(),
            ItemResult::Election(count) => count.elected.clone(),
        };
        Some((result.outcome(), elected))
    }
}

/// Heads and area in words.
pub(super) fn weighed(app: App, weight: Weight) -> String {
    format!(
        "{}{}{}{}",
        grouped(weight.heads),
        app.say(key::result::HEADS_UNIT),
        app.say(key::common::MARK),
        area(weight.area_c)
    )
}

/// A day of a year with its time: whoever reads it does so years later.
pub(super) fn moment(app: App, at_ms: u64) -> String {
    let day = full(app.lang.get_untracked(), local_day(at_ms));
    format!("{day} {}", local(at_ms).clock_with_seconds())
}
