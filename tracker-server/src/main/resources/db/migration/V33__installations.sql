-- An installation (装机): a terminal is fitted to a vehicle, tested by what it really sends, and accepted. What is done with it are its
-- steps; the terminal that it binds is entered in the register in the same transaction.
create table installation (
  id         bigserial primary key,
  vehicle_id int not null references vehicle,
  phone      text not null,                        -- of the terminal, digits without leading zeros
  iccid      text not null,                        -- of its SIM
  reason     text not null,                        -- FIRST, SWAP, RETEST
  user_id    int not null references app_user,
  at         timestamptz not null
);
create index installation_by_vehicle on installation (vehicle_id, id desc);

create table installation_step (
  id              bigserial primary key,
  installation_id bigint not null references installation,
  move            text not null,                   -- TEST, WEIGH, ACCEPT, CANCEL
  user_id         int not null references app_user,
  at              timestamptz not null,
  detail          jsonb not null
);
create index installation_step_of on installation_step (installation_id, id);
create unique index installation_ends_once on installation_step (installation_id) where move in ('ACCEPT', 'CANCEL');

-- The bytes lie where those of the cases do. A photo that is sent again under its sender's name is the same one.
create table installation_photo (
  id              bigserial primary key,
  installation_id bigint not null references installation,
  kind            text not null,                   -- PLATE, UNIT, ANTENNA, a sensor, SEAL
  user_id         int not null references app_user,
  client_id       text not null,
  sha256          text not null,
  format          text not null,                   -- ending of a file name
  size            bigint not null,
  taken_at        timestamptz not null,
  lon             double precision not null,
  lat             double precision not null,
  filed_at        timestamptz not null,
  unique (user_id, client_id)
);
create index installation_photo_of on installation_photo (installation_id, id);

create function only_appended() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever appended to', tg_table_name;
end $$;
do $$
declare
  guarded record;
begin
  for guarded in select * from (values
      ('installation', 'vehicle_id in (select id from vehicle)'),
      ('installation_step', 'installation_id in (select id from installation)'),
      ('installation_photo', 'installation_id in (select id from installation)')) g(name, seen)
  loop
    execute format('create trigger only_appended before update or delete or truncate on %I'
      ' for each statement execute function only_appended()', guarded.name);
    execute format('alter table %I enable row level security', guarded.name);
    execute format('create policy of_reader on %I for select to qingtu_reader using (%s)', guarded.name, guarded.seen);
    execute format('grant select on %I to qingtu_reader', guarded.name);
  end loop;
end $$;
