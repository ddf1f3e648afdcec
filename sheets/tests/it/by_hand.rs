//! Workbooks that no writer of ours would write, put together part by part and stored without compression.

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Cells of text, one after the other.
pub(crate) fn texts(cells: &str) -> String {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    cells.split(',').map(cell).collect()
}

/// The same, the first of them at a place.
pub(crate) fn texts_from(place: &str, cells: &str) -> String {
    texts(cells).replacen("<c ", &format!("<c r=\"{place}\" "), 1)
}

/// A sheet of rows of cells.
pub(crate) fn sheet(rows: &[&str]) -> String {
    let row = |(number, cells): (u32, &&str)| format!("<row r=\"{number}\">{cells}</row>");
    let rows = (1..).zip(rows).map(row).collect::<Vec<_>>().concat();
    format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

/// A workbook of one sheet, with properties. Style 1 is that of a day.
pub(crate) fn workbook(properties: &str, sheet: &str) -> Vec<u8> {
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{properties}<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = |target: &str, kinds: &[(&str, &str)]| {
        let relation = |(number, (kind, file)): (u32, &(&str, &str))| {
            format!("<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}{file}\"/>")
        };
        let all: String = (1..).zip(kinds).map(relation).collect();
        format!("{HEAD}<Relationships xmlns=\"{PACKAGE}\">{all}</Relationships>")
    };
    let styles = format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    zip(&[
        ("_rels/.rels", &relations("xl/", &[("officeDocument", "workbook.xml")])),
        ("xl/workbook.xml", &workbook),
        (
            "xl/_rels/workbook.xml.rels",
            &relations("", &[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]),
        ),
        ("xl/styles.xml", &styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// An archive of stored files.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let offset = u32::try_from(bytes.len()).unwrap();
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        // Version, flags, method, time and date, check sum, both sizes, lengths of name and extra field.
        let head = [
            &[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x58][..],
            &crc(text.as_bytes()).to_le_bytes(),
            &size,
            &size,
            &length,
            &[0, 0],
        ]
        .concat();
        bytes.extend([b"PK\x03\x04", head.as_slice(), name.as_bytes(), text.as_bytes()].concat());
        directory.extend(
            [b"PK\x01\x02\x14\x00", head.as_slice(), &[0; 10], &offset.to_le_bytes(), name.as_bytes()]
                .concat(),
        );
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let (size, offset) = (u32::try_from(directory.len()).unwrap(), u32::try_from(bytes.len()).unwrap());
    bytes.extend(directory);
    bytes.extend(
        [
            b"PK\x05\x06\x00\x00\x00\x00",
            &count[..],
            &count,
            &size.to_le_bytes(),
            &offset.to_le_bytes(),
            &[0, 0],
        ]
        .concat(),
    );
    bytes
}

/// The check sum of an archive.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}
