//! What is typed into a field of the desk.

use yishi_protocol::id::Hash;
use yishi_protocol::visible::is_seen;

use crate::live::Live;

/// A field's text.
pub(crate) type Field = Live<String>;

/// Whether somebody typed something.
pub(crate) fn blank(value: Field) -> bool {
    value.with(|value| !is_seen(value))
}

/// What was typed, if it is a digest.
pub(crate) fn typed(value: &str) -> Option<Hash> {
    value.trim().to_lowercase().parse().ok().filter(|digest| *digest != Hash::ZERO)
}
