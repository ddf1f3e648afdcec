//! The settings of bylaws in words, for whoever votes on them, stands behind them, or publishes them.

use crate::words::key;
use yishi_protocol::bylaws::{Bylaws, Conformity, Joint, LegalMode};

use crate::shell::app::App;

/// A setting: what it is called, and its value in words.
pub(crate) type Setting = (&'static str, String);

/// What differs: what it is called, what it is, what it would be.
pub(crate) fn differences(app: App, before: &Bylaws, after: &Bylaws) -> Vec<(&'static str, String, String)> {
    let pairs = rows(app, before).into_iter().zip(rows(app, after));
    pairs.filter(|(old, new)| old.1 != new.1).map(|((name, old), (_, new))| (name, old, new)).collect()
}

/// All settings in the order in which they are told.
pub(crate) fn rows(app: App, settings: &Bylaws) -> [Setting; 14] {
    let say = |word| app.say(word).to_owned();
    let days = |days: u32| match days {
        1 => say(key::settings::N1_DAY),
        days => app.fill(key::settings::days(&days)),
    };
    let yes = |yes: bool| if yes { say(key::settings::YES) } else { say(key::settings::NO) };
    let conformity = match settings.conformity {
        Conformity::Off => say(key::settings::NOT_COUNTED),
        Conformity::Ordinary => say(key::settings::FOLLOW_THE_MAJORITY_ON_ORDINARY),
        Conformity::Every => say(key::settings::FOLLOW_THE_MAJORITY_ON_EVERY),
    };
    let joint = match settings.joint {
        Joint::AnyUnlessObjected => say(key::settings::ANY_OF_THEM_UNLESS_ANOTHER),
        Joint::Representative => say(key::settings::WHOM_THEY_ALL_NAME),
    };
    let mode = match settings.legal_mode {
        LegalMode::Advisory => say(key::settings::ASKS_FOR_OPINIONS_BINDS_NOBODY),
        LegalMode::BindingByBylaws => say(key::settings::ONLINE_BALLOTS_BIND_AS_WRITTEN),
        LegalMode::OfficialBridge => say(key::settings::THE_CITY_OWN_SYSTEM_DECIDES),
    };
    [
        (app.say(key::settings::WHAT_A_VOTE_BINDS), mode),
        (app.say(key::settings::WHO_VOTES_FOR_A_SHARED), joint),
        (app.say(key::settings::ISSUERS_OF_A_LETTER), settings.letter_issuers.to_string()),
        (app.say(key::settings::ROLLS_TAKE_A_SECOND_PERSON), yes(settings.roll_quorum > 0)),
        (app.say(key::settings::NOTICE_BEFORE_A_VOTE), days(settings.notice_clear_days)),
        (app.say(key::settings::SHORTEST_VOTE), days(settings.window_days_min)),
        (app.say(key::settings::LONGEST_VOTE), days(settings.window_days_max)),
        (app.say(key::settings::DELIVERED_AND_NOT_RETURNED), conformity),
        (app.say(key::settings::INVALID_PAPERS_TAKE_PART), yes(settings.invalid_counts_as_participation)),
        (app.say(key::settings::PARKING_SPACES_COUNT), yes(settings.parking_counts)),
        (app.say(key::settings::HOMES_ONE_PROXY_CAN_ACT), settings.proxy_limit.to_string()),
        (app.say(key::settings::ANSWERS_TO_MATTERS_WITHIN), days(settings.answer_days)),
        (app.say(key::settings::ANSWERS_ABOUT_BOOKS_WITHIN), days(settings.question_days)),
        (app.say(key::settings::MARKS_ARE_GIVEN_FOR), days(settings.rating_days)),
    ]
}
