-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__g09af492c
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "n_9ed05ad8" BIGINT,
  "sum_1235bff7" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__g09af492c]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "event_time" TIMESTAMP,
  "n" BIGINT,
  "row_1" VARCHAR,
  "tie_1" VARCHAR,
  "value" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/rows-fad05483 feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "event_time" TIMESTAMP,
  "n" BIGINT,
  "row_1" VARCHAR,
  "tie_1" VARCHAR,
  "value" DECIMAL(10, 2)
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/rows-ed78ccc3 feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "event_time" TIMESTAMP,
  "n" BIGINT,
  "row_1" VARCHAR,
  "tie_1" VARCHAR,
  "value" VARCHAR
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/rows-e78f4bb9 feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6]';

COMMIT;

-- expand: create feat_storage.customer_orders__ga65ef0a0
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__ga65ef0a0" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "spent_30d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "weight_7d" DOUBLE,
  "largest_7d" DECIMAL(10, 2),
  "last_status" VARCHAR,
  "tier" VARCHAR,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__ga65ef0a0" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__ga65ef0a0]';

COMMIT;

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "spent_30d",
  "weight_7d",
  "largest_7d",
  "last_status",
  "tier",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."spent_30d" AS "spent_30d",
  "v"."weight_7d" AS "weight_7d",
  "v"."largest_7d" AS "largest_7d",
  "v"."last_status" AS "last_status",
  "v"."tier" AS "tier",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__ga65ef0a0" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders 1e294c42.56061a07.a65ef0a0]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09",
  "sum_1235bff7",
  "n_9ed05ad8"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."_at") AS "known_tile",
  coalesce(sum("s"."_sign"), 0) AS "n_63f4bf09",
  sum(CASE WHEN "s"."_sign" > 0 THEN "s"."amount" ELSE -("s"."amount") END) AS "sum_1235bff7",
  coalesce(sum("s"."_sign") FILTER (WHERE "s"."amount" IS NOT NULL), 0) AS "n_9ed05ad8"
FROM (
  WITH "touched" AS (
    SELECT DISTINCT
      "s"."order_id" AS "order_id"
    FROM "raw"."orders" AS "s"
    WHERE "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
      AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  ),
  "spans" AS (
    SELECT
      "s"."order_id" AS "order_id",
      "s"."customer_id" AS "customer_id",
      "s"."amount" AS "amount",
      "s"."weight" AS "weight",
      "s"."status" AS "status",
      "s"."cancelled" AS "cancelled",
      "s"."ordered_at" AS "ordered_at",
      "s"."loaded_at" AS "loaded_at",
      "s"."loaded_at" AS "_known_at",
      min("s"."loaded_at") OVER (PARTITION BY "s"."order_id" ORDER BY "s"."loaded_at" DESC NULLS LAST, "s"."order_id" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_until"
    FROM "raw"."orders" AS "s"
    INNER JOIN "touched" AS "k" ON "s"."order_id" IS NOT DISTINCT FROM "k"."order_id"
  )
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_known_at" AS "_at",
    1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_known_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_known_at" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
  UNION ALL
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_until" AS "_at",
    -1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_until" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_until" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
) AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."_at");

-- fill tiles.raw.orders/customer_id/1dx1d/rows-fad05483: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "event_time",
  "tie_1",
  "row_1",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."_at") AS "known_tile",
  "s"."weight" AS "value",
  "s"."ordered_at" AS "event_time",
  "s"."order_id" AS "tie_1",
  "s"."order_id" AS "row_1",
  "s"."_sign" AS "n"
