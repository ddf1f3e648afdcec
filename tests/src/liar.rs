//! A server that lies: whatever can be made of an honest answer with the log's own entries, its blobs and its keys.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::Strict;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{BlobId, EntryId, EstateId, Hash};
use yishi_protocol::log::LogEntry;
use yishi_protocol::strict_json;
use yishi_protocol::view::{ErasedView, Served};
use yishi_protocol::wire::Proven;

use crate::people::key;
use crate::post_office::{Failed, PostOffice};

/// What a lying server has at hand: every entry of the log with its honest proof, and blobs.
#[derive(Debug)]
pub struct Liar {
    /// Whose log.
    pub estate: EstateId,
    /// The entries, each with its proof to the newest checkpoint.
    pub entries: BTreeMap<EntryId, Proven>,
    /// The blobs.
    pub blobs: BTreeMap<BlobId, Blob>,
    head: Checkpoint,
}

/// A lie: what was done to an honest answer, and what came of it.
pub type Lie<T> = (String, Served<T>);

impl Liar {
    /// A server that has the log of an estate as it is now, and no blob yet.
    ///
    /// # Errors
    /// If it is not served.
    pub async fn of(office: &PostOffice) -> Result<Self, Failed> {
        let estate = office.estates.get(&office.estate).await.ok_or("the estate is not served")?;
        let published = estate.published();
        let tree = published.log.tree();
        let head = Checkpoint { estate: office.estate, size: tree.size(), root: tree.root() };
        let mut entries = BTreeMap::new();
        for index in 0..head.size {
            let leaf = office.store.leaves(&office.estate, index, 1).await?.pop().ok_or("a gap")?;
            let id = LogEntry::from_leaf(index, &leaf)?.entry.id();
            entries.insert(id, published.prove(index, leaf).ok_or("no proof")?);
        }
        Ok(Self { estate: office.estate, entries, blobs: BTreeMap::new(), head })
    }

    /// Takes the blobs of an answer for lies about others.
    pub fn learn<T>(&mut self, answer: &Served<T>) {
        self.blobs.extend(answer.blobs.iter().map(|blob| (blob.id(), blob.clone())));
    }

    /// Every lie about an honest answer that it knows.
    pub fn lies<T: Strict + Clone>(&self, honest: &Served<T>) -> Vec<Lie<T>> {
        let mut lies = self.about_entries(honest);
        lies.extend(self.about_blobs(honest));
        lies.extend(self.about_erasures(honest));
        lies.extend(self.about_ids(honest));
        lies.extend(self.about_heads(honest));
        lies
    }

    /// The ids of an answer's entries.
    fn ids<T>(&self, answer: &Served<T>) -> Vec<EntryId> {
        let shown = |proven: &Proven| {
            self.entries.iter().find(|(_, known)| known.index == proven.index).map(|(id, _)| *id)
        };
        answer.entries.iter().filter_map(shown).collect()
    }

    /// Each entry dropped, doubled, dated otherwise, behind its successor, with another's leaf, and replaced by each other entry of the log.
    fn about_entries<T: Clone>(&self, honest: &Served<T>) -> Vec<Lie<T>> {
        let mut lies = Vec::new();
        let ids = self.ids(honest);
        for (place, id) in ids.iter().enumerate() {
            let mut lie = |what: String, change: &dyn Fn(&mut Vec<Proven>)| {
                let mut answer = honest.clone();
                change(&mut answer.entries);
                lies.push((format!("entry {id} {what}"), answer));
            };
            lie("dropped".to_owned(), &|entries| drop(entries.remove(place)));
            lie("doubled".to_owned(), &|entries| entries.insert(place, entries[place].clone()));
            let mut dated = honest.entries[place].clone();
            dated.leaf.0[7] ^= 1;
            lie("received at another time".to_owned(), &|entries| entries[place] = dated.clone());
            if place > 0 {
                lie("ahead of the one before".to_owned(), &|entries| entries.swap(place - 1, place));
            }
            for (other, proven) in self.entries.iter().filter(|(other, _)| *other != id) {
                let forged = Proven { leaf: proven.leaf.clone(), ..honest.entries[place].clone() };
                lie(format!("says what {other} says"), &|entries| entries[place] = forged.clone());
                let mut instead: BTreeMap<EntryId, Proven> =
                    ids.iter().copied().zip(honest.entries.iter().cloned()).collect();
                instead.remove(id);
                instead.insert(*other, proven.clone());
                let instead: Vec<Proven> = instead.into_values().collect();
                lie(format!("replaced by {other}"), &|entries| entries.clone_from(&instead));
            }
        }
        lies
    }

    /// Each blob dropped, doubled, changed, and replaced by each other one.
    fn about_blobs<T: Clone>(&self, honest: &Served<T>) -> Vec<Lie<T>> {
        let mut lies = Vec::new();
        let blobs: BTreeMap<BlobId, Blob> =
            honest.blobs.iter().map(|blob| (blob.id(), blob.clone())).collect();
        for (place, (id, blob)) in blobs.iter().enumerate() {
            let mut doubled = honest.clone();
            doubled.blobs.insert(place, blob.clone());
            lies.push((format!("blob {id} doubled"), doubled));
            let changed = Blob { payload: blob.payload.replacen(['1', '7'], "9", 1), ..blob.clone() };
            let others = self.blobs.values().filter(|other| *other != blob).cloned();
            for other in others.map(Some).chain([None, Some(changed)]) {
                let mut instead = blobs.clone();
                instead.remove(id);
                let what = other.as_ref().map(|other| other.payload.clone());
                instead.extend(other.map(|other| (other.id(), other)));
                let answer = Served { blobs: instead.into_values().collect(), ..honest.clone() };
                lies.push((format!("blob {id} replaced by {what:?}"), answer));
            }
        }
        lies
    }

