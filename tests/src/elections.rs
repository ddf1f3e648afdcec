//! An election of a committee in the stairwell: who stands, the notice that names them, the votes, the end.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, ItemText, MatterText, Words};
use yishi_protocol::body::{
    Action, Body, Candidacy, CandidateCheck, Capability, CheckSource, Class, Close, Confirm, Draw, Grant,
    Item, Method, Nominate, Notice, OrgKind, Origin, Raise, Reach, Role, Tier, draft_end, option_of,
};
use yishi_protocol::calendar::{DAY_MS, objections_end_ms};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::{EntryId, Salt};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::State;

use crate::calls::{LOTTERY, draw};
use crate::matters::{answer, statement, words};
use crate::people::{person, salt};
use crate::stairwell::{ESTATE, grant, hour, listed, notice_of, open, org, vote};
use crate::story::Story;

/// Homes whose votes are enough, each with who casts for it; the eight largest take part.
pub const VOTERS: [(&str, &str); 8] = [
    ("wang", "wang"),
    ("li", "li"),
    ("zhao", "zhao-qian"),
    ("wu", "wu"),
    ("zheng", "zheng"),
    ("chen", "chen"),
    ("chu", "chu"),
    ("developer", "developer"),
];

/// An estate in which people stand for the committee of a matter.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The log so far.
    pub story: Story,
    /// The roll.
    pub roll: EntryId,
    /// The matter.
    pub matter: EntryId,
}

/// Brings up that a committee be elected.
pub fn raise_election() -> (Raise, Vec<Blob>) {
    let text =
        MatterText {
            body: words("本届业委会任期将满。"), place: None, title: words("选举新一届业主委员会")
        };
    let text = Blob::record(BlobKind::MatterText, salt("election"), &text);
    let body = Raise {
        category: None,
        origin: Origin::Resident,
        scope: ESTATE,
        text: text.id(),
        tier: Tier::Building,
    };
    (body, vec![text])
}

/// What ballots call a candidate.
pub fn called(name: &str) -> Blob {
    statement(&format!("{name}，桂苑业主"))
}

/// Somebody stands with their own phone, for three years.
pub fn nominate(state: &State, matter: EntryId, name: &str) -> (Nominate, Vec<Blob>) {
    let text = called(name);
    let checks = vec![
        (CandidateCheck::Able, true, CheckSource::Declaration),
        (CandidateCheck::Unrelated, true, CheckSource::StaffList),
    ];
    let org = org(state, OrgKind::Committee);
    let candidacy = Candidacy { checks, document: None, org, text: text.id(), years: 3 };
    (Nominate { candidacy: Some(candidacy), matter, person: person(name) }, vec![text])
}

/// Somebody takes that back.
pub fn take_back(matter: EntryId, name: &str) -> Nominate {
    Nominate { candidacy: None, matter, person: person(name) }
}

/// Somebody whose office in the residents' committee counts.
pub fn neighbour_grant(state: &State, name: &str, caps: &[Capability]) -> Grant {
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    Grant { reach: Reach::default(), ..grant(state, name, office, caps, hour(12, 31, 0)) }
}

impl Standing {
    /// The matter is raised and accepted; feng counts and gives notice for the residents' committee.
    ///
    /// # Errors
    /// If the rules refuse any of it, as below.
    pub fn accepted() -> Result<Self, Rejection> {
        let (mut story, roll) = listed()?;
        let caps = [Capability::Close, Capability::Notice, Capability::Open, Capability::Tally];
        let give = neighbour_grant(story.log.state(), "feng", &caps);
        story.say("second root", give, vec![])?;
        story.now_ms = hour(4, 1, 9);
        let (body, blobs) = raise_election();
        let matter = story.say_id("wang", body, blobs)?;
        let (body, blobs) = answer(matter, Action::Accept, "好的，按程序办。");
        story.say("host", body, blobs)?;
        Ok(Self { story, roll, matter })
    }

