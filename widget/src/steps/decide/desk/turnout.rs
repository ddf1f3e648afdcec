//! Who takes part in an open vote, for those who call on homes: never what anybody chose.

use crate::draw::{DrawAll, View, view};
use crate::words::key;
use yishi_protocol::count::{QUORUM, Share};
use yishi_protocol::view::{BuildingTurnout, TurnoutView};

use crate::desk::Desk;
use crate::desk::forms::small;
use crate::desk::load::Current;
use crate::desk::weights::Kind;
use crate::kit::icons::icon;
use crate::kit::tell::{pick, put_off};
use crate::steps::decide::desk::{days, tiles};
use crate::words::format::{grouped, hundredths};

/// Under how many heads a building is not told apart.
const LEAST: u32 = 10;

const HIDDEN: &str = "M4 4l16 16M9.9 6.2A9 9 0 0 1 12 6c5 0 8.5 4 9.5 6a14 14 0 0 1-3 3.7M6.3 7.8A14 14 0 0 0 2.5 12c1 2 4.5 6 9.5 6a9 9 0 0 0 4-.9M10 10.3a2.8 2.8 0 0 0 3.8 3.8";

/// Small buildings made one, so that no row tells of fewer than ten; the most missing first, the rest last.
fn merged(buildings: &[BuildingTurnout], other: &str) -> Vec<BuildingTurnout> {
    let (mut large, small): (Vec<_>, Vec<_>) =
        buildings.iter().cloned().partition(|building| building.heads >= LEAST);
    let mut rest = BuildingTurnout { name: other.to_owned(), voted: 0, heads: 0 };
    let add = |rest: &mut BuildingTurnout, building: &BuildingTurnout| {
        rest.voted = rest.voted.saturating_add(building.voted);
        rest.heads = rest.heads.saturating_add(building.heads);
    };
    for building in &small {
        add(&mut rest, building);
    }
    large.sort_by_key(|building| std::cmp::Reverse(building.heads.saturating_sub(building.voted)));
    // What is left over could be told from the total, so it takes one more with it.
    if (1..LEAST).contains(&rest.heads)
        && let Some(place) = (0..large.len()).min_by_key(|place| large[*place].heads)
    {
        add(&mut rest, &large.remove(place));
    }
    if rest.heads > 0 {
        large.push(rest);
    }
    large
}

/// What is missing, and both meters.
pub(crate) fn card(desk: Desk, current: &Current) -> View {
    let Some(turnout) = current.turnout.clone() else { return View::Nothing };
    let title = pick(desk.app, &current.vote.text.title);
    let heading = desk.fill(key::desk_turnout::turnout(&title));
    let closes = desk.lang().deadline(current.vote.closes_ms());
    let remark = desk.fill(key::desk_turnout::closes(&closes));
    let held = turnout.held;
    let body = view! {
        {headline(desk, &turnout)}
        <div class="ys-gap-4">
            {meter(desk, Kind::Heads, turnout.heads.into(), turnout.total_heads.into(), QUORUM)}
            {meter(desk, Kind::Area, turnout.area_c, turnout.total_area_c, QUORUM)}
        </div>
        {days::view(desk, current)}
        {put_off(desk.app, &current.vote)}
        {(held > 0).then(|| crate::desk::forms::hint("ys-note_wait", desk.fill(key::desk_turnout::more_ballots_are_held_co(&held))))}
        <div class="ys-note">
            {icon(HIDDEN, "")}
            <div class="ys-s">{desk.say(
                key::desk_turnout::WHO_HAS_VOTED_NEVER_WHAT,
            )}</div>
        </div>
    };
    crate::desk::forms::card(heading, remark, body)
}

fn headline(desk: Desk, turnout: &TurnoutView) -> View {
    let (heads, area_c) = (turnout.missing_heads, turnout.missing_area_c);
    if heads == 0 && area_c == 0 {
        return view! {
            <p class="ys-big ys-gapline ys-ok">{desk.say(key::desk_turnout::ENOUGH_THIS_VOTE_COUNTS)}</p>
            {small(desk.say(
                key::desk_turnout::TWO_THIRDS_OF_HEADS_AND,
            ))}
        };
    }
    // Rounded up: whoever reads it must not stop one home too early.
    let whole = grouped(area_c.div_ceil(100));
    let gap = match (heads, area_c) {
        (0, _) => desk.fill(key::desk_turnout::m_missing(&whole)),
        (_, 0) => desk.fill(key::desk_turnout::heads_missing(&heads)),
        _ => desk.fill(key::desk_turnout::heads_and_m_missing(&heads, &whole)),
    };
    let exact = hundredths(area_c);
    let exact =
        if area_c == 0 { String::new() } else { desk.fill(key::desk_turnout::rounded_up_exactly_m(&exact)) };
    view! {
        <p class="ys-big ys-gapline">{gap}</p>
        <p class="ys-s ys-2">
            {desk.say(key::desk_turnout::THE_VOTE_COUNTS_ONLY_IF)}
            {exact}
        </p>
    }
}

