//! The words of a letter, put into `page.html`.

use super::qr;
use super::{Letter, LetterError};

/// So many homes are listed, and so many characters of them; who owns more (a developer, say) knows which they are.
const MAX_HOMES: usize = 6;
const MAX_HOMES_CHARS: usize = 60;

/// A name beyond so many characters is set in smaller type.
const LONG_NAME: usize = 14;

/// With more characters than this over all names and the address, lines are set closer. The letter of an ordinary
/// home has about 50.
const ROOMY_CHARS: usize = 130;

/// The document around the pages.
pub(super) fn document(estate: &str, pages: &str) -> String {
    format!(
        include_str!("document.html"),
        estate = escape(estate),
        style = include_str!("style.css"),
        pages = pages
    )
}

/// The page of one letter, which is the batch's `index`-th.
pub(super) fn page(index: usize, letter: &Letter<'_>) -> Result<String, LetterError> {
    let too_long = LetterError::UrlTooLong { letter: index, bytes: letter.url.len() };
    let qr = qr::svg(letter.url, "二维码：用微信扫一扫，打开本信的页面").ok_or(too_long)?;
    let homes = shown_homes(letter.homes);
    Ok(format!(
        include_str!("page.html"),
        spacing = spacing(letter, homes),
        estate = escape(letter.estate_name),
        estate_size = size(letter.estate_name),
        person = escape(letter.person_name),
        person_size = size(letter.person_name),
        homes = home_list(homes, letter.homes.len()),
        qr = qr,
        address = escape(address(letter.url)),
        symbols = letter.code.chars().filter(|sign| *sign != '-').count(),
        code = code(letter.code),
        expires = escape(letter.expires),
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
fn home_list(shown: &[String], total: usize) -> String {
    let item = |home: &String| ["<li>", &escape(home), "</li>"].concat();
    let mut list: String = shown.iter().map(item).collect();
    if shown.len() < total {
        list.push_str("<li>等 ");
        list.push_str(&total.to_string());
        list.push_str(" 处</li>");
    }
    list
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
fn grouped(text: &str) -> String {
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