    /// What erases, in the log: every `erase` and every `confirm`.
    fn erasing(&self) -> Vec<EntryId> {
        let erases = |proven: &Proven| {
            let entry = LogEntry::from_leaf(proven.index, &proven.leaf.0).ok()?;
            matches!(entry.entry.body(), Body::Erase(_) | Body::Confirm(_)).then_some(())
        };
        self.entries.iter().filter(|(_, proven)| erases(proven).is_some()).map(|(id, _)| *id).collect()
    }

    /// Each erasure dropped, doubled and told by other entries; each blob kept back and called erased by every entry that erases
    /// anything, or shown and called so.
    fn about_erasures<T: Clone>(&self, honest: &Served<T>) -> Vec<Lie<T>> {
        let mut lies = Vec::new();
        let entries: Vec<Proven> = self.entries.values().cloned().collect();
        let erasing = self.erasing();
        let with = |erased: Vec<ErasedView>| Served { entries: entries.clone(), erased, ..honest.clone() };
        for (place, row) in honest.erased.iter().enumerate() {
            let mut lie = |what: String, change: &dyn Fn(&mut Vec<ErasedView>)| {
                let mut erased = honest.erased.clone();
                change(&mut erased);
                lies.push((format!("that {} was erased {what}", row.blob), with(erased)));
            };
            lie("dropped".to_owned(), &|erased| erased.retain(|one| one.blob != row.blob));
            lie("doubled".to_owned(), &|erased| erased.insert(place, *row));
            lie("by nobody else".to_owned(), &|erased| erased[place].confirmed = None);
            for other in &erasing {
                lie(format!("by {other}"), &|erased| erased[place].act = *other);
                lie(format!("and confirmed by {other}"), &|erased| erased[place].confirmed = Some(*other));
            }
        }
        for blob in honest.blobs.iter().map(Blob::id) {
            let known = honest.erased.iter().map(|row| (row.act, row.confirmed));
            for (act, confirmed) in known.chain(erasing.iter().map(|act| (*act, None))) {
                let mut erased = honest.erased.clone();
                erased.push(ErasedView { act, blob, confirmed });
                erased.sort_by_key(|row| row.blob);
                let shown = with(erased);
                let mut kept_back = shown.clone();
                kept_back.blobs.retain(|other| other.id() != blob);
                lies.push((format!("{blob} called erased by {act}"), shown));
                lies.push((format!("{blob} kept back and called erased by {act}"), kept_back));
            }
        }
        lies
    }

    /// Each id of an entry in what is stated, replaced by each other one of the log, which is shown too, and exchanged with each
    /// other that is stated.
    fn about_ids<T: Strict + Clone>(&self, honest: &Served<T>) -> Vec<Lie<T>> {
        let mut lies = Vec::new();
        let text = strict_json::write_text(&honest.stated);
        let shown: BTreeMap<EntryId, Proven> =
            self.ids(honest).into_iter().zip(honest.entries.iter().cloned()).collect();
        let named: BTreeSet<EntryId> = text
            .split('"')
            .filter_map(|word| word.parse().ok())
            .filter(|id| self.entries.contains_key(id))
            .collect();
        for (id, other) in named.iter().flat_map(|id| named.range(id..).skip(1).map(move |other| (id, other)))
        {
            let (of, with) = (id.to_string(), other.to_string());
            let changed =
                text.split(&of).map(|part| part.replace(&with, &of)).collect::<Vec<_>>().join(&with);
            let Ok(stated) = strict_json::read(changed.as_bytes()) else { continue };
            lies.push((format!("{other} exchanged with {id}"), Served { stated, ..honest.clone() }));
        }
        for id in named {
            let of = id.to_string();
            let places: Vec<usize> = text.match_indices(of.as_str()).map(|(place, _)| place).collect();
            for other in self.entries.keys().filter(|other| **other != id) {
                let mut entries = shown.clone();
                entries.extend(self.entries.get(other).map(|proven| (*other, proven.clone())));
                let entries: Vec<Proven> = entries.into_values().collect();
                let everywhere = text.replace(of.as_str(), &other.to_string());
                let at = |place: &usize| {
                    let (before, after) = text.split_at(*place);
                    format!("{before}{}", after.replacen(of.as_str(), &other.to_string(), 1))
                };
                let everywhere = (places.len() > 1).then_some(everywhere);
                for changed in places.iter().map(at).chain(everywhere) {
                    let Ok(stated) = strict_json::read(changed.as_bytes()) else { continue };
                    let answer = Served { entries: entries.clone(), stated, ..honest.clone() };
                    lies.push((format!("{other} named for {id}"), answer));
                }
            }
        }
        lies
    }

    /// Notes of another log, by another key, of other sizes and roots.
    fn about_heads<T: Clone>(&self, honest: &Served<T>) -> Vec<Lie<T>> {
        let (head, log) = (self.head, key("log"));
        let root = Hash::from_bytes([7; 32]);
        let notes = [
            ("of another log", Checkpoint { estate: EstateId::from_bytes([7; 32]), ..head }.sign(&log)),
            ("by another key", head.sign(&key("root"))),
            ("of another root", Checkpoint { root, ..head }.sign(&log)),
            ("of one entry more", Checkpoint { size: head.size + 1, ..head }.sign(&log)),
            ("of half the log", Checkpoint { size: head.size / 2, ..head }.sign(&log)),
            ("of nothing", Checkpoint { size: 0, ..head }.sign(&log)),
            ("that is no note", "none".to_owned()),
        ];
        let lie = |(what, checkpoint): (&str, String)| {
            (format!("a note {what}"), Served { checkpoint, ..honest.clone() })
        };
        notes.into_iter().map(lie).collect()
    }
}
