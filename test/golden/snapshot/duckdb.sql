-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.captures_raw_vehicles__gb9801011
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."captures_raw_vehicles__gb9801011" (
  "vehicle_id" VARCHAR,
  "captured_at" TIMESTAMP,
  "built_at" TIMESTAMP,
  "mileage" DECIMAL(10, 1),
  "home" VARCHAR,
  "is_deleted" BOOLEAN
);

COMMENT ON TABLE "feat_storage"."captures_raw_vehicles__gb9801011" IS '[feat shop/main captures.raw.vehicles feat_storage.captures_raw_vehicles__gb9801011]';

COMMIT;

-- expand: create feat_storage.tiles_raw_trips_vehicle_id_1dx1d__g094bba80
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" (
  "vehicle_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "min_5dcb54ad" TIMESTAMP,
  "sum_a7f6da69" DECIMAL(38, 1) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" IS '[feat shop/main tiles.raw.trips/vehicle_id/1dx1d feat_storage.tiles_raw_trips_vehicle_id_1dx1d__g094bba80]';

COMMIT;

-- expand: create feat_storage.vehicle_health__g1cc31e79
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."vehicle_health__g1cc31e79" (
  "vehicle_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "age_days" DOUBLE,
  "mileage" DECIMAL(10, 1),
  "home" VARCHAR,
  "km_7d" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vehicle_health__g1cc31e79" IS '[feat shop/main view.vehicle_health feat_storage.vehicle_health__g1cc31e79]';

COMMIT;

-- publish: publish ml.vehicle_health
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vehicle_health" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "age_days",
  "mileage",
  "home",
  "km_7d",
  "computed_at"
) AS
SELECT
  "v"."vehicle_id" AS "vehicle_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."age_days" AS "age_days",
  "v"."mileage" AS "mileage",
  "v"."home" AS "home",
  "v"."km_7d" AS "km_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vehicle_health__g1cc31e79" AS "v";

COMMENT ON VIEW "ml"."vehicle_health" IS '[feat shop/main view.vehicle_health ad054124.d55dc4cc.1cc31e79]';

COMMIT;

-- fill captures.raw.vehicles: as of the run
DELETE FROM "feat_storage"."captures_raw_vehicles__gb9801011"
WHERE "captured_at" = TIMESTAMP '2026-02-10 06:00:00';

INSERT INTO "feat_storage"."captures_raw_vehicles__gb9801011" (
  "vehicle_id",
  "captured_at",
  "built_at",
  "mileage",
  "home",
  "is_deleted"
)
WITH "latest" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."built_at" AS "built_at",
    "s"."mileage" AS "mileage",
    "s"."home" AS "home",
    "s"."is_deleted" AS "is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."captured_at" < TIMESTAMP '2026-02-10 06:00:00'
    AND "s"."vehicle_id" IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"current" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."built_at" AS "built_at",
    "s"."mileage" AS "mileage",
    "s"."home" AS "home"
  FROM "raw"."vehicles" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
)
SELECT
  "c"."vehicle_id" AS "vehicle_id",
  TIMESTAMP '2026-02-10 06:00:00' AS "captured_at",
  "c"."built_at" AS "built_at",
  "c"."mileage" AS "mileage",
  "c"."home" AS "home",
  FALSE AS "is_deleted"
FROM "current" AS "c"
LEFT JOIN "latest" AS "l" ON "c"."vehicle_id" = "l"."vehicle_id"
WHERE "l"."vehicle_id" IS NULL OR "l"."is_deleted" OR (NOT "c"."built_at" IS NOT DISTINCT FROM "l"."built_at") OR (NOT "c"."mileage" IS NOT DISTINCT FROM "l"."mileage") OR (NOT "c"."home" IS NOT DISTINCT FROM "l"."home")
UNION ALL
SELECT
  "l"."vehicle_id" AS "vehicle_id",
  TIMESTAMP '2026-02-10 06:00:00' AS "captured_at",
  "l"."built_at" AS "built_at",
  "l"."mileage" AS "mileage",
  "l"."home" AS "home",
  TRUE AS "is_deleted"
