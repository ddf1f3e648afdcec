//! What a vote that is being announced changes of the settings, if its first question passes.

use yishi_protocol::body::Adoption;
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::strict_json::{read, write_text};

use crate::desk::field::{Field, typed};
use crate::proofs::drafts::Kept;
use crate::shell::app::App;

/// The settings in the order in which they are told, each by the id of its field.
pub(crate) const FIELDS: [&str; 14] = [
    "mode",
    "joint",
    "issuers",
    "quorum",
    "notice",
    "shortest",
    "longest",
    "conformity",
    "invalid",
    "parking",
    "proxies",
    "answer",
    "question",
    "rating",
];

/// What can be chosen; numbers of days and homes are typed.
pub(crate) const fn options(place: usize) -> &'static [&'static str] {
    match place {
        0 => &["advisory", "binding_by_bylaws", "official_bridge"],
        1 => &["representative", "any_unless_objected"],
        2 => &["1", "2"],
        3 | 8 | 9 => &["false", "true"],
        7 => &["off", "ordinary", "every"],
        _ => &[],
    }
}

/// One setting as a field holds it.
pub(crate) fn value(bylaws: &Bylaws, place: usize) -> String {
    let word = |text: String| text.trim_matches('"').to_owned();
    match place {
        0 => word(write_text(&bylaws.legal_mode)),
        1 => word(write_text(&bylaws.joint)),
        2 => bylaws.letter_issuers.to_string(),
        3 => (bylaws.roll_quorum > 0).to_string(),
        4 => bylaws.notice_clear_days.to_string(),
        5 => bylaws.window_days_min.to_string(),
        6 => bylaws.window_days_max.to_string(),
        7 => word(write_text(&bylaws.conformity)),
        8 => bylaws.invalid_counts_as_participation.to_string(),
        9 => bylaws.parking_counts.to_string(),
        10 => bylaws.proxy_limit.to_string(),
        11 => bylaws.answer_days.to_string(),
        12 => bylaws.question_days.to_string(),
        _ => bylaws.rating_days.to_string(),
    }
}

/// Puts what a field holds into the settings; none if it is no such value.
pub(crate) fn put(bylaws: &mut Bylaws, place: usize, typed: &str) -> Option<()> {
    let typed = typed.trim();
    let word = format!("\"{typed}\"");
    match place {
        0 => bylaws.legal_mode = read(word.as_bytes()).ok()?,
        1 => bylaws.joint = read(word.as_bytes()).ok()?,
        2 => bylaws.letter_issuers = typed.parse().ok()?,
        3 => bylaws.roll_quorum = typed.parse::<bool>().ok()?.into(),
        4 => bylaws.notice_clear_days = typed.parse().ok()?,
        5 => bylaws.window_days_min = typed.parse().ok()?,
        6 => bylaws.window_days_max = typed.parse().ok()?,
        7 => bylaws.conformity = read(word.as_bytes()).ok()?,
        8 => bylaws.invalid_counts_as_participation = typed.parse().ok()?,
        9 => bylaws.parking_counts = typed.parse().ok()?,
        10 => bylaws.proxy_limit = typed.parse().ok()?,
        11 => bylaws.answer_days = typed.parse().ok()?,
        12 => bylaws.question_days = typed.parse().ok()?,
        _ => bylaws.rating_days = typed.parse().ok()?,
    }
    Some(())
}

/// What was chosen and typed; an empty field is the setting in force.
#[derive(Clone, Copy)]
pub(crate) struct Adopting {
    /// `1` if the first question changes the settings.
    pub(crate) changes: Field,
    pub(crate) document: Field,
    pub(crate) values: [Field; 14],
    pub(crate) app: App,
}

impl Adopting {
    pub(crate) fn new(app: App, kept: &Kept) -> Self {
        let values = FIELDS.map(|name| kept.field(&format!("adopt-{name}"), ""));
        Self { changes: kept.field("adopts", ""), document: kept.field("adopted", ""), values, app }
    }

    pub(crate) fn clear(self) {
        for field in self.values.into_iter().chain([self.changes, self.document]) {
            field.set(String::new());
        }
    }

    pub(crate) fn is_on(self) -> bool {
        self.changes.with(|changes| changes == "1")
    }

    /// The settings as they would be; none while a field holds what is none.
    pub(crate) fn settings(self) -> Option<Bylaws> {
        let mut bylaws = self.app.settings();
        for (place, field) in self.values.iter().enumerate() {
            field.with(
                |typed| if typed.trim().is_empty() { Some(()) } else { put(&mut bylaws, place, typed) },
            )?;
        }
        bylaws.are_lawful().then_some(bylaws)
    }

    /// What the first question adopts, if it adopts anything.
    pub(crate) fn adoption(self) -> Option<Adoption> {
        let document = typed(&self.document.get()).filter(|_| self.is_on())?;
        Some(Adoption { document, settings: self.settings()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_told_by_its_field_and_read_back_from_it() {
        let other = Bylaws {
            answer_days: 11,
            conformity: yishi_protocol::bylaws::Conformity::Every,
            invalid_counts_as_participation: true,
            joint: yishi_protocol::bylaws::Joint::AnyUnlessObjected,
            legal_mode: yishi_protocol::bylaws::LegalMode::OfficialBridge,
            letter_issuers: 2,
            notice_clear_days: 16,
            parking_counts: true,
            proxy_limit: 5,
            question_days: 12,
            rating_days: 8,
            roll_quorum: 0,
            window_days_max: 61,
            window_days_min: 6,
        };
        let mut read = Bylaws::default();
        for place in 0..FIELDS.len() {
            put(&mut read, place, &value(&other, place)).unwrap();
        }
        assert_eq!(read, other);
        assert_eq!(put(&mut read, 1, "nobody"), None);
        assert_eq!(put(&mut read, 4, "soon"), None);
    }
}