FROM (
  WITH "touched" AS (
    SELECT DISTINCT
      "s"."order_id" AS "order_id"
    FROM "raw"."orders" AS "s"
    WHERE "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
      AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  ),
  "spans" AS (
    SELECT
      "s"."order_id" AS "order_id",
      "s"."customer_id" AS "customer_id",
      "s"."amount" AS "amount",
      "s"."weight" AS "weight",
      "s"."status" AS "status",
      "s"."cancelled" AS "cancelled",
      "s"."ordered_at" AS "ordered_at",
      "s"."loaded_at" AS "loaded_at",
      "s"."loaded_at" AS "_known_at",
      min("s"."loaded_at") OVER (PARTITION BY "s"."order_id" ORDER BY "s"."loaded_at" DESC NULLS LAST, "s"."order_id" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_until"
    FROM "raw"."orders" AS "s"
    INNER JOIN "touched" AS "k" ON "s"."order_id" IS NOT DISTINCT FROM "k"."order_id"
  )
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_known_at" AS "_at",
    1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_known_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_known_at" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
  UNION ALL
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_until" AS "_at",
    -1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_until" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_until" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
) AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."weight" IS NOT NULL;

-- fill tiles.raw.orders/customer_id/1dx1d/rows-ed78ccc3: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "event_time",
  "tie_1",
  "row_1",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."_at") AS "known_tile",
  "s"."amount" AS "value",
  "s"."ordered_at" AS "event_time",
  "s"."order_id" AS "tie_1",
  "s"."order_id" AS "row_1",
  "s"."_sign" AS "n"
FROM (
  WITH "touched" AS (
    SELECT DISTINCT
      "s"."order_id" AS "order_id"
    FROM "raw"."orders" AS "s"
    WHERE "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
      AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  ),
  "spans" AS (
    SELECT
      "s"."order_id" AS "order_id",
      "s"."customer_id" AS "customer_id",
      "s"."amount" AS "amount",
      "s"."weight" AS "weight",
      "s"."status" AS "status",
      "s"."cancelled" AS "cancelled",
      "s"."ordered_at" AS "ordered_at",
      "s"."loaded_at" AS "loaded_at",
      "s"."loaded_at" AS "_known_at",
      min("s"."loaded_at") OVER (PARTITION BY "s"."order_id" ORDER BY "s"."loaded_at" DESC NULLS LAST, "s"."order_id" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_until"
    FROM "raw"."orders" AS "s"
    INNER JOIN "touched" AS "k" ON "s"."order_id" IS NOT DISTINCT FROM "k"."order_id"
  )
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_known_at" AS "_at",
    1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_known_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_known_at" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
  UNION ALL
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_until" AS "_at",
    -1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_until" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_until" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
) AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."status" = 'done'
  AND "s"."amount" IS NOT NULL;

-- fill tiles.raw.orders/customer_id/1dx1d/rows-e78f4bb9: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "event_time",
  "tie_1",
  "row_1",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."_at") AS "known_tile",
  "s"."status" AS "value",
  "s"."ordered_at" AS "event_time",
  "s"."order_id" AS "tie_1",
  "s"."order_id" AS "row_1",
  "s"."_sign" AS "n"
