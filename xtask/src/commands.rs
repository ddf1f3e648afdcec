//! What each command does.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::browser::browser;
use crate::counts::Counts;
use crate::left::Left;
use crate::postgres::{cluster, postgres};
use crate::process::{cargo, output, program, root, run, run_reading, say, warn};
use crate::tools::{self, WASM_TARGET};
use crate::widget::{self, Making};

/// Builds the widget, runs everything and prints the closing line, also when something fails.
///
/// # Errors
/// If the widget cannot be built or is too heavy, or if a test fails, does not build, or none runs.
pub(crate) fn test() -> Result<()> {
    let runner = tools::wasm()?;
    browser()?;
    postgres();
    let axe = tools::axe()?;
    let widget = widget::build();
    let mut counts = Counts::default();
    let mut native = cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    native.env("YISHI_AXE", axe);
    if let Ok(built) = &widget {
        native.env("YISHI_WIDGET_DIST", &built.folder);
    }
    let native = run_reading(&mut native, |line| counts.add_line(line))?;
    // The same vectors as WebAssembly, under Node: what a phone computes is what the server computes.
    let packages = ["--package", "yishi-protocol", "--package", "yishi-casefile"];
    let wasm = ["--test", "vectors", "--target", WASM_TARGET];
    let mut wasm = cargo(&[&["test", "--locked"][..], &packages, &wasm].concat());
    wasm.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    let wasm = run_reading(&mut wasm, |line| counts.add_line(line))?;
    if !(native && wasm) && counts.failed == 0 {
        // Something did not build or broke off: no harness counted it.
        counts.failed = 1;
    }
    if let Err(error) = widget.and_then(|built| built.check()) {
        warn(&format!("the widget: {error:#}\n"));
        counts.failed += 1;
    }
    say(&format!("{counts}\n"));
    ensure!(counts.failed == 0, "tests failed");
    ensure!(counts.passed() > 0, "no test ran");
    Ok(())
}

/// Builds the window quickly and serves the made-up estate, until Ctrl-C; with `--postgres` by two servers on one PostgreSQL.
///
/// # Errors
/// If something cannot be installed or built, or an address is taken.
pub(crate) fn demo(flags: &[&str]) -> Result<()> {
    let on_postgres = flags.contains(&POSTGRES);
    let flags: Vec<&str> = flags.iter().copied().filter(|flag| *flag != POSTGRES).collect();
    // First, for it may be missing, and held until the demo ends.
    let held = on_postgres.then(cluster).transpose()?;
    let mut left = Left::new(&["the window", "the demo and its server", "what is served"]);
    let compiled = widget::compile(Making::Quick)?;
    left.done("the window");
    run(&mut cargo(&["build", "--locked", "--package", "yishi-demo"]))?;
    left.done("the demo and its server");
    let built = compiled.assemble(&tools::widget(Making::Quick)?)?;
    left.done("what is served");
    let folder = built.folder.to_str().context("the repository's path is not UTF-8")?;
    let run_demo = ["run", "--quiet", "--locked", "--package", "yishi-demo", "--", "--widget", folder];
    let mut serve = cargo(&[&run_demo[..], &flags].concat());
    if let Some((_, [log, lock])) = &held {
        serve.args(["--database-url", log, "--lock-url", lock]);
        if !flags.iter().any(|flag| flag.starts_with("--second")) {
            serve.args(["--second", SECOND]);
        }
    }
    run(&mut serve)
}

/// Not the demo's own flag.
const POSTGRES: &str = "--postgres";
/// Where the second server listens if nobody says.
const SECOND: &str = "127.0.0.1:8081";

/// Walks the browser tests, which keep a picture of each screen, and writes a page that shows them all.
///
/// # Errors
/// If something cannot be installed or built, or a test fails.
pub(crate) fn gallery() -> Result<()> {
    browser()?;
    let (axe, built) = (tools::axe()?, widget::build()?);
    let folder = root().join("target").join("gallery");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    // One of them runs the programs themselves, which nothing else of that package builds.
    run(&mut cargo(&["build", "--package", "yishi-server", "--package", "estate-audit", "--locked"]))?;
    let mut walk = cargo(&["test", "--package", "yishi-tests", "--test", "browser", "--locked"]);
    walk.env("YISHI_WIDGET_DIST", &built.folder).env("YISHI_AXE", axe).env("YISHI_SHOTS", &folder);
    run(&mut walk)?;
    let page = folder.join("index.html");
    fs::write(&page, page_of(&folder)?).with_context(|| format!("cannot write {}", page.display()))?;
    say(&format!("{}\n", page.display()));
    Ok(())
}

