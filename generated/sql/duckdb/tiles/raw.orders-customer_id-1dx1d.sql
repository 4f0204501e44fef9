-- tiles.raw.orders/customer_id/1dx1d
-- Partial aggregates of raw.orders by customer_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "lasttie_4976bbe8" VARCHAR,
  "lasttime_97904a40" TIMESTAMP,
  "lastvalue_35dc42e8" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "n_96c33ca4" BIGINT,
  "sum_5b2ef8a5" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" IS '[feat logistics/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gb6fd6446]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09",
  "sum_5b2ef8a5",
  "n_96c33ca4",
  "lastvalue_35dc42e8",
  "lasttime_97904a40",
  "lasttie_4976bbe8"
)
WITH "ranked" AS (
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."ordered_at" AS "ordered_at",
    "s"."order_value_usd" AS "order_value_usd",
    "s"."items" AS "items",
    "s"."channel" AS "channel",
    "s"."loaded_at" AS "loaded_at",
    row_number() OVER (PARTITION BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at") ORDER BY "s"."ordered_at" ASC NULLS FIRST, "s"."order_id" ASC NULLS FIRST) AS "row_rank"
  FROM "raw"."orders" AS "s"
  WHERE "s"."ordered_at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."loaded_at" >= $from
    AND "s"."loaded_at" < $to
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  count(*) AS "n_63f4bf09",
  sum("s"."order_value_usd") AS "sum_5b2ef8a5",
  count(*) FILTER (WHERE "s"."order_value_usd" IS NOT NULL) AS "n_96c33ca4",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."ordered_at" IS NOT NULL) AS "lastvalue_35dc42e8",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."ordered_at" IS NOT NULL) AS "lasttime_97904a40",
  arg_max_null("s"."order_id", "s"."row_rank") FILTER (WHERE "s"."ordered_at" IS NOT NULL) AS "lasttie_4976bbe8"
FROM "ranked" AS "s"
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at");
