-- The city as the bureau files it. Nothing is ever deleted: rows are superseded or expire.
create table company (
  id    serial primary key,
  name  text not null unique
);

create table vehicle (
  id            serial primary key,
  plate         text not null unique,
  kind          text not null,
  company_id    int not null references company,
  rated_load_t  double precision,
  sensors       text not null default ''           -- cover;lift;load;weight;brush;pump
);

-- The register of terminals: only these may connect.
create table terminal (
  id           serial primary key,
  phone        text not null unique,               -- digits without leading zeros
  vehicle_id   int not null references vehicle,
  terminal_id  text not null default '',           -- as 0x0100 sends it; empty: any
  profile      text not null default 'standard',
  auth_code    text,                               -- given at registration
  enabled      boolean not null default true,
  registered_at timestamptz
);

create table place (
  id         text primary key,
  name       text not null,
  kind       text not null,
  valid_from timestamptz,
  valid_to   timestamptz,
  hours      text not null default '',
  geometry   jsonb not null                        -- GeoJSON, WGS-84
);

create table route (
  id         text primary key,
  corridor_m double precision,
  geometry   jsonb not null
);

create table permit (
  id           text primary key,
  plate        text not null,
  site_id      text not null,
  disposal_ids text not null,                      -- ; between
  route_ids    text not null,
  valid_from   timestamptz,
  valid_to     timestamptz,
  daily_from   time,
  daily_to     time,
  entered_at   timestamptz
);

create table waybill (
  id          text primary key,
  plate       text not null,
  site_id     text not null,
  disposal_id text not null,
  scan_out    timestamptz,
  scan_in     timestamptz,
  quantity_t  double precision
);

create table gate_event (
  id          bigserial primary key,
  camera_id   text not null,
  place_id    text not null,
  direction   text not null,
  time        timestamptz not null,
  plate       text not null,
  confidence  double precision not null,
  loaded      boolean,
  covered     boolean,
  wheel_dirty boolean,
  unique (camera_id, time, plate)
);

create table segment (
  id              text primary key,
  road            text not null,
  grade           text not null,
  sides           text not null,
  speed_limit_kmh double precision,
  tunnel          boolean not null default false,
  geometry        jsonb not null
);

create table requirement (
  id          text primary key,
  segment_id  text,
  grade       text,
  side        text not null,
  op          text not null,
  passes      int not null,
  window_from time not null,
  window_to   time not null,
  days        text not null,
  contractor  text not null
);

create table collection_point (
  id          text primary key,
  lon         double precision not null,
  lat         double precision not null,
  window_from time not null,
  window_to   time not null,
  days        text not null,
  contractor  text not null
);

create table exemption (
  id          bigserial primary key,
  kind        text not null,
  op          text not null default '',
  segment_ids text not null default '',
  from_time   timestamptz not null,
  to_time     timestamptz not null,
  approved_by text not null,
  unique (kind, op, segment_ids, from_time, to_time)
);

-- Where every vehicle was seen last; the tracks themselves are made by the next migration.
create table last_position (
  vehicle_id int primary key references vehicle,
  time       timestamptz not null,
  received   timestamptz not null,
  lon_e6     int not null,
  lat_e6     int not null,
  speed_dkmh smallint not null,                    -- 0.1 km/h
  direction  smallint not null,
  alarm      bigint not null,
  status     bigint not null,
  sensors    int not null,                         -- packed, see SensorBits
  weight_ckg int,                                  -- 10 kg
  flags      smallint not null                     -- 1 fix valid, 2 back-filled, 4 ignition on
);

