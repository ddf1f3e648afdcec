//! Which column holds what: the header row.

use yishi_ledger::sheet::{self, Columns, HeaderError, Names};

use super::problem::FileError;

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
}

use Column::{
    Area, Building, Entrance, Kind, Language, OwnerName, OwnerNo, Phone, Room, ShareDenominator,
    ShareNumerator,
};

/// Of several names the first is read: a sheet that has both 专有部分面积 and 面积 means the former.
const NAMES: &[Names<Column>] = &[
    Names { column: Building, shown: "building (楼栋)", accepted: &["building", "楼栋"] },
    Names { column: Entrance, shown: "entrance (单元)", accepted: &["entrance", "单元"] },
    Names { column: Room, shown: "room (室号)", accepted: &["room", "室号", "房号"] },
    Names { column: Kind, shown: "kind (用途)", accepted: &["kind", "用途", "类型"] },
    Names {
        column: Area,
        shown: "exclusive_area_m2 (专有部分面积)",
        accepted: &["exclusive_area_m2", "专有部分面积", "建筑面积", "面积"],
    },
    Names {
        column: OwnerNo, shown: "owner_no (业主编号)", accepted: &["owner_no", "业主编号", "编号"]
    },
    Names {
        column: OwnerName,
        shown: "owner_name (业主姓名)",
        accepted: &["owner_name", "业主姓名", "姓名"],
    },
    Names { column: Phone, shown: "phone (电话)", accepted: &["phone", "电话", "手机"] },
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
];

const REQUIRED: &[Column] = &[Building, Room, Kind, Area, OwnerNo, OwnerName];

/// How a message names a column.
pub(super) fn shown(column: Column) -> &'static str {
    NAMES.iter().find(|names| names.column == column).map_or("", |names| names.shown)
}

/// Finds the separator under which the header names the most columns, and those columns.
pub(super) fn find(text: &str) -> Result<(u8, Columns<Column>), FileError> {
    let (separator, columns) = sheet::find(text, NAMES).map_err(|error| match error {
        HeaderError::Empty => FileError::Empty,
        HeaderError::Missing => FileError::HeaderMissing,
        HeaderError::Unclosed => FileError::HeaderUnclosed,
        HeaderError::Repeated(name) => FileError::ColumnRepeated(name),
    })?;
    // Half a fraction says nothing.
    let shares = [ShareNumerator, ShareDenominator];
    let needs_shares = shares.iter().any(|column| columns.has(*column));
    let required = REQUIRED.iter().chain(shares.iter().filter(|_| needs_shares));
    let missing: Vec<_> =
        required.filter(|column| !columns.has(**column)).map(|column| shown(*column)).collect();
    if missing.is_empty() { Ok((separator, columns)) } else { Err(FileError::ColumnsMissing(missing)) }
}
