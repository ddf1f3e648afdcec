//! A matter on a light page: what is asked for, the official acts and answers in their order, the work, what was said.

use std::collections::BTreeSet;

use yishi_protocol::blob::Spoken;
use yishi_protocol::body::{Action, Body, ReviewOpinion, Score};
use yishi_protocol::id::{EntryId, MatterId};
use yishi_protocol::projection::{Act, Matter, Said};
use yishi_protocol::state::{Standing, over_fen};
use yishi_protocol::view::{MatterView, TaskView};
use yishi_words::Word;

use super::html::Html;
use super::{ApiError, Page, ROWS, candidates, meetings, next, opened};
use crate::http::matters::{self, OnPage};
use crate::words::{Lang, key, window};

/// Writes the page and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, id: &str) -> Result<String, ApiError> {
    let lang = page.lang;
    let (mut all, mut voices) = (0, 0);
    // The newest first, though a view has them in log order.
    let part = |acts: &BTreeSet<u64>, matter: &yishi_protocol::state::Matter| {
        (all, voices) = (matter.opinions.len(), matter.voices());
        let skip = (page.number - 1).saturating_mul(ROWS);
        let mut said: Vec<u64> = matter.opinions.keys().rev().skip(skip).take(ROWS).copied().collect();
        said.reverse();
        // All of what was done stands on the first page, and none of it on the others.
        let acts = acts.iter().copied().filter(|_| page.number == 1).collect();
        OnPage { acts, said, next: None }
    };
    let (shown, view) = matters::matter_view(&page.frozen, id, None, part).await?.apart();
    let asked: MatterId = id.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let matter = Matter::of(&opened(page, &shown)?, view, &asked).map_err(|_| ApiError::Unavailable)?;
    let view = &matter.view;
    let hidden = matter.hidden.as_ref().filter(|hidden| hidden.is_hidden());
    let text = matter.text.as_ref().filter(|_| hidden.is_none());
    let scope = page.scope(matter.raise.scope).await?;
    if page.number == 1 {
        html.inside("div", "ys-card", |html| {
            if let Some(text) = text {
                html.lines(lang.pick(&text.body));
            }
            if let Some(hidden) = hidden {
                html.line("p", "ys-2", &lang.hidden_by(hidden));
            }
            let place = text.and_then(|text| text.place.clone());
            facts(page, html, view, (scope, place, matter.raised_ms));
        });
        links(page, html, view);
        candidates::list(page, html, &asked).await?;
        meetings::list(page, html, &asked).await?;
        html.section(lang.say(window::desk_matter::WHAT_WAS_DONE));
        html.inside("div", "ys-card", |html| trail(page, html, &matter));
        if !view.tasks.is_empty() {
            html.section(lang.say(window::works::THE_WORK));
            view.tasks.iter().for_each(|task| work(lang, html, task));
        }
    }
    opinions(page, html, (&matter.opinions, all, voices), id);
    page.home(html);
    let absent = || match hidden {
        Some(_) => lang.hidden().to_owned(),
        None => lang.gone(matter.text.gone()),
    };
    Ok(text.map_or_else(absent, |text| lang.pick(&text.title).to_owned()))
}

