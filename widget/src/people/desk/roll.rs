//! 名册: the roll as it is, and a file held against it. What cannot be taken is named by line, what is unclear is asked, what
//! would change is shown home by home; then it is signed page by page and waits for a second person.

use leptos::prelude::*;
use yishi_protocol::body::Body;
use yishi_protocol::id::UnitId;
use yishi_protocol::view::RollView;
use yishi_sheets::Sentence;
use yishi_sheets::roll::{
    Ids, ImportPlan, NewestRoll, PlanError, Prepared, RollFile, TEMPLATE, of, prepare, sentences,
};

use crate::desk::acts::Form;
use crate::desk::field::Field;
use crate::desk::file::{self, LISTED, asked, sentence};
use crate::desk::forms::{card, hint, line, shown, signing, small};
use crate::desk::reader::ChosenFile;
use crate::desk::weights::weight_words;
use crate::desk::{Desk, Page, Tab};
use crate::kit::parts::fact;
use crate::proofs::act;
use crate::proofs::session::Session;
use crate::words::trouble::Trouble;

/// The newest roll, read page by page.
async fn newest(session: &mut Session) -> Result<Option<NewestRoll>, Trouble> {
    let mut pages = Vec::new();
    let mut after = None::<UnitId>;
    loop {
        let path = after.map_or_else(|| "/roll".to_owned(), |after| format!("/roll?after={after}"));
        let page: RollView = session.fetch(&path).await?;
        let next = page.next;
        pages.push(page);
        match next {
            None => break,
            Some(next) if after.is_none_or(|before| next > before) => after = Some(next),
            // A server that does not go on would keep us here for ever, and a part is not the whole.
            Some(_) => return Err(Trouble::Outdated),
        }
    }
    if pages.iter().all(|page| page.roll.is_none()) {
        return Ok(None);
    }
    // It changed while it was read: read again.
    NewestRoll::of_pages(pages).map(Some).ok_or(Trouble::Offline)
}

pub(crate) fn tab(desk: Desk) -> AnyView {
    let found = desk.reading(async |session| newest(session).await);
    shown(desk, found, move |newest| page(desk, newest))
}

fn page(desk: Desk, newest: Option<NewestRoll>) -> AnyView {
    let chosen = desk.files.roll;
    let note = desk.say(
        "Excel（xlsx）或 CSV 文件，一行一位业主。要有列名：楼栋、单元、室号、用途、面积、业主编号、姓名、电话。文件只在这台设备上读，签名以前不会传出去。",
        "A workbook (xlsx) or a CSV file, an owner a row, with a row that names the columns. The file is read on this device only.",
    );
    let words = desk.say("选名册文件", "Choose the roll");
    let now = match &newest {
        Some(newest) => {
            let units = newest.units.len().to_string();
            view! {
                <dl class="ys-kv">
                    {fact(desk.say("计入表决", "Counted"), weight_words(desk, newest.totals.heads.into(), newest.totals.area_c))}
                    {fact(desk.say("房屋和车位", "Units"), units)}
                </dl>
                {small(desk.say(
                    "房屋卖了、拆了、并了、量错了，把新的名册整份选进来就行：先看改了哪些，再签名。表里没有的房屋，会问您。",
                    "Choose the new roll as a whole: what changed is shown before you sign. Homes it lacks are asked about.",
                ))}
            }
            .into_any()
        }
        None => hint("", desk.say("还没有名册。", "There is no roll yet.")),
    };
    let waits =
        desk.data.with_untracked(|data| data.waiting.iter().any(crate::desk::waits::Waiting::is_roll));
    let newest = StoredValue::new(newest);
    let form = Form::new(desk, "roll");
    let report = move || {
        chosen.get().map(|read| {
            untrack(|| match read {
                Ok(file) => newest.with_value(|newest| report(desk, form, newest.as_ref(), &file)),
                Err(why) => file::unread(desk, why),
            })
        })
    };
    view! {
        {card(desk.say("现在的名册", "The roll as it is"), "", now)}
        {waits.then(|| hint("ys-note_wait", desk.say(
            "有一份名册正等第二个人确认。先确认的先生效，另一份要照新名册重做。",
            "A roll waits for its second person. Whichever is confirmed first counts; the other is made anew then.",
        )))}
        {card(desk.say("新的名册", "A new roll"), "", view! {
            {file::picker(desk, words, note, chosen)}
            {file::template(desk, "名册.csv", TEMPLATE)}
        }.into_any())}
        {report}
    }
    .into_any()
}

