//! Books on a light page: the sums of each ledger, every line, and what was asked about them.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Disclosure, LedgerSums};
use yishi_protocol::id::{BlobId, DisclosureId};
use yishi_protocol::ledger::{Flow, LedgerLine, account};
use yishi_protocol::projection::{Asked, Disclosed, ledger_page};

use super::format::yuan;
use super::html::Html;
use super::{ApiError, Page, ROWS, opened};
use crate::http::books;
use crate::words::{Lang, key, window};

/// Writes the page and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, id: &str) -> Result<String, ApiError> {
    let lang = page.lang;
    // Nobody in particular reads it.
    let mut questions = 0;
    let shown = books::disclosure_view(&page.frozen, id, None, |asked| {
        questions = asked.len();
        (page.rows(&asked).to_vec(), false)
    });
    let shown = shown.await?;
    let asked: DisclosureId = id.parse().map_err(|_| ApiError::NotFound("disclosure"))?;
    let disclosed = Disclosed::of(&opened(page, &shown)?, &shown.stated, &asked);
    let disclosed = disclosed.map_err(|_| ApiError::Unavailable)?;
    let body = &disclosed.body;
    if page.number == 1 {
        html.inside("div", "ys-card", |html| {
            let by = format!("{} · {}", lang.speaker(&disclosed.speaker), lang.day(disclosed.at_ms));
            html.facts(&[(lang.say(key::light_books::PUBLISHED_BY), by)]);
            sums(lang, html, &body.ledgers);
        });
    }
    let total = usize::try_from(body.lines()).unwrap_or(usize::MAX);
    html.section(&format!("{} {total}", lang.say(window::books::EVERY_LINE)));
    lines(page, html, body).await?;
    page.turn(html, total.max(questions), &[("books", id)]);
    if !disclosed.questions.is_empty() {
        html.section(&format!("{} {questions}", lang.say(window::books::QUESTIONS)));
        for question in &disclosed.questions {
            told(lang, html, body, question);
        }
    }
    page.home(html);
    Ok(lang.fill(key::light_books::title(&lang.period(body.from_day, body.to_day))))
}

/// What each ledger opened with, what came in and went out, and what is left: one below the other, as narrow screens have it.
fn sums(lang: Lang, html: &mut Html, ledgers: &[LedgerSums]) {
    for of in ledgers {
        html.line("p", "ys-b ys-gap-3", lang.ledger(of.ledger));
        html.facts(&[
            (lang.say(window::desk_disclosed::OPENING), yuan(of.opening_fen)),
            (lang.say(window::desk_disclosed::IN_IT), yuan(of.in_fen)),
            (lang.say(window::desk_disclosed::OUT), yuan(of.out_fen)),
            (lang.say(window::desk_disclosed::CLOSING), yuan(of.closing_fen)),
        ]);
    }
    html.line("p", "ys-s ys-2 ys-gap-2", lang.say(window::books::IN_YUAN_OPENING_IN_OUT));
}

/// The lines that stand on this page. A line keeps its number when another page of the books was erased.
async fn lines(page: &Page, html: &mut Html, body: &Disclosure) -> Result<(), ApiError> {
    let lang = page.lang;
    let from = (page.number - 1).saturating_mul(ROWS);
    let until = from.saturating_add(ROWS);
    let mut at = 0_usize;
    for of in &body.pages {
        let length = usize::try_from(of.1).unwrap_or(usize::MAX);
        let (first, end) = (at, at.saturating_add(length));
        at = end;
        if end <= from || first >= until {
            continue;
        }
        let Some(lines) = read(page, of).await? else {
            let words = lang.say(key::light_books::A_PAGE_IS_MISSING);
            html.inside("div", "ys-card", |html| html.line("p", "ys-bad", words));
            continue;
        };
        let shown = from.saturating_sub(first).min(lines.len())..until.saturating_sub(first).min(lines.len());
        html.inside("div", "weui-cells", |html| lines[shown].iter().for_each(|of| line(lang, html, of)));
    }
    Ok(())
}

async fn read(page: &Page, of: &(BlobId, u32)) -> Result<Option<Vec<LedgerLine>>, ApiError> {
    // What is not public is not here, whether it exists or not.
    let blob: Option<Blob> = page.frozen.blob(&of.0).await?.filter(|blob| blob.kind.is_public());
    Ok(blob.and_then(|blob| ledger_page(&blob, of).ok()).map(|page| page.lines))
}

fn line(lang: Lang, html: &mut Html, of: &LedgerLine) {
    let known = account(of.account);
    let out = known.is_some_and(|account| account.flow == Flow::Out);
    let signed = if out { of.amount_fen.saturating_neg() } else { of.amount_fen };
    let signed = if signed > 0 { format!("+{}", yuan(signed)) } else { yuan(signed) };
    let ledger = known.map_or("", |account| lang.ledger(account.ledger));
    let lacks = of.decision.is_none()
        && of.amount_fen > 0
        && known.is_some_and(yishi_protocol::ledger::Account::needs_decision);
    let mut about = vec![
        lang.day_number(of.day.into()),
        format!("{ledger}{}{}", lang.colon(), lang.account(of.account)),
        format!("{} {}", lang.say(window::line::VOUCHER), of.voucher),
    ];
    about.extend(of.place.clone());
    if of.decision.is_some() {
        about.push(lang.say(key::light_books::NAMES_A_VOTE).to_owned());
    } else if lacks {
        about.push(lang.say(window::books::NAMES_NO_VOTE).to_owned());
    }
    html.inside("div", "weui-cell weui-cell_wrap", |html| {
        html.inside("span", "weui-cell__bd", |html| {
            html.line("span", "ys-block", &of.description);
            html.inside("span", "weui-cell__desc ys-block", |html| html.parts(&about));
        });
        html.line("span", "ys-amt", &signed);
    });
}

fn told(lang: Lang, html: &mut Html, body: &Disclosure, question: &Asked) {
    let number = question.line.map(|(page, line)| {
        let page = usize::try_from(page).unwrap_or(usize::MAX);
        let before: u64 = body.pages.iter().take(page).map(|(_, lines)| u64::from(*lines)).sum();
        before.saturating_add(line.into()).saturating_add(1)
    });
    let what = match number {
        Some(number) => lang.fill(key::light_books::about_line(&number)),
        None => lang.say(key::light_books::ABOUT_THE_WHOLE).to_owned(),
    };
    html.inside("div", "ys-card", |html| {
        let who = format!("{} {} {what}", lang.day(question.at_ms), lang.speaker(&question.speaker));
        html.line("p", "ys-s ys-2", &who);
        html.lines(&lang.said(&question.words));
        let answer = match &question.reply {
            Some((at_ms, _)) => key::light_books::answer(&lang.day(*at_ms)),
            None => key::light_books::not_answered(&lang.last_day(question.due_ms)),
        };
        html.line("p", "ys-s ys-2 ys-gap-2", &lang.fill(answer));
        if let Some((_, words)) = &question.reply {
            html.lines(&lang.said(words));
        }
    });
}
