-- Passes that are due in a week and not on each of its days: back lanes.
alter table requirement add column per text not null default 'DAY'; -- DAY, WEEK
