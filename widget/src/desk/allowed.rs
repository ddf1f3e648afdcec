//! Which vote allowed a line of the books: those whose file names one, and spending that needs one. What the file writes is only
//! words; which vote it was is chosen here, and the rule book checks that it passed.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Item, Method};
use yishi_protocol::calendar::local_day;
use yishi_protocol::count::Outcome;
use yishi_protocol::id::AgendaId;
use yishi_protocol::ledger::LedgerLine;
use yishi_protocol::projection::{Stated, Vote};
use yishi_sheets::ledger::{LedgerFile, RemarkCode};

use crate::desk::acts::Form;
use crate::desk::dates::full;
use crate::desk::field::Field;
use crate::desk::forms::{card, choice, hint, shown, small};
use crate::desk::{Desk, file};
use crate::kit::tell::yuan;
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// How many votes are offered, the newest first; more are seldom paid for in one month.
const VOTES: usize = 40;
/// How many lines are asked about one by one.
const LINES: usize = 40;

/// What is chosen where there was no vote.
const NONE: &str = "none";

/// An item that passed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Passed {
    pub(crate) agenda: AgendaId,
    pub(crate) item: u32,
    /// What was asked.
    pub(crate) text: String,
    method: Method,
    /// The vote's title and its last day.
    vote: (String, u64),
}

/// The items of a vote that passed and can be carried out.
pub(crate) fn passed(agenda: AgendaId, vote: &Vote, stated: &Stated) -> Vec<Passed> {
    let Some(tally) = &stated.tally else { return Vec::new() };
    let good =
        |outcome| matches!(outcome, Outcome::Passed | Outcome::ElectionFilled | Outcome::ElectionPartial);
    let items = vote.notice.items.iter().zip(&vote.text.items).zip(&tally.items).enumerate();
    let items = items.filter(|(place, _)| stated.carries(*place)).map(|(_, item)| item);
    let title = vote.text.title.text.clone();
    let one = |((item, text), _): ((&Item, &ItemText), _)| Passed {
        agenda,
        item: item.id,
        text: text.title.text.clone(),
        method: item.method,
        vote: (title.clone(), vote.closes_ms()),
    };
    items.filter(|(_, counted)| good(counted.outcome)).map(one).collect()
}

/// Lines that one choice is about.
#[derive(Clone)]
struct Group {
    /// What the file writes; none for spending that names nothing.
    written: Option<String>,
    /// Their places in the file's list of lines.
    lines: Vec<usize>,
    /// The chosen one: nothing yet, [`NONE`], or `agenda:item`.
    chosen: Field,
}

/// All that is to be chosen about a file.
#[derive(Clone, Copy)]
pub(crate) struct Allowed(StoredValue<Vec<Group>>);

impl Allowed {
    /// The groups of a file: by what it writes, then spending without a word about a vote, line by line.
    pub(crate) fn of(file: &LedgerFile, form: Form) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let missing = |number| {
            file.remarks
                .iter()
                .any(|remark| remark.line == number && remark.code == RemarkCode::DecisionMissing)
        };
        for (place, line) in file.lines.iter().enumerate() {
            let known =
                groups.iter_mut().find(|group| group.written.is_some() && group.written == line.decision);
            if let Some(group) = known {
                group.lines.push(place);
            } else if line.decision.is_some() || missing(line.number) {
                let first = if line.decision.is_some() { "" } else { NONE };
                let name =
                    line.decision.clone().unwrap_or_else(|| format!("{} {}", line.line.voucher, line.number));
                let chosen = form.field(&format!("allowed/{name}"), first);
                groups.push(Group { written: line.decision.clone(), lines: vec![place], chosen });
            }
        }
        Self(StoredValue::new(groups))
    }

    /// Whether the file names a vote and nobody has said which that is.
    pub(crate) fn is_open(self) -> bool {
        self.0.with_value(|groups| groups.iter().any(|group| group.chosen.with(String::is_empty)))
    }

    /// The lines with the votes that were chosen.
    pub(crate) fn put(self, mut lines: Vec<LedgerLine>) -> Vec<LedgerLine> {
        self.0.with_value(|groups| {
            for group in groups {
                let decision = group.chosen.with(|chosen| {
                    let (agenda, item) = chosen.split_once(':')?;
                    Some((agenda.parse::<AgendaId>().ok()?, item.parse::<u32>().ok()?))
                });
                for place in &group.lines {
                    if let Some(line) = lines.get_mut(*place) {
                        line.decision = decision;
                    }
                }
            }
        });
        lines
    }

    /// The card that asks; nothing where nothing is to be asked.
    pub(crate) fn card(self, desk: Desk, file: &LedgerFile) -> View {
        let groups = self.0.get_value();
        if groups.is_empty() {
            return View::Nothing;
        }
        let told: Vec<String> = groups.iter().map(|group| told(desk, file, group)).collect();
        let counted: Vec<AgendaId> = desk
            .data
            .with_untracked(|data| data.counted.iter().filter_map(|vote| vote.agenda).take(VOTES).collect());
        let found = desk.reading(async move |session| votes(session, &counted).await);
        let body = shown(desk, found, move |votes: Vec<Passed>| asked(desk, &groups, &told, &votes));
        card(desk.say(key::desk_allowed::WHICH_VOTE_ALLOWED_IT), "", body)
    }
}

