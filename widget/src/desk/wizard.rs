//! 开一次表决: kind, scope, dates, text, and the notice as residents will read it before it is signed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::body::Class;
use yishi_protocol::calendar::day_start_ms;
use yishi_protocol::count::QUORUM;
use yishi_protocol::id::RollId;
use yishi_protocol::state::{Standing, Step};

use super::acts::{Problem, note, sign};
use super::dates::{day_words, full, iso, short, span};
use super::draft::{MAX_ITEMS, class_words, consent_words, scope_words, written};
use super::forms::{area, card, choice, hint, lead, line, presets, signing, small, title};
use super::plan::Plan;
use super::{Desk, Page};
use crate::format::{area as area_words, grouped};
use crate::icons::{CHECK, icon};
use crate::parts::fact;
use crate::screens::home::pick;

fn steps(desk: Desk) -> [&'static str; 5] {
    [
        desk.say("种类", "Kind"),
        desk.say("范围", "Scope"),
        desk.say("日期", "Dates"),
        desk.say("文本", "Text"),
        desk.say("核对发布", "Check and publish"),
    ]
}

pub(super) fn page(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let problem: Problem = RwSignal::new(None);
    let Some(roll) = desk.data.with_untracked(|data| data.scopes.as_ref().and_then(|scopes| scopes.roll))
    else {
        let words = desk.say("还没有名册，先把业主名册录进来，才能开表决。", "There is no roll yet.");
        return view! { {title(desk, desk.say("开一次表决", "Start a vote").to_owned(), None)} {hint("ys-note_wait", words)} }
            .into_any();
    };
    let drawn = move || {
        let step = draft.step.get();
        let inner = untrack(|| match step {
            0 => kind(desk),
            1 => scope(desk),
            2 => dates(desk),
            3 => text(desk),
            _ => preview(desk, problem, roll),
        });
        let back = (step > 0).then(|| {
            view! {
                <button type="button" class="weui-btn weui-btn_default" on:click=move |_| turn(desk, step - 1)>
                    {desk.say("上一步", "Back")}
                </button>
            }
        });
        let next = (step < 4).then(|| {
            let words = steps(desk)[step + 1];
            let words = desk.either(format!("下一步：{words}"), format!("Next: {words}"));
            view! {
                <button type="button" class="weui-btn weui-btn_primary ys-grow" on:click=move |_| turn(desk, step + 1)>
                    {words}
                </button>
            }
        });
        view! {
            {progress(desk, step)}
            <div class="ys-gap-4">{inner}</div>
            <div class="ys-pair ys-gap-4">{back}{next}</div>
        }
    };
    view! {
        {title(desk, desk.say("开一次表决", "Start a vote").to_owned(), None)}
        {drawn}
    }
    .into_any()
}

/// Goes to a step, with the server's clock read anew: midnight changes the dates.
fn turn(desk: Desk, step: usize) {
    desk.draft.step.set(step);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    spawn_local(async move {
        drop(desk.load().await);
    });
}

fn progress(desk: Desk, now: usize) -> AnyView {
    let names = steps(desk);
    let label = desk.either(
        format!("开表决，第 {} 步，共 5 步", now + 1),
        format!("Starting a vote, step {} of 5", now + 1),
    );
    let row = |(step, name): (usize, &'static str)| {
        let class = if step < now {
            "done"
        } else if step == now {
            "now"
        } else {
            ""
        };
        let mark = if step < now { icon(CHECK, "ys-i_s") } else { (step + 1).to_string().into_any() };
        view! { <li class=class aria-current=(step == now).then_some("step")><b>{mark}</b>{name}</li> }
    };
    view! { <ol class="ys-wiz" aria-label=label>{names.into_iter().enumerate().map(row).collect_view()}</ol> }
        .into_any()
}

/// A step beside what was chosen so far.
fn beside(desk: Desk, form: AnyView) -> AnyView {
    view! { <div class="ys-cols ys-cols_73"><div>{form}</div><div class="wide">{move || so_far(desk)}</div></div> }
        .into_any()
}

fn so_far(desk: Desk) -> AnyView {
    desk.data.track();
    let draft = desk.draft;
    let plan = draft.plan(desk.now_ms());
    let heading = Some(draft.title.get()).filter(|title| !title.trim().is_empty());
    let body = view! {
        <dl class="ys-kv">
            {heading.map(|heading| fact(desk.say("标题", "Title"), heading))}
            {fact(desk.say("种类", "Kind"), class_words(desk, draft.class_of()))}
            {fact(desk.say("同意至少", "Consent"), consent_words(desk, draft.class_of(), draft.raised()))}
            {fact(desk.say("范围", "Scope"), scope_words(desk, draft.scope_number()))}
            {fact(desk.say("开始", "Begins"), format!("{} 0:00", day_words(desk.lang(), plan.opens)))}
            {fact(desk.say("截止", "Closes"), format!("{} 24:00", day_words(desk.lang(), plan.last)))}
        </dl>
    }
    .into_any();
    card(desk.say("到现在为止", "So far"), "", body)
}

