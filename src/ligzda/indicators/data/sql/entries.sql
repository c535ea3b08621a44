-- When a record came into the house, beside the day of which it tells; a year back.
SELECT
    'answers' AS kind,
    o.id AS record,
    o.municipality_id AS municipality,
    i.slug AS incubator,
    o.observed_on AS happened_on,
    (o.recorded_at AT TIME ZONE 'Europe/Riga')::date AS entered_on
FROM people_observation o
JOIN people_stay s ON s.id = o.stay_id
JOIN incubators_incubator i ON i.id = s.incubator_id
WHERE o.municipality_id = ANY (%(places)s) AND o.supersedes_id IS NULL
    AND o.observed_on > %(as_of)s::date - 366
UNION ALL
SELECT
    'attempt',
    a.id,
    a.municipality_id,
    i.slug,
    a.on,
    (a.noted_at AT TIME ZONE 'Europe/Riga')::date
FROM people_contactattempt a
JOIN people_stay s ON s.id = a.stay_id
JOIN incubators_incubator i ON i.id = s.incubator_id
WHERE a.municipality_id = ANY (%(places)s) AND a.on > %(as_of)s::date - 366
UNION ALL
SELECT
    'stay',
    s.id,
    s.municipality_id,
    i.slug,
    s.contract_on,
    (e.pgh_created_at AT TIME ZONE 'Europe/Riga')::date
FROM people_stay s
JOIN people_stayevent e ON e.id = s.id AND e.pgh_label = 'insert'
JOIN incubators_incubator i ON i.id = s.incubator_id
WHERE s.municipality_id = ANY (%(places)s) AND s.contract_on > %(as_of)s::date - 366
