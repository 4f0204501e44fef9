-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__gd5f7c2df
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "lasttie_4976bbe8" VARCHAR,
  "lasttime_97904a40" TIMESTAMP,
  "lastvalue_35dc42e8" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "sum_1235bff7" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gd5f7c2df]';

COMMIT;

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n" BIGINT,
  "value" VARCHAR
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d/multiset-67f35636 feat_storage.tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af]';

COMMIT;

-- expand: create feat_storage.customer_life__gd27f18ca
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_life__gd27f18ca" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "spent_ever" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "channels_ever" BIGINT,
  "days_since_last" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_life__gd27f18ca" IS '[feat shop/main view.customer_life feat_storage.customer_life__gd27f18ca]';

COMMIT;

-- publish: publish ml.customer_life
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_life" (
  "customer_id",
  "feature_time",
  "feature_date",
  "spent_ever",
  "channels_ever",
  "days_since_last",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."spent_ever" AS "spent_ever",
  "v"."channels_ever" AS "channels_ever",
  "v"."days_since_last" AS "days_since_last",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_life__gd27f18ca" AS "v";

COMMENT ON VIEW "ml"."customer_life" IS '[feat shop/main view.customer_life 01c12b78.72d0f457.d27f18ca]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" (
  "customer_id",
  "event_tile",
  "known_tile",
  "sum_1235bff7",
  "lastvalue_35dc42e8",
  "lasttime_97904a40",
  "lasttie_4976bbe8",
  "n_63f4bf09"
)
WITH "ranked" AS (
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."channel" AS "channel",
    "s"."amount" AS "amount",
    "s"."ordered_at" AS "ordered_at",
    row_number() OVER (PARTITION BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at") ORDER BY "s"."ordered_at" ASC NULLS FIRST, "s"."order_id" ASC NULLS FIRST) AS "row_rank"
  FROM "raw"."orders" AS "s"
  WHERE "s"."ordered_at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."ordered_at" >= TIMESTAMP '2025-12-01 00:00:00'
    AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  sum("s"."amount") AS "sum_1235bff7",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."ordered_at" IS NOT NULL) AS "lastvalue_35dc42e8",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."ordered_at" IS NOT NULL) AS "lasttime_97904a40",
  arg_max_null("s"."order_id", "s"."row_rank") FILTER (WHERE "s"."ordered_at" IS NOT NULL) AS "lasttie_4976bbe8",
  count(*) AS "n_63f4bf09"
FROM "ranked" AS "s"
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill tiles.raw.orders/customer_id/1dx1d/multiset-67f35636: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" (
  "customer_id",
  "event_tile",
  "known_tile",
  "value",
  "n"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  "s"."channel" AS "value",
  count(*) AS "n"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-01 00:00:00'
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
  AND "s"."channel" IS NOT NULL
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at"), "s"."channel";

