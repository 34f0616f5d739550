-- What is open of a vehicle, among all that it ever was.
create index alert_open on alert (vehicle_id, rule) where status = 'OPEN';
-- What the rules about devices have found lately, among all alerts.
create index alert_of_device on alert (end_time) where rule like 'D%';
