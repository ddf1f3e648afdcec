//! A vote on a light page: what is asked, who may answer until when, what it needs, and what came of it.

use yishi_protocol::blob::ItemText;
use yishi_protocol::body::{Item, ItemTally, Method};
use yishi_protocol::count::{Checks, Comparison, Rank, Weight, consent_share, stated_ranks};
use yishi_protocol::few::{Posted, Sides};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{Stated, Vote};
use yishi_words::Word;

use super::format::{grouped, hundredths, working};
use super::html::Html;
use super::{ApiError, Page, calls, delivery, margin, objections, opened};
use crate::http::delivery::public_counts;
use crate::http::results;
use crate::words::{Lang, key, window};

/// Writes the page and says its title.
pub(super) async fn page(page: &Page, html: &mut Html, id: &str) -> Result<String, ApiError> {
    let lang = page.lang;
    let (shown, view) = results::result_view(&page.frozen, id, false).await?.apart();
    let asked: EntryId = id.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let opened = opened(page, &shown)?;
    let vote = Vote::of(&opened, &view.agenda, &asked).map_err(|_| ApiError::Unavailable)?;
    let stated = Stated::of(&opened, &view).map_err(|_| ApiError::Unavailable)?;
    let (notice, text) = (&vote.notice, &vote.text);
    let scope = page.scope(notice.scope).await?;
    html.inside("div", "ys-card", |html| {
        html.lines(lang.pick(&text.body));
        facts(lang, html, (&vote, &stated), scope);
    });
    if let Some(extended) = &vote.extended {
        html.inside("div", "ys-card", |html| {
            let (day, until) = (lang.day(extended.at_ms), lang.end(extended.closes_ms));
            html.line("p", "ys-b", &lang.fill(window::tell::put_off(&day, &until)));
            html.lines(extended.why.as_ref().map_or_else(|| lang.not_here(), |why| lang.pick(why)));
        });
    }
    if let Some(withdrawn) = &vote.withdrawn {
        html.inside("div", "ys-card", |html| {
            let day = lang.day(withdrawn.at_ms);
            html.line("p", "ys-b", &lang.fill(window::plan::withdrawn_on(&day)));
            html.lines(withdrawn.why.as_ref().map_or_else(|| lang.not_here(), |why| lang.pick(why)));
        });
    }
    for (at, item) in notice.items.iter().enumerate() {
        let text = text.items.get(at);
        question(lang, html, at, (item, text));
        // Whoever reads this shows no pass, so it is what anybody may read.
        let counted = stated.posted.get(at);
        if let (Some(open), Some(counted)) = (&vote.open, counted) {
            let whole = Weight { area_c: open.area_c, heads: open.heads.into() };
            let sides = stated.sides.get(at).copied().flatten();
            result(lang, html, whole, (item, text, counted, sides));
            margin::of_item(lang, html, &stated, at);
            calls::annulled(lang, html, &stated, item.id);
        }
    }
    margin::weak(lang, html, &stated);
    calls::left_out(lang, html, &stated);
    calls::below(lang, html, (&vote, &stated));
    calls::reviews(lang, html, &stated);
    objections::below(lang, html, vote.stage, &stated);
    if let Some(counts) = public_counts(&page.frozen, &vote.id)? {
        delivery::below(lang, html, &counts);
    }
    if let Some(matter) = &notice.matter {
        let address = page.address(&[("matter", &matter.to_string())]);
        html.way(&address, lang.say(window::desk_progress::SEE_THE_MATTER));
    }
    page.home(html);
    Ok(lang.pick(&text.title).to_owned())
}

fn facts(lang: Lang, html: &mut Html, (vote, stated): (&Vote, &Stated), scope: String) {
    let (notice, open) = (&vote.notice, vote.open.as_ref());
    let entitled = open.map(|open| lang.weight(Weight { area_c: open.area_c, heads: open.heads.into() }));
    let [standing, meaning] = lang.legal_mode(notice.legal_mode);
    let turnout = open.map(|_| lang.fill(window::desk_count::heads(&vote.turnout_heads)));
    html.facts(&[
        (lang.say(window::plan::NOW), lang.stage(vote.stage).to_owned()),
        (lang.say(key::light_vote::WHO_VOTES), scope),
        (lang.say(window::plan::BEGINS), lang.beginning(notice.opens_ms)),
        (lang.say(window::plan::CLOSES), lang.end(vote.closes_ms())),
        (lang.say(window::desk_common::STANDING), standing.to_owned()),
        (lang.say(window::desk_common::ENTITLED), entitled.unwrap_or_default()),
        (lang.say(key::light_vote::HAVE_VOTED), turnout.unwrap_or_default()),
    ]);
    html.line("p", "ys-s ys-2 ys-gap-2", meaning);
    if vote.totals_may_tell() {
        html.line("p", "ys-s ys-2 ys-gap-2", lang.say(window::vote::TOTALS_MAY_TELL));
    }
    html.lines(&lang.late(&stated.late));
    html.lines(&stated.papers.as_ref().map(|papers| lang.papers(papers)).unwrap_or_default());
}

