//! PostgreSQL keeps what it promises, refuses to start where it would not, and lets several servers write for one estate. Each
//! test runs on a real cluster, which is made for it and goes with it; where PostgreSQL is missing, that is said and counted.

use std::sync::Arc;

use futures_util::future::join_all;
use yishi_cluster::{Cluster, GUARDED};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EntryId, EstateId, Hash};
use yishi_protocol::merkle::leaf_hash;
use yishi_server::lock::{CheckpointLock, Head, PostgresLock};
use yishi_server::store::{
    Append, LogStore, NewEntry, PostgresStore, Server, StoreError, StoreLocation, conformance,
};

use crate::stores::a_lock_moves_from_where_it_was_found;

pub(crate) fn server(url: &str) -> Server {
    match url.parse().unwrap() {
        StoreLocation::Postgres(server) => server,
        StoreLocation::File(path) => panic!("{}", path.display()),
    }
}

/// The name of a database, which the cluster's own programs take.
pub(crate) fn name(server: &Server) -> String {
    server.to_string().rsplit('/').next().unwrap().to_owned()
}

async fn made(cluster: &Cluster) -> (PostgresStore, Server) {
    let server = server(&cluster.database().unwrap());
    (PostgresStore::open(&server, true).await.unwrap(), server)
}

fn append(first: u64, number: u8) -> Append {
    let leaf = vec![number; 40];
    let entry = NewEntry {
        entry_id: EntryId::from_bytes([number; 32]),
        leaf_hash: leaf_hash(&leaf),
        leaf,
        blobs: vec![yishi_tests::stairwell::consent()],
    };
    Append { estate: EstateId::from_bytes([1; 32]), first, entries: vec![entry] }
}

/// Why a log's database, and a lock's, is not opened.
async fn refusals(server: &Server) -> [String; 2] {
    let log = PostgresStore::open(server, true).await.unwrap_err().to_string();
    [log, PostgresLock::open(server, true).await.unwrap_err().to_string()]
}

#[tokio::test]
async fn postgresql_passes() {
    let Some(cluster) = Cluster::of_tests("postgresql_passes") else { return };
    conformance::check(Arc::new(made(cluster).await.0)).await.unwrap();
}

#[tokio::test]
async fn postgresql_in_parts_by_estate_passes() {
    let Some(cluster) = Cluster::of_tests("postgresql_in_parts_by_estate_passes") else { return };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations/postgres/partitioned.sql");
    let script = std::fs::read_to_string(script).unwrap();
    let apart = async || {
        let (store, server) = made(cluster).await;
        store.append(&[append(0, 1)]).await.unwrap();
        store.close().await;
        cluster.sql(&name(&server), &script).unwrap();
        server
    };
    let server = apart().await;
    let store = PostgresStore::open(&server, false).await.unwrap();
    let estate = EstateId::from_bytes([1; 32]);
    assert_eq!(store.leaves(&estate, 0, 9).await.unwrap(), [vec![1; 40]], "what was there is there");
    let parts = "select count(*) from pg_inherits";
    assert_eq!(sqlx::query_scalar::<_, i64>(parts).fetch_one(store.pool()).await.unwrap(), 20);
    for table in ["log_entries", "blob_items"] {
        cluster.sql(&name(&server), &format!("truncate {table}")).unwrap();
    }
    conformance::check(Arc::new(store)).await.unwrap();
}

