//! Maps, sets and lists whose copies share what has not changed: a copy costs the same however much it holds, and never
//! changes when the original does. So a log that was published is a value, and whoever writes goes on with another.
//!
//! Maps and sets are ordered, so that every machine walks them the same way, and are spelt as `BTreeMap` and `BTreeSet`
//! are. What is changed often has to be made of these down to its last field, since a change copies the value it is made in.

use std::borrow::Borrow;
use std::fmt::{self, Debug, Formatter};
use std::ops::RangeBounds;

use rpds::{RedBlackTreeMapSync, VectorSync};

/// An ordered map.
#[derive(Clone)]
pub struct Map<K: Ord, V>(RedBlackTreeMapSync<K, V>);

impl<K: Ord, V> Map<K, V> {
    /// An empty map.
    pub fn new() -> Self {
        Self(RedBlackTreeMapSync::new_sync())
    }

    /// How many keys it has.
    pub fn len(&self) -> usize {
        self.0.size()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(key)
    }

    /// Whether it has a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// The last key with its value.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.0.last()
    }

    /// Keys and values in the order of the keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator {
        self.0.iter()
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.0.keys()
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator {
        self.0.values()
    }

    /// What lies in a range of keys, in order.
    pub fn range<R: RangeBounds<K>>(&self, range: R) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.range(range)
    }
}

impl<K: Ord + Clone, V: Clone> Map<K, V> {
    /// The value of a key, to be changed. It is copied if another map shares it.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.0.get_mut(key)
    }

    /// Sets the value of a key. Whether the key is new.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        let before = self.len();
        self.0.insert_mut(key, value);
        self.len() > before
    }

    /// Sets all that another map has.
    pub fn extend_from(&mut self, other: &Self) {
        self.extend(other.iter().map(|(key, value)| (key.clone(), value.clone())));
    }

    /// Changes the value of a key, or a new one.
    pub fn change(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        if let Some(value) = self.0.get_mut(&key) {
            return change(value);
        }
        let mut value = V::default();
        change(&mut value);
        self.0.insert_mut(key, value);
    }

    /// Takes a key out. Whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.remove_mut(key)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = Self::new();
    }
}

impl<K: Ord, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Ord, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<K: Ord, V: Eq> Eq for Map<K, V> {}

impl<K: Ord + Debug, V: Debug> Debug for Map<K, V> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord + Clone, V: Clone> Extend<(K, V)> for Map<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, pairs: T) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Ord + Clone, V: Clone> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(pairs: T) -> Self {
        let mut map = Self::new();
        map.extend(pairs);
        map
    }
}

impl<'a, K: Ord, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = <&'a RedBlackTreeMapSync<K, V> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&self.0).into_iter()
    }
}

/// An ordered set.
#[derive(Clone)]
pub struct Set<T: Ord>(Map<T, ()>);

impl<T: Ord> Set<T> {
    /// An empty set.
    pub fn new() -> Self {
        Self(Map::new())
    }

    /// How many members it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something is a member.
    pub fn contains(&self, value: &T) -> bool {
        self.0.contains_key(value)
    }

    /// The first member.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// The last member.
    pub fn last(&self) -> Option<&T> {
        self.0.last_key_value().map(|(value, ())| value)
    }

    /// The members in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.keys()
    }
}

impl<T: Ord + Clone> Set<T> {
    /// Takes a member in. Whether it is new.
    pub fn insert(&mut self, value: T) -> bool {
        self.0.insert(value, ())
    }

    /// Takes a member out. Whether it was there.
    pub fn remove(&mut self, value: &T) -> bool {
        self.0.remove(value)
    }
}

impl<'a, T: Ord> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::iter::Map<<&'a Map<T, ()> as IntoIterator>::IntoIter, fn((&'a T, &'a ())) -> &'a T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(value, ())| value)
    }
}

impl<T: Ord> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Ord> Eq for Set<T> {}

impl<T: Ord + Debug> Debug for Set<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<T: Ord + Clone> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        for value in values {
            self.insert(value);
        }
    }
}

impl<T: Ord + Clone> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::new();
        set.extend(values);
        set
    }
}

/// How many values of a list lie side by side: enough that what holds them together weighs little, few enough to copy.
const CHUNK: usize = 32;

/// A list that only grows. Full chunks are shared; the last one is copied.
#[derive(Clone)]
pub struct List<T> {
    full: VectorSync<Box<[T]>>,
    last: Vec<T>,
}

impl<T> List<T> {
    /// An empty list.
    pub fn new() -> Self {
        Self { full: VectorSync::new_sync(), last: Vec::new() }
    }

    /// How many values it has.
    pub fn len(&self) -> usize {
        self.full.len().saturating_mul(CHUNK).saturating_add(self.last.len())
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.full.is_empty() && self.last.is_empty()
    }

    /// The value at a place.
    pub fn get(&self, place: usize) -> Option<&T> {
        let (chunk, inside) = (place.checked_div(CHUNK)?, place.checked_rem(CHUNK)?);
        match self.full.get(chunk) {
            Some(chunk) => chunk.get(inside),
            None if chunk == self.full.len() => self.last.get(inside),
            None => None,
        }
    }

    /// Its values in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.full.iter().flatten().chain(&self.last)
    }

    /// Adds a value at its end.
    pub fn push(&mut self, value: T) {
        self.last.push(value);
        if self.last.len() == CHUNK {
            self.full.push_back_mut(core::mem::take(&mut self.last).into());
        }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T: Debug> Debug for List<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.push(value));
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut list = Self::new();
        list.extend(values);
        list
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Copies taken on the way stay what they were, and what is left is what `BTreeMap` and `Vec` leave.
    #[test]
    fn copies_never_change() {
        let (mut map, mut list) = (Map::<u32, Vec<u32>>::new(), List::new());
        let (mut plain, mut row, mut copies) = (BTreeMap::new(), Vec::new(), Vec::new());
        for step in 0_u32..500 {
            let key = step.wrapping_mul(7919) % 101;
            if step % 3 == 2 {
                assert_eq!(map.remove(&key), plain.remove(&key).is_some());
            } else {
                map.change(key, |steps| steps.push(step));
                plain.entry(key).or_insert_with(Vec::new).push(step);
            }
            list.push(step);
            row.push(step);
            if step % 10 == 0 {
                copies.push((map.clone(), list.clone(), plain.clone(), row.clone()));
            }
        }
        copies.push((map, list, plain, row));
        for (map, list, plain, row) in copies {
            assert!(map.iter().eq(&plain) && map.len() == plain.len());
            assert!(map.range(20..60).eq(plain.range(20..60)));
            assert!(list.iter().eq(&row) && list.len() == row.len());
            assert!((0..=row.len()).all(|place| list.get(place) == row.get(place)));
        }
    }
}
