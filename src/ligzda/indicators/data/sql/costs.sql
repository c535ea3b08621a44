SELECT
    i.slug || ' ' || to_char(c.month, 'YYYY-MM') || ' ' || c.category AS cost,
    i.municipality_id AS municipality,
    i.slug AS incubator,
    c.month,
    c.category,
    (c.amount + coalesce((
        SELECT sum(r.amount) FROM incubators_costcorrection r
        WHERE r.incubator_id = c.incubator_id AND r.month = c.month AND r.category = c.category
    ), 0))::double precision AS amount,
    EXISTS (
        SELECT FROM incubators_closedmonth x
        WHERE x.incubator_id = c.incubator_id AND x.month = c.month
    ) AS closed
FROM incubators_monthlycost c
JOIN incubators_incubator i ON i.id = c.incubator_id
WHERE i.municipality_id = ANY (%(places)s)
