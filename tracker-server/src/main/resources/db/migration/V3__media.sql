-- Pictures, sound, clips and texts of the vehicles. Their bytes lie in the folder media.folder under
-- the name sha256; a row here says that the file was on the disk before it.
create table media (
  id              bigserial primary key,
  vehicle_id      int not null references vehicle,
  phone           text not null,                   -- terminal that sent it
  media_id        bigint,                          -- as the terminal numbers it; null: it does not
  kind            text not null,                   -- IMAGE, AUDIO, VIDEO, TEXT, OTHER
  format          text not null,                   -- ending of a file name: jpg, mp4
  event           text not null,                   -- what the terminal took it for; empty: not told
  channel         int not null,                    -- camera; 0: not told
  taken_at        timestamptz,                     -- by the terminal's clock; null: not told
  time            timestamptz not null,            -- taken_at where it can be, else received_at
  received_at     timestamptz not null,
  lon             double precision,
  lat             double precision,
  source          text not null,                   -- COMMAND, TERMINAL, ATTACHMENT
  size            bigint not null,
  sha256          text not null,
  file_name       text not null,                   -- as the terminal calls it; empty: it does not
  command_id      bigint,
  safety_alarm_id bigint
);
-- the same thing sent twice is one row
create unique index media_once on media (vehicle_id, sha256, coalesce(media_id, -1), channel,
  coalesce(taken_at, '-infinity'), file_name, coalesce(safety_alarm_id, -1));
create index media_by_vehicle on media (vehicle_id, time);
create index media_by_safety_alarm on media (safety_alarm_id) where safety_alarm_id is not null;

-- Messages of terminals that are answered and read by nobody yet, as they came.
create table terminal_report (
  id          bigserial primary key,
  vehicle_id  int not null references vehicle,
  phone       text not null,
  received_at timestamptz not null,
  message_id  int not null,
  version     text not null,                       -- year of JT/T 808 that the header shows
  serial      int not null,
  body        bytea not null
);
create index terminal_report_by_vehicle on terminal_report (vehicle_id, received_at);
