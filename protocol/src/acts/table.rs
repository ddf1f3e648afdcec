//! What the table of kinds becomes: [`Kind`](super::Kind), [`Body`](super::Body), and what each asks of its kinds.

/// Takes a line for each kind: its number, its name, where its file is with what of it is public, the body first, and `waits`
/// if acts of it may wait for a second person.
macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $number:literal $name:literal $step:ident::$file:ident::{$kind:ident $(, $also:ident)*} $($waits:ident)?;
    )+) => {
        $(pub use $step::$file::{$kind $(, $also)*};)+

        /// What an entry says. Only kinds whose rules exist have a variant; any other number is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)+
        }

        impl Kind {
            /// Every kind that can be said so far, in order of number.
            pub const ALL: &[Kind] = &[$(Kind::$kind,)+];

            /// The number in bytes 136 and 137 of the envelope.
            pub const fn number(self) -> u16 {
                match self { $(Kind::$kind => $number,)+ }
            }

            /// The word used in SPEC.md and on screens' developer pages.
            pub const fn name(self) -> &'static str {
                match self { $(Kind::$kind => $name,)+ }
            }

            /// The step to which it belongs, by the name of its folder.
            pub const fn step(self) -> &'static str {
                match self { $(Kind::$kind => stringify!($step),)+ }
            }

            /// The schema of its body.
            pub(crate) const fn schema(self) -> Type {
                match self { $(Kind::$kind => <$kind as Described>::TYPE,)+ }
            }

            /// The kind of that number, if it can be said.
            pub const fn from_number(number: u16) -> Option<Self> {
                match number { $($number => Some(Kind::$kind),)+ _ => None }
            }
        }

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

            /// The blobs that the entry itself names, in its own order. A submission may carry these and no others.
            pub fn named_blobs(&self) -> Vec<BlobId> {
                match self { $(Body::$kind(body) => body.named_blobs(),)+ }
            }

            /// The words that an official act about a matter says, a blob of kind `statement`.
            pub fn statement(&self) -> Option<BlobId> {
                match self { $(Body::$kind(body) => body.statement(),)+ }
            }

            /// The words that it says which are its author's own to erase.
            pub(crate) fn own_words(&self) -> Vec<BlobId> {
                match self { $(Body::$kind(body) => body.own_words(),)+ }
            }

            /// The words that it says for an office.
            pub(crate) fn kept_words(&self) -> Vec<BlobId> {
                match self { $(Body::$kind(body) => body.kept_words(),)+ }
            }

            /// What an official act of a matter's trail follows: the matter, or the notice, agenda or task of that trail.
            pub fn follows(&self) -> Option<EntryId> {
                match self { $(Body::$kind(body) => body.follows(),)+ }
            }

            /// What it is, to somebody who is asked to stand behind it; none if nobody ever is. `people` is how many it is
            /// about.
            pub fn as_waiting(&self, people: u32) -> Option<String> {
                match self { $(Body::$kind(body) => table::as_waiting!(body, people $(, $waits)?),)+ }
            }

            /// What its kind's rules say. Each question has a match of its own and there is no table of functions, so that
            /// phones, which never judge, need not load the rules.
            pub(crate) fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
                match self { $(Body::$kind(body) => body.check(state, placed),)+ }
            }

            /// Whether its blobs show what it states; what is not at hand is noted.
            pub(crate) fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
                match self { $(Body::$kind(body) => body.admit(shown),)+ }
            }

            /// The figure that it states, if it does; `entry` is its own.
            pub(crate) fn figure(&self, entry: &EntryId) -> Option<Figure> {
                match self { $(Body::$kind(body) => body.figure(entry),)+ }
            }

            /// The blobs that it is held against beside those that it names.
            pub(crate) fn rests_on(&self, state: &State) -> Vec<BlobId> {
                match self { $(Body::$kind(body) => body.rests_on(state),)+ }
            }
        }

        table::proposed! { $($($waits $name $kind;)?)+ }

        $(impl From<$kind> for Body {
            fn from(body: $kind) -> Self {
                Body::$kind(body)
            }
        })+

        $(impl $crate::envelope::Says for $kind {
            fn kind(&self) -> Kind {
                Kind::$kind
            }

            fn encode(&self) -> Vec<u8> {
                strict_json::write(self)
            }
        })+
    };
}
pub(super) use kinds;

/// How a kind tells what it is to whoever is asked to stand behind it: one that may wait always does.
macro_rules! as_waiting {
    ($body:ident, $people:ident) => {
        $body.as_waiting($people)
    };
    ($body:ident, $people:ident, waits) => {
        Some($body.in_words())
    };
}
pub(super) use as_waiting;

/// Takes a line for each kind that may wait: its name and its body.
macro_rules! proposed {
    ($(waits $name:literal $kind:ident;)+) => {
        /// What was proposed: an act that has no effect until a second person stands behind it.
        #[derive(Clone, Debug, PartialEq, Eq, Strict)]
        #[strict(as_declared)]
        pub enum Proposed {
            $(#[doc = concat!("See [`", stringify!($kind), "`].")] #[strict(rename = $name)] $kind($kind),)+
        }

        impl Proposed {
            /// What its author holds.
            pub(crate) const fn capability(&self) -> Capability {
                match self { $(Proposed::$kind(_) => <$kind as Waits>::AUTHOR_HOLDS,)+ }
            }

            /// What whoever confirms it holds, a root aside.
            pub(crate) const fn second_capability(&self) -> Capability {
                match self { $(Proposed::$kind(_) => <$kind as Waits>::SECOND_HOLDS,)+ }
            }

            /// What else it asks of whoever confirms it.
            pub(crate) fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
                match self { $(Proposed::$kind(body) => body.check_second(second),)+ }
            }

            /// What it does once it is in force, if its rules still let it.
            pub(crate) fn effect(
                &self,
                state: &State,
                at: &At,
                proposal: &Proposal,
            ) -> Result<Change, Rejection> {
                match self { $(Proposed::$kind(body) => body.effect(state, at, proposal),)+ }
            }

            /// Whether its author acts by an office.
            pub(crate) fn by_office(&self) -> bool {
                match self { $(Proposed::$kind(body) => body.by_office(),)+ }
            }

            /// The device that it would let in.
            pub(crate) fn device(&self) -> Option<PublicKey> {
                match self { $(Proposed::$kind(body) => body.device(),)+ }
            }

            /// The roll that it would make.
            pub(crate) fn roll(&self, state: &State) -> Option<state::Roll> {
                match self { $(Proposed::$kind(body) => body.roll(state),)+ }
            }

            /// What the area of that roll rests on.
            pub(crate) fn rolled(&self, state: &State) -> Option<Rolled> {
                match self { $(Proposed::$kind(body) => body.rolled(state),)+ }
            }
        }

        $(impl From<$kind> for Proposed {
            fn from(body: $kind) -> Self {
                Proposed::$kind(body)
            }
        })+
    };
}
pub(super) use proposed;
