-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_readings_sensor_id_1hx1h__gaebb53e4
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" (
  "sensor_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "n_e358e008" BIGINT,
  "sum_79113a0d" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" IS '[feat shop/main tiles.raw.readings/sensor_id/1hx1h feat_storage.tiles_raw_readings_sensor_id_1hx1h__gaebb53e4]';

COMMIT;

-- expand: create feat_storage.sensor_heat__ge3d9d672
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."sensor_heat__ge3d9d672" (
  "sensor_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "mean_6h" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."sensor_heat__ge3d9d672" IS '[feat shop/main view.sensor_heat feat_storage.sensor_heat__ge3d9d672]';

COMMIT;

-- publish: publish ml.sensor_heat
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."sensor_heat" (
  "sensor_id",
  "feature_time",
  "mean_6h",
  "computed_at"
) AS
SELECT
  "v"."sensor_id" AS "sensor_id",
  "v"."feature_time" AS "feature_time",
  "v"."mean_6h" AS "mean_6h",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."sensor_heat__ge3d9d672" AS "v";

COMMENT ON VIEW "ml"."sensor_heat" IS '[feat shop/main view.sensor_heat 27c28d7f.0ee34fdb.e3d9d672]';

COMMIT;

-- fill tiles.raw.readings/sensor_id/1hx1h: an interval
DELETE FROM "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" (
  "sensor_id",
  "event_tile",
  "known_tile",
  "sum_79113a0d",
  "n_e358e008",
  "n_63f4bf09"
)
SELECT
  "s"."sensor_id" AS "sensor_id",
  date_trunc('hour', "s"."read_at") AS "event_tile",
  date_trunc('hour', "s"."read_at") AS "known_tile",
  sum("s"."heat") AS "sum_79113a0d",
  count(*) FILTER (WHERE "s"."heat" IS NOT NULL) AS "n_e358e008",
  count(*) AS "n_63f4bf09"
FROM "raw"."readings" AS "s"
WHERE "s"."read_at" IS NOT NULL
  AND "s"."sensor_id" IS NOT NULL
  AND "s"."read_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."read_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."sensor_id", date_trunc('hour', "s"."read_at"), date_trunc('hour', "s"."read_at");

-- fill view.sensor_heat: many points
DELETE FROM "feat_storage"."sensor_heat__ge3d9d672"
WHERE "feature_time" >= TIMESTAMP '2026-02-09 14:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."sensor_heat__ge3d9d672" (
  "sensor_id",
  "feature_time",
  "mean_6h",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-09 14:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '3600 seconds', INTERVAL '3600 seconds')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."sensor_id" AS "sensor_id",
    greatest(min("t"."event_tile") + INTERVAL '3600 seconds', TIMESTAMP '2026-02-09 14:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."sensor_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."sensor_id" AS "sensor_id",
    "t"."event_tile" + INTERVAL '3600 seconds' AS "feature_time",
    coalesce("t"."n_e358e008", 0) AS "n_e358e008",
    "t"."sum_79113a0d" AS "sum_79113a0d"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-09 14:00:00' - INTERVAL '21600 seconds'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '3600 seconds'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "sensor_id",
      "feature_time",
      "n_e358e008",
      "sum_79113a0d"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "sensor_id",
      TIMESTAMP '2026-02-09 14:00:00' - INTERVAL '21600 seconds' AS "feature_time",
      0 AS "n_e358e008",
      NULL AS "sum_79113a0d"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "sensor_id",
      "feature_time",
      "n_e358e008",
      "sum_79113a0d"
    FROM "_sparse"
    ORDER BY "sensor_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "sensor_id",
      "feature_time",
      "sum_79113a0d",
      sum("n_e358e008") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_e358e008",
      lead("sensor_id", 1) OVER () AS "_next_sensor_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "sensor_id",
      "sum_79113a0d",
      "_sum_n_e358e008",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_sensor_id" = "sensor_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '3600 seconds' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '3600 seconds' END, INTERVAL '3600 seconds')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "sensor_id",
      "feature_time",
      "_sum_n_e358e008",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_79113a0d" END AS "_1_sum_79113a0d"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "sensor_id",
      "feature_time",
      lag("sensor_id", 1) OVER () AS "_before_sensor_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_e358e008" - lag("_sum_n_e358e008", 6) OVER () AS "_sum_n_e358e008_5_0",
      coalesce("_1_sum_79113a0d" + lag("_1_sum_79113a0d", 1) OVER (), "_1_sum_79113a0d", lag("_1_sum_79113a0d", 1) OVER ()) AS "_2_sum_79113a0d"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "sensor_id",
      "feature_time",
      "_before_sensor_id",
      "_before_feature_time",
      "_sum_n_e358e008_5_0",
      "_2_sum_79113a0d" AS "_sum_sum_79113a0d_5_0",
      coalesce("_2_sum_79113a0d" + lag("_2_sum_79113a0d", 2) OVER (), "_2_sum_79113a0d", lag("_2_sum_79113a0d", 2) OVER ()) AS "_4_sum_79113a0d"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "sensor_id",
      "feature_time",
      "_before_sensor_id",
      "_before_feature_time",
      "_sum_n_e358e008_5_0",
      coalesce("_sum_sum_79113a0d_5_0" + lag("_4_sum_79113a0d", 2) OVER (), "_sum_sum_79113a0d_5_0", lag("_4_sum_79113a0d", 2) OVER ()) AS "_sum_sum_79113a0d_5_0"
    FROM "_from_2"
  )
  SELECT
    "c"."sensor_id" AS "sensor_id",
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_79113a0d_5_0" AS "sum_79113a0d_21600",
    coalesce("c"."_sum_n_e358e008_5_0", 0) AS "n_e358e008_21600"
  FROM "_from_4" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."sensor_id" = "k"."sensor_id"
  WHERE CASE WHEN CASE WHEN "c"."sensor_id" = "c"."_before_sensor_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '3600 seconds' ELSE "c"."feature_time" = TIMESTAMP '2026-02-09 14:00:00' - INTERVAL '21600 seconds' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."sensor_id" AS "sensor_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_79113a0d_21600" AS DOUBLE) / NULLIF(CAST("t1_frames"."n_e358e008_21600" AS DOUBLE), 0) AS "_avg_aac28529"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-02-09 14:00:00'
),
"base" AS (
  SELECT
    "g"."sensor_id" AS "sensor_id",
    "g"."feature_time" AS "feature_time",
    "g"."_avg_aac28529" AS "_avg_aac28529"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."sensor_id" AS "sensor_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_aac28529" AS "_avg_aac28529",
    "b"."_avg_aac28529" AS "mean_6h"
  FROM "base" AS "b"
)
SELECT
  "r"."sensor_id" AS "sensor_id",
  "r"."feature_time" AS "feature_time",
  "r"."mean_6h" AS "mean_6h",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.sensor_heat: few points
