//! A text as a QR code, drawn as one path where it is made: it never travels.

use crate::draw::{View, view};
use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code, as the standard asks (ISO/IEC 18004).
const QUIET: usize = 4;

/// The text as a code with its quiet zone, black on white whatever colours the screen has; nothing if it is too long.
pub(crate) fn drawn(text: &str, label: &'static str) -> View {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else { return View::Nothing };
    let width = code.width();
    let size = width + 2 * QUIET;
    let modules = code.into_colors();
    let rows = modules.chunks(width).enumerate();
    let path: String = rows.map(|(row, modules)| row_path(row + QUIET, modules)).collect();
    let frame = format!("0 0 {size} {size}");
    view! {
        <svg class="ys-qr" viewBox=frame role="img" aria-label=label shape-rendering="crispEdges">
            <rect class="light" width="100%" height="100%" />
            <path class="dark" d=path />
        </svg>
    }
}

/// The dark runs of a row: one rectangle for each, so that no hairline shows between modules.
fn row_path(y: usize, modules: &[Color]) -> String {
    let mut x = QUIET;
    let runs = modules.chunk_by(|one, next| one == next).map(|run| {
        let (start, length) = (x, run.len());
        x += length;
        let dark = run.first() == Some(&Color::Dark);
        if dark { format!("M{start} {y}h{length}v1h-{length}z") } else { String::new() }
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_drawn_by_its_dark_runs() {
        use Color::{Dark, Light};
        assert_eq!(row_path(4, &[Dark, Dark, Light, Dark]), "M4 4h2v1h-2zM7 4h1v1h-1z");
        assert_eq!(row_path(9, &[Light, Light]), "");
    }
}
