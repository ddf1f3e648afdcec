//! 开一次表决: kind, scope, dates, text, and the notice as residents will read it before it is signed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use yishi_protocol::body::Class;
use yishi_protocol::count::QUORUM;
use yishi_protocol::state::{Standing, Step};

use crate::desk::acts::Form;
use crate::desk::draft::written;
use crate::desk::forms::{card, choice, hint, hold_to, lead, presets, small, title};
use crate::desk::words::{class_words, consent_words, scope_words};
use crate::desk::{Desk, Page};
use crate::kit::icons::{CHECK, icon};
use crate::kit::parts::fact;
use crate::kit::tell::pick;
use crate::steps::decide::desk::announce;
use crate::steps::decide::desk::writing::beside;
use crate::words::format::{area as area_words, grouped};

fn steps(desk: Desk) -> [&'static str; 5] {
    [
        desk.say("种类", "Kind"),
        desk.say("范围", "Scope"),
        desk.say("日期", "Dates"),
        desk.say("文本", "Text"),
        desk.say("核对发布", "Check and publish"),
    ]
}

pub(crate) fn page(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let form = Form::new(desk, "announce");
    // Also where the step that offers them is behind.
    hold_to(&matters(desk), draft.matter);
    hold_to(&scopes(desk), draft.scope);
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
            2 => announce::dates(desk),
            3 => announce::text(desk),
            _ => announce::preview(desk, form, roll),
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
        let class = match step.cmp(&now) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        let mark = if step < now { icon(CHECK, "ys-i_s") } else { (step + 1).to_string().into_any() };
        view! { <li class=class aria-current=(step == now).then_some("step")><b>{mark}</b>{name}</li> }
    };
    view! { <ol class="ys-wiz" aria-label=label>{names.into_iter().enumerate().map(row).collect_view()}</ol> }
        .into_any()
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
        // The chosen one was read by itself, perhaps later than this list.
        let chosen = untrack(|| desk.draft.matter_id());
        let ready = data.matters.iter().filter(|matter| {
            let may = matches!(matter.step, Step::Deliberate | Step::Decide) || Some(matter.matter) == chosen;
            matter.standing == Standing::Open && may
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
    choice("matter", desk.say("把哪件事交付表决", "Which matter"), "", options, draft.matter)
}

/// The parts of the estate that may vote. A building with one entrance is named like it, and only the entrance is offered.
fn scopes(desk: Desk) -> Vec<(String, String)> {
    let scopes = desk.data.with(|data| data.scopes.clone());
    let mut voting = scopes.map(|scopes| scopes.scopes).unwrap_or_default();
    voting.retain(|scope| scope.heads > 0);
    let again = |place: usize, name: &str| voting.iter().skip(place + 1).any(|later| later.name == name);
    let once = voting.iter().enumerate().filter(|(place, scope)| !again(*place, &scope.name));
    once.map(|(_, scope)| {
        let heads = desk.either(format!("{} 人", scope.heads), format!("{} heads", scope.heads));
        let name = scope_words(desk, scope.scope);
        (scope.scope.to_string(), desk.either(format!("{name}（{heads}）"), format!("{name} ({heads})")))
    })
    .collect()
}

fn scope(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let facts = move || {
        let number = draft.scope_number();
        let Some(scope) = desk.data.with(|data| data.scope(number).cloned()) else { return ().into_any() };
        let heads =
            |heads: u64| desk.either(format!("{} 人", grouped(heads)), format!("{} heads", grouped(heads)));
        let least = (QUORUM.least_of(scope.heads.into()), QUORUM.least_of(scope.area_c));
        view! {
            <dl class="ys-kv ys-gap-3">
                {fact(desk.say("有权投票", "Entitled"), [heads(scope.heads.into()), area_words(scope.area_c)].join(desk.lang().comma()))}
                {fact(desk.say("参加至少", "Must take part"), [heads(least.0), area_words(least.1)].join(desk.lang().comma()))}
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
            scopes(desk),
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

/// Begins a vote that comes of a matter, with its words.
pub(crate) fn begin(desk: Desk, matter: &crate::proofs::matters::Matter) {
    let draft = desk.draft;
    if untrack(|| draft.matter_id()) != Some(matter.id) {
        draft.clear();
        draft.matter.set(matter.id.to_string());
        draft.scope.set(matter.raise.scope.to_string());
        if let Some(text) = &matter.text {
            draft.title.set(text.title.text.clone());
            draft.body.set(text.body.text.clone());
            draft.items.set(vec![text.title.text.clone()]);
        }
    }
    desk.go(Page::Wizard);
}

/// A way to the wizard.
pub(crate) fn way(desk: Desk) -> AnyView {
    lead(desk, "weui-btn_primary", way_words(desk), Page::Wizard)
}

/// What the way to the wizard says: somebody may have been called away from it.
pub(crate) fn way_words(desk: Desk) -> &'static str {
    if untrack(|| desk.draft.begun()) {
        desk.say("接着写没发布的表决", "Go on with the unpublished vote")
    } else {
        desk.say("开一次表决", "Start a vote")
    }
}
