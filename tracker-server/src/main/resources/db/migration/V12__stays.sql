-- Stays at which a load may have been dumped (M02), those below the score of an alert too.
create table suspect_stay (
  vehicle_id int not null references vehicle,
  start_time timestamptz not null,
  end_time   timestamptz not null,
  trip_id    text not null,
  permit_id  text not null,
  lon        double precision not null,
  lat        double precision not null,
  score      double precision not null,            -- 0 to 1
  final      boolean not null,                     -- its trip is over
  features   jsonb not null,                       -- [{name, value, held}]
  superseded boolean not null default false,       -- a later analysis does not find it any more
  primary key (vehicle_id, start_time)
);
create index suspect_stay_by_time on suspect_stay (start_time);

-- Spots at which a truck stayed again and again and always went on to an end place: places to draw.
create table rest_place (
  id         bigserial primary key,
  vehicle_id int not null references vehicle,
  lon        double precision not null,
  lat        double precision not null,
  stays      int not null,                         -- within one window of the analysis
  first_time timestamptz not null,
  last_time  timestamptz not null,
  superseded boolean not null default false        -- seen again: a newer row stands for the spot
);
create index rest_place_by_vehicle on rest_place (vehicle_id) where not superseded;
