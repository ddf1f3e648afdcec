//! Ballots on paper: what a lying clerk can do, alone or with a stranger's key, and what everybody can see of it.

use yishi_protocol::admit::Admitted;
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{
    Bylaws, Capability, Class, Close, Confirm, OrgKind, Paper, PaperFlaw, RevokeGrant, Role,
};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::count::{Channel, Count, ItemResult, Weight, papers};
use yishi_protocol::id::EntryId;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;
use yishi_tests::paper::{AGAINST, FOR, boxed, items, paper, paper_clerks, read, read_at};
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{
    Opened, add_device, election, grant, hour, notice, open, opened, resolution, vote,
};
use yishi_tests::story::Story;

fn voting() -> Opened {
    yishi_tests::paper::voting().unwrap()
}

fn counted(story: &Story, agenda: &EntryId) -> Count {
    yishi_tests::paper::counted(story, agenda).unwrap()
}

/// Two read it alike.
fn keyed(opened: &mut Opened, sheet: (u32, &str), marks: &[&[u32]]) {
    yishi_tests::paper::keyed(opened, sheet, marks).unwrap();
}

fn says(story: &Story, clerk: &str, body: Paper, blobs: Vec<Blob>) -> Result<(), Code> {
    story.clone().say(clerk, body, blobs).map(drop).map_err(|refused| refused.code)
}

fn consenting(story: &Story, agenda: &EntryId) -> Weight {
    match &counted(story, agenda).items[0].result {
        ItemResult::Resolution(result) => result.consenting,
        ItemResult::Election(result) => panic!("{result:?}"),
    }
}

fn stands(opened: &Opened, home: &str) -> Option<EntryId> {
    let agenda = opened.story.log.state().agenda(&opened.agenda).unwrap();
    agenda.standing_ballot(&party(home)).map(|ballot| ballot.entry)
}

/// Row 19: a clerk invents a sheet.
#[test]
fn a_sheet_that_one_clerk_alone_has_read_never_counts() {
    let mut opened = voting();
    read(&mut opened, "wu", (7, "li"), FOR).unwrap();
    read(&mut opened, "wu", (7, "li"), FOR).unwrap();
    assert_eq!(stands(&opened, "li"), None);
    // With a second phone the clerk is still the same person.
    let device = add_device(&opened.story.estate(), "wu", "wu's second phone");
    opened.story.say("wu", device, vec![]).unwrap();
    let (body, blobs) = paper((opened.agenda, &items()), (7, "li"), FOR, opened.story.now_ms - HOUR_MS);
    opened.story.say("wu's second phone", body.clone(), blobs.clone()).unwrap();
    assert_eq!(stands(&opened, "li"), None);
    let refused = opened.story.say("wu", body, blobs).unwrap_err().code;
    assert_eq!(refused, Code::TooOften, "nor by reading it again and again");
    let second = read(&mut opened, "zheng", (7, "li"), AGAINST);
    assert_eq!((stands(&opened, "li"), second.is_ok()), (None, true), "the second reads something else");
    assert_eq!(papers(opened.story.log.state(), &opened.agenda).unwrap().unread, 1);
    // Whoever reads it third decides with one of the two; neither of them can bring the other round alone.
    let third = read(&mut opened, "chen", (7, "li"), AGAINST).unwrap();
    assert_eq!(stands(&opened, "li"), Some(third));
    assert_eq!(read(&mut opened, "wei", (7, "li"), FOR), Err(Code::SheetCounted));
}

#[test]
fn two_who_read_the_same_put_a_sheet_in_the_count() {
    let mut opened = voting();
    keyed(&mut opened, (7, "li"), FOR);
    let count = counted(&opened.story, &opened.agenda);
    assert_eq!(consenting(&opened.story, &opened.agenda), Weight { area_c: 7658, heads: 1 });
    let of_paper = count.channels.get(&Channel::Paper).copied();
    assert_eq!((of_paper, count.channels.len()), (Some(Weight { area_c: 7658, heads: 1 }), 1));
}

