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
      WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_customer_id"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5(CAST(CAST("s"."label_time" AS DATE) AS VARCHAR) || ' ' || CAST(CAST(date_diff('microsecond', cast_to_type(date_trunc('day', "s"."label_time"), "s"."label_time"), "s"."label_time") / 1000000e0 AS DECIMAL(11, 6)) AS VARCHAR)), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 4503599627370496 THEN 'train'
      ELSE CASE WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_customer_id"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5(CAST(CAST("s"."label_time" AS DATE) AS VARCHAR) || ' ' || CAST(CAST(date_diff('microsecond', cast_to_type(date_trunc('day', "s"."label_time"), "s"."label_time"), "s"."label_time") / 1000000e0 AS DECIMAL(11, 6)) AS VARCHAR)), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 4503599627370496 THEN 'validation' ELSE 'test' END
    END AS "split",
    "s"."label_time" + INTERVAL '1 day' <= TIMESTAMP '2026-02-26 00:00:00' AS "is_known"
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
    date_trunc('day', "l"."label_time") AS "span"
  FROM "labelled" AS "l"
  UNION ALL
  SELECT
    "l"."k1" AS "k1",
    "l"."label_time" AS "label_time",
    date_trunc('day', "l"."label_time") + INTERVAL '1 day' AS "span"
  FROM "labelled" AS "l"
),
"future_1_rows" AS (
  SELECT
    "s"."customer_id" AS "k1",
    "s"."at" AS "s_at",
    "s"."n" AS "s_n",
    "s"."amount" AS "s_amount",
    date_trunc('day', "s"."at") AS "span"
  FROM "raw"."orders" AS "s"
  WHERE "s"."at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."at" IS NOT NULL
    AND "s"."loaded_at" < TIMESTAMP '2026-03-01 06:00:00'
    AND "s"."at" >= TIMESTAMP '2026-01-05 00:00:00'
    AND "s"."at" < TIMESTAMP '2026-02-21 00:00:01'
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
    AND "e"."s_at" < "b"."label_time" + INTERVAL '1 day'
),
"future_1_l1_ranked" AS (
  SELECT
    "m"."k1" AS "k1",
    "m"."label_time" AS "label_time",
    "m"."s_amount" AS "value",
    row_number() OVER (PARTITION BY "m"."k1", "m"."label_time" ORDER BY "m"."s_at" DESC NULLS LAST, "m"."s_n" DESC NULLS LAST) AS "newest"
  FROM "future_1" AS "m"
  WHERE "m"."s_amount" IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY "m"."k1", "m"."label_time" ORDER BY "m"."s_at" DESC NULLS LAST, "m"."s_n" DESC NULLS LAST) <= 1
),
"future_1_l1" AS (
  SELECT
    "r"."k1" AS "k1",
    "r"."label_time" AS "label_time",
    "r"."value" AS "future_1_l1"
  FROM "future_1_l1_ranked" AS "r"
)
SELECT
  "x"."s_customer_id" AS "customer_id",
  "x"."label_time" AS "called_at",
  "x"."split" AS "split",
  "future_1_l1"."future_1_l1" AS "label"
FROM "examples" AS "x"
LEFT JOIN "future_1_l1" ON "future_1_l1"."k1" = "x"."s_customer_id"
  AND "future_1_l1"."label_time" = "x"."label_time"
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
      WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_customer_id"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5(CAST(CAST("s"."label_time" AS DATE) AS VARCHAR) || ' ' || CAST(CAST(date_diff('microsecond', cast_to_type(date_trunc('day', "s"."label_time"), "s"."label_time"), "s"."label_time") / 1000000e0 AS DECIMAL(11, 6)) AS VARCHAR)), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 4503599627370496 THEN 'train'
      ELSE CASE WHEN CAST('0x' || substring(md5(' ' || coalesce(CAST(CAST('0x' || substring(md5("s"."s_customer_id"), 1, 13) AS BIGINT) AS VARCHAR), '-') || ' ' || coalesce(CAST(CAST('0x' || substring(md5(CAST(CAST("s"."label_time" AS DATE) AS VARCHAR) || ' ' || CAST(CAST(date_diff('microsecond', cast_to_type(date_trunc('day', "s"."label_time"), "s"."label_time"), "s"."label_time") / 1000000e0 AS DECIMAL(11, 6)) AS VARCHAR)), 1, 13) AS BIGINT) AS VARCHAR), '-')), 1, 13) AS BIGINT) < 4503599627370496 THEN 'validation' ELSE 'test' END
    END AS "split",
    "s"."label_time" + INTERVAL '1 day' <= TIMESTAMP '2026-02-26 00:00:00' AS "is_known"
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
  max(CASE WHEN "j"."is_known" AND "j"."split" IS NOT NULL THEN "j"."label_time" END) AS "last_time"
FROM "judged" AS "j"
WHERE "j"."label_time" >= TIMESTAMP '2026-01-05 00:00:00';
