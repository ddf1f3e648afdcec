//! What residents said is reported and hidden: who would silence a complaint, and what stops them.

use yishi_protocol::blob::Stance;
use yishi_protocol::body::{HideReason, Measure, Moderate};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::Matter;

use super::{Telling, Told};
use crate::matters::{opinion, raise, statement};
use crate::moderation::{Of, appeal, hide, report, rule, ruler};
use crate::people::person;

/// Told last.
pub(super) fn tell(telling: &mut Telling) -> Told<()> {
    let said = speaking(telling)?;
    reporting(telling, said[0].0, &said)?;
    hiding(telling, &said)?;
    appealing(telling, &said)?;
    taking_back(telling, &said)?;
    noticed(telling)
}

/// A matter and six opinions of li's about it.
fn speaking(telling: &mut Telling) -> Told<Vec<Of>> {
    let (body, blobs) = raise();
    let matter = telling.say("wang asks again", "wang", body, blobs)?.entry.id();
    let mut said = Vec::new();
    for words in ["有的人就是自私。", "又是自私。", "还是自私。", "自私四。", "自私五。", "自私六。"]
    {
        let (body, blobs) = opinion(matter, Stance::Against, words, None);
        said.push((matter, telling.say("li says something harsh", "li", body, blobs)?.entry.id()));
    }
    Ok(said)
}

fn reporting(telling: &mut Telling, matter: EntryId, said: &[Of]) -> Told<()> {
    let insult = HideReason::Insult;
    let good = report(said[0], insult);
    telling.refuse(Code::PersonOnly, "a root reports it", "root", good.clone(), vec![])?;
    let nowhere = report((EntryId::ZERO, said[0].1), insult);
    telling.refuse(Code::MatterUnknown, "of a matter that is not here", "zheng", nowhere, vec![])?;
    let nothing = report((matter, EntryId::ZERO), insult);
    telling.refuse(Code::WordsUnknown, "of words that are not here", "zheng", nothing, vec![])?;
    let question = telling.story.log.state().questions().next().map_or(EntryId::ZERO, |(id, _)| *id);
    let money = report((matter, question), insult);
    telling.refuse(Code::WordsUnknown, "a question about money", "zheng", money, vec![])?;
    let twin = report((matter, matter), HideReason::Repeated);
    telling.refuse(Code::ModerationInvalid, "a matter as said before", "zheng", twin, vec![])?;
    telling.refuse(Code::OwnWords, "li reports what li said", "li", good.clone(), vec![])?;
    telling.say("zheng reports it", "zheng", good.clone(), vec![])?;
    telling.refuse(Code::AlreadyReported, "twice", "zheng", good.clone(), vec![])?;
    telling.say("wei reports it too", "wei", good, vec![])?;
    for of in &said[1..5] {
        telling.say("zheng reports the others", "zheng", report(*of, insult), vec![])?;
    }
    let sixth = report(said[5], insult);
    telling.refuse(Code::ReportsTooMany, "a sixth on one day", "zheng", sixth, vec![])
}

fn hiding(telling: &mut Telling, said: &[Of]) -> Told<()> {
    let give = ruler(telling.story.log.state(), "wei");
    telling.say("wei rules for the residents' committee", "second root", give, vec![])?;
    let (good, blobs) = hide(said[0], HideReason::Insult);
    telling.refuse(Code::MissingCapability, "an owner hides it", "wang", good.clone(), blobs.clone())?;
    telling.refuse(Code::MissingCapability, "the manager does", "manager", good.clone(), blobs.clone())?;
    let nowhere = Moderate { matter: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::MatterUnknown, "of no matter", "host", nowhere, blobs.clone())?;
    let nothing = Moderate { words: EntryId::ZERO, ..good.clone() };
    telling.refuse(Code::WordsUnknown, "what nobody said", "host", nothing, blobs.clone())?;
    let groundless = Moderate { reason: None, ..good.clone() };
    telling.refuse(Code::ModerationInvalid, "without a reason", "host", groundless, blobs.clone())?;
    let (own, text) = opinion(said[0].0, Stance::Neutral, "请大家好好说。", None);
    let own = (said[0].0, telling.say("the host speaks", "host", own, text)?.entry.id());
    let (body, text) = hide(own, HideReason::Insult);
    telling.refuse(Code::OwnWords, "the host hides what the host said", "host", body, text)?;
    let (body, text) = rule(said[5], Measure::Leave);
    telling.refuse(Code::NotReported, "what nobody reported is left", "host", body, text)?;
    let (body, text) = rule(said[0], Measure::Show);
    telling.refuse(Code::NotHidden, "what is not hidden is shown", "host", body, text)?;
    let (body, text) = rule(said[0], Measure::Keep);
    telling.refuse(Code::NotHidden, "or kept hidden", "wei", body, text)?;
    let silent = statement(" ");
    let mute = Moderate { text: silent.id(), ..good.clone() };
    telling.refuse(Code::WordsMissing, "without a word", "host", mute, vec![silent])?;
    let (body, text) = rule(said[1], Measure::Leave);
    telling.say("the host leaves the second", "host", body, text)?;
    telling.say("and hides the first", "host", good.clone(), blobs.clone())?;
    telling.refuse(Code::AlreadyHidden, "wei hides it too", "wei", good, blobs)?;
    let late = report(said[0], HideReason::Insult);
    telling.refuse(Code::AlreadyHidden, "chu reports what is hidden", "chu", late, vec![])
}

