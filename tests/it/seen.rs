//! Words that nobody sees are not said: by nobody, nowhere. SPEC.md section 8 says which signs show nothing.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, MatterText, PersonName, Place, Stance, Words};
use yishi_protocol::body::{
    Action, Answer, Ask, Body, Class, CloseMatter, Disclosure, Dispatch, Ending, Genesis, Grant, Notice,
    OrgKind, OrgUnit, Progress, Raise, Reply, Score, Tier, UnitKind,
};
use yishi_protocol::id::{EntryId, Salt};
use yishi_protocol::rejection::Code;
use yishi_tests::help::{help_blob, help_line, help_text};
use yishi_tests::matters::{
    answer, ask, close_matter, day, dispatch, line, manager_grant, march, opinion, page, progress, raise,
    reply, statement, words,
};
use yishi_tests::people::salt;
use yishi_tests::stairwell::{
    Row, STAIRWELL, agenda_text, codes, election, enrol, genesis, hour, listed, notice, org_unit, resolution,
    roll_page,
};
use yishi_tests::story::Story;

/// What looks like nothing: a space, a tabulator, a zero-width space, a filler of Hangul, Braille without a dot, what turns the
/// direction of writing, what joins, a mark without a letter, a sign for private use, what is never a sign.
const NOTHING: &[&str] = &[
    " ",
    "\t",
    "\u{200b}",
    "\u{2060}",
    "\u{feff}",
    "\u{3000}",
    "\u{3164}",
    "\u{115f}",
    "\u{ffa0}",
    "\u{2800}",
    "\u{202e}",
    "\u{200d}",
    "\u{fe0f}",
    "\u{301}",
    "\u{e000}",
    "\u{ffff}",
    "\u{200b} \u{3164}",
];

