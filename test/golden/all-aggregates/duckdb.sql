-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__gd5bc9a63
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "cxy_9f975bea" DOUBLE,
  "firsttie_5dec5a87" VARCHAR,
  "firsttime_a6f4aab1" TIMESTAMP,
  "firstvalue_45675e50" VARCHAR,
  "lasttie_70cb04bb" VARCHAR,
  "lasttie_e0891125" VARCHAR,
  "lasttime_492acf8c" TIMESTAMP,
  "lasttime_dd73eac9" TIMESTAMP,
  "lastvalue_ae849b91" VARCHAR,
  "lastvalue_cbcdd613" VARCHAR,
  "m2_3725dd7a" DOUBLE,
  "m2x_54588d14" DOUBLE,
  "max_97567094" VARCHAR,
  "mean_e154e8a1" DOUBLE,
  "meanx_3748c135" DOUBLE,
  "min_bfadeed5" DECIMAL(12, 2),
  "n_0a4c71a7" BIGINT,
  "n_63f4bf09" BIGINT,
  "n_9510fbb7" BIGINT,
  "n_e9cebb6b" BIGINT,
  "sum_1235bff7" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "sum_8e850cf5" DOUBLE,
  "sum_e7a5e7c4" DECIMAL(38, 0) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gd5bc9a63]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "event_time" TIMESTAMP,
  "tie_1" VARCHAR,
  "value" VARCHAR
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/rows-05eb7a88 feat_storage.tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n" BIGINT,
  "value" VARCHAR
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/multiset-67f35636 feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "value" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/sketch-57ac651d feat_storage.tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n" BIGINT,
  "value" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/multiset-f8829d4c feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n" BIGINT,
  "value" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/multiset-4ab81c95 feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n" BIGINT,
  "value" DECIMAL(12, 2)
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/multiset-5117d0f4 feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f]';

COMMIT;

-- expand: create feat_storage.customer_orders__g9ddc0e87
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__g9ddc0e87" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "orders" BIGINT,
  "paid_orders" BIGINT,
  "amount_sum" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "items_sum" DECIMAL(38, 0) USING COMPRESSION uncompressed,
  "weight_mean" DOUBLE,
  "paid_share" DOUBLE,
  "amount_per_item" DOUBLE,
  "weight_deviation" DOUBLE,
  "weight_variance" DOUBLE,
  "weight_trend" DOUBLE,
  "weight_unrest" DOUBLE,
  "amount_least" DECIMAL(12, 2),
  "channel_greatest" VARCHAR,
  "channel_first" VARCHAR,
  "channel_last" VARCHAR,
  "channel_last_any" VARCHAR,
  "channels_newest" JSON,
  "channels" BIGINT,
  "channels_about" BIGINT,
  "amount_median" DOUBLE,
  "weight_p90" DOUBLE,
  "amount_p90" DECIMAL(12, 2),
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__g9ddc0e87" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__g9ddc0e87]';

