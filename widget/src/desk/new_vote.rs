//! A vote being announced: what was typed so far, and the notice it makes.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, ItemText, Words};
use yishi_protocol::body::{Body, Class, Item, Method, Mode, Notice, RaisedShare};
use yishi_protocol::count::consent_share;
use yishi_protocol::id::{MatterId, RollId, Salt};
use yishi_protocol::plan::Plan;

use crate::desk::adoption::Adopting;
use crate::desk::dates::from_iso;
use crate::desk::field::{Field, blank};
use crate::live::Live;
use crate::proofs::drafts::Kept;
use crate::shell::app::App;

/// The most questions that the desk puts into one vote. The rule book allows more; ballots with more are not read.
pub(crate) const MAX_ITEMS: usize = 5;

/// How many steps announcing takes.
const STEPS: usize = 5;

/// Shares that bylaws are known to ask for.
const SHARES: [RaisedShare; 8] = [(3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (5, 6), (9, 10), (1, 1)];

/// What was typed. Signals, so that it outlives its page and every refusal.
#[derive(Clone, Copy)]
pub(crate) struct NewVote {
    /// Which of the five steps, from 0.
    pub(crate) step: Live<usize>,
    /// The id of the matter that is put to the vote; empty for none.
    pub(crate) matter: Field,
    pub(crate) class: Field,
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
    app: App,
}

impl NewVote {
    /// As it was left, perhaps in an earlier visit.
    pub(crate) fn new(app: App, kept: &Kept) -> Self {
        let draft = Self {
            step: Live::new(0),
            matter: kept.field("matter", ""),
            class: kept.field("class", "ordinary"),
            raise: kept.field("raise", ""),
            scope: kept.field("scope", "0"),
            begins: kept.field("begins", ""),
            days: kept.field("days", "15"),
            title: kept.field("title", ""),
            body: kept.field("body", ""),
            items: Live::new(vec![String::new()]),
            adopting: Adopting::new(app, kept),
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
        self.class.set("ordinary".to_owned());
        self.scope.set("0".to_owned());
        self.days.set("15".to_owned());
        for field in [self.matter, self.raise, self.begins, self.title, self.body] {
            field.set(String::new());
        }
        self.items.set(vec![String::new()]);
        self.adopting.clear();
    }

    /// Whether somebody began to write it.
    pub(crate) fn begun(self) -> bool {
        !blank(self.title) || !blank(self.body)
    }

    pub(crate) fn matter_id(self) -> Option<MatterId> {
        self.matter.get().parse().ok()
    }

    pub(crate) fn class_of(self) -> Class {
        if self.class.with(|class| class == "special") { Class::Special } else { Class::Ordinary }
    }

    /// The stricter shares that fit the class: never less than the law's own.
    pub(crate) fn shares(self) -> Vec<RaisedShare> {
        let law = consent_share(self.class_of(), None);
        let stricter = |share: &&RaisedShare| law.of(share.0.into(), share.1.into()).holds();
        // The law's own share said in other words is no choice.
        let other = |share: &&RaisedShare| (share.0, share.1) != (law.numerator, law.denominator);
        SHARES.iter().filter(stricter).filter(other).copied().collect()
    }

    /// The stricter share that was chosen, if it fits the class.
    pub(crate) fn raised(self) -> Option<RaisedShare> {
        let chosen = self.raise.get();
        self.shares().into_iter().find(|share| written(*share) == chosen)
    }

    pub(crate) fn scope_number(self) -> u32 {
        self.scope.get().parse().unwrap_or_default()
    }

    pub(crate) fn plan(self, now_ms: u64) -> Plan {
        let begins = from_iso(&self.begins.get());
        Plan::new(&self.app.settings(), now_ms, begins, self.days.get().trim().parse().unwrap_or(15))
    }

    /// The words of the notice.
    pub(crate) fn text(self) -> AgendaText {
        let words = |zh: &str| Words::zh(zh.trim());
        let item = |title: &String| ItemText { options: Vec::new(), title: words(title) };
        AgendaText {
            body: words(&self.body.get()),
            items: self.items.get().iter().map(item).collect(),
            title: words(&self.title.get()),
        }
    }

    /// The notice with its text, as it is signed.
    pub(crate) fn notice(self, now_ms: u64, roll: RollId) -> (Body, Vec<Blob>) {
        let (class, raise) = (self.class_of(), self.raised());
        let text = self.text();
        let adoption = self.adopting.adoption();
        let item = |id: u32| Item {
            adopts: adoption.clone().filter(|_| id == 1),
            class,
            id,
            method: Method::Resolution,
            options: Vec::new(),
            raise,
            seats: 0,
        };
        let items = (1..).zip(&text.items).map(|(id, _)| item(id)).collect();
        // Official texts have no salt: everyone can compute their ids.
        let blob = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
        let plan = self.plan(now_ms);
        let notice = Notice {
            closes_ms: plan.closes_ms(),
            items,
            legal_mode: self.app.settings().legal_mode,
            lottery: None,
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

/// `3/4`.
pub(crate) fn written((numerator, denominator): RaisedShare) -> String {
    format!("{numerator}/{denominator}")
}
