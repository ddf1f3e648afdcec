//! Which co-owner of a party votes, as the file marks it.

use std::collections::BTreeMap;

use super::grouping::Grouped;
use super::problem::{Remark, RemarkCode};
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::named;

/// A mark of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked {
    /// The party, as an index into the roll's.
    pub(super) party: usize,
    /// The owner, as an index into the roll's people.
    pub(super) person: usize,
    pub(super) line: u64,
}

/// Gives each party of several owners the one who is marked, and asks where different ones are. Until that is answered
/// the party has none, which changes neither heads nor area.
pub(super) fn name(
    grouped: &mut Grouped,
    marks: Vec<Marked>,
    remarks: &mut Vec<Remark>,
    asker: &mut Asker<'_>,
) {
    let mut by_party = BTreeMap::<usize, Vec<Marked>>::new();
    for mark in marks {
        by_party.entry(mark.party).or_default().push(mark);
    }
    for (party, mut marks) in by_party {
        marks.sort_by_key(|mark| mark.line);
        let Grouped { parties, people, .. } = &mut *grouped;
        let Some(party) = parties.get_mut(party) else { continue };
        if party.owners.len() == 1 {
            let alone = |mark: &Marked| {
                let detail = sheets_roll::REPRESENTATIVE_ALONE;
                Remark::new(mark.line, RemarkCode::RepresentativeAlone, detail)
            };
            remarks.extend(marks.iter().map(alone));
            continue;
        }
        let (Some(first), Some(last)) = (marks.first(), marks.last()) else { continue };
        let (first, last) = (first.person, last.person);
        if marks.iter().all(|mark| mark.person == first) {
            party.representative = Some(first);
            continue;
        }
        let lines: Vec<u64> = marks.iter().map(|mark| mark.line).collect();
        let numbers = marks.iter().filter_map(|mark| people.get(mark.person));
        let content: Vec<&str> = numbers.map(|person| person.owner_no.as_str()).collect();
        let sentence = sheets_roll::representative_twice(&named(&lines));
        let choices = [Choice::First, Choice::Last, Choice::Nobody];
        party.representative =
            match asker.ask(QuestionCode::RepresentativeTwice, lines, &content, sentence, &choices) {
                Some(Choice::First) => Some(first),
                Some(Choice::Last) => Some(last),
                _ => None,
            };
    }
}
