-- What clerks of sites and disposal grounds scan, as it came; waybill holds what it adds up to.
create table waybill_scan (
  id         bigserial primary key,
  waybill_id text not null references waybill,
  kind       text not null,                        -- OUT, IN, EXCEPTION
  place_id   text not null,
  user_id    int not null references app_user,
  at         timestamptz not null,
  note       text not null default '',
  client_id  text not null                         -- the phone's own name of it: the same again is the same scan
);
create unique index waybill_scan_once on waybill_scan (user_id, client_id);
create index waybill_scan_by_waybill on waybill_scan (waybill_id);
create index waybill_by_site on waybill (site_id);
create index waybill_by_disposal on waybill (disposal_id);

-- Those who work at a place are an organisation of kind PLACE: cases go to it, its clerks scan.
alter table company add column place_id text references place;
create unique index company_of_place on company (place_id) where place_id is not null;
insert into company (name, kind, place_id)
  select name, 'PLACE', id from place where kind in ('SITE', 'DISPOSAL', 'BACKFILL', 'PLANT') and name <> ''
  on conflict do nothing;

-- A grade that whoever decided gave it by evidence; empty: it stays as the rule has it.
alter table review add column grade text not null default '';

-- A vehicle that was sent to a road while a window runs (派车).
create table road_order (
  id           bigserial primary key,
  road         text not null,
  contractor   text not null,
  window_end   timestamptz not null,               -- by which it is to be done
  vehicle_id   int not null references vehicle,
  user_id      int not null references app_user,
  at           timestamptz not null,
  command_id   bigint references command           -- the text that the driver got; null: the vehicle has no terminal
);
create index road_order_by_window on road_order (window_end);

do $$
declare
  policy text[];
begin
  foreach policy slice 1 in array array[
    ['waybill_scan', 'waybill_id in (select id from waybill)'],
    ['road_order', 'vehicle_id in (select id from vehicle)']
  ] loop
    execute format('alter table %I enable row level security', policy[1]);
    execute format('create policy of_reader on %I for select to qingtu_reader using (%s)', policy[1], policy[2]);
    execute format('grant select on %I to qingtu_reader', policy[1]);
  end loop;
end $$;
