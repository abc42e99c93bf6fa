-- A workbook that comes in several requests (tus 1.0). The row says which bytes are ours for good; what lies in storage
-- beyond it is nobody's. Whoever writes holds the token in writer, and every change asks for it: an older writer, on
-- whatever instance, can store parts but not make them count.
create table resumable_upload (
    id             uuid        primary key,             -- also the object's key
    model_id       uuid        not null references model,
    owner          text        not null,                -- who began it; for everybody else it is not there
    owner_mail     text,
    metadata       text        not null,                -- Upload-Metadata, as it came
    length         bigint      not null check (length > 0),
    received       bigint      not null default 0,      -- Upload-Offset: bytes that are kept
    multipart_id   text        not null,                -- of S3's multipart upload
    last_part      integer     not null default 0,      -- the last part number given out; none is given twice
    tail_size      integer     not null default 0,      -- the last bytes of received, too few for a part,
    tail_key       uuid,                                -- and the name of the object that keeps them
    media_type     text,                                -- once the first bytes have been looked at
    writer         uuid,                                -- the request that may go on; null when none does
    job_id         uuid        references job,          -- once it became a version
    correlation_id text        not null,                -- of the request that began it
    created_at     timestamptz not null,
    touched_at     timestamptz not null,                -- the last progress; what stands still for too long expires
    check (received between 0 and length),
    check ((tail_key is null) = (tail_size = 0)),
    check (job_id is null or received = length)
);

-- How many a user has open.
create index resumable_upload_by_owner on resumable_upload (owner) where job_id is null;

-- What is to be forgotten, or brought to its end.
create index resumable_upload_by_touch on resumable_upload (touched_at);

-- The parts that count, in the order of their numbers.
create table resumable_part (
    upload_id uuid    not null references resumable_upload on delete cascade,
    number    integer not null,
    etag      text    not null,
    primary key (upload_id, number)
);
