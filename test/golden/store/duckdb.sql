-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_trips_customer_id_1dx1d__g44a25e88
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" IS '[feat shop/main tiles.raw.trips/customer_id/1dx1d feat_storage.tiles_raw_trips_customer_id_1dx1d__g44a25e88]';

COMMIT;

-- expand: create feat_storage.tiles_raw_trips_customer_id_6hx6h__gdbc8907f
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" IS '[feat shop/main tiles.raw.trips/customer_id/6hx6h feat_storage.tiles_raw_trips_customer_id_6hx6h__gdbc8907f]';

COMMIT;

-- expand: create feat_storage.tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" (
  "vehicle_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" IS '[feat shop/main tiles.raw.trips/vehicle_id/1dx1d feat_storage.tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1]';

COMMIT;

-- expand: create feat_storage.customer_trips__gfd99d72f
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_trips__gfd99d72f" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "customer_trips_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_trips__gfd99d72f" IS '[feat shop/main view.customer_trips feat_storage.customer_trips__gfd99d72f]';

COMMIT;

-- expand: create feat_storage.customer_pace__g87110b49
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_pace__g87110b49" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "customer_trips_6h" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_pace__g87110b49" IS '[feat shop/main view.customer_pace feat_storage.customer_pace__g87110b49]';

COMMIT;

-- expand: create feat_storage.vehicle_trips__g72100f92
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."vehicle_trips__g72100f92" (
  "vehicle_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "vehicle_trips_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vehicle_trips__g72100f92" IS '[feat shop/main view.vehicle_trips feat_storage.vehicle_trips__g72100f92]';

COMMIT;

-- expand: create ml.tbl_features__g3985e1e7
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."tbl_features__g3985e1e7" (
  "customer_id" VARCHAR,
  "vehicle_id" VARCHAR,
  "feature_type" VARCHAR,
  "feature_date" DATE,
  "customer_trips_7d" BIGINT,
  "customer_trips_6h" BIGINT,
  "vehicle_trips_7d" BIGINT
);

COMMENT ON TABLE "ml"."tbl_features__g3985e1e7" IS '[feat shop/main store.tbl_features ml.tbl_features__g3985e1e7]';

COMMIT;

-- publish: publish ml.customer_trips
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_trips" (
  "customer_id",
  "feature_time",
  "feature_date",
  "customer_trips_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."customer_trips_7d" AS "customer_trips_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_trips__gfd99d72f" AS "v";

COMMENT ON VIEW "ml"."customer_trips" IS '[feat shop/main view.customer_trips a43dfe4b.cf5189ce.fd99d72f]';

COMMIT;

-- publish: publish ml.customer_pace
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_pace" (
  "customer_id",
  "feature_time",
  "customer_trips_6h",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."customer_trips_6h" AS "customer_trips_6h",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_pace__g87110b49" AS "v";

COMMENT ON VIEW "ml"."customer_pace" IS '[feat shop/main view.customer_pace d0baca9a.be820184.87110b49]';

COMMIT;

-- publish: publish ml.vehicle_trips
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vehicle_trips" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "vehicle_trips_7d",
  "computed_at"
) AS
SELECT
  "v"."vehicle_id" AS "vehicle_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."vehicle_trips_7d" AS "vehicle_trips_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vehicle_trips__g72100f92" AS "v";

COMMENT ON VIEW "ml"."vehicle_trips" IS '[feat shop/main view.vehicle_trips e410b90e.92f321c8.72100f92]';

COMMIT;

-- publish: publish ml.tbl_features
BEGIN TRANSACTION;

ALTER TABLE "ml"."tbl_features__g3985e1e7" RENAME TO "tbl_features";

COMMENT ON TABLE "ml"."tbl_features" IS '[feat shop/main store.tbl_features 07c57937.15e4ab6d.3985e1e7]';

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
  'customer_trips_7d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."customer_trips_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."customer_trips_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."customer_trips_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."customer_trips_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."tbl_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'customer_trips_6h' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."customer_trips_6h" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."customer_trips_6h" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."customer_trips_6h" AS DOUBLE)) AS "min_value",
  max(CAST("s"."customer_trips_6h" AS DOUBLE)) AS "max_value"
