//! What is said of a device's clock that does not go like the server's.

use yishi_protocol::calendar::{DAY_MS, HOUR_MS};

use crate::desk::Desk;
use crate::proofs::clock::{MINUTE_MS, Off};
use crate::words::key;

/// What is said of it.
pub(crate) fn words(desk: Desk, off: Off) -> String {
    let (Off::Ahead(apart) | Off::Behind(apart)) = off;
    let (minutes, hours, days) = (apart / MINUTE_MS, apart / HOUR_MS, apart / DAY_MS);
    let much = match (hours, days) {
        (0, _) => desk.fill(key::desk_clock::minutes(&minutes)),
        (_, 0) => desk.fill(key::desk_clock::hours(&hours)),
        _ => desk.fill(key::desk_clock::days(&days)),
    };
    match off {
        Off::Ahead(_) => desk.fill(key::desk_clock::ahead(&much)),
        Off::Behind(_) => desk.fill(key::desk_clock::behind(&much)),
    }
}
