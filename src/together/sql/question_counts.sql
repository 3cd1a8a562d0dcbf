-- How many charities gave each kind of answer to each question; for agreed levels, at which of them.
create or replace view question_counts as
select rubric, hash, section, key, kind, level, count(*) as charities
from answers
group by rubric, hash, section, key, kind, level
order by rubric collate "C" nulls last, hash collate "C" nulls last, section collate "C" nulls last,
  key collate "C" nulls last, kind collate "C" nulls last, level nulls last;
