//! What a stranger has to know to spell a type: the names, types and meanings of its fields.
//!
//! `#[derive(Strict)]` makes one from each declaration. SPEC.md's field boxes and `server/openapi.json` are written
//! from these (`cargo xtask docs`); no rule reads them, so no program that leaves them alone carries them.

use crate::blob::BlobKind;
use crate::body::Kind;
use crate::{export, view, wire};

/// A type with a schema.
pub trait Described {
    /// Its schema.
    const TYPE: Type;
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// `true` or `false`.
    Truth,
    /// A whole number.
    Integer {
        /// The smallest.
        least: i64,
        /// The largest.
        most: u64,
    },
    /// Any text.
    Text,
    /// Bytes of any number, in base64.
    Base64,
    /// Bytes in lower-case hexadecimal.
    Bytes {
        /// What they are: "agenda id".
        called: &'static str,
        /// How many.
        len: usize,
    },
    /// One word of a list.
    OneOf(&'static OneOf),
    /// The value, or `null`.
    Optional(&'static Type),
    /// A list of such.
    List(&'static Type),
    /// One of two.
    Either(&'static Type, &'static Type),
    /// A list with a fixed number of members, each of its own type.
    Row(&'static [Type]),
    /// An object.
    Object(&'static ObjectType),
    /// An answer of a server ([`view::SHAPE`]), and what it states.
    Answer(&'static Type),
    /// What an answer states, where the shape of all answers is told.
    Stated,
}

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneOf {
    /// The type's name.
    pub name: &'static str,
    /// What it says.
    pub about: &'static str,
    /// The words.
    pub words: &'static [Word],
}

/// A word of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub word: &'static str,
    /// What it means.
    pub about: &'static str,
}

/// An object with these fields and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObjectType {
    /// The type's name.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [Field],
}

/// A field of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// As it is written.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// What stands there.
    pub of: Type,
    /// What the members of a row are called; none if it is no row.
    pub row: &'static [&'static str],
}

/// What a number counts, which its field's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberUnit {
    /// Hundredths of a square metre.
    Area,
    /// The number of a local day since 1970-01-01.
    Day,
    /// Days.
    Days,
    /// Hundredths of a yuan.
    Fen,
    /// Milliseconds since 1970-01-01T00:00Z.
    Moment,
}

impl Type {
    /// The same bytes under another name; anything else as it is.
    #[must_use]
    pub const fn called(self, name: &'static str) -> Self {
        match self {
            Type::Bytes { len, .. } => Type::Bytes { called: name, len },
            other => other,
        }
    }

    /// What is inside of what may be absent and of lists.
    pub fn innermost(&self) -> &Type {
        match self {
            Type::Optional(inner) | Type::List(inner) => inner.innermost(),
            other => other,
        }
    }
}

impl Field {
    /// What its number counts; none if it is a plain number, or none.
    pub fn unit(&self) -> Option<NumberUnit> {
        let Type::Integer { .. } = self.of.innermost() else { return None };
        Some(match self.name.rsplit('_').next().unwrap_or_default() {
            "c" => NumberUnit::Area,
            "day" => NumberUnit::Day,
            "days" => NumberUnit::Days,
            "fen" => NumberUnit::Fen,
            "ms" => NumberUnit::Moment,
            _ => return None,
        })
    }
}

macro_rules! described {
    ($($type:ty => $of:expr),+ $(,)?) => {
        $(impl Described for $type {
            const TYPE: Type = $of;
        })+
    };
}

described! {
    bool => Type::Truth,
    String => Type::Text,
    u32 => Type::Integer { least: 0, most: 0xffff_ffff },
    u64 => Type::Integer { least: 0, most: crate::MAX_INTEGER },
    i64 => Type::Integer { least: -0x1f_ffff_ffff_ffff, most: crate::MAX_INTEGER },
    wire::Base64Bytes => Type::Base64,
}

impl<T: Described> Described for Option<T> {
    const TYPE: Type = Type::Optional(&T::TYPE);
}

impl<T: Described> Described for Vec<T> {
    const TYPE: Type = Type::List(&T::TYPE);
}

macro_rules! described_rows {
    ($(($($member:ident),+)),+ $(,)?) => {
        $(impl<$($member: Described),+> Described for ($($member,)+) {
            const TYPE: Type = Type::Row(&[$($member::TYPE),+]);
        })+
    };
}

described_rows!((A, B), (A, B, C), (A, B, C, D, E, F));

/// What the body of a kind says.
pub fn body(kind: Kind) -> Type {
    kind.schema()
}

/// What the payload of a blob says.
pub fn payload(kind: BlobKind) -> Type {
    kind.schema()
}

/// What travels beside entries: submissions, and what a server answers.
pub const ANSWERS: &[Type] = &[
    wire::Submission::TYPE,
    wire::Receipt::TYPE,
    wire::Consistency::TYPE,
    wire::Refusal::TYPE,
    export::Header::TYPE,
    Type::Object(&view::SHAPE),
    view::AgendaList::TYPE,
    <view::Served<view::AgendaView>>::TYPE,
    <view::Served<view::AuthorityView>>::TYPE,
    <view::Served<view::CandidatesView>>::TYPE,
    <view::Served<view::MeetingsView>>::TYPE,
    <view::Served<view::CodeView>>::TYPE,
    <view::Served<view::DeliveryView>>::TYPE,
    view::DisclosureList::TYPE,
    <view::Served<view::DisclosureView>>::TYPE,
    <view::Served<view::ErasableList>>::TYPE,
    <view::Served<view::ErasureView>>::TYPE,
    view::EstateList::TYPE,
    <view::Served<view::EstateView>>::TYPE,
    view::Health::TYPE,
    <view::Served<view::KeyView>>::TYPE,
    view::MatterList::TYPE,
    <view::Served<view::MatterView>>::TYPE,
    <view::Served<view::MeView>>::TYPE,
    <view::Served<view::CopyView>>::TYPE,
    <view::Served<view::MandateList>>::TYPE,
    view::MandatesOf::TYPE,
    <view::Served<view::ModeratedList>>::TYPE,
    view::OfficerList::TYPE,
    <view::Served<view::OwnSheets>>::TYPE,
    view::PaperHomes::TYPE,
    view::PaperList::TYPE,
    <view::Served<view::PersonList>>::TYPE,
    <view::Served<view::ResultView>>::TYPE,
    <view::Served<view::RollDifference>>::TYPE,
    <view::Served<view::RollView>>::TYPE,
    view::RoundView::TYPE,
    view::ScopeList::TYPE,
    <view::Served<view::SheetView>>::TYPE,
    view::RequisitionView::TYPE,
    view::TurnoutView::TYPE,
    view::CallList::TYPE,
    <view::Served<view::WaitingList>>::TYPE,
    <view::Served<view::WeightView>>::TYPE,
];
