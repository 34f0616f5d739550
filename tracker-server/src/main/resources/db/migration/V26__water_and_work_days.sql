-- Underpasses whose water is measured. Above its limit one is closed, and open again below a lower one.
create table underpass (
  id          text primary key,
  name        text not null,
  segment_ids text not null,                       -- ; between
  limit_cm    double precision not null,
  clear_cm    double precision not null,
  level_at    timestamptz,                         -- of the newest reading
  level_cm    double precision
);
create table water_closure (
  id           bigserial primary key,
  underpass_id text not null references underpass,
  source       text not null,                      -- who measured it
  from_time    timestamptz not null,
  to_time      timestamptz not null default 'infinity',
  highest_cm   double precision not null,
  unique (underpass_id, from_time)
);
create unique index water_closure_open on water_closure (underpass_id) where to_time = 'infinity';

-- When the bureau works: its usual hours, and days that are otherwise.
create table office_day (
  day     text primary key,                        -- as 2026-10-01; empty: the usual hours of a working day
  working boolean not null,
  hours   text not null                            -- as 08:30-12:00;13:30-17:30; empty: the usual ones
);

-- The city's own, which those read who see less than the city, too.
grant select on underpass, water_closure, office_day to qingtu_reader;
