//! Views of a server: an estate, and a vote.

use serde_json::json;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::Weight;
use yishi_protocol::few::{Sides, posted};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::log::LogEntry;
use yishi_protocol::projection::authority::MOST_ENTRIES;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::Stage;
use yishi_protocol::strict_json::write_text;
use yishi_protocol::view::{AgendaView, AuthorityView, EstateView, LateView, ResultView, Served};
use yishi_protocol::wire::{Base64Bytes, Proven};

use super::{OtherVector, Telling, TwoHomes};
use crate::people::{key, public};

/// The server of the two homes, which shows what it is asked to.
struct Server<'a> {
    homes: &'a TwoHomes,
    head: Checkpoint,
}

impl Server<'_> {
    fn proven(&self, index: u64) -> Proven {
        let story = &self.homes.story;
        let place = usize::try_from(index).unwrap_or_default();
        let leaf = Base64Bytes(story.leaves.get(place).cloned().unwrap_or_default());
        let proof = story.log.tree().inclusion_proof(index, self.head.size).unwrap_or_default();
        Proven { index, leaf, proof }
    }

    /// The entries of these names, in the order of an answer.
    fn entries(&self, ids: &[EntryId]) -> Vec<Proven> {
        let all = (0..self.head.size).map(|index| self.proven(index));
        let named = all.filter_map(|proven| Some((proven.id().ok()?, proven)));
        let mut named: Vec<_> = named.filter(|(id, _)| ids.contains(id)).collect();
        named.sort_by_key(|(id, _)| *id);
        named.into_iter().map(|(_, proven)| proven).collect()
    }

    fn answer<T>(&self, ids: &[EntryId], blobs: Vec<Blob>, stated: T) -> Served<T> {
        Served {
            blobs,
            checkpoint: self.head.sign(&key("log")),
            entries: self.entries(ids),
            erased: vec![],
            stated,
        }
    }
}

pub(super) fn tell(homes: &TwoHomes) -> Result<Vec<OtherVector>, Rejection> {
    let server = Server { homes, head: homes.head() };
    let mut telling = Telling::of("answer");
    estate(&server, &mut telling);
    vote(&server, &mut telling)?;
    authority(&server, &mut telling)?;
    Ok(telling.vectors)
}

/// How the host came to the office by which they noticed the vote.
fn authority(server: &Server<'_>, telling: &mut Telling) -> Result<(), Rejection> {
    let TwoHomes { story, notice, .. } = server.homes;
    let (mut by, mut grant) = (Vec::new(), *notice);
    for (index, leaf) in (0..).zip(&story.leaves) {
        let entry = LogEntry::from_leaf(index, leaf)?;
        let named = match entry.entry.body() {
            Body::Enrol(_) => entry.entry.author() == public("host"),
            Body::Codes(_) => true,
            Body::Grant(_) => {
                grant = entry.entry.id();
                true
            }
            _ => false,
        };
        by.extend(named.then(|| entry.entry.id()));
    }
    let given = || json!({ "view": "authority", "roots": [public("root").to_string()] });
    let mut tell = |note: &str, given, by: &[EntryId], shown: bool| {
        let all = [&[*notice], by].concat();
        let good = server.answer(&all, vec![], AuthorityView { act: *notice, by: by.to_vec() });
        telling.holds(note, given, write_text(&good), json!({ "shown": shown }));
    };
    tell("the host's, from a root on", given(), &by, true);
    let without: Vec<EntryId> = by.iter().filter(|id| **id != grant).copied().collect();
    tell("without the office", given(), &without, false);
    let other = json!({ "view": "authority", "roots": [public("li").to_string()] });
    tell("by another root", other, &by, false);
    let lacks = server.answer(&[*notice], vec![], AuthorityView { act: *notice, by: by.clone() });
    telling.refuse(Code::AnswerMismatch, "nothing shown of what is named", given(), write_text(&lacks));
    let many = server.answer(
        &[*notice, grant],
        vec![],
        AuthorityView { act: *notice, by: vec![grant; MOST_ENTRIES + 1] },
    );
    telling.refuse(Code::AnswerMismatch, "more named than one can rest on", given(), write_text(&many));
    Ok(())
}

