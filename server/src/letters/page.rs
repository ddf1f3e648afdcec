//! The words of a letter, put into `page.html`.

use yishi_words::{Filled, Word};

use super::qr;
use super::{Letter, LetterError};
use crate::words::{Lang, key, window};

/// So many homes are listed, and so many characters of them; who owns more (a developer, say) knows which they are.
const MAX_HOMES: usize = 6;
const MAX_HOMES_CHARS: usize = 60;

/// A name beyond so many characters is set in smaller type.
const LONG_NAME: usize = 14;

/// With more characters than this over all names and the address, lines are set closer. The letter of an ordinary
/// home has about 50.
const ROOMY_CHARS: usize = 130;

/// The document around the pages.
pub(super) fn document(lang: Lang, estate: &str, pages: &str) -> String {
    format!(
        include_str!("document.html"),
        lang = lang.tag(),
        title = lang.fill(key::light_letter::document(&escape(estate))),
        style = include_str!("style.css"),
        pages = pages
    )
}

/// The page of one letter, which is the batch's `index`-th.
pub(super) fn page(index: usize, letter: &Letter<'_>) -> Result<String, LetterError> {
    let too_long = LetterError::UrlTooLong { letter: index, bytes: letter.url.len() };
    let lang = Lang::of(letter.lang);
    let qr = qr::svg(letter.url, lang.say(window::desk_letter::QR)).ok_or(too_long)?;
    let homes = shown_homes(letter.homes);
    let strong = |word: Word| emphasised(lang.say(word));
    let filled = |filled: Filled| emphasised(&lang.fill(filled));
    let address = format!("<span class=\"address\">{}</span>", put_in(address(letter.url)));
    let symbols = letter.code.chars().filter(|sign| *sign != '-').count();
    Ok(format!(
        include_str!("page.html"),
        lang = lang.tag(),
        spacing = spacing(letter, homes),
        what = lang.say(window::desk_letter::WHAT),
        estate = escape(letter.estate_name),
        estate_size = size(letter.estate_name),
        to = filled(window::desk_letter::to(&put_in(letter.person_name))),
        person_size = size(letter.person_name),
        homes_title = lang.say(key::light_letter::HOMES),
        homes = home_list(lang, homes, letter.homes.len()),
        scan = strong(key::light_letter::SCAN),
        check = strong(key::light_letter::CHECK),
        confirm = strong(key::light_letter::CONFIRM),
        then = strong(key::light_letter::THEN),
        qr = qr,
        scan_here = lang.say(key::light_letter::SCAN_HERE),
        no_scan = strong(key::light_letter::NO_SCAN),
        type_it = filled(key::light_letter::r#type(&address, &symbols)),
        code = code(letter.code),
        signs = lang.say(key::light_letter::SIGNS),
        expires = filled(key::light_letter::expires(&lang.day_number(letter.last_day))),
        care = strong(key::light_letter::CARE),
        nobody_asks = lang.say(key::light_letter::NOBODY_ASKS),
        lost = strong(key::light_letter::LOST),
        genuine = lang.say(key::light_letter::GENUINE),
        estate_title = lang.say(key::light_letter::ESTATE),
        key_title = lang.say(key::light_letter::KEY),
        in_short = in_short(lang),
        estate_id = escape(&grouped(letter.estate_id)),
        log_key = escape(&grouped(letter.log_key)),
    ))
}

/// The class that sets the size of a name.
fn size(name: &str) -> &'static str {
    if name.chars().count() > LONG_NAME { "long" } else { "short" }
}

/// The class that sets the space between lines.
fn spacing(letter: &Letter<'_>, homes: &[String]) -> &'static str {
    let texts = [letter.estate_name, letter.person_name, address(letter.url)];
    let chars = texts.into_iter().chain(homes.iter().map(String::as_str)).map(|text| text.chars().count());
    if chars.sum::<usize>() > ROOMY_CHARS { "tight" } else { "roomy" }
}

/// The homes that are listed: at least the first.
fn shown_homes(homes: &[String]) -> &[String] {
    let mut chars = 0;
    let fits = |home: &&String| {
        chars += home.chars().count();
        chars <= MAX_HOMES_CHARS
    };
    let count = homes.iter().take(MAX_HOMES).take_while(fits).count().max(1);
    homes.get(..count).unwrap_or(homes)
}

/// The homes as list items, and how many there are if that is more.
fn home_list(lang: Lang, shown: &[String], total: usize) -> String {
    let item = |home: &String| ["<li>", &escape(home), "</li>"].concat();
    let mut list: String = shown.iter().map(item).collect();
    if shown.len() < total {
        list.push_str("<li>");
        list.push_str(&lang.fill(key::light_letter::homes_all(&total)));
        list.push_str("</li>");
    }
    list
}

/// What the letter is, for who does not read its language.
fn in_short(lang: Lang) -> String {
    let others = Lang::offered().filter(|other| *other != lang);
    let line =
        |other: Lang| format!("<p lang=\"{}\">{}</p>", other.tag(), other.say(key::light_letter::IN_SHORT));
    others.map(line).collect::<Vec<_>>().join("\n")
}

/// A text that is put into a phrase: escaped, and none of its asterisks is the phrase's.
fn put_in(text: &str) -> String {
    escape(text).replace('*', "&#42;")
}

/// A phrase with what stands between its asterisks in bold.
fn emphasised(phrase: &str) -> String {
    let parts = phrase.split('*').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 1 { format!("<strong>{part}</strong>") } else { part.to_owned() })
        .collect()
}

/// The code with each group kept together and the signs between them apart from what is typed.
fn code(code: &str) -> String {
    let groups: Vec<_> = code.split('-').map(|group| format!("<b>{}</b>", escape(group))).collect();
    groups.join("<i>-</i>")
}

/// What somebody types to open the page. The code stands behind the `#`, so it is not part of it.
fn address(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

/// Hexadecimal digits in groups of eight, which eyes can compare; other texts as they are.
pub(super) fn grouped(text: &str) -> String {
    if text.len() <= 8 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return text.to_owned();
    }
    let digits: Vec<char> = text.chars().collect();
    let groups: Vec<String> = digits.chunks(8).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// The text as HTML shows it, in elements and in quoted attributes.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
