-- What shows the reason of a request for an exemption: photos and papers. The bytes lie where those of the cases do; a file that is sent
-- again under its sender's name is the same one.
create table exemption_file (
  id         bigserial primary key,
  request_id bigint not null references exemption_request,
  user_id    int not null references app_user,
  client_id  text not null,
  sha256     text not null,
  format     text not null,                        -- ending of a file name
  size       bigint not null,
  filed_at   timestamptz not null,
  unique (user_id, client_id)
);
create index exemption_file_of on exemption_file (request_id, id);
create trigger only_appended before update or delete or truncate on exemption_file
  for each statement execute function only_appended();

alter table exemption_file enable row level security;
create policy of_reader on exemption_file for select to qingtu_reader
  using (request_id in (select id from exemption_request));
grant select on exemption_file to qingtu_reader;