fn estate(server: &Server<'_>, telling: &mut Telling) {
    let given = || json!({ "view": "estate" });
    let genesis = EntryId::from_bytes(*server.homes.story.estate().as_bytes());
    let stated = EstateView { help: vec![], settings: Bylaws::default() };
    let good = server.answer(&[genesis], vec![], stated);
    telling.holds("an estate", given(), write_text(&good), json!({ "name": "桂苑小区" }));
    let mut refuse = |code, note: &str, change: &dyn Fn(&mut Served<EstateView>)| {
        let mut bent = good.clone();
        change(&mut bent);
        telling.refuse(code, note, given(), write_text(&bent));
    };
    refuse(Code::GenesisMissing, "without its founding", &|answer| answer.entries.clear());
    refuse(Code::WrongEstate, "with another entry for its founding", &|answer| {
        answer.entries = vec![server.proven(1)];
    });
    refuse(Code::BadSignature, "a head by a root's key", &|answer| {
        answer.checkpoint = server.head.sign(&key("root"));
    });
    refuse(Code::CheckpointForm, "without a head", &|answer| answer.checkpoint.clear());
    refuse(Code::NotIncluded, "a head of another log", &|answer| {
        answer.checkpoint = Checkpoint { root: Hash::from_bytes([7; 32]), ..server.head }.sign(&key("log"));
    });
    refuse(Code::AnswerForm, "the founding twice", &|answer| answer.entries.push(server.proven(0)));
    let spaced = write_text(&good).replacen(':', ": ", 1);
    telling.refuse(Code::BodyNotCanonical, "with a space", given(), spaced);
    let less = write_text(&good).replacen("\"checkpoint\"", "\"checkpoints\"", 1);
    telling.refuse(Code::BodySchema, "a field of another name", given(), less);
}

fn vote(server: &Server<'_>, telling: &mut Telling) -> Result<(), Rejection> {
    let TwoHomes { story, notice, agenda, tally, .. } = server.homes;
    let given = |asked: &EntryId| json!({ "view": "result", "asked": asked.to_string() });
    let noticed = story.log.state().notice(notice).ok_or(Code::NoticeUnknown)?;
    let text = story.evidence.get(&noticed.body.text).cloned().ok_or(Code::BlobMissing)?;
    let late = LateView { ballots: 0, issuers: vec![], recorded: 0, proxies: 0, stopped: 0 };
    let counted = story.log.state().agenda(agenda).ok_or(Code::AgendaUnknown)?;
    let posted = counted
        .tally
        .as_ref()
        .map_or_else(Vec::new, |tally| posted(tally, &noticed.body.items, counted.heads));
    let begun = AgendaView {
        notice: *notice,
        open: Some(*agenda),
        extended: None,
        withdrawn: None,
        stage: Some(Stage::Tallied),
        turnout_heads: 0,
        has_result: true,
    };
    let stated = ResultView {
        reviews: vec![],
        agenda: begun,
        annulled: vec![],
        called: None,
        late,
        papers: None,
        margins: vec![],
        posted,
        sides: vec![],
        weak: vec![],
        disputes: vec![],
        finality: None,
        confirmed: None,
        tally: Some(*tally),
    };
    let good = server.answer(&[*notice, *agenda, *tally], vec![text], stated.clone());
    let gives = json!({ "title": "加装电梯", "outcomes": ["Passed"] });
    telling.holds("a vote, asked for by its agenda", given(agenda), write_text(&good), gives.clone());
    telling.holds("and by its notice", given(notice), write_text(&good), gives);
    let other = given(&EntryId::from_bytes([7; 32]));
    telling.refuse(Code::AnswerMismatch, "another vote was asked for", other, write_text(&good));
    let mut refuse = |code, note: &str, change: &dyn Fn(&mut Served<ResultView>)| {
        let mut bent = good.clone();
        change(&mut bent);
        telling.refuse(code, note, given(agenda), write_text(&bent));
    };
    refuse(Code::AnswerForm, "its entries in another order", &|answer| answer.entries.reverse());
    refuse(Code::AnswerMismatch, "sides that its totals do not leave over", &|answer| {
        let side = Weight { area_c: 1, heads: 1 };
        answer.stated.sides = vec![Some(Sides { abstain: side, against: side })];
    });
    refuse(Code::AnswerForm, "its text twice", &|answer| answer.blobs.extend(answer.blobs.clone()));
    refuse(Code::BlobMissing, "without its text", &|answer| answer.blobs.clear());
    refuse(Code::AnswerMismatch, "an opening that is not shown", &|answer| {
        answer.entries = server.entries(&[*notice, *tally]);
    });
    refuse(Code::AnswerMismatch, "the opening called the totals", &|answer| {
        answer.stated.tally = Some(*agenda);
    });
    refuse(Code::AnswerMismatch, "a vote taken back, by a word alone", &|answer| {
        answer.stated.agenda.stage = Some(Stage::Withdrawn);
    });
    refuse(Code::AnswerMismatch, "the totals called what takes it back", &|answer| {
        (answer.stated.agenda.stage, answer.stated.agenda.withdrawn) = (Some(Stage::Withdrawn), Some(*tally));
    });
    refuse(Code::AnswerMismatch, "the totals called a dispute", &|answer| {
        answer.stated.disputes = vec![(*tally, None)];
    });
    refuse(Code::AnswerMismatch, "the totals called its end", &|answer| {
        answer.stated.finality = Some(*tally);
    });
    refuse(Code::AnswerMismatch, "a second person behind no end", &|answer| {
        answer.stated.confirmed = Some(*tally);
    });
    refuse(Code::AnswerMismatch, "the totals called what puts its end off", &|answer| {
        answer.stated.agenda.extended = Some(*tally);
    });
    refuse(Code::AnswerMismatch, "the totals of no opening", &|answer| answer.stated.agenda.open = None);
    Ok(())
}