COMMIT;

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders",
  "paid_orders",
  "amount_sum",
  "items_sum",
  "weight_mean",
  "paid_share",
  "amount_per_item",
  "weight_deviation",
  "weight_variance",
  "weight_trend",
  "weight_unrest",
  "amount_least",
  "channel_greatest",
  "channel_first",
  "channel_last",
  "channel_last_any",
  "channels_newest",
  "channels",
  "channels_about",
  "amount_median",
  "weight_p90",
  "amount_p90",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders" AS "orders",
  "v"."paid_orders" AS "paid_orders",
  "v"."amount_sum" AS "amount_sum",
  "v"."items_sum" AS "items_sum",
  "v"."weight_mean" AS "weight_mean",
  "v"."paid_share" AS "paid_share",
  "v"."amount_per_item" AS "amount_per_item",
  "v"."weight_deviation" AS "weight_deviation",
  "v"."weight_variance" AS "weight_variance",
  "v"."weight_trend" AS "weight_trend",
  "v"."weight_unrest" AS "weight_unrest",
  "v"."amount_least" AS "amount_least",
  "v"."channel_greatest" AS "channel_greatest",
  "v"."channel_first" AS "channel_first",
  "v"."channel_last" AS "channel_last",
  "v"."channel_last_any" AS "channel_last_any",
  "v"."channels_newest" AS "channels_newest",
  "v"."channels" AS "channels",
  "v"."channels_about" AS "channels_about",
  "v"."amount_median" AS "amount_median",
  "v"."weight_p90" AS "weight_p90",
  "v"."amount_p90" AS "amount_p90",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__g9ddc0e87" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders b9886c6a.4933966a.9ddc0e87]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09",
  "n_9510fbb7",
  "sum_1235bff7",
  "sum_e7a5e7c4",
  "sum_8e850cf5",
  "n_e9cebb6b",
  "n_0a4c71a7",
  "mean_e154e8a1",
  "m2_3725dd7a",
  "meanx_3748c135",
  "m2x_54588d14",
  "cxy_9f975bea",
  "min_bfadeed5",
  "max_97567094",
  "firstvalue_45675e50",
  "firsttime_a6f4aab1",
  "firsttie_5dec5a87",
  "lastvalue_cbcdd613",
  "lasttime_dd73eac9",
  "lasttie_70cb04bb",
  "lastvalue_ae849b91",
  "lasttime_492acf8c",
  "lasttie_e0891125"
)
WITH "ranked" AS (
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."amount" AS "amount",
    "s"."items" AS "items",
    "s"."weight" AS "weight",
    "s"."paid" AS "paid",
    "s"."channel" AS "channel",
    "s"."ordered_at" AS "ordered_at",
    "s"."loaded_at" AS "loaded_at",
    row_number() OVER (PARTITION BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at") ORDER BY "s"."ordered_at" ASC NULLS FIRST, "s"."order_id" ASC NULLS FIRST) AS "row_rank"
  FROM "raw"."orders" AS "s"
  WHERE "s"."ordered_at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  count(*) AS "n_63f4bf09",
  count(*) FILTER (WHERE "s"."paid") AS "n_9510fbb7",
  sum("s"."amount") AS "sum_1235bff7",
  sum("s"."items") AS "sum_e7a5e7c4",
  sum("s"."weight") AS "sum_8e850cf5",
  count(*) FILTER (WHERE "s"."weight" IS NOT NULL) AS "n_e9cebb6b",
  count(*) FILTER (WHERE "s"."paid" IS NOT NULL) AS "n_0a4c71a7",
  avg(CAST(CAST("s"."weight" AS DOUBLE) AS DOUBLE)) AS "mean_e154e8a1",
  var_pop(CAST(CAST("s"."weight" AS DOUBLE) AS DOUBLE)) * CAST(count(*) FILTER (WHERE "s"."weight" IS NOT NULL) AS DOUBLE) AS "m2_3725dd7a",
  avg(CAST(date_diff('microsecond', date_trunc('day', "s"."ordered_at"), "s"."ordered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE "s"."weight" IS NOT NULL) AS "meanx_3748c135",
  (var_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."ordered_at"), "s"."ordered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE "s"."weight" IS NOT NULL)) * CAST(count(*) FILTER (WHERE "s"."weight" IS NOT NULL) AS DOUBLE) AS "m2x_54588d14",
  (covar_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."ordered_at"), "s"."ordered_at") / 86400000000e0 AS DOUBLE), CAST(CAST("s"."weight" AS DOUBLE) AS DOUBLE)) FILTER (WHERE "s"."weight" IS NOT NULL)) * CAST(count(*) FILTER (WHERE "s"."weight" IS NOT NULL) AS DOUBLE) AS "cxy_9f975bea",
  min("s"."amount") AS "min_bfadeed5",
  max("s"."channel") AS "max_97567094",
  arg_min_null("s"."channel", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "firstvalue_45675e50",
  arg_min_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "firsttime_a6f4aab1",
  arg_min_null("s"."order_id", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "firsttie_5dec5a87",
  arg_max_null("s"."channel", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "lastvalue_cbcdd613",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "lasttime_dd73eac9",
  arg_max_null("s"."order_id", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "lasttie_70cb04bb",
  arg_max_null("s"."channel", "s"."row_rank") AS "lastvalue_ae849b91",
  arg_max_null("s"."ordered_at", "s"."row_rank") AS "lasttime_492acf8c",
  arg_max_null("s"."order_id", "s"."row_rank") AS "lasttie_e0891125"
FROM "ranked" AS "s"
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at");

-- fill tiles.raw.orders/customer_id/1dx1d/rows-05eb7a88: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "event_time",
  "tie_1"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  "s"."channel" AS "value",
  "s"."ordered_at" AS "event_time",
  "s"."order_id" AS "tie_1"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  AND "s"."channel" IS NOT NULL;

-- fill tiles.raw.orders/customer_id/1dx1d/multiset-67f35636: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  "s"."channel" AS "value",
  count(*) AS "n"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  AND "s"."channel" IS NOT NULL
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at"), "s"."channel";

-- fill tiles.raw.orders/customer_id/1dx1d/sketch-57ac651d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value"
)
WITH "hashed" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."ordered_at") AS "event_tile",
    date_trunc('day', "s"."loaded_at") AS "known_tile",
    CAST('0x' || substring(md5(CAST("s"."channel" AS VARCHAR)), 1, 13) AS BIGINT) AS "value"
  FROM "raw"."orders" AS "s"
  WHERE "s"."ordered_at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
    AND "s"."channel" IS NOT NULL
  GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at"), CAST('0x' || substring(md5(CAST("s"."channel" AS VARCHAR)), 1, 13) AS BIGINT)
)
SELECT
  "h"."customer_id" AS "customer_id",
  "h"."event_tile" AS "event_tile",
  "h"."known_tile" AS "known_tile",
  "h"."value" AS "value"
FROM "hashed" AS "h"
QUALIFY row_number() OVER (PARTITION BY "h"."customer_id", "h"."event_tile", "h"."known_tile" ORDER BY "h"."value" ASC NULLS LAST) <= 2502;

-- fill tiles.raw.orders/customer_id/1dx1d/multiset-f8829d4c: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  CAST("s"."amount" AS DOUBLE) AS "value",
  count(*) AS "n"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  AND CAST("s"."amount" AS DOUBLE) IS NOT NULL
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at"), CAST("s"."amount" AS DOUBLE);

-- fill tiles.raw.orders/customer_id/1dx1d/multiset-4ab81c95: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  "s"."weight" AS "value",
  count(*) AS "n"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  AND "s"."weight" IS NOT NULL
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at"), "s"."weight";

-- fill tiles.raw.orders/customer_id/1dx1d/multiset-5117d0f4: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  "s"."amount" AS "value",
  count(*) AS "n"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
  AND "s"."amount" IS NOT NULL
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at"), "s"."amount";

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__g9ddc0e87"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g9ddc0e87" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders",
  "paid_orders",
  "amount_sum",
  "items_sum",
  "weight_mean",
  "paid_share",
  "amount_per_item",
  "weight_deviation",
  "weight_variance",
  "weight_trend",
  "weight_unrest",
  "amount_least",
  "channel_greatest",
  "channel_first",
  "channel_last",
  "channel_last_any",
  "channels_newest",
  "channels",
  "channels_about",
  "amount_median",
  "weight_p90",
  "amount_p90",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_63f4bf09" AS "n_63f4bf09",
    "t"."n_9510fbb7" AS "n_9510fbb7",
    "t"."sum_1235bff7" AS "sum_1235bff7",
    "t"."sum_e7a5e7c4" AS "sum_e7a5e7c4",
    "t"."sum_8e850cf5" AS "sum_8e850cf5",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."n_0a4c71a7" AS "n_0a4c71a7",
    "t"."min_bfadeed5" AS "min_bfadeed5",
    "t"."max_97567094" AS "max_97567094",
    "t"."firsttime_a6f4aab1" AS "firsttime_a6f4aab1",
    "t"."lasttime_dd73eac9" AS "lasttime_dd73eac9",
    "t"."lasttime_492acf8c" AS "lasttime_492acf8c"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out",
    coalesce("a"."n_9510fbb7_in", 0) + coalesce("b"."n_9510fbb7_in", 0) AS "n_9510fbb7_in",
    coalesce("a"."n_9510fbb7_out", 0) + coalesce("b"."n_9510fbb7_out", 0) AS "n_9510fbb7_out",
    coalesce("a"."sum_1235bff7_in", 0) + coalesce("b"."sum_1235bff7_in", 0) AS "sum_1235bff7_in",
    coalesce("a"."sum_1235bff7_known_in", 0) + coalesce("b"."sum_1235bff7_known_in", 0) AS "sum_1235bff7_known_in",
    coalesce("a"."sum_1235bff7_out", 0) + coalesce("b"."sum_1235bff7_out", 0) AS "sum_1235bff7_out",
    coalesce("a"."sum_1235bff7_known_out", 0) + coalesce("b"."sum_1235bff7_known_out", 0) AS "sum_1235bff7_known_out",
    coalesce("a"."sum_e7a5e7c4_in", 0) + coalesce("b"."sum_e7a5e7c4_in", 0) AS "sum_e7a5e7c4_in",
    coalesce("a"."sum_e7a5e7c4_known_in", 0) + coalesce("b"."sum_e7a5e7c4_known_in", 0) AS "sum_e7a5e7c4_known_in",
    coalesce("a"."sum_e7a5e7c4_out", 0) + coalesce("b"."sum_e7a5e7c4_out", 0) AS "sum_e7a5e7c4_out",
    coalesce("a"."sum_e7a5e7c4_known_out", 0) + coalesce("b"."sum_e7a5e7c4_known_out", 0) AS "sum_e7a5e7c4_known_out",
    coalesce("a"."n_e9cebb6b_in", 0) + coalesce("b"."n_e9cebb6b_in", 0) AS "n_e9cebb6b_in",
    coalesce("a"."n_e9cebb6b_out", 0) + coalesce("b"."n_e9cebb6b_out", 0) AS "n_e9cebb6b_out",
    coalesce("a"."n_0a4c71a7_in", 0) + coalesce("b"."n_0a4c71a7_in", 0) AS "n_0a4c71a7_in",
    coalesce("a"."n_0a4c71a7_out", 0) + coalesce("b"."n_0a4c71a7_out", 0) AS "n_0a4c71a7_out",
    CASE
      WHEN "a"."sum_8e850cf5" IS NULL THEN "b"."sum_8e850cf5"
      ELSE CASE WHEN "b"."sum_8e850cf5" IS NULL THEN "a"."sum_8e850cf5" ELSE "a"."sum_8e850cf5" + "b"."sum_8e850cf5" END
    END AS "sum_8e850cf5",
    least("a"."min_bfadeed5", "b"."min_bfadeed5") AS "min_bfadeed5",
    greatest("a"."max_97567094", "b"."max_97567094") AS "max_97567094",
    least("a"."firsttime_a6f4aab1", "b"."firsttime_a6f4aab1") AS "firsttime_a6f4aab1",
    greatest("a"."lasttime_dd73eac9", "b"."lasttime_dd73eac9") AS "lasttime_dd73eac9",
    greatest("a"."lasttime_492acf8c", "b"."lasttime_492acf8c") AS "lasttime_492acf8c",
    least("a"."min_bfadeed5_604800_late", "b"."min_bfadeed5_604800_late") AS "min_bfadeed5_604800_late",
    greatest("a"."max_97567094_604800_late", "b"."max_97567094_604800_late") AS "max_97567094_604800_late",
    least("a"."firsttime_a6f4aab1_604800_late", "b"."firsttime_a6f4aab1_604800_late") AS "firsttime_a6f4aab1_604800_late",
    greatest("a"."lasttime_dd73eac9_604800_late", "b"."lasttime_dd73eac9_604800_late") AS "lasttime_dd73eac9_604800_late",
    greatest("a"."lasttime_492acf8c_604800_late", "b"."lasttime_492acf8c_604800_late") AS "lasttime_492acf8c_604800_late"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
      coalesce("t"."n_9510fbb7", 0) AS "n_9510fbb7_in",
      coalesce("t"."n_9510fbb7", 0) AS "n_9510fbb7_out",
      coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_in",
      CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_in",
      coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_out",
      CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_out",
      coalesce("t"."sum_e7a5e7c4", 0) AS "sum_e7a5e7c4_in",
      CASE WHEN "t"."sum_e7a5e7c4" IS NULL THEN 0 ELSE 1 END AS "sum_e7a5e7c4_known_in",
      coalesce("t"."sum_e7a5e7c4", 0) AS "sum_e7a5e7c4_out",
      CASE WHEN "t"."sum_e7a5e7c4" IS NULL THEN 0 ELSE 1 END AS "sum_e7a5e7c4_known_out",
      coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b_in",
      coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b_out",
      coalesce("t"."n_0a4c71a7", 0) AS "n_0a4c71a7_in",
      coalesce("t"."n_0a4c71a7", 0) AS "n_0a4c71a7_out",
      "t"."sum_8e850cf5" AS "sum_8e850cf5",
      "t"."min_bfadeed5" AS "min_bfadeed5",
      "t"."max_97567094" AS "max_97567094",
      "t"."firsttime_a6f4aab1" AS "firsttime_a6f4aab1",
      "t"."lasttime_dd73eac9" AS "lasttime_dd73eac9",
      "t"."lasttime_492acf8c" AS "lasttime_492acf8c",
      CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
      CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
      CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
      CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
      CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
    FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
    WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
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
      CAST(coalesce(sum("e"."n_9510fbb7_in"), 0) AS BIGINT) AS "n_9510fbb7_in",
      CAST(coalesce(sum("e"."n_9510fbb7_out"), 0) AS BIGINT) AS "n_9510fbb7_out",
      coalesce(sum("e"."sum_1235bff7_in"), 0) AS "sum_1235bff7_in",
      CAST(coalesce(sum("e"."sum_1235bff7_known_in"), 0) AS BIGINT) AS "sum_1235bff7_known_in",
      coalesce(sum("e"."sum_1235bff7_out"), 0) AS "sum_1235bff7_out",
      CAST(coalesce(sum("e"."sum_1235bff7_known_out"), 0) AS BIGINT) AS "sum_1235bff7_known_out",
      coalesce(sum("e"."sum_e7a5e7c4_in"), 0) AS "sum_e7a5e7c4_in",
      CAST(coalesce(sum("e"."sum_e7a5e7c4_known_in"), 0) AS BIGINT) AS "sum_e7a5e7c4_known_in",
      coalesce(sum("e"."sum_e7a5e7c4_out"), 0) AS "sum_e7a5e7c4_out",
      CAST(coalesce(sum("e"."sum_e7a5e7c4_known_out"), 0) AS BIGINT) AS "sum_e7a5e7c4_known_out",
      CAST(coalesce(sum("e"."n_e9cebb6b_in"), 0) AS BIGINT) AS "n_e9cebb6b_in",
      CAST(coalesce(sum("e"."n_e9cebb6b_out"), 0) AS BIGINT) AS "n_e9cebb6b_out",
      CAST(coalesce(sum("e"."n_0a4c71a7_in"), 0) AS BIGINT) AS "n_0a4c71a7_in",
      CAST(coalesce(sum("e"."n_0a4c71a7_out"), 0) AS BIGINT) AS "n_0a4c71a7_out",
      sum("e"."sum_8e850cf5") AS "sum_8e850cf5",
      min("e"."min_bfadeed5") AS "min_bfadeed5",
      max("e"."max_97567094") AS "max_97567094",
      min("e"."firsttime_a6f4aab1") AS "firsttime_a6f4aab1",
      max("e"."lasttime_dd73eac9") AS "lasttime_dd73eac9",
      max("e"."lasttime_492acf8c") AS "lasttime_492acf8c",
      min("e"."min_bfadeed5_604800_late") AS "min_bfadeed5_604800_late",
      max("e"."max_97567094_604800_late") AS "max_97567094_604800_late",
      min("e"."firsttime_a6f4aab1_604800_late") AS "firsttime_a6f4aab1_604800_late",
      max("e"."lasttime_dd73eac9_604800_late") AS "lasttime_dd73eac9_604800_late",
      max("e"."lasttime_492acf8c_604800_late") AS "lasttime_492acf8c_604800_late"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        coalesce("t"."n_9510fbb7", 0) AS "n_9510fbb7_in",
        coalesce("t"."n_9510fbb7", 0) AS "n_9510fbb7_out",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_in",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_in",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_out",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_out",
        coalesce("t"."sum_e7a5e7c4", 0) AS "sum_e7a5e7c4_in",
        CASE WHEN "t"."sum_e7a5e7c4" IS NULL THEN 0 ELSE 1 END AS "sum_e7a5e7c4_known_in",
        coalesce("t"."sum_e7a5e7c4", 0) AS "sum_e7a5e7c4_out",
        CASE WHEN "t"."sum_e7a5e7c4" IS NULL THEN 0 ELSE 1 END AS "sum_e7a5e7c4_known_out",
        coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b_in",
        coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b_out",
        coalesce("t"."n_0a4c71a7", 0) AS "n_0a4c71a7_in",
        coalesce("t"."n_0a4c71a7", 0) AS "n_0a4c71a7_out",
        "t"."sum_8e850cf5" AS "sum_8e850cf5",
        "t"."min_bfadeed5" AS "min_bfadeed5",
        "t"."max_97567094" AS "max_97567094",
        "t"."firsttime_a6f4aab1" AS "firsttime_a6f4aab1",
        "t"."lasttime_dd73eac9" AS "lasttime_dd73eac9",
        "t"."lasttime_492acf8c" AS "lasttime_492acf8c",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
        CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_in",
        coalesce("t"."n_9510fbb7", 0) AS "n_9510fbb7_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_out",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_out",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_in",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_in",
        coalesce("t"."sum_e7a5e7c4", 0) AS "sum_e7a5e7c4_out",
        CASE WHEN "t"."sum_e7a5e7c4" IS NULL THEN 0 ELSE 1 END AS "sum_e7a5e7c4_known_out",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_in",
        coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b_out",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_in",
        coalesce("t"."n_0a4c71a7", 0) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
        CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        coalesce("t"."n_9510fbb7", 0) AS "n_9510fbb7_in",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_out",
        coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7_in",
        CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        coalesce("t"."sum_e7a5e7c4", 0) AS "sum_e7a5e7c4_in",
        CASE WHEN "t"."sum_e7a5e7c4" IS NULL THEN 0 ELSE 1 END AS "sum_e7a5e7c4_known_in",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_out",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_out",
        coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b_in",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_out",
        coalesce("t"."n_0a4c71a7", 0) AS "n_0a4c71a7_in",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        "t"."min_bfadeed5" AS "min_bfadeed5_604800_late",
        "t"."max_97567094" AS "max_97567094_604800_late",
        "t"."firsttime_a6f4aab1" AS "firsttime_a6f4aab1_604800_late",
        "t"."lasttime_dd73eac9" AS "lasttime_dd73eac9_604800_late",
        "t"."lasttime_492acf8c" AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '4 days' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_in",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_in",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_in",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_out",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_out",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_in",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_out",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_in",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        "t"."min_bfadeed5" AS "min_bfadeed5_604800_late",
        CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
        AND "t"."event_tile" + INTERVAL '4 days' < TIMESTAMP '2026-02-10 00:00:00'
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '4 days' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_in",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_in",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_in",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_out",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_out",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_in",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_out",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_in",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
        "t"."max_97567094" AS "max_97567094_604800_late",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
        AND "t"."event_tile" + INTERVAL '4 days' < TIMESTAMP '2026-02-10 00:00:00'
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '4 days' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_in",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_in",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_in",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_out",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_out",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_in",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_out",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_in",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
        CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
        "t"."firsttime_a6f4aab1" AS "firsttime_a6f4aab1_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
        AND "t"."event_tile" + INTERVAL '4 days' < TIMESTAMP '2026-02-10 00:00:00'
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '4 days' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_in",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_in",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_in",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_out",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_out",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_in",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_out",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_in",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
        CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
        "t"."lasttime_dd73eac9" AS "lasttime_dd73eac9_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
        AND "t"."event_tile" + INTERVAL '4 days' < TIMESTAMP '2026-02-10 00:00:00'
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '4 days' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_in",
        CAST(NULL AS BIGINT) AS "n_9510fbb7_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_in",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_1235bff7_out",
        CAST(NULL AS BIGINT) AS "sum_1235bff7_known_out",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_in",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_in",
        CAST(NULL AS DECIMAL(38, 0)) AS "sum_e7a5e7c4_out",
        CAST(NULL AS BIGINT) AS "sum_e7a5e7c4_known_out",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_in",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b_out",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_in",
        CAST(NULL AS BIGINT) AS "n_0a4c71a7_out",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5",
        CAST(NULL AS VARCHAR) AS "max_97567094",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9",
        CAST(NULL AS TIMESTAMP) AS "lasttime_492acf8c",
        CAST(NULL AS DECIMAL(12, 2)) AS "min_bfadeed5_604800_late",
        CAST(NULL AS VARCHAR) AS "max_97567094_604800_late",
        CAST(NULL AS TIMESTAMP) AS "firsttime_a6f4aab1_604800_late",
        CAST(NULL AS TIMESTAMP) AS "lasttime_dd73eac9_604800_late",
        "t"."lasttime_492acf8c" AS "lasttime_492acf8c_604800_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
        AND "t"."event_tile" + INTERVAL '4 days' < TIMESTAMP '2026-02-10 00:00:00'
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
      "n_9510fbb7_in",
      "n_9510fbb7_out",
      "sum_1235bff7_in",
      "sum_1235bff7_known_in",
      "sum_1235bff7_out",
      "sum_1235bff7_known_out",
      "sum_e7a5e7c4_in",
      "sum_e7a5e7c4_known_in",
      "sum_e7a5e7c4_out",
      "sum_e7a5e7c4_known_out",
      "n_e9cebb6b_in",
      "n_e9cebb6b_out",
      "n_0a4c71a7_in",
      "n_0a4c71a7_out",
      "sum_8e850cf5",
      "min_bfadeed5",
      "max_97567094",
      "firsttime_a6f4aab1",
      "lasttime_dd73eac9",
      "lasttime_492acf8c",
      "min_bfadeed5_604800_late",
      "max_97567094_604800_late",
      "firsttime_a6f4aab1_604800_late",
      "lasttime_dd73eac9_604800_late",
      "lasttime_492acf8c_604800_late"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out",
      0 AS "n_9510fbb7_in",
      0 AS "n_9510fbb7_out",
      0 AS "sum_1235bff7_in",
      0 AS "sum_1235bff7_known_in",
      0 AS "sum_1235bff7_out",
      0 AS "sum_1235bff7_known_out",
      0 AS "sum_e7a5e7c4_in",
      0 AS "sum_e7a5e7c4_known_in",
      0 AS "sum_e7a5e7c4_out",
      0 AS "sum_e7a5e7c4_known_out",
      0 AS "n_e9cebb6b_in",
      0 AS "n_e9cebb6b_out",
      0 AS "n_0a4c71a7_in",
      0 AS "n_0a4c71a7_out",
      NULL AS "sum_8e850cf5",
      NULL AS "min_bfadeed5",
      NULL AS "max_97567094",
      NULL AS "firsttime_a6f4aab1",
      NULL AS "lasttime_dd73eac9",
      NULL AS "lasttime_492acf8c",
      NULL AS "min_bfadeed5_604800_late",
      NULL AS "max_97567094_604800_late",
      NULL AS "firsttime_a6f4aab1_604800_late",
      NULL AS "lasttime_dd73eac9_604800_late",
      NULL AS "lasttime_492acf8c_604800_late"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "n_9510fbb7_in",
      "n_9510fbb7_out",
      "sum_1235bff7_in",
      "sum_1235bff7_known_in",
      "sum_1235bff7_out",
      "sum_1235bff7_known_out",
      "sum_e7a5e7c4_in",
      "sum_e7a5e7c4_known_in",
      "sum_e7a5e7c4_out",
      "sum_e7a5e7c4_known_out",
      "n_e9cebb6b_in",
      "n_e9cebb6b_out",
      "n_0a4c71a7_in",
      "n_0a4c71a7_out",
      "sum_8e850cf5",
      "min_bfadeed5",
      "max_97567094",
      "firsttime_a6f4aab1",
      "lasttime_dd73eac9",
      "lasttime_492acf8c",
      "min_bfadeed5_604800_late",
      "max_97567094_604800_late",
      "firsttime_a6f4aab1_604800_late",
      "lasttime_dd73eac9_604800_late",
      "lasttime_492acf8c_604800_late"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_8e850cf5",
      "min_bfadeed5",
      "max_97567094",
      "firsttime_a6f4aab1",
      "lasttime_dd73eac9",
      "lasttime_492acf8c",
      "min_bfadeed5_604800_late",
      "max_97567094_604800_late",
      "firsttime_a6f4aab1_604800_late",
      "lasttime_dd73eac9_604800_late",
      "lasttime_492acf8c_604800_late",
      sum("n_63f4bf09_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_in",
      sum("n_63f4bf09_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_out",
      sum("n_9510fbb7_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_9510fbb7_in",
      sum("n_9510fbb7_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_9510fbb7_out",
      sum("sum_1235bff7_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_in",
      sum("sum_1235bff7_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_known_in",
      sum("sum_1235bff7_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_out",
      sum("sum_1235bff7_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_known_out",
      sum("sum_e7a5e7c4_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e7a5e7c4_in",
      sum("sum_e7a5e7c4_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e7a5e7c4_known_in",
      sum("sum_e7a5e7c4_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e7a5e7c4_out",
      sum("sum_e7a5e7c4_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e7a5e7c4_known_out",
      sum("n_e9cebb6b_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_e9cebb6b_in",
      sum("n_e9cebb6b_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_e9cebb6b_out",
      sum("n_0a4c71a7_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_0a4c71a7_in",
      sum("n_0a4c71a7_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_0a4c71a7_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_8e850cf5",
      "min_bfadeed5",
      "max_97567094",
      "firsttime_a6f4aab1",
      "lasttime_dd73eac9",
      "lasttime_492acf8c",
      "min_bfadeed5_604800_late",
      "max_97567094_604800_late",
      "firsttime_a6f4aab1_604800_late",
      "lasttime_dd73eac9_604800_late",
      "lasttime_492acf8c_604800_late",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_n_9510fbb7_in",
      "_sum_n_9510fbb7_out",
      "_sum_sum_1235bff7_in",
      "_sum_sum_1235bff7_known_in",
      "_sum_sum_1235bff7_out",
      "_sum_sum_1235bff7_known_out",
      "_sum_sum_e7a5e7c4_in",
      "_sum_sum_e7a5e7c4_known_in",
      "_sum_sum_e7a5e7c4_out",
      "_sum_sum_e7a5e7c4_known_out",
      "_sum_n_e9cebb6b_in",
      "_sum_n_e9cebb6b_out",
      "_sum_n_0a4c71a7_in",
      "_sum_n_0a4c71a7_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_9510fbb7_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_9510fbb7_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_9510fbb7_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_9510fbb7_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_1235bff7_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_1235bff7_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_known_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_1235bff7_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_1235bff7_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_1235bff7_known_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_e7a5e7c4_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e7a5e7c4_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_e7a5e7c4_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e7a5e7c4_known_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_e7a5e7c4_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e7a5e7c4_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_sum_e7a5e7c4_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e7a5e7c4_known_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_e9cebb6b_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_e9cebb6b_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_e9cebb6b_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_e9cebb6b_out",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_0a4c71a7_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_0a4c71a7_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_0a4c71a7_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_0a4c71a7_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "sum_8e850cf5",
      "min_bfadeed5",
      "max_97567094",
      "firsttime_a6f4aab1",
      "lasttime_dd73eac9",
      "lasttime_492acf8c",
      "min_bfadeed5_604800_late",
      "max_97567094_604800_late",
      "firsttime_a6f4aab1_604800_late",
      "lasttime_dd73eac9_604800_late",
      "lasttime_492acf8c_604800_late",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_n_9510fbb7_in",
      "_sum_n_9510fbb7_out",
      "_sum_sum_1235bff7_in",
      "_sum_sum_1235bff7_known_in",
      "_sum_sum_1235bff7_out",
      "_sum_sum_1235bff7_known_out",
      "_sum_sum_e7a5e7c4_in",
      "_sum_sum_e7a5e7c4_known_in",
      "_sum_sum_e7a5e7c4_out",
      "_sum_sum_e7a5e7c4_known_out",
      "_sum_n_e9cebb6b_in",
      "_sum_n_e9cebb6b_out",
      "_sum_n_0a4c71a7_in",
      "_sum_n_0a4c71a7_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_n_9510fbb7_in",
      "_base_n_9510fbb7_out",
      "_base_sum_1235bff7_in",
      "_base_sum_1235bff7_known_in",
      "_base_sum_1235bff7_out",
      "_base_sum_1235bff7_known_out",
      "_base_sum_e7a5e7c4_in",
      "_base_sum_e7a5e7c4_known_in",
      "_base_sum_e7a5e7c4_out",
      "_base_sum_e7a5e7c4_known_out",
      "_base_n_e9cebb6b_in",
      "_base_n_e9cebb6b_out",
      "_base_n_0a4c71a7_in",
      "_base_n_0a4c71a7_out",
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
      "_sum_n_9510fbb7_in",
      "_sum_n_9510fbb7_out",
      "_sum_sum_1235bff7_in",
      "_sum_sum_1235bff7_known_in",
      "_sum_sum_1235bff7_out",
      "_sum_sum_1235bff7_known_out",
      "_sum_sum_e7a5e7c4_in",
      "_sum_sum_e7a5e7c4_known_in",
      "_sum_sum_e7a5e7c4_out",
      "_sum_sum_e7a5e7c4_known_out",
      "_sum_n_e9cebb6b_in",
      "_sum_n_e9cebb6b_out",
      "_sum_n_0a4c71a7_in",
      "_sum_n_0a4c71a7_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_n_9510fbb7_in",
      "_base_n_9510fbb7_out",
      "_base_sum_1235bff7_in",
      "_base_sum_1235bff7_known_in",
      "_base_sum_1235bff7_out",
      "_base_sum_1235bff7_known_out",
      "_base_sum_e7a5e7c4_in",
      "_base_sum_e7a5e7c4_known_in",
      "_base_sum_e7a5e7c4_out",
      "_base_sum_e7a5e7c4_known_out",
      "_base_n_e9cebb6b_in",
      "_base_n_e9cebb6b_out",
      "_base_n_0a4c71a7_in",
      "_base_n_0a4c71a7_out",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_8e850cf5" END AS "_1_sum_8e850cf5",
      CASE WHEN "feature_time" = "_entered_at" THEN "min_bfadeed5" END AS "_1_min_bfadeed5",
      CASE WHEN "feature_time" = "_entered_at" THEN "max_97567094" END AS "_1_max_97567094",
      CASE WHEN "feature_time" = "_entered_at" THEN "firsttime_a6f4aab1" END AS "_1_firsttime_a6f4aab1",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_dd73eac9" END AS "_1_lasttime_dd73eac9",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_492acf8c" END AS "_1_lasttime_492acf8c",
      CASE WHEN "feature_time" = "_entered_at" THEN "min_bfadeed5_604800_late" END AS "_1_min_bfadeed5_604800_late",
      CASE WHEN "feature_time" = "_entered_at" THEN "max_97567094_604800_late" END AS "_1_max_97567094_604800_late",
      CASE WHEN "feature_time" = "_entered_at" THEN "firsttime_a6f4aab1_604800_late" END AS "_1_firsttime_a6f4aab1_604800_late",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_dd73eac9_604800_late" END AS "_1_lasttime_dd73eac9_604800_late",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_492acf8c_604800_late" END AS "_1_lasttime_492acf8c_604800_late"
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
      "_sum_n_9510fbb7_in" - "_base_n_9510fbb7_in" AS "_sum_n_9510fbb7_in_unbounded_0",
      lag("_sum_n_9510fbb7_out", 7) OVER () - "_base_n_9510fbb7_out" AS "_sum_n_9510fbb7_out_unbounded_7",
      "_sum_sum_1235bff7_known_in" - "_base_sum_1235bff7_known_in" AS "_sum_sum_1235bff7_known_in_unbounded_0",
      lag("_sum_sum_1235bff7_known_out", 7) OVER () - "_base_sum_1235bff7_known_out" AS "_sum_sum_1235bff7_known_out_unbounded_7",
      "_sum_sum_1235bff7_in" - "_base_sum_1235bff7_in" AS "_sum_sum_1235bff7_in_unbounded_0",
      lag("_sum_sum_1235bff7_out", 7) OVER () - "_base_sum_1235bff7_out" AS "_sum_sum_1235bff7_out_unbounded_7",
      "_sum_sum_e7a5e7c4_known_in" - "_base_sum_e7a5e7c4_known_in" AS "_sum_sum_e7a5e7c4_known_in_unbounded_0",
      lag("_sum_sum_e7a5e7c4_known_out", 7) OVER () - "_base_sum_e7a5e7c4_known_out" AS "_sum_sum_e7a5e7c4_known_out_unbounded_7",
      "_sum_sum_e7a5e7c4_in" - "_base_sum_e7a5e7c4_in" AS "_sum_sum_e7a5e7c4_in_unbounded_0",
      lag("_sum_sum_e7a5e7c4_out", 7) OVER () - "_base_sum_e7a5e7c4_out" AS "_sum_sum_e7a5e7c4_out_unbounded_7",
      "_sum_n_e9cebb6b_in" - "_base_n_e9cebb6b_in" AS "_sum_n_e9cebb6b_in_unbounded_0",
      lag("_sum_n_e9cebb6b_out", 7) OVER () - "_base_n_e9cebb6b_out" AS "_sum_n_e9cebb6b_out_unbounded_7",
      "_sum_n_0a4c71a7_in" - "_base_n_0a4c71a7_in" AS "_sum_n_0a4c71a7_in_unbounded_0",
      lag("_sum_n_0a4c71a7_out", 7) OVER () - "_base_n_0a4c71a7_out" AS "_sum_n_0a4c71a7_out_unbounded_7",
      "_1_sum_8e850cf5" AS "_sum_sum_8e850cf5_6_0",
      coalesce("_1_sum_8e850cf5" + lag("_1_sum_8e850cf5", 1) OVER (), "_1_sum_8e850cf5", lag("_1_sum_8e850cf5", 1) OVER ()) AS "_2_sum_8e850cf5",
      least("_1_min_bfadeed5", lag("_1_min_bfadeed5", 1) OVER ()) AS "_2_min_bfadeed5",
      least("_1_min_bfadeed5_604800_late", lag("_1_min_bfadeed5_604800_late", 1) OVER ()) AS "_2_min_bfadeed5_604800_late",
      greatest("_1_max_97567094", lag("_1_max_97567094", 1) OVER ()) AS "_2_max_97567094",
      greatest("_1_max_97567094_604800_late", lag("_1_max_97567094_604800_late", 1) OVER ()) AS "_2_max_97567094_604800_late",
      least("_1_firsttime_a6f4aab1", lag("_1_firsttime_a6f4aab1", 1) OVER ()) AS "_2_firsttime_a6f4aab1",
      least("_1_firsttime_a6f4aab1_604800_late", lag("_1_firsttime_a6f4aab1_604800_late", 1) OVER ()) AS "_2_firsttime_a6f4aab1_604800_late",
      greatest("_1_lasttime_dd73eac9", lag("_1_lasttime_dd73eac9", 1) OVER ()) AS "_2_lasttime_dd73eac9",
      greatest("_1_lasttime_dd73eac9_604800_late", lag("_1_lasttime_dd73eac9_604800_late", 1) OVER ()) AS "_2_lasttime_dd73eac9_604800_late",
      greatest("_1_lasttime_492acf8c", lag("_1_lasttime_492acf8c", 1) OVER ()) AS "_2_lasttime_492acf8c",
      greatest("_1_lasttime_492acf8c_604800_late", lag("_1_lasttime_492acf8c_604800_late", 1) OVER ()) AS "_2_lasttime_492acf8c_604800_late"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_n_9510fbb7_in_unbounded_0",
      "_sum_n_9510fbb7_out_unbounded_7",
      "_sum_sum_1235bff7_known_in_unbounded_0",
      "_sum_sum_1235bff7_known_out_unbounded_7",
      "_sum_sum_1235bff7_in_unbounded_0",
      "_sum_sum_1235bff7_out_unbounded_7",
      "_sum_sum_e7a5e7c4_known_in_unbounded_0",
      "_sum_sum_e7a5e7c4_known_out_unbounded_7",
      "_sum_sum_e7a5e7c4_in_unbounded_0",
      "_sum_sum_e7a5e7c4_out_unbounded_7",
      "_sum_n_e9cebb6b_in_unbounded_0",
      "_sum_n_e9cebb6b_out_unbounded_7",
      "_sum_n_0a4c71a7_in_unbounded_0",
      "_sum_n_0a4c71a7_out_unbounded_7",
      coalesce("_sum_sum_8e850cf5_6_0" + lag("_2_sum_8e850cf5", 1) OVER (), "_sum_sum_8e850cf5_6_0", lag("_2_sum_8e850cf5", 1) OVER ()) AS "_sum_sum_8e850cf5_6_0",
      coalesce("_2_sum_8e850cf5" + lag("_2_sum_8e850cf5", 2) OVER (), "_2_sum_8e850cf5", lag("_2_sum_8e850cf5", 2) OVER ()) AS "_4_sum_8e850cf5",
      least("_2_min_bfadeed5", lag("_2_min_bfadeed5", 2) OVER ()) AS "_4_min_bfadeed5",
      least("_2_min_bfadeed5_604800_late", lag("_2_min_bfadeed5_604800_late", 2) OVER ()) AS "_4_min_bfadeed5_604800_late",
      greatest("_2_max_97567094", lag("_2_max_97567094", 2) OVER ()) AS "_4_max_97567094",
      greatest("_2_max_97567094_604800_late", lag("_2_max_97567094_604800_late", 2) OVER ()) AS "_4_max_97567094_604800_late",
      least("_2_firsttime_a6f4aab1", lag("_2_firsttime_a6f4aab1", 2) OVER ()) AS "_4_firsttime_a6f4aab1",
      least("_2_firsttime_a6f4aab1_604800_late", lag("_2_firsttime_a6f4aab1_604800_late", 2) OVER ()) AS "_4_firsttime_a6f4aab1_604800_late",
      greatest("_2_lasttime_dd73eac9", lag("_2_lasttime_dd73eac9", 2) OVER ()) AS "_4_lasttime_dd73eac9",
      greatest("_2_lasttime_dd73eac9_604800_late", lag("_2_lasttime_dd73eac9_604800_late", 2) OVER ()) AS "_4_lasttime_dd73eac9_604800_late",
      greatest("_2_lasttime_492acf8c", lag("_2_lasttime_492acf8c", 2) OVER ()) AS "_4_lasttime_492acf8c",
      greatest("_2_lasttime_492acf8c_604800_late", lag("_2_lasttime_492acf8c_604800_late", 2) OVER ()) AS "_4_lasttime_492acf8c_604800_late"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_n_9510fbb7_in_unbounded_0",
      "_sum_n_9510fbb7_out_unbounded_7",
      "_sum_sum_1235bff7_known_in_unbounded_0",
      "_sum_sum_1235bff7_known_out_unbounded_7",
      "_sum_sum_1235bff7_in_unbounded_0",
      "_sum_sum_1235bff7_out_unbounded_7",
      "_sum_sum_e7a5e7c4_known_in_unbounded_0",
      "_sum_sum_e7a5e7c4_known_out_unbounded_7",
      "_sum_sum_e7a5e7c4_in_unbounded_0",
      "_sum_sum_e7a5e7c4_out_unbounded_7",
      "_sum_n_e9cebb6b_in_unbounded_0",
      "_sum_n_e9cebb6b_out_unbounded_7",
      "_sum_n_0a4c71a7_in_unbounded_0",
      "_sum_n_0a4c71a7_out_unbounded_7",
      coalesce("_sum_sum_8e850cf5_6_0" + lag("_4_sum_8e850cf5", 3) OVER (), "_sum_sum_8e850cf5_6_0", lag("_4_sum_8e850cf5", 3) OVER ()) AS "_sum_sum_8e850cf5_6_0",
      least("_4_min_bfadeed5", lag("_4_min_bfadeed5", 3) OVER ()) AS "_min_min_bfadeed5_6_0",
      "_4_min_bfadeed5_604800_late" AS "_min_min_bfadeed5_604800_late_3_0",
      greatest("_4_max_97567094", lag("_4_max_97567094", 3) OVER ()) AS "_max_max_97567094_6_0",
      "_4_max_97567094_604800_late" AS "_max_max_97567094_604800_late_3_0",
      least("_4_firsttime_a6f4aab1", lag("_4_firsttime_a6f4aab1", 3) OVER ()) AS "_min_firsttime_a6f4aab1_6_0",
      "_4_firsttime_a6f4aab1_604800_late" AS "_min_firsttime_a6f4aab1_604800_late_3_0",
      greatest("_4_lasttime_dd73eac9", lag("_4_lasttime_dd73eac9", 3) OVER ()) AS "_max_lasttime_dd73eac9_6_0",
      "_4_lasttime_dd73eac9_604800_late" AS "_max_lasttime_dd73eac9_604800_late_3_0",
      greatest("_4_lasttime_492acf8c", lag("_4_lasttime_492acf8c", 3) OVER ()) AS "_max_lasttime_492acf8c_6_0",
      "_4_lasttime_492acf8c_604800_late" AS "_max_lasttime_492acf8c_604800_late_3_0"
    FROM "_from_2"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_7", 0) AS "n_63f4bf09_604800",
    coalesce("c"."_sum_n_9510fbb7_in_unbounded_0", 0) - coalesce("c"."_sum_n_9510fbb7_out_unbounded_7", 0) AS "n_9510fbb7_604800",
    CASE WHEN coalesce("c"."_sum_sum_1235bff7_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_1235bff7_known_out_unbounded_7", 0) > 0 THEN coalesce("c"."_sum_sum_1235bff7_in_unbounded_0", 0) - coalesce("c"."_sum_sum_1235bff7_out_unbounded_7", 0) END AS "sum_1235bff7_604800",
    CASE WHEN coalesce("c"."_sum_sum_e7a5e7c4_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e7a5e7c4_known_out_unbounded_7", 0) > 0 THEN coalesce("c"."_sum_sum_e7a5e7c4_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e7a5e7c4_out_unbounded_7", 0) END AS "sum_e7a5e7c4_604800",
    "c"."_sum_sum_8e850cf5_6_0" AS "sum_8e850cf5_604800",
    coalesce("c"."_sum_n_e9cebb6b_in_unbounded_0", 0) - coalesce("c"."_sum_n_e9cebb6b_out_unbounded_7", 0) AS "n_e9cebb6b_604800",
    coalesce("c"."_sum_n_0a4c71a7_in_unbounded_0", 0) - coalesce("c"."_sum_n_0a4c71a7_out_unbounded_7", 0) AS "n_0a4c71a7_604800",
    least("c"."_min_min_bfadeed5_6_0", "c"."_min_min_bfadeed5_604800_late_3_0") AS "min_bfadeed5_604800",
    greatest("c"."_max_max_97567094_6_0", "c"."_max_max_97567094_604800_late_3_0") AS "max_97567094_604800",
    least("c"."_min_firsttime_a6f4aab1_6_0", "c"."_min_firsttime_a6f4aab1_604800_late_3_0") AS "firsttime_a6f4aab1_604800",
    greatest("c"."_max_lasttime_dd73eac9_6_0", "c"."_max_lasttime_dd73eac9_604800_late_3_0") AS "lasttime_dd73eac9_604800",
    greatest("c"."_max_lasttime_492acf8c_6_0", "c"."_max_lasttime_492acf8c_604800_late_3_0") AS "lasttime_492acf8c_604800"
  FROM "_from_4" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_8e850cf5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_8e850cf5_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" > "t"."event_tile"
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."n_9510fbb7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_9510fbb7_604800",
    sum("t"."sum_1235bff7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_1235bff7_604800",
    sum("t"."sum_e7a5e7c4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_e7a5e7c4_604800",
    sum("t"."n_e9cebb6b") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_e9cebb6b_604800",
    sum("t"."n_0a4c71a7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_0a4c71a7_604800",
    min("t"."min_bfadeed5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "min_bfadeed5_604800",
    max("t"."max_97567094") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "max_97567094_604800",
    min("t"."firsttime_a6f4aab1") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "firsttime_a6f4aab1_604800",
    max("t"."lasttime_dd73eac9") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_dd73eac9_604800",
    max("t"."lasttime_492acf8c") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_492acf8c_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_604800" IS NULL THEN "t1_later"."n_63f4bf09_604800" ELSE CASE WHEN "t1_later"."n_63f4bf09_604800" IS NULL THEN "t1_frames"."n_63f4bf09_604800" ELSE "t1_frames"."n_63f4bf09_604800" + "t1_later"."n_63f4bf09_604800" END END, 0) AS "_count_37093f0d",
    coalesce(CASE WHEN "t1_frames"."n_9510fbb7_604800" IS NULL THEN "t1_later"."n_9510fbb7_604800" ELSE CASE WHEN "t1_later"."n_9510fbb7_604800" IS NULL THEN "t1_frames"."n_9510fbb7_604800" ELSE "t1_frames"."n_9510fbb7_604800" + "t1_later"."n_9510fbb7_604800" END END, 0) AS "_countif_9802f10a",
    CAST(CASE WHEN "t1_frames"."sum_1235bff7_604800" IS NULL THEN "t1_later"."sum_1235bff7_604800" ELSE CASE WHEN "t1_later"."sum_1235bff7_604800" IS NULL THEN "t1_frames"."sum_1235bff7_604800" ELSE "t1_frames"."sum_1235bff7_604800" + "t1_later"."sum_1235bff7_604800" END END AS DECIMAL(38, 2)) AS "_sum_efaf95f2",
    CAST(CASE WHEN "t1_frames"."sum_e7a5e7c4_604800" IS NULL THEN "t1_later"."sum_e7a5e7c4_604800" ELSE CASE WHEN "t1_later"."sum_e7a5e7c4_604800" IS NULL THEN "t1_frames"."sum_e7a5e7c4_604800" ELSE "t1_frames"."sum_e7a5e7c4_604800" + "t1_later"."sum_e7a5e7c4_604800" END END AS DECIMAL(38, 0)) AS "_sum_91cc14e1",
    CAST(CASE WHEN "t1_frames"."sum_8e850cf5_604800" IS NULL THEN "t1_late"."sum_8e850cf5_604800" ELSE CASE WHEN "t1_late"."sum_8e850cf5_604800" IS NULL THEN "t1_frames"."sum_8e850cf5_604800" ELSE "t1_frames"."sum_8e850cf5_604800" + "t1_late"."sum_8e850cf5_604800" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_e9cebb6b_604800" IS NULL THEN "t1_later"."n_e9cebb6b_604800" ELSE CASE WHEN "t1_later"."n_e9cebb6b_604800" IS NULL THEN "t1_frames"."n_e9cebb6b_604800" ELSE "t1_frames"."n_e9cebb6b_604800" + "t1_later"."n_e9cebb6b_604800" END END AS DOUBLE), 0) AS "_avg_090cd44f",
    CAST(CASE WHEN "t1_frames"."n_9510fbb7_604800" IS NULL THEN "t1_later"."n_9510fbb7_604800" ELSE CASE WHEN "t1_later"."n_9510fbb7_604800" IS NULL THEN "t1_frames"."n_9510fbb7_604800" ELSE "t1_frames"."n_9510fbb7_604800" + "t1_later"."n_9510fbb7_604800" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_0a4c71a7_604800" IS NULL THEN "t1_later"."n_0a4c71a7_604800" ELSE CASE WHEN "t1_later"."n_0a4c71a7_604800" IS NULL THEN "t1_frames"."n_0a4c71a7_604800" ELSE "t1_frames"."n_0a4c71a7_604800" + "t1_later"."n_0a4c71a7_604800" END END AS DOUBLE), 0) AS "_rate_d926ba2c",
    least("t1_frames"."min_bfadeed5_604800", "t1_later"."min_bfadeed5_604800") AS "_min_e8894fad",
    greatest("t1_frames"."max_97567094_604800", "t1_later"."max_97567094_604800") AS "_max_adb0ce09",
    least("t1_frames"."firsttime_a6f4aab1_604800", "t1_later"."firsttime_a6f4aab1_604800") AS "_first_d479cc49_time",
    greatest("t1_frames"."lasttime_dd73eac9_604800", "t1_later"."lasttime_dd73eac9_604800") AS "_last_6ad85d12_time",
    greatest("t1_frames"."lasttime_492acf8c_604800", "t1_later"."lasttime_492acf8c_604800") AS "_last_cc7529cb_time"
  FROM "t1_frames"
  LEFT JOIN "t1_late" ON "t1_frames"."customer_id" = "t1_late"."customer_id"
    AND "t1_frames"."feature_time" = "t1_late"."feature_time"
  LEFT JOIN "t1_later" ON "t1_frames"."customer_id" = "t1_later"."customer_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_first_d479cc49" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."firstvalue_45675e50" AS "_first_d479cc49"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."firsttime_a6f4aab1" = "p"."_first_d479cc49_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."firsttie_5dec5a87" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) = 1
),
"_last_6ad85d12" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_cbcdd613" AS "_last_6ad85d12"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_dd73eac9" = "p"."_last_6ad85d12_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_70cb04bb" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_last_cc7529cb" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_ae849b91" AS "_last_cc7529cb"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_492acf8c" = "p"."_last_cc7529cb_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_e0891125" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_stddev_d8180fc7_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2_3725dd7a" AS "m2_3725dd7a"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_stddev_d8180fc7_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."mean_e154e8a1" AS "mean_e154e8a1",
    "e"."m2_3725dd7a" AS "m2_3725dd7a",
    CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_stddev_d8180fc7_seen" AS "e"
),
"_stddev_d8180fc7" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) END) AS "_stddev_d8180fc7"
  FROM "_stddev_d8180fc7_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_variance_b7e4f6a1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2_3725dd7a" AS "m2_3725dd7a"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_variance_b7e4f6a1_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."mean_e154e8a1" AS "mean_e154e8a1",
    "e"."m2_3725dd7a" AS "m2_3725dd7a",
    CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_variance_b7e4f6a1_seen" AS "e"
),
"_variance_b7e4f6a1" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0)
    END AS "_variance_b7e4f6a1"
  FROM "_variance_b7e4f6a1_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_slope_827b1c2e_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2x_54588d14" AS "m2x_54588d14",
    "t"."cxy_9f975bea" AS "cxy_9f975bea",
    "t"."meanx_3748c135" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_slope_827b1c2e_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."m2x_54588d14" AS "m2x_54588d14",
    "e"."cxy_9f975bea" AS "cxy_9f975bea",
    "e"."x" - (CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_e154e8a1" - (CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_827b1c2e_seen" AS "e"
),
"_slope_827b1c2e" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."cxy_9f975bea" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_54588d14" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_827b1c2e"
  FROM "_slope_827b1c2e_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_volatility_3885b6cb_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2_3725dd7a" AS "m2_3725dd7a"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_volatility_3885b6cb_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."mean_e154e8a1" AS "mean_e154e8a1",
    "e"."m2_3725dd7a" AS "m2_3725dd7a",
    CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_volatility_3885b6cb_seen" AS "e"
),
"_volatility_3885b6cb" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) END) / NULLIF(CAST(abs(max("g"."common_mean")) AS DOUBLE), 0) AS "_volatility_3885b6cb"
  FROM "_volatility_3885b6cb_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_lastn_4274e159_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_lastn_4274e159_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    row_number() OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."event_time" DESC NULLS LAST, "e"."tie_1" DESC NULLS LAST) AS "newest"
  FROM "_lastn_4274e159_seen" AS "e"
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."event_time" DESC NULLS LAST, "e"."tie_1" DESC NULLS LAST) <= 3
),
"_lastn_4274e159" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    to_json(list("g"."value" ORDER BY (-("g"."newest")) DESC NULLS LAST)) AS "_lastn_4274e159"
  FROM "_lastn_4274e159_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_countdistinct_de8050a1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_countdistinct_de8050a1" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    count(DISTINCT "g"."value") AS "_countdistinct_de8050a1"
  FROM "_countdistinct_de8050a1_seen" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_approxcountdistinct_4cb35720_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_approxcountdistinct_4cb35720_different" AS (
  SELECT DISTINCT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value"
  FROM "_approxcountdistinct_4cb35720_seen" AS "e"
),
"_approxcountdistinct_4cb35720_smallest" AS (
  SELECT
    "h"."customer_id" AS "customer_id",
    "h"."feature_time" AS "feature_time",
    "h"."value" AS "value"
  FROM "_approxcountdistinct_4cb35720_different" AS "h"
  QUALIFY row_number() OVER (PARTITION BY "h"."customer_id", "h"."feature_time" ORDER BY "h"."value" ASC NULLS LAST) <= 2502
),
"_approxcountdistinct_4cb35720" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN count(*) < 2502 THEN count(*)
      ELSE CAST(CAST(floor((2501e0 / NULLIF(CAST(max("g"."value") + 1 AS DOUBLE) / 4503599627370496e0, 0)) + 0.5e0) AS BIGINT) AS BIGINT)
    END AS "_approxcountdistinct_4cb35720"
  FROM "_approxcountdistinct_4cb35720_smallest" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_median_3c322c99_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."n" AS "n",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_median_3c322c99_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."value" ASC NULLS LAST, "e"."event_tile" ASC NULLS LAST, "e"."known_tile" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DOUBLE) AS "reached",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) AS "total"
  FROM "_median_3c322c99_seen" AS "e"
),
"_median_3c322c99" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) + (max((0.5e0 * ("g"."total" - 1e0)) - CAST(CAST(floor(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) * (CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(ceil(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) - CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE))) AS "_median_3c322c99"
  FROM "_median_3c322c99_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_percentile_07315282_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."n" AS "n",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_percentile_07315282_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."value" ASC NULLS LAST, "e"."event_tile" ASC NULLS LAST, "e"."known_tile" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DOUBLE) AS "reached",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) AS "total"
  FROM "_percentile_07315282_seen" AS "e"
),
"_percentile_07315282" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) + (max((0.9e0 * ("g"."total" - 1e0)) - CAST(CAST(floor(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) * (CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(ceil(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) - CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE))) AS "_percentile_07315282"
  FROM "_percentile_07315282_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_percentiledisc_b82421e8_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."n" AS "n",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"_percentiledisc_b82421e8_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."value" ASC NULLS LAST, "e"."event_tile" ASC NULLS LAST, "e"."known_tile" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DOUBLE) AS "reached",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) AS "total"
  FROM "_percentiledisc_b82421e8_seen" AS "e"
),
"_percentiledisc_b82421e8" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    min("g"."value") FILTER (WHERE CAST("g"."reached" AS DOUBLE) / NULLIF(CAST("g"."total" AS DOUBLE), 0) >= 0.9e0) AS "_percentiledisc_b82421e8"
  FROM "_percentiledisc_b82421e8_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_37093f0d", 0) AS "_count_37093f0d",
    coalesce("g"."_countif_9802f10a", 0) AS "_countif_9802f10a",
    "g"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "g"."_sum_91cc14e1" AS "_sum_91cc14e1",
    "g"."_avg_090cd44f" AS "_avg_090cd44f",
    "g"."_rate_d926ba2c" AS "_rate_d926ba2c",
    "_stddev_d8180fc7"."_stddev_d8180fc7" AS "_stddev_d8180fc7",
    "_variance_b7e4f6a1"."_variance_b7e4f6a1" AS "_variance_b7e4f6a1",
    "_slope_827b1c2e"."_slope_827b1c2e" AS "_slope_827b1c2e",
    "_volatility_3885b6cb"."_volatility_3885b6cb" AS "_volatility_3885b6cb",
    "g"."_min_e8894fad" AS "_min_e8894fad",
    "g"."_max_adb0ce09" AS "_max_adb0ce09",
    "_first_d479cc49"."_first_d479cc49" AS "_first_d479cc49",
    "_last_6ad85d12"."_last_6ad85d12" AS "_last_6ad85d12",
    "_last_cc7529cb"."_last_cc7529cb" AS "_last_cc7529cb",
    "_lastn_4274e159"."_lastn_4274e159" AS "_lastn_4274e159",
    coalesce("_countdistinct_de8050a1"."_countdistinct_de8050a1", 0) AS "_countdistinct_de8050a1",
    coalesce("_approxcountdistinct_4cb35720"."_approxcountdistinct_4cb35720", 0) AS "_approxcountdistinct_4cb35720",
    "_median_3c322c99"."_median_3c322c99" AS "_median_3c322c99",
    "_percentile_07315282"."_percentile_07315282" AS "_percentile_07315282",
    "_percentiledisc_b82421e8"."_percentiledisc_b82421e8" AS "_percentiledisc_b82421e8"
  FROM "t1" AS "g"
  LEFT JOIN "_first_d479cc49" ON "g"."customer_id" = "_first_d479cc49"."customer_id"
    AND "g"."feature_time" = "_first_d479cc49"."feature_time"
  LEFT JOIN "_last_6ad85d12" ON "g"."customer_id" = "_last_6ad85d12"."customer_id"
    AND "g"."feature_time" = "_last_6ad85d12"."feature_time"
  LEFT JOIN "_last_cc7529cb" ON "g"."customer_id" = "_last_cc7529cb"."customer_id"
    AND "g"."feature_time" = "_last_cc7529cb"."feature_time"
  LEFT JOIN "_stddev_d8180fc7" ON "g"."customer_id" = "_stddev_d8180fc7"."customer_id"
    AND "g"."feature_time" = "_stddev_d8180fc7"."feature_time"
  LEFT JOIN "_variance_b7e4f6a1" ON "g"."customer_id" = "_variance_b7e4f6a1"."customer_id"
    AND "g"."feature_time" = "_variance_b7e4f6a1"."feature_time"
  LEFT JOIN "_slope_827b1c2e" ON "g"."customer_id" = "_slope_827b1c2e"."customer_id"
    AND "g"."feature_time" = "_slope_827b1c2e"."feature_time"
  LEFT JOIN "_volatility_3885b6cb" ON "g"."customer_id" = "_volatility_3885b6cb"."customer_id"
    AND "g"."feature_time" = "_volatility_3885b6cb"."feature_time"
  LEFT JOIN "_lastn_4274e159" ON "g"."customer_id" = "_lastn_4274e159"."customer_id"
    AND "g"."feature_time" = "_lastn_4274e159"."feature_time"
  LEFT JOIN "_countdistinct_de8050a1" ON "g"."customer_id" = "_countdistinct_de8050a1"."customer_id"
    AND "g"."feature_time" = "_countdistinct_de8050a1"."feature_time"
  LEFT JOIN "_approxcountdistinct_4cb35720" ON "g"."customer_id" = "_approxcountdistinct_4cb35720"."customer_id"
    AND "g"."feature_time" = "_approxcountdistinct_4cb35720"."feature_time"
  LEFT JOIN "_median_3c322c99" ON "g"."customer_id" = "_median_3c322c99"."customer_id"
    AND "g"."feature_time" = "_median_3c322c99"."feature_time"
  LEFT JOIN "_percentile_07315282" ON "g"."customer_id" = "_percentile_07315282"."customer_id"
    AND "g"."feature_time" = "_percentile_07315282"."feature_time"
  LEFT JOIN "_percentiledisc_b82421e8" ON "g"."customer_id" = "_percentiledisc_b82421e8"."customer_id"
    AND "g"."feature_time" = "_percentiledisc_b82421e8"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_countif_9802f10a" AS "_countif_9802f10a",
    "b"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "b"."_sum_91cc14e1" AS "_sum_91cc14e1",
    "b"."_avg_090cd44f" AS "_avg_090cd44f",
    "b"."_rate_d926ba2c" AS "_rate_d926ba2c",
    "b"."_stddev_d8180fc7" AS "_stddev_d8180fc7",
    "b"."_variance_b7e4f6a1" AS "_variance_b7e4f6a1",
    "b"."_slope_827b1c2e" AS "_slope_827b1c2e",
    "b"."_volatility_3885b6cb" AS "_volatility_3885b6cb",
    "b"."_min_e8894fad" AS "_min_e8894fad",
    "b"."_max_adb0ce09" AS "_max_adb0ce09",
    "b"."_first_d479cc49" AS "_first_d479cc49",
    "b"."_last_6ad85d12" AS "_last_6ad85d12",
    "b"."_last_cc7529cb" AS "_last_cc7529cb",
    "b"."_lastn_4274e159" AS "_lastn_4274e159",
    "b"."_countdistinct_de8050a1" AS "_countdistinct_de8050a1",
    "b"."_approxcountdistinct_4cb35720" AS "_approxcountdistinct_4cb35720",
    "b"."_median_3c322c99" AS "_median_3c322c99",
    "b"."_percentile_07315282" AS "_percentile_07315282",
    "b"."_percentiledisc_b82421e8" AS "_percentiledisc_b82421e8",
    "b"."_count_37093f0d" AS "orders",
    "b"."_countif_9802f10a" AS "paid_orders",
    "b"."_sum_efaf95f2" AS "amount_sum",
    "b"."_sum_91cc14e1" AS "items_sum",
    "b"."_avg_090cd44f" AS "weight_mean",
    "b"."_rate_d926ba2c" AS "paid_share",
    CAST("b"."_sum_efaf95f2" AS DOUBLE) / NULLIF(CAST("b"."_sum_91cc14e1" AS DOUBLE), 0) AS "amount_per_item",
    "b"."_stddev_d8180fc7" AS "weight_deviation",
    "b"."_variance_b7e4f6a1" AS "weight_variance",
    "b"."_slope_827b1c2e" AS "weight_trend",
    "b"."_volatility_3885b6cb" AS "weight_unrest",
    "b"."_min_e8894fad" AS "amount_least",
    "b"."_max_adb0ce09" AS "channel_greatest",
    "b"."_first_d479cc49" AS "channel_first",
    "b"."_last_6ad85d12" AS "channel_last",
    "b"."_last_cc7529cb" AS "channel_last_any",
    "b"."_lastn_4274e159" AS "channels_newest",
    "b"."_countdistinct_de8050a1" AS "channels",
    "b"."_approxcountdistinct_4cb35720" AS "channels_about",
    "b"."_median_3c322c99" AS "amount_median",
    "b"."_percentile_07315282" AS "weight_p90",
    "b"."_percentiledisc_b82421e8" AS "amount_p90"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders" AS "orders",
  "r"."paid_orders" AS "paid_orders",
  "r"."amount_sum" AS "amount_sum",
  "r"."items_sum" AS "items_sum",
  "r"."weight_mean" AS "weight_mean",
  "r"."paid_share" AS "paid_share",
  "r"."amount_per_item" AS "amount_per_item",
  "r"."weight_deviation" AS "weight_deviation",
  "r"."weight_variance" AS "weight_variance",
  "r"."weight_trend" AS "weight_trend",
  "r"."weight_unrest" AS "weight_unrest",
  "r"."amount_least" AS "amount_least",
  "r"."channel_greatest" AS "channel_greatest",
  "r"."channel_first" AS "channel_first",
  "r"."channel_last" AS "channel_last",
  "r"."channel_last_any" AS "channel_last_any",
  "r"."channels_newest" AS "channels_newest",
  "r"."channels" AS "channels",
  "r"."channels_about" AS "channels_about",
  "r"."amount_median" AS "amount_median",
  "r"."weight_p90" AS "weight_p90",
  "r"."amount_p90" AS "amount_p90",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_orders: few points
DELETE FROM "feat_storage"."customer_orders__g9ddc0e87"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g9ddc0e87" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders",
  "paid_orders",
  "amount_sum",
  "items_sum",
  "weight_mean",
  "paid_share",
  "amount_per_item",
  "weight_deviation",
  "weight_variance",
  "weight_trend",
  "weight_unrest",
  "amount_least",
  "channel_greatest",
  "channel_first",
  "channel_last",
  "channel_last_any",
  "channels_newest",
  "channels",
  "channels_about",
  "amount_median",
  "weight_p90",
  "amount_p90",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id"
),
"grid" AS (
  SELECT
    "f"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."n_9510fbb7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_9510fbb7_604800",
    sum("t"."sum_1235bff7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_1235bff7_604800",
    sum("t"."sum_e7a5e7c4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_e7a5e7c4_604800",
    sum("t"."sum_8e850cf5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_8e850cf5_604800",
    sum("t"."n_e9cebb6b") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_e9cebb6b_604800",
    sum("t"."n_0a4c71a7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_0a4c71a7_604800",
    min("t"."min_bfadeed5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "min_bfadeed5_604800",
    max("t"."max_97567094") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "max_97567094_604800",
    min("t"."firsttime_a6f4aab1") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "firsttime_a6f4aab1_604800",
    max("t"."lasttime_dd73eac9") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_dd73eac9_604800",
    max("t"."lasttime_492acf8c") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_492acf8c_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d",
    coalesce("t1_seen"."n_9510fbb7_604800", 0) AS "_countif_9802f10a",
    CAST("t1_seen"."sum_1235bff7_604800" AS DECIMAL(38, 2)) AS "_sum_efaf95f2",
    CAST("t1_seen"."sum_e7a5e7c4_604800" AS DECIMAL(38, 0)) AS "_sum_91cc14e1",
    CAST("t1_seen"."sum_8e850cf5_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_e9cebb6b_604800" AS DOUBLE), 0) AS "_avg_090cd44f",
    CAST("t1_seen"."n_9510fbb7_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_0a4c71a7_604800" AS DOUBLE), 0) AS "_rate_d926ba2c",
    "t1_seen"."min_bfadeed5_604800" AS "_min_e8894fad",
    "t1_seen"."max_97567094_604800" AS "_max_adb0ce09",
    "t1_seen"."firsttime_a6f4aab1_604800" AS "_first_d479cc49_time",
    "t1_seen"."lasttime_dd73eac9_604800" AS "_last_6ad85d12_time",
    "t1_seen"."lasttime_492acf8c_604800" AS "_last_cc7529cb_time"
  FROM "t1_seen"
),
"_first_d479cc49" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."firstvalue_45675e50" AS "_first_d479cc49"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."firsttime_a6f4aab1" = "p"."_first_d479cc49_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."firsttie_5dec5a87" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) = 1
),
"_last_6ad85d12" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_cbcdd613" AS "_last_6ad85d12"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_dd73eac9" = "p"."_last_6ad85d12_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_70cb04bb" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_last_cc7529cb" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_ae849b91" AS "_last_cc7529cb"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_492acf8c" = "p"."_last_cc7529cb_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_e0891125" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_stddev_d8180fc7_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2_3725dd7a" AS "m2_3725dd7a"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_stddev_d8180fc7_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."mean_e154e8a1" AS "mean_e154e8a1",
    "e"."m2_3725dd7a" AS "m2_3725dd7a",
    CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_stddev_d8180fc7_seen" AS "e"
),
"_stddev_d8180fc7" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) END) AS "_stddev_d8180fc7"
  FROM "_stddev_d8180fc7_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_variance_b7e4f6a1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2_3725dd7a" AS "m2_3725dd7a"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_variance_b7e4f6a1_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."mean_e154e8a1" AS "mean_e154e8a1",
    "e"."m2_3725dd7a" AS "m2_3725dd7a",
    CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_variance_b7e4f6a1_seen" AS "e"
),
"_variance_b7e4f6a1" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0)
    END AS "_variance_b7e4f6a1"
  FROM "_variance_b7e4f6a1_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_slope_827b1c2e_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2x_54588d14" AS "m2x_54588d14",
    "t"."cxy_9f975bea" AS "cxy_9f975bea",
    "t"."meanx_3748c135" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_slope_827b1c2e_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."m2x_54588d14" AS "m2x_54588d14",
    "e"."cxy_9f975bea" AS "cxy_9f975bea",
    "e"."x" - (CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_e154e8a1" - (CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_827b1c2e_seen" AS "e"
),
"_slope_827b1c2e" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."cxy_9f975bea" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_54588d14" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_827b1c2e"
  FROM "_slope_827b1c2e_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_volatility_3885b6cb_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_e9cebb6b" AS "n_e9cebb6b",
    "t"."mean_e154e8a1" AS "mean_e154e8a1",
    "t"."m2_3725dd7a" AS "m2_3725dd7a"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5bc9a63" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_volatility_3885b6cb_centred" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_e9cebb6b" AS "n_e9cebb6b",
    "e"."mean_e154e8a1" AS "mean_e154e8a1",
    "e"."m2_3725dd7a" AS "m2_3725dd7a",
    CAST(sum(CAST("e"."n_e9cebb6b" AS DOUBLE) * "e"."mean_e154e8a1") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_e9cebb6b") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_volatility_3885b6cb_seen" AS "e"
),
"_volatility_3885b6cb" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_e9cebb6b") >= 2 THEN CAST(sum("g"."m2_3725dd7a" + (CAST("g"."n_e9cebb6b" AS DOUBLE) * (("g"."mean_e154e8a1" - "g"."common_mean") * ("g"."mean_e154e8a1" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_e9cebb6b") - 1 AS DOUBLE), 0) END AS DOUBLE) END) / NULLIF(CAST(abs(max("g"."common_mean")) AS DOUBLE), 0) AS "_volatility_3885b6cb"
  FROM "_volatility_3885b6cb_centred" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_lastn_4274e159_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."event_time" AS "event_time",
    "t"."tie_1" AS "tie_1"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_rows_05eb7a88__g771bcf10" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_lastn_4274e159_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    row_number() OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."event_time" DESC NULLS LAST, "e"."tie_1" DESC NULLS LAST) AS "newest"
  FROM "_lastn_4274e159_seen" AS "e"
  QUALIFY row_number() OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."event_time" DESC NULLS LAST, "e"."tie_1" DESC NULLS LAST) <= 3
),
"_lastn_4274e159" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    to_json(list("g"."value" ORDER BY (-("g"."newest")) DESC NULLS LAST)) AS "_lastn_4274e159"
  FROM "_lastn_4274e159_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_countdistinct_de8050a1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__gf08f38c3" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_countdistinct_de8050a1" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    count(DISTINCT "g"."value") AS "_countdistinct_de8050a1"
  FROM "_countdistinct_de8050a1_seen" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_approxcountdistinct_4cb35720_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_sketch_57ac65__g8a7369ba" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_approxcountdistinct_4cb35720_different" AS (
  SELECT DISTINCT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value"
  FROM "_approxcountdistinct_4cb35720_seen" AS "e"
),
"_approxcountdistinct_4cb35720_smallest" AS (
  SELECT
    "h"."customer_id" AS "customer_id",
    "h"."feature_time" AS "feature_time",
    "h"."value" AS "value"
  FROM "_approxcountdistinct_4cb35720_different" AS "h"
  QUALIFY row_number() OVER (PARTITION BY "h"."customer_id", "h"."feature_time" ORDER BY "h"."value" ASC NULLS LAST) <= 2502
),
"_approxcountdistinct_4cb35720" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN count(*) < 2502 THEN count(*)
      ELSE CAST(CAST(floor((2501e0 / NULLIF(CAST(max("g"."value") + 1 AS DOUBLE) / 4503599627370496e0, 0)) + 0.5e0) AS BIGINT) AS BIGINT)
    END AS "_approxcountdistinct_4cb35720"
  FROM "_approxcountdistinct_4cb35720_smallest" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_median_3c322c99_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."n" AS "n",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_f882__gaf41a4a8" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_median_3c322c99_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."value" ASC NULLS LAST, "e"."event_tile" ASC NULLS LAST, "e"."known_tile" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DOUBLE) AS "reached",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) AS "total"
  FROM "_median_3c322c99_seen" AS "e"
),
"_median_3c322c99" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) + (max((0.5e0 * ("g"."total" - 1e0)) - CAST(CAST(floor(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) * (CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(ceil(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) - CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.5e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE))) AS "_median_3c322c99"
  FROM "_median_3c322c99_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_percentile_07315282_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."n" AS "n",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_4ab8__g701f3f38" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_percentile_07315282_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."value" ASC NULLS LAST, "e"."event_tile" ASC NULLS LAST, "e"."known_tile" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DOUBLE) AS "reached",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) AS "total"
  FROM "_percentile_07315282_seen" AS "e"
),
"_percentile_07315282" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) + (max((0.9e0 * ("g"."total" - 1e0)) - CAST(CAST(floor(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) * (CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(ceil(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE) - CAST(min("g"."value") FILTER (WHERE "g"."reached" > CAST(CAST(floor(0.9e0 * ("g"."total" - 1e0)) AS BIGINT) AS DOUBLE)) AS DOUBLE))) AS "_percentile_07315282"
  FROM "_percentile_07315282_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"_percentiledisc_b82421e8_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."value" AS "value",
    "t"."n" AS "n",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_5117__g6675a48f" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"_percentiledisc_b82421e8_ranked" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."feature_time" AS "feature_time",
    "e"."value" AS "value",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time" ORDER BY "e"."value" ASC NULLS LAST, "e"."event_tile" ASC NULLS LAST, "e"."known_tile" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS DOUBLE) AS "reached",
    CAST(sum("e"."n") OVER (PARTITION BY "e"."customer_id", "e"."feature_time") AS DOUBLE) AS "total"
  FROM "_percentiledisc_b82421e8_seen" AS "e"
),
"_percentiledisc_b82421e8" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    min("g"."value") FILTER (WHERE CAST("g"."reached" AS DOUBLE) / NULLIF(CAST("g"."total" AS DOUBLE), 0) >= 0.9e0) AS "_percentiledisc_b82421e8"
  FROM "_percentiledisc_b82421e8_ranked" AS "g"
  GROUP BY "g"."customer_id", "g"."feature_time"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
    coalesce("t1"."_countif_9802f10a", 0) AS "_countif_9802f10a",
    "t1"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "t1"."_sum_91cc14e1" AS "_sum_91cc14e1",
    "t1"."_avg_090cd44f" AS "_avg_090cd44f",
    "t1"."_rate_d926ba2c" AS "_rate_d926ba2c",
    "_stddev_d8180fc7"."_stddev_d8180fc7" AS "_stddev_d8180fc7",
    "_variance_b7e4f6a1"."_variance_b7e4f6a1" AS "_variance_b7e4f6a1",
    "_slope_827b1c2e"."_slope_827b1c2e" AS "_slope_827b1c2e",
    "_volatility_3885b6cb"."_volatility_3885b6cb" AS "_volatility_3885b6cb",
    "t1"."_min_e8894fad" AS "_min_e8894fad",
    "t1"."_max_adb0ce09" AS "_max_adb0ce09",
    "_first_d479cc49"."_first_d479cc49" AS "_first_d479cc49",
    "_last_6ad85d12"."_last_6ad85d12" AS "_last_6ad85d12",
    "_last_cc7529cb"."_last_cc7529cb" AS "_last_cc7529cb",
    "_lastn_4274e159"."_lastn_4274e159" AS "_lastn_4274e159",
    coalesce("_countdistinct_de8050a1"."_countdistinct_de8050a1", 0) AS "_countdistinct_de8050a1",
    coalesce("_approxcountdistinct_4cb35720"."_approxcountdistinct_4cb35720", 0) AS "_approxcountdistinct_4cb35720",
    "_median_3c322c99"."_median_3c322c99" AS "_median_3c322c99",
    "_percentile_07315282"."_percentile_07315282" AS "_percentile_07315282",
    "_percentiledisc_b82421e8"."_percentiledisc_b82421e8" AS "_percentiledisc_b82421e8"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_first_d479cc49" ON "g"."customer_id" = "_first_d479cc49"."customer_id"
    AND "g"."feature_time" = "_first_d479cc49"."feature_time"
  LEFT JOIN "_last_6ad85d12" ON "g"."customer_id" = "_last_6ad85d12"."customer_id"
    AND "g"."feature_time" = "_last_6ad85d12"."feature_time"
  LEFT JOIN "_last_cc7529cb" ON "g"."customer_id" = "_last_cc7529cb"."customer_id"
    AND "g"."feature_time" = "_last_cc7529cb"."feature_time"
  LEFT JOIN "_stddev_d8180fc7" ON "g"."customer_id" = "_stddev_d8180fc7"."customer_id"
    AND "g"."feature_time" = "_stddev_d8180fc7"."feature_time"
  LEFT JOIN "_variance_b7e4f6a1" ON "g"."customer_id" = "_variance_b7e4f6a1"."customer_id"
    AND "g"."feature_time" = "_variance_b7e4f6a1"."feature_time"
  LEFT JOIN "_slope_827b1c2e" ON "g"."customer_id" = "_slope_827b1c2e"."customer_id"
    AND "g"."feature_time" = "_slope_827b1c2e"."feature_time"
  LEFT JOIN "_volatility_3885b6cb" ON "g"."customer_id" = "_volatility_3885b6cb"."customer_id"
    AND "g"."feature_time" = "_volatility_3885b6cb"."feature_time"
  LEFT JOIN "_lastn_4274e159" ON "g"."customer_id" = "_lastn_4274e159"."customer_id"
    AND "g"."feature_time" = "_lastn_4274e159"."feature_time"
  LEFT JOIN "_countdistinct_de8050a1" ON "g"."customer_id" = "_countdistinct_de8050a1"."customer_id"
    AND "g"."feature_time" = "_countdistinct_de8050a1"."feature_time"
  LEFT JOIN "_approxcountdistinct_4cb35720" ON "g"."customer_id" = "_approxcountdistinct_4cb35720"."customer_id"
    AND "g"."feature_time" = "_approxcountdistinct_4cb35720"."feature_time"
  LEFT JOIN "_median_3c322c99" ON "g"."customer_id" = "_median_3c322c99"."customer_id"
    AND "g"."feature_time" = "_median_3c322c99"."feature_time"
  LEFT JOIN "_percentile_07315282" ON "g"."customer_id" = "_percentile_07315282"."customer_id"
    AND "g"."feature_time" = "_percentile_07315282"."feature_time"
  LEFT JOIN "_percentiledisc_b82421e8" ON "g"."customer_id" = "_percentiledisc_b82421e8"."customer_id"
    AND "g"."feature_time" = "_percentiledisc_b82421e8"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_countif_9802f10a" AS "_countif_9802f10a",
    "b"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "b"."_sum_91cc14e1" AS "_sum_91cc14e1",
    "b"."_avg_090cd44f" AS "_avg_090cd44f",
    "b"."_rate_d926ba2c" AS "_rate_d926ba2c",
    "b"."_stddev_d8180fc7" AS "_stddev_d8180fc7",
    "b"."_variance_b7e4f6a1" AS "_variance_b7e4f6a1",
    "b"."_slope_827b1c2e" AS "_slope_827b1c2e",
    "b"."_volatility_3885b6cb" AS "_volatility_3885b6cb",
    "b"."_min_e8894fad" AS "_min_e8894fad",
    "b"."_max_adb0ce09" AS "_max_adb0ce09",
    "b"."_first_d479cc49" AS "_first_d479cc49",
    "b"."_last_6ad85d12" AS "_last_6ad85d12",
    "b"."_last_cc7529cb" AS "_last_cc7529cb",
    "b"."_lastn_4274e159" AS "_lastn_4274e159",
    "b"."_countdistinct_de8050a1" AS "_countdistinct_de8050a1",
    "b"."_approxcountdistinct_4cb35720" AS "_approxcountdistinct_4cb35720",
    "b"."_median_3c322c99" AS "_median_3c322c99",
    "b"."_percentile_07315282" AS "_percentile_07315282",
    "b"."_percentiledisc_b82421e8" AS "_percentiledisc_b82421e8",
    "b"."_count_37093f0d" AS "orders",
    "b"."_countif_9802f10a" AS "paid_orders",
    "b"."_sum_efaf95f2" AS "amount_sum",
    "b"."_sum_91cc14e1" AS "items_sum",
    "b"."_avg_090cd44f" AS "weight_mean",
    "b"."_rate_d926ba2c" AS "paid_share",
    CAST("b"."_sum_efaf95f2" AS DOUBLE) / NULLIF(CAST("b"."_sum_91cc14e1" AS DOUBLE), 0) AS "amount_per_item",
    "b"."_stddev_d8180fc7" AS "weight_deviation",
    "b"."_variance_b7e4f6a1" AS "weight_variance",
    "b"."_slope_827b1c2e" AS "weight_trend",
    "b"."_volatility_3885b6cb" AS "weight_unrest",
    "b"."_min_e8894fad" AS "amount_least",
    "b"."_max_adb0ce09" AS "channel_greatest",
    "b"."_first_d479cc49" AS "channel_first",
    "b"."_last_6ad85d12" AS "channel_last",
    "b"."_last_cc7529cb" AS "channel_last_any",
    "b"."_lastn_4274e159" AS "channels_newest",
    "b"."_countdistinct_de8050a1" AS "channels",
    "b"."_approxcountdistinct_4cb35720" AS "channels_about",
    "b"."_median_3c322c99" AS "amount_median",
    "b"."_percentile_07315282" AS "weight_p90",
    "b"."_percentiledisc_b82421e8" AS "amount_p90"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders" AS "orders",
  "r"."paid_orders" AS "paid_orders",
  "r"."amount_sum" AS "amount_sum",
  "r"."items_sum" AS "items_sum",
  "r"."weight_mean" AS "weight_mean",
  "r"."paid_share" AS "paid_share",
  "r"."amount_per_item" AS "amount_per_item",
  "r"."weight_deviation" AS "weight_deviation",
  "r"."weight_variance" AS "weight_variance",
  "r"."weight_trend" AS "weight_trend",
  "r"."weight_unrest" AS "weight_unrest",
  "r"."amount_least" AS "amount_least",
  "r"."channel_greatest" AS "channel_greatest",
  "r"."channel_first" AS "channel_first",
  "r"."channel_last" AS "channel_last",
  "r"."channel_last_any" AS "channel_last_any",
  "r"."channels_newest" AS "channels_newest",
  "r"."channels" AS "channels",
  "r"."channels_about" AS "channels_about",
  "r"."amount_median" AS "amount_median",
  "r"."weight_p90" AS "weight_p90",
  "r"."amount_p90" AS "amount_p90",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
