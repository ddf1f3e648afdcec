//! The light pages, walked by a plain client that follows every link: all that is public can be read, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body as HttpBody;
use axum::http::{Request, StatusCode, header};
use yishi_protocol::blob::{Blob, BlobKind, MatterText, Stance};
use yishi_protocol::body::{Class, Close, Confirm, DisputeGround, OrgKind, Tally};
use yishi_protocol::calendar::{day_of_date, day_start_ms};
use yishi_protocol::id::EntryId;
use yishi_protocol::view::{ResultView, Served};
use yishi_tests::disputes::dispute;
use yishi_tests::help::help_line;
use yishi_tests::matters::{ask, march_until, opinion, raise, reply};
use yishi_tests::matters::{day, words};
use yishi_tests::people::{party, person, public, salt};
use yishi_tests::post_office::{Answer, PostOffice};
use yishi_tests::stairwell::{ballot, hour, resolution};

/// Asks for a page as an old browser does.
async fn ask_for(office: &PostOffice, address: &str) -> Answer {
    let request = Request::get(format!("/{address}")).body(HttpBody::empty()).unwrap();
    office.call(request).await.unwrap()
}

#[tokio::test]
async fn a_matter_says_whom_it_waits_for_and_until_when() {
    let office = PostOffice::founded().await.unwrap();
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let page = |lang: &'static str| {
        let (office, estate) = (&office, office.estate);
        async move { text(&ask_for(office, &format!("light?estate={estate}&matter={matter}&lang={lang}")).await) }
    };
    let zh = page("zh").await;
    assert!(zh.contains("等业委会答复<") && zh.contains("2026年3月29日前<"), "{zh}");
    let en = page("en").await;
    assert!(en.contains("Waiting for the committee to answer<") && en.contains("by 29 Mar 2026<"), "{en}");
    // And for how long it has waited in vain.
    office.clock.set(day_start_ms(day_of_date(2026, 4, 2).unwrap()));
    assert!(page("zh").await.contains("2026年3月29日前，已超 3 天"));
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

/// The addresses to which a page leads.
fn links(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|link| link.replace("&amp;", "&")).collect()
}

/// All light pages that can be reached from one, by their addresses.
async fn walked(office: &PostOffice, from: &str) -> BTreeMap<String, String> {
    walked_where(office, from, |_| true).await
}

/// Those of them whose addresses are like that.
async fn walked_where(office: &PostOffice, from: &str, like: fn(&str) -> bool) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut ahead = vec![from.to_owned()];
    while let Some(address) = ahead.pop() {
        if pages.contains_key(&address) {
            continue;
        }
        let answer = ask_for(office, &address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8", "{address}");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "private, no-cache", "{address}");
        assert!(
            answer.headers[header::CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none'; style-src 'self'")
        );
        let page = text(&answer);
        assert!(page.len() < 100_000, "{address} has {} bytes", page.len());
        sound(&address, &page);
        ahead.extend(links(&page).into_iter().filter(|link| link.starts_with("light?") && like(link)));
        pages.insert(address, page);
    }
    pages
}

/// Whether a page is markup whose elements close in their order, without a script, and says what it is worth.
fn sound(address: &str, page: &str) {
    let worth =
        ["这一页什么都没有经过核对", "Nothing on this page is proved", "⟦Ñöţĥîñĝ öñ ţĥîš þåĝé îš þŕöṽéð"];
    assert!(worth.iter().any(|worth| page.contains(worth)), "{address}");
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{address}"),
            None if ["!doctype", "meta", "link", "input"].contains(&name) => {}
            None => open.push(name),
        }
        let names: String = tag.split('"').step_by(2).collect();
        assert!(name != "script" && !names.contains(" style=") && !names.contains(" on"), "{address}: {tag}");
    }
    assert_eq!(open, [""; 0], "{address}");
}

