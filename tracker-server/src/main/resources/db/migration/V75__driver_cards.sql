-- 刷卡: what the drivers' cards in the terminals say (0x0702), filed with the message itself before it is answered. A row says who is in
-- the vehicle from then on, and without a number that nobody knows: the card was taken out, or another one could not be read. Read beside
-- the identities of the files (identity_record). Numbers in the order of their commits, so that a new one is always the highest.
create table driver_card (
  id         bigserial primary key,
  vehicle_id int not null references vehicle,
  time       timestamptz not null,                 -- by the terminal; of 2011, which tells none, when it came
  licence    text not null,                        -- 从业资格证编号; empty: none
  id_number  text not null,                        -- 身份证号; empty: none
  name       text not null,
  unique (vehicle_id, time, licence, id_number)    -- the same thing sent twice is one row
);
create index driver_card_by_time on driver_card (time);

create trigger only_appended before update or delete or truncate on driver_card
  for each statement execute function only_appended();

alter table driver_card enable row level security;
create policy of_reader on driver_card for select to qingtu_reader using (vehicle_id in (select id from vehicle));
grant select on driver_card to qingtu_reader;
