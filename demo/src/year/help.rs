//! Where organisations are found and rung.

use serde::Deserialize;
use yishi_protocol::body::OrgKind;

/// What an organisation says of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Help {
    /// When it was said.
    pub at: String,
    /// Which organisation.
    #[serde(deserialize_with = "super::word")]
    pub org: OrgKind,
    /// By whom.
    pub by: String,
    /// Who stands behind it.
    pub second: String,
    /// What for.
    pub purpose: String,
    /// The same in English.
    pub purpose_en: String,
    /// Where.
    pub place: String,
    /// The same in English.
    pub place_en: String,
    /// When somebody is there.
    pub hours: String,
    /// The same in English.
    pub hours_en: String,
    /// The number.
    pub telephone: String,
}
