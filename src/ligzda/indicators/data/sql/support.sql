SELECT
    d.id AS delivery,
    d.stay_id AS stay,
    coalesce(p.merged_into_id, d.person_id) AS person,
    d.municipality_id AS municipality,
    i.slug AS incubator,
    m.code AS model,
    d.service,
    d.day,
    d.minutes::bigint AS minutes,
    d.no_show
FROM people_delivery d
LEFT JOIN people_stay s ON s.id = d.stay_id
LEFT JOIN incubators_incubator i ON i.id = s.incubator_id
LEFT JOIN people_person p ON p.id = d.person_id
LEFT JOIN blueprints_modelversion v ON v.id = s.version_id
LEFT JOIN blueprints_operatingmodel m ON m.id = v.model_id
WHERE d.municipality_id = ANY (%(places)s)
