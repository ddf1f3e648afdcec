//! Which ballots stand: one rule for logs and for case files.
//!
//! Casts are judged in the order in which they were cast, then in the order in which they arrived. The latest valid
//! one counts, whatever its channel. A log's door judges a cast by what it knows then ([`VoteBook::judge`]);
//! [`VoteBook::settle`] judges all casts again in order, so that a paper keyed late finds its place.

use crate::bylaws::Joint;
use crate::rejection::Code;
use crate::shared::{List, Map, Set};
use crate::strict_json::Strict;

/// How a ballot came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Channel {
    /// Signed on a device.
    Online,
    /// On paper, keyed by two clerks.
    Paper,
    /// On paper or a device, with help at the voter's door or desk.
    Assisted,
}

/// In which role somebody casts for a party.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared, rename_all = "kebab-case")]
pub enum By<W> {
    /// The owner; of a joint home, all owners together on one paper.
    Owner,
    /// One of several owners.
    CoOwner(W),
    /// Whoever was recorded to act for an owner who cannot: a guardian, an heir, a company's agent.
    Agent(W),
    /// Somebody with a written mandate.
    Proxy(W),
}

/// A ballot as it was cast.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Cast<P, W> {
    /// Its number: the place in the log, or in a case file the ballot's `seq`.
    pub number: u64,
    /// When it was cast: received online, or taken as paper.
    pub at: u64,
    /// For whom.
    pub party: P,
    /// By whom.
    pub by: By<W>,
    /// How it came.
    pub channel: Channel,
    /// Whether the paper is valid. Online ballots that are not are refused before they come here.
    pub valid: bool,
    /// The co-owner who represented the party when it was cast; none if there was none, or one owner. A later change
    /// of representative does not undo what the earlier one cast.
    pub represented_by: Option<W>,
}

/// A written mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// Whether the proxy works for the property manager, who may not act for owners.
    pub barred: bool,
}

/// A party on the roll of a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voter<W> {
    /// One owner.
    Sole,
    /// Several owners, one of whom votes.
    Joint {
        /// Who, if they have agreed.
        representative: Option<W>,
    },
}

/// The roll of a vote.
pub trait Voters<P, W> {
    /// The party, if it has a counted unit in the scope of the vote.
    fn voter(&self, party: &P) -> Option<Voter<W>>;

    /// The written mandate by which a proxy's ballot was cast, if it was in force then.
    fn mandate(&self, cast: &Cast<P, W>) -> Option<Mandate>;
}

/// What becomes of a cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// It stands, in place of the named cast if there was one.
    Accepted {
        /// The number of the cast that it replaces.
        supersedes: Option<u64>,
    },
    /// It waits: several owners, and nobody represents them, or one of them holds it. It counts once its author is named.
    Held,
    /// It does not count.
    Refused(Code),
}

/// A ruling, and whether the cast took one of its proxy's places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What becomes of it.
    pub ruling: Ruling,
    takes_place: bool,
}

impl From<Ruling> for Judgement {
    fn from(ruling: Ruling) -> Self {
        Self { ruling, takes_place: false }
    }
}

/// One line of the trail that a result prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailLine<P> {
    /// Which cast.
    pub number: u64,
    /// Whose.
    pub party: P,
    /// What became of it.
    pub mark: Mark,
}

/// What became of a cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It stood when it was cast.
    Accepted(Channel),
    /// It never stood.
    Rejected(Code),
    /// It stood until that cast.
    SupersededBy(u64),
}

/// All casts judged in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled<P> {
    /// What became of each cast, in order; a superseded line stands before the line of what superseded it.
    pub trail: Vec<TrailLine<P>>,
    /// The parties with a standing cast and its number, in the order of their first accepted cast.
    pub standing: Vec<(P, u64)>,
}

/// What stands after some casts.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
struct Page<P: Ord + Clone, W: Ord + Clone> {
    order: List<P>,
    standing: Map<P, Standing>,
    places: Map<W, Set<P>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
struct Standing {
    number: u64,
    by_owner: bool,
    valid: bool,
}

/// The casts of one vote. `P` names parties, `W` the people who cast.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct VoteBook<P: Ord + Clone, W: Ord + Clone> {
    opens: u64,
    closes: u64,
    proxy_limit: u32,
    joint: Joint,
    casts: List<Cast<P, W>>,
    /// The co-owners who hold a cast, by its number.
    objections: Map<u64, Set<W>>,
    /// The casts on paper that an owner has denied, by their numbers.
    denied: Set<u64>,
    page: Page<P, W>,
}

