//! The QR code of a letter, drawn into the page.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code, as the standard asks (ISO/IEC 18004).
const QUIET: usize = 4;

/// The largest code, in modules a side (version 20). Printed at the 52 mm of `style.css` its modules are half a
/// millimetre wide, which every phone still reads from a page held in the hand.
const MAX_WIDTH: usize = 97;

/// The text as an SVG with its quiet zone, black on white, error correction M; none if it is too long.
pub(super) fn svg(text: &str, title: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    if width > MAX_WIDTH {
        return None;
    }
    let size = width + 2 * QUIET;
    let modules = code.into_colors();
    let path: String =
        modules.chunks(width).enumerate().map(|(row, modules)| row_path(row + QUIET, modules)).collect();
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" shape-rendering=\"crispEdges\">\
         <title>{title}</title><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

/// The dark runs of a row as rectangles: one for each run, so that no hairline shows between modules.
fn row_path(y: usize, modules: &[Color]) -> String {
    let mut x = QUIET;
    let runs = modules.chunk_by(|a, b| a == b).map(|run| {
        let start = x;
        x += run.len();
        (run.first(), start, run.len())
    });
    let dark = runs.filter(|(color, ..)| *color == Some(&Color::Dark));
    let rectangles: Vec<_> = dark.map(|(_, x, length)| format!("M{x} {y}h{length}v1h-{length}z")).collect();
    rectangles.concat()
}
