-- fill
WITH "events" AS (
  SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
),
"tiles" AS (
  SELECT
    "events"."k" AS "k",
    date_trunc('day', "events"."at") AS "tile",
    sum("events"."n") AS "n"
  FROM "events"
  WHERE "events"."at" >= TIMESTAMP '2024-01-01 00:00:00'
    AND "events"."at" < TIMESTAMP '2024-01-03 00:00:00'
    AND ("events"."n" > 0 OR "events"."n" IS NULL)
  GROUP BY "events"."k", date_trunc('day', "events"."at")
),
"points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day', TIMESTAMP '2024-01-03 00:00:00', INTERVAL '1 day')) AS "point"
)
SELECT
  "e"."k" AS "k",
  "p"."point" AS "feature_time",
  sum("e"."n") FILTER (WHERE "e"."tile" >= "p"."point" - INTERVAL '2 days') AS "n_2d",
  CASE
    WHEN sum("e"."n") > 3 THEN 'more than three in this window of two days'
    ELSE 'three at most in this window of two days'
  END AS "size"
FROM "points" AS "p"
INNER JOIN "tiles" AS "e" ON "e"."tile" < "p"."point"
GROUP BY "e"."k", "p"."point"
ORDER BY "e"."k" ASC NULLS LAST, "p"."point" DESC NULLS LAST

WITH "EVENTS" AS (
  SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
),
"TILES" AS (
  SELECT
    "EVENTS"."K" AS "K",
    DATE_TRUNC('day', "EVENTS"."AT") AS "TILE",
    SUM("EVENTS"."N") AS "N"
  FROM "EVENTS"
  WHERE "EVENTS"."AT" >= CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))
    AND "EVENTS"."AT" < CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
    AND ("EVENTS"."N" > 0 OR "EVENTS"."N" IS NULL)
  GROUP BY "EVENTS"."K", DATE_TRUNC('day', "EVENTS"."AT")
),
"POINTS" AS (
  SELECT DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) AS "POINT"
  FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, CAST(DATEDIFF(second, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))), CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))) / 86400 AS NUMBER(38, 0)) + 2))) AS "S"
  WHERE DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) <= CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
)
SELECT
  "E"."K" AS "K",
  "P"."POINT" AS "FEATURE_TIME",
  SUM(CASE WHEN "E"."TILE" >= DATEADD(day, -2, "P"."POINT") THEN "E"."N" END) AS "N_2D",
  CASE
    WHEN SUM("E"."N") > 3 THEN 'more than three in this window of two days'
    ELSE 'three at most in this window of two days'
  END AS "SIZE"
FROM "POINTS" AS "P"
INNER JOIN "TILES" AS "E" ON "E"."TILE" < "P"."POINT"
GROUP BY "E"."K", "P"."POINT"
ORDER BY "E"."K" ASC NULLS LAST, "P"."POINT" DESC NULLS LAST

-- fill within a query
SELECT
  "f"."k" AS "k",
  "f"."n_2d" AS "n_2d"
FROM (
  WITH "events" AS (
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
  ),
  "tiles" AS (
    SELECT
      "events"."k" AS "k",
      date_trunc('day', "events"."at") AS "tile",
      sum("events"."n") AS "n"
    FROM "events"
    WHERE "events"."at" >= TIMESTAMP '2024-01-01 00:00:00'
      AND "events"."at" < TIMESTAMP '2024-01-03 00:00:00'
      AND ("events"."n" > 0 OR "events"."n" IS NULL)
    GROUP BY "events"."k", date_trunc('day', "events"."at")
  ),
  "points" AS (
    SELECT unnest(generate_series(TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day', TIMESTAMP '2024-01-03 00:00:00', INTERVAL '1 day')) AS "point"
  )
  SELECT
    "e"."k" AS "k",
    "p"."point" AS "feature_time",
    sum("e"."n") FILTER (WHERE "e"."tile" >= "p"."point" - INTERVAL '2 days') AS "n_2d",
    CASE
      WHEN sum("e"."n") > 3 THEN 'more than three in this window of two days'
      ELSE 'three at most in this window of two days'
    END AS "size"
  FROM "points" AS "p"
  INNER JOIN "tiles" AS "e" ON "e"."tile" < "p"."point"
  GROUP BY "e"."k", "p"."point"
  ORDER BY "e"."k" ASC NULLS LAST, "p"."point" DESC NULLS LAST
) AS "f"
WHERE "f"."feature_time" = TIMESTAMP '2024-01-03 00:00:00'
ORDER BY "f"."k" ASC NULLS LAST

SELECT
  "F"."K" AS "K",
  "F"."N_2D" AS "N_2D"
FROM (
  WITH "EVENTS" AS (
    SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
  ),
  "TILES" AS (
    SELECT
      "EVENTS"."K" AS "K",
      DATE_TRUNC('day', "EVENTS"."AT") AS "TILE",
      SUM("EVENTS"."N") AS "N"
    FROM "EVENTS"
    WHERE "EVENTS"."AT" >= CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))
      AND "EVENTS"."AT" < CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
      AND ("EVENTS"."N" > 0 OR "EVENTS"."N" IS NULL)
    GROUP BY "EVENTS"."K", DATE_TRUNC('day', "EVENTS"."AT")
  ),
  "POINTS" AS (
    SELECT DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) AS "POINT"
    FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, CAST(DATEDIFF(second, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))), CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))) / 86400 AS NUMBER(38, 0)) + 2))) AS "S"
    WHERE DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) <= CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
  )
  SELECT
    "E"."K" AS "K",
    "P"."POINT" AS "FEATURE_TIME",
    SUM(CASE WHEN "E"."TILE" >= DATEADD(day, -2, "P"."POINT") THEN "E"."N" END) AS "N_2D",
    CASE
      WHEN SUM("E"."N") > 3 THEN 'more than three in this window of two days'
      ELSE 'three at most in this window of two days'
    END AS "SIZE"
  FROM "POINTS" AS "P"
  INNER JOIN "TILES" AS "E" ON "E"."TILE" < "P"."POINT"
  GROUP BY "E"."K", "P"."POINT"
  ORDER BY "E"."K" ASC NULLS LAST, "P"."POINT" DESC NULLS LAST
) AS "F"
WHERE "F"."FEATURE_TIME" = CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
ORDER BY "F"."K" ASC NULLS LAST