impl<P: Ord + Clone, W: Ord + Clone> VoteBook<P, W> {
    /// An empty book for the window `opens ≤ t < closes`.
    pub fn new(opens: u64, closes: u64, proxy_limit: u32, joint: Joint) -> Self {
        let (casts, objections, denied) = (List::new(), Map::new(), Set::new());
        Self { opens, closes, proxy_limit, joint, casts, objections, denied, page: Page::new() }
    }

    /// Puts the end of the window off. What was cast stands.
    pub(crate) fn extend(&mut self, closes: u64) {
        self.closes = closes;
    }

    /// Judges a cast by what is known now. Changes nothing.
    ///
    /// Tests in order: `NOT_ON_ROLL`, `OUTSIDE_WINDOW`, `PAPER_DENIED`; for a proxy `NO_MANDATE`, `PROXY_BARRED`, `PROXY_LIMIT`; for a
    /// co-owner `JOINT_NO_REPRESENTATIVE` (held), `NOT_REPRESENTATIVE`; for who acts by a record `NO_MANDATE`; last `OWNER_PREVAILS`, `INVALID_BALLOT`.
    pub fn judge(&self, voters: &impl Voters<P, W>, cast: &Cast<P, W>) -> Judgement {
        self.judge_on(&self.page, voters, cast)
    }

    /// Adds a cast with its judgement.
    pub fn record(&mut self, cast: Cast<P, W>, judgement: Judgement) {
        self.page.note(&cast, judgement);
        self.casts.push(cast);
    }

    /// A co-owner holds a cast, or lets it go again. [`VoteBook::reconsider`] says what stands then.
    pub fn object(&mut self, number: u64, co_owner: W, stands: bool) {
        self.objections.change(number, |held| {
            _ = if stands { held.insert(co_owner) } else { held.remove(&co_owner) };
        });
    }

    /// An owner denies a cast on paper. [`VoteBook::reconsider`] says what stands then.
    pub(crate) fn deny(&mut self, number: u64) {
        self.denied.insert(number);
    }

    /// Whether a party takes part, as far as the door knows: an invalid paper does only where such papers take part.
    pub fn takes_part(&self, party: &P, invalid_participates: bool) -> bool {
        self.page.standing.get(party).is_some_and(|standing| standing.valid || invalid_participates)
    }

    /// Whether a co-owner holds a cast.
    pub fn holds(&self, number: u64, co_owner: &W) -> bool {
        self.objections.get(&number).is_some_and(|held| held.contains(co_owner))
    }

    /// Whether anybody has held any of its ballots, now or before.
    pub fn has_objections(&self) -> bool {
        !self.objections.is_empty()
    }

    /// The co-owners who hold a cast.
    pub fn held_by(&self, number: u64) -> impl Iterator<Item = &W> {
        self.objections.get(&number).into_iter().flatten()
    }

    /// Finds what stands by what is known now, after something about earlier casts has become known.
    pub fn reconsider(&mut self, voters: &impl Voters<P, W>) {
        self.page = self.judge_all(voters, |_, _| ());
    }

    /// The number of the party's standing cast, as far as the door knows.
    pub fn standing(&self, party: &P) -> Option<u64> {
        self.page.standing.get(party).map(|standing| standing.number)
    }

    /// The numbers of all standing casts, as far as the door knows, in the order of parties.
    pub fn all_standing(&self) -> impl Iterator<Item = u64> {
        self.page.standing.values().map(|standing| standing.number)
    }

    /// How many parties have a standing cast, as far as the door knows.
    pub fn standing_parties(&self) -> usize {
        self.page.standing.len()
    }

    /// All casts, in the order in which they arrived.
    pub fn casts(&self) -> &List<Cast<P, W>> {
        &self.casts
    }

    /// Judges all casts again, in the order in which they were cast.
    pub fn settle(&self, voters: &impl Voters<P, W>) -> Settled<P> {
        let mut trail = Vec::with_capacity(self.casts.len());
        let page = self.judge_all(voters, |cast, ruling| {
            let line = |number, mark| TrailLine { number, party: cast.party.clone(), mark };
            match ruling {
                Ruling::Accepted { supersedes } => {
                    trail.extend(supersedes.map(|earlier| line(earlier, Mark::SupersededBy(cast.number))));
                    trail.push(line(cast.number, Mark::Accepted(cast.channel)));
                }
                Ruling::Held => trail.push(line(cast.number, Mark::Rejected(Code::JointNoRepresentative))),
                Ruling::Refused(code) => trail.push(line(cast.number, Mark::Rejected(code))),
            }
        });
        let standing = |party: &P| Some((party.clone(), page.standing.get(party)?.number));
        Settled { standing: page.order.iter().filter_map(standing).collect(), trail }
    }

