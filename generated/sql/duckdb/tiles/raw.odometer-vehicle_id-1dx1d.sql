-- tiles.raw.odometer/vehicle_id/1dx1d
-- Partial aggregates of raw.odometer by vehicle_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" (
  "vehicle_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "cxy_eb4ad61d" DOUBLE,
  "lasttie_10e716dc" DECIMAL(10, 1),
  "lasttie_595c9345" DECIMAL(10, 1),
  "lasttime_2281edf9" TIMESTAMP,
  "lasttime_cfbe95c7" TIMESTAMP,
  "lastvalue_a0ebe76b" TIMESTAMP,
  "lastvalue_e15f953d" DECIMAL(10, 1),
  "m2x_3a47a622" DOUBLE,
  "mean_f928876c" DOUBLE,
  "meanx_065d1294" DOUBLE,
  "min_0e4a016d" TIMESTAMP,
  "n_2b95f64a" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" IS '[feat logistics/main tiles.raw.odometer/vehicle_id/1dx1d feat_storage.tiles_raw_odometer_vehicle_id_1dx1d__g635a209b]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" (
  "vehicle_id",
  "event_tile",
  "known_tile",
  "lastvalue_e15f953d",
  "lasttime_cfbe95c7",
  "lasttie_10e716dc",
  "n_2b95f64a",
  "meanx_065d1294",
  "mean_f928876c",
  "m2x_3a47a622",
  "cxy_eb4ad61d",
  "lastvalue_a0ebe76b",
  "lasttime_2281edf9",
  "lasttie_595c9345",
  "min_0e4a016d"
)
WITH "ranked" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."read_at" AS "read_at",
    "s"."odometer_miles" AS "odometer_miles",
    "s"."loaded_at" AS "loaded_at",
    row_number() OVER (PARTITION BY "s"."vehicle_id", date_trunc('day', "s"."read_at"), date_trunc('day', "s"."loaded_at") ORDER BY "s"."read_at" ASC NULLS FIRST, "s"."odometer_miles" ASC NULLS FIRST) AS "row_rank"
  FROM "raw"."odometer" AS "s"
  WHERE "s"."read_at" IS NOT NULL
    AND "s"."vehicle_id" IS NOT NULL
    AND "s"."loaded_at" >= $from
    AND "s"."loaded_at" < $to
)
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  date_trunc('day', "s"."read_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  arg_max_null("s"."odometer_miles", "s"."row_rank") FILTER (WHERE "s"."odometer_miles" IS NOT NULL) AS "lastvalue_e15f953d",
  arg_max_null("s"."read_at", "s"."row_rank") FILTER (WHERE "s"."odometer_miles" IS NOT NULL) AS "lasttime_cfbe95c7",
  arg_max_null("s"."odometer_miles", "s"."row_rank") FILTER (WHERE "s"."odometer_miles" IS NOT NULL) AS "lasttie_10e716dc",
  count(*) FILTER (WHERE CAST("s"."odometer_miles" AS DOUBLE) IS NOT NULL) AS "n_2b95f64a",
  avg(CAST(date_diff('microsecond', date_trunc('day', "s"."read_at"), "s"."read_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE CAST("s"."odometer_miles" AS DOUBLE) IS NOT NULL) AS "meanx_065d1294",
  avg(CAST(CAST(CAST("s"."odometer_miles" AS DOUBLE) AS DOUBLE) AS DOUBLE)) AS "mean_f928876c",
  (var_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."read_at"), "s"."read_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE CAST("s"."odometer_miles" AS DOUBLE) IS NOT NULL)) * CAST(count(*) FILTER (WHERE CAST("s"."odometer_miles" AS DOUBLE) IS NOT NULL) AS DOUBLE) AS "m2x_3a47a622",
  (covar_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."read_at"), "s"."read_at") / 86400000000e0 AS DOUBLE), CAST(CAST(CAST("s"."odometer_miles" AS DOUBLE) AS DOUBLE) AS DOUBLE)) FILTER (WHERE CAST("s"."odometer_miles" AS DOUBLE) IS NOT NULL)) * CAST(count(*) FILTER (WHERE CAST("s"."odometer_miles" AS DOUBLE) IS NOT NULL) AS DOUBLE) AS "cxy_eb4ad61d",
  arg_max_null("s"."read_at", "s"."row_rank") FILTER (WHERE "s"."read_at" IS NOT NULL) AS "lastvalue_a0ebe76b",
  arg_max_null("s"."read_at", "s"."row_rank") FILTER (WHERE "s"."read_at" IS NOT NULL) AS "lasttime_2281edf9",
  arg_max_null("s"."odometer_miles", "s"."row_rank") FILTER (WHERE "s"."read_at" IS NOT NULL) AS "lasttie_595c9345",
  min("s"."read_at") AS "min_0e4a016d"
FROM "ranked" AS "s"
GROUP BY "s"."vehicle_id", date_trunc('day', "s"."read_at"), date_trunc('day', "s"."loaded_at");
