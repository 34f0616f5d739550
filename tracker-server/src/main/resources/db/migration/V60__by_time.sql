-- What grows with every day is asked for by its time: the ledger of a day, the papers of a week, the weeks that have any.
create index trip_by_time on trip (out_time);
create index quality_day_by_day on quality_day (day);
create index work_day_by_day on work_day (day);
create index gate_event_by_time on gate_event (time);
create index identity_record_by_time on identity_record (time);
create index point_service_by_time on point_service (time);
create index waybill_by_scan on waybill (greatest(scan_out, scan_in) desc nulls last);
create index waybill_unscanned on waybill (id) where scan_out is null and scan_in is null;
