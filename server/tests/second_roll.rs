//! The roll brought a second time: what changed is shown first, signed as a change, and looked at by whoever stands behind it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod running;

use std::path::Path;

use running::{Serving, half_a_year_on, said, serve, server};
use yishi_protocol::audit::audit;
use yishi_protocol::body::{Erase, ErasureGround, Representative};
use yishi_protocol::id::Hash;
use yishi_server::client::Client;
use yishi_server::keys::read_key;

const HEADER: &str = "楼栋,单元,室号,用途,面积,业主编号,姓名,电话";
const FIRST: &[&str] = &[
    "1栋,1单元,101,住宅,89.37,1,王春兰,13900000001",
    "1栋,1单元,102,住宅,76.58,2,李建国,13900000002",
    "1栋,1单元,201,住宅,89.37,3,赵一平,13900000003",
    "1栋,1单元,201,住宅,89.37,4,钱小青,13900000004",
    "1栋,1单元,202,住宅,76.58,5,孙大为,13900000005",
    "地下车库,,B1-01,车位,12.98,1,王春兰,13900000001",
];
/// 102 is sold, 201 was measured again, 202 is not in the file, the parking space is now its neighbour's, and a shop was built.
const SECOND: &[&str] = &[
    "1栋,1单元,101,住宅,89.37,1,王春兰,13900000001",
    "1栋,1单元,102,住宅,76.58,7,周买房,13900000007",
    "1栋,1单元,201,住宅,88.95,3,赵一平,13900000003",
    "1栋,1单元,201,住宅,88.95,4,钱小青,13900000044",
    "地下车库,,B1-01,车位,12.98,3,赵一平,13900000003",
    "2栋,,101,商铺,50.00,1,王春兰,13900000001",
];

/// An estate with the first roll, confirmed.
struct Estate {
    folder: tempfile::TempDir,
    serving: Serving,
    until: String,
}

impl Estate {
    fn with_first_roll() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let serving = serve(folder.path());
        let estate = Self { folder, serving, until: half_a_year_on().0 };
        let first = estate.import(FIRST, &["--expect-heads", "4"]);
        assert!(first.0 && first.1.contains("wrote 5 letters"), "{}", first.1);
        assert!(estate.run("root", &["confirm", "--all"]).0);
        std::fs::remove_file(estate.path().join("letters.html")).unwrap();
        estate
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a command with a key, and says whether it went well.
    fn run(&self, key: &str, arguments: &[&str]) -> (bool, String) {
        let key = format!("data/{key}.key");
        let at = ["--server", &self.serving.url, "--estate", &self.serving.estate, "--key", &key];
        let output = server(self.path(), &[arguments, &at].concat());
        (output.status.success(), said(&output))
    }

    fn import(&self, rows: &[&str], more: &[&str]) -> (bool, String) {
        let text = [&[HEADER], rows].concat().join("\n");
        std::fs::write(self.path().join("roll.csv"), text).unwrap();
        self.run("host", &[&["import-roll", "roll.csv", "--letters-until", &self.until], more].concat())
    }

    /// Answers the open questions of a run by their codes.
    fn answer(&self, asked: &str, choices: &[(&str, &str)]) {
        let open = asked.split("question ").skip(1).filter_map(|rest| rest.split_once(" (open)"));
        let answer = |(id, _): (&str, &str)| {
            let (_, choice) = choices.iter().find(|(code, _)| id.starts_with(code)).unwrap();
            format!("\"{id}\": \"{choice}\"")
        };
        let answers = open.map(answer).collect::<Vec<_>>().join(", ");
        std::fs::write(self.path().join("answers.json"), format!("{{{answers}}}")).unwrap();
    }
}

