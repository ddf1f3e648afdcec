//! The five steps, 提—议—决—办—评, and the books: a folder each, with the screens of residents and, in `desk`, the pages of whoever
//! holds an office. `matter.rs` shows a matter, which goes through them all.

pub(crate) mod decide;
pub(crate) mod deliberate;
pub(crate) mod desk;
pub(crate) mod disclose;
pub(crate) mod evaluate;
pub(crate) mod execute;
pub(crate) mod matter;
pub(crate) mod propose;
