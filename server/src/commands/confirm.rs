//! `yishi-server confirm`

use std::process::ExitCode;

use anyhow::Result;
use yishi_protocol::body::{Body, Confirm as Said};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::projection::{Erasure, Waiting};
use yishi_protocol::state::ErasableSort;
use yishi_server::client::Client;
use yishi_server::words::in_english;
use yishi_sheets::roll::{is_of, sentences};

use super::at::At;
use super::bylaws::say_settings;
use super::help_line::say_help;
use super::{say, square_metres};

#[derive(Debug, clap::Args)]
pub(super) struct Confirm {
    /// The acts to confirm, by the ids that this command lists. None: only list what waits.
    entries: Vec<EntryId>,
    /// Confirm what is listed and this key may confirm: letters, a first roll, phones of new officers. What rests on a paper, on
    /// somebody who was met, or on what it changes is confirmed by its id, once that was looked at.
    #[arg(long, conflicts_with = "entries")]
    all: bool,
    #[command(flatten)]
    at: At,
}

impl Confirm {
    pub(super) fn run(self) -> Result<ExitCode> {
        let mut client = self.at.connect()?;
        let waiting = client.waiting()?;
        let mine = client.public_key();
        let mut chosen = self.entries.clone();
        if chosen.is_empty() {
            for one in &waiting {
                let (id, act) = (one.id(), &one.act.entry);
                say(&line(one));
                let changes_roll = say_changes(&client, &id, act.body());
                let rests_on = say_what_it_rests_on(&client, one);
                if act.author() == mine {
                    say("        this key did it, so another one has to confirm it");
                } else if !one.stated.yours {
                    say("        this key may not confirm it now");
                } else if self.all && changes_roll {
                    say("        look at what it changes, then confirm it by its id");
                } else if self.all && rests_on {
                    say("        look at what it rests on, then confirm it by its id");
                } else if self.all {
                    chosen.push(id);
                }
            }
            if waiting.is_empty() {
                say("nothing waits for a second person");
            }
        }
        let mut refused = 0;
        for entry in chosen {
            match client.post(Said { entry }, vec![]) {
                Ok(_) => say(&format!("confirmed {entry}")),
                Err(error) => {
                    refused += 1;
                    say(&format!("not confirmed {entry}: {error:#}"));
                }
            }
        }
        Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// What somebody has to have seen to stand behind an act: a paper, or a person. Whether there is anything: a clerk who makes one
/// up must not find a second person who stands behind everything at once.
fn say_what_it_rests_on(client: &Client, one: &Waiting) -> bool {
    let body = one.act.entry.body();
    let paper = |document: &Hash| say(&format!("        the document's SHA-256 is {document}"));
    if let Body::Bylaws(bylaws) = body {
        paper(&bylaws.document);
        say_settings("        ", &client.settings, &bylaws.settings);
    } else if let Body::Representative(named) = body {
        say(&format!("        person {} for home {}", named.person, named.party));
        named.document.iter().for_each(paper);
    } else if let Body::Proxy(given) = body {
        let to =
            given.person.map_or_else(|| "nobody any more".to_owned(), |person| format!("person {person}"));
        say(&format!("        {to} for home {} in the vote of notice {}", given.party, given.notice));
        given.document.iter().for_each(paper);
    } else if let Body::EnrolInPerson(enrol) = body {
        say(&format!("        of person {}; their other devices end", enrol.person));
    } else if let Body::Revoke(revoke) = body {
        say(&format!("        device {}", revoke.device));
    } else if let Body::Delivery(delivery) = body {
        for row in &delivery.rows {
            say(&format!("        home {}: {:?}", row.party, row.grade));
        }
    } else if let Body::HelpLine(_) = body {
        match &one.help {
            Some(help) => say_help("        ", help),
            None => say("        its words cannot be shown: do not confirm it"),
        }
        say("        ring the number before you confirm it");
    } else if let Body::Erase(erase) = body {
        erase.document.iter().for_each(paper);
        match client.erasure(&one.id()) {
            Ok(erasure) => say_what_goes(&erasure),
            Err(error) => {
                say(&format!("        what would go cannot be shown, so do not confirm it: {error:#}"));
            }
        }
    } else {
        return false;
    }
    true
}

/// What an erasure would take, with what it says: nobody stands behind what they have not read.
fn say_what_goes(erasure: &Erasure) {
    if let Some(order) = &erasure.order {
        say(&format!("        by order: {}", order.text));
    }
    for one in &erasure.erasing {
        let when = one.at_ms.map(|at_ms| format!(" of {}", super::date(at_ms))).unwrap_or_default();
        let what = match one.view.sort {
            ErasableSort::Ballot => "what a ballot chose, which nobody reads for this",
            ErasableSort::Listed => "a home's area or address",
            ErasableSort::Marks => "somebody's marks, which nobody reads for this",
            ErasableSort::Name => "a name and phone",
            ErasableSort::Terms => "what a proxy was told, which nobody reads for this",
            ErasableSort::Slip => "what shows that a notice reached a home",
            ErasableSort::Words => "words",
        };
        let says = match &one.says {
            Some(says) => says.in_words(),
            None if one.view.sort.is_secret() => String::new(),
            None => "not shown to this key: do not confirm what you have not read".to_owned(),
        };
        say(&format!("        {what}{when}: {says}"));
    }
}

/// What a roll would change of the one that is there, home by home. Whether there is one: nobody stands behind such a change
/// without having looked at it.
fn say_changes(client: &Client, id: &EntryId, body: &Body) -> bool {
    if !matches!(body, Body::Roll(_) | Body::RollChange(_)) {
        return false;
    }
    let difference = match client.difference(id) {
        Ok(difference) => difference,
        Err(error) => {
            say(&format!("        what it changes cannot be shown: {error:#}"));
            return true;
        }
    };
    if !is_of(&difference, body) {
        say("        what the server shows is not what was signed: do not confirm it");
        return true;
    }
    let Some(before) = difference.before else { return false };
    let after = difference.after;
    say(&format!(
        "        {} heads and {} m² become {} heads and {} m²",
        before.heads,
        square_metres(before.area_c),
        after.heads,
        square_metres(after.area_c)
    ));
    for sentence in sentences(&difference.changes, &difference.parts.into_iter().collect()) {
        say(&format!("        {}", in_english(&sentence)));
    }
    true
}

/// One waiting act: what it is, by whom, since when and until when.
fn line(waiting: &Waiting) -> String {
    let (id, body, view) = (waiting.id(), waiting.act.entry.body(), &waiting.stated);
    let what = body.as_waiting(view.people).unwrap_or_else(|| body.kind().to_string());
    let by = view.speaker.as_ref().and_then(|speaker| speaker.title.as_ref());
    let by = by.map_or_else(|| "a root".to_owned(), |title| title.text.clone());
    let until = match view.lapses_ms {
        Some(lapses_ms) => format!("lapses on {}", super::date(lapses_ms)),
        None => "in force, but only one person stands behind it".to_owned(),
    };
    format!("{id}  {what}, by {by}, since {}; {until}", super::date(view.since_ms))
}
