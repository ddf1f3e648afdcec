//! With whom a command speaks, and as whom: what every command has that signs with one key.

use std::path::PathBuf;

use anyhow::Result;
use yishi_protocol::id::EstateId;
use yishi_server::client::Client;
use yishi_server::keys::read_key;

/// With whom to speak, and as whom.
#[derive(Debug, clap::Args)]
pub(super) struct At {
    /// The server.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    pub(super) server: String,
    /// The estate's id.
    #[arg(long)]
    estate: EstateId,
    /// The key to sign with: a root's, or that of somebody who may do it.
    #[arg(long, default_value = "yishi-data/root.key")]
    key: PathBuf,
}

impl At {
    pub(super) fn connect(&self) -> Result<Client> {
        Client::connect(&self.server, self.estate, read_key(&self.key)?)
    }
}
