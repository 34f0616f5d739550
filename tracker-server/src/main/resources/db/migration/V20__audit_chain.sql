-- Each line of the log carries the hash of the one before: who changes, removes or adds one in between breaks the chain.
alter table audit add column prev bytea, add column hash bytea;

-- What the hash is of; a JSON array leaves no two readings.
create function audit_hash(prev bytea, at timestamptz, user_id int, origin text, action text, object text, detail jsonb)
returns bytea language sql stable as $$
  select sha256(coalesce(prev, ''::bytea) || convert_to(jsonb_build_array(
    floor(extract(epoch from at) * 1000000), user_id, origin, action, object, detail)::text, 'UTF8'))
$$;

do $$
declare
  line record;
  last bytea;
begin
  for line in select * from audit order by id loop
    update audit set prev = last,
      hash = audit_hash(last, line.at, line.user_id, line.origin, line.action, line.object, line.detail)
    where id = line.id returning hash into last;
  end loop;
end $$;

alter table audit alter column hash set not null;

create function audit_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever appended to';
end $$;
create trigger audit_stays before update or delete or truncate on audit
  for each statement execute function audit_stays();
create index audit_by_time on audit (at);
