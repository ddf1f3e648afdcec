//! The foot of every light page: where organisations are found and rung. Who reads these pages has no window, and is the one
//! who needs it most.

use yishi_protocol::body::Body as Act;
use yishi_protocol::projection::Help;

use super::html::Html;
use super::{ApiError, Frozen};
use crate::http::views;
use crate::words::{Lang, window};

/// The lines of an estate, proven as the window proves them.
pub(super) async fn lines(frozen: &Frozen) -> Result<Vec<Help>, ApiError> {
    let answer = views::estate_answer(frozen).await?;
    let estate = frozen.state().estate().ok_or(ApiError::Unavailable)?;
    let opened = answer.open((&frozen.estate.id, &estate.log_key), Act::decode);
    let lines = opened.and_then(|opened| Help::all(&opened, &answer.stated));
    lines.map_err(|_| ApiError::Unavailable)
}

/// Writes them; nothing where there is none.
pub(super) fn foot(html: &mut Html, lang: Lang, lines: &[Help]) {
    if lines.is_empty() {
        return;
    }
    html.section(lang.say(window::help::TITLE));
    html.open("div", "weui-cells", &[]);
    for help in lines {
        let text = &help.text;
        let (place, hours) = (lang.pick(&text.place), lang.pick(&text.hours));
        let place = match &help.name {
            Some(name) => format!("{} · {place}", lang.pick(name)),
            None => place.to_owned(),
        };
        html.inside("div", "weui-cell", |html| {
            html.inside("div", "weui-cell__bd", |html| {
                html.line("b", "ys-block", lang.pick(&text.purpose));
                html.line("span", "ys-block", &place);
                html.line("span", "ys-block", hours);
                let words = lang.fill(window::help::call(&text.telephone));
                html.link("weui-btn weui-btn_line ys-gap-2", &format!("tel:{}", text.dialled()), &words);
            });
        });
    }
    html.close("div");
}