FROM "ml"."tbl_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date"
UNION ALL
SELECT
  "s"."feature_date" AS "feature_date",
  'vehicle' AS "feature_type",
  'vehicle_trips_7d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."vehicle_trips_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."vehicle_trips_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."vehicle_trips_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."vehicle_trips_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."tbl_features" AS "s"
WHERE "s"."feature_type" = 'vehicle'
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
DELETE FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill tiles.raw.trips/customer_id/6hx6h: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  time_bucket(INTERVAL '21600 seconds', "s"."ended_at", TIMESTAMP '2001-01-01 00:00:00') AS "event_tile",
  time_bucket(INTERVAL '21600 seconds', "s"."ended_at", TIMESTAMP '2001-01-01 00:00:00') AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", time_bucket(INTERVAL '21600 seconds', "s"."ended_at", TIMESTAMP '2001-01-01 00:00:00'), time_bucket(INTERVAL '21600 seconds', "s"."ended_at", TIMESTAMP '2001-01-01 00:00:00');

-- fill tiles.raw.trips/vehicle_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" (
  "vehicle_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."vehicle_id" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."vehicle_id", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.customer_trips: many points
DELETE FROM "feat_storage"."customer_trips__gfd99d72f"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_trips__gfd99d72f" (
  "customer_id",
  "feature_time",
  "feature_date",
  "customer_trips_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_8fd518ba", 0) AS "_count_8fd518ba"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_count_8fd518ba" AS "customer_trips_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."customer_trips_7d" AS "customer_trips_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_trips: few points
DELETE FROM "feat_storage"."customer_trips__gfd99d72f"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_trips__gfd99d72f" (
  "customer_id",
  "feature_time",
  "feature_date",
  "customer_trips_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" AS "t"
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
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_trips_customer_id_1dx1d__g44a25e88" AS "t"
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
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_8fd518ba", 0) AS "_count_8fd518ba"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_count_8fd518ba" AS "customer_trips_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."customer_trips_7d" AS "customer_trips_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_pace: many points
DELETE FROM "feat_storage"."customer_pace__g87110b49"
WHERE "feature_time" >= TIMESTAMP '2026-02-07 12:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_pace__g87110b49" (
  "customer_id",
  "feature_time",
  "customer_trips_6h",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-07 12:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds', INTERVAL '21600 seconds')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '21600 seconds', TIMESTAMP '2026-02-07 12:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '21600 seconds' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-07 12:00:00' - INTERVAL '21600 seconds'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-02-07 12:00:00' - INTERVAL '21600 seconds' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '21600 seconds' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds' END, INTERVAL '21600 seconds')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 1) OVER () AS "_sum_n_63f4bf09_0_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_0_0", 0) AS "n_63f4bf09_21600"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '21600 seconds' ELSE "c"."feature_time" = TIMESTAMP '2026-02-07 12:00:00' - INTERVAL '21600 seconds' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_21600", 0) AS "_count_04689ff1"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-02-07 12:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_04689ff1", 0) AS "_count_04689ff1"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_04689ff1" AS "_count_04689ff1",
    "b"."_count_04689ff1" AS "customer_trips_6h"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  "r"."customer_trips_6h" AS "customer_trips_6h",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_pace: few points
DELETE FROM "feat_storage"."customer_pace__g87110b49"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 06:00:00';

INSERT INTO "feat_storage"."customer_pace__g87110b49" (
  "customer_id",
  "feature_time",
  "customer_trips_6h",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '21600 seconds', INTERVAL '21600 seconds')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '21600 seconds', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 06:00:00'
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
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '21600 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '21600 seconds') AS "n_63f4bf09_21600"
  FROM "feat_storage"."tiles_raw_trips_customer_id_6hx6h__gdbc8907f" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '21600 seconds'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '21600 seconds'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 06:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 06:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_21600", 0) AS "_count_04689ff1"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_04689ff1", 0) AS "_count_04689ff1"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_04689ff1" AS "_count_04689ff1",
    "b"."_count_04689ff1" AS "customer_trips_6h"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  "r"."customer_trips_6h" AS "customer_trips_6h",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.vehicle_trips: many points
