//! Names the phrases that the readers give, for their code, and compiles those of every language for their tests. What people
//! are told is said by the desk and by the command line, which have the tables of all phrases.

use std::path::Path;

use yishi_words::build::script;

fn main() {
    script(Path::new("../words"), |catalogue, out| {
        let groups = catalogue.programs().sheets;
        out.write("key.rs", &catalogue.names(&groups))?;
        out.tables(catalogue, &groups)
    });
}
