//! How the ballots of a vote came, and what became of sheets of paper: in a sentence each.

use yishi_protocol::count::PapersView;

use crate::shell::app::App;
use crate::words::key;

/// How the ballots came, and what became of sheets of paper; nothing where none came so.
pub(crate) fn told(app: App, papers: &PapersView) -> Option<String> {
    let told = [
        match (papers.online, papers.paper, papers.assisted) {
            (Some(online), Some(paper), Some(assisted)) if paper > 0 || assisted > 0 => {
                Some(key::papers::by_channel(&assisted, &online, &paper))
            }
            _ => None,
        },
        (papers.over_online > 0).then(|| key::papers::over_online(&papers.over_online)),
        (papers.denied > 0).then(|| key::papers::sheets_denied(&papers.denied)),
        (papers.invalid > 0).then(|| key::papers::homes_with_invalid(&papers.invalid)),
        papers.boxed.map(|boxed| key::papers::box_held(&boxed)),
        (papers.unread > 0).then(|| key::papers::sheets_not_read(&papers.unread)),
        (papers.unboxed > 0).then(|| key::papers::sheets_not_in_box(&papers.unboxed)),
    ];
    let told: Vec<String> = told.into_iter().flatten().map(|filled| app.fill(filled)).collect();
    (!told.is_empty()).then(|| told.join(app.say(key::language::SENTENCES)))
}
