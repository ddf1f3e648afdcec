//! README's "Your own estate", as it stands there: from an empty folder by its commands, a desk and two phones, to a matter that
//! is answered, a vote with its result, the first books, and a log that audits.
//!
//! To its answered matter the programs alone run, by this machine's clock. A vote is noticed for 15 days, so from then on the
//! same folder is served by a clock that is moved; the commands are the real ones throughout.

mod folder;
mod neighbours;

use serde_json::{Value, json};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::id::PersonId;
use yishi_tests::post_office::PostOffice;

use crate::phone::Phone;
use crate::walk::cast;
use folder::{Folder, data, day_after, now_ms};

const TITLE: &str = "单元门口没有坡道，轮椅进不去";

/// The owners of the stairwell whom no screen shows: their homes, and what they mark.
const NEIGHBOURS: [(&str, &str, u32); 7] = [
    ("胡超雪", "1栋1单元102", 0),
    ("孟杰萱", "1栋1单元201", 0),
    ("宋敏", "1栋1单元202", 0),
    ("姜浩曦", "1栋1单元301", 0),
    ("黎艳辰", "1栋1单元302", 0),
    ("严建海", "1栋1单元401", 0),
    ("严若宁", "1栋1单元402", 1),
];

/// Those who are in: their names, who they are, what they mark.
type Neighbours = Vec<(&'static str, PersonId, u32)>;

/// The last day of the first offices, and of letters.
struct Until {
    offices: String,
    letters: String,
}

/// 1. Offices.
async fn offices(folder: &Folder) -> (Phone, Phone) {
    let letters = "yishi-data/office-letters.html";
    let chair = folder.sit_down(&folder.code(letters, &["张主任"])).await;
    let secretary = folder.sit_down(&folder.code(letters, &["俞书记"])).await;
    let waiting = folder.ask(&["confirm"]);
    assert!(waiting.contains("the device of somebody who was given an office"), "{waiting}");
    let confirmed = folder.ask(&["confirm", "--all"]);
    assert!(!confirmed.contains("not confirmed"), "{confirmed}");
    for desk in [&chair, &secretary] {
        folder.desk(desk).await;
    }
    (chair, secretary)
}

/// 2. The roll.
async fn roll(folder: &Folder, secretary: &Phone, until: &Until) {
    let roll = data("roll.csv");
    let counted = ["--dry-run", "--expect-heads", "739", "--expect-area", "81,065.20"];
    folder.run("yishi-server", &[&["import-roll", &roll][..], &counted].concat());
    let imported = folder.ask(&["import-roll", &roll, "--letters-until", &until.letters]);
    assert!(imported.contains("wrote 949 letters"), "{imported}");
    folder.desk(secretary).await;
    secretary.press("人员与授权").await;
    secretary.stop("own-estate-waiting").await;
    secretary.press("整份名册").await;
    secretary.see("739").await;
    secretary.stop("own-estate-roll").await;
    secretary.press("我确认，签名").await;
    secretary.see("已确认，马上生效").await;
    for batch in ["入户信 400 封", "入户信 400 封", "入户信 149 封"] {
        secretary.press(batch).await;
        secretary.press("我确认，签名").await;
        secretary.see("已确认").await;
        folder.desk(secretary).await;
        secretary.press("人员与授权").await;
    }
}

/// What the owners adopted, published with the host's key and read by another organisation.
async fn bylaws(folder: &Folder, secretary: &Phone) {
    let adopted = ["--document", &data("README.md"), "--set", "answer_days=15"];
    let host = ["--key", "yishi-data/host.key"];
    let published = folder.ask(&[&["bylaws"][..], &adopted, &host].concat());
    assert!(published.contains("answer_days = 15   instead of 10"), "{published}");
    folder.desk(secretary).await;
    secretary.press("人员与授权").await;
    secretary.press("管理规约").await;
    secretary.see("原来：10 天").await;
    secretary.stop("own-estate-bylaws").await;
    secretary.press("我确认，签名").await;
    secretary.see("已确认，马上生效").await;
}

/// 3. Letters and phones.
async fn phones(folder: &Folder) -> (Phone, Phone) {
    let yang = folder.scan(&folder.code("letters.html", &["杨辰桂", "1栋1单元101"])).await;
    let sun = folder.scan(&folder.code("letters.html", &["孙鹏静", "1栋1单元602"])).await;
    sun.press("还没选定由谁投").await;
    sun.press("由我投").await;
    sun.press("签名选定").await;
    sun.see("你的选择已签名").await;
    (yang, sun)
}

/// 4. The first matter.
async fn matter(folder: &Folder, yang: &Phone, chair: &Phone) {
    yang.press("我要提一件事").await;
    yang.fill("what", &format!("{TITLE}。希望加一段坡道和扶手。")).await;
    yang.fill("where", "1栋1单元门口").await;
    yang.see("选一下关系到谁").await;
    yang.stop("own-estate-raise").await;
    yang.find("label", "至少 10 户").await.click().await.unwrap();
    yang.press("签名并提交").await;
    yang.see("提交好了，等业委会答复").await;
    folder.desk(chair).await;
    chair.press("答复：").await;
    chair.press("受理").await;
    chair.fill("answer", "收下了，交全单元表决。").await;
    chair.press("签名答复").await;
    chair.see("已受理").await;
}

/// 3. The neighbours open their letters too; the other owners of 602 name who votes for it.
async fn neighbours(folder: &Folder, office: &PostOffice, sun: &Phone) -> Neighbours {
    let code = |name, home| folder.code("letters.html", &[name, home]);
    let voter = neighbours::person_of(office, &code("孙鹏静", "1栋1单元602")).await;
    for name in ["马远", "黄磊"] {
        let person = neighbours::enrolled(office, name, &code(name, "1栋1单元602")).await;
        neighbours::names(office, name, &person, voter).await;
    }
    folder.home(sun).await;
    sun.see("由你投票").await;
    let mut enrolled = Vec::new();
    for (name, home, choice) in NEIGHBOURS {
        enrolled.push((name, neighbours::enrolled(office, name, &code(name, home)).await, choice));
    }
    enrolled
}

/// 5. The first vote.
async fn vote(
    folder: &Folder,
    office: &PostOffice,
    chair: &Phone,
    phones: [&Phone; 2],
    neighbours: &Neighbours,
) {
    // A phone that is let in at the moment of the notice is as late as one after it.
    office.clock.set(office.state().await.unwrap().last_received_ms() + HOUR_MS);
    folder.desk(chair).await;
    chair.press(&format!("定下交不交表决：{TITLE}")).await;
    chair.press("交付表决").await;
    chair.press("其他重大事项").await;
    chair.press("下一步：范围").await;
    chair.see("12 人，867.60").await;
    assert_eq!(chair.text().await.matches("7栋1单元（131 人）").count(), 1, "a building with one entrance");
    chair.press("下一步：日期").await;
    chair.press("下一步：文本").await;
    chair.fill("item0", "同意在 1栋1单元门口加装坡道和扶手，最多花 12,000.00 元").await;
    chair.press("下一步：核对发布").await;
    chair.see("公示预览").await;
    chair.stop("own-estate-notice").await;
    chair.press("签名发布公示").await;
    chair.see("公示已发布").await;
    let state = office.state().await.unwrap();
    let notice = state.notices().next().unwrap().1.body.clone();

    office.clock.set(notice.opens_ms - DAY_MS);
    folder.desk(chair).await;
    chair.press("定名册：").await;
    chair.press("签名，定名册").await;
    chair.see("名册已定").await;
    let state = office.state().await.unwrap();
    let agenda = *state.agendas().next().unwrap().0;

    office.clock.set(notice.opens_ms + 8 * HOUR_MS);
    for phone in phones {
        folder.home(phone).await;
        cast(phone, "看方案，去投票", "同意").await;
    }
    for (name, person, choice) in neighbours {
        neighbours::votes(office, name, person, agenda, *choice).await;
    }
    folder.desk(chair).await;
    chair.see("够了，这次算数").await;
    chair.stop("own-estate-enough").await;

    office.clock.set(notice.closes_ms + 8 * HOUR_MS);
    folder.desk(chair).await;
    chair.press("截止收票：").await;
    chair.press("签名，截止收票").await;
    chair.see("3 × 9 = 27 ≥ 2 × 12 = 24").await;
    chair.press("签名公布结果").await;
    chair.see("表决结果公告").await;
    chair.see_exactly("通过").await;
    chair.stop("own-estate-posted").await;
    for phone in phones {
        folder.home(phone).await;
        phone.press("看结果").await;
        phone.see_exactly("通过").await;
        phone.see("3 × 9 = 27").await;
    }
    phones[0].stop("own-estate-result").await;

    office.let_object(agenda).await.unwrap();
    folder.desk(chair).await;
    chair.press("定为最终结果：").await;
    chair.press("签名定为最终结果").await;
    chair.see("签好了，等第二个人确认").await;
    let confirmed = folder.ask(&["confirm", "--all"]);
    assert!(confirmed.contains("confirmed") && !confirmed.contains("not confirmed"), "{confirmed}");
}

/// 6. The manager, and its first work.
async fn manager(folder: &Folder, office: &PostOffice, chair: &Phone, until: &Until) -> Phone {
    folder.ask(&["org", "物业服务中心", "--kind", "manager"]);
    let said = folder.ask(&["letter", "黄经理", "--until", &until.letters]);
    let person = said.lines().find_map(|line| line.strip_prefix("person")).unwrap().trim();
    let office_of = ["--org", "manager", "--role", "manager", "--until", &until.offices];
    folder.ask(&[&["grant", person][..], &office_of].concat());
    let manager = folder.sit_down(&folder.code("letter.html", &["黄经理"])).await;
    let confirmed = folder.ask(&["confirm", "--all"]);
    assert!(confirmed.contains("confirmed") && !confirmed.contains("not confirmed"), "{confirmed}");
    folder.desk(&manager).await;

    folder.desk(chair).await;
    chair.press("派单：").await;
    chair.choose("assignee", "物业服务中心").await;
    chair.fill("work", "坡道一段、扶手两侧，先立警示牌，做完拍照。").await;
    chair.fill("cap", "12,000.00").await;
    chair.pick_date("due", &day_after(office.state().await.unwrap().last_received_ms(), 30)).await;
    chair.press("签名派单").await;
    chair.see("已派单").await;
    folder.desk(&manager).await;
    manager.see("办完：").await;
    manager.stop("own-estate-manager").await;
    manager
}

/// 7. The first books.
async fn books(folder: &Folder, manager: &Phone, yang: &Phone) {
    manager.press("公示账目").await;
    manager.find("#file", "").await.send_keys(data("ledger.csv")).await.unwrap();
    manager.see("还有期初没填").await;
    let openings = ["600,000.00", "20,000.00", "900,000.00", "150,000.00"];
    for (place, yuan) in openings.into_iter().enumerate() {
        manager.fill(&format!("opening{}", place + 1), yuan).await;
    }
    manager.stop("own-estate-ledger").await;
    manager.press("签名公布").await;
    manager.see("账目已公布").await;
    folder.home(yang).await;
    yang.press("看每一笔").await;
    yang.see("四本账都对得上").await;
    yang.stop("own-estate-books").await;
}

/// 8. Check it.
fn check(folder: &Folder) {
    folder.keep_head("seen.note");
    folder.ask(&["export", "record.jsonl"]);
    let said = folder.verify("record.jsonl", "seen.note");
    let verdict: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&verdict["sound"], &verdict["rolls"][0]["heads"]), (&json!(true), &json!(739)), "{said}");
    let vote = &verdict["votes"][0];
    assert_eq!((&vote["ballots"], &vote["heads"], &vote["late_keys"]), (&json!(9), &json!(12), &json!(0)));
    let item = &vote["items"][0];
    assert_eq!((&item["outcome"], &item["for"][0]["heads"]), (&json!("Passed"), &json!(8)), "{said}");
    assert_eq!(verdict["matters"][0]["step"], "execute", "{said}");
    let books = &verdict["disclosures"][0];
    assert_eq!(
        (&books["lines"], &books["ledgers"][0]["closing_fen"]),
        (&json!("recomputed"), &json!(16_821_986))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_estate_is_founded_by_the_readme_and_walks_to_its_first_books() {
    let mut folder = Folder::empty();
    let started_ms = now_ms();
    let until = Until { offices: day_after(started_ms, 365), letters: day_after(started_ms, 183) };
    let init = ["init", "--name", "桂苑小区", "--host-until", &until.offices];
    let first = ["--office", "committee=张主任", "--office", "residents-committee=俞书记"];
    folder.run("yishi-server", &[&init[..], &first].concat());
    folder.serve();
    let (chair, secretary) = offices(&folder).await;
    roll(&folder, &secretary, &until).await;
    bylaws(&folder, &secretary).await;
    drop(secretary);
    let (yang, sun) = phones(&folder).await;
    matter(&folder, &yang, &chair).await;

    let office = folder.serve_by_a_clock_of_its_own().await;
    let neighbours = neighbours(&folder, &office, &sun).await;
    vote(&folder, &office, &chair, [&yang, &sun], &neighbours).await;
    let manager = manager(&folder, &office, &chair, &until).await;
    books(&folder, &manager, &yang).await;
    check(&folder);
}
