-- The log: one row a leaf. Rows are only ever added.
create table log_entries (
    estate    blob    not null check (length(estate) = 32),
    idx       integer not null check (idx >= 0),
    entry_id  blob    not null check (length(entry_id) = 32),
    leaf      blob    not null,
    leaf_hash blob    not null check (length(leaf_hash) = 32),
    primary key (estate, idx),
    unique (estate, entry_id)
) strict, without rowid;

create trigger log_entries_are_never_changed before update on log_entries
begin
    select raise(abort, 'log_entries is append-only');
end;

create trigger log_entries_are_never_deleted before delete on log_entries
begin
    select raise(abort, 'log_entries is append-only');
end;

-- What entries name by a hash and the law may have erased.
create table blob_items (
    estate  blob not null check (length(estate) = 32),
    blob_id blob not null check (length(blob_id) = 32),
    kind    text not null,
    context blob not null check (length(context) = 32),
    salt    blob not null check (length(salt) = 32),
    payload text not null,
    primary key (estate, blob_id)
) strict, without rowid;
