//! Matters and books over HTTP: everybody sees how far they are, nobody sees who said it.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use yishi_protocol::audit::{Basis, audit};
use yishi_protocol::blob::Stance;
use yishi_protocol::body::{Class, Ending, RoundScore, Score};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{NextAct, Who};
use yishi_protocol::id::EntryId;
use yishi_protocol::ledger::Ledger;
use yishi_protocol::projection::{Matter, on_side, voices};
use yishi_protocol::state::{Standing, Step};
use yishi_protocol::view::{
    DisclosureView, MatterList, MatterView, MeView, ScopeList, Served, SpeakerRole, TurnoutView,
};
use yishi_server::lock::MemoryLock;
use yishi_tests::faults::Counted;
use yishi_tests::matters::{
    ask, close_matter, day, dispatch, march_until, opinion, progress, raise, rate, reply,
};
use yishi_tests::people::party;
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{ballot, hour, resolution};

/// A matter whose work is done and marked by one owner, on an estate with an open vote.
async fn done() -> (PostOffice, Vote, EntryId) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (matter, rating) = office.work_done().await.unwrap();
    let hidden = office.get(&format!("/blobs/{rating}")).await.unwrap();
    assert_eq!(hidden.code(), "NOT_FOUND", "nobody reads somebody's marks");
    (office, vote, matter)
}

#[tokio::test]
async fn everybody_sees_a_matter_and_nobody_by_name_or_room() {
    let (office, _, matter) = done().await;
    let answer = office.get(&format!("/matters/{matter}")).await.unwrap();
    let text = String::from_utf8(answer.body.clone()).unwrap();
    // The author's own words name the entrance; whose room it is, only they know.
    for private in ["wang", "feng", "\"101\"", "\"602\""] {
        assert!(!text.contains(private), "the view names {private}");
    }
    let view = answer.json::<Served<MatterView>>().unwrap().stated;
    assert_eq!(
        (view.step, view.standing, view.supports, view.heads),
        (Step::Evaluate, Standing::Open, 1, 11)
    );
    assert_eq!(view.next.as_ref().map(|next| (next.act, next.who)), Some((NextAct::Rate, Who::Owners)));
    assert_eq!(view.speaker.role, SpeakerRole::Owner);
    assert_eq!(view.speaker.building.as_deref(), Some("1栋"));
    let roles: Vec<SpeakerRole> = view.trail.iter().map(|act| act.speaker.role).collect();
    assert_eq!(roles, [SpeakerRole::Owner, SpeakerRole::Host, SpeakerRole::Host, SpeakerRole::Officer]);
    assert_eq!(view.tasks[0].assignee.title.as_ref().unwrap().text, "物业服务中心");
    let list: MatterList = office.get("/matters").await.unwrap().json().unwrap();
    assert_eq!(list.matters[0].over_fen, 100_000, "paid 13,000.00 of 12,000.00 yuan");
    assert_eq!((list.matters[0].cap_fen, list.matters[0].paid_fen), (Some(1_200_000), 1_300_000));
    assert_eq!(list.matters[0].title.as_ref().unwrap().text, "单元门口加装无障碍坡道");
}

#[tokio::test]
async fn a_reply_is_no_opinion_wherever_they_are_counted() {
    let (office, _, matter) = done().await;
    let mut said = Vec::new();
    let told = [
        ("wang", Stance::For, "早该修了。", None),
        ("li", Stance::Against, "挡路。", None),
        ("wang", Stance::Neutral, "不挡，靠墙。", Some(0)),
        ("zhao", Stance::Question, "多少钱？", None),
        ("li", Stance::Against, "那也挡。", Some(2)),
    ];
    for (who, stance, text, to) in told {
        let (body, blobs) = opinion(matter, stance, text, to.map(|place: usize| said[place]));
        said.push(office.say(who, body, blobs).await.unwrap().entry.id());
    }
    let list: MatterList = office.get("/matters").await.unwrap().json().unwrap();
    assert_eq!(list.matters[0].opinions, 4, "with the one that was said before");
    let answer: Served<MatterView> = shown(&office, None, &format!("/matters/{matter}")).await.unwrap();
    let seen = Matter::of(&opened(&office, &answer).unwrap(), answer.stated.clone(), &matter).unwrap();
    let told = voices(&seen.opinions);
    let sides = [Stance::For, Stance::Against, Stance::Neutral, Stance::Question];
    assert_eq!(sides.map(|side| on_side(&told[..3], side)), [1, 1, 0, 1]);
    let replies: Vec<(EntryId, usize)> =
        told[..3].iter().map(|voice| (voice.first.id, voice.replies.len())).collect();
    assert_eq!(replies, [(said[3], 0), (said[1], 0), (said[0], 2)], "the newest first, replies however deep");
    let light = format!("/light?estate={}&matter={matter}", office.estate);
    let light = office.call(Request::get(light).body(Body::empty()).unwrap()).await.unwrap();
    let light = String::from_utf8(light.body).unwrap();
    assert!(light.contains("看法 4"), "{light}");
    assert!(!light.contains("中立"), "a reply is on no side: {light}");
}