async fn votes(session: &mut Session, counted: &[AgendaId]) -> Result<Vec<Passed>, Trouble> {
    let mut all = Vec::new();
    for agenda in counted {
        let (vote, stated) = session.result(agenda).await?;
        // Who was elected allows no spending.
        all.extend(
            passed(*agenda, &vote, &stated).into_iter().filter(|one| one.method == Method::Resolution),
        );
    }
    Ok(all)
}

/// What a group is about, in words.
fn told(desk: Desk, file: &LedgerFile, group: &Group) -> String {
    let lines = group.lines.iter().filter_map(|place| file.lines.get(*place));
    let fen: i64 = lines.clone().map(|line| line.line.amount_fen).fold(0, i64::saturating_add);
    match (&group.written, lines.clone().next()) {
        (Some(written), _) => {
            let count = group.lines.len();
            desk.fill(key::desk_allowed::the_file_says_yuan(&written, &count, &yuan(fen)))
        }
        (None, Some(line)) => {
            let number = file::number(desk, line.number);
            format!("{number} {} {}", line.line.description, yuan(fen))
        }
        (None, None) => String::new(),
    }
}

fn asked(desk: Desk, groups: &[Group], told: &[String], votes: &[Passed]) -> View {
    let words = |passed: &Passed| {
        let (title, closes_ms) = &passed.vote;
        let day = full(desk.lang(), local_day(closes_ms.saturating_sub(1)));
        let what = if *title == passed.text { title.clone() } else { format!("{title}：{}", passed.text) };
        (format!("{}:{}", passed.agenda, passed.item), format!("{what}（{day}）"))
    };
    let rows = groups.iter().zip(told).take(LINES).enumerate().map(|(place, (group, told))| {
        let mut options = Vec::new();
        if let Some(written) = &group.written {
            options.push((String::new(), desk.say(key::desk_allowed::CHOOSE_A_VOTE).to_owned()));
            // The one vote that is called so.
            let mut alike = votes.iter().filter(|passed| {
                passed.vote.0.contains(written.as_str()) || passed.text.contains(written.as_str())
            });
            if let (true, Some(only), None) =
                (group.chosen.with_untracked(String::is_empty), alike.next(), alike.next())
            {
                group.chosen.set(words(only).0);
            }
        }
        options.extend(votes.iter().map(words));
        options.push((NONE.to_owned(), desk.say(key::desk_allowed::THERE_WAS_NO_VOTE).to_owned()));
        choice(format!("allowed{place}"), told, "", options, group.chosen)
    });
    let left = groups.len().saturating_sub(LINES);
    view! {
        {small(desk.say(
            key::desk_allowed::SPENDING_OF_THE_MAINTENANCE_FUND,
        ))}
        {votes.is_empty().then(|| hint("ys-note_wait", desk.say(
            key::desk_allowed::NO_VOTE_HAS_PASSED_YET,
        )))}
        {rows.draw_all()}
        {(left > 0).then(|| small(desk.fill(key::desk_allowed::more_are_published_without_a(&left))))}
    }
}
