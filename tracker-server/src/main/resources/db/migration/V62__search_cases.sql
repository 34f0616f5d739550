-- Old cases are looked for among all that ever were, newest first. Those of a vehicle, of a company or a side, or of some days long ago
-- were found by reading from the newest on until enough had come: for what is rare or old, the whole table, which nothing is ever deleted
-- from. A word of a title has no index: it is read of what the other conditions leave.
create index case_file_by_vehicle on case_file (vehicle_id, id desc);
create index case_file_by_company on case_file (company_id, id desc);
create index case_file_by_side on case_file (side_id, id desc);
create index case_file_by_acceptance on case_file (accepted_at);
