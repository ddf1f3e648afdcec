//! The consent text shown at enrolment (PIPL art. 13, 17): one text, so that every enrolment names the same blob.

use crate::blob::{Blob, BlobKind, Words};
use crate::id::Salt;

/// The text in force, as a blob.
pub fn standard_consent() -> Blob {
    let words = Words {
        en: Some(include_str!("consent.en.txt").to_owned()),
        zh: include_str!("consent.zh.txt").to_owned(),
    };
    Blob::record(BlobKind::Consent, Salt::ZERO, &words)
}
