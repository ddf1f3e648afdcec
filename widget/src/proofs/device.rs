//! What two phones show each other: when one of them brings the other in, and of a receipt. Pure, so that it is tested without a browser.
//!
//! ```text
//! phone in use   #<estate>.add.<person>.<round>             asks a new phone for its request
//! the desk       #<estate>.desk.<person>.<round>            likewise, of whoever stands there
//! new phone      #<estate>.new.<round>.<key>.<signature>    answers with it
//! any phone      #<estate>.seen.…                           shows a receipt: `yishi_protocol::slip`
//! ```
//!
//! All stand after the `#` of our own page's address and never reach a server. Nothing in them is secret: a round only
//! tells what was asked for from what a stranger sends.

use yishi_protocol::SigningKey;
use yishi_protocol::body::device_message;
use yishi_protocol::calendar::HOUR_MS;
use yishi_protocol::id::{EstateId, PersonId, PublicKey, SignatureBytes};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::signature::{public_key, sign};
use yishi_protocol::slip::Slip;

/// How long a phone waits for the answer to what it asked, in milliseconds.
const PATIENCE_MS: u64 = HOUR_MS;

/// Tells one asking from another: 10 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AskNumber(u64);

impl AskNumber {
    pub(crate) fn new(random: [u8; 5]) -> Self {
        Self(random.iter().fold(0, |sum, byte| sum * 256 + u64::from(*byte)))
    }

    fn text(self) -> String {
        format!("{:010x}", self.0)
    }

    fn read(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        let number = u64::from_str_radix(text, 16).ok()?;
        (digits && text.len() == 10).then_some(Self(number))
    }
}

/// A round that this phone began, as it keeps it: `<when>.<round>`.
pub(crate) fn begun(round: AskNumber, now_ms: u64) -> String {
    format!("{now_ms}.{}", round.text())
}

/// The round that a phone keeps, while it waits for its answer.
pub(crate) fn still_open(kept: &str, now_ms: u64) -> Option<AskNumber> {
    let (since, round) = kept.split_once('.')?;
    let since: u64 = since.parse().ok()?;
    (now_ms < since.saturating_add(PATIENCE_MS)).then(|| AskNumber::read(round))?
}

/// A phone in use, or the desk, asks for a new phone's request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    /// Whether two clerks let the phone in, after its person has read how data about people is used.
    pub(crate) desk: bool,
    /// Whose phone the new one is to be.
    pub(crate) person: PersonId,
    pub(crate) round: AskNumber,
}

impl Ask {
    /// What follows the estate in an address.
    pub(crate) fn text(&self) -> String {
        let by = if self.desk { "desk" } else { "add" };
        format!("{by}.{}.{}", self.person, self.round.text())
    }

    fn read(text: &str) -> Option<Self> {
        let (by, rest) = text.split_once('.')?;
        let desk = by == "desk";
        let (person, round) = rest.split_once('.').filter(|_| desk || by == "add")?;
        Some(Self { desk, person: person.parse().ok()?, round: AskNumber::read(round)? })
    }
}

/// A new phone's request to be brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// What it answers.
    pub(crate) round: AskNumber,
    pub(crate) device: PublicKey,
    /// The device's signature over the device message.
    pub(crate) device_sig: SignatureBytes,
}

impl Request {
    /// The request of a key for whoever asked.
    pub(crate) fn new(ask: &Ask, estate: &EstateId, key: &SigningKey) -> Self {
        let device = public_key(key);
        let device_sig = sign(key, &device_message(estate, &ask.person, &device));
        Self { round: ask.round, device, device_sig }
    }

    /// What follows the estate in an address.
    pub(crate) fn text(&self) -> String {
        format!("new.{}.{}.{}", self.round.text(), self.device, self.device_sig)
    }

    fn read(text: &str) -> Option<Self> {
        let (round, rest) = text.strip_prefix("new.")?.split_once('.')?;
        let (device, device_sig) = rest.split_once('.')?;
        let (device, device_sig) = (device.parse().ok()?, device_sig.parse().ok()?);
        Some(Self { round: AskNumber::read(round)?, device, device_sig })
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Ask(Ask),
    Request(Request),
    Slip(Slip),
}

/// Reads what follows an estate and a dot in an address.
pub(crate) fn shown(text: &str) -> Option<Shown> {
    let phone = Ask::read(text).map(Shown::Ask).or_else(|| Request::read(text).map(Shown::Request));
    phone.or_else(|| Slip::read(text).map(Shown::Slip))
}

/// Finds it in what somebody pasted: an address, or a message around one.
pub(crate) fn pasted(text: &str, estate: &str) -> Option<Shown> {
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('.')?;
        rest = after;
        if before.ends_with(estate) {
            let outside = |sign: char| !matches!(sign, '.' | '0'..='9' | 'a'..='z');
            let end = rest.find(outside).unwrap_or(rest.len());
            return shown(rest.get(..end)?.trim_end_matches('.'));
        }
    }
}

