-- A truck that was sent to a collection point while it can still be served (派车).
create table point_order (
  id           bigserial primary key,
  point_id     text not null references collection_point,
  window_end   timestamptz not null,               -- of the window that is to be served
  vehicle_id   int not null references vehicle,
  user_id      int not null references app_user,
  at           timestamptz not null,
  command_id   bigint references command           -- the text that the driver got; null: the vehicle has no terminal
);
create index point_order_by_window on point_order (window_end);
create trigger point_order_stays before update or delete on point_order
  for each row execute function stays_on_file();

alter table point_order enable row level security;
create policy of_reader on point_order for select to qingtu_reader using (vehicle_id in (select id from vehicle));
grant select on point_order to qingtu_reader;
