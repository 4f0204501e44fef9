-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__gc239ddab
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "n_f00ca4c3" BIGINT,
  "n_f4d40537" BIGINT,
  "sum_8cf22f1d" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gc239ddab]';

COMMIT;

-- expand: create feat_storage.customer_orders__g1690f118
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__g1690f118" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "done_7d" BIGINT,
  "large_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "refused_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__g1690f118" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__g1690f118]';

COMMIT;

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "done_7d",
  "large_7d",
  "refused_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."done_7d" AS "done_7d",
  "v"."large_7d" AS "large_7d",
  "v"."refused_7d" AS "refused_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__g1690f118" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders b2aef005.ffdb0f5c.1690f118]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_f4d40537",
  "sum_8cf22f1d",
  "n_f00ca4c3",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  count(*) FILTER (WHERE "s"."status" = 'done' AND (NOT "s"."gift")) AS "n_f4d40537",
  sum("s"."amount") FILTER (WHERE ("s"."amount" >= 100 AND "s"."amount" <= 999) OR regexp_full_match("s"."code", 'X\d+', 's')) AS "sum_8cf22f1d",
  count(*) FILTER (WHERE NOT "s"."status" IN ('open', 'done')) AS "n_f00ca4c3",
  count(*) AS "n_63f4bf09"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__g1690f118"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g1690f118" (
  "customer_id",
  "feature_time",
  "feature_date",
  "done_7d",
  "large_7d",
  "refused_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_f4d40537", 0) AS "n_f4d40537",
    coalesce("t"."sum_8cf22f1d", 0) AS "sum_8cf22f1d",
    CASE WHEN "t"."sum_8cf22f1d" IS NULL THEN 0 ELSE 1 END AS "sum_8cf22f1d_known",
    coalesce("t"."n_f00ca4c3", 0) AS "n_f00ca4c3"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_f4d40537",
      "sum_8cf22f1d",
      "sum_8cf22f1d_known",
      "n_f00ca4c3"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_f4d40537",
      0 AS "sum_8cf22f1d",
      0 AS "sum_8cf22f1d_known",
      0 AS "n_f00ca4c3"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_f4d40537",
      "sum_8cf22f1d",
      "sum_8cf22f1d_known",
      "n_f00ca4c3"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_f4d40537") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_f4d40537",
      sum("sum_8cf22f1d") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_8cf22f1d",
      sum("sum_8cf22f1d_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_8cf22f1d_known",
      sum("n_f00ca4c3") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_f00ca4c3",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_f4d40537",
      "_sum_sum_8cf22f1d",
      "_sum_sum_8cf22f1d_known",
      "_sum_n_f00ca4c3",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_f4d40537",
      "_sum_sum_8cf22f1d",
      "_sum_sum_8cf22f1d_known",
      "_sum_n_f00ca4c3"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_f4d40537" - lag("_sum_n_f4d40537", 7) OVER () AS "_sum_n_f4d40537_6_0",
      "_sum_sum_8cf22f1d_known" - lag("_sum_sum_8cf22f1d_known", 7) OVER () AS "_sum_sum_8cf22f1d_known_6_0",
      "_sum_sum_8cf22f1d" - lag("_sum_sum_8cf22f1d", 7) OVER () AS "_sum_sum_8cf22f1d_6_0",
      "_sum_n_f00ca4c3" - lag("_sum_n_f00ca4c3", 7) OVER () AS "_sum_n_f00ca4c3_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_f4d40537_6_0", 0) AS "n_f4d40537_604800",
    CASE WHEN coalesce("c"."_sum_sum_8cf22f1d_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_8cf22f1d_6_0", 0) END AS "sum_8cf22f1d_604800",
    coalesce("c"."_sum_n_f00ca4c3_6_0", 0) AS "n_f00ca4c3_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_f4d40537_604800", 0) AS "_count_3305ead1",
    CAST("t1_frames"."sum_8cf22f1d_604800" AS DECIMAL(38, 2)) AS "_sum_2657056c",
    coalesce("t1_frames"."n_f00ca4c3_604800", 0) AS "_count_ecc31f5c"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_3305ead1", 0) AS "_count_3305ead1",
    "g"."_sum_2657056c" AS "_sum_2657056c",
    coalesce("g"."_count_ecc31f5c", 0) AS "_count_ecc31f5c"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_3305ead1" AS "_count_3305ead1",
    "b"."_sum_2657056c" AS "_sum_2657056c",
    "b"."_count_ecc31f5c" AS "_count_ecc31f5c",
    "b"."_count_3305ead1" AS "done_7d",
    "b"."_sum_2657056c" AS "large_7d",
    "b"."_count_ecc31f5c" AS "refused_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."done_7d" AS "done_7d",
  "r"."large_7d" AS "large_7d",
  "r"."refused_7d" AS "refused_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_orders: few points
DELETE FROM "feat_storage"."customer_orders__g1690f118"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g1690f118" (
  "customer_id",
  "feature_time",
  "feature_date",
  "done_7d",
  "large_7d",
  "refused_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" AS "t"
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
    sum("t"."n_f4d40537") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_f4d40537_604800",
    sum("t"."sum_8cf22f1d") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_8cf22f1d_604800",
    sum("t"."n_f00ca4c3") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_f00ca4c3_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc239ddab" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_f4d40537_604800", 0) AS "_count_3305ead1",
    CAST("t1_seen"."sum_8cf22f1d_604800" AS DECIMAL(38, 2)) AS "_sum_2657056c",
    coalesce("t1_seen"."n_f00ca4c3_604800", 0) AS "_count_ecc31f5c"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_3305ead1", 0) AS "_count_3305ead1",
    "t1"."_sum_2657056c" AS "_sum_2657056c",
    coalesce("t1"."_count_ecc31f5c", 0) AS "_count_ecc31f5c"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_3305ead1" AS "_count_3305ead1",
    "b"."_sum_2657056c" AS "_sum_2657056c",
    "b"."_count_ecc31f5c" AS "_count_ecc31f5c",
    "b"."_count_3305ead1" AS "done_7d",
    "b"."_sum_2657056c" AS "large_7d",
    "b"."_count_ecc31f5c" AS "refused_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."done_7d" AS "done_7d",
  "r"."large_7d" AS "large_7d",
  "r"."refused_7d" AS "refused_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
