-- The log: one row a leaf. Rows are only ever added. Every key begins with the estate, so that the tables can be spread by it.
-- There are no triggers, since engines that spread tables have none: whoever serves need not be the owner of the tables,
-- and is given no more than to read them and add to them.
create table log_entries (
    estate    bytea  not null check (octet_length(estate) = 32),
    idx       bigint not null check (idx >= 0),
    entry_id  bytea  not null check (octet_length(entry_id) = 32),
    leaf      bytea  not null,
    leaf_hash bytea  not null check (octet_length(leaf_hash) = 32),
    primary key (estate, idx),
    unique (estate, entry_id)
);

-- What entries name by a hash and the law may have erased.
create table blob_items (
    estate  bytea not null check (octet_length(estate) = 32),
    blob_id bytea not null check (octet_length(blob_id) = 32),
    kind    text  not null,
    context bytea not null check (octet_length(context) = 32),
    salt    bytea not null check (octet_length(salt) = 32),
    payload text  not null,
    primary key (estate, blob_id)
);