#[test]
fn whoever_reads_otherwise_can_correct_it_until_two_agree() {
    let mut opened = voting();
    read(&mut opened, "wu", (7, "li"), FOR).unwrap();
    read(&mut opened, "zheng", (7, "wang"), FOR).unwrap();
    assert!(opened.story.log.state().agenda(&opened.agenda).unwrap().sheets.get(&7).unwrap().is_mismatch());
    read(&mut opened, "zheng", (7, "li"), FOR).unwrap();
    assert!(stands(&opened, "li").is_some() && stands(&opened, "wang").is_none());
}

#[test]
fn nobody_keys_for_their_own_home_or_for_the_manager() {
    let mut opened = voting();
    let taken_ms = opened.story.now_ms - HOUR_MS;
    let sheet = |home: &str| paper((opened.agenda, &items()), (7, home), FOR, taken_ms);
    let (own, blobs) = sheet("wu");
    assert_eq!(says(&opened.story, "wu", own, blobs), Err(Code::PaperOwn));
    let (other, blobs) = sheet("li");
    for helped in [
        Paper { by: Some(person("wu")), ..other.clone() },
        Paper { assisted: Some(person("wu")), ..other.clone() },
    ] {
        assert_eq!(says(&opened.story, "wu", helped, blobs.clone()), Err(Code::PaperOwn));
    }
    assert_eq!(says(&opened.story, "li", other.clone(), blobs.clone()), Err(Code::MissingCapability));
    let unknown = Paper { assisted: Some(person("nobody")), ..other.clone() };
    assert_eq!(says(&opened.story, "wu", unknown, blobs.clone()), Err(Code::PersonUnknown));
    // Whoever the manager employs has no such office, and helps nobody.
    let office = (OrgKind::Manager, Role::Manager);
    let give = grant(opened.story.log.state(), "manager", office, &[Capability::Progress], hour(12, 31, 0));
    opened.story.say("root", give, vec![]).unwrap();
    let helped = Paper { assisted: Some(person("manager")), ..other };
    assert_eq!(says(&opened.story, "wu", helped, blobs), Err(Code::PaperBarred));
}

#[test]
fn who_lost_the_office_has_read_nothing() {
    let mut opened = voting();
    read(&mut opened, "wu", (7, "li"), FOR).unwrap();
    let state = opened.story.log.state();
    let office = state.person(&person("wu")).unwrap().grants.first().unwrap().entry;
    opened.story.say("root", RevokeGrant { grant: office }, vec![]).unwrap();
    read(&mut opened, "zheng", (7, "li"), FOR).unwrap();
    assert_eq!(stands(&opened, "li"), None);
}

#[test]
fn where_letters_have_two_issuers_clerks_are_of_two_organisations() {
    let mut opened = voting();
    let settings =
        yishi_protocol::bylaws::Bylaws { letter_issuers: 2, ..opened.story.log.state().bylaws().clone() };
    let bylaws = Bylaws { decision: None, document: leaf_hash(b"bylaws"), settings };
    if let Ok(entry) = opened.story.say_id("host", bylaws, vec![]) {
        opened.story.say("second root", Confirm { entry }, vec![]).unwrap();
    }
    assert_eq!(opened.story.log.state().bylaws().letter_issuers, 2);
    keyed(&mut opened, (7, "li"), FOR);
    assert_eq!(stands(&opened, "li"), None, "both are the committee's");
    read(&mut opened, "wei", (7, "li"), FOR).unwrap();
    assert!(stands(&opened, "li").is_some());
    opened.story.now_ms = hour(4, 4, 1);
    let entry = opened.story.say_id("wu", boxed(opened.agenda, &[7]), vec![]).unwrap();
    let refused = opened.story.say("zheng", Confirm { entry }, vec![]).unwrap_err().code;
    assert_eq!(refused, Code::OtherOrgNeeded, "a box by one organisation");
    opened.story.say("wei", Confirm { entry }, vec![]).unwrap();
}

