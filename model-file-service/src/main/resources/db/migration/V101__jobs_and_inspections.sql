-- A version's way from received to judged. The row is the queue, the lease and what a caller polls: one truth.
create table job (
    id               uuid        primary key,
    version_id       uuid        not null unique references version,
    state            text        not null check (state in ('RECEIVED', 'PROCESSING', 'ACCEPTED', 'REJECTED', 'FAILED')),
    percent          smallint    not null default 0 check (percent between 0 and 100),
    attempts         integer     not null default 0,   -- how often a worker took it
    crashes          integer     not null default 0,   -- how often the workbook took its child process down: its own fault
    setbacks         integer     not null default 0,   -- how often storage, database or this service failed it: not its fault
    due_at           timestamptz not null,             -- when a worker may take it; while one has it, when its lease ends
    lease_owner      uuid,                             -- the claim that has it; null when none has
    reason_slug      text,
    reason_detail    text,
    reason_next_step text,
    created_at       timestamptz not null,
    finished_at      timestamptz,
    check ((finished_at is null) = (state in ('RECEIVED', 'PROCESSING'))),
    check ((reason_slug is null) = (reason_detail is null) and (reason_slug is null) = (reason_next_step is null)),
    check ((reason_slug is not null) = (state in ('REJECTED', 'FAILED')))
);

-- Claims take the longest due first. Finished jobs leave the index, so it stays as small as the backlog.
create index job_by_due on job (due_at) where state in ('RECEIVED', 'PROCESSING');

-- What the engine found, without the preview: {"verdict", "slug", "detail", "sheets", "findings"}.
create table inspection (
    version_id uuid  primary key references version,
    document   jsonb not null
);

-- The stored preview, a row of a sheet each: the first rows of a sheet are one range of the primary key.
create table preview_row (
    version_id uuid     not null references version,
    sheet      smallint not null,                      -- the position in inspection.document -> 'sheets', from 0
    row        integer  not null,                      -- the row's number in the sheet, from 1
    cells      jsonb    not null,                      -- texts as shown, null for an empty cell
    primary key (version_id, sheet, row)
);