FROM "latest" AS "l"
LEFT JOIN "current" AS "c" ON "l"."vehicle_id" = "c"."vehicle_id"
WHERE "c"."vehicle_id" IS NULL
  AND (NOT "l"."is_deleted")
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS "vehicle_id",
  TIMESTAMP '2026-02-10 06:00:00' AS "captured_at",
  CAST(NULL AS TIMESTAMP) AS "built_at",
  CAST(NULL AS DECIMAL(10, 1)) AS "mileage",
  CAST(NULL AS VARCHAR) AS "home",
  TRUE AS "is_deleted"
FROM (
  SELECT CAST(1 AS BIGINT) AS "one"
) AS "o";

-- fill tiles.raw.trips/vehicle_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" (
  "vehicle_id",
  "event_tile",
  "known_tile",
  "sum_a7f6da69",
  "min_5dcb54ad"
)
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  sum("s"."km") AS "sum_a7f6da69",
  min("s"."ended_at") AS "min_5dcb54ad"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."vehicle_id" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."vehicle_id", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.vehicle_health: many points
DELETE FROM "feat_storage"."vehicle_health__g1cc31e79"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."vehicle_health__g1cc31e79" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "age_days",
  "mileage",
  "home",
  "km_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_captured_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_captured_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_captured_entering" AS "e"
),
"_captured_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_captured_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_captured" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_captured_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"_events_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "t"."event_tile" + INTERVAL '1 day' AS "alive_from",
    min("t"."min_5dcb54ad") AS "happened"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."vehicle_id", "t"."event_tile" + INTERVAL '1 day'
),
"_runs" AS (
  SELECT DISTINCT
    "s"."captured_at" AS "captured_at"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
),
"_run_spans" AS (
  SELECT
    "r"."captured_at" AS "captured_at",
    lead("r"."captured_at") OVER (ORDER BY "r"."captured_at" DESC NULLS LAST) AS "previous_at"
  FROM "_runs" AS "r"
),
"_lives" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    min("e"."alive_from") AS "alive_from",
    min(CASE WHEN "r"."captured_at" IS NOT NULL THEN CASE WHEN "e"."alive_from" IS NOT NULL AND (date_trunc('day', "r"."captured_at") + INTERVAL '1 day') IS NOT NULL THEN greatest("e"."alive_from", date_trunc('day', "r"."captured_at") + INTERVAL '1 day') END END) AS "alive_until"
  FROM "_events_seen" AS "e"
  LEFT JOIN "_run_spans" AS "r" ON "e"."happened" < "r"."captured_at"
    AND ("r"."previous_at" IS NULL OR "e"."happened" >= "r"."previous_at")
  GROUP BY "e"."vehicle_id"
),
"_captured_first" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    min(date_trunc('day', "s"."captured_at") + INTERVAL '1 day') AS "alive_from"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
  GROUP BY "s"."vehicle_id"
),
"_before_capture" AS (
  SELECT
    "f"."vehicle_id" AS "vehicle_id",
    "f"."alive_from" AS "alive_from",
    "f"."alive_until" AS "alive_until"
  FROM "_lives" AS "f"
  LEFT JOIN "_captured_first" AS "c" ON "f"."vehicle_id" = "c"."vehicle_id"
  WHERE "c"."alive_from" IS NULL OR "c"."alive_from" > "f"."alive_from"
),
"grid" AS (
  SELECT DISTINCT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time"
  FROM (
    SELECT
      "v"."vehicle_id" AS "vehicle_id",
      "v"."feature_time" AS "feature_time"
    FROM "_captured" AS "v"
    WHERE NOT "v"."_is_deleted"
    UNION ALL
    SELECT
      "f"."vehicle_id" AS "vehicle_id",
      "p"."feature_time" AS "feature_time"
    FROM "_before_capture" AS "f"
    INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
    WHERE "f"."alive_until" IS NULL OR "p"."feature_time" < "f"."alive_until"
  ) AS "g"
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."vehicle_id" AS "vehicle_id",
    TIMESTAMP '2026-01-31 00:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."sum_a7f6da69", 0) AS "sum_a7f6da69",
    CASE WHEN "t"."sum_a7f6da69" IS NULL THEN 0 ELSE 1 END AS "sum_a7f6da69_known"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "sum_a7f6da69",
      "sum_a7f6da69_known"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "vehicle_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "sum_a7f6da69",
      0 AS "sum_a7f6da69_known"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "sum_a7f6da69",
      "sum_a7f6da69_known"
    FROM "_sparse"
    ORDER BY "vehicle_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      sum("sum_a7f6da69") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_a7f6da69",
      sum("sum_a7f6da69_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_a7f6da69_known",
      lead("vehicle_id", 1) OVER () AS "_next_vehicle_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "vehicle_id",
      "_sum_sum_a7f6da69",
      "_sum_sum_a7f6da69_known",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_vehicle_id" = "vehicle_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "_sum_sum_a7f6da69",
      "_sum_sum_a7f6da69_known"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      lag("vehicle_id", 1) OVER () AS "_before_vehicle_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_a7f6da69_known" - lag("_sum_sum_a7f6da69_known", 7) OVER () AS "_sum_sum_a7f6da69_known_6_0",
      "_sum_sum_a7f6da69" - lag("_sum_sum_a7f6da69", 7) OVER () AS "_sum_sum_a7f6da69_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_a7f6da69_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_a7f6da69_6_0", 0) END AS "sum_a7f6da69_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."vehicle_id" = "k"."vehicle_id"
  WHERE CASE WHEN CASE WHEN "c"."vehicle_id" = "c"."_before_vehicle_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."vehicle_id" AS "vehicle_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_a7f6da69_604800" AS DECIMAL(38, 1)) AS "_sum_3633e2e2"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_as_of_cd780417_fixed" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."built_at" AS "_built_at"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE NOT "s"."is_deleted"
  QUALIFY row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"_as_of_cd780417_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."mileage" AS "_mileage",
    "s"."home" AS "_home",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_as_of_cd780417_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_mileage" AS "_mileage",
    "e"."_home" AS "_home",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_cd780417_entering" AS "e"
),
"_as_of_cd780417_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_mileage" AS "_mileage",
    "e"."_home" AS "_home",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_cd780417_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_cd780417" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_mileage" AS "_mileage",
    "e"."_home" AS "_home",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_cd780417_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_cd780417_fixed"."_built_at" AS "_attribute_75b41872",
    "_as_of_cd780417"."_mileage" AS "_attribute_73c10667",
    "_as_of_cd780417"."_home" AS "_attribute_066b1701",
    "t1"."_sum_3633e2e2" AS "_sum_3633e2e2"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."vehicle_id" = "t1"."vehicle_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_cd780417_fixed" ON "g"."vehicle_id" = "_as_of_cd780417_fixed"."vehicle_id"
  LEFT JOIN "_as_of_cd780417" ON "g"."vehicle_id" = "_as_of_cd780417"."vehicle_id"
    AND "g"."feature_time" = "_as_of_cd780417"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_75b41872" AS "_attribute_75b41872",
    "b"."_attribute_73c10667" AS "_attribute_73c10667",
    "b"."_attribute_066b1701" AS "_attribute_066b1701",
    "b"."_sum_3633e2e2" AS "_sum_3633e2e2",
    date_diff('microsecond', "b"."_attribute_75b41872", "b"."feature_time") / 86400000000e0 AS "age_days",
    "b"."_attribute_73c10667" AS "mileage",
    "b"."_attribute_066b1701" AS "home",
    "b"."_sum_3633e2e2" AS "km_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."age_days" AS "age_days",
  "r"."mileage" AS "mileage",
  "r"."home" AS "home",
  "r"."km_7d" AS "km_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.vehicle_health: few points