#[test]
fn a_sheet_was_handed_over_in_the_window_and_before_it_was_keyed() {
    let mut opened = voting();
    let now_ms = opened.story.now_ms;
    for (taken_ms, code) in [
        (hour(3, 20, 0) - 1, Code::OutsideWindow),
        (hour(4, 4, 0), Code::OutsideWindow),
        (now_ms + 1, Code::PaperTime),
    ] {
        assert_eq!(read_at(&mut opened, "wu", (7, "li"), FOR, taken_ms), Err(code));
    }
    for taken_ms in [hour(3, 20, 0), now_ms] {
        read_at(&mut opened, "wu", (7, "li"), FOR, taken_ms).unwrap();
    }
    let other = read_at(&mut opened, "zheng", (7, "li"), FOR, hour(3, 20, 0));
    assert!(other.is_ok() && stands(&opened, "li").is_none(), "the moment is read too");
}

#[test]
fn one_sheet_is_no_second_vote_under_another_number_or_for_another_home() {
    let mut opened = voting();
    keyed(&mut opened, (7, "li"), FOR);
    // Another number for the same home takes the place of the first: a home has one head.
    keyed(&mut opened, (8, "li"), FOR);
    assert_eq!(consenting(&opened.story, &opened.agenda).heads, 1);
    let (body, blobs) = paper((opened.agenda, &items()), (9, "wang"), FOR, opened.story.now_ms);
    let scanned = Paper { scan: Some(leaf_hash(b"scan")), ..body };
    opened.story.say("wu", scanned.clone(), blobs.clone()).unwrap();
    let again = Paper { sheet: 10, ..scanned };
    assert_eq!(says(&opened.story, "zheng", again, blobs.clone()), Err(Code::ScanRepeated));
    // What was marked for one home is no other one's.
    let (other, _) = paper((opened.agenda, &items()), (11, "feng"), FOR, opened.story.now_ms);
    let copied = Paper { blob: blobs[0].id(), ..other };
    assert_eq!(says(&opened.story, "wu", copied, blobs), Err(Code::BlobContext));
    for (home, code) in [("parker", Code::NotOnRoll), ("nobody", Code::NotOnRoll)] {
        assert_eq!(read(&mut opened, "wu", (12, home), FOR), Err(code));
    }
    assert_eq!(read(&mut opened, "wu", (0, "li"), FOR), Err(Code::PaperForm));
    assert_eq!(read(&mut opened, "wu", (1_000_000, "li"), FOR), Err(Code::PaperForm));
}

#[test]
fn a_photocopied_number_counts_once_and_for_one_home() {
    let mut opened = voting();
    read(&mut opened, "wu", (318_204, "li"), FOR).unwrap();
    // Another sheet of that number lies before the second clerk: it waits, and nobody's ballot is made of two.
    read(&mut opened, "zheng", (318_204, "wang"), FOR).unwrap();
    assert!(stands(&opened, "li").is_none() && stands(&opened, "wang").is_none());
    read(&mut opened, "wei", (318_204, "li"), FOR).unwrap();
    assert!(stands(&opened, "li").is_some() && stands(&opened, "wang").is_none());
    for home in ["li", "wang"] {
        assert_eq!(read(&mut opened, "chen", (318_204, home), FOR), Err(Code::SheetCounted), "{home}");
    }
}

#[test]
fn a_sheet_counts_in_its_own_vote_alone() {
    let mut opened = voting();
    let (body, blobs) = notice(opened.roll, items());
    let later = 20 * DAY_MS;
    let body = yishi_protocol::body::Notice {
        opens_ms: body.opens_ms + later,
        closes_ms: body.closes_ms + later,
        ..body
    };
    let noticed = opened.story.say_id("host", body, blobs).unwrap();
    let (body, blobs) = paper((opened.agenda, &items()), (7, "li"), FOR, opened.story.now_ms);
    opened.story.say("wu", body.clone(), blobs.clone()).unwrap();
    opened.story.now_ms = hour(4, 8, 9);
    let other = opened.story.say_id("host", open(noticed, opened.roll), vec![]).unwrap();
    opened.story.now_ms = hour(4, 10, 0);
    let moved = Paper { agenda: other, taken_ms: hour(4, 9, 12), ..body };
    assert_eq!(says(&opened.story, "zheng", moved, blobs), Err(Code::BlobContext));
}

