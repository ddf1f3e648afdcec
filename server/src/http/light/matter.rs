//! A matter on a light page: what is asked for, the official acts and answers in their order, the work, what was said.

use yishi_protocol::blob::{Spoken, Stance};
use yishi_protocol::body::{Action, Body, Tier};
use yishi_protocol::id::{EntryId, MatterId};
use yishi_protocol::projection::{Act, Matter, Said};
use yishi_protocol::state::{Standing, over_fen};
use yishi_protocol::view::{MatterView, TaskView};

use super::home::{by, erased};
use super::html::Html;
use super::words::Lang;
use super::{ApiError, Page, opened};
use crate::http::matters;

/// Writes the page and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, id: &str) -> Result<String, ApiError> {
    let lang = page.lang;
    let (shown, view) = matters::matter_view(&page.desk, id).await?.apart();
    let asked: MatterId = id.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let matter = Matter::of(&opened(page, &shown)?, view, &asked).map_err(|_| ApiError::Unavailable)?;
    let (view, text) = (&matter.view, &matter.text);
    let scope = page.scope(matter.raise.scope).await?;
    if page.number == 1 {
        html.inside("div", "ys-card", |html| {
            if let Some(text) = text {
                html.lines(lang.pick(&text.body));
            }
            let place = text.as_ref().and_then(|text| text.place.clone());
            facts(lang, html, view, (scope, place, matter.raised_ms));
        });
        links(page, html, view);
        html.section(lang.say("走过的每一步", "What was done"));
        html.inside("div", "ys-card", |html| {
            for act in &matter.trail {
                told(lang, html, view, act);
            }
        });
        if !view.tasks.is_empty() {
            html.section(lang.say("办到哪了", "The work"));
            view.tasks.iter().for_each(|task| work(lang, html, task));
        }
    }
    opinions(page, html, &matter.opinions, id);
    html.inside("p", "ys-q", |html| html.link("ys-link", &page.address(&[]), lang.say("回首页", "Home")));
    Ok(text.as_ref().map_or_else(|| erased(lang), |text| lang.pick(&text.title)).to_owned())
}

fn facts(
    lang: Lang,
    html: &mut Html,
    view: &MatterView,
    (scope, place, raised_ms): (String, Option<String>, u64),
) {
    let next = view.next.filter(|_| view.standing == Standing::Open).map(|next| {
        let due = next.due_ms.map(|due_ms| by(lang, due_ms)).unwrap_or_default();
        format!("{} {due}", lang.waits_for(next.act))
    });
    let backed = match lang {
        Lang::Zh => format!("{} 户附议，共 {} 户", view.supports, view.heads),
        Lang::En => format!("{} of {} homes", view.supports, view.heads),
    };
    let score = view.score.filter(|score| score.ratings > 0).map(|score| match lang {
        Lang::Zh => format!("{} 人评价，{} 人满意", score.ratings, score.content),
        Lang::En => format!("{} of {} content", score.content, score.ratings),
    });
    let over = Some(view.over_fen()).filter(|over| *over > 0).map(|over| lang.money(over));
    html.facts(&[
        (
            lang.say("谁提的", "Raised by"),
            format!("{} · {}", lang.speaker(&view.speaker), lang.day(raised_ms)),
        ),
        (lang.say("范围", "Concerns"), scope),
        (lang.say("地点", "Place"), place.unwrap_or_default()),
        (lang.say("走到", "Step"), lang.step(view.step).to_owned()),
        (lang.say("结果", "Ended"), lang.standing(view.standing).to_owned()),
        (lang.say("接下来", "Next"), next.unwrap_or_default()),
        (lang.say("附议", "Backed by"), backed),
        (lang.say("评价", "Rated"), score.unwrap_or_default()),
        (lang.say("花费超出上限", "Over its cap by"), over.unwrap_or_default()),
    ]);
}

/// The ways to its votes and to the matter under which it goes on.
fn links(page: &Page, html: &mut Html, view: &MatterView) {
    let mut link = |kind: &str, id: String, words: &str| {
        html.inside("p", "ys-q", |html| html.link("ys-link", &page.address(&[(kind, &id)]), words));
    };
    for (notice, agenda) in &view.votes {
        link("vote", agenda.unwrap_or(*notice).to_string(), page.lang.say("看这件事的表决", "Its vote"));
    }
    if let Some(into) = view.merged_into {
        link("matter", into.to_string(), page.lang.say("看并到的那一件", "The matter it went under"));
    }
}

/// An act in words: when, who, what, and what was said.
fn told(lang: Lang, html: &mut Html, view: &MatterView, act: &Act) {
    let who = format!("{} {} ", lang.day(act.at_ms), lang.speaker(&act.speaker));
    html.inside("div", "ys-gap-2", |html| {
        html.inside("p", "", |html| {
            html.line("span", "ys-2", &who);
            html.text(&what(lang, view, act.id, &act.body));
        });
        if let Some(words) = &act.words {
            html.lines(lang.pick(words));
        }
    });
}

