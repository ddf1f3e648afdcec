//! The post office of Yishi: checks, orders, keeps and proves entries. It has no rule of its own.
//!
//! ```text
//! http ──▶ writer ──▶ protocol::Log (judges) ──▶ store (keeps) ──▶ checkpoint ──▶ lock ──▶ receipt
//! ```
//! [`keepers`] opens both. [`writer`] is the only path that writes to a log that is served; how a log begins stands in [`founding`]. [`store`] and [`lock`] know no rule; [`http`] turns requests into calls and
//! refusals into `{code, detail}`, and [`serving`] gives each asker no more than a share. [`letters`] and [`client`] serve the command line, and [`words`] is what people are told.

pub mod client;
pub mod clock;
mod demands;
pub mod estates;
pub mod founding;
pub mod histories;
pub mod http;
pub mod json;
pub mod keepers;
pub mod keys;
pub mod letters;
mod loading;
pub mod lock;
pub mod published;
pub mod serving;
pub mod setup;
pub mod store;
pub mod words;
pub mod writer;
