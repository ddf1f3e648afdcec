//! What holds for any log.

use std::sync::LazyLock;

use proptest::prelude::*;
use yishi_protocol::admit::Admitted;
use yishi_protocol::apply::apply;
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::{self, Class, Close, Item};
use yishi_protocol::count::{Count, Counted, count};
use yishi_protocol::course::Moment;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::state::State;
use yishi_protocol::strict_json;
use yishi_tests::courses::subjects;
use yishi_tests::people::party;
use yishi_tests::stairwell::{
    Opened, PEOPLE, ROLL, ballot, codes, election, enrol, hour, opened, resolution, vote,
};
use yishi_tests::telling::tell;
use yishi_tests::vectors::Step;

/// The entries of the told log.
static ENTRIES: LazyLock<Vec<LogEntry>> = LazyLock::new(|| {
    let accepted = tell().unwrap().steps.into_iter().filter_map(|step| match step {
        Step::Accepted { leaf, .. } => Some(base16ct::lower::decode_vec(leaf).unwrap()),
        Step::Refused { .. } => None,
    });
    accepted.zip(0..).map(|(leaf, index)| LogEntry::from_leaf(index, &leaf).unwrap()).collect()
});

static OPENED: LazyLock<Opened> = LazyLock::new(|| opened(items()).unwrap());

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Special), election(2)]
}

fn fold(mut state: State, entries: &[LogEntry]) -> State {
    for entry in entries {
        apply(&mut state, entry).unwrap();
    }
    state
}

proptest! {
    #[test]
    fn folding_a_prefix_and_then_the_rest_is_folding_all(split in any::<prop::sample::Index>()) {
        let split = split.index(ENTRIES.len() + 1);
        let prefix = fold(State::default(), &ENTRIES[..split]);
        let kept: State = strict_json::read(&strict_json::write(&prefix)).unwrap();
        let all = fold(State::default(), &ENTRIES);
        prop_assert_eq!(fold(kept, &ENTRIES[split..]).state_hash(), all.state_hash());
    }

    #[test]
    fn a_leaf_out_of_its_place_changes_nothing(split in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let split = split.index(ENTRIES.len());
        let mut state = fold(State::default(), &ENTRIES[..split]);
        let before = state.state_hash();
        let mut entry = ENTRIES[other.index(ENTRIES.len())].clone();
        entry.index = state.size();
        entry.received_ms = entry.received_ms.max(state.last_received_ms());
        if apply(&mut state, &entry).is_err() {
            prop_assert_eq!(state.state_hash(), before);
        } else {
            prop_assert_ne!(state.state_hash(), before);
            prop_assert_eq!(state.size(), entry.index + 1);
        }
    }
}

/// Who might confirm something.
const CONFIRMERS: &[&str] = &["root", "second root", "host", "wang"];

/// Something somebody might do while a vote is open.
#[derive(Clone, Debug)]
enum Act {
    Vote { voter: usize, home: usize, choice: Vec<Vec<u32>>, fresh: bool },
    NewLetter { name: usize, letter: u32 },
    Enrol { name: usize, letter: u32 },
    Confirm { by: usize, waiting: usize },
    Close,
    Tally,
    Wait(u64),
}

fn any_act() -> impl Strategy<Value = Act> {
    let mark = prop::collection::vec(0_u32..4, 0..3);
    prop_oneof![
        12 => (0..PEOPLE.len(), 0..ROLL.len(), prop::collection::vec(mark, 1..3), any::<bool>())
            .prop_map(|(voter, home, choice, fresh)| Act::Vote { voter, home, choice, fresh }),
        8 => (0..ROLL.len(), 0_u32..3, prop::collection::vec(0_u32..2, 0..1))
            .prop_map(|(home, mark, marks)| Act::Vote {
                // The voter of that home, whoever it is; the marks are sound.
                voter: PEOPLE.iter().position(|name| *name == ROLL[home].1[0]).unwrap(),
                home,
                choice: vec![vec![mark], marks],
                fresh: true,
            }),
        1 => (0..PEOPLE.len(), 1_u32..4).prop_map(|(name, letter)| Act::NewLetter { name, letter }),
        1 => (0..PEOPLE.len(), 1_u32..4).prop_map(|(name, letter)| Act::Enrol { name, letter }),
        2 => (0..CONFIRMERS.len(), 0_usize..8).prop_map(|(by, waiting)| Act::Confirm { by, waiting }),
        1 => Just(Act::Close),
        1 => Just(Act::Tally),
        2 => (0_u64..200).prop_map(Act::Wait),
    ]
}

