-- What the weekly report's indicators need beside what there is.

-- How wide a strip a vehicle cleans at once, m.
alter table vehicle add column work_width_m double precision;

-- Of the seconds on duty those whose fixes came while they lasted; null of days that were added up before it was told.
alter table work_day add column online_duty_s double precision;

-- How much earth a site is to give from when to when.
create table site_progress (
  site_id    text not null,
  from_time  timestamptz not null,
  to_time    timestamptz not null,
  planned_m3 double precision not null,
  primary key (site_id, from_time)
);
grant select on site_progress to qingtu_reader;

-- When terminals could reach the platform: one row a run of a gateway, renewed while it runs.
create table gateway_run (
  id         bigint generated always as identity primary key,
  from_time  timestamptz not null,
  until_time timestamptz not null
);
create index gateway_run_by_end on gateway_run (until_time);
