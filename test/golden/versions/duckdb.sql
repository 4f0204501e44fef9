-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_trips_customer_id_1dx1d__g2c12cab2
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_313e9b20" BIGINT,
  "n_63f4bf09" BIGINT,
  "n_81eef519" BIGINT,
  "sum_1a014197" DOUBLE,
  "sum_9ecc24aa" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" IS '[feat shop/main tiles.raw.trips/customer_id/1dx1d feat_storage.tiles_raw_trips_customer_id_1dx1d__g2c12cab2]';

COMMIT;

-- expand: create feat_storage.customer_trips__gad0761ef
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_trips__gad0761ef" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "hours_7d__v1" DOUBLE,
  "hours_7d__v2" DOUBLE,
  "days_7d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_trips__gad0761ef" IS '[feat shop/main view.customer_trips feat_storage.customer_trips__gad0761ef]';

COMMIT;

-- expand: create ml.all_features__ge5a32ef9
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."all_features__ge5a32ef9" (
  "customer_id" VARCHAR,
  "feature_type" VARCHAR,
  "feature_date" DATE,
  "hours_7d__v1" DOUBLE,
  "hours_7d__v2" DOUBLE,
  "days_7d" DOUBLE,
  "hours_7d" DOUBLE
);

COMMENT ON TABLE "ml"."all_features__ge5a32ef9" IS '[feat shop/main store.all_features ml.all_features__ge5a32ef9]';

COMMIT;

-- expand: create feat_storage.online__g77a69b7d
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."online__g77a69b7d" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "hours_7d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."online__g77a69b7d" IS '[feat shop/main serving.online feat_storage.online__g77a69b7d]';

COMMIT;

-- publish: publish ml.customer_trips
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_trips" (
  "customer_id",
  "feature_time",
  "feature_date",
  "hours_7d__v1",
  "hours_7d__v2",
  "days_7d",
  "hours_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."hours_7d__v1" AS "hours_7d__v1",
  "v"."hours_7d__v2" AS "hours_7d__v2",
  "v"."days_7d" AS "days_7d",
  "v"."hours_7d__v1" AS "hours_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_trips__gad0761ef" AS "v";

COMMENT ON VIEW "ml"."customer_trips" IS '[feat shop/main view.customer_trips fef96e51.0e5d4779.ad0761ef]';

COMMIT;

-- publish: publish ml.all_features
BEGIN TRANSACTION;

ALTER TABLE "ml"."all_features__ge5a32ef9" RENAME TO "all_features";

COMMENT ON TABLE "ml"."all_features" IS '[feat shop/main store.all_features 82acab3d.7eab929b.e5a32ef9]';

COMMIT;

-- publish: publish ml.online
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."online" (
  "customer_id",
  "feature_time",
  "hours_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."hours_7d" AS "hours_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."online__g77a69b7d" AS "v";

COMMENT ON VIEW "ml"."online" IS '[feat shop/main serving.online f73d972e.cfc8020e.77a69b7d]';

COMMIT;

-- publish: publish ml.vw_ml_feature_monitoring
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_ml_feature_monitoring" (
  "feature_date",
  "feature_type",
  "feature_name",
  "data_type",
  "row_count",
  "null_count",
  "null_percentage",
  "min_value",
  "max_value"
) AS
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'hours_7d__v1' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."hours_7d__v1" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."hours_7d__v1" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."hours_7d__v1" AS DOUBLE)) AS "min_value",
  max(CAST("s"."hours_7d__v1" AS DOUBLE)) AS "max_value"
FROM "ml"."all_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'hours_7d__v2' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."hours_7d__v2" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."hours_7d__v2" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."hours_7d__v2" AS DOUBLE)) AS "min_value",
  max(CAST("s"."hours_7d__v2" AS DOUBLE)) AS "max_value"
FROM "ml"."all_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'days_7d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."days_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."days_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."days_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."days_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."all_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'hours_7d' AS "feature_name",
  'float' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."hours_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."hours_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."hours_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."hours_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."all_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date";