-- part as the body
WITH "f" AS (
  WITH "events" AS (
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
  ),
  "tiles" AS (
    SELECT
      "events"."k" AS "k",
      date_trunc('day', "events"."at") AS "tile",
      sum("events"."n") AS "n"
    FROM "events"
    WHERE "events"."at" >= TIMESTAMP '2024-01-01 00:00:00'
      AND "events"."at" < TIMESTAMP '2024-01-03 00:00:00'
      AND ("events"."n" > 0 OR "events"."n" IS NULL)
    GROUP BY "events"."k", date_trunc('day', "events"."at")
  ),
  "points" AS (
    SELECT unnest(generate_series(TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day', TIMESTAMP '2024-01-03 00:00:00', INTERVAL '1 day')) AS "point"
  )
  SELECT
    "e"."k" AS "k",
    "p"."point" AS "feature_time",
    sum("e"."n") FILTER (WHERE "e"."tile" >= "p"."point" - INTERVAL '2 days') AS "n_2d",
    CASE
      WHEN sum("e"."n") > 3 THEN 'more than three in this window of two days'
      ELSE 'three at most in this window of two days'
    END AS "size"
  FROM "points" AS "p"
  INNER JOIN "tiles" AS "e" ON "e"."tile" < "p"."point"
  GROUP BY "e"."k", "p"."point"
  ORDER BY "e"."k" ASC NULLS LAST, "p"."point" DESC NULLS LAST
)
SELECT
  "k",
  "feature_time",
  "n_2d",
  "size"
FROM "f"

WITH "F" AS (
  WITH "EVENTS" AS (
    SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
  ),
  "TILES" AS (
    SELECT
      "EVENTS"."K" AS "K",
      DATE_TRUNC('day', "EVENTS"."AT") AS "TILE",
      SUM("EVENTS"."N") AS "N"
    FROM "EVENTS"
    WHERE "EVENTS"."AT" >= CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))
      AND "EVENTS"."AT" < CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
      AND ("EVENTS"."N" > 0 OR "EVENTS"."N" IS NULL)
    GROUP BY "EVENTS"."K", DATE_TRUNC('day', "EVENTS"."AT")
  ),
  "POINTS" AS (
    SELECT DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) AS "POINT"
    FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, CAST(DATEDIFF(second, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))), CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))) / 86400 AS NUMBER(38, 0)) + 2))) AS "S"
    WHERE DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) <= CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
  )
  SELECT
    "E"."K" AS "K",
    "P"."POINT" AS "FEATURE_TIME",
    SUM(CASE WHEN "E"."TILE" >= DATEADD(day, -2, "P"."POINT") THEN "E"."N" END) AS "N_2D",
    CASE
      WHEN SUM("E"."N") > 3 THEN 'more than three in this window of two days'
      ELSE 'three at most in this window of two days'
    END AS "SIZE"
  FROM "POINTS" AS "P"
  INNER JOIN "TILES" AS "E" ON "E"."TILE" < "P"."POINT"
  GROUP BY "E"."K", "P"."POINT"
  ORDER BY "E"."K" ASC NULLS LAST, "P"."POINT" DESC NULLS LAST
)
SELECT
  "K",
  "FEATURE_TIME",
  "N_2D",
  "SIZE"
FROM "F"

