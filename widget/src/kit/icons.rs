//! Drawings, each on a 24 by 24 field. They are decoration: the words beside them say the same.

use crate::draw::{View, view};

pub(crate) const BACK: &str = "M15 4.5 7.5 12l7.5 7.5";
pub(crate) const BIG: &str = "M5 8V6h14v2M12 3.5V6M8.5 10.5h7L12 13.3V18a2 2 0 0 1-3 1.5M4.5 14.5h15";
pub(crate) const BALLOT_BOX: &str =
    "M4 12.5 5.5 10H8M16 10h2.5l1.5 2.5M4 12.5h16V20H4zM8 12V4h8v8M10.2 8l1.3 1.3L14 6.7";
pub(crate) const CHECK: &str = "m5 12.5 4.7 4.7L19.5 7.3";
pub(crate) const DASH: &str = "M6 12h12";
pub(crate) const GO: &str = "m9 5 7 7-7 7";
pub(crate) const HOME: &str = "M3.5 11.5 12 4l8.5 7.5M6 9.8V20h12V9.8M10 20v-5.5h4V20";
pub(crate) const KEY: &str =
    "M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 12H21M17.5 12v3.5M20.5 12v2.5";
pub(crate) const OFFLINE: &str = "M3 3l18 18M5 12.5a10 10 0 0 1 4-2.3M2.5 9a14 14 0 0 1 4.3-2.8M11 6a14 14 0 0 1 10.5 3.3M15.5 11a10 10 0 0 1 3.5 1.8M8.5 16a5 5 0 0 1 6.5-.3M12 19.5v.1";
pub(crate) const PEN: &str = "M5 19h3.5L19.5 8 16 4.5 5 15.5zM13.5 7l3.5 3.5";
pub(crate) const AGAIN: &str =
    "M20 6v4.5h-4.5M4 18v-4.5h4.5M18.8 10A7.3 7.3 0 0 0 6 7.5L4.2 9.5M5.2 14A7.3 7.3 0 0 0 18 16.5l1.8-2";
pub(crate) const ASK: &str = "M4 5h16v11.5H10.5L6 20.5v-4H4zM8 9.5h8M8 12.5h5";
pub(crate) const CLOCK: &str = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.3l3.4 2";
pub(crate) const HAND: &str = "M8 12V5.8a1.3 1.3 0 0 1 2.6 0V11M10.6 10.5V4.3a1.3 1.3 0 0 1 2.6 0V11M13.2 10.8V5.5a1.3 1.3 0 0 1 2.6 0v7M15.8 12V8.8a1.3 1.3 0 0 1 2.6 0V14c0 4-2.3 7-6 7-3.4 0-4.8-1.6-6.2-4.3L4 13.2a1.4 1.4 0 0 1 2.3-1.5L8 13.7";
pub(crate) const LENS: &str = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5";
pub(crate) const PLUS: &str = "M12 5v14M5 12h14";
pub(crate) const STAR: &str = "m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z";
pub(crate) const WARN: &str = "M12 3.6 2.7 19.6a.9.9 0 0 0 .8 1.3h17a.9.9 0 0 0 .8-1.3zM12 9.5v5M12 17.6v.2";
pub(crate) const STOP: &str = "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v6M12 16.3v.2";

/// A drawing with the kit's class and perhaps more classes.
pub(crate) fn icon(path: &'static str, class: &'static str) -> View {
    let class = if class.is_empty() { "ys-i".to_owned() } else { format!("ys-i {class}") };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path /></svg>
    }
}
