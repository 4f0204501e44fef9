-- tiles.raw.payments/customer_id/1dx1d
-- Partial aggregates of raw.payments by customer_id, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_011e9d47" BIGINT,
  "sum_4f1c6631" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" IS '[feat logistics/main tiles.raw.payments/customer_id/1dx1d feat_storage.tiles_raw_payments_customer_id_1dx1d__gf459d4ee]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" (
  "customer_id",
  "event_tile",
  "known_tile",
  "sum_4f1c6631",
  "n_011e9d47"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."paid_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  sum(date_diff('microsecond', "s"."due_at", "s"."paid_at") / 86400000000e0) AS "sum_4f1c6631",
  count(*) FILTER (WHERE date_diff('microsecond', "s"."due_at", "s"."paid_at") / 86400000000e0 IS NOT NULL) AS "n_011e9d47"
FROM "raw"."payments" AS "s"
WHERE "s"."paid_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."customer_id", date_trunc('day', "s"."paid_at"), date_trunc('day', "s"."loaded_at");
