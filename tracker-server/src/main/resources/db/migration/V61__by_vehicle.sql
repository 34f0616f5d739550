-- A vehicle's page asks for its permits and for what was once the matter with its device. Permits were found by going through all that the
-- city has ever given; what the rules about devices have raised of one vehicle lies among the alerts of all its trips, by their beginning.
create index permit_by_vehicle on permit (plate, valid_to desc);
create index alert_of_device_by_vehicle on alert (vehicle_id, end_time desc, id desc) where rule like 'D%';
