//! The receipt: shown only after this phone has checked it. It never shows the choice.

use leptos::prelude::*;

use crate::kit::icons::{CHECK, DASH, STOP, icon};
use crate::kit::parts::{acts, bar, button, counts_as, fact, help, sign, ticked};
use crate::shell::app::App;
use crate::shell::screen::{Goal, Paper, Receipt, Screen};
use crate::words::format::grouped;

pub(crate) fn screen(app: App, receipt: Receipt) -> impl IntoView {
    let Receipt { title, index, received_ms, closes_ms, agenda, party, held } = receipt;
    let weight = counts_as(app, agenda, party);
    // People count from one.
    let number = grouped(index + 1);
    let record = number.clone();
    let change = move || {
        let vote =
            app.votes.with_untracked(|votes| votes.iter().find(|vote| vote.agenda == Some(agenda)).cloned());
        let Some(vote) = vote else { return app.go(Screen::Home) };
        let standing = app.me.with_untracked(|me| {
            let ballots = me.as_ref().map(|me| me.view.ballots.as_slice()).unwrap_or_default();
            ballots
                .iter()
                .rev()
                .find(|ballot| ballot.agenda == agenda && ballot.stands)
                .map(|ballot| ballot.entry)
        });
        let marks = vec![None; vote.notice.items.len()];
        app.paper.set(Some(Paper { vote, party, marks, standing }));
        app.go(Screen::Vote(0));
    };
    // Before the proofs: without it the ballot does not count.
    let to_name = held.then(|| {
        let words = app.say("去选定由谁投", "Name who votes");
        button("weui-btn weui-btn_primary ys-gap-3", "", words, move || app.visit(Goal::Voter(party)))
    });
    let home = if held { "weui-btn weui-btn_default" } else { "weui-btn weui-btn_primary" };
    let outcome = if held {
        sign(
            STOP,
            "ys-msg__i_wait",
            "status",
            app.say("票收到了，先挂着", "Received, and held").to_owned(),
            app.say(
                "这套房有几位共有人，还没选定由谁投。截止前大家都选你，这张票就算数。",
                "This home has several owners who have not named who votes. If all name you before the close, this ballot counts.",
            )
            .into_any(),
        )
    } else {
        sign(
            CHECK,
            "",
            "status",
            app.say("已计入", "Counted").to_owned(),
            view! { {app.say("你家的票在票箱里了：", "Your ballot is in the box: ")}<span class="nb">{weight}</span> }.into_any(),
        )
    };
    let until = match app.lang.get_untracked() {
        crate::words::Lang::Zh => format!("改我的票（{} 前）", app.lang.get_untracked().deadline(closes_ms)),
        crate::words::Lang::En => {
            format!("Change my ballot (until {})", app.lang.get_untracked().deadline(closes_ms))
        }
    };
    view! {
        {bar(app, app.say("投票收据", "Receipt"), Screen::Home)}
        <div>
            {outcome}
            <div class="ys-card">
                <dl class="ys-kv">
                    {fact(app.say("表决", "Vote"), title)}
                    {fact(app.say("入箱时间", "Received"), app.lang.get_untracked().moment(received_ms))}
                    {fact(app.say("公开记录", "Public record"), match app.lang.get_untracked() {
                        crate::words::Lang::Zh => format!("第 {record} 条"),
                        crate::words::Lang::En => format!("entry {record}"),
                    })}
                </dl>
                {to_name}
            </div>
            <h3 class="ys-sec">{app.say("这张收据证明", "This receipt proves")}</h3>
            <div class="ys-card"><ul class="ys-proof">
                {ticked(match app.lang.get_untracked() {
                    crate::words::Lang::Zh => format!("你的票在公开记录第 {number} 条，本机已核对"),
                    crate::words::Lang::En => format!("Your ballot is entry {number} of the public record, checked on this device"),
                })}
                {ticked(app.say("票由这台手机的凭证签名，改一个字都会验不过", "Signed by this phone's key; one changed letter would fail the check").to_owned())}
                {ticked(app.say("要删掉或挪动这条，记录的签名就对不上", "Removing or moving it would break the record's signature").to_owned())}
            </ul></div>
            <h3 class="ys-sec">{app.say("它不能证明", "It does not prove")}</h3>
            <div class="ys-card"><ul class="ys-proof">
                {not(app.say("你选了什么：收据上没有，给谁看都看不出", "What you chose: the receipt does not say"))}
                {not(app.say("没有谁看过你的票：服务器为核对票面读得到，截止前不公布", "That nobody saw it: the server reads it to check it, and publishes nothing before the close"))}
                {not(app.say("最后数得对不对：截止后可以重算", "That the count is right: it can be recounted after the close"))}
                {not(app.say("投票时没有人逼你：觉得不对劲，截止前改票", "That nobody pressed you: if it felt wrong, change it before the close"))}
            </ul></div>
            {acts(vec![
                button(home, "", app.say("回首页", "Home"), move || app.go(Screen::Home)),
                button("weui-btn weui-btn_text", "", until, change),
            ])}
        </div>
        {help(app)}
    }
}

fn not(words: &'static str) -> AnyView {
    view! { <li>{icon(DASH, "ys-2")}{words}</li> }.into_any()
}
