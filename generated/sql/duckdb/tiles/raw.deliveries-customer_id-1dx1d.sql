-- tiles.raw.deliveries/customer_id/1dx1d
-- Partial aggregates of raw.deliveries by customer_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_0c21518a" BIGINT,
  "n_58900f58" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" IS '[feat logistics/main tiles.raw.deliveries/customer_id/1dx1d feat_storage.tiles_raw_deliveries_customer_id_1dx1d__g9726fd42]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_0c21518a",
  "n_58900f58"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."delivered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  count(*) FILTER (WHERE "s"."on_time") AS "n_0c21518a",
  count(*) FILTER (WHERE "s"."on_time" IS NOT NULL) AS "n_58900f58"
FROM "raw"."deliveries" AS "s"
WHERE "s"."delivered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."customer_id", date_trunc('day', "s"."delivered_at"), date_trunc('day', "s"."loaded_at");
