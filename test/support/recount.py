# Counts a survey again, by another program: Python's own csv, and columns by the names it is given.
import csv, io, json, sys

job = json.load(sys.stdin)
text = job["content"].lstrip("\ufeff")
rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=job["delimiter"])
votes, people = {}, {}
for row in rows:
    said = {key: job["values"].get(row[head]) for head, key in job["columns"].items()}
    if not any(said.values()):
        continue
    group = job["groups"][row[job["groupColumn"]]]
    people[group] = people.get(group, 0) + 1
    for key, level in said.items():
        if level:
            counts = votes.setdefault(key, {}).setdefault(group, {})
            counts[level] = counts.get(level, 0) + 1
json.dump({"votes": votes, "people": people}, sys.stdout)
