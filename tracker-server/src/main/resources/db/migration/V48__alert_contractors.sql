-- An alert about a road or a collection point has no vehicle. It is about those who have contracted for the work, and those who watch
-- them see it: of a road by segment, or its grade, and operation, as the alert's reason begins with it; of a point by the point.
create function alert_contractors(segments text[], reason text, place text) returns int[] language sql stable as $$
  select coalesce(array_agg(distinct c.id order by c.id), '{}') from company c where c.name in (
    select q.contractor from requirement q left join segment s on s.grade = q.grade
    where q.op = split_part(reason, ' ', 1) and (q.segment_id = any(segments) or s.id = any(segments))
    union select p.contractor from collection_point p where p.id = place and cardinality(segments) = 0)
$$;

alter table alert add column contractors int[] not null default '{}';
update alert set contractors = alert_contractors(segment_ids, reason, place_id) where vehicle_id is null and rule like 'S%';

create function alert_is_about() returns trigger language plpgsql as $$
begin
  new.contractors := alert_contractors(new.segment_ids, new.reason, new.place_id);
  return new;
end $$;
create trigger alert_is_about before insert on alert
  for each row when (new.vehicle_id is null and new.rule like 'S%') execute function alert_is_about();

drop policy of_reader on alert;
create policy of_reader on alert for select to qingtu_reader
  using (vehicle_id in (select id from vehicle) or exists (select from unnest(contractors) contractor where qingtu_sees(contractor)));
