//! Rounds of killing: start, load, SIGKILL at a random moment, start again on the same files.
//!
//! `YISHI_KILLS` says how many rounds, `YISHI_KILL_SEED` with which chance; a failure prints the seed.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use yishi_cluster::Cluster;
use yishi_server::keys::random;

use crate::estate::{Vote, found};
use crate::load::{Chance, Client};
use crate::process::{Process, program, serve};
use crate::verdict::{holds, remains};

/// How many rounds there are if nobody says.
const ROUNDS: u64 = 50;
/// Clients that send at the same time.
const CLIENTS: u64 = 6;
/// Owners whose phones each of them has, for each round: nobody changes a ballot so often that the rules ask for a pause.
const OWNERS: u64 = 1;
/// When a server is dead at the latest, in microseconds: it has answered a few dozen acts by then, so that the moments are
/// spread over judging, committing, signing and answering.
const LATEST_US: u64 = 120_000;
/// When a server that is only starting is dead at the latest.
const LATEST_AT_START_US: u64 = 40_000;

fn told(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap())
}

/// Serves, and kills the server while everybody votes.
fn round(folder: &Path, clients: &mut [Client], chance: &mut Chance) {
    let server = serve(folder);
    let (address, began_with) = (server.address, server.entries);
    let moment = Duration::from_micros(chance.below(LATEST_US));
    thread::scope(|scope| {
        let (votes, all_gone) = channel::<()>();
        for client in clients {
            let votes = votes.clone();
            scope.spawn(move || {
                client.vote_on(address, began_with);
                drop(votes);
            });
        }
        drop(votes);
        // Nobody stops voting before the server does.
        let outcome = all_gone.recv_timeout(moment);
        server.kill();
        assert_eq!(outcome, Err(RecvTimeoutError::Timeout), "the server ended by itself");
    });
}

/// Kills a server that may not have started yet.
fn killed_at_start(folder: &Path, chance: &mut Chance) {
    let server = Process::start(program(folder));
    let (_nobody, never) = channel::<()>();
    let moment = Duration::from_micros(chance.below(LATEST_AT_START_US));
    assert_eq!(never.recv_timeout(moment), Err(RecvTimeoutError::Timeout));
    drop(server);
}

/// How servers died.
#[derive(Debug, Default)]
struct Deaths {
    /// With acts in the database that were not under a signed head.
    before_signing: u64,
    /// With a signed head that nobody had been told of.
    before_answering: u64,
}

impl Deaths {
    fn count(&mut self, folder: &Path, vote: &Vote, clients: &[Client]) {
        let remains = remains(folder, vote);
        let told = clients.iter().flat_map(|client| &client.taken).map(|taken| taken.head.size).max();
        let told = told.unwrap_or(vote.founded);
        assert!(told <= remains.signed && remains.signed <= remains.log, "{told} were told: {remains:?}");
        self.before_signing += u64::from(remains.signed < remains.log);
        self.before_answering += u64::from(told < remains.signed);
    }
}

#[test]
fn a_server_that_is_killed_loses_nothing_and_keeps_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    println!("{}", kills(folder.path()));
}

#[test]
fn a_server_on_postgresql_that_is_killed_loses_nothing_and_keeps_nothing_twice() {
    let test = "a_server_on_postgresql_that_is_killed_loses_nothing_and_keeps_nothing_twice";
    let Some(cluster) = Cluster::of_test_alone(test) else { return };
    let folder = tempfile::tempdir().unwrap();
    let addresses = [cluster.database().unwrap(), cluster.database().unwrap()].join("\n");
    std::fs::write(folder.path().join("addresses"), addresses).unwrap();
    println!("{}", kills(folder.path()));
}

/// Founds an estate in a folder, kills its servers, and holds what is left against what was acknowledged. Says what became of it.
fn kills(folder: &Path) -> String {
    let rounds = told("YISHI_KILLS").unwrap_or(ROUNDS);
    let seed = told("YISHI_KILL_SEED").unwrap_or_else(|| u64::from_be_bytes(random().unwrap()));
    eprintln!("YISHI_KILLS={rounds} YISHI_KILL_SEED={seed}");
    let mut chance = Chance(seed);
    let owners = OWNERS * rounds.max(1);
    let vote = found(folder, CLIENTS * owners);
    let mut clients: Vec<_> = (0..CLIENTS)
        .map(|client| Client::new(&vote, client * owners + 1..=(client + 1) * owners, seed ^ (client + 1)))
        .collect();
    let (mut deaths, mut at_start) = (Deaths::default(), 0);
    for _ in 0..rounds {
        round(folder, &mut clients, &mut chance);
        deaths.count(folder, &vote, &clients);
        if chance.below(4) == 0 {
            killed_at_start(folder, &mut chance);
            at_start += 1;
        }
    }
    let (acts, receipts) = holds(folder, &vote, &mut clients);
    let sum = |of: fn(&Client) -> u64| clients.iter().map(of).sum::<u64>();
    let (kept, not_kept) = (sum(|client| client.kept), sum(|client| client.not_kept));
    format!(
        "{rounds} kills under load and {at_start} at the start: {acts} acts, {receipts} receipts; {} died before signing, {} \
         before answering; of the acts that were not answered {kept} were kept and {not_kept} not",
        deaths.before_signing, deaths.before_answering
    )
}
