-- tiles.raw.maintenance/vehicle_id/1dx1d
-- Partial aggregates of raw.maintenance by vehicle_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" (
  "vehicle_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "lasttie_72e579c0" VARCHAR,
  "lasttie_92fd78d1" VARCHAR,
  "lasttime_2e49eb7f" TIMESTAMP,
  "lasttime_ec085f33" TIMESTAMP,
  "lastvalue_410a1506" DECIMAL(10, 1),
  "lastvalue_4c11118b" TIMESTAMP,
  "min_8351787c" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" IS '[feat logistics/main tiles.raw.maintenance/vehicle_id/1dx1d feat_storage.tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" (
  "vehicle_id",
  "event_tile",
  "known_tile",
  "lastvalue_4c11118b",
  "lasttime_2e49eb7f",
  "lasttie_72e579c0",
  "lastvalue_410a1506",
  "lasttime_ec085f33",
  "lasttie_92fd78d1",
  "min_8351787c"
)
WITH "ranked" AS (
  SELECT
    "s"."maintenance_id" AS "maintenance_id",
    "s"."vehicle_id" AS "vehicle_id",
    "s"."done_at" AS "done_at",
    "s"."kind" AS "kind",
    "s"."cost_usd" AS "cost_usd",
    "s"."odometer_miles" AS "odometer_miles",
    "s"."loaded_at" AS "loaded_at",
    row_number() OVER (PARTITION BY "s"."vehicle_id", date_trunc('day', "s"."done_at"), date_trunc('day', "s"."loaded_at") ORDER BY "s"."done_at" ASC NULLS FIRST, "s"."maintenance_id" ASC NULLS FIRST) AS "row_rank"
  FROM "raw"."maintenance" AS "s"
  WHERE "s"."done_at" IS NOT NULL
    AND "s"."vehicle_id" IS NOT NULL
    AND "s"."loaded_at" >= $from
    AND "s"."loaded_at" < $to
)
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  date_trunc('day', "s"."done_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  arg_max_null("s"."done_at", "s"."row_rank") FILTER (WHERE "s"."done_at" IS NOT NULL) AS "lastvalue_4c11118b",
  arg_max_null("s"."done_at", "s"."row_rank") FILTER (WHERE "s"."done_at" IS NOT NULL) AS "lasttime_2e49eb7f",
  arg_max_null("s"."maintenance_id", "s"."row_rank") FILTER (WHERE "s"."done_at" IS NOT NULL) AS "lasttie_72e579c0",
  arg_max_null("s"."odometer_miles", "s"."row_rank") FILTER (WHERE "s"."kind" = 'service' AND "s"."odometer_miles" IS NOT NULL) AS "lastvalue_410a1506",
  arg_max_null("s"."done_at", "s"."row_rank") FILTER (WHERE "s"."kind" = 'service' AND "s"."odometer_miles" IS NOT NULL) AS "lasttime_ec085f33",
  arg_max_null("s"."maintenance_id", "s"."row_rank") FILTER (WHERE "s"."kind" = 'service' AND "s"."odometer_miles" IS NOT NULL) AS "lasttie_92fd78d1",
  min("s"."done_at") AS "min_8351787c"
FROM "ranked" AS "s"
GROUP BY "s"."vehicle_id", date_trunc('day', "s"."done_at"), date_trunc('day', "s"."loaded_at");