COMMENT ON VIEW "ml"."vw_ml_feature_monitoring" IS 'Completeness and range of each feature by day
[feat shop/main report.monitoring 08af8e34.0023e52a]';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_date" IS 'Day of the feature rows';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_type" IS 'Group of the store';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_name" IS 'Name of the feature';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."data_type" IS 'Declared type';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."row_count" IS 'Rows of the group on the day';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."null_count" IS 'Rows without a value';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."null_percentage" IS 'Rows without a value, in percent';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."min_value" IS 'Least value; a flag counts as 0 or 1; NULL for text';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."max_value" IS 'Greatest value; a flag counts as 0 or 1; NULL for text';

COMMIT;

-- fill tiles.raw.trips/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" (
  "customer_id",
  "event_tile",
  "known_tile",
  "sum_9ecc24aa",
  "n_313e9b20",
  "sum_1a014197",
  "n_81eef519",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  sum(date_diff('microsecond', "s"."began_at", "s"."ended_at") / 3600000000e0) AS "sum_9ecc24aa",
  count(*) FILTER (WHERE date_diff('microsecond', "s"."began_at", "s"."ended_at") / 3600000000e0 IS NOT NULL) AS "n_313e9b20",
  sum(date_diff('microsecond', "s"."began_at", "s"."ended_at") / 3600000000e0) FILTER (WHERE "s"."status" = 'done') AS "sum_1a014197",
  count(*) FILTER (WHERE "s"."status" = 'done' AND date_diff('microsecond', "s"."began_at", "s"."ended_at") / 3600000000e0 IS NOT NULL) AS "n_81eef519",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.customer_trips: many points