/// The six digits by which people see that two phones mean the same key.
pub(crate) fn digits(device: &PublicKey) -> String {
    let hash = leaf_hash(device.as_bytes());
    let number = hash.as_bytes().iter().take(6).fold(0, |sum: u64, byte| sum * 256 + u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

/// The same as people read them: `482 916`.
pub(crate) fn number(device: &PublicKey) -> String {
    let digits = digits(device);
    let (one, two) = digits.split_at(3);
    format!("{one}\u{a0}{two}")
}

/// The digits in what somebody typed, full-width ones too.
pub(crate) fn typed_digits(typed: &str) -> String {
    let ascii = |sign: char| match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xfee0),
        _ => sign.is_ascii_digit().then_some(sign),
    };
    typed.chars().filter_map(ascii).collect()
}

#[cfg(test)]
mod tests {
    use yishi_protocol::signature::verify_signature;

    use super::*;

    fn estate() -> EstateId {
        EstateId::from_bytes([7; 32])
    }

    const ROUND: AskNumber = AskNumber(0x01ab_ff09);

    fn ask() -> Ask {
        Ask { desk: false, person: PersonId::from_bytes([1; 16]), round: ROUND }
    }

    fn request() -> Request {
        Request::new(&ask(), &estate(), &SigningKey::from_bytes(&[3; 32]))
    }

    #[test]
    fn what_is_shown_is_read_as_it_was_written() {
        for ask in [ask(), Ask { desk: true, ..ask() }] {
            assert_eq!(shown(&ask.text()), Some(Shown::Ask(ask)));
        }
        assert_eq!(shown(&request().text()), Some(Shown::Request(request())));
    }

    #[test]
    fn a_request_carries_the_signature_that_the_rules_ask_for() {
        let request = request();
        let message = device_message(&estate(), &ask().person, &request.device);
        assert!(verify_signature(&request.device, &message, &request.device_sig).is_ok());
    }

    #[test]
    fn it_is_found_in_what_chats_put_around_it() {
        let request = request();
        let (estate, text) = (estate().to_string(), request.text());
        let url = format!("https://yishi.example/enrol#{estate}.{text}");
        for around in [
            url.clone(),
            format!(" {url}\n"),
            format!("新手机：{url}。请确认"),
            format!("{url}."),
            format!("{estate}.{text}"),
        ] {
            assert_eq!(pasted(&around, &estate), Some(Shown::Request(request)), "{around}");
        }
        assert_eq!(pasted(&url, &"0".repeat(64)), None, "another estate's");
    }

    /// Every beginning, every wrong sign, and signs of several bytes: nothing is read, and nothing breaks.
    #[test]
    fn what_is_bent_is_refused() {
        for text in [ask().text(), Ask { desk: true, ..ask() }.text(), request().text()] {
            for end in 0..text.len() {
                assert_eq!(shown(&text[..end]), None);
                for wrong in ["g", "Ａ", ".", "é", "\0", ""] {
                    let bent = format!("{}{wrong}{}", &text[..end], &text[end + 1..]);
                    assert!(bent == text || shown(&bent).is_none(), "{bent}");
                    let found = pasted(&format!("{}.{bent}", estate()), &estate().to_string());
                    assert!(found.is_none() || found == shown(&text), "{bent}");
                }
            }
            assert_eq!(shown(&format!("{text}0")), None);
            assert_eq!(shown(&text.to_uppercase()), None);
        }
        for text in ["", ".", "add", "add.", "add..", "new....", "加.手.机", "7Z0C-839V-E1Y8-P5H2-BTK4-Q"]
        {
            assert_eq!((shown(text), pasted(text, "")), (None, None), "{text}");
        }
    }

    #[test]
    fn a_round_is_waited_for_one_hour() {
        let kept = begun(ROUND, 1000);
        assert_eq!(still_open(&kept, 1000), Some(ROUND));
        assert_eq!(still_open(&kept, 1000 + HOUR_MS - 1), Some(ROUND));
        assert_eq!(still_open(&kept, 1000 + HOUR_MS), None);
        for bent in [
            "",
            ".",
            "x.0001abff09",
            "1000",
            "1000.0001abff0",
            "1000.+001abff09",
            "99999999999999999999.0001abff09",
        ] {
            assert_eq!(still_open(bent, 0), None, "{bent}");
        }
    }

    #[test]
    fn digits_are_six_and_read_as_people_type_them() {
        let of = |byte| digits(&PublicKey::from_bytes([byte; 32]));
        assert!((0..=255).all(|byte| of(byte).len() == 6));
        assert_ne!(of(1), of(2));
        assert_eq!(typed_digits(" 48２ 916。"), "482916");
    }
}
