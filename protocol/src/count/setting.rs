//! Settings that could turn a result, and what they make of one question.

use super::poll::PollRules;
use super::threshold::consent_share;
use crate::body::{Class, RaisedShare};
use crate::bylaws::{Bylaws, Conformity};
use crate::strict_json::Strict;

/// A setting of the bylaws on which the law is silent or local.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "snake_case")]
pub enum Setting {
    /// R21: whether silent, delivered ballots follow the majority.
    Conformity,
    /// R26: whether invalid papers take part.
    InvalidCountsAsParticipation,
    /// R8: whether parking spaces count.
    ParkingCounts,
}

impl Setting {
    /// Every setting that a result is tried against.
    pub const ALL: &[Setting] =
        &[Setting::Conformity, Setting::InvalidCountsAsParticipation, Setting::ParkingCounts];

    /// The settings with this one turned round.
    #[must_use]
    pub fn turned(self, settings: &Bylaws) -> Bylaws {
        let mut turned = settings.clone();
        match self {
            Setting::Conformity => {
                turned.conformity = match settings.conformity {
                    Conformity::Off => Conformity::Every,
                    Conformity::Ordinary | Conformity::Every => Conformity::Off,
                }
            }
            Setting::InvalidCountsAsParticipation => {
                turned.invalid_counts_as_participation = !settings.invalid_counts_as_participation;
            }
            Setting::ParkingCounts => turned.parking_counts = !settings.parking_counts,
        }
        turned
    }
}

/// The settings that, turned round one at a time, would give another verdict.
pub fn sensitive_settings<T: PartialEq>(settings: &Bylaws, verdict: impl Fn(&Bylaws) -> T) -> Vec<Setting> {
    let stands = verdict(settings);
    Setting::ALL.iter().copied().filter(|setting| verdict(&setting.turned(settings)) != stands).collect()
}

/// What the settings and the law make of one question.
pub fn poll_rules(settings: &Bylaws, class: Class, raise: Option<RaisedShare>) -> PollRules {
    PollRules {
        consent: consent_share(class, raise),
        conformity: match settings.conformity {
            Conformity::Off => false,
            Conformity::Ordinary => class == Class::Ordinary,
            Conformity::Every => true,
        },
        invalid_participates: settings.invalid_counts_as_participation,
    }
}
