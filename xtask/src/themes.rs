//! Dark colours stand once in the style sheets, under a selector of our own: `.wx-root:dark`. A browser needs them twice, for a
//! theme that is asked for by its attribute and for one that the system asks for, and no rule of CSS that the oldest engines
//! know says "either".

use anyhow::{Context, Result, ensure};

const DARK: &str = ":dark";
const ASKED: &str = "[data-weui-theme=\"dark\"]";
const SYSTEM: &str = ":not([data-weui-theme=\"light\"]):not([data-weui-theme=\"dark\"])";

/// A style sheet in which each rule for the dark stands for both.
///
/// # Errors
/// If such a rule is inside another one, or never ends.
pub(crate) fn spelt_out(sheet: &str) -> Result<String> {
    let (mut out, mut rest) = (String::new(), sheet);
    while let Some(at) = rest.find(DARK) {
        // A rule begins after the one before it, or after a remark.
        let begins = rest[..at].rfind(['}', '/', ';']).map_or(0, |end| end + 1);
        let length = rest[begins..].find('}').context("a rule for the dark never ends")? + 1;
        let rule = &rest[begins..begins + length];
        let (before, ours) = (&rest[..begins], rule.matches(DARK).count());
        ensure!(rule.matches('{').count() == 1, "a rule for the dark stands inside another one: {rule}");
        let (selector, _) = rule.split_once('{').context("a rule for the dark has no beginning")?;
        ensure!(selector.matches(DARK).count() == ours, "{DARK} stands outside a selector: {rule}");
        out.push_str(before);
        out.push_str(&rule.replace(DARK, ASKED));
        out.push_str("\n@media (prefers-color-scheme: dark) {");
        out.push_str(&rule.replace(DARK, SYSTEM));
        out.push_str(" }");
        rest = &rest[begins + length..];
    }
    out.push_str(rest);
    ensure!(out.matches('{').count() == out.matches('}').count(), "a rule never ends");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::spelt_out;

    #[test]
    fn a_rule_for_the_dark_holds_whoever_asked_for_it() {
        let sheet = ".a { x: 1; }\n/* dark */\n.a:dark { x: 2; }\n.b { y: 3; }";
        let due = ".a { x: 1; }\n/* dark */\n.a[data-weui-theme=\"dark\"] { x: 2; }\n\
                   @media (prefers-color-scheme: dark) {\n\
                   .a:not([data-weui-theme=\"light\"]):not([data-weui-theme=\"dark\"]) { x: 2; } }\n.b { y: 3; }";
        assert_eq!(spelt_out(sheet).unwrap(), due);
        assert_eq!(spelt_out(".a { x: 1; }").unwrap(), ".a { x: 1; }");
    }

    #[test]
    fn what_it_cannot_spell_out_stops_the_build() {
        for sheet in [".a:dark { x: 1;", "@media print { .a:dark { x: 1; } }", ".a { x: 1:dark; }"] {
            assert!(spelt_out(sheet).is_err(), "{sheet}");
        }
    }
}
