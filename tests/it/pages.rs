//! However much is said, an answer stays small, and whoever follows its pages reads everything once.

use std::sync::Arc;

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, Evidence, MAX_RECORD, MatterText, Stance, Words};
use yishi_protocol::body::{
    Action, Body, Capability, Class, Confirm, Notice, OrgKind, Raise, Representative, RevokeGrant, Role,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{EntryId, Hash, Salt};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::projection::Matter;
use yishi_protocol::view::{MatterView, OfficerList, Opened, Paged, Served};
use yishi_server::lock::MemoryLock;
use yishi_server::store::{Append, LogStore, NewEntry};
use yishi_tests::faults::Counted;
use yishi_tests::matters::{answer, ask, march_until, opinion, progress, raise};
use yishi_tests::people::{key, party, person, public, salt};
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::stairwell::{agenda_text, grant, hour, notice, resolution};

/// How many opinions one matter has.
const SAID: usize = 1_800;
/// The most bytes of an answer here: 50 opinions with their proofs and words of 200 characters.
const LARGEST: usize = 256 * 1024;
/// How many rows one answer has.
const ROWS: usize = 50;
/// How many rows each list has here.
const MANY: usize = 2 * ROWS + 20;
/// The most bytes of a row with no proof, title and worker's office included, each of a record's words; and of one with proofs:
/// two entries below 4 KiB with their paths to the root, and their words, a third longer as they travel.
const BARE_ROW: usize = 2 * MAX_RECORD + 1024;
const PROVEN_ROW: usize = 2 * (4096 * 4 / 3 + 64 * 67) + 2 * (MAX_RECORD * 4 / 3 + 512) + MAX_RECORD;

/// A log that goes on outside of any server.
struct Telling {
    log: Log,
    append: Append,
}

impl Telling {
    /// Goes on from what a server has.
    async fn on(store: &Counted, office: &PostOffice) -> Self {
        let mut log = Log::new();
        let leaves = store.leaves(&office.estate, 0, 1000).await.unwrap();
        for (index, leaf) in (0..).zip(&leaves) {
            log.replay(&LogEntry::from_leaf(index, leaf).unwrap(), &Evidence::new()).unwrap();
        }
        let append = Append { estate: office.estate, first: log.tree().size(), entries: Vec::new() };
        Self { log, append }
    }

    fn say(&mut self, name: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> EntryId {
        let last_seq = self.log.state().key(&public(name)).unwrap().last_seq;
        let (estate, seq, view) = (self.append.estate, last_seq.map_or(0, |last| last + 1), self.log.view());
        let draft = Unsigned { estate, seq, view, client_ms: 0, body: body.into() };
        let entry = yishi_protocol::verify(&draft.sign(&key(name)).unwrap()).unwrap();
        let evidence: Evidence = blobs.iter().cloned().collect();
        let at_ms = self.log.state().last_received_ms();
        let entry = self.log.accept(entry, at_ms, &evidence).unwrap();
        let (entry_id, leaf, leaf_hash) = (entry.entry.id(), entry.leaf(), entry.leaf_hash());
        self.append.entries.push(NewEntry { entry_id, leaf, leaf_hash, blobs });
        entry_id
    }
}

/// An open vote at a server whose store is counted.
async fn founded() -> (PostOffice, Arc<Counted>, Arc<MemoryLock>, Vote) {
    let (store, lock) = (Arc::<Counted>::default(), Arc::<MemoryLock>::default());
    let office = PostOffice::founded_in(Arc::clone(&store) as _, Arc::clone(&lock) as _).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    (office, store, lock, vote)
}

/// A server that begins on what was told.
async fn served(
    telling: Telling,
    office: &PostOffice,
    store: Arc<Counted>,
    lock: Arc<MemoryLock>,
) -> PostOffice {
    store.append(&[telling.append]).await.unwrap();
    PostOffice::started(store as _, lock, office.estate, Arc::clone(&office.clock)).await.unwrap()
}

/// A matter that everybody has spoken about for years, and a server that begins on its log.
async fn crowded() -> (PostOffice, Arc<Counted>, EntryId, Vec<EntryId>) {
    let (office, store, lock, _) = founded().await;
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let mut telling = Telling::on(&store, &office).await;
    let mut said = Vec::new();
    for number in 0..SAID {
        let words = format!("{number}{}", "这段坡道要早点修好，".repeat(20));
        let (body, blobs) = opinion(matter, Stance::For, &words, None);
        said.push(telling.say("host", body, blobs));
    }
    let office = served(telling, &office, Arc::clone(&store), lock).await;
    (office, store, matter, said)
}

/// A page of the matter, as it is answered.
async fn page(office: &PostOffice, matter: &EntryId, after: Option<u64>) -> (Served<()>, MatterView) {
    let after = after.map(|after| format!("?after={after}")).unwrap_or_default();
    let answer = office.get(&format!("/matters/{matter}{after}")).await.unwrap();
    assert!(answer.body.len() <= LARGEST, "{} bytes", answer.body.len());
    let (shown, view) = answer.json::<Served<MatterView>>().unwrap().apart();
    assert!(view.trail.len() + view.opinions.len() <= ROWS);
    (shown, view)
}

fn opened<'a>(office: &PostOffice, shown: &'a Served<()>) -> Opened<'a> {
    shown.open((&office.estate, &public("log")), Body::decode).unwrap()
}

