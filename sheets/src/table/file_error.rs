//! Why a file as a whole cannot be read.

use core::fmt;

use crate::sentence::{Sentence, clipped};

/// Why a file as a whole cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileError {
    /// It holds no rows.
    Empty,
    /// It is not text in a known encoding.
    Encoding,
    /// It is a workbook of before 2007.
    OldWorkbook,
    /// It begins as a workbook and is not a sound one.
    Workbook,
    /// It has more than 64 MiB, or is a workbook that holds more than 1 GiB or announces more than ten million texts.
    TooLarge,
    /// These sheets of a workbook all have the columns.
    SheetsAmbiguous(Vec<String>),
    /// None of its first rows names the columns.
    HeaderMissing {
        /// Its first row.
        line: u64,
    },
    /// Its header lacks columns.
    ColumnsMissing {
        /// The header.
        line: u64,
        /// The columns by their names in English and Chinese.
        missing: Vec<&'static str>,
        /// What the header says that is not understood.
        unknown: Vec<String>,
    },
    /// Its header has a column twice.
    ColumnRepeated {
        /// The header.
        line: u64,
        /// The column.
        name: String,
    },
    /// A quotation mark of its header is never closed.
    HeaderUnclosed {
        /// The header.
        line: u64,
    },
    /// It has more than 100,000 rows, so it is not the roll of one estate.
    TooManyRows {
        /// The first row too many.
        line: u64,
    },
}

impl FileError {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "FILE_EMPTY",
            Self::Encoding => "FILE_ENCODING",
            Self::OldWorkbook => "FILE_OLD_WORKBOOK",
            Self::Workbook => "FILE_WORKBOOK",
            Self::TooLarge => "FILE_TOO_LARGE",
            Self::SheetsAmbiguous(_) => "SHEETS_AMBIGUOUS",
            Self::HeaderMissing { .. } => "HEADER_MISSING",
            Self::ColumnsMissing { .. } => "COLUMNS_MISSING",
            Self::ColumnRepeated { .. } => "COLUMN_REPEATED",
            Self::HeaderUnclosed { .. } => "HEADER_UNCLOSED",
            Self::TooManyRows { .. } => "TOO_MANY_ROWS",
        }
    }

    /// The line to look at; the first if it is the whole file.
    pub const fn line(&self) -> u64 {
        match self {
            Self::HeaderMissing { line }
            | Self::ColumnsMissing { line, .. }
            | Self::ColumnRepeated { line, .. }
            | Self::HeaderUnclosed { line }
            | Self::TooManyRows { line } => *line,
            _ => 1,
        }
    }

    /// What is wrong and what to do.
    pub fn sentence(&self) -> Sentence {
        let (zh, en) = match self {
            Self::Empty => (
                "文件里没有内容行；请换一个文件。",
                "The file holds no rows; choose the file that holds them.",
            ),
            Self::Encoding => (
                "认不出文件里的文字；请另存为“CSV UTF-8”或 xlsx，再选一次。",
                "The file is not text in UTF-8, UTF-16 or GBK; save the sheet as \"CSV UTF-8\" or xlsx and choose that file.",
            ),
            Self::OldWorkbook => (
                "这是旧格式的 Excel 文件（xls）；请另存为 xlsx，再选一次。",
                "This is a workbook in the old xls format; save it as xlsx and choose that file.",
            ),
            Self::Workbook => (
                "这个 Excel 文件读不出来，可能坏了或加了密码；请打开另存为 xlsx，再选一次。",
                "The workbook cannot be read: it is damaged or locked by a password; open it, save it as xlsx and choose that file.",
            ),
            Self::TooLarge => (
                "文件太大（超过 64 MiB，或者打开以后太大）；请只留一张表。",
                "The file is too large: it has more than 64 MiB, or far more once it is opened; keep one sheet of it.",
            ),
            Self::SheetsAmbiguous(sheets) => {
                let names: Vec<String> = sheets.iter().map(|name| format!("“{}”", clipped(name))).collect();
                return Sentence::new(
                    format!("工作表{}都像要读的表；请只留一张。", names.join("、")),
                    format!(
                        "The sheets {} all look like the one to read; keep one of them.",
                        names.join(", ")
                    ),
                );
            }
            Self::HeaderMissing { .. } => (
                "没有找到列名；请在第一行写列名，名册如楼栋、室号、业主姓名，账目如凭证号、日期、金额。",
                "No row names the columns; put names into the first row, such as 楼栋, 室号 and 业主姓名 for a roll, 凭证号, 日期 and 金额 for a ledger.",
            ),
            Self::ColumnsMissing { missing, unknown, .. } => return columns_missing(missing, unknown),
            Self::ColumnRepeated { name, .. } => {
                let name = clipped(name);
                return Sentence::new(
                    format!("表头有两列都叫“{name}”；请只留一列。"),
                    format!("The header has the column {name} twice; keep one of them."),
                );
            }
            Self::HeaderUnclosed { .. } => (
                "表头有一个引号没有收尾；请删掉它。",
                "A quotation mark in the header is never closed; remove it.",
            ),
            Self::TooManyRows { .. } => (
                "表格超过 10 万行；请只放一个小区的。",
                "The file has more than 100,000 rows; keep to one estate.",
            ),
        };
        Sentence::new(zh, en)
    }
}

fn columns_missing(missing: &[&'static str], unknown: &[String]) -> Sentence {
    let mut zh = format!("表头缺这些列：{}；请加上。", missing.join("、"));
    let mut en = format!("The header lacks columns; add these: {}.", missing.join(", "));
    if !unknown.is_empty() {
        let quoted: Vec<String> = unknown.iter().map(|name| format!("“{}”", clipped(name))).collect();
        zh = format!("{zh}这些列名不认识：{}。", quoted.join("、"));
        en = format!("{en} Not understood: {}.", quoted.join(", "));
    }
    Sentence::new(zh, en)
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

impl core::error::Error for FileError {}
