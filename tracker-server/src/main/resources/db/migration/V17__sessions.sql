-- Which gateway holds the connection of which terminal. Both tables tell of processes that run now, so they need not outlive the
-- database: each gateway enters itself and its sessions again where they are gone.
create unlogged table gateway (
  id      bigint generated always as identity primary key,   -- of one run of a gateway
  seen_at timestamptz not null                               -- renewed every few seconds
);
create unlogged table terminal_session (
  gateway  bigint not null references gateway on delete cascade,
  phone    text not null,
  since    timestamptz not null,
  replaced boolean not null default false,                   -- the terminal has a newer one elsewhere: the gateway ends this one
  primary key (gateway, phone)
);
create index terminal_session_by_phone on terminal_session (phone);
create index terminal_session_replaced on terminal_session (gateway) where replaced;

-- The register of terminals is held in memory by every gateway: what tells it that there is something to read.
create index terminal_by_registration on terminal (registered_at);
create table register_state (version bigint not null);          -- the transaction that changed it last
insert into register_state values (0);
create function register_changed() returns trigger language plpgsql as $$
begin
  -- once in a transaction, which may write every vehicle of a city by a statement of its own
  update register_state set version = txid_current() where version <> txid_current();
  return null;
end
$$;
create trigger register_changed after insert or delete or update of phone, vehicle_id, terminal_id, profile, enabled on terminal
  for each statement execute function register_changed();
create trigger register_changed after insert or delete or update of plate, kind, company_id on vehicle
  for each statement execute function register_changed();
create trigger register_changed after update of name on company
  for each statement execute function register_changed();
