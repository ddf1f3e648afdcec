//! A refusal: a code of [`crate::rejection`] with what broke the rule.

use core::fmt;

use crate::rejection::Code;

/// A refusal: which rule, and what exactly broke it where that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The broken rule.
    pub code: Code,
    /// What broke it: a field, a number, an id. Never a name, a room or a choice.
    pub detail: Option<String>,
}

impl Rejection {
    /// A refusal that says what broke the rule.
    pub fn with(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: Some(detail.into()) }
    }
}

impl From<Code> for Rejection {
    fn from(code: Code) -> Self {
        Self { code, detail: None }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.code.sentence())?;
        match &self.detail {
            Some(detail) => write!(f, " ({detail})"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Rejection {}

/// `Ok(())` if `condition` holds, else the refusal. Reads as the rule it checks.
pub(crate) fn require(condition: bool, code: Code) -> Result<(), Rejection> {
    if condition { Ok(()) } else { Err(code.into()) }
}
