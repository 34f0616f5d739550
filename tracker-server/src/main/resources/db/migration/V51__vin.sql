-- 车架号: a vehicle's own number (GB 16735), as who fits a terminal has read it. A terminal in a vehicle without plates registers by it.
alter table vehicle add column vin text not null default '';
create unique index vehicle_by_vin on vehicle (vin) where vin <> '';
alter table installation add column vin text not null default '';
alter table terminal_traits add column vin text not null default '';  -- by which it has asked to be registered last; empty: by a plate

-- It decides who may register, so that whoever holds the register reads it again.
create trigger register_changed_by_vin after update of vin on vehicle for each statement execute function register_changed();
