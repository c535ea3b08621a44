SELECT
    s.id AS stay,
    coalesce(p.merged_into_id, p.id) AS person,
    s.municipality_id AS municipality,
    i.slug AS incubator,
    m.code AS model,
    s.contract_on,
    lower(s.period) AS first_day,
    upper(s.period) - 1 AS last_day,
    nullif(s.exit_state, '') AS exit_state,
    nullif(s.exit_reason, '') AS exit_reason,
    EXISTS (
        SELECT FROM people_stay n WHERE n.person_id = s.person_id AND n.period >> s.period
    ) AS goes_on,
    (
        SELECT max(a.received_on) FROM people_application a
        WHERE a.person_id = s.person_id AND a.incubator_id = s.incubator_id
            AND a.state = 'accepted' AND a.received_on <= s.contract_on
    ) AS applied_on,
    e.age::bigint AS age,
    e.gender,
    e.labour_status,
    e.months_unemployed::bigint AS months_unemployed,
    e.education,
    e.household,
    e.collected
FROM people_stay s
JOIN people_person p ON p.id = s.person_id
JOIN incubators_incubator i ON i.id = s.incubator_id
JOIN blueprints_modelversion v ON v.id = s.version_id
JOIN blueprints_operatingmodel m ON m.id = v.model_id
LEFT JOIN people_entrysnapshot e ON e.stay_id = s.id
WHERE s.municipality_id = ANY (%(places)s)
