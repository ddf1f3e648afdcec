-- The newest signed checkpoint of each estate, outside the log's backup: a log that is behind it has been rolled back.
create table checkpoint_lock (
    estate blob    not null primary key check (length(estate) = 32),
    size   integer not null check (size >= 0),
    root   blob    not null check (length(root) = 32),
    note   text    not null
) strict, without rowid;

create trigger checkpoint_lock_moves_forward_only before update on checkpoint_lock when new.size < old.size
begin
    select raise(abort, 'the checkpoint lock moves forward only');
end;
