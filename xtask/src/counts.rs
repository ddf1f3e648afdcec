//! Adding up what test harnesses print.

/// How many tests did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    /// Adds a line of the form `test result: ok. 3 passed; 0 failed; 1 ignored; …`. Other lines are passed over.
    pub(crate) fn add_line(&mut self, line: &str) {
        let Some(result) = line.trim().strip_prefix("test result: ") else { return };
        for part in result.split(['.', ';']) {
            if let [number, what] = part.split_whitespace().collect::<Vec<_>>().as_slice() {
                let number = number.parse::<u64>().unwrap_or_default();
                match *what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    "ignored" => self.skipped += number,
                    _ => {}
                }
            }
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn lines_of_every_harness_are_added() {
        let mut counts = Counts::default();
        counts.add_line(
            "test result: ok. 70 passed; 0 failed; 2 ignored; 0 measured; 5 filtered out; finished in 4.12s",
        );
        counts.add_line("test result: FAILED. 6 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.06s");
        counts.add_line("running 7 tests");
        counts.add_line("test a_test_with_3 passed; ... ok");
        assert_eq!(counts, Counts { passed: 76, failed: 1, skipped: 2 });
        assert_eq!(counts.to_string(), "76 passed, 1 failed, 2 skipped");
    }
}
