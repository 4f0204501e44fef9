-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__g5c3af427
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5c3af427" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "sum_1235bff7" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5c3af427" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__g5c3af427]';

COMMIT;

-- expand: create feat_storage.customer_orders__gcf25a1d8
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__gcf25a1d8" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "amount_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__gcf25a1d8" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__gcf25a1d8]';

COMMIT;

-- fill: fill tiles.raw.orders/customer_id/1dx1d (sum_1235bff7) known before 2026-02-10
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5c3af427"
WHERE "known_tile" >= TIMESTAMP '0001-01-01 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5c3af427" (
  "customer_id",
  "event_tile",
  "known_tile",
  "sum_1235bff7"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  sum("s"."amount") AS "sum_1235bff7"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '0001-01-01 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill: fill view.customer_orders (amount_7d) 2026-01-01..2026-02-10
DELETE FROM "feat_storage"."customer_orders__gcf25a1d8"
WHERE "feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__gcf25a1d8" (
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
    FROM "feat_storage"."customer_orders__gead9926b" AS "s"
    WHERE "s"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
      AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
  ) AS "s"
  GROUP BY "s"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7",
    CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5c3af427" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_1235bff7",
      "sum_1235bff7_known"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "sum_1235bff7",
      0 AS "sum_1235bff7_known"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_1235bff7",
      "sum_1235bff7_known"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("sum_1235bff7") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7",
      sum("sum_1235bff7_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_known",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_sum_1235bff7",
      "_sum_sum_1235bff7_known",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_sum_1235bff7",
      "_sum_sum_1235bff7_known"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_1235bff7_known" - lag("_sum_sum_1235bff7_known", 7) OVER () AS "_sum_sum_1235bff7_known_6_0",
      "_sum_sum_1235bff7" - lag("_sum_sum_1235bff7", 7) OVER () AS "_sum_sum_1235bff7_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_1235bff7_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_1235bff7_6_0", 0) END AS "sum_1235bff7_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_1235bff7_604800" AS DECIMAL(38, 2)) AS "_sum_efaf95f2"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "g"."_sum_efaf95f2" AS "_sum_efaf95f2"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "b"."_sum_efaf95f2" AS "amount_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."amount_7d" AS "amount_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

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
  FROM "feat_storage"."customer_orders__gead9926b" AS "s1"
  INNER JOIN "feat_storage"."customer_orders__gcf25a1d8" AS "s2" ON "s1"."customer_id" = "s2"."customer_id"
    AND "s1"."feature_time" = "s2"."feature_time"
) AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders 1337c6f8.22c533b8.ead9926b.cf25a1d8]';

COMMIT;