fn facts(
    page: &Page,
    html: &mut Html,
    view: &MatterView,
    (scope, place, raised_ms): (String, Option<String>, u64),
) {
    let (lang, now_ms) = (page.lang, page.frozen.now_ms);
    let next = view.next.as_ref().map(|of| next::waits_for(lang, of, view.worker.as_ref()));
    let due = view.next.as_ref().map(|of| next::due(lang, of, now_ms).join(lang.comma()));
    let backed = lang.fill(window::works::of_homes(&view.supports, &view.heads));
    // Nothing of the marks is told before the matter has ended.
    let told = |ratings: u32, score: Option<Score>| match score {
        Some(score) => lang.fill(key::light_matter::content(&score.ratings, &score.content)),
        None => lang.fill(key::light_matter::few(&ratings)),
    };
    let earlier = view.rounds.iter().map(|round| (round.ratings, round.score));
    let marked = earlier.chain([(view.ratings, view.score)]).filter(|(ratings, _)| *ratings > 0);
    let marked: Vec<String> = match view.standing {
        Standing::Open => Vec::new(),
        _ => marked.map(|(ratings, score)| told(ratings, score)).collect(),
    };
    let demanded = page.frozen.state().matter(&view.matter).map(|matter| {
        let signed = matters::count(matter.signers(page.frozen.state()).count());
        let needed = u32::try_from(matter.demanded_heads(page.frozen.state())).unwrap_or(u32::MAX);
        (signed, lang.fill(window::demand::signed_of(&signed, &needed)))
    });
    let demanded = demanded.filter(|(signed, _)| *signed > 0).map(|(_, words)| words);
    let over = Some(view.over_fen()).filter(|over| *over > 0).map(|over| lang.money(over));
    html.facts(&[
        (
            lang.say(window::desk_matter::RAISED_BY),
            format!("{} · {}", lang.speaker(&view.speaker), lang.day(raised_ms)),
        ),
        (lang.say(window::desk_matter::CONCERNS), scope),
        (lang.say(window::desk_matter::WHERE_IT), place.unwrap_or_default()),
        (lang.say(window::matter::HOW_FAR_IT_HAS_COME), lang.step(view.step).to_owned()),
        (lang.say(key::light_matter::ENDED), lang.standing(view.standing).to_owned()),
        (lang.say(window::waiting::WHAT_NEXT), next.unwrap_or_default()),
        (lang.say(window::desk_progress::DUE), due.unwrap_or_default()),
        (lang.say(window::common::BACKED_BY), backed),
        (lang.say(window::demand::DEMAND_A_VOTE), demanded.unwrap_or_default()),
        (lang.say(window::desk_close::MARKS), marked.join(" · ")),
        (lang.say(window::matter::ITS_COST_IS_OVER_THE), over.unwrap_or_default()),
    ]);
}

/// The ways to its votes and to the matter under which it goes on.
fn links(page: &Page, html: &mut Html, view: &MatterView) {
    for (notice, agenda) in &view.votes {
        let id = agenda.unwrap_or(*notice).to_string();
        html.way(&page.address(&[("vote", &id)]), page.lang.say(key::light_matter::ITS_VOTE));
    }
    if let Some(into) = view.merged_into {
        let address = page.address(&[("matter", &into.to_string())]);
        html.way(&address, page.lang.say(window::matter::SEE_THE_MATTER_IT_WENT));
    }
}

/// How many acts stand there unfolded: the last ones.
const RECENT: usize = 5;

/// What was done: all but the last of it behind a fold, which browsers that know none leave open.
fn trail(page: &Page, html: &mut Html, matter: &Matter) {
    let (earlier, recent) = matter.trail.split_at(matter.trail.len().saturating_sub(RECENT));
    if !earlier.is_empty() {
        html.inside("details", "ys-twin", |html| {
            html.line("summary", "", &page.lang.fill(window::matter::earlier(&earlier.len())));
            for act in earlier {
                told(page, html, matter, act);
            }
        });
    }
    for act in recent {
        told(page, html, matter, act);
    }
}

/// An act in words: when, who, what, and what was said.
fn told(page: &Page, html: &mut Html, matter: &Matter, act: &Act) {
    let lang = page.lang;
    let who = format!("{} {} ", lang.day(act.at_ms), lang.speaker(&act.speaker));
    html.inside("div", "ys-gap-2", |html| {
        html.inside("p", "", |html| {
            html.line("span", "ys-2", &who);
            html.text(&what((lang, page.frozen.now_ms), matter, act.id, &act.body));
        });
        if let Some(words) = &act.words {
            html.lines(&lang.said(words));
        }
    });
}

/// Whether it stands behind minutes, or denies what they say.
fn is_attested(body: &Body, denies: bool) -> bool {
    matches!(body, Body::Attest(said) if said.denies.is_some() == denies)
}

