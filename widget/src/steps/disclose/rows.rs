//! How a line of a ledger is told: its amount with its sign, whether it lacks its vote, and its row in a list.

use yishi_protocol::ledger::{Account, Flow, Ledger, LedgerLine, account};

use crate::draw::{View, view};
use crate::kit::accounts::account_name;
use crate::kit::icons::{GO, icon};
use crate::kit::tell::yuan;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::key;

/// The ledger and the direction of a line's account, and the line's amount with its sign.
pub(crate) fn side(of: &LedgerLine) -> Option<(Ledger, i64)> {
    let account = account(of.account)?;
    let signed = if account.flow == Flow::Out { of.amount_fen.checked_neg()? } else { of.amount_fen };
    Some((account.ledger, signed))
}

/// An amount that came in or went out, with its sign.
pub(crate) fn signed(fen: i64) -> String {
    if fen > 0 { format!("+{}", yuan(fen)) } else { yuan(fen) }
}

/// Whether a line spends what only a vote may spend, and names none.
pub(crate) fn lacks_decision(of: &LedgerLine) -> bool {
    of.decision.is_none() && of.amount_fen > 0 && account(of.account).is_some_and(Account::needs_decision)
}

/// A line with its number and how much was asked about it: it leads to the line.
pub(crate) fn line_row(app: App, (number, line, asked): &(u32, LedgerLine, usize)) -> View {
    let number = *number;
    let fen = side(line).map_or(0, |(_, fen)| fen);
    let day = app.lang.get_untracked().day_number(line.day);
    let about = format!("{day} · {}", account_name(app, line.account));
    let gap = lacks_decision(line)
        .then(|| view! { <span class="weui-tag weui-tag_wait">{app.say(key::books::NAMES_NO_VOTE)}</span> });
    let asked = (*asked > 0)
        .then(|| view! { <span class="weui-tag weui-tag_info">{app.fill(key::count::asked(asked))}</span> });
    view! {
        <button type="button" class="weui-cell weui-cell_wrap ys-cellbtn" on:click=move |_| app.go(Screen::Line(number))>
            <span class="weui-cell__bd">
                <span>{line.description.clone()}</span>
                <span class="weui-cell__desc ys-block">{about}</span>
                {gap} " " {asked}
            </span>
            <span class="ys-amt">{signed(fen)} " " {icon(GO, "ys-i_s ys-2")}</span>
        </button>
    }
}
