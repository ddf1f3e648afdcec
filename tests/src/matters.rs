//! A matter of the stairwell and the manager's books, in the bodies and blobs that say them.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, ItemText, MatterText, Rating, Spoken, Stance, Words};
use yishi_protocol::body::{
    Action, Answer, Ask, Capability, Category, CloseMatter, Disclosure, Dispatch, Ending, Grant, LedgerSums,
    LinePlace, Notice, Opinion, OrgKind, Origin, Progress, Raise, Rate, Reply, Requisition, RequisitionStep,
    Role, Score, Support, Tier,
};
use yishi_protocol::calendar::day_of_date;
use yishi_protocol::id::{BlobId, EntryId, Salt};
use yishi_protocol::ledger::{Ledger, LedgerLine, LedgerPage};
use yishi_protocol::state::State;

use crate::people::{party, person, salt};
use crate::post_office::{Failed, PostOffice};
use crate::stairwell::{STAIRWELL, grant, hour};

impl PostOffice {
    /// Wang's matter, backed by li, spoken about by feng, given to the manager, done for more than it might cost, and marked by
    /// li; everybody must be in already. Returns the matter, and the blob of the marks.
    ///
    /// # Errors
    /// If any of it is refused.
    pub async fn work_done(&self) -> Result<(EntryId, BlobId), Failed> {
        let (body, blobs) = raise();
        let matter = self.say("wang", body, blobs).await?.entry.id();
        self.say("li", Support { matter, party: party("li"), stands: true }, vec![]).await?;
        let (body, blobs) = answer(matter, Action::Accept, "收到，这周量尺寸。");
        self.say("host", body, blobs).await?;
        let (body, blobs) = opinion(matter, Stance::For, "早该有了。", None);
        self.say("feng", body, blobs).await?;
        self.manager_takes_office(hour(12, 31, 0)).await?;
        let (body, blobs) = dispatch(matter, None, hour(5, 1, 0));
        let task = self.say("host", body, blobs).await?.entry.id();
        let (body, blobs) = progress(task, 100, 1_300_000);
        self.say("manager", body, blobs).await?;
        let (body, blobs) = rate(matter, "li", [5, 4, 4]);
        let rating = body.blob;
        self.say("li", body, blobs).await?;
        Ok((matter, rating))
    }
}

/// Chinese words without a translation.
pub fn words(zh: &str) -> Words {
    Words::zh(zh)
}

/// Something said.
pub fn statement(zh: &str) -> Blob {
    Blob::record(BlobKind::Statement, salt(zh), &words(zh))
}

/// What wang asks for.
pub fn matter_text() -> Blob {
    Blob::record(BlobKind::MatterText, salt("ramp"), &matter_words())
}

fn matter_words() -> MatterText {
    MatterText {
        body: words("我家老人坐轮椅，单元门口三级台阶进出都要抬。希望加一段坡道和扶手。"),
        place: Some("1栋2单元门口".to_owned()),
        title: words("单元门口加装无障碍坡道"),
    }
}

/// The words of a vote that asks what wang asks for, as one that owners demand must.
pub fn question() -> AgendaText {
    let MatterText { body, place: _, title } = matter_words();
    AgendaText { body, items: vec![ItemText { options: vec![], title: title.clone() }], title }
}

/// A notice that asks what wang asks for.
pub fn asks(body: Notice) -> (Notice, Vec<Blob>) {
    let text = Blob::record(BlobKind::AgendaText, Salt::ZERO, &question());
    (Notice { text: text.id(), ..body }, vec![text])
}

/// Brings it up.
pub fn raise() -> (Raise, Vec<Blob>) {
    let text = matter_text();
    let body = Raise {
        category: Some(Category::Access),
        origin: Origin::Resident,
        scope: STAIRWELL,
        text: text.id(),
        tier: Tier::Building,
    };
    (body, vec![text])
}

/// Answers a matter without naming another matter or tier.
pub fn answer(matter: EntryId, action: Action, zh: &str) -> (Answer, Vec<Blob>) {
    let text = statement(zh);
    (Answer { action, into: None, matter, text: text.id(), tier: None }, vec![text])
}

/// Demands a vote on a matter for a home.
pub fn requisition(matter: EntryId, home: &str, step: RequisitionStep) -> Requisition {
    Requisition { matter, party: party(home), step }
}

/// Speaks about a matter.
pub fn opinion(matter: EntryId, stance: Stance, zh: &str, reply_to: Option<EntryId>) -> (Opinion, Vec<Blob>) {
    let blob = Blob::record(
        BlobKind::Opinion,
        salt(zh),
        &Spoken { stance, text: (!zh.is_empty()).then(|| words(zh)) },
    );
    (Opinion { blob: blob.id(), matter, reply_to }, vec![blob])
}