/// Takes the pictures of README's tour from the demo.
///
/// # Errors
/// If something cannot be installed or built, or a screen does not come.
pub(crate) fn tour() -> Result<()> {
    browser()?;
    let built = widget::build()?;
    let folder = built.folder.to_str().context("the repository's path is not UTF-8")?;
    run(&mut cargo(&["build", "--locked", "--package", "yishi-demo"]))?;
    run(&mut cargo(&["build", "--locked", "--package", "yishi-tests", "--example", "tour"]))?;
    let programs = root().join("target").join("debug");
    let address = "127.0.0.1:8477";
    let mut demo = program(programs.join("yishi-demo"), &["--listen", address, "--widget", folder]);
    let mut demo =
        demo.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("cannot start the demo")?;
    let lines = BufReader::new(demo.stdout.take().context("standard output is piped")?).lines();
    let told = lines.map_while(Result::ok).any(|line| line.contains("Ctrl-C"));
    ensure!(told, "the demo ended before it was served");
    let pictures = root().join("docs").join("tour");
    let pictures = pictures.to_str().context("the repository's path is not UTF-8")?;
    let toured =
        run(&mut program(programs.join("examples").join("tour"), &[&format!("http://{address}"), pictures]));
    demo.kill().context("the demo does not end")?;
    demo.wait()?;
    toured
}

/// A page with every picture of a folder under its name.
fn page_of(folder: &Path) -> Result<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        names
            .extend(entry?.file_name().into_string().ok().filter(|name| name.strip_suffix(".png").is_some()));
    }
    names.sort();
    ensure!(!names.is_empty(), "no picture was kept");
    let figure = |name: &String| {
        format!("<figure><img src=\"{name}\" width=\"390\"><figcaption>{name}</figcaption></figure>\n")
    };
    let figures: String = names.iter().map(figure).collect();
    Ok(format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>议事</title>\n\
         <style>body{{display:flex;flex-wrap:wrap;gap:16px;font:14px sans-serif}}figure{{margin:0}}</style>\n{figures}</html>\n"
    ))
}

/// Builds the widget and weighs it.
///
/// # Errors
/// If it cannot be built or phones would have to load too much.
pub(crate) fn widget() -> Result<()> {
    widget::build()?.check()
}

/// Formatting, clippy and documentation.
///
/// # Errors
/// If one of them finds something.
pub(crate) fn lint() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"];
    run(&mut cargo(&clippy))?;
    tools::wasm()?;
    let packages =
        ["--package", "yishi-protocol", "--package", "yishi-casefile", "--package", "yishi-widget"];
    let wasm = ["--all-targets", "--locked", "--target", WASM_TARGET, "--", "--deny", "warnings"];
    run(&mut cargo(&[&["clippy"][..], &packages, &wasm].concat()))?;
    let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--document-private-items", "--locked"]);
    run(doc.env("RUSTDOCFLAGS", "--deny warnings"))
}

/// Licences, sources, and who may depend on what.
///
/// # Errors
/// If something is not allowed.
pub(crate) fn deny() -> Result<()> {
    let tree = [
        "tree",
        "--locked",
        "--package",
        "yishi-protocol",
        "--edges",
        "normal,no-proc-macro",
        "--duplicates",
    ];
    let duplicates = output(&mut cargo(&tree)).context("cargo tree failed")?;
    ensure!(duplicates.is_empty(), "the rule book would have a library twice:\n{duplicates}");
    let deny = tools::cargo_deny()?;
    run(&mut program(deny, &["--workspace", "check", "bans", "licenses", "sources"]))
}

/// Writes the log vectors anew.
///
/// # Errors
/// If the rules no longer give what the story tells.
pub(crate) fn vectors() -> Result<()> {
    run(&mut cargo(&["run", "--quiet", "--locked", "--package", "yishi-tests", "--bin", "write-vectors"]))
}

/// Writes anew what of the documents follows from the types.
///
/// # Errors
/// If a document has no place for a type, or names one that does not exist.
pub(crate) fn docs() -> Result<()> {
    run(&mut cargo(&["run", "--quiet", "--locked", "--package", "yishi-tests", "--bin", "write-docs"]))
}
