//! The consent text shown at enrolment (PIPL art. 13, 17): one text, so that every enrolment names the same blob.

use crate::blob::{Blob, BlobKind, Words};
use crate::id::Salt;

/// The text in force, as a blob.
pub fn standard_consent() -> Blob {
    let words = Words::zh_en(include_str!("consent.zh.txt"), Some(include_str!("consent.en.txt")));
    Blob::record(BlobKind::Consent, Salt::ZERO, &words)
}