DELETE FROM "feat_storage"."sensor_heat__ge3d9d672"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 01:00:00';

INSERT INTO "feat_storage"."sensor_heat__ge3d9d672" (
  "sensor_id",
  "feature_time",
  "mean_6h",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-10 01:00:00' - INTERVAL '3600 seconds', INTERVAL '3600 seconds')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."sensor_id" AS "sensor_id",
    greatest(min("t"."event_tile") + INTERVAL '3600 seconds', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 01:00:00'
  GROUP BY "t"."sensor_id"
),
"grid" AS (
  SELECT
    "f"."sensor_id" AS "sensor_id",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."sensor_id" AS "sensor_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_79113a0d") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '3600 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '21600 seconds') AS "sum_79113a0d_21600",
    sum("t"."n_e358e008") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '3600 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '21600 seconds') AS "n_e358e008_21600"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_1hx1h__gaebb53e4" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '3600 seconds'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '21600 seconds'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 01:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 01:00:00'
  GROUP BY "t"."sensor_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."sensor_id" AS "sensor_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_79113a0d_21600" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_e358e008_21600" AS DOUBLE), 0) AS "_avg_aac28529"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."sensor_id" AS "sensor_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_aac28529" AS "_avg_aac28529"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."sensor_id" = "t1"."sensor_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."sensor_id" AS "sensor_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_aac28529" AS "_avg_aac28529",
    "b"."_avg_aac28529" AS "mean_6h"
  FROM "base" AS "b"
)
SELECT
  "r"."sensor_id" AS "sensor_id",
  "r"."feature_time" AS "feature_time",
  "r"."mean_6h" AS "mean_6h",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
