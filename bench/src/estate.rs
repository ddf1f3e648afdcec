//! The made-up estates of the bench: the homes of the tests, and the owners who vote in them.

use anyhow::{Result, anyhow};
use yishi_protocol::SigningKey;
use yishi_server::founding::NewLog;
use yishi_tests::homes::{Homes, homes, owner, party};

use crate::voters::{Voter, Voters};

/// An estate whose log is not kept anywhere yet.
pub(crate) struct MadeUp {
    /// Signs checkpoints.
    pub(crate) log_key: SigningKey,
    /// The log up to the open vote, with its blobs.
    pub(crate) story: NewLog,
    /// One owner a home.
    pub(crate) voters: Voters,
}

/// Makes an estate of so many homes. Its vote has been open for a day at `now_ms`, in milliseconds since 1970.
///
/// # Errors
/// If the rules refuse what is told.
pub(crate) fn make(count: u32, now_ms: u64) -> Result<MadeUp> {
    let made = homes(count, now_ms).map_err(|refused| anyhow!("a made-up act is refused: {refused}"))?;
    let Homes { log_key, log: story, agenda, .. } = made;
    let voters = Voters {
        estate: story.estate(),
        agenda,
        view: story.log.view(),
        now_ms,
        owners: (1..=u64::from(count)).map(|number| Voter::new(owner(number), party(number))).collect(),
    };
    Ok(MadeUp { log_key, story, voters })
}
