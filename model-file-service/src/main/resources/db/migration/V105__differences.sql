-- What changed from one version of a model to another, as the engine tells it. A row is asked for first and computed
-- later: at a version's acceptance for the accepted one before it, and whenever a client asks for another pair.
create table difference (
    to_version   uuid        not null references version,
    from_version uuid        not null references version,
    state        text        not null check (state in ('WAITING', 'AVAILABLE', 'UNAVAILABLE')),
    attempts     integer     not null default 0,
    due_at       timestamptz not null,                 -- when to compute it; while it is being, when another may
    document     bytea,                                -- the engine's JSON, gzipped: a text as large as a workbook's changes
    page         bytea,                                -- its report for people, gzipped
    document_tag text,                                 -- their ETags
    page_tag     text,
    reason       text,                                 -- why it cannot be had
    asked_at     timestamptz not null,                 -- when it was last asked for: what nobody asks for is forgotten
    settled_at   timestamptz,
    primary key (to_version, from_version),
    check (to_version <> from_version),
    check ((state = 'AVAILABLE') = (document is not null and page is not null
                                    and document_tag is not null and page_tag is not null)),
    check ((state = 'UNAVAILABLE') = (reason is not null)),
    check ((state = 'WAITING') = (settled_at is null))
);

-- The ones to compute, the longest due first.
create index difference_by_due on difference (due_at) where state = 'WAITING';

-- The ones to forget.
create index difference_by_use on difference (asked_at);
