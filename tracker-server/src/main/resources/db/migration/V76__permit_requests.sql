-- 准运证申报: a company asks that a permit of a vehicle of its own be filed, or that one on file be changed; the supervision takes it in, which
-- is an edit of the plan, or refuses it, or the company withdraws it while it waits. Nothing of it is ever removed.
create table permit_request (
  id           bigserial primary key,
  company_id   int not null references company,    -- for which it asks
  vehicle_id   int not null references vehicle,
  permit_id    text not null check (permit_id <> ''),
  seen         int not null check (seen >= 0),     -- version of the permit that it is made from; 0: it is new
  before       jsonb,                              -- that version, as a row of the plan; null: it is new
  content      jsonb not null,                     -- what is to be, as a row of the plan without entered_at
  note         text not null check (note <> ''),
  user_id      int not null references app_user,
  at           timestamptz not null,               -- the city's time
  state        text not null default 'WAITING' check (state in ('WAITING', 'TAKEN', 'REFUSED', 'WITHDRAWN')),
  decided_by   int references app_user,
  decided_at   timestamptz,
  reason       text not null default '',           -- of who decided
  plan_version int,                                -- of the permit, that it has become
  check ((before is null) = (seen = 0)),
  check ((state = 'WAITING') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((state = 'TAKEN') = (plan_version is not null)),
  check (state <> 'REFUSED' or reason <> '')
);
-- one at a time waits, so that nobody decides twice about the same
create unique index permit_request_waiting on permit_request (company_id, permit_id) where state = 'WAITING';
create index permit_request_decided on permit_request (decided_at);

create trigger permit_request_decided before update on permit_request
  for each row when (old.state <> 'WAITING') execute function stays_on_file();
create trigger permit_request_made
  before update of id, company_id, vehicle_id, permit_id, seen, before, content, note, user_id, at on permit_request
  for each row execute function stays_on_file();
create trigger permit_request_stays before delete on permit_request for each row execute function stays_on_file();

alter table permit_request enable row level security;
create policy of_reader on permit_request for select to qingtu_reader
  using (qingtu_sees(company_id) and vehicle_id in (select id from vehicle));
grant select on permit_request to qingtu_reader;
