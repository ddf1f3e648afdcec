//! Drawings, each on a 24 by 24 field. They are decoration: the words beside them say the same.

use leptos::prelude::*;

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
pub(crate) const STOP: &str = "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v6M12 16.3v.2";

/// A drawing with the kit's class and perhaps more classes.
pub(crate) fn icon(path: &'static str, class: &'static str) -> AnyView {
    let class = if class.is_empty() { "ys-i".to_owned() } else { format!("ys-i {class}") };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=path /></svg>
    }
    .into_any()
}
