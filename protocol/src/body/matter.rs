//! Bodies of a matter, from the one who brings it up to the ones who mark it done. Votes on it are in `vote.rs`.

use serde::{Deserialize, Serialize};

use crate::id::{AgendaId, BlobId, EntryId, MatterId, PartyId, PersonId, TaskId};
use crate::strict_json::{strict, strict_words};

/// What a matter is about; a host sorts and counts by it, no rule depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// 无障碍: ramps and handrails.
    Access,
    /// 广告.
    Advert,
    /// 养犬.
    Dogs,
    /// 电动自行车.
    EBikes,
    /// 养老服务.
    Elderly,
    /// 选举换届.
    Election,
    /// 单元门.
    EntranceDoor,
    /// 物业费.
    Fee,
    /// 消防.
    Fire,
    /// 绿化.
    Greening,
    /// 渗漏.
    Leak,
    /// 加装电梯.
    LiftInstallation,
    /// 电梯维修.
    LiftRepair,
    /// 照明.
    Lighting,
    /// 噪声.
    Noise,
    /// 停车.
    Parking,
    /// 管道.
    Pipes,
    /// 安保.
    Security,
    /// 商户与邻里.
    ShopNeighbour,
    /// 垃圾.
    Waste,
}

/// How a matter came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Taken over from a hotline (12345 and the like).
    Hotline,
    /// Found on a round.
    Patrol,
    /// Brought up by its author.
    Resident,
    /// Told at the desk and taken down there.
    WalkIn,
}

/// Who handles a matter, from the nearest to the farthest. It keeps its name wherever it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// 楼栋.
    Building,
    /// 网格 or 小区.
    Grid,
    /// 社区.
    Community,
    /// 街道.
    Street,
}

/// Brings up a matter. Its entry id is the matter's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raise {
    /// What it is about, if its author said.
    pub category: Option<Category>,
    /// How it came in.
    pub origin: Origin,
    /// The part of the estate that it concerns, on the newest roll.
    pub scope: u32,
    /// What is asked for, a blob of kind `matter-text`.
    pub text: BlobId,
    /// Who should handle it first.
    pub tier: Tier,
}

/// Backs a matter for a home, or takes that back. It asks for the matter to be dealt with; it is not consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Which matter.
    pub matter: MatterId,
    /// For whom.
    pub party: PartyId,
    /// Whether it backs the matter from now on.
    pub stands: bool,
}

/// What the host does with a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Takes it up.
    Accept,
    /// Does not take it up, and says why. This ends it.
    Decline,
    /// Hands it to a farther tier.
    Escalate,
    /// Goes on with it under another matter. This ends it.
    Merge,
    /// Hands it back to a nearer tier.
    Return,
}

/// The host's answer to a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What is done.
    pub action: Action,
    /// For `merge`: the matter under which it goes on.
    pub into: Option<MatterId>,
    /// Which matter.
    pub matter: MatterId,
    /// The answer in words, a blob of kind `statement`.
    pub text: BlobId,
    /// For `escalate` and `return`: to which tier.
    pub tier: Option<Tier>,
}

/// Speaks about a matter. What is said, and on which side, is in the blob.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Stance and words, a blob of kind `opinion`.
    pub blob: BlobId,
    /// On which matter.
    pub matter: MatterId,
    /// The opinion of the same matter that this one replies to.
    pub reply_to: Option<EntryId>,
}

/// Gives somebody the work that a matter needs. Its entry id is the task's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispatch {
    /// Who does it.
    pub assignee: PersonId,
    /// The most it may cost, in fen, if there is a limit.
    pub cap_fen: Option<u64>,
    /// The agenda and the number of its item that passed, where the matter was put to the vote.
    pub decision: Option<(AgendaId, u32)>,
    /// Until when, in milliseconds since 1970.
    pub due_ms: u64,
    /// For which matter.
    pub matter: MatterId,
    /// What is to be done, a blob of kind `statement`.
    pub text: BlobId,
}

/// Reports how far a task has come. The latest report counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// What has been paid for it so far in all, in fen. It may exceed the task's limit: that is shown, not hidden.
    pub paid_fen: u64,
    /// How much is done, 0 to 100.
    pub percent: u32,
    /// Which task.
    pub task: TaskId,
    /// The report in words, a blob of kind `statement`.
    pub text: BlobId,
}

/// Marks a matter's work, once it is done. The latest marks of a person count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The marks, a blob of kind `rating` made for this matter and person.
    pub blob: BlobId,
    /// Which matter.
    pub matter: MatterId,
}

/// How a matter ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The work is done and those concerned are content.
    Done,
    /// Put to the vote and not passed.
    NotPassed,
}

/// The marks that count, added up. Every mark is 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// How many gave 4 or 5 for satisfaction.
    pub content: u32,
    /// The sum of the marks for quality.
    pub quality: u32,
    /// How many marked it.
    pub ratings: u32,
    /// The sum of the marks for satisfaction.
    pub satisfaction: u32,
    /// The sum of the marks for speed.
    pub speed: u32,
}

impl Score {
    /// Whether at least three of five who marked it are content; silence is.
    pub fn is_content(&self) -> bool {
        u64::from(self.content).saturating_mul(5) >= u64::from(self.ratings).saturating_mul(3)
    }
}

/// Ends a matter and states its score; refused unless the score is what the ratings give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseMatter {
    /// How it ends.
    pub ending: Ending,
    /// Which matter.
    pub matter: MatterId,
    /// The marks added up; all zero where there are none.
    pub score: Score,
    /// A last word, a blob of kind `statement`.
    pub text: BlobId,
}

strict!(Raise { category, origin, scope, text, tier });
strict!(Support { matter, party, stands });
strict!(Answer { action, into, matter, text, tier });
strict!(Opinion { blob, matter, reply_to });
strict!(Dispatch { assignee, cap_fen, decision, due_ms, matter, text });
strict!(Progress { paid_fen, percent, task, text });
strict!(Rate { blob, matter });
strict!(Score { content, quality, ratings, satisfaction, speed });
strict!(CloseMatter { ending, matter, score, text });
strict_words!(Category { Access = "access", Advert = "advert", Dogs = "dogs", EBikes = "e-bikes", Elderly = "elderly", Election = "election", EntranceDoor = "entrance-door", Fee = "fee", Fire = "fire", Greening = "greening", Leak = "leak", LiftInstallation = "lift-installation", LiftRepair = "lift-repair", Lighting = "lighting", Noise = "noise", Parking = "parking", Pipes = "pipes", Security = "security", ShopNeighbour = "shop-neighbour", Waste = "waste" });
strict_words!(Origin { Hotline = "hotline", Patrol = "patrol", Resident = "resident", WalkIn = "walk-in" });
strict_words!(Tier { Building = "building", Grid = "grid", Community = "community", Street = "street" });
strict_words!(Action { Accept = "accept", Decline = "decline", Escalate = "escalate", Merge = "merge", Return = "return" });
strict_words!(Ending { Done = "done", NotPassed = "not-passed" });
