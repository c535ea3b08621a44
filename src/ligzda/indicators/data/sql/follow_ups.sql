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
        coalesce(p.merged_into_id, s.person_id) AS person,
        s.municipality_id AS municipality,
        i.slug AS incubator,
        m.code AS model,
        e.gender,
        e.labour_status,
        k.wave,
        CASE
            WHEN k.months = 0 THEN upper(s.period) - 1 + 28
            ELSE (date_trunc('month', (upper(s.period) - 1)::timestamp) + make_interval(months => k.months))::date
                + least(extract(day FROM upper(s.period) - 1)::int, 28) - 1
        END AS due_on,
        k.late_after
    FROM people_stay s
    CROSS JOIN (
        VALUES ('w4', 0, 14), ('m6', 6, 42), ('m12', 12, 42), ('m24', 24, 56)
    ) AS k (wave, months, late_after)
    LEFT JOIN incubators_incubator i ON i.id = s.incubator_id
    JOIN (
        SELECT person_id, max(lower(period)) AS last_began FROM people_stay
        WHERE municipality_id = ANY (%(places)s)
        GROUP BY person_id
    ) n ON n.person_id = s.person_id
    LEFT JOIN people_person p ON p.id = s.person_id
    LEFT JOIN blueprints_modelversion v ON v.id = s.version_id
    LEFT JOIN blueprints_operatingmodel m ON m.id = v.model_id
    LEFT JOIN people_entrysnapshot e ON e.stay_id = s.id
    WHERE s.municipality_id = ANY (%(places)s)
        AND NOT upper_inf(s.period)
        AND s.exit_reason NOT IN ('died', 'transfer')
        AND n.last_began < upper(s.period)
) w
LEFT JOIN (
    SELECT t.stay_id, t.moment, t.observed_on, t.answers
    FROM people_observation t
    WHERE t.municipality_id = ANY (%(places)s) AND t.questionnaire = 'follow_up'
        AND NOT EXISTS (
            SELECT FROM people_observation r
            WHERE r.supersedes_id = t.id AND r.supersedes_id IS NOT NULL
        )
) o ON o.stay_id = w.stay AND o.moment = w.wave
LEFT JOIN people_lostfollowup l ON l.stay_id = w.stay AND l.wave = w.wave
