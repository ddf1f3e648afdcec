//! `wasm-bindgen`, as trunk calls it: the library of the version that `Cargo.lock` names, so that no program of that name has
//! to be there. Before it works, a window that phones load in parts is split.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walrus::{Export, Module};
use wasm_bindgen_cli_support::Bindgen;

use crate::process::say;
use crate::split;

/// The version of the library, which is that of the crate `wasm-bindgen`: trunk compares the two.
const VERSION: &str = "0.2.129";

/// Which program is to be split, for the program that trunk calls.
pub(crate) const PARTS_OF: &str = "YISHI_PARTS_OF";

/// Makes a folder in which `wasm-bindgen` is this program.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn stand_in(target: &Path) -> Result<PathBuf> {
    let folder = target.join("bindgen");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let name = folder.join("wasm-bindgen").with_extension(std::env::consts::EXE_EXTENSION);
    fs::copy(std::env::current_exe()?, &name).with_context(|| format!("cannot write {}", name.display()))?;
    Ok(folder)
}

/// What is done under the name of `wasm-bindgen`.
///
/// # Errors
/// If trunk asks for what it never asked for, or the module cannot be read or split.
pub(crate) fn bindgen(arguments: &[OsString]) -> Result<()> {
    if arguments == ["--version"] {
        say(&format!("wasm-bindgen {VERSION}\n"));
        return Ok(());
    }
    let call = Call::of(arguments)?;
    let parts = std::env::var_os(PARTS_OF).is_some_and(|program| call.module.file_stem() == Some(&program));
    call.answer(parts)
}

/// Leaves in `stage` what trunk would leave of a compiled program, without trunk: whoever wants to see the demo need not build
/// a tool of two hundred crates first. What is served otherwise comes through trunk.
///
/// # Errors
/// If the module cannot be read or split.
pub(crate) fn stage(module: PathBuf, stage: &Path, name: &str, parts: bool) -> Result<()> {
    if stage.exists() {
        fs::remove_dir_all(stage)?;
    }
    fs::create_dir_all(stage).with_context(|| format!("cannot make {}", stage.display()))?;
    Call { module, out: stage.into(), name: name.to_owned() }.answer(parts)?;
    // Trunk puts a hash there.
    for ending in [".js", "_bg.wasm"] {
        fs::rename(stage.join(format!("{name}{ending}")), stage.join(format!("{name}-quick{ending}")))?;
    }
    Ok(())
}

/// Takes out what a library that leptos brings exports for streams. Nothing here makes one, but what is exported stays, with
/// all that it calls. What of it stands in the table stays: the compiler makes one function of those that do the same, and who
/// else calls one of them nobody can tell by its name.
fn forget_streams(module: &mut Module) {
    let exports = &mut module.exports;
    let unused = exports.iter().filter(|export| export.name.contains("intounderlying")).map(Export::id);
    for export in unused.collect::<Vec<_>>() {
        exports.delete(export);
    }
}

/// A call of `wasm-bindgen`, as trunk makes it.
#[derive(Debug, PartialEq)]
struct Call {
    module: PathBuf,
    out: PathBuf,
    name: String,
}

impl Call {
    /// Makes the glue, of a program that is split first if it is loaded in parts.
    fn answer(self, parts: bool) -> Result<()> {
        let module = if parts { split::split(&self.module, &self.out, &self.name)? } else { self.module };
        let mut bindgen = Bindgen::new();
        // A part calls functions of the main one by the names that the linker gave them.
        bindgen.keep_lld_exports(parts).demangle(!parts);
        bindgen.web(true)?.typescript(false).input_path(module).out_name(&self.name);
        let mut output = bindgen.generate_output()?;
        forget_streams(output.wasm_mut());
        output.emit(&self.out)
    }

    fn of(arguments: &[OsString]) -> Result<Self> {
        let (mut module, mut out, mut name) = (None, None, None);
        for argument in arguments {
            let text = argument.to_string_lossy();
            if let Some(folder) = text.strip_prefix("--out-dir=") {
                out = Some(folder.into());
            } else if let Some(given) = text.strip_prefix("--out-name=") {
                name = Some(given.to_owned());
            } else if text.ends_with(".wasm") {
                module = Some(argument.into());
            } else if !["--target=web", "--no-typescript"].contains(&&*text) {
                bail!("trunk asks wasm-bindgen for {text}, which nothing here knows");
            }
        }
        let missing = "trunk names no module, folder or name";
        Ok(Self {
            module: module.context(missing)?,
            out: out.context(missing)?,
            name: name.context(missing)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Call, VERSION};

    fn call(arguments: &[&str]) -> anyhow::Result<Call> {
        Call::of(&arguments.iter().map(Into::into).collect::<Vec<_>>())
    }

    #[test]
    fn what_trunk_asks_for_is_understood() {
        let asked = [
            "--target=web",
            "--out-dir=/a/b",
            "--out-name=resident-0",
            "/t/resident.wasm",
            "--no-typescript",
        ];
        let due =
            Call { module: "/t/resident.wasm".into(), out: "/a/b".into(), name: "resident-0".to_owned() };
        assert_eq!(call(&asked).unwrap(), due);
    }

    #[test]
    fn what_trunk_never_asked_for_is_not_passed_over() {
        assert!(call(&["--out-dir=/a", "--out-name=b", "c.wasm", "--keep-debug"]).is_err());
        assert!(call(&["--out-dir=/a", "c.wasm"]).is_err());
    }

    #[test]
    fn the_version_is_that_of_the_lock_file() {
        let lock = std::fs::read_to_string(crate::process::root().join("Cargo.lock")).unwrap();
        for name in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
            assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{VERSION}\"")), "{name}");
        }
    }
}
