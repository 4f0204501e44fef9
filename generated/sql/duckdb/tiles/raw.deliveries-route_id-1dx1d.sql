-- tiles.raw.deliveries/route_id/1dx1d
-- Partial aggregates of raw.deliveries by route_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" (
  "route_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_0c21518a" BIGINT,
  "n_237b4907" BIGINT,
  "n_23d7b30f" BIGINT,
  "n_58900f58" BIGINT,
  "n_63f4bf09" BIGINT,
  "n_a719c6ea" BIGINT,
  "n_bc913b82" BIGINT,
  "sum_4a729a66" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "sum_c23558f4" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_e6ee0418" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_ebc6eeed" DOUBLE,
  "sum_ef8ddd22" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" IS '[feat logistics/main tiles.raw.deliveries/route_id/1dx1d feat_storage.tiles_raw_deliveries_route_id_1dx1d__g0f061f11]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" (
  "route_id",
  "event_tile",
  "known_tile",
  "sum_ebc6eeed",
  "n_23d7b30f",
  "n_0c21518a",
  "n_58900f58",
  "sum_e6ee0418",
  "sum_4a729a66",
  "sum_ef8ddd22",
  "n_bc913b82",
  "n_63f4bf09",
  "n_237b4907",
  "n_a719c6ea",
  "sum_c23558f4"
)
SELECT
  "s"."route_id" AS "route_id",
  date_trunc('day', "s"."delivered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  sum(date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0) AS "sum_ebc6eeed",
  count(*) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS "n_23d7b30f",
  count(*) FILTER (WHERE "s"."on_time") AS "n_0c21518a",
  count(*) FILTER (WHERE "s"."on_time" IS NOT NULL) AS "n_58900f58",
  sum("s"."km") FILTER (WHERE "s"."fuel_l" IS NOT NULL) AS "sum_e6ee0418",
  sum("s"."fuel_l") FILTER (WHERE "s"."fuel_l" IS NOT NULL) AS "sum_4a729a66",
  sum("s"."cost_usd") AS "sum_ef8ddd22",
  count(*) FILTER (WHERE "s"."cost_usd" IS NOT NULL) AS "n_bc913b82",
  count(*) AS "n_63f4bf09",
  count(*) FILTER (WHERE "s"."status" = 'returned') AS "n_237b4907",
  count(*) FILTER (WHERE ("s"."status" = 'returned') IS NOT NULL) AS "n_a719c6ea",
  sum("s"."km") AS "sum_c23558f4"
FROM "raw"."deliveries" AS "s"
WHERE "s"."delivered_at" IS NOT NULL
  AND "s"."route_id" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."route_id", date_trunc('day', "s"."delivered_at"), date_trunc('day', "s"."loaded_at");
