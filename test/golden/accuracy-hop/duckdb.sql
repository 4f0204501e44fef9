-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" (
  "sensor_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "max_89a390c4" DOUBLE,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" IS '[feat shop/main tiles.raw.readings/sensor_id/12hx1d feat_storage.tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1]';

COMMIT;

-- expand: create feat_storage.sensor_heat__gcc4c8e96
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."sensor_heat__gcc4c8e96" (
  "sensor_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "hottest_36h" DOUBLE,
  "readings_10h" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."sensor_heat__gcc4c8e96" IS '[feat shop/main view.sensor_heat feat_storage.sensor_heat__gcc4c8e96]';

COMMIT;

-- publish: publish ml.sensor_heat
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."sensor_heat" (
  "sensor_id",
  "feature_time",
  "feature_date",
  "hottest_36h",
  "readings_10h",
  "computed_at"
) AS
SELECT
  "v"."sensor_id" AS "sensor_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."hottest_36h" AS "hottest_36h",
  "v"."readings_10h" AS "readings_10h",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."sensor_heat__gcc4c8e96" AS "v";

COMMENT ON VIEW "ml"."sensor_heat" IS '[feat shop/main view.sensor_heat 1a8c8668.8c9f561a.cc4c8e96]';

COMMIT;

-- fill tiles.raw.readings/sensor_id/12hx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" (
  "sensor_id",
  "event_tile",
  "known_tile",
  "max_89a390c4",
  "n_63f4bf09"
)
SELECT
  "s"."sensor_id" AS "sensor_id",
  time_bucket(INTERVAL '43200 seconds', "s"."read_at", TIMESTAMP '2001-01-01 00:00:00') AS "event_tile",
  date_trunc('day', "s"."read_at") AS "known_tile",
  max("s"."heat") AS "max_89a390c4",
  count(*) AS "n_63f4bf09"
FROM "raw"."readings" AS "s"
WHERE "s"."read_at" IS NOT NULL
  AND "s"."sensor_id" IS NOT NULL
  AND "s"."read_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."read_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."sensor_id", time_bucket(INTERVAL '43200 seconds', "s"."read_at", TIMESTAMP '2001-01-01 00:00:00'), date_trunc('day', "s"."read_at");

-- fill view.sensor_heat: many points
DELETE FROM "feat_storage"."sensor_heat__gcc4c8e96"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."sensor_heat__gcc4c8e96" (
  "sensor_id",
  "feature_time",
  "feature_date",
  "hottest_36h",
  "readings_10h",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."sensor_id" AS "sensor_id",
    greatest(date_trunc('day', (min("t"."event_tile") + INTERVAL '43200 seconds') + INTERVAL '43200 seconds'), TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
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
    max("t"."max_89a390c4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '43200 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '129600 seconds') AS "max_89a390c4_129600",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '43200 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '43200 seconds') AS "n_63f4bf09_43200"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '43200 seconds'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '129600 seconds'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '129600 seconds'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."sensor_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."sensor_id" AS "sensor_id",
    "t1_seen"."feature_time" AS "feature_time",
    "t1_seen"."max_89a390c4_129600" AS "_max_e5ee68e9",
    coalesce("t1_seen"."n_63f4bf09_43200", 0) AS "_count_f1ac6f47"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."sensor_id" AS "sensor_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_max_e5ee68e9" AS "_max_e5ee68e9",
    coalesce("t1"."_count_f1ac6f47", 0) AS "_count_f1ac6f47"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."sensor_id" = "t1"."sensor_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."sensor_id" AS "sensor_id",
    "b"."feature_time" AS "feature_time",
    "b"."_max_e5ee68e9" AS "_max_e5ee68e9",
    "b"."_count_f1ac6f47" AS "_count_f1ac6f47",
    "b"."_max_e5ee68e9" AS "hottest_36h",
    "b"."_count_f1ac6f47" AS "readings_10h"
  FROM "base" AS "b"
)
SELECT
  "r"."sensor_id" AS "sensor_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."hottest_36h" AS "hottest_36h",
  "r"."readings_10h" AS "readings_10h",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.sensor_heat: few points
DELETE FROM "feat_storage"."sensor_heat__gcc4c8e96"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."sensor_heat__gcc4c8e96" (
  "sensor_id",
  "feature_time",
  "feature_date",
  "hottest_36h",
  "readings_10h",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."sensor_id" AS "sensor_id",
    greatest(date_trunc('day', (min("t"."event_tile") + INTERVAL '43200 seconds') + INTERVAL '43200 seconds'), TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
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
    max("t"."max_89a390c4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '43200 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '129600 seconds') AS "max_89a390c4_129600",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '43200 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '43200 seconds') AS "n_63f4bf09_43200"
  FROM "feat_storage"."tiles_raw_readings_sensor_id_12hx1d__g8c1ebee1" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '43200 seconds'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '129600 seconds'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '129600 seconds'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."sensor_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."sensor_id" AS "sensor_id",
    "t1_seen"."feature_time" AS "feature_time",
    "t1_seen"."max_89a390c4_129600" AS "_max_e5ee68e9",
    coalesce("t1_seen"."n_63f4bf09_43200", 0) AS "_count_f1ac6f47"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."sensor_id" AS "sensor_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_max_e5ee68e9" AS "_max_e5ee68e9",
    coalesce("t1"."_count_f1ac6f47", 0) AS "_count_f1ac6f47"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."sensor_id" = "t1"."sensor_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."sensor_id" AS "sensor_id",
    "b"."feature_time" AS "feature_time",
    "b"."_max_e5ee68e9" AS "_max_e5ee68e9",
    "b"."_count_f1ac6f47" AS "_count_f1ac6f47",
    "b"."_max_e5ee68e9" AS "hottest_36h",
    "b"."_count_f1ac6f47" AS "readings_10h"
  FROM "base" AS "b"
)
SELECT
  "r"."sensor_id" AS "sensor_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."hottest_36h" AS "hottest_36h",
  "r"."readings_10h" AS "readings_10h",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
