//! `yishi-server` killed at random moments under load, and with disks that are full, read-only, torn or gone: whatever it has
//! acknowledged stands once in one log, and whatever it cannot do it says.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod disks;
mod estate;
mod load;
mod process;
mod rounds;
mod torn;
mod verdict;
