//! A paper by which an owner lets somebody vote in one vote, beside those by which somebody votes for a home from now on.

use yishi_protocol::blob::{Blob, ProxyTerms, Words};
use yishi_protocol::body::{Body, Proxy};
use yishi_protocol::id::{Hash, NoticeId, PartyId, PersonId};
use yishi_protocol::projection::Vote;
use yishi_protocol::state::Stage;

use crate::desk::Desk;
use crate::draw::{DrawAll, View, view};
use crate::kit::forms::{chip, text_box};
use crate::kit::parts::live;
use crate::kit::tell::pick;
use crate::live::Live;
use crate::proofs::act::salt;
use crate::words::key;
use crate::words::trouble::Trouble;

/// As many signs as what the paper says may have.
const TOLD: usize = 500;

/// Whether a mandate can be given for a vote: it is announced or open.
fn is_to_come(vote: &Vote) -> bool {
    matches!(vote.stage, None | Some(Stage::Opened | Stage::Voting))
}

/// What the paper is for: every vote from now on, or one of those to come, and then what it says. Nothing where none is to come.
pub(crate) fn which(desk: Desk, chosen: Live<String>, says: Live<String>) -> View {
    let votes = desk.data.with_untracked(|data| {
        let to_come = data.votes.iter().filter(|current| is_to_come(&current.vote));
        let titled =
            to_come.map(|current| (current.notice.to_string(), pick(desk.app, &current.vote.text.title)));
        titled.collect::<Vec<_>>()
    });
    if votes.is_empty() {
        return View::Nothing;
    }
    let all = (String::new(), desk.say(key::desk_joint::FOR_EVERY_VOTE).to_owned());
    let one = |(notice, words): (String, String)| {
        let of = notice.clone();
        chip(words, move || chosen.with(|chosen| *chosen == of), move || chosen.set(notice.clone()))
    };
    let chips = std::iter::once(all).chain(votes).map(one).draw_all();
    let told = live(move || {
        let of_one = chosen.with(|chosen| !chosen.is_empty());
        let words =
            (desk.say(key::desk_joint::WHAT_THE_PAPER_SAYS), desk.say(key::desk_joint::AS_IT_IS_WRITTEN));
        of_one.then(|| text_box("terms", words, says, TOLD))
    });
    view! {
        <p class="ys-b ys-gap-4">{desk.say(key::desk_joint::FOR_WHICH_VOTE)}</p>
        <div class="ys-chips ys-gap-2">{chips}</div>
        {told}
    }
}

/// The mandate that a paper gives for a vote. What it says stands in its terms as words: how to vote is the proxy's to read there.
pub(crate) fn recorded(
    desk: Desk,
    (notice, says): (NoticeId, &str),
    (document, party, person): (Option<Hash>, PartyId, PersonId),
) -> Result<(Body, Vec<Blob>), Trouble> {
    let items = desk
        .data
        .with_untracked(|data| data.current(notice).map_or(0, |current| current.vote.notice.items.len()));
    let said = says.trim();
    let words = (!said.is_empty()).then(|| Words::zh(said));
    let terms = ProxyTerms { choice: vec![None; items], words };
    let blob = Blob::proxy_terms(&notice, &party, salt()?, &terms);
    let body =
        Proxy { document, notice, party, person: Some(person), terms: Some(blob.id()), until_ms: None };
    Ok((body.into(), vec![blob]))
}
