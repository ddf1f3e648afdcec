//! The lines of a ledger by account: each account's sum and its share, and its lines when it is pressed.

use std::sync::Arc;

use std::cmp::Reverse;

use yishi_protocol::ledger::{Flow, Ledger, LedgerLine, account};

use crate::draw::{View, property, view};
use crate::kit::accounts::account_name;
use crate::kit::charts::{Strip, percent, share, strip, twin};
use crate::proofs::books::Books;
use crate::shell::app::App;
use crate::steps::disclose::rows::{lacks_decision, line_row, side, signed};
use crate::words::key;

/// A ledger with no more lines than this stands unfolded.
const FEW: usize = 6;

/// The lines of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// The account.
    pub(crate) account: u32,
    /// Whether money goes out of it.
    pub(crate) is_out: bool,
    /// Its sum with its sign, in fen.
    pub(crate) fen: i64,
    /// Its part of all that came in, or of all that went out, in hundredths of a per cent. What was taken back on the whole
    /// has none.
    pub(crate) share: u32,
    /// The numbers of its lines, in order.
    pub(crate) lines: Vec<u32>,
    /// How many of them lack the vote that they need.
    pub(crate) lacking: usize,
}

/// Groups the lines of a ledger: the largest sum first.
pub(crate) fn of(lines: &[LedgerLine], ledger: Ledger) -> Vec<Group> {
    let mut groups = Vec::<Group>::new();
    for (number, line) in (0..).zip(lines) {
        let Some((_, fen)) = side(line).filter(|(of, _)| *of == ledger) else { continue };
        let place = groups.iter().position(|group| group.account == line.account);
        let place = place.unwrap_or_else(|| {
            let is_out = account(line.account).is_some_and(|account| account.flow == Flow::Out);
            let (account, lines) = (line.account, Vec::new());
            groups.push(Group { account, is_out, fen: 0, share: 0, lines, lacking: 0 });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.fen = group.fen.saturating_add(fen);
            group.lines.push(number);
            group.lacking += usize::from(lacks_decision(line));
        }
    }
    let moved = |group: &Group| {
        let fen = if group.is_out { group.fen.saturating_neg() } else { group.fen };
        u64::try_from(fen).unwrap_or_default()
    };
    let total = |is_out: bool| {
        let of_flow = groups.iter().filter(|group| group.is_out == is_out);
        of_flow.fold(0_u64, |sum, group| sum.saturating_add(moved(group)))
    };
    let (came, went) = (total(false), total(true));
    for group in &mut groups {
        group.share = share(moved(group), if group.is_out { went } else { came });
    }
    groups.sort_by_key(|group| (Reverse(group.fen.unsigned_abs()), group.account));
    groups
}

/// The groups of a ledger, each to be unfolded, and the same as a table.
pub(crate) fn view(app: App, books: &Books, ledger: Ledger, name: &'static str) -> View {
    let groups = of(&books.lines, ledger);
    let few = groups.iter().map(|group| group.lines.len()).sum::<usize>() <= FEW;
    let rows = groups.iter().map(|group| {
        let words = [
            account_name(app, group.account).to_owned(),
            app.fill(key::count::lines(&group.lines.len())),
            signed(group.fen),
            share_words(app, group),
        ];
        words.to_vec()
    });
    let heads = [key::line::ACCOUNT, key::groups::LINES, key::groups::SUM, key::groups::SHARE];
    let table = (groups.len() > 1).then(|| {
        let caption = app.fill(key::groups::by_account(&name));
        view! {
            <div class="ys-fold">
                {twin(app, caption, heads.map(|head| app.say(head)).to_vec(), rows.collect())}
            </div>
        }
    });
    let drawn: Vec<_> = groups.iter().map(|group| folded(app, books, group, few)).collect();
    view! { {drawn} {table} }
}

fn share_words(app: App, group: &Group) -> String {
    let share = percent(group.share);
    app.fill(if group.is_out { key::groups::of_out(&share) } else { key::groups::of_in(&share) })
}

/// A group: who comes back from a line finds it as it was left.
fn folded(app: App, books: &Books, group: &Group, few: bool) -> View {
    let account = group.account;
    let open = books.unfolded.get(&account).copied().unwrap_or(few);
    let turned = move |open: bool| {
        app.books.update_untracked(|books| {
            if let Some(books) = books {
                Arc::make_mut(books).unfolded.insert(account, open);
            }
        });
    };
    let shares = share_words(app, group);
    let bar = Strip { parts: vec![(if group.is_out { "out" } else { "in" }, 0, group.share)], mark: None };
    let number = app.fill(key::count::lines(&group.lines.len()));
    let lacking = group.lacking;
    let gap = (lacking > 0).then(|| {
        let words = app.fill(key::groups::lack_a_vote(&lacking));
        view! { <span class="weui-tag weui-tag_wait">{words}</span> }
    });
    let at = |number: &u32| {
        let line = books.lines.get(usize::try_from(*number).ok()?)?;
        Some(line_row(app, &(*number, line.clone(), books.asked(*number).len())))
    };
    let lines: Vec<_> = group.lines.iter().filter_map(at).collect();
    view! {
        <details class="ys-fold" open=open on:toggle=move |event| turned(property(&event, "open").is_truthy())>
            <summary>
                <span class="ys-flexline"><b>{account_name(app, account)}</b><span class="ys-amt">{signed(group.fen)}</span></span>
                <span class="ys-flexline ys-s ys-2"><span class="n">{number} " · " {shares.clone()}</span>{gap}</span>
                {strip(shares, &bar)}
            </summary>
            {lines}
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::kit::charts::WHOLE;
    use yishi_protocol::ledger::{Ledger, LedgerLine};

    fn line(account: u32, amount_fen: i64) -> LedgerLine {
        LedgerLine {
            account,
            amount_fen,
            day: 20_000,
            decision: None,
            description: "维修".to_owned(),
            place: None,
            voucher: "1".to_owned(),
        }
    }

    /// Account, sum, share, numbers, without a vote.
    fn told(lines: &[LedgerLine], ledger: Ledger) -> Vec<(u32, i64, u32, Vec<u32>, usize)> {
        let groups = of(lines, ledger).into_iter();
        groups.map(|group| (group.account, group.fen, group.share, group.lines, group.lacking)).collect()
    }

    #[test]
    fn lines_are_added_up_by_account_the_largest_first() {
        let lines = [line(1201, 100), line(1101, 5000), line(1202, 300), line(1201, 500), line(2101, 9)];
        assert_eq!(
            told(&lines, Ledger::PropertyService),
            [
                (1101, 5000, WHOLE, vec![1], 0),
                (1201, -600, 6666, vec![0, 3], 0),
                (1202, -300, 3333, vec![2], 0),
            ]
        );
    }

    #[test]
    fn what_was_taken_back_has_no_share_and_takes_none() {
        let lines = [line(1201, -100), line(1202, 300)];
        let found = told(&lines, Ledger::PropertyService);
        assert_eq!(found, [(1202, -300, WHOLE, vec![1], 0), (1201, 100, 0, vec![0], 0)]);
    }

    #[test]
    fn a_group_says_how_many_of_its_lines_lack_their_vote() {
        let lines = [line(3201, 40), line(3201, 60), line(3201, -10)];
        assert_eq!(told(&lines, Ledger::MaintenanceFund), [(3201, -90, WHOLE, vec![0, 1, 2], 2)]);
    }

    #[test]
    fn nothing_one_line_equal_ones_and_huge_ones_are_told() {
        assert!(told(&[], Ledger::PropertyService).is_empty());
        assert_eq!(told(&[line(1201, 0)], Ledger::PropertyService), [(1201, 0, 0, vec![0], 0)]);
        let equal = [line(1202, 5), line(1201, 5)];
        let places: Vec<u32> =
            told(&equal, Ledger::PropertyService).into_iter().map(|(account, ..)| account).collect();
        assert_eq!(places, [1201, 1202]);
        let huge = [line(1101, i64::MAX), line(1101, i64::MAX), line(1102, 1)];
        let found = told(&huge, Ledger::PropertyService);
        assert_eq!((found[0].1, found[1].2), (i64::MAX, 0));
    }
}