#[test]
fn what_changed_is_asked_about_shown_signed_and_looked_at() {
    let estate = Estate::with_first_roll();
    // Whoever brought the first roll is away, and so is what they remembered.
    std::fs::remove_file(estate.path().join("roll-ids.json")).unwrap();
    let (fine, asked) = estate.import(SECOND, &["--dry-run"]);
    assert!(!fine && asked.contains("1栋1单元202"), "{asked}");
    let (fine, open) = estate.import(SECOND, &["--yes"]);
    assert!(!fine && open.contains("answer the questions"), "{open}");
    estate.answer(&asked, &[("HOMES_MISSING", "leave-out"), ("NUMBER_REUSED", "merge")]);
    let answered = ["--answers", "answers.json", "--expect-heads", "3", "--expect-area", "304.90"];
    let (fine, shown) = estate.import(SECOND, &answered);
    assert!(!fine && shown.contains("look at what would change"), "{shown}");
    for line in [
        "5 homes change",
        "1栋1单元102: owned by 周买房 instead of 李建国",
        "1栋1单元201: owner 钱小青 has another phone number; 88.95 m² instead of 89.37 m²",
        "1栋1单元202: gone (was 76.58 m², owned by 孙大为)",
        "2栋101: new, a shop, 50.00 m², owned by 王春兰",
        "地下车库B1-01: owned by 赵一平 instead of 王春兰",
    ] {
        assert!(shown.contains(line), "{line} is not in {shown}");
    }
    assert!(!estate.path().join("letters.html").exists(), "nothing was begun");
    let (fine, sent) = estate.import(SECOND, &[&answered[..], &["--yes"]].concat());
    assert!(fine && sent.contains("wrote 1 letters"), "{sent}");
    assert!(std::fs::read_to_string(estate.path().join("letters.html")).unwrap().contains("周买房"));

    // Nobody stands behind a change by standing behind everything.
    let (_, listed) = estate.run("root", &["confirm", "--all"]);
    assert!(listed.contains("4 heads and 331.90 m² become 3 heads and 304.90 m²"), "{listed}");
    assert!(listed.contains("1栋1单元202: gone"), "{listed}");
    assert!(listed.contains("look at what it changes, then confirm it by its id"), "{listed}");
    let line = listed.lines().find(|line| line.contains("a change of the roll, 3 heads after it")).unwrap();
    let id = line.split_whitespace().next().unwrap();
    let (fine, confirmed) = estate.run("root", &["confirm", id]);
    assert!(fine, "{confirmed}");

    let (fine, again) = estate.import(SECOND, &[]);
    assert!(fine && again.contains("there is nothing to change"), "{again}");
    assert!(estate.run("host", &["export", "record.jsonl"]).0);
    let verdict = audit(&std::fs::read(estate.path().join("record.jsonl")).unwrap());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    let rolls: Vec<_> = verdict.rolls.iter().map(|roll| (roll.heads, roll.area_c)).collect();
    assert_eq!(rolls, [(4, 33_190), (3, 30_490)]);
}

#[test]
fn a_part_of_the_roll_leaves_the_rest_and_whoever_buys_back_is_who_they_were() {
    let estate = Estate::with_first_roll();
    let sold = SECOND.get(1..2).unwrap();
    let (_, asked) = estate.import(sold, &["--dry-run"]);
    assert!(asked.contains("1栋1单元101") && asked.contains("地下车库B1-01"), "{asked}");
    estate.answer(&asked, &[("HOMES_MISSING", "keep")]);
    let (fine, sent) = estate.import(sold, &["--answers", "answers.json", "--expect-heads", "4", "--yes"]);
    assert!(fine && sent.contains("1 homes change") && sent.contains("wrote 1 letters"), "{sent}");
    let confirm = |heads| {
        let (_, listed) = estate.run("root", &["confirm"]);
        let line =
            listed.lines().find(|line| line.contains(&format!("a change of the roll, {heads}"))).unwrap();
        let id = line.split_whitespace().next().unwrap().to_owned();
        let (fine, confirmed) = estate.run("root", &["confirm", &id]);
        assert!(fine, "{confirmed}");
    };
    confirm("4 heads");

    // Li buys back: the same person, the same party, no second letter.
    std::fs::remove_file(estate.path().join("letters.html")).unwrap();
    let (fine, back) = estate.import(FIRST, &["--yes"]);
    assert!(fine && back.contains("1栋1单元102: owned by 李建国 instead of 周买房"), "{back}");
    assert!(!estate.path().join("letters.html").exists(), "{back}");
    confirm("4 heads");
    let (fine, again) = estate.import(FIRST, &[]);
    assert!(fine && again.contains("there is nothing to change"), "{again}");
}