fn kind(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let options = vec![
        (
            "ordinary",
            class_words(desk, Class::Ordinary).to_owned(),
            desk.say(
                "议事规则、管理规约、选业委会、请物业、用维修资金等（民法典第 278 条①–⑤⑨）。参加的人数和面积都过半数同意。",
                "Rules, committee, manager, use of the fund (Civil Code 278, 1–5 and 9). More than half of heads and area consent.",
            )
            .to_owned(),
        ),
        (
            "special",
            class_words(desk, Class::Special).to_owned(),
            desk.say(
                "筹集维修资金、改建重建、改变共有部分用途或拿它经营（第 278 条⑥⑦⑧）。参加的人数和面积都要四分之三以上同意。",
                "Raising the fund, rebuilding, another use of common parts (Civil Code 278, 6–8). Three quarters of heads and area consent.",
            )
            .to_owned(),
        ),
    ];
    let raise = move || {
        let mut shares = vec![(
            String::new(),
            desk.either(
                format!("照法律：{}", consent_words(desk, draft.class_of(), None)),
                format!("as the law says: {}", consent_words(desk, draft.class_of(), None)),
            ),
        )];
        let stricter = draft.shares().into_iter();
        shares.extend(
            stricter.map(|share| (written(share), consent_words(desk, draft.class_of(), Some(share)))),
        );
        choice(
            "raise",
            desk.say("规约要求更高吗？", "Do the bylaws ask for more?"),
            desk.say("门槛只能提高，不能降低", "it can be raised, never lowered"),
            shares,
            draft.raise,
        )
    };
    let matters = matters(desk);
    let form = view! {
        {(matters.len() > 1).then(|| card(
            desk.say("来自哪件事", "Matter"),
            desk.say("可以不选", "optional"),
            matter_choice(desk, matters),
        ))}
        {card(
            desk.say("种类", "Kind"),
            desk.say("法律分两种", "the law knows two"),
            view! {
                {presets("class", desk.say("种类", "Kind"), options, draft.class)}
                <div class="ys-gap-4">{raise}</div>
            }.into_any(),
        )}
        {hint("", desk.say(
            "选举换届不在这里开，请联系街道、居委会，照选举办法办。",
            "Elections are not started here.",
        ))}
    }
    .into_any();
    beside(desk, form)
}

/// The accepted matters that may be put to the vote, after "none".
fn matters(desk: Desk) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), desk.say("不来自哪件事", "none").to_owned())];
    desk.data.with(|data| {
        let ready = data.matters.iter().filter(|matter| {
            matter.standing == Standing::Open && matches!(matter.step, Step::Deliberate | Step::Decide)
        });
        options.extend(ready.map(|matter| {
            let title = matter.title.as_ref().map(|title| pick(desk.app, title)).unwrap_or_default();
            (matter.matter.to_string(), title)
        }));
    });
    options
}

fn matter_choice(desk: Desk, options: Vec<(String, String)>) -> AnyView {
    let draft = desk.draft;
    let chosen = draft.matter.get_untracked().map(|matter| matter.to_string()).unwrap_or_default();
    let value = RwSignal::new(chosen);
    Effect::new(move |_| draft.matter.set(value.get().parse().ok()));
    choice("matter", desk.say("把哪件事交付表决", "Which matter"), "", options, value)
}

