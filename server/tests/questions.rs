//! What a roll leaves open: asked before anything is sent, and nobody gets a second identity.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yishi_server::keys::random;
use yishi_sheets::Choice;
use yishi_sheets::roll::{Ids, ImportPlan, PlanError, RollFile, match_people, read, read_with};

fn field(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../sheets/tests/data/field").join(name)
}

fn roll(name: &str) -> RollFile {
    read(&std::fs::read(field(name)).unwrap()).unwrap()
}

fn plan_import(file: &RollFile, known: &Ids) -> Result<ImportPlan, PlanError> {
    yishi_sheets::roll::plan_import(file, known, false, &mut || random().ok())
}

fn import(folder: &Path, file: &Path, arguments: &[&str]) -> (Output, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi-server"));
    let output = command.arg("import-roll").arg(file).args(arguments).current_dir(folder).output().unwrap();
    let text = String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).unwrap();
    (output, text)
}

#[test]
fn questions_are_printed_with_ids_and_answers_and_nothing_is_sent_while_one_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let file = field("04-merged-entrance.csv");
    let (output, text) = import(folder.path(), &file, &["--dry-run"]);
    assert!(!output.status.success());
    let questions = roll("04-merged-entrance.csv").questions;
    assert_eq!(questions.len(), 2);
    for question in &questions {
        assert!(text.contains(&format!("question {} (open)", question.id)), "{text}");
        assert!(text.contains(&format!("{:?}: \"as-above\"", question.id)), "{text}");
    }
    // Before a server or a key is looked for.
    let (output, text) = import(folder.path(), &file, &["--letters-until", "2099-06-30"]);
    assert!(!output.status.success() && text.contains("nothing was sent: answer the questions"), "{text}");
    let answers: Vec<String> =
        questions.iter().map(|question| format!("{:?}: \"as-above\"", question.id)).collect();
    std::fs::write(folder.path().join("answers.json"), format!("{{{}}}", answers.join(","))).unwrap();
    let (output, text) = import(folder.path(), &file, &["--dry-run", "--answers", "answers.json"]);
    assert!(output.status.success() && text.contains("(as-above)"), "{text}");
    assert!(text.contains("heads                    6"), "{text}");
    std::fs::write(folder.path().join("answers.json"), "{\"CELL_ABOVE-1\": \"perhaps\"}").unwrap();
    let (output, text) = import(folder.path(), &file, &["--dry-run", "--answers", "answers.json"]);
    assert!(!output.status.success() && text.contains("answers.json is not an object"), "{text}");
}

#[test]
fn a_roll_with_which_the_register_disagrees_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/roll.csv");
    let check = |heads: &str, area: &str| {
        let expected = ["--dry-run", "--expect-heads", heads, "--expect-area", area];
        let (output, text) = import(folder.path(), &file, &expected);
        (output.status.success(), text)
    };
    for area in ["81,065.20", "81065.2"] {
        let (fine, text) = check("739", area);
        assert!(fine && text.contains("1144   exact as written"), "{text}");
    }
    let (fine, text) = check("740", "81,065.20");
    assert!(!fine && text.contains("the file has 739 heads and the register 740"), "{text}");
    let (fine, text) = check("739", "81,065.21");
    assert!(!fine && text.contains("the file has 81,065.20 m² and the register 81,065.21 m²"), "{text}");
    let (fine, text) = check("739", "81065,20");
    assert!(!fine && text.contains("--expect-area is m²"), "{text}");
}

#[test]
fn people_whose_numbers_lost_their_zeros_keep_identity_party_and_letter() {
    let first = plan_import(&roll("20-zeros-first.csv"), &Ids::default()).unwrap();
    assert_eq!((first.letters.len(), first.ids.parties.len()), (2, 2));
    let second = plan_import(&roll("20-zeros-second.csv"), &first.ids).unwrap();
    assert!(second.letters.is_empty());
    assert_eq!(second.ids, first.ids);
    assert_eq!(plan_import(&roll("20-zeros-first.csv"), &second.ids).unwrap().ids, first.ids);
}

#[test]
fn an_import_is_planned_only_when_everything_is_answered() {
    assert!(plan_import(&roll("10-number-restarts.csv"), &Ids::default()).is_err());
    let first = plan_import(&roll("20-zeros-first.csv"), &Ids::default()).unwrap();
    let renamed = String::from_utf8(std::fs::read(field("20-zeros-second.csv")).unwrap()).unwrap();
    let renamed = renamed.replace("林可一", "周可一");
    let file = read(renamed.as_bytes()).unwrap();
    let questions = match_people(&file, &first.ids).questions;
    assert_eq!(questions.len(), 1);
    assert!(plan_import(&file, &first.ids).is_err());
    for (choice, letters) in [(Choice::Merge, 0), (Choice::Keep, 1)] {
        let mut answers = file.answers.clone();
        answers.answer(&questions[0].id, choice);
        let file = read_with(renamed.as_bytes(), &answers).unwrap();
        assert_eq!(plan_import(&file, &first.ids).unwrap().letters.len(), letters);
    }
}

#[test]
fn whoever_takes_over_a_number_gets_neither_the_identity_nor_the_party_of_the_one_before() {
    let first = plan_import(&roll("20-zeros-first.csv"), &Ids::default()).unwrap();
    let text = String::from_utf8(std::fs::read(field("20-zeros-first.csv")).unwrap()).unwrap();
    let text = text.replace("林可一", "周可一");
    let file = read(text.as_bytes()).unwrap();
    let questions = match_people(&file, &first.ids).questions;
    let mut answers = file.answers.clone();
    answers.answer(&questions[0].id, Choice::Keep);
    let second = plan_import(&read_with(text.as_bytes(), &answers).unwrap(), &first.ids).unwrap();
    assert_ne!(second.ids.persons["00001"], first.ids.persons["00001"]);
    assert_ne!(second.ids.parties["00001"], first.ids.parties["00001"]);
    assert_eq!(second.ids.parties["00002"], first.ids.parties["00002"]);
    assert_eq!((second.letters.len(), second.ids.people["00001"].name.as_str()), (1, "周可一"));
}

#[test]
fn a_co_owner_marked_in_the_file_votes_for_the_party_on_the_roll() {
    let text =
        "楼栋,室号,用途,面积,编号,姓名,代表人\n1栋,101,住宅,9,A1,林可一,\n1栋,101,住宅,9,A2,林可二,是\n";
    let plan = plan_import(&read(text.as_bytes()).unwrap(), &Ids::default()).unwrap();
    let parties = &plan.pages[0].0.parties;
    assert_eq!(parties.len(), 1);
    assert_eq!(parties[0].2, Some(plan.ids.persons["A2"]));
}
