-- 案件时限: how long each stage of each type of case may take. Version 1 is what the server holds by itself and is no row here; each later
-- one is an approved proposal that changes the one before: two proposals on one base cannot both become versions.
create table case_limit_proposal (
  id              bigserial primary key,
  base            int not null check (base >= 1),  -- version that it changes
  changed         jsonb not null,                  -- limits by row, as "DUMPING/HANDLING": {"amount": 4, "unit": "WORKING_HOUR"}
  reason          text not null check (reason <> ''),
  in_force_from   timestamptz,                     -- null: when it is approved
  proposed_by     int not null references app_user,
  proposed_at     timestamptz not null,
  decision        text check (decision in ('APPROVED', 'REJECTED', 'WITHDRAWN')),
  decided_by      int references app_user,
  decided_at      timestamptz,
  decision_reason text not null default '',
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  -- four eyes: of the own proposal nobody decides more than to take it back
  check (decision is null or (decision = 'WITHDRAWN') = (decided_by = proposed_by)),
  unique (id, decision, base)
);
create table case_limit_version (
  number        int primary key check (number >= 2),
  limits        jsonb not null,                    -- of every row
  in_force_from timestamptz not null,
  filed_at      timestamptz not null,
  proposal_id   bigint not null unique,
  decision      text generated always as ('APPROVED') stored,
  base          int generated always as (number - 1) stored,
  foreign key (proposal_id, decision, base) references case_limit_proposal (id, decision, base)
);
create trigger case_limit_version_stays before update or delete on case_limit_version
  for each row execute function stays_on_file();
create trigger case_limit_proposal_decided before update on case_limit_proposal
  for each row when (old.decision is not null) execute function stays_on_file();
create trigger case_limit_proposal_stays before delete on case_limit_proposal
  for each row execute function stays_on_file();

-- Whoever sees a case sees how long it may take.
grant select on case_limit_version to qingtu_reader;
