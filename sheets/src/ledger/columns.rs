//! The columns of a ledger and their names.

use yishi_words::Word;

use crate::key::sheets_ledger;
use crate::sentence::Sentence;
use crate::table::{Columns, Names};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Voucher,
    Date,
    Account,
    Category,
    Description,
    Amount,
    /// What came in, beside a column of what went out.
    In,
    Out,
    /// The left side of an account, beside a column for the right one.
    Debit,
    Credit,
    /// Which side or which way the amount of a row goes.
    Direction,
    Balance,
    Place,
    Decision,
    Remark,
}

use Column::{
    Account, Amount, Balance, Category, Credit, Date, Debit, Decision, Description, Direction, In, Out,
    Place, Remark, Voucher,
};

pub(super) const NAMES: &[Names<Column>] = &[
    Names {
        column: Voucher,
        shown: sheets_ledger::COLUMN_VOUCHER,
        accepted: &["voucher_no", "voucher", "凭证号", "凭证编号", "凭证字号", "凭证号数", "单号"],
    },
    Names {
        column: Date,
        shown: sheets_ledger::COLUMN_DATE,
        accepted: &["date", "日期", "记账日期", "凭证日期", "业务日期"],
    },
    Names {
        column: Account,
        shown: sheets_ledger::COLUMN_ACCOUNT,
        accepted: &["account", "账户", "科目大类", "收支类型"],
    },
    Names {
        column: Category,
        shown: sheets_ledger::COLUMN_CATEGORY,
        accepted: &["category", "类别", "科目", "科目代码", "科目编码", "科目编号", "会计科目", "收支类别"],
    },
    Names {
        column: Description,
        shown: sheets_ledger::COLUMN_DESCRIPTION,
        accepted: &["description", "摘要", "说明", "事由", "内容"],
    },
    Names {
        column: Amount,
        shown: sheets_ledger::COLUMN_AMOUNT,
        accepted: &["amount_yuan", "amount", "金额", "发生额", "发生金额"],
    },
    Names {
        column: In,
        shown: sheets_ledger::COLUMN_IN,
        accepted: &["income", "收入", "收入金额", "收入额"],
    },
    Names {
        column: Out,
        shown: sheets_ledger::COLUMN_OUT,
        accepted: &["expense", "支出", "支出金额", "支出额"],
    },
    Names {
        column: Debit,
        shown: sheets_ledger::COLUMN_DEBIT,
        accepted: &["debit", "借方", "借方金额", "借方发生额"],
    },
    Names {
        column: Credit,
        shown: sheets_ledger::COLUMN_CREDIT,
        accepted: &["credit", "贷方", "贷方金额", "贷方发生额"],
    },
    Names {
        column: Direction,
        shown: sheets_ledger::COLUMN_DIRECTION,
        accepted: &["direction", "方向", "借贷方向", "借贷", "借/贷", "收支", "收/支", "收支方向"],
    },
    Names {
        column: Balance,
        shown: sheets_ledger::COLUMN_BALANCE,
        accepted: &["balance", "余额", "结余", "账户余额"],
    },
    Names { column: Place, shown: sheets_ledger::COLUMN_PLACE, accepted: &["location", "地点", "位置"] },
    Names {
        column: Decision,
        shown: sheets_ledger::COLUMN_DECISION,
        accepted: &["decision", "表决", "决定", "对应表决", "依据表决"],
    },
    Names { column: Remark, shown: sheets_ledger::COLUMN_REMARK, accepted: &["remark", "备注"] },
];

/// How a message names a column.
pub(super) fn shown(column: Column) -> Sentence {
    word(column).into()
}

fn word(column: Column) -> Word {
    let names = NAMES.iter().find(|names| names.column == column);
    names.map_or(sheets_ledger::COLUMN_VOUCHER, |names| names.shown)
}

/// The columns that are needed and absent.
pub(super) fn missing(columns: &Columns<Column>) -> Vec<Word> {
    let required = [Voucher, Date, Description];
    let mut missing: Vec<Column> = required.into_iter().filter(|column| !columns.has(*column)).collect();
    for (one, other) in [(In, Out), (Debit, Credit)] {
        // Half of a pair would read the other half as nothing.
        if columns.has(one) && !columns.has(other) {
            missing.push(other);
        }
        if columns.has(other) && !columns.has(one) {
            missing.push(one);
        }
    }
    if !columns.has(Amount) && ![In, Out, Debit, Credit].iter().any(|column| columns.has(*column)) {
        missing.push(Amount);
    }
    // The account column can hold codes of the chart, and then it says all that a category could.
    if !columns.has(Account) && !columns.has(Category) {
        missing.push(Category);
    }
    missing.into_iter().map(word).collect()
}
