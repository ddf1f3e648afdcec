//! 答提问: what people ask about the books, unanswered first.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::Reply;
use yishi_protocol::id::QuestionId;
use yishi_protocol::projection::Asked;

use crate::desk::acts::Form;
use crate::desk::dates::{due, span};
use crate::desk::field::blank;
use crate::desk::forms::{area, card, nothing, shown, signing, title};
use crate::desk::{Desk, Page};
use crate::kit::gone;
use crate::kit::tell::{self, pick};
use crate::proofs::act::statement;
use crate::proofs::books::Books;

/// A question with the period and the line that it is about.
#[derive(Clone, Debug, PartialEq)]
struct About {
    asked: Asked,
    period: String,
    line: Option<String>,
}

pub(crate) fn page(desk: Desk) -> View {
    let ids: Vec<_> = desk.data.with(|data| {
        let asked = data.disclosures.iter().filter(|books| books.questions > 0);
        asked.map(|books| books.disclosure).collect()
    });
    let found = desk.reading(async move |session| {
        let mut all = Vec::new();
        for id in &ids {
            all.push(session.books(id).await?);
        }
        Ok(all)
    });
    view! {
        {title(desk, desk.say(key::desk_common::QUESTIONS).to_owned(), None)}
        {shown(desk, found, move |books| drawn(desk, &books))}
    }
}

fn about(desk: Desk, books: &Books, asked: &Asked) -> About {
    let line = asked.line.and_then(|place| books.line(place));
    About {
        asked: asked.clone(),
        period: span(desk.lang(), books.body.from_day.into(), books.body.to_day.into()),
        line: line
            .map(|line| format!("{} {} {}", line.voucher, line.description, tell::yuan(line.amount_fen))),
    }
}

fn drawn(desk: Desk, books: &[Books]) -> View {
    let all =
        books.iter().flat_map(|books| books.questions.iter().map(move |asked| about(desk, books, asked)));
    let (mut open, mut answered): (Vec<_>, Vec<_>) = all.partition(|about| about.asked.reply.is_none());
    open.sort_by_key(|about| about.asked.due_ms);
    answered.sort_by_key(|about| std::cmp::Reverse(about.asked.reply.as_ref().map(|reply| reply.0)));
    if open.is_empty() && answered.is_empty() {
        return card(
            desk.say(key::desk_common::QUESTIONS_2),
            "",
            nothing(desk.say(key::desk_questions::NOBODY_HAS_ASKED)),
        );
    }
    let none = open.is_empty();
    let done = answered.len();
    view! {
        {none.then(|| card(desk.say(key::desk_questions::UNANSWERED), "", nothing(desk.say(key::desk_questions::ALL_ARE_ANSWERED))))}
        {open.into_iter().map(|about| unanswered(desk, &about)).draw_all()}
        {(done > 0).then(|| card(
            desk.say(key::desk_questions::ANSWERED),
            done.to_string(),
            view! { <ul>{answered.into_iter().map(|about| reply(desk, &about)).draw_all()}</ul> },
        ))}
    }
}

fn heading(desk: Desk, about: &About) -> View {
    let asked = &about.asked;
    let words = gone::say(desk.app, &asked.words, |words| pick(desk.app, words));
    let line =
        about.line.clone().unwrap_or_else(|| desk.say(key::desk_questions::THE_WHOLE_PERIOD).to_owned());
    view! {
        <p class="ys-voice__by">
            <span>{tell::speaker(desk.app, &asked.speaker)}</span>
            <span>{desk.lang().beginning(asked.at_ms)}</span>
            <span>{format!("{} · {line}", about.period)}</span>
        </p>
        <p class="ys-b">{words}</p>
    }
}

fn unanswered(desk: Desk, about: &About) -> View {
    let id: QuestionId = about.asked.id;
    // Several of these stand on one page, so a field is called after its question.
    let field = format!("reply-{id}");
    let form = Form::new(desk, format_args!("reply/{id}"));
    let words = form.field("words", "");
    let missing = move || blank(words).then(|| desk.say(key::desk_questions::THE_ANSWER_IS_MISSING));
    let signed = move || {
        let said = statement(&words.get_untracked())
            .map(|text| (Reply { question: id, text: text.id() }.into(), vec![text]));
        form.sign(said, move |_| {
            desk.done(
                Page::Questions,
                desk.say(key::desk_questions::ANSWERED_EVERYBODY_CAN_READ_IT).to_owned(),
            );
        });
    };
    let (when, class) = due(desk.lang(), about.asked.due_ms, desk.now_ms());
    let class = match class {
        "bad" => "weui-tag weui-tag_bad",
        "soon" => "weui-tag weui-tag_wait",
        _ => "weui-tag",
    };
    let due_words = if class.ends_with("bad") { when } else { desk.fill(key::desk_questions::by(&when)) };
    view! {
        <section class="ys-card">
            <p class="ys-gapline"><span class=class>{due_words}</span></p>
            {heading(desk, about)}
            <div class="ys-gap-3">
                {area(field, desk.say(key::desk_questions::ANSWER), desk.say(key::desk_questions::EVERYBODY_READS_IT), words)}
            </div>
            {signing(desk, desk.say(key::desk_questions::SIGN_THE_ANSWER), missing, signed)}
            {form.note()}
        </section>
    }
}

fn reply(desk: Desk, about: &About) -> View {
    let reply = about.asked.reply.clone();
    let words = reply.as_ref().and_then(|reply| reply.1.as_ref()).map(|words| pick(desk.app, words));
    view! {
        <li class="ys-voice">
            {heading(desk, about)}
            <p class="ys-reply">{words.unwrap_or_default()}</p>
        </li>
    }
}
