-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.customer_profile__g94625a52
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_profile__g94625a52" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "tier" VARCHAR,
  "tier_code" BIGINT,
  "tenure_days" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_profile__g94625a52" IS '[feat shop/main view.customer_profile feat_storage.customer_profile__g94625a52]';

COMMIT;

-- publish: publish ml.customer_profile
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_profile" (
  "customer_id",
  "feature_time",
  "feature_date",
  "tier",
  "tier_code",
  "tenure_days",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."tier" AS "tier",
  "v"."tier_code" AS "tier_code",
  "v"."tenure_days" AS "tenure_days",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_profile__g94625a52" AS "v";

COMMENT ON VIEW "ml"."customer_profile" IS '[feat shop/main view.customer_profile aeb8f1de.13ccec5f.94625a52]';

COMMIT;

-- fill view.customer_profile: many points
DELETE FROM "feat_storage"."customer_profile__g94625a52"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_profile__g94625a52" (
  "customer_id",
  "feature_time",
  "feature_date",
  "tier",
  "tier_code",
  "tenure_days",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank",
    "s"."tier" AS "_tier",
    "s"."signed_up_at" AS "_signed_up_at"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_tier" AS "_attribute_bcf3f840",
    "_as_of_31f6fa6c"."_signed_up_at" AS "_attribute_3fe5767f"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    "b"."_attribute_3fe5767f" AS "_attribute_3fe5767f",
    coalesce("b"."_attribute_bcf3f840", 'basic') AS "tier",
    CASE
      WHEN "b"."_attribute_bcf3f840" = 'basic' THEN 1
      WHEN "b"."_attribute_bcf3f840" = 'plus' THEN 2
      ELSE 0
    END AS "tier_code",
    date_diff('microsecond', "b"."_attribute_3fe5767f", "b"."feature_time") / 86400000000e0 AS "tenure_days"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."tier" AS "tier",
  "r"."tier_code" AS "tier_code",
  "r"."tenure_days" AS "tenure_days",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_profile: few points
DELETE FROM "feat_storage"."customer_profile__g94625a52"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_profile__g94625a52" (
  "customer_id",
  "feature_time",
  "feature_date",
  "tier",
  "tier_code",
  "tenure_days",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank",
    "s"."tier" AS "_tier",
    "s"."signed_up_at" AS "_signed_up_at"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_tier" AS "_attribute_bcf3f840",
    "_as_of_31f6fa6c"."_signed_up_at" AS "_attribute_3fe5767f"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    "b"."_attribute_3fe5767f" AS "_attribute_3fe5767f",
    coalesce("b"."_attribute_bcf3f840", 'basic') AS "tier",
    CASE
      WHEN "b"."_attribute_bcf3f840" = 'basic' THEN 1
      WHEN "b"."_attribute_bcf3f840" = 'plus' THEN 2
      ELSE 0
    END AS "tier_code",
    date_diff('microsecond', "b"."_attribute_3fe5767f", "b"."feature_time") / 86400000000e0 AS "tenure_days"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."tier" AS "tier",
  "r"."tier_code" AS "tier_code",
  "r"."tenure_days" AS "tenure_days",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