    /// These stand, and feng stands behind each.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn with(names: &[&str]) -> Result<Self, Rejection> {
        let mut standing = Self::accepted()?;
        for name in names {
            standing.stands(name)?;
        }
        Ok(standing)
    }

    /// Somebody stands, and feng stands behind it. Returns the entry by which they do.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn stands(&mut self, name: &str) -> Result<EntryId, Rejection> {
        let (body, blobs) = nominate(self.story.log.state(), self.matter, name);
        let entry = self.story.say_id(name, body, blobs)?;
        self.story.say("feng", Confirm { entry }, vec![])?;
        Ok(entry)
    }

    /// The names of those who stand, in the order in which a notice lists them.
    pub fn order(&self) -> Vec<String> {
        let matter = self.story.log.state().matter(&self.matter);
        let all = matter.into_iter().flat_map(yishi_protocol::state::Matter::standing_candidates);
        let name = |text| {
            ["wang", "li", "zhao", "wu", "zheng", "chen", "chu", "wei", "host", "developer", "qian", "sun"]
                .into_iter()
                .find(|name| called(name).id() == text)
                .unwrap_or_default()
                .to_owned()
        };
        all.map(|(_, record)| name(record.candidacy.text)).collect()
    }

    /// A notice of now that elects three of those who stand, and opens twenty days later.
    pub fn notice(&self) -> (Notice, Vec<Blob>) {
        let state = self.story.log.state();
        let matter = state.matter(&self.matter);
        let standing = matter.into_iter().flat_map(yishi_protocol::state::Matter::standing_candidates);
        let options: Vec<String> = standing.map(|(entry, _)| option_of(entry)).collect();
        let item = Item {
            adopts: None,
            class: Class::Ordinary,
            id: 1,
            method: Method::Election,
            options,
            raise: None,
            seats: 3,
        };
        self.notice_of(vec![item])
    }

    /// The same of these items, their candidates called as they call themselves.
    pub fn notice_of(&self, items: Vec<Item>) -> (Notice, Vec<Blob>) {
        let state = self.story.log.state();
        let matter = state.matter(&self.matter);
        let word = |option: &String| {
            let known = matter.and_then(|matter| matter.candidate(option));
            let known = known.and_then(|(_, record)| self.story.evidence.get(&record.candidacy.text));
            known.and_then(|blob| blob.open::<Words>().ok()).unwrap_or_else(|| words("某人"))
        };
        let item = |item: &Item| ItemText {
            options: item.options.iter().map(word).collect(),
            title: words("选举业主委员会委员"),
        };
        let text = AgendaText {
            body: words("从候选人中选出三名委员。"),
            items: items.iter().map(item).collect(),
            title: words("选举业主委员会"),
        };
        let text = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
        let opens_ms = (self.story.now_ms / DAY_MS + 20) * DAY_MS - 8 * 60 * 60 * 1000;
        let (notice, _) = notice_of(self.roll, ESTATE, opens_ms, items);
        let notice = Notice {
            lottery: Some(LOTTERY.to_owned()),
            matter: Some(self.matter),
            text: text.id(),
            ..notice
        };
        (notice, vec![text])
    }

    /// Seven days later they are noticed and opened; the clock stands at the first hour of the window.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn opened(&mut self) -> Result<EntryId, Rejection> {
        self.story.now_ms += 7 * DAY_MS;
        let (body, blobs) = self.notice();
        let opens_ms = body.opens_ms;
        let notice = self.story.say_id("host", body, blobs)?;
        self.story.now_ms = opens_ms - DAY_MS;
        let agenda = self.story.say_id("host", open(notice, self.roll), vec![])?;
        self.story.now_ms = opens_ms;
        Ok(agenda)
    }

    /// A home marks these, by their names.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn votes(
        &mut self,
        agenda: EntryId,
        (voter, home): (&str, &str),
        names: &[&str],
    ) -> Result<(), Rejection> {
        let order = self.order();
        let marks = order.iter().zip(0..).filter(|(name, _)| names.contains(&name.as_str()));
        let marks: Vec<u32> = marks.map(|(_, place)| place).collect();
        let cast = vote(&self.story, voter, home, agenda, &[&marks]);
        self.story.send(&cast).map(drop)
    }

    /// The window ends, the host closes and states the totals.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn counted(&mut self, agenda: EntryId) -> Result<(), Rejection> {
        let state = self.story.log.state();
        let closes_ms = state.agenda(&agenda).map(|agenda| agenda.closes_ms).unwrap_or_default();
        self.story.now_ms = closes_ms;
        self.story.say("host", Close { agenda }, vec![])?;
        let state = self.story.log.state();
        let Counted::Full(counted) = count(state, &agenda, &self.story.evidence)? else {
            return Err(Code::OpeningMissing.into());
        };
        let notice = state.agenda(&agenda).and_then(|agenda| state.notice(&agenda.notice));
        let items = notice.map(|notice| notice.body.items.clone()).unwrap_or_default();
        self.story.say("host", counted.tally(&items), vec![]).map(drop)
    }

    /// The days for objections pass, and the host ends it; feng stands behind that.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn ended(&mut self, agenda: EntryId) -> Result<EntryId, Rejection> {
        let stated_ms = self.story.log.state().agenda(&agenda).and_then(|agenda| agenda.tallied_ms);
        self.story.now_ms = self.story.now_ms.max(objections_end_ms(stated_ms.unwrap_or_default()));
        let drafted = draft_end(self.story.log.state(), &agenda, &self.story.evidence)?;
        let entry = self.story.say_id("host", drafted.ok_or(Code::OpeningMissing)?, vec![])?;
        self.story.say("feng", Confirm { entry }, vec![])?;
        Ok(entry)
    }

    /// The lottery's numbers, which the host enters and feng looked up too.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn drawn(&mut self, agenda: EntryId, numbers: &[u32]) -> Result<(), Rejection> {
        self.story.now_ms += DAY_MS;
        let body: Draw = draw(&self.story, agenda, numbers);
        let entry = self.story.say_id("host", body, vec![])?;
        self.story.say("feng", Confirm { entry }, vec![]).map(drop)
    }

    /// Wang, li and zhao stand and are elected by everybody; the vote is final, nobody is seated yet.
    ///
    /// # Errors
    /// If the rules refuse any of it.
    pub fn elected() -> Result<(Self, EntryId), Rejection> {
        let mut standing = Self::with(&["wang", "li", "zhao"])?;
        let agenda = standing.opened()?;
        for voter in VOTERS {
            standing.votes(agenda, voter, &["wang", "li", "zhao"])?;
        }
        standing.counted(agenda)?;
        standing.ended(agenda)?;
        Ok((standing, agenda))
    }
}

/// What comes of saying something with these words.
///
/// # Errors
/// The code that refuses it.
pub fn tries(
    standing: &mut Standing,
    by: &str,
    body: impl Into<Body>,
    blobs: Vec<Blob>,
) -> Result<EntryId, Code> {
    standing.story.say_id(by, body, blobs).map_err(|refused| refused.code)
}

/// What comes of saying something without words.
///
/// # Errors
/// The code that refuses it.
pub fn says(standing: &mut Standing, by: &str, body: impl Into<Body>) -> Result<EntryId, Code> {
    tries(standing, by, body, vec![])
}
