//! What others owe, for whoever holds an office: a supervisor, who has little to do here, sees at least that, and what of it is late.

use yishi_protocol::id::MatterId;
use yishi_protocol::view::MatterSummary;

use crate::desk::load::Data;
use crate::kit::next::is_overdue;

/// How many matters that wait for others are shown: the whole list has its own page.
const SHOWN: usize = 12;

/// The matters that wait for somebody else: what is late first, then by date, what has none last.
pub(crate) fn of_others(data: &Data, now_ms: u64) -> Vec<&MatterSummary> {
    let mine = |matter: &MatterId| {
        let queued = data.queue.iter().any(|todo| todo.about == *matter);
        queued || data.work.iter().any(|work| work.matter == *matter)
    };
    let waits = data.matters.iter().filter(|matter| matter.next.is_some() && !mine(&matter.matter));
    let mut waits: Vec<&MatterSummary> = waits.collect();
    waits.sort_by_key(|matter| {
        let due_ms = matter.next.as_ref().and_then(|next| next.due_ms).unwrap_or(u64::MAX);
        (!is_overdue(matter.next.as_ref(), now_ms), due_ms)
    });
    waits.truncate(SHOWN);
    waits
}

#[cfg(test)]
mod tests {
    use super::{Data, SHOWN, of_others};
    use yishi_protocol::body::Tier;
    use yishi_protocol::course::{CourseStage, Next, NextAct, Todo, Who};
    use yishi_protocol::id::EntryId;
    use yishi_protocol::state::{Standing, Step};
    use yishi_protocol::view::MatterSummary;

    fn matter(byte: u8, due_ms: Option<u64>) -> MatterSummary {
        MatterSummary {
            worker: None,
            matter: EntryId::from_bytes([byte; 32]),
            title: None,
            hidden: false,
            category: None,
            scope: 0,
            raised_ms: 0,
            step: Step::Propose,
            stage: CourseStage::Raised,
            standing: Standing::Open,
            next: Some(Next { act: NextAct::Answer, due_ms, orgs: vec![], person: None, who: Who::Office }),
            supports: 0,
            opinions: 0,
            over_fen: 0,
            cap_fen: None,
            paid_fen: 0,
            tier: Tier::Grid,
        }
    }

    #[test]
    fn what_others_owe_is_told_late_first_and_what_waits_for_me_is_not() {
        let ended = MatterSummary { next: None, standing: Standing::Done, ..matter(9, None) };
        let matters =
            vec![matter(1, None), matter(2, Some(500)), matter(3, Some(10)), matter(4, Some(5)), ended];
        let waits = |about| Todo { about, act: NextAct::Answer, count: 1, due_ms: None, who: Who::Office };
        let data = Data { queue: vec![waits(matters[3].matter)], matters, ..Data::default() };
        let told: Vec<u8> = of_others(&data, 100).iter().map(|one| one.matter.as_bytes()[0]).collect();
        assert_eq!(told, [3, 2, 1]);
        let many = Data { matters: (0..40).map(|byte| matter(byte, None)).collect(), ..Data::default() };
        assert_eq!(of_others(&many, 100).len(), SHOWN);
    }
}