DELETE FROM "feat_storage"."customer_trips__gad0761ef"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_trips__gad0761ef" (
  "customer_id",
  "feature_time",
  "feature_date",
  "hours_7d__v1",
  "hours_7d__v2",
  "days_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_313e9b20", 0) AS "n_313e9b20",
    coalesce("t"."n_81eef519", 0) AS "n_81eef519",
    "t"."sum_9ecc24aa" AS "sum_9ecc24aa",
    "t"."sum_1a014197" AS "sum_1a014197"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_313e9b20",
      "n_81eef519",
      "sum_9ecc24aa",
      "sum_1a014197"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_313e9b20",
      0 AS "n_81eef519",
      NULL AS "sum_9ecc24aa",
      NULL AS "sum_1a014197"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_313e9b20",
      "n_81eef519",
      "sum_9ecc24aa",
      "sum_1a014197"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_9ecc24aa",
      "sum_1a014197",
      sum("n_313e9b20") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_313e9b20",
      sum("n_81eef519") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_81eef519",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "sum_9ecc24aa",
      "sum_1a014197",
      "_sum_n_313e9b20",
      "_sum_n_81eef519",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_313e9b20",
      "_sum_n_81eef519",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_9ecc24aa" END AS "_1_sum_9ecc24aa",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_1a014197" END AS "_1_sum_1a014197"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_313e9b20" - lag("_sum_n_313e9b20", 7) OVER () AS "_sum_n_313e9b20_6_0",
      "_sum_n_81eef519" - lag("_sum_n_81eef519", 7) OVER () AS "_sum_n_81eef519_6_0",
      "_1_sum_9ecc24aa" AS "_sum_sum_9ecc24aa_6_0",
      coalesce("_1_sum_9ecc24aa" + lag("_1_sum_9ecc24aa", 1) OVER (), "_1_sum_9ecc24aa", lag("_1_sum_9ecc24aa", 1) OVER ()) AS "_2_sum_9ecc24aa",
      "_1_sum_1a014197" AS "_sum_sum_1a014197_6_0",
      coalesce("_1_sum_1a014197" + lag("_1_sum_1a014197", 1) OVER (), "_1_sum_1a014197", lag("_1_sum_1a014197", 1) OVER ()) AS "_2_sum_1a014197"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_313e9b20_6_0",
      "_sum_n_81eef519_6_0",
      coalesce("_sum_sum_9ecc24aa_6_0" + lag("_2_sum_9ecc24aa", 1) OVER (), "_sum_sum_9ecc24aa_6_0", lag("_2_sum_9ecc24aa", 1) OVER ()) AS "_sum_sum_9ecc24aa_6_0",
      coalesce("_2_sum_9ecc24aa" + lag("_2_sum_9ecc24aa", 2) OVER (), "_2_sum_9ecc24aa", lag("_2_sum_9ecc24aa", 2) OVER ()) AS "_4_sum_9ecc24aa",
      coalesce("_sum_sum_1a014197_6_0" + lag("_2_sum_1a014197", 1) OVER (), "_sum_sum_1a014197_6_0", lag("_2_sum_1a014197", 1) OVER ()) AS "_sum_sum_1a014197_6_0",
      coalesce("_2_sum_1a014197" + lag("_2_sum_1a014197", 2) OVER (), "_2_sum_1a014197", lag("_2_sum_1a014197", 2) OVER ()) AS "_4_sum_1a014197"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_313e9b20_6_0",
      "_sum_n_81eef519_6_0",
      coalesce("_sum_sum_9ecc24aa_6_0" + lag("_4_sum_9ecc24aa", 3) OVER (), "_sum_sum_9ecc24aa_6_0", lag("_4_sum_9ecc24aa", 3) OVER ()) AS "_sum_sum_9ecc24aa_6_0",
      coalesce("_sum_sum_1a014197_6_0" + lag("_4_sum_1a014197", 3) OVER (), "_sum_sum_1a014197_6_0", lag("_4_sum_1a014197", 3) OVER ()) AS "_sum_sum_1a014197_6_0"
    FROM "_from_2"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_9ecc24aa_6_0" AS "sum_9ecc24aa_604800",
    coalesce("c"."_sum_n_313e9b20_6_0", 0) AS "n_313e9b20_604800",
    "c"."_sum_sum_1a014197_6_0" AS "sum_1a014197_604800",
    coalesce("c"."_sum_n_81eef519_6_0", 0) AS "n_81eef519_604800"
  FROM "_from_4" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_9ecc24aa_604800" AS DOUBLE) / NULLIF(CAST("t1_frames"."n_313e9b20_604800" AS DOUBLE), 0) AS "_avg_433e5e6b",
    CAST("t1_frames"."sum_1a014197_604800" AS DOUBLE) / NULLIF(CAST("t1_frames"."n_81eef519_604800" AS DOUBLE), 0) AS "_avg_f03b31df"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "g"."_avg_433e5e6b" AS "_avg_433e5e6b",
    "g"."_avg_f03b31df" AS "_avg_f03b31df"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_433e5e6b" AS "_avg_433e5e6b",
    "b"."_avg_f03b31df" AS "_avg_f03b31df",
    "b"."_avg_433e5e6b" AS "hours_7d__v1",
    "b"."_avg_f03b31df" AS "hours_7d__v2"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_433e5e6b" AS "_avg_433e5e6b",
    "b"."_avg_f03b31df" AS "_avg_f03b31df",
    "b"."hours_7d__v1" AS "hours_7d__v1",
    "b"."hours_7d__v2" AS "hours_7d__v2",
    CAST("b"."hours_7d__v1" AS DOUBLE) / 24e0 AS "days_7d"
  FROM "level_1" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."hours_7d__v1" AS "hours_7d__v1",
  "r"."hours_7d__v2" AS "hours_7d__v2",
  "r"."days_7d" AS "days_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_2" AS "r";

