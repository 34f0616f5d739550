-- 豁免: somebody of sanitation asks that windows be excused, somebody of the supervision decides. What is approved is an exemption like
-- those of the files and of water; who has asked, why, and who has decided stays on file.
create table exemption_request (
  id              bigserial primary key,
  kind            text not null check (kind in ('WEATHER', 'CLOSURE', 'EVENT')),
  op              text not null default '',        -- empty: every operation
  place_ids       text not null default '',        -- segments and collection points, ; between; empty: all
  companies       int[] not null,                  -- who has contracted for them; none: the whole city
  from_time       timestamptz not null,
  to_time         timestamptz not null check (to_time > from_time),
  reason          text not null check (reason <> ''),
  evidence        text not null check (evidence <> ''), -- what shows it: number of a warning, of a permit to dig
  asked_by        int not null references app_user,
  asked_at        timestamptz not null,
  decision        text check (decision in ('APPROVED', 'REJECTED', 'WITHDRAWN')),
  decided_by      int references app_user,
  decided_at      timestamptz,
  decision_reason text not null default '',
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  -- four eyes: of the own request nobody decides more than to take it back
  check (decision is null or (decision = 'WITHDRAWN') = (decided_by = asked_by))
);
create index exemption_request_by_time on exemption_request (to_time);

create trigger exemption_request_decided before update on exemption_request
  for each row when (old.decision is not null) execute function stays_on_file();
create trigger exemption_request_asked
  before update of id, kind, op, place_ids, companies, from_time, to_time, reason, evidence, asked_by, asked_at on exemption_request
  for each row execute function stays_on_file();
create trigger exemption_request_stays before delete on exemption_request
  for each row execute function stays_on_file();

-- A company sees what is asked of its own roads, and what excuses the whole city.
alter table exemption_request enable row level security;
create policy of_reader on exemption_request for select to qingtu_reader
  using (companies = '{}' or exists (select from unnest(companies) contractor where qingtu_sees(contractor)));
grant select on exemption_request to qingtu_reader;