-- union of blocks with clauses of their own
(
  SELECT
    "x"."n" AS "n"
  FROM (
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
  ) AS "x"
  ORDER BY "x"."n" DESC NULLS LAST
  LIMIT 1
)
UNION ALL
(
  WITH "y" AS (
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
  )
  SELECT
    "y"."n" AS "n"
  FROM "y"
  WHERE "y"."k" = 'a'
)
UNION ALL
SELECT CAST(NULL AS BIGINT) AS "n"
UNION ALL
SELECT CAST(-1 AS BIGINT) AS "n"

(
  SELECT
    "X"."N" AS "N"
  FROM (
    SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
  ) AS "X"
  ORDER BY "X"."N" DESC NULLS LAST
  LIMIT 1
)
UNION ALL
(
  WITH "Y" AS (
    SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
  )
  SELECT
    "Y"."N" AS "N"
  FROM "Y"
  WHERE "Y"."K" = 'a'
)
UNION ALL
SELECT CAST(NULL AS NUMBER(38, 0)) AS "N"
UNION ALL
SELECT CAST(-1 AS NUMBER(38, 0)) AS "N"

-- distinct, grouped by a number
SELECT DISTINCT
  "x"."one" AS "one"
FROM (
  SELECT
    1 AS "one"
  FROM (
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
    UNION ALL
    SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
  ) AS "x"
  GROUP BY CAST(1 AS BIGINT)
) AS "x"

SELECT DISTINCT
  "X"."ONE" AS "ONE"
FROM (
  SELECT
    1 AS "ONE"
  FROM (
    SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
    UNION ALL
    SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
  ) AS "X"
  GROUP BY CAST(1 AS NUMBER(38, 0))
) AS "X"

-- left and cross joins
SELECT
  "a"."k" AS "k",
  "b"."n" AS "other",
  "c"."now" AS "now"
FROM (
  SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
) AS "a"
LEFT JOIN (
  SELECT 'a' AS "k", TIMESTAMP '2024-01-01 06:00:00' AS "at", CAST(1 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'a' AS "k", TIMESTAMP '2024-01-01 18:00:00' AS "at", CAST(2 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'b' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(5 AS BIGINT) AS "n"
  UNION ALL
  SELECT 'b''
' AS "k", TIMESTAMP '2024-01-02 06:00:00' AS "at", CAST(7 AS BIGINT) AS "n"
) AS "b" ON "a"."k" = "b"."k"
  AND "a"."n" < "b"."n"
CROSS JOIN (
  SELECT CAST(TIMESTAMP '2024-01-03 01:30:00' AS TIMESTAMP) AS "now"
) AS "c"
WHERE "a"."k" = 'a'
  AND "a"."n" IS NOT NULL
  AND "a"."n" < 9
  AND "a"."n" > 0
ORDER BY "a"."n" ASC NULLS LAST

SELECT
  "A"."K" AS "K",
  "B"."N" AS "OTHER",
  "C"."NOW" AS "NOW"
FROM (
  SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
) AS "A"
LEFT JOIN (
  SELECT 'a' AS "K", CAST('2024-01-01 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(1 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'a' AS "K", CAST('2024-01-01 18:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(2 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'b' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(5 AS NUMBER(38, 0)) AS "N"
  UNION ALL
  SELECT 'b''
' AS "K", CAST('2024-01-02 06:00:00' AS TIMESTAMP_NTZ(6)) AS "AT", CAST(7 AS NUMBER(38, 0)) AS "N"
) AS "B" ON "A"."K" = "B"."K"
  AND "A"."N" < "B"."N"
CROSS JOIN (
  SELECT CAST(CAST('2024-01-03 01:30:00' AS TIMESTAMP_NTZ(6)) AS TIMESTAMP_NTZ(6)) AS "NOW"
) AS "C"
WHERE "A"."K" = 'a'
  AND "A"."N" IS NOT NULL
  AND "A"."N" < 9
  AND "A"."N" > 0
ORDER BY "A"."N" ASC NULLS LAST

-- points
SELECT
  "p"."point" AS "point"
FROM (
  SELECT unnest(generate_series(TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1 day', TIMESTAMP '2024-01-03 00:00:00', INTERVAL '1 day')) AS "point"
) AS "p"

SELECT
  "P"."POINT" AS "POINT"
FROM (
  SELECT DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) AS "POINT"
  FROM TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, CAST(DATEDIFF(second, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6))), CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))) / 86400 AS NUMBER(38, 0)) + 2))) AS "S"
  WHERE DATEADD(second, "S"."INDEX" * 86400, DATEADD(day, 1, CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))) <= CAST('2024-01-03 00:00:00' AS TIMESTAMP_NTZ(6))
) AS "P"

-- an empty relation
SELECT CAST(NULL AS VARCHAR) AS "k", CAST(NULL AS TIMESTAMP) AS "at" WHERE FALSE

SELECT CAST(NULL AS VARCHAR) AS "K", CAST(NULL AS TIMESTAMP_NTZ(6)) AS "AT" WHERE FALSE
