//! The later steps of announcing a vote: its dates with their reasons, its words, the notice before it is signed.

use crate::draw::{DrawAll, View, typed_in, view};
use crate::words::key;
use leptos::prelude::*;
use yishi_protocol::calendar::day_start_ms;
use yishi_protocol::id::RollId;

use crate::desk::acts::Form;
use crate::desk::dates::{full, iso, short};
use crate::desk::forms::{area, card, hint, line, signing, small};
use crate::desk::new_vote::MAX_ITEMS;
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page, clock};
use crate::kit::parts::{fact, fact_with};
use crate::kit::tell;
use crate::live::Live;
use crate::steps::decide::desk::writing::{beside, missing_text};
use crate::steps::decide::desk::{adopting, election, schedule};

pub(crate) fn dates(desk: Desk) -> View {
    let draft = desk.draft;
    // The field shows the earliest day until another is chosen.
    if draft.begins.with_untracked(String::is_empty) {
        draft.begins.set(iso(draft.plan(desk.now_ms()).earliest));
    }
    let list = move || {
        desk.data.track();
        let plan = draft.plan(desk.now_ms());
        let asked = crate::desk::dates::from_iso(&draft.begins.get());
        let early = asked.is_some_and(|asked| asked < plan.earliest);
        let words = desk.fill(key::desk_announce::not_before_that_day_is(&short(desk.lang(), plan.earliest)));
        let late = asked.is_some_and(|asked| asked > plan.latest);
        let at_last = desk.fill(key::desk_announce::not_after_that_day_is(&short(desk.lang(), plan.latest)));
        view! {
            {election::dates(desk)}
            {early.then(|| hint("ys-note_wait", words))}
            {late.then(|| hint("ys-note_wait", at_last))}
            <div class="ys-gap-3">{schedule::view(desk, &plan)}</div>
        }
    };
    let body = view! {
        {line("begins", "date", desk.say(key::desk_announce::WHEN_DOES_VOTING_BEGIN), "", draft.begins)}
        {line("days", "number", desk.say(key::desk_announce::FOR_HOW_MANY_DAYS), desk.say(key::desk_announce::N5_TO_60), draft.days)}
        {list}
    };
    beside(desk, card(desk.say(key::desk_announce::DATES_AS_THE_LAW_COUNTS), "", body))
}

pub(crate) fn text(desk: Desk) -> View {
    let draft = desk.draft;
    let item = move |place: usize| {
        let words = desk.fill(key::desk_announce::question(&(place + 1)));
        let value = draft.items.with_untracked(|items| items.get(place).cloned().unwrap_or_default());
        let id = format!("item{place}");
        view! {
            <div class="ys-f">
                <label class="ys-lab" for=id.clone()>
                    {words}
                    <span>{desk.say(key::desk_announce::ANSWERED_BY_FOR_AGAINST_OR)}</span>
                </label>
                <input
                    id=id
                    class="weui-input"
                    autocomplete="off"
                    prop:value=value
                    on:input=move |event| {
                        let words = typed_in(&event);
                        draft.items.update(|items| if let Some(item) = items.get_mut(place) { *item = words });
                    }
                />
            </div>
        }
    };
    let count = Memo::new(move |_| draft.items.with(Vec::len));
    let items = move || (0..count.get()).map(item).draw_all();
    let buttons = move || {
        let count = count.get();
        view! {
            <div class="ys-pair ys-gap-3">
                {(count < MAX_ITEMS).then(|| view! {
                    <button type="button" class="weui-btn weui-btn_default" on:click=move |_| draft.items.update(|items| items.push(String::new()))>
                        {desk.say(key::desk_announce::ADD_A_QUESTION)}
                    </button>
                })}
                {(count > 1).then(|| view! {
                    <button type="button" class="weui-btn weui-btn_default" on:click=move |_| draft.items.update(|items| drop(items.pop()))>
                        {desk.say(key::desk_announce::REMOVE_THE_LAST)}
                    </button>
                })}
            </div>
        }
    };
    let questions = move || {
        if draft.elects() {
            let title =
                Live::new(draft.items.with_untracked(|items| items.first().cloned().unwrap_or_default()));
            Effect::watch(
                move || title.get(),
                move |title: &String, _, _| draft.items.set(vec![title.clone()]),
                false,
            );
            return untrack(
                || view! { {card(desk.say(key::desk_announce::QUESTIONS), "", election::question(desk, title))} {election::seats(desk)} },
            );
        }
        untrack(|| {
            view! {
                {card(
                    desk.say(key::desk_announce::QUESTIONS),
                    desk.say(key::desk_announce::N1_TO_5),
                    view! { <div>{items}</div> {buttons} },
                )}
                {adopting::questions(desk, &draft.adopting)}
            }
        })
    };
    let form = view! {
        {card(desk.say(key::desk_common::TEXT), desk.say(key::desk_announce::NOTHING_OF_IT_CAN_BE), view! {
            {line("title", "text", desk.say(key::desk_common::TITLE), desk.say(key::desk_announce::ONE_LINE_FOR_LISTS), draft.title)}
            {area(
                "body",
                desk.say(key::desk_announce::THE_WHOLE_TEXT),
                desk.say(key::desk_announce::WHAT_HOW_MUCH_WHICH_MONEY),
                draft.body,
            )}
        })}
        <div>{questions}</div>
    };
    beside(desk, form)
}

