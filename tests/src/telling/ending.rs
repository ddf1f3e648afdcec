//! A result is disputed and ruled upon, and the vote ends: who would keep it from ending, and who would end it too soon.

use yishi_protocol::body::{
    Capability, Class, Close, Confirm, Dispute, DisputeGround, Final, ItemEnd, OrgKind, Role, RuleDispute,
    draft_end,
};
use yishi_protocol::calendar::objections_end_ms;
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::{Telling, Told, Unexpected};
use crate::disputes::{annulment, dispute, ruling};
use crate::matters::statement;
use crate::people::party;
use crate::stairwell::{grant, hour, resolution};

/// Closes and tallies.
pub(super) fn settle(telling: &mut Telling, agenda: EntryId, at_ms: u64) -> Told<()> {
    telling.story.now_ms = at_ms;
    telling.say("the vote is closed", "host", Close { agenda }, vec![])?;
    let counted = count(telling.story.log.state(), &agenda, &telling.story.evidence);
    let Ok(Counted::Full(counted)) = counted else {
        return Err(Unexpected { note: "the count fails".to_owned(), said: counted.err() });
    };
    let tally = counted.tally(&[resolution(1, Class::Ordinary)]);
    telling.say("the totals are stated", "host", tally, vec![]).map(drop)
}

/// What would be said to end a vote now.
fn drafted(telling: &Telling, agenda: EntryId) -> Told<Final> {
    let drafted = draft_end(telling.story.log.state(), &agenda, &telling.story.evidence);
    let lost = |said| Unexpected { note: "the end of a vote".to_owned(), said };
    drafted.map_err(|said| lost(Some(said)))?.ok_or_else(|| lost(None))
}

/// When the days for objections to a result are over.
fn over_ms(telling: &Telling, agenda: EntryId) -> u64 {
    let stated_ms = telling.story.log.state().agenda(&agenda).and_then(|agenda| agenda.tallied_ms);
    objections_end_ms(stated_ms.unwrap_or_default())
}

/// Nobody disputes anything: the vote ends after its days.
pub(super) fn undisputed(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    telling.story.now_ms = over_ms(telling, agenda);
    let end = drafted(telling, agenda)?;
    let entry = telling.say("the host ends the vote", "host", end, vec![])?.entry.id();
    telling.say("the second root stands behind it", "second root", Confirm { entry }, vec![]).map(drop)
}

/// A court annuls a result, which two organisations tell.
pub(super) fn annulled(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let (good, blobs) = annulment(&telling.story, agenda, vec![1]);
    let entry = telling.say("the host tells of a judgement", "host", good.clone(), blobs.clone())?.entry.id();
    telling.say("the second root has read it", "second root", Confirm { entry }, vec![])?;
    telling.refuse(Code::AlreadyAnnulled, "it is annulled once", "host", good, blobs)
}

/// The ramp passed by one home more than it takes, and that is disputed.
pub(super) fn disputed(telling: &mut Telling, agenda: EntryId) -> Told<()> {
    let first = disputing(telling, agenda)?;
    let (body, blobs) = dispute((agenda, 1), "wei", DisputeGround::Notice, vec![]);
    let own = telling.say("wei disputes the notice", "wei", body, blobs)?.entry.id();
    let (soon, blobs) = annulment(&telling.story, agenda, vec![1]);
    telling.refuse(Code::NotFinal, "it is annulled before it is final", "host", soon, blobs)?;
    let early = Final { agenda, items: vec![ItemEnd { disputes: vec![], stands: true }] };
    telling.refuse(Code::TooEarlyToEnd, "the host ends it at once", "host", early, vec![])?;

    let voted = telling.story.log.state().agenda(&agenda).map(|agenda| {
        agenda.ballots.values().find(|ballot| ballot.party == party("wang")).map(|ballot| ballot.entry)
    });
    telling.story.now_ms = over_ms(telling, agenda) - 1;
    let ballots = voted.flatten().into_iter().collect();
    let (body, blobs) = dispute((agenda, 1), "feng", DisputeGround::Ballots, ballots);
    let forged = telling.say("feng disputes wang's ballot at the last", "feng's new phone", body, blobs)?;
    let forged = forged.entry.id();
    telling.story.now_ms = over_ms(telling, agenda);
    let (late, blobs) = dispute((agenda, 1), "chu", DisputeGround::Roll, vec![]);
    telling.refuse(Code::NotDisputable, "chu disputes the roll too late", "chu", late, blobs)?;

    let open = drafted(telling, agenda)?;
    telling.refuse(Code::DisputeOpen, "the vote is ended over it", "host", open.clone(), vec![])?;
    let stands = |stands| {
        let items = open.items.iter().map(|item| ItemEnd { stands, ..item.clone() });
        Final { agenda, items: items.collect() }
    };
    telling.refuse(Code::FinalMismatch, "as if one ballot changed nothing", "host", stands(true), vec![])?;
    let silent = Final { agenda, items: vec![ItemEnd { disputes: vec![], stands: true }] };
    telling.refuse(Code::FinalMismatch, "without a word of the disputes", "host", silent, vec![])?;
    ruling_on(telling, agenda, (first, own, forged))?;

    let good = drafted(telling, agenda)?;
    let none = Final { agenda, items: vec![] };
    telling.refuse(Code::FinalMismatch, "without its item", "host", none, vec![])?;
    telling.refuse(Code::MissingCapability, "by an owner at once", "li", good.clone(), vec![])?;
    let nothing = Final { agenda: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::AgendaUnknown, "of no vote", "host", nothing, vec![])?;
    let entry = telling.say("the host ends the vote", "host", good.clone(), vec![])?.entry.id();
    telling.refuse(Code::OwnAct, "and stands behind it", "host", Confirm { entry }, vec![])?;
    telling.say("the second root does", "second root", Confirm { entry }, vec![])?;
    telling.refuse(Code::AlreadyFinal, "it ends once", "host", good, vec![])?;
    let (none, blobs) = annulment(&telling.story, agenda, vec![2]);
    telling.refuse(Code::AnnulmentInvalid, "an item is annulled that is not there", "host", none, blobs)
}

