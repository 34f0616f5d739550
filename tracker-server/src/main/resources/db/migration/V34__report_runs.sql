-- The weekly reports as they were frozen. A document is never changed: it stands with its hash.
create table report_run (
  id        bigserial primary key,
  week      date not null,                         -- its Monday
  edition   text not null,                         -- EXPRESS, FORMAL
  frozen_at timestamptz not null,
  document  bytea not null,                        -- figures as canonical JSON, gzip
  sha256    text not null,                         -- of the canonical JSON
  unique (week, edition)
);

create table report_step (
  id         bigserial primary key,
  run_id     bigint not null references report_run,
  version    int not null,                         -- 1 for the first: two cannot be the same
  move       text not null,                        -- EDIT, REVIEW, ISSUE
  user_id    int not null references app_user,
  at         timestamptz not null,
  advice     text not null default '',
  cover_note text not null default '',
  unique (run_id, version)
);
