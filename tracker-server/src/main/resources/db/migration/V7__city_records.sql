-- What the city may know beside its plan; an empty table says that nothing is known.
create table weather (
  from_time timestamptz not null,
  to_time   timestamptz not null,
  temp_c    double precision,
  rain      boolean,
  primary key (from_time, to_time)
);

create table incident_report (
  id   text primary key,
  kind text not null,                              -- CITIZEN, PATROL, HOTSPOT, CAMERA
  time timestamptz not null,
  lon  double precision not null,
  lat  double precision not null
);

-- An order that began is the same one when its end becomes known.
create table vehicle_order (
  plate       text not null,
  kind        text not null,                       -- LAID_UP, INSTALL, SUBSTITUTE, EMERGENCY, SPARE
  from_time   timestamptz not null,
  to_time     timestamptz not null,
  approved_by text not null,
  other_plate text not null default '',            -- of a SUBSTITUTE: in whose place it goes
  primary key (plate, kind, from_time, other_plate)
);

create table identity_record (
  plate text not null,
  time  timestamptz not null,
  kind  text not null,                             -- DRIVER, ICCID, IMEI, REGISTERED_PLATE
  value text not null,
  primary key (plate, time, kind)
);

create table driver (
  id     text primary key,
  plates text not null                             -- ; between
);

create table point_service (
  plate    text not null,
  time     timestamptz not null,
  kind     text not null,                          -- BIN_LIFT, RFID
  point_id text not null default '',
  primary key (plate, time, kind)
);

alter table vehicle add column operator text not null default '';
alter table permit add column approved_m3 double precision;
alter table exemption add column published_at timestamptz;
