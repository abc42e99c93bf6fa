-- One comparison of rows and objects: who may do it now, and what the last ones found.
create table reconciliation_run (
    id               uuid        primary key,          -- UUIDv7: the order of their beginning
    instance         text        not null,
    started_at       timestamptz not null,
    lease_until      timestamptz not null,             -- when another instance may begin, if this one is not heard of
    finished_at      timestamptz,
    failure          text,                             -- why it found nothing out; null when it did
    objects          bigint,
    bytes            bigint,
    orphans_removed  integer,
    orphans_left     integer,
    uploads_aborted  integer,
    objects_missing  integer,
    sizes_wrong      integer,
    check ((finished_at is null) = (objects is null and failure is null))
);

-- The last one begun, and the list of them.
create index reconciliation_run_by_start on reconciliation_run (started_at desc, id desc);
