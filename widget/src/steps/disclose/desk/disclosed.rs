//! Books that were published: the periods, and one of them with its ledgers.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::id::EntryId;
use yishi_protocol::ledger::Ledger;
use yishi_protocol::view::DisclosureSummary;

use crate::desk::dates::span;
use crate::desk::forms::{card, list, row, shown, title};
use crate::desk::{Desk, Page};
use crate::kit::icons::{CHECK, icon};
use crate::kit::parts::fact;
use crate::kit::tell::{self, yuan};
use crate::proofs::books::Books;

/// One ledger: opening + in − out = closing.
pub(crate) fn sums(
    desk: Desk,
    ledger: Ledger,
    opening: Option<i64>,
    (came, went): (i64, i64),
    closing: Option<i64>,
    moved: bool,
) -> View {
    let name = tell::ledger(desk.app, ledger);
    let state = match (opening, moved) {
        (None, false) => {
            view! { <span class="r ys-2">{desk.say(key::desk_disclosed::NOTHING_TO_REPORT)}</span> }
        }
        (None, true) => {
            view! { <span class="r ys-warn">{desk.say(key::desk_disclosed::OPENING_MISSING)}</span> }
        }
        (Some(_), _) => {
            view! { <span class="r ys-ok">{icon(CHECK, "ys-i_s")} " " {desk.say(key::desk_disclosed::BALANCES)}</span> }
        }
    };
    let amount = |fen: Option<i64>| fen.map_or("—".to_owned(), yuan);
    let figures = (moved || opening.is_some()).then(|| {
        let rows = [
            (desk.say(key::desk_disclosed::OPENING), amount(opening)),
            (desk.say(key::desk_disclosed::IN_IT), yuan(came)),
            (desk.say(key::desk_disclosed::OUT), yuan(went)),
            (desk.say(key::desk_disclosed::CLOSING), amount(closing)),
        ];
        let row =
            |(term, value): (&'static str, String)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> };
        view! { <dl>{rows.into_iter().map(row).draw_all()}</dl> }
    });
    view! { <li><p class="ys-book__h"><b>{name}</b>{state}</p>{figures}</li> }
}

/// The periods that were published, the latest first.
pub(crate) fn earlier(desk: Desk) -> View {
    let drawn = move || {
        let books = desk.data.with(|data| data.disclosures.clone());
        let drawn = |books: DisclosureSummary| {
            let name = span(desk.lang(), books.from_day.into(), books.to_day.into());
            let about = desk.fill(key::desk_disclosed::lines_questions(&books.lines, &books.questions));
            let page = Page::Published(books.disclosure);
            row(desk, name, (about, ""), (String::new(), ""), Some(page))
        };
        let rows = books.into_iter().map(drawn).collect();
        let body = list(rows, desk.say(key::desk_disclosed::NOTHING_WAS_PUBLISHED_YET));
        card(desk.say(key::desk_disclosed::PUBLISHED), "", body)
    };
    view! { <div class="ys-gap-3">{drawn}</div> }
}

/// A period that was published.
pub(crate) fn published(desk: Desk, id: EntryId) -> View {
    let found = desk.reading(async move |session| session.books(&id).await);
    shown(desk, found, move |books| whole(desk, &books))
}

fn whole(desk: Desk, books: &Books) -> View {
    let name = span(desk.lang(), books.body.from_day.into(), books.body.to_day.into());
    let ledgers = books.body.ledgers.iter().map(|book| {
        sums(
            desk,
            book.ledger,
            Some(book.opening_fen),
            (book.in_fen, book.out_fen),
            Some(book.closing_fen),
            true,
        )
    });
    let estate = desk.app.session.with(|session| session.as_ref().map(|session| session.estate.to_string()));
    let link = format!("/?estate={}", estate.unwrap_or_default());
    let facts = view! {
        <dl class="ys-kv">
            {fact(desk.say(key::desk_disclosed::PUBLISHED_2), desk.lang().moment(books.at_ms))}
            {fact(desk.say(key::desk_disclosed::LINES), books.body.lines().to_string())}
            {fact(desk.say(key::desk_common::QUESTIONS_2), books.questions.len().to_string())}
        </dl>
        <p class="ys-s ys-2 ys-gap-2">{desk.say(key::desk_disclosed::RECORD)} " " <span class="ys-code">{books.id.to_string()}</span></p>
        <a class="weui-btn weui-btn_default ys-gap-3" href=link>{desk.say(key::desk_disclosed::SEE_IT_AS_RESIDENTS_DO)}</a>
    };
    view! {
        {title(desk, desk.fill(key::desk_disclosed::books(&name)), Some(Page::Books))}
        <div class="ys-cols">
            {card(desk.say(key::desk_disclosed::LEDGERS), desk.say(key::desk_common::YUAN), view! { <ul class="ys-books">{ledgers.draw_all()}</ul> })}
            {card(desk.say(key::desk_disclosed::THIS_PERIOD), "", facts)}
        </div>
    }
}
