//! What was keyed and not sent: it is kept on this device until it is signed and sent at once.

use leptos::prelude::GetValue;
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{Body, Item, Paper};
use yishi_protocol::id::AgendaId;
use yishi_protocol::letter::LetterCode;

use super::Stack;
use super::entry::Row;
use crate::desk::Page;
use crate::desk::acts::Form;
use crate::desk::forms::{card, list, signing};
use crate::draw::{View, view};
use crate::kit::parts::button;
use crate::live::Live;
use crate::words::key;

impl Stack {
    /// What was keyed and not sent.
    pub(super) fn unsent(self) -> View {
        let desk = self.desk;
        let form = Form::new(desk, format_args!("paper-send/{}", self.agenda));
        let done = Live::new(0_usize);
        let rows = move || {
            let rows = self.rows.get();
            let line = |one: &Row| {
                let sheet = one.sheet;
                let take_out = move || {
                    let sent = done.get_untracked();
                    done.set(0);
                    self.rows.update(|rows| {
                        rows.drain(..sent.min(rows.len()));
                        rows.retain(|one| one.sheet != sheet);
                    });
                };
                view! {
                    <li class="weui-cell">
                        <span class="weui-cell__bd"><b>{sheet.to_string()}</b><span class="weui-cell__desc ys-block">{one.place.clone()}</span></span>
                        {button("weui-btn weui-btn_default weui-btn_mini", "", desk.say(key::desk_paper::TAKE_OUT), take_out)}
                    </li>
                }
            };
            list(rows.iter().map(line).collect(), desk.say(key::desk_paper::NOTHING_KEYED))
        };
        let missing = move || {
            if self.clerks_code().is_none() {
                return Some(desk.say(key::desk_paper::TYPE_THE_CODE));
            }
            self.rows.with(Vec::is_empty).then(|| desk.say(key::desk_paper::NOTHING_KEYED))
        };
        let send = move || {
            let Some(code) = self.clerks_code() else { return };
            let items = self.items.get_value();
            let steps = self.rows.with_untracked(|rows| {
                rows.iter().map(|row| said(&code, self.agenda, &items, row)).collect()
            });
            form.sign_all(steps, done, move || {
                self.rows.set(Vec::new());
                desk.done(Page::Paper(self.agenda), desk.say(key::desk_paper::SENT).to_owned());
            });
        };
        let body = view! {
            <div>{rows}</div>
            {signing(desk, desk.say(key::desk_paper::SIGN_AND_SEND), missing, send)}
            {form.note()}
        };
        card(desk.say(key::desk_paper::NOT_SENT), desk.say(key::desk_paper::KEPT_ON_THIS_DEVICE), body)
    }
}

/// What is signed of a sheet.
fn said(code: &LetterCode, agenda: AgendaId, items: &[Item], row: &Row) -> (Body, Vec<Blob>) {
    let opening = BallotOpening { choice: row.marks.clone() };
    let blob = Blob::paper(&agenda, &row.party, code.sheet_salt(&agenda, row.sheet), &opening);
    let paper = Paper {
        agenda,
        assisted: row.assisted,
        blob: blob.id(),
        by: row.by,
        invalid: row.invalid,
        party: row.party,
        scan: row.scan,
        sheet: row.sheet,
        spoilt: yishi_protocol::admit::spoilt_items(items, &row.marks),
        taken_ms: row.taken_ms,
    };
    (paper.into(), vec![blob])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_read_the_same_sign_the_same_marks() {
        let agenda = AgendaId::from_bytes([1; 32]);
        let row = Row {
            sheet: 7,
            party: yishi_protocol::id::PartyId::from_bytes([2; 16]),
            place: "1栋101".to_owned(),
            assisted: None,
            by: None,
            invalid: None,
            marks: vec![vec![0]],
            scan: None,
            taken_ms: 5,
        };
        let code = LetterCode::from_random([3; 20]);
        let (one, other) = (said(&code, agenda, &[], &row), said(&code, agenda, &[], &row));
        assert_eq!(one.0, other.0);
        let foreign = said(&LetterCode::from_random([4; 20]), agenda, &[], &row);
        assert_ne!(one.0, foreign.0, "who has another code reads something else");
    }
}
