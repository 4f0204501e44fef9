-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__g5cf56640
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5cf56640" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_e9cebb6b" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5cf56640" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__g5cf56640]';

COMMIT;

-- expand: create feat_storage.customer_orders__g61a70e72
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__g61a70e72" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "mean_weight_7d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__g61a70e72" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__g61a70e72]';

COMMIT;

-- fill: fill tiles.raw.orders/customer_id/1dx1d (n_e9cebb6b) known before 2026-02-10
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5cf56640"
WHERE "known_tile" >= TIMESTAMP '0001-01-01 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5cf56640" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_e9cebb6b"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  count(*) FILTER (WHERE "s"."weight" IS NOT NULL) AS "n_e9cebb6b"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '0001-01-01 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill: fill view.customer_orders (mean_weight_7d) 2026-01-01..2026-02-10
DELETE FROM "feat_storage"."customer_orders__g61a70e72"
WHERE "feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g61a70e72" (
  "customer_id",
  "feature_time",
  "feature_date",
  "mean_weight_7d",
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
    FROM "feat_storage"."customer_orders__g3d5e74ef" AS "s"
    WHERE "s"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
      AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
  ) AS "s"
  GROUP BY "s"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_e9cebb6b", 0) AS "n_e9cebb6b",
    "t"."sum_8e850cf5" AS "sum_8e850cf5"
  FROM (
    SELECT
      "u"."customer_id" AS "customer_id",
      "u"."event_tile" AS "event_tile",
      "u"."known_tile" AS "known_tile",
      max("u"."sum_8e850cf5") AS "sum_8e850cf5",
      max("u"."n_e9cebb6b") AS "n_e9cebb6b"
    FROM (
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."event_tile" AS "event_tile",
        "s"."known_tile" AS "known_tile",
        "s"."sum_8e850cf5" AS "sum_8e850cf5",
        CAST(NULL AS BIGINT) AS "n_e9cebb6b"
      FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g7735502c" AS "s"
      UNION ALL
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."event_tile" AS "event_tile",
        "s"."known_tile" AS "known_tile",
        CAST(NULL AS DOUBLE) AS "sum_8e850cf5",
        "s"."n_e9cebb6b" AS "n_e9cebb6b"
      FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g5cf56640" AS "s"
    ) AS "u"
    GROUP BY "u"."customer_id", "u"."event_tile", "u"."known_tile"
  ) AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_e9cebb6b",
      "sum_8e850cf5"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_e9cebb6b",
      NULL AS "sum_8e850cf5"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_e9cebb6b",
      "sum_8e850cf5"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_8e850cf5",
      sum("n_e9cebb6b") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_e9cebb6b",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "sum_8e850cf5",
      "_sum_n_e9cebb6b",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_e9cebb6b",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_8e850cf5" END AS "_1_sum_8e850cf5"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_e9cebb6b" - lag("_sum_n_e9cebb6b", 7) OVER () AS "_sum_n_e9cebb6b_6_0",
      "_1_sum_8e850cf5" AS "_sum_sum_8e850cf5_6_0",
      coalesce("_1_sum_8e850cf5" + lag("_1_sum_8e850cf5", 1) OVER (), "_1_sum_8e850cf5", lag("_1_sum_8e850cf5", 1) OVER ()) AS "_2_sum_8e850cf5"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_e9cebb6b_6_0",
      coalesce("_sum_sum_8e850cf5_6_0" + lag("_2_sum_8e850cf5", 1) OVER (), "_sum_sum_8e850cf5_6_0", lag("_2_sum_8e850cf5", 1) OVER ()) AS "_sum_sum_8e850cf5_6_0",
      coalesce("_2_sum_8e850cf5" + lag("_2_sum_8e850cf5", 2) OVER (), "_2_sum_8e850cf5", lag("_2_sum_8e850cf5", 2) OVER ()) AS "_4_sum_8e850cf5"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_e9cebb6b_6_0",
      coalesce("_sum_sum_8e850cf5_6_0" + lag("_4_sum_8e850cf5", 3) OVER (), "_sum_sum_8e850cf5_6_0", lag("_4_sum_8e850cf5", 3) OVER ()) AS "_sum_sum_8e850cf5_6_0"
    FROM "_from_2"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_8e850cf5_6_0" AS "sum_8e850cf5_604800",
    coalesce("c"."_sum_n_e9cebb6b_6_0", 0) AS "n_e9cebb6b_604800"
  FROM "_from_4" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-01 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_8e850cf5_604800" AS DOUBLE) / NULLIF(CAST("t1_frames"."n_e9cebb6b_604800" AS DOUBLE), 0) AS "_avg_090cd44f"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-01 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "g"."_avg_090cd44f" AS "_avg_090cd44f"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_090cd44f" AS "_avg_090cd44f",
    "b"."_avg_090cd44f" AS "mean_weight_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."mean_weight_7d" AS "mean_weight_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "weight_7d",
  "mean_weight_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."weight_7d" AS "weight_7d",
  "v"."mean_weight_7d" AS "mean_weight_7d",
  "v"."computed_at" AS "computed_at"
FROM (
  SELECT
    "s1"."customer_id" AS "customer_id",
    "s1"."feature_time" AS "feature_time",
    "s1"."feature_date" AS "feature_date",
    "s1"."weight_7d" AS "weight_7d",
    "s2"."mean_weight_7d" AS "mean_weight_7d",
    "s1"."computed_at" AS "computed_at"
  FROM "feat_storage"."customer_orders__g3d5e74ef" AS "s1"
  INNER JOIN "feat_storage"."customer_orders__g61a70e72" AS "s2" ON "s1"."customer_id" = "s2"."customer_id"
    AND "s1"."feature_time" = "s2"."feature_time"
) AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders 87f11229.aeb8a5f3.3d5e74ef.61a70e72]';

COMMIT;
