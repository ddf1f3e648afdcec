//! The columns of a ledger and their names.

use crate::sheet::{Columns, Names};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Voucher,
    Date,
    Account,
    Category,
    Description,
    Amount,
    Place,
    Remark,
}

use Column::{Account, Amount, Category, Date, Description, Place, Remark, Voucher};

pub(crate) const NAMES: &[Names<Column>] = &[
    Names { column: Voucher, shown: "voucher_no (凭证号)", accepted: &["voucher_no", "凭证号"] },
    Names { column: Date, shown: "date (日期)", accepted: &["date", "日期"] },
    Names { column: Account, shown: "account (账户)", accepted: &["account", "账户", "科目大类"] },
    Names { column: Category, shown: "category (类别)", accepted: &["category", "类别", "科目"] },
    Names { column: Description, shown: "description (摘要)", accepted: &["description", "摘要"] },
    Names {
        column: Amount,
        shown: "amount_yuan (金额)",
        accepted: &["amount_yuan", "金额（元）", "金额(元)", "金额"],
    },
    Names { column: Place, shown: "location (地点)", accepted: &["location", "地点", "位置"] },
    Names { column: Remark, shown: "remark (备注)", accepted: &["remark", "备注"] },
];

/// How a message names a column.
pub(crate) fn shown(column: Column) -> &'static str {
    NAMES.iter().find(|names| names.column == column).map_or("", |names| names.shown)
}

/// The columns that are needed and absent, as messages name them.
pub(crate) fn missing(columns: &Columns<Column>) -> Vec<&'static str> {
    let required = [Voucher, Date, Description, Amount];
    let mut missing: Vec<Column> = required.into_iter().filter(|column| !columns.has(*column)).collect();
    // The account column can hold codes of the chart, and then it says all that a category could.
    if !columns.has(Account) && !columns.has(Category) {
        missing.push(Category);
    }
    missing.into_iter().map(shown).collect()
}
