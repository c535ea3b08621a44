SELECT
    r.id AS turnover,
    r.enterprise_id AS enterprise,
    r.municipality_id AS municipality,
    i.slug AS incubator,
    r.begins AS first_day,
    (r.begins + make_interval(months => r.months::int))::date - 1 AS last_day,
    r.amount::double precision AS amount,
    r.public_share::double precision AS public_share,
    r.largest_share::double precision AS largest_share
FROM ventures_turnover r
JOIN incubators_incubator i ON i.municipality_id = r.municipality_id
WHERE r.municipality_id = ANY (%(places)s)
