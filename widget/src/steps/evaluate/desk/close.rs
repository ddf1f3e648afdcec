//! 办结: ending a matter, with the score that its marks give.

use crate::draw::{View, view};
use crate::words::key;
use yishi_protocol::admit::LEAST_MARKS;
use yishi_protocol::body::{CloseMatter, Ending, Score};
use yishi_protocol::course::{Course, Deed};
use yishi_protocol::projection::Matter;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{area, card, hint, shown, signing, small};
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::proofs::act::statement;

pub(crate) fn form(desk: Desk, matter: &Matter) -> View {
    let id = matter.id;
    let ending = if Course::Matter.lets(matter.view.stage, Deed::EndNotPassed) {
        Ending::NotPassed
    } else {
        Ending::Done
    };
    // The server counts the marks; the rule book compares when the score comes back. Of few marks there is no score.
    let ratings = matter.view.ratings;
    let scored = usize::try_from(ratings).is_ok_and(|ratings| ratings >= LEAST_MARKS);
    let score = desk.reading(
        async move |session| {
            if scored { session.score_draft(&id).await } else { Ok(Score::default()) }
        },
    );
    let form = Form::new(desk, format_args!("close/{id}"));
    let words = form.field("words", "");
    let drawn = move |score: Score| {
        let missing = move || {
            if ending == Ending::Done && scored && !score.is_content() {
                return Some(desk.say(key::desk_close::FEWER_THAN_THREE_IN_FIVE));
            }
            blank(words).then(|| desk.say(key::desk_close::THE_WORDS_ARE_MISSING))
        };
        let signed = move || {
            let said = statement(&words.get_untracked()).map(|text| {
                let body = CloseMatter { ending, matter: id, score, text: text.id() };
                (body.into(), vec![text])
            });
            form.sign(said, move |_| {
                desk.done(Page::Matter(id), desk.say(key::desk_close::CLOSED).to_owned());
            });
        };
        let facts = match ending {
            Ending::NotPassed => hint("", desk.say(key::desk_close::THE_VOTE_DID_NOT_PASS)),
            Ending::Done => view! {
                <dl class="ys-kv">
                    {fact(desk.say(key::desk_close::MARKS), desk.fill(key::desk_count::people(&ratings)))}
                    {scored.then(|| fact(desk.say(key::desk_close::CONTENT), desk.fill(key::desk_close::mark(&score.content, &score.ratings))))}
                </dl>
                {(!scored).then(|| small(desk.say(key::desk_close::FEW_MARKS)))}
                {small(desk.say(
                    key::desk_close::IT_CAN_END_7_DAYS,
                ))}
            },
        };
        view! {
            {facts}
            <div class="ys-gap-3">{area(
                "last",
                desk.say(key::desk_close::A_LAST_WORD),
                desk.say(key::desk_close::WHAT_WAS_DONE_WHAT_IT),
                words,
            )}</div>
            {signing(desk, desk.say(key::desk_close::SIGN_AND_CLOSE), missing, signed)}
            {form.note()}
        }
    };
    card(desk.say(key::desk_common::CLOSE), "", shown(desk, score, drawn))
}
