//! The encodings in which people save text.

use yishi_sheets::Encoding;
use yishi_sheets::roll::read;

use crate::{counts, read_roll, roll_text};

fn sample() -> String {
    roll_text(&["1栋,1单元,101,住宅,89.50,A1,林可一,", "1栋,1单元,102,住宅,76.10,A2,欧阳可二,"])
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn every_usual_encoding_reads_the_same_and_says_which_it_is() {
    let text = sample();
    let (gbk, _, lossy) = encoding_rs::GBK.encode(&text);
    assert!(!lossy);
    let cases = [
        (text.clone().into_bytes(), Encoding::Utf8),
        (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
        (utf16(&text, false), Encoding::Utf16),
        (utf16(&text.replace(',', "\t"), true), Encoding::Utf16),
        (gbk.into_owned(), Encoding::Gbk),
    ];
    for (bytes, encoding) in cases {
        let file = read_roll(&bytes);
        assert_eq!((counts(&file), file.encoding), ((2, 16_560, 2), encoding), "{encoding:?}");
        assert_eq!(file.people[1].name, "欧阳可二", "{encoding:?}");
    }
}

#[test]
fn a_sign_that_only_gb_18030_has_is_read() {
    // 𠮷, of four bytes.
    let text = sample().replace("欧阳", "\u{20bb7}");
    let (bytes, _, lossy) = encoding_rs::GB18030.encode(&text);
    assert!(!lossy);
    assert_eq!(read_roll(&bytes).people[1].name, "\u{20bb7}可二");
}

#[test]
fn damaged_utf_8_is_not_read_as_other_names() {
    let mut bytes = sample().into_bytes();
    let place = bytes.iter().rposition(|byte| *byte > 0x7f).unwrap();
    bytes.remove(place);
    assert_eq!(read(&bytes).unwrap_err().code(), "FILE_ENCODING");
}
