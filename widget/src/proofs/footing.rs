//! What a ballot stands on before it is signed: that the log only grew since this phone last saw it, and that whoever called the
//! vote had the authority for it. Nothing is signed on what is not proven, whoever keeps the proof back, and why.

use yishi_protocol::wire::Refusal;

use crate::words::trouble::Trouble;

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Footing {
    /// All of it is proven: the ballot is signed.
    Firm,
    /// Nobody answered. The marks stay; whoever has a network again asks again.
    Unasked,
    /// A server was reached and gave no proof. The marks stay; it may be asked again.
    Denied,
    /// What the server showed does not hold.
    False(Trouble),
}

impl Footing {
    /// The worst of what came of each thing that was asked.
    pub(crate) fn of(answers: impl IntoIterator<Item = Result<(), Trouble>>) -> Self {
        answers
            .into_iter()
            .map(Self::of_one)
            .fold(Self::Firm, |worst, next| if next.weight() > worst.weight() { next } else { worst })
    }

    fn of_one(answer: Result<(), Trouble>) -> Self {
        match answer {
            Ok(()) => Self::Firm,
            Err(Trouble::Offline) => Self::Unasked,
            Err(trouble @ (Trouble::Unproven(_) | Trouble::Split(_))) => Self::False(trouble),
            // An answer that says no, or later, or that this page cannot read: each is one of a server that was reached.
            Err(
                Trouble::Refused(_)
                | Trouble::Later(_)
                | Trouble::Outdated
                | Trouble::NoVault
                | Trouble::PlainHttp(_),
            ) => Self::Denied,
        }
    }

    const fn weight(&self) -> u8 {
        match self {
            Self::Firm => 0,
            Self::Unasked => 1,
            Self::Denied => 2,
            Self::False(_) => 3,
        }
    }

    /// What is told of it: where it may be tried again, by the window's own codes for why nothing was signed.
    ///
    /// # Errors
    /// `PROOF_UNASKED`, `PROOF_DENIED`, or what does not hold.
    pub(crate) fn answer(self) -> Result<(), Trouble> {
        let code = match self {
            Self::Firm => return Ok(()),
            Self::False(trouble) => return Err(trouble),
            Self::Unasked => "PROOF_UNASKED",
            Self::Denied => "PROOF_DENIED",
        };
        Err(Trouble::Refused(Refusal { code: code.to_owned(), detail: String::new() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(code: &str) -> Refusal {
        Refusal { code: code.to_owned(), detail: String::new() }
    }

    #[test]
    fn a_ballot_is_signed_only_where_everything_is_proven() {
        let unproven = || Err(Trouble::Unproven("AUTHORITY_UNPROVEN".to_owned()));
        let split = || Err(Trouble::Split("two notes".to_owned()));
        let denied = || Err(Trouble::Refused(refusal("NOT_FOUND")));
        let later = || Err(Trouble::Later(refusal("TOO_MANY_REQUESTS")));
        let offline = || Err(Trouble::Offline);
        assert_eq!(Footing::of([Ok(()), Ok(()), Ok(())]), Footing::Firm);
        for keeps_back in [denied(), later(), Err(Trouble::Outdated)] {
            assert_eq!(Footing::of([Ok(()), keeps_back, Ok(())]), Footing::Denied, "it was reached");
        }
        assert_eq!(Footing::of([offline(), Ok(())]), Footing::Unasked, "no network is no proof");
        // Whichever comes first: what is false is never told as what is missing.
        for all in [[unproven(), denied(), offline()], [offline(), denied(), unproven()]] {
            assert!(matches!(Footing::of(all), Footing::False(Trouble::Unproven(_))));
        }
        assert!(matches!(Footing::of([denied(), split()]), Footing::False(Trouble::Split(_))));
        assert_eq!(Footing::of([offline(), denied()]), Footing::Denied);
    }
}
