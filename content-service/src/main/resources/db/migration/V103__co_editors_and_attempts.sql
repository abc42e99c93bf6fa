-- Who might save it too when it was saved: what a late save is compared with. Null for what was kept before this.
alter table revision add co_editors text[];

-- What is due and fails is tried again later, and keeps nothing else from its time.
alter table due
    add attempts integer not null default 0,
    add next_at  timestamptz;   -- null until it failed

drop index due_next;
create index due_next on due (coalesce(next_at, at), at, id) where done_at is null and cancelled_at is null;
