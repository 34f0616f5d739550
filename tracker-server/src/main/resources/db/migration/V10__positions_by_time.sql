-- What was where in an hour: positions arrive nearly in the order of time, so that a few pages tell it.
create index positions_by_time on positions using brin (time) with (pages_per_range = 32);
