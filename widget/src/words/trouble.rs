//! Why something could not be done, whatever was to be done.

use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::wire::Refusal;

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// No answer: the network, or a server that is down.
    Offline,
    /// The server refuses.
    Refused(Refusal),
    /// The server does not take it now; the same may be asked later.
    Later(Refusal),
    /// What the server says does not hold. Never shown as a figure, always as this.
    Unproven(String),
    /// The server shows another history of the log than this phone has seen: both signed notes.
    Split(String),
    /// The browser keeps nothing for this page.
    NoVault,
    /// The address begins with http://, and browsers let no key be made there. The address that would do.
    PlainHttp(String),
    /// The server's answer is not spelt as this page reads it: the server is of another version, or something else answers.
    Outdated,
}

impl From<Rejection> for Trouble {
    fn from(rejection: Rejection) -> Self {
        Trouble::Unproven(rejection.code.to_string())
    }
}

impl From<Code> for Trouble {
    fn from(code: Code) -> Self {
        Trouble::Unproven(code.to_string())
    }
}
