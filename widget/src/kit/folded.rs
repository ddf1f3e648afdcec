//! A long text: its beginning, and the rest behind a press.

use crate::draw::{View, view};
use crate::kit::parts::para;
use crate::shell::app::App;
use crate::words::key;

/// From how many characters on a text is folded, and how many of them stand there then.
const LONG: usize = 220;
const SHOWN: usize = 140;

/// A long text's beginning and the rest of it, cut behind a sentence; a text that is not much longer is not cut.
fn cut(text: &str) -> (&str, &str) {
    if text.chars().count() <= LONG {
        return (text, "");
    }
    let ends = |sign: char| "。！？!?；;\n".contains(sign);
    let behind = text.char_indices().take(SHOWN).filter(|(_, sign)| ends(*sign));
    let at = behind.map(|(at, sign)| at.saturating_add(sign.len_utf8())).last();
    let at = at.or_else(|| text.char_indices().nth(SHOWN).map(|(at, _)| at));
    at.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// What is asked: of a long text the beginning, the rest behind a press.
pub(crate) fn text(app: App, body: &str) -> Vec<View> {
    let (first, rest) = cut(body);
    let lines = |text: &str| text.lines().map(|line| para("", line)).collect::<Vec<_>>();
    let mut drawn = lines(first);
    if !rest.trim().is_empty() {
        let summary = app.say(key::matter::THE_REST_OF_THE_TEXT);
        drawn.push(view! { <details class="ys-twin"><summary>{summary}</summary>{lines(rest)}</details> });
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::{LONG, SHOWN, cut};

    #[test]
    fn a_long_text_is_cut_behind_a_sentence() {
        assert_eq!(cut("门口没有坡道。"), ("门口没有坡道。", ""));
        let sentence = format!("{}。", "长".repeat(60));
        let text = sentence.repeat(5);
        let (first, rest) = cut(&text);
        assert_eq!((first, rest.len()), (sentence.repeat(2).as_str(), sentence.len() * 3));
        let endless = "长".repeat(LONG + 1);
        assert_eq!(cut(&endless).0.chars().count(), SHOWN, "without a sentence's end");
        assert_eq!(cut(&"长".repeat(LONG)).1, "");
    }
}