#[tokio::test]
async fn the_lock_on_postgresql_moves_from_where_it_was_found() {
    let Some(cluster) = Cluster::of_tests("the_lock_on_postgresql_moves_from_where_it_was_found") else {
        return;
    };
    let server = server(&cluster.database().unwrap());
    a_lock_moves_from_where_it_was_found(&PostgresLock::open(&server, true).await.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_that_want_one_place_or_one_lock_one_gets_it() {
    let Some(cluster) = Cluster::of_tests("of_many_that_want_one_place_or_one_lock_one_gets_it") else {
        return;
    };
    let (_, log) = made(cluster).await;
    let lock = server(&cluster.database().unwrap());
    PostgresLock::open(&lock, true).await.unwrap();
    let estate = EstateId::from_bytes([1; 32]);
    for place in 0..5 {
        let rivals = join_all((0..8).map(async |rival: u8| {
            let store = PostgresStore::open(&log, false).await.unwrap();
            store.append(&[append(place, u8::try_from(place).unwrap() * 8 + rival)]).await
        }));
        let kept = rivals.await;
        let lost = kept.iter().filter(|kept| matches!(kept, Err(StoreError::Conflict))).count();
        assert_eq!((kept.iter().filter(|kept| kept.is_ok()).count(), lost), (1, 7), "{kept:?}");
        let head = |size, byte| Head {
            checkpoint: Checkpoint { estate, size, root: Hash::from_bytes([byte; 32]) },
            note: byte.to_string(),
        };
        let held = PostgresLock::open(&lock, false).await.unwrap().load(&estate).await.unwrap();
        let moved = join_all((0..8).map(async |rival: u8| {
            let lock = PostgresLock::open(&lock, false).await.unwrap();
            lock.swap(held.as_ref().map(|held| &held.checkpoint), &head(place + 1, rival)).await
        }));
        let moved = moved.await;
        let lost = moved.iter().filter(|moved| matches!(moved, Err(StoreError::Conflict))).count();
        assert_eq!((moved.iter().filter(|moved| moved.is_ok()).count(), lost), (1, 7), "{moved:?}");
    }
    let store = PostgresStore::open(&log, false).await.unwrap();
    assert_eq!(store.leaves(&estate, 0, 99).await.unwrap().len(), 5);
}

#[tokio::test]
async fn a_database_that_answers_before_it_has_synced_is_not_opened() {
    let Some(cluster) = Cluster::of_test_alone("a_database_that_answers_before_it_has_synced_is_not_opened")
    else {
        return;
    };
    for (setting, value) in [("synchronous_commit", "off"), ("synchronous_commit", "local")] {
        let url = cluster.database().unwrap();
        let database = name(&server(&url));
        cluster.sql(&database, &format!("alter database {database} set {setting} = {value}")).unwrap();
        for refused in refusals(&server(&url)).await {
            let words = format!("the database says that {setting} is {value}: it answers before");
            assert!(refused.contains(&words), "{refused}");
        }
    }
    let url = cluster.database().unwrap();
    let (store, _) = made(&cluster).await;
    cluster.sql("postgres", "alter system set fsync = off").unwrap();
    cluster.cut().unwrap();
    cluster.resume().unwrap();
    for refused in refusals(&server(&url)).await {
        assert!(refused.contains("the database says that fsync is off"), "{refused}");
    }
    drop(store);
}

/// The database's own setting may change while a server runs: each transaction says by itself that it waits for the disk.
#[tokio::test]
async fn a_commit_waits_for_the_disk_whatever_the_database_does_otherwise() {
    let Some(cluster) = Cluster::of_tests("a_commit_waits_for_the_disk_whatever_the_database_does_otherwise")
    else {
        return;
    };
    let (store, server) = made(cluster).await;
    let log_what_is_set = "create table seen (setting text);
        create function see() returns trigger language plpgsql as $$ begin
            insert into seen values (current_setting('synchronous_commit')); return new; end $$;
        create trigger seen before insert on log_entries for each row execute function see()";
    cluster.sql(&name(&server), log_what_is_set).unwrap();
    let database = name(&server);
    cluster.sql(&database, &format!("alter database {database} set synchronous_commit = off")).unwrap();
    sqlx::query("set synchronous_commit = off").execute(store.pool()).await.unwrap();
    store.append(&[append(0, 1)]).await.unwrap();
    let seen = sqlx::query_scalar::<_, String>("select setting from seen");
    assert_eq!(seen.fetch_all(store.pool()).await.unwrap(), ["on"]);
}

#[tokio::test]
async fn a_database_that_cannot_keep_a_log_is_not_opened() {
    let Some(cluster) = Cluster::of_tests("a_database_that_cannot_keep_a_log_is_not_opened") else { return };
    let empty = server(&cluster.database().unwrap());
    let refused = PostgresStore::open(&empty, false).await.unwrap_err().to_string();
    assert!(refused.contains("it has no tables of this program"), "{refused}");
    cluster.run("createdb", &["-E", "LATIN1", "-T", "template0", "latin"]).unwrap();
    for refused in refusals(&server(&cluster.url("latin"))).await {
        assert!(refused.contains("server_encoding is LATIN1, in which Chinese cannot be kept"), "{refused}");
    }
    let (store, standby) = made(cluster).await;
    store.close().await;
    let sql = format!("alter database {} set default_transaction_read_only = on", name(&standby));
    cluster.sql(&name(&standby), &sql).unwrap();
    let refused = PostgresStore::open(&standby, false).await.unwrap_err().to_string();
    assert!(refused.contains("it is a standby, or closed for writing"), "{refused}");
    let refused = PostgresStore::open(&server(&cluster.url("nowhere")), false).await.unwrap_err().to_string();
    assert!(refused.contains("there is no database of that name"), "{refused}");
}

#[tokio::test]
async fn a_log_and_its_lock_never_lie_in_one_database() {
    let Some(cluster) = Cluster::of_tests("a_log_and_its_lock_never_lie_in_one_database") else { return };
    let (_, log) = made(cluster).await;
    let lock = server(&cluster.database().unwrap());
    PostgresLock::open(&lock, true).await.unwrap();
    let together = "the log and the lock would lie in one database: a copy of it that is restored";
    for create in [true, false] {
        let refused = PostgresLock::open(&log, create).await.unwrap_err().to_string();
        assert!(refused.contains(together), "{refused}");
        let refused = PostgresStore::open(&lock, create).await.unwrap_err().to_string();
        assert!(refused.contains(together), "{refused}");
    }
}

/// There are no triggers. What a server may not do to the log it is not granted, and needs it neither to start nor to write.
#[tokio::test]
async fn a_server_needs_no_right_to_change_or_delete_an_entry() {
    let Some(cluster) = Cluster::of_tests("a_server_needs_no_right_to_change_or_delete_an_entry") else {
        return;
    };
    let (_, log) = made(cluster).await;
    let lock = server(&cluster.database().unwrap());
    PostgresLock::open(&lock, true).await.unwrap();
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations/README.md")).unwrap();
    let said: Vec<&str> = readme.split("```").filter_map(|block| block.strip_prefix("sql\n")).collect();
    cluster.run("createuser", &["clerk"]).unwrap();
    for (database, grants) in [&log, &lock].into_iter().zip(&said) {
        cluster.sql(&name(database), &grants.replace("SERVER", "clerk")).unwrap();
    }
    let as_clerk = |place| server(&cluster.url(&name(place)).replace("yishi@", "clerk@"));
    let store = PostgresStore::open(&as_clerk(&log), false).await.unwrap();
    store.append(&[append(0, 1)]).await.unwrap();
    for sql in ["update log_entries set leaf = ''", "delete from log_entries", "truncate log_entries"] {
        let refused = sqlx::query(sql).execute(store.pool()).await.unwrap_err().to_string();
        assert!(refused.contains("permission denied"), "{refused}");
    }
    a_lock_moves_from_where_it_was_found(&PostgresLock::open(&as_clerk(&lock), false).await.unwrap()).await;
    let refused = PostgresLock::open(&as_clerk(&log), false).await.unwrap_err().to_string();
    assert!(refused.contains("in one database"), "{refused}");
    cluster.sql(&name(&log), "revoke insert on blob_items from clerk").unwrap();
    let refused = PostgresStore::open(&as_clerk(&log), false).await.unwrap_err().to_string();
    assert!(refused.contains("this user may not do that: grant it"), "{refused}");
}

#[tokio::test]
async fn a_password_is_repeated_nowhere() {
    let Some(cluster) = Cluster::of_tests("a_password_is_repeated_nowhere") else { return };
    cluster.run("createdb", &[GUARDED]).unwrap();
    let role = format!(
        "create role li login password 'right'; grant create on database {GUARDED} to li;
        alter database {GUARDED} owner to li"
    );
    cluster.sql("postgres", &role).unwrap();
    let with = |password: &str| server(&cluster.url(GUARDED).replace("yishi@", &format!("li:{password}@")));
    let refused = PostgresStore::open(&with("geheim"), true).await.unwrap_err();
    let said = format!("{refused} {refused:?}");
    assert!(said.contains("the database lets this user not in") && !said.contains("geheim"), "{said}");
    let store = PostgresStore::open(&with("right"), true).await.unwrap();
    let said = format!("{store:?}");
    assert!(said.contains("li@") && !said.contains("right"), "{said}");
}
