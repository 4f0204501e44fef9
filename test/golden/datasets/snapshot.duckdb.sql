WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id",
    "s"."from_country" AS "s_from_country",
    "s"."from_town" AS "s_from_town",
    "s"."call_id" AS "s_call_id",
    min("s"."called_at") OVER (PARTITION BY "s"."customer_id") AS "group_time"
  FROM "raw"."calls" AS "s"
  WHERE "s"."called_at" IS NOT NULL
    AND "s"."loaded_at" < TIMESTAMP '2026-03-01 06:00:00'
),
"judged" AS (
  SELECT
    "s"."label_time" AS "label_time",
    "s"."s_customer_id" AS "s_customer_id",
    "s"."s_from_country" AS "s_from_country",
    "s"."s_from_town" AS "s_from_town",
    "s"."s_call_id" AS "s_call_id",
    "s"."group_time" AS "group_time",
    CASE
      WHEN "s"."group_time" <= TIMESTAMP '2026-01-25 00:00:00' THEN 'train'
      WHEN "s"."group_time" < TIMESTAMP '2026-02-01 00:00:00' THEN CAST(NULL AS VARCHAR)
      WHEN "s"."group_time" <= TIMESTAMP '2026-02-03 00:00:00' THEN 'validation'
      WHEN "s"."group_time" < TIMESTAMP '2026-02-10 00:00:00' THEN CAST(NULL AS VARCHAR)
      ELSE 'test'
    END AS "split",
    "s"."label_time" + INTERVAL '7 days' <= TIMESTAMP '2026-02-26 00:00:00' AS "is_known",
    CASE
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-02-28 00:00:00' THEN TIMESTAMP '2026-02-28 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-26 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-20 00:00:00' THEN TIMESTAMP '2026-01-20 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
    END AS "point_1",
    CASE
      WHEN time_bucket(INTERVAL '21600 seconds', "s"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-02-28 18:00:00' THEN TIMESTAMP '2026-02-28 18:00:00'
      WHEN time_bucket(INTERVAL '21600 seconds', "s"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-26 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "s"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00')
    END AS "point_2"
  FROM "spine" AS "s"
),
"examples" AS (
  SELECT
    "j"."label_time" AS "label_time",
    "j"."s_customer_id" AS "s_customer_id",
    "j"."s_from_country" AS "s_from_country",
    "j"."s_from_town" AS "s_from_town",
    "j"."s_call_id" AS "s_call_id",
    "j"."group_time" AS "group_time",
    "j"."split" AS "split",
    CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '2 days' THEN "j"."point_1" END AS "point_1",
    CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '43200 seconds' THEN "j"."point_2" END AS "point_2"
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
    "s"."amount" AS "s_amount",
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
    "e"."s_amount" AS "s_amount"
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
    CAST(sum("m"."s_amount") AS DECIMAL(38, 2)) AS "future_1_a1"
  FROM "future_1" AS "m"
  GROUP BY "m"."k1", "m"."label_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."orders_7d" AS "orders_7d",
    "s"."amount_7d" AS "amount_7d",
    "s"."most_14d" AS "most_14d"
  FROM "feat_storage"."customer_orders__g94310f7f" AS "s"
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-03 00:00:00'
    AND "s"."feature_time" <= TIMESTAMP '2026-02-19 00:00:00'
),
"v2" AS (
  SELECT
    "s"."country" AS "country",
    "s"."town" AS "town",
    "s"."feature_time" AS "feature_time",
    "s"."place_orders_2d" AS "place_orders_2d",
    "s"."place_amount_2d" AS "place_amount_2d"
  FROM "feat_storage"."place_orders__g8a7ba84a" AS "s"
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-04 12:00:00'
    AND "s"."feature_time" <= TIMESTAMP '2026-02-19 18:00:00'
)
SELECT
  "x"."s_customer_id" AS "customer_id",
  "x"."s_from_country" AS "from_country",
  "x"."s_from_town" AS "from_town",
  "x"."s_call_id" AS "call_id",
  "x"."label_time" AS "called_at",
  "x"."split" AS "split",
  "future_1_values"."future_1_a1" > 50 AS "label",
  CASE WHEN "v1"."feature_time" IS NULL AND "x"."point_1" IS NOT NULL THEN 0 ELSE "v1"."orders_7d" END AS "orders_7d",
  "v1"."amount_7d" AS "amount_7d",
  CASE WHEN "v1"."feature_time" IS NULL AND "x"."point_1" IS NOT NULL THEN -1 ELSE "v1"."most_14d" END AS "most_14d",
  CASE
    WHEN "v2"."feature_time" IS NULL AND "x"."point_2" IS NOT NULL THEN 0
    ELSE "v2"."place_orders_2d"
  END AS "place_orders_2d",
  "v2"."place_amount_2d" AS "place_amount_2d"
FROM "examples" AS "x"
LEFT JOIN "future_1_values" ON "future_1_values"."k1" = "x"."s_customer_id"
  AND "future_1_values"."label_time" = "x"."label_time"
LEFT JOIN "v1" ON "v1"."customer_id" = "x"."s_customer_id"
  AND "v1"."feature_time" = "x"."point_1"
LEFT JOIN "v2" ON "v2"."country" = "x"."s_from_country"
  AND "v2"."town" = "x"."s_from_town"
  AND "v2"."feature_time" = "x"."point_2"
ORDER BY "x"."label_time" ASC NULLS LAST, "x"."s_customer_id" ASC NULLS LAST, "x"."s_from_country" ASC NULLS LAST, "x"."s_from_town" ASC NULLS LAST, "x"."s_call_id" ASC NULLS LAST;

WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id",
    "s"."from_country" AS "s_from_country",
    "s"."from_town" AS "s_from_town",
    "s"."call_id" AS "s_call_id",
    min("s"."called_at") OVER (PARTITION BY "s"."customer_id") AS "group_time"
  FROM "raw"."calls" AS "s"
  WHERE "s"."called_at" IS NOT NULL
    AND "s"."loaded_at" < TIMESTAMP '2026-03-01 06:00:00'
),
"judged" AS (
  SELECT
    "s"."label_time" AS "label_time",
    "s"."s_customer_id" AS "s_customer_id",
    "s"."s_from_country" AS "s_from_country",
    "s"."s_from_town" AS "s_from_town",
    "s"."s_call_id" AS "s_call_id",
    "s"."group_time" AS "group_time",
    CASE
      WHEN "s"."group_time" <= TIMESTAMP '2026-01-25 00:00:00' THEN 'train'
      WHEN "s"."group_time" < TIMESTAMP '2026-02-01 00:00:00' THEN CAST(NULL AS VARCHAR)
      WHEN "s"."group_time" <= TIMESTAMP '2026-02-03 00:00:00' THEN 'validation'
      WHEN "s"."group_time" < TIMESTAMP '2026-02-10 00:00:00' THEN CAST(NULL AS VARCHAR)
      ELSE 'test'
    END AS "split",
    "s"."label_time" + INTERVAL '7 days' <= TIMESTAMP '2026-02-26 00:00:00' AS "is_known",
    CASE
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-02-28 00:00:00' THEN TIMESTAMP '2026-02-28 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-26 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-20 00:00:00' THEN TIMESTAMP '2026-01-20 00:00:00'
      WHEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "s"."label_time" - INTERVAL '3600 seconds')
    END AS "point_1",
    CASE
      WHEN time_bucket(INTERVAL '21600 seconds', "s"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-02-28 18:00:00' THEN TIMESTAMP '2026-02-28 18:00:00'
      WHEN time_bucket(INTERVAL '21600 seconds', "s"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-26 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "s"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00')
    END AS "point_2"
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
  max(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '2 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '2 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_last",
  count(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '43200 seconds' THEN "j"."point_2" END IS NULL AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= "j"."label_time" - INTERVAL '43200 seconds' AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-01 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') END) AS "v2_missing",
  min(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '43200 seconds' THEN "j"."point_2" END IS NULL AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= "j"."label_time" - INTERVAL '43200 seconds' AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-01 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') END) AS "v2_first",
  max(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '43200 seconds' THEN "j"."point_2" END IS NULL AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= "j"."label_time" - INTERVAL '43200 seconds' AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-01 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') END) AS "v2_last"
FROM "judged" AS "j"
WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00';
