-- The newest signed checkpoint of each estate, outside the log's backup: a log that is behind it has been rolled back.
create table checkpoint_lock (
    estate bytea  not null primary key check (octet_length(estate) = 32),
    size   bigint not null check (size >= 0),
    root   bytea  not null check (octet_length(root) = 32),
    note   text   not null
);
