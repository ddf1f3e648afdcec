//! What of a State goes a course.

use yishi_protocol::course::Subject;
use yishi_protocol::id::EntryId;
use yishi_protocol::state::{Agenda, Matter, State};

/// What of a State goes a course by that name: a matter, a vote by its notice, work, a question, or an entry to be confirmed.
pub fn subject<'a>(state: &'a State, id: &'a EntryId) -> Option<Subject<'a>> {
    let codes = || state.codes(id).map(|codes| Subject::Letters(id, codes));
    let words = || {
        let said = |matter: &'a Matter| matter.moderated.get(id).map(|one| Subject::Words(matter, one));
        state.matters().find_map(|(_, matter)| said(matter))
    };
    let review = || {
        let asked = |matter: &'a Matter| Some(Subject::Review(matter, matter.reviews.get(id)?));
        state.matters().find_map(|(_, matter)| asked(matter))
    };
    let dispute = || {
        let of_vote = |agenda: &'a Agenda| Some(Subject::Dispute(agenda, agenda.disputes.get(id)?));
        state.agendas().find_map(|(_, agenda)| of_vote(agenda))
    };
    let paper = || state.agendas().find_map(|of| super::papers::subject(of, id));
    let device = || state.device_of(id).and_then(|device| state.key(device)).map(Subject::Device);
    (state.matter(id).map(Subject::Matter))
        .or_else(|| state.notice(id).map(Subject::Vote))
        .or_else(|| state.task(id).map(Subject::Task))
        .or_else(|| state.questions().find(|(of, _)| *of == id).map(|(_, of)| Subject::Question(of)))
        .or_else(words)
        .or_else(dispute)
        .or_else(review)
        .or_else(paper)
        .or_else(|| state.proposal(id).map(Subject::Proposal))
        .or_else(codes)
        .or_else(device)
}

/// All that goes a course in a State.
pub fn subjects(state: &State) -> Vec<Subject<'_>> {
    let matters = state.matters().map(|(_, matter)| Subject::Matter(matter));
    let votes = state.notices().map(|(_, record)| Subject::Vote(record));
    let tasks = state.tasks().map(|(_, task)| Subject::Task(task));
    let questions = state.questions().map(|(_, question)| Subject::Question(question));
    let words = state
        .matters()
        .flat_map(|(_, matter)| matter.moderated.values().map(move |one| Subject::Words(matter, one)));
    let disputes = state.agendas().flat_map(|(_, agenda)| {
        agenda.disputes.values().map(move |dispute| Subject::Dispute(agenda, dispute))
    });
    let reviews = state
        .matters()
        .flat_map(|(_, matter)| matter.reviews.values().map(move |one| Subject::Review(matter, one)));
    let papers = state.agendas().flat_map(|(_, agenda)| super::papers::subjects(agenda));
    let proposals = state.proposals().map(|(_, proposal)| Subject::Proposal(proposal));
    let letters = state.all_codes().map(|(id, codes)| Subject::Letters(id, codes));
    let devices = state.devices().filter_map(|(_, device)| state.key(device)).map(Subject::Device);
    matters
        .chain(votes)
        .chain(tasks)
        .chain(questions)
        .chain(words)
        .chain(disputes)
        .chain(reviews)
        .chain(papers)
        .chain(proposals)
        .chain(letters)
        .chain(devices)
        .collect()
}
