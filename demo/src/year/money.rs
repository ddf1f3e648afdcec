//! The books of the year.

use serde::Deserialize;

/// Books.
#[derive(Clone, Debug, Deserialize)]
pub struct Money {
    /// Ledgers of quarters.
    pub periods: Vec<Period>,
    /// What was posted each month.
    pub monthly_posts: Vec<Post>,
    /// Questions about them.
    pub questions: Vec<Question>,
}

/// A month's posting.
#[derive(Clone, Debug, Deserialize)]
pub struct Post {
    /// `2026-01`.
    pub month: String,
    /// When it was posted.
    pub posted_at: String,
}

/// A ledger of a quarter.
#[derive(Clone, Debug, Deserialize)]
pub struct Period {
    /// `P`, `R`, `M`, `U` or `C`.
    pub ledger: String,
    /// `Q1` or `Q2`.
    pub period: String,
    /// What was there.
    pub opening_fen: i64,
    /// What is left.
    pub closing_fen: i64,
}

/// A question about the books.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    /// By whom.
    pub by: String,
    /// When.
    pub at: String,
    /// About which ledger and quarter, `P-2026Q1`.
    pub disclosure: String,
    /// About which vouchers.
    pub vouchers: Vec<String>,
    /// The question.
    pub words: String,
    /// `desk`, if somebody else took it down.
    #[serde(default)]
    pub via: Option<String>,
    /// The answer.
    #[serde(default)]
    pub answer: Option<Reply>,
}

/// An answer to a question.
#[derive(Clone, Debug, Deserialize)]
pub struct Reply {
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// In words.
    pub words: String,
}
