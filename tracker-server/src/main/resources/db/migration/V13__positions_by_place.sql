-- Who was at a place in a month: squares of 0.005 degrees, some 500 m, and the time in them. Square.CELL has the same.
create index positions_by_place on positions ((lon_e6 / 5000 * 50000 + lat_e6 / 5000), time);
-- What the gate cameras saw of a truck that left its site.
create index gate_event_by_plate on gate_event (plate, time);
