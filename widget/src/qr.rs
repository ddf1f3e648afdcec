//! A text as a QR code (ISO/IEC 18004), drawn as one path where it is made: it never travels.
//!
//! Only what our addresses need, since phones load it: bytes, level M, versions 7 to 13, one mask. All readers know all
//! masks; the best one would only look calmer.

use leptos::prelude::*;

/// Light modules around the code, as the standard asks.
const QUIET: usize = 4;

/// The first version there is a row for below.
const FIRST: usize = 7;

/// Of each version from [`FIRST`]: bytes of correction a block, blocks, and bytes of data in the first of them; the last
/// number is how many of the last blocks hold one byte more (table 9, level M).
const BLOCKS: [[usize; 4]; 7] = [
    [18, 4, 31, 0],
    [22, 4, 38, 2],
    [22, 5, 36, 2],
    [26, 5, 43, 1],
    [30, 5, 50, 4],
    [22, 8, 36, 2],
    [22, 9, 37, 1],
];

/// A square of modules; each is dark or light, and taken by a pattern or free for data.
struct Grid {
    size: usize,
    dark: Vec<bool>,
    taken: Vec<bool>,
}

impl Grid {
    fn new(size: usize) -> Self {
        Self { size, dark: vec![false; size * size], taken: vec![false; size * size] }
    }

    /// Sets a module of a pattern; what lies outside is not drawn.
    fn set(&mut self, x: usize, y: usize, dark: bool) {
        if x < self.size && y < self.size {
            let at = y * self.size + x;
            self.dark[at] = dark;
            self.taken[at] = true;
        }
    }

    /// Draws squares within squares around a middle: dark but at these distances from it.
    fn rings(&mut self, (x, y): (usize, usize), reach: usize, light: [usize; 2]) {
        for dx in 0..=2 * reach {
            for dy in 0..=2 * reach {
                let far = dx.abs_diff(reach).max(dy.abs_diff(reach));
                // Below zero wraps to far outside.
                let (x, y) = ((x + dx).wrapping_sub(reach), (y + dy).wrapping_sub(reach));
                self.set(x, y, !light.contains(&far));
            }
        }
    }

    /// Everything but data.
    fn patterns(&mut self, version: usize) {
        let (size, last) = (self.size, self.size - 7);
        for at in 0..size {
            self.set(6, at, at % 2 == 0);
            self.set(at, 6, at % 2 == 0);
        }
        for middle in [(3, 3), (size - 4, 3), (3, size - 4)] {
            self.rings(middle, 4, [2, 4]);
        }
        let places = [6, usize::midpoint(6, last), last];
        for x in places {
            for y in places {
                if ![(6, 6), (6, last), (last, 6)].contains(&(x, y)) {
                    self.rings((x, y), 2, [1, 1]);
                }
            }
        }
        // Level M and mask 0 are all zeros: their check bits are zeros too, and only the fixed pattern is left.
        let format = |bit: usize| 0x5412 >> bit & 1 == 1;
        for bit in 0..15 {
            let (x, y) = match bit {
                0..=5 => (8, bit),
                6 | 7 => (8, bit + 1),
                8 => (7, 8),
                _ => (14 - bit, 8),
            };
            self.set(x, y, format(bit));
            let (x, y) = if bit < 8 { (size - 1 - bit, 8) } else { (8, size - 15 + bit) };
            self.set(x, y, format(bit));
        }
        self.set(8, size - 8, true);
        let check = (0..12).fold(version, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1f25));
        for bit in 0..18 {
            let dark = (version << 12 | check) >> bit & 1 == 1;
            let (along, across) = (size - 11 + bit % 3, bit / 3);
            self.set(along, across, dark);
            self.set(across, along, dark);
        }
    }

    /// Lays bits into the free modules, two columns at a time from the right, up and down in turn, and masks them.
    fn fill(&mut self, words: &[u8]) {
        let mut next = 0;
        for pair in 0..self.size / 2 {
            let right = self.size - 1 - 2 * pair;
            // The column of the clock is left out.
            let right = if right <= 6 { right - 1 } else { right };
            for step in 0..self.size {
                let y = if pair % 2 == 0 { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    let at = y * self.size + x;
                    if !self.taken[at] {
                        let word = words.get(next / 8).copied().unwrap_or(0);
                        self.dark[at] = (word >> (7 - next % 8) & 1 == 1) ^ ((x + y) % 2 == 0);
                        next += 1;
                    }
                }
            }
        }
    }
}

/// Multiplies in GF(256) with x⁸ + x⁴ + x³ + x² + 1.
fn times(one: u8, other: u8) -> u8 {
    (0..8).rev().fold(0, |sum, bit| {
        let doubled = (sum << 1) ^ ((sum >> 7) * 0x1d);
        doubled ^ ((other >> bit & 1) * one)
    })
}

/// The correction of a block.
fn correction(data: &[u8], length: usize) -> Vec<u8> {
    let mut divisor = vec![0; length];
    divisor[length - 1] = 1;
    let mut root = 1;
    for _ in 0..length {
        for at in 0..length {
            divisor[at] = times(divisor[at], root) ^ divisor.get(at + 1).copied().unwrap_or(0);
        }
        root = times(root, 2);
    }
    let mut rest = vec![0; length];
    for byte in data {
        let factor = byte ^ rest[0];
        rest.rotate_left(1);
        rest[length - 1] = 0;
        for (rest, divisor) in rest.iter_mut().zip(&divisor) {
            *rest ^= times(*divisor, factor);
        }
    }
    rest
}

