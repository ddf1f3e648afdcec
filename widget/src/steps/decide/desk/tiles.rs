//! The estate as a map of its buildings: a tile for each row of the table below it, the stronger its colour the more of it takes part.
//! Each says its figures, and has its part as a bar too, so that nobody has to tell colours apart.

use yishi_protocol::view::BuildingTurnout;

use crate::desk::Desk;
use crate::desk::forms::small;
use crate::desk::weights::Kind;
use crate::draw::{View, view};
use crate::kit::charts::{Strip, WHOLE, legend, percent, share, strip};
use crate::words::key;

/// How many shades there are.
const STEPS: u32 = 5;

/// A building.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    /// Its name.
    pub(crate) name: String,
    /// Parties that have voted, and all.
    pub(crate) heads: (u32, u32),
    /// The part of them that has voted, in hundredths of a per cent.
    pub(crate) share: u32,
    /// Its shade, 1 to 5: a fifth each, and the last one with those that are complete.
    pub(crate) step: u32,
}

/// A tile for each row, in their order.
pub(crate) fn of(rows: &[BuildingTurnout]) -> Vec<Tile> {
    let tile = |row: &BuildingTurnout| {
        let share = share(row.voted.into(), row.heads.into());
        let step = (share * STEPS / WHOLE + 1).min(STEPS);
        Tile { name: row.name.clone(), heads: (row.voted, row.heads), share, step }
    };
    rows.iter().map(tile).collect()
}

/// What each shade stands for, in per cent, the lightest ahead.
const KEYS: [(&str, &str); 5] = [
    ("ys-tile_1", "0–20%"),
    ("ys-tile_2", "20–40%"),
    ("ys-tile_3", "40–60%"),
    ("ys-tile_4", "60–80%"),
    ("ys-tile_5", "80–100%"),
];

/// A building's part as a bar.
fn bar(tile: &Tile) -> Strip {
    Strip { parts: vec![("out", 0, tile.share)], mark: None }
}

/// The tiles, in as many columns as fit.
pub(crate) fn view(desk: Desk, rows: &[BuildingTurnout]) -> View {
    let one = |tile: Tile| {
        let class = format!("ys-tile ys-tile_{}", tile.step);
        let (voted, heads) = tile.heads;
        let figure = format!("{voted} / {}", Kind::Heads.with_unit(desk, heads.into()));
        let bar = strip(format!("{} {figure}", tile.name), &bar(&tile));
        view! { <li class=class><b>{tile.name}</b><span class="n">{figure}</span><span class="n">{percent(tile.share)}</span>{bar}</li> }
    };
    let tiles: Vec<_> = of(rows).into_iter().map(one).collect();
    view! {
        {legend(KEYS.to_vec())}
        <ul class="ys-tiles" aria-label=desk.say(key::desk_turnout::MAP)>{tiles}</ul>
        {small(desk.say(key::desk_turnout::THE_STRONGER_THE_MORE))}
    }
}

#[cfg(test)]
mod tests {
    use super::{KEYS, STEPS, bar, of};
    use yishi_protocol::view::BuildingTurnout;

    fn steps(rows: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let row = |(voted, heads): &(u32, u32)| BuildingTurnout {
            name: "1栋".to_owned(),
            voted: *voted,
            heads: *heads,
        };
        let rows: Vec<_> = rows.iter().map(row).collect();
        of(&rows).into_iter().map(|tile| (tile.share, tile.step)).collect()
    }

    #[test]
    fn a_fifth_more_is_a_shade_stronger() {
        let told = steps(&[(0, 50), (9, 50), (10, 50), (20, 50), (30, 50), (40, 50), (50, 50)]);
        let want = [(0, 1), (1800, 1), (2000, 2), (4000, 3), (6000, 4), (8000, 5), (10_000, 5)];
        assert_eq!(told, want);
    }

    #[test]
    fn each_shade_has_its_key_and_each_tile_its_bar() {
        assert_eq!(KEYS.len(), usize::try_from(STEPS).unwrap());
        let row = BuildingTurnout { name: "1栋".to_owned(), voted: 9, heads: 50 };
        assert_eq!(of(&[row]).iter().map(bar).map(|bar| bar.parts).collect::<Vec<_>>(), [[("out", 0, 1800)]]);
    }

    #[test]
    fn none_one_nobody_and_very_many_are_told() {
        assert!(steps(&[]).is_empty());
        assert_eq!(steps(&[(1, 1), (0, 0), (u32::MAX, u32::MAX)]), [(10_000, 5), (0, 1), (10_000, 5)]);
    }
}
