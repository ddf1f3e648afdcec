//! Names every phrase for the light pages' code and compiles the phrases of every language, which the server takes along.

use std::fmt::Write as _;
use std::path::Path;

use yishi_words::build::{Bundles, Catalogue, script};

fn main() {
    script(Path::new("../words"), |catalogue, out| {
        let programs = catalogue.programs();
        let names = |bundles: Bundles<'_>| catalogue.rust(bundles).map_err(|faults| faults.to_string());
        out.write("light.rs", &names(&[("light", &programs.light)])?)?;
        let mut window = names(&[("resident", &programs.resident), ("desk", &programs.desk)])?;
        accounts(catalogue, &mut window);
        out.write("window.rs", &window)?;
        out.tables(catalogue, &catalogue.groups().collect::<Vec<_>>())
    });
}

/// Which phrase names an account, by its code: `account-c1101` names 1101.
fn accounts(catalogue: &Catalogue, rust: &mut String) {
    rust.push_str("\n/// What the account of that code is called.\n");
    rust.push_str(
        "pub(crate) fn account_name(code: u32) -> Option<::yishi_words::Word> {\n    Some(match code {\n",
    );
    for code in catalogue.keys().filter_map(|key| key.strip_prefix("account-c")) {
        let _ = writeln!(rust, "        {code} => account::C{code},");
    }
    rust.push_str("        _ => return None,\n    })\n}\n");
}