/// What was done. A matter's trail has acts of these kinds; of another one there is no more to say than who and when.
fn what(lang: Lang, view: &MatterView, id: EntryId, body: &Body) -> String {
    if let Body::Raise(_) = body {
        return lang.say("提出", "raised it").to_owned();
    }
    if let Body::Answer(answer) = body {
        return match (answer.action, answer.tier) {
            (Action::Accept, _) => lang.say("受理", "took it up").to_owned(),
            (Action::Decline, _) => lang.say("没有受理", "declined").to_owned(),
            (Action::Merge, _) => lang.say("并到另一件", "merged it").to_owned(),
            (Action::Escalate | Action::Return, Some(tier)) => {
                format!("{}{}", lang.say("转给", "handed it to "), tier_word(lang, tier))
            }
            (Action::Escalate | Action::Return, None) => String::new(),
        };
    }
    if let Body::Notice(notice) = body {
        let (from, to) = (lang.day(notice.opens_ms), lang.last_day(notice.closes_ms));
        return format!("{}{from} – {to}", lang.say("公告表决：", "gave notice of the vote: "));
    }
    if let Body::Open(open) = body {
        return match lang {
            Lang::Zh => format!("定下名册：{} 人有权投", open.heads),
            Lang::En => format!("fixed the roll: {} may vote", open.heads),
        };
    }
    if let Body::Close(_) = body {
        return lang.say("截止开箱", "opened the box").to_owned();
    }
    if let Body::Tally(tally) = body {
        let outcomes: Vec<_> = tally.items.iter().map(|item| lang.outcome(item.outcome)).collect();
        return format!("{}{}", lang.say("公布结果：", "result: "), outcomes.join(lang.say("、", ", ")));
    }
    if let Body::Dispatch(dispatch) = body {
        let task = view.tasks.iter().find(|task| task.task == id);
        let to = task.map(|task| lang.speaker(&task.assignee)).unwrap_or_default();
        let cap =
            dispatch.cap_fen.map(|cap| format!("{}{}", lang.say("，最多 ", ", at most "), lang.money(cap)));
        let (due, cap) = (by(lang, dispatch.due_ms), cap.unwrap_or_default());
        return match lang {
            Lang::Zh => format!("派单给{to}，{due}办完{cap}"),
            Lang::En => format!("gave it to {to}, to be done {due}{cap}"),
        };
    }
    if let Body::Progress(progress) = body {
        return match lang {
            Lang::Zh => format!("办了 {}%，已付 {}", progress.percent, lang.money(progress.paid_fen)),
            Lang::En => format!("{}% done, paid {}", progress.percent, lang.money(progress.paid_fen)),
        };
    }
    if let Body::CloseMatter(_) = body {
        return lang.say("办完了", "closed it").to_owned();
    }
    String::new()
}

fn tier_word(lang: Lang, tier: Tier) -> &'static str {
    match tier {
        Tier::Building => lang.say("楼栋", "the building"),
        Tier::Grid => lang.say("小区", "the estate"),
        Tier::Community => lang.say("社区", "the community"),
        Tier::Street => lang.say("街道", "the street"),
    }
}

fn work(lang: Lang, html: &mut Html, task: &TaskView) {
    let over = over_fen(task.cap_fen, task.paid_fen);
    html.inside("div", "ys-card", |html| {
        html.facts(&[
            (lang.say("谁来办", "Done by"), lang.speaker(&task.assignee)),
            (lang.say("完成", "Done"), format!("{}%", task.percent)),
            (lang.say("应办完", "Due"), lang.last_day(task.due_ms)),
            (lang.say("上限", "Cap"), task.cap_fen.map(|cap| lang.money(cap)).unwrap_or_default()),
            (lang.say("已付", "Paid"), lang.money(task.paid_fen)),
            (lang.say("超出", "Over by"), if over > 0 { lang.money(over) } else { String::new() }),
        ]);
    });
}

/// What was said, the newest first.
fn opinions(page: &Page, html: &mut Html, opinions: &[Said], id: &str) {
    let lang = page.lang;
    let newest: Vec<&Said> = opinions.iter().rev().collect();
    html.section(&format!("{} {}", lang.say("看法", "Opinions"), newest.len()));
    for said in page.rows(&newest) {
        let spoken = said.spoken.as_ref();
        html.inside("div", "ys-card", |html| {
            let stance = spoken.map_or("", |spoken| stance(lang, spoken.stance));
            let who = format!("{} {} {stance}", lang.day(said.at_ms), lang.speaker(&said.speaker));
            html.line("p", "ys-s ys-2", &who);
            match spoken {
                Some(Spoken { text: Some(words), .. }) => html.lines(lang.pick(words)),
                Some(_) => {}
                None => html.line("p", "ys-2", erased(lang)),
            }
        });
    }
    page.turn(html, newest.len(), &[("matter", id)]);
}

fn stance(lang: Lang, stance: Stance) -> &'static str {
    match stance {
        Stance::For => lang.say("赞成", "for"),
        Stance::Against => lang.say("反对", "against"),
        Stance::Neutral => lang.say("中立", "neutral"),
        Stance::Question => lang.say("提问", "question"),
    }
}
