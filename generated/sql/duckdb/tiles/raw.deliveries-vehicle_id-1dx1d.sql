-- tiles.raw.deliveries/vehicle_id/1dx1d
-- Partial aggregates of raw.deliveries by vehicle_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" (
  "vehicle_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "min_4609c5e3" TIMESTAMP,
  "sum_4a729a66" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "sum_56811cac" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "sum_c23558f4" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_d06745ea" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "sum_e6ee0418" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_ef8ddd22" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" IS '[feat logistics/main tiles.raw.deliveries/vehicle_id/1dx1d feat_storage.tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" (
  "vehicle_id",
  "event_tile",
  "known_tile",
  "sum_e6ee0418",
  "sum_4a729a66",
  "sum_d06745ea",
  "sum_56811cac",
  "sum_ef8ddd22",
  "sum_c23558f4",
  "min_4609c5e3"
)
SELECT
  "s"."vehicle_id" AS "vehicle_id",
  date_trunc('day', "s"."delivered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  sum("s"."km") FILTER (WHERE "s"."fuel_l" IS NOT NULL) AS "sum_e6ee0418",
  sum("s"."fuel_l") FILTER (WHERE "s"."fuel_l" IS NOT NULL) AS "sum_4a729a66",
  sum(CAST("s"."revenue_usd" - "s"."cost_usd" AS DECIMAL(13, 2))) AS "sum_d06745ea",
  sum("s"."revenue_usd") AS "sum_56811cac",
  sum("s"."cost_usd") AS "sum_ef8ddd22",
  sum("s"."km") AS "sum_c23558f4",
  min("s"."delivered_at") AS "min_4609c5e3"
FROM "raw"."deliveries" AS "s"
WHERE "s"."delivered_at" IS NOT NULL
  AND "s"."vehicle_id" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."vehicle_id", date_trunc('day', "s"."delivered_at"), date_trunc('day', "s"."loaded_at");
