//! Rows that add others up, or carry sums from page to page.

use super::text::spaceless;

const WORDS: [&str; 22] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "总合计",
    "本页合计",
    "本页小计",
    "本月合计",
    "本月小计",
    "本年累计",
    "本年合计",
    "期初余额",
    "期末余额",
    "上年结转",
    "上期结转",
    "上月结转",
    "承前页",
    "过次页",
    "结转下页",
    "total",
    "subtotal",
];

/// Whether a field says that its row adds others up, and nothing else.
pub(crate) fn adds_up(text: &str) -> bool {
    let text = spaceless(text).to_lowercase();
    WORDS.contains(&text.trim_end_matches([':', '：']))
}

/// Whether a field that is no name says so at its end, such as `1栋小计`.
pub(crate) fn ends_as_total(text: &str) -> bool {
    let text = spaceless(text);
    let text = text.trim_end_matches([':', '：']);
    adds_up(text) || ["合计", "总计", "小计"].iter().any(|word| text.ends_with(word))
}
