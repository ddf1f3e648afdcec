//! How notices of votes reached my homes: I say that I have read one, or that I never had what the desk says I signed for.

use leptos::task::spawn_local;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Delivery, DeliveryGrade, DeliveryRow};
use yishi_protocol::id::{AgendaId, NoticeId, PartyId};
use yishi_protocol::projection::{Delivered, OwnDelivery};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::draw::{DrawAll, View, view};
use crate::kit::forms::problem;
use crate::kit::parts::{button, card, live, para, section};
use crate::kit::tell::pick;
use crate::live::Live;
use crate::shell::app::App;
use crate::shell::screen::Goal;
use crate::words::key;

/// A vote that has not ended, in which a party of mine votes that has cast nothing: who votes was reached.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    agenda: AgendaId,
    notice: NoticeId,
    title: String,
    parties: Vec<PartyId>,
}

fn open_votes(app: App) -> Vec<Open> {
    let votes = app.votes.get_untracked();
    app.me.with_untracked(|me| {
        let Some(me) = me else { return Vec::new() };
        let of = |vote: &std::sync::Arc<yishi_protocol::projection::Vote>| {
            let agenda = vote.agenda?;
            let runs = matches!(vote.stage, Some(Stage::Opened | Stage::Voting));
            let cast = |party: &PartyId| {
                me.ballots.iter().any(|ballot| (ballot.agenda, ballot.party) == (agenda, *party))
            };
            let rights = me.view.rights.iter().filter(|right| right.agenda == agenda);
            let parties: Vec<PartyId> =
                rights.map(|right| right.party).filter(|party| !cast(party)).collect();
            let title = pick(app, &vote.text.title);
            (runs && !parties.is_empty()).then_some(Open { agenda, notice: vote.id, title, parties })
        };
        votes.iter().filter_map(of).collect()
    })
}

/// The section of what is mine; nothing where no vote waits for me.
pub(crate) fn delivered(app: App) -> View {
    let votes = open_votes(app);
    if votes.is_empty() {
        return View::Nothing;
    }
    let rows = votes.into_iter().map(|vote| one(app, vote));
    view! {
        {section(app.say(key::delivery::DELIVERED), String::new(), "")}
        {rows.draw_all()}
    }
}

fn one(app: App, vote: Open) -> View {
    let found = Live::new(None::<Delivered>);
    let notice = vote.notice;
    spawn_local(async move {
        let Some(mut session) = app.session.get_untracked() else { return };
        if let Ok(delivered) = session.delivered(&notice).await {
            found.set(Some(delivered));
        }
    });
    let title = vote.title.clone();
    let drawn = live(move || {
        let delivered = found.get()?;
        let homes = vote.parties.iter().map(|party| {
            let stands = delivered.own.iter().find(|own| own.party == *party);
            home(app, &vote, (*party, stands))
        });
        Some(homes.draw_all())
    });
    card(vec![para("ys-b", title), drawn, problem(app)])
}

/// What is told of a grade.
pub(crate) fn grade_word(grade: DeliveryGrade) -> Word {
    standing(Some(grade)).0
}

/// What stands for a home, in words, and what its owner may say to it.
fn standing(stands: Option<DeliveryGrade>) -> (Word, Option<DeliveryGrade>) {
    match stands {
        None | Some(DeliveryGrade::Unreachable | DeliveryGrade::Mistaken) => {
            (key::delivery::NOTHING, Some(DeliveryGrade::AppRead))
        }
        Some(DeliveryGrade::AppRead) => (key::delivery::READ, None),
        Some(DeliveryGrade::Denied) => (key::delivery::YOU_DENIED, Some(DeliveryGrade::AppRead)),
        Some(DeliveryGrade::SignedSlip) => (key::delivery::SIGNED, Some(DeliveryGrade::Denied)),
        Some(DeliveryGrade::Posted) => (key::delivery::POSTED, Some(DeliveryGrade::Denied)),
    }
}

fn home(app: App, vote: &Open, (party, stands): (PartyId, Option<&OwnDelivery>)) -> View {
    let (words, may) = standing(stands.map(|own| own.row.grade));
    let day = stands.map(|own| app.lang.get_untracked().day(own.row.at_ms.unwrap_or(own.at_ms)));
    let (agenda, notice) = (vote.agenda, vote.notice);
    let says = move |grade: DeliveryGrade| {
        let row = DeliveryRow { at_ms: None, evidence: None, grade, party, tries: Vec::new() };
        let body = Delivery { notice, rows: vec![row] };
        app.act(body, Vec::<Blob>::new(), app.say(key::delivery::SAID), Goal::Vote(agenda));
    };
    let read = || {
        button("weui-btn weui-btn_default ys-gap-2", "", app.say(key::delivery::I_HAVE_READ_IT), move || {
            says(DeliveryGrade::AppRead);
        })
    };
    let deny = || {
        button("weui-btn weui-btn_text ys-gap-2", "", app.say(key::delivery::I_NEVER_HAD_IT), move || {
            says(DeliveryGrade::Denied);
        })
    };
    view! {
        {para("ys-s ys-2", format!("{}{}", app.say(words), day.unwrap_or_default()))}
        {match may {
            Some(DeliveryGrade::Denied) => view! { {read()} {deny()} },
            Some(_) => read(),
            None => View::Nothing,
        }}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_reads_what_nobody_read_and_denies_what_the_desk_says() {
        assert_eq!(standing(None).1, Some(DeliveryGrade::AppRead));
        assert_eq!(standing(Some(DeliveryGrade::SignedSlip)).1, Some(DeliveryGrade::Denied));
        assert_eq!(standing(Some(DeliveryGrade::Denied)).1, Some(DeliveryGrade::AppRead));
        assert_eq!(standing(Some(DeliveryGrade::AppRead)).1, None);
    }
}
