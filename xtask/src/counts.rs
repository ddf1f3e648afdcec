//! Adding up what test harnesses print.

use yishi_cluster::NOT_RUN;

/// How many tests did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
    /// Those of the skipped that are among the passed until all is added up.
    not_run: u64,
}

impl Counts {
    /// Adds a line of the form `test result: ok. 3 passed; 0 failed; 1 ignored; …`, and one in which a test says that it could
    /// not run, which its harness counts as passed. Other lines are passed over.
    pub(crate) fn add_line(&mut self, line: &str) {
        if line.contains(NOT_RUN) {
            self.skipped += 1;
            self.not_run += 1;
        }
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

    /// How many have shown something.
    pub(crate) fn passed(&self) -> u64 {
        self.passed.saturating_sub(self.not_run)
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed(), self.failed, self.skipped)
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
        counts.add_line("test a_test_on_postgresql ... NOT RUN, PostgreSQL is missing: a_test_on_postgresql");
        counts.add_line("running 7 tests");
        counts.add_line("test a_test_with_3 passed; ... ok");
        assert_eq!(counts.to_string(), "75 passed, 1 failed, 3 skipped");
    }
}
