-- Indexes that queries need besides the primary keys. None has a column that counting changes: its updates stay
-- heap-only (HOT), and an index costs when a value is seen first on a day.

-- One value over many days: summary and timeseries with a filter.
create index rollup_day_of_value on rollup_day (dimension, value, day);

-- A pair by either of its values: breakdown with a filter. Pairs have the codes from 32 on.
create index rollup_day_of_first on rollup_day (dimension, split_part(value, U&'\001F', 1), day) where dimension >= 32;
create index rollup_day_of_second on rollup_day (dimension, split_part(value, U&'\001F', 2), day) where dimension >= 32;

-- Retention: who came in the last weeks.
create index reader_week_week on reader_week (week, reader);
