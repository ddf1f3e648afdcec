//! Opening the files that people choose, apart from the page: see `reader.js` and `widget/reader-worker.js`.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yishi_sheets::{Answers, FileError, MAX_BYTES, Opened};

use crate::live::Live;

#[wasm_bindgen(module = "/src/desk/reader.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = open)]
    async fn open_apart(bytes: Uint8Array) -> Result<JsValue, JsValue>;
}

/// Why nothing is known of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// The browser gave no bytes, as of a file that was moved meanwhile.
    Browser,
    /// The reader could not be loaded.
    Reader,
    /// The reader is of another version than this page.
    Version,
}

/// What a file holds, or why it cannot be opened.
pub(crate) async fn open(file: &File) -> Result<Result<Opened, FileError>, Unread> {
    // A file of gigabytes is not even read into memory.
    if file.size() > f64::from(MAX_BYTES) {
        return Ok(Err(FileError::TooLarge));
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| Unread::Browser)?;
    let written = open_apart(Uint8Array::new(&bytes)).await.map_err(|_| Unread::Reader)?;
    match written.as_string() {
        Some(written) => Opened::read(&written).ok_or(Unread::Version),
        // It broke the reader.
        None => Ok(Err(FileError::Workbook)),
    }
}

/// A file that was chosen.
#[derive(Clone, Debug)]
pub(crate) struct ChosenFile {
    pub(crate) name: String,
    pub(crate) opened: Result<Opened, FileError>,
    /// What was answered about it so far.
    pub(crate) answers: Answers,
}

/// Which file is chosen on a page, if any. It outlives the page, so that nobody answers twice.
pub(crate) type Choosing = Live<Option<Result<ChosenFile, Unread>>>;
