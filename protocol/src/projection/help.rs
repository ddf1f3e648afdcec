//! Where organisations are found and rung: what each says, and that a second person stands behind it.

use crate::blob::Words;
use crate::body::{Body, HelpLine, HelpText, OrgKind};
use crate::id::OrgId;
use crate::rejection::{Code, Rejection, require};
use crate::view::{EstateView, HelpView, Opened};

/// Where an organisation is found and rung. All of it is proven; that nothing newer was said is the server's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// Whose it is.
    pub org: OrgId,
    /// What sort of organisation.
    pub kind: OrgKind,
    /// What it is called, if the words are at hand.
    pub name: Option<Words>,
    /// What it says.
    pub text: HelpText,
}

impl Help {
    /// The lines of an estate that are at hand, the committee's first.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry is of another kind, the one that confirms names another one, stands before it or is signed
    /// with the same key, or an organisation has two lines; those of [`Opened::entry`].
    pub fn all(opened: &Opened<'_>, view: &EstateView) -> Result<Vec<Self>, Rejection> {
        let mut all: Vec<Self> = Vec::new();
        for HelpView { line, confirmed } in &view.help {
            let (said, second) = (opened.entry(line)?, opened.entry(confirmed)?);
            let Body::Confirm(confirm) = second.entry.body() else { return Err(Code::AnswerMismatch.into()) };
            let behind = confirm.entry == *line && second.index > said.index;
            require(behind && second.entry.author() != said.entry.author(), Code::AnswerMismatch)?;
            let Body::HelpLine(body) = said.entry.body() else { return Err(Code::AnswerMismatch.into()) };
            if let Some(help) = Self::said(opened, body)? {
                require(all.iter().all(|other| other.org != help.org), Code::AnswerMismatch)?;
                all.push(help);
            }
        }
        all.sort_by_key(|help| (rank(help.kind), help.org));
        Ok(all)
    }

    /// What a line says, whether or not anybody stands behind it; none if it takes one down, or its words are not at hand.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if its organisation is another entry's; those of [`Opened::entry`].
    pub fn said(opened: &Opened<'_>, line: &HelpLine) -> Result<Option<Self>, Rejection> {
        let declared = opened.entry(&line.org)?;
        let Body::OrgUnit(unit) = declared.entry.body() else { return Err(Code::AnswerMismatch.into()) };
        let text = line.text.and_then(|text| opened.words::<HelpText>(&text));
        let (org, kind, name) = (line.org, unit.kind, opened.words(&unit.name));
        Ok(text.filter(HelpText::is_well_formed).map(|text| Self { org, kind, name, text }))
    }
}

/// In which order organisations are offered to whoever needs help with a vote: those who hold it first.
const fn rank(kind: OrgKind) -> u8 {
    match kind {
        OrgKind::Committee => 0,
        OrgKind::ResidentsCommittee => 1,
        OrgKind::PartyBranch => 2,
        OrgKind::Supervisors => 3,
        OrgKind::Manager => 4,
        OrgKind::Street => 5,
        OrgKind::Department => 6,
        OrgKind::Other => 7,
    }
}