/// Its first page, opened as a window does.
async fn begun(office: &PostOffice, matter: &EntryId) -> Matter {
    let (shown, view) = page(office, matter, None).await;
    Matter::of(&opened(office, &shown), view, matter).unwrap()
}

/// Reads its next page; whether there was one.
async fn read_on(office: &PostOffice, matter: &mut Matter) -> bool {
    let Some(next) = matter.view.page_next else { return false };
    let (shown, view) = page(office, &matter.id, Some(next)).await;
    matter.read_on(&opened(office, &shown), &view).unwrap();
    true
}

/// Officers who write without end make no answer large, and each act is still held against those that it follows.
#[tokio::test]
async fn everything_that_was_done_is_read_once_in_answers_that_stay_small() {
    let (office, store, lock, _) = founded().await;
    let (matter, _) = office.work_done().await.unwrap();
    let state = office.state().await.unwrap();
    let task = *state.matter(&matter).unwrap().tasks.first().unwrap();
    let mut telling = Telling::on(&store, &office).await;
    let mut done = Vec::new();
    for number in 0..u64::try_from(MANY).unwrap() {
        let (body, blobs) = progress(task, 100, 1_300_000 + number);
        done.push(telling.say("manager", body, blobs));
        let (body, blobs) = opinion(matter, Stance::For, &format!("第{number}次"), None);
        telling.say("host", body, blobs);
    }
    let office = served(telling, &office, store, lock).await;
    let mut whole = begun(&office, &matter).await;
    let mut pages = 1;
    while read_on(&office, &mut whole).await {
        pages += 1;
    }
    let read: Vec<EntryId> = whole.trail.iter().map(|act| act.id).collect();
    assert!(read.ends_with(&done) && read.first() == Some(&matter));
    let rows = whole.trail.len() + whole.opinions.len();
    assert_eq!(pages, rows.div_ceil(ROWS), "{rows} rows, each once");
    // A page that leaves an act out, of those that later ones follow, is none of this matter.
    let (shown, view) = page(&office, &matter, None).await;
    let mut less = view.clone();
    less.trail.retain(|act| act.entry != task);
    Matter::of(&opened(&office, &shown), less, &matter).unwrap_err();
}

#[tokio::test]
async fn everything_that_was_said_is_read_once_in_answers_that_stay_small() {
    let (office, store, matter, mut said) = crowded().await;
    let before = store.asked().0;
    let mut whole = begun(&office, &matter).await;
    assert!(store.asked().0 - before <= 3, "for who spoke, who acted, and all that is shown");
    let mut pages = 1;
    while whole.view.page_next.is_some() {
        // Others go on talking while somebody reads.
        if pages % 12 == 0 {
            let (body, blobs) = opinion(matter, Stance::Against, &format!("later {pages}"), None);
            said.push(office.say("chen", body, blobs).await.unwrap().entry.id());
        }
        read_on(&office, &mut whole).await;
        pages += 1;
    }
    assert_eq!(whole.opinions.iter().map(|said| said.id).collect::<Vec<_>>(), said);
    assert_eq!((said.len(), pages), (SAID + 3, 37));
    // A page that was read already, or another matter's, is no next one.
    let mut first = begun(&office, &matter).await;
    let (shown, view) = page(&office, &matter, None).await;
    first.read_on(&opened(&office, &shown), &view).unwrap_err();
    whole.read_on(&opened(&office, &shown), &view).unwrap_err();

    for path in ["/matters", "/agendas", "/disclosures", "/officers", "/waiting", "/scopes"] {
        let answer = office.get(path).await.unwrap();
        assert!(answer.body.len() <= LARGEST, "{path}: {} bytes", answer.body.len());
    }
    for path in ["/me", "/people"] {
        let answer = office.get_as("host", path).await.unwrap();
        assert!(answer.body.len() <= LARGEST, "{path}: {} bytes", answer.body.len());
    }
    let light = |number: usize| {
        let uri = format!("/light?estate={}&matter={matter}&page={number}", office.estate);
        axum::http::Request::get(uri).body(axum::body::Body::empty()).unwrap()
    };
    let newest = office.call(light(1)).await.unwrap();
    assert!(newest.body.len() <= LARGEST && String::from_utf8_lossy(&newest.body).contains("later 36"));
    let oldest = office.call(light(37)).await.unwrap();
    assert!(String::from_utf8_lossy(&oldest.body).contains("0这段坡道"));
}

