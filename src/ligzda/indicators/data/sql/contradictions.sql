SELECT
    f.id AS contradiction,
    f.municipality_id AS municipality,
    i.slug AS incubator,
    f.enterprise_id AS enterprise,
    f.kind,
    f.ours,
    f.theirs,
    (f.found_at AT TIME ZONE 'Europe/Riga')::date AS found_on
FROM ventures_finding f
LEFT JOIN incubators_incubator i ON i.municipality_id = f.municipality_id
WHERE f.municipality_id = ANY (%(places)s) AND f.settled_at IS NULL
