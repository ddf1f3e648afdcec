//! What the table of codes in `rejection.rs` becomes: an enum, its order, its names and sentences.

macro_rules! codes {
    ($($part:literal: $($variant:ident = $text:literal: $sentence:literal;)+)+) => {
        /// One broken rule. SPEC.md lists all of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $sentence] $variant,)+)+
        }

        impl Code {
            /// Every code, in the order of SPEC.md.
            pub const ALL: &[Code] = &[$($(Code::$variant,)+)+];

            /// Every code once more, by the part of SPEC.md's section 15 in which it stands.
            pub const PARTS: &[(&str, &[Code])] = &[$(($part, &[$(Code::$variant,)+]),)+];

            /// The stable name.
            pub const fn as_str(self) -> &'static str {
                match self { $($(Code::$variant => $text,)+)+ }
            }

            /// What a person can do about it, in English; the widget has its own words in each language.
            pub const fn sentence(self) -> &'static str {
                match self { $($(Code::$variant => $sentence,)+)+ }
            }
        }
    };
}

pub(crate) use codes;
