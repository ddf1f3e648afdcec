-- Heads of logs that were found where another one was signed: evidence, kept for ever.
create table split_heads (
    estate      bytea  not null check (octet_length(estate) = 32),
    size        bigint not null check (size >= 0),
    root        bytea  not null check (octet_length(root) = 32),
    signed_note text   not null,
    primary key (estate, size, root, signed_note)
);
