//! Below a result: until when it can be disputed and how, what was disputed and how that was ruled, and whether it is final.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::{Dispute, DisputeGround};
use yishi_protocol::id::{AgendaId, PartyId};
use yishi_protocol::projection::{AtHand, Disputed, Stated, Vote};
use yishi_protocol::state::Stage;
use yishi_words::Word;

use crate::kit::forms::{chip, problem, signer, text_box};
use crate::kit::gone;
use crate::kit::parts::{button, live, para, section};
use crate::kit::tell::pick;
use crate::proofs::act::salt;
use crate::shell::app::App;
use crate::shell::screen::Goal;

/// How long a dispute may be, in signs.
const MOST_SIGNS: usize = 500;

/// What a ground is called.
fn ground_word(ground: DisputeGround) -> Word {
    match ground {
        DisputeGround::Ballots => key::objections::BALLOTS,
        DisputeGround::Count => key::objections::COUNT,
        DisputeGround::Roll => key::objections::ROLL,
        DisputeGround::Notice => key::objections::NOTICE,
    }
}

/// What a dispute is called; none where a home denied its ballot when it was called.
pub(crate) fn ground_of(body: Option<&Dispute>) -> Word {
    body.map_or(key::objections::DENIED, |body| ground_word(body.ground))
}

/// What stands below a result, by where the vote stands.
fn standing(stage: Option<Stage>) -> Word {
    match stage {
        Some(Stage::Final) => key::result::FINAL,
        Some(Stage::ToEnd) => key::objections::DAYS_ARE_OVER,
        _ => key::objections::SHOWN,
    }
}

/// Why somebody disputes a result, and how it was ruled.
pub(crate) fn dispute_words(app: App, one: &Disputed) -> View {
    let said = |why: &AtHand<Words>| gone::say(app, why, |why| pick(app, why));
    let why = one.why.as_ref().map(said);
    let ruling = one.ruling.as_ref().map(|ruling| {
        let word = if ruling.upheld { key::objections::UPHELD } else { key::objections::DISMISSED };
        let why = said(&ruling.why);
        let day = app.lang.get_untracked().day(ruling.at_ms);
        view! { {para("ys-b ys-gap-2", app.fill(key::objections::ruled(&day, &app.say(word))))} {para("ys-s", why)} }
    });
    let open = one.ruling.is_none().then(|| para("ys-s ys-2 ys-gap-2", app.say(key::objections::NOT_RULED)));
    view! { {why.map(|why| para("", why))} {ruling} {open} }
}

/// What is said of an end that nobody stood behind, or that a dispute holds.
fn reserved(stated: &Stated) -> Vec<Word> {
    let Some(end) = &stated.finality else { return Vec::new() };
    let held = end.body.items.iter().any(|item| !item.stands);
    let told = [(!end.confirmed, key::objections::NOT_CONFIRMED), (held, key::objections::HELD)];
    told.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect()
}

/// As it is printed with the notice of the result.
pub(crate) fn printed(app: App, vote: &Vote, stated: &Stated) -> View {
    let until = stated.objections_end_ms().map(|end_ms| app.lang.get_untracked().deadline(end_ms));
    let until = app.fill(key::objections::until(&until.unwrap_or_default()));
    let runs = vote.stage == Some(Stage::Tallied);
    let reserved = reserved(stated).into_iter().map(|word| para("ys-s", app.say(word)));
    let disputes = stated.disputes.iter().map(|one| {
        let ground = app.say(ground_of(one.body.as_ref()));
        view! { <div class="ys-gap-2">{para("ys-b", ground)}{dispute_words(app, one)}</div> }
    });
    view! {
        <section class="ys-gap-4">
            <h3 class="ys-b">{app.say(standing(vote.stage))}</h3>
            {runs.then(|| para("ys-s", until))}
            {reserved.draw_all()}
            {disputes.draw_all()}
        </section>
    }
}

