-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.customer_profile__g2e2b768c
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_profile__g2e2b768c" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "credit" DECIMAL(12, 2),
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_profile__g2e2b768c" IS '[feat shop/main view.customer_profile feat_storage.customer_profile__g2e2b768c]';

COMMIT;

-- publish: publish ml.customer_profile
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_profile" (
  "customer_id",
  "feature_time",
  "feature_date",
  "credit",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."credit" AS "credit",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_profile__g2e2b768c" AS "v";

COMMENT ON VIEW "ml"."customer_profile" IS '[feat shop/main view.customer_profile cf7d4c60.eec5de0a.2e2b768c]';

COMMIT;

-- fill view.customer_profile: many points
DELETE FROM "feat_storage"."customer_profile__g2e2b768c"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_profile__g2e2b768c" (
  "customer_id",
  "feature_time",
  "feature_date",
  "credit",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST, "s"."credit" ASC NULLS FIRST) AS "version_rank",
    "s"."valid_to" AS "_valid_to",
    "s"."gone" AS "_gone"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_valid_to" AS "_valid_to",
    "e"."_gone" AS "_gone"
  FROM "_living_entering" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."_valid_to" IS NULL OR "p"."feature_time" < "e"."_valid_to")
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "p"."feature_time" ORDER BY "e"."version_rank" DESC NULLS LAST) = 1
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
  WHERE NOT coalesce("v"."_gone", FALSE)
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST, "s"."credit" ASC NULLS FIRST) AS "version_rank",
    "s"."credit" AS "_credit",
    "s"."valid_to" AS "_valid_to",
    "s"."gone" AS "_gone"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_credit" AS "_credit",
    "e"."_valid_to" AS "_valid_to",
    "e"."_gone" AS "_gone"
  FROM "_as_of_31f6fa6c_entering" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."_valid_to" IS NULL OR "p"."feature_time" < "e"."_valid_to")
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "p"."feature_time" ORDER BY "e"."version_rank" DESC NULLS LAST) = 1
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_credit" AS "_attribute_df42d1e4"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_df42d1e4" AS "_attribute_df42d1e4",
    "b"."_attribute_df42d1e4" AS "credit"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."credit" AS "credit",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_profile: few points
DELETE FROM "feat_storage"."customer_profile__g2e2b768c"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_profile__g2e2b768c" (
  "customer_id",
  "feature_time",
  "feature_date",
  "credit",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST, "s"."credit" ASC NULLS FIRST) AS "version_rank",
    "s"."valid_to" AS "_valid_to",
    "s"."gone" AS "_gone"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_valid_to" AS "_valid_to",
    "e"."_gone" AS "_gone"
  FROM "_living_entering" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."_valid_to" IS NULL OR "p"."feature_time" < "e"."_valid_to")
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "p"."feature_time" ORDER BY "e"."version_rank" DESC NULLS LAST) = 1
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
  WHERE NOT coalesce("v"."_gone", FALSE)
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST, "s"."credit" ASC NULLS FIRST) AS "version_rank",
    "s"."credit" AS "_credit",
    "s"."valid_to" AS "_valid_to",
    "s"."gone" AS "_gone"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_credit" AS "_credit",
    "e"."_valid_to" AS "_valid_to",
    "e"."_gone" AS "_gone"
  FROM "_as_of_31f6fa6c_entering" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."_valid_to" IS NULL OR "p"."feature_time" < "e"."_valid_to")
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "p"."feature_time" ORDER BY "e"."version_rank" DESC NULLS LAST) = 1
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_credit" AS "_attribute_df42d1e4"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_df42d1e4" AS "_attribute_df42d1e4",
    "b"."_attribute_df42d1e4" AS "credit"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."credit" AS "credit",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