/// The notice as residents will read it, then the signature.
pub(crate) fn preview(desk: Desk, form: Form, roll: RollId) -> View {
    let draft = desk.draft;
    let drawn = move || {
        desk.data.track();
        let plan = draft.plan(desk.now_ms());
        let text = draft.text();
        let heading = Some(text.title.text).filter(|title| !title.is_empty());
        let heading = heading.unwrap_or_else(|| desk.say(key::desk_announce::NO_TITLE_YET).to_owned());
        let questions = text.items.into_iter().map(|item| {
            let words = Some(item.title.text).filter(|title| !title.is_empty());
            view! { <li>{words.unwrap_or_else(|| desk.say(key::desk_announce::EMPTY).to_owned())}</li> }
        });
        let questions = questions.draw_all();
        let (standing, meaning) = tell::legal_mode(desk.app, desk.app.settings().legal_mode);
        let estate = desk.app.session.with(|session| session.as_ref().map(|session| session.name.clone()));
        view! {
            <p class="ys-s ys-2">{format!("{} · {}", estate.unwrap_or_default(), desk.say(key::desk_announce::NOTICE_OF_A_VOTE))}</p>
            <h3 class="ys-h ys-gap-1">{heading}</h3>
            {text.body.text.lines().map(|line| view! { <p class="ys-gap-2">{line.to_owned()}</p> }).draw_all()}
            <h4 class="ys-b ys-gap-4">{desk.say(key::desk_announce::QUESTIONS)}</h4>
            <ol class="ys-todo">{questions}</ol>
            {election::preview(desk)}
            {(!draft.elects()).then(|| adopting::preview(desk, &draft.adopting))}
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say(key::desk_common::KIND), class_words(desk, draft.class_of()))}
                {fact(desk.say(key::desk_common::SCOPE), scope_words(desk, draft.scope_number()))}
                {fact_with(desk.say(key::desk_common::STANDING), standing.to_owned(), meaning.to_owned())}
                {fact(desk.say(key::desk_common::MUST_TAKE_PART), desk.say(key::desk_announce::TWO_THIRDS_OF_HEADS_AND))}
                {fact(desk.say(key::desk_common::MUST_CONSENT), consent_words(desk, draft.class_of(), draft.raised()))}
                {fact(desk.say(key::desk_announce::NOTICE), full(desk.lang(), plan.posted))}
                {fact(desk.say(key::desk_common::BEGINS), desk.lang().beginning(day_start_ms(plan.opens)))}
                {fact(desk.say(key::common::CLOSES), desk.lang().deadline(plan.closes_ms()))}
                {fact(desk.say(key::desk_announce::HOW), desk.say(key::desk_announce::NO_CHOICE_IS_PUBLISHED_BEFORE))}
            </dl>
        }
    };
    let missing = move || {
        if draft.is_unread() { None } else { missing_text(desk, &draft) }
            .or_else(|| election::missing(desk, roll))
    };
    let signed = move || {
        let said = Ok(draft.notice(desk.now_ms(), roll));
        form.sign(said, move |_| {
            let to = untrack(|| draft.matter_id()).map_or(Page::Votes, Page::Matter);
            let words = desk.fill(key::desk_announce::noticed(&draft.title.get_untracked()));
            draft.clear();
            desk.done(to, words);
        });
    };
    view! {
        <div class="ys-cols ys-cols_73">
            {card(
                desk.say(key::desk_announce::PREVIEW_OF_THE_NOTICE),
                desk.say(key::desk_announce::AS_RESIDENTS_WILL_READ_IT),
                view! { <div>{drawn}</div> },
            )}
            <div>
                {card(desk.say(key::desk_common::DATES), "", view! { <div>{move || {
                    desk.data.track();
                    schedule::view(desk, &draft.plan(desk.now_ms()))
                }}</div> })}
                {card(desk.say(key::desk_announce::SIGN_AND_PUBLISH), "", view! {
                    {small(desk.say(
                        key::desk_announce::IT_IS_PUBLIC_AT_ONCE,
                    ))}
                    <div>{move || desk.clock.get().map(|off| hint("ys-note_wait", clock::words(desk, off)))}</div>
                    {signing(desk, desk.say(key::desk_announce::SIGN_AND_PUBLISH_2), missing, signed)}
                    {form.note()}
                })}
            </div>
        </div>
    }
}
