//! Whether an answer is what `server/openapi.json` says.

use serde_json::Value;

/// Whether a text is as a pattern of the document says, all of which say how many signs of which sorts there are.
fn matches(text: &str, pattern: &str) -> bool {
    let sort = pattern.strip_prefix("^[0-9a-f]{").and_then(|rest| rest.strip_suffix("}$"));
    let length = sort.unwrap_or_else(|| panic!("a pattern that this test cannot read: {pattern}"));
    length.parse() == Ok(text.len()) && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a value is what a schema says, as far as this document's schemas go.
///
/// # Errors
/// What is otherwise, in words.
///
/// # Panics
/// On a schema that it cannot read.
pub fn fits(value: &Value, schema: &Value, document: &Value) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let named = document.pointer(&reference[1..]).unwrap_or_else(|| panic!("{reference} leads nowhere"));
        return fits(value, named, document);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fitting = choices.iter().any(|choice| fits(value, choice, document).is_ok());
        return if fitting { Ok(()) } else { Err(format!("{value} fits none of {schema}")) };
    }
    let of_type = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64() || value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => true,
    };
    if !of_type {
        return Err(format!("{value} is not {schema}"));
    }
    if let (Some(choices), false) = (schema["enum"].as_array(), value.is_null())
        && !choices.contains(value)
    {
        return Err(format!("{value} is none of {choices:?}"));
    }
    let number = value.as_i64();
    let within = schema["minimum"].as_i64().is_none_or(|least| number.is_none_or(|number| number >= least))
        && schema["maximum"].as_i64().is_none_or(|most| number.is_none_or(|number| number <= most));
    if !within {
        return Err(format!("{value} lies outside {schema}"));
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !matches(text, pattern)
    {
        return Err(format!("{text} is not as {pattern} has it"));
    }
    let members = schema["prefixItems"].as_array();
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    if members.is_some_and(|members| members.len() != items.len()) {
        return Err(format!("{value} has another length than {schema}"));
    }
    for (place, item) in items.iter().enumerate() {
        fits(item, members.map_or(&schema["items"], |members| &members[place]), document)?;
    }
    let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) else {
        return Ok(());
    };
    for (name, field) in fields {
        let schema = properties.get(name).ok_or_else(|| format!("{name} is not described"))?;
        fits(field, schema, document).map_err(|wrong| format!("{name}: {wrong}"))?;
    }
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    match required.into_iter().find(|name| !fields.contains_key(*name)) {
        Some(missing) => Err(format!("{missing} is missing")),
        None => Ok(()),
    }
}