/// As long as a title may be, in as many languages as fit a record beside a little more.
fn long(number: usize) -> Words {
    let title = |lang: &str| format!("{:<80}", format!("{number} {lang} 长")).replace(' ', "长");
    let more = ["de", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "vi"];
    let more = more.into_iter().map(|lang| (lang.to_owned(), title(lang))).collect();
    Words { lang: "zh".to_owned(), more, text: title("zh") }
}

/// Follows a list to its end, while something is done after the first page; the ids of its rows, sorted.
async fn followed(
    office: &PostOffice,
    (who, path): (Option<&str>, &str),
    (rows, id): (&str, &str),
    most: usize,
    meanwhile: impl AsyncFnOnce(),
) -> Vec<EntryId> {
    let (mut ids, mut after, mut meanwhile) = (Vec::<EntryId>::new(), String::new(), Some(meanwhile));
    loop {
        let at = format!("{path}{after}");
        let answer = match who {
            Some(who) => office.get_as(who, &at).await.unwrap(),
            None => office.get(&at).await.unwrap(),
        };
        assert!(answer.body.len() <= most, "{at}: {} bytes", answer.body.len());
        let value = answer.value();
        let value = value.get("stated").unwrap_or(&value);
        let page = value[rows].as_array().unwrap();
        assert!(page.len() <= ROWS, "{at}");
        ids.extend(page.iter().map(|row| row[id].as_str().unwrap().parse::<EntryId>().unwrap()));
        if let Some(meanwhile) = meanwhile.take() {
            meanwhile().await;
        }
        let next = value.get("questions_next").unwrap_or(&value["next"]).as_str();
        let Some(next) = next else { break };
        after = format!("?after={next}");
    }
    ids.sort();
    let read = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), read, "{path}: no row twice");
    ids
}

/// Those of some ids that others are, so that what came meanwhile may be among them or not.
fn of(mut ids: Vec<EntryId>, others: &[EntryId]) -> Vec<EntryId> {
    ids.retain(|id| others.contains(id));
    ids
}

