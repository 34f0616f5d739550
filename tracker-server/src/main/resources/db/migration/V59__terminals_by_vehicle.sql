-- Which terminal a vehicle has, the newest, is asked for each vehicle of a list: without this, ten thousand of them were half a minute.
-- By both columns, or a planner without statistics goes through all terminals from the newest on.
create index terminal_by_vehicle on terminal (vehicle_id, id);