DELETE FROM "feat_storage"."vehicle_trips__g72100f92"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."vehicle_trips__g72100f92" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "vehicle_trips_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."vehicle_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "vehicle_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "vehicle_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("vehicle_id", 1) OVER () AS "_next_vehicle_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "vehicle_id",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_vehicle_id" = "vehicle_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      lag("vehicle_id", 1) OVER () AS "_before_vehicle_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."vehicle_id" = "k"."vehicle_id"
  WHERE CASE WHEN CASE WHEN "c"."vehicle_id" = "c"."_before_vehicle_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."vehicle_id" AS "vehicle_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_8fd518ba", 0) AS "_count_8fd518ba"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_count_8fd518ba" AS "vehicle_trips_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."vehicle_trips_7d" AS "vehicle_trips_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.vehicle_trips: few points
DELETE FROM "feat_storage"."vehicle_trips__g72100f92"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."vehicle_trips__g72100f92" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "vehicle_trips_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."vehicle_id"
),
"grid" AS (
  SELECT
    "f"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g008fcfe1" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."vehicle_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."vehicle_id" AS "vehicle_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_8fd518ba", 0) AS "_count_8fd518ba"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."vehicle_id" = "t1"."vehicle_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_count_8fd518ba" AS "vehicle_trips_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."vehicle_trips_7d" AS "vehicle_trips_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill store.tbl_features: dates of customer
DELETE FROM "ml"."tbl_features"
WHERE "feature_type" = 'customer'
  AND "feature_date" >= CAST(TIMESTAMP '2026-02-01 00:00:00' AS DATE)
  AND "feature_date" < CAST(TIMESTAMP '2026-02-11 00:00:00' AS DATE);

INSERT INTO "ml"."tbl_features" (
  "feature_type",
  "feature_date",
  "customer_id",
  "vehicle_id",
  "customer_trips_7d",
  "customer_trips_6h",
  "vehicle_trips_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."customer_trips_7d" AS "customer_trips_7d",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."customer_trips__gfd99d72f" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= TIMESTAMP '2026-02-01 00:00:00' - INTERVAL '1 day'
    AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
),
"v2" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."customer_trips_6h" AS "customer_trips_6h",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."customer_pace__g87110b49" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = time_bucket(INTERVAL '21600 seconds', "p"."feature_time", TIMESTAMP '2001-01-01 00:00:00')
  WHERE "s"."feature_time" >= TIMESTAMP '2026-02-01 00:00:00' - INTERVAL '21600 seconds'
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
  CAST(NULL AS VARCHAR) AS "vehicle_id",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."customer_trips_7d" END AS "customer_trips_7d",
  CASE WHEN "v2"."feature_time" IS NULL THEN 0 ELSE "v2"."customer_trips_6h" END AS "customer_trips_6h",
  CAST(NULL AS BIGINT) AS "vehicle_trips_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."customer_id" = "v1"."customer_id"
  AND "g"."feature_time" = "v1"."feature_time"
LEFT JOIN "v2" ON "g"."customer_id" = "v2"."customer_id"
  AND "g"."feature_time" = "v2"."feature_time";

-- fill store.tbl_features: dates of vehicle
DELETE FROM "ml"."tbl_features"
WHERE "feature_type" = 'vehicle'
  AND "feature_date" >= CAST(TIMESTAMP '2026-02-01 00:00:00' AS DATE)
  AND "feature_date" < CAST(TIMESTAMP '2026-02-11 00:00:00' AS DATE);

INSERT INTO "ml"."tbl_features" (
  "feature_type",
  "feature_date",
  "customer_id",
  "vehicle_id",
  "customer_trips_7d",
  "customer_trips_6h",
  "vehicle_trips_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."vehicle_trips_7d" AS "vehicle_trips_7d",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."vehicle_trips__g72100f92" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= TIMESTAMP '2026-02-01 00:00:00' - INTERVAL '1 day'
    AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
),
"grid" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'vehicle' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  CAST(NULL AS VARCHAR) AS "customer_id",
  "g"."vehicle_id" AS "vehicle_id",
  CAST(NULL AS BIGINT) AS "customer_trips_7d",
  CAST(NULL AS BIGINT) AS "customer_trips_6h",
  "v1"."vehicle_trips_7d" AS "vehicle_trips_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."vehicle_id" = "v1"."vehicle_id"
  AND "g"."feature_time" = "v1"."feature_time";
