//! 改管理规约: what a vote changes of the settings if its first question passes, and its publication once it has.

use leptos::prelude::*;
use yishi_protocol::body::{Adoption, Body, Bylaws as Published, Capability};
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::id::AgendaId;
use yishi_protocol::strict_json::{read, write_text};

use super::acts::Form;
use super::allowed::passed;
use super::forms::{Field, card, choice, hint, line, presets, signing, small};
use super::people::{Tab, digest, settings};
use super::{Desk, Page};
use crate::app::App;
use crate::drafts::Kept;
use crate::session::Vote;
use crate::settings::rows;

/// The settings in the order in which they are told, each by the id of its field.
const FIELDS: [&str; 14] = [
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
const fn options(place: usize) -> &'static [&'static str] {
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
fn value(bylaws: &Bylaws, place: usize) -> String {
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
fn put(bylaws: &mut Bylaws, place: usize, typed: &str) -> Option<()> {
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
pub(super) struct Adopting {
    /// `1` if the first question changes the settings.
    changes: Field,
    document: Field,
    values: [Field; 14],
    app: App,
}

impl Adopting {
    pub(super) fn new(app: App, kept: &Kept) -> Self {
        let values = FIELDS.map(|name| kept.field(&format!("adopt-{name}"), ""));
        Self { changes: kept.field("adopts", ""), document: kept.field("adopted", ""), values, app }
    }

    pub(super) fn clear(self) {
        for field in self.values.into_iter().chain([self.changes, self.document]) {
            field.set(String::new());
        }
    }

    fn is_on(self) -> bool {
        self.changes.with(|changes| changes == "1")
    }

    /// The settings as they would be; none while a field holds what is none.
    fn settings(self) -> Option<Bylaws> {
        let mut bylaws = self.app.settings();
        for (place, field) in self.values.iter().enumerate() {
            field.with(
                |typed| if typed.trim().is_empty() { Some(()) } else { put(&mut bylaws, place, typed) },
            )?;
        }
        bylaws.are_lawful().then_some(bylaws)
    }

    /// What the first question adopts, if it adopts anything.
    pub(super) fn adoption(self) -> Option<Adoption> {
        let document = digest::typed(&self.document.get()).filter(|_| self.is_on())?;
        Some(Adoption { document, settings: self.settings()? })
    }

    /// What keeps it from being noticed; `whole` is whether the whole estate votes.
    pub(super) fn missing(self, desk: Desk, whole: bool) -> Option<&'static str> {
        if !self.is_on() {
            return None;
        }
        if !whole {
            return Some(desk.say("改管理规约要全小区表决", "Bylaws take a vote of the whole estate"));
        }
        if digest::typed(&self.document.get()).is_none() {
            return Some(desk.say("规约文件还没选", "The document of the bylaws is missing"));
        }
        let wrong = self.settings().is_none();
        wrong.then(|| desk.say("有一项规定超出法律允许的范围", "A setting lies outside what the law allows"))
    }

    /// What is asked about it.
    pub(super) fn card(self, desk: Desk) -> AnyView {
        let say = |zh, en| desk.say(zh, en).to_owned();
        let kinds = vec![
            ("", say("不改", "No"), say("只定这件事", "this question decides one thing")),
            (
                "1",
                say("第 1 题通过就改", "Yes, by question 1"),
                say("以后的表决照新的规定办", "later votes follow the new ones"),
            ),
        ];
        let fields = move || {
            self.is_on().then(|| {
                let now = self.app.settings();
                let row = |place: usize| {
                    let (name, field) = (rows(desk.app, &now)[place].0, self.values[place]);
                    if field.with_untracked(String::is_empty) {
                        field.set(value(&now, place));
                    }
                    let words = |key: &&str| {
                        let mut one = now.clone();
                        let told = put(&mut one, place, key).map(|()| rows(desk.app, &one)[place].1.clone());
                        ((*key).to_owned(), told.unwrap_or_default())
                    };
                    let offered: Vec<_> = options(place).iter().map(words).collect();
                    if offered.is_empty() {
                        line(FIELDS[place], "number", name, "", field)
                    } else {
                        choice(FIELDS[place], name, "", offered, field)
                    }
                };
                view! {
                    <div class="ys-gap-3">{digest::field(desk, self.document, (
                        desk.say("新的管理规约", "The new bylaws"),
                        desk.say("要表决的那一份", "as they are put to the vote"),
                    ))}</div>
                    {(0..FIELDS.len()).map(row).collect_view()}
                }
            })
        };
        card(
            desk.say("要改管理规约里的规定吗？", "Does it change the bylaws?"),
            "",
            view! {
                {presets("adopts", desk.say("要改管理规约里的规定吗？", "Does it change the bylaws?"), kinds, self.changes)}
                <div>{fields}</div>
            }
            .into_any(),
        )
    }

    /// What would change, for the preview.
    pub(super) fn preview(self, desk: Desk) -> Option<AnyView> {
        let adoption = self.adoption()?;
        Some(settings::settings(desk, &self.app.settings(), &adoption.settings))
    }
}

/// Bylaws that a vote has adopted, to be published by whoever may: until then they are not in force.
pub(super) fn publish(desk: Desk, agenda: AgendaId, vote: &Vote) -> AnyView {
    let won = passed(agenda, vote);
    let adopted = vote.notice.items.iter().find_map(|item| {
        let adopts = item.adopts.clone().filter(|_| won.iter().any(|passed| passed.item == item.id))?;
        Some((item.id, adopts))
    });
    let Some((item, Adoption { document, settings: after })) =
        adopted.filter(|_| desk.may(Capability::Bylaws))
    else {
        return ().into_any();
    };
    let now = desk.app.settings();
    if now == after {
        return hint("ys-note_ok", desk.say("通过的规定已经在用。", "What was adopted is in force."));
    }
    let form = Form::new(desk, format_args!("bylaws/{agenda}/{item}"));
    let said = after.clone();
    let signed = move || {
        let body = Published { decision: Some((agenda, item)), document, settings: said.clone() };
        form.sign(Ok((Body::from(body), vec![])), move |_| {
            let words = desk.say("已提交，等另一个单位的人确认", "Sent; it waits for another organisation");
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    card(
        desk.say("发布通过的管理规约", "Publish the adopted bylaws"),
        "",
        view! {
            {small(desk.say(
                "表决通过了新的规定。签名发布，另一个单位的人确认以后才生效。",
                "The vote adopted new settings. Sign them; they are in force once another organisation confirms.",
            ))}
            {settings::settings(desk, &now, &after)}
            {signing(desk, desk.say("签名发布规约", "Sign and publish them"), || None, signed)}
            {form.note()}
        }
        .into_any(),
    )
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