/// What was done, where there is no more to say of it.
fn said_whole(body: &Body) -> Option<Word> {
    let phrases = [
        (matches!(body, Body::Raise(_)), window::matter::RAISED_IT),
        (matches!(body, Body::Requisition(_)), window::matter::DEMANDED_A_VOTE),
        (matches!(body, Body::Dispute(_)), window::matter::DISPUTED_THE_RESULT),
        (matches!(body, Body::RuleDispute(_)), window::matter::RULED_ON_A_DISPUTE),
        (matches!(body, Body::Final(_)), window::matter::ASKED_TO_MAKE_IT_FINAL),
        (matches!(body, Body::Confirm(_)), window::matter::A_SECOND_PERSON_CONFIRMED),
        (matches!(body, Body::BallotBox(_)), window::matter::LISTED_THE_BOX),
        (matches!(body, Body::Deny(_)), window::matter::DENIED_A_SHEET),
        (matches!(body, Body::Draw(_)), window::matter::ENTERED_THE_LOTTERY),
        (matches!(body, Body::RollCall(_)), window::matter::ASKED_A_HOME),
        (matches!(body, Body::Annul(_)), window::matter::TOLD_OF_AN_ANNULMENT),
        (matches!(body, Body::Seat(_)), window::matter::SEATED_THE_ELECTED),
        (matches!(body, Body::Meeting(_)), window::matter::CALLED_A_MEETING),
        (matches!(body, Body::Minutes(_)), window::matter::WROTE_MINUTES),
        (is_attested(body, false), window::matter::ATTESTED_MINUTES),
        (is_attested(body, true), window::matter::DENIED_MINUTES),
        (matches!(body, Body::Withdraw(_)), window::matter::WITHDREW_THE_VOTE),
        (matches!(body, Body::Close(_)), window::matter::OPENED_THE_BOX),
    ];
    phrases.into_iter().find(|(is_said, _)| *is_said).map(|(_, phrase)| phrase)
}

/// What was done. A matter's trail has acts of these kinds; of another one there is no more to say than who and when.
fn what((lang, now_ms): (Lang, u64), matter: &Matter, id: EntryId, body: &Body) -> String {
    let (view, trail) = (&matter.view, &matter.trail);
    if let Some(phrase) = said_whole(body) {
        return lang.say(phrase).to_owned();
    }
    if let Body::Answer(answer) = body {
        return match (answer.action, answer.tier) {
            (Action::Accept, _) => lang.say(window::matter::TOOK_IT_UP).to_owned(),
            (Action::Decline, _) => lang.say(window::matter::DECLINED).to_owned(),
            (Action::Merge, _) => lang.say(window::matter::MERGED_IT).to_owned(),
            (Action::Escalate | Action::Return, Some(tier)) => {
                format!("{}{}", lang.say(window::matter::HANDED_IT_TO), lang.tier(tier))
            }
            (Action::Escalate | Action::Return, None) => String::new(),
        };
    }
    if let Body::AskReview(asked) = body {
        let asked_until = window::matter::asked_for_a_review_until(&lang.by(asked.due_ms));
        let answers = |act: &Act| matches!(&act.body, Body::Review(review) if review.request == id);
        let silent = now_ms >= asked.due_ms && !trail.iter().any(answers);
        let silent = if silent { lang.say(window::matter::NO_REPLY) } else { "" };
        return format!("{}{silent}", lang.fill(asked_until));
    }
    if let Body::Review(review) = body {
        return lang.say(opinion_word(review.opinion)).to_owned();
    }
    if let Body::Notice(notice) = body {
        let days = lang.span(notice.opens_ms, notice.closes_ms);
        return format!("{}{days}", lang.say(window::matter::GAVE_NOTICE_OF_THE_VOTE));
    }
    if let Body::Open(open) = body {
        return lang.fill(window::matter::fixed_the_roll_may_vote(&open.heads));
    }
    if let Body::Nominate(said) = body {
        let stands = said.candidacy.is_some();
        let phrase =
            if stands { window::matter::STANDS_FOR_THE_ELECTION } else { window::matter::STANDS_NO_MORE };
        return lang.say(phrase).to_owned();
    }
    if let Body::Extend(extend) = body {
        return lang.fill(window::matter::put_the_end_off_to(&lang.last_day(extend.closes_ms)));
    }
    if let Body::Tally(tally) = body {
        let outcomes: Vec<_> = tally.items.iter().map(|item| lang.outcome(item.outcome)).collect();
        let outcomes = outcomes.join(lang.say(window::language::LIST_COMMA));
        return format!("{}{outcomes}", lang.say(window::matter::RESULT));
    }
    if let Body::Dispatch(dispatch) = body {
        let task = view.tasks.iter().find(|task| task.task == id);
        let to = task.map(|task| lang.speaker(&task.assignee)).unwrap_or_default();
        let cap = |cap| format!("{}{}", lang.say(window::matter::AT_MOST), lang.money(cap));
        let cap = dispatch.cap_fen.map(cap).unwrap_or_default();
        return lang.fill(window::matter::gave_it_to_to_be(&to, &lang.last_day(dispatch.due_ms), &cap));
    }
    if let Body::Progress(progress) = body {
        return lang.fill(window::matter::done_paid(&progress.percent, &lang.money(progress.paid_fen)));
    }
    if let Body::CloseMatter(close) = body {
        let score = &close.score;
        if score.ratings == 0 {
            return lang.say(window::matter::CLOSED_IT).to_owned();
        }
        return lang.fill(window::matter::closed_it_of_content(&score.ratings, &score.content));
    }
    String::new()
}

