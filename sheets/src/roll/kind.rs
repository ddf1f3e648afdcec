//! What a unit is for: the words that people use, and what each means for the count.

use yishi_protocol::body::UnitKind;

use crate::table::spaceless;

const WORDS: &[(UnitKind, &[&str])] = &[
    (
        UnitKind::Dwelling,
        &["residential", "dwelling", "住宅", "普通住宅", "公寓", "成套住宅", "商品住宅", "住房"],
    ),
    (
        UnitKind::Shop,
        &["commercial", "shop", "商铺", "商业", "商业用房", "店铺", "门面", "门面房", "商业服务"],
    ),
    (UnitKind::Office, &["office", "办公", "办公用房", "写字楼"]),
    (
        UnitKind::Parking,
        &["parking", "车位", "车库", "产权车位", "地下车位", "地下车库", "机动车位", "停车位"],
    ),
    (
        UnitKind::Storage,
        &[
            "storage",
            "储藏室",
            "储藏间",
            "储物间",
            "储物室",
            "地下储藏",
            "地下储藏室",
            "地下室储藏",
            "地下室储藏室",
            "杂物间",
            "杂物房",
            "自行车库",
            "非机动车库",
        ],
    ),
    (
        UnitKind::CivilDefence,
        &["civil-defence", "人防", "人防工程", "人防地下室", "人防车位", "人防工程车位"],
    ),
    (
        UnitKind::Communal,
        &[
            "communal",
            "社区用房",
            "社区",
            "物业用房",
            "物业管理用房",
            "物管用房",
            "会所",
            "设备房",
            "设备用房",
            "公共",
            "公共用房",
            "公用房",
            "配电房",
            "业委会用房",
            "公建配套",
            "配套用房",
        ],
    ),
];

/// What a word means.
pub(super) fn read(text: &str) -> Option<UnitKind> {
    let text = spaceless(text);
    WORDS.iter().find(|(_, words)| words.contains(&text.as_str())).map(|(kind, _)| *kind)
}

/// Whether units of a kind may give area and heads without bylaws that say so.
pub(super) fn counts(kind: UnitKind) -> bool {
    matches!(kind, UnitKind::Dwelling | UnitKind::Office | UnitKind::Shop)
}

/// Whether an address says that the unit is something that does not count.
pub(super) fn sounds_uncounted(address: &str) -> bool {
    const SIGNS: [&str; 12] = [
        "储藏",
        "储物",
        "杂物",
        "车位",
        "车库",
        "人防",
        "物业用房",
        "社区用房",
        "设备房",
        "配电房",
        "会所",
        "地下室",
    ];
    SIGNS.iter().any(|sign| address.contains(sign))
}
