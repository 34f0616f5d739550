-- Which trip a truck was on at a moment.
create index trip_by_vehicle on trip (vehicle_id, out_time);
