-- Organisations are rows of company: of kind OPERATOR, SQUAD or DISTRICT. A district watches the companies that are filed under it.
alter table company add column district_id int references company;

-- What those who see less than the city read, they read as this role. Its policies hold whatever a query forgets. A role belongs to the
-- server, not to the database: another database's migration may have made it, or make it at this moment.
do $$
begin
  if not exists (select from pg_roles where rolname = 'qingtu_reader') then
    create role qingtu_reader nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then null;
end $$;
do $$
begin
  -- who makes a role may grant it, and must before he can take it on
  execute format('grant qingtu_reader to %I', current_user);
exception
  when insufficient_privilege or undefined_object then null;
end $$;
do $$
begin
  set local role qingtu_reader;
  reset role;
exception
  when insufficient_privilege or undefined_object or invalid_parameter_value then
    raise exception 'role qingtu_reader is missing, or % may not take it on', current_user
      using hint = format('as a superuser: create role qingtu_reader nologin; grant qingtu_reader to %I', current_user);
end $$;

-- Whose vehicles the reader may see, set for one transaction: {} is nobody's.
create function qingtu_sees(company int) returns boolean language sql stable as
  $$ select company = any (nullif(current_setting('qingtu.companies', true), '')::int[]) $$;

-- Law enforcement sees the vehicles of its cases, and the companies that they are of.
create function qingtu_is_squad() returns boolean language sql stable as
  $$ select coalesce(current_setting('qingtu.squad', true), '') = 'true' $$;

do $$
declare
  policy text[];
begin
  foreach policy slice 1 in array array[
    ['company', 'kind <> ''OPERATOR'' or qingtu_sees(id) or qingtu_is_squad()'],
    ['vehicle', 'qingtu_sees(company_id) or qingtu_is_squad() and id in (select vehicle_id from case_file)'],
    ['case_file', 'qingtu_sees(company_id) or qingtu_sees(side_id)'],
    ['case_source', 'case_id in (select id from case_file)'],
    ['case_photo', 'case_id in (select id from case_file)'],
    ['case_step', 'case_id in (select id from case_file)'],
    ['terminal', 'vehicle_id in (select id from vehicle)'],
    ['terminal_traits', 'phone in (select phone from terminal)'],
    ['terminal_unknown', 'phone in (select phone from terminal)'],
    ['permit', 'plate in (select plate from vehicle)'],
    ['route', 'id in (select unnest(string_to_array(route_ids, '';'')) from permit)'],
    ['waybill', 'plate in (select plate from vehicle)'],
    ['gate_event', 'plate in (select plate from vehicle)'],
    ['vehicle_order', 'plate in (select plate from vehicle)'],
    ['point_service', 'plate in (select plate from vehicle)'],
    ['requirement', 'contractor in (select name from company where qingtu_sees(id))'],
    ['pass_result', 'requirement_id in (select id from requirement)'],
    ['collection_point', 'contractor in (select name from company where qingtu_sees(id))'],
    ['last_position', 'vehicle_id in (select id from vehicle)'],
    ['alert', 'vehicle_id in (select id from vehicle)'],
    ['alert_revision', 'alert_id in (select id from alert)'],
    ['review', 'alert_id in (select id from alert)'],
    ['trip', 'vehicle_id in (select id from vehicle)'],
    ['quality_day', 'vehicle_id in (select id from vehicle)'],
    ['work_day', 'vehicle_id in (select id from vehicle)'],
    ['suspect_stay', 'vehicle_id in (select id from vehicle)'],
    ['rest_place', 'vehicle_id in (select id from vehicle)'],
    ['media', 'vehicle_id in (select id from vehicle)'],
    ['active_safety_alarm', 'vehicle_id in (select id from vehicle)'],
    ['command', 'vehicle_id in (select id from vehicle)'],
    ['command_event', 'command_id in (select id from command)']
  ] loop
    execute format('alter table %I enable row level security', policy[1]);
    execute format('create policy of_reader on %I for select to qingtu_reader using (%s)', policy[1], policy[2]);
    execute format('grant select on %I to qingtu_reader', policy[1]);
  end loop;
end $$;

-- Names of people, never what they sign in with.
alter table app_user enable row level security;
create policy of_reader on app_user for select to qingtu_reader using (company_id is null or company_id in (select id from company));
grant select (id, login, display_name, role, company_id, enabled) on app_user to qingtu_reader;

-- The city's own: its places, roads, weather and what citizens report.
grant select on place, segment, exemption, weather, incident_report, road_ban, setting to qingtu_reader;

-- Tracks: a hypertable with a columnstore takes no policies, and one without hands none on to its chunks. The reader has no right to
-- them; under the same names it finds views that go by the vehicles.
create schema qingtu_reader;
grant usage on schema qingtu_reader to qingtu_reader;
do $$
declare
  tracks text;
begin
  foreach tracks in array array['positions', 'evidence_positions', 'presence'] loop
    execute format('create view qingtu_reader.%1$I with (security_barrier) as select * from public.%1$I'
      ' where vehicle_id in (select id from public.vehicle where qingtu_sees(company_id))', tracks);
    execute format('grant select on qingtu_reader.%I to qingtu_reader', tracks);
  end loop;
end $$;
