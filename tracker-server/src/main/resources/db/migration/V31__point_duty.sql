-- What became of each collection point in each of its windows, and how far those have come that are not judged.
create table point_duty (
  point_id     text not null references collection_point,
  window_start timestamptz not null,
  window_end   timestamptz not null,
  state        text not null,
  judged       boolean not null,
  plate        text not null,                      -- of the truck that served it, else of the one that came nearest
  visit        text,                               -- how that is known; null where none came
  visit_start  timestamptz,
  visit_end    timestamptz,
  visit_m      double precision,                   -- how near
  visit_kmh    double precision,
  superseded   boolean not null default false,
  primary key (point_id, window_start)
);
create index point_duty_by_window on point_duty (window_start);

alter table point_duty enable row level security;
create policy of_reader on point_duty for select to qingtu_reader using (point_id in (select id from collection_point));
grant select on point_duty to qingtu_reader;