    /// Judges all casts in the order in which they were cast, and tells what becomes of each.
    fn judge_all(&self, voters: &impl Voters<P, W>, mut tell: impl FnMut(&Cast<P, W>, Ruling)) -> Page<P, W> {
        let mut casts: Vec<_> = self.casts.iter().collect();
        casts.sort_by_key(|cast| (cast.at, cast.number));
        let mut page = Page::new();
        for cast in casts {
            let judgement = self.judge_on(&page, voters, cast);
            tell(cast, judgement.ruling);
            page.note(cast, judgement);
        }
        page
    }

    fn judge_on(&self, page: &Page<P, W>, voters: &impl Voters<P, W>, cast: &Cast<P, W>) -> Judgement {
        let Some(voter) = voters.voter(&cast.party) else {
            return Ruling::Refused(Code::NotOnRoll).into();
        };
        if cast.at < self.opens || cast.at >= self.closes {
            return Ruling::Refused(Code::OutsideWindow).into();
        }
        if self.denied.contains(&cast.number) {
            return Ruling::Refused(Code::PaperDenied).into();
        }
        let takes_place = match &cast.by {
            By::Owner => false,
            By::CoOwner(person) => {
                let now = match voter {
                    Voter::Joint { ref representative } => representative.clone(),
                    Voter::Sole => None,
                };
                let objected = self.objections.get(&cast.number).is_some_and(|held| !held.is_empty());
                // Where any co-owner may cast, what was cast while nobody was named stands, unless one of them holds it.
                let any =
                    self.joint == Joint::AnyUnlessObjected && cast.represented_by.is_none() && !objected;
                match cast.represented_by.as_ref().or(now.as_ref()) {
                    _ if any => false,
                    None => return Ruling::Held.into(),
                    Some(named) if named != person => return Ruling::Refused(Code::NotRepresentative).into(),
                    Some(_) => false,
                }
            }
            By::Agent(person) => {
                let now = match &voter {
                    Voter::Joint { representative } => representative.as_ref(),
                    Voter::Sole => None,
                };
                if cast.represented_by.as_ref().or(now) != Some(person) {
                    return Ruling::Refused(Code::NoMandate).into();
                }
                let holds = page.holds_place(person, &cast.party);
                if !holds && page.places_taken(person) >= self.proxy_limit {
                    return Ruling::Refused(Code::ProxyLimit).into();
                }
                !holds
            }
            By::Proxy(proxy) => match voters.mandate(cast) {
                None => return Ruling::Refused(Code::NoMandate).into(),
                Some(Mandate { barred: true }) => return Ruling::Refused(Code::ProxyBarred).into(),
                Some(Mandate { barred: false }) if page.holds_place(proxy, &cast.party) => false,
                Some(_) if page.places_taken(proxy) >= self.proxy_limit => {
                    return Ruling::Refused(Code::ProxyLimit).into();
                }
                Some(_) => true,
            },
        };
        let standing = page.standing.get(&cast.party);
        let own_stands = standing.is_some_and(|standing| standing.by_owner && standing.valid);
        let ruling = if own_stands && matches!(cast.by, By::Agent(_) | By::Proxy(_)) {
            Ruling::Refused(Code::OwnerPrevails)
        } else if !cast.valid && standing.is_some_and(|standing| standing.valid) {
            Ruling::Refused(Code::InvalidBallot)
        } else {
            Ruling::Accepted { supersedes: standing.map(|standing| standing.number) }
        };
        Judgement { ruling, takes_place }
    }
}

impl<P: Ord + Clone, W: Ord + Clone> Page<P, W> {
    fn new() -> Self {
        Self { order: List::new(), standing: Map::new(), places: Map::new() }
    }

    fn holds_place(&self, proxy: &W, party: &P) -> bool {
        self.places.get(proxy).is_some_and(|parties| parties.contains(party))
    }

    fn places_taken(&self, proxy: &W) -> u32 {
        self.places.get(proxy).map_or(0, |parties| u32::try_from(parties.len()).unwrap_or(u32::MAX))
    }

    fn note(&mut self, cast: &Cast<P, W>, judgement: Judgement) {
        if let (true, By::Proxy(proxy) | By::Agent(proxy)) = (judgement.takes_place, &cast.by) {
            self.places.change(proxy.clone(), |parties| _ = parties.insert(cast.party.clone()));
        }
        if matches!(judgement.ruling, Ruling::Accepted { .. }) {
            let by_owner = !matches!(cast.by, By::Agent(_) | By::Proxy(_));
            let standing = Standing { number: cast.number, by_owner, valid: cast.valid };
            if self.standing.insert(cast.party.clone(), standing) {
                self.order.push(cast.party.clone());
            }
        }
    }
}
