//! What a row says of its amount, before it is known which way that flows.

use yishi_protocol::ledger::{Account, Flow};

use super::problem::ProblemCode;
use crate::key::sheets_ledger;
use crate::money::{self, Unread};
use crate::sentence::Sentence;

/// An amount as a row writes it, in fen. What is negative takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// In a column of its own, with whatever sign.
    Plain(i64),
    /// In a column, or marked, as money that came in.
    In(i64),
    /// As money that went out.
    Out(i64),
    /// On the left side of an account.
    Debit(i64),
    /// On the right side of an account.
    Credit(i64),
}

/// Which of two readings of a file's signs holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Amounts are signed as they move the balance, so spending is negative; sides are those of the account, so
    /// spending stands on its left.
    First,
    /// Spending has no sign, its account says enough; sides are those of the cash, so spending stands on its right.
    Second,
}

impl Amount {
    /// The same with its sign turned.
    pub(super) fn turned(self) -> Self {
        match self {
            Self::Plain(fen) => Self::Plain(-fen),
            Self::In(fen) => Self::In(-fen),
            Self::Out(fen) => Self::Out(-fen),
            Self::Debit(fen) => Self::Debit(-fen),
            Self::Credit(fen) => Self::Credit(-fen),
        }
    }

    /// Whether the two readings differ for this amount.
    pub(super) fn depends(self, account: Account) -> bool {
        match self {
            Self::Plain(_) => account.flow == Flow::Out,
            Self::Debit(_) | Self::Credit(_) => true,
            Self::In(_) | Self::Out(_) => false,
        }
    }

    /// The amount as it flows through its account: negative if it takes an earlier line back.
    pub(super) fn flow(self, account: Account, reading: Reading) -> i64 {
        let with = |flow: Flow, fen: i64| if account.flow == flow { fen } else { -fen };
        match (self, reading) {
            (Self::Plain(fen), Reading::Second) => fen,
            // Written as it moves the balance, or on the side where the cash grows.
            (Self::Plain(fen) | Self::In(fen), _)
            | (Self::Debit(fen), Reading::Second)
            | (Self::Credit(fen), Reading::First) => with(Flow::In, fen),
            (Self::Out(fen), _)
            | (Self::Debit(fen), Reading::First)
            | (Self::Credit(fen), Reading::Second) => with(Flow::Out, fen),
        }
    }

    /// The same with a direction that a column gives, such as 借 or 支出; none if it is no known word.
    pub(super) fn directed(fen: i64, direction: &str) -> Option<Self> {
        Some(match direction {
            "借" | "借方" | "debit" | "dr" => Self::Debit(fen),
            "贷" | "贷方" | "credit" | "cr" => Self::Credit(fen),
            "收" | "收入" | "入" | "in" | "income" => Self::In(fen),
            "支" | "支出" | "付" | "出" | "out" | "expense" => Self::Out(fen),
            _ => return None,
        })
    }
}

/// Reads yuan, such as `-1,234.56`, as fen other than zero. `text` is half-width and trimmed.
pub(super) fn read(text: &str) -> Result<i64, (ProblemCode, Sentence)> {
    match money::read(text) {
        Ok(0) => Err((ProblemCode::AmountZero, sheets_ledger::AMOUNT_ZERO.into())),
        Ok(fen) => Ok(fen),
        Err(why) => {
            let code = match why {
                Unread::Missing => ProblemCode::AmountMissing,
                Unread::Form => ProblemCode::AmountForm,
                Unread::Decimals(_) => ProblemCode::AmountDecimals,
                Unread::TooLarge => ProblemCode::AmountTooLarge,
            };
            Err((code, money::sentence(&why, text)))
        }
    }
}

/// Whether one of two columns of amounts says nothing here: it is empty, zero, or a bookkeeper's dash.
pub(super) fn says_nothing(text: &str) -> bool {
    matches!(text, "" | "-" | "—" | "/") || money::read(text) == Ok(0)
}