FROM (
  WITH "touched" AS (
    SELECT DISTINCT
      "s"."order_id" AS "order_id"
    FROM "raw"."orders" AS "s"
    WHERE "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
      AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  ),
  "spans" AS (
    SELECT
      "s"."order_id" AS "order_id",
      "s"."customer_id" AS "customer_id",
      "s"."amount" AS "amount",
      "s"."weight" AS "weight",
      "s"."status" AS "status",
      "s"."cancelled" AS "cancelled",
      "s"."ordered_at" AS "ordered_at",
      "s"."loaded_at" AS "loaded_at",
      "s"."loaded_at" AS "_known_at",
      min("s"."loaded_at") OVER (PARTITION BY "s"."order_id" ORDER BY "s"."loaded_at" DESC NULLS LAST, "s"."order_id" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_until"
    FROM "raw"."orders" AS "s"
    INNER JOIN "touched" AS "k" ON "s"."order_id" IS NOT DISTINCT FROM "k"."order_id"
  )
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_known_at" AS "_at",
    1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_known_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_known_at" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
  UNION ALL
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."weight" AS "weight",
    "s"."status" AS "status",
    "s"."cancelled" AS "cancelled",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    "s"."_until" AS "_at",
    -1 AS "_sign"
  FROM "spans" AS "s"
  WHERE "s"."_until" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."_until" < TIMESTAMP '2026-02-10 00:00:00'
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
    AND (NOT coalesce("s"."cancelled", FALSE))
) AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."status" IS NOT NULL;

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__ga65ef0a0"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__ga65ef0a0" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "spent_30d",
  "weight_7d",
  "largest_7d",
  "last_status",
  "tier",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_lives_1_changes" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day') AS "enters",
    sum("t"."n_63f4bf09") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id", greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day')
),
"_lives_1" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."enters" AS "enters",
    sum("c"."n") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."enters" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "n",
    lead("c"."enters") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."enters" ASC NULLS LAST) AS "until"
  FROM "_lives_1_changes" AS "c"
),
"grid" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_lives_1" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
  WHERE "e"."n" > 0
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id",
    TIMESTAMP '2026-01-31 00:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_63f4bf09" AS "n_63f4bf09",
    "t"."sum_1235bff7" AS "sum_1235bff7",
    "t"."n_9ed05ad8" AS "n_9ed05ad8"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '1 day'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out",
    coalesce("a"."sum_1235bff7_in", 0) + coalesce("b"."sum_1235bff7_in", 0) AS "sum_1235bff7_in",
    coalesce("a"."sum_1235bff7_known_in", 0) + coalesce("b"."sum_1235bff7_known_in", 0) AS "sum_1235bff7_known_in",
    coalesce("a"."sum_1235bff7_out", 0) + coalesce("b"."sum_1235bff7_out", 0) AS "sum_1235bff7_out",
    coalesce("a"."sum_1235bff7_known_out", 0) + coalesce("b"."sum_1235bff7_known_out", 0) AS "sum_1235bff7_known_out",
    coalesce("a"."n_9ed05ad8_in", 0) + coalesce("b"."n_9ed05ad8_in", 0) AS "n_9ed05ad8_in",
    coalesce("a"."n_9ed05ad8_out", 0) + coalesce("b"."n_9ed05ad8_out", 0) AS "n_9ed05ad8_out"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
      coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_in",
      CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_in",
      coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_out",
      CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_out",
      coalesce("t"."n_9ed05ad8", 0) AS "n_9ed05ad8_in",
      coalesce("t"."n_9ed05ad8", 0) AS "n_9ed05ad8_out"
    FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
    WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
      AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_63f4bf09_in"), 0) AS BIGINT) AS "n_63f4bf09_in",
      CAST(coalesce(sum("e"."n_63f4bf09_out"), 0) AS BIGINT) AS "n_63f4bf09_out",
      coalesce(sum("e"."sum_1235bff7_in"), 0) AS "sum_1235bff7_in",
      CAST(coalesce(sum("e"."sum_1235bff7_known_in"), 0) AS BIGINT) AS "sum_1235bff7_known_in",
      coalesce(sum("e"."sum_1235bff7_out"), 0) AS "sum_1235bff7_out",
      CAST(coalesce(sum("e"."sum_1235bff7_known_out"), 0) AS BIGINT) AS "sum_1235bff7_known_out",
      CAST(coalesce(sum("e"."n_9ed05ad8_in"), 0) AS BIGINT) AS "n_9ed05ad8_in",
      CAST(coalesce(sum("e"."n_9ed05ad8_out"), 0) AS BIGINT) AS "n_9ed05ad8_out"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_in",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_in",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_out",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_out",
        coalesce("t"."n_9ed05ad8", 0) AS "n_9ed05ad8_in",
        coalesce("t"."n_9ed05ad8", 0) AS "n_9ed05ad8_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_out",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_out",
        CAST(NULL AS BIGINT) AS "n_9ed05ad8_in",
        coalesce("t"."n_9ed05ad8", 0) AS "n_9ed05ad8_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_in",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        coalesce("t"."n_9ed05ad8", 0) AS "n_9ed05ad8_in",
        CAST(NULL AS BIGINT) AS "n_9ed05ad8_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."customer_id", "e"."feature_time"
  ) AS "b" ON "a"."customer_id" = "b"."customer_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "sum_1235bff7_in",
      "sum_1235bff7_known_in",
      "sum_1235bff7_out",
      "sum_1235bff7_known_out",
      "n_9ed05ad8_in",
      "n_9ed05ad8_out"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' AS "feature_time",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out",
      0 AS "sum_1235bff7_in",
      0 AS "sum_1235bff7_known_in",
      0 AS "sum_1235bff7_out",
      0 AS "sum_1235bff7_known_out",
      0 AS "n_9ed05ad8_in",
      0 AS "n_9ed05ad8_out"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "sum_1235bff7_in",
      "sum_1235bff7_known_in",
      "sum_1235bff7_out",
      "sum_1235bff7_known_out",
      "n_9ed05ad8_in",
      "n_9ed05ad8_out"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_in",
      sum("n_63f4bf09_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_out",
      sum("sum_1235bff7_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_in",
      sum("sum_1235bff7_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_known_in",
      sum("sum_1235bff7_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_out",
      sum("sum_1235bff7_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_known_out",
      sum("n_9ed05ad8_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_9ed05ad8_in",
      sum("n_9ed05ad8_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_9ed05ad8_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_sum_1235bff7_in",
      "_sum_sum_1235bff7_known_in",
      "_sum_sum_1235bff7_out",
      "_sum_sum_1235bff7_known_out",
      "_sum_n_9ed05ad8_in",
      "_sum_n_9ed05ad8_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_sum_1235bff7_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_sum_1235bff7_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_known_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_sum_1235bff7_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_sum_1235bff7_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_known_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_n_9ed05ad8_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_9ed05ad8_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_n_9ed05ad8_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_9ed05ad8_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_sum_1235bff7_in",
      "_sum_sum_1235bff7_known_in",
      "_sum_sum_1235bff7_out",
      "_sum_sum_1235bff7_known_out",
      "_sum_n_9ed05ad8_in",
      "_sum_n_9ed05ad8_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_sum_1235bff7_in",
      "_base_sum_1235bff7_known_in",
      "_base_sum_1235bff7_out",
      "_base_sum_1235bff7_known_out",
      "_base_n_9ed05ad8_in",
      "_base_n_9ed05ad8_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_sum_1235bff7_in",
      "_sum_sum_1235bff7_known_in",
      "_sum_sum_1235bff7_out",
      "_sum_sum_1235bff7_known_out",
      "_sum_n_9ed05ad8_in",
      "_sum_n_9ed05ad8_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_sum_1235bff7_in",
      "_base_sum_1235bff7_known_in",
      "_base_sum_1235bff7_out",
      "_base_sum_1235bff7_known_out",
      "_base_n_9ed05ad8_in",
      "_base_n_9ed05ad8_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09_in" - "_base_n_63f4bf09_in" AS "_sum_n_63f4bf09_in_unbounded_0",
      lag("_sum_n_63f4bf09_out", 7) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_sum_1235bff7_known_in" - "_base_sum_1235bff7_known_in" AS "_sum_sum_1235bff7_known_in_unbounded_0",
      lag("_sum_sum_1235bff7_known_out", 30) OVER () - "_base_sum_1235bff7_known_out" AS "_sum_sum_1235bff7_known_out_unbounded_30",
      "_sum_sum_1235bff7_in" - "_base_sum_1235bff7_in" AS "_sum_sum_1235bff7_in_unbounded_0",
      lag("_sum_sum_1235bff7_out", 30) OVER () - "_base_sum_1235bff7_out" AS "_sum_sum_1235bff7_out_unbounded_30",
      "_sum_n_9ed05ad8_in" - "_base_n_9ed05ad8_in" AS "_sum_n_9ed05ad8_in_unbounded_0",
      lag("_sum_n_9ed05ad8_out", 30) OVER () - "_base_n_9ed05ad8_out" AS "_sum_n_9ed05ad8_out_unbounded_30"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_7", 0) AS "n_63f4bf09_604800",
    CASE WHEN coalesce("c"."_sum_sum_1235bff7_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_1235bff7_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_1235bff7_in_unbounded_0", 0) - coalesce("c"."_sum_sum_1235bff7_out_unbounded_30", 0) END AS "sum_1235bff7_2592000",
    coalesce("c"."_sum_n_9ed05ad8_in_unbounded_0", 0) - coalesce("c"."_sum_n_9ed05ad8_out_unbounded_30", 0) AS "n_9ed05ad8_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."sum_1235bff7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_1235bff7_2592000",
    sum("t"."n_9ed05ad8") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_9ed05ad8_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '1 day'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_604800" IS NULL THEN "t1_later"."n_63f4bf09_604800" ELSE CASE WHEN "t1_later"."n_63f4bf09_604800" IS NULL THEN "t1_frames"."n_63f4bf09_604800" ELSE "t1_frames"."n_63f4bf09_604800" + "t1_later"."n_63f4bf09_604800" END END, 0) AS "_count_37093f0d",
    CASE
      WHEN CASE WHEN "t1_frames"."n_9ed05ad8_2592000" IS NULL THEN "t1_later"."n_9ed05ad8_2592000" ELSE CASE WHEN "t1_later"."n_9ed05ad8_2592000" IS NULL THEN "t1_frames"."n_9ed05ad8_2592000" ELSE "t1_frames"."n_9ed05ad8_2592000" + "t1_later"."n_9ed05ad8_2592000" END END > 0 THEN CAST(CASE WHEN "t1_frames"."sum_1235bff7_2592000" IS NULL THEN "t1_later"."sum_1235bff7_2592000" ELSE CASE WHEN "t1_later"."sum_1235bff7_2592000" IS NULL THEN "t1_frames"."sum_1235bff7_2592000" ELSE "t1_frames"."sum_1235bff7_2592000" + "t1_later"."sum_1235bff7_2592000" END END AS DECIMAL(38, 2))
    END AS "_sum_abe7217c"
  FROM "t1_frames"
  LEFT JOIN "t1_later" ON "t1_frames"."customer_id" = "t1_later"."customer_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_avg_090cd44f_versions" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1",
    "t"."row_1" AS "row_1",
    sum("t"."n") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time", "t"."value", "t"."event_time", "t"."tie_1", "t"."row_1"
),
"_avg_090cd44f_rows" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."event_time" AS "event_time",
    "e"."value" AS "value"
  FROM "_avg_090cd44f_versions" AS "e"
  WHERE "e"."n" > 0
),
"_avg_090cd44f" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    CAST(sum("r"."value") AS DOUBLE) / NULLIF(CAST(count("r"."value") AS DOUBLE), 0) AS "_avg_090cd44f"
  FROM "_avg_090cd44f_rows" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_max_2b133ec7_versions" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1",
    "t"."row_1" AS "row_1",
    sum("t"."n") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time", "t"."value", "t"."event_time", "t"."tie_1", "t"."row_1"
),
"_max_2b133ec7_rows" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."event_time" AS "event_time",
    "e"."value" AS "value"
  FROM "_max_2b133ec7_versions" AS "e"
  WHERE "e"."n" > 0
),
"_max_2b133ec7" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    max("r"."value") AS "_max_2b133ec7"
  FROM "_max_2b133ec7_rows" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_last_bb3f3650_versions" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1",
    "t"."row_1" AS "row_1",
    sum("t"."n") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time", "t"."value", "t"."event_time", "t"."tie_1", "t"."row_1"
),
"_last_bb3f3650_rows" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."event_time" AS "event_time",
    "e"."value" AS "value",
    row_number() OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."event_time" ASC NULLS FIRST, "e"."tie_1" ASC NULLS FIRST, "e"."row_1" ASC NULLS FIRST) AS "row_rank"
  FROM "_last_bb3f3650_versions" AS "e"
  WHERE "e"."n" > 0
),
"_last_bb3f3650" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    arg_max_null("r"."value", "r"."row_rank") AS "_last_bb3f3650"
  FROM "_last_bb3f3650_rows" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_as_of_a10216a6_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    date_trunc('day', "s"."_until") + INTERVAL '1 day' AS "superseded",
    "s"."tier" AS "_tier"
  FROM (
    SELECT
      "s"."tier_id" AS "tier_id",
      "s"."customer_id" AS "customer_id",
      "s"."tier" AS "tier",
      "s"."revision" AS "revision",
      "s"."valid_from" AS "valid_from",
      "s"."loaded_at" AS "loaded_at",
      "s"."loaded_at" AS "_known_at",
      min("s"."loaded_at") OVER (PARTITION BY "s"."tier_id" ORDER BY "s"."revision" DESC NULLS LAST, "s"."loaded_at" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_until"
    FROM "raw"."tiers" AS "s"
  ) AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
),
"_as_of_a10216a6" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier"
  FROM "_as_of_a10216a6_entering" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."superseded" IS NULL OR "p"."feature_time" < "e"."superseded")
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "p"."feature_time" ORDER BY "e"."version_rank" DESC NULLS LAST) = 1
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
    "t1"."_sum_abe7217c" AS "_sum_abe7217c",
    "_avg_090cd44f"."_avg_090cd44f" AS "_avg_090cd44f",
    "_max_2b133ec7"."_max_2b133ec7" AS "_max_2b133ec7",
    "_last_bb3f3650"."_last_bb3f3650" AS "_last_bb3f3650",
    "_as_of_a10216a6"."_tier" AS "_attribute_0a04f5fa"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_avg_090cd44f" ON "g"."customer_id" = "_avg_090cd44f"."customer_id"
    AND "g"."feature_time" = "_avg_090cd44f"."feature_time"
  LEFT JOIN "_max_2b133ec7" ON "g"."customer_id" = "_max_2b133ec7"."customer_id"
    AND "g"."feature_time" = "_max_2b133ec7"."feature_time"
  LEFT JOIN "_last_bb3f3650" ON "g"."customer_id" = "_last_bb3f3650"."customer_id"
    AND "g"."feature_time" = "_last_bb3f3650"."feature_time"
  LEFT JOIN "_as_of_a10216a6" ON "g"."customer_id" = "_as_of_a10216a6"."customer_id"
    AND "g"."feature_time" = "_as_of_a10216a6"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_sum_abe7217c" AS "_sum_abe7217c",
    "b"."_avg_090cd44f" AS "_avg_090cd44f",
    "b"."_max_2b133ec7" AS "_max_2b133ec7",
    "b"."_last_bb3f3650" AS "_last_bb3f3650",
    "b"."_attribute_0a04f5fa" AS "_attribute_0a04f5fa",
    "b"."_count_37093f0d" AS "orders_7d",
    "b"."_sum_abe7217c" AS "spent_30d",
    "b"."_avg_090cd44f" AS "weight_7d",
    "b"."_max_2b133ec7" AS "largest_7d",
    "b"."_last_bb3f3650" AS "last_status",
    "b"."_attribute_0a04f5fa" AS "tier"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  "r"."spent_30d" AS "spent_30d",
  "r"."weight_7d" AS "weight_7d",
  "r"."largest_7d" AS "largest_7d",
  "r"."last_status" AS "last_status",
  "r"."tier" AS "tier",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_orders: few points
