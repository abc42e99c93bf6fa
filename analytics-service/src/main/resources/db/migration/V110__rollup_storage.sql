-- How the roll-ups lie on disk; what they mean stands in V100. A dense sketch is 2.1 KB of noise: just over the size from
-- which PostgreSQL compresses (in vain) and moves a value out of its row, for each of the rows of each batch. Plain keeps
-- it in. Rows are changed in place for as long as their slot lasts; the room left in each page makes that cheap (HOT).
alter table rollup_minute alter column sketch set storage plain, set (fillfactor = 60);
alter table rollup_quarter alter column sketch set storage plain, set (fillfactor = 60);
alter table rollup_day alter column sketch set storage plain, set (fillfactor = 60);
alter table visit set (fillfactor = 70);
