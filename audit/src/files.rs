//! Reading what is to be checked, and printing what was found.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, String> {
    if file != Path::new("-") {
        return std::fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()));
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text).map_err(|error| format!("cannot read standard input: {error}"))?;
    Ok(text)
}

/// Prints JSON, laid out for people; success unless that fails.
pub(crate) fn print(json: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", laid_out(json)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads only the first lines closes the pipe; that is no failure of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write the answer: {error}")),
    }
}

/// Compact JSON with a line for each field and member, in the order in which it was written.
fn laid_out(json: &str) -> String {
    let (mut text, mut depth, mut quoted, mut escaped) =
        (String::with_capacity(json.len() * 2), 0_usize, false, false);
    let line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
    for (place, sign) in json.char_indices() {
        let next = json[place + sign.len_utf8()..].chars().next();
        let before = json[..place].chars().next_back();
        match sign {
            _ if quoted => {
                text.push(sign);
                quoted = escaped || sign != '"';
                escaped = !escaped && sign == '\\';
            }
            '{' | '[' => {
                text.push(sign);
                depth += 1;
                if !matches!(next, Some('}' | ']')) {
                    line(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                if !matches!(before, Some('{' | '[')) {
                    line(&mut text, depth);
                }
                text.push(sign);
            }
            ',' => {
                text.push(sign);
                line(&mut text, depth);
            }
            ':' => text.push_str(": "),
            _ => {
                quoted = sign == '"';
                text.push(sign);
            }
        }
    }
    text
}

/// Says what went wrong.
pub(crate) fn fail(message: &str) -> ExitCode {
    say(message);
    ExitCode::FAILURE
}

/// Says something to whoever sits there; what programs read goes to standard output.
pub(crate) fn say(message: &str) {
    // Nothing can be done where standard error is closed too; the exit status still tells.
    drop(writeln!(io::stderr(), "estate-audit: {message}"));
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn json_is_laid_out_as_everybody_lays_it_out() -> Result<(), serde_json::Error> {
        for json in [
            "{}",
            "[]",
            r#"{"a":[],"b":{},"c":[1,-2,null,[true]],"d":"{\"[,:]\\"}"#,
            r#"[{"words":"一、\"二\"","x":"\\"},"",{"y":[[]]}]"#,
        ] {
            let value: serde_json::Value = serde_json::from_str(json)?;
            assert_eq!(laid_out(json), serde_json::to_string_pretty(&value)?);
        }
        Ok(())
    }
}
