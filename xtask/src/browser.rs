//! The browser that tests drive: Chromium and its driver, of one version, on `PATH`.

use anyhow::{Result, ensure};

use crate::process::{output, program, run, warn};

const PROGRAMS: [&str; 2] = ["chromium", "chromedriver"];

/// Sees to it that a browser is there.
///
/// # Errors
/// With what to install, if it cannot be installed from here.
pub(crate) fn browser() -> Result<()> {
    if PROGRAMS.into_iter().all(is_there) {
        return Ok(());
    }
    if can_install() {
        warn("installing Chromium and its driver for the browser tests\n");
        run(&mut program("apt-get", &["update"]))?;
        // Without a font that has them, Chinese words are boxes that all look and measure the same.
        let packages = ["chromium", "chromium-driver", "fonts-noto-cjk"];
        let install = [&["install", "-y", "--no-install-recommends"][..], &packages].concat();
        run(program("apt-get", &install).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    ensure!(
        PROGRAMS.into_iter().all(is_there),
        "the browser tests need the programs `chromium` and `chromedriver` on PATH and a font with Chinese characters; \
         install them (Debian: apt-get install chromium chromium-driver fonts-noto-cjk) and try again"
    );
    Ok(())
}

/// Whether we may install packages, and know how.
pub(crate) fn can_install() -> bool {
    output(&mut program("id", &["-u"])).is_some_and(|id| id == "0") && is_there("apt-get")
}

fn is_there(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .any(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION).is_file())
}
