//! The columns of a roll and their names.

use crate::table::{Columns, Names, chinese};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Building,
    Entrance,
    Room,
    Kind,
    Area,
    OwnerNo,
    OwnerName,
    Phone,
    Language,
    ShareNumerator,
    ShareDenominator,
    Representative,
}

use Column::{
    Area, Building, Entrance, Kind, Language, OwnerName, OwnerNo, Phone, Representative, Room,
    ShareDenominator, ShareNumerator,
};

/// A column that usually counts rows. It is taken for owner numbers only where there are no others, and asked about.
pub(super) const ROW_NUMBERS: &str = "序号";

/// Of several names the first is read: a sheet that has both 专有部分面积 and 面积 means the former.
pub(super) const NAMES: &[Names<Column>] = &[
    Names {
        column: Building,
        shown: "building (楼栋)",
        accepted: &[
            "building",
            "楼栋",
            "楼号",
            "楼栋号",
            "楼幢",
            "楼幢号",
            "幢号",
            "栋号",
            "幢",
            "栋",
            "楼座",
            "座号",
        ],
    },
    Names {
        column: Entrance,
        shown: "entrance (单元)",
        accepted: &["entrance", "单元", "单元号", "楼单元", "梯号", "门洞"],
    },
    Names {
        column: Room,
        shown: "room (室号)",
        accepted: &["room", "室号", "房号", "房间号", "房间", "户号", "房屋号", "门牌号"],
    },
    Names {
        column: Kind,
        shown: "kind (用途)",
        accepted: &["kind", "用途", "房屋用途", "规划用途", "房屋性质", "房屋类型", "类型", "性质"],
    },
    Names {
        column: Area,
        shown: "exclusive_area_m2 (专有部分面积)",
        accepted: &[
            "exclusive_area_m2",
            "专有部分面积",
            "专有面积",
            "专有部分建筑面积",
            "建筑面积",
            "产权面积",
            "登记面积",
            "房屋面积",
            "面积",
        ],
    },
    Names {
        column: OwnerNo,
        shown: "owner_no (业主编号)",
        accepted: &["owner_no", "业主编号", "业主号", "产权人编号", "编号", ROW_NUMBERS],
    },
    Names {
        column: OwnerName,
        shown: "owner_name (业主姓名)",
        accepted: &[
            "owner_name",
            "业主姓名",
            "业主名称",
            "业主",
            "产权人",
            "产权人姓名",
            "所有权人",
            "权利人",
            "姓名",
        ],
    },
    Names {
        column: Phone,
        shown: "phone (电话)",
        accepted: &["phone", "电话", "联系电话", "电话号码", "手机号", "手机号码", "手机", "联系方式"],
    },
    Names { column: Language, shown: "language (语言)", accepted: &["language", "语言"] },
    Names {
        column: ShareNumerator,
        shown: "share_numerator (份额分子)",
        accepted: &["share_numerator", "份额分子"],
    },
    Names {
        column: ShareDenominator,
        shown: "share_denominator (份额分母)",
        accepted: &["share_denominator", "份额分母"],
    },
    Names {
        column: Representative,
        shown: "representative (代表人)",
        accepted: &["representative", "代表人", "共有人代表", "投票代表", "业主代表"],
    },
];

/// How a message names a column.
pub(super) fn shown(column: Column) -> &'static str {
    NAMES.iter().find(|names| names.column == column).map_or("", |names| names.shown)
}

/// How a Chinese message names a column.
pub(super) fn shown_zh(column: Column) -> &'static str {
    chinese(shown(column))
}

/// The columns that are needed and absent, as messages name them.
pub(super) fn missing(columns: &Columns<Column>) -> Vec<&'static str> {
    // Half a fraction says nothing.
    let shares = [ShareNumerator, ShareDenominator];
    let needs_shares = shares.iter().any(|column| columns.has(*column));
    let required = [Building, Room, Kind, Area, OwnerNo, OwnerName];
    let required = required.iter().chain(shares.iter().filter(|_| needs_shares));
    required.filter(|column| !columns.has(**column)).map(|column| shown(*column)).collect()
}
