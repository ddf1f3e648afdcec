//! People who vote again and again: they sign, send, and send the same bytes again until they are answered.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::Ballot;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{EntryId, Salt};
use yishi_protocol::strict_json;
use yishi_protocol::wire::{Base64Bytes, Receipt, Submission};
use yishi_protocol::{SigningKey, verify};
use yishi_server::json;
use yishi_tests::homes::{bytes, owner, party};

use crate::estate::{Vote, now_ms};

/// After how long a server that says nothing has hung, which fails the test.
const HUNG: Duration = Duration::from_mins(1);

/// Numbers that look random and follow from a seed (splitmix64).
#[derive(Clone, Debug)]
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of so many, from 0 on.
    pub(crate) fn below(&mut self, many: u64) -> u64 {
        self.next() % many
    }
}

/// An act that is signed, with the request that brings it.
#[derive(Clone, Debug)]
struct Signed {
    entry: EntryId,
    request: Vec<u8>,
}

/// An act that was acknowledged.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) entry: EntryId,
    pub(crate) index: u64,
    pub(crate) head: Checkpoint,
    pub(crate) note: String,
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

struct Owner {
    number: u64,
    key: SigningKey,
    last_seq: u64,
    standing: Option<EntryId>,
}

/// Somebody with the phones of some owners.
pub(crate) struct Client {
    vote: Vote,
    owners: Vec<Owner>,
    turn: usize,
    chance: Chance,
    /// What was sent and is not answered.
    waiting: Option<Signed>,
    pub(crate) taken: Vec<Taken>,
    /// How often an act that a killed server had not answered was kept all the same, and how often not.
    pub(crate) kept: u64,
    pub(crate) not_kept: u64,
}

impl Client {
    /// With the owners of these numbers.
    pub(crate) fn new(vote: &Vote, owners: impl Iterator<Item = u64>, seed: u64) -> Self {
        let owners = owners.map(|number| Owner { number, key: owner(number), last_seq: 0, standing: None });
        Self {
            vote: vote.clone(),
            owners: owners.collect(),
            turn: 0,
            chance: Chance(seed),
            waiting: None,
            taken: Vec::new(),
            kept: 0,
            not_kept: 0,
        }
    }

    /// The next owner's ballot, in place of the one before.
    fn sign(&mut self) -> Signed {
        self.turn = (self.turn + 1) % self.owners.len();
        let (vote, owner) = (&self.vote, &mut self.owners[self.turn]);
        owner.last_seq += 1;
        let choice = vec![vec![u32::try_from(owner.last_seq % 3).unwrap()]];
        let salt = Salt::from_bytes(bytes(&format!("salt of {}", owner.number), owner.last_seq));
        let party = party(owner.number);
        let opening = Blob::ballot(&vote.agenda, &party, salt, &BallotOpening { choice });
        let body = Ballot { agenda: vote.agenda, blob: opening.id(), party, supersedes: owner.standing };
        let draft = Unsigned {
            estate: vote.estate,
            seq: owner.last_seq,
            view: vote.view,
            client_ms: now_ms(),
            body: body.into(),
        };
        let envelope = draft.sign(&owner.key).unwrap();
        let entry = verify(&envelope).unwrap().id();
        owner.standing = Some(entry);
        let body = strict_json::write(&Submission { blobs: vec![opening], envelope: Base64Bytes(envelope) });
        let head = format!(
            "POST /api/estates/{}/entries HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            vote.estate,
            body.len()
        );
        Signed { entry, request: [head.as_bytes(), &body].concat() }
    }

    /// Votes until the server is gone, which began with so many entries.
    pub(crate) fn vote_on(&mut self, address: SocketAddr, began_with: u64) {
        let mut waited = self.waits();
        while self.settle(address) {
            if waited && self.taken.last().is_some_and(|taken| taken.index < began_with) {
                self.kept += 1;
            } else if waited {
                self.not_kept += 1;
            }
            waited = false;
            let signed = self.sign();
            self.waiting = Some(signed);
        }
    }

    /// Brings what waits, if anything does. Whether it was answered.
    pub(crate) fn settle(&mut self, address: SocketAddr) -> bool {
        let Some(signed) = self.waiting.clone() else { return true };
        // A phone that loses patience sends the same bytes over another connection.
        let impatient = (self.chance.below(8) == 0).then(|| begin(address, &signed.request)).flatten();
        let Some(answer) = ask(address, &signed.request) else { return false };
        drop(impatient);
        self.acknowledged(&signed, &answer);
        self.waiting = None;
        // And one whose answer was lost sends what is acknowledged already.
        if self.chance.below(8) == 0
            && let Some(answer) = ask(address, &signed.request)
        {
            self.acknowledged(&signed, &answer);
        }
        true
    }

    /// Sends an act and says what was answered; it waits if it was not acknowledged.
    pub(crate) fn act(&mut self, address: SocketAddr) -> Answer {
        let signed = self.waiting.take().unwrap_or_else(|| self.sign());
        let answer = ask(address, &signed.request).unwrap();
        if answer.status == 200 {
            self.acknowledged(&signed, &answer);
        } else {
            self.waiting = Some(signed);
        }
        answer
    }

    fn acknowledged(&mut self, signed: &Signed, answer: &Answer) {
        assert_eq!(
            answer.status, 200,
            "an act that is right, or was sent before, is answered: {}",
            answer.body
        );
        let receipt: Receipt = json::read(answer.body.as_bytes()).unwrap();
        let (head, entry) = receipt.open(&self.vote.estate, &self.vote.log_key).unwrap();
        assert_eq!(entry.entry.id(), signed.entry);
        if let Some(before) = self.taken.iter().rev().find(|taken| taken.entry == signed.entry) {
            assert_eq!(before.index, entry.index, "one act has one place");
        }
        self.taken.push(Taken { entry: signed.entry, index: entry.index, head, note: receipt.checkpoint });
    }

    /// The acts that it has signed, all of which were sent.
    pub(crate) fn signed(&self) -> u64 {
        self.owners.iter().map(|owner| owner.last_seq).sum()
    }

    /// Whether something is not answered.
    pub(crate) fn waits(&self) -> bool {
        self.waiting.is_some()
    }
}

/// Sends a request, and reads no answer.
fn begin(address: SocketAddr, request: &[u8]) -> Option<TcpStream> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(HUNG)).unwrap();
    stream.write_all(request).ok()?;
    Some(stream)
}

/// Sends a request. Nothing if the server is gone before its whole answer is there.
pub(crate) fn ask(address: SocketAddr, request: &[u8]) -> Option<Answer> {
    let mut stream = begin(address, request)?;
    let mut bytes = Vec::new();
    if let Err(error) = stream.read_to_end(&mut bytes) {
        assert_ne!(error.kind(), std::io::ErrorKind::WouldBlock, "the server hangs");
        return None;
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
    let whole = length.parse() == Ok(body.len());
    let status = head.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
    whole.then(|| Answer { status, body: body.to_owned() })
}
