-- How many charities answered each set of questions.
create or replace view rubric_counts as
select rubric, version, hash, count(distinct id) as charities
from answers
group by rubric, version, hash
order by rubric collate "C" nulls last, version collate "C" nulls last, hash collate "C" nulls last;
