//! How matters are told: the five steps, who must act by when, who speaks. Both bundles say it alike.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::body::Category;
use yishi_protocol::bylaws::LegalMode;
use yishi_protocol::calendar::days_late;
use yishi_protocol::ledger::Ledger;
use yishi_protocol::projection::Vote;
use yishi_protocol::state::{Standing, Step};
use yishi_protocol::view::{LateIssuer, LateView, Speaker, SpeakerRole};
use yishi_words::Word;

use crate::kit::parts::para;
use crate::shell::app::App;
use crate::words::Lang;
use crate::words::format::hundredths;

/// The steps in order: sign, or a number where nobody reads that, then word.
pub(crate) const STEPS: [(Step, Word, Word); 5] = [
    (Step::Propose, key::step::PROPOSE_SIGN, key::step::PROPOSE),
    (Step::Deliberate, key::step::DELIBERATE_SIGN, key::step::DELIBERATE),
    (Step::Decide, key::step::DECIDE_SIGN, key::step::DECIDE),
    (Step::Execute, key::step::EXECUTE_SIGN, key::step::EXECUTE),
    (Step::Evaluate, key::step::EVALUATE_SIGN, key::step::EVALUATE),
];

/// The words in the screen's language; Chinese where there is no other.
pub(crate) fn pick(app: App, words: &yishi_protocol::blob::Words) -> String {
    app.lang.get_untracked().pick(words)
}

/// The word of a step.
pub(crate) fn step_word(app: App, step: Step) -> &'static str {
    let found = STEPS.iter().find(|(known, ..)| *known == step);
    found.map_or("", |(_, _, word)| app.say(*word))
}

/// The sign of a step: its character, or its number for those who cannot read that.
pub(crate) fn step_sign(app: App, step: Step) -> &'static str {
    let found = STEPS.iter().find(|(known, ..)| *known == step);
    found.map_or("", |(_, sign, _)| app.say(*sign))
}

/// The five steps as one picture: done, now (red if something is wrong), to come.
pub(crate) fn track(app: App, step: Step, standing: Standing, wrong: bool) -> View {
    let ended = standing != Standing::Open;
    let place = STEPS.iter().position(|(known, ..)| *known == step).unwrap_or_default();
    let wrong_words = if wrong { app.say(key::tell::LATE_OR_OVER_ITS_LIMIT) } else { "" };
    let label = app.fill(key::tell::step_of_5(&(place + 1), &step_word(app, step), &wrong_words));
    let signs = STEPS.iter().enumerate().map(|(at, (step, ..))| {
        let now = at == place;
        let class = match (at < place || (now && ended), now, wrong) {
            (true, _, _) => "done",
            (false, true, true) => "late",
            (false, true, false) => "now",
            (false, false, _) => "",
        };
        view! { <li class=class aria-current=now.then_some("step")><b>{step_sign(app, *step)}</b></li> }
    });
    view! { <ol class="ys-track" aria-label=label>{signs.draw_all()}</ol> }
}

/// What a host owes every matter.
pub(crate) fn answer_duty(app: App) -> String {
    let days = app.settings().answer_days;
    app.fill(key::tell::the_committee_has_days_to(&days))
}

/// How a matter ended; nothing while it goes on.
pub(crate) fn standing_word(app: App, standing: Standing) -> Option<&'static str> {
    Some(match standing {
        Standing::Open => return None,
        Standing::Done => app.say(key::tell::DONE),
        Standing::NotPassed => app.say(key::tell::NOT_PASSED),
        Standing::Declined => app.say(key::tell::DECLINED),
        Standing::Merged => app.say(key::tell::MERGED),
    })
}

/// By when, or how many days late: `7月10日前`, `已超 19 天`.
pub(crate) fn due_words(app: App, due_ms: u64, now_ms: u64) -> String {
    let lang = app.lang.get_untracked();
    let days = days_late(due_ms, now_ms);
    if days > 0 {
        return lang.fill(key::tell::days_overdue(&days));
    }
    lang.fill(key::tell::by(&lang.last_day(due_ms)))
}

/// Who spoke, never by name or room: `7栋业主`, `业主委员会`.
pub(crate) fn speaker(app: App, speaker: &Speaker) -> String {
    if let Some(title) = &speaker.title {
        return pick(app, title);
    }
    let role = match speaker.role {
        SpeakerRole::Host => app.say(key::tell::COMMITTEE),
        SpeakerRole::Officer => app.say(key::tell::OFFICER),
        SpeakerRole::Owner => app.say(key::tell::OWNER),
        SpeakerRole::Occupier => app.say(key::tell::RESIDENT),
    };
    match &speaker.building {
        Some(building) => app.fill(key::tell::of_building(building, &role)),
        None => role.to_owned(),
    }
}

