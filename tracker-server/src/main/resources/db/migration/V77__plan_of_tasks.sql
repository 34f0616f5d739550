-- What is to be cleaned and collected is planned on the page, too: versions of it stand in plan_version as REQUIREMENTS and COLLECTION_POINTS.
alter table requirement add column valid_from timestamptz, add column valid_to timestamptz;
alter table collection_point add column valid_from timestamptz, add column valid_to timestamptz;

-- Who sees the thing sees what it was; of a task those who watch the contractor that it was for.
drop policy of_reader on plan_version;
create policy of_reader on plan_version for select to qingtu_reader using (
  layer = 'PLACES'
  or layer = 'ROUTES' and object_id in (select id from route)
  or layer = 'PERMITS' and content #>> '{columns,plate}' in (select plate from vehicle)
  or layer in ('REQUIREMENTS', 'COLLECTION_POINTS')
    and content #>> '{columns,contractor}' in (select name from company where qingtu_sees(id)));

-- Whether a task was, or is to be, valid at some moment of a span: by its versions where it has any, since its own row may count from tomorrow on only.
create function task_held(of_layer text, id text, valid_from timestamptz, valid_to timestamptz, span tstzrange) returns boolean
language sql stable as $$
  select coalesce(
    (select bool_or(n.in_force * span && tstzrange(
        nullif(n.content #>> '{columns,valid_from}', '')::timestamptz, nullif(n.content #>> '{columns,valid_to}', '')::timestamptz))
     from plan_version n where n.layer = of_layer and n.object_id = id),
    tstzrange(valid_from, valid_to) && span)
$$;

-- An alert is about those who had contracted for the work when its window began: who has lost a road is told of it no more.
create function moment(at timestamptz) returns tstzrange language sql immutable as $$ select tstzrange(at, at, '[]') $$;

create function alert_contractors(segments text[], reason text, place text, at timestamptz) returns int[] language sql stable as $$
  select coalesce(array_agg(distinct c.id order by c.id), '{}') from company c where c.name in (
    select q.contractor from requirement q left join segment s on s.grade = q.grade
    where q.op = split_part(reason, ' ', 1) and (q.segment_id = any(segments) or s.id = any(segments))
      and task_held('REQUIREMENTS', q.id, q.valid_from, q.valid_to, moment(
        case q.per when 'WEEK' then date_trunc('week', at, 'Asia/Shanghai') else at end))
    union select p.contractor from collection_point p
    where p.id = place and cardinality(segments) = 0
      and task_held('COLLECTION_POINTS', p.id, p.valid_from, p.valid_to, moment(at)))
$$;

create or replace function alert_is_about() returns trigger language plpgsql as $$
begin
  new.contractors := alert_contractors(new.segment_ids, new.reason, new.place_id, new.start_time);
  return new;
end $$;
drop function alert_contractors(text[], text, text);
