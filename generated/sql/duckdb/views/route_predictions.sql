-- view.route_predictions
-- What is to be expected of a route: formulas over its other features.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."route_predictions__gd4bac678" (
  "route_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "delivery_time_prediction" DOUBLE,
  "fuel_consumption_prediction" DOUBLE,
  "maintenance_prediction" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."route_predictions__gd4bac678" IS '[feat logistics/main view.route_predictions feat_storage.route_predictions__gd4bac678]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."route_predictions__gd4bac678"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."route_predictions__gd4bac678" (
  "route_id",
  "feature_time",
  "feature_date",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."route_id" AS "route_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."route_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank"
  FROM "raw"."routes" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."route_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    max("e"."version_rank") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    lead("e"."enters") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."route_id" AS "route_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."route_id" AS "route_id",
    $from AS "alive_from"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  WHERE "t"."known_tile" < $to
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."sum_c23558f4" AS "sum_c23558f4"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."route_id", "b"."route_id") AS "route_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."sum_c23558f4_in", 0) + coalesce("b"."sum_c23558f4_in", 0) AS "sum_c23558f4_in",
    coalesce("a"."sum_c23558f4_known_in", 0) + coalesce("b"."sum_c23558f4_known_in", 0) AS "sum_c23558f4_known_in",
    coalesce("a"."sum_c23558f4_out", 0) + coalesce("b"."sum_c23558f4_out", 0) AS "sum_c23558f4_out",
    coalesce("a"."sum_c23558f4_known_out", 0) + coalesce("b"."sum_c23558f4_known_out", 0) AS "sum_c23558f4_known_out"
  FROM (
    SELECT
      "t"."route_id" AS "route_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
      CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
      coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
      CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out"
    FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."route_id" AS "route_id",
      "e"."feature_time" AS "feature_time",
      coalesce(sum("e"."sum_c23558f4_in"), 0) AS "sum_c23558f4_in",
      CAST(coalesce(sum("e"."sum_c23558f4_known_in"), 0) AS BIGINT) AS "sum_c23558f4_known_in",
      coalesce(sum("e"."sum_c23558f4_out"), 0) AS "sum_c23558f4_out",
      CAST(coalesce(sum("e"."sum_c23558f4_known_out"), 0) AS BIGINT) AS "sum_c23558f4_known_out"
    FROM (
      SELECT
        "t"."route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_c23558f4_in",
        CAST(NULL AS BIGINT) AS "sum_c23558f4_known_in",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."route_id" AS "route_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_c23558f4_out",
        CAST(NULL AS BIGINT) AS "sum_c23558f4_known_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."route_id", "e"."feature_time"
  ) AS "b" ON "a"."route_id" = "b"."route_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "route_id",
      "feature_time",
      "sum_c23558f4_in",
      "sum_c23558f4_known_in",
      "sum_c23558f4_out",
      "sum_c23558f4_known_out"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "route_id",
      $from - INTERVAL '30 days' AS "feature_time",
      0 AS "sum_c23558f4_in",
      0 AS "sum_c23558f4_known_in",
      0 AS "sum_c23558f4_out",
      0 AS "sum_c23558f4_known_out"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "route_id",
      "feature_time",
      "sum_c23558f4_in",
      "sum_c23558f4_known_in",
      "sum_c23558f4_out",
      "sum_c23558f4_known_out"
    FROM "_sparse"
    ORDER BY "route_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "route_id",
      "feature_time",
      sum("sum_c23558f4_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_in",
      sum("sum_c23558f4_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_known_in",
      sum("sum_c23558f4_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_out",
      sum("sum_c23558f4_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_known_out",
      lead("route_id", 1) OVER () AS "_next_route_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_next_route_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_known_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "route_id",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_base_sum_c23558f4_in",
      "_base_sum_c23558f4_known_in",
      "_base_sum_c23558f4_out",
      "_base_sum_c23558f4_known_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_route_id" = "route_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_base_sum_c23558f4_in",
      "_base_sum_c23558f4_known_in",
      "_base_sum_c23558f4_out",
      "_base_sum_c23558f4_known_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "route_id",
      "feature_time",
      lag("route_id", 1) OVER () AS "_before_route_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_c23558f4_known_in" - "_base_sum_c23558f4_known_in" AS "_sum_sum_c23558f4_known_in_unbounded_0",
      lag("_sum_sum_c23558f4_known_out", 30) OVER () - "_base_sum_c23558f4_known_out" AS "_sum_sum_c23558f4_known_out_unbounded_30",
      "_sum_sum_c23558f4_in" - "_base_sum_c23558f4_in" AS "_sum_sum_c23558f4_in_unbounded_0",
      lag("_sum_sum_c23558f4_out", 30) OVER () - "_base_sum_c23558f4_out" AS "_sum_sum_c23558f4_out_unbounded_30"
    FROM "_cells"
  )
  SELECT
    "c"."route_id" AS "route_id",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_c23558f4_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_c23558f4_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_c23558f4_in_unbounded_0", 0) - coalesce("c"."_sum_sum_c23558f4_out_unbounded_30", 0) END AS "sum_c23558f4_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."route_id" = "k"."route_id"
  WHERE CASE WHEN CASE WHEN "c"."route_id" = "c"."_before_route_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_later" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_c23558f4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_c23558f4_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."route_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."route_id" AS "route_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t1_frames"."sum_c23558f4_2592000" IS NULL THEN "t1_later"."sum_c23558f4_2592000" ELSE CASE WHEN "t1_later"."sum_c23558f4_2592000" IS NULL THEN "t1_frames"."sum_c23558f4_2592000" ELSE "t1_frames"."sum_c23558f4_2592000" + "t1_later"."sum_c23558f4_2592000" END END AS DECIMAL(38, 1)) AS "_sum_384fd884"
  FROM "t1_frames"
  LEFT JOIN "t1_later" ON "t1_frames"."route_id" = "t1_later"."route_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
),
"_as_of_82619509_entering" AS (
  SELECT
    "s"."route_id" AS "route_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."route_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."free_flow_hours" AS "_free_flow_hours"
  FROM "raw"."routes" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."route_id" IS NOT NULL
),
"_as_of_82619509_newest" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    max("e"."version_rank") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_82619509_entering" AS "e"
),
"_as_of_82619509_kept" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    lead("e"."enters") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_82619509_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_82619509" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    "e"."_free_flow_hours" AS "_free_flow_hours"
  FROM "_as_of_82619509_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."route_id" AS "route_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_82619509"."_free_flow_hours" AS "_attribute_f93f9b7c",
    "t1"."_sum_384fd884" AS "_sum_384fd884",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN 1e0
      ELSE "_route_operations"."traffic_delay_factor"
    END AS "_feature_8deabe44",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN ((0e0 * 0.6e0) + (0e0 * 0.25e0)) + (0e0 * 0.15e0)
      ELSE "_route_operations"."weather_impact_score"
    END AS "_feature_182e99e2",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(9, 1))
      ELSE "_route_operations"."route_distance_km"
    END AS "_feature_3296b563",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_route_operations"."fuel_efficiency_30d"
    END AS "_feature_6e423dcc",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_route_operations"."route_complexity_score"
    END AS "_feature_7442611c"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."route_id" = "t1"."route_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_82619509" ON "g"."route_id" = "_as_of_82619509"."route_id"
    AND "g"."feature_time" = "_as_of_82619509"."feature_time"
  LEFT JOIN (
    SELECT
      "s"."route_id" AS "route_id",
      "s"."feature_time" AS "feature_time",
      "s"."traffic_delay_factor" AS "traffic_delay_factor",
      "s"."weather_impact_score" AS "weather_impact_score",
      "s"."route_distance_km" AS "route_distance_km",
      "s"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
      "s"."route_complexity_score" AS "route_complexity_score"
    FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
    WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
      AND "s"."feature_time" < $to
  ) AS "_route_operations" ON "_route_operations"."route_id" = "g"."route_id"
    AND "_route_operations"."feature_time" = date_trunc('day', "g"."feature_time")
),
"level_1" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_sum_384fd884" AS "_sum_384fd884",
    "b"."_feature_8deabe44" AS "_feature_8deabe44",
    "b"."_feature_182e99e2" AS "_feature_182e99e2",
    "b"."_feature_3296b563" AS "_feature_3296b563",
    "b"."_feature_6e423dcc" AS "_feature_6e423dcc",
    "b"."_feature_7442611c" AS "_feature_7442611c",
    (CAST("b"."_attribute_f93f9b7c" AS DOUBLE) * "b"."_feature_8deabe44") * (("b"."_feature_182e99e2" * 0.25e0) + 1e0) AS "delivery_time_prediction",
    (CAST("b"."_feature_3296b563" AS DOUBLE) / NULLIF(CAST("b"."_feature_6e423dcc" AS DOUBLE), 0)) * (("b"."_feature_182e99e2" * 0.06e0) + 1e0) AS "fuel_consumption_prediction",
    (CAST(coalesce("b"."_sum_384fd884", 0) AS DOUBLE) / 19312.128e0) * (("b"."_feature_7442611c" * 0.5e0) + 1e0) AS "maintenance_prediction"
  FROM "base" AS "b"
)
SELECT
  "r"."route_id" AS "route_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."delivery_time_prediction" AS "delivery_time_prediction",
  "r"."fuel_consumption_prediction" AS "fuel_consumption_prediction",
  "r"."maintenance_prediction" AS "maintenance_prediction",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."route_predictions__gd4bac678"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."route_predictions__gd4bac678" (
  "route_id",
  "feature_time",
  "feature_date",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."route_id" AS "route_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."route_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank"
  FROM "raw"."routes" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."route_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    max("e"."version_rank") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    lead("e"."enters") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."route_id" AS "route_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
),
"t1_seen" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_c23558f4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_c23558f4_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."route_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."route_id" AS "route_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_c23558f4_2592000" AS DECIMAL(38, 1)) AS "_sum_384fd884"
  FROM "t1_seen"
),
"_as_of_82619509_entering" AS (
  SELECT
    "s"."route_id" AS "route_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."route_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."free_flow_hours" AS "_free_flow_hours"
  FROM "raw"."routes" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."route_id" IS NOT NULL
),
"_as_of_82619509_newest" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    max("e"."version_rank") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_82619509_entering" AS "e"
),
"_as_of_82619509_kept" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    lead("e"."enters") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_82619509_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_82619509" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    "e"."_free_flow_hours" AS "_free_flow_hours"
  FROM "_as_of_82619509_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."route_id" AS "route_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_82619509"."_free_flow_hours" AS "_attribute_f93f9b7c",
    "t1"."_sum_384fd884" AS "_sum_384fd884",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN 1e0
      ELSE "_route_operations"."traffic_delay_factor"
    END AS "_feature_8deabe44",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN ((0e0 * 0.6e0) + (0e0 * 0.25e0)) + (0e0 * 0.15e0)
      ELSE "_route_operations"."weather_impact_score"
    END AS "_feature_182e99e2",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(9, 1))
      ELSE "_route_operations"."route_distance_km"
    END AS "_feature_3296b563",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_route_operations"."fuel_efficiency_30d"
    END AS "_feature_6e423dcc",
    CASE
      WHEN "_route_operations"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_route_operations"."route_complexity_score"
    END AS "_feature_7442611c"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."route_id" = "t1"."route_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_82619509" ON "g"."route_id" = "_as_of_82619509"."route_id"
    AND "g"."feature_time" = "_as_of_82619509"."feature_time"
  LEFT JOIN (
    SELECT
      "s"."route_id" AS "route_id",
      "s"."feature_time" AS "feature_time",
      "s"."traffic_delay_factor" AS "traffic_delay_factor",
      "s"."weather_impact_score" AS "weather_impact_score",
      "s"."route_distance_km" AS "route_distance_km",
      "s"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
      "s"."route_complexity_score" AS "route_complexity_score"
    FROM "feat_storage"."route_operations__g4ee3cd4b" AS "s"
    WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
      AND "s"."feature_time" < $to
  ) AS "_route_operations" ON "_route_operations"."route_id" = "g"."route_id"
    AND "_route_operations"."feature_time" = date_trunc('day', "g"."feature_time")
),
"level_1" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_sum_384fd884" AS "_sum_384fd884",
    "b"."_feature_8deabe44" AS "_feature_8deabe44",
    "b"."_feature_182e99e2" AS "_feature_182e99e2",
    "b"."_feature_3296b563" AS "_feature_3296b563",
    "b"."_feature_6e423dcc" AS "_feature_6e423dcc",
    "b"."_feature_7442611c" AS "_feature_7442611c",
    (CAST("b"."_attribute_f93f9b7c" AS DOUBLE) * "b"."_feature_8deabe44") * (("b"."_feature_182e99e2" * 0.25e0) + 1e0) AS "delivery_time_prediction",
    (CAST("b"."_feature_3296b563" AS DOUBLE) / NULLIF(CAST("b"."_feature_6e423dcc" AS DOUBLE), 0)) * (("b"."_feature_182e99e2" * 0.06e0) + 1e0) AS "fuel_consumption_prediction",
    (CAST(coalesce("b"."_sum_384fd884", 0) AS DOUBLE) / 19312.128e0) * (("b"."_feature_7442611c" * 0.5e0) + 1e0) AS "maintenance_prediction"
  FROM "base" AS "b"
)
SELECT
  "r"."route_id" AS "route_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."delivery_time_prediction" AS "delivery_time_prediction",
  "r"."fuel_consumption_prediction" AS "fuel_consumption_prediction",
  "r"."maintenance_prediction" AS "maintenance_prediction",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."route_predictions" (
  "route_id",
  "feature_time",
  "feature_date",
  "delivery_time_prediction",
  "fuel_consumption_prediction",
  "maintenance_prediction",
  "computed_at"
) AS
SELECT
  "v"."route_id" AS "route_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."delivery_time_prediction" AS "delivery_time_prediction",
  "v"."fuel_consumption_prediction" AS "fuel_consumption_prediction",
  "v"."maintenance_prediction" AS "maintenance_prediction",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."route_predictions__gd4bac678" AS "v";

COMMENT ON VIEW "main"."route_predictions" IS 'What is to be expected of a route: formulas over its other features.
[feat logistics/main view.route_predictions e92a6252.89458ac1.d4bac678]';

COMMENT ON COLUMN "main"."route_predictions"."delivery_time_prediction" IS 'Hours that the next delivery will take: the empty road, times the delay of the last 30 days, up to a quarter more in bad weather.';

COMMENT ON COLUMN "main"."route_predictions"."fuel_consumption_prediction" IS 'Fuel that the next delivery will burn, up to 6 % more in bad weather; unknown without deliveries in the last 30 days.';

COMMENT ON COLUMN "main"."route_predictions"."maintenance_prediction" IS 'Services that another 30 days like the last will make due: one per 12,000 miles, up to half as many again on a hard route.';