DELETE FROM "feat_storage"."customer_orders__ga65ef0a0"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__ga65ef0a0" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "spent_30d",
  "weight_7d",
  "largest_7d",
  "last_status",
  "tier",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_lives_1_changes" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day') AS "enters",
    sum("t"."n_63f4bf09") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day')
),
"_lives_1" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."enters" AS "enters",
    sum("c"."n") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."enters" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "n",
    lead("c"."enters") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."enters" ASC NULLS LAST) AS "until"
  FROM "_lives_1_changes" AS "c"
),
"grid" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_lives_1" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
  WHERE "e"."n" > 0
),
"t1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."sum_1235bff7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_1235bff7_2592000",
    sum("t"."n_9ed05ad8") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_9ed05ad8_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g09af492c" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d",
    CASE
      WHEN "t1_seen"."n_9ed05ad8_2592000" > 0 THEN CAST("t1_seen"."sum_1235bff7_2592000" AS DECIMAL(38, 2))
    END AS "_sum_abe7217c"
  FROM "t1_seen"
),
"_avg_090cd44f_versions" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1",
    "t"."row_1" AS "row_1",
    sum("t"."n") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_fad05483__gf0d04d44" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time", "t"."value", "t"."event_time", "t"."tie_1", "t"."row_1"
),
"_avg_090cd44f_rows" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."event_time" AS "event_time",
    "e"."value" AS "value"
  FROM "_avg_090cd44f_versions" AS "e"
  WHERE "e"."n" > 0
),
"_avg_090cd44f" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    CAST(sum("r"."value") AS DOUBLE) / NULLIF(CAST(count("r"."value") AS DOUBLE), 0) AS "_avg_090cd44f"
  FROM "_avg_090cd44f_rows" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_max_2b133ec7_versions" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1",
    "t"."row_1" AS "row_1",
    sum("t"."n") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_ed78ccc3__g8925d7f6" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time", "t"."value", "t"."event_time", "t"."tie_1", "t"."row_1"
),
"_max_2b133ec7_rows" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."event_time" AS "event_time",
    "e"."value" AS "value"
  FROM "_max_2b133ec7_versions" AS "e"
  WHERE "e"."n" > 0
),
"_max_2b133ec7" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    max("r"."value") AS "_max_2b133ec7"
  FROM "_max_2b133ec7_rows" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_last_bb3f3650_versions" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1",
    "t"."row_1" AS "row_1",
    sum("t"."n") AS "n"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_e78f4bb9__g3d1439d6" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time", "t"."value", "t"."event_time", "t"."tie_1", "t"."row_1"
),
"_last_bb3f3650_rows" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."event_time" AS "event_time",
    "e"."value" AS "value",
    row_number() OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."event_time" ASC NULLS FIRST, "e"."tie_1" ASC NULLS FIRST, "e"."row_1" ASC NULLS FIRST) AS "row_rank"
  FROM "_last_bb3f3650_versions" AS "e"
  WHERE "e"."n" > 0
),
"_last_bb3f3650" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    arg_max_null("r"."value", "r"."row_rank") AS "_last_bb3f3650"
  FROM "_last_bb3f3650_rows" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_as_of_a10216a6_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    date_trunc('day', "s"."_until") + INTERVAL '1 day' AS "superseded",
    "s"."tier" AS "_tier"
  FROM (
    SELECT
      "s"."tier_id" AS "tier_id",
      "s"."customer_id" AS "customer_id",
      "s"."tier" AS "tier",
      "s"."revision" AS "revision",
      "s"."valid_from" AS "valid_from",
      "s"."loaded_at" AS "loaded_at",
      "s"."loaded_at" AS "_known_at",
      min("s"."loaded_at") OVER (PARTITION BY "s"."tier_id" ORDER BY "s"."revision" DESC NULLS LAST, "s"."loaded_at" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "_until"
    FROM "raw"."tiers" AS "s"
  ) AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND ("s"."_until" IS NULL OR "s"."_until" > "s"."_known_at")
),
"_as_of_a10216a6" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier"
  FROM "_as_of_a10216a6_entering" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."superseded" IS NULL OR "p"."feature_time" < "e"."superseded")
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "p"."feature_time" ORDER BY "e"."version_rank" DESC NULLS LAST) = 1
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
    "t1"."_sum_abe7217c" AS "_sum_abe7217c",
    "_avg_090cd44f"."_avg_090cd44f" AS "_avg_090cd44f",
    "_max_2b133ec7"."_max_2b133ec7" AS "_max_2b133ec7",
    "_last_bb3f3650"."_last_bb3f3650" AS "_last_bb3f3650",
    "_as_of_a10216a6"."_tier" AS "_attribute_0a04f5fa"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_avg_090cd44f" ON "g"."customer_id" = "_avg_090cd44f"."customer_id"
    AND "g"."feature_time" = "_avg_090cd44f"."feature_time"
  LEFT JOIN "_max_2b133ec7" ON "g"."customer_id" = "_max_2b133ec7"."customer_id"
    AND "g"."feature_time" = "_max_2b133ec7"."feature_time"
  LEFT JOIN "_last_bb3f3650" ON "g"."customer_id" = "_last_bb3f3650"."customer_id"
    AND "g"."feature_time" = "_last_bb3f3650"."feature_time"
  LEFT JOIN "_as_of_a10216a6" ON "g"."customer_id" = "_as_of_a10216a6"."customer_id"
    AND "g"."feature_time" = "_as_of_a10216a6"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_sum_abe7217c" AS "_sum_abe7217c",
    "b"."_avg_090cd44f" AS "_avg_090cd44f",
    "b"."_max_2b133ec7" AS "_max_2b133ec7",
    "b"."_last_bb3f3650" AS "_last_bb3f3650",
    "b"."_attribute_0a04f5fa" AS "_attribute_0a04f5fa",
    "b"."_count_37093f0d" AS "orders_7d",
    "b"."_sum_abe7217c" AS "spent_30d",
    "b"."_avg_090cd44f" AS "weight_7d",
    "b"."_max_2b133ec7" AS "largest_7d",
    "b"."_last_bb3f3650" AS "last_status",
    "b"."_attribute_0a04f5fa" AS "tier"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  "r"."spent_30d" AS "spent_30d",
  "r"."weight_7d" AS "weight_7d",
  "r"."largest_7d" AS "largest_7d",
  "r"."last_status" AS "last_status",
  "r"."tier" AS "tier",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
