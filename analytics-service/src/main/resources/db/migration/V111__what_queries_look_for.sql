-- Indexes that queries need besides the primary keys. None has a column that counting changes: its updates stay
-- heap-only (HOT), and an index costs when a value is seen first on a day.

-- One value over many days: summary and timeseries with a filter.
create index rollup_day_of_value on rollup_day (dimension, value, day);

-- A pair by either of its values: breakdown with a filter. Pairs have the codes from 32 on.
create index rollup_day_of_first on rollup_day (dimension, split_part(value, U&'\001F', 1), day) where dimension >= 32;
create index rollup_day_of_second on rollup_day (dimension, split_part(value, U&'\001F', 2), day) where dimension >= 32;

-- What has passed, added up: blocks of 1, 4, 16 and 64 days of UTC, each beginning at a multiple of its length from
-- 1970-01-01 on. Sums of rollup_day and nothing else: no sketch between the numbers, and a breakdown of a quarter of a year
-- reads a dozen rows for each value and not ninety. Written by query.Settling some time after a block is over.
create table rollup_span (
    dimension smallint not null,
    days      smallint not null,
    first     date     not null,
    value     text     not null,
    pageviews bigint   not null,
    visits    bigint   not null,
    downloads bigint   not null,
    others    bigint   not null,
    -- The sum of daily visitors.
    visitors  bigint   not null,
    primary key (dimension, days, first, value)
);
create index rollup_span_of_first on rollup_span (dimension, days, first, split_part(value, U&'\001F', 1))
    where dimension >= 32;
create index rollup_span_of_second on rollup_span (dimension, days, first, split_part(value, U&'\001F', 2))
    where dimension >= 32;

-- Which blocks there are, and of what they were made: the weight is the sum of all figures of the site on its days, which
-- grows with each event counted. One whose days weigh more by now is not read until it is made again.
create table rollup_span_state (
    days       smallint    not null,
    first      date        not null,
    weight     bigint      not null,
    settled_at timestamptz not null,
    primary key (days, first)
);

-- The course of one value through one UTC day in quarters of an hour, with the visitors of each quarter, of each hour, since
-- midnight and until midnight (see query.DayCourse): what points and edges in any zone are made of, without a sketch.
create table rollup_course (
    dimension smallint not null,
    value     text     not null,
    day       date     not null,
    figures   bytea    not null,
    primary key (dimension, value, day)
);
-- A day that is made again.
create index rollup_course_day on rollup_course (day, dimension);

-- Which days have their courses, and of what they were made; as rollup_span_state.
create table rollup_course_state (
    day        date        primary key,
    version    text        not null,
    settled_at timestamptz not null
);

-- Rows of roll-ups are deleted by a recount alone. What was made of them is not to be read then, whatever it weighs.
create function forget_settled() returns trigger language plpgsql as $$
begin
    delete from rollup_span_state s using (select distinct day from gone) g
    where g.day >= s.first and g.day < s.first + s.days;
    delete from rollup_course_state s using (select distinct day from gone) g where g.day = s.day;
    return null;
end
$$;
create trigger rollup_day_deleted after delete on rollup_day
    referencing old table as gone for each statement execute function forget_settled();

create function forget_courses() returns trigger language plpgsql as $$
begin
    delete from rollup_course_state s using (select distinct (slot at time zone 'UTC')::date as day from gone) g
    where g.day = s.day;
    return null;
end
$$;
create trigger rollup_quarter_deleted after delete on rollup_quarter
    referencing old table as gone for each statement execute function forget_courses();