-- What the analysis found. The newest revision of an alert stands here, every revision in alert_revision.
create table alert (
  id           bigserial primary key,
  key          text not null unique,
  revision     int not null default 1,
  rule         text not null,
  vehicle_id   int references vehicle,
  start_time   timestamptz not null,
  decided_time timestamptz not null,
  end_time     timestamptz,
  lon          double precision,
  lat          double precision,
  grade        text not null,
  severity     smallint not null,
  status       text not null,
  reason       text not null,
  place_id     text not null,
  permit_id    text not null,
  trip_id      text not null,
  segment_ids  text[] not null,
  measured     double precision,
  allowed      double precision,
  unit         text not null,
  rule_version text not null,
  decision     jsonb not null,                     -- [{name, value, held}]
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index alert_by_time on alert (start_time desc, id desc);
create index alert_by_vehicle on alert (vehicle_id, start_time desc);
create index alert_by_update on alert (updated_at);

create table alert_revision (
  alert_id   bigint not null references alert,
  revision   int not null,
  at         timestamptz not null,
  content    jsonb not null,
  primary key (alert_id, revision)
);

create table app_user (
  id            serial primary key,
  login         text not null unique,
  display_name  text not null,
  role          text not null,                     -- SUPERVISOR, DISPATCHER, SANITATION, LEADER, ADMINISTRATOR, AUDITOR
  company_id    int references company,            -- a dispatcher sees this company only
  password_hash text not null,
  enabled       boolean not null default true
);

create table session (
  token_hash bytea primary key,
  user_id    int not null references app_user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- What people decided of an alert; the newest counts, all stay.
create table review (
  id        bigserial primary key,
  alert_id  bigint not null references alert,
  revision  int not null,
  user_id   int not null references app_user,
  decision  text not null,                         -- CONFIRMED, REJECTED
  reason    text not null default '',
  note      text not null default '',
  at        timestamptz not null
);
create index review_by_alert on review (alert_id, at desc);

create table trip (
  id             text primary key,
  vehicle_id     int not null references vehicle,
  permit_id      text not null,
  site_id        text not null,
  out_time       timestamptz not null,
  end_kind       text not null,
  end_place_id   text not null,
  end_time       timestamptz,
  grade          text not null,                    -- of its end: A, B or C
  distance_m     double precision not null,
  adherence      double precision,
  cover_open_s   int not null,
  cover_open_m   double precision not null,
  cover_known_m  double precision not null,
  max_speed_kmh  double precision not null,
  observed_share double precision not null,
  waybill_id     text not null,
  waybill_match  text not null,
  superseded     boolean not null default false    -- a later analysis does not find it any more
);

-- A window stands here from the morning of its day on, until its verdict takes the row over.
create table pass_result (
  requirement_id text not null,
  segment_id     text not null,
  side           text not null,
  op             text not null,
  window_start   timestamptz not null,
  window_end     timestamptz not null,
  required       int not null,
  done           int not null,
  coverage       double precision not null,
  result         text not null,                    -- the verdict; UPCOMING, RUNNING until then
  first_time     timestamptz,
  last_time      timestamptz,
  plates         text[] not null,
  judged         boolean not null default true,    -- only then is it a result
  superseded     boolean not null default false,   -- not judged, and the plan now has it no more
  primary key (requirement_id, segment_id, side, op, window_start)
);
create index pass_result_by_window on pass_result (window_start);
create index pass_result_open on pass_result (window_end) where not judged;

create table quality_day (
  vehicle_id     int not null references vehicle,
  day            date not null,
  received       bigint not null,
  accepted       bigint not null,
  dropped        jsonb not null,
  observed_share double precision not null,
  sensor_health  jsonb not null,
  distance_km    double precision not null,
  continuous_km  double precision not null,
  primary key (vehicle_id, day)
);

-- What holds for the whole database.
create table setting (
  name  text primary key,
  value text not null
);

create table work_day (
  vehicle_id      int not null references vehicle,
  day             date not null,
  duty_s          double precision not null,
  observed_duty_s double precision not null,
  operating_s     double precision not null,
  operating_m     double precision not null,
  in_speed_m      double precision not null,
  effective_m     double precision not null,
  delays          bigint[] not null,               -- records by time from fix to reception
  primary key (vehicle_id, day)
);

create table audit (
  id      bigserial primary key,
  at      timestamptz not null,
  user_id int references app_user,
  origin  text not null,
  action  text not null,
  object  text not null,
  detail  jsonb not null
);