#[tokio::test]
async fn a_reader_sees_what_they_may_do_about_a_matter() {
    let (office, _, matter) = done().await;
    let me = |name: &'static str| {
        let office = &office;
        async move {
            let me = shown::<MeView>(office, Some(name), "/me").await.unwrap().stated;
            me.matters.into_iter().find(|mine| mine.matter == matter)
        }
    };
    let wang = me("wang").await.unwrap();
    assert!(wang.raised && wang.may_rate && !wang.rated && wang.backing.is_empty());
    let li = me("li").await.unwrap();
    assert_eq!((li.rated, li.backing), (true, vec![(party("li"), true)]));
    assert!(me("parker").await.is_none(), "a parking space has no say in the stairwell");
    let manager = me("manager").await;
    assert!(manager.is_none(), "the manager's work is done");
}

#[tokio::test]
async fn only_an_office_sees_who_takes_part_and_never_what_they_chose() {
    let (office, vote, ..) = done().await;
    for name in ["wang", "li"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    let (body, blob) = ballot(vote.agenda, party("sun-zhou"), &[&[1]], None);
    office.say("sun", body, vec![blob]).await.unwrap();
    let path = format!("/agendas/{}/turnout", vote.agenda);
    assert_eq!(office.get(&path).await.unwrap().code(), "PASS_REQUIRED");
    assert_eq!(office.get_as("wang", &path).await.unwrap().code(), "MISSING_CAPABILITY");
    let turnout: TurnoutView = office.get_as("host", &path).await.unwrap().json().unwrap();
    assert_eq!((turnout.heads, turnout.area_c, turnout.held), (2, 2 * 8937 + 7658, 1));
    assert_eq!((turnout.missing_heads, turnout.total_heads), (6, 11), "two thirds of eleven are eight");
    assert_eq!(turnout.missing_area_c, (2 * turnout.total_area_c).div_ceil(3) - turnout.area_c);
    assert_eq!((turnout.buildings[0].voted, turnout.buildings[0].heads), (2, 11));
}

#[tokio::test]
async fn a_party_takes_part_from_the_day_of_its_first_ballot_that_counts() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let says = async |at_ms: u64, name: &str, of: &str, earlier: Option<EntryId>| {
        office.clock.set(at_ms);
        let (body, blob) = ballot(vote.agenda, party(of), &[&[0]], earlier);
        office.say(name, body, vec![blob]).await.unwrap().entry.id()
    };
    let first = says(hour(3, 20, 10), "li", "li", None).await;
    says(hour(3, 22, 0), "wu", "wu", None).await;
    says(hour(3, 22, 9), "sun", "sun-zhou", None).await;
    says(hour(3, 23, 9), "li", "li", Some(first)).await;
    let path = format!("/agendas/{}/turnout", vote.agenda);
    let turnout: TurnoutView = office.get_as("host", &path).await.unwrap().json().unwrap();
    let days: Vec<_> = turnout.days.iter().map(|day| (day.day, day.heads, day.area_c)).collect();
    let told = [(20, 1, 7658), (21, 1, 7658), (22, 2, 2 * 7658), (23, 2, 2 * 7658)];
    assert_eq!(days, told.map(|(of, heads, area_c)| (day(3, of), heads, area_c)), "a held ballot is in none");
    assert_eq!((turnout.heads, turnout.held), (2, 1), "the last day says what the vote says now");
}

