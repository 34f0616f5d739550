-- Keys of other systems. Each acts as an account of its own, so that the audit names it.
create table api_token (
  id         bigserial primary key,
  user_id    int not null unique references app_user,
  token_hash bytea not null unique,                -- SHA-256; the token itself is shown once
  created_by int not null references app_user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