/// The code of a text, row by row, and its width; none if the text is too long.
fn encoded(text: &str) -> Option<(Vec<bool>, usize)> {
    let size_of = |[_, blocks, short, longer]: [usize; 4]| blocks * short + longer;
    // From version 10 on the length has 16 bits.
    let head = |version: usize| if version < 10 { 12 } else { 20 };
    let fits = |version: &usize| head(*version) + 8 * text.len() <= 8 * size_of(BLOCKS[version - FIRST]);
    let version = (FIRST..FIRST + BLOCKS.len()).find(fits)?;
    let [fix, blocks, short, longer] = BLOCKS[version - FIRST];

    // 0100 for bytes, the length, the bytes, 0000: everything lies half a byte off.
    let length = text.len();
    let mut halves = vec![4];
    halves.extend(
        (0..(head(version) - 4) / 4).rev().map(|at| u8::try_from(length >> (4 * at) & 15).unwrap_or(0)),
    );
    for byte in text.bytes() {
        halves.extend([byte >> 4, byte & 15]);
    }
    halves.push(0);
    let mut data: Vec<u8> =
        halves.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect();
    data.truncate(size_of(BLOCKS[version - FIRST]));
    for pad in 0..size_of(BLOCKS[version - FIRST]) - data.len() {
        data.push(if pad % 2 == 0 { 0xec } else { 0x11 });
    }

    let mut rest = data.as_slice();
    let mut parts: Vec<(&[u8], Vec<u8>)> = Vec::new();
    for block in 0..blocks {
        let (part, others) = rest.split_at(short + usize::from(block + longer >= blocks));
        parts.push((part, correction(part, fix)));
        rest = others;
    }
    let mut words = Vec::new();
    for at in 0..=short {
        words.extend(parts.iter().filter_map(|(data, _)| data.get(at)));
    }
    for at in 0..fix {
        words.extend(parts.iter().filter_map(|(_, fix)| fix.get(at)));
    }

    let mut grid = Grid::new(17 + 4 * version);
    grid.patterns(version);
    grid.fill(&words);
    Some((grid.dark, grid.size))
}

/// The text as a code with its quiet zone, black on white whatever colours the screen has; nothing if it is too long.
pub(crate) fn drawn(text: &str, label: &'static str) -> AnyView {
    let Some((modules, width)) = encoded(text) else { return ().into_any() };
    let mut path = String::new();
    for (row, modules) in modules.chunks(width).enumerate() {
        draw_row(&mut path, row + QUIET, modules);
    }
    let size = width + 2 * QUIET;
    let frame = format!("0 0 {size} {size}");
    view! {
        <svg class="ys-qr" viewBox=frame role="img" aria-label=label shape-rendering="crispEdges">
            <rect class="light" width="100%" height="100%" />
            <path class="dark" d=path />
        </svg>
    }
    .into_any()
}

/// The dark runs of a row: one rectangle for each, so that no hairline shows between modules.
fn draw_row(path: &mut String, y: usize, modules: &[bool]) {
    let mut x = 0;
    while x < modules.len() {
        let start = x;
        while modules.get(x) == Some(&true) {
            x += 1;
        }
        let (left, length) = (start + QUIET, x - start);
        if length > 0 {
            let rectangle = format!("M{left} {y}h{length}v1h-{length}z");
            path.push_str(&rectangle);
        }
        x += 1;
    }
}

#[cfg(test)]
mod tests {
    use qrcode::bits::Bits;
    use qrcode::canvas::{Canvas, MaskPattern};
    use qrcode::ec::construct_codewords;
    use qrcode::{Color, EcLevel, Version};

    use super::*;

    /// The same code by somebody else's hand.
    fn theirs(text: &str, width: usize) -> Vec<bool> {
        let version = Version::Normal(i16::try_from((width - 17) / 4).unwrap());
        let mut bits = Bits::new(version);
        bits.push_byte_data(text.as_bytes()).unwrap();
        bits.push_terminator(EcLevel::M).unwrap();
        let (data, fix) = construct_codewords(&bits.into_bytes(), version, EcLevel::M).unwrap();
        let mut canvas = Canvas::new(version, EcLevel::M);
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&data, &fix);
        canvas.apply_mask(MaskPattern::Checkerboard);
        canvas.into_colors().into_iter().map(|color| color == Color::Dark).collect()
    }

    #[test]
    fn a_code_of_any_length_is_what_another_encoder_makes_of_it() {
        let long: String = (0..400_u32).filter_map(|at| char::from_digit(at * 7 % 16, 16)).collect();
        let mut widths = std::collections::BTreeSet::new();
        for length in 0..=331 {
            let text = &long[..length];
            let (modules, width) = encoded(text).unwrap();
            widths.insert(width);
            assert!(modules == theirs(text, width), "{length}");
        }
        assert_eq!(widths.into_iter().collect::<Vec<_>>(), [45, 49, 53, 57, 61, 65, 69]);
        assert!(encoded(&long[..332]).is_none(), "too long is no code, not a wrong one");
    }

    #[test]
    fn a_row_is_drawn_by_its_dark_runs() {
        let mut path = String::new();
        draw_row(&mut path, 4, &[true, true, false, true]);
        draw_row(&mut path, 9, &[false, false]);
        assert_eq!(path, "M4 4h2v1h-2zM7 4h1v1h-1z");
    }
}
