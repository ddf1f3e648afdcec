//! The oldest engines that the window is made for, and what holds it to them: no built program may use a feature of
//! WebAssembly that they lack, and no served script may turn text into code.
//!
//! README.md names the engines; `widget/loader.js` asks a browser for the youngest of these features before it loads anything.

use anyhow::{Context, Result, ensure};
use wasmparser::{Validator, WasmFeatures};

/// A feature that the window is compiled to, and the first engines that have it.
struct Feature {
    /// Its name for `wasm-opt`.
    name: &'static str,
    bit: WasmFeatures,
    /// The first Chromium.
    chrome: u32,
    /// The first Safari of a phone, by major and minor version.
    ios: (u32, u32),
}

/// What the compiler uses by default, and no more. The versions are those of browser-compat-data.
const FEATURES: [Feature; 6] = [
    Feature { name: "bulk-memory", bit: WasmFeatures::BULK_MEMORY, chrome: 75, ios: (15, 1) },
    Feature {
        name: "nontrapping-float-to-int",
        bit: WasmFeatures::SATURATING_FLOAT_TO_INT,
        chrome: 75,
        ios: (15, 1),
    },
    Feature { name: "sign-ext", bit: WasmFeatures::SIGN_EXTENSION, chrome: 74, ios: (14, 1) },
    Feature { name: "mutable-globals", bit: WasmFeatures::MUTABLE_GLOBAL, chrome: 74, ios: (12, 1) },
    Feature { name: "reference-types", bit: WasmFeatures::REFERENCE_TYPES, chrome: 96, ios: (15, 1) },
    Feature { name: "multivalue", bit: WasmFeatures::MULTI_VALUE, chrome: 86, ios: (13, 1) },
];

/// What `wasm-opt` is told that it may use.
pub(crate) fn enabled() -> String {
    FEATURES.map(|feature| format!("--enable-{}", feature.name)).join(" ")
}

/// What esbuild is told to write scripts and style sheets for.
pub(crate) fn scripts() -> String {
    let (chrome, (major, minor)) = oldest();
    format!("--target=chrome{chrome},safari{major}.{minor}")
}

/// The oldest engines with all of them.
fn oldest() -> (u32, (u32, u32)) {
    FEATURES
        .iter()
        .fold((0, (0, 0)), |(chrome, ios), feature| (chrome.max(feature.chrome), ios.max(feature.ios)))
}

/// Holds a program to these features.
///
/// # Errors
/// If the oldest engines could not compile it.
pub(crate) fn runs_there(name: &str, bytes: &[u8]) -> Result<()> {
    let floor = FEATURES.iter().fold(WasmFeatures::MVP, |all, feature| all.union(feature.bit));
    let checked = Validator::new_with_features(floor).validate_all(bytes);
    checked.with_context(|| format!("{name} uses what the oldest engines lack"))?;
    Ok(())
}

/// Our own page's policy lets old engines run WebAssembly by words that would also let text become code; so no script of ours
/// ever does that.
///
/// # Errors
/// If a script would.
pub(crate) fn makes_no_code(name: &str, script: &str) -> Result<()> {
    for way in ["eval(", "Function("] {
        let mut rest = script;
        while let Some((before, after)) = rest.split_once(way) {
            // Part of a longer name, or the first word of a text: the glue says so of a function that it describes.
            let other = before.ends_with(|sign: char| sign.is_alphanumeric() || "_$.'\"`".contains(sign));
            ensure!(other, "{name} turns text into code: {way}");
            rest = after;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{makes_no_code, oldest, runs_there, scripts};
    use crate::process::root;

    /// A module with one function of no parameters and results, whose body is this.
    fn module(body: &[u8]) -> Vec<u8> {
        let length = u8::try_from(body.len()).unwrap();
        let mut bytes = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a".to_vec();
        bytes.extend([length + 4, 1, length + 2, 0]);
        bytes.extend(body);
        bytes.push(0x0b);
        bytes
    }

    #[test]
    fn what_the_oldest_engines_have_may_be_used_and_nothing_younger() {
        // A reference to nothing, which is what the loader asks a browser for.
        let references = module(&[0xd0, 0x6f, 0x1a]);
        runs_there("a module", &references).unwrap();
        let probe = references.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
        for script in ["loader.js", "why.js"] {
            let text = fs::read_to_string(root().join("widget").join(script)).unwrap();
            assert!(text.contains(&probe), "{script} asks for something else than {probe}");
        }
        // A vector of sixteen bytes.
        let vector = module(&[&[0xfd, 0x0c][..], &[0; 16], &[0x1a]].concat());
        assert!(runs_there("a module", &vector).is_err());
        // A tail call.
        assert!(runs_there("a module", &module(&[0x12, 0])).is_err());
    }

    #[test]
    fn the_engines_are_told_where_people_and_tools_read_of_them() {
        let (chrome, (major, minor)) = oldest();
        assert_eq!(scripts(), "--target=chrome96,safari15.1");
        for file in ["README.md", "ARCHITECTURE.md", "widget/styles/kit.css"] {
            let text = fs::read_to_string(root().join(file)).unwrap();
            for engine in [format!("Chrome {chrome}"), format!("iOS {major}.{minor}")] {
                assert!(text.contains(&engine), "{file} does not name {engine}");
            }
        }
    }

    #[test]
    fn a_script_that_would_run_text_is_not_served() {
        for script in ["eval(text)", "x=new Function(\"a\",text)", "(0,eval(text))"] {
            assert!(makes_no_code("a script", script).is_err(), "{script}");
        }
        for script in
            ["retrieval(x)", "isFunction(x)", "function(){}", "table.eval(x)", "`Function(${name})`"]
        {
            makes_no_code("a script", script).unwrap();
        }
    }
}
