//! What the table of blob kinds becomes: [`BlobKind`](super::BlobKind), and what is asked of the type that each holds.

/// Takes a line for each kind: its number, its name, the variant with the type of its payload, who may read it
/// ([`Readers`](super::Readers)), and the longest payload in bytes.
macro_rules! blob_kinds {
    ($(
        $(#[$doc:meta])*
        $number:literal $name:literal $kind:ident of $payload:ident, $readers:ident up to $most:ident;
    )+) => {
        use $crate::blob::{Blob, Readers};
        use $crate::rejection::Rejection;
        use $crate::schema::{Described, Type};
        use $crate::strict_json::{self, Strict};

        /// What a blob holds, and the number hashed into its id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
        pub enum BlobKind {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = concat!("Its payload is a [`", stringify!($payload), "`].")]
                #[strict(rename = $name)]
                $kind,
            )+
        }

        impl BlobKind {
            /// Every kind, in order of number.
            pub const ALL: &[BlobKind] = &[$(BlobKind::$kind,)+];

            /// The number in the id.
            pub const fn number(self) -> u16 {
                match self { $(BlobKind::$kind => $number,)+ }
            }

            /// Its word in JSON and in databases.
            pub const fn name(self) -> &'static str {
                match self { $(BlobKind::$kind => $name,)+ }
            }

            /// Who may read it.
            pub const fn readers(self) -> Readers {
                match self { $(BlobKind::$kind => Readers::$readers,)+ }
            }

            /// The longest payload, in bytes.
            pub const fn max_payload(self) -> usize {
                match self { $(BlobKind::$kind => $crate::blob::$most,)+ }
            }

            /// The schema of its payload.
            pub(crate) const fn schema(self) -> Type {
                match self { $(BlobKind::$kind => <$payload as Described>::TYPE,)+ }
            }

            /// That a blob's payload reads as this kind.
            pub(crate) fn check_payload(self, blob: &Blob) -> Result<(), Rejection> {
                match self { $(BlobKind::$kind => blob.open::<$payload>().map(drop),)+ }
            }

            /// A blob's payload, read as this kind and written again.
            pub(crate) fn spelt_again(self, blob: &Blob) -> Result<String, Rejection> {
                match self {
                    $(BlobKind::$kind => blob.open::<$payload>().map(|said| strict_json::write_text(&said)),)+
                }
            }
        }
    };
}
pub(crate) use blob_kinds;
