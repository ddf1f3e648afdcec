//! A vote being announced: what was typed so far, and the notice it makes.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, ItemText, Words};
use yishi_protocol::body::{
    Body, Class, Item, Method, Mode, Notice, OnBallot, RaisedShare, check_election, option_of,
};
use yishi_protocol::id::{MatterId, RollId, Salt};
use yishi_protocol::plan::Plan;
use yishi_protocol::preset::{Preset, USUAL_WINDOW_DAYS};
use yishi_protocol::projection::Candidate;
use yishi_protocol::rejection::Code;
use yishi_protocol::view::ScopeView;

use crate::desk::adoption::Adopting;
use crate::desk::dates::from_iso;
use crate::desk::field::{Field, blank};
use crate::live::Live;
use crate::proofs::candidates::Standers;
use crate::proofs::drafts::Kept;
use crate::shell::app::App;
use crate::words::key;

/// The most questions that the desk puts into one vote. The rule book allows more; ballots with more are not read.
pub(crate) const MAX_ITEMS: usize = 5;

/// How many steps announcing takes.
pub(crate) const STEPS: usize = 5;

/// What was typed. Signals, so that it outlives its page and every refusal.
#[derive(Clone, Copy)]
pub(crate) struct NewVote {
    /// Which of the five steps, from 0.
    pub(crate) step: Live<usize>,
    /// The id of the matter that is put to the vote; empty for none.
    pub(crate) matter: Field,
    /// The name of the preset: what is to be decided. It says the class; empty until somebody chose.
    pub(crate) preset: Field,
    /// `3/4`; empty for the law's own.
    pub(crate) raise: Field,
    /// The number of the scope.
    pub(crate) scope: Field,
    /// The first day of voting; empty for the earliest.
    pub(crate) begins: Field,
    pub(crate) days: Field,
    pub(crate) title: Field,
    pub(crate) body: Field,
    pub(crate) items: Live<Vec<String>>,
    /// What the first question changes of the bylaws.
    pub(crate) adopting: Adopting,
    /// Who stands for the election of the matter, once that was read; another matter's until then.
    pub(crate) standing: Live<Option<Standers>>,
    /// How many of them are elected.
    pub(crate) seats: Field,
    app: App,
}

impl NewVote {
    /// As it was left, perhaps in an earlier visit.
    pub(crate) fn new(app: App, kept: &Kept) -> Self {
        let draft = Self {
            step: Live::new(0),
            matter: kept.field("matter", ""),
            preset: kept.field("preset", ""),
            raise: kept.field("raise", ""),
            scope: kept.field("scope", "0"),
            begins: kept.field("begins", ""),
            days: kept.field("days", usual()),
            title: kept.field("title", ""),
            body: kept.field("body", ""),
            items: Live::new(vec![String::new()]),
            adopting: Adopting::new(app, kept),
            standing: Live::new(None),
            seats: kept.field("seats", ""),
            app,
        };
        kept.keep("step", draft.step, ToString::to_string, |step| {
            step.parse().ok().filter(|step| *step < STEPS)
        });
        // A question is one line.
        kept.keep(
            "items",
            draft.items,
            |items| items.join("\n"),
            |lines| Some(lines.split('\n').take(MAX_ITEMS).map(str::to_owned).collect()),
        );
        draft
    }

    /// Forgets all that was typed.
    pub(crate) fn clear(self) {
        self.step.set(0);
        self.scope.set("0".to_owned());
        self.days.set(usual());
        let fields = [self.matter, self.preset, self.raise, self.begins, self.title, self.body, self.seats];
        for field in fields {
            field.set(String::new());
        }
        self.items.set(vec![String::new()]);
        self.adopting.clear();
        self.standing.set(None);
    }

    /// Whether somebody began to write it.
    pub(crate) fn begun(self) -> bool {
        !blank(self.title) || !blank(self.body)
    }

    pub(crate) fn matter_id(self) -> Option<MatterId> {
        self.matter.get().parse().ok()
    }

    /// Who stands for the election of the matter that was chosen; none before that was read.
    fn election(self) -> Option<Standers> {
        let matter = self.matter_id()?;
        self.standing.with(|standing| standing.clone().filter(|standing| standing.view.matter == matter))
    }

    /// Whether it is not known yet if the matter is an election.
    pub(crate) fn is_unread(self) -> bool {
        self.matter_id().is_some() && self.election().is_none()
    }

    /// Those whom the notice of an election names, in its order; none where the matter elects nobody.
    pub(crate) fn candidates(self) -> Vec<Candidate> {
        let Some(standing) = self.election() else { return Vec::new() };
        standing.view.ballot.iter().filter_map(|entry| standing.of(entry)).cloned().collect()
    }

    /// Whether people stand for the matter, so that its vote elects them and decides nothing else.
    pub(crate) fn elects(self) -> bool {
        self.election().is_some_and(|standing| !standing.view.ballot.is_empty())
    }

    /// Why the rules would refuse the notice of an election, if they would: `heads` homes elect.
    pub(crate) fn refused(self, heads: u64, now_ms: u64, roll: RollId) -> Option<Code> {
        let on_ballot: Vec<OnBallot> = self.candidates().iter().map(on_ballot).collect();
        let (Body::Notice(notice), _) = self.notice(now_ms, roll) else { return None };
        check_election(&notice, &on_ballot, heads, now_ms).err().map(|refused| refused.code)
    }

    /// What is to be decided, once somebody chose.
    pub(crate) fn chosen(self) -> Option<Preset> {
        if self.elects() {
            return Some(Preset::Committee);
        }
        self.preset.with(|name| Preset::of(name))
    }

