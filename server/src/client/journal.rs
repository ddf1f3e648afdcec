//! What an import is about to say, on disk before the first entry: a run that is cut off goes on where it stopped, with the
//! same identities and the same letters.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::body::Kind;
use yishi_protocol::id::{EstateId, Hash};
use yishi_protocol::strict_json::{self, Strict};

use yishi_sheets::roll::is_there_already;

use super::{Client, Refused};
use crate::json;
use crate::keys::write_private;

/// One entry that is to be said.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
struct Step {
    kind: u32,
    body: String,
    blobs: Vec<Blob>,
}

/// What is to be said, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
struct Plan {
    estate: EstateId,
    /// Which file is being imported: the hash of its bytes as a leaf of a tree.
    file: Hash,
    steps: Vec<Step>,
}

/// A plan on disk. It holds names and areas, so only its owner can read it.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    plan: Plan,
}

impl Journal {
    /// The journal of an import that was cut off, if there is one.
    ///
    /// # Errors
    /// If the file cannot be read, or is of another file or estate: that import has to end first.
    pub fn open(path: &Path, estate: &EstateId, file: &Hash) -> Result<Option<Self>> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let plan: Plan = json::read(&bytes)
            .with_context(|| format!("{} is not what import-roll wrote", path.display()))?;
        let same = plan.estate == *estate && plan.file == *file;
        ensure!(
            same,
            "{} is of an import of another file that was cut off; finish that one with its own file first",
            path.display()
        );
        Ok(Some(Self { path: path.to_owned(), plan }))
    }

    /// Writes down what is to be said.
    ///
    /// # Errors
    /// If the file is there already or cannot be written.
    pub fn begin(path: &Path, estate: EstateId, file: Hash, entries: &[(Body, Vec<Blob>)]) -> Result<Self> {
        let step = |(body, blobs): &(Body, Vec<Blob>)| {
            let text = String::from_utf8(body.encode()).context("a body is text")?;
            Ok(Step { kind: body.kind().number().into(), body: text, blobs: blobs.clone() })
        };
        let plan = Plan { estate, file, steps: entries.iter().map(step).collect::<Result<_>>()? };
        write_private(path, &strict_json::write(&plan))?;
        Ok(Self { path: path.to_owned(), plan })
    }

    /// Says all of it; what an earlier run said already is passed over. `progress` is told how many of how many are in the log.
    /// Ends with the journal removed.
    ///
    /// # Errors
    /// The first entry that is refused, and why. The journal stays, and the next run goes on.
    pub fn run(self, client: &mut Client, mut progress: impl FnMut(usize, usize)) -> Result<Ended> {
        let waiting: Vec<Body> =
            client.waiting()?.into_iter().map(|waiting| waiting.act.entry.into_body()).collect();
        let all = self.plan.steps.len();
        let mut ended = Ended::Said;
        for (step, done) in self.plan.steps.iter().zip(1..) {
            let kind = u16::try_from(step.kind).ok().and_then(Kind::from_number);
            let kind = kind.context("an entry of a kind that is not known")?;
            let body = Body::decode(kind, step.body.as_bytes())?;
            // A roll that waits for its second person could be proposed twice.
            if !waiting.contains(&body) {
                match client.post(body, step.blobs.clone()) {
                    Ok(_) => {}
                    Err(error) if refusal(&error).is_some_and(is_there_already) => {}
                    // Letters for people whom another roll may know already are not said.
                    Err(error) if refusal(&error) == Some("ROLL_SUPERSEDED") => {
                        ended = Ended::Superseded;
                        break;
                    }
                    Err(error) => bail!(
                        "{kind}: {error:#}; nothing is lost, run the same command again. If it is refused for good, remove {}: letters printed for it that are not in the log open nothing",
                        self.path.display()
                    ),
                }
            }
            progress(done, all);
        }
        std::fs::remove_file(&self.path).with_context(|| format!("cannot remove {}", self.path.display()))?;
        Ok(ended)
    }
}

/// How an import ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Everything is in the log.
    Said,
    /// Neither the change nor its letters: another roll came into force meanwhile, so it has to be made anew.
    Superseded,
}

/// The code of a refusal.
fn refusal(error: &anyhow::Error) -> Option<&str> {
    error.downcast_ref::<Refused>().map(|refused| refused.0.code.as_str())
}