/// Gives the manager work.
pub fn dispatch(matter: EntryId, decision: Option<(EntryId, u32)>, due_ms: u64) -> (Dispatch, Vec<Blob>) {
    let text = statement("按第1项决定施工：坡道一段、扶手两侧，先立警示牌。");
    let body = Dispatch {
        assignee: person("manager"),
        cap_fen: Some(1_200_000),
        decision,
        due_ms,
        matter,
        text: text.id(),
    };
    (body, vec![text])
}

/// Reports on it.
pub fn progress(task: EntryId, percent: u32, paid_fen: u64) -> (Progress, Vec<Blob>) {
    let text = statement(&format!("完成{percent}%。"));
    (Progress { paid_fen, percent, task, text: text.id() }, vec![text])
}

/// Rating it: speed, quality, satisfaction.
pub fn rate(matter: EntryId, name: &str, [speed, quality, satisfaction]: [u32; 3]) -> (Rate, Vec<Blob>) {
    let marks = Rating { quality, satisfaction, speed };
    // The vectors were salted so when a rating was called marks.
    let seed =
        format!("{name} marks Marks {{ quality: {quality}, satisfaction: {satisfaction}, speed: {speed} }}");
    let blob = Blob::rating(&matter, &person(name), salt(&seed), &marks);
    (Rate { blob: blob.id(), matter }, vec![blob])
}

/// Ends a matter.
pub fn close_matter(matter: EntryId, ending: Ending, score: Score) -> (CloseMatter, Vec<Blob>) {
    let text = statement("谢谢大家，这件事到这里办完。");
    (CloseMatter { ending, matter, score, text: text.id() }, vec![text])
}

/// What the property manager may do.
pub fn manager_grant(state: &State, until_ms: u64) -> (Grant, Vec<Blob>) {
    let title = statement("物业服务中心");
    let caps = [Capability::Disclosure, Capability::Progress];
    let grant = grant(state, "manager", (OrgKind::Manager, Role::Manager), &caps, until_ms);
    (Grant { title: Some(title.id()), ..grant }, vec![title])
}

/// The day number of a date in 2026.
pub fn day(month: u64, day: u64) -> u32 {
    day_of_date(2026, month, day).and_then(|day| u32::try_from(day).ok()).unwrap_or_default()
}

/// A line of the manager's books.
pub fn line(voucher: &str, account: u32, amount_fen: i64, day: u32) -> LedgerLine {
    LedgerLine {
        account,
        amount_fen,
        day,
        decision: None,
        description: format!("凭证{voucher}"),
        place: None,
        voucher: voucher.to_owned(),
    }
}

/// March 2026: fees in, wages and a repair out; adverts in.
pub fn march_lines() -> Vec<LedgerLine> {
    vec![
        line("V202603-00001", 1101, 120_000, day(3, 2)),
        line("V202603-00002", 1201, 85_000, day(3, 5)),
        line("V202603-00003", 1202, 30_050, day(3, 9)),
        line("V202603-00004", 2104, 50_000, day(3, 20)),
    ]
}

/// A page of lines.
pub fn page(lines: Vec<LedgerLine>) -> Blob {
    let name = format!("page of {}", lines.iter().map(|line| line.voucher.as_str()).collect::<String>());
    Blob::record(BlobKind::LedgerPage, salt(&name), &LedgerPage { lines })
}

/// The disclosure of March on two pages.
pub fn march() -> (Disclosure, Vec<Blob>) {
    let lines = march_lines();
    let pages = vec![page(lines[..3].to_vec()), page(lines[3..].to_vec())];
    let sums = |ledger, opening_fen: i64, in_fen: i64, out_fen: i64| LedgerSums {
        closing_fen: opening_fen + in_fen - out_fen,
        in_fen,
        ledger,
        opening_fen,
        out_fen,
    };
    let stated = pages.iter().zip([3, 1]).map(|(page, lines)| (page.id(), lines));
    let body = Disclosure {
        from_day: day(3, 1),
        ledgers: vec![
            sums(Ledger::PropertyService, 1_000_000, 120_000, 115_050),
            sums(Ledger::CommonRevenue, 200_000, 50_000, 0),
            sums(Ledger::MaintenanceFund, 9_000_000, 0, 0),
        ],
        pages: stated.collect(),
        to_day: day(3, 31),
    };
    (body, pages)
}

/// [`march`], ending on an earlier day, for a clock that has not come further.
pub fn march_until(to_day: u32) -> (Disclosure, Vec<Blob>) {
    let (body, pages) = march();
    (Disclosure { to_day, ..body }, pages)
}

/// Asks about a line of a disclosure.
pub fn ask(disclosure: EntryId, line: Option<LinePlace>, zh: &str) -> (Ask, Vec<Blob>) {
    let text = statement(zh);
    (Ask { disclosure, line, text: text.id() }, vec![text])
}

/// Answers a question.
pub fn reply(question: EntryId, zh: &str) -> (Reply, Vec<Blob>) {
    let text = statement(zh);
    (Reply { question, text: text.id() }, vec![text])
}
