-- Whether the camera of a trip's site or ground has seen it is asked of every line of the trip ledger.
create index gate_event_by_place on gate_event (place_id, time);
