//! Reads what the first screen shows, and who we are.

use leptos::task::spawn_local;

use crate::fetch;
use crate::proofs::session::Session;
use crate::shell::app::App;
use crate::shell::trail::Step;
use crate::words::trouble::Trouble;

impl App {
    /// Reads what everybody may read and ourselves anew. What one list lacks does not lose the others: the first trouble is
    /// kept for the first screen to say.
    pub(crate) async fn refresh(self) -> Result<(), Trouble> {
        let Some(mut session) = self.session.get_untracked() else { return Ok(()) };
        // Both at once: on a slow line every answer that is waited for costs a sixth of a second.
        let mut of_votes = session.clone();
        let (me, votes) = futures_util::join!(self.read_me(&mut session), self.read_votes(&mut of_votes));
        session.learn(&of_votes);
        me?;
        self.lost.set(votes.err());
        self.session.set(Some(session));
        // What waits for me stands before the lists are there, and a ballot is what most come for.
        self.look_ahead();
        Ok(())
    }

    /// Loads what is likely to be needed next, and reads what it shows.
    pub(crate) fn look_ahead(self) {
        spawn_local(async move {
            match (self.above.prepare)(self).await {
                Err(split @ Trouble::Split(_)) => {
                    return self.fail(split, self.trail.address(), Step::Instead);
                }
                Err(trouble) => self.lost.set(Some(trouble)),
                Ok(()) => {}
            }
            // The first screen is drawn anew.
            self.session.update(|_| {});
        });
    }

    /// Reads the lists of the first screen.
    pub(crate) async fn read_lists_now(self) -> Result<(), Trouble> {
        let mut session = self.session.get_untracked().ok_or(Trouble::Offline)?;
        let read = self.read_lists(&mut session).await;
        let rest = self.read_rest_of_me(&mut session).await;
        self.session.update(|known| {
            if let Some(known) = known {
                known.learn(&session);
            }
        });
        read.and(rest)
    }

    async fn read_rest_of_me(self, session: &mut Session) -> Result<(), Trouble> {
        let Some(mut me) = self.me.get_untracked().filter(|me| me.view.ballots_next.is_some()) else {
            return Ok(());
        };
        session.read_rest_of_me(&mut me).await?;
        self.me.set(Some(me));
        Ok(())
    }

    pub(crate) async fn read_me(self, session: &mut Session) -> Result<(), Trouble> {
        let me = session.me().await?;
        self.me.set(me);
        Ok(())
    }

    async fn read_votes(self, session: &mut Session) -> Result<(), Trouble> {
        let (mut votes, mut lost) = (Vec::new(), Ok(()));
        let listed = session.votes().await?.agendas;
        let asked = listed.iter().map(|summary| {
            let mut session = session.clone();
            async move { (session.vote(&summary.notice).await, session) }
        });
        for (vote, other) in fetch::all(asked).await {
            session.learn(&other);
            match vote {
                Ok(vote) => votes.push(vote),
                Err(trouble) => lost = Err(trouble),
            }
        }
        self.votes.set(votes);
        lost
    }

    pub(crate) async fn read_lists(self, session: &mut Session) -> Result<(), Trouble> {
        let (mut of_books, mut of_scopes) = (session.clone(), session.clone());
        let (matters, books, scopes) =
            futures_util::join!(session.matters(), of_books.disclosures(), async {
                if self.scopes.with_untracked(Vec::is_empty) {
                    of_scopes.scopes().await.map(|list| self.scopes.set(list.scopes))
                } else {
                    Ok(())
                }
            });
        self.now_ms.set(session.server_ms);
        let matters = matters.map(|list| {
            self.hidden.set(list.hidden);
            self.matters.set(list.matters);
        });
        let books = books.map(|list| self.disclosures.set(list.disclosures));
        matters.and(books).and(scopes)
    }
}
