//! `bylaws`: publishes the settings that the owners adopted. Votes that are noticed already keep theirs.
//!
//! They rest on two persons of different organisations: the first on a document, later ones on a vote of the whole estate, which
//! carries one publication. Only what asks for more persons behind letters and rolls needs no vote.

use crate::acts::{Act, Waits};
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed, passed};
use crate::body::{Adoption, Capability};
use crate::bylaws::{Bylaws as Settings, LegalMode};
use crate::id::{AgendaId, BlobId, Hash, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Proposal, State};
use crate::strict_json::Strict;

/// Publishes the settings that the owners adopted (Civil Code 278(1)①).
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Bylaws {
    /// The agenda and the number of its item that adopted them; none for the first, and for those that only tighten.
    #[strict(row("agenda", "item"))]
    pub decision: Option<(AgendaId, u32)>,
    /// SHA-256 of the adopted document's file.
    pub document: Hash,
    /// All settings, as they are from now on.
    pub settings: Settings,
}

impl Act for Bylaws {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Bylaws)?;
        drop(effect(state, self)?);
        propose(state, placed, self.clone())
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

impl Waits for Bylaws {
    const AUTHOR_HOLDS: Capability = Capability::Bylaws;

    fn in_words(&self) -> String {
        "the owners' settings".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.of_other_org()
    }

    fn effect(&self, state: &State, _at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, self)
    }
}

/// What they do once they are in force.
fn effect(state: &State, body: &Bylaws) -> Result<Change, Rejection> {
    let settings = &body.settings;
    require(settings.are_lawful() && body.document != Hash::ZERO, Code::BylawsInvalid)?;
    let binds = settings.legal_mode == LegalMode::BindingByBylaws;
    require(!binds || has_two_roots(state), Code::BylawsInvalid)?;
    match (&state.adopted, &body.decision) {
        (None, None) => {}
        (Some(used), Some(decision)) => {
            let adopted = passed(state, &decision.0, decision.1) && is_of_all(state, &decision.0);
            let put = Adoption { document: body.document, settings: body.settings.clone() };
            let said = adopts(state, &decision.0, decision.1) == Some(&put);
            require(adopted && said && !used.contains(decision), Code::DecisionInvalid)?;
        }
        (Some(_), None) => require(settings.only_tightens(&state.bylaws), Code::DecisionInvalid)?,
        (None, Some(_)) => return Err(Code::DecisionInvalid.into()),
    }

    let body = body.clone();
    Ok(Change::new(move |state| {
        state.adopted.get_or_insert_default().extend(body.decision);
        state.bylaws = body.settings;
    }))
}

/// Whether two roots belong to two organisations, so that no single one stands over a vote that binds.
fn has_two_roots(state: &State) -> bool {
    let roots: Vec<PublicKey> = state.orgs.values().filter_map(|org| org.root).collect();
    roots.len() >= 2
}

/// What an item put to the vote.
fn adopts<'a>(state: &'a State, agenda: &AgendaId, item: u32) -> Option<&'a Adoption> {
    let notice = state.notices.get(&state.agendas.get(agenda)?.notice)?;
    notice.body.items.iter().find(|one| one.id == item)?.adopts.as_ref()
}

/// Whether a vote was one of the whole estate.
fn is_of_all(state: &State, agenda: &AgendaId) -> bool {
    let agenda = state.agendas.get(agenda);
    let roll = agenda.and_then(|agenda| state.rolls.get(&agenda.roll));
    agenda.zip(roll).is_some_and(|(agenda, roll)| roll.estate_scope() == Some(agenda.scope))
}
