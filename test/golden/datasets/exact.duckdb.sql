WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id"
  FROM "raw"."calls" AS "s"
  WHERE "s"."called_at" IS NOT NULL
    AND "s"."loaded_at" < TIMESTAMP '2026-03-01 06:00:00'
),
"judged" AS (
  SELECT
    "s"."label_time" AS "label_time",
    "s"."s_customer_id" AS "s_customer_id",
    CASE
      WHEN "s"."label_time" <= TIMESTAMP '2026-01-25 00:00:00' THEN 'train'
      WHEN "s"."label_time" < TIMESTAMP '2026-02-01 00:00:00' THEN CAST(NULL AS VARCHAR)
      WHEN "s"."label_time" <= TIMESTAMP '2026-02-03 00:00:00' THEN 'validation'
      WHEN "s"."label_time" < TIMESTAMP '2026-02-10 00:00:00' THEN CAST(NULL AS VARCHAR)
      ELSE 'test'
    END AS "split",
    "s"."label_time" + INTERVAL '7 days' <= TIMESTAMP '2026-02-26 00:00:00' AS "is_known",
    CASE
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-02-28 00:00:00' THEN TIMESTAMP '2026-02-28 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-26 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-20 00:00:00' THEN TIMESTAMP '2026-01-20 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
    END AS "point_1"
  FROM "spine" AS "s"
),
"examples" AS (
  SELECT
    "j"."label_time" AS "label_time",
    "j"."s_customer_id" AS "s_customer_id",
    "j"."split" AS "split"
  FROM "judged" AS "j"
  WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00'
    AND "j"."is_known"
    AND "j"."split" IS NOT NULL
),
"labelled" AS (
  SELECT DISTINCT
    "x"."s_customer_id" AS "k1",
    "x"."label_time" AS "label_time"
  FROM "examples" AS "x"
  WHERE "x"."s_customer_id" IS NOT NULL
),
"future_1_spans" AS (
  SELECT
    "l"."k1" AS "k1",
    "l"."label_time" AS "label_time",
    time_bucket(INTERVAL '7 days', "l"."label_time", TIMESTAMP '2001-01-01 00:00:00') AS "span"
  FROM "labelled" AS "l"
  UNION ALL
  SELECT
    "l"."k1" AS "k1",
    "l"."label_time" AS "label_time",
    time_bucket(INTERVAL '7 days', "l"."label_time", TIMESTAMP '2001-01-01 00:00:00') + INTERVAL '7 days' AS "span"
  FROM "labelled" AS "l"
),
"future_1_rows" AS (
  SELECT
    "s"."customer_id" AS "k1",
    "s"."at" AS "s_at",
    "s"."n" AS "s_n",
    "s"."weight" AS "s_weight",
    time_bucket(INTERVAL '7 days', "s"."at", TIMESTAMP '2001-01-01 00:00:00') AS "span"
  FROM "raw"."orders" AS "s"
  WHERE "s"."at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."at" IS NOT NULL
    AND "s"."loaded_at" < TIMESTAMP '2026-03-01 06:00:00'
    AND "s"."at" >= TIMESTAMP '2026-01-05 00:00:00'
    AND "s"."at" < TIMESTAMP '2026-02-27 00:00:01'
),
"future_1" AS (
  SELECT
    "b"."k1" AS "k1",
    "b"."label_time" AS "label_time",
    "e"."s_at" AS "s_at",
    "e"."s_n" AS "s_n",
    "e"."s_weight" AS "s_weight"
  FROM "future_1_spans" AS "b"
  INNER JOIN "future_1_rows" AS "e" ON "b"."k1" = "e"."k1"
    AND "b"."span" = "e"."span"
    AND "e"."s_at" >= "b"."label_time"
    AND "e"."s_at" < "b"."label_time" + INTERVAL '7 days'
),
"future_1_values" AS (
  SELECT
    "m"."k1" AS "k1",
    "m"."label_time" AS "label_time",
    CAST(sum("m"."s_weight" ORDER BY "m"."s_weight") AS DOUBLE) AS "future_1_a1"
  FROM "future_1" AS "m"
  GROUP BY "m"."k1", "m"."label_time"
),
"v1" AS (
  WITH "points" AS (
    SELECT DISTINCT
      "s"."customer_id" AS "customer_id",
      "s"."spine_time" AS "feature_time"
    FROM (
      SELECT DISTINCT
        "x"."s_customer_id" AS "customer_id",
        "x"."label_time" AS "spine_time"
      FROM "examples" AS "x"
    ) AS "s"
  ),
  "t1_cells_span" AS (
    SELECT
      min("p"."feature_time") - INTERVAL '7 days' AS "_since",
      max("p"."feature_time") AS "_until"
    FROM "points" AS "p"
  ),
  "t1_cells_counted" AS (
    SELECT
      "s"."customer_id" AS "customer_id",
      count(*) AS "_rows"
    FROM (
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."at" AS "at"
      FROM "raw"."orders" AS "s"
      CROSS JOIN "t1_cells_span" AS "x"
      WHERE "s"."at" IS NOT NULL
        AND "s"."customer_id" IS NOT NULL
        AND "s"."loaded_at" IS NOT NULL
        AND "s"."at" >= "x"."_since"
        AND "s"."at" < "x"."_until"
    ) AS "s"
    GROUP BY "s"."customer_id"
  ),
  "t1_cells_marked" AS (
    SELECT
      CAST(row_number() OVER (ORDER BY "p"."customer_id" ASC NULLS LAST, "p"."feature_time" ASC NULLS LAST) AS DECIMAL(9, 0)) AS "_moment",
      "p"."customer_id" AS "customer_id",
      "p"."feature_time" AS "feature_time",
      (epoch_us("p"."feature_time") + 62135596800000000) // 50400000000 AS "_cell_0",
      "p"."feature_time" - INTERVAL '7 days' AS "_at_604800",
      (epoch_us("p"."feature_time" - INTERVAL '7 days') + 62135596800000000) // 50400000000 AS "_cell_604800",
      coalesce("r"."_rows", 0) <= 100 AS "_is_few"
    FROM "points" AS "p"
    LEFT JOIN "t1_cells_counted" AS "r" ON "p"."customer_id" = "r"."customer_id"
  ),
  "t1_cells_cuts" AS (
    SELECT
      "m"."_moment" AS "_moment",
      "m"."customer_id" AS "customer_id",
      "m"."feature_time" AS "feature_time",
      CASE WHEN "c"."n" = 0 THEN "m"."_at_604800" WHEN "c"."n" = 1 THEN "m"."_at_604800" END AS "_since",
      CASE
        WHEN "c"."n" = 0 OR ("c"."n" = 1 AND "m"."_cell_604800" < "m"."_cell_0") THEN "m"."_at_604800"
      END AS "_since_0_604800",
      CASE WHEN "c"."n" = 0 THEN "m"."_cell_0" WHEN "c"."n" = 1 THEN "m"."_cell_604800" END AS "_look"
    FROM "t1_cells_marked" AS "m"
    CROSS JOIN (
      SELECT CAST(0 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(1 AS BIGINT) AS "n"
    ) AS "c"
    WHERE NOT "m"."_is_few"
  ),
  "t1_cells_wholes" AS (
    SELECT
      "m"."_moment" AS "_moment",
      "m"."customer_id" AS "customer_id",
      "m"."feature_time" AS "feature_time",
      "m"."_cell_0" AS "_cell_0",
      "m"."_cell_604800" AS "_cell_604800",
      CASE WHEN "m"."_cell_604800" + "c"."n" < "m"."_cell_0" THEN "m"."_cell_604800" + "c"."n" END AS "_look"
    FROM "t1_cells_marked" AS "m"
    CROSS JOIN (
      SELECT CAST(1 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(2 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(3 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(4 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(5 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(6 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(7 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(8 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(9 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(10 AS BIGINT) AS "n"
      UNION ALL
      SELECT CAST(11 AS BIGINT) AS "n"
    ) AS "c"
    WHERE NOT "m"."_is_few"
  ),
  "t1_cells_seen" AS (
    SELECT
      "e"."_moment" AS "_moment",
      CAST(sum("e"."n_63f4bf09_604800") AS BIGINT) AS "n_63f4bf09_604800"
    FROM (
      SELECT
        "p"."_moment" AS "_moment",
        CASE WHEN "s"."at" >= "p"."_since_0_604800" THEN 1e0 END AS "n_63f4bf09_604800"
      FROM (
        SELECT
          "s"."customer_id" AS "customer_id",
          "s"."at" AS "at",
          "s"."loaded_at" AS "loaded_at"
        FROM "raw"."orders" AS "s"
        CROSS JOIN "t1_cells_span" AS "x"
        WHERE "s"."at" IS NOT NULL
          AND "s"."customer_id" IS NOT NULL
          AND "s"."loaded_at" IS NOT NULL
          AND "s"."at" >= "x"."_since"
          AND "s"."at" < "x"."_until"
      ) AS "s"
      INNER JOIN "t1_cells_cuts" AS "p" ON "s"."customer_id" = "p"."customer_id"
        AND (epoch_us("s"."at") + 62135596800000000) // 50400000000 = "p"."_look"
        AND "s"."at" < "p"."feature_time"
        AND "s"."at" >= "p"."_since"
        AND "s"."loaded_at" < "p"."feature_time"
      UNION ALL
      SELECT
        "p"."_moment" AS "_moment",
        "c"."n_63f4bf09" AS "n_63f4bf09_604800"
      FROM (
        SELECT
          "s"."customer_id" AS "customer_id",
          (epoch_us("s"."at") + 62135596800000000) // 50400000000 AS "_cell",
          max("s"."loaded_at") AS "_known",
          sum(1e0) AS "n_63f4bf09"
        FROM (
          SELECT
            "s"."customer_id" AS "customer_id",
            "s"."at" AS "at",
            "s"."loaded_at" AS "loaded_at"
          FROM "raw"."orders" AS "s"
          CROSS JOIN "t1_cells_span" AS "x"
          INNER JOIN (
            SELECT
              "r"."customer_id" AS "customer_id",
              "r"."_rows" AS "_rows"
            FROM "t1_cells_counted" AS "r"
            WHERE "r"."_rows" > 100
          ) AS "f" ON "s"."customer_id" = "f"."customer_id"
          WHERE "s"."at" IS NOT NULL
            AND "s"."customer_id" IS NOT NULL
            AND "s"."loaded_at" IS NOT NULL
            AND "s"."at" >= "x"."_since"
            AND "s"."at" < "x"."_until"
        ) AS "s"
        GROUP BY "s"."customer_id", (epoch_us("s"."at") + 62135596800000000) // 50400000000, CASE WHEN (epoch_us("s"."loaded_at") + 62135596800000000) // 50400000000 > (epoch_us("s"."at") + 62135596800000000) // 50400000000 THEN "s"."loaded_at" ELSE CAST(NULL AS TIMESTAMP) END
      ) AS "c"
      INNER JOIN "t1_cells_wholes" AS "p" ON "c"."customer_id" = "p"."customer_id"
        AND "c"."_cell" = "p"."_look"
        AND "c"."_known" < "p"."feature_time"
      UNION ALL
      SELECT
        "p"."_moment" AS "_moment",
        CASE WHEN "s"."at" >= "p"."_since_0_604800" THEN 1e0 END AS "n_63f4bf09_604800"
      FROM (
        SELECT
          "s"."customer_id" AS "customer_id",
          "s"."at" AS "at",
          "s"."loaded_at" AS "loaded_at"
        FROM "raw"."orders" AS "s"
        CROSS JOIN "t1_cells_span" AS "x"
        INNER JOIN (
          SELECT
            "r"."customer_id" AS "customer_id",
            "r"."_rows" AS "_rows"
          FROM "t1_cells_counted" AS "r"
          WHERE "r"."_rows" <= 100
        ) AS "f" ON "s"."customer_id" = "f"."customer_id"
        WHERE "s"."at" IS NOT NULL
          AND "s"."customer_id" IS NOT NULL
          AND "s"."loaded_at" IS NOT NULL
          AND "s"."at" >= "x"."_since"
          AND "s"."at" < "x"."_until"
      ) AS "s"
      INNER JOIN (
        SELECT
          "m"."_moment" AS "_moment",
          "m"."customer_id" AS "customer_id",
          "m"."feature_time" AS "feature_time",
          "m"."_at_604800" AS "_since",
          "m"."_at_604800" AS "_since_0_604800"
        FROM "t1_cells_marked" AS "m"
        WHERE "m"."_is_few"
      ) AS "p" ON "s"."customer_id" = "p"."customer_id"
        AND "s"."at" < "p"."feature_time"
        AND "s"."at" >= "p"."_since"
        AND "s"."loaded_at" < "p"."feature_time"
    ) AS "e"
    GROUP BY "e"."_moment"
  ),
  "t1_cells" AS (
    SELECT
      "m"."customer_id" AS "customer_id",
      "m"."feature_time" AS "feature_time",
      coalesce("e"."n_63f4bf09_604800", 0) AS "_count_37093f0d"
    FROM "t1_cells_marked" AS "m"
    LEFT JOIN "t1_cells_seen" AS "e" ON "m"."_moment" = "e"."_moment"
  ),
  "base" AS (
    SELECT
      "g"."customer_id" AS "customer_id",
      "g"."feature_time" AS "feature_time",
      coalesce("g"."_count_37093f0d", 0) AS "_count_37093f0d"
    FROM "t1_cells" AS "g"
  ),
  "level_1" AS (
    SELECT
      "b"."customer_id" AS "customer_id",
      "b"."feature_time" AS "feature_time",
      "b"."_count_37093f0d" AS "_count_37093f0d",
      "b"."_count_37093f0d" AS "orders_7d"
    FROM "base" AS "b"
  )
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "spine_time",
    "r"."orders_7d" AS "orders_7d"
  FROM (
    SELECT
      "g"."customer_id" AS "customer_id",
      "g"."feature_time" AS "feature_time",
      "g"."orders_7d" AS "orders_7d"
    FROM "level_1" AS "g"
  ) AS "r"
)
SELECT
  "x"."s_customer_id" AS "customer_id",
  "x"."label_time" AS "called_at",
  "x"."split" AS "split",
  "future_1_values"."future_1_a1" AS "label",
  CASE WHEN "v1"."spine_time" IS NULL THEN 0 ELSE "v1"."orders_7d" END AS "orders_7d"
FROM "examples" AS "x"
LEFT JOIN "future_1_values" ON "future_1_values"."k1" = "x"."s_customer_id"
  AND "future_1_values"."label_time" = "x"."label_time"
LEFT JOIN "v1" ON "v1"."customer_id" = "x"."s_customer_id"
  AND "v1"."spine_time" = "x"."label_time"
ORDER BY "x"."label_time" ASC NULLS LAST, "x"."s_customer_id" ASC NULLS LAST;

WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id"
  FROM "raw"."calls" AS "s"
  WHERE "s"."called_at" IS NOT NULL
    AND "s"."loaded_at" < TIMESTAMP '2026-03-01 06:00:00'
),
"judged" AS (
  SELECT
    "s"."label_time" AS "label_time",
    "s"."s_customer_id" AS "s_customer_id",
    CASE
      WHEN "s"."label_time" <= TIMESTAMP '2026-01-25 00:00:00' THEN 'train'
      WHEN "s"."label_time" < TIMESTAMP '2026-02-01 00:00:00' THEN CAST(NULL AS VARCHAR)
      WHEN "s"."label_time" <= TIMESTAMP '2026-02-03 00:00:00' THEN 'validation'
      WHEN "s"."label_time" < TIMESTAMP '2026-02-10 00:00:00' THEN CAST(NULL AS VARCHAR)
      ELSE 'test'
    END AS "split",
    "s"."label_time" + INTERVAL '7 days' <= TIMESTAMP '2026-02-26 00:00:00' AS "is_known",
    CASE
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-02-28 00:00:00' THEN TIMESTAMP '2026-02-28 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-26 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-20 00:00:00' THEN TIMESTAMP '2026-01-20 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
    END AS "point_1"
  FROM "spine" AS "s"
)
SELECT
  count(*) AS "examples",
  count(*) FILTER (WHERE NOT "j"."is_known") AS "label_not_known",
  count(*) FILTER (WHERE "j"."is_known" AND "j"."split" IS NULL) AS "in_gap",
  count(*) FILTER (WHERE "j"."is_known" AND "j"."split" = 'train') AS "train_rows",
  count(*) FILTER (WHERE "j"."is_known" AND "j"."split" = 'validation') AS "validation_rows",
  count(*) FILTER (WHERE "j"."is_known" AND "j"."split" = 'test') AS "test_rows",
  min(CASE WHEN "j"."is_known" AND "j"."split" IS NOT NULL THEN "j"."label_time" END) AS "first_time",
  max(CASE WHEN "j"."is_known" AND "j"."split" IS NOT NULL THEN "j"."label_time" END) AS "last_time",
  count(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '2 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '2 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_missing",
  min(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '2 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '2 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_first",
  max(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '2 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '2 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_last"
FROM "judged" AS "j"
WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00';