#[test]
fn a_joint_homes_sheet_is_signed_by_who_votes_for_it_or_by_all() {
    let mut opened = voting();
    let taken_ms = opened.story.now_ms - HOUR_MS;
    let signed = |opened: &mut Opened, sheet: u32, home: &str, by: Option<&str>| {
        let (body, blobs) = paper((opened.agenda, &items()), (sheet, home), FOR, taken_ms);
        let body = Paper { by: by.map(person), ..body };
        opened.story.say("wu", body.clone(), blobs.clone()).unwrap();
        opened.story.say("wei", body, blobs).unwrap();
        stands(opened, home).is_some()
    };
    // Each is logged, so that sheets and box can be held against each other; what stands is another question.
    assert!(!signed(&mut opened, 1, "zhao-qian", Some("tenant")), "a stranger");
    assert!(!signed(&mut opened, 2, "zhao-qian", Some("qian")), "the other one represents them");
    assert!(signed(&mut opened, 3, "zhao-qian", Some("zhao")));
    assert!(!signed(&mut opened, 4, "sun-zhou", Some("sun")), "nobody represents them");
    assert!(signed(&mut opened, 5, "sun-zhou", None), "all of them together");
    assert!(!signed(&mut opened, 6, "feng", Some("tenant")), "a stranger for an only owner");
    assert!(signed(&mut opened, 7, "feng", Some("feng")));
    assert_eq!(opened.story.log.state().agenda(&opened.agenda).unwrap().ballots.len(), 7);
}

#[test]
fn the_latest_counts_in_every_channel_by_the_moment_it_was_handed_over() {
    let mut opened = voting();
    let cast = vote(&opened.story, "li", "li", opened.agenda, AGAINST);
    let online = opened.story.send(&cast).unwrap().entry.id();
    let cast_ms = opened.story.now_ms;
    opened.story.now_ms += DAY_MS;
    // Keyed later, handed over before: the online ballot was later.
    read_at(&mut opened, "wu", (7, "li"), FOR, cast_ms - 1).unwrap();
    read_at(&mut opened, "zheng", (7, "li"), FOR, cast_ms - 1).unwrap();
    assert_eq!(stands(&opened, "li"), Some(online));
    read_at(&mut opened, "wu", (8, "li"), FOR, cast_ms + 1).unwrap();
    let sheet = read_at(&mut opened, "zheng", (8, "li"), FOR, cast_ms + 1).unwrap();
    assert_eq!(stands(&opened, "li"), Some(sheet));
    assert_eq!(consenting(&opened.story, &opened.agenda).heads, 1);
    let told = papers(opened.story.log.state(), &opened.agenda).unwrap();
    assert_eq!(
        (told.over_online, told.paper, told.online),
        (1, 1, 0),
        "and everybody sees how many there are"
    );
    // The phone's next ballot names what stands, as after any other.
    let again = vote(&opened.story, "li", "li", opened.agenda, AGAINST);
    let again = opened.story.send(&again).unwrap().entry.id();
    assert_eq!(stands(&opened, "li"), Some(again));
}

#[test]
fn what_is_invalid_is_written_down_and_takes_no_part() {
    let mut opened = voting();
    let taken_ms = opened.story.now_ms - HOUR_MS;
    let (body, blobs) = paper((opened.agenda, &items()), (7, "li"), FOR, taken_ms);
    let unsigned = Paper { invalid: Some(PaperFlaw::Unsigned), ..body };
    opened.story.say("wu", unsigned.clone(), blobs.clone()).unwrap();
    opened.story.say("zheng", unsigned, blobs).unwrap();
    keyed(&mut opened, (8, "feng"), &[&[0, 1]]);
    keyed(&mut opened, (9, "wang"), &[&[]]);
    let told = papers(opened.story.log.state(), &opened.agenda).unwrap();
    assert_eq!((told.invalid, told.paper), (3, 0));
    let count = counted(&opened.story, &opened.agenda);
    let ItemResult::Resolution(result) = &count.items[0].result else { panic!("{count:?}") };
    assert_eq!((result.participating, count.channels.len()), (Weight::default(), 0));
    // It takes nobody's valid ballot away.
    let cast = vote(&opened.story, "chu", "chu", opened.agenda, FOR);
    let online = opened.story.send(&cast).unwrap().entry.id();
    opened.story.now_ms += 2 * HOUR_MS;
    keyed(&mut opened, (10, "chu"), &[&[]]);
    assert_eq!(stands(&opened, "chu"), Some(online));
    // Marks say themselves what they leave invalid; nobody spoils a sheet by a word.
    let (body, blobs) = paper((opened.agenda, &items()), (11, "developer"), FOR, opened.story.now_ms);
    let spoilt = Paper { spoilt: vec![1], ..body.clone() };
    assert_eq!(says(&opened.story, "wu", spoilt, blobs.clone()), Err(Code::PaperMarks));
    let of_no_item = Paper { spoilt: vec![2], ..body };
    assert_eq!(says(&opened.story, "wu", of_no_item, blobs), Err(Code::PaperForm));
}

