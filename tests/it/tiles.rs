//! A reader who knows other transparency logs and has never seen our code reads this one (C2SP `tlog-tiles`): from the note
//! and the tiles alone they make its root, the place of an entry, and what a shorter log was.

use std::sync::Arc;

use axum::body::Body as HttpBody;
use axum::http::{Request, StatusCode, header};
use base64ct::{Base64, Encoding};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use sha2::{Digest, Sha256};
use yishi_protocol::body::{Class, RollPage};
use yishi_protocol::id::{Hash, SetId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::merkle::{MerkleTree, leaf_hash, proves_inclusion};
use yishi_protocol::tiles::Tile;
use yishi_server::lock::MemoryLock;
use yishi_server::store::{Append, LogStore, MemoryStore, NewEntry};
use yishi_tests::people::party;
use yishi_tests::post_office::{Answer, PostOffice};
use yishi_tests::stairwell::{ballot, listed, resolution};

type Node = [u8; 32];

fn node(left: &Node, right: &Node) -> Node {
    Sha256::new_with_prefix([1]).chain_update(left).chain_update(right).finalize().into()
}

/// RFC 6962, section 2.1, over hashes.
fn fold(hashes: &[Node]) -> Node {
    if let [one] = hashes {
        return *one;
    }
    let (left, right) = hashes.split_at(hashes.len().next_power_of_two() / 2);
    node(&fold(left), &fold(right))
}

/// An address as the text of `tlog-tiles` spells it.
fn spelt(index: u64, width: u64) -> String {
    let number = match index {
        0..1000 => format!("{index:03}"),
        _ => format!("x{:03}/{:03}", index / 1000, index % 1000),
    };
    if width == 256 { number } else { format!("{number}.p/{width}") }
}

/// Each tile of a tree of that size: level, number, width.
fn tiles_of(size: u64) -> Vec<(u32, u64, u64)> {
    let mut tiles = Vec::new();
    for level in 0..8 {
        let count = size >> (8 * level);
        tiles.extend((0..count / 256).map(|index| (level, index, 256)));
        if !count.is_multiple_of(256) {
            tiles.push((level, count / 256, count % 256));
        }
    }
    tiles
}

/// The hash over all of `from..until`, from the levels of a tree.
fn over(levels: &[Vec<Node>], from: u64, until: u64) -> Node {
    let width = until - from;
    if !width.is_power_of_two() {
        let middle = from + width.next_power_of_two() / 2;
        return node(&over(levels, from, middle), &over(levels, middle, until));
    }
    // The highest tiles that have it whole.
    let level = width.trailing_zeros() / 8;
    let place = |leaf: u64| usize::try_from(leaf >> (8 * level)).unwrap();
    fold(&levels[level as usize][place(from)..place(until)])
}

/// A reader: what they were told of the log.
struct Foreign {
    size: u64,
    root: Node,
    levels: Vec<Vec<Node>>,
}

impl Foreign {
    /// Fetches the note, and each tile that it makes necessary, as a stranger.
    async fn reads(office: &PostOffice) -> Self {
        let note = office.get("/checkpoint").await.unwrap();
        assert_eq!(note.headers[header::CONTENT_TYPE], "text/plain; charset=utf-8");
        assert_eq!(note.headers[header::CACHE_CONTROL], "no-cache");
        let note = String::from_utf8(note.body).unwrap();
        let lines: Vec<&str> = note.lines().collect();
        let (size, root) = (lines[1].parse().unwrap(), Base64::decode_vec(lines[2]).unwrap());
        let mut levels: Vec<Vec<Node>> = vec![Vec::new(); 8];
        for (level, index, width) in tiles_of(size) {
            let tile = office.get(&format!("/tile/{level}/{}", spelt(index, width))).await.unwrap();
            assert_eq!(tile.status, StatusCode::OK);
            assert_eq!(tile.headers[header::CONTENT_TYPE], "application/octet-stream");
            let kept = tile.headers[header::CACHE_CONTROL].to_str().unwrap();
            assert_eq!(kept.starts_with("public") && kept.ends_with("immutable"), width == 256, "{kept}");
            let hashes: Vec<Node> = tile.body.chunks(32).map(|hash| hash.try_into().unwrap()).collect();
            assert_eq!(u64::try_from(hashes.len()).unwrap(), width);
            levels[level as usize].extend(hashes);
        }
        Self { size, root: root.try_into().unwrap(), levels }
    }

    fn root_of(&self, size: u64) -> Node {
        over(&self.levels, 0, size)
    }

    /// The RFC 6962 proof of a leaf, from the tiles.
    fn proof(&self, index: u64) -> Vec<Hash> {
        let (mut from, mut until, mut path) = (0, self.size, Vec::new());
        while until - from > 1 {
            let middle = from + (until - from).next_power_of_two() / 2;
            let there = if index < middle { (middle, until) } else { (from, middle) };
            path.push(Hash::from_bytes(over(&self.levels, there.0, there.1)));
            (from, until) = if index < middle { (from, middle) } else { (middle, until) };
        }
        path.reverse();
        path
    }
}

/// The leaves of an entry bundle.
fn unpacked(bundle: &[u8]) -> Vec<Vec<u8>> {
    let (mut rest, mut leaves) = (bundle, Vec::new());
    while let Some((length, behind)) = rest.split_first_chunk() {
        let (leaf, behind) = behind.split_at(u16::from_be_bytes(*length).into());
        leaves.push(leaf.to_vec());
        rest = behind;
    }
    leaves
}

/// The stairwell with a roll, and so many pages of the next one that the log has 520 entries.
async fn long() -> PostOffice {
    let (mut story, _) = listed().unwrap();
    let mut page = 0;
    while story.leaves.len() < 520 {
        let set = SetId::from_bytes([7; 16]);
        let body = RollPage { page, pages: 1000, parties: vec![], people: vec![], set, units: vec![] };
        story.say("host", body, vec![]).unwrap();
        page += 1;
    }
    let store = MemoryStore::new();
    let entry = |(index, leaf): (u64, &Vec<u8>)| NewEntry {
        entry_id: LogEntry::from_leaf(index, leaf).unwrap().entry.id(),
        leaf: leaf.clone(),
        leaf_hash: leaf_hash(leaf),
        blobs: vec![],
    };
    let entries = (0..).zip(&story.leaves).map(entry).collect();
    store.append(&[Append { estate: story.estate(), first: 0, entries }]).await.unwrap();
    let clock = PostOffice::founded().await.unwrap().clock;
    clock.set(story.now_ms);
    PostOffice::started(Arc::new(store), Arc::new(MemoryLock::default()), story.estate(), clock)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_foreign_reader_makes_root_and_proofs_from_the_tiles() {
    let office = long().await;
    let reader = Foreign::reads(&office).await;
    assert_eq!((reader.size, reader.root_of(reader.size)), (520, reader.root));
    // A note that somebody kept when the log was shorter.
    let estate = office.estates.get(&office.estate).await.unwrap();
    let tree = estate.published().log.tree().clone();
    for size in [1, 2, 255, 256, 257, 511, 512, 513, 519] {
        assert_eq!(reader.root_of(size), *tree.root_at(size).unwrap().as_bytes(), "{size}");
    }
    // Whoever is enrolled reads the leaves too, and they are those of the tree.
    let mut leaves = Vec::new();
    for (_, index, width) in tiles_of(reader.size).into_iter().filter(|(level, ..)| *level == 0) {
        let path = format!("/tile/entries/{}", spelt(index, width));
        let bundle = office.get_as("host", &path).await.unwrap();
        assert_eq!(bundle.status, StatusCode::OK, "{}", String::from_utf8_lossy(&bundle.body));
        assert_eq!(bundle.headers[header::CACHE_CONTROL], "no-store");
        leaves.extend(unpacked(&bundle.body));
    }
    let mut theirs: MemoryBackedTree<Sha256, Vec<u8>> = MemoryBackedTree::new();
    for (index, leaf) in (0..).zip(&leaves) {
        theirs.push(leaf.clone());
        let root = Hash::from_bytes(reader.root);
        assert!(
            proves_inclusion(leaf_hash(leaf), index, reader.size, &root, &reader.proof(index)),
            "{index}"
        );
    }
    assert_eq!(theirs.root().as_bytes()[..], reader.root);
    // A part of a tile that is whole by now, and a tile that is none yet.
    let part = office.get("/tile/0/000.p/7").await.unwrap();
    assert_eq!(part.body, reader.levels[0][..7].concat());
    for path in ["/tile/0/002", "/tile/0/002.p/9", "/tile/0/003.p/1", "/tile/1/000", "/tile/2/000.p/1"] {
        let none = office.get(path).await.unwrap();
        assert_eq!((none.status, none.code().as_str()), (StatusCode::NOT_FOUND, "NOT_FOUND"), "{path}");
        let entries = path.replace("/0/", "/entries/");
        let none = office.get_as("host", &entries).await.unwrap();
        assert_eq!((none.status, none.code().as_str()), (StatusCode::NOT_FOUND, "NOT_FOUND"), "{entries}");
    }
}

#[tokio::test]
async fn hashes_tell_nobody_who_has_voted() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let cast = office.say("wang", body, vec![blob]).await.unwrap();
    let width = cast.index + 1;
    let tile = office.get(&format!("/tile/0/000.p/{width}")).await.unwrap();
    assert_eq!(tile.body.len() as u64, width * 32);
    assert!(tile.body.ends_with(cast.leaf_hash().as_bytes()));
    // The leaf that it is the hash of is for people of the estate alone; so are all the others, now and later.
    let entries = format!("/tile/entries/000.p/{width}");
    assert_eq!(office.get(&entries).await.unwrap().code(), "PASS_REQUIRED");
    assert_eq!(office.get("/tile/entries/000.p/1").await.unwrap().code(), "PASS_REQUIRED");
    let told = office.get_as("wang", &entries).await.unwrap();
    assert_eq!(unpacked(&told.body).last().unwrap(), &cast.leaf());
}

#[test]
fn tiles_of_a_tree_are_those_of_the_text_and_no_others() {
    // The example of tlog-tiles: a tree of 70,000 leaves.
    let mut tree = MerkleTree::new();
    for number in 0_u64..70_000 {
        tree.push(leaf_hash(&number.to_be_bytes()));
    }
    let tiles = tiles_of(tree.size());
    let whole = |level: u32| tiles.iter().filter(|tile| tile.0 == level && tile.2 == 256).count();
    assert_eq!([whole(0), whole(1), whole(2)], [273, 1, 0]);
    let parts: Vec<_> = tiles.iter().filter(|tile| tile.2 < 256).collect();
    assert_eq!(parts, [&(0, 273, 112), &(1, 1, 17), &(2, 0, 1)]);
    let mut levels: Vec<Vec<Node>> = vec![Vec::new(); 8];
    for (level, index, width) in tiles {
        let tile = Tile::parse(&spelt(index, width)).unwrap();
        let hashes = tile.hashes(level, &tree, tree.size()).unwrap();
        levels[level as usize].extend(hashes.chunks(32).map(|hash| Node::try_from(hash).unwrap()));
        // What was not signed yet is in no tile.
        let until = (index * 256 + width) << (8 * level);
        assert_eq!(tile.hashes(level, &tree, until - 1), None);
        assert!(tile.hashes(level, &tree, until).is_some());
    }
    for size in [1, 255, 256, 65_535, 65_536, 65_537, 69_999, 70_000] {
        assert_eq!(over(&levels, 0, size), *tree.root_at(size).unwrap().as_bytes(), "{size}");
    }
}

#[test]
fn a_tile_has_one_address() {
    for (path, index, width) in [
        ("000", 0, 256),
        ("067", 67, 256),
        ("x001/x234/067", 1_234_067, 256),
        ("x001/234.p/1", 1_234, 1),
        ("999.p/255", 999, 255),
    ] {
        let tile = Tile { index, width };
        assert_eq!((Tile::parse(path), tile.to_string()), (Some(tile), path.to_owned()));
    }
    let wrong = [
        "",
        "0",
        "67",
        "0067",
        "1000",
        "x001",
        "x000/067",
        "001/067",
        "x001/x067",
        "x1/067",
        "/067",
        "067/",
        "067.p",
        "067.p/",
        "067.p/0",
        "067.p/00",
        "067.p/01",
        "067.p/+1",
        "067.p/256",
        "067.p/1/",
        "067.p/1.p/1",
        "+67",
        "-01",
        "06７",
        "x001//067",
        "x018/x446/x744/x073/x709/x551/616",
        "X001/067",
        "067.P/1",
        "../../067",
    ];
    for path in wrong {
        assert_eq!(Tile::parse(path), None, "{path:?}");
    }
}

proptest! {
    #[test]
    fn addresses_are_read_as_they_are_written(index in any::<u64>(), width in 1_u16..=256) {
        let tile = Tile { index, width };
        prop_assert_eq!(Tile::parse(&tile.to_string()), Some(tile));
        let tree = MerkleTree::new();
        prop_assert_eq!(tile.hashes(0, &tree, 0), None);
    }

    #[test]
    fn no_address_and_no_place_makes_a_tile_panic(
        path in "[0-9x./p+]{0,24}|\\PC{0,24}", level in any::<u32>(), index in any::<u64>(), width in any::<u16>(),
    ) {
        if let Some(tile) = Tile::parse(&path) {
            prop_assert_eq!(tile.to_string(), path);
        }
        let mut tree = MerkleTree::new();
        tree.push(Hash::ZERO);
        let hashes = Tile { index, width }.hashes(level, &tree, 1);
        prop_assert_eq!(hashes.is_some(), level == 0 && index == 0 && width == 1);
        prop_assert_eq!(Tile { index, width }.hashes(0, &tree, 2), None);
    }
}

/// Every address below `tile` is answered: with a tile, or with why there is none.
#[test]
fn every_address_below_is_answered() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let office = runtime.block_on(PostOffice::founded()).unwrap();
    let asks = |path: String| -> Answer {
        let request = Request::get(format!("/api/estates/{}/tile/{path}", office.estate));
        runtime.block_on(office.call(request.body(HttpBody::empty()).unwrap())).unwrap()
    };
    let piece = prop_oneof![
        "[0-9x]{1,4}",
        "[0-9]{3}(\\.p/[0-9]{1,3})?",
        "(%[0-9A-F]{2}|[a-z0-9._~-]){1,12}",
        Just("entries".to_owned()),
        Just(String::new()),
    ];
    let paths = proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.join("/"));
    let mut runner = TestRunner::new(Config::default());
    let tried = runner.run(&paths, |path| {
        let answer = asks(path.clone());
        match answer.status {
            StatusCode::OK => prop_assert!(!answer.body.is_empty() && answer.body.len().is_multiple_of(32)),
            StatusCode::NOT_FOUND | StatusCode::UNAUTHORIZED => prop_assert!(!answer.code().is_empty()),
            other => return Err(TestCaseError::fail(format!("{path}: {other}"))),
        }
        Ok(())
    });
    tried.unwrap();
    assert_eq!(asks("0/000.p/1".to_owned()).status, StatusCode::OK);
}
