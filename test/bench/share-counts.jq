# The counts that a network's page is made of, a line for each thing counted: sets of questions, answers, must-haves, barriers, and
# how far the furthest action about a question is.
(.rubrics | map({(.id): "\(.id) \(.hash)"}) | add) as $of
| def asked: $of[. / "/" | .[0]];
  (.rubrics[] | "rubric \(.id) \(.version) \(.hash)"),
  (.answers[] | "answer \(.key | asked) \(.key) \(.kind) \(.level)"),
  (.answers[] | select(.must) | "must-have \(.key | asked) \(.key) \(.must)"),
  (.barriers[] | "barrier \(.key | asked) \(.key) \(.class)"),
  (.actions | group_by(.for)[] | "action \(.[0].for | asked) \(.[0].for) \([.[].states[]]
      | map({dropped: 0, planned: 1, doing: 2, done: 3}[.]) | max)")
