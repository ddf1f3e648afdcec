//! 办结: ending a matter, with the score that its marks give.

use leptos::prelude::*;
use yishi_protocol::body::{CloseMatter, Ending, Score};
use yishi_protocol::state::Step;

use crate::desk::acts::Form;
use crate::desk::field::blank;
use crate::desk::forms::{area, card, hint, shown, signing, small};
use crate::desk::{Desk, Page};
use crate::kit::parts::fact;
use crate::proofs::act::statement;
use crate::proofs::matters::Matter;

pub(crate) fn form(desk: Desk, matter: &Matter) -> AnyView {
    let id = matter.id;
    let ending = if matter.view.step == Step::Decide { Ending::NotPassed } else { Ending::Done };
    // The server counts the marks; the rule book compares when the score comes back.
    let score = desk.reading(async move |session| session.score_draft(&id).await);
    let form = Form::new(desk, format_args!("close/{id}"));
    let words = form.field("words", "");
    let drawn = move |score: Score| {
        let missing = move || {
            if ending == Ending::Done && !score.is_content() {
                return Some(desk.say("满意的不到六成，要再派单", "Fewer than three in five are content"));
            }
            blank(words).then(|| desk.say("还要写办结的话", "The words are missing"))
        };
        let signed = move || {
            let said = statement(&words.get_untracked()).map(|text| {
                let body = CloseMatter { ending, matter: id, score, text: text.id() };
                (body.into(), vec![text])
            });
            form.sign(said, move |_| {
                desk.done(Page::Matter(id), desk.say("已办结", "Closed").to_owned());
            });
        };
        let facts = match ending {
            Ending::NotPassed => hint(
                "",
                desk.say("表决没有通过，这件事到这里结束。", "The vote did not pass; the matter ends here."),
            ),
            Ending::Done => view! {
                <dl class="ys-kv">
                    {fact(desk.say("评价", "Marks"), desk.either(format!("{} 人", score.ratings), score.ratings.to_string()))}
                    {fact(desk.say("满意（4 分以上）", "Content"), desk.either(
                        format!("{} / {} 人", score.content, score.ratings),
                        format!("{} / {}", score.content, score.ratings),
                    ))}
                </dl>
                {small(desk.say(
                    "做完满 7 天，满意的到六成（没有人评也可以），才能办结。",
                    "It can end 7 days after the work was done, if three in five of those who marked it are content.",
                ))}
            }
            .into_any(),
        };
        view! {
            {facts}
            <div class="ys-gap-3">{area(
                "last",
                desk.say("办结的话", "A last word"),
                desk.say("做了什么、花了多少、谢谢谁", "what was done, what it cost"),
                words,
            )}</div>
            {signing(desk, desk.say("签名办结", "Sign and close"), missing, signed)}
            {form.note()}
        }
        .into_any()
    };
    card(desk.say("办结", "Close"), "", shown(desk, score, drawn))
}