fn appealing(telling: &mut Telling, said: &[Of]) -> Told<()> {
    for measure in [Measure::Show, Measure::Keep] {
        let (body, text) = rule(said[0], measure);
        telling.refuse(Code::NotAppealed, "wei rules unasked", "wei", body, text)?;
    }
    let (good, blobs) = appeal(said[0], "我没有说是谁。");
    telling.refuse(Code::PersonOnly, "a root appeals", "root", good.clone(), blobs.clone())?;
    telling.refuse(Code::NotAuthor, "wang appeals for li", "wang", good.clone(), blobs.clone())?;
    let (other, text) = appeal(said[2], "我没有说是谁。");
    telling.refuse(Code::NotHidden, "against nothing", "li", other, text)?;
    let (mute, text) = appeal(said[0], " ");
    telling.refuse(Code::WordsMissing, "without a word", "li", mute, text)?;
    telling.say("li appeals", "li", good.clone(), blobs.clone())?;
    telling.refuse(Code::AlreadyAppealed, "twice", "li", good, blobs)?;
    let (keep, text) = rule(said[0], Measure::Keep);
    telling.refuse(Code::OtherOrgNeeded, "the host rules on it", "host", keep.clone(), text.clone())?;
    telling.refuse(Code::OwnReport, "wei, who reported it", "wei", keep, text)?;
    let (show, text) = rule(said[0], Measure::Show);
    telling.say("wei has it shown again", "wei", show, text)?;
    let (again, text) = hide(said[0], HideReason::Unlawful);
    telling.refuse(Code::ShownAgain, "the host hides it for another reason", "host", again, text)?;
    let late = report(said[0], HideReason::Unlawful);
    telling.refuse(Code::ShownAgain, "chu reports it", "chu", late, vec![])
}

fn taking_back(telling: &mut Telling, said: &[Of]) -> Told<()> {
    let (body, blobs) = hide(said[2], HideReason::Repeated);
    telling.say("the host hides the third", "host", body.clone(), blobs.clone())?;
    let (show, text) = rule(said[2], Measure::Show);
    telling.say("and takes that back", "host", show, text)?;
    telling.refuse(Code::HiddenBefore, "and hides it again", "host", body.clone(), blobs.clone())?;
    telling.say("wei hides it", "wei", body, blobs)?;
    telling.story.now_ms += 7 * DAY_MS;
    let (late, text) = appeal(said[2], "晚了。");
    telling.refuse(Code::AppealLate, "li appeals after seven days", "li", late, text)
}

/// A matter that was put to the vote.
fn noticed(telling: &mut Telling) -> Told<()> {
    let matters = telling.story.log.state().matters();
    let others = |matter: &Matter| ![person("wei"), person("chu")].contains(&matter.raiser);
    let noticed = matters.into_iter().find(|(_, matter)| !matter.notices.is_empty() && others(matter));
    let id = noticed.map_or(EntryId::ZERO, |(id, _)| *id);
    let (body, blobs) = hide((id, id), HideReason::Insult);
    telling.refuse(Code::WordsAtVote, "what owners voted on is hidden", "wei", body, blobs)?;
    let late = report((id, id), HideReason::Insult);
    telling.refuse(Code::WordsAtVote, "or reported", "chu", late, vec![])
}
