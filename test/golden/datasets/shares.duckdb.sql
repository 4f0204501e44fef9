WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id",
    "s"."from_country" AS "s_from_country",
    "s"."from_town" AS "s_from_town",
    "s"."minutes" AS "s_minutes"
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
    "s"."s_minutes" AS "s_minutes",
    CASE
      WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_country"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_town"), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 3602879701896397 THEN 'train'
      ELSE CASE WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_country"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_town"), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 3602879701896397 THEN 'validation' ELSE 'test' END
    END AS "split",
    TRUE AS "is_known",
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
    "j"."s_minutes" AS "s_minutes",
    "j"."split" AS "split",
    CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_1" END AS "point_1",
    CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_2" END AS "point_2"
  FROM "judged" AS "j"
  WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00'
    AND "j"."is_known"
    AND "j"."split" IS NOT NULL
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."orders_7d" AS "orders_7d",
    "s"."amount_7d" AS "amount_7d",
    "s"."most_14d" AS "most_14d"
  FROM "feat_storage"."customer_orders__g94310f7f" AS "s"
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-02 00:00:00'
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
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-02 00:00:00'
    AND "s"."feature_time" <= TIMESTAMP '2026-02-19 18:00:00'
)
SELECT
  "x"."s_customer_id" AS "customer_id",
  "x"."s_from_country" AS "from_country",
  "x"."s_from_town" AS "from_town",
  "x"."label_time" AS "called_at",
  "x"."split" AS "split",
  "x"."s_minutes" AS "label",
  CASE WHEN "v1"."feature_time" IS NULL AND "x"."point_1" IS NOT NULL THEN 0 ELSE "v1"."orders_7d" END AS "orders_7d",
  "v1"."amount_7d" AS "amount_7d",
  CASE WHEN "v1"."feature_time" IS NULL AND "x"."point_1" IS NOT NULL THEN -1 ELSE "v1"."most_14d" END AS "most_14d",
  CASE
    WHEN "v2"."feature_time" IS NULL AND "x"."point_2" IS NOT NULL THEN 0
    ELSE "v2"."place_orders_2d"
  END AS "place_orders_2d",
  "v2"."place_amount_2d" AS "place_amount_2d"
FROM "examples" AS "x"
LEFT JOIN "v1" ON "v1"."customer_id" = "x"."s_customer_id"
  AND "v1"."feature_time" = "x"."point_1"
LEFT JOIN "v2" ON "v2"."country" = "x"."s_from_country"
  AND "v2"."town" = "x"."s_from_town"
  AND "v2"."feature_time" = "x"."point_2"
ORDER BY "x"."label_time" ASC NULLS LAST, "x"."s_customer_id" ASC NULLS LAST, "x"."s_from_country" ASC NULLS LAST, "x"."s_from_town" ASC NULLS LAST, "x"."s_minutes" ASC NULLS LAST;

WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id",
    "s"."from_country" AS "s_from_country",
    "s"."from_town" AS "s_from_town",
    "s"."minutes" AS "s_minutes"
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
    "s"."s_minutes" AS "s_minutes",
    CASE
      WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_country"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_town"), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 3602879701896397 THEN 'train'
      ELSE CASE WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_country"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_town"), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 3602879701896397 THEN 'validation' ELSE 'test' END
    END AS "split",
    TRUE AS "is_known",
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
  count(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '3 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_missing",
  min(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '3 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_first",
  max(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_1" END IS NULL AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= "j"."label_time" - INTERVAL '3 days' AND date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') >= TIMESTAMP '2026-01-01 00:00:00' THEN date_trunc('day', "j"."label_time" - INTERVAL '3600 seconds') END) AS "v1_last",
  count(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_2" END IS NULL AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= "j"."label_time" - INTERVAL '3 days' AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-01 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') END) AS "v2_missing",
  min(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_2" END IS NULL AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= "j"."label_time" - INTERVAL '3 days' AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-01 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') END) AS "v2_first",
  max(CASE WHEN ("j"."is_known" AND "j"."split" IS NOT NULL) AND CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_2" END IS NULL AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= "j"."label_time" - INTERVAL '3 days' AND time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') >= TIMESTAMP '2026-01-01 00:00:00' THEN time_bucket(INTERVAL '21600 seconds', "j"."label_time" - INTERVAL '3600 seconds', TIMESTAMP '2001-01-01 00:00:00') END) AS "v2_last"
FROM "judged" AS "j"
WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00';

WITH "spine" AS (
  SELECT
    "s"."called_at" AS "label_time",
    "s"."customer_id" AS "s_customer_id",
    "s"."from_country" AS "s_from_country",
    "s"."from_town" AS "s_from_town",
    "s"."minutes" AS "s_minutes"
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
    "s"."s_minutes" AS "s_minutes",
    CASE
      WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_country"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_town"), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 3602879701896397 THEN 'train'
      ELSE CASE WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_country"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_from_town"), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 3602879701896397 THEN 'validation' ELSE 'test' END
    END AS "split",
    TRUE AS "is_known",
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
    "j"."s_minutes" AS "s_minutes",
    "j"."split" AS "split",
    CASE WHEN "j"."point_1" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_1" END AS "point_1",
    CASE WHEN "j"."point_2" >= "j"."label_time" - INTERVAL '3 days' THEN "j"."point_2" END AS "point_2"
  FROM "judged" AS "j"
  WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00'
    AND "j"."is_known"
    AND "j"."split" IS NOT NULL
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."orders_7d" AS "orders_7d",
    "s"."amount_7d" AS "amount_7d",
    "s"."most_14d" AS "most_14d"
  FROM "feat_storage"."customer_orders__g94310f7f" AS "s"
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-02 00:00:00'
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
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-02 00:00:00'
    AND "s"."feature_time" <= TIMESTAMP '2026-02-19 18:00:00'
)
SELECT
  "x"."s_customer_id" AS "customer_id",
  "x"."s_from_country" AS "from_country",
  "x"."s_from_town" AS "from_town",
  "x"."label_time" AS "called_at",
  "x"."split" AS "split",
  "x"."s_minutes" AS "label",
  CASE WHEN "v1"."feature_time" IS NULL AND "x"."point_1" IS NOT NULL THEN 0 ELSE "v1"."orders_7d" END AS "orders_7d",
  "v1"."amount_7d" AS "amount_7d",
  CASE WHEN "v1"."feature_time" IS NULL AND "x"."point_1" IS NOT NULL THEN -1 ELSE "v1"."most_14d" END AS "most_14d",
  CASE
    WHEN "v2"."feature_time" IS NULL AND "x"."point_2" IS NOT NULL THEN 0
    ELSE "v2"."place_orders_2d"
  END AS "place_orders_2d",
  "v2"."place_amount_2d" AS "place_amount_2d",
  row_number() OVER (ORDER BY "x"."label_time" ASC NULLS LAST, "x"."s_customer_id" ASC NULLS LAST, "x"."s_from_country" ASC NULLS LAST, "x"."s_from_town" ASC NULLS LAST, "x"."s_minutes" ASC NULLS LAST) AS "_row"
FROM "examples" AS "x"
LEFT JOIN "v1" ON "v1"."customer_id" = "x"."s_customer_id"
  AND "v1"."feature_time" = "x"."point_1"
LEFT JOIN "v2" ON "v2"."country" = "x"."s_from_country"
  AND "v2"."town" = "x"."s_from_town"
  AND "v2"."feature_time" = "x"."point_2";
