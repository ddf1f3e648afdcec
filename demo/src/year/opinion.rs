//! What people say about matters, and what becomes of it where it was reported.

use serde::Deserialize;
use yishi_protocol::blob::Stance;
use yishi_protocol::body::HideReason;

/// An opinion.
#[derive(Clone, Debug, Deserialize)]
pub struct Opinion {
    /// Its key.
    pub id: String,
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
    /// On which side.
    #[serde(deserialize_with = "super::word")]
    pub stance: Stance,
    /// In words.
    pub text: String,
    /// To which opinion it replies.
    #[serde(default)]
    pub reply_to: Option<String>,
    /// `desk` or `meeting`, if somebody else took it down.
    #[serde(default)]
    pub via: Option<String>,
    /// Who reported it.
    #[serde(default)]
    pub reported: Vec<Reported>,
    /// Why it was hidden.
    #[serde(default)]
    pub hidden: Option<Hidden>,
    /// What its author said to that.
    #[serde(default)]
    pub appeal: Option<Appeal>,
    /// How it was erased.
    #[serde(default)]
    pub erased: Option<Erased>,
}

/// An erasure of an opinion: by its author, or by the order that an office holds.
#[derive(Clone, Debug, Deserialize)]
pub struct Erased {
    /// When.
    pub at: String,
    /// By whose order; none if its author wants it gone.
    #[serde(default)]
    pub order: Option<Order>,
}

/// What a court or an authority put on paper.
#[derive(Clone, Debug, Deserialize)]
pub struct Order {
    /// Which order, in words that everybody reads.
    pub words: String,
    /// SHA-256 of its document.
    pub document: String,
    /// When the residents' committee confirmed it.
    pub confirmed_at: String,
}

/// A report of an opinion.
#[derive(Clone, Debug, Deserialize)]
pub struct Reported {
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// Why.
    #[serde(deserialize_with = "super::word")]
    pub reason: HideReason,
}

/// Why an opinion was hidden.
#[derive(Clone, Debug, Deserialize)]
pub struct Hidden {
    /// When.
    pub at: String,
    /// Why, of the closed list.
    #[serde(deserialize_with = "super::word")]
    pub reason: HideReason,
    /// Why, in words.
    pub words: String,
}

/// What an author says to a hiding.
#[derive(Clone, Debug, Deserialize)]
pub struct Appeal {
    /// When.
    pub at: String,
    /// Why.
    pub words: String,
}
