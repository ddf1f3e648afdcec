//! What a person may hold: the words that offices are made of.

use crate::strict_json::Strict;

/// What a person may do. Owners need none of these to speak and vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Capability {
    /// Answer matters and end them.
    Answer,
    /// Publish the settings that the owners adopted.
    Bylaws,
    /// End the taking of ballots.
    Close,
    /// Let people in: publish codes, take devices at the desk, retire lost ones.
    Codes,
    /// Lay open the books and answer questions about them.
    Disclosure,
    /// Give out work.
    Dispatch,
    /// Read the evidence of closed votes: areas and openings by party.
    Evidence,
    /// Hand on capabilities one holds, for no longer than one holds them.
    Grant,
    /// Hide what residents said, for a reason of the closed list, and rule where another organisation hid it.
    Moderate,
    /// Announce an agenda.
    Notice,
    /// Open a noticed agenda.
    Open,
    /// Take ballots on paper: key sheets, count the box.
    Paper,
    /// Take on work and report on it.
    Progress,
    /// Bring up matters for others: a patrol's, a hotline's, a walk-in's.
    Raise,
    /// Upload an owner roll, and record who acts for an owner who cannot.
    Roll,
    /// State the counted totals.
    Tally,
}
