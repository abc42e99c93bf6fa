-- Versions 100 and up are this service's; 1 to 99 the platform's.

-- An insight at work: where it stands. What it says is in its revisions.
create table insight (
    id                 uuid primary key,
    -- Of the newest revision; readers know the one in live.
    slug               text        not null,
    state              text        not null check (state in
        ('DRAFT', 'SUBMITTED', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN', 'ARCHIVED')),
    -- How far the newest revision is on its way to the public. A published insight has a next text under way.
    review             text        not null check (review in ('DRAFT', 'SUBMITTED', 'APPROVED')),
    -- The newest revision's number.
    revision           integer     not null,
    -- Grows with every change, of text or state; with revision it is the ETag.
    change             integer     not null,
    -- What readers see, or saw before it was withdrawn.
    published_revision integer,
    approved_revision  integer,
    approved_by        text,
    approved_by_name   text,
    approved_at        timestamptz,
    -- When clients, and when everybody first saw it; kept through corrections. An import brings them from elsewhere.
    first_published_at timestamptz,
    first_public_at    timestamptz,
    -- Why readers see it no more: their answer is 410 with this.
    withdrawn_reason   text,
    co_editors         text[]      not null default '{}',
    created_by         text        not null,
    created_by_name    text        not null,
    created_at         timestamptz not null,
    updated_by         text        not null,
    updated_by_name    text        not null,
    updated_at         timestamptz not null,
    -- In the trash.
    deleted_at         timestamptz
);

-- The desk's list: the newest change first, all states or one.
create index insight_by_update on insight (updated_at desc, id desc) where deleted_at is null;
create index insight_by_state on insight (state, updated_at desc, id desc) where deleted_at is null;
create index insight_in_trash on insight (deleted_at desc, id desc) where deleted_at is not null;
create index insight_of_creator on insight (created_by, updated_at desc, id desc) where deleted_at is null;

-- Every save. Never changed: what was said stays readable.
create table revision (
    insight_id      uuid        not null references insight,
    number          integer     not null,
    -- All fields, as the API names them.
    content         jsonb       not null,
    html            text        not null,
    plain           text        not null,
    outline         jsonb       not null,
    words           integer     not null,
    reading_minutes integer     not null,
    -- Which fields differ from the revision before.
    changed         text[]      not null,
    origin          text        not null check (origin in ('SAVED', 'MERGED', 'RESTORED', 'IMPORTED')),
    -- Restored from, or merged onto.
    origin_revision integer,
    note            text,
    saved_by        text        not null,
    saved_by_name   text        not null,
    saved_at        timestamptz not null,
    primary key (insight_id, number)
);

-- Every address an insight has had. One that readers never saw is given up with the next.
create table slug (
    slug       text primary key,
    insight_id uuid    not null references insight,
    was_public boolean not null default false
);
create index slug_of_insight on slug (insight_id);

-- As published: one document for each publication with its SHA-256.
create table publication (
    insight_id   uuid        not null references insight,
    number       integer     not null,
    kind         text        not null check (kind in ('PUBLISHED', 'CORRECTED', 'IMPORTED')),
    revision     integer     not null,
    -- What a correction tells its readers.
    note         text,
    record       text        not null,
    digest       text        not null,
    published_by text        not null,
    published_at timestamptz not null,
    primary key (insight_id, number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is never changed', tg_table_name;
end $$;
create trigger publication_is_final before update or delete on publication
    for each row execute function refuse_change();
create trigger revision_is_final before update or delete on revision
    for each row execute function refuse_change();

-- What shall happen at a time. Claimed by whichever instance comes first: for update skip locked.
create table due (
    id           bigint generated always as identity primary key,
    insight_id   uuid        not null references insight,
    action       text        not null check (action in ('PUBLISH', 'OPEN_TO_PUBLIC', 'WITHDRAW')),
    at           timestamptz not null,
    -- For a withdrawal, what readers are told.
    reason       text,
    set_by       text        not null,
    set_by_name  text        not null,
    set_at       timestamptz not null default now(),
    done_at      timestamptz,
    cancelled_at timestamptz
);
create index due_next on due (at, id) where done_at is null and cancelled_at is null;
create index due_of_insight on due (insight_id, at) where done_at is null and cancelled_at is null;

-- What readers see: one row an insight, its answers finished. Written with the publication, read by everybody.
create table live (
    insight_id uuid primary key references insight,
    slug       text        not null unique,
    -- Since when for clients, and since when for everybody; null while only clients may.
    clients_at timestamptz not null,
    public_at  timestamptz,
    updated_at timestamptz not null,
    title      text        not null,
    summary    text        not null,
    -- The insight in a list, and alone: JSON texts.
    card       text        not null,
    page       text        not null,
    -- Strong, of the page.
    etag       text        not null,
    html       text        not null,
    plain      text        not null,
    tags       text[]      not null,
    authors    text[]      not null,
    -- Issuer and ticker, both found by ?issuer=.
    issuers    text[]      not null,
    models     text[]      not null,
    language   text        not null,
    vector     tsvector    not null
);
create index live_public on live (public_at desc, insight_id desc) where public_at is not null;
create index live_clients on live (clients_at desc, insight_id desc);
create index live_vector on live using gin (vector) with (fastupdate = off);
create index live_models on live using gin (models);

-- By what lists are narrowed: kind is tag, author or issuer, value in lower case.
create table live_facet (
    insight_id uuid        not null references live on delete cascade,
    kind       text        not null check (kind in ('tag', 'author', 'issuer')),
    value      text        not null,
    -- As written, for the list of tags.
    label      text        not null,
    clients_at timestamptz not null,
    public_at  timestamptz,
    primary key (insight_id, kind, value)
);
create index live_facet_public on live_facet (kind, value, public_at desc, insight_id desc)
    where public_at is not null;
create index live_facet_clients on live_facet (kind, value, clients_at desc, insight_id desc);

-- The words of all published texts: what a mistyped word may have meant.
create table word (word text primary key);
create index word_similar on word using gin (word gin_trgm_ops);

-- Models as model-file-service's facts tell of them.
create table model_version (
    model_id    uuid    not null,
    number      integer not null,
    slug        text    not null,
    -- Names of visible sheets.
    sheets      text[]  not null default '{}',
    is_public   boolean not null default false,
    primary key (model_id, number)
);
create index model_version_by_slug on model_version (slug);

-- Who did what when to which revision. No text of an insight: its reader may not be allowed to see that.
create table audit (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    actor          text        not null,
    actor_name     text        not null,
    action         text        not null,
    insight_id     uuid        not null,
    revision       integer     not null,
    fields         text[]      not null default '{}',
    correlation_id text        not null
);
-- Read the newest first, narrowed by any of these and by a span of time: each index holds that order, so that a page is
-- read from where it begins and no further.
create index audit_of_insight on audit (insight_id, at desc, id desc);
create index audit_of_actor on audit (actor, at desc, id desc);
create index audit_of_action on audit (action, at desc, id desc);
create index audit_by_time on audit (at desc, id desc);
create trigger audit_is_final before update or delete on audit
    for each row execute function refuse_change();

-- Links that show one revision to people without an account.
create table preview_link (
    id            uuid primary key,
    insight_id    uuid        not null references insight,
    revision      integer     not null,
    made_by       text        not null,
    made_by_name  text        not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    revoked_by    text,
    uses          bigint      not null default 0,
    last_used_at  timestamptz
);
create index preview_link_of_insight on preview_link (insight_id, made_at desc, id desc);

-- The key of their signatures: made by the first instance that needs it, the same for all.
create table preview_key (
    id     integer primary key check (id = 1),
    secret bytea not null
);
