//! A vote on a light page: what is asked, who may answer until when, what it needs, and what came of it.

use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Item, ItemTally, Method};
use yishi_protocol::count::{Checks, Comparison, Weight, consent_share};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::Vote;

use super::home::erased;
use super::html::Html;
use super::words::{Lang, hundredths};
use super::{ApiError, Page, opened};
use crate::http::views;

/// Writes the page and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, id: &str) -> Result<String, ApiError> {
    let lang = page.lang;
    let (shown, view) = views::agenda_view(&page.desk, id).await?.apart();
    let asked: EntryId = id.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let vote = Vote::of(&opened(page, &shown)?, view, &asked).map_err(|_| ApiError::Unavailable)?;
    let (notice, text) = (&vote.notice, &vote.text);
    let scope = page.scope(notice.scope).await?;
    html.inside("div", "ys-card", |html| {
        html.lines(lang.pick(&text.body));
        facts(lang, html, &vote, scope);
    });
    for (at, item) in notice.items.iter().enumerate() {
        let text = text.items.get(at);
        question(lang, html, at, (item, text));
        let counted = vote.tally.as_ref().and_then(|tally| tally.items.get(at));
        if let (Some(open), Some(counted)) = (&vote.open, counted) {
            let whole = Weight { area_c: open.area_c, heads: open.heads.into() };
            result(lang, html, whole, (item, text, counted));
        }
    }
    if let Some(matter) = &notice.matter {
        let address = page.address(&[("matter", &matter.to_string())]);
        html.inside("p", "ys-q", |html| html.link("ys-link", &address, lang.say("看这件事", "The matter")));
    }
    html.inside("p", "ys-q", |html| html.link("ys-link", &page.address(&[]), lang.say("回首页", "Home")));
    Ok(lang.pick(&text.title).to_owned())
}

fn facts(lang: Lang, html: &mut Html, vote: &Vote, scope: String) {
    let (notice, open) = (&vote.notice, vote.open.as_ref());
    let entitled = open.map(|open| weight(lang, Weight { area_c: open.area_c, heads: open.heads.into() }));
    let turnout = open.map(|_| match lang {
        Lang::Zh => format!("{} 人", vote.turnout_heads),
        Lang::En => format!("{} heads", vote.turnout_heads),
    });
    let late = &vote.late;
    let late = match lang {
        _ if late.ballots + late.recorded + late.stopped == 0 => String::new(),
        Lang::Zh => format!(
            "{} 张票的手机是公示以后登记或确认的；{} 张票由凭文件登记的人投出；停用了 {} 部手机",
            late.ballots, late.recorded, late.stopped
        ),
        Lang::En => format!(
            "{} ballots from phones let in after the notice; {} from people recorded from a document; {} phones stopped",
            late.ballots, late.recorded, late.stopped
        ),
    };
    html.facts(&[
        (lang.say("现在", "Now"), lang.stage(vote.stage).to_owned()),
        (lang.say("谁来投", "Who votes"), scope),
        (lang.say("开始", "Opens"), lang.beginning(notice.opens_ms)),
        (lang.say("截止", "Closes"), lang.end(notice.closes_ms)),
        (lang.say("效力", "Standing"), lang.legal_mode(notice.legal_mode).to_owned()),
        (lang.say("有权投的", "Entitled"), entitled.unwrap_or_default()),
        (lang.say("已经投的", "Have voted"), turnout.unwrap_or_default()),
        (lang.say("公示以后", "Since the notice"), late),
    ]);
}

fn question(lang: Lang, html: &mut Html, at: usize, (item, text): (&Item, Option<&ItemText>)) {
    let title = text.map_or_else(|| erased(lang), |text| lang.pick(&text.title));
    html.section(&match lang {
        Lang::Zh => format!("第 {} 题　{title}", at + 1),
        Lang::En => format!("Question {}: {title}", at + 1),
    });
    html.inside("div", "ys-card", |html| {
        html.line("p", "ys-s ys-2", lang.say("选项", "Options"));
        html.inside("ul", "light-list", |html| match item.method {
            Method::Resolution => {
                for (zh, en) in [("同意", "For"), ("反对", "Against"), ("弃权", "Abstain")] {
                    html.line("li", "", lang.say(zh, en));
                }
            }
            Method::Election => {
                for (place, _) in item.options.iter().enumerate() {
                    html.line("li", "", candidate(lang, text, place));
                }
            }
        });
        html.line("p", "ys-s ys-2 ys-gap-2", lang.say("通过要", "Needed"));
        html.line("p", "", &lang.threshold(item));
        if let Some(adopts) = &item.adopts {
            html.line(
                "p",
                "ys-s ys-2 ys-gap-2",
                lang.say(
                    "通过就改管理规约和以后表决的办法。文件校验码：",
                    "If it passes, the bylaws and the way of later votes change. The file's digest:",
                ),
            );
            html.line("p", "ys-code", &adopts.document.to_string());
        }
    });
}

fn candidate(lang: Lang, text: Option<&ItemText>, place: usize) -> &str {
    let name = text.and_then(|text| text.options.get(place));
    name.map_or_else(|| erased(lang), |name| lang.pick(name))
}

/// The stated totals with their working, as the rule book prints it.
fn result(
    lang: Lang,
    html: &mut Html,
    whole: Weight,
    (item, text, counted): (&Item, Option<&ItemText>, &ItemTally),
) {
    let consenting = counted.consenting.first().copied().unwrap_or_default();
    let checks = Checks::new(counted.participating, consenting, whole, consent_share(item.class, item.raise));
    html.inside("div", "ys-card", |html| {
        html.line("p", "ys-t", lang.outcome(counted.outcome));
        html.facts(&[
            (lang.say("参加", "Took part"), weight(lang, counted.participating)),
            (lang.say("有权投的", "Entitled"), weight(lang, whole)),
        ]);
        let mut working = vec![
            (lang.say("参加，人数", "Taking part, heads"), checks.quorum_heads),
            (lang.say("参加，面积（0.01 m²）", "Taking part, area in 0.01 m²"), checks.quorum_area),
        ];
        match item.method {
            Method::Resolution => {
                html.facts(&[(lang.say("同意", "For"), weight(lang, consenting))]);
                working.extend([
                    (lang.say("同意，人数", "For, heads"), checks.consent_heads),
                    (lang.say("同意，面积（0.01 m²）", "For, area in 0.01 m²"), checks.consent_area),
                ]);
            }
            Method::Election => {
                for (place, consenting) in counted.consenting.iter().enumerate() {
                    html.facts(&[(candidate(lang, text, place), weight(lang, *consenting))]);
                }
            }
        }
        html.line("p", "ys-s ys-2 ys-gap-2", lang.say("照法律一步步算", "Step by step, as the law says"));
        for (what, check) in working {
            step(lang, html, what, check);
        }
    });
}

fn step(lang: Lang, html: &mut Html, what: &str, check: Comparison) {
    let holds = if check.holds() { lang.say("够", "enough") } else { lang.say("不够", "not enough") };
    html.line(
        "p",
        "ys-s n",
        &format!("{what}{}{check}，{holds}", lang.say("：", ": ")).replace('，', lang.say("，", ", ")),
    );
}

fn weight(lang: Lang, weight: Weight) -> String {
    let Weight { area_c, heads } = weight;
    match lang {
        Lang::Zh => format!("{heads}\u{a0}人、{}\u{a0}m²", hundredths(area_c)),
        Lang::En => format!("{heads}\u{a0}heads, {}\u{a0}m²", hundredths(area_c)),
    }
}
