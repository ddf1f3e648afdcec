//! A council, a meeting of homes, and what is said at them, in the bodies and blobs that say them.

use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::{
    Action, Attest, BodyShare, BodySort, Capability, Category, Charter, Confirm, Dispatch, Hand, MajorityOf,
    Mark, Meeting, MeetingCounts, MeetingStage, Minutes, OrgKind, Purse, Role, RuleSet,
};
use yishi_protocol::id::{EntryId, PartyId, PersonId, VoterId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_server::founding::Acts;

use crate::matters::{answer, dispatch, raise, statement};
use crate::people::{party, person, salt};
use crate::stairwell::{ESTATE, PEOPLE, founding, grant, hour, march_roll, newcomer};
use crate::story::Story;

/// Who sits in the council; parker and wei have no phone in the log.
pub const MEMBERS: [&str; 15] = [
    "wang",
    "li",
    "zhao",
    "qian",
    "sun",
    "zhou",
    "wu",
    "zheng",
    "chen",
    "chu",
    "wei",
    "developer",
    "feng",
    "parker",
    "tenant",
];

/// More than half.
pub const HALF: BodyShare = BodyShare { denominator: 2, more_than: true, numerator: 1 };

/// An estate whose residents' committee is `neighbour`, whose supervisors are `guard`.
#[derive(Clone, Debug)]
pub struct Council {
    /// The log so far.
    pub story: Story,
    /// The roll.
    pub roll: EntryId,
    /// The matter, brought up by wang and accepted.
    pub matter: EntryId,
    /// The charter of the council.
    pub charter: EntryId,
}

/// A member.
pub fn member(name: &str) -> VoterId {
    VoterId::from(person(name))
}

/// A home.
pub fn home(name: &str) -> VoterId {
    VoterId::from(party(name))
}

/// Members in the order in which they are listed.
pub fn members(names: &[&str]) -> Vec<PersonId> {
    let mut members: Vec<PersonId> = names.iter().map(|name| person(name)).collect();
    members.sort();
    members
}

/// A council of these, for matters of access, noise and waste; decisions for 50,000 yuan together.
pub fn charter(names: &[&str]) -> (Charter, Vec<Blob>) {
    let (name, source) = (statement("桂苑议事会"), statement("《桂苑议事会授权书》第三条，2026年版"));
    let rules = RuleSet {
        in_force_ms: hour(1, 1, 0),
        majority: HALF,
        majority_of: MajorityOf::Present,
        notice_days: 7,
        quorum: HALF,
        source: source.id(),
    };
    let body = Charter {
        cap_fen: 5_000_000,
        categories: vec![Category::Access, Category::Noise, Category::Waste],
        document: leaf_hash(b"resolution of the residents' meeting"),
        from_ms: hour(3, 1, 0),
        members: members(names),
        name: name.id(),
        replaces: None,
        resolved_ms: hour(2, 1, 0),
        rules,
        scope: ESTATE,
        sort: BodySort::Council,
        until_ms: hour(12, 31, 0),
    };
    (body, vec![name, source])
}

/// The same for the homes of the estate.
pub fn homes_charter() -> (Charter, Vec<Blob>) {
    let (body, blobs) = charter(&[]);
    (Charter { sort: BodySort::Households, ..body }, blobs)
}

/// A meeting on the evening of a day in March, from 19:00 to 21:00, that costs nothing.
pub fn meeting((charter, matter): (EntryId, EntryId), day: u64) -> (Meeting, Vec<Blob>) {
    let (text, place) = (statement("门口坡道晚上九点以后不装卸，同意吗？"), statement("社区议事厅"));
    let body = Meeting {
        charter,
        cost: None,
        ends_ms: hour(3, day, 21),
        interested: vec![],
        matter,
        place: place.id(),
        starts_ms: hour(3, day, 19),
        text: text.id(),
    };
    (body, vec![text, place])
}

/// A member says something in public.
pub fn hand(meeting: EntryId, name: &str, mark: Mark) -> Hand {
    Hand { mark: Some(mark), meeting, opening: None, voter: member(name) }
}

/// How a home votes: 0 for, 1 against, 2 abstain.
pub fn opening(meeting: EntryId, name: &str, mark: u32) -> Blob {
    let opening = BallotOpening { choice: vec![vec![mark]] };
    Blob::ballot(&meeting, &PartyId::from_bytes(*home(name).as_bytes()), salt(name), &opening)
}

/// A home votes in an opening.
pub fn home_hand(meeting: EntryId, name: &str, mark: u32) -> (Hand, Vec<Blob>) {
    let blob = opening(meeting, name, mark);
    (Hand { mark: None, meeting, opening: Some(blob.id()), voter: home(name) }, vec![blob])
}

/// Minutes of a meeting with these figures: for, against, abstain, present, recused, of all.
pub fn minutes(meeting: EntryId, figures: [u32; 6]) -> (Minutes, Vec<Blob>) {
    let [in_favour, against, abstain, present, recused, entitled] = figures;
    let text = statement("逐条念，一条一条举手。有两人不同意不补时。");
    let counts = MeetingCounts { abstain, against, entitled, in_favour, present, recused };
    (Minutes { counts, meeting, rows: vec![], text: text.id() }, vec![text])
}

impl Council {
    /// The estate with its council in force, and wang's matter accepted, on the morning of 2 March.
    ///
    /// # Errors
    /// If the rules refuse any of it, as below.
    pub fn founded() -> Result<Self, Rejection> {
        let mut told = Self::without_charter()?;
        let (body, blobs) = charter(&MEMBERS);
        told.charter = told.chartered((body, blobs))?;
        Ok(told)
    }

    /// The same without a charter.
    ///
    /// # Errors
    /// As above.
    pub fn without_charter() -> Result<Self, Rejection> {
        let mut story = Story::at(hour(3, 1, 9));
        let mut estate = founding();
        let names = PEOPLE.iter().filter(|name| !["parker", "wei"].contains(name));
        let names = names.chain(&["neighbour", "guard"]);
        estate.people = names.map(|name| newcomer(name)).collect();
        story.tell(estate.acts())?;
        let mut acts = Acts::default();
        let roll = acts.bring_roll(&march_roll());
        let told = story.tell(acts)?;
        let roll = told.get(roll).copied().unwrap_or(EntryId::ZERO);
        let state = story.log.state();
        let neighbour = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
        let caps = [Capability::Answer, Capability::Dispatch, Capability::Notice, Capability::Tally];
        let neighbour = grant(state, "neighbour", neighbour, &caps, hour(12, 31, 0));
        let guard = (OrgKind::Supervisors, Role::Supervisor);
        let caps = [Capability::Bylaws, Capability::Tally];
        let guard = grant(state, "guard", guard, &caps, hour(12, 31, 0));
        story.say("second root", neighbour, vec![])?;
        story.say("root", guard, vec![])?;
        story.now_ms = hour(3, 2, 9);
        let (body, blobs) = raise();
        let matter = story.say_id("wang", body, blobs)?;
        let (body, blobs) = answer(matter, Action::Accept, "请议事会定。");
        story.say("host", body, blobs)?;
        Ok(Self { story, roll, matter, charter: EntryId::ZERO })
    }

    /// A charter that `neighbour` writes down and `guard` stands behind.
    ///
    /// # Errors
    /// As above.
    pub fn chartered(&mut self, (body, blobs): (Charter, Vec<Blob>)) -> Result<EntryId, Rejection> {
        let entry = self.story.say_id("neighbour", body, blobs)?;
        self.story.say("guard", Confirm { entry }, vec![])?;
        Ok(entry)
    }

    /// What comes of saying something.
    ///
    /// # Errors
    /// The code that refuses it.
    pub fn tries(
        &mut self,
        by: &str,
        (body, blobs): (impl Into<yishi_protocol::body::Body>, Vec<Blob>),
    ) -> Result<EntryId, Code> {
        self.story.say_id(by, body, blobs).map_err(|refused| refused.code)
    }

    /// The council is called for 12 March, and it is 19:00 of that day.
    ///
    /// # Errors
    /// As above.
    pub fn sitting(&mut self) -> Result<EntryId, Code> {
        let called = meeting((self.charter, self.matter), 12);
        let id = self.tries("neighbour", called)?;
        self.story.now_ms = hour(3, 12, 19);
        Ok(id)
    }

    /// Members say what they say, each with their own phone.
    ///
    /// # Errors
    /// As above.
    pub fn hands(&mut self, meeting: EntryId, names: &[&str], mark: Mark) -> Result<(), Code> {
        names.iter().try_for_each(|name| self.tries(name, (hand(meeting, name, mark), vec![])).map(drop))
    }

    /// `neighbour` writes minutes an hour after the session, and `guard` stands behind them.
    ///
    /// # Errors
    /// As above.
    pub fn minuted(&mut self, body: (Minutes, Vec<Blob>)) -> Result<EntryId, Code> {
        let meeting = body.0.meeting;
        let ends_ms = self.story.log.state().meeting(&meeting).map(|meeting| meeting.body.ends_ms);
        self.story.now_ms = ends_ms.unwrap_or_default() + 60 * 60 * 1000;
        let minutes = self.tries("neighbour", body)?;
        self.tries("guard", (Attest { denies: None, meeting, minutes }, vec![]))?;
        Ok(minutes)
    }
}

/// What a decision costs, and that the community pays for it.
pub const fn from_community(fen: u64) -> Option<(u64, Purse)> {
    Some((fen, Purse::Community))
}

/// Where a meeting stands now.
pub fn stage(council: &Council, meeting: EntryId) -> Option<MeetingStage> {
    council.story.log.state().meeting_stage(&meeting, council.story.now_ms)
}

/// Work of `cap_fen` that the host takes on, given out by a decision.
pub fn work(council: &Council, decision: Option<(EntryId, u32)>, cap_fen: u64) -> (Dispatch, Vec<Blob>) {
    let (body, blobs) = dispatch(council.matter, decision, hour(6, 1, 0));
    (Dispatch { assignee: person("host"), cap_fen: Some(cap_fen), ..body }, blobs)
}