fn scope(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let scopes = desk.data.with(|data| data.scopes.clone());
    let voting =
        scopes.map(|scopes| scopes.scopes).unwrap_or_default().into_iter().filter(|scope| scope.heads > 0);
    let options = voting
        .map(|scope| {
            let heads = desk.either(format!("{} 人", scope.heads), format!("{} heads", scope.heads));
            (scope.scope.to_string(), format!("{}（{heads}）", scope_words(desk, scope.scope)))
        })
        .collect();
    let facts = move || {
        let number = draft.scope_number();
        let Some(scope) = desk.data.with(|data| data.scope(number).cloned()) else { return ().into_any() };
        let heads =
            |heads: u64| desk.either(format!("{} 人", grouped(heads)), format!("{} heads", grouped(heads)));
        let least = (QUORUM.least_of(scope.heads.into()), QUORUM.least_of(scope.area_c));
        view! {
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say("有权投票", "Entitled"), format!("{}，{}", heads(scope.heads.into()), area_words(scope.area_c)))}
                {fact(desk.say("参加至少", "Must take part"), format!("{}，{}", heads(least.0), area_words(least.1)))}
                {fact(
                    desk.say("同意至少", "Must consent"),
                    format!(
                        "{}{}",
                        consent_words(desk, draft.class_of(), draft.raised()),
                        desk.say("，人数、面积都要", ", heads and area"),
                    ),
                )}
            </dl>
        }
        .into_any()
    };
    let body = view! {
        {choice(
            "scope",
            desk.say("哪些业主投票？", "Who votes?"),
            desk.say("事情只关系到一个单元，就只由那个单元投", "a stairwell's affair is voted on there"),
            options,
            draft.scope,
        )}
        {facts}
        {small(desk.say(
            "车位不计面积和人数。人数按业主算：一户几人共有算 1 人，一人几套也算 1 人。",
            "Parking spaces do not count. Co-owners are one head together; who owns several homes is one head.",
        ))}
    }
    .into_any();
    beside(desk, card(desk.say("范围", "Scope"), "", body))
}

/// The dates with their reasons.
pub(super) fn dates_list(desk: Desk, plan: &Plan) -> AnyView {
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

fn dates(desk: Desk) -> AnyView {
    let draft = desk.draft;
    // The field shows the earliest day until another is chosen.
    if draft.begins.with_untracked(String::is_empty) {
        draft.begins.set(iso(draft.plan(desk.now_ms()).earliest));
    }
    let list = move || {
        desk.data.track();
        let plan = draft.plan(desk.now_ms());
        let asked = super::dates::from_iso(&draft.begins.get());
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

fn text(desk: Desk) -> AnyView {
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
    }
    .into_any();
    beside(desk, form)
}

/// The notice as residents will read it, then the signature.
fn preview(desk: Desk, problem: Problem, roll: RollId) -> AnyView {
    let draft = desk.draft;
    let drawn = move || {
        desk.data.track();
        let plan = draft.plan(desk.now_ms());
        let text = draft.text();
        let heading = Some(text.title.zh).filter(|title| !title.is_empty());
        let heading = heading.unwrap_or_else(|| desk.say("（还没写标题）", "(no title yet)").to_owned());
        let questions = text.items.into_iter().map(|item| view! { <li>{item.title.zh}</li> }).collect_view();
        let estate = desk.app.session.with(|session| session.as_ref().map(|session| session.name.clone()));
        view! {
            <p class="ys-s ys-2">{format!("{} · {}", estate.unwrap_or_default(), desk.say("业主大会表决公示", "Notice of a vote"))}</p>
            <h3 class="ys-h ys-gap-1">{heading}</h3>
            {text.body.zh.lines().map(|line| view! { <p class="ys-gap-2">{line.to_owned()}</p> }).collect_view()}
            <h4 class="ys-b ys-gap-4">{desk.say("投票的题目", "Questions")}</h4>
            <ol class="ys-todo">{questions}</ol>
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say("种类", "Kind"), class_words(desk, draft.class_of()))}
                {fact(desk.say("范围", "Scope"), scope_words(desk, draft.scope_number()))}
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
        sign(desk, problem, said, move |_| {
            let to = draft.matter.get_untracked().map_or(Page::Votes, Page::Matter);
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
                    {signing(desk, desk.say("签名发布公示", "Sign and publish"), move || draft.missing_text(desk), signed)}
                    {note(desk, problem)}
                }.into_any())}
            </div>
        </div>
    }
    .into_any()
}

/// Begins a vote that comes of a matter, with its words.
pub(super) fn begin(desk: Desk, matter: &crate::matters::Matter) {
    let draft = desk.draft;
    if draft.matter.get_untracked() != Some(matter.id) {
        draft.clear();
        draft.matter.set(Some(matter.id));
        draft.scope.set(matter.raise.scope.to_string());
        if let Some(text) = &matter.text {
            draft.title.set(text.title.zh.clone());
            draft.body.set(text.body.zh.clone());
            draft.items.set(vec![text.title.zh.clone()]);
        }
    }
    desk.go(Page::Wizard);
}

/// A way to the wizard.
pub(super) fn way(desk: Desk) -> AnyView {
    lead(desk, "weui-btn_primary", desk.say("开一次表决", "Start a vote"), Page::Wizard)
}
