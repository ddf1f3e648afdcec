//! JSON in whatever spelling somebody else wrote it: fields in any order, white space, needless escapes.
//!
//! What is signed has one spelling and is read as the bytes it is; what only carries it may come from any program.

use serde_json::Value;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::strict_json::{self, Strict};

/// Reads a value: along its one spelling, as our own programs write it, or else spelt anew first.
///
/// # Errors
/// `BODY_SCHEMA` with what is no JSON, missing, unknown or of another type.
pub fn read<T: Strict>(bytes: &[u8]) -> Result<T, Rejection> {
    strict_json::read(bytes).or_else(|_| {
        let other = |error: serde_json::Error| Rejection::with(Code::BodySchema, error.to_string());
        let mut value: Value = serde_json::from_slice(bytes).map_err(other)?;
        value.sort_all_objects();
        strict_json::read(value.to_string().as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use yishi_protocol::wire::Refusal;

    use super::read;

    #[test]
    fn another_spelling_says_the_same() {
        let refusal = Refusal { code: "A".to_owned(), detail: "\u{1}é/".to_owned() };
        for text in
            [r#"{"code":"A","detail":"\u0001é/"}"#, r#"{ "detail": "\u0001\u00e9\/", "code": "\u0041" }"#]
        {
            assert_eq!(read::<Refusal>(text.as_bytes()).as_ref(), Ok(&refusal), "{text}");
        }
        for text in
            ["", "{}", r#"{"code":"A"}"#, r#"{"code":"A","detail":"","more":1}"#, r#"{"code":1,"detail":""}"#]
        {
            assert!(read::<Refusal>(text.as_bytes()).is_err(), "{text}");
        }
    }
}