/// Owners mark the work.
async fn mark(office: &PostOffice, matter: EntryId, names: &[&'static str], satisfaction: u32) {
    for name in names {
        let (body, blobs) = rate(matter, name, [5, 4, satisfaction]);
        office.say(name, body, blobs).await.unwrap();
    }
}

#[tokio::test]
async fn a_score_is_drafted_for_the_host_once_all_marks_are_given_and_ends_the_matter() {
    let (office, _, matter) = done().await;
    let path = format!("/matters/{matter}/score-draft");
    assert_eq!(office.get_as("wang", &path).await.unwrap().code(), "MISSING_CAPABILITY");
    for name in ["wang", "wu", "zheng", "chen", "chu"] {
        mark(&office, matter, &[name], 4).await;
        // Or the difference of two drafts would be what somebody marked.
        assert_eq!(office.get_as("host", &path).await.unwrap().code(), "RATING_PERIOD");
    }
    office.clock.set(hour(3, 20, 0) + 7 * DAY_MS);
    let score: Score = office.get_as("host", &path).await.unwrap().json().unwrap();
    assert_eq!(score, Score { content: 6, quality: 24, ratings: 6, satisfaction: 24, speed: 30 });
    let (body, blobs) = rate(matter, "feng", [1, 1, 1]);
    let late = office.sign("feng", body, blobs).await.unwrap();
    assert_eq!(office.send(&late).await.unwrap().code(), "MARKING_OVER");
    let (body, blobs) = close_matter(matter, Ending::Done, score);
    office.say("host", body, blobs).await.unwrap();
    let path = format!("/matters/{matter}");
    let view = shown::<MatterView>(&office, None, &path).await.unwrap().stated;
    assert_eq!((view.standing, view.next, view.score), (Standing::Done, None, Some(score)));
}

#[tokio::test]
async fn few_marks_are_read_by_nobody_and_the_matter_ends_without_a_score() {
    let (office, _, matter) = done().await;
    let path = format!("/matters/{matter}/score-draft");
    mark(&office, matter, &["wang", "wu", "zheng"], 1).await;
    office.clock.set(hour(3, 20, 0) + 7 * DAY_MS);
    assert_eq!(office.get_as("host", &path).await.unwrap().code(), "TOO_FEW_MARKS");
    let four = Score { content: 1, quality: 16, ratings: 4, satisfaction: 7, speed: 20 };
    let (body, blobs) = close_matter(matter, Ending::Done, four);
    let told = office.sign("host", body, blobs).await.unwrap();
    assert_eq!(office.send(&told).await.unwrap().code(), "TOO_FEW_MARKS");
    let (body, blobs) = close_matter(matter, Ending::Done, Score::default());
    office.say("host", body, blobs).await.unwrap();
    let view = shown::<MatterView>(&office, None, &format!("/matters/{matter}")).await.unwrap().stated;
    assert_eq!((view.standing, view.ratings, view.score), (Standing::Done, 4, None));
    let record = audit(&office.get_as("li", "/record").await.unwrap().body);
    assert!(record.sound, "{:?}", record.first_wrong);
    assert_eq!((record.matters[0].standing, record.matters[0].score), (Standing::Done, None));
}

#[tokio::test]
async fn trivial_work_wipes_no_marks() {
    const OWNERS: &[&str] = &["wang", "wu", "zheng", "chen"];
    let (office, _, matter) = done().await;
    mark(&office, matter, OWNERS, 1).await;
    office.clock.set(hour(3, 20, 0) + 7 * DAY_MS);
    let (body, blobs) = dispatch(matter, None, hour(5, 1, 0));
    let sweep = office.say("host", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = progress(sweep, 100, 0);
    office.say("manager", body, blobs).await.unwrap();
    let path = format!("/matters/{matter}");
    let view = shown::<MatterView>(&office, None, &path).await.unwrap().stated;
    assert_eq!((view.ratings, view.rounds), (0, vec![RoundScore { ratings: 5, score: None }]));
    // Nobody marks it again, and nobody is content for that.
    office.clock.set(hour(3, 20, 0) + 14 * DAY_MS);
    let (body, blobs) = close_matter(matter, Ending::Done, Score::default());
    let wiped = office.sign("host", body.clone(), blobs.clone()).await.unwrap();
    assert_eq!(office.send(&wiped).await.unwrap().code(), "NOT_CONTENT");

    // Once it is done again, five others are content; what was marked before is told with it.
    for percent in [90, 100] {
        let (body, blobs) = progress(sweep, percent, 0);
        office.say("manager", body, blobs).await.unwrap();
    }
    mark(&office, matter, &["wang", "wu", "zheng", "chen", "chu"], 5).await;
    office.clock.set(hour(3, 20, 0) + 21 * DAY_MS);
    let path = format!("/matters/{matter}/score-draft");
    let score: Score = office.get_as("host", &path).await.unwrap().json().unwrap();
    let (body, blobs) = close_matter(matter, Ending::Done, score);
    office.say("host", body, blobs).await.unwrap();
    let view = shown::<MatterView>(&office, None, &format!("/matters/{matter}")).await.unwrap().stated;
    let first = Score { content: 1, quality: 20, ratings: 5, satisfaction: 8, speed: 25 };
    assert_eq!(view.rounds, [RoundScore { ratings: 5, score: Some(first) }]);
    assert_eq!(view.score.map(|score| (score.content, score.ratings)), Some((5, 5)));
    let record = audit(&office.get_as("li", "/record").await.unwrap().body);
    // A record has no marks, and says so.
    assert_eq!(record.matters[0].rounds, [RoundScore { ratings: 5, score: None }]);
}

#[tokio::test]
async fn books_are_open_to_everybody_and_an_export_adds_them_up_again() {
    let (office, _, matter) = done().await;
    let (body, blobs) = march_until(day(3, 20));
    let pages = body.pages.clone();
    let disclosure = office.say("manager", body, blobs).await.unwrap().entry.id();
    for (page, _) in pages {
        assert_eq!(office.get(&format!("/blobs/{page}")).await.unwrap().status, 200);
    }
    let (body, blobs) = ask(disclosure, Some((0, 2)), "修的哪里？");
    let question = office.say("tenant", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = reply(question, "闭门器。");
    office.say("manager", body, blobs).await.unwrap();
    let path = format!("/disclosures/{disclosure}");
    let seen = shown::<DisclosureView>(&office, None, &path).await.unwrap().stated;
    assert!(!seen.questions[0].mine && seen.questions[0].reply.is_some());
    assert_eq!(seen.questions[0].speaker.role, SpeakerRole::Occupier);
    let own = shown::<DisclosureView>(&office, Some("tenant"), &path).await.unwrap().stated;
    assert!(own.questions[0].mine);

    let record = audit(&office.get_as("li", "/record").await.unwrap().body);
    assert!(record.sound, "{:?}", record.first_wrong);
    assert_eq!(record.matters[0].matter, matter);
    assert_eq!((record.matters[0].step, record.matters[0].standing), (Step::Evaluate, Standing::Open));
    let told = &record.disclosures[0];
    assert_eq!((told.disclosure, told.lines), (disclosure, Basis::Recomputed));
    assert_eq!((told.ledgers[0].ledger, told.ledgers[0].out_fen), (Ledger::PropertyService, 115_050));
}

#[tokio::test]
async fn the_parts_of_the_estate_have_the_names_of_their_addresses() {
    let (office, ..) = done().await;
    let list: ScopeList = office.get("/scopes").await.unwrap().json().unwrap();
    let found: Vec<(&str, Option<u32>)> =
        list.scopes.iter().map(|scope| (scope.name.as_str(), scope.heads)).collect();
    assert_eq!(found, [("", Some(11)), ("1栋2单元", Some(10)), ("1栋2单元", Some(0))]);
}

#[tokio::test]
async fn however_many_speak_about_a_matter_its_texts_are_fetched_as_often() {
    let store = Arc::<Counted>::default();
    let office = PostOffice::founded_in(Arc::clone(&store) as _, Arc::<MemoryLock>::default()).await.unwrap();
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let fetched = async |names: &[&str]| {
        for name in names {
            let (body, blobs) = opinion(matter, Stance::For, &format!("{name}：好。"), None);
            office.say(name, body, blobs).await.unwrap();
        }
        let before = store.asked().0;
        let view: Served<MatterView> = shown(&office, None, &format!("/matters/{matter}")).await.unwrap();
        assert!(view.stated.opinions.iter().all(|opinion| opinion.speaker.building.is_some()));
        (store.asked().0 - before, view.stated.opinions.len(), view.blobs.len())
    };
    let (few, two, texts) = fetched(&["li", "wu"]).await;
    let (many, eight, more) = fetched(&["zheng", "chen", "chu", "wei", "feng", "wang"]).await;
    assert_eq!((two, eight, more - texts), (2, 8, 6));
    assert_eq!(few, many);
}
