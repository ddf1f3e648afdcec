//! What is left of something that takes minutes, for whoever waits.

use std::time::Instant;

use crate::process::warn;

/// The parts that are left.
#[derive(Debug)]
pub(crate) struct Left {
    begun: Instant,
    parts: Vec<&'static str>,
}

impl Left {
    /// Says what there is to do.
    pub(crate) fn new(parts: &[&'static str]) -> Self {
        let left = Self { begun: Instant::now(), parts: parts.to_vec() };
        warn(&format!("to be built, the first time in some minutes: {}\n", parts.join(", ")));
        left
    }

    /// Says that one of them is done, and what is left.
    pub(crate) fn done(&mut self, part: &str) {
        self.parts.retain(|left| *left != part);
        let seconds = self.begun.elapsed().as_secs();
        warn(&format!("after {seconds} s: {}\n", told(part, &self.parts)));
    }
}

fn told(part: &str, left: &[&str]) -> String {
    if left.is_empty() {
        format!("{part} is there")
    } else {
        format!("{part} is there; left: {}", left.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn whoever_waits_is_told_what_is_left() {
        assert_eq!(
            told("the window", &["the demo", "what is served"]),
            "the window is there; left: the demo, what is served"
        );
        assert_eq!(told("the demo", &[]), "the demo is there");
    }
}