#[test]
fn one_spoilt_item_takes_nothing_from_the_others() {
    let items = vec![resolution(1, Class::Ordinary), election(2)];
    let mut opened = opened(items.clone()).unwrap();
    paper_clerks(&mut opened.story).unwrap();
    opened.story.now_ms = hour(3, 21, 12);
    for clerk in ["wu", "zheng"] {
        let (body, blobs) = paper((opened.agenda, &items), (7, "li"), &[&[0], &[0, 1, 2]], hour(3, 21, 11));
        assert_eq!(body.spoilt, [2]);
        opened.story.say(clerk, body, blobs).unwrap();
    }
    let cast = vote(&opened.story, "feng", "feng", opened.agenda, &[&[0], &[]]);
    opened.story.send(&cast).unwrap();
    let count = counted(&opened.story, &opened.agenda);
    let parts: Vec<u64> = count
        .items
        .iter()
        .map(|item| match &item.result {
            ItemResult::Resolution(result) => result.participating.heads,
            ItemResult::Election(result) => result.participating.heads,
        })
        .collect();
    assert_eq!(parts, [2, 1]);
    // The totals hold against what is left when the marks themselves are gone.
    opened.story.now_ms = hour(4, 4, 12);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    let tally = count.tally(&items);
    let sheet =
        opened.story.log.state().agenda(&opened.agenda).unwrap().ballots.values().next().unwrap().blob;
    let signed = opened.story.sign("host", tally.clone(), vec![]);
    let entry = yishi_protocol::verify(&signed.envelope).unwrap();
    let mut less = opened.story.evidence.clone();
    less.remove(&sheet);
    let admitted = yishi_protocol::admit::admit(opened.story.log.state(), &entry, &less).unwrap();
    assert!(matches!(admitted, Admitted::Decided(_)), "{admitted:?}");
    let mut more = tally;
    more.items[1].participating.heads += 1;
    let signed = opened.story.sign("host", more, vec![]);
    let entry = yishi_protocol::verify(&signed.envelope).unwrap();
    let refused = yishi_protocol::admit::admit(opened.story.log.state(), &entry, &less).unwrap_err().code;
    assert_eq!(refused, Code::TallyMismatch, "who took part is in the log, whatever is gone");
}

#[test]
fn whoever_lacks_the_clerks_code_cannot_guess_marks_from_an_id() {
    let Opened { agenda, .. } = voting();
    let (body, blobs) = paper((agenda, &items()), (7, "li"), FOR, 1);
    let salts = [
        yishi_protocol::id::Salt::ZERO,
        yishi_protocol::letter::LetterCode::from_random([8; 20]).sheet_salt(&agenda, 7),
    ];
    for salt in salts {
        for marks in [vec![vec![0]], vec![vec![1]], vec![vec![2]], vec![vec![]]] {
            let guess = Blob::paper(&agenda, &party("li"), salt, &BallotOpening { choice: marks });
            assert_ne!(guess.id(), body.blob);
        }
    }
    let (other, _) = paper((agenda, &items()), (8, "li"), FOR, 1);
    assert_ne!(other.blob, blobs[0].id(), "nor compare two sheets");
}
