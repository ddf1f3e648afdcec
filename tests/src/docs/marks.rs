//! Where a program writes in SPEC.md: between a mark such as `<!-- course: vote -->` and `<!-- end of course -->`.

use std::fmt::Write as _;

/// A text with whatever stands between marks of one sort written anew. `written` is asked with each mark's name and with what
/// stands there.
///
/// # Errors
/// If a mark does not end, and those of `written`.
pub(super) fn fill(
    text: &str,
    sort: &str,
    mut written: impl FnMut(&str, &str) -> Result<String, String>,
) -> Result<String, String> {
    let (opens, closes) = (format!("<!-- {sort}: "), format!("<!-- end of {sort} -->"));
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, from)) = rest.split_once(&opens) {
        let (name, from) = from.split_once(" -->\n").ok_or("a mark of SPEC.md does not end")?;
        let (stood, after) =
            from.split_once(&closes).ok_or_else(|| format!("the {sort} {name} of SPEC.md does not end"))?;
        let new = written(name, stood)?;
        let _ = write!(filled, "{before}{opens}{name} -->\n{new}{closes}");
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}
