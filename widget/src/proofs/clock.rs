//! This device's own clock, and how far it is from the server's, for whoever is about to sign: an entry says its author's time.

/// How far a clock may be off unheard; an answer that travels takes seconds.
const TOLERATED_MS: u64 = MINUTE_MS;
/// Milliseconds in a minute.
pub(crate) const MINUTE_MS: u64 = 60_000;

/// This phone's own clock, uncorrected, in milliseconds since 1970: an entry says when its author thought it was, so that
/// an auditor sees a server whose clock is another one.
pub(crate) fn own_clock_ms() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the browser gives whole milliseconds"
    )]
    let now_ms = js_sys::Date::now().max(0.0) as u64;
    now_ms
}

/// How a device's clock is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Off {
    /// It is ahead, by so many milliseconds.
    Ahead(u64),
    /// It is behind.
    Behind(u64),
}

/// How far the device's clock is from the server's, both read at one moment, if it matters.
pub(crate) fn off(server_ms: u64, own_ms: u64) -> Option<Off> {
    // A server that says no time has none to be compared with.
    let apart = server_ms.abs_diff(own_ms);
    if server_ms == 0 || apart <= TOLERATED_MS {
        return None;
    }
    Some(if own_ms > server_ms { Off::Ahead(apart) } else { Off::Behind(apart) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::calendar::DAY_MS;

    #[test]
    fn a_clock_is_off_from_more_than_a_minute_on() {
        let noon = DAY_MS / 2;
        assert_eq!(off(noon, noon), None);
        assert_eq!(off(noon, noon + MINUTE_MS), None);
        assert_eq!(off(noon, noon - MINUTE_MS), None);
        assert_eq!(off(noon, noon + MINUTE_MS + 1), Some(Off::Ahead(MINUTE_MS + 1)));
        assert_eq!(off(noon, noon - MINUTE_MS - 1), Some(Off::Behind(MINUTE_MS + 1)));
        assert_eq!(off(noon, 0), Some(Off::Behind(noon)));
        assert_eq!(off(0, noon), None, "no answer has come yet");
        assert_eq!(off(1, u64::MAX), Some(Off::Ahead(u64::MAX - 1)));
    }
}
