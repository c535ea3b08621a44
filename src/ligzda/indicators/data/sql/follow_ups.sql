-- As people/followups/windows.py computes them; nobody is asked who died, was transferred, or came
-- back (tests/indicators/test_flat_tables.py holds the two together).
SELECT
    w.stay || '-' || w.wave AS follow_up,
    w.stay,
    w.person,
    w.municipality,
    w.incubator,
    w.model,
    w.gender,
    w.labour_status,
    w.wave,
    w.due_on,
    w.due_on - extract(isodow FROM w.due_on)::int %% 7 + 1 AS opens_on,
    w.due_on + w.late_after AS on_time_until,
    o.observed_on AS answered_on,
    l.reason AS lost_reason,
    o.answers ->> 'state' AS state,
    (o.answers ->> 'hours')::double precision AS hours,
    (o.answers ->> 'income_work')::double precision AS income_work,
    (o.answers ->> 'income_benefits')::double precision AS income_benefits
FROM (
    SELECT
        s.id AS stay,
        coalesce(p.merged_into_id, p.id) AS person,
        s.municipality_id AS municipality,
        i.slug AS incubator,
        m.code AS model,
        e.gender,
        e.labour_status,
        k.wave,
        CASE
            WHEN k.months = 0 THEN upper(s.period) - 1 + 28
            ELSE (date_trunc('month', upper(s.period) - 1) + make_interval(months => k.months))::date
                + least(extract(day FROM upper(s.period) - 1)::int, 28) - 1
        END AS due_on,
        k.late_after
    FROM people_stay s
    CROSS JOIN (
        VALUES ('w4', 0, 14), ('m6', 6, 42), ('m12', 12, 42), ('m24', 24, 56)
    ) AS k (wave, months, late_after)
    JOIN people_person p ON p.id = s.person_id
    JOIN incubators_incubator i ON i.id = s.incubator_id
    JOIN blueprints_modelversion v ON v.id = s.version_id
    JOIN blueprints_operatingmodel m ON m.id = v.model_id
    LEFT JOIN people_entrysnapshot e ON e.stay_id = s.id
    WHERE s.municipality_id = ANY (%(places)s)
        AND NOT upper_inf(s.period)
        AND s.exit_reason NOT IN ('died', 'transfer')
        AND NOT EXISTS (
            SELECT FROM people_stay n WHERE n.person_id = s.person_id AND n.period >> s.period
        )
) w
LEFT JOIN people_observation o
    ON o.stay_id = w.stay AND o.questionnaire = 'follow_up' AND o.moment = w.wave
    AND o.id NOT IN (
        SELECT r.supersedes_id FROM people_observation r WHERE r.supersedes_id IS NOT NULL
    )
LEFT JOIN people_lostfollowup l ON l.stay_id = w.stay AND l.wave = w.wave
