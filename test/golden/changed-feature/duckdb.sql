-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__g5198d6f8
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5198d6f8" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "sum_36c77e80" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5198d6f8" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__g5198d6f8]';

COMMIT;

-- expand: create feat_storage.customer_orders__gab147369
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__gab147369" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "amount_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__gab147369" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__gab147369]';

COMMIT;

-- expand: create ml.tbl_features__g38b0d6ef
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."tbl_features__g38b0d6ef" (
  "customer_id" VARCHAR,
  "feature_type" VARCHAR,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "amount_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "ml"."tbl_features__g38b0d6ef" IS '[feat shop/main store.tbl_features ml.tbl_features__g38b0d6ef]';

COMMIT;

-- fill: fill tiles.raw.orders/customer_id/1dx1d (sum_36c77e80) known before 2026-02-10
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5198d6f8"
WHERE "known_tile" >= TIMESTAMP '0001-01-01 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5198d6f8" (
  "customer_id",
  "event_tile",
  "known_tile",
  "sum_36c77e80"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  sum("s"."amount") FILTER (WHERE "s"."amount" > 10) AS "sum_36c77e80"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '0001-01-01 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill: fill view.customer_orders (amount_7d) 2026-01-01..2026-02-10
DELETE FROM "feat_storage"."customer_orders__gab147369"
WHERE "feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__gab147369" (
  "customer_id",
  "feature_time",
  "feature_date",
  "amount_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    min("s"."feature_time") AS "alive_from"
  FROM (
    SELECT
      "s"."customer_id" AS "customer_id",
      "s"."feature_time" AS "feature_time"
    FROM "feat_storage"."customer_orders__gac8d0eb5" AS "s"
    WHERE "s"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
      AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
  ) AS "s"
  GROUP BY "s"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."sum_36c77e80", 0) AS "sum_36c77e80",
    CASE WHEN "t"."sum_36c77e80" IS NULL THEN 0 ELSE 1 END AS "sum_36c77e80_known"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5198d6f8" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_36c77e80",
      "sum_36c77e80_known"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "sum_36c77e80",
      0 AS "sum_36c77e80_known"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_36c77e80",
      "sum_36c77e80_known"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("sum_36c77e80") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_36c77e80",
      sum("sum_36c77e80_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_36c77e80_known",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_sum_36c77e80",
      "_sum_sum_36c77e80_known",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_sum_36c77e80",
      "_sum_sum_36c77e80_known"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_36c77e80_known" - lag("_sum_sum_36c77e80_known", 7) OVER () AS "_sum_sum_36c77e80_known_6_0",
      "_sum_sum_36c77e80" - lag("_sum_sum_36c77e80", 7) OVER () AS "_sum_sum_36c77e80_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_36c77e80_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_36c77e80_6_0", 0) END AS "sum_36c77e80_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_36c77e80_604800" AS DECIMAL(38, 2)) AS "_sum_d0e8a1d3"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "g"."_sum_d0e8a1d3" AS "_sum_d0e8a1d3"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_d0e8a1d3" AS "_sum_d0e8a1d3",
    "b"."_sum_d0e8a1d3" AS "amount_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."amount_7d" AS "amount_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill: fill store.tbl_features customer 2026-01-01..2026-02-10
DELETE FROM "ml"."tbl_features__g38b0d6ef"
WHERE "feature_type" = 'customer'
  AND "feature_date" >= CAST(TIMESTAMP '2026-01-01 00:00:00' AS DATE)
  AND "feature_date" < CAST(TIMESTAMP '2026-02-11 00:00:00' AS DATE);

INSERT INTO "ml"."tbl_features__g38b0d6ef" (
  "feature_type",
  "feature_date",
  "customer_id",
  "orders_7d",
  "amount_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."orders_7d" AS "orders_7d",
    "s"."amount_7d" AS "amount_7d",
    "p"."feature_time" AS "feature_time"
  FROM (
    SELECT
      "s1"."customer_id" AS "customer_id",
      "s1"."orders_7d" AS "orders_7d",
      "s2"."amount_7d" AS "amount_7d",
      "s1"."feature_time" AS "feature_time"
    FROM "feat_storage"."customer_orders__gac8d0eb5" AS "s1"
    INNER JOIN "feat_storage"."customer_orders__gab147369" AS "s2" ON "s1"."customer_id" = "s2"."customer_id"
      AND "s1"."feature_time" = "s2"."feature_time"
  ) AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '1 day'
    AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
),
"grid" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'customer' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  "g"."customer_id" AS "customer_id",
  "v1"."orders_7d" AS "orders_7d",
  "v1"."amount_7d" AS "amount_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."customer_id" = "v1"."customer_id"
  AND "g"."feature_time" = "v1"."feature_time";

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "amount_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."amount_7d" AS "amount_7d",
  "v"."computed_at" AS "computed_at"
FROM (
  SELECT
    "s1"."customer_id" AS "customer_id",
    "s1"."feature_time" AS "feature_time",
    "s1"."feature_date" AS "feature_date",
    "s1"."orders_7d" AS "orders_7d",
    "s2"."amount_7d" AS "amount_7d",
    "s1"."computed_at" AS "computed_at"
  FROM "feat_storage"."customer_orders__gac8d0eb5" AS "s1"
  INNER JOIN "feat_storage"."customer_orders__gab147369" AS "s2" ON "s1"."customer_id" = "s2"."customer_id"
    AND "s1"."feature_time" = "s2"."feature_time"
) AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders a43b390f.22c533b8.ac8d0eb5.ab147369]';

COMMIT;

-- publish: publish ml.tbl_features
BEGIN TRANSACTION;

ALTER TABLE "ml"."tbl_features" RENAME TO "tbl_features__gcb6ead03";

ALTER TABLE "ml"."tbl_features__g38b0d6ef" RENAME TO "tbl_features";

COMMENT ON TABLE "ml"."tbl_features" IS '[feat shop/main store.tbl_features d3b9e5f4.5db37130.38b0d6ef]';

COMMIT;
