-- How far charities are with what they do about each question. A charity with several actions counts once, where it is
-- furthest: done, under way, planned, dropped.
create or replace view action_counts as
select rubric, hash, section, key, furthest, count(*) as charities
from (
  select id, rubric, hash, section, key,
    max(case state when 'done' then 3 when 'doing' then 2 when 'planned' then 1 else 0 end) as furthest
  from actions
  group by id, rubric, hash, section, key
) as each_charity
group by rubric, hash, section, key, furthest
order by rubric collate "C" nulls last, hash collate "C" nulls last, section collate "C" nulls last,
  key collate "C" nulls last, furthest nulls last;