fn report(desk: Desk, form: Form, newest: Option<&NewestRoll>, chosen: &ChosenFile) -> AnyView {
    let read = chosen.opened.clone().and_then(|opened| of(&opened, &chosen.answers));
    let roll = match &read {
        Ok(roll) => roll,
        Err(error) => {
            let body = view! {
                <p class="ys-bad ys-b">{sentence(desk, &error.sentence())}</p>
                <p class="ys-s ys-2 ys-code">{error.code()}</p>
            };
            return card(chosen.name.clone(), "", body.into_any());
        }
    };
    let parking_counts = desk.app.settings().parking_counts;
    let random = &mut || act::random().ok();
    let Prepared { questions, plan } = prepare(roll, Ids::default(), newest, parking_counts, random);
    // A home whose row cannot be taken is not gone: what is asked beside the roll is asked once all rows are good.
    let questions = if roll.problems.is_empty() { questions } else { roll.questions.clone() };
    let open = questions.iter().filter(|question| question.answer.is_none()).count();
    let bad = roll.problems.len();
    let rows = desk.either(format!("{} 行", roll.rows), format!("{} rows", roll.rows));
    let summary = view! {
        <div class="ys-tri" role="status">
            <div class={if bad == 0 { "" } else { "bad" }}><b>{bad}</b>{desk.say("必须改", "must be corrected")}</div>
            <div class={if open == 0 { "" } else { "ys-wbox" }}><b>{open}</b>{desk.say("要您拿主意", "for you to decide")}</div>
            <div><b>{roll.units.len()}</b>{desk.say("处房屋读好了", "units are fine")}</div>
        </div>
        {(bad > 0).then(|| hint("ys-note_bad", desk.say(
            "请在原文件里改好这些行，再选一次；这里不能跳过。",
            "Correct these lines in the file itself and choose it again. Nothing is skipped.",
        )))}
    };
    view! {
        {card(chosen.name.clone(), rows, summary.into_any())}
        {problems(desk, roll)}
        {asked(desk, &questions, desk.files.roll)}
        {outcome(desk, form, newest, plan, (bad, open))}
    }
    .into_any()
}

/// The rows that cannot be taken.
fn problems(desk: Desk, roll: &RollFile) -> AnyView {
    if roll.problems.is_empty() {
        return ().into_any();
    }
    let row = |(line, code, detail): (u64, &'static str, &Sentence)| {
        view! {
            <li class="ys-gap-2">
                <b>{file::number(desk, line)}</b>
                " "
                <span class="ys-bad">{sentence(desk, detail)}</span>
                " "
                <span class="ys-s ys-2 ys-code">{code}</span>
            </li>
        }
    };
    let listed = roll.problems.iter().take(LISTED);
    let rows = listed.map(|problem| row((problem.line, problem.code.as_str(), &problem.detail)));
    let body = view! { <ul>{rows.collect_view()}</ul> {left(desk, roll.problems.len())} }.into_any();
    card(
        desk.say("要改的行", "Lines to be corrected"),
        desk.say("照文件里的行号", "by line of the file"),
        body,
    )
}

/// How many are not listed.
fn left(desk: Desk, all: usize) -> Option<AnyView> {
    let left = all.saturating_sub(LISTED);
    (left > 0).then(|| {
        small(desk.either(format!("还有 {left} 处没有列出。"), format!("{left} more are not listed.")))
    })
}

