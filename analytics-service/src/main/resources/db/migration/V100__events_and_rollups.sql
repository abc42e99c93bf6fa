-- Events as they were counted, and the roll-ups that every query reads. One batch of Kafka records is one transaction:
-- ids, raw rows, visits, roll-ups, tallies and the offsets themselves. See docs/adr/018.

-- Where the consumer goes on. Kafka's own offsets are not used: these commit with what was done.
create table consumer_offset (
    topic     text    not null,
    partition integer not null,
    next      bigint  not null,
    primary key (topic, partition)
);

-- Each event's id once. Kept a day longer than an event may be late, then cleaned by its day.
create table event_seen (
    id  uuid primary key,
    -- When it was received (UTC), which is what the clean-up goes by.
    day date not null
);
create index event_seen_day on event_seen using brin (day);

-- Raw events, one partition a UTC day of occurred_at (event_yyyymmdd). No address, no user agent, no user.
-- What finds no partition of its own lands in event_stray and is an alert, not an error.
create table event (
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    id           uuid        not null,
    -- The day's keyed hash of address and user agent; null for what a signed-in client did (downloads by facts).
    visitor      bigint,
    -- The visit it belongs to, and whether it began it.
    visit        bigint,
    starts_visit boolean     not null,
    -- pageview, download, or a name of the site's own.
    name         text        not null,
    path         text        not null,
    title        text,
    -- Slugs, where the path is an insight's or a model's.
    insight      text,
    model        text,
    source       text,
    channel      text,
    utm_source   text,
    utm_medium   text,
    utm_campaign text,
    country      text,
    region       text,
    browser      text,
    system       text,
    device       text,
    screen       integer,
    props        jsonb
) partition by range (occurred_at);
create table event_stray partition of event default;
-- What a recount of one day walks; one index on raw events is enough, the partition is the other.
create index event_occurred on event (occurred_at);

-- Events that are not counted, for seven days, one partition a UTC day of received_at. Nothing that tells who.
create table filtered_event (
    received_at timestamptz not null,
    occurred_at timestamptz not null,
    id          uuid        not null,
    -- bot-user-agent, data-centre, behaviour, privacy-signal, ...
    reason      text        not null,
    name        text        not null,
    path        text        not null,
    source      text,
    country     text,
    browser     text,
    system      text,
    device      text
) partition by range (received_at);
create table filtered_event_stray partition of filtered_event default;
-- The ledger's pages: newest first, all of them or one reason's.
create index filtered_event_newest on filtered_event (received_at desc, id desc);
create index filtered_event_by_reason on filtered_event (reason, received_at desc, id desc);

-- What became of what was accepted, by the UTC day of receipt: accepted = stored + filtered + duplicates.
create table tally (
    day        date   not null,
    -- stored, filtered, duplicate; and, counted within stored: clamped (from the future), late (of a day before). Beside
    -- them fact: a download that model-file-service told of, which has a row but was not accepted here.
    kind       text   not null,
    -- Of a filtered event its reason, else ''.
    reason     text   not null default '',
    events     bigint not null,
    primary key (day, kind, reason)
);

-- The visit that each visitor is in: an event within thirty minutes goes on with it. Cleaned when it is a day old.
create table visit (
    visitor    bigint primary key,
    visit      bigint      not null,
    started_at timestamptz not null,
    last_at    timestamptz not null,
    pageviews  integer     not null,
    -- The named steps in their order, each once where it repeats at once: 'home>insight>download'; at most twelve.
    steps      text        not null
);
create index visit_last on visit using brin (last_at);

-- How many visits of a UTC day (of their start) went which way. Any funnel of the named steps is a sum over these.
create table visit_way (
    day    date   not null,
    steps  text   not null,
    visits bigint not null,
    primary key (day, steps)
);

-- The roll-ups: for each grain the same columns. A dimension is its code in event.Dimension, 0 the site as a whole;
-- of a pair the value is both values with U+001F between them. The sketch is a DataSketches HLL (lg k 12) of visitors.
create table rollup_minute (
    dimension smallint    not null,
    slot      timestamptz not null,
    value     text        not null,
    pageviews bigint      not null,
    visits    bigint      not null,
    downloads bigint      not null,
    -- All that are neither.
    others    bigint      not null,
    sketch    bytea       not null,
    primary key (dimension, slot, value)
);

create table rollup_quarter (
    dimension smallint    not null,
    slot      timestamptz not null,
    value     text        not null,
    pageviews bigint      not null,
    visits    bigint      not null,
    downloads bigint      not null,
    others    bigint      not null,
    -- Of the whole site alone (dimension 0), else 0: visits that began here and have one page view, and how many
    -- seconds the visits that began here lasted.
    bounces   bigint      not null,
    seconds   bigint      not null,
    sketch    bytea       not null,
    primary key (dimension, slot, value)
);

create table rollup_day (
    dimension smallint not null,
    -- UTC.
    day       date     not null,
    value     text     not null,
    pageviews bigint   not null,
    visits    bigint   not null,
    downloads bigint   not null,
    others    bigint   not null,
    bounces   bigint   not null,
    seconds   bigint   not null,
    -- The sketch's estimate: the salt dies with its day, so visitors of several days are the sum of these.
    visitors  bigint   not null,
    sketch    bytea    not null,
    primary key (dimension, day, value)
);

-- Salts of visitors' hashes. A day's is destroyed when the next day is half an hour old.
create table salt (
    day   date  primary key,
    bytes bytea not null
);

-- Which client read and downloaded what: of signed-in clients alone, and joined to nothing above.
create table reader (
    id      text primary key,
    name    text not null,
    seen_on date not null
);

create table readership (
    reader    text   not null references reader on delete cascade,
    -- UTC. No time of day: with one, rows could be laid beside anonymous events of the same minute.
    day       date   not null,
    -- insight or model.
    kind      text   not null check (kind in ('insight', 'model')),
    slug      text   not null,
    views     bigint not null,
    downloads bigint not null,
    primary key (reader, day, kind, slug)
);
create index readership_of_object on readership (kind, slug, day);
create index readership_day on readership (day);

-- For retention: the weeks (their Monday, UTC) in which a reader came.
create table reader_week (
    reader text not null references reader on delete cascade,
    week   date not null,
    primary key (reader, week)
);

-- Dead letters that an admin sent again: each once.
create table replayed_letter (
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    replayed_at timestamptz not null default now(),
    replayed_by text        not null,
    primary key (topic, partition, "offset")
);
