-- Not a migration: the program never runs it. An operator does, who wants the log in parts by estate; with the servers
-- stopped, in one transaction: psql -1 -f partitioned.sql. The program sees no difference.
alter table log_entries rename to log_entries_whole;
alter table blob_items rename to blob_items_whole;

create table log_entries (like log_entries_whole including all) partition by hash (estate);
create table log_entries_0 partition of log_entries for values with (modulus 4, remainder 0);
create table log_entries_1 partition of log_entries for values with (modulus 4, remainder 1);
create table log_entries_2 partition of log_entries for values with (modulus 4, remainder 2);
create table log_entries_3 partition of log_entries for values with (modulus 4, remainder 3);

create table blob_items (like blob_items_whole including all) partition by hash (estate);
create table blob_items_0 partition of blob_items for values with (modulus 4, remainder 0);
create table blob_items_1 partition of blob_items for values with (modulus 4, remainder 1);
create table blob_items_2 partition of blob_items for values with (modulus 4, remainder 2);
create table blob_items_3 partition of blob_items for values with (modulus 4, remainder 3);

insert into log_entries select * from log_entries_whole;
insert into blob_items select * from blob_items_whole;
drop table log_entries_whole;
drop table blob_items_whole;
