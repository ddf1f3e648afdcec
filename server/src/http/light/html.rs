//! Markup made of words: whatever is said goes through [`Html::text`], so that no word becomes markup. No inline style and no
//! script, which the page's policy forbids.

use yishi_protocol::visible::{is_chinese, is_seen};

use crate::words::Lang;

/// A piece of a page.
#[derive(Debug, Default)]
pub(super) struct Html {
    markup: String,
    /// Whether the page speaks another language than Chinese.
    foreign: bool,
}

impl Html {
    /// A page in a language.
    pub(super) fn of(lang: Lang) -> Self {
        Self { markup: String::new(), foreign: !lang.tag().starts_with("zh") }
    }

    /// The markup.
    pub(super) fn done(self) -> String {
        self.markup
    }

    /// Markup of ours, without a word of anybody else's.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.markup.push_str(markup);
    }

    /// Words.
    pub(super) fn text(&mut self, words: &str) {
        for sign in words.chars() {
            match sign {
                '&' => self.markup.push_str("&amp;"),
                '<' => self.markup.push_str("&lt;"),
                '>' => self.markup.push_str("&gt;"),
                '"' => self.markup.push_str("&quot;"),
                '\'' => self.markup.push_str("&#39;"),
                sign => self.markup.push(sign),
            }
        }
    }

    /// Words that say so where they are Chinese and the page is not (WCAG 3.1.2).
    fn said(&mut self, words: &str) {
        if self.foreign && is_chinese(words) {
            self.open("bdi", "", &[("lang", "zh-CN")]);
            self.text(words);
            return self.close("bdi");
        }
        self.text(words);
    }

    /// An element with its class, and what stands in it.
    pub(super) fn inside<T>(
        &mut self,
        tag: &'static str,
        class: &'static str,
        fill: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.open(tag, class, &[]);
        let filled = fill(self);
        self.close(tag);
        filled
    }

    /// An element that holds words only.
    pub(super) fn line(&mut self, tag: &'static str, class: &'static str, words: &str) {
        self.inside(tag, class, |html| html.said(words));
    }

    /// Words of several lines, each a paragraph.
    pub(super) fn lines(&mut self, words: &str) {
        for words in words.lines().filter(|words| is_seen(words)) {
            self.line("p", "", words);
        }
    }

    /// The heading of a section.
    pub(super) fn section(&mut self, words: &str) {
        self.line("h2", "ys-sec", words);
    }

    /// Words that lead to an address of ours.
    pub(super) fn link(&mut self, class: &'static str, address: &str, words: &str) {
        self.open("a", class, &[("href", address)]);
        self.said(words);
        self.close("a");
    }

    /// A line that leads to an address of ours.
    pub(super) fn way(&mut self, address: &str, words: &str) {
        self.inside("p", "ys-q", |html| html.link("ys-link", address, words));
    }

    /// Facts, each with what it is called.
    pub(super) fn facts(&mut self, facts: &[(&str, String)]) {
        self.inside("dl", "ys-kv", |html| {
            for (term, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
                html.inside("div", "", |html| {
                    html.line("dt", "", term);
                    html.line("dd", "", value);
                });
            }
        });
    }

    /// A row that leads somewhere: its title, and smaller what is to be said of it.
    pub(super) fn row(&mut self, address: &str, title: &str, about: &[String]) {
        self.open("a", "weui-cell", &[("href", address)]);
        self.inside("span", "weui-cell__bd", |html| {
            html.line("span", "ys-block", title);
            html.inside("span", "weui-cell__desc ys-block", |html| html.parts(about));
        });
        self.close("a");
    }

    /// Parts side by side; a line ends between two of them before it ends within one, and none begins with a dot.
    pub(super) fn parts(&mut self, parts: &[String]) {
        let mut said = parts.iter().filter(|part| !part.is_empty()).peekable();
        while let Some(part) = said.next() {
            let more = said.peek().is_some();
            self.line("span", "light-part", &format!("{part}{}", if more { " ·" } else { "" }));
            self.text(if more { " " } else { "" });
        }
    }

    /// The beginning of an element, with attributes whose values are words.
    pub(super) fn open(
        &mut self,
        tag: &'static str,
        class: &'static str,
        attributes: &[(&'static str, &str)],
    ) {
        self.markup.push('<');
        self.markup.push_str(tag);
        let class = Some(("class", class)).filter(|(_, class)| !class.is_empty());
        for (name, value) in class.into_iter().chain(attributes.iter().copied()) {
            self.markup.push(' ');
            self.markup.push_str(name);
            self.markup.push_str("=\"");
            self.text(value);
            self.markup.push('"');
        }
        self.markup.push('>');
    }

    /// Its end.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.markup.push_str("</");
        self.markup.push_str(tag);
        self.markup.push('>');
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn no_word_becomes_markup() {
        let mut html = Html::default();
        html.line("p", "ys-b", "<script>alert('1')</script> & \"2\"");
        html.link("", "light?estate=\"><b>", "a<b");
        html.row("x", "<i>", &["&amp;".to_owned()]);
        let markup = html.done();
        assert!(
            markup.starts_with("<p class=\"ys-b\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; ")
        );
        assert!(markup.contains("<a href=\"light?estate=&quot;&gt;&lt;b&gt;\">a&lt;b</a>"));
        assert!(markup.contains("&lt;i&gt;") && markup.contains("&amp;amp;"));
        assert_eq!(markup.matches("<script").count() + markup.matches("<b>").count(), 0);
    }
}
