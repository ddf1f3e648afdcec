//! Letters that were just made, one a page. Their codes are in this page's memory and on paper, nowhere else: whoever leaves
//! is asked first.

use crate::draw::{DrawAll, View, view};
use crate::words::{Lang, key};
use leptos::prelude::*;
use yishi_protocol::calendar::local_day;

use crate::desk::dates::full;
use crate::desk::forms::{hint, title};
use crate::desk::letters::Letter;
use crate::desk::{Desk, Page, Tab};
use crate::kit::icons::icon;
use crate::kit::parts::button;
use crate::kit::qr;
use crate::people::desk::roster::{self, Roster};
use crate::proofs::session::Session;

const PRINTER: &str =
    "M7 9V4h10v5M7 17H4.5v-6.5a1.5 1.5 0 0 1 1.5-1.5h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6H7z";

/// So many homes stand on a letter; who owns more knows which they are.
const HOMES: usize = 6;

pub(crate) fn page(desk: Desk) -> View {
    let Some(printed) = desk.letters.get_untracked() else {
        let words = desk.say(key::desk_printed::CODES_ARE_SHOWN_ONCE_MAKE);
        return view! {
            {title(desk, desk.say(key::desk_common::LETTERS).to_owned(), Some(Page::People(Tab::Letters)))}
            {hint("ys-note_wait", words)}
        };
    };
    ask_before_unloading();
    let roster = roster::read(desk);
    let print = move || {
        if let Some(window) = web_sys::window() {
            drop(window.print());
        }
    };
    let waiting = desk.data.with_untracked(|data| {
        let entry = printed.entry;
        data.waiting.iter().any(|act| Some(act.entry) == entry && act.lapses_ms.is_some())
    });
    let pages = printed.letters.iter().map(|one| letter(desk, one, printed.expires_ms, roster, waiting));
    view! {
        {title(desk, desk.say(key::desk_printed::PRINT_THE_LETTERS).to_owned(), Some(Page::People(Tab::Letters)))}
        {leaving(desk)}
        <div class="ys-noprint">
            {waiting.then(|| hint("ys-note_wait", desk.say(
                key::desk_printed::LETTERS_FOR_PEOPLE_WITH_A,
            )))}
            {hint("", desk.say(
                key::desk_printed::THE_CODES_ARE_GONE_ONCE,
            ))}
            <div class="ys-gap-3">
                {view! {
                    <button type="button" class="weui-btn weui-btn_primary" on:click=move |_| print()>
                        {icon(PRINTER, "")}
                        {desk.say(key::desk_printed::PRINT)}
                    </button>
                }}
            </div>
        </div>
        <div class="ys-letters">{pages.draw_all()}</div>
    }
}

/// The browser asks too, where the page is closed or loaded anew.
fn ask_before_unloading() {
    let handle = window_event_listener(leptos::ev::beforeunload, |event| {
        event.prevent_default();
        // Browsers of some years ago ask only if something is answered.
        event.set_return_value("1");
    });
    on_cleanup(move || handle.remove());
}

/// Where somebody wanted to go, and whether they are done here.
fn leaving(desk: Desk) -> View {
    let words = move || {
        desk.leaving.get().map(|page| {
            let leave = move || {
                desk.letters.set(None);
                desk.leaving.set(None);
                desk.go(page.clone());
            };
            view! {
                <div class="ys-note ys-note_wait ys-noprint" role="alert">
                    <div>
                        <p class="ys-b">{desk.say(key::desk_printed::ARE_ALL_LETTERS_PRINTED)}</p>
                        <p>{desk.say(key::desk_printed::THE_CODES_ARE_GONE_ONCE_2)}</p>
                        <div class="ys-pair ys-gap-3">
                            {button("weui-btn weui-btn_primary", "", desk.say(key::desk_printed::PRINTED_LEAVE), leave)}
                            {button("weui-btn weui-btn_default", "", desk.say(key::desk_printed::STAY), move || desk.leaving.set(None))}
                        </div>
                    </div>
                </div>
            }
        })
    };
    view! { <div>{words}</div> }
}

/// Where the server is: what stands before its addresses.
fn server(session: &Session) -> String {
    session.base.split("/api/estates/").next().unwrap_or_default().to_owned()
}

/// A page of paper. It speaks Chinese whatever the desk speaks: it goes to a resident.
fn letter(desk: Desk, letter: &Letter, expires_ms: u64, roster: Roster, waiting: bool) -> View {
    let Some(session) = desk.app.session.get_untracked() else { return View::Nothing };
    let address = format!("{}/enrol", server(&session));
    let code = letter.code.to_string();
    let url = format!("{address}#{}.{code}", session.estate);
    let expires = full(Lang::default(), local_day(expires_ms.saturating_sub(1)));
    let person = letter.person;
    let waits = move || {
        let waits = roster.find(&person).map_or(waiting, |one| one.waits(desk.now_ms()));
        waits.then(|| view! {
            <p class="ys-letter__waits">"这封信还要另一位经办人确认才能用。扫码后如果说“等确认”，请到议事窗口。"</p>
        })
    };
    let name = letter.name.clone();
    let to = match name {
        Some(name) => view! { <p class="ys-letter__to">"这封信只给 " <b>{name}</b> " 本人"</p> },
        None => view! { <p class="ys-letter__to">"这封信只给下面这套房的本人"</p> },
    };
    let shown = letter.homes.iter().take(HOMES).cloned().collect::<Vec<_>>().join(" ");
    let homes = match letter.homes.len() {
        all if all > HOMES => format!("{shown} 等 {all} 处"),
        _ => shown,
    };
    let groups = code.split('-').map(|group| view! { <b>{group.to_owned()}</b> }).draw_all();
    view! {
        <article class="ys-card ys-letter" lang="zh-CN">
            <h2 class="ys-h">{session.name.clone()} " 议事平台入户信"</h2>
            {to}
            {(!homes.is_empty()).then(|| view! { <p>"您的房屋：" <b>{homes}</b></p> })}
            <div class="ys-letter__how">
                <ol>
                    <li>"1. 微信扫一扫这个二维码"</li>
                    <li>"2. 核对小区名和您的姓名、房号"</li>
                    <li>"3. 点“是我本人”，以后就用这部手机投票"</li>
                </ol>
                {qr::drawn(&url, "二维码：用微信扫一扫，打开本信的页面")}
            </div>
            <p>"没有微信或扫不了码？用手机打开 " <span class="ys-code">{address}</span> "，再输入下面的字码："</p>
            <p class="ys-letter__code ys-code">{groups}</p>
            <p class="ys-s">"大小写都可以，横线不用输入。有效期至 " <b>{expires}</b> "，只能用一次。"</p>
            {waits}
            <p class="ys-letter__care"><b>"不要拍照发群，不要告诉别人。"</b>" 工作人员不会向您要这个码。丢了，到议事窗口换一封，旧信作废。"</p>
            <p class="ys-s ys-2">"核对真伪用：小区编号 " <span class="ys-code">{session.estate.to_string()}</span> " 记录公钥 " <span class="ys-code">{session.log_key.to_string()}</span></p>
        </article>
    }
}
