-- What is joined from the left alone costs nothing where a question does not ask for it: the planner
-- leaves it out, as long as it finds no second row.
SELECT
    s.id AS stay,
    coalesce(p.merged_into_id, s.person_id) AS person,
    s.municipality_id AS municipality,
    i.slug AS incubator,
    m.code AS model,
    s.contract_on,
    lower(s.period) AS first_day,
    upper(s.period) - 1 AS last_day,
    nullif(s.exit_state, '') AS exit_state,
    nullif(s.exit_reason, '') AS exit_reason,
    coalesce(n.last_began >= upper(s.period), false) AS goes_on,
    a.applied_on,
    e.age::bigint AS age,
    e.gender,
    e.labour_status,
    e.months_unemployed::bigint AS months_unemployed,
    e.education,
    e.household,
    e.collected
FROM people_stay s
LEFT JOIN incubators_incubator i ON i.id = s.incubator_id
LEFT JOIN people_person p ON p.id = s.person_id
LEFT JOIN blueprints_modelversion v ON v.id = s.version_id
LEFT JOIN blueprints_operatingmodel m ON m.id = v.model_id
LEFT JOIN people_entrysnapshot e ON e.stay_id = s.id
LEFT JOIN (
    SELECT person_id, max(lower(period)) AS last_began FROM people_stay
    WHERE municipality_id = ANY (%(places)s)
    GROUP BY person_id
) n ON n.person_id = s.person_id
LEFT JOIN (
    SELECT t.id, max(x.received_on) AS applied_on
    FROM people_stay t
    JOIN people_application x ON x.person_id = t.person_id AND x.incubator_id = t.incubator_id
    WHERE t.municipality_id = ANY (%(places)s) AND x.municipality_id = ANY (%(places)s)
        AND x.state = 'accepted' AND x.received_on <= t.contract_on
    GROUP BY t.id
) a ON a.id = s.id
WHERE s.municipality_id = ANY (%(places)s)
