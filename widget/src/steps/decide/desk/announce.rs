//! The later steps of announcing a vote: its dates with their reasons, its words, the notice before it is signed.

use leptos::prelude::*;
use yishi_protocol::calendar::day_start_ms;
use yishi_protocol::id::RollId;
use yishi_protocol::plan::Plan;

use crate::desk::acts::Form;
use crate::desk::dates::{day_words, full, iso, short, span};
use crate::desk::draft::MAX_ITEMS;
use crate::desk::forms::{area, card, hint, line, signing, small};
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::parts::{fact, fact_with};
use crate::kit::tell;
use crate::steps::decide::desk::adopting;
use crate::steps::decide::desk::writing::{beside, missing_text};

/// The dates with their reasons.
fn dates_list(desk: Desk, plan: &Plan) -> AnyView {
    let lang = desk.lang();
    let row = |when: String, what: String, why: String, warn: bool| {
        let class = if warn { "ys-s ys-warn" } else { "ys-s ys-2" };
        view! { <li><time>{when}</time><div>{what}<br /><span class=class>{why}</span></div></li> }
    };
    let say = |zh, en| desk.say(zh, en).to_owned();
    let clear_days = plan.clear_until - plan.posted;
    let begins_why = if plan.opens == plan.earliest {
        say("最早这天，可以往后推", "the earliest day; later is allowed")
    } else {
        desk.either(
            format!("最早 {}，往后推了", short(lang, plan.earliest)),
            format!("the earliest would be {}", short(lang, plan.earliest)),
        )
    };
    let (moved, back) = (plan.last != plan.asked, plan.last < plan.asked);
    let ends_why = if back {
        say(
            "最后一天碰上周末，又已到最长 60 天，提前到周五",
            "a weekend, and 60 days are the most: moved to Friday",
        )
    } else if moved {
        desk.either(
            format!("最后一天 {} 是周末，顺延到周一（民法典第 203 条）", short(lang, plan.asked)),
            format!("{} is a weekend; moved to Monday (Civil Code 203)", short(lang, plan.asked)),
        )
    } else {
        let days = plan.last - plan.opens + 1;
        desk.either(format!("投满 {days} 天"), format!("after {days} whole days"))
    };
    view! {
        <ol class="ys-dates">
            {row(
                day_words(lang, plan.posted),
                say("今天贴公示", "Notice posted today"),
                say("当天不算（民法典第 201 条）", "this day is not counted (Civil Code 201)"),
                false,
            )}
            {row(
                span(lang, plan.posted + 1, plan.clear_until),
                desk.either(format!("公示满 {clear_days} 个整天"), format!("{clear_days} whole days of notice")),
                say("会议召开 15 日以前通知全体业主", "owners are told 15 days before"),
                false,
            )}
            {row(day_words(lang, plan.opens), say("0:00 开始投票", "0:00 voting begins"), begins_why, false)}
            {row(day_words(lang, plan.last), say("24:00 截止", "24:00 voting ends"), ends_why, moved)}
            {row(
                day_words(lang, plan.result),
                say("最迟公布结果", "Result posted at the latest"),
                say("截止后 3 天内", "within 3 days of the close"),
                false,
            )}
        </ol>
    }
    .into_any()
}

pub(crate) fn dates(desk: Desk) -> AnyView {
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
        let words = desk.either(
            format!("公示要满 15 个整天，最早 {} 开始，已按这天算。", short(desk.lang(), plan.earliest)),
            format!("Not before {}; that day is taken.", short(desk.lang(), plan.earliest)),
        );
        view! {
            {early.then(|| hint("ys-note_wait", words))}
            <div class="ys-gap-3">{dates_list(desk, &plan)}</div>
        }
    };
    let body = view! {
        {line("begins", "date", desk.say("哪天开始投票？", "When does voting begin?"), "", draft.begins)}
        {line("days", "number", desk.say("投几天？", "For how many days?"), desk.say("5 到 60 天", "5 to 60"), draft.days)}
        {list}
        {small(desk.say(
            "国务院放假安排这里不知道，最后一天碰上法定节假日，请把天数加到节后。",
            "Public holidays are not known here; add days if the last day is one.",
        ))}
    }
    .into_any();
    beside(desk, card(desk.say("日期，按法律算好了", "Dates, as the law counts"), "", body))
}

