-- 驾驶员: a company registers who drives for it, with the number of the qualification that the card in the terminal shows, and who drives
-- which vehicle when. Read beside the drivers of the files (driver); how it stands now is here, each step in the tables of versions, and
-- none is ever removed.
create table company_driver (
  id         bigserial primary key,
  company_id int not null references company,
  licence    text not null check (licence <> ''),  -- 从业资格证号
  name       text not null check (name <> ''),
  valid_to   date,                                 -- last day of the qualification; null: not known
  left_at    timestamptz,                          -- since when he or she drives for the company no more
  version    int not null,                         -- of its newest step
  unique (company_id, licence)
);

create table company_driver_version (
  driver_id bigint not null references company_driver,
  version   int not null,                          -- from 1, which registered
  name      text not null,
  valid_to  date,
  left_at   timestamptz,
  reason    text not null,
  user_id   int not null references app_user,
  at        timestamptz not null,                  -- the city's time
  primary key (driver_id, version)
);

create table driver_turn (
  id         bigserial primary key,
  driver_id  bigint not null references company_driver,
  vehicle_id int not null references vehicle,
  from_time  timestamptz not null,
  until_time timestamptz not null check (until_time >= from_time), -- as from_time: it was never to begin
  version    int not null
);
create index driver_turn_by_driver on driver_turn (driver_id, from_time);

create table driver_turn_version (
  turn_id    bigint not null references driver_turn,
  version    int not null,
  until_time timestamptz not null,
  reason     text not null check (reason <> ''),
  user_id    int not null references app_user,
  at         timestamptz not null,
  primary key (turn_id, version)
);

create trigger company_driver_is before update of id, company_id, licence on company_driver
  for each row execute function stays_on_file();
create trigger company_driver_stays before delete on company_driver for each row execute function stays_on_file();
create trigger only_appended before update or delete or truncate on company_driver_version
  for each statement execute function only_appended();
create trigger driver_turn_began before update of id, driver_id, vehicle_id, from_time on driver_turn
  for each row execute function stays_on_file();
create trigger driver_turn_stays before delete on driver_turn for each row execute function stays_on_file();
create trigger only_appended before update or delete or truncate on driver_turn_version
  for each statement execute function only_appended();

alter table company_driver enable row level security;
create policy of_reader on company_driver for select to qingtu_reader using (qingtu_sees(company_id));
alter table company_driver_version enable row level security;
create policy of_reader on company_driver_version for select to qingtu_reader
  using (driver_id in (select id from company_driver));
alter table driver_turn enable row level security;
create policy of_reader on driver_turn for select to qingtu_reader using (driver_id in (select id from company_driver));
alter table driver_turn_version enable row level security;
create policy of_reader on driver_turn_version for select to qingtu_reader using (turn_id in (select id from driver_turn));
grant select on company_driver, company_driver_version, driver_turn, driver_turn_version to qingtu_reader;
