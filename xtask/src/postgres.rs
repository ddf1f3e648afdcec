//! PostgreSQL, for the tests and trials that run on it: each makes a cluster of its own and takes it away again.

use anyhow::{Context, Result};
use yishi_cluster::{Cluster, NoCluster, programs};

use crate::browser::can_install;
use crate::process::{program, run, warn};

/// Sees to it that PostgreSQL is there, as far as that can be done from here. Where it is not, the tests that need it say that
/// they did not run, and are counted as skipped.
pub(crate) fn postgres() {
    if programs().is_some() {
        return;
    }
    if can_install() {
        warn("installing PostgreSQL for the tests that run on it\n");
        let install = ["install", "-y", "--no-install-recommends", "postgresql"];
        let installed = run(&mut program("apt-get", &["update"]))
            // The package would make a cluster and start it; ours are made by whoever needs them.
            .and_then(|()| run(&mut program("mkdir", &["-p", "/etc/postgresql-common/createcluster.d"])))
            .and_then(|()| {
                let settings = "/etc/postgresql-common/createcluster.d/none.conf";
                std::fs::write(settings, "create_main_cluster = false\n").context("cannot write its settings")
            })
            .and_then(|()| run(program("apt-get", &install).env("DEBIAN_FRONTEND", "noninteractive")));
        if let Err(error) = installed {
            warn(&format!("{error:#}\n"));
        }
    }
    if programs().is_none() {
        warn(&format!("{}; the tests on it do not run\n", NoCluster::Missing));
    }
}

/// A cluster with a database for a log and one for its lock, and their addresses.
///
/// # Errors
/// With what to install; what PostgreSQL says if it does not start.
pub(crate) fn cluster() -> Result<(Cluster, [String; 2])> {
    let cluster = Cluster::start()?;
    let database = || cluster.database().map_err(anyhow::Error::msg);
    let addresses = [database()?, database()?];
    Ok((cluster, addresses))
}