DELETE FROM "feat_storage"."vehicle_health__g1cc31e79"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."vehicle_health__g1cc31e79" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "age_days",
  "mileage",
  "home",
  "km_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_captured_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_captured_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_captured_entering" AS "e"
),
"_captured_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_captured_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_captured" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_captured_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"_events_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "t"."event_tile" + INTERVAL '1 day' AS "alive_from",
    min("t"."min_5dcb54ad") AS "happened"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."vehicle_id", "t"."event_tile" + INTERVAL '1 day'
),
"_runs" AS (
  SELECT DISTINCT
    "s"."captured_at" AS "captured_at"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
),
"_run_spans" AS (
  SELECT
    "r"."captured_at" AS "captured_at",
    lead("r"."captured_at") OVER (ORDER BY "r"."captured_at" DESC NULLS LAST) AS "previous_at"
  FROM "_runs" AS "r"
),
"_lives" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    min("e"."alive_from") AS "alive_from",
    min(CASE WHEN "r"."captured_at" IS NOT NULL THEN CASE WHEN "e"."alive_from" IS NOT NULL AND (date_trunc('day', "r"."captured_at") + INTERVAL '1 day') IS NOT NULL THEN greatest("e"."alive_from", date_trunc('day', "r"."captured_at") + INTERVAL '1 day') END END) AS "alive_until"
  FROM "_events_seen" AS "e"
  LEFT JOIN "_run_spans" AS "r" ON "e"."happened" < "r"."captured_at"
    AND ("r"."previous_at" IS NULL OR "e"."happened" >= "r"."previous_at")
  GROUP BY "e"."vehicle_id"
),
"_captured_first" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    min(date_trunc('day', "s"."captured_at") + INTERVAL '1 day') AS "alive_from"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
  GROUP BY "s"."vehicle_id"
),
"_before_capture" AS (
  SELECT
    "f"."vehicle_id" AS "vehicle_id",
    "f"."alive_from" AS "alive_from",
    "f"."alive_until" AS "alive_until"
  FROM "_lives" AS "f"
  LEFT JOIN "_captured_first" AS "c" ON "f"."vehicle_id" = "c"."vehicle_id"
  WHERE "c"."alive_from" IS NULL OR "c"."alive_from" > "f"."alive_from"
),
"grid" AS (
  SELECT DISTINCT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time"
  FROM (
    SELECT
      "v"."vehicle_id" AS "vehicle_id",
      "v"."feature_time" AS "feature_time"
    FROM "_captured" AS "v"
    WHERE NOT "v"."_is_deleted"
    UNION ALL
    SELECT
      "f"."vehicle_id" AS "vehicle_id",
      "p"."feature_time" AS "feature_time"
    FROM "_before_capture" AS "f"
    INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
    WHERE "f"."alive_until" IS NULL OR "p"."feature_time" < "f"."alive_until"
  ) AS "g"
),
"t1_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_a7f6da69") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_a7f6da69_604800"
  FROM "feat_storage"."tiles_raw_trips_vehicle_id_1dx1d__g094bba80" AS "t"
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
    CAST("t1_seen"."sum_a7f6da69_604800" AS DECIMAL(38, 1)) AS "_sum_3633e2e2"
  FROM "t1_seen"
),
"_as_of_cd780417_fixed" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."built_at" AS "_built_at"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE NOT "s"."is_deleted"
  QUALIFY row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"_as_of_cd780417_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."mileage" AS "_mileage",
    "s"."home" AS "_home",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gb9801011" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_as_of_cd780417_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_mileage" AS "_mileage",
    "e"."_home" AS "_home",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_cd780417_entering" AS "e"
),
"_as_of_cd780417_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_mileage" AS "_mileage",
    "e"."_home" AS "_home",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_cd780417_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_cd780417" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_mileage" AS "_mileage",
    "e"."_home" AS "_home",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_cd780417_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_cd780417_fixed"."_built_at" AS "_attribute_75b41872",
    "_as_of_cd780417"."_mileage" AS "_attribute_73c10667",
    "_as_of_cd780417"."_home" AS "_attribute_066b1701",
    "t1"."_sum_3633e2e2" AS "_sum_3633e2e2"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."vehicle_id" = "t1"."vehicle_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_cd780417_fixed" ON "g"."vehicle_id" = "_as_of_cd780417_fixed"."vehicle_id"
  LEFT JOIN "_as_of_cd780417" ON "g"."vehicle_id" = "_as_of_cd780417"."vehicle_id"
    AND "g"."feature_time" = "_as_of_cd780417"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_75b41872" AS "_attribute_75b41872",
    "b"."_attribute_73c10667" AS "_attribute_73c10667",
    "b"."_attribute_066b1701" AS "_attribute_066b1701",
    "b"."_sum_3633e2e2" AS "_sum_3633e2e2",
    date_diff('microsecond', "b"."_attribute_75b41872", "b"."feature_time") / 86400000000e0 AS "age_days",
    "b"."_attribute_73c10667" AS "mileage",
    "b"."_attribute_066b1701" AS "home",
    "b"."_sum_3633e2e2" AS "km_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."age_days" AS "age_days",
  "r"."mileage" AS "mileage",
  "r"."home" AS "home",
  "r"."km_7d" AS "km_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
