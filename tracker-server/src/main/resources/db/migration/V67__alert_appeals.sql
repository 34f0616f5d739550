-- 申诉: the company of a vehicle denies what the review of an alarm has confirmed against it, where no case took it up. Once, with a reason;
-- somebody who did not confirm it decides. Where it is upheld a new review takes the confirmation back.
create table alert_appeal (
  id              bigserial primary key,
  alert_id        bigint not null unique references alert,
  company_id      int not null references company,
  confirmed_at    timestamptz not null,            -- from when the days for an appeal were counted
  user_id         int not null references app_user,
  client_id       text not null default '',        -- the sender's own name of it: the same again is the same one
  at              timestamptz not null,
  reason          text not null check (reason <> ''),
  decision        text check (decision in ('UPHELD', 'REJECTED')),
  decided_by      int references app_user,
  decided_at      timestamptz,
  decision_reason text not null default '',
  review_id       bigint references review,        -- that takes the confirmation back
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)
    and (decision is null) = (decision_reason = '')),
  check ((coalesce(decision, '') = 'UPHELD') = (review_id is not null)),
  check (decided_by <> user_id)
);
create index alert_appeal_open on alert_appeal (at, id) where decision is null;
create index alert_appeal_decided on alert_appeal (decided_at) where decision is not null;
create index alert_appeal_review on alert_appeal (review_id) where review_id is not null;
create index review_by_time on review (at) where decision = 'CONFIRMED';

create trigger alert_appeal_decided before update on alert_appeal
  for each row when (old.decision is not null) execute function stays_on_file();
create trigger alert_appeal_lodged
  before update of id, alert_id, company_id, confirmed_at, user_id, client_id, at, reason on alert_appeal
  for each row execute function stays_on_file();
create trigger alert_appeal_stays before delete on alert_appeal
  for each row execute function stays_on_file();

alter table alert_appeal enable row level security;
create policy of_reader on alert_appeal for select to qingtu_reader
  using (qingtu_sees(company_id) and alert_id in (select id from alert));
grant select on alert_appeal to qingtu_reader;
