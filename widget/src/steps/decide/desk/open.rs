//! Opening a noticed vote: freezing the roll that says who votes.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::apply::{OPEN_AHEAD_MS, may_open};
use yishi_protocol::body::{Capability, Open};
use yishi_protocol::id::NoticeId;
use yishi_protocol::rejection::Code;

use crate::desk::acts::Form;
use crate::desk::forms::{card, hint, signing, small, title};
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::steps::decide::desk::withdraw;
use crate::words::format::area;

pub(crate) fn page(desk: Desk, id: NoticeId) -> View {
    let found =
        desk.data.with(|data| data.current(id).cloned().map(|current| (current, data.scopes.clone())));
    let Some((current, scopes)) = found else {
        return crate::steps::decide::desk::votes::page(desk);
    };
    let notice = current.vote.notice.clone();
    let form = Form::new(desk, format_args!("open/{id}"));
    let name = pick(desk.app, &current.vote.text.title);
    let (opens, closes) = (desk.lang().beginning(notice.opens_ms), desk.lang().deadline(notice.closes_ms));
    // Figures are at hand for the newest roll only; a vote is opened on the one its notice names.
    let same_roll = scopes.as_ref().and_then(|scopes| scopes.roll) == Some(notice.roll);
    let scope = scopes.and_then(|scopes| scopes.scopes.into_iter().find(|scope| scope.scope == notice.scope));
    let scope = scope.filter(|_| same_roll);
    let refused = may_open(&notice, &desk.app.settings(), desk.now_ms()).err().map(|refused| refused.code);
    let (early, late) = (refused == Some(Code::TooEarlyToOpen), refused == Some(Code::WindowTooShort));
    let no_figures = scope.is_none();
    let barred = !desk.may(Capability::Open);
    let missing = move || {
        if barred {
            return Some(desk.say(key::desk_common::YOUR_OFFICE_DOES_NOT_COVER));
        }
        if early {
            return Some(desk.say(key::desk_open::NOT_YET));
        }
        if late {
            return Some(desk.say(key::desk_open::TOO_LATE_NOTICE_IT_ANEW));
        }
        no_figures.then(|| desk.say(key::desk_open::THE_ROLL_HAS_CHANGED))
    };
    let from = desk.lang().beginning(notice.opens_ms.saturating_sub(OPEN_AHEAD_MS));
    let figures = scope.and_then(|scope| Some((scope.heads?, scope.area_c?)));
    let roll = notice.roll;
    let signed = move || {
        let Some((heads, area_c)) = figures else { return };
        let said = Ok((Open { area_c, corrections: vec![], heads, notice: id, roll }.into(), vec![]));
        form.sign(said, move |_| {
            desk.done(Page::Votes, desk.say(key::desk_open::THE_ROLL_IS_FROZEN).to_owned());
        });
    };
    let class = notice.items.first().map(|item| (item.class, item.raise));
    let (heads, exact) = match figures {
        Some((heads, area_c)) => (desk.fill(key::desk_count::people(&heads)), area(area_c)),
        None => (String::new(), String::new()),
    };
    let body = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_common::SCOPE), scope_words(desk, notice.scope))}
            {class.map(|(class, raise)| fact(
                desk.say(key::desk_common::KIND),
                [class_words(desk, class), &consent_words(desk, class, raise)].join(desk.lang().comma()),
            ))}
            {fact(desk.say(key::common::QUESTIONS), notice.items.len().to_string())}
            {fact(desk.say(key::desk_common::BEGINS), opens)}
            {fact(desk.say(key::common::CLOSES), closes)}
        </dl>
    };
    let frozen = view! {
        {(!no_figures).then(|| view! {
            <dl class="ys-kv">
                {fact(desk.say(key::desk_open::HEADS), heads)}
                {fact(desk.say(key::common::AREA), exact)}
            </dl>
        })}
        {no_figures.then(|| hint("ys-note_bad", desk.say(
            key::desk_open::THE_NOTICE_NAMES_AN_OLDER,
        )))}
        {early.then(|| hint("ys-note_wait", desk.fill(key::desk_open::only_within_72_hours_before(&from))))}
        {late.then(|| hint("ys-note_bad", desk.say(
            key::desk_open::LESS_THAN_5_DAYS_OF,
        )))}
        {small(desk.say(
            key::desk_open::FROM_HERE_ON_SALES_AND,
        ))}
        {signing(desk, desk.say(key::desk_open::SIGN_FREEZE_THE_ROLL), missing, signed)}
        {form.note()}
    };
    view! {
        {title(desk, desk.fill(key::desk_open::freeze_the_roll(&name)), Some(Page::Votes))}
        <div class="ys-cols">
            {card(desk.say(key::desk_open::WHAT_WAS_NOTICED), "", body)}
            {card(desk.say(key::desk_open::WHAT_WILL_BE_FROZEN), "", frozen)}
        </div>
        {withdraw::way(desk, &current.vote)}
    }
}
