SELECT
    a.id AS application,
    coalesce(p.merged_into_id, a.person_id) AS person,
    a.municipality_id AS municipality,
    i.slug AS incubator,
    p.gender,
    a.received_on,
    a.state,
    NOT EXISTS (
        SELECT FROM people_applicationdocument d
        WHERE d.application_id = a.id AND d.seen_on IS NULL
    ) AS complete
FROM people_application a
LEFT JOIN incubators_incubator i ON i.id = a.incubator_id
LEFT JOIN people_person p ON p.id = a.person_id
WHERE a.municipality_id = ANY (%(places)s)
