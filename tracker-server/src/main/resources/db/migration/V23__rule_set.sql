-- The numbers that the rules ran with, under the version that their alerts carry.
create table rule_set (
  version    text primary key,                     -- of the catalogue, and fingerprint of the numbers
  since      timestamptz not null,                 -- when the analysis began with them
  parameters jsonb not null                        -- by name
);

-- What was done about an alert or a case goes with its evidence.
create index audit_by_object on audit (object);
