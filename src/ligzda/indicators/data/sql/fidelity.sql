-- A part is the share of the plan that was done; more than planned counts as all of it
-- (trial/running/fidelity.py).
SELECT
    a.id AS assessment,
    i.municipality_id AS municipality,
    i.slug AS incubator,
    a.quarter,
    max(least(1, t.actual / t.planned)) FILTER (WHERE t.item = 'content')::double precision
        AS content,
    max(least(1, t.actual / t.planned)) FILTER (WHERE t.item = 'coverage')::double precision
        AS coverage,
    max(least(1, t.actual / t.planned)) FILTER (WHERE t.item = 'frequency')::double precision
        AS frequency,
    max(least(1, t.actual / t.planned)) FILTER (WHERE t.item = 'duration')::double precision
        AS duration
FROM trial_fidelityassessment a
JOIN incubators_incubator i ON i.id = a.incubator_id
JOIN trial_fidelityitem t ON t.assessment_id = a.id
WHERE i.municipality_id = ANY (%(places)s)
GROUP BY a.id, i.municipality_id, i.slug, a.quarter