/// Tries it; the entry if it was one and was accepted, `None` if it was no entry.
fn act(opened: &mut Opened, act: &Act) -> Result<Option<LogEntry>, Rejection> {
    let agenda = opened.agenda;
    let story = &mut opened.story;
    let entry = match act {
        Act::Vote { voter, home, choice, fresh } => {
            let choice: Vec<&[u32]> = choice.iter().map(Vec::as_slice).collect();
            if *fresh {
                let submission = vote(story, PEOPLE[*voter], ROLL[*home].0, agenda, &choice);
                story.send(&submission)?
            } else {
                let (body, blob) = ballot(agenda, party(ROLL[*home].0), &choice, None);
                story.say(PEOPLE[*voter], body, vec![blob])?
            }
        }
        Act::NewLetter { name, letter } => {
            story.say("host", codes(&[PEOPLE[*name]], *letter, hour(12, 31, 0)), vec![])?
        }
        Act::Enrol { name, letter } => {
            let device = format!("{}'s phone {letter}", PEOPLE[*name]);
            let body = enrol(&story.estate(), PEOPLE[*name], &device, *letter);
            story.say(&device, body, vec![])?
        }
        Act::Confirm { by, waiting } => {
            let waiting = story.log.state().waiting_at(story.now_ms).into_iter().nth(*waiting);
            let entry = waiting.map_or(EntryId::ZERO, |waiting| waiting.entry);
            story.say(CONFIRMERS[*by], body::Confirm { entry }, vec![])?
        }
        Act::Close => story.say("host", Close { agenda }, vec![])?,
        Act::Tally => {
            let tally = counted(opened).tally(&items());
            opened.story.say("host", tally, vec![])?
        }
        Act::Wait(hours) => {
            story.now_ms += hours * 3_600_000;
            return Ok(None);
        }
    };
    Ok(Some(entry))
}

/// Some of the blobs; none for 255.
fn thinned(evidence: &Evidence, missing: u8) -> Evidence {
    let stays = |blob: &Blob| missing != 255 && blob.id().as_bytes()[0] >= missing;
    evidence.clone().into_iter().filter(stays).collect()
}

fn counted(opened: &Opened) -> Count {
    match count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap() {
        Counted::Full(count) => *count,
        Counted::Erased(missing) => panic!("{missing:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever people try, a refusal leaves everything as it was, the counts fit together, and an auditor who takes
    /// the same entries arrives at the same state.
    #[test]
    fn a_vote_stays_sound_whatever_people_try(
        acts in prop::collection::vec(any_act(), 0..60),
        missing in any::<u8>(),
    ) {
        let mut opened = OPENED.clone();
        let mut auditor: Log = opened.story.log.clone();
        let mark = |log: &Log| (log.state().state_hash(), log.tree().root());
        for tried in &acts {
            let before = mark(&opened.story.log);
            match act(&mut opened, tried) {
                Ok(Some(entry)) => {
                    let leaf = LogEntry::from_leaf(auditor.state().size(), &entry.leaf()).unwrap();
                    // Whatever is missing, nothing that is true is called false.
                    let thinned = thinned(&opened.story.evidence, missing);
                    prop_assert!(auditor.clone().replay(&leaf, &thinned).is_ok(), "{:?}", tried);
                    prop_assert_eq!(auditor.replay(&leaf, &opened.story.evidence), Ok(Admitted::Recomputed));
                }
                Ok(None) => {}
                Err(_) => prop_assert_eq!(mark(&opened.story.log), before, "{:?}", tried),
            }
            prop_assert_eq!(mark(&auditor), mark(&opened.story.log));
        }
        let received_ms = opened.story.now_ms.max(hour(4, 4, 0));
        let mut closed = opened.story.clone();
        closed.now_ms = received_ms;
        drop(closed.say("host", Close { agenda: opened.agenda }, vec![]));
        if closed.log.state().agenda(&opened.agenda).unwrap().tally.is_none() {
            let tally = closed.sign("host", counted(&opened).tally(&items()), vec![]);
            let entry = yishi_protocol::verify(&tally.envelope).unwrap();
            let leaf = LogEntry { index: closed.log.state().size(), received_ms, entry };
            for missing in [missing, 255] {
                let thinned = thinned(&closed.evidence, missing);
                let found = closed.log.clone().replay(&leaf, &thinned);
                prop_assert!(found.is_ok(), "{:?}", found);
            }
        }
        // Whatever came of it, what goes on waits for somebody.
        let (state, now_ms) = (opened.story.log.state(), opened.story.now_ms);
        let moment = Moment::new(state, now_ms);
        for subject in subjects(state) {
            let ended = subject.course().is_end(subject.stage(state, now_ms));
            prop_assert_eq!(moment.next(&subject).is_none(), ended, "{:?}", subject);
        }
        let agenda = opened.story.log.state().agenda(&opened.agenda).unwrap();
        let counted = counted(&opened);
        for item in &counted.tally(&items()).items {
            prop_assert!(item.participating.heads <= counted.total.heads);
            prop_assert!(item.participating.area_c <= counted.total.area_c);
            prop_assert_eq!(item.participating.heads, u64::try_from(agenda.book.standing_parties()).unwrap());
        }
    }
}
