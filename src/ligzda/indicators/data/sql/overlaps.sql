-- One person by the keyed hash of their personal code, or by a merge: registered in each place anew.
-- Two joins, each by one equality: joined by either at once, everybody is compared with everybody.
SELECT
    s.id || '-' || n.id AS overlap,
    s.id AS stay,
    s.municipality_id AS municipality,
    i.slug AS incubator,
    lower(s.period) AS first_day,
    upper(s.period) - 1 AS last_day,
    ni.slug AS other_incubator,
    lower(n.period) AS other_first_day,
    upper(n.period) - 1 AS other_last_day,
    greatest(lower(s.period), lower(n.period)) AS both_from
FROM people_stay s
JOIN (
    SELECT p.id AS person, q.id AS same
    FROM people_person p
    JOIN people_person q ON q.code_token = p.code_token
    UNION ALL
    SELECT p.id, q.id
    FROM people_person p
    JOIN people_person q ON coalesce(q.merged_into_id, q.id) = coalesce(p.merged_into_id, p.id)
    WHERE (q.code_token = p.code_token) IS NOT TRUE
) t ON t.person = s.person_id
JOIN people_stay n ON n.person_id = t.same AND n.id <> s.id AND n.period && s.period
JOIN incubators_incubator i ON i.id = s.incubator_id
JOIN incubators_incubator ni ON ni.id = n.incubator_id
WHERE s.municipality_id = ANY (%(places)s)