/// What the roll will be, what changes, and the signature.
fn outcome(
    desk: Desk,
    form: Form,
    newest: Option<&NewestRoll>,
    plan: Result<ImportPlan, PlanError>,
    (bad, open): (usize, usize),
) -> AnyView {
    let locked = |words: String| {
        view! {
            <div class="ys-gap-4">
                <button type="button" class="weui-btn weui-btn_primary" aria-disabled="true">{words}</button>
            </div>
        }
        .into_any()
    };
    if bad > 0 {
        return locked(desk.either(format!("改完 {bad} 行才能签名"), format!("Correct {bad} lines first")));
    }
    let plan = match plan {
        Ok(plan) => plan,
        Err(PlanError::QuestionsOpen) => {
            return locked(
                desk.either(format!("答完 {open} 个问题才能签名"), format!("Answer {open} questions first")),
            );
        }
        Err(error) => {
            let class = if error == PlanError::NothingChanged { "ys-note_ok" } else { "ys-note_bad" };
            return hint(class, sentence(desk, &error.sentence()));
        }
    };
    let changes = newest.is_some().then(|| {
        let rows = sentences(&plan.changes, &plan.parts);
        let listed =
            rows.iter().take(LISTED).map(|row| view! { <li class="ys-gap-2">{sentence(desk, row)}</li> });
        let body = view! { <ul>{listed.collect_view()}</ul> }.into_any();
        let remark = desk.either(format!("{} 处", rows.len()), format!("{} units", rows.len()));
        card(desk.say("改了哪些", "What changes"), remark, body)
    });
    let new_people = (newest.is_some() && !plan.letters.is_empty()).then(|| {
        let count = plan.letters.len();
        small(desk.either(
            format!("有 {count} 位新业主。名册确认以后，到“入户信”给他们发信。"),
            if count == 1 {
                "One owner is new. Once the roll is confirmed, make the letter under \"Letters\".".to_owned()
            } else {
                format!("{count} owners are new. Once the roll is confirmed, make their letters under \"Letters\".")
            },
        ))
    });
    view! { {changes} {sign(desk, form, newest, &plan, new_people)} }.into_any()
}

/// The totals held against the register, and the button.
fn sign(
    desk: Desk,
    form: Form,
    newest: Option<&NewestRoll>,
    plan: &ImportPlan,
    new_people: Option<AnyView>,
) -> AnyView {
    let (heads, area) = (form.field("heads", ""), form.field("area", ""));
    let totals = plan.totals();
    let steps: StoredValue<Vec<(Body, Vec<_>)>> = StoredValue::new(plan.roll_entries());
    let (all, done) = (steps.with_value(Vec::len), RwSignal::new(0_usize));
    let missing = move || {
        let differs = |typed: Field, found: u64| {
            let typed = typed.get();
            let typed: String = typed.chars().filter(|sign| !matches!(sign, ',' | '，' | ' ')).collect();
            !typed.is_empty() && typed != found.to_string()
        };
        let area_differs = || {
            let typed = area.get();
            // Hundredths of a square metre are written as hundredths of a yuan are.
            let read = yishi_sheets::money(&typed).ok().and_then(|area_c| u64::try_from(area_c).ok());
            !typed.trim().is_empty() && read != Some(totals.area_c)
        };
        if differs(heads, totals.heads.into()) || area_differs() {
            Some(desk.say("和登记资料对不上，先查清楚", "This is not what the register has"))
        } else {
            None
        }
    };
    let signed = move || {
        form.sign_all(steps.get_value(), done, move || {
            desk.files.roll.set(None);
            let words = desk.say("名册已提交，等第二个人确认", "Sent; it waits for a second person");
            desk.done(Page::People(Tab::Waiting), words.to_owned());
        });
    };
    let progress = move || {
        let done = done.get();
        (desk.app.busy.get() || done > 0).then(|| {
            small(desk.either(format!("已送出 {done} 份，共 {all} 份"), format!("{done} of {all} sent")))
        })
    };
    let before = newest.map(|newest| {
        fact(desk.say("现在是", "Now"), weight_words(desk, newest.totals.heads.into(), newest.totals.area_c))
    });
    let body = view! {
        <dl class="ys-kv">
            {before}
            {fact(desk.say("签名以后是", "Then"), weight_words(desk, totals.heads.into(), totals.area_c))}
        </dl>
        {new_people}
        <div class="ys-gap-3">{line("heads", "text", desk.say("登记资料上的人数", "Heads in the register"), desk.say("有就填，用来核对", "if known, to compare"), heads)}</div>
        <div class="ys-gap-3">{line("area", "money", desk.say("登记资料上的面积", "Area in the register"), desk.say("平方米", "m²"), area)}</div>
        {signing(desk, desk.say("我核对过，签名", "I have checked it, sign"), missing, signed)}
        <div role="status">{progress}</div>
        {form.note()}
    };
    card(desk.say("合计", "In all"), "", body.into_any())
}
