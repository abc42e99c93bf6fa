-- What the readers' side keeps beside the live rows, and how every instance's cache hears of their changes.

-- When readers last got to see something else: Last-Modified of the page. In whole seconds, as HTTP counts, and never
-- twice the same for a row, so that If-Modified-Since is as good as an ETag.
alter table live add column changed_at timestamptz not null default clock_timestamp();

-- Whether everybody could read an insight that is live no more, or clients alone: who may hear that it is gone.
create table once_live (
    insight_id uuid primary key references insight on delete cascade,
    was_public boolean not null
);

-- PostgreSQL hands these on when the change commits, and in the order of commits.
create function live_changed() returns trigger language plpgsql as $$
begin
    new.changed_at := date_trunc('second', clock_timestamp());
    if tg_op = 'UPDATE' then
        new.changed_at := greatest(new.changed_at, old.changed_at + interval '1 second');
    end if;
    perform pg_notify('live_' || tg_table_schema, new.insight_id::text);
    return new;
end $$;

create function live_ended() returns trigger language plpgsql as $$
begin
    insert into once_live (insight_id, was_public) values (old.insight_id, old.public_at is not null)
    on conflict (insight_id) do update set was_public = excluded.was_public;
    perform pg_notify('live_' || tg_table_schema, old.insight_id::text);
    return null;
end $$;

create function live_emptied() returns trigger language plpgsql as $$
begin
    perform pg_notify('live_' || tg_table_schema, 'all');
    return null;
end $$;

create trigger live_changed before insert or update on live for each row execute function live_changed();
create trigger live_ended after delete on live for each row execute function live_ended();
create trigger live_emptied after truncate on live execute function live_emptied();

-- The caches that may answer from memory. An instance whose row says that it left, or that has none, may not.
create table reader_cache (
    instance uuid primary key,
    since    timestamptz not null default now(),
    -- When somebody waited for it in vain.
    left_at  timestamptz
);
