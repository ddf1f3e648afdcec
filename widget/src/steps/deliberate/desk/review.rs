//! Another organisation looks at a matter before it is put to the vote: asking for that, and saying what one's own thinks.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::body::{AskReview, Body, Capability, OrgKind, Review, ReviewOpinion};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{Course, Deed};
use yishi_protocol::id::{EntryId, OrgId};
use yishi_protocol::projection::{Act, Matter};
use yishi_words::Word;

use crate::desk::acts::Form;
use crate::desk::field::{Field, blank};
use crate::desk::forms::{area, card, choice, hint, line, presets, signing};
use crate::desk::{Desk, Page, words};
use crate::kit::gone;
use crate::kit::tell::pick;
use crate::proofs::act::statement;

/// How many days all reviews of a matter may take together; the rule book holds whoever asks to it.
const MOST_DAYS: u64 = 14;

/// The requests about a matter that nobody has answered, with when they came.
fn open(acts: &[Act], now_ms: u64) -> Vec<(EntryId, AskReview)> {
    let answered = |request: EntryId| {
        acts.iter().any(|act| matches!(&act.body, Body::Review(review) if review.request == request))
    };
    let asked = acts.iter().filter_map(|act| match &act.body {
        Body::AskReview(asked) if now_ms < asked.due_ms && !answered(act.id) => Some((act.id, asked.clone())),
        _ => None,
    });
    asked.collect()
}

/// The organisations that were asked since the last notice, and when the first was.
fn round(acts: &[Act]) -> (Vec<OrgId>, Option<u64>) {
    let since = acts.iter().rposition(|act| matches!(act.body, Body::Notice(_))).map_or(0, |at| at + 1);
    let asked = acts.iter().skip(since).filter_map(|act| match &act.body {
        Body::AskReview(asked) => Some((asked.org, act.at_ms)),
        _ => None,
    });
    let asked: Vec<(OrgId, u64)> = asked.collect();
    (asked.iter().map(|(org, _)| *org).collect(), asked.first().map(|(_, at_ms)| *at_ms))
}

/// What may be done about it: the forms of whoever was asked, and of whoever may ask.
pub(crate) fn forms(desk: Desk, matter: &Matter) -> Vec<View> {
    let now_ms = desk.now_ms();
    let mine =
        |org: &OrgId| desk.data.with_untracked(|data| data.grants.iter().any(|grant| grant.org == *org));
    let asked = open(&matter.trail, now_ms);
    let mut shown: Vec<View> = asked
        .iter()
        .filter(|(_, asked)| mine(&asked.org))
        .map(|(request, asked)| answer(desk, matter, (*request, asked)))
        .collect();
    let about = (matter.raise.scope, matter.raise.category, matter.view.tier);
    let may = |capability| desk.data.with_untracked(|data| data.reaches(capability, about));
    let asks = may(Capability::Answer) || may(Capability::Notice);
    if asks && Course::Matter.lets(matter.view.stage, Deed::AskReview) {
        shown.extend(ask(desk, matter));
    }
    shown
}

