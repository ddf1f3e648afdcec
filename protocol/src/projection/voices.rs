//! What people think of a matter: opinions, each with its replies, and how many are on which side. A reply is on none.

use super::Said;
use crate::blob::Stance;

/// An opinion with what replies to it, however deep, in the order in which it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The opinion.
    pub first: Said,
    /// The replies.
    pub replies: Vec<Said>,
}

/// Opinions with their replies, the newest opinion first. A reply to what was not read stands for itself.
pub fn voices(opinions: &[Said]) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for said in opinions {
        let holds =
            |voice: &&mut Voice, to| voice.first.id == to || voice.replies.iter().any(|reply| reply.id == to);
        let under = said.reply_to.and_then(|to| voices.iter_mut().find(|voice| holds(voice, to)));
        match under {
            Some(voice) => voice.replies.push(said.clone()),
            None => voices.push(Voice { first: said.clone(), replies: Vec::new() }),
        }
    }
    voices.reverse();
    voices
}

/// How many opinions are on a side, as far as their words are at hand.
pub fn on_side(voices: &[Voice], stance: Stance) -> usize {
    let of_it = |voice: &&Voice| {
        let first = &voice.first;
        first.reply_to.is_none() && first.spoken.as_ref().is_some_and(|spoken| spoken.stance == stance)
    };
    voices.iter().filter(of_it).count()
}
