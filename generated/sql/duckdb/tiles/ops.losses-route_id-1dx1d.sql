-- tiles.ops.losses/route_id/1dx1d
-- Partial aggregates of ops.losses by route_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" (
  "route_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" IS '[feat logistics/main tiles.ops.losses/route_id/1dx1d feat_storage.tiles_ops_losses_route_id_1dx1d__g599e7c16]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" (
  "route_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."route_id" AS "route_id",
  date_trunc('day', "s"."lost_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM (
  SELECT delivery_id, route_id, promised_at + INTERVAL 7 DAY AS lost_at, loaded_at FROM raw.deliveries WHERE status = 'lost'
) AS "s"
WHERE "s"."lost_at" IS NOT NULL
  AND "s"."route_id" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."route_id", date_trunc('day', "s"."lost_at"), date_trunc('day', "s"."loaded_at");
