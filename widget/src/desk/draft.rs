//! A vote being announced: what was typed so far, and the notice it makes.

use leptos::prelude::*;
use yishi_protocol::blob::{AgendaText, Blob, BlobKind, ItemText, Words};
use yishi_protocol::body::{Body, Class, Item, Method, Mode, Notice, RaisedShare};
use yishi_protocol::count::consent_share;
use yishi_protocol::id::{MatterId, RollId, Salt};
use yishi_protocol::plan::Plan;

use super::Desk;
use super::adopting::Adopting;
use super::dates::from_iso;
use super::forms::{Field, blank};
use crate::app::App;
use crate::drafts::Kept;

/// The most questions that the desk puts into one vote. The rule book allows more; ballots with more are not read.
pub(super) const MAX_ITEMS: usize = 5;

/// How many steps announcing takes.
const STEPS: usize = 5;

/// Shares that bylaws are known to ask for.
const SHARES: [RaisedShare; 8] = [(3, 5), (2, 3), (7, 10), (3, 4), (4, 5), (5, 6), (9, 10), (1, 1)];

/// What was typed. Signals, so that it outlives its page and every refusal.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// Which of the five steps, from 0.
    pub(super) step: RwSignal<usize>,
    /// The id of the matter that is put to the vote; empty for none.
    pub(super) matter: Field,
    pub(super) class: Field,
    /// `3/4`; empty for the law's own.
    pub(super) raise: Field,
    /// The number of the scope.
    pub(super) scope: Field,
    /// The first day of voting; empty for the earliest.
    pub(super) begins: Field,
    pub(super) days: Field,
    pub(super) title: Field,
    pub(super) body: Field,
    pub(super) items: RwSignal<Vec<String>>,
    /// What the first question changes of the bylaws.
    pub(super) adopting: Adopting,
    app: App,
}

impl Draft {
    /// As it was left, perhaps in an earlier visit.
    pub(super) fn new(app: App, kept: &Kept) -> Self {
        let draft = Self {
            step: RwSignal::new(0),
            matter: kept.field("matter", ""),
            class: kept.field("class", "ordinary"),
            raise: kept.field("raise", ""),
            scope: kept.field("scope", "0"),
            begins: kept.field("begins", ""),
            days: kept.field("days", "15"),
            title: kept.field("title", ""),
            body: kept.field("body", ""),
            items: RwSignal::new(vec![String::new()]),
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
    pub(super) fn clear(self) {
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
    pub(super) fn begun(self) -> bool {
        !blank(self.title) || !blank(self.body)
    }

    pub(super) fn matter_id(self) -> Option<MatterId> {
        self.matter.get().parse().ok()
    }

    pub(super) fn class_of(self) -> Class {
        if self.class.with(|class| class == "special") { Class::Special } else { Class::Ordinary }
    }

    /// The stricter shares that fit the class: never less than the law's own.
    pub(super) fn shares(self) -> Vec<RaisedShare> {
        let law = consent_share(self.class_of(), None);
        let stricter = |share: &&RaisedShare| law.of(share.0.into(), share.1.into()).holds();
        // The law's own share said in other words is no choice.
        let other = |share: &&RaisedShare| (share.0, share.1) != (law.numerator, law.denominator);
        SHARES.iter().filter(stricter).filter(other).copied().collect()
    }

    /// The stricter share that was chosen, if it fits the class.
    pub(super) fn raised(self) -> Option<RaisedShare> {
        let chosen = self.raise.get();
        self.shares().into_iter().find(|share| written(*share) == chosen)
    }

    pub(super) fn scope_number(self) -> u32 {
        self.scope.get().parse().unwrap_or_default()
    }

    pub(super) fn plan(self, now_ms: u64) -> Plan {
        let begins = from_iso(&self.begins.get());
        Plan::new(&self.app.settings(), now_ms, begins, self.days.get().trim().parse().unwrap_or(15))
    }

    /// What keeps the text from being noticed.
    pub(super) fn missing_text(self, desk: Desk) -> Option<&'static str> {
        if blank(self.title) {
            return Some(desk.say("还缺标题", "The title is missing"));
        }
        if blank(self.body) {
            return Some(desk.say("还缺方案全文", "The text is missing"));
        }
        let empty = self.items.with(|items| items.iter().any(|item| item.trim().is_empty()));
        if empty {
            return Some(desk.say("有一题还没写", "A question is empty"));
        }
        let whole = desk
            .data
            .with(|data| data.scope(self.scope_number()).is_some_and(|scope| scope.parent.is_none()));
        self.adopting.missing(desk, whole)
    }

    /// The words of the notice.
    pub(super) fn text(self) -> AgendaText {
        let words = |zh: &str| Words::zh(zh.trim());
        let item = |title: &String| ItemText { options: Vec::new(), title: words(title) };
        AgendaText {
            body: words(&self.body.get()),
            items: self.items.get().iter().map(item).collect(),
            title: words(&self.title.get()),
        }
    }

    /// The notice with its text, as it is signed.
    pub(super) fn notice(self, now_ms: u64, roll: RollId) -> (Body, Vec<Blob>) {
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
pub(super) fn written((numerator, denominator): RaisedShare) -> String {
    format!("{numerator}/{denominator}")
}

/// What share must consent, in words.
pub(super) fn consent_words(desk: Desk, class: Class, raise: Option<RaisedShare>) -> String {
    match (raise, class) {
        (Some((1, 1)), _) => desk.say("参加者全部同意", "all taking part").to_owned(),
        (Some(share), _) => {
            desk.either(format!("参加者的 {} 以上", written(share)), format!("at least {}", written(share)))
        }
        (None, Class::Ordinary) => desk.say("参加者过半数", "more than half of those taking part").to_owned(),
        (None, Class::Special) => {
            desk.say("参加者四分之三以上", "at least three quarters of those taking part").to_owned()
        }
    }
}

/// The kind of a vote, in words.
pub(super) fn class_words(desk: Desk, class: Class) -> &'static str {
    match class {
        Class::Ordinary => desk.say("普通事项", "Ordinary"),
        Class::Special => desk.say("特别事项", "Special"),
    }
}

/// A part of the estate by its number.
pub(super) fn scope_words(desk: Desk, scope: u32) -> String {
    let name = desk.data.with(|data| data.scope(scope).map(|scope| scope.name.clone()));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| desk.say("全小区", "The whole estate").to_owned())
}
