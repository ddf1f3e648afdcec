//! The box is counted: one clerk lists the sheets, a second one has counted with them and confirms.

use yishi_protocol::body::{BallotBox, Confirm};
use yishi_protocol::id::AgendaId;
use yishi_protocol::view::PaperList;

use crate::desk::acts::Form;
use crate::desk::forms::{area, hint, signing, small};
use crate::desk::{Desk, Page, forms};
use crate::draw::{View, view};
use crate::kit::parts::para;
use crate::words::key;

/// The numbers of a text such as `1-20, 25`, in ascending order, each once.
pub(crate) fn numbers(text: &str) -> Option<Vec<u32>> {
    let apart = |sign: char| sign.is_whitespace() || matches!(sign, ',' | '，' | '、' | ';' | '；');
    let mut all = std::collections::BTreeSet::new();
    for part in text.split(apart).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '－', '–', '—']).unwrap_or((part, part));
        let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
        if first == 0 || first > last || last > 999_999 || last - first >= 5_000 {
            return None;
        }
        all.extend(first..=last);
    }
    (all.len() <= 5_000).then(|| all.into_iter().collect())
}

pub(super) fn card(desk: Desk, agenda: AgendaId, papers: &PaperList) -> View {
    let heading = desk.say(key::desk_paper::THE_BOX);
    let lang = desk.app.lang.get_untracked();
    if let Some(boxed) = papers.boxed {
        let counted = papers.sheets.iter().filter(|sheet| sheet.boxed == Some(true) && sheet.counted).count();
        let missing = usize::try_from(boxed).unwrap_or_default().saturating_sub(counted);
        let until = lang.moment(papers.read_until_ms);
        let keyed = if missing == 0 {
            desk.fill(key::desk_paper::all_are_keyed(&boxed))
        } else {
            desk.fill(key::desk_paper::so_many_are_missing(&boxed, &counted, &missing, &until))
        };
        let held = small(desk.fill(key::desk_paper::it_held(&boxed)));
        return forms::card(heading, "", view! { {para("ys-b", keyed)} {held} });
    }
    let before = desk.fill(key::desk_paper::count_it_before(&lang.moment(papers.box_until_ms)));
    let waits = papers.box_waits.map(|entry| {
        let form = Form::new(desk, format_args!("box-confirm/{entry}"));
        let confirm = move || {
            form.sign(Ok((Confirm { entry }.into(), vec![])), move |_| {
                desk.done(Page::Paper(agenda), desk.say(key::desk_paper::BOX_CONFIRMED).to_owned());
            });
        };
        view! {
            {hint("ys-note_wait", desk.say(key::desk_paper::A_BOX_WAITS))}
            {signing(desk, desk.say(key::desk_paper::I_HAVE_COUNTED_IT_TOO), || None, confirm)}
            {form.note()}
        }
    });
    let form = Form::new(desk, format_args!("box/{agenda}"));
    let typed = form.field("sheets", "");
    let missing =
        move || typed.with(|typed| numbers(typed)).is_none().then(|| desk.say(key::desk_paper::LIST_NUMBERS));
    let how_many = move || {
        let many = typed.with(|typed| numbers(typed)).map(|sheets| sheets.len());
        many.map(|many| small(desk.fill(key::desk_paper::so_many_sheets(&many))))
    };
    let sign = move || {
        let Some(sheets) = numbers(&typed.get_untracked()) else { return };
        form.sign(Ok((BallotBox { agenda, sheets }.into(), vec![])), move |_| {
            desk.done(Page::Paper(agenda), desk.say(key::desk_paper::BOX_LISTED).to_owned());
        });
    };
    let body = view! {
        {para("ys-b", before)}
        {waits}
        {area("sheets", desk.say(key::desk_paper::NUMBERS_IN_THE_BOX), desk.say(key::desk_paper::SUCH_AS), typed)}
        <div>{how_many}</div>
        {small(desk.say(key::desk_paper::WHAT_A_BOX_DOES))}
        {signing(desk, desk.say(key::desk_paper::SIGN_THE_BOX), missing, sign)}
        {form.note()}
    };
    forms::card(heading, "", body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_listed_as_people_write_them() {
        assert_eq!(numbers("3、1-2，7 2"), Some(vec![1, 2, 3, 7]));
        assert_eq!(numbers(""), Some(vec![]), "a box may be empty");
        for wrong in ["0", "x", "2-1", "1-5001", "1000000", "1-"] {
            assert_eq!(numbers(wrong), None, "{wrong}");
        }
    }
}
