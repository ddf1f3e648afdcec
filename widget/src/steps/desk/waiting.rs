//! What goes on, by what it is about and by how long ago it was raised, each with what is past due.

use std::cmp::Reverse;

use yishi_protocol::body::Category;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::state::Standing;
use yishi_protocol::view::MatterSummary;

use crate::desk::Desk;
use crate::desk::forms::{card, small};
use crate::draw::{View, view};
use crate::kit::charts::{Strip, legend, meter, share, twin};
use crate::kit::next::is_overdue;
use crate::kit::tell::category;
use crate::shell::new_matter::CATEGORIES;
use crate::words::key;

/// How many matters there are, and how many of them are past due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// All of them.
    pub(crate) all: u32,
    /// Past due.
    pub(crate) late: u32,
}

impl Tally {
    fn add(&mut self, late: bool) {
        self.all = self.all.saturating_add(1);
        self.late = self.late.saturating_add(u32::from(late));
    }

    /// The bar by a measure: what is past due is its end, in red.
    pub(crate) fn bar(self, most: u32) -> Strip {
        let (all, fine) = (
            share(self.all.into(), most.into()),
            share(self.all.saturating_sub(self.late).into(), most.into()),
        );
        let mut parts = vec![("for", 0, fine)];
        if self.late > 0 {
            parts.push(("over", fine, all.saturating_sub(fine)));
        }
        Strip { parts, mark: None }
    }
}

/// A kind of matters and how many there are of it.
type Kind = (Option<Category>, Tally);

/// The matters that go on, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// By what they are about, the most first.
    pub(crate) kinds: Vec<Kind>,
    /// Raised less than 7 days ago, 7 to 30, more than 30.
    pub(crate) ages: [Tally; 3],
}

/// Counts those that go on, at a moment.
pub(crate) fn of(matters: &[MatterSummary], now_ms: u64) -> Waiting {
    let mut waiting = Waiting::default();
    for matter in matters.iter().filter(|matter| matter.standing == Standing::Open) {
        let late = is_overdue(matter.next.as_ref(), now_ms);
        let days = now_ms.saturating_sub(matter.raised_ms) / DAY_MS;
        let age = match days {
            0..7 => 0,
            7..=30 => 1,
            _ => 2,
        };
        waiting.ages[age].add(late);
        let place = waiting.kinds.iter().position(|(kind, _)| *kind == matter.category);
        match place.and_then(|place| waiting.kinds.get_mut(place)) {
            Some((_, tally)) => tally.add(late),
            None => waiting.kinds.push((matter.category, Tally { all: 1, late: late.into() })),
        }
    }
    waiting.kinds.sort_by_key(|(kind, tally)| (Reverse(tally.all), *kind));
    waiting
}

/// How many kinds have a bar of their own.
const APART: usize = 6;

/// The kinds with a bar of their own, the most ahead, and the rest of them together: how many kinds, and their matters. A kind of
/// one matter has none, for bars of equal length tell nothing, unless it would be left over alone.
fn grouped(kinds: &[Kind]) -> (&[Kind], usize, Tally) {
    let several = kinds.iter().take_while(|(_, tally)| tally.all > 1).count().min(APART);
    let apart = if kinds.len().saturating_sub(several) < 2 { kinds.len() } else { several };
    let (apart, rest) = kinds.split_at_checked(apart).unwrap_or((kinds, &[]));
    let sum = rest.iter().fold(Tally::default(), |sum, (_, tally)| Tally {
        all: sum.all.saturating_add(tally.all),
        late: sum.late.saturating_add(tally.late),
    });
    (apart, rest.len(), sum)
}

/// The card; nothing where nothing goes on.
pub(crate) fn view(desk: Desk, matters: &[MatterSummary]) -> Option<View> {
    let waiting = of(matters, desk.now_ms());
    let rows = |of: Vec<(String, Tally)>| {
        let most = of.iter().map(|(_, tally)| tally.all).max().unwrap_or_default();
        let row = |(name, tally): &(String, Tally)| {
            let number = desk.fill(key::desk_count::matters(&tally.all));
            let late = desk.fill(key::desk_matters::late(&tally.late));
            let figure =
                if tally.late > 0 { format!("{number}{}{late}", desk.lang().comma()) } else { number };
            meter(name.clone(), figure, &tally.bar(most))
        };
        let drawn: Vec<_> = of.iter().map(row).collect();
        let cells = |(name, tally): &(String, Tally)| {
            vec![name.clone(), tally.all.to_string(), tally.late.to_string()]
        };
        (drawn, of.iter().map(cells).collect::<Vec<_>>())
    };
    if waiting.kinds.is_empty() {
        return None;
    }
    let named = |(kind, tally): &Kind| (category(desk.app, *kind).to_owned(), *tally);
    let (apart, others, rest) = grouped(&waiting.kinds);
    let mut kinds: Vec<_> = apart.iter().map(named).collect();
    if others > 0 {
        kinds.push((desk.fill(key::desk_matters::other_kinds(&others)), rest));
    }
    let (by_kind, _) = rows(kinds);
    let mut table = rows(waiting.kinds.iter().map(named).collect()).1;
    // All kinds, and that of nothing in particular.
    let empty = CATEGORIES.len().saturating_add(1).saturating_sub(waiting.kinds.len());
    let empty = (empty > 0).then(|| small(desk.fill(key::desk_matters::empty_kinds(&empty))));
    let ages =
        [key::desk_matters::UNDER_A_WEEK, key::desk_matters::UP_TO_A_MONTH, key::desk_matters::OVER_A_MONTH];
    let ages = ages.iter().zip(waiting.ages).map(|(word, tally)| (desk.say(*word).to_owned(), tally));
    let (by_age, more) = rows(ages.collect());
    table.extend(more);
    let keys = vec![
        ("k-for", desk.say(key::desk_matters::IN_TIME)),
        ("k-over", desk.say(key::desk_matters::PAST_DUE)),
    ];
    let heads = vec![
        desk.say(key::desk_matters::WHAT),
        desk.say(key::desk_matters::NUMBER),
        desk.say(key::desk_matters::PAST_DUE),
    ];
    let body = view! {
        <div class="ys-cols">
            <div><h3 class="ys-b ys-gapline">{desk.say(key::desk_matters::BY_KIND)}</h3>{by_kind}{empty}</div>
            <div><h3 class="ys-b ys-gapline">{desk.say(key::desk_matters::BY_AGE)}</h3>{by_age}</div>
        </div>
        {legend(keys)}
        {small(desk.say(key::desk_matters::SINCE_RAISED))}
        {twin(desk.app, desk.say(key::desk_matters::HOW_MANY).to_owned(), heads, table)}
    };
    Some(card(desk.say(key::desk_matters::HOW_MANY), "", body))
}

