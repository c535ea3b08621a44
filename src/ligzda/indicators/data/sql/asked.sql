SELECT
    %(first_day)s::date AS first_day,
    %(last_day)s::date AS last_day,
    %(as_of)s::date AS as_of
