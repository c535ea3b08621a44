SELECT
    o.id AS answer,
    o.stay_id AS stay,
    coalesce(p.merged_into_id, o.person_id) AS person,
    o.municipality_id AS municipality,
    i.slug AS incubator,
    m.code AS model,
    e.gender,
    o.questionnaire,
    o.moment,
    o.rater,
    o.observed_on,
    o.score::bigint AS score,
    o.answers ->> 'state' AS state,
    (o.answers ->> 'hours')::double precision AS hours,
    (o.answers ->> 'income_work')::double precision AS income_work,
    (o.answers ->> 'income_benefits')::double precision AS income_benefits,
    (o.answers ->> 'satisfaction')::double precision AS satisfaction,
    (o.answers ->> 'choose_again')::double precision AS choose_again,
    (o.answers ->> 'punctuality')::double precision AS punctuality,
    (o.answers ->> 'teamwork')::double precision AS teamwork,
    (o.answers ->> 'change')::double precision AS change,
    (o.answers ->> 'communication')::double precision AS communication,
    (o.answers ->> 'self_reliance')::double precision AS self_reliance
FROM people_observation o
LEFT JOIN people_stay s ON s.id = o.stay_id
LEFT JOIN incubators_incubator i ON i.id = s.incubator_id
LEFT JOIN people_person p ON p.id = o.person_id
LEFT JOIN blueprints_modelversion v ON v.id = s.version_id
LEFT JOIN blueprints_operatingmodel m ON m.id = v.model_id
LEFT JOIN people_entrysnapshot e ON e.stay_id = o.stay_id
WHERE o.municipality_id = ANY (%(places)s)
    AND NOT EXISTS (
        SELECT FROM people_observation r
        WHERE r.supersedes_id = o.id AND r.supersedes_id IS NOT NULL
    )
