-- Alarms of the terminals' own driving assistance (T/JSATL 12-2017): what 0x0200 carries in its items
-- 0x64 to 0x67 and 0x70. Derived from positions.items; their evidence is in media.safety_alarm_id.
create table active_safety_alarm (
  id           bigserial primary key,
  vehicle_id   int not null references vehicle,
  phone        text not null,                      -- terminal that raised it
  kind         int not null,                       -- id of the item: 100 is 0x64
  type         int not null,                       -- of the kind; of 0x66 bits
  level        int not null,                       -- 1, 2; 0: the kind has none
  phase        int not null,                       -- 0 an event, 1 start, 2 end
  number       bigint not null,                    -- as the terminal counts
  time         timestamptz not null,
  ended_at     timestamptz,                        -- where the end came under the same alarm id
  received_at  timestamptz not null,
  speed_kmh    int not null,
  lon          double precision not null,
  lat          double precision not null,
  alarm_id     bytea not null,                     -- 16 or 40 bytes
  alarm_key    text not null,                      -- the alarm id, and more where it has no time
  attachments  int not null,                       -- files that the terminal has for it
  platform_number text not null unique,            -- 32 characters, what 0x9208 gives and 0x1210 shows
  asked_at     timestamptz,                        -- last 0x9208
  answer       int,                                -- result of the 0x0001 to it; null: none yet
  complete_at  timestamptz,                        -- every file that was announced is kept
  unique (vehicle_id, kind, alarm_key)
);
create index active_safety_alarm_by_vehicle on active_safety_alarm (vehicle_id, time desc, id desc);
create index active_safety_alarm_wanted on active_safety_alarm (phone, time)
  where attachments > 0 and complete_at is null;

-- what came last, whatever its own time; small, as rows lie in the order in which they came
create index positions_by_received on positions using brin (received) with (autosummarize = on);
