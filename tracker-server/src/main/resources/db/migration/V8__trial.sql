-- Parameters tried on a stored period, and what they would have changed. Nothing of it is in force.
create table trial (
  id          bigserial primary key,
  user_id     int not null references app_user,
  at          timestamptz not null,
  from_time   timestamptz not null,
  to_time     timestamptz not null,
  changed     jsonb not null,                      -- parameters by name that differ from those in force
  state       text not null,                       -- WAITING, RUNNING, DONE, FAILED
  finished_at timestamptz,
  failure     text not null default '',
  rules       jsonb,                               -- numbers by rule
  changes     jsonb                                -- alerts, {kind, before, after}
);
