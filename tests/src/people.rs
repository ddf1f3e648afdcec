//! Names turned into ids, keys and salts.

use yishi_protocol::SigningKey;
use yishi_protocol::id::{PartyId, PersonId, PublicKey, Salt, SetId, UnitId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::signature::public_key;

fn bytes(what: &str, name: &str) -> [u8; 32] {
    *leaf_hash(format!("{what} of {name}").as_bytes()).as_bytes()
}

fn half(what: &str, name: &str) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&bytes(what, name)[..16]);
    half
}

/// The person of that name.
pub fn person(name: &str) -> PersonId {
    PersonId::from_bytes(half("person", name))
}

/// The party of that name.
pub fn party(name: &str) -> PartyId {
    PartyId::from_bytes(half("party", name))
}

/// The roll upload of that name.
pub fn set(name: &str) -> SetId {
    SetId::from_bytes(half("set", name))
}

/// The unit of that room.
pub fn unit(room: &str) -> UnitId {
    UnitId::from_bytes(half("unit", room))
}

/// The salt of that name.
pub fn salt(name: &str) -> Salt {
    Salt::from_bytes(bytes("salt", name))
}

/// The signing key of that name: a device, a letter's code, a root, a log.
pub fn key(name: &str) -> SigningKey {
    SigningKey::from_bytes(&bytes("key", name))
}

/// The public half of [`key`].
pub fn public(name: &str) -> PublicKey {
    public_key(&key(name))
}
