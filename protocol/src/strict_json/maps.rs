//! How State's maps and sets are spelt: a map as an object, a set as a list, both in ascending order.

use std::collections::BTreeSet;

use super::{Reader, Strict};
use crate::rejection::Code;
use crate::shared::{List, Map, Set};

/// What a map's values are named by. A name is in quotation marks, as ids are anyway.
pub trait Key: Strict + Ord {
    /// Writes it where a name stands.
    fn put_key(&self, text: &mut String) {
        self.put(text);
    }

    /// Reads it where a name stands.
    fn take_key(reader: &mut Reader<'_>) -> Option<Self> {
        Self::take(reader)
    }
}

macro_rules! quoted {
    ($($number:ty),+) => {
        $(impl Key for $number {
            fn put_key(&self, text: &mut String) {
                text.push('"');
                self.put(text);
                text.push('"');
            }

            fn take_key(reader: &mut Reader<'_>) -> Option<Self> {
                reader.expect("\"")?;
                let number = Self::take(reader)?;
                reader.expect("\"")?;
                Some(number)
            }
        })+
    };
}

quoted!(u32, u64);

impl<K: Key + Clone, V: Strict + Clone> Strict for Map<K, V> {
    fn put(&self, text: &mut String) {
        self.put_in_pieces(text, &mut |_| ());
    }

    fn put_in_pieces(&self, text: &mut String, full: &mut dyn FnMut(&mut String)) {
        text.push('{');
        for (place, (key, value)) in self.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            key.put_key(text);
            text.push(':');
            value.put_in_pieces(text, full);
        }
        text.push('}');
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        let mut map = Self::new();
        reader.expect("{")?;
        while !reader.skip("}") {
            if !map.is_empty() {
                reader.expect(",")?;
            }
            let key = K::take_key(reader)?;
            reader.expect(":")?;
            let is_next = map.last_key_value().is_none_or(|(last, _)| *last < key);
            map.insert(key, V::take(reader)?);
            if !is_next {
                return reader
                    .refuse(Code::BodyNotCanonical, "the keys of a map stand in ascending order".to_owned());
            }
        }
        Some(map)
    }
}

impl<T: Strict + Ord> Strict for BTreeSet<T> {
    fn put(&self, text: &mut String) {
        put_members(self.iter(), text);
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        take_members(reader)
    }
}

impl<T: Strict + Ord + Clone> Strict for Set<T> {
    fn put(&self, text: &mut String) {
        put_members(self.iter(), text);
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        take_members(reader)
    }
}

/// A set's members, in the order in which it gives them.
fn put_members<'a, T: Strict + 'a>(members: impl Iterator<Item = &'a T>, text: &mut String) {
    text.push('[');
    for (place, value) in members.enumerate() {
        if place > 0 {
            text.push(',');
        }
        value.put(text);
    }
    text.push(']');
}

fn take_members<T: Strict + Ord, S: FromIterator<T>>(reader: &mut Reader<'_>) -> Option<S> {
    let values = Vec::<T>::take(reader)?;
    if !values.is_sorted_by(|one, other| one < other) {
        return reader
            .refuse(Code::BodyNotCanonical, "the members of a set stand in ascending order".to_owned());
    }
    Some(values.into_iter().collect())
}

impl<T: Strict> Strict for List<T> {
    fn put(&self, text: &mut String) {
        self.put_in_pieces(text, &mut |_| ());
    }

    fn put_in_pieces(&self, text: &mut String, full: &mut dyn FnMut(&mut String)) {
        text.push('[');
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            value.put_in_pieces(text, full);
        }
        text.push(']');
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        Some(Vec::<T>::take(reader)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use crate::id::PartyId;
    use crate::rejection::Code;
    use crate::shared::{self, Set};
    use crate::strict_json::{Strict, read, write_text};

    type Map = shared::Map<u32, shared::Map<PartyId, Set<u64>>>;

    #[test]
    fn maps_and_sets_have_one_spelling_which_is_serdes() {
        let party = PartyId::from_bytes([0xab; 16]);
        let inner = [(party, Set::from_iter([3, 10]))].into_iter().collect();
        let map: Map = [(2, inner), (10, shared::Map::new())].into_iter().collect();
        let text = write_text(&map);
        let plain: BTreeMap<u32, BTreeMap<String, BTreeSet<u64>>> = map
            .iter()
            .map(|(number, of)| {
                (
                    *number,
                    of.iter().map(|(id, set)| (id.to_string(), set.iter().copied().collect())).collect(),
                )
            })
            .collect();
        assert_eq!(text, serde_json::to_string(&plain).unwrap());
        assert_eq!(read::<Map>(text.as_bytes()).as_ref(), Ok(&map));
        let (mut all, mut last) = (String::new(), String::new());
        map.put_in_pieces(&mut last, &mut |piece| all.push_str(&core::mem::take(piece)));
        assert_eq!(all + &last, text);
        for wrong in [r#"{"10":{},"2":{}}"#, r#"{"2":{},"2":{}}"#] {
            assert_eq!(read::<Map>(wrong.as_bytes()).unwrap_err().code, Code::BodyNotCanonical, "{wrong}");
        }
        for wrong in [r"{2:{}}", r#"{"2":{},}"#, r#"{"2":{}"#, r#"{"02":{}}"#] {
            assert_eq!(read::<Map>(wrong.as_bytes()).unwrap_err().code, Code::BodySchema, "{wrong}");
        }
    }
}