#[test]
fn however_homes_are_spelt_and_people_numbered_they_are_who_they_are() {
    let estate = Estate::with_first_roll();
    // Sorted anew, spelt anew, numbered anew by somebody else; nobody has moved.
    std::fs::remove_file(estate.path().join("roll-ids.json")).unwrap();
    let spelt = [
        "1幢,一单元,202室,住宅,76.58,91,孙大为,",
        "1幢,一单元,102室,住宅,76.58,92,李建国,",
        "1幢,一单元,201室,住宅,89.37,93,钱小青,",
        "1幢,一单元,201室,住宅,89.37,94,赵一平,",
        "1幢,一单元,101室,住宅,89.37,95,王春兰,",
        "地下车库,,B1-01,车位,12.98,95,王春兰,",
    ];
    let (fine, same) = estate.import(&spelt, &["--expect-heads", "4"]);
    assert!(fine && same.contains("there is nothing to change"), "{same}");
}

#[test]
fn one_person_under_two_numbers_is_asked_about_and_a_bad_row_is_no_home_gone() {
    let estate = Estate::with_first_roll();
    std::fs::remove_file(estate.path().join("roll-ids.json")).unwrap();
    let mut rows = FIRST.to_vec();
    rows[5] = "地下车库,,B1-01,车位,12.98,88,王春兰,";
    let (fine, asked) = estate.import(&rows, &["--dry-run"]);
    assert!(!fine && asked.contains("question PERSON_TWICE-"), "{asked}");
    estate.answer(&asked, &[("PERSON_TWICE", "merge")]);
    let (fine, same) = estate.import(&rows, &["--answers", "answers.json"]);
    assert!(fine && same.contains("there is nothing to change"), "{same}");

    let mut rows = FIRST.to_vec();
    rows[4] = "1栋,1单元,202,住宅,很大,5,孙大为,13900000005";
    let (_, asked) = estate.import(&rows, &["--dry-run"]);
    estate.answer(&asked, &[("HOMES_MISSING", "leave-out")]);
    let (fine, refused) = estate.import(&rows, &["--answers", "answers.json", "--leave-out", "--yes"]);
    assert!(!fine && refused.contains("would look as if it were gone"), "{refused}");
}

#[test]
fn the_log_is_right_where_what_was_kept_beside_the_file_is_not() {
    let estate = Estate::with_first_roll();
    let kept = std::fs::read_to_string(estate.path().join("roll-ids.json")).unwrap();
    let sold = SECOND.get(1..2).unwrap();
    let buy = |more: &[&str]| {
        let (_, asked) = estate.import(sold, &["--dry-run"]);
        estate.answer(&asked, &[("HOMES_MISSING", "keep")]);
        let (fine, sent) = estate.import(sold, &[&["--answers", "answers.json", "--yes"], more].concat());
        assert!(fine, "{sent}");
        sent
    };
    assert!(buy(&[]).contains("wrote 1 letters"));
    let waiting = estate.run("root", &["confirm"]).1;
    // The same purchase, brought by somebody else who remembers only the first roll, waits too.
    std::fs::remove_file(estate.path().join("letters.html")).unwrap();
    std::fs::write(estate.path().join("roll-ids.json"), &kept).unwrap();
    assert!(buy(&[]).contains("wrote 1 letters"));
    let id = |listed: &str| {
        let line = listed.lines().find(|line| line.contains("a change of the roll")).unwrap();
        line.split_whitespace().next().unwrap().to_owned()
    };
    let (fine, confirmed) = estate.run("root", &["confirm", &id(&waiting)]);
    assert!(fine, "{confirmed}");
    // Whoever remembers another identity for the buyer learns the one that is in force.
    let (_, asked) = estate.import(sold, &["--dry-run"]);
    estate.answer(&asked, &[("HOMES_MISSING", "keep")]);
    let (fine, again) = estate.import(sold, &["--answers", "answers.json"]);
    assert!(fine && again.contains("there is nothing to change"), "{again}");
    assert!(estate.run("root", &["confirm"]).1.contains("cannot be shown"), "the other is for nothing");
}

