-- A model is what an analyst keeps; a version is one workbook of it. Ids are UUIDv7, so a primary key is also the
-- order of creation.

create table model (
    id                uuid        primary key,
    slug              text        not null unique,
    title             text        not null,
    summary           text        not null,
    tags              text[]      not null,
    created_by        text        not null,
    created_at        timestamptz not null,
    updated_by        text        not null,
    updated_at        timestamptz not null,
    revision          integer     not null,            -- the ETag; grows with each change of what a caller can edit
    last_version      integer     not null default 0,  -- the last number given; a number is never given twice
    published_version integer,                         -- the newest published version, kept here so that the public list is one index
    published_at      timestamptz,
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
    check ((published_version is null) = (published_at is null))
);

-- The public list: newest first, keyset by (published_at, id).
create index model_by_publication on model (published_at desc, id desc) where published_at is not null;

create table version (
    id             uuid        primary key,
    model_id       uuid        not null references model,
    number         integer     not null check (number > 0),
    state          text        not null check (state in ('RECEIVED', 'PROCESSING', 'ACCEPTED', 'REJECTED', 'FAILED')),
    filename       text        not null,
    media_type     text        not null,
    size           bigint      not null check (size > 0),
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    object_key     uuid        not null unique,         -- the upload's id; the sweep looks objects up by it
    uploaded_by    text        not null,
    uploader_mail  text,                                -- as the token said; null if it said nothing
    correlation_id text        not null,                -- of the upload, and its trace (W3C traceparent):
    trace_parent   text,                                -- carried on by everything that follows from it
    received_at    timestamptz not null,
    settled_at     timestamptz,
    published_at   timestamptz,
    published_by   text,
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    unique (model_id, number),                         -- a model's versions, by number
    check (published_at is null or state = 'ACCEPTED'),
    check ((settled_at is null) = (state in ('RECEIVED', 'PROCESSING')))
);

-- The same bytes are in flight or accepted once for each model; after a rejection they may come again.
create unique index version_by_digest on version (model_id, sha256) where state in ('RECEIVED', 'PROCESSING', 'ACCEPTED');

-- The public list of a model's versions, newest first.
create index version_by_publication on version (model_id, number desc) where published_at is not null and withdrawn_at is null;

-- A repeated Idempotency-Key finds the job of its first request.
create table idempotency_key (
    model_id   uuid        not null references model,
    user_id    text        not null,
    key        text        not null,
    version_id uuid        not null references version,
    created_at timestamptz not null,
    primary key (model_id, user_id, key)
);

create index idempotency_key_by_age on idempotency_key (created_at);
