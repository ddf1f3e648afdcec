//! Who takes part in an open vote, for those who call on homes: never what anybody chose.

use leptos::prelude::*;
use yishi_protocol::count::{QUORUM, Share};
use yishi_protocol::view::{BuildingTurnout, TurnoutView};

use crate::desk::Desk;
use crate::desk::forms::small;
use crate::desk::load::Current;
use crate::desk::weights::Kind;
use crate::kit::icons::icon;
use crate::kit::tell::pick;
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

/// A vote's card and its buildings.
pub(crate) fn whole(desk: Desk, current: &Current) -> AnyView {
    view! { {card(desk, current)} {buildings(desk, current)} }.into_any()
}

/// What is missing, and both meters.
pub(crate) fn card(desk: Desk, current: &Current) -> AnyView {
    let Some(turnout) = current.turnout.clone() else { return ().into_any() };
    let title = pick(desk.app, &current.vote.text.title);
    let heading = desk.either(format!("{title}，参加情况"), format!("{title}: turnout"));
    let closes = desk.lang().deadline(current.vote.notice.closes_ms);
    let remark = desk.either(format!("{closes} 截止"), format!("closes {closes}"));
    let held = turnout.held;
    let body = view! {
        {headline(desk, &turnout)}
        <div class="ys-gap-4">
            {meter(desk, Kind::Heads, turnout.heads.into(), turnout.total_heads.into(), QUORUM)}
            {meter(desk, Kind::Area, turnout.area_c, turnout.total_area_c, QUORUM)}
        </div>
        {(held > 0).then(|| crate::desk::forms::hint("ys-note_wait", desk.either(
            format!("另有 {held} 户的票先挂着：共有人还没选定由谁投。选定就计入。"),
            format!("{held} more ballots are held: co-owners have not named who votes."),
        )))}
        <div class="ys-note">
            {icon(HIDDEN, "")}
            <div class="ys-s">{desk.say(
                "这里只有投没投，没有投了什么；投了什么，截止前不公布。",
                "Who has voted, never what they chose; nobody learns that before the close.",
            )}</div>
        </div>
    }
    .into_any();
    crate::desk::forms::card(heading, remark, body)
}

fn headline(desk: Desk, turnout: &TurnoutView) -> AnyView {
    let (heads, area_c) = (turnout.missing_heads, turnout.missing_area_c);
    if heads == 0 && area_c == 0 {
        return view! {
            <p class="ys-big ys-gapline ys-ok">{desk.say("够了，这次算数", "Enough: this vote counts")}</p>
            {small(desk.say(
                "人数、面积都到了三分之二。还没投的，截止前都可以投。",
                "Two thirds of heads and area take part. Others may still vote.",
            ))}
        }
        .into_any();
    }
    // Rounded up: whoever reads it must not stop one home too early.
    let whole = grouped(area_c.div_ceil(100));
    let gap = match (heads, area_c) {
        (0, _) => desk.either(format!("还差 {whole}\u{a0}m²"), format!("{whole}\u{a0}m² missing")),
        (_, 0) => desk.either(format!("还差 {heads}\u{a0}人"), format!("{heads}\u{a0}heads missing")),
        _ => desk.either(
            format!("还差 {heads}\u{a0}人、{whole}\u{a0}m²"),
            format!("{heads}\u{a0}heads and {whole}\u{a0}m² missing"),
        ),
    };
    let exact = hundredths(area_c);
    let exact = if area_c == 0 {
        String::new()
    } else {
        desk.either(
            format!("面积按进一取整，精确差 {exact}\u{a0}m²。"),
            format!(" Rounded up; exactly {exact}\u{a0}m²."),
        )
    };
    view! {
        <p class="ys-big ys-gapline">{gap}</p>
        <p class="ys-s ys-2">
            {desk.say("两样都够三分之二，这次表决才算数。", "The vote counts only if both reach two thirds.")}
            {exact}
        </p>
    }
    .into_any()
}

/// Thousandths of a per cent of a bar, by whole numbers.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    let thousandths = u128::from(part) * 100_000 / u128::from(whole.max(1));
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// A part of a whole against a share of it.
pub(crate) fn meter(desk: Desk, kind: Kind, part: u64, whole: u64, share: Share) -> AnyView {
    let needed = share.least_of(whole);
    let missing = needed.saturating_sub(part);
    let reads = format!("{} / {}", kind.figure()(part), kind.with_unit(desk, whole));
    let needs = desk.either(
        format!("要 {}", kind.with_unit(desk, needed)),
        format!("{} needed", kind.with_unit(desk, needed)),
    );
    let label = format!("{} {reads}{}{needs}", kind.name(desk), desk.lang().comma());
    let state = if missing == 0 {
        view! { <span class="ys-ok">{desk.say("够了", "enough")}</span> }.into_any()
    } else {
        let words = kind.with_unit(desk, missing);
        view! { <span class="ys-warn">{desk.either(format!("还差 {words}"), format!("{words} missing"))}</span> }
            .into_any()
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
    .into_any()
}

/// By building, the most missing first.
pub(crate) fn buildings(desk: Desk, current: &Current) -> AnyView {
    let Some(turnout) = current.turnout.clone() else { return ().into_any() };
    let missing = |voted: u32, heads: u32| {
        let left = heads.saturating_sub(voted);
        desk.either(format!("{left}\u{a0}人"), left.to_string())
    };
    let row = move |building: BuildingTurnout| {
        let reads = format!("{} / {}", building.voted, building.heads);
        let label = format!("{} {reads}", building.name);
        view! {
            <tr>
                <th scope="row">{building.name}</th>
                <td class="r" data-l=desk.say("参加", "voted")>{reads}</td>
                <td class="bar wide">
                    <svg class="ys-svg ys-svg_s" role="img" aria-label=label>
                        <rect class="rail" x="0" y="0" width="100%" height="12" rx="3" />
                        <rect class="for" x="0" y="0" width=percent(building.voted.into(), building.heads.into()) height="12" rx="3" />
                    </svg>
                </td>
                <td class="r" data-l=desk.say("没投", "missing")>{missing(building.voted, building.heads)}</td>
            </tr>
        }
    };
    let rows = merged(&turnout.buildings, desk.say("其他", "Others"));
    let body = view! {
        <table class="ys-tbl ys-tbl_stack ys-bld">
            <thead>
                <tr>
                    <th scope="col">{desk.say("楼栋", "Building")}</th>
                    <th scope="col" class="r">{desk.say("参加人数", "Voted")}</th>
                    <th scope="col" class="bar wide">{desk.say("占本栋", "Share")}</th>
                    <th scope="col" class="r">{desk.say("没投", "Missing")}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{desk.say("合计", "Total")}</th>
                    <td class="r" data-l=desk.say("参加", "voted")>{format!("{} / {}", turnout.heads, turnout.total_heads)}</td>
                    <td class="wide"></td>
                    <td class="r" data-l=desk.say("没投", "missing")>{missing(turnout.heads, turnout.total_heads)}</td>
                </tr>
            </tfoot>
        </table>
        {small(desk.say(
            "10 人以下的楼栋不单列。一人在几栋都有房，各栋都列，合计只算 1 人。",
            "Buildings under 10 heads are put together. Who owns in several counts in each, once in the total.",
        ))}
    }
    .into_any();
    crate::desk::forms::card(
        desk.say("各栋参加", "By building"),
        desk.say("没投的人多的在前", "the most missing first"),
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
