SELECT
    j.id AS job,
    j.enterprise_id AS enterprise,
    i.slug AS incubator,
    lower(j.period) AS first_day,
    upper(j.period) - 1 AS last_day,
    j.hours::double precision AS hours,
    j.target_group
FROM ventures_jobspell j
JOIN incubators_incubator i ON i.municipality_id = j.municipality_id
WHERE j.municipality_id = ANY (%(places)s)
