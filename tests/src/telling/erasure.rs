//! What is erased: who would silence a neighbour or hide a count, and what stops them.

use yishi_protocol::blob::Stance;
use yishi_protocol::body::{Confirm, Erase};
use yishi_protocol::id::{BlobId, EntryId, Hash};
use yishi_protocol::rejection::Code;

use super::{Telling, Told};
use crate::erasing::{asked, ended, keeper, ordered};
use crate::letters::consent;
use crate::matters::{answer, opinion, raise, statement};
use crate::people::person;

/// Told when all else is but the election.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    let (body, blobs) = raise();
    let matter = telling.say("wang asks once more", "wang", body, blobs)?.entry.id();
    let said = own(telling, matter)?;
    needed(telling)?;
    by_order(telling, matter, said)
}

/// What wang and chu say; wang has the own words erased.
fn own(telling: &mut Telling, matter: EntryId) -> Told<BlobId> {
    let (body, blobs) = opinion(matter, Stance::For, "我住101，电话13900000000。", None);
    let hers = body.blob;
    telling.say("wang says too much", "wang", body.clone(), blobs.clone())?;
    let (other, text) = opinion(matter, Stance::Against, "不用修。", None);
    let theirs = other.blob;
    telling.say("chu says something", "chu", other, text)?;
    telling.say("and says again what wang said", "chu", body.clone(), blobs.clone())?;

    let good = asked(&[hers]);
    telling.refuse(Code::PersonOnly, "a root erases it", "root", good.clone(), vec![])?;
    telling.refuse(Code::NotYours, "chu, who said it again", "chu", good.clone(), vec![])?;
    telling.refuse(Code::NotYours, "the host", "host", good.clone(), vec![])?;
    telling.refuse(Code::NotYours, "wang with chu's", "wang", asked(&[hers, theirs]), vec![])?;
    let nothing = Erase { blobs: vec![], ..good.clone() };
    telling.refuse(Code::ErasureInvalid, "nothing", "wang", nothing, vec![])?;
    let twice = Erase { blobs: vec![hers, hers], ..good.clone() };
    telling.refuse(Code::ErasureInvalid, "it twice", "wang", twice, vec![])?;
    let order = statement("裁定书。");
    let paper = Some(Hash::from_bytes([7; 32]));
    let odd = Erase { document: paper, order: Some(order.id()), ..good.clone() };
    telling.refuse(Code::ErasureInvalid, "asked for, and ordered", "wang", odd, vec![order])?;
    let lasting = asked(&[consent().id()]);
    telling.refuse(Code::NotErasable, "the consent text", "wang", lasting, vec![])?;
    telling.say("wang erases it", "wang", good.clone(), vec![])?;
    telling.refuse(Code::AlreadyErased, "twice", "wang", good, vec![])?;
    telling.refuse(Code::BlobErased, "chu says it once more", "chu", body, blobs)?;
    Ok(theirs)
}

/// What the roll and votes rest on.
fn needed(telling: &mut Telling) -> Told<()> {
    let state = telling.story.log.state();
    let name = state.newest_roll().and_then(|(_, roll)| roll.people.get(&person("wang")).copied());
    let area = state.newest_roll().and_then(|(_, roll)| Some(roll.units.values().next()?.facts));
    let ballot = state.agendas().find_map(|(_, agenda)| Some(agenda.ballots.values().next()?.blob));
    let [name, area, ballot] = [name, area, ballot].map(|blob| blob.unwrap_or(BlobId::ZERO));
    telling.refuse(Code::StillNeeded, "wang's name on the roll", "wang", asked(&[name]), vec![])?;
    telling.refuse(Code::NotErasable, "an area, by an owner", "wang", asked(&[area]), vec![])?;
    telling.refuse(Code::MissingCapability, "as no longer needed", "wang", ended(&[area]), vec![])?;
    for blob in [name, area, ballot] {
        telling.refuse(Code::StillNeeded, "or by the host", "host", ended(&[blob]), vec![])?;
    }
    let (body, text) = ordered(&[ballot]);
    telling.refuse(Code::NotErasable, "a ballot, by order", "host", body, text)
}

fn by_order(telling: &mut Telling, matter: EntryId, said: BlobId) -> Told<()> {
    let (body, blobs) = answer(matter, yishi_protocol::body::Action::Accept, "收到，下周答复。");
    let official = body.text;
    telling.say("the host answers", "host", body, blobs)?;
    telling.refuse(Code::NotErasable, "and erases that", "host", asked(&[official]), vec![])?;
    telling.refuse(Code::NotErasable, "words as no longer needed", "host", ended(&[said]), vec![])?;
    let (good, order) = ordered(&[said]);
    telling.refuse(Code::MissingCapability, "wang has an order", "wang", good.clone(), order.clone())?;
    let bare = Erase { document: None, order: None, ..good.clone() };
    telling.refuse(Code::ErasureInvalid, "an order that is none", "host", bare, vec![])?;
    let unsigned = Erase { document: None, ..good.clone() };
    telling.refuse(Code::ErasureInvalid, "one without its document", "host", unsigned, order.clone())?;
    let blank = Erase { document: Some(Hash::ZERO), ..good.clone() };
    telling.refuse(Code::ErasureInvalid, "one whose document is nothing", "host", blank, order.clone())?;
    let silent = statement(" ");
    let mute = Erase { order: Some(silent.id()), ..good.clone() };
    telling.refuse(Code::WordsMissing, "one without words", "host", mute, vec![silent])?;
    let entry = telling.say("the host has one", "host", good, order)?.entry.id();
    let give = keeper(telling.story.log.state(), "wei");
    telling.refuse(Code::OwnAct, "and confirms it", "host", Confirm { entry }, vec![])?;
    telling.refuse(Code::OtherOrgNeeded, "the committee's root does", "root", Confirm { entry }, vec![])?;
    telling.say("wei keeps rolls", "second root", give, vec![])?;
    telling.say("wei stands behind it", "wei", Confirm { entry }, vec![]).map(drop)
}