-- fill view.customer_trips: few points
DELETE FROM "feat_storage"."customer_trips__gad0761ef"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_trips__gad0761ef" (
  "customer_id",
  "feature_time",
  "feature_date",
  "hours_7d__v1",
  "hours_7d__v2",
  "days_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id"
),
"grid" AS (
  SELECT
    "f"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_9ecc24aa") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_9ecc24aa_604800",
    sum("t"."n_313e9b20") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_313e9b20_604800",
    sum("t"."sum_1a014197") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_1a014197_604800",
    sum("t"."n_81eef519") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_81eef519_604800"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g2c12cab2" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_9ecc24aa_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_313e9b20_604800" AS DOUBLE), 0) AS "_avg_433e5e6b",
    CAST("t1_seen"."sum_1a014197_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_81eef519_604800" AS DOUBLE), 0) AS "_avg_f03b31df"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_433e5e6b" AS "_avg_433e5e6b",
    "t1"."_avg_f03b31df" AS "_avg_f03b31df"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_433e5e6b" AS "_avg_433e5e6b",
    "b"."_avg_f03b31df" AS "_avg_f03b31df",
    "b"."_avg_433e5e6b" AS "hours_7d__v1",
    "b"."_avg_f03b31df" AS "hours_7d__v2"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_433e5e6b" AS "_avg_433e5e6b",
    "b"."_avg_f03b31df" AS "_avg_f03b31df",
    "b"."hours_7d__v1" AS "hours_7d__v1",
    "b"."hours_7d__v2" AS "hours_7d__v2",
    CAST("b"."hours_7d__v1" AS DOUBLE) / 24e0 AS "days_7d"
  FROM "level_1" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."hours_7d__v1" AS "hours_7d__v1",
  "r"."hours_7d__v2" AS "hours_7d__v2",
  "r"."days_7d" AS "days_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_2" AS "r";

-- fill store.all_features: dates of customer
DELETE FROM "ml"."all_features"
WHERE "feature_type" = 'customer'
  AND "feature_date" >= CAST(TIMESTAMP '2026-02-01 00:00:00' AS DATE)
  AND "feature_date" < CAST(TIMESTAMP '2026-02-11 00:00:00' AS DATE);

INSERT INTO "ml"."all_features" (
  "feature_type",
  "feature_date",
  "customer_id",
  "hours_7d__v1",
  "hours_7d__v2",
  "days_7d",
  "hours_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."hours_7d__v1" AS "hours_7d__v1",
    "s"."hours_7d__v2" AS "hours_7d__v2",
    "s"."days_7d" AS "days_7d",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."customer_trips__gad0761ef" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= TIMESTAMP '2026-02-01 00:00:00' - INTERVAL '1 day'
    AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
),
"grid" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'customer' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  "g"."customer_id" AS "customer_id",
  "v1"."hours_7d__v1" AS "hours_7d__v1",
  "v1"."hours_7d__v2" AS "hours_7d__v2",
  "v1"."days_7d" AS "days_7d",
  "v1"."hours_7d__v1" AS "hours_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."customer_id" = "v1"."customer_id"
  AND "g"."feature_time" = "v1"."feature_time";

-- fill serving.online: as of the run
DELETE FROM "feat_storage"."online__g77a69b7d";

INSERT INTO "feat_storage"."online__g77a69b7d" (
  "customer_id",
  "feature_time",
  "hours_7d",
  "computed_at"
)
WITH "v1_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."customer_trips__gad0761ef" AS "s"
  WHERE "s"."feature_time" <= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '3600 seconds'
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."hours_7d__v1" AS "hours_7d__v1"
  FROM "feat_storage"."customer_trips__gad0761ef" AS "s"
  INNER JOIN "v1_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"keys" AS (
  SELECT
    "s"."customer_id" AS "customer_id"
  FROM "v1" AS "s"
)
SELECT
  "k"."customer_id" AS "customer_id",
  "v1"."feature_time" AS "feature_time",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
    WHEN "v1"."feature_time" >= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '2 days' THEN "v1"."hours_7d__v1"
  END AS "hours_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "keys" AS "k"
LEFT JOIN "v1" ON "k"."customer_id" = "v1"."customer_id";