pub(crate) fn text(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let item = move |place: usize| {
        let words = desk.either(format!("第 {} 题", place + 1), format!("Question {}", place + 1));
        let value = draft.items.with_untracked(|items| items.get(place).cloned().unwrap_or_default());
        let id = format!("item{place}");
        view! {
            <div class="ys-f">
                <label class="ys-lab" for=id.clone()>
                    {words}
                    <span>{desk.say("要能用“同意、反对、弃权”回答", "answered by for, against or abstain")}</span>
                </label>
                <input
                    id=id
                    class="weui-input"
                    autocomplete="off"
                    prop:value=value
                    on:input:target=move |event| {
                        let words = event.target().value();
                        draft.items.update(|items| if let Some(item) = items.get_mut(place) { *item = words });
                    }
                />
            </div>
        }
    };
    let count = Memo::new(move |_| draft.items.with(Vec::len));
    let items = move || (0..count.get()).map(item).collect_view();
    let buttons = move || {
        let count = count.get();
        view! {
            <div class="ys-pair ys-gap-3">
                {(count < MAX_ITEMS).then(|| view! {
                    <button type="button" class="weui-btn weui-btn_default" on:click=move |_| draft.items.update(|items| items.push(String::new()))>
                        {desk.say("再加一题", "Add a question")}
                    </button>
                })}
                {(count > 1).then(|| view! {
                    <button type="button" class="weui-btn weui-btn_default" on:click=move |_| draft.items.update(|items| drop(items.pop()))>
                        {desk.say("去掉最后一题", "Remove the last")}
                    </button>
                })}
            </div>
        }
    };
    let form = view! {
        {card(desk.say("文本", "Text"), desk.say("公布后一个字都不能改", "nothing of it can be changed later"), view! {
            {line("title", "text", desk.say("标题", "Title"), desk.say("一行，列表里显示", "one line for lists"), draft.title)}
            {area(
                "body",
                desk.say("方案全文", "The whole text"),
                desk.say("做什么、花多少、用哪笔钱、谁来做", "what, how much, which money, who"),
                draft.body,
            )}
        }.into_any())}
        {card(
            desk.say("投票的题目", "Questions"),
            desk.say("1 到 5 题", "1 to 5"),
            view! { <div>{items}</div> {buttons} }.into_any(),
        )}
        {adopting::questions(desk, draft.adopting)}
    }
    .into_any();
    beside(desk, form)
}

/// The notice as residents will read it, then the signature.
pub(crate) fn preview(desk: Desk, form: Form, roll: RollId) -> AnyView {
    let draft = desk.draft;
    let drawn = move || {
        desk.data.track();
        let plan = draft.plan(desk.now_ms());
        let text = draft.text();
        let heading = Some(text.title.text).filter(|title| !title.is_empty());
        let heading = heading.unwrap_or_else(|| desk.say("（还没写标题）", "(no title yet)").to_owned());
        let questions = text.items.into_iter().map(|item| {
            let words = Some(item.title.text).filter(|title| !title.is_empty());
            view! { <li>{words.unwrap_or_else(|| desk.say("（这一题还没写）", "(empty)").to_owned())}</li> }
        });
        let questions = questions.collect_view();
        let (standing, meaning) = tell::legal_mode(desk.app, desk.app.settings().legal_mode);
        let estate = desk.app.session.with(|session| session.as_ref().map(|session| session.name.clone()));
        view! {
            <p class="ys-s ys-2">{format!("{} · {}", estate.unwrap_or_default(), desk.say("业主大会表决公示", "Notice of a vote"))}</p>
            <h3 class="ys-h ys-gap-1">{heading}</h3>
            {text.body.text.lines().map(|line| view! { <p class="ys-gap-2">{line.to_owned()}</p> }).collect_view()}
            <h4 class="ys-b ys-gap-4">{desk.say("投票的题目", "Questions")}</h4>
            <ol class="ys-todo">{questions}</ol>
            {adopting::preview(desk, draft.adopting)}
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say("种类", "Kind"), class_words(desk, draft.class_of()))}
                {fact(desk.say("范围", "Scope"), scope_words(desk, draft.scope_number()))}
                {fact_with(desk.say("效力", "Standing"), standing.to_owned(), meaning.to_owned())}
                {fact(desk.say("参加至少", "Must take part"), desk.say("三分之二以上，人数、面积都要", "two thirds of heads and area"))}
                {fact(desk.say("同意至少", "Must consent"), consent_words(desk, draft.class_of(), draft.raised()))}
                {fact(desk.say("公示", "Notice"), full(desk.lang(), plan.posted))}
                {fact(desk.say("开始", "Begins"), desk.lang().beginning(day_start_ms(plan.opens)))}
                {fact(desk.say("截止", "Closes"), desk.lang().deadline(plan.closes_ms()))}
                {fact(desk.say("投票方式", "How"), desk.say("截止前不公布任何人的选择", "no choice is published before the close"))}
            </dl>
        }
    };
    let signed = move || {
        let said = Ok(draft.notice(desk.now_ms(), roll));
        form.sign(said, move |_| {
            let to = untrack(|| draft.matter_id()).map_or(Page::Votes, Page::Matter);
            let words = desk.either(
                format!("公示已发布：{}", draft.title.get_untracked()),
                format!("Noticed: {}", draft.title.get_untracked()),
            );
            draft.clear();
            desk.done(to, words);
        });
    };
    view! {
        <div class="ys-cols ys-cols_73">
            {card(
                desk.say("公示预览", "Preview of the notice"),
                desk.say("居民看到的就是这样", "as residents will read it"),
                view! { <div>{drawn}</div> }.into_any(),
            )}
            <div>
                {card(desk.say("日期", "Dates"), "", view! { <div>{move || {
                    desk.data.track();
                    dates_list(desk, &draft.plan(desk.now_ms()))
                }}</div> }.into_any())}
                {card(desk.say("签名发布", "Sign and publish"), "", view! {
                    {small(desk.say(
                        "签名后马上公示，记在你名下，不能改、不能撤。",
                        "It is public at once, under your name, and cannot be changed.",
                    ))}
                    {signing(desk, desk.say("签名发布公示", "Sign and publish"), move || missing_text(desk, draft), signed)}
                    {form.note()}
                }.into_any())}
            </div>
        </div>
    }
    .into_any()
}
