SELECT
    o.id AS "order",
    i.municipality_id AS municipality,
    i.slug AS incubator,
    r.code AS route,
    o.value::double precision AS value,
    o.ordered_on,
    o.delivered_on,
    o.paid_on
FROM incubators_order o
JOIN incubators_incubator i ON i.id = o.incubator_id
JOIN incubators_awardroute r ON r.id = o.route_id
WHERE i.municipality_id = ANY (%(places)s)