#[cfg(test)]
mod tests {
    use super::{Tally, grouped, of};
    use yishi_protocol::body::{Category, Tier};
    use yishi_protocol::calendar::DAY_MS;
    use yishi_protocol::course::{CourseStage, Next, NextAct, Who};
    use yishi_protocol::id::EntryId;
    use yishi_protocol::state::{Standing, Step};
    use yishi_protocol::view::MatterSummary;

    const NOW: u64 = 1000 * DAY_MS;

    /// A matter of a kind, so many days old; late if it was due yesterday.
    fn matter(category: Option<Category>, days: u64, late: bool) -> MatterSummary {
        let due_ms = Some(if late { NOW - DAY_MS } else { NOW + DAY_MS });
        MatterSummary {
            worker: None,
            matter: EntryId::ZERO,
            title: None,
            hidden: false,
            category,
            scope: 0,
            raised_ms: NOW - days * DAY_MS,
            step: Step::Propose,
            stage: CourseStage::Raised,
            standing: Standing::Open,
            next: Some(Next { act: NextAct::Answer, due_ms, orgs: vec![], person: None, who: Who::Office }),
            supports: 0,
            opinions: 0,
            over_fen: 0,
            cap_fen: None,
            paid_fen: 0,
            tier: Tier::Grid,
        }
    }

    fn tally(all: u32, late: u32) -> Tally {
        Tally { all, late }
    }

    #[test]
    fn matters_are_counted_by_kind_and_by_age() {
        let (fire, fee) = (Some(Category::Fire), Some(Category::Fee));
        let ended = MatterSummary { standing: Standing::Done, ..matter(fee, 1, false) };
        let all = [
            matter(fee, 6, false),
            matter(fire, 7, true),
            matter(fire, 30, false),
            matter(None, 31, true),
            ended,
        ];
        let waiting = of(&all, NOW);
        assert_eq!(waiting.kinds, [(fire, tally(2, 1)), (None, tally(1, 1)), (fee, tally(1, 0))]);
        assert_eq!(waiting.ages, [tally(1, 0), tally(2, 1), tally(1, 1)]);
    }

    #[test]
    fn kinds_of_one_matter_stand_together_behind_the_larger_ones() {
        let kind = |all: u32| (None, tally(all, 1));
        let kinds = [kind(5), kind(3), kind(1), kind(1), kind(1)];
        assert_eq!(grouped(&kinds), (&kinds[..2], 3, tally(3, 3)));
        assert_eq!(grouped(&kinds[..3]), (&kinds[..3], 0, tally(0, 0)), "one that is left over stands alone");
        assert_eq!(grouped(&kinds[2..]), (&kinds[..0], 3, tally(3, 3)), "equal ones are no chart");
        let many = [kind(2); 9];
        assert_eq!(grouped(&many), (&many[..6], 3, tally(6, 3)));
        assert_eq!(grouped(&[]), (&[][..], 0, tally(0, 0)));
    }

    #[test]
    fn nothing_waits_where_there_is_nothing() {
        assert_eq!(of(&[], NOW), super::Waiting::default());
        let early = of(&[MatterSummary { raised_ms: NOW + 1, ..matter(None, 0, false) }], NOW);
        assert_eq!(early.ages, [tally(1, 0), tally(0, 0), tally(0, 0)]);
    }

    #[test]
    fn what_is_past_due_is_the_end_of_the_bar() {
        assert_eq!(tally(4, 1).bar(8).parts, [("for", 0, 3750), ("over", 3750, 1250)]);
        assert_eq!(tally(2, 2).bar(2).parts, [("for", 0, 0), ("over", 0, 10_000)]);
        assert_eq!(tally(2, 0).bar(2).parts, [("for", 0, 10_000)]);
        assert_eq!(tally(0, 0).bar(0).parts, [("for", 0, 0)]);
        assert_eq!(tally(u32::MAX, 1).bar(u32::MAX).parts[0], ("for", 0, 9999));
    }
}
