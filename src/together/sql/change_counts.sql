-- Of the charities that were in the last release too, with the same questions: how many agreed on a higher level than
-- then, a lower one, the same one, and how many answered otherwise at all.
create or replace view change_counts as
select now.rubric, now.hash, now.section, now.key, count(*) as charities,
  count(*) filter (where now.kind = 'level' and past.kind = 'level' and now.level > past.level) as higher,
  count(*) filter (where now.kind = 'level' and past.kind = 'level' and now.level < past.level) as lower,
  count(*) filter (where now.kind = 'level' and past.kind = 'level' and now.level = past.level) as same,
  count(*) filter (where now.kind <> past.kind or now.level is distinct from past.level) as moved
from answers as now
join last_answers as past on past.id = now.id and past.hash = now.hash and past.key = now.key
group by now.rubric, now.hash, now.section, now.key
order by now.rubric collate "C" nulls last, now.hash collate "C" nulls last, now.section collate "C" nulls last,
  now.key collate "C" nulls last;