/// All of it.
pub(crate) fn below(app: App, vote: &Vote, stated: &Stated) -> View {
    let until = stated.objections_end_ms().map(|end_ms| app.lang.get_untracked().deadline(end_ms));
    let words = app.fill(key::objections::until(&until.unwrap_or_default()));
    let runs = vote.stage == Some(Stage::Tallied);
    let disputes = stated.disputes.iter().map(|one| {
        let ground = app.say(ground_of(one.body.as_ref()));
        view! { <div class="ys-card">{para("ys-b", ground)}{dispute_words(app, one)}</div> }
    });
    let reserved = reserved(stated).into_iter().map(|word| para("ys-s", app.say(word)));
    view! {
        {section(app.say(standing(vote.stage)), String::new(), "")}
        {on_paper(app, vote)}
        {reserved.draw_all()}
        {runs.then(|| view! { <div class="ys-card">{para("", words)}{form(app, vote)}</div> })}
        {disputes.draw_all()}
    }
}

/// The way to the paper ballots of my homes, where one of this vote was keyed.
fn on_paper(app: App, vote: &Vote) -> Option<View> {
    let keyed = app.me.with_untracked(|me| {
        let mut ballots = me.iter().flat_map(|me| &me.ballots);
        ballots.any(|ballot| ballot.sheet.is_some() && Some(ballot.agenda) == vote.agenda)
    });
    keyed.then(|| {
        let words = app.say(key::objections::A_SHEET_WAS_KEYED);
        button("weui-btn weui-btn_default ys-gap-2", "", words, move || app.visit(Goal::Papers))
    })
}

/// The form, for owners who have a say in the vote.
fn form(app: App, vote: &Vote) -> View {
    let Some(agenda) = vote.agenda.filter(|_| app.may_sign()) else { return View::Nothing };
    let party = app.me.with_untracked(|me| {
        let me = me.as_ref()?;
        me.view.rights.iter().find(|right| right.agenda == agenda).map(|right| right.party)
    });
    let Some(party) = party else { return View::Nothing };
    let (open, id) = (Live::new(false), vote.id);
    let items: Vec<String> = vote.text.items.iter().map(|item| pick(app, &item.title)).collect();
    live(move || {
        Some(if open.get() {
            asking(app, (agenda, party), items.clone(), id)
        } else {
            button(
                "weui-btn weui-btn_default ys-gap-3",
                "",
                app.say(key::objections::DISPUTE_IT),
                move || {
                    app.wrong.set(None);
                    open.set(true);
                },
            )
        })
    })
}

fn asking(app: App, (agenda, party): (AgendaId, PartyId), items: Vec<String>, id: AgendaId) -> View {
    let (item, ground) = (Live::new(1_u32), Live::new(DisputeGround::Count));
    let kept = app.kept(format_args!("dispute/{agenda}"));
    let words = kept.field("words", "");
    let grounds = [DisputeGround::Count, DisputeGround::Roll, DisputeGround::Notice];
    let grounds = grounds.into_iter().map(|one| {
        chip(app.say(ground_word(one)).to_owned(), move || ground.get() == one, move || ground.set(one))
    });
    let many = items.len() > 1;
    let offered = items
        .into_iter()
        .zip(1_u32..)
        .map(|(title, number)| chip(title, move || item.get() == number, move || item.set(number)));
    let ready = move || {
        if words.get().trim().is_empty() {
            Err(app.say(key::objections::SAY_WHY))
        } else {
            Ok(app.say(key::objections::SIGN))
        }
    };
    let press = move || {
        let said = Words::zh(words.get_untracked().trim());
        let text = match salt() {
            Ok(salt) => Blob::record(BlobKind::Dispute, salt, &said),
            Err(trouble) => return app.wrong.set(Some(trouble)),
        };
        let body = Dispute {
            agenda,
            ballots: Vec::new(),
            ground: ground.get_untracked(),
            item: item.get_untracked(),
            party,
            text: text.id(),
        };
        app.act_from(kept.clone(), body, vec![text], (app.say(key::objections::DONE), Goal::Vote(id)));
    };
    view! {
        {many.then(|| view! { <div class="ys-chips ys-gap-2">{offered.draw_all()}</div> })}
        <div class="ys-chips ys-gap-2">{grounds.draw_all()}</div>
        {text_box("dispute", (app.say(key::objections::WHY), app.say(key::objections::EVERYBODY_READS_IT)), words, MOST_SIGNS)}
        {problem(app)}
        {signer(app, ready, press)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_says_whether_it_can_still_be_disputed() {
        assert_eq!(standing(Some(Stage::Tallied)), key::objections::SHOWN);
        assert_eq!(standing(Some(Stage::ToEnd)), key::objections::DAYS_ARE_OVER);
        assert_eq!(standing(Some(Stage::Final)), key::result::FINAL);
    }
}
