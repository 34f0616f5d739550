-- Hours in which cleaning vehicles do not belong on a road; an empty list means all.
create table road_ban (
  id          text primary key,
  segment_ids text not null,                       -- ; between
  grades      text not null,
  ops         text not null,
  window_from time not null,
  window_to   time not null,
  days        text not null,
  from_time   timestamptz not null,
  to_time     timestamptz not null
);
