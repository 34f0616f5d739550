-- By which 车架号 the driving recorder in a vehicle knows it, as it has answered last (GB/T 19056, 05H). Beside the register's it shows that
-- a recorder was set for another vehicle, or sits in one.
create table recorder_vin (
  vehicle_id int primary key references vehicle,
  phone      text not null,                        -- of the terminal that has sent it on
  vin        text not null,                        -- empty: it was never set
  told_at    timestamptz not null                  -- the first time of this answer
);
alter table recorder_vin enable row level security;
create policy of_reader on recorder_vin for select to qingtu_reader using (vehicle_id in (select id from vehicle));
grant select on recorder_vin to qingtu_reader;