/// What a reviewer's opinion is called.
pub(super) const fn opinion_word(opinion: ReviewOpinion) -> Word {
    match opinion {
        ReviewOpinion::Agree => window::matter::REVIEW_AGREE,
        ReviewOpinion::Remarks => window::matter::REVIEW_REMARKS,
        ReviewOpinion::Against => window::matter::REVIEW_AGAINST,
    }
}

fn work(lang: Lang, html: &mut Html, task: &TaskView) {
    let over = over_fen(task.cap_fen, task.paid_fen);
    let cap = task.cap_fen.map(|cap| lang.money(cap));
    html.inside("div", "ys-card", |html| {
        if task.annulled {
            html.line("p", "ys-b", lang.say(window::works::ANNULLED));
        }
        html.facts(&[
            (lang.say(window::desk_dispatch::WHO_DOES_IT), lang.speaker(&task.assignee)),
            (lang.say(key::light_matter::DONE), format!("{}%", task.percent)),
            (lang.say(window::works::DUE), lang.last_day(task.due_ms)),
            (lang.say(window::desk_progress::AT_MOST), cap.unwrap_or_default()),
            (lang.say(window::works::PAID), lang.money(task.paid_fen)),
            (lang.say(window::works::OVER_BY), if over > 0 { lang.money(over) } else { String::new() }),
        ]);
    });
}

/// What was said, the newest first.
fn opinions(page: &Page, html: &mut Html, (opinions, all, voices): (&[Said], usize, usize), id: &str) {
    let lang = page.lang;
    html.section(&format!("{} {voices}", lang.say(window::voices::OPINIONS)));
    for said in opinions.iter().rev() {
        let hidden = said.hidden.as_ref().filter(|hidden| hidden.is_hidden());
        let spoken = said.spoken.as_ref().filter(|_| hidden.is_none());
        html.inside("div", "ys-card", |html| {
            let stance = match said.reply_to {
                Some(_) => lang.say(window::voices::REPLY),
                None => spoken.map_or("", |spoken| lang.stance(spoken.stance)),
            };
            let who = format!("{} {} {stance}", lang.day(said.at_ms), lang.speaker(&said.speaker));
            html.line("p", "ys-s ys-2", &who);
            match spoken {
                Some(Spoken { text: Some(words), .. }) => html.lines(lang.pick(words)),
                Some(_) => {}
                None => {
                    let gone = || lang.gone(said.spoken.gone());
                    let words = hidden.map_or_else(gone, |hidden| lang.hidden_by(hidden));
                    html.line("p", "ys-2", &words);
                }
            }
        });
    }
    page.turn(html, all, &[("matter", id)]);
}
