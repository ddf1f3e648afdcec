//! 结果公告: a result as it is posted on the board, to be printed.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::Method;
use yishi_protocol::calendar::local_day;
use yishi_protocol::few::Sides;
use yishi_protocol::id::AgendaId;
use yishi_protocol::projection::{Delivered, Stated, Vote};

use crate::desk::dates::full;
use crate::desk::forms::{lead, shown, title};
use crate::desk::weights::weight_words;
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::icons::icon;
use crate::kit::parts::{fact, fact_with, para};
use crate::kit::tell::{self, pick};
use crate::steps::decide::desk::figures::{candidates, comparisons, working};
use crate::steps::decide::desk::{adopting, delivery};
use crate::steps::decide::objections;
use crate::steps::decide::papers;

const PRINTER: &str =
    "M7 9V4h10v5M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6H7z";

pub(crate) fn page(desk: Desk, agenda: AgendaId) -> View {
    let found = desk.reading(async move |session| {
        let (vote, stated) = session.result(&agenda).await?;
        let delivered = session.delivered(&vote.id).await?;
        Ok((vote, stated, delivered))
    });
    let print = move |_| {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    view! {
        {title(desk, desk.say(key::desk_posted::NOTICE_OF_THE_RESULT).to_owned(), Some(Page::Votes))}
        {shown(desk, found, move |(vote, stated, delivered)| {
            let adopted = adopting::publish(desk, agenda, (&vote, &stated));
            view! { {notice(desk, agenda, (&vote, &stated, &delivered))} <div class="ys-noprint ys-gap-4">{adopted}</div> }
        })}
        <div class="ys-gap-4 ys-noprint">
            <button type="button" class="weui-btn weui-btn_primary" on:click=print>
                {icon(PRINTER, "")}
                {desk.say(key::desk_posted::PRINT_THE_NOTICE)}
            </button>
            <div class="ys-gap-3">{lead(desk, "weui-btn_default", desk.say(key::desk_posted::WHAT_CAME_OF_IT), Page::End(agenda))}</div>
        </div>
    }
}

fn notice(desk: Desk, agenda: AgendaId, (vote, stated, delivered): (&Vote, &Stated, &Delivered)) -> View {
    // When it was stated: the notice is printed on some later day too.
    let stated_ms = stated.tallied_ms;
    let (Some(open), Some(tally)) = (&vote.open, &stated.tally) else { return View::Nothing };
    let estate = desk
        .app
        .session
        .with(|session| session.as_ref().map(|session| session.name.clone()))
        .unwrap_or_default();
    let (notice, lang) = (&vote.notice, desk.lang());
    let last_day = local_day(vote.closes_ms().saturating_sub(1));
    let whole = (open.heads.into(), open.area_c);
    let (standing, meaning) = tell::legal_mode(desk.app, notice.legal_mode);
    let late = tell::late_keys(desk.app, &stated.late);
    let papers = stated.papers.as_ref().and_then(|papers| papers::told(desk.app, papers));
    let items = notice.items.iter().zip(&vote.text.items).zip(&tally.items).zip(0_usize..);
    let items = items.map(|(((item, text), counted), place)| {
        let heading = desk.fill(key::desk_posted::question(&item.id, &pick(desk.app, &text.title)));
        let part = counted.participating;
        let election = item.method == Method::Election;
        let rest = if election {
            desk.say(key::desk_posted::CHOSE_NOBODY)
        } else {
            desk.say(key::desk_posted::AGAINST_OR_ABSTAIN)
        };
        let consenting = counted.consenting.first().copied().unwrap_or_default();
        let weight = |heads: u64, area_c: u64| {
            weight_words(desk, heads, area_c)
        };
        let works = comparisons(item, counted, whole).into_iter().map(|(second, kind, check)| {
            let what = if second { desk.say(key::desk_posted::CONSENT) } else { desk.say(key::desk_posted::TURNOUT) };
            let name = kind.name(desk);
            let holds = if check.holds() { desk.say(key::common::ENOUGH) } else { desk.say(key::common::NOT_ENOUGH) };
            view! {
                <li>
                    <span>{desk.fill(key::desk_posted::mark(&what, &name))}</span>
                    <span class="v">{format!("{}{}{holds}", working(kind, &check), lang.comma())}</span>
                </li>
            }
        });
        view! {
            <section class="ys-gap-4">
                <h3 class="ys-b">{heading}</h3>
                <p class="ys-h ys-gap-1">{desk.lang().outcome(counted.outcome)}</p>
                <dl class="ys-kv ys-gap-2">
                    {fact(desk.say(key::desk_posted::KIND), [class_words(desk, item.class), &consent_words(desk, item.class, item.raise)].join(lang.comma()))}
                    {fact(desk.say(key::common::TOOK_PART), weight(part.heads, part.area_c))}
                    {(!election).then(|| fact(desk.say(key::desk_posted::CONSENT_2), weight(consenting.heads, consenting.area_c)))}
                    {match stated.sides.get(place).copied().flatten() {
                        Some(Sides { abstain, against }) => view! {
                            {fact(desk.say(key::common::AGAINST), weight(against.heads, against.area_c))}
                            {fact(desk.say(key::common::ABSTAIN), weight(abstain.heads, abstain.area_c))}
                        },
                        None => fact(rest, weight(counted.other.heads, counted.other.area_c)),
                    }}
                </dl>
                {election.then(|| candidates(desk, (item, text), counted, whole))}
                <ul class="ys-works ys-s ys-gap-2">{works.draw_all()}</ul>
            </section>
        }
    });
    view! {
        <article class="ys-card ys-paper">
            <p class="ys-2">{estate}</p>
            <h2 class="ys-h ys-gap-1">{desk.fill(key::desk_posted::result_of_the_vote(&pick(desk.app, &vote.text.title)))}</h2>
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say(key::desk_common::SCOPE), scope_words(desk, notice.scope))}
                {fact(desk.say(key::desk_common::ENTITLED), weight_words(desk, open.heads.into(), open.area_c))}
                {fact(desk.say(key::desk_posted::BEGAN), full(lang, local_day(notice.opens_ms)))}
                {fact(desk.say(key::desk_posted::ENDED), format!("{} 24:00", full(lang, last_day)))}
                {stated_ms.map(|stated_ms| fact(desk.say(key::desk_posted::POSTED), full(lang, local_day(stated_ms))))}
                {fact_with(desk.say(key::desk_common::STANDING), standing.to_owned(), meaning.to_owned())}
            </dl>
            {items.draw_all()}
            {late.map(|late| para("ys-s ys-gap-4", late))}
            {papers.map(|papers| para("ys-s ys-gap-4", papers))}
            {delivery::printed(desk, delivered)}
            {objections::printed(desk.app, vote, stated)}
            <p class="ys-s ys-gap-4">{desk.say(
                key::desk_posted::BASIS_CIVIL_CODE_278_TWO,
            )}</p>
            <p class="ys-s ys-gap-2">{desk.say(
                key::desk_posted::OWNERS_MAY_CHECK_THEIR_BALLOT,
            )}</p>
            <p class="ys-seal">{desk.say(key::desk_posted::POSTED_BY_NAME_AND_SEAL)}<i aria-hidden="true"></i></p>
            <p class="ys-s ys-2 ys-gap-2">{desk.say(key::desk_posted::RECORD)} " " <span class="ys-code">{agenda.to_string()}</span></p>
        </article>
    }
}
