-- Versions 1 to 99 are the platform's; a service's own start at 100.

-- Events not yet published, and for a while those that are. The order of positions is the order of inserts, not of
-- commits: whoever looks for work asks for published_at is null, never for positions after the last one seen.
create table outbox (
    position        bigint generated always as identity primary key,
    event_id        uuid        not null unique,
    topic           text        not null,
    type            text        not null,
    key             text        not null,
    payload         text        not null,
    headers         jsonb       not null,
    occurred_at     timestamptz not null,
    created_at      timestamptz not null default now(),
    attempts        integer     not null default 0,
    last_error      text,
    last_attempt_at timestamptz,
    published_at    timestamptz
) with (
    -- A row is updated once and then deleted: vacuum by the rows that changed, or the index of unpublished ones bloats.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000
);

-- What the relay loads and counts.
create index outbox_unpublished on outbox (position) where published_at is null;

-- What the clean-up removes.
create index outbox_published on outbox (published_at) where published_at is not null;

create table inbox (
    consumer     text        not null,
    event_id     uuid        not null,
    processed_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

-- What the clean-up removes.
create index inbox_processed on inbox (processed_at);
