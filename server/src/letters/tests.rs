//! Tests of what a letter says and of what it lets nobody say.

use yishi_protocol::calendar::day_of_date;

use super::{Letter, document};
use crate::words::Lang;

const ESTATE_ID: &str = "3f9a0c77d2b14e5586a9c0de12345678f0e1d2c3b4a5968778695a4b3c2d1e0f";
const URL: &str = "https://yishi.example.cn/act#3f9a0c77d2b14e5586a9c0de12345678/K7QF-2MXD-9T4B-VH3R-PZ8N-W";

fn homes(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn letter(homes: &[String]) -> Letter<'_> {
    Letter {
        estate_name: "桂苑小区",
        estate_id: ESTATE_ID,
        person_name: "杨辰桂",
        homes,
        code: "K7QF-2MXD-9T4B-VH3R-PZ8N-W",
        url: URL,
        last_day: day_of_date(2026, 12, 31).unwrap(),
        lang: "zh",
        log_key: "9c1185a5c5e9fc54",
    }
}

/// What remains of a document when its tags are taken away.
fn words(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

#[test]
fn a_letter_says_for_whom_it_is_and_what_to_do() {
    let homes = homes(&["1栋1单元101", "地库B1-012"]);
    let text = words(&document(&[letter(&homes)]).unwrap());
    let expected = [
        "桂苑小区 议事平台入户信",
        "这封信只给 杨辰桂 本人",
        "1栋1单元101",
        "地库B1-012",
        "输入下面 21 位字码",
        "K7QF-2MXD-9T4B-VH3R-PZ8N-W",
        "有效期至 2026年12月31日",
        "不要拍照发群，不要告诉别人。",
        "旧信作废",
        "3f9a0c77 d2b14e55",
        "9c1185a5 c5e9fc54",
    ];
    for words in expected {
        assert!(text.contains(words), "the letter lacks {words}");
    }
}

#[test]
fn the_printed_address_is_without_the_code() {
    let text = words(&document(&[letter(&[])]).unwrap());
    assert!(text.contains("用手机打开 https://yishi.example.cn/act，再"));
}

#[test]
fn each_letter_has_a_page_of_its_own() {
    let (first, second) = (homes(&["1栋1单元101"]), homes(&["1栋1单元102"]));
    let html = document(&[letter(&first), letter(&second), letter(&first)]).unwrap();
    assert_eq!(html.matches("<article class=\"letter roomy\"").count(), 3);
    assert_eq!(html.matches("<svg class=\"qr\"").count(), 3);
    let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    assert!(style.contains("break-after: page") && style.contains("size: A4"));
    assert!(html.find("1栋1单元102").unwrap() > html.find("1栋1单元101").unwrap());
}

#[test]
fn a_letter_speaks_the_language_of_its_person_and_in_short_the_others() {
    let homes = homes(&["1栋1单元101"]);
    let html = document(&[Letter { lang: "en", ..letter(&homes) }]).unwrap();
    let text = words(&html);
    assert!(html.contains("<html lang=\"en\">") && html.contains("<strong>杨辰桂</strong>"));
    assert!(text.contains("This letter is for 杨辰桂 only") && text.contains("用微信扫码"), "{text}");
    let text = words(&document(&[letter(&homes)]).unwrap());
    assert!(text.contains("For the person named above only: scan with WeChat"), "{text}");
}

#[test]
fn no_word_of_a_letter_stands_outside_the_words_files() {
    let many: Vec<_> = (1..=9).map(|number| format!("{number}栋")).collect();
    // An asterisk in a name is the name's.
    let html = document(&[Letter { lang: "en-XA", person_name: "张*", ..letter(&many) }]).unwrap();
    assert!(html.contains("<strong>张&#42;</strong>"), "{html}");
    let text = words(html.split_once("<article").unwrap().1);
    let (mut depth, mut outside) = (0_usize, String::new());
    for sign in text.chars() {
        match sign {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            _ if depth == 0 => outside.push(sign),
            _ => {}
        }
    }
    // What is put in, and the lines in other languages below.
    let mut put_in =
        vec!["桂苑小区".to_owned(), "K7QF-2MXD-9T4B-VH3R-PZ8N-W".to_owned(), "9c1185a5 c5e9fc54".to_owned()];
    put_in.push(super::page::grouped(ESTATE_ID));
    put_in.extend(many.into_iter().take(6));
    put_in.extend(Lang::offered().map(|lang| lang.say(crate::words::key::light_letter::IN_SHORT).to_owned()));
    let left = put_in.iter().fold(outside, |left, text| left.replacen(text.as_str(), "", 1));
    let left = left.split_once('>').map_or(left.as_str(), |(_, text)| text);
    assert_eq!(left.trim(), "", "{text}");
}

#[test]
fn no_letters_are_an_empty_document() {
    let html = document(&[]).unwrap();
    assert!(html.contains("<body>") && !html.contains("<article"));
}

#[test]
fn markup_in_any_text_stays_text() {
    let evil = "<script>alert(\"1\")</script>&'{person}";
    let homes = homes(&[evil]);
    let letter = Letter {
        estate_name: evil,
        estate_id: evil,
        person_name: evil,
        homes: &homes,
        code: evil,
        url: evil,
        last_day: 0,
        lang: evil,
        log_key: evil,
    };
    let html = document(&[letter]).unwrap();
    assert!(!html.contains("<script") && !html.contains("alert(\""));
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;{person}";
    // The document's title and each of the letter's seven texts.
    assert_eq!(html.matches(escaped).count(), 8);
}

#[test]
fn the_document_loads_and_runs_nothing() {
    let html = document(&[letter(&[])]).unwrap();
    for mark in ["<script", "<link", "<img", "src=", "href=", "url(", "@import", "onload"] {
        assert!(!html.contains(mark), "the document has {mark}");
    }
}

#[test]
fn an_owner_of_many_homes_still_gets_one_list() {
    let many: Vec<_> = (1..=35).map(|number| format!("沿街S{number:02}号")).collect();
    let text = words(&document(&[letter(&many)]).unwrap());
    assert!(text.contains("沿街S06号等 35 处") && !text.contains("沿街S07"));
}

#[test]
fn what_is_long_is_set_smaller_and_closer() {
    let three = homes(&["1栋1单元101", "12栋2单元2203", "地库B1-A区-0012"]);
    let name = "阿依古丽·买买提·阿卜杜热合曼";
    let html = document(&[Letter { person_name: name, ..letter(&three) }]).unwrap();
    assert!(
        html.contains("letter roomy") && html.contains("person long") && html.contains("h1 class=\"short")
    );
    let estate = "桂苑花园国际社区".repeat(8);
    let html = document(&[Letter { estate_name: &estate, person_name: &estate, ..letter(&three) }]).unwrap();
    assert!(html.contains("letter tight") && html.contains("h1 class=\"long"));
}

#[test]
fn an_endless_address_is_listed_alone() {
    let long = homes(&["长".repeat(100).as_str(), "1栋1单元101"]);
    let text = words(&document(&[letter(&long)]).unwrap());
    assert!(text.contains("长等 2 处") && !text.contains("1栋1单元101"));
}

#[test]
fn an_address_that_no_phone_could_read_is_refused() {
    let fits = "x".repeat(666);
    let long = "x".repeat(667);
    let with = |url| Letter { url, ..letter(&[]) };
    assert!(document(&[with(&fits)]).is_ok());
    let error = document(&[letter(&[]), with(&long)]).unwrap_err();
    assert_eq!(error.code(), "LETTER_URL_TOO_LONG");
    assert_eq!(
        error.to_string(),
        "The address of a letter has 667 bytes, too many for a QR code; shorten it."
    );
    assert!(document(&[with(&"x".repeat(10_000))]).is_err());
}

#[test]
fn a_letter_is_not_printed_by_accident() {
    let printed = format!("{:?}", letter(&[]));
    assert!(!printed.contains("K7QF") && !printed.contains("杨辰桂"));
}

#[test]
fn the_qr_code_keeps_its_quiet_zone() {
    let html = document(&[letter(&[])]).unwrap();
    let svg = html.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap();
    let size: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    // A QR code has 4·version + 17 modules a side.
    assert_eq!((size - 8 - 17) % 4, 0);
    let path = svg.split("fill=\"#000\" d=\"M").nth(1).unwrap().split('"').next().unwrap();
    for run in path.split('M') {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let length: usize = rest.split('v').next().unwrap().parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        assert!(x >= 4 && x + length <= size - 4 && (4..size - 4).contains(&y));
    }
    // The corner of the first finder pattern.
    assert!(path.starts_with("4 4h7v1"));
}
