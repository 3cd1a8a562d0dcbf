-- How many charities have each barrier in each class; without a class where it was not asked or does not apply.
create or replace view barrier_counts as
select rubric, hash, section, class, count(*) as charities
from sections
where kind = 'barrier'
group by rubric, hash, section, class
order by rubric collate "C" nulls last, hash collate "C" nulls last, section collate "C" nulls last,
  class collate "C" nulls last;