/// Thousandths of a per cent of a bar, by whole numbers.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    let thousandths = u128::from(part) * 100_000 / u128::from(whole.max(1));
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// A part of a whole against a share of it.
pub(crate) fn meter(desk: Desk, kind: Kind, part: u64, whole: u64, share: Share) -> View {
    let needed = share.least_of(whole);
    let missing = needed.saturating_sub(part);
    let reads = format!("{} / {}", kind.figure()(part), kind.with_unit(desk, whole));
    let needs = desk.fill(key::desk_turnout::needed(&kind.with_unit(desk, needed)));
    let label = format!("{} {reads}{}{needs}", kind.name(desk), desk.lang().comma());
    let state = if missing == 0 {
        view! { <span class="ys-ok">{desk.say(key::desk_turnout::ENOUGH)}</span> }
    } else {
        let words = kind.with_unit(desk, missing);
        view! { <span class="ys-warn">{desk.fill(key::desk_turnout::missing(&words))}</span> }
    };
    view! {
        <div class="ys-meter">
            <p class="ys-meter__r"><span>{kind.name(desk)}</span><b class="n r">{reads}</b></p>
            <svg class="ys-svg" role="img" aria-label=label>
                <rect class="rail" x="0" y="5" width="100%" height="12" rx="3" />
                <rect class="for" x="0" y="5" width=percent(part, whole) height="12" rx="3" />
                <svg x=percent(needed, whole) overflow="visible">
                    <rect class="halo" x="-3.5" y="0" width="7" height="22" />
                    <rect class="mark" x="-1.5" y="0" width="3" height="22" rx="1" />
                </svg>
            </svg>
            <p class="ys-meter__f">{state}<span class="n">{needs}</span></p>
        </div>
    }
}

/// By building, the most missing first.
pub(crate) fn buildings(desk: Desk, current: &Current) -> View {
    let Some(turnout) = current.turnout.clone() else { return View::Nothing };
    let missing = |voted: u32, heads: u32| {
        let left = heads.saturating_sub(voted);
        desk.fill(key::desk_count::heads(&left))
    };
    let row = move |building: BuildingTurnout| {
        let reads = format!("{} / {}", building.voted, building.heads);
        let label = format!("{} {reads}", building.name);
        view! {
            <tr>
                <th scope="row">{building.name}</th>
                <td class="r" data-l=desk.say(key::desk_turnout::VOTED)>{reads}</td>
                <td class="bar wide">
                    <svg class="ys-svg ys-svg_s" role="img" aria-label=label>
                        <rect class="rail" x="0" y="0" width="100%" height="12" rx="3" />
                        <rect class="for" x="0" y="0" width=percent(building.voted.into(), building.heads.into()) height="12" rx="3" />
                    </svg>
                </td>
                <td class="r" data-l=desk.say(key::desk_turnout::MISSING_2)>{missing(building.voted, building.heads)}</td>
            </tr>
        }
    };
    let rows = merged(&turnout.buildings, desk.say(key::desk_turnout::OTHERS));
    let body = view! {
        {tiles::view(desk, &rows)}
        <table class="ys-tbl ys-tbl_stack ys-bld">
            <thead>
                <tr>
                    <th scope="col">{desk.say(key::desk_turnout::BUILDING)}</th>
                    <th scope="col" class="r">{desk.say(key::desk_turnout::VOTED_2)}</th>
                    <th scope="col" class="bar wide">{desk.say(key::desk_turnout::SHARE)}</th>
                    <th scope="col" class="r">{desk.say(key::desk_turnout::MISSING_3)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).draw_all()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{desk.say(key::desk_turnout::TOTAL)}</th>
                    <td class="r" data-l=desk.say(key::desk_turnout::VOTED)>{format!("{} / {}", turnout.heads, turnout.total_heads)}</td>
                    <td class="wide"></td>
                    <td class="r" data-l=desk.say(key::desk_turnout::MISSING_2)>{missing(turnout.heads, turnout.total_heads)}</td>
                </tr>
            </tfoot>
        </table>
        {small(desk.say(
            key::desk_turnout::BUILDINGS_UNDER_10_HEADS_ARE,
        ))}
    };
    crate::desk::forms::card(
        desk.say(key::desk_turnout::BY_BUILDING),
        desk.say(key::desk_turnout::THE_MOST_MISSING_FIRST),
        body,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn building(name: &str, voted: u32, heads: u32) -> BuildingTurnout {
        BuildingTurnout { name: name.to_owned(), voted, heads }
    }

    fn names(rows: &[BuildingTurnout]) -> Vec<(&str, u32, u32)> {
        rows.iter().map(|row| (row.name.as_str(), row.voted, row.heads)).collect()
    }

    #[test]
    fn small_buildings_become_one_row() {
        let rows = [building("A", 1, 40), building("B", 2, 6), building("C", 3, 5), building("D", 5, 50)];
        assert_eq!(names(&merged(&rows, "其他")), [("D", 5, 50), ("A", 1, 40), ("其他", 5, 11)]);
    }

    #[test]
    fn a_small_rest_cannot_be_told_from_the_total() {
        let rows = [building("A", 1, 40), building("B", 2, 6), building("D", 5, 50)];
        assert_eq!(names(&merged(&rows, "其他")), [("D", 5, 50), ("其他", 3, 46)]);
    }
}
