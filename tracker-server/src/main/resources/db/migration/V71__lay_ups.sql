-- 报停: a company files that a vehicle of its own does not run from a day on, and that it runs again. Read beside the orders of the files
-- (vehicle_order); how it stands now is here, each step of it in lay_up_version, and none is ever removed.
create table lay_up (
  id         bigserial primary key,
  vehicle_id int not null references vehicle,
  from_time  timestamptz not null,
  until_time timestamptz not null check (until_time >= from_time), -- when it runs again; as from_time: it was never to begin
  version    int not null                          -- of its newest step
);
create index lay_up_by_vehicle on lay_up (vehicle_id, until_time);

create table lay_up_version (
  lay_up_id  bigint not null references lay_up,
  version    int not null,                         -- from 1, which filed it
  until_time timestamptz not null,
  reason     text not null check (reason <> ''),
  user_id    int not null references app_user,
  at         timestamptz not null,                 -- the city's time
  primary key (lay_up_id, version)
);

create trigger lay_up_began before update of id, vehicle_id, from_time on lay_up
  for each row execute function stays_on_file();
create trigger lay_up_stays before delete on lay_up for each row execute function stays_on_file();
create trigger only_appended before update or delete or truncate on lay_up_version
  for each statement execute function only_appended();

alter table lay_up enable row level security;
create policy of_reader on lay_up for select to qingtu_reader using (vehicle_id in (select id from vehicle));
alter table lay_up_version enable row level security;
create policy of_reader on lay_up_version for select to qingtu_reader using (lay_up_id in (select id from lay_up));
grant select on lay_up, lay_up_version to qingtu_reader;