fn disputing(telling: &mut Telling, agenda: EntryId) -> Told<EntryId> {
    let (good, blobs) = dispute((agenda, 1), "li", DisputeGround::Count, vec![]);
    telling.refuse(Code::PersonOnly, "a root disputes the count", "root", good.clone(), blobs.clone())?;
    let nothing = Dispute { agenda: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::AgendaUnknown, "of no vote", "li", nothing, blobs.clone())?;
    telling.refuse(Code::NotOnRoll, "wang for li", "wang", good.clone(), blobs.clone())?;
    let parking = Dispute { party: party("parker"), ..good.clone() };
    telling.refuse(Code::NotOnRoll, "whose parking space has no say", "parker", parking, blobs.clone())?;
    for (note, body) in [
        ("of an item that is not there", Dispute { item: 2, ..good.clone() }),
        ("ballots without a ballot", Dispute { ground: DisputeGround::Ballots, ..good.clone() }),
        ("a count with a ballot", Dispute { ballots: vec![EntryId::ZERO], ..good.clone() }),
        (
            "a ballot that was not cast",
            Dispute { ballots: vec![EntryId::ZERO], ground: DisputeGround::Ballots, ..good.clone() },
        ),
    ] {
        telling.refuse(Code::DisputeInvalid, note, "li", body, blobs.clone())?;
    }
    let first = telling.say("li disputes the count", "li", good.clone(), blobs.clone())?.entry.id();
    telling.refuse(Code::AlreadyDisputed, "twice", "li", good, blobs)?;
    Ok(first)
}

fn ruling_on(
    telling: &mut Telling,
    agenda: EntryId,
    (first, own, forged): (EntryId, EntryId, EntryId),
) -> Told<()> {
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let give = grant(telling.story.log.state(), "wei", office, &[Capability::Tally], hour(12, 31, 0));
    telling.say("wei counts for the residents' committee", "second root", give, vec![])?;
    let (good, blobs) = ruling((agenda, first), false);
    telling.refuse(Code::MissingCapability, "wang rules", "wang", good.clone(), blobs.clone())?;
    telling.refuse(Code::OtherOrgNeeded, "the host rules", "host", good.clone(), blobs.clone())?;
    let nothing = RuleDispute { dispute: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::DisputeUnknown, "on no dispute", "wei", nothing, blobs.clone())?;
    let (mine, text) = ruling((agenda, own), true);
    telling.refuse(Code::OwnAct, "wei on wei's own", "wei", mine, text)?;
    let silent = statement(" ");
    let mute = RuleDispute { text: silent.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without a word", "wei", mute, vec![silent])?;
    telling.say("wei dismisses what li said", "wei", good.clone(), blobs.clone())?;
    telling.refuse(Code::AlreadyRuled, "twice", "wei", good, blobs)?;
    let (body, text) = ruling((agenda, forged), false);
    telling.say("and what feng said", "wei", body, text).map(drop)
}
