SELECT
    i.slug AS incubator,
    i.municipality_id AS municipality,
    CASE WHEN i.state IN ('open', 'closed') THEN i.opens_on END AS opens_on
FROM incubators_incubator i
WHERE i.municipality_id = ANY (%(places)s)
