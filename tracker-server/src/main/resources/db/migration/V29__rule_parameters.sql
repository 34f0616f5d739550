-- The numbers of single fleets that are not the city's, beside the city's: an alert carries one version for both.
alter table rule_set add column fleets jsonb not null default '{}';

alter table trial add column company text not null default '';     -- whose parameters; empty: the city's

-- A change of the rules' numbers that somebody asks for, and what somebody else has decided about it.
create table parameter_proposal (
  id              bigserial primary key,
  base            int not null,                    -- version that it changes
  company         text not null default '',        -- of one fleet; empty: of the city
  changed         jsonb not null,                  -- numbers by name
  reason          text not null check (reason <> ''),
  in_force_from   timestamptz,                     -- null: when it is approved
  trial_id        bigint not null references trial,
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

-- The numbers in force, one version after the other. The first is what the configuration said when the analysis began here; each
-- later one is an approved proposal that changes the one before: two proposals on one base cannot both become versions.
create table parameter_version (
  number        int primary key check (number >= 1),
  rule_set      text not null references rule_set, -- version that alerts carry
  city          jsonb not null,                    -- every number by name
  fleets        jsonb not null,                    -- by company the numbers that are not the city's
  in_force_from timestamptz not null,
  filed_at      timestamptz not null,
  proposal_id   bigint unique,
  decision      text generated always as ('APPROVED') stored,
  base          int generated always as (number - 1) stored,
  foreign key (proposal_id, decision, base) references parameter_proposal (id, decision, base),
  check ((number = 1) = (proposal_id is null))
);
alter table parameter_proposal add foreign key (base) references parameter_version;

create function stays_on_file() returns trigger language plpgsql as $$
begin
  raise exception 'what is on file in % stays as it is', tg_table_name;
end $$;
create trigger parameter_version_stays before update or delete on parameter_version
  for each row execute function stays_on_file();
create trigger parameter_proposal_decided before update on parameter_proposal
  for each row when (old.decision is not null) execute function stays_on_file();
create trigger parameter_proposal_stays before delete on parameter_proposal
  for each row execute function stays_on_file();
