//! The phone's key and what it has signed: see `vault.js`, which talks to the browser's database.

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yishi_protocol::SigningKey;
use yishi_protocol::id::EstateId;

use crate::words::trouble::Trouble;

#[wasm_bindgen(module = "/src/proofs/vault.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = loadSeed)]
    async fn load_seed(estate: &str, slot: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = lacks)]
    async fn lacks_(estate: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = saveSeed)]
    async fn save_seed(estate: &str, seed: Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = promoteSeed)]
    async fn promote_seed(estate: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = reserveSeq)]
    async fn reserve_seq_(estate: &str, least: f64) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = shelf)]
    async fn shelf_(estate: &str, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = putOn)]
    async fn put_on_(estate: &str, name: &str, about: &str, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = heads)]
    async fn heads_(estate: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = keepHead)]
    async fn keep_head_(estate: &str, note: &str, held: js_sys::Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = takeUp)]
    async fn take_up_(
        estate: &str,
        lost: js_sys::Array,
        shown: &str,
        parting: &str,
        missing: js_sys::Array,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = dropOutbox)]
    async fn drop_outbox_(estate: &str, text: &str) -> Result<JsValue, JsValue>;
}

/// The browser keeps nothing for this page: private mode, a full disk, or no secure connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoVault;

impl From<NoVault> for Trouble {
    fn from(_: NoVault) -> Self {
        Trouble::NoVault
    }
}

impl From<JsValue> for NoVault {
    fn from(_: JsValue) -> Self {
        NoVault
    }
}

/// What this page lacks to make a key and to keep it: the address by https, if its own has no encryption, and else nothing
/// but a browser that keeps something.
pub(crate) async fn lacks(estate: &EstateId) -> Option<String> {
    // A browser that cannot even be asked keeps nothing.
    lacks_(&estate.to_string()).await.map_or(Some(String::new()), |lack| lack.dyn_ref_string())
}

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeySlot {
    /// The one that signs.
    Current,
    /// One whose enrolment is on its way.
    Pending,
}

/// A key of this phone for an estate, if it has one there.
pub(crate) async fn load_key(estate: &EstateId, slot: KeySlot) -> Result<Option<SigningKey>, NoVault> {
    let slot = match slot {
        KeySlot::Current => "current",
        KeySlot::Pending => "pending",
    };
    let value = load_seed(&estate.to_string(), slot).await?;
    if value.is_undefined() {
        return Ok(None);
    }
    let seed: [u8; 32] = Uint8Array::new(&value).to_vec().try_into().map_err(|_| NoVault)?;
    Ok(Some(SigningKey::from_bytes(&seed)))
}

/// Keeps a new key for an estate, beside the one that signs.
pub(crate) async fn save_pending_key(estate: &EstateId, key: &SigningKey) -> Result<(), NoVault> {
    save_seed(&estate.to_string(), Uint8Array::from(key.to_bytes().as_slice())).await?;
    Ok(())
}

/// Puts the pending key in the place of the one that signs.
pub(crate) async fn promote_key(estate: &EstateId) -> Result<(), NoVault> {
    promote_seed(&estate.to_string()).await?;
    Ok(())
}

/// A number to sign with that no page on this phone has used, at least `least`.
pub(crate) async fn reserve_seq(estate: &EstateId, least: u64) -> Result<u64, NoVault> {
    // Numbers up to 2^53 are exact in JavaScript, and no counter comes near.
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let reserved = reserve_seq_(&estate.to_string(), least as f64).await?.as_f64().ok_or(NoVault)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 2^53")]
    Ok(reserved as u64)
}

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// What was signed and is not answered, in the order in which it is sent.
    Outbox,
    /// Receipts of ballots.
    Receipts,
    /// Those of ballots that only a history had which was left.
    Missing,
    /// What is kept of histories that were left.
    Partings,
}

impl Shelf {
    const fn name(self) -> &'static str {
        match self {
            Shelf::Outbox => "outbox",
            Shelf::Receipts => "receipts",
            Shelf::Missing => "missing",
            Shelf::Partings => "partings",
        }
    }
}

/// What is kept somewhere, in its order.
pub(crate) async fn shelf(estate: &EstateId, shelf: Shelf) -> Result<Vec<String>, NoVault> {
    Ok(texts(&shelf_(&estate.to_string(), shelf.name()).await?))
}

fn texts(all: &JsValue) -> Vec<String> {
    js_sys::Array::from(all).iter().filter_map(|text| text.dyn_ref_string()).collect()
}

/// The signed notes of heads that this phone has seen, oldest first.
pub(crate) async fn heads(estate: &EstateId) -> Result<Vec<String>, NoVault> {
    Ok(texts(&heads_(&estate.to_string()).await?))
}

/// Keeps a note in the place of those that it was held against, or beside all if it was held against none.
pub(crate) async fn keep_head(estate: &EstateId, note: &str, held: &[String]) -> Result<(), NoVault> {
    keep_head_(&estate.to_string(), note, array(held)).await?;
    Ok(())
}

/// Leaves the history of some notes for that of another one, all in one step: `parting` is what is kept of it, `missing` are the
/// receipts that only it had.
pub(crate) async fn take_up(
    estate: &EstateId,
    (lost, shown): (&[String], &str),
    parting: &str,
    missing: &[String],
) -> Result<(), NoVault> {
    take_up_(&estate.to_string(), array(lost), shown, parting, array(missing)).await?;
    Ok(())
}

fn array(texts: &[String]) -> js_sys::Array {
    texts.iter().map(|text| JsValue::from_str(text)).collect()
}

/// Keeps something, in the place of what was kept about the same thing.
pub(crate) async fn put_on(estate: &EstateId, shelf: Shelf, about: &str, text: &str) -> Result<(), NoVault> {
    put_on_(&estate.to_string(), shelf.name(), about, text).await?;
    Ok(())
}

/// Forgets exactly this.
pub(crate) async fn drop_outbox(estate: &EstateId, text: &str) -> Result<(), NoVault> {
    drop_outbox_(&estate.to_string(), text).await?;
    Ok(())
}

trait TextOf {
    fn dyn_ref_string(&self) -> Option<String>;
}

impl TextOf for JsValue {
    fn dyn_ref_string(&self) -> Option<String> {
        use wasm_bindgen::JsCast;
        self.dyn_ref::<JsString>().map(String::from)
    }
}
