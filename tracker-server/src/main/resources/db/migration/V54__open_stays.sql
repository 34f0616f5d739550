-- Stays of trucks without a load that no place on file and no traffic explains: what suspected unregistered sites (P01) are made from.
-- The report of the city alone reads them: there is no grant to qingtu_reader.
create table open_stay (
  vehicle_id int not null references vehicle,
  start_time timestamptz not null,
  end_time   timestamptz not null,
  lon        double precision not null,
  lat        double precision not null,
  superseded boolean not null default false,       -- a later analysis does not find it any more
  primary key (vehicle_id, start_time)
);
create index open_stay_by_time on open_stay (start_time);
