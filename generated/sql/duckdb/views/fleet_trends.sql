-- view.fleet_trends
-- The company day by day: means, trends and unrest.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."fleet_trends__gd95c8295" (
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "avg_delivery_time_7d__v1" DOUBLE,
  "avg_delivery_time_7d__v2" DOUBLE,
  "avg_fuel_efficiency_30d" DOUBLE,
  "avg_cost_per_mile_90d" DOUBLE,
  "delivery_time_trend_30d" DOUBLE,
  "fuel_efficiency_trend_90d" DOUBLE,
  "cost_trend_90d" DOUBLE,
  "delivery_time_volatility_30d" DOUBLE,
  "cost_volatility_90d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."fleet_trends__gd95c8295" IS '[feat logistics/main view.fleet_trends feat_storage.fleet_trends__gd95c8295]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."fleet_trends__gd95c8295"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."fleet_trends__gd95c8295" (
  "feature_time",
  "feature_date",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"grid" AS (
  SELECT
    "p"."feature_time" AS "feature_time"
  FROM "points" AS "p"
),
"t1_alive" AS (
  SELECT unnest(generate_series($from, $from, INTERVAL '1 day')) AS "alive_from"
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."sum_ebc6eeed" AS "sum_ebc6eeed",
    "t"."n_23d7b30f" AS "n_23d7b30f",
    "t"."sum_70ccfed4" AS "sum_70ccfed4",
    "t"."n_f0a2d3f3" AS "n_f0a2d3f3",
    "t"."sum_e6ee0418" AS "sum_e6ee0418",
    "t"."sum_4a729a66" AS "sum_4a729a66",
    "t"."sum_ef8ddd22" AS "sum_ef8ddd22",
    "t"."sum_c23558f4" AS "sum_c23558f4"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_23d7b30f_in", 0) + coalesce("b"."n_23d7b30f_in", 0) AS "n_23d7b30f_in",
    coalesce("a"."n_23d7b30f_out", 0) + coalesce("b"."n_23d7b30f_out", 0) AS "n_23d7b30f_out",
    coalesce("a"."n_f0a2d3f3_in", 0) + coalesce("b"."n_f0a2d3f3_in", 0) AS "n_f0a2d3f3_in",
    coalesce("a"."n_f0a2d3f3_out", 0) + coalesce("b"."n_f0a2d3f3_out", 0) AS "n_f0a2d3f3_out",
    coalesce("a"."sum_e6ee0418_in", 0) + coalesce("b"."sum_e6ee0418_in", 0) AS "sum_e6ee0418_in",
    coalesce("a"."sum_e6ee0418_known_in", 0) + coalesce("b"."sum_e6ee0418_known_in", 0) AS "sum_e6ee0418_known_in",
    coalesce("a"."sum_e6ee0418_out", 0) + coalesce("b"."sum_e6ee0418_out", 0) AS "sum_e6ee0418_out",
    coalesce("a"."sum_e6ee0418_known_out", 0) + coalesce("b"."sum_e6ee0418_known_out", 0) AS "sum_e6ee0418_known_out",
    coalesce("a"."sum_4a729a66_in", 0) + coalesce("b"."sum_4a729a66_in", 0) AS "sum_4a729a66_in",
    coalesce("a"."sum_4a729a66_known_in", 0) + coalesce("b"."sum_4a729a66_known_in", 0) AS "sum_4a729a66_known_in",
    coalesce("a"."sum_4a729a66_out", 0) + coalesce("b"."sum_4a729a66_out", 0) AS "sum_4a729a66_out",
    coalesce("a"."sum_4a729a66_known_out", 0) + coalesce("b"."sum_4a729a66_known_out", 0) AS "sum_4a729a66_known_out",
    coalesce("a"."sum_ef8ddd22_in", 0) + coalesce("b"."sum_ef8ddd22_in", 0) AS "sum_ef8ddd22_in",
    coalesce("a"."sum_ef8ddd22_known_in", 0) + coalesce("b"."sum_ef8ddd22_known_in", 0) AS "sum_ef8ddd22_known_in",
    coalesce("a"."sum_ef8ddd22_out", 0) + coalesce("b"."sum_ef8ddd22_out", 0) AS "sum_ef8ddd22_out",
    coalesce("a"."sum_ef8ddd22_known_out", 0) + coalesce("b"."sum_ef8ddd22_known_out", 0) AS "sum_ef8ddd22_known_out",
    coalesce("a"."sum_c23558f4_in", 0) + coalesce("b"."sum_c23558f4_in", 0) AS "sum_c23558f4_in",
    coalesce("a"."sum_c23558f4_known_in", 0) + coalesce("b"."sum_c23558f4_known_in", 0) AS "sum_c23558f4_known_in",
    coalesce("a"."sum_c23558f4_out", 0) + coalesce("b"."sum_c23558f4_out", 0) AS "sum_c23558f4_out",
    coalesce("a"."sum_c23558f4_known_out", 0) + coalesce("b"."sum_c23558f4_known_out", 0) AS "sum_c23558f4_known_out",
    CASE
      WHEN "a"."sum_ebc6eeed" IS NULL THEN "b"."sum_ebc6eeed"
      ELSE CASE WHEN "b"."sum_ebc6eeed" IS NULL THEN "a"."sum_ebc6eeed" ELSE "a"."sum_ebc6eeed" + "b"."sum_ebc6eeed" END
    END AS "sum_ebc6eeed",
    CASE
      WHEN "a"."sum_70ccfed4" IS NULL THEN "b"."sum_70ccfed4"
      ELSE CASE WHEN "b"."sum_70ccfed4" IS NULL THEN "a"."sum_70ccfed4" ELSE "a"."sum_70ccfed4" + "b"."sum_70ccfed4" END
    END AS "sum_70ccfed4"
  FROM (
    SELECT
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_in",
      coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_out",
      coalesce("t"."n_f0a2d3f3", 0) AS "n_f0a2d3f3_in",
      coalesce("t"."n_f0a2d3f3", 0) AS "n_f0a2d3f3_out",
      coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_in",
      CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_in",
      coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_out",
      CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_out",
      coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_in",
      CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_in",
      coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_out",
      CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_out",
      coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_in",
      CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_in",
      coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_out",
      CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_out",
      coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
      CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
      coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
      CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out",
      "t"."sum_ebc6eeed" AS "sum_ebc6eeed",
      "t"."sum_70ccfed4" AS "sum_70ccfed4"
    FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_23d7b30f_in"), 0) AS BIGINT) AS "n_23d7b30f_in",
      CAST(coalesce(sum("e"."n_23d7b30f_out"), 0) AS BIGINT) AS "n_23d7b30f_out",
      CAST(coalesce(sum("e"."n_f0a2d3f3_in"), 0) AS BIGINT) AS "n_f0a2d3f3_in",
      CAST(coalesce(sum("e"."n_f0a2d3f3_out"), 0) AS BIGINT) AS "n_f0a2d3f3_out",
      coalesce(sum("e"."sum_e6ee0418_in"), 0) AS "sum_e6ee0418_in",
      CAST(coalesce(sum("e"."sum_e6ee0418_known_in"), 0) AS BIGINT) AS "sum_e6ee0418_known_in",
      coalesce(sum("e"."sum_e6ee0418_out"), 0) AS "sum_e6ee0418_out",
      CAST(coalesce(sum("e"."sum_e6ee0418_known_out"), 0) AS BIGINT) AS "sum_e6ee0418_known_out",
      coalesce(sum("e"."sum_4a729a66_in"), 0) AS "sum_4a729a66_in",
      CAST(coalesce(sum("e"."sum_4a729a66_known_in"), 0) AS BIGINT) AS "sum_4a729a66_known_in",
      coalesce(sum("e"."sum_4a729a66_out"), 0) AS "sum_4a729a66_out",
      CAST(coalesce(sum("e"."sum_4a729a66_known_out"), 0) AS BIGINT) AS "sum_4a729a66_known_out",
      coalesce(sum("e"."sum_ef8ddd22_in"), 0) AS "sum_ef8ddd22_in",
      CAST(coalesce(sum("e"."sum_ef8ddd22_known_in"), 0) AS BIGINT) AS "sum_ef8ddd22_known_in",
      coalesce(sum("e"."sum_ef8ddd22_out"), 0) AS "sum_ef8ddd22_out",
      CAST(coalesce(sum("e"."sum_ef8ddd22_known_out"), 0) AS BIGINT) AS "sum_ef8ddd22_known_out",
      coalesce(sum("e"."sum_c23558f4_in"), 0) AS "sum_c23558f4_in",
      CAST(coalesce(sum("e"."sum_c23558f4_known_in"), 0) AS BIGINT) AS "sum_c23558f4_known_in",
      coalesce(sum("e"."sum_c23558f4_out"), 0) AS "sum_c23558f4_out",
      CAST(coalesce(sum("e"."sum_c23558f4_known_out"), 0) AS BIGINT) AS "sum_c23558f4_known_out",
      sum("e"."sum_ebc6eeed") AS "sum_ebc6eeed",
      sum("e"."sum_70ccfed4") AS "sum_70ccfed4"
    FROM (
      SELECT
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_in",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_out",
        coalesce("t"."n_f0a2d3f3", 0) AS "n_f0a2d3f3_in",
        coalesce("t"."n_f0a2d3f3", 0) AS "n_f0a2d3f3_out",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_in",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_in",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_out",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_out",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_in",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_in",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_out",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_out",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_in",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_in",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_out",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_out",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out",
        "t"."sum_ebc6eeed" AS "sum_ebc6eeed",
        "t"."sum_70ccfed4" AS "sum_70ccfed4"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_23d7b30f_in",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_out",
        CAST(NULL AS BIGINT) AS "n_f0a2d3f3_in",
        coalesce("t"."n_f0a2d3f3", 0) AS "n_f0a2d3f3_out",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_e6ee0418_in",
        CAST(NULL AS BIGINT) AS "sum_e6ee0418_known_in",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_out",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_4a729a66_in",
        CAST(NULL AS BIGINT) AS "sum_4a729a66_known_in",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_out",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_ef8ddd22_in",
        CAST(NULL AS BIGINT) AS "sum_ef8ddd22_known_in",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_out",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_out",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_c23558f4_in",
        CAST(NULL AS BIGINT) AS "sum_c23558f4_known_in",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out",
        CAST(NULL AS DOUBLE) AS "sum_ebc6eeed",
        CAST(NULL AS DOUBLE) AS "sum_70ccfed4"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_in",
        CAST(NULL AS BIGINT) AS "n_23d7b30f_out",
        coalesce("t"."n_f0a2d3f3", 0) AS "n_f0a2d3f3_in",
        CAST(NULL AS BIGINT) AS "n_f0a2d3f3_out",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_in",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_in",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_e6ee0418_out",
        CAST(NULL AS BIGINT) AS "sum_e6ee0418_known_out",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_in",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_4a729a66_out",
        CAST(NULL AS BIGINT) AS "sum_4a729a66_known_out",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_in",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_ef8ddd22_out",
        CAST(NULL AS BIGINT) AS "sum_ef8ddd22_known_out",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_c23558f4_out",
        CAST(NULL AS BIGINT) AS "sum_c23558f4_known_out",
        CAST(NULL AS DOUBLE) AS "sum_ebc6eeed",
        CAST(NULL AS DOUBLE) AS "sum_70ccfed4"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."feature_time"
  ) AS "b" ON "a"."feature_time" = "b"."feature_time"
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "feature_time",
      "n_23d7b30f_in",
      "n_23d7b30f_out",
      "n_f0a2d3f3_in",
      "n_f0a2d3f3_out",
      "sum_e6ee0418_in",
      "sum_e6ee0418_known_in",
      "sum_e6ee0418_out",
      "sum_e6ee0418_known_out",
      "sum_4a729a66_in",
      "sum_4a729a66_known_in",
      "sum_4a729a66_out",
      "sum_4a729a66_known_out",
      "sum_ef8ddd22_in",
      "sum_ef8ddd22_known_in",
      "sum_ef8ddd22_out",
      "sum_ef8ddd22_known_out",
      "sum_c23558f4_in",
      "sum_c23558f4_known_in",
      "sum_c23558f4_out",
      "sum_c23558f4_known_out",
      "sum_ebc6eeed",
      "sum_70ccfed4"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      $from - INTERVAL '90 days' AS "feature_time",
      0 AS "n_23d7b30f_in",
      0 AS "n_23d7b30f_out",
      0 AS "n_f0a2d3f3_in",
      0 AS "n_f0a2d3f3_out",
      0 AS "sum_e6ee0418_in",
      0 AS "sum_e6ee0418_known_in",
      0 AS "sum_e6ee0418_out",
      0 AS "sum_e6ee0418_known_out",
      0 AS "sum_4a729a66_in",
      0 AS "sum_4a729a66_known_in",
      0 AS "sum_4a729a66_out",
      0 AS "sum_4a729a66_known_out",
      0 AS "sum_ef8ddd22_in",
      0 AS "sum_ef8ddd22_known_in",
      0 AS "sum_ef8ddd22_out",
      0 AS "sum_ef8ddd22_known_out",
      0 AS "sum_c23558f4_in",
      0 AS "sum_c23558f4_known_in",
      0 AS "sum_c23558f4_out",
      0 AS "sum_c23558f4_known_out",
      NULL AS "sum_ebc6eeed",
      NULL AS "sum_70ccfed4"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "feature_time",
      "n_23d7b30f_in",
      "n_23d7b30f_out",
      "n_f0a2d3f3_in",
      "n_f0a2d3f3_out",
      "sum_e6ee0418_in",
      "sum_e6ee0418_known_in",
      "sum_e6ee0418_out",
      "sum_e6ee0418_known_out",
      "sum_4a729a66_in",
      "sum_4a729a66_known_in",
      "sum_4a729a66_out",
      "sum_4a729a66_known_out",
      "sum_ef8ddd22_in",
      "sum_ef8ddd22_known_in",
      "sum_ef8ddd22_out",
      "sum_ef8ddd22_known_out",
      "sum_c23558f4_in",
      "sum_c23558f4_known_in",
      "sum_c23558f4_out",
      "sum_c23558f4_known_out",
      "sum_ebc6eeed",
      "sum_70ccfed4"
    FROM "_sparse"
    ORDER BY "feature_time"
  ),
  "_running" AS (
    SELECT
      "feature_time",
      "sum_ebc6eeed",
      "sum_70ccfed4",
      sum("n_23d7b30f_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_23d7b30f_in",
      sum("n_23d7b30f_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_23d7b30f_out",
      sum("n_f0a2d3f3_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_f0a2d3f3_in",
      sum("n_f0a2d3f3_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_f0a2d3f3_out",
      sum("sum_e6ee0418_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_in",
      sum("sum_e6ee0418_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_known_in",
      sum("sum_e6ee0418_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_out",
      sum("sum_e6ee0418_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_known_out",
      sum("sum_4a729a66_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_in",
      sum("sum_4a729a66_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_known_in",
      sum("sum_4a729a66_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_out",
      sum("sum_4a729a66_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_known_out",
      sum("sum_ef8ddd22_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_in",
      sum("sum_ef8ddd22_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_known_in",
      sum("sum_ef8ddd22_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_out",
      sum("sum_ef8ddd22_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_known_out",
      sum("sum_c23558f4_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_in",
      sum("sum_c23558f4_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_known_in",
      sum("sum_c23558f4_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_out",
      sum("sum_c23558f4_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_known_out",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "feature_time",
      "sum_ebc6eeed",
      "sum_70ccfed4",
      "_sum_n_23d7b30f_in",
      "_sum_n_23d7b30f_out",
      "_sum_n_f0a2d3f3_in",
      "_sum_n_f0a2d3f3_out",
      "_sum_sum_e6ee0418_in",
      "_sum_sum_e6ee0418_known_in",
      "_sum_sum_e6ee0418_out",
      "_sum_sum_e6ee0418_known_out",
      "_sum_sum_4a729a66_in",
      "_sum_sum_4a729a66_known_in",
      "_sum_sum_4a729a66_out",
      "_sum_sum_4a729a66_known_out",
      "_sum_sum_ef8ddd22_in",
      "_sum_sum_ef8ddd22_known_in",
      "_sum_sum_ef8ddd22_out",
      "_sum_sum_ef8ddd22_known_out",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_23d7b30f_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_23d7b30f_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_23d7b30f_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_23d7b30f_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_f0a2d3f3_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_f0a2d3f3_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_f0a2d3f3_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_f0a2d3f3_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_e6ee0418_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_e6ee0418_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_e6ee0418_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_e6ee0418_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_4a729a66_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_4a729a66_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_4a729a66_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_4a729a66_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_ef8ddd22_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_ef8ddd22_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_ef8ddd22_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_ef8ddd22_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_c23558f4_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_c23558f4_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_c23558f4_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_sum_c23558f4_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_known_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "sum_ebc6eeed",
      "sum_70ccfed4",
      "_sum_n_23d7b30f_in",
      "_sum_n_23d7b30f_out",
      "_sum_n_f0a2d3f3_in",
      "_sum_n_f0a2d3f3_out",
      "_sum_sum_e6ee0418_in",
      "_sum_sum_e6ee0418_known_in",
      "_sum_sum_e6ee0418_out",
      "_sum_sum_e6ee0418_known_out",
      "_sum_sum_4a729a66_in",
      "_sum_sum_4a729a66_known_in",
      "_sum_sum_4a729a66_out",
      "_sum_sum_4a729a66_known_out",
      "_sum_sum_ef8ddd22_in",
      "_sum_sum_ef8ddd22_known_in",
      "_sum_sum_ef8ddd22_out",
      "_sum_sum_ef8ddd22_known_out",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_base_n_23d7b30f_in",
      "_base_n_23d7b30f_out",
      "_base_n_f0a2d3f3_in",
      "_base_n_f0a2d3f3_out",
      "_base_sum_e6ee0418_in",
      "_base_sum_e6ee0418_known_in",
      "_base_sum_e6ee0418_out",
      "_base_sum_e6ee0418_known_out",
      "_base_sum_4a729a66_in",
      "_base_sum_4a729a66_known_in",
      "_base_sum_4a729a66_out",
      "_base_sum_4a729a66_known_out",
      "_base_sum_ef8ddd22_in",
      "_base_sum_ef8ddd22_known_in",
      "_base_sum_ef8ddd22_out",
      "_base_sum_ef8ddd22_known_out",
      "_base_sum_c23558f4_in",
      "_base_sum_c23558f4_known_in",
      "_base_sum_c23558f4_out",
      "_base_sum_c23558f4_known_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "feature_time",
      "_sum_n_23d7b30f_in",
      "_sum_n_23d7b30f_out",
      "_sum_n_f0a2d3f3_in",
      "_sum_n_f0a2d3f3_out",
      "_sum_sum_e6ee0418_in",
      "_sum_sum_e6ee0418_known_in",
      "_sum_sum_e6ee0418_out",
      "_sum_sum_e6ee0418_known_out",
      "_sum_sum_4a729a66_in",
      "_sum_sum_4a729a66_known_in",
      "_sum_sum_4a729a66_out",
      "_sum_sum_4a729a66_known_out",
      "_sum_sum_ef8ddd22_in",
      "_sum_sum_ef8ddd22_known_in",
      "_sum_sum_ef8ddd22_out",
      "_sum_sum_ef8ddd22_known_out",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_base_n_23d7b30f_in",
      "_base_n_23d7b30f_out",
      "_base_n_f0a2d3f3_in",
      "_base_n_f0a2d3f3_out",
      "_base_sum_e6ee0418_in",
      "_base_sum_e6ee0418_known_in",
      "_base_sum_e6ee0418_out",
      "_base_sum_e6ee0418_known_out",
      "_base_sum_4a729a66_in",
      "_base_sum_4a729a66_known_in",
      "_base_sum_4a729a66_out",
      "_base_sum_4a729a66_known_out",
      "_base_sum_ef8ddd22_in",
      "_base_sum_ef8ddd22_known_in",
      "_base_sum_ef8ddd22_out",
      "_base_sum_ef8ddd22_known_out",
      "_base_sum_c23558f4_in",
      "_base_sum_c23558f4_known_in",
      "_base_sum_c23558f4_out",
      "_base_sum_c23558f4_known_out",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_ebc6eeed" END AS "_1_sum_ebc6eeed",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_70ccfed4" END AS "_1_sum_70ccfed4"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "feature_time",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_23d7b30f_in" - "_base_n_23d7b30f_in" AS "_sum_n_23d7b30f_in_unbounded_0",
      lag("_sum_n_23d7b30f_out", 7) OVER () - "_base_n_23d7b30f_out" AS "_sum_n_23d7b30f_out_unbounded_7",
      "_sum_n_f0a2d3f3_in" - "_base_n_f0a2d3f3_in" AS "_sum_n_f0a2d3f3_in_unbounded_0",
      lag("_sum_n_f0a2d3f3_out", 7) OVER () - "_base_n_f0a2d3f3_out" AS "_sum_n_f0a2d3f3_out_unbounded_7",
      "_sum_sum_e6ee0418_known_in" - "_base_sum_e6ee0418_known_in" AS "_sum_sum_e6ee0418_known_in_unbounded_0",
      lag("_sum_sum_e6ee0418_known_out", 30) OVER () - "_base_sum_e6ee0418_known_out" AS "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in" - "_base_sum_e6ee0418_in" AS "_sum_sum_e6ee0418_in_unbounded_0",
      lag("_sum_sum_e6ee0418_out", 30) OVER () - "_base_sum_e6ee0418_out" AS "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in" - "_base_sum_4a729a66_known_in" AS "_sum_sum_4a729a66_known_in_unbounded_0",
      lag("_sum_sum_4a729a66_known_out", 30) OVER () - "_base_sum_4a729a66_known_out" AS "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in" - "_base_sum_4a729a66_in" AS "_sum_sum_4a729a66_in_unbounded_0",
      lag("_sum_sum_4a729a66_out", 30) OVER () - "_base_sum_4a729a66_out" AS "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in" - "_base_sum_ef8ddd22_known_in" AS "_sum_sum_ef8ddd22_known_in_unbounded_0",
      lag("_sum_sum_ef8ddd22_known_out", 90) OVER () - "_base_sum_ef8ddd22_known_out" AS "_sum_sum_ef8ddd22_known_out_unbounded_90",
      "_sum_sum_ef8ddd22_in" - "_base_sum_ef8ddd22_in" AS "_sum_sum_ef8ddd22_in_unbounded_0",
      lag("_sum_sum_ef8ddd22_out", 90) OVER () - "_base_sum_ef8ddd22_out" AS "_sum_sum_ef8ddd22_out_unbounded_90",
      "_sum_sum_c23558f4_known_in" - "_base_sum_c23558f4_known_in" AS "_sum_sum_c23558f4_known_in_unbounded_0",
      lag("_sum_sum_c23558f4_known_out", 90) OVER () - "_base_sum_c23558f4_known_out" AS "_sum_sum_c23558f4_known_out_unbounded_90",
      "_sum_sum_c23558f4_in" - "_base_sum_c23558f4_in" AS "_sum_sum_c23558f4_in_unbounded_0",
      lag("_sum_sum_c23558f4_out", 90) OVER () - "_base_sum_c23558f4_out" AS "_sum_sum_c23558f4_out_unbounded_90",
      "_1_sum_ebc6eeed" AS "_sum_sum_ebc6eeed_6_0",
      coalesce("_1_sum_ebc6eeed" + lag("_1_sum_ebc6eeed", 1) OVER (), "_1_sum_ebc6eeed", lag("_1_sum_ebc6eeed", 1) OVER ()) AS "_2_sum_ebc6eeed",
      "_1_sum_70ccfed4" AS "_sum_sum_70ccfed4_6_0",
      coalesce("_1_sum_70ccfed4" + lag("_1_sum_70ccfed4", 1) OVER (), "_1_sum_70ccfed4", lag("_1_sum_70ccfed4", 1) OVER ()) AS "_2_sum_70ccfed4"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "feature_time",
      "_before_feature_time",
      "_sum_n_23d7b30f_in_unbounded_0",
      "_sum_n_23d7b30f_out_unbounded_7",
      "_sum_n_f0a2d3f3_in_unbounded_0",
      "_sum_n_f0a2d3f3_out_unbounded_7",
      "_sum_sum_e6ee0418_known_in_unbounded_0",
      "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in_unbounded_0",
      "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in_unbounded_0",
      "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in_unbounded_0",
      "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in_unbounded_0",
      "_sum_sum_ef8ddd22_known_out_unbounded_90",
      "_sum_sum_ef8ddd22_in_unbounded_0",
      "_sum_sum_ef8ddd22_out_unbounded_90",
      "_sum_sum_c23558f4_known_in_unbounded_0",
      "_sum_sum_c23558f4_known_out_unbounded_90",
      "_sum_sum_c23558f4_in_unbounded_0",
      "_sum_sum_c23558f4_out_unbounded_90",
      coalesce("_sum_sum_ebc6eeed_6_0" + lag("_2_sum_ebc6eeed", 1) OVER (), "_sum_sum_ebc6eeed_6_0", lag("_2_sum_ebc6eeed", 1) OVER ()) AS "_sum_sum_ebc6eeed_6_0",
      coalesce("_2_sum_ebc6eeed" + lag("_2_sum_ebc6eeed", 2) OVER (), "_2_sum_ebc6eeed", lag("_2_sum_ebc6eeed", 2) OVER ()) AS "_4_sum_ebc6eeed",
      coalesce("_sum_sum_70ccfed4_6_0" + lag("_2_sum_70ccfed4", 1) OVER (), "_sum_sum_70ccfed4_6_0", lag("_2_sum_70ccfed4", 1) OVER ()) AS "_sum_sum_70ccfed4_6_0",
      coalesce("_2_sum_70ccfed4" + lag("_2_sum_70ccfed4", 2) OVER (), "_2_sum_70ccfed4", lag("_2_sum_70ccfed4", 2) OVER ()) AS "_4_sum_70ccfed4"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "feature_time",
      "_before_feature_time",
      "_sum_n_23d7b30f_in_unbounded_0",
      "_sum_n_23d7b30f_out_unbounded_7",
      "_sum_n_f0a2d3f3_in_unbounded_0",
      "_sum_n_f0a2d3f3_out_unbounded_7",
      "_sum_sum_e6ee0418_known_in_unbounded_0",
      "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in_unbounded_0",
      "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in_unbounded_0",
      "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in_unbounded_0",
      "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in_unbounded_0",
      "_sum_sum_ef8ddd22_known_out_unbounded_90",
      "_sum_sum_ef8ddd22_in_unbounded_0",
      "_sum_sum_ef8ddd22_out_unbounded_90",
      "_sum_sum_c23558f4_known_in_unbounded_0",
      "_sum_sum_c23558f4_known_out_unbounded_90",
      "_sum_sum_c23558f4_in_unbounded_0",
      "_sum_sum_c23558f4_out_unbounded_90",
      coalesce("_sum_sum_ebc6eeed_6_0" + lag("_4_sum_ebc6eeed", 3) OVER (), "_sum_sum_ebc6eeed_6_0", lag("_4_sum_ebc6eeed", 3) OVER ()) AS "_sum_sum_ebc6eeed_6_0",
      coalesce("_sum_sum_70ccfed4_6_0" + lag("_4_sum_70ccfed4", 3) OVER (), "_sum_sum_70ccfed4_6_0", lag("_4_sum_70ccfed4", 3) OVER ()) AS "_sum_sum_70ccfed4_6_0"
    FROM "_from_2"
  )
  SELECT
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_ebc6eeed_6_0" AS "sum_ebc6eeed_604800",
    coalesce("c"."_sum_n_23d7b30f_in_unbounded_0", 0) - coalesce("c"."_sum_n_23d7b30f_out_unbounded_7", 0) AS "n_23d7b30f_604800",
    "c"."_sum_sum_70ccfed4_6_0" AS "sum_70ccfed4_604800",
    coalesce("c"."_sum_n_f0a2d3f3_in_unbounded_0", 0) - coalesce("c"."_sum_n_f0a2d3f3_out_unbounded_7", 0) AS "n_f0a2d3f3_604800",
    CASE WHEN coalesce("c"."_sum_sum_e6ee0418_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e6ee0418_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_e6ee0418_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e6ee0418_out_unbounded_30", 0) END AS "sum_e6ee0418_2592000",
    CASE WHEN coalesce("c"."_sum_sum_4a729a66_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_4a729a66_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_4a729a66_in_unbounded_0", 0) - coalesce("c"."_sum_sum_4a729a66_out_unbounded_30", 0) END AS "sum_4a729a66_2592000",
    CASE WHEN coalesce("c"."_sum_sum_ef8ddd22_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_ef8ddd22_known_out_unbounded_90", 0) > 0 THEN coalesce("c"."_sum_sum_ef8ddd22_in_unbounded_0", 0) - coalesce("c"."_sum_sum_ef8ddd22_out_unbounded_90", 0) END AS "sum_ef8ddd22_7776000",
    CASE WHEN coalesce("c"."_sum_sum_c23558f4_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_c23558f4_known_out_unbounded_90", 0) > 0 THEN coalesce("c"."_sum_sum_c23558f4_in_unbounded_0", 0) - coalesce("c"."_sum_sum_c23558f4_out_unbounded_90", 0) END AS "sum_c23558f4_7776000"
  FROM "_from_4" AS "c"
  INNER JOIN "t1_alive" AS "k" ON TRUE
  WHERE CASE WHEN CASE WHEN "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '90 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_late" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_ebc6eeed") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_ebc6eeed_604800",
    sum("t"."sum_70ccfed4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_70ccfed4_604800"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '7 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile"
  GROUP BY "p"."feature_time"
),
"t1_later" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    sum("t"."n_23d7b30f") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_23d7b30f_604800",
    sum("t"."n_f0a2d3f3") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_f0a2d3f3_604800",
    sum("t"."sum_e6ee0418") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_e6ee0418_2592000",
    sum("t"."sum_4a729a66") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_4a729a66_2592000",
    sum("t"."sum_ef8ddd22") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "sum_ef8ddd22_7776000",
    sum("t"."sum_c23558f4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "sum_c23558f4_7776000"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t1_frames"."sum_ebc6eeed_604800" IS NULL THEN "t1_late"."sum_ebc6eeed_604800" ELSE CASE WHEN "t1_late"."sum_ebc6eeed_604800" IS NULL THEN "t1_frames"."sum_ebc6eeed_604800" ELSE "t1_frames"."sum_ebc6eeed_604800" + "t1_late"."sum_ebc6eeed_604800" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_23d7b30f_604800" IS NULL THEN "t1_later"."n_23d7b30f_604800" ELSE CASE WHEN "t1_later"."n_23d7b30f_604800" IS NULL THEN "t1_frames"."n_23d7b30f_604800" ELSE "t1_frames"."n_23d7b30f_604800" + "t1_later"."n_23d7b30f_604800" END END AS DOUBLE), 0) AS "_avg_f43b27fb",
    CAST(CASE WHEN "t1_frames"."sum_70ccfed4_604800" IS NULL THEN "t1_late"."sum_70ccfed4_604800" ELSE CASE WHEN "t1_late"."sum_70ccfed4_604800" IS NULL THEN "t1_frames"."sum_70ccfed4_604800" ELSE "t1_frames"."sum_70ccfed4_604800" + "t1_late"."sum_70ccfed4_604800" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_f0a2d3f3_604800" IS NULL THEN "t1_later"."n_f0a2d3f3_604800" ELSE CASE WHEN "t1_later"."n_f0a2d3f3_604800" IS NULL THEN "t1_frames"."n_f0a2d3f3_604800" ELSE "t1_frames"."n_f0a2d3f3_604800" + "t1_later"."n_f0a2d3f3_604800" END END AS DOUBLE), 0) AS "_avg_4ef81c42",
    CAST(CASE WHEN "t1_frames"."sum_e6ee0418_2592000" IS NULL THEN "t1_later"."sum_e6ee0418_2592000" ELSE CASE WHEN "t1_later"."sum_e6ee0418_2592000" IS NULL THEN "t1_frames"."sum_e6ee0418_2592000" ELSE "t1_frames"."sum_e6ee0418_2592000" + "t1_later"."sum_e6ee0418_2592000" END END AS DECIMAL(38, 1)) AS "_sum_73d9a390",
    CAST(CASE WHEN "t1_frames"."sum_4a729a66_2592000" IS NULL THEN "t1_later"."sum_4a729a66_2592000" ELSE CASE WHEN "t1_later"."sum_4a729a66_2592000" IS NULL THEN "t1_frames"."sum_4a729a66_2592000" ELSE "t1_frames"."sum_4a729a66_2592000" + "t1_later"."sum_4a729a66_2592000" END END AS DECIMAL(38, 2)) AS "_sum_3baaa084",
    CAST(CASE WHEN "t1_frames"."sum_ef8ddd22_7776000" IS NULL THEN "t1_later"."sum_ef8ddd22_7776000" ELSE CASE WHEN "t1_later"."sum_ef8ddd22_7776000" IS NULL THEN "t1_frames"."sum_ef8ddd22_7776000" ELSE "t1_frames"."sum_ef8ddd22_7776000" + "t1_later"."sum_ef8ddd22_7776000" END END AS DECIMAL(38, 2)) AS "_sum_bf412b92",
    CAST(CASE WHEN "t1_frames"."sum_c23558f4_7776000" IS NULL THEN "t1_later"."sum_c23558f4_7776000" ELSE CASE WHEN "t1_later"."sum_c23558f4_7776000" IS NULL THEN "t1_frames"."sum_c23558f4_7776000" ELSE "t1_frames"."sum_c23558f4_7776000" + "t1_later"."sum_c23558f4_7776000" END END AS DECIMAL(38, 1)) AS "_sum_b6ed0c75"
  FROM "t1_frames"
  LEFT JOIN "t1_late" ON "t1_frames"."feature_time" = "t1_late"."feature_time"
  LEFT JOIN "t1_later" ON "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
),
"_slope_267b21b2_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_23d7b30f" AS "n_23d7b30f",
    "t"."mean_df651bb3" AS "mean_df651bb3",
    "t"."m2x_fd058706" AS "m2x_fd058706",
    "t"."cxy_9edfde77" AS "cxy_9edfde77",
    "t"."meanx_ff4f5a6a" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_267b21b2_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_23d7b30f" AS "n_23d7b30f",
    "e"."m2x_fd058706" AS "m2x_fd058706",
    "e"."cxy_9edfde77" AS "cxy_9edfde77",
    "e"."x" - (CAST(sum(CAST("e"."n_23d7b30f" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_23d7b30f") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_df651bb3" - (CAST(sum(CAST("e"."n_23d7b30f" AS DOUBLE) * "e"."mean_df651bb3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_23d7b30f") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_267b21b2_seen" AS "e"
),
"_slope_267b21b2" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_23d7b30f") >= 2 THEN CAST(sum("g"."cxy_9edfde77" + (CAST("g"."n_23d7b30f" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_fd058706" + (CAST("g"."n_23d7b30f" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_267b21b2"
  FROM "_slope_267b21b2_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_slope_7ba5d7f2_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_7a88d1b3" AS "n_7a88d1b3",
    "t"."mean_bb5e8994" AS "mean_bb5e8994",
    "t"."m2x_ddb7ec2f" AS "m2x_ddb7ec2f",
    "t"."cxy_31b3d1b9" AS "cxy_31b3d1b9",
    "t"."meanx_5f6e047d" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_7ba5d7f2_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_7a88d1b3" AS "n_7a88d1b3",
    "e"."m2x_ddb7ec2f" AS "m2x_ddb7ec2f",
    "e"."cxy_31b3d1b9" AS "cxy_31b3d1b9",
    "e"."x" - (CAST(sum(CAST("e"."n_7a88d1b3" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_7a88d1b3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_bb5e8994" - (CAST(sum(CAST("e"."n_7a88d1b3" AS DOUBLE) * "e"."mean_bb5e8994") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_7a88d1b3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_7ba5d7f2_seen" AS "e"
),
"_slope_7ba5d7f2" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_7a88d1b3") >= 2 THEN CAST(sum("g"."cxy_31b3d1b9" + (CAST("g"."n_7a88d1b3" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_ddb7ec2f" + (CAST("g"."n_7a88d1b3" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_7ba5d7f2"
  FROM "_slope_7ba5d7f2_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_slope_e6ee7c15_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_5a878a67" AS "n_5a878a67",
    "t"."mean_2d19faf5" AS "mean_2d19faf5",
    "t"."m2x_16adf4be" AS "m2x_16adf4be",
    "t"."cxy_bb12a959" AS "cxy_bb12a959",
    "t"."meanx_07513ff6" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_e6ee7c15_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_5a878a67" AS "n_5a878a67",
    "e"."m2x_16adf4be" AS "m2x_16adf4be",
    "e"."cxy_bb12a959" AS "cxy_bb12a959",
    "e"."x" - (CAST(sum(CAST("e"."n_5a878a67" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_5a878a67") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_2d19faf5" - (CAST(sum(CAST("e"."n_5a878a67" AS DOUBLE) * "e"."mean_2d19faf5") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_5a878a67") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_e6ee7c15_seen" AS "e"
),
"_slope_e6ee7c15" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_5a878a67") >= 2 THEN CAST(sum("g"."cxy_bb12a959" + (CAST("g"."n_5a878a67" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_16adf4be" + (CAST("g"."n_5a878a67" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_e6ee7c15"
  FROM "_slope_e6ee7c15_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_volatility_c50b47d6_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_23d7b30f" AS "n_23d7b30f",
    "t"."mean_df651bb3" AS "mean_df651bb3",
    "t"."m2_d25f0cc1" AS "m2_d25f0cc1"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_volatility_c50b47d6_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_23d7b30f" AS "n_23d7b30f",
    "e"."mean_df651bb3" AS "mean_df651bb3",
    "e"."m2_d25f0cc1" AS "m2_d25f0cc1",
    CAST(sum(CAST("e"."n_23d7b30f" AS DOUBLE) * "e"."mean_df651bb3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_23d7b30f") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_volatility_c50b47d6_seen" AS "e"
),
"_volatility_c50b47d6" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_23d7b30f") >= 2 THEN CAST(sum("g"."m2_d25f0cc1" + (CAST("g"."n_23d7b30f" AS DOUBLE) * (("g"."mean_df651bb3" - "g"."common_mean") * ("g"."mean_df651bb3" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_23d7b30f") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_23d7b30f") >= 2 THEN CAST(sum("g"."m2_d25f0cc1" + (CAST("g"."n_23d7b30f" AS DOUBLE) * (("g"."mean_df651bb3" - "g"."common_mean") * ("g"."mean_df651bb3" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_23d7b30f") - 1 AS DOUBLE), 0) END AS DOUBLE) END) / NULLIF(CAST(abs(max("g"."common_mean")) AS DOUBLE), 0) AS "_volatility_c50b47d6"
  FROM "_volatility_c50b47d6_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_volatility_7939d01e_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_5a878a67" AS "n_5a878a67",
    "t"."mean_2d19faf5" AS "mean_2d19faf5",
    "t"."m2_3aff57f5" AS "m2_3aff57f5"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_volatility_7939d01e_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_5a878a67" AS "n_5a878a67",
    "e"."mean_2d19faf5" AS "mean_2d19faf5",
    "e"."m2_3aff57f5" AS "m2_3aff57f5",
    CAST(sum(CAST("e"."n_5a878a67" AS DOUBLE) * "e"."mean_2d19faf5") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_5a878a67") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_volatility_7939d01e_seen" AS "e"
),
"_volatility_7939d01e" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_5a878a67") >= 2 THEN CAST(sum("g"."m2_3aff57f5" + (CAST("g"."n_5a878a67" AS DOUBLE) * (("g"."mean_2d19faf5" - "g"."common_mean") * ("g"."mean_2d19faf5" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_5a878a67") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_5a878a67") >= 2 THEN CAST(sum("g"."m2_3aff57f5" + (CAST("g"."n_5a878a67" AS DOUBLE) * (("g"."mean_2d19faf5" - "g"."common_mean") * ("g"."mean_2d19faf5" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_5a878a67") - 1 AS DOUBLE), 0) END AS DOUBLE) END) / NULLIF(CAST(abs(max("g"."common_mean")) AS DOUBLE), 0) AS "_volatility_7939d01e"
  FROM "_volatility_7939d01e_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"base" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_f43b27fb" AS "_avg_f43b27fb",
    "t1"."_avg_4ef81c42" AS "_avg_4ef81c42",
    "t1"."_sum_73d9a390" AS "_sum_73d9a390",
    "t1"."_sum_3baaa084" AS "_sum_3baaa084",
    "t1"."_sum_bf412b92" AS "_sum_bf412b92",
    "t1"."_sum_b6ed0c75" AS "_sum_b6ed0c75",
    "_slope_267b21b2"."_slope_267b21b2" AS "_slope_267b21b2",
    "_slope_7ba5d7f2"."_slope_7ba5d7f2" AS "_slope_7ba5d7f2",
    "_slope_e6ee7c15"."_slope_e6ee7c15" AS "_slope_e6ee7c15",
    "_volatility_c50b47d6"."_volatility_c50b47d6" AS "_volatility_c50b47d6",
    "_volatility_7939d01e"."_volatility_7939d01e" AS "_volatility_7939d01e"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_slope_267b21b2" ON "g"."feature_time" = "_slope_267b21b2"."feature_time"
  LEFT JOIN "_slope_7ba5d7f2" ON "g"."feature_time" = "_slope_7ba5d7f2"."feature_time"
  LEFT JOIN "_slope_e6ee7c15" ON "g"."feature_time" = "_slope_e6ee7c15"."feature_time"
  LEFT JOIN "_volatility_c50b47d6" ON "g"."feature_time" = "_volatility_c50b47d6"."feature_time"
  LEFT JOIN "_volatility_7939d01e" ON "g"."feature_time" = "_volatility_7939d01e"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f43b27fb" AS "_avg_f43b27fb",
    "b"."_avg_4ef81c42" AS "_avg_4ef81c42",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_sum_bf412b92" AS "_sum_bf412b92",
    "b"."_sum_b6ed0c75" AS "_sum_b6ed0c75",
    "b"."_slope_267b21b2" AS "_slope_267b21b2",
    "b"."_slope_7ba5d7f2" AS "_slope_7ba5d7f2",
    "b"."_slope_e6ee7c15" AS "_slope_e6ee7c15",
    "b"."_volatility_c50b47d6" AS "_volatility_c50b47d6",
    "b"."_volatility_7939d01e" AS "_volatility_7939d01e",
    "b"."_avg_f43b27fb" AS "avg_delivery_time_7d__v1",
    "b"."_avg_4ef81c42" AS "avg_delivery_time_7d__v2",
    (CAST("b"."_sum_73d9a390" AS DOUBLE) / NULLIF(CAST("b"."_sum_3baaa084" AS DOUBLE), 0)) * 2.352146e0 AS "avg_fuel_efficiency_30d",
    (CAST("b"."_sum_bf412b92" AS DOUBLE) / NULLIF(CAST("b"."_sum_b6ed0c75" AS DOUBLE), 0)) * 1.609344e0 AS "avg_cost_per_mile_90d",
    "b"."_slope_267b21b2" AS "delivery_time_trend_30d",
    "b"."_slope_7ba5d7f2" AS "fuel_efficiency_trend_90d",
    "b"."_slope_e6ee7c15" AS "cost_trend_90d",
    "b"."_volatility_c50b47d6" AS "delivery_time_volatility_30d",
    "b"."_volatility_7939d01e" AS "cost_volatility_90d"
  FROM "base" AS "b"
)
SELECT
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."avg_delivery_time_7d__v1" AS "avg_delivery_time_7d__v1",
  "r"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d__v2",
  "r"."avg_fuel_efficiency_30d" AS "avg_fuel_efficiency_30d",
  "r"."avg_cost_per_mile_90d" AS "avg_cost_per_mile_90d",
  "r"."delivery_time_trend_30d" AS "delivery_time_trend_30d",
  "r"."fuel_efficiency_trend_90d" AS "fuel_efficiency_trend_90d",
  "r"."cost_trend_90d" AS "cost_trend_90d",
  "r"."delivery_time_volatility_30d" AS "delivery_time_volatility_30d",
  "r"."cost_volatility_90d" AS "cost_volatility_90d",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."fleet_trends__gd95c8295"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."fleet_trends__gd95c8295" (
  "feature_time",
  "feature_date",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"grid" AS (
  SELECT
    "p"."feature_time" AS "feature_time"
  FROM "points" AS "p"
),
"t1_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_ebc6eeed") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_ebc6eeed_604800",
    sum("t"."n_23d7b30f") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_23d7b30f_604800",
    sum("t"."sum_70ccfed4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_70ccfed4_604800",
    sum("t"."n_f0a2d3f3") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_f0a2d3f3_604800",
    sum("t"."sum_e6ee0418") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_e6ee0418_2592000",
    sum("t"."sum_4a729a66") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_4a729a66_2592000",
    sum("t"."sum_ef8ddd22") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "sum_ef8ddd22_7776000",
    sum("t"."sum_c23558f4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "sum_c23558f4_7776000"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_ebc6eeed_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_23d7b30f_604800" AS DOUBLE), 0) AS "_avg_f43b27fb",
    CAST("t1_seen"."sum_70ccfed4_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_f0a2d3f3_604800" AS DOUBLE), 0) AS "_avg_4ef81c42",
    CAST("t1_seen"."sum_e6ee0418_2592000" AS DECIMAL(38, 1)) AS "_sum_73d9a390",
    CAST("t1_seen"."sum_4a729a66_2592000" AS DECIMAL(38, 2)) AS "_sum_3baaa084",
    CAST("t1_seen"."sum_ef8ddd22_7776000" AS DECIMAL(38, 2)) AS "_sum_bf412b92",
    CAST("t1_seen"."sum_c23558f4_7776000" AS DECIMAL(38, 1)) AS "_sum_b6ed0c75"
  FROM "t1_seen"
),
"_slope_267b21b2_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_23d7b30f" AS "n_23d7b30f",
    "t"."mean_df651bb3" AS "mean_df651bb3",
    "t"."m2x_fd058706" AS "m2x_fd058706",
    "t"."cxy_9edfde77" AS "cxy_9edfde77",
    "t"."meanx_ff4f5a6a" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_267b21b2_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_23d7b30f" AS "n_23d7b30f",
    "e"."m2x_fd058706" AS "m2x_fd058706",
    "e"."cxy_9edfde77" AS "cxy_9edfde77",
    "e"."x" - (CAST(sum(CAST("e"."n_23d7b30f" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_23d7b30f") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_df651bb3" - (CAST(sum(CAST("e"."n_23d7b30f" AS DOUBLE) * "e"."mean_df651bb3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_23d7b30f") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_267b21b2_seen" AS "e"
),
"_slope_267b21b2" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_23d7b30f") >= 2 THEN CAST(sum("g"."cxy_9edfde77" + (CAST("g"."n_23d7b30f" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_fd058706" + (CAST("g"."n_23d7b30f" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_267b21b2"
  FROM "_slope_267b21b2_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_slope_7ba5d7f2_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_7a88d1b3" AS "n_7a88d1b3",
    "t"."mean_bb5e8994" AS "mean_bb5e8994",
    "t"."m2x_ddb7ec2f" AS "m2x_ddb7ec2f",
    "t"."cxy_31b3d1b9" AS "cxy_31b3d1b9",
    "t"."meanx_5f6e047d" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_7ba5d7f2_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_7a88d1b3" AS "n_7a88d1b3",
    "e"."m2x_ddb7ec2f" AS "m2x_ddb7ec2f",
    "e"."cxy_31b3d1b9" AS "cxy_31b3d1b9",
    "e"."x" - (CAST(sum(CAST("e"."n_7a88d1b3" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_7a88d1b3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_bb5e8994" - (CAST(sum(CAST("e"."n_7a88d1b3" AS DOUBLE) * "e"."mean_bb5e8994") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_7a88d1b3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_7ba5d7f2_seen" AS "e"
),
"_slope_7ba5d7f2" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_7a88d1b3") >= 2 THEN CAST(sum("g"."cxy_31b3d1b9" + (CAST("g"."n_7a88d1b3" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_ddb7ec2f" + (CAST("g"."n_7a88d1b3" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_7ba5d7f2"
  FROM "_slope_7ba5d7f2_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_slope_e6ee7c15_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_5a878a67" AS "n_5a878a67",
    "t"."mean_2d19faf5" AS "mean_2d19faf5",
    "t"."m2x_16adf4be" AS "m2x_16adf4be",
    "t"."cxy_bb12a959" AS "cxy_bb12a959",
    "t"."meanx_07513ff6" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_e6ee7c15_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_5a878a67" AS "n_5a878a67",
    "e"."m2x_16adf4be" AS "m2x_16adf4be",
    "e"."cxy_bb12a959" AS "cxy_bb12a959",
    "e"."x" - (CAST(sum(CAST("e"."n_5a878a67" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_5a878a67") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_2d19faf5" - (CAST(sum(CAST("e"."n_5a878a67" AS DOUBLE) * "e"."mean_2d19faf5") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_5a878a67") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_e6ee7c15_seen" AS "e"
),
"_slope_e6ee7c15" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_5a878a67") >= 2 THEN CAST(sum("g"."cxy_bb12a959" + (CAST("g"."n_5a878a67" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_16adf4be" + (CAST("g"."n_5a878a67" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_e6ee7c15"
  FROM "_slope_e6ee7c15_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_volatility_c50b47d6_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_23d7b30f" AS "n_23d7b30f",
    "t"."mean_df651bb3" AS "mean_df651bb3",
    "t"."m2_d25f0cc1" AS "m2_d25f0cc1"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_volatility_c50b47d6_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_23d7b30f" AS "n_23d7b30f",
    "e"."mean_df651bb3" AS "mean_df651bb3",
    "e"."m2_d25f0cc1" AS "m2_d25f0cc1",
    CAST(sum(CAST("e"."n_23d7b30f" AS DOUBLE) * "e"."mean_df651bb3") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_23d7b30f") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_volatility_c50b47d6_seen" AS "e"
),
"_volatility_c50b47d6" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_23d7b30f") >= 2 THEN CAST(sum("g"."m2_d25f0cc1" + (CAST("g"."n_23d7b30f" AS DOUBLE) * (("g"."mean_df651bb3" - "g"."common_mean") * ("g"."mean_df651bb3" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_23d7b30f") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_23d7b30f") >= 2 THEN CAST(sum("g"."m2_d25f0cc1" + (CAST("g"."n_23d7b30f" AS DOUBLE) * (("g"."mean_df651bb3" - "g"."common_mean") * ("g"."mean_df651bb3" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_23d7b30f") - 1 AS DOUBLE), 0) END AS DOUBLE) END) / NULLIF(CAST(abs(max("g"."common_mean")) AS DOUBLE), 0) AS "_volatility_c50b47d6"
  FROM "_volatility_c50b47d6_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"_volatility_7939d01e_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "t"."n_5a878a67" AS "n_5a878a67",
    "t"."mean_2d19faf5" AS "mean_2d19faf5",
    "t"."m2_3aff57f5" AS "m2_3aff57f5"
  FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_volatility_7939d01e_centred" AS (
  SELECT
    "e"."feature_time" AS "feature_time",
    "e"."n_5a878a67" AS "n_5a878a67",
    "e"."mean_2d19faf5" AS "mean_2d19faf5",
    "e"."m2_3aff57f5" AS "m2_3aff57f5",
    CAST(sum(CAST("e"."n_5a878a67" AS DOUBLE) * "e"."mean_2d19faf5") OVER (PARTITION BY "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_5a878a67") OVER (PARTITION BY "e"."feature_time") AS DOUBLE), 0) AS "common_mean"
  FROM "_volatility_7939d01e_seen" AS "e"
),
"_volatility_7939d01e" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    sqrt(CASE WHEN CAST(CASE WHEN sum("g"."n_5a878a67") >= 2 THEN CAST(sum("g"."m2_3aff57f5" + (CAST("g"."n_5a878a67" AS DOUBLE) * (("g"."mean_2d19faf5" - "g"."common_mean") * ("g"."mean_2d19faf5" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_5a878a67") - 1 AS DOUBLE), 0) END AS DOUBLE) >= 0 THEN CAST(CASE WHEN sum("g"."n_5a878a67") >= 2 THEN CAST(sum("g"."m2_3aff57f5" + (CAST("g"."n_5a878a67" AS DOUBLE) * (("g"."mean_2d19faf5" - "g"."common_mean") * ("g"."mean_2d19faf5" - "g"."common_mean")))) AS DOUBLE) / NULLIF(CAST(sum("g"."n_5a878a67") - 1 AS DOUBLE), 0) END AS DOUBLE) END) / NULLIF(CAST(abs(max("g"."common_mean")) AS DOUBLE), 0) AS "_volatility_7939d01e"
  FROM "_volatility_7939d01e_centred" AS "g"
  GROUP BY "g"."feature_time"
),
"base" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_f43b27fb" AS "_avg_f43b27fb",
    "t1"."_avg_4ef81c42" AS "_avg_4ef81c42",
    "t1"."_sum_73d9a390" AS "_sum_73d9a390",
    "t1"."_sum_3baaa084" AS "_sum_3baaa084",
    "t1"."_sum_bf412b92" AS "_sum_bf412b92",
    "t1"."_sum_b6ed0c75" AS "_sum_b6ed0c75",
    "_slope_267b21b2"."_slope_267b21b2" AS "_slope_267b21b2",
    "_slope_7ba5d7f2"."_slope_7ba5d7f2" AS "_slope_7ba5d7f2",
    "_slope_e6ee7c15"."_slope_e6ee7c15" AS "_slope_e6ee7c15",
    "_volatility_c50b47d6"."_volatility_c50b47d6" AS "_volatility_c50b47d6",
    "_volatility_7939d01e"."_volatility_7939d01e" AS "_volatility_7939d01e"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_slope_267b21b2" ON "g"."feature_time" = "_slope_267b21b2"."feature_time"
  LEFT JOIN "_slope_7ba5d7f2" ON "g"."feature_time" = "_slope_7ba5d7f2"."feature_time"
  LEFT JOIN "_slope_e6ee7c15" ON "g"."feature_time" = "_slope_e6ee7c15"."feature_time"
  LEFT JOIN "_volatility_c50b47d6" ON "g"."feature_time" = "_volatility_c50b47d6"."feature_time"
  LEFT JOIN "_volatility_7939d01e" ON "g"."feature_time" = "_volatility_7939d01e"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f43b27fb" AS "_avg_f43b27fb",
    "b"."_avg_4ef81c42" AS "_avg_4ef81c42",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_sum_bf412b92" AS "_sum_bf412b92",
    "b"."_sum_b6ed0c75" AS "_sum_b6ed0c75",
    "b"."_slope_267b21b2" AS "_slope_267b21b2",
    "b"."_slope_7ba5d7f2" AS "_slope_7ba5d7f2",
    "b"."_slope_e6ee7c15" AS "_slope_e6ee7c15",
    "b"."_volatility_c50b47d6" AS "_volatility_c50b47d6",
    "b"."_volatility_7939d01e" AS "_volatility_7939d01e",
    "b"."_avg_f43b27fb" AS "avg_delivery_time_7d__v1",
    "b"."_avg_4ef81c42" AS "avg_delivery_time_7d__v2",
    (CAST("b"."_sum_73d9a390" AS DOUBLE) / NULLIF(CAST("b"."_sum_3baaa084" AS DOUBLE), 0)) * 2.352146e0 AS "avg_fuel_efficiency_30d",
    (CAST("b"."_sum_bf412b92" AS DOUBLE) / NULLIF(CAST("b"."_sum_b6ed0c75" AS DOUBLE), 0)) * 1.609344e0 AS "avg_cost_per_mile_90d",
    "b"."_slope_267b21b2" AS "delivery_time_trend_30d",
    "b"."_slope_7ba5d7f2" AS "fuel_efficiency_trend_90d",
    "b"."_slope_e6ee7c15" AS "cost_trend_90d",
    "b"."_volatility_c50b47d6" AS "delivery_time_volatility_30d",
    "b"."_volatility_7939d01e" AS "cost_volatility_90d"
  FROM "base" AS "b"
)
SELECT
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."avg_delivery_time_7d__v1" AS "avg_delivery_time_7d__v1",
  "r"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d__v2",
  "r"."avg_fuel_efficiency_30d" AS "avg_fuel_efficiency_30d",
  "r"."avg_cost_per_mile_90d" AS "avg_cost_per_mile_90d",
  "r"."delivery_time_trend_30d" AS "delivery_time_trend_30d",
  "r"."fuel_efficiency_trend_90d" AS "fuel_efficiency_trend_90d",
  "r"."cost_trend_90d" AS "cost_trend_90d",
  "r"."delivery_time_volatility_30d" AS "delivery_time_volatility_30d",
  "r"."cost_volatility_90d" AS "cost_volatility_90d",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."fleet_trends" (
  "feature_time",
  "feature_date",
  "avg_delivery_time_7d__v1",
  "avg_delivery_time_7d__v2",
  "avg_fuel_efficiency_30d",
  "avg_cost_per_mile_90d",
  "delivery_time_trend_30d",
  "fuel_efficiency_trend_90d",
  "cost_trend_90d",
  "delivery_time_volatility_30d",
  "cost_volatility_90d",
  "avg_delivery_time_7d",
  "computed_at"
) AS
SELECT
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."avg_delivery_time_7d__v1" AS "avg_delivery_time_7d__v1",
  "v"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d__v2",
  "v"."avg_fuel_efficiency_30d" AS "avg_fuel_efficiency_30d",
  "v"."avg_cost_per_mile_90d" AS "avg_cost_per_mile_90d",
  "v"."delivery_time_trend_30d" AS "delivery_time_trend_30d",
  "v"."fuel_efficiency_trend_90d" AS "fuel_efficiency_trend_90d",
  "v"."cost_trend_90d" AS "cost_trend_90d",
  "v"."delivery_time_volatility_30d" AS "delivery_time_volatility_30d",
  "v"."cost_volatility_90d" AS "cost_volatility_90d",
  "v"."avg_delivery_time_7d__v2" AS "avg_delivery_time_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."fleet_trends__gd95c8295" AS "v";

COMMENT ON VIEW "main"."fleet_trends" IS 'The company day by day: means, trends and unrest.
[feat logistics/main view.fleet_trends cc6733cd.197c9305.d95c8295]';

COMMENT ON COLUMN "main"."fleet_trends"."avg_delivery_time_7d__v1" IS 'Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not.';

COMMENT ON COLUMN "main"."fleet_trends"."avg_delivery_time_7d__v2" IS 'Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not.';

COMMENT ON COLUMN "main"."fleet_trends"."avg_fuel_efficiency_30d" IS 'Miles per gallon of the fleet over the last 30 days.';

COMMENT ON COLUMN "main"."fleet_trends"."avg_cost_per_mile_90d" IS 'What a mile cost over the last 90 days.';

COMMENT ON COLUMN "main"."fleet_trends"."delivery_time_trend_30d" IS 'How the hours of a delivery changed per day over the last 30 days.';

COMMENT ON COLUMN "main"."fleet_trends"."fuel_efficiency_trend_90d" IS 'How the miles per gallon of a delivery changed per day over the last 90 days.';

COMMENT ON COLUMN "main"."fleet_trends"."cost_trend_90d" IS 'How the cost of a mile changed per day over the last 90 days.';

COMMENT ON COLUMN "main"."fleet_trends"."delivery_time_volatility_30d" IS 'Spread of the hours of a delivery over the last 30 days, relative to their mean.';

COMMENT ON COLUMN "main"."fleet_trends"."cost_volatility_90d" IS 'Spread of the cost of a mile over the last 90 days, relative to its mean.';

COMMENT ON COLUMN "main"."fleet_trends"."avg_delivery_time_7d" IS 'Mean hours of a delivery over the last 7 days. Version 1 counts returned ones too, which take twice as long; version 2 does not.';