/// The stairwell with a counted vote, an open one, a matter whose work is done, and books with a question.
async fn told() -> PostOffice {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for name in ["wang", "li", "feng"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    let (matter, _) = office.work_done().await.unwrap();
    for (number, name) in (0..60).zip(["feng", "chen", "wu", "zheng"].iter().cycle()) {
        let (body, blobs) = opinion(matter, Stance::Neutral, &format!("看法{number}。"), None);
        office.say(name, body, blobs).await.unwrap();
    }
    let (body, blobs) = march_until(day(3, 20));
    let books = office.say("manager", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = ask(books, Some((0, 1)), "工资怎么涨了？");
    let question = office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = reply(question, "多请了一个保安。");
    office.say("manager", body, blobs).await.unwrap();
    office
}

#[tokio::test]
async fn everything_public_is_read_without_a_script() {
    let office = told().await;
    let pages = walked(&office, "light").await;
    let all: String = pages.values().map(String::as_str).collect();
    for said in [
        "加装电梯",
        "同意",
        "反对",
        "弃权",
        "普通事项",
        "2026年3月20日 0:00",
        "2026年4月3日 24:00",
        "正在投票",
        "单元门口加装无障碍坡道",
        "我家老人坐轮椅",
        "收到，这周量尺寸。",
        "早该有了。",
        "看法0。",
        "看法59。",
        "派单给物业服务中心",
        "13,000.00",
        "12,000.00",
        "超出",
        "V202603-00001",
        "V202603-00004",
        "+1,200.00",
        "物业服务：物业费（住宅）",
        "1 问，都答了",
        "普通事项：人数、面积都过半",
        "先要三分之二参加",
        "\u{2212}850.00",
        "工资怎么涨了？",
        "多请了一个保安。",
        "问第 2 笔",
        "10,000.00",
        "90,000.00",
        // And in English.
        "Nothing on this page is proved",
        "For",
        "Open for voting",
        "took it up",
        "gave it to",
        "Property service: Service fee, dwellings",
        "1 question, answered",
        "3 Apr 2026 24:00",
    ] {
        assert!(all.contains(said), "no page says {said}");
    }
    // A list that is long goes on.
    assert!(pages.keys().any(|address| address.contains("matter=") && address.ends_with("page=2")));
    // Nobody is named, and nothing of a key or of what somebody chose.
    for name in ["wang", "li", "feng", "host", "manager", "root"] {
        assert!(!all.contains(&public(name).to_string()), "{name}'s key");
        assert!(
            !all.contains(&person(name).to_string()) && !all.contains(&party(name).to_string()),
            "{name}"
        );
    }
    for private in ["wang", "feng", "choice"] {
        assert!(!all.contains(private), "a page names {private}");
    }
}

/// What a page says, without what is said in brackets, which may lie in others.
fn without_brackets(page: &str) -> String {
    let mut depth = 0;
    let mut in_tag = false;
    let mut left = String::new();
    for sign in page.chars() {
        match sign {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            '<' => {
                in_tag = true;
                left.push(' ');
            }
            '>' => in_tag = false,
            _ if depth == 0 && !in_tag => left.push(sign),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{page}");
    left
}

#[tokio::test]
async fn a_third_language_is_one_more_file() {
    let office = told().await;
    let pages = walked_where(&office, "light?lang=en-XA", |link| link.contains("lang=en-XA")).await;
    let first = &pages["light?lang=en-XA"];
    assert!(first.contains("<html lang=\"en-XA\">") && pages.len() > 5);
    // It leads to every language that is offered, by its own name; none leads to it.
    for (tag, name) in [("zh-CN", "简体中文"), ("en", "English")] {
        assert!(first.contains(&format!("lang=\"{tag}\" hreflang=\"{tag}\">{name}</a>")), "{first}");
        let other = text(&ask_for(&office, &format!("light?lang={tag}")).await);
        assert!(!other.contains("en-XA"), "{other}");
    }
    for (address, page) in &pages {
        // What is left is not ours: languages' names, what people wrote, units, vouchers.
        let mut left = without_brackets(page);
        for theirs in ["English", "m²", "V202603-", "Owners&#39; committee"] {
            left = left.replace(theirs, "");
        }
        let is_phrase = |word: &&str| word.contains(|sign: char| sign.is_ascii_alphabetic());
        let phrases: Vec<&str> = left.split_whitespace().filter(is_phrase).collect();
        assert_eq!(phrases, [""; 0], "{address}");
    }
}

#[tokio::test]
async fn a_result_is_told_with_its_totals_and_its_working() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    let address = format!("light?estate={}&vote={}", office.estate, vote.agenda);
    assert!(!text(&ask_for(&office, &address).await).contains("照法律一步步算"));
    let state = office.state().await.unwrap();
    let closes_ms = state.notice(&vote.notice).unwrap().body.closes_ms;
    office.clock.set(closes_ms + 60_000);
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    let tally: Tally = draft.json().unwrap();
    office.say("host", tally, vec![]).await.unwrap();
    let page = text(&ask_for(&office, &address).await);
    for said in [
        "有结果了",
        "参加不够，不算数",
        "照法律一步步算",
        "3 × 6 = 18 &lt; 2 × 11 = 22",
        "不够",
        "人数太少，不单列",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }

    let (body, blobs) = dispute((vote.agenda, 1), "feng", DisputeGround::Count, vec![]);
    let disputed = office.say("feng", body, blobs).await.unwrap().entry.id();
    let page = text(&ask_for(&office, &address).await);
    for said in ["结果公示", "计数不对", "数字对不上，请重算。", "还没有裁定"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    office.end(vote.agenda).await.unwrap();
    let page = text(&ask_for(&office, &address).await);
    assert!(page.contains("最终结果") && !page.contains("没有第二个人确认"), "{page}");
    let read = office.get(&format!("/agendas/{}/result", vote.agenda)).await.unwrap();
    let read: Served<ResultView> = read.json().unwrap();
    assert_eq!(read.stated.disputes, [(disputed, None)], "whoever shows no pass reads it too");
    assert!(read.stated.finality.is_some() && read.stated.confirmed.is_some());
}

#[tokio::test]
async fn what_is_chinese_says_so_where_the_page_is_not() {
    let office = PostOffice::founded().await.unwrap();
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = raise();
    office.say("wang", body, blobs).await.unwrap();
    let from = format!("light?estate={}&lang=en", office.estate);
    let english = walked_where(&office, &from, |address| address.contains("lang=en")).await;
    let mut marked = 0;
    for (address, page) in &english {
        marked += page.matches("<bdi lang=\"zh-CN\">").count();
        let plain = page
            .split("<bdi lang=\"zh-CN\">")
            .map(|part| part.split_once("</bdi>").map_or(part, |(_, rest)| rest));
        let plain: String = plain.collect();
        let texts = plain.split('<').filter_map(|part| part.split_once('>'));
        // The sign of the product is read to nobody; a link to another language has its own `lang`.
        let mut texts = texts.map(|(_, text)| text).filter(|text| !["议", "简体中文"].contains(text));
        let foreign = texts.find(|text| yishi_protocol::visible::is_chinese(text));
        assert_eq!(foreign, None, "{address}");
    }
    assert!(marked > 0);
    let from = format!("light?estate={}", office.estate);
    let chinese = walked_where(&office, &from, |address| !address.contains("lang=")).await;
    assert!(chinese.values().all(|page| !page.contains("<bdi")));
}

#[tokio::test]
async fn words_of_residents_never_become_markup() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    office.clock.set(hour(3, 20, 0));
    let text_of = MatterText {
        body: words("<img src=x onerror=alert(1)>\n</div><a href=\"//evil.example\">x</a>"),
        place: Some("'\"><b>".to_owned()),
        title: words("<script>alert(1)</script>"),
    };
    let blob = Blob::record(BlobKind::MatterText, salt("markup"), &text_of);
    let (mut body, _) = raise();
    body.text = blob.id();
    let matter: EntryId = office.say("wang", body, vec![blob]).await.unwrap().entry.id();
    let pages = walked(&office, &format!("light?estate={}", office.estate)).await;
    let page = pages.iter().find(|(address, _)| address.contains(&matter.to_string())).unwrap().1;
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(!page.contains("<img") && !page.contains("<b>'"));
    let own: BTreeSet<String> = pages.values().flat_map(|page| links(page)).collect();
    let foreign = |link: &&String| {
        !["light", "./?estate=", "data:,", "light.css"].iter().any(|own| link.starts_with(own))
    };
    assert_eq!(own.iter().find(foreign), None);
}

#[tokio::test]
async fn what_is_not_there_is_said_in_words_and_what_is_unchanged_is_not_sent_again() {
    let office = told().await;
    let estate = office.estate;
    for address in ["light?estate=abc", "light?vote=%3Cscript%3E", "light?matter=1", "light?books=1&lang=en"]
    {
        let answer = ask_for(&office, address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        sound(address, &text(&answer));
    }
    // In the language that was asked for, which stays when its reader goes back.
    let english = text(&ask_for(&office, "light?books=1&lang=en-GB").await);
    assert!(
        english.contains("There is nothing here") && english.contains("href=\"light?lang=en\""),
        "{english}"
    );
    // Beyond the last page of a list, and what is no number.
    for address in [
        format!("light?estate={estate}&list=matters&page=99"),
        format!("light?page=-1&estate={estate}&page=2"),
    ] {
        assert_eq!(ask_for(&office, &address).await.status, StatusCode::OK, "{address}");
    }
    let first = ask_for(&office, "light").await;
    let request = Request::get("/light").header(header::IF_NONE_MATCH, first.headers[header::ETAG].clone());
    let again = office.call(request.body(HttpBody::empty()).unwrap()).await.unwrap();
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let posted = Request::post("/light").body(HttpBody::empty()).unwrap();
    assert_eq!(office.call(posted).await.unwrap().status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_foot_of_every_page_says_where_to_turn() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let pages = [String::new(), format!("&vote={}", vote.agenda)];
    for page in &pages {
        let none = text(&ask_for(&office, &format!("light?estate={}{page}", office.estate)).await);
        assert!(!none.contains("tel:"), "{page}");
    }
    let (body, blobs) = help_line(&office.state().await.unwrap(), OrgKind::Committee, "(0571) 8888 1234");
    let entry = office.say("host", body, blobs).await.unwrap().entry.id();
    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    for page in &pages {
        let shown = text(&ask_for(&office, &format!("light?estate={}{page}", office.estate)).await);
        sound(page, &shown);
        assert!(shown.contains("href=\"tel:057188881234\">打电话 (0571) 8888 1234</a>"), "{page}");
        assert!(shown.contains("3栋101室") && shown.contains("周一至周五 9:00–11:30"), "{page}");
        let english = ask_for(&office, &format!("light?estate={}&lang=en{page}", office.estate)).await;
        assert!(text(&english).contains("Monday to Friday, 9:00–11:30"), "{page}");
    }
}
