-- Sign-ins that have gone to the identity provider and not come back: each comes back once, soon, and to any process of the web.
create table pending_sign_in (
  state_hash bytea primary key,
  nonce      text not null,
  verifier   text not null,
  since      timestamptz not null
);
create index pending_sign_in_by_time on pending_sign_in (since);