-- fill view.customer_life: many points
DELETE FROM "feat_storage"."customer_life__gd27f18ca"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_life__gd27f18ca" (
  "customer_id",
  "feature_time",
  "feature_date",
  "spent_ever",
  "channels_ever",
  "days_since_last",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"grid" AS (
  SELECT
    "f"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_keys" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_cells" AS (
  SELECT
    "k"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "t1_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"t1_entering_0" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "feature_time",
    sum("t"."sum_1235bff7") AS "sum_1235bff7"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id", greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00')
),
"t1_running_0" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    sum("d"."sum_1235bff7") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "sum_1235bff7_lifetime"
  FROM "t1_cells" AS "c"
  LEFT JOIN "t1_entering_0" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"t1" AS (
  SELECT
    "t1_running_0"."customer_id" AS "customer_id",
    "t1_running_0"."feature_time" AS "feature_time",
    CAST("t1_running_0"."sum_1235bff7_lifetime" AS DECIMAL(38, 2)) AS "_sum_d8b6f9b3"
  FROM "t1_running_0"
  WHERE "t1_running_0"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_last_d9bf379a_ranked" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "feature_time",
    "t"."lastvalue_35dc42e8" AS "value",
    row_number() OVER (PARTITION BY "t"."customer_id" ORDER BY "t"."lasttime_97904a40" ASC NULLS FIRST, "t"."lasttie_4976bbe8" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."lasttime_97904a40" IS NOT NULL
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') < TIMESTAMP '2026-02-10 00:00:00'
),
"_last_d9bf379a_entries" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_d9bf379a_ranked" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_last_d9bf379a_best" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t1_cells" AS "c"
  LEFT JOIN "_last_d9bf379a_entries" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_d9bf379a" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_d9bf379a"
  FROM "_last_d9bf379a_best" AS "b"
  INNER JOIN "_last_d9bf379a_ranked" AS "r" ON "b"."customer_id" = "r"."customer_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"t2_keys" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t2_cells" AS (
  SELECT
    "k"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "t2_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"_countdistinct_899509eb_firsts" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."value" AS "value",
    min(greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00')) AS "feature_time"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" AS "t"
  WHERE "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id", "t"."value"
),
"_countdistinct_899509eb_entries" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    count(*) AS "n"
  FROM "_countdistinct_899509eb_firsts" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_countdistinct_899509eb" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    sum("d"."n") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_countdistinct_899509eb"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_countdistinct_899509eb_entries" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_sum_d8b6f9b3" AS "_sum_d8b6f9b3",
    coalesce("_countdistinct_899509eb"."_countdistinct_899509eb", 0) AS "_countdistinct_899509eb",
    "_last_d9bf379a"."_last_d9bf379a" AS "_last_d9bf379a"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_last_d9bf379a" ON "g"."customer_id" = "_last_d9bf379a"."customer_id"
    AND "g"."feature_time" = "_last_d9bf379a"."feature_time"
  LEFT JOIN "_countdistinct_899509eb" ON "g"."customer_id" = "_countdistinct_899509eb"."customer_id"
    AND "g"."feature_time" = "_countdistinct_899509eb"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_d8b6f9b3" AS "_sum_d8b6f9b3",
    "b"."_countdistinct_899509eb" AS "_countdistinct_899509eb",
    "b"."_last_d9bf379a" AS "_last_d9bf379a",
    "b"."_sum_d8b6f9b3" AS "spent_ever",
    "b"."_countdistinct_899509eb" AS "channels_ever",
    date_diff('microsecond', "b"."_last_d9bf379a", "b"."feature_time") / 86400000000e0 AS "days_since_last"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."spent_ever" AS "spent_ever",
  "r"."channels_ever" AS "channels_ever",
  "r"."days_since_last" AS "days_since_last",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_life: few points
DELETE FROM "feat_storage"."customer_life__gd27f18ca"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_life__gd27f18ca" (
  "customer_id",
  "feature_time",
  "feature_date",
  "spent_ever",
  "channels_ever",
  "days_since_last",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
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
"t1_keys" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"t1_cells" AS (
  SELECT
    "k"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "t1_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"t1_entering_0" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "feature_time",
    sum("t"."sum_1235bff7") AS "sum_1235bff7"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00')
),
"t1_running_0" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    sum("d"."sum_1235bff7") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "sum_1235bff7_lifetime"
  FROM "t1_cells" AS "c"
  LEFT JOIN "t1_entering_0" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"t1" AS (
  SELECT
    "t1_running_0"."customer_id" AS "customer_id",
    "t1_running_0"."feature_time" AS "feature_time",
    CAST("t1_running_0"."sum_1235bff7_lifetime" AS DECIMAL(38, 2)) AS "_sum_d8b6f9b3"
  FROM "t1_running_0"
  WHERE "t1_running_0"."feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
),
"_last_d9bf379a_ranked" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "feature_time",
    "t"."lastvalue_35dc42e8" AS "value",
    row_number() OVER (PARTITION BY "t"."customer_id" ORDER BY "t"."lasttime_97904a40" ASC NULLS FIRST, "t"."lasttie_4976bbe8" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gd5f7c2df" AS "t"
  WHERE "t"."lasttime_97904a40" IS NOT NULL
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') < TIMESTAMP '2026-02-11 00:00:00'
),
"_last_d9bf379a_entries" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_d9bf379a_ranked" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_last_d9bf379a_best" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t1_cells" AS "c"
  LEFT JOIN "_last_d9bf379a_entries" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_d9bf379a" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_d9bf379a"
  FROM "_last_d9bf379a_best" AS "b"
  INNER JOIN "_last_d9bf379a_ranked" AS "r" ON "b"."customer_id" = "r"."customer_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
),
"t2_keys" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
),
"t2_cells" AS (
  SELECT
    "k"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "t2_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"_countdistinct_899509eb_firsts" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."value" AS "value",
    min(greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00')) AS "feature_time"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d_multiset_67f3__g0801b8af" AS "t"
  WHERE "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND greatest("t"."event_tile" + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "t"."value"
),
"_countdistinct_899509eb_entries" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    count(*) AS "n"
  FROM "_countdistinct_899509eb_firsts" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_countdistinct_899509eb" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    sum("d"."n") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_countdistinct_899509eb"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_countdistinct_899509eb_entries" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_sum_d8b6f9b3" AS "_sum_d8b6f9b3",
    coalesce("_countdistinct_899509eb"."_countdistinct_899509eb", 0) AS "_countdistinct_899509eb",
    "_last_d9bf379a"."_last_d9bf379a" AS "_last_d9bf379a"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_last_d9bf379a" ON "g"."customer_id" = "_last_d9bf379a"."customer_id"
    AND "g"."feature_time" = "_last_d9bf379a"."feature_time"
  LEFT JOIN "_countdistinct_899509eb" ON "g"."customer_id" = "_countdistinct_899509eb"."customer_id"
    AND "g"."feature_time" = "_countdistinct_899509eb"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_d8b6f9b3" AS "_sum_d8b6f9b3",
    "b"."_countdistinct_899509eb" AS "_countdistinct_899509eb",
    "b"."_last_d9bf379a" AS "_last_d9bf379a",
    "b"."_sum_d8b6f9b3" AS "spent_ever",
    "b"."_countdistinct_899509eb" AS "channels_ever",
    date_diff('microsecond', "b"."_last_d9bf379a", "b"."feature_time") / 86400000000e0 AS "days_since_last"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."spent_ever" AS "spent_ever",
  "r"."channels_ever" AS "channels_ever",
  "r"."days_since_last" AS "days_since_last",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
