//! What entries say: one struct per kind, fields in alphabetical order because that order is signed.
//!
//! A body names only ids, hashes, integers and events; names, rooms, areas, texts and choices are blobs
//! ([`crate::blob`]). To add a kind: a number in [`crate::kind`], a struct here, a file under [`crate::apply`].

mod disclose;
mod matter;
mod office;
mod owners;
mod people;
mod roll;
mod vote;

pub use disclose::{Ask, Disclosure, LedgerSums, LinePlace, Reply};
pub use matter::{
    Action, Answer, Category, CloseMatter, Dispatch, Ending, Opinion, Origin, Progress, Raise, Rate, Score,
    Support, Tier,
};
pub use office::{Capability, Grant, OrgKind, OrgUnit, Reach, RevokeGrant, Role};
pub use owners::{Bylaws, Object, Representative};
pub use people::{
    AddDevice, Codes, Confirm, Enrol, EnrolInPerson, Genesis, Revoke, RevokeReason, code_message,
    device_message,
};
pub use roll::{PartyRow, PersonRow, Roll, RollChange, RollPage, ScopeRow, UnitKind, UnitRow};
pub use vote::{
    Access, Adoption, Ballot, Class, Close, Item, ItemTally, Method, Mode, Notice, Open, RaisedShare, Tally,
};

use crate::id::BlobId;
use crate::kind::Kind;
use crate::rejection::Rejection;
use crate::strict_json;

macro_rules! bodies {
    ($($kind:ident),+) => {
        /// The body of an entry, by kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Body {
            $(#[doc = concat!("See [`", stringify!($kind), "`].")] $kind($kind),)+
        }

        impl Body {
            /// Which kind it is.
            pub const fn kind(&self) -> Kind {
                match self { $(Body::$kind(_) => Kind::$kind,)+ }
            }

            /// Reads a body from its only spelling.
            ///
            /// # Errors
            /// `BODY_SCHEMA`, `BODY_NOT_CANONICAL`.
            pub fn decode(kind: Kind, bytes: &[u8]) -> Result<Self, Rejection> {
                Ok(match kind { $(Kind::$kind => Body::$kind(strict_json::read(bytes)?),)+ })
            }

            /// Writes a body in its only spelling.
            pub fn encode(&self) -> Vec<u8> {
                match self { $(Body::$kind(body) => strict_json::write(body),)+ }
            }
        }

        $(impl From<$kind> for Body {
            fn from(body: $kind) -> Self {
                Body::$kind(body)
            }
        })+
    };
}

bodies!(
    Genesis,
    Grant,
    RevokeGrant,
    Bylaws,
    OrgUnit,
    RollPage,
    Roll,
    RollChange,
    Codes,
    Enrol,
    EnrolInPerson,
    AddDevice,
    Revoke,
    Representative,
    Confirm,
    Access,
    Raise,
    Support,
    Answer,
    Opinion,
    Notice,
    Open,
    Ballot,
    Close,
    Tally,
    Object,
    Dispatch,
    Progress,
    Rate,
    CloseMatter,
    Disclosure,
    Ask,
    Reply
);

impl Body {
    /// The words that an official act about a matter says, a blob of kind `statement`.
    pub const fn statement(&self) -> Option<BlobId> {
        match self {
            Body::Answer(body) => Some(body.text),
            Body::Dispatch(body) => Some(body.text),
            Body::Progress(body) => Some(body.text),
            Body::CloseMatter(body) => Some(body.text),
            _ => None,
        }
    }

    /// The blobs that the entry itself names, in its own order. A submission may carry these and no others.
    pub fn named_blobs(&self) -> Vec<BlobId> {
        match self {
            Body::RollPage(page) => {
                let units = page.units.iter().flat_map(|(_, _, _, _, facts, place)| [*facts, *place]);
                units.chain(page.people.iter().map(|(_, name)| *name)).collect()
            }
            Body::Enrol(enrol) => vec![enrol.consent],
            Body::EnrolInPerson(enrol) => vec![enrol.consent],
            Body::OrgUnit(org) => vec![org.name],
            Body::Notice(notice) => vec![notice.text],
            Body::Ballot(ballot) => vec![ballot.blob],
            Body::Grant(grant) => grant.title.into_iter().collect(),
            Body::Raise(raise) => vec![raise.text],
            Body::Answer(answer) => vec![answer.text],
            Body::Opinion(opinion) => vec![opinion.blob],
            Body::Dispatch(dispatch) => vec![dispatch.text],
            Body::Progress(progress) => vec![progress.text],
            Body::Rate(rate) => vec![rate.blob],
            Body::CloseMatter(close) => vec![close.text],
            Body::Disclosure(disclosure) => disclosure.pages.iter().map(|(page, _)| *page).collect(),
            Body::Ask(ask) => vec![ask.text],
            Body::Reply(reply) => vec![reply.text],
            Body::Genesis(_)
            | Body::RevokeGrant(_)
            | Body::Bylaws(_)
            | Body::Roll(_)
            | Body::RollChange(_)
            | Body::Codes(_)
            | Body::AddDevice(_)
            | Body::Revoke(_)
            | Body::Representative(_)
            | Body::Confirm(_)
            | Body::Object(_)
            | Body::Access(_)
            | Body::Support(_)
            | Body::Open(_)
            | Body::Close(_)
            | Body::Tally(_) => Vec::new(),
        }
    }
}
