//! What spreadsheets and people do to single cells.

use crate::table::{is_written_as_power, spaceless};

/// A number or address as it was typed: without the apostrophe, or the `="…"`, that keeps a spreadsheet from counting
/// with it, and without the `.0` that one puts behind a number. `text` is half-width.
pub(super) fn undressed(text: &str) -> &str {
    let text = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let text = text.trim_start_matches(['\'', '’', '‘', '`']);
    let whole = text.strip_suffix(".0").filter(|whole| {
        // Longer numbers have lost their last digits before `.0` came to them.
        whole.len() <= 15 && !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit())
    });
    whole.unwrap_or(text)
}

/// Whether a spreadsheet has rounded a long number. `text` is half-width.
pub(super) fn is_cut_number(text: &str) -> bool {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let is_number = whole.len() >= 15 && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_written_as_power(text) || (is_number && (whole.ends_with("0000") || whole.len() != text.len()))
}

/// Whether a part of an address is a date that a spreadsheet made of it, such as `1月2日`, `2-Jan` or `2026/1/3`.
pub(super) fn is_date(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let text = text.split(' ').next().unwrap_or(text).to_lowercase();
    let digits =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((before, after)) = text.split_once('月') {
        let month = before.rsplit('年').next().unwrap_or(before);
        let day = after.trim_end_matches(['日', '号']);
        return digits(month) && (day.is_empty() || digits(day));
    }
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let is_month = |part: &&str| MONTHS.contains(part);
    let (months, numbers) = (
        parts.iter().filter(|part| is_month(part)).count(),
        parts.iter().filter(|part| digits(part)).count(),
    );
    if months == 1 && numbers > 0 && months.saturating_add(numbers) == parts.len() {
        return true;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    matches!(
        parts.as_slice(),
        [year, month, day] if year.len() == 4
            && number(year).is_some_and(|year| (1900..2200).contains(&year))
            && number(month).is_some_and(|month| (1..=12).contains(&month))
            && number(day).is_some_and(|day| (1..=31).contains(&day))
    )
}

/// Whether a text has signs that stand for others that were lost on the way from one encoding to another.
pub(super) fn has_lost_characters(text: &str) -> bool {
    let is_stand_in = |sign: char| matches!(u32::from(sign), 0xfffd | 0xe000..=0xf8ff | 0xf0000..=0x0010_ffff | 0x25a1 | 0x3013);
    text.chars().any(is_stand_in) || ["锟斤拷", "烫烫", "屯屯", "锘匡"].iter().any(|sign| text.contains(sign))
}

/// The same for a name, in which no question mark and no asterisk stands for itself.
pub(super) fn is_lost_name(name: &str) -> bool {
    has_lost_characters(name) || name.contains(['?', '？', '*', '＊', '×'])
}

/// Whether a name is that of an organisation, which is the same wherever it stands.
pub(super) fn is_organisation(name: &str) -> bool {
    const SIGNS: [&str; 20] = [
        "公司",
        "企业",
        "中心",
        "委员会",
        "居委会",
        "合作社",
        "银行",
        "集团",
        "工厂",
        "商行",
        "学校",
        "医院",
        "政府",
        "街道办",
        "事务所",
        "协会",
        "基金会",
        "管理处",
        "ltd",
        "company",
    ];
    let name = name.to_lowercase();
    SIGNS.iter().any(|sign| name.contains(sign))
}

/// The people whom one cell seems to name: none if it names one, an empty list if it says that there are more without
/// naming them.
pub(super) fn owners_in(name: &str) -> Option<Vec<String>> {
    const BETWEEN: [char; 13] = ['、', '；', ';', '/', '／', '，', ',', '\n', '|', '｜', '&', '＆', '+'];
    let parts: Vec<&str> = name.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 {
        return Some(parts.into_iter().map(str::to_owned).collect());
    }
    if is_organisation(name) {
        return None;
    }
    let is_name = |text: &str| (2..=4).contains(&text.chars().count()) && text.chars().all(is_han);
    for (at, joint) in name.match_indices(['和', '与', '及']) {
        let (left, rest) = name.split_at(at);
        let right = rest.get(joint.len()..).unwrap_or_default();
        if is_name(left.trim()) && is_name(right.trim()) {
            return Some(vec![left.trim().to_owned(), right.trim().to_owned()]);
        }
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.len() > 1 && words.iter().all(|word| is_name(word)) {
        return Some(words.into_iter().map(str::to_owned).collect());
    }
    let bare = spaceless(name);
    let others = bare.strip_suffix('人').or_else(|| bare.strip_suffix('等'));
    let says_others = bare.ends_with('等')
        || others.and_then(|rest| rest.rsplit_once('等')).is_some_and(|(_, count)| {
            count.chars().all(|sign| sign.is_ascii_digit() || "一二两三四五六七八九十".contains(sign))
        });
    says_others.then(Vec::new)
}

fn is_han(sign: char) -> bool {
    matches!(u32::from(sign), 0x3400..=0x9fff | 0x20000..=0x3_ffff)
}
