-- A head is swapped for a longer one. One of the same size is the same one, or there are two histories.
create trigger checkpoint_lock_has_one_history before update on checkpoint_lock
    when new.size = old.size and new.root <> old.root
begin
    select raise(abort, 'the checkpoint lock has one history');
end;

create trigger checkpoint_lock_is_never_deleted before delete on checkpoint_lock
begin
    select raise(abort, 'the checkpoint lock is never deleted');
end;

-- Heads of logs that were found where another one was signed: evidence, kept for ever.
create table split_heads (
    estate      blob    not null check (length(estate) = 32),
    size        integer not null check (size >= 0),
    root        blob    not null check (length(root) = 32),
    signed_note text    not null,
    primary key (estate, size, root, signed_note)
) strict, without rowid;

create trigger split_heads_are_never_changed before update on split_heads
begin
    select raise(abort, 'split_heads is evidence');
end;

create trigger split_heads_are_never_deleted before delete on split_heads
begin
    select raise(abort, 'split_heads is evidence');
end;