fn question(lang: Lang, html: &mut Html, at: usize, (item, text): (&Item, Option<&ItemText>)) {
    let title = text.map_or_else(|| lang.not_here(), |text| lang.pick(&text.title));
    html.section(&lang.fill(window::desk_posted::question(&(at + 1), &title)));
    html.inside("div", "ys-card", |html| {
        html.line("p", "ys-s ys-2", lang.say(key::light_vote::OPTIONS));
        html.inside("ul", "light-list", |html| match item.method {
            Method::Resolution => {
                for option in [window::common::FOR_IT, window::common::AGAINST, window::common::ABSTAIN] {
                    html.line("li", "", lang.say(option));
                }
            }
            Method::Election => {
                for (place, _) in item.options.iter().enumerate() {
                    html.line("li", "", candidate(lang, text, place));
                }
            }
        });
        html.line("p", "ys-s ys-2 ys-gap-2", lang.say(window::vote::NEEDED));
        let [consent, quorum] = lang.threshold(item);
        html.line("p", "", &format!("{}{}{consent}", lang.class(item.class), lang.colon()));
        html.line("p", "", &quorum);
        if let Some(adopts) = &item.adopts {
            let words = lang.say(window::vote::IF_THIS_PASSES_THE_BYLAWS);
            html.line("p", "ys-s ys-2 ys-gap-2", words);
            html.line("p", "ys-code", &adopts.document.to_string());
        }
    });
}

fn candidate(lang: Lang, text: Option<&ItemText>, place: usize) -> &str {
    let name = text.and_then(|text| text.options.get(place));
    name.map_or_else(|| lang.not_here(), |name| lang.pick(name))
}

/// The candidates in the order of the totals, with what each comes to; where figures of few homes are merged, as the ballot has them.
fn ranks(item: &Item, counted: &Posted, whole: Weight) -> Vec<(usize, Option<Rank>)> {
    let all: Option<Vec<Weight>> = counted.consenting.iter().copied().collect();
    let (Some(consenting), Some(participating), Some(other)) = (all, counted.participating, counted.other)
    else {
        return (0..counted.consenting.len()).map(|place| (place, None)).collect();
    };
    let stated = ItemTally { consenting, other, outcome: counted.outcome, participating };
    stated_ranks(item, &stated, whole).into_iter().map(|(place, rank)| (place, Some(rank))).collect()
}

/// The stated totals with their working.
fn result(
    lang: Lang,
    html: &mut Html,
    whole: Weight,
    (item, text, counted, sides): (&Item, Option<&ItemText>, &Posted, Option<Sides>),
) {
    let consenting = counted.consenting.first().copied().flatten();
    let told = |weight: Option<Weight>| match weight {
        Some(weight) => lang.weight(weight),
        None => lang.say(window::result::TOO_FEW).to_owned(),
    };
    html.inside("div", "ys-card", |html| {
        html.line("p", "ys-t", lang.outcome(counted.outcome));
        html.facts(&[
            (lang.say(window::common::TOOK_PART), told(counted.participating)),
            (lang.say(window::desk_common::ENTITLED), lang.weight(whole)),
        ]);
        match item.method {
            Method::Resolution => {
                html.facts(&[(lang.say(window::common::FOR_IT), told(consenting))]);
                match sides {
                    Some(Sides { abstain, against }) => html.facts(&[
                        (lang.say(window::common::AGAINST), told(Some(against))),
                        (lang.say(window::common::ABSTAIN), told(Some(abstain))),
                    ]),
                    None => {
                        html.facts(&[(lang.say(window::result::AGAINST_OR_ABSTAINED), told(counted.other))]);
                    }
                }
            }
            Method::Election => {
                for (place, rank) in ranks(item, counted, whole) {
                    let consenting = counted.consenting.get(place).copied().flatten();
                    let rank = rank.map(|rank| format!(" · {}", lang.rank(rank))).unwrap_or_default();
                    html.facts(&[(candidate(lang, text, place), format!("{}{rank}", told(consenting)))]);
                }
            }
        }
        let Some(part) = counted.participating else { return };
        let share = consent_share(item.class, item.raise);
        let checks = Checks::new(part, consenting.unwrap_or_default(), whole, share);
        html.line("p", "ys-s ys-2 ys-gap-2", lang.say(window::result::STEP_BY_STEP_AS_THE));
        steps(lang, html, window::common::TOOK_PART, &checks.quorum_heads, &checks.quorum_area);
        if item.method == Method::Resolution && consenting.is_some() {
            steps(lang, html, window::common::FOR_IT, &checks.consent_heads, &checks.consent_area);
        }
    });
}

/// One question of the law, asked by heads and by area.
fn steps(lang: Lang, html: &mut Html, what: Word, heads: &Comparison, area: &Comparison) {
    let mut step = |by: Word, check: &Comparison, figure: fn(u64) -> String| {
        let holds = if check.holds() { window::common::ENOUGH } else { window::common::NOT_ENOUGH };
        let what = format!("{}{}{}{}", lang.say(what), lang.comma(), lang.say(by), lang.colon());
        html.line("p", "", &format!("{what}{}", lang.say(holds)));
        html.line("p", "ys-s ys-2 n", &working(check, figure));
    };
    step(window::common::HEADS, heads, grouped);
    step(window::common::AREA, area, hundredths);
}