/// Somewhere words can stand, filled with nothing: who says it, what, with which blobs, and what refuses it.
type Said = (&'static str, Body, Vec<Blob>, Code);

/// A story in which everything can be said.
struct Estate {
    story: Story,
    roll: EntryId,
    matter: EntryId,
    task: EntryId,
    question: EntryId,
    disclosure: EntryId,
}

impl Estate {
    fn told() -> Self {
        let (mut story, roll) = listed().unwrap();
        let (body, blobs) = manager_grant(story.log.state(), hour(12, 31, 0));
        story.say("root", body, blobs).unwrap();
        story.say("root", codes(&["grandma"], 1, hour(12, 31, 0)), vec![]).unwrap();
        story.now_ms = hour(4, 8, 9);
        let (body, blobs) = raise();
        let matter = story.say_id("wang", body, blobs).unwrap();
        let (body, blobs) = answer(matter, Action::Accept, "受理。");
        story.say("host", body, blobs).unwrap();
        let (body, blobs) = dispatch(matter, None, hour(5, 1, 0));
        let task = story.say_id("host", body, blobs).unwrap();
        let (body, blobs) = march();
        let disclosure = story.say_id("manager", body, blobs).unwrap();
        let (body, blobs) = ask(disclosure, None, "钱去哪了？");
        let question = story.say_id("li", body, blobs).unwrap();
        Self { story, roll, matter, task, question, disclosure }
    }

    /// Every kind of words, each with nothing in it.
    fn said(&self, nothing: &str) -> Vec<Said> {
        let mut said: Vec<Said> = Vec::new();
        let mut add = |by, body: Body, blobs, code| said.push((by, body, blobs, code));
        let text = || statement(nothing);
        let of = |text: &Blob| text.id();
        let (body, _) = answer(self.matter, Action::Escalate, "");
        let tier = Some(Tier::Community);
        add("host", Answer { text: of(&text()), tier, ..body }.into(), vec![text()], Code::WordsMissing);
        let (body, _) = opinion(self.matter, Stance::Question, "", None);
        let spoken = yishi_protocol::blob::Spoken { stance: Stance::For, text: Some(words(nothing)) };
        let spoken = Blob::record(BlobKind::Opinion, salt("nothing"), &spoken);
        let body = yishi_protocol::body::Opinion { blob: spoken.id(), ..body };
        add("li", body.into(), vec![spoken], Code::WordsMissing);
        let (body, _) = dispatch(self.matter, None, hour(6, 1, 0));
        add("host", Dispatch { text: of(&text()), ..body }.into(), vec![text()], Code::WordsMissing);
        let (body, _) = progress(self.task, 50, 0);
        add("manager", Progress { text: of(&text()), ..body }.into(), vec![text()], Code::WordsMissing);
        let (body, _) = ask(self.disclosure, None, "");
        add("li", Ask { text: of(&text()), ..body }.into(), vec![text()], Code::WordsMissing);
        let (body, _) = reply(self.question, "");
        add("manager", Reply { text: of(&text()), ..body }.into(), vec![text()], Code::WordsMissing);
        self.names(nothing, &mut add);
        self.texts(nothing, &mut add);
        Self::rows(nothing, &mut add);
        said
    }

    fn names(&self, nothing: &str, add: &mut impl FnMut(&'static str, Body, Vec<Blob>, Code)) {
        let state = self.story.log.state();
        let (body, _) = org_unit(OrgKind::Other, "志愿队", None);
        let name = statement(nothing);
        let body = OrgUnit { name: name.id(), ..body };
        add("root", body.into(), vec![name.clone()], Code::WordsMissing);
        let (body, _) = manager_grant(state, hour(11, 30, 0));
        add("root", Grant { title: Some(name.id()), ..body }.into(), vec![name], Code::WordsMissing);
        let shown = Blob::record(BlobKind::Consent, Salt::ZERO, &words(nothing));
        let mut body = enrol(&self.story.estate(), "grandma", "grandma", 1);
        body.consent = shown.id();
        add("grandma", body.into(), vec![shown], Code::WordsMissing);
        let (body, _) = help_line(state, OrgKind::Committee, "0571-8888 1234");
        let text = yishi_protocol::body::HelpText { place: words(nothing), ..help_text("0571-8888 1234") };
        let blob = help_blob(&text);
        let body = yishi_protocol::body::HelpLine { text: Some(blob.id()), ..body };
        add("host", body.into(), vec![blob], Code::HelpLineInvalid);
    }

    fn texts(&self, nothing: &str, add: &mut impl FnMut(&'static str, Body, Vec<Blob>, Code)) {
        let good = MatterText { body: words("坡道"), place: None, title: words("坡道") };
        for text in [
            MatterText { title: words(nothing), ..good.clone() },
            MatterText { body: words(nothing), ..good.clone() },
            MatterText { place: Some(nothing.to_owned()), ..good.clone() },
            MatterText { title: Words::zh_en("坡道", Some(nothing)), ..good },
        ] {
            let text = Blob::record(BlobKind::MatterText, salt("nothing"), &text);
            let (body, _) = raise();
            add("wang", Raise { text: text.id(), ..body }.into(), vec![text], Code::WordsMissing);
        }
        let items = [resolution(1, Class::Ordinary), election(2)];
        let good: AgendaText = agenda_text(&items).open().unwrap();
        let with = |change: &dyn Fn(&mut AgendaText)| {
            let mut text = good.clone();
            change(&mut text);
            Blob::record(BlobKind::AgendaText, Salt::ZERO, &text)
        };
        for text in [
            with(&|text| text.title = words(nothing)),
            with(&|text| text.body = words(nothing)),
            with(&|text| text.items[0].title = words(nothing)),
            with(&|text| text.items[1].options[2] = words(nothing)),
        ] {
            let (body, _) = notice(self.roll, items.to_vec());
            let (opens_ms, closes_ms) = (hour(4, 25, 0), hour(5, 5, 0));
            let body = Notice { closes_ms, opens_ms, text: text.id(), ..body };
            add("host", body.into(), vec![text], Code::WordsMissing);
        }
    }

    fn rows(nothing: &str, add: &mut impl FnMut(&'static str, Body, Vec<Blob>, Code)) {
        let row: Row = ("gao", &["gao"], None, "701", STAIRWELL, UnitKind::Dwelling, 8937);
        let place = |building: &str, entrance: &str, room: &str| {
            let [building, entrance, room] = [building, entrance, room].map(str::to_owned);
            Blob::record(BlobKind::Place, salt("nowhere"), &Place { building, entrance, room })
        };
        for place in [place(nothing, "", "701"), place("1栋", nothing, "701"), place("1栋", "", nothing)] {
            let (mut body, mut blobs) = roll_page("nowhere", (0, 1), &[row], &[]);
            body.units[0].5 = place.id();
            blobs.push(place);
            add("host", body.into(), blobs, Code::WordsMissing);
        }
        for (name, phone) in [(nothing, None), ("高", Some(nothing.to_owned()))] {
            let name = PersonName { name: name.to_owned(), phone };
            let name = Blob::record(BlobKind::Person, salt("nobody"), &name);
            let (mut body, mut blobs) = roll_page("nobody", (0, 1), &[row], &[]);
            body.people[0].1 = name.id();
            blobs.push(name);
            add("host", body.into(), blobs, Code::WordsMissing);
        }
        let good = line("V1", 1101, 100, day(4, 2));
        let mut lines = [good.clone(), good.clone(), good];
        nothing.clone_into(&mut lines[0].voucher);
        nothing.clone_into(&mut lines[1].description);
        lines[2].place = Some(nothing.to_owned());
        for line in lines {
            let page = page(vec![line]);
            let (mut body, _) = march();
            (body.from_day, body.to_day) = (day(4, 1), day(4, 7));
            body.pages = vec![(page.id(), 1)];
            let body = Disclosure { ledgers: vec![opened(&body)], ..body };
            add("manager", body.into(), vec![page], Code::LineInvalid);
        }
    }
}

/// The first ledger, as April opens it, with one line of a yuan.
fn opened(march: &Disclosure) -> yishi_protocol::body::LedgerSums {
    let before = march.ledgers[0];
    let opening_fen = before.closing_fen;
    yishi_protocol::body::LedgerSums {
        closing_fen: opening_fen + 100,
        in_fen: 100,
        opening_fen,
        out_fen: 0,
        ..before
    }
}

#[test]
fn words_that_nobody_sees_are_not_said() {
    let estate = Estate::told();
    for nothing in NOTHING {
        for (by, body, blobs, code) in estate.said(nothing) {
            let kind = body.kind();
            let refused = estate.story.clone().say(by, body, blobs).map(|_| kind).map_err(|said| said.code);
            assert_eq!(refused, Err(code), "{kind} by {by} with {nothing:?}");
        }
    }
    // What is seen is said, whatever stands beside it.
    for something in ["。", "👍", "\u{200b}好", "ཀ"] {
        for (by, body, blobs, code) in estate.said(something) {
            let kind = body.kind();
            let said = estate.story.clone().say(by, body, blobs).map(drop).map_err(|said| said.code);
            assert_ne!(said, Err(code), "{kind} by {by} with {something:?}");
        }
    }
}

#[test]
fn an_ending_and_a_founding_say_something() {
    let estate = Estate::told();
    for nothing in NOTHING {
        let mut ended = estate.story.clone();
        let (body, blobs) = progress(estate.task, 100, 0);
        ended.say("manager", body, blobs).unwrap();
        ended.now_ms = hour(4, 30, 9);
        let text = statement(nothing);
        let (body, _) = close_matter(estate.matter, Ending::Done, Score::default());
        let refused = ended.say("host", CloseMatter { text: text.id(), ..body }, vec![text]).unwrap_err();
        assert_eq!(refused.code, Code::WordsMissing, "{nothing:?}");
        let mut story = Story::at(hour(3, 1, 9));
        let body = Genesis { name: (*nothing).to_owned(), ..genesis() };
        assert_eq!(story.say("root", body, vec![]).unwrap_err().code, Code::GenesisInvalid, "{nothing:?}");
    }
}
