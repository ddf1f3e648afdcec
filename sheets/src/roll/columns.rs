//! The columns of a roll and their names.

use yishi_words::Word;

use crate::key::sheets_roll;
use crate::sentence::Sentence;
use crate::table::{Columns, Names};

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
        shown: sheets_roll::COLUMN_BUILDING,
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
        shown: sheets_roll::COLUMN_ENTRANCE,
        accepted: &["entrance", "单元", "单元号", "楼单元", "梯号", "门洞"],
    },
    Names {
        column: Room,
        shown: sheets_roll::COLUMN_ROOM,
        accepted: &["room", "室号", "房号", "房间号", "房间", "户号", "房屋号", "门牌号"],
    },
    Names {
        column: Kind,
        shown: sheets_roll::COLUMN_KIND,
        accepted: &["kind", "用途", "房屋用途", "规划用途", "房屋性质", "房屋类型", "类型", "性质"],
    },
    Names {
        column: Area,
        shown: sheets_roll::COLUMN_AREA,
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
        shown: sheets_roll::COLUMN_OWNER_NO,
        accepted: &["owner_no", "业主编号", "业主号", "产权人编号", "编号", ROW_NUMBERS],
    },
    Names {
        column: OwnerName,
        shown: sheets_roll::COLUMN_OWNER_NAME,
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
        shown: sheets_roll::COLUMN_PHONE,
        accepted: &["phone", "电话", "联系电话", "电话号码", "手机号", "手机号码", "手机", "联系方式"],
    },
    Names { column: Language, shown: sheets_roll::COLUMN_LANGUAGE, accepted: &["language", "语言"] },
    Names {
        column: ShareNumerator,
        shown: sheets_roll::COLUMN_SHARE_NUMERATOR,
        accepted: &["share_numerator", "份额分子"],
    },
    Names {
        column: ShareDenominator,
        shown: sheets_roll::COLUMN_SHARE_DENOMINATOR,
        accepted: &["share_denominator", "份额分母"],
    },
    Names {
        column: Representative,
        shown: sheets_roll::COLUMN_REPRESENTATIVE,
        accepted: &["representative", "代表人", "共有人代表", "投票代表", "业主代表"],
    },
];

/// How a message names a column.
pub(super) fn shown(column: Column) -> Sentence {
    word(column).into()
}

fn word(column: Column) -> Word {
    let names = NAMES.iter().find(|names| names.column == column);
    names.map_or(sheets_roll::COLUMN_BUILDING, |names| names.shown)
}

/// The columns that are needed and absent.
pub(super) fn missing(columns: &Columns<Column>) -> Vec<Word> {
    // Half a fraction says nothing.
    let shares = [ShareNumerator, ShareDenominator];
    let needs_shares = shares.iter().any(|column| columns.has(*column));
    let required = [Building, Room, Kind, Area, OwnerNo, OwnerName];
    let required = required.iter().chain(shares.iter().filter(|_| needs_shares));
    required.filter(|column| !columns.has(**column)).map(|column| word(*column)).collect()
}
