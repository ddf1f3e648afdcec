//! Which account of the chart a row means.
//!
//! A row can name it by its four-digit code or by a word of the manager's books; the other column may then only agree.

use yishi_protocol::ledger::{self, Account, Flow, Ledger};

use super::columns::{Column, shown};
use super::problem::ProblemCode;
use crate::key::sheets_ledger;
use crate::sentence::{Sentence, clipped};

/// The words of managers' books and the account each means. Both kinds of wages are staff pay; shops' fees cannot be
/// told apart from dwellings'; water and power of the common parts come as one bill.
const CATEGORIES: &[(u32, &[&str])] = &[
    (1101, &["property_fee", "物业费", "物业服务费"]),
    (1103, &["parking_fee", "车位管理费"]),
    (1201, &["wages_security", "wages_cleaning", "秩序维护人员工资", "保洁人员工资"]),
    (1202, &["lift_maintenance", "fire_safety", "repairs_minor", "电梯维护保养", "消防设施维保", "零星维修"]),
    (1203, &["waste_removal", "生活垃圾清运"]),
    (1204, &["greening", "绿化养护"]),
    (1206, &["office", "办公费用"]),
    (1211, &["tax", "税金及附加"]),
    (4202, &["utilities_common", "公共区域水电"]),
    (2102, &["temporary_parking", "临时停车"]),
    (2104, &["advertising", "电梯广告"]),
    (2105, &["site_rental", "快递柜场地"]),
    (3202, &["roof_leak", "屋面渗漏维修"]),
];

/// What a word of the account column says about the account without naming it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Flow(Flow),
    Ledger(Ledger),
}

impl Side {
    fn fits(self, account: Account) -> bool {
        match self {
            Self::Flow(flow) => account.flow == flow,
            Self::Ledger(ledger) => account.ledger == ledger,
        }
    }
}

const SIDES: &[(Side, &[&str])] = &[
    (Side::Flow(Flow::In), &["income", "收入"]),
    (Side::Flow(Flow::Out), &["expense", "支出"]),
    (Side::Ledger(Ledger::PropertyService), &["property_service", "物业服务"]),
    (Side::Ledger(Ledger::CommonRevenue), &["common_revenue", "公共收益"]),
    (Side::Ledger(Ledger::MaintenanceFund), &["maintenance_fund", "维修资金", "专项维修资金"]),
    (Side::Ledger(Ledger::SharedUtilities), &["shared_utilities", "公共能耗"]),
    (Side::Ledger(Ledger::CommitteeFunds), &["committee_funds", "业委会经费"]),
];

/// What one field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    /// A code of the chart.
    Code(Account),
    /// A word for an account.
    Word(Account),
    Side(Side),
    /// Digits that are no code.
    NoCode,
    /// A word nobody told us.
    NoWord,
}

/// The account that the two columns name together. Both texts are half-width and trimmed.
pub(super) fn read(account: &str, category: &str) -> Result<Account, (ProblemCode, Sentence)> {
    let unknown = |column, text| Err((ProblemCode::AccountUnknown, unknown(column, text)));
    match (said(account), said(category)) {
        (Said::NoCode, _) => unknown(Column::Account, account),
        (_, Said::NoCode) => unknown(Column::Category, category),
        // A code is exact; beside it people keep their own names.
        (Said::Code(code), Said::Nothing | Said::NoWord)
        | (Said::Nothing | Said::NoWord, Said::Code(code)) => Ok(code),
        (Said::NoWord, _) => unknown(Column::Account, account),
        (_, Said::NoWord) => unknown(Column::Category, category),
        (Said::Code(one) | Said::Word(one), Said::Code(other) | Said::Word(other)) if one == other => Ok(one),
        (Said::Side(side), Said::Code(one) | Said::Word(one))
        | (Said::Code(one) | Said::Word(one), Said::Side(side))
            if side.fits(one) =>
        {
            Ok(one)
        }
        (Said::Word(word), Said::Nothing) | (Said::Nothing, Said::Word(word)) => Ok(word),
        (Said::Nothing | Said::Side(_), Said::Nothing | Said::Side(_)) => {
            Err((ProblemCode::AccountMissing, sheets_ledger::ACCOUNT_MISSING.into()))
        }
        _ => {
            let (account, category) = (clipped(account), clipped(category));
            Err((ProblemCode::AccountDisagrees, sheets_ledger::account_disagrees(&account, &category)))
        }
    }
}

fn unknown(column: Column, text: &str) -> Sentence {
    sheets_ledger::account_unknown(&shown(column), &clipped(text))
}

fn said(text: &str) -> Said {
    if text.is_empty() {
        return Said::Nothing;
    }
    if text.bytes().all(|digit| digit.is_ascii_digit()) {
        let code = text.parse().ok().filter(|_| text.len() == 4);
        return code.and_then(ledger::account).map_or(Said::NoCode, Said::Code);
    }
    let category = CATEGORIES.iter().find(|(_, words)| words.contains(&text));
    if let Some(account) = category.and_then(|(code, _)| ledger::account(*code)) {
        return Said::Word(account);
    }
    let side = SIDES.iter().find(|(_, words)| words.contains(&text));
    side.map_or(Said::NoWord, |(side, _)| Said::Side(*side))
}
