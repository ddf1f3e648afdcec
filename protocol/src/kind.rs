//! The kinds of entries and their numbers.
//!
//! SPEC.md lists every number, also those whose kind is not built yet; a number is never used again for another
//! kind. The first byte is the step: 01 set up, 02 propose, 03 deliberate, 04 decide, 05 execute, 06 evaluate,
//! 07 disclose.

use core::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $number:literal, $name:literal;)+) => {
        /// What an entry says. Only kinds whose rules exist have a variant; any other number is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)+
        }

        impl Kind {
            /// Every kind that can be said so far, in order of number.
            pub const ALL: &[Kind] = &[$(Kind::$variant,)+];

            /// The number in bytes 136 and 137 of the envelope.
            pub const fn number(self) -> u16 {
                match self { $(Kind::$variant => $number,)+ }
            }

            /// The word used in SPEC.md and on screens' developer pages.
            pub const fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name,)+ }
            }

            /// The kind of that number, if it can be said.
            pub const fn from_number(number: u16) -> Option<Self> {
                match number { $($number => Some(Kind::$variant),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// Founds an estate.
    Genesis = 0x0101, "genesis";
    /// Gives a person an office until a date.
    Grant = 0x0102, "grant";
    /// Ends a grant before its day.
    RevokeGrant = 0x0103, "revoke-grant";
    /// Publishes the settings that the owners adopted.
    Bylaws = 0x0104, "bylaws";
    /// Declares an organisation.
    OrgUnit = 0x0105, "org-unit";
    /// One page of an owner roll.
    RollPage = 0x0106, "roll-page";
    /// Closes a set of pages: from now on it is a roll.
    Roll = 0x0107, "roll";
    /// Changes the newest roll where the register changed.
    RollChange = 0x0108, "roll-change";
    /// Publishes the public halves of enrolment codes.
    Codes = 0x0109, "codes";
    /// Binds a device key to a person by a letter's code.
    Enrol = 0x010a, "enrol";
    /// Binds a device key to a person at the desk, by two clerks.
    EnrolInPerson = 0x010b, "enrol-in-person";
    /// Adds a device of the author's.
    AddDevice = 0x010c, "add-device";
    /// Retires a device.
    Revoke = 0x010d, "revoke";
    /// Names who votes for a home.
    Representative = 0x010e, "representative";
    /// Stands behind an act of somebody else.
    Confirm = 0x0110, "confirm";
    /// Asks for the evidence of a closed vote.
    Access = 0x0112, "access";
    /// Brings up a matter.
    Raise = 0x0201, "raise";
    /// Backs a matter, or takes the backing back.
    Support = 0x0202, "support";
    /// The host's answer to a matter.
    Answer = 0x0204, "answer";
    /// Says for, against, neutral, or asks, about a matter.
    Opinion = 0x0301, "opinion";
    /// Announces an agenda, at least the notice days before it opens.
    Notice = 0x0401, "notice";
    /// Opens a noticed agenda and freezes its roll.
    Open = 0x0404, "open";
    /// Casts a party's ballot online.
    Ballot = 0x0405, "ballot";
    /// Ends the taking of ballots.
    Close = 0x040b, "close";
    /// States the counted totals.
    Tally = 0x040c, "tally";
    /// A co-owner holds another's ballot, or lets it go.
    Object = 0x0411, "object";
    /// Gives somebody the work that a matter needs.
    Dispatch = 0x0501, "dispatch";
    /// Reports how far the work has come and what has been paid.
    Progress = 0x0503, "progress";
    /// Marks the work done, by an owner of the part concerned.
    Rate = 0x0601, "rate";
    /// Ends a matter and states its score.
    CloseMatter = 0x0602, "close-matter";
    /// Publishes the ledgers of a period, line by line.
    Disclosure = 0x0701, "disclosure";
    /// Asks about a disclosure or one of its lines.
    Ask = 0x0703, "ask";
    /// Answers such a question.
    Reply = 0x0704, "reply";
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
