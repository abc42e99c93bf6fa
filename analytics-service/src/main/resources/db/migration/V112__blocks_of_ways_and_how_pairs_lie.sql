-- How often the ways of a day have changed. A visit over midnight changes its way without anything of its day being counted.
create table visit_way_day (
    day     date   primary key,
    version bigint not null
);
insert into visit_way_day select day, 1 from visit_way group by day;

-- visit_way added up over blocks of 8 and 64 days of UTC, each beginning at a multiple of its length from 1970-01-01 on.
-- Written by query.Settling some time after a block is over.
create table visit_way_span (
    days   smallint not null,
    first  date     not null,
    steps  text     not null,
    visits bigint   not null,
    primary key (days, first, steps)
);

-- Which blocks there are, and of which versions of their days, in sum. One whose days have others is not read until it is
-- made again.
create table visit_way_span_state (
    days       smallint    not null,
    first      date        not null,
    version    bigint      not null,
    settled_at timestamptz not null,
    primary key (days, first)
);

-- How many rows a pair has of one of its values: taken apart, the planner expects a hundredth of them, and sorts thousands
-- of texts where it could hash.
create statistics rollup_span_firsts (mcv) on dimension, (split_part(value, U&'\001F', 1)) from rollup_span;
create statistics rollup_span_seconds (mcv) on dimension, (split_part(value, U&'\001F', 2)) from rollup_span;