#[test]
fn one_person_under_two_numbers_is_one_party_with_the_same_co_owner() {
    let estate = Estate::with_first_roll();
    let mut rows = FIRST.to_vec();
    rows[0] = "1栋,1单元,101,住宅,89.37,1,王春兰,13900000001";
    rows.insert(1, "1栋,1单元,101,住宅,89.37,9,林新来,13900000009");
    rows[6] = "地下车库,,B1-01,车位,12.98,88,王春兰,";
    rows.push("地下车库,,B1-01,车位,12.98,9,林新来,13900000009");
    let (_, asked) = estate.import(&rows, &["--dry-run"]);
    estate.answer(&asked, &[("PERSON_TWICE", "merge")]);
    let (fine, sent) = estate.import(&rows, &["--answers", "answers.json", "--expect-heads", "4", "--yes"]);
    assert!(fine && sent.contains("2 homes change"), "{sent}");
}

/// The clerk who makes up an heir counts on a second person who stands behind everything at once.
#[test]
fn nobody_stands_behind_a_paper_by_standing_behind_everything() {
    let estate = Estate::with_first_roll();
    let key = read_key(&estate.path().join("data/host.key")).unwrap();
    let mut host = Client::connect(&estate.serving.url, estate.serving.estate.parse().unwrap(), key).unwrap();
    let parties = host.newest_roll().unwrap().unwrap().parties;
    let alone: Vec<_> = parties
        .into_iter()
        .filter_map(|(owners, party)| Some((<[_; 1]>::try_from(owners).ok()?[0], party)))
        .collect();
    let (person, party) = (alone[0].0, alone[1].1);
    let paper = Hash::from_bytes([7; 32]);
    let entry =
        host.post(Representative { document: Some(paper), party, person }, vec![]).unwrap().entry.id();

    let (fine, listed) = estate.run("root", &["confirm", "--all"]);
    assert!(fine && listed.contains("look at what it rests on, then confirm it by its id"), "{listed}");
    assert!(listed.contains(&format!("person {person} for home {party}")), "{listed}");
    assert!(listed.contains(&format!("the document's SHA-256 is {paper}")), "{listed}");
    assert!(!listed.contains(&format!("confirmed {entry}")), "{listed}");
    let (fine, confirmed) = estate.run("root", &["confirm", &entry.to_string()]);
    assert!(fine && confirmed.contains(&format!("confirmed {entry}")), "{confirmed}");
}

/// Whoever begins an erasure counts on the same.
#[test]
fn nobody_stands_behind_an_erasure_without_what_it_takes_being_shown() {
    let estate = Estate::with_first_roll();
    let moved: Vec<String> = FIRST.iter().map(|row| row.replace("13900000004", "13900000044")).collect();
    let moved: Vec<&str> = moved.iter().map(String::as_str).collect();
    let (_, asked) = estate.import(&moved, &["--dry-run"]);
    estate.answer(&asked, &[("NUMBER_REUSED", "merge")]);
    let answered = ["--answers", "answers.json", "--expect-heads", "4", "--yes"];
    let (fine, sent) = estate.import(&moved, &answered);
    assert!(fine, "{sent}");
    let (_, listed) = estate.run("root", &["confirm"]);
    let line = listed.lines().find(|line| line.contains("a change of the roll")).unwrap();
    assert!(estate.run("root", &["confirm", line.split_whitespace().next().unwrap()]).0);
    let key = read_key(&estate.path().join("data/host.key")).unwrap();
    let mut host = Client::connect(&estate.serving.url, estate.serving.estate.parse().unwrap(), key).unwrap();
    let blobs: Vec<_> = host.outlived().unwrap().iter().map(|one| one.view.blob).collect();
    assert_eq!(blobs.len(), 1, "the number of 钱小青 that was corrected");
    let body = Erase { blobs, document: None, ground: ErasureGround::Ended, order: None };
    let entry = host.post(body, vec![]).unwrap().entry.id();

    let (fine, listed) = estate.run("root", &["confirm", "--all"]);
    assert!(fine && listed.contains("a name and phone: 钱小青 13900000004"), "{listed}");
    assert!(listed.contains("look at what it rests on, then confirm it by its id"), "{listed}");
    assert!(!listed.contains(&format!("confirmed {entry}")), "{listed}");
    let (fine, confirmed) = estate.run("root", &["confirm", &entry.to_string()]);
    assert!(fine && confirmed.contains(&format!("confirmed {entry}")), "{confirmed}");
    assert!(host.outlived().unwrap().is_empty());
}
