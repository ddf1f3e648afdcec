//! The order of a file, which tells who lives next to whom, is nowhere in what an import says.

use std::collections::BTreeMap;

use yishi_protocol::body::Body;
use yishi_protocol::id::EstateId;
use yishi_protocol::merkle::leaf_hash;
use yishi_sheets::roll::{Ids, plan_import};

use crate::read_roll;

#[test]
fn letters_do_not_stand_in_the_order_of_the_homes() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/roll.csv");
    let file = read_roll(&std::fs::read(path).unwrap());
    let mut drawn = 0_u64;
    let mut random = || {
        drawn += 1;
        Some(*leaf_hash(&drawn.to_be_bytes()).as_bytes())
    };
    let plan = plan_import(&file, &Ids::default(), false, &mut random).unwrap();
    let place: BTreeMap<_, _> = plan.letters.iter().map(|letter| (letter.id, letter.person)).collect();
    let codes: Vec<_> = (plan.entries(&EstateId::ZERO, 1).into_iter())
        .filter_map(|(body, _)| match body {
            Body::Codes(codes) => Some(codes.codes),
            _ => None,
        })
        .collect();
    let rows: Vec<_> = codes.into_iter().flatten().map(|(person, _)| person).collect();
    assert_eq!((rows.len(), place.len()), (plan.letters.len(), rows.len()));
    assert!(rows.len() > 900);
    // Whoever reads the log takes people of rows beside each other for neighbours, and is wrong but by chance.
    let beside = rows.windows(2).filter(|pair| place[&pair[0]].abs_diff(place[&pair[1]]) == 1).count();
    assert!(beside < 20, "{beside} of {} who stand beside each other are neighbours", rows.len());
    // From entry to entry too: a part of the list is no part of the estate.
    assert!(rows.is_sorted());
}