#[tokio::test]
async fn every_list_is_read_once_in_answers_that_stay_small_whatever_happens_meanwhile() {
    let (office, store, lock, vote) = founded().await;
    office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let mut telling = Telling::on(&store, &office).await;
    let (mut matters, mut votes, mut waiting, mut questions) = (vec![], vec![vote.notice], vec![], vec![]);
    let (body, blobs) = march_until(yishi_tests::matters::day(3, 20));
    let books = telling.say("manager", body, blobs);
    for number in 0..MANY {
        let text = MatterText { body: Words::zh("说明"), place: None, title: long(number) };
        let text = Blob::record(BlobKind::MatterText, salt(&format!("matter {number}")), &text);
        matters.push(telling.say("host", Raise { text: text.id(), ..raise().0 }, vec![text]));

        let items = vec![resolution(1, Class::Ordinary)];
        let opens_ms = hour(4, 20, 0);
        let (body, _) = notice(vote.roll, items.clone());
        let text: AgendaText = agenda_text(&items).open().unwrap();
        let text = AgendaText { title: long(number), ..text };
        let text = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
        let body = Notice { opens_ms, closes_ms: opens_ms + 15 * DAY_MS, text: text.id(), ..body };
        votes.push(telling.say("host", body, vec![text]));

        let document = Some(Hash::from_bytes([7; 32]));
        let body = Representative { document, party: party("zhao-qian"), person: person("zheng") };
        waiting.push(telling.say("host", body, vec![]));

        let (body, blobs) = ask(books, None, &"问".repeat(1_200));
        questions.push(telling.say("host", body, blobs));
    }
    let office = served(telling, &office, Arc::clone(&store), lock).await;
    for ids in [&mut matters, &mut votes, &mut waiting, &mut questions] {
        ids.sort();
    }

    let asked = store.asked().0;
    office.get("/agendas").await.unwrap();
    assert!(store.asked().0 - asked <= 1, "all titles of a page at once");

    let oldest = matters[0];
    let read = followed(&office, (None, "/matters"), ("matters", "matter"), ROWS * BARE_ROW, async || {
        // One comes, and one ends: what was urgent is not, and the other way round.
        let (body, blobs) = raise();
        office.say("wang", body, blobs).await.unwrap();
        let (body, blobs) = answer(oldest, Action::Decline, "不办。");
        office.say("host", body, blobs).await.unwrap();
    });
    assert_eq!(of(read.await, &matters), matters);
    let read = followed(&office, (None, "/agendas"), ("agendas", "notice"), ROWS * BARE_ROW, async || {
        let (body, blobs) = notice(vote.roll, vec![resolution(1, Class::Ordinary)]);
        let opens_ms = hour(4, 20, 0);
        let body = Notice { opens_ms, closes_ms: opens_ms + 15 * DAY_MS, ..body };
        office.say("host", body, blobs).await.unwrap();
    });
    assert_eq!(of(read.await, &votes), votes);
    let path = format!("/disclosures/{books}");
    let read = followed(&office, (None, &path), ("questions", "question"), ROWS * PROVEN_ROW, async || {});
    assert_eq!(of(read.await, &questions), questions);
    // What the next page begins after is confirmed meanwhile, and waits no more.
    let first = office.get("/waiting").await.unwrap().value();
    let last: EntryId = first["stated"]["next"].as_str().unwrap().parse().unwrap();
    let read = followed(&office, (None, "/waiting"), ("waiting", "act"), ROWS * PROVEN_ROW, async || {
        office.say("root", Confirm { entry: last }, vec![]).await.unwrap();
    });
    assert_eq!(of(read.await, &waiting), waiting);

    let nowhere = office.get(&format!("/matters?after={}", EntryId::ZERO)).await.unwrap();
    assert_eq!(nowhere.code(), "NOT_FOUND");
    // Nobody's browser is sent all of it either.
    for path in ["", "&list=matters", "&list=votes&page=3", &format!("&books={books}&page=2")] {
        let uri = format!("/light?estate={}{path}", office.estate);
        let request = axum::http::Request::get(uri).body(axum::body::Body::empty()).unwrap();
        let page = office.call(request).await.unwrap();
        assert!(page.body.len() <= ROWS * PROVEN_ROW, "{path}: {} bytes", page.body.len());
    }
}

/// Whoever gives offices makes no answer large by giving somebody many.
#[tokio::test]
async fn every_office_is_read_once_in_answers_that_stay_small() {
    let (office, store, lock, _) = founded().await;
    let state = office.state().await.unwrap();
    let mut telling = Telling::on(&store, &office).await;
    let until_ms = hour(12, 31, 0);
    let given = |name: &str| {
        grant(&state, name, (OrgKind::Committee, Role::Committee), &[Capability::Moderate], until_ms)
    };
    let mut all = Vec::new();
    for number in 0..MANY {
        let names = if number % 3 == 0 { "wang" } else { "li" };
        all.push(telling.say("root", given(names), vec![]));
    }
    let office = served(telling, &office, store, lock).await;
    let mut list: OfficerList = office.get("/officers").await.unwrap().json().unwrap();
    let count = |page: &OfficerList| page.officers.iter().map(|one| one.offices.len()).sum::<usize>();
    assert_eq!(count(&list), ROWS);
    let mut first = true;
    while let Some(next) = list.next {
        let answer = office.get(&format!("/officers?after={next}")).await.unwrap();
        assert!(answer.body.len() <= LARGEST, "{} bytes", answer.body.len());
        let page: OfficerList = answer.json().unwrap();
        assert!(count(&page) <= ROWS && page.orgs.is_empty());
        if std::mem::take(&mut first) {
            // The office after which the page begins ends meanwhile, and has its place all the same.
            office.say("root", RevokeGrant { grant: next }, vec![]).await.unwrap();
            let again: OfficerList =
                office.get(&format!("/officers?after={next}")).await.unwrap().json().unwrap();
            assert_eq!(again, page);
        }
        list.read_on(page);
    }
    let persons: Vec<_> = list.officers.iter().map(|one| one.person).collect();
    assert!(persons.is_sorted_by(|one, other| one < other), "each stands there once");
    let mut read: Vec<EntryId> =
        list.officers.iter().flat_map(|one| &one.offices).map(|office| office.grant).collect();
    read.sort();
    read.dedup();
    all.sort();
    assert_eq!(of(read, &all), all);
}
