-- What places, routes and permits were and are. Those that count now stand in their own tables, too; nothing of it is ever deleted.
create table plan_version (
  seq         bigserial primary key,               -- a newer one: the plan has changed
  layer       text not null,                       -- PLACES, ROUTES, PERMITS
  object_id   text not null,
  version     int not null,                        -- of the object, from 1
  origin      text not null,                       -- FILE, PAGE, IMPORT
  content     jsonb not null,                      -- columns of the data-set format and geometry
  in_force    tstzrange not null,                  -- when it counted: open to the right now, empty where it was corrected
  recorded_at timestamptz not null default now(),
  user_id     int references app_user,
  reason      text not null default '',
  unique (layer, object_id, version)
);
create unique index plan_version_now on plan_version (layer, object_id) where upper_inf(in_force);

-- Who sees the thing sees what it was; a permit that was another company's then is that company's.
alter table plan_version enable row level security;
create policy of_reader on plan_version for select to qingtu_reader using (
  layer = 'PLACES'
  or layer = 'ROUTES' and object_id in (select id from route)
  or layer = 'PERMITS' and content #>> '{columns,plate}' in (select plate from vehicle));
grant select on plan_version to qingtu_reader;

-- A route may be ended, as places and permits are.
alter table route add column valid_from timestamptz, add column valid_to timestamptz;
