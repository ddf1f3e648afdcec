//! What phrases and variables are called in Rust.

/// Words that Rust keeps for itself and takes as names when they are marked.
const KEPT: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The name of a function: `left`, `r#move`.
pub(super) fn function(rest: &str) -> String {
    let name = rest.replace(['-', '.'], "_").to_ascii_lowercase();
    if KEPT.contains(&&*name) {
        return format!("r#{name}");
    }
    // These three cannot be marked.
    if ["crate", "self", "super"].contains(&&*name) { format!("{name}_") } else { name }
}

/// The name of a constant: `TITLE_TODO`.
pub(super) fn constant(rest: &str) -> String {
    rest.replace(['-', '.'], "_").to_ascii_uppercase()
}

/// The name of a parameter.
pub(super) fn parameter(variable: &str) -> String {
    function(variable)
}