fn ask(desk: Desk, matter: &Matter) -> Option<View> {
    let (id, now_ms) = (matter.id, desk.now_ms());
    let (known, first_ms) = round(&matter.trail);
    let until_ms = first_ms.unwrap_or(now_ms).saturating_add(MOST_DAYS.saturating_mul(DAY_MS));
    let most = until_ms.saturating_sub(now_ms).checked_div(DAY_MS).unwrap_or_default();
    let orgs: Vec<(String, String)> = desk.data.with_untracked(|data| {
        let own = |org: OrgId| data.grants.iter().any(|grant| grant.org == org);
        let others = data.orgs.iter().filter(|view| view.kind != OrgKind::Manager);
        let others = others.filter(|view| !own(view.org) && !known.contains(&view.org));
        others.map(|view| (view.org.to_string(), words::org(desk, view))).collect()
    });
    if orgs.is_empty() || most == 0 {
        return None;
    }
    let form = Form::new(desk, format_args!("ask-review/{id}"));
    let said = form.field("words", "");
    let org = form.field("org", orgs.first().map(|org| org.0.clone()).unwrap_or_default());
    let days = form.field("days", most.min(7).to_string());
    let chosen = move || {
        let days: u64 = days.get().trim().parse().ok()?;
        let chosen = (1..=most).contains(&days);
        // A day is a day from when it is signed; what is due at the last moment would be too late when it arrives.
        chosen.then(|| {
            if days == most { until_ms } else { now_ms.saturating_add((days + 1) * DAY_MS).min(until_ms) }
        })
    };
    let missing = move || {
        if chosen().is_none() {
            return Some(desk.say(key::desk_review::CHOOSE_DAYS));
        }
        blank(said).then(|| desk.say(key::desk_review::SAY_WHAT))
    };
    let signed = move || {
        let (Some(due_ms), Ok(org)) = (chosen(), org.get_untracked().parse()) else { return };
        let said = statement(&said.get_untracked())
            .map(|text| (AskReview { due_ms, matter: id, org, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            desk.done(Page::Matter(id), desk.say(key::desk_review::ASKED).to_owned());
        });
    };
    let body = view! {
        {hint("ys-note_wait", desk.say(key::desk_review::WHAT_IT_MEANS))}
        {choice("reviewer", desk.say(key::desk_review::WHOM), "", orgs, org)}
        {line("review-days", "number", desk.say(key::desk_review::WITHIN_HOW_MANY_DAYS), &desk.fill(key::desk_review::at_most(&most)), days)}
        {area("review-what", desk.say(key::desk_review::WHAT_TO_LOOK_AT), desk.say(key::desk_review::EVERYBODY_READS_IT), said)}
        {signing(desk, desk.say(key::desk_review::SIGN_THE_REQUEST), missing, signed)}
        {form.note()}
    };
    Some(card(desk.say(key::desk_review::ASK_FOR_A_REVIEW), "", body))
}

/// What an opinion is called.
pub(crate) const fn opinion_word(opinion: ReviewOpinion) -> Word {
    match opinion {
        ReviewOpinion::Agree => key::matter::REVIEW_AGREE,
        ReviewOpinion::Remarks => key::matter::REVIEW_REMARKS,
        ReviewOpinion::Against => key::matter::REVIEW_AGAINST,
    }
}

fn answer(desk: Desk, matter: &Matter, (request, asked): (EntryId, &AskReview)) -> View {
    let id = matter.id;
    let form = Form::new(desk, format_args!("review/{request}"));
    let (said, chosen): (Field, Field) = (form.field("words", ""), form.field("opinion", ""));
    let keys = ["agree", "remarks", "against"];
    let options = ReviewOpinion::ALL.into_iter().zip(keys);
    let options =
        options.map(|(opinion, key)| (key, desk.say(opinion_word(opinion)).to_owned(), String::new()));
    let missing = move || {
        if chosen.with(String::is_empty) {
            return Some(desk.say(key::desk_review::CHOOSE_AN_OPINION));
        }
        blank(said).then(|| desk.say(key::desk_review::SAY_WHY))
    };
    let signed = move || {
        let chosen = chosen.get_untracked();
        let at = keys.iter().position(|key| *key == chosen);
        let Some(opinion) = at.and_then(|at| ReviewOpinion::ALL.get(at).copied()) else { return };
        let said = statement(&said.get_untracked())
            .map(|text| (Review { matter: id, opinion, request, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            desk.done(Page::Matter(id), desk.say(key::desk_review::ANSWERED).to_owned());
        });
    };
    let asks = matter.trail.iter().find(|act| act.id == request).and_then(|act| act.words.as_ref());
    let asks = asks.map(|words| gone::say(desk.app, words, |words| pick(desk.app, words)));
    let body = view! {
        {asks.map(|asks| view! { <p>{asks}</p> })}
        {presets("opinion", desk.say(key::desk_review::WHAT_DO_YOU_THINK), options.collect(), chosen)}
        {area("opinion-why", desk.say(key::desk_review::WHY), desk.say(key::desk_review::EVERYBODY_READS_IT), said)}
        {signing(desk, desk.say(key::desk_review::SIGN_THE_OPINION), missing, signed)}
        {form.note()}
    };
    let until = desk.lang().deadline(asked.due_ms);
    card(desk.say(key::desk_review::YOU_WERE_ASKED), desk.fill(key::desk_review::until(&until)), body)
}
