SELECT
    e.id AS enterprise,
    e.municipality_id AS municipality,
    i.slug AS incubator,
    (
        SELECT min(k.day) FROM ventures_milestone k
        WHERE k.enterprise_id = e.id AND k.kind = 'registered'
    ) AS registered_on,
    (
        SELECT min(k.day) FROM ventures_milestone k
        WHERE k.enterprise_id = e.id AND k.kind = 'closed'
    ) AS closed_on
FROM ventures_enterprise e
JOIN incubators_incubator i ON i.municipality_id = e.municipality_id
WHERE e.municipality_id = ANY (%(places)s)