    /// The class that the law gives it.
    pub(crate) fn class_of(self) -> Class {
        self.chosen().map_or(Class::Ordinary, Preset::class)
    }

    /// The stricter share that was chosen, if it is stricter than the law's own for what is to be decided.
    pub(crate) fn raised(self) -> Option<RaisedShare> {
        if self.elects() {
            return None;
        }
        let raise = self.raise.get();
        self.chosen()?.raises().find(|share| written(*share) == raise)
    }

    pub(crate) fn scope_number(self) -> u32 {
        self.scope.get().parse().unwrap_or_default()
    }

    pub(crate) fn plan(self, now_ms: u64) -> Plan {
        let begins = from_iso(&self.begins.get());
        Plan::new(
            &self.app.settings(),
            now_ms,
            begins,
            self.days.get().trim().parse().unwrap_or(USUAL_WINDOW_DAYS),
        )
    }

    /// The words of the notice.
    pub(crate) fn text(self) -> AgendaText {
        let words = |zh: &str| Words::zh(zh.trim());
        // As each calls themselves: nobody is called by somebody else's words.
        let called = |one: &Candidate| one.called.as_ref().cloned();
        let options: Vec<Words> = self.candidates().iter().filter_map(called).collect();
        let item = |title: &String| ItemText { options: options.clone(), title: words(title) };
        let most = if options.is_empty() { MAX_ITEMS } else { 1 };
        AgendaText {
            body: words(&self.body.get()),
            items: self.items.get().iter().take(most).map(item).collect(),
            title: words(&self.title.get()),
        }
    }

    /// The notice with its text, as it is signed.
    pub(crate) fn notice(self, now_ms: u64, roll: RollId) -> (Body, Vec<Blob>) {
        let (class, raise) = (self.class_of(), self.raised());
        let text = self.text();
        let elects = self.elects();
        let adoption = self.adopting.adoption().filter(|_| !elects);
        let options: Vec<String> = self.candidates().iter().map(|one| option_of(&one.entry)).collect();
        let seats = self.seats.get().trim().parse().unwrap_or_default();
        let item = |id: u32| Item {
            adopts: adoption.clone().filter(|_| id == 1),
            class,
            id,
            method: if elects { Method::Election } else { Method::Resolution },
            options: options.clone(),
            raise,
            seats: if elects { seats } else { 0 },
        };
        let items = (1..).zip(&text.items).map(|(id, _)| item(id)).collect();
        // Official texts have no salt: everyone can compute their ids.
        let blob = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
        let plan = self.plan(now_ms);
        let notice = Notice {
            closes_ms: plan.closes_ms(),
            items,
            legal_mode: self.app.settings().legal_mode,
            lottery: Some(self.app.say(key::lottery::NAME).to_owned()),
            matter: self.matter_id(),
            mode: Mode::Sealed,
            opens_ms: plan.opens_ms(),
            reserve_ms: None,
            roll,
            scope: self.scope_number(),
            text: blob.id(),
        };
        (notice.into(), vec![blob])
    }
}

/// A candidate as the rules ask about them.
fn on_ballot(one: &Candidate) -> OnBallot {
    (option_of(&one.entry), one.posted_ms.unwrap_or(u64::MAX))
}

/// Leaves the parts of the estate that vote on what was chosen. All stay where the roll has none of them; the whole stays where
/// the matter is everybody's, since the rules take no vote of fewer than those whom it concerns.
pub(crate) fn hold_to_law(parts: &mut Vec<ScopeView>, preset: Option<Preset>, matter: Option<u32>) {
    let Some(preset) = preset else { return };
    let fits = |part: &ScopeView| preset.lets(part.parent.is_none());
    if parts.iter().any(fits) {
        parts.retain(|part| fits(part) || (part.parent.is_none() && Some(part.scope) == matter));
    }
}

/// How many days a vote takes if nobody says.
fn usual() -> String {
    USUAL_WINDOW_DAYS.to_string()
}

/// `3/4`.
pub(crate) fn written((numerator, denominator): RaisedShare) -> String {
    format!("{numerator}/{denominator}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole, a building, and a stairwell in it.
    fn parts() -> Vec<ScopeView> {
        let part = |scope: u32, parent| ScopeView {
            scope,
            parent,
            name: format!("{scope}"),
            heads: Some(12),
            area_c: Some(94_469),
        };
        vec![part(0, None), part(1, Some(0)), part(2, Some(1))]
    }

    fn offered(preset: Option<Preset>, matter: Option<u32>) -> Vec<u32> {
        let mut parts = parts();
        hold_to_law(&mut parts, preset, matter);
        parts.iter().map(|part| part.scope).collect()
    }

    #[test]
    fn what_binds_all_is_voted_by_all_and_a_lift_by_those_beneath_it() {
        assert_eq!(offered(None, None), [0, 1, 2]);
        assert_eq!(offered(Some(Preset::Repair), None), [0, 1, 2]);
        assert_eq!(offered(Some(Preset::Lift), Some(2)), [1, 2]);
        // Whoever brought the covenant up for a stairwell does not make it the stairwell's.
        assert_eq!(offered(Some(Preset::Covenant), Some(2)), [0]);
    }

    #[test]
    fn no_choice_is_left_empty() {
        // A matter of the whole estate is put to all, or the rules refuse it.
        assert_eq!(offered(Some(Preset::Lift), Some(0)), [0, 1, 2]);
        let mut whole = parts();
        whole.truncate(1);
        hold_to_law(&mut whole, Some(Preset::Lift), None);
        assert_eq!(whole.len(), 1, "an estate of one stairwell");
        hold_to_law(&mut Vec::new(), Some(Preset::Lift), None);
    }
}
