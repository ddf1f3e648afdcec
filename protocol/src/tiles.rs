//! The tree and the leaves as C2SP `tlog-tiles` has them: 256 hashes or leaves at a time, under addresses that never mean
//! anything else. Whoever reads other transparency logs reads this one so, and makes every root and proof of it alone.

use std::fmt;

use crate::id::Hash;
use crate::merkle::MerkleTree;

/// How many hashes or leaves a whole tile has.
pub const TILE_WIDTH: u16 = 256;
/// How many levels of the tree a tile goes up.
const TILE_HEIGHT: u32 = 8;
/// The highest level that an address can name.
const MAX_LEVEL: u32 = 63;

/// Which of a log's tiles: `N` of the address, and `W` where it is not a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Its number on its level, from 0.
    pub index: u64,
    /// How many hashes or leaves of it are meant: 256, or fewer while it is being filled.
    pub width: u16,
}

impl Tile {
    /// Reads `N` or `N.p/W` of an address: `N` in groups of three digits that slashes part, with an `x` before each group but
    /// the last, and without groups of zeros ahead; `W` from 1 to 255. `None` for anything else.
    pub fn parse(path: &str) -> Option<Self> {
        let (number, width) = match path.split_once(".p/") {
            None => (path, TILE_WIDTH),
            Some((number, width)) => (number, u16::from(decimal::<u8>(width).filter(|width| *width > 0)?)),
        };
        let mut index: u64 = 0;
        let mut groups = number.split('/').peekable();
        while let Some(group) = groups.next() {
            let digits = if groups.peek().is_some() { group.strip_prefix('x')? } else { group };
            if digits.len() != 3 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
                return None;
            }
            index = index.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
        }
        let tile = Self { index, width };
        // One address each: what was read must be what would be written.
        (tile.to_string() == path).then_some(tile)
    }

    /// Which of the `count` hashes or leaves below it the tile holds: the first one, and how many. `None` if there are not so
    /// many.
    fn range(&self, count: u64) -> Option<(u64, u16)> {
        let first = self.index.checked_mul(TILE_WIDTH.into())?;
        let end = first.checked_add(self.width.into())?;
        (self.width > 0 && self.width <= TILE_WIDTH && end <= count).then_some((first, self.width))
    }

    /// The first leaf of an entry bundle and how many it has, in a log of `size` entries. `None` if there are not so many.
    pub fn leaves(&self, size: u64) -> Option<(u64, u16)> {
        self.range(size)
    }

    /// The hashes of this tile on a level, one behind the other, in the tree of the first `size` leaves. `None` if that tree
    /// has no such tile.
    pub fn hashes(&self, level: u32, tree: &MerkleTree, size: u64) -> Option<Vec<u8>> {
        if size > tree.size() || level > MAX_LEVEL {
            return None;
        }
        let height = level.checked_mul(TILE_HEIGHT)?;
        let (first, width) = self.range(size.checked_shr(height).unwrap_or_default())?;
        let hash = |place: u64| tree.complete(height, place);
        let hashes: Vec<Hash> = (first..).take(width.into()).map(hash).collect::<Option<_>>()?;
        Some(hashes.iter().flat_map(|hash| *hash.as_bytes()).collect())
    }
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut groups = vec![format!("{:03}", self.index % 1000)];
        let mut left = self.index / 1000;
        while left > 0 {
            groups.push(format!("x{:03}", left % 1000));
            left /= 1000;
        }
        groups.reverse();
        f.write_str(&groups.join("/"))?;
        if self.width < TILE_WIDTH { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

/// Reads `L` of an address: a level from 0 to 63. `None` for anything else.
pub fn parse_level(text: &str) -> Option<u32> {
    decimal::<u32>(text).filter(|level| *level <= MAX_LEVEL)
}

/// A number in its one spelling: no sign, no zeros ahead.
fn decimal<T: std::str::FromStr + ToString>(text: &str) -> Option<T> {
    text.parse().ok().filter(|number: &T| number.to_string() == text)
}

/// Leaves as an entry bundle has them: each behind its length, two bytes, big end first. `None` if one is longer than two
/// bytes can say, which no leaf of a log is.
pub fn bundle(leaves: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut bundle = Vec::new();
    for leaf in leaves {
        bundle.extend(u16::try_from(leaf.len()).ok()?.to_be_bytes());
        bundle.extend(leaf);
    }
    Some(bundle)
}
