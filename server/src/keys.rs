//! Keys in files, and random ones from the operating system.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use yishi_protocol::SigningKey;
use yishi_protocol::id::PublicKey;

/// Random bytes.
///
/// # Errors
/// If the operating system has none to give.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).context("the operating system gives no random bytes")?;
    Ok(bytes)
}

/// A new signing key.
///
/// # Errors
/// If the operating system has no random bytes to give.
pub fn new_key() -> Result<SigningKey> {
    Ok(SigningKey::from_bytes(&random()?))
}

/// Writes a key's seed, 64 hexadecimal digits, to a file that only its owner can read. Never overwrites one.
///
/// # Errors
/// If the file is there already or cannot be written.
pub fn write_key(path: &Path, key: &SigningKey) -> Result<()> {
    // A seed has the shape of a public key: 32 bytes in hexadecimal.
    let seed = PublicKey::from_bytes(key.to_bytes());
    write_private(path, format!("{seed}\n").as_bytes())
}

/// Writes a file that only its owner can read. Never overwrites one.
///
/// # Errors
/// If the file is there already or cannot be written.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = create_private(path)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Makes a file that only its owner can read, to be written bit by bit. Never overwrites one.
///
/// # Errors
/// If the file is there already or cannot be made.
pub fn create_private(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).with_context(|| format!("cannot create {}", path.display()))
}

/// Reads a key that [`write_key`] wrote.
///
/// # Errors
/// If the file cannot be read or is not such a key.
pub fn read_key(path: &Path) -> Result<SigningKey> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let seed: PublicKey = text
        .trim()
        .parse()
        .with_context(|| format!("{} is not a key: one line of 64 digits", path.display()))?;
    Ok(SigningKey::from_bytes(seed.as_bytes()))
}
