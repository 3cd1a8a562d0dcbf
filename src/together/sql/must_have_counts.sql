-- Of each must-have: how many charities agreed on a level below it, and how many on that level or a higher one.
create or replace view must_have_counts as
select rubric, hash, section, key, must_level,
  count(*) filter (where kind = 'level' and level < must_level) as not_met,
  count(*) filter (where kind = 'level' and level >= must_level) as met,
  count(*) as charities
from answers
where must_level is not null
group by rubric, hash, section, key, must_level
order by rubric collate "C" nulls last, hash collate "C" nulls last, section collate "C" nulls last,
  key collate "C" nulls last, must_level nulls last;
