SELECT
    k.id AS milestone,
    k.enterprise_id AS enterprise,
    k.municipality_id AS municipality,
    i.slug AS incubator,
    k.kind AS step,
    k.day
FROM ventures_milestone k
JOIN incubators_incubator i ON i.municipality_id = k.municipality_id
WHERE k.municipality_id = ANY (%(places)s)
