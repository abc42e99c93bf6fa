-- What callers see of a job grows a revision with each change, and whoever follows jobs is told: the row is the truth, the
-- revision says how much of it a caller has seen. Renewing a lease is no change.
alter table job
    add column revision bigint not null default 1,
    add column waits_for text;                          -- the part of ours that must come back first; null when none is waited for

create function job_changed() returns trigger language plpgsql as $$
begin
    new.revision := old.revision + 1;
    perform pg_notify('job_' || tg_table_schema, new.id::text);
    return new;
end
$$;

create trigger job_changed before update on job for each row
    when ((old.state, old.percent, old.attempts, old.waits_for, old.reason_slug, old.reason_detail, old.reason_next_step)
          is distinct from
          (new.state, new.percent, new.attempts, new.waits_for, new.reason_slug, new.reason_detail, new.reason_next_step))
    execute function job_changed();

-- What an uploader brought in the last day, for the quota: one range of the index, whose rows are not visited.
create index version_by_uploader on version (uploaded_by, received_at) include (size);
