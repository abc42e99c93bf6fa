-- A mail that is owed to an uploader. The event's id is the key: a repeated event owes nothing more.
create table notice (
    event_id     uuid        primary key,
    version_id   uuid        not null references version,
    kind         text        not null check (kind in ('ACCEPTED', 'REJECTED', 'FAILED')),
    recipient    text,                                 -- null when the uploader's token named no address
    message_id   text        not null unique,          -- fixed here, so that a repeat is recognisable as one
    state        text        not null check (state in ('WAITING', 'SENT', 'UNDELIVERABLE')),
    attempts     integer     not null default 0,
    due_at       timestamptz not null,                 -- when to try next; while one is trying, when another may
    created_at   timestamptz not null,
    sent_at      timestamptz,
    last_failure text,
    check (recipient is not null or state = 'UNDELIVERABLE'),
    check ((sent_at is not null) = (state = 'SENT'))
);

create index notice_by_due on notice (due_at) where state = 'WAITING';
