-- tiles.raw.deliveries/planned_route_id/1dx1d
-- Partial aggregates of raw.deliveries by planned_route_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" (
  "planned_route_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_14441454" BIGINT,
  "n_39476371" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" IS '[feat logistics/main tiles.raw.deliveries/planned_route_id/1dx1d feat_storage.tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" (
  "planned_route_id",
  "event_tile",
  "known_tile",
  "n_39476371",
  "n_14441454"
)
SELECT
  "s"."planned_route_id" AS "planned_route_id",
  date_trunc('day', "s"."delivered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  count(*) FILTER (WHERE "s"."route_id" <> "s"."planned_route_id") AS "n_39476371",
  count(*) FILTER (WHERE ("s"."route_id" <> "s"."planned_route_id") IS NOT NULL) AS "n_14441454"
FROM "raw"."deliveries" AS "s"
WHERE "s"."delivered_at" IS NOT NULL
  AND "s"."planned_route_id" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."planned_route_id", date_trunc('day', "s"."delivered_at"), date_trunc('day', "s"."loaded_at");
