//! What is said of a vote, from its notice to its end.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Access, Body, CallAnswer, Close, DisputeGround, Extend, Final, ItemEnd, Notice, Object, Withdraw,
    draft_end,
};
use yishi_protocol::calendar::{DAY_MS, day_start_ms, earliest_opening_day};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::course::Deed;
use yishi_protocol::rejection::Code;

use super::{Estate, Told, items};
use crate::calls::{LOTTERY, call, draw, uncalled};
use crate::disputes::{annulment, dispute, ruling};
use crate::matters::{asks, statement};
use crate::people::party;
use crate::stairwell::{ballot, notice, open};

impl Estate {
    /// The body of a deed of a vote, and who says it.
    pub(super) fn said_of_vote(&self, deed: Deed) -> Told<(&'static str, Body, Vec<Blob>)> {
        let (state, matter) = (self.story.log.state(), self.matter);
        let with = |by, (body, blobs): (Body, Vec<Blob>)| Ok((by, body, blobs));
        let bare = |by, body: Body| Ok((by, body, vec![]));
        match deed {
            Deed::Notice => {
                let (body, _) = notice(self.roll, items());
                let (body, blobs) = asks(body);
                let opens_ms = day_start_ms(earliest_opening_day(self.story.now_ms, 15));
                let closes_ms = opens_ms + 15 * DAY_MS;
                with(
                    "host",
                    (
                        Notice {
                            closes_ms,
                            lottery: Some(LOTTERY.to_owned()),
                            matter: Some(matter),
                            opens_ms,
                            ..body
                        }
                        .into(),
                        blobs,
                    ),
                )
            }
            Deed::Open => bare("host", open(self.vote.0, self.roll).into()),
            Deed::Extend => {
                let closes_ms = state.agenda(&self.vote.1).map_or(0, |agenda| agenda.closes_ms + DAY_MS);
                let text = statement("人还不够。");
                let body = Extend { agenda: self.vote.1, closes_ms, text: text.id() };
                with("host", (body.into(), vec![text]))
            }
            Deed::Withdraw => {
                let text = statement("写错了。");
                with("host", (Withdraw { notice: self.vote.0, text: text.id() }.into(), vec![text]))
            }
            Deed::Vote => {
                let (body, blob) = ballot(self.vote.1, party("sun-zhou"), &[&[0]], None);
                with("sun", (body.into(), vec![blob]))
            }
            Deed::Object => bare("zhou", Object { ballot: self.joint, stands: true }.into()),
            Deed::Close => bare("host", Close { agenda: self.vote.1 }.into()),
            Deed::Tally => match count(state, &self.vote.1, &self.story.evidence)? {
                Counted::Full(count) => bare("host", count.tally(&items()).into()),
                Counted::Erased(_) => Err(Code::BlobMissing.into()),
            },
            Deed::Access => bare("feng", Access { agenda: self.vote.1 }.into()),
            Deed::Dispute => {
                let (body, blobs) = dispute((self.vote.1, 1), "li", DisputeGround::Count, vec![]);
                with("li", (body.into(), blobs))
            }
            Deed::RuleDispute => {
                let (body, blobs) = ruling((self.vote.1, self.dispute), false);
                with("chen", (body.into(), blobs))
            }
            Deed::Draw => bare("host", draw(&self.story, self.vote.1, &[3, 9, 27]).into()),
            Deed::RollCall => {
                let agenda = state.agenda(&self.vote.1);
                let next =
                    agenda.and_then(|agenda| uncalled(agenda, "feng")).unwrap_or_else(|| party("wang"));
                bare("feng", call(self.vote.1, next, CallAnswer::Confirmed).into())
            }
            Deed::Annul => {
                let (body, blobs) = annulment(&self.story, self.vote.1, vec![1]);
                with("host", (body.into(), blobs))
            }
            Deed::Final => {
                let agenda = self.vote.1;
                let end = ItemEnd { disputes: vec![], stands: true };
                let drafted = draft_end(state, &agenda, &self.story.evidence).ok().flatten();
                bare("host", drafted.unwrap_or(Final { agenda, items: vec![end] }).into())
            }
            _ => Err(Code::NotYet.into()),
        }
    }
}