/// What standing a vote has, and what that means.
pub(crate) fn legal_mode(app: App, mode: LegalMode) -> (&'static str, &'static str) {
    match mode {
        LegalMode::Advisory => {
            (app.say(key::tell::ADVISORY), app.say(key::tell::THE_RESULT_ADVISES_THE_COMMITTEE))
        }
        LegalMode::BindingByBylaws => {
            (app.say(key::tell::BINDING), app.say(key::tell::BY_THE_BYLAWS_A_BALLOT))
        }
        LegalMode::OfficialBridge => {
            (app.say(key::tell::BESIDE_THE_OFFICIAL_SYSTEM), app.say(key::tell::THE_BINDING_VOTE_RUNS_IN))
        }
    }
}

/// What was done to the voters since the notice: how many ballots came from phones that were let in, and who let them in; how
/// many from people whom a document names, how many by proxy; how many phones were stopped. Nothing if there is none of it.
pub(crate) fn late_keys(app: App, late: &LateView) -> Option<String> {
    let lang = app.lang.get_untracked();
    let told = [
        (late.ballots > 0).then(|| let_in(app, lang, late)),
        (late.recorded > 0).then(|| lang.fill(key::tell::of_the_ballots_came_from(&late.recorded))),
        (late.proxies > 0).then(|| lang.fill(key::tell::of_the_ballots_came_by_proxy(&late.proxies))),
        (late.stopped > 0).then(|| lang.fill(key::tell::clerks_stopped_of_the_owners(&late.stopped))),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(lang.say(key::language::SENTENCES)))
}

fn let_in(app: App, lang: Lang, late: &LateView) -> String {
    let one = |issuer: &LateIssuer| {
        let who = issuer
            .speaker
            .as_ref()
            .map_or_else(|| app.say(key::tell::A_FOUNDING_KEY).to_owned(), |who| speaker(app, who));
        format!("{who} {}", issuer.ballots)
    };
    let issuers: Vec<String> = late.issuers.iter().map(one).collect();
    let issuers = issuers.join(lang.list_comma());
    lang.fill(key::tell::of_the_ballots_came_from_2(&late.ballots, &issuers))
}

/// What a matter is about.
pub(crate) fn category(app: App, category: Option<Category>) -> &'static str {
    let Some(category) = category else { return app.say(key::tell::OTHER) };
    match category {
        Category::Access => app.say(key::tell::ACCESS),
        Category::Advert => app.say(key::tell::ADVERTS),
        Category::Dogs => app.say(key::tell::DOGS),
        Category::EBikes => app.say(key::tell::E_BIKES),
        Category::Elderly => app.say(key::tell::ELDERLY_CARE),
        Category::Election => app.say(key::tell::ELECTIONS),
        Category::EntranceDoor => app.say(key::tell::ENTRANCE_DOORS),
        Category::Fee => app.say(key::tell::SERVICE_FEE),
        Category::Fire => app.say(key::tell::FIRE_SAFETY),
        Category::Greening => app.say(key::tell::GREENERY),
        Category::Leak => app.say(key::tell::LEAKS),
        Category::LiftInstallation => app.say(key::tell::NEW_LIFTS),
        Category::LiftRepair => app.say(key::tell::LIFT_REPAIR),
        Category::Lighting => app.say(key::tell::LIGHTING),
        Category::Noise => app.say(key::tell::NOISE),
        Category::Parking => app.say(key::tell::PARKING),
        Category::Pipes => app.say(key::tell::PIPES),
        Category::Security => app.say(key::tell::SECURITY),
        Category::ShopNeighbour => app.say(key::tell::SHOPS),
        Category::Waste => app.say(key::tell::WASTE),
    }
}

/// The name of a ledger.
pub(crate) fn ledger(app: App, ledger: Ledger) -> &'static str {
    match ledger {
        Ledger::PropertyService => app.say(key::tell::PROPERTY_SERVICE),
        Ledger::CommonRevenue => app.say(key::tell::COMMON_REVENUE),
        Ledger::MaintenanceFund => app.say(key::tell::MAINTENANCE_FUND),
        Ledger::SharedUtilities => app.say(key::tell::SHARED_UTILITIES),
        Ledger::CommitteeFunds => app.say(key::tell::COMMITTEE_FUNDS),
    }
}

/// An amount of money: `1,171.90 元`.
pub(crate) fn money(app: App, fen: u64) -> String {
    format!("{}{}", hundredths(fen), app.say(key::common::YUAN))
}

/// Fen as yuan with their sign, without the unit: `−1,171.90`.
pub(crate) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", hundredths(fen.unsigned_abs()))
}

/// That the end of a vote's window was put off, to when and why, for everybody whose ballot it is about.
pub(crate) fn put_off(app: App, vote: &Vote) -> View {
    let Some(extended) = &vote.extended else { return View::Nothing };
    let lang = app.lang.get_untracked();
    let told = lang.fill(key::tell::put_off(&lang.day(extended.at_ms), &lang.deadline(extended.closes_ms)));
    let why = extended.why.as_ref().map(|why| pick(app, why)).unwrap_or_default();
    view! { {para("ys-s ys-b ys-gap-2", told)} {para("ys-s", why)} }
}
