-- view.route_operations
-- What a route is like, how deliveries on it went, and the weather there.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."route_operations__g4ee3cd4b" (
  "route_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "route_distance_km" DECIMAL(9, 1),
  "route_complexity_score" DOUBLE,
  "traffic_delay_factor" DOUBLE,
  "temperature_impact" DOUBLE,
  "precipitation_impact" DOUBLE,
  "on_time_delivery_rate_30d" DOUBLE,
  "fuel_efficiency_30d" DOUBLE,
  "cost_per_delivery_30d" DOUBLE,
  "delivery_volume_7d" BIGINT,
  "delivery_volume_30d" BIGINT,
  "return_rate_30d" DOUBLE,
  "diversion_rate_30d" DOUBLE,
  "lost_deliveries_90d" BIGINT,
  "demand_change_30d" DOUBLE,
  "weather_impact_score" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."route_operations__g4ee3cd4b" IS '[feat logistics/main view.route_operations feat_storage.route_operations__g4ee3cd4b]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."route_operations__g4ee3cd4b"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."route_operations__g4ee3cd4b" (
  "route_id",
  "feature_time",
  "feature_date",
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
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
    "t"."sum_ebc6eeed" AS "sum_ebc6eeed",
    "t"."n_23d7b30f" AS "n_23d7b30f",
    "t"."n_0c21518a" AS "n_0c21518a",
    "t"."n_58900f58" AS "n_58900f58",
    "t"."sum_e6ee0418" AS "sum_e6ee0418",
    "t"."sum_4a729a66" AS "sum_4a729a66",
    "t"."sum_ef8ddd22" AS "sum_ef8ddd22",
    "t"."n_bc913b82" AS "n_bc913b82",
    "t"."n_63f4bf09" AS "n_63f4bf09",
    "t"."n_237b4907" AS "n_237b4907",
    "t"."n_a719c6ea" AS "n_a719c6ea"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."route_id", "b"."route_id") AS "route_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09", 0) + coalesce("b"."n_63f4bf09", 0) AS "n_63f4bf09",
    coalesce("a"."n_23d7b30f_in", 0) + coalesce("b"."n_23d7b30f_in", 0) AS "n_23d7b30f_in",
    coalesce("a"."n_23d7b30f_out", 0) + coalesce("b"."n_23d7b30f_out", 0) AS "n_23d7b30f_out",
    coalesce("a"."n_0c21518a_in", 0) + coalesce("b"."n_0c21518a_in", 0) AS "n_0c21518a_in",
    coalesce("a"."n_0c21518a_out", 0) + coalesce("b"."n_0c21518a_out", 0) AS "n_0c21518a_out",
    coalesce("a"."n_58900f58_in", 0) + coalesce("b"."n_58900f58_in", 0) AS "n_58900f58_in",
    coalesce("a"."n_58900f58_out", 0) + coalesce("b"."n_58900f58_out", 0) AS "n_58900f58_out",
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
    coalesce("a"."n_bc913b82_in", 0) + coalesce("b"."n_bc913b82_in", 0) AS "n_bc913b82_in",
    coalesce("a"."n_bc913b82_out", 0) + coalesce("b"."n_bc913b82_out", 0) AS "n_bc913b82_out",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out",
    coalesce("a"."n_237b4907_in", 0) + coalesce("b"."n_237b4907_in", 0) AS "n_237b4907_in",
    coalesce("a"."n_237b4907_out", 0) + coalesce("b"."n_237b4907_out", 0) AS "n_237b4907_out",
    coalesce("a"."n_a719c6ea_in", 0) + coalesce("b"."n_a719c6ea_in", 0) AS "n_a719c6ea_in",
    coalesce("a"."n_a719c6ea_out", 0) + coalesce("b"."n_a719c6ea_out", 0) AS "n_a719c6ea_out",
    CASE
      WHEN "a"."sum_ebc6eeed" IS NULL THEN "b"."sum_ebc6eeed"
      ELSE CASE WHEN "b"."sum_ebc6eeed" IS NULL THEN "a"."sum_ebc6eeed" ELSE "a"."sum_ebc6eeed" + "b"."sum_ebc6eeed" END
    END AS "sum_ebc6eeed"
  FROM (
    SELECT
      "t"."route_id" AS "route_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09",
      coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_in",
      coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_out",
      coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_in",
      coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_out",
      coalesce("t"."n_58900f58", 0) AS "n_58900f58_in",
      coalesce("t"."n_58900f58", 0) AS "n_58900f58_out",
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
      coalesce("t"."n_bc913b82", 0) AS "n_bc913b82_in",
      coalesce("t"."n_bc913b82", 0) AS "n_bc913b82_out",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
      coalesce("t"."n_237b4907", 0) AS "n_237b4907_in",
      coalesce("t"."n_237b4907", 0) AS "n_237b4907_out",
      coalesce("t"."n_a719c6ea", 0) AS "n_a719c6ea_in",
      coalesce("t"."n_a719c6ea", 0) AS "n_a719c6ea_out",
      "t"."sum_ebc6eeed" AS "sum_ebc6eeed"
    FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."route_id" AS "route_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_63f4bf09"), 0) AS BIGINT) AS "n_63f4bf09",
      CAST(coalesce(sum("e"."n_23d7b30f_in"), 0) AS BIGINT) AS "n_23d7b30f_in",
      CAST(coalesce(sum("e"."n_23d7b30f_out"), 0) AS BIGINT) AS "n_23d7b30f_out",
      CAST(coalesce(sum("e"."n_0c21518a_in"), 0) AS BIGINT) AS "n_0c21518a_in",
      CAST(coalesce(sum("e"."n_0c21518a_out"), 0) AS BIGINT) AS "n_0c21518a_out",
      CAST(coalesce(sum("e"."n_58900f58_in"), 0) AS BIGINT) AS "n_58900f58_in",
      CAST(coalesce(sum("e"."n_58900f58_out"), 0) AS BIGINT) AS "n_58900f58_out",
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
      CAST(coalesce(sum("e"."n_bc913b82_in"), 0) AS BIGINT) AS "n_bc913b82_in",
      CAST(coalesce(sum("e"."n_bc913b82_out"), 0) AS BIGINT) AS "n_bc913b82_out",
      CAST(coalesce(sum("e"."n_63f4bf09_in"), 0) AS BIGINT) AS "n_63f4bf09_in",
      CAST(coalesce(sum("e"."n_63f4bf09_out"), 0) AS BIGINT) AS "n_63f4bf09_out",
      CAST(coalesce(sum("e"."n_237b4907_in"), 0) AS BIGINT) AS "n_237b4907_in",
      CAST(coalesce(sum("e"."n_237b4907_out"), 0) AS BIGINT) AS "n_237b4907_out",
      CAST(coalesce(sum("e"."n_a719c6ea_in"), 0) AS BIGINT) AS "n_a719c6ea_in",
      CAST(coalesce(sum("e"."n_a719c6ea_out"), 0) AS BIGINT) AS "n_a719c6ea_out",
      sum("e"."sum_ebc6eeed") AS "sum_ebc6eeed"
    FROM (
      SELECT
        "t"."route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_in",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_out",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_in",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_out",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_in",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_out",
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
        coalesce("t"."n_bc913b82", 0) AS "n_bc913b82_in",
        coalesce("t"."n_bc913b82", 0) AS "n_bc913b82_out",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        coalesce("t"."n_237b4907", 0) AS "n_237b4907_in",
        coalesce("t"."n_237b4907", 0) AS "n_237b4907_out",
        coalesce("t"."n_a719c6ea", 0) AS "n_a719c6ea_in",
        coalesce("t"."n_a719c6ea", 0) AS "n_a719c6ea_out",
        "t"."sum_ebc6eeed" AS "sum_ebc6eeed"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09",
        CAST(NULL AS BIGINT) AS "n_23d7b30f_in",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_out",
        CAST(NULL AS BIGINT) AS "n_0c21518a_in",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_out",
        CAST(NULL AS BIGINT) AS "n_58900f58_in",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_out",
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
        CAST(NULL AS BIGINT) AS "n_bc913b82_in",
        coalesce("t"."n_bc913b82", 0) AS "n_bc913b82_out",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        CAST(NULL AS BIGINT) AS "n_237b4907_in",
        coalesce("t"."n_237b4907", 0) AS "n_237b4907_out",
        CAST(NULL AS BIGINT) AS "n_a719c6ea_in",
        coalesce("t"."n_a719c6ea", 0) AS "n_a719c6ea_out",
        CAST(NULL AS DOUBLE) AS "sum_ebc6eeed"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."route_id" AS "route_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09",
        coalesce("t"."n_23d7b30f", 0) AS "n_23d7b30f_in",
        CAST(NULL AS BIGINT) AS "n_23d7b30f_out",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_in",
        CAST(NULL AS BIGINT) AS "n_0c21518a_out",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_in",
        CAST(NULL AS BIGINT) AS "n_58900f58_out",
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
        coalesce("t"."n_bc913b82", 0) AS "n_bc913b82_in",
        CAST(NULL AS BIGINT) AS "n_bc913b82_out",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        coalesce("t"."n_237b4907", 0) AS "n_237b4907_in",
        CAST(NULL AS BIGINT) AS "n_237b4907_out",
        coalesce("t"."n_a719c6ea", 0) AS "n_a719c6ea_in",
        CAST(NULL AS BIGINT) AS "n_a719c6ea_out",
        CAST(NULL AS DOUBLE) AS "sum_ebc6eeed"
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
      "n_63f4bf09",
      "n_23d7b30f_in",
      "n_23d7b30f_out",
      "n_0c21518a_in",
      "n_0c21518a_out",
      "n_58900f58_in",
      "n_58900f58_out",
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
      "n_bc913b82_in",
      "n_bc913b82_out",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "n_237b4907_in",
      "n_237b4907_out",
      "n_a719c6ea_in",
      "n_a719c6ea_out",
      "sum_ebc6eeed"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "route_id",
      $from - INTERVAL '60 days' AS "feature_time",
      0 AS "n_63f4bf09",
      0 AS "n_23d7b30f_in",
      0 AS "n_23d7b30f_out",
      0 AS "n_0c21518a_in",
      0 AS "n_0c21518a_out",
      0 AS "n_58900f58_in",
      0 AS "n_58900f58_out",
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
      0 AS "n_bc913b82_in",
      0 AS "n_bc913b82_out",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out",
      0 AS "n_237b4907_in",
      0 AS "n_237b4907_out",
      0 AS "n_a719c6ea_in",
      0 AS "n_a719c6ea_out",
      NULL AS "sum_ebc6eeed"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "route_id",
      "feature_time",
      "n_63f4bf09",
      "n_23d7b30f_in",
      "n_23d7b30f_out",
      "n_0c21518a_in",
      "n_0c21518a_out",
      "n_58900f58_in",
      "n_58900f58_out",
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
      "n_bc913b82_in",
      "n_bc913b82_out",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "n_237b4907_in",
      "n_237b4907_out",
      "n_a719c6ea_in",
      "n_a719c6ea_out",
      "sum_ebc6eeed"
    FROM "_sparse"
    ORDER BY "route_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "route_id",
      "feature_time",
      "sum_ebc6eeed",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      sum("n_23d7b30f_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_23d7b30f_in",
      sum("n_23d7b30f_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_23d7b30f_out",
      sum("n_0c21518a_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_0c21518a_in",
      sum("n_0c21518a_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_0c21518a_out",
      sum("n_58900f58_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_58900f58_in",
      sum("n_58900f58_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_58900f58_out",
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
      sum("n_bc913b82_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_bc913b82_in",
      sum("n_bc913b82_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_bc913b82_out",
      sum("n_63f4bf09_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_in",
      sum("n_63f4bf09_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_out",
      sum("n_237b4907_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_237b4907_in",
      sum("n_237b4907_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_237b4907_out",
      sum("n_a719c6ea_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_a719c6ea_in",
      sum("n_a719c6ea_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_a719c6ea_out",
      lead("route_id", 1) OVER () AS "_next_route_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "route_id",
      "feature_time",
      "sum_ebc6eeed",
      "_sum_n_63f4bf09",
      "_sum_n_23d7b30f_in",
      "_sum_n_23d7b30f_out",
      "_sum_n_0c21518a_in",
      "_sum_n_0c21518a_out",
      "_sum_n_58900f58_in",
      "_sum_n_58900f58_out",
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
      "_sum_n_bc913b82_in",
      "_sum_n_bc913b82_out",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_n_237b4907_in",
      "_sum_n_237b4907_out",
      "_sum_n_a719c6ea_in",
      "_sum_n_a719c6ea_out",
      "_next_route_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_23d7b30f_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_23d7b30f_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_23d7b30f_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_23d7b30f_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_0c21518a_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_0c21518a_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_0c21518a_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_0c21518a_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_58900f58_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_58900f58_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_58900f58_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_58900f58_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_e6ee0418_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_e6ee0418_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_e6ee0418_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_e6ee0418_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_4a729a66_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_4a729a66_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_4a729a66_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_4a729a66_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_ef8ddd22_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_ef8ddd22_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_ef8ddd22_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_ef8ddd22_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_bc913b82_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_bc913b82_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_bc913b82_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_bc913b82_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_237b4907_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_237b4907_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_237b4907_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_237b4907_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_a719c6ea_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_a719c6ea_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_a719c6ea_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_a719c6ea_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "route_id",
      "sum_ebc6eeed",
      "_sum_n_63f4bf09",
      "_sum_n_23d7b30f_in",
      "_sum_n_23d7b30f_out",
      "_sum_n_0c21518a_in",
      "_sum_n_0c21518a_out",
      "_sum_n_58900f58_in",
      "_sum_n_58900f58_out",
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
      "_sum_n_bc913b82_in",
      "_sum_n_bc913b82_out",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_n_237b4907_in",
      "_sum_n_237b4907_out",
      "_sum_n_a719c6ea_in",
      "_sum_n_a719c6ea_out",
      "_base_n_23d7b30f_in",
      "_base_n_23d7b30f_out",
      "_base_n_0c21518a_in",
      "_base_n_0c21518a_out",
      "_base_n_58900f58_in",
      "_base_n_58900f58_out",
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
      "_base_n_bc913b82_in",
      "_base_n_bc913b82_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_n_237b4907_in",
      "_base_n_237b4907_out",
      "_base_n_a719c6ea_in",
      "_base_n_a719c6ea_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_route_id" = "route_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_n_63f4bf09",
      "_sum_n_23d7b30f_in",
      "_sum_n_23d7b30f_out",
      "_sum_n_0c21518a_in",
      "_sum_n_0c21518a_out",
      "_sum_n_58900f58_in",
      "_sum_n_58900f58_out",
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
      "_sum_n_bc913b82_in",
      "_sum_n_bc913b82_out",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_n_237b4907_in",
      "_sum_n_237b4907_out",
      "_sum_n_a719c6ea_in",
      "_sum_n_a719c6ea_out",
      "_base_n_23d7b30f_in",
      "_base_n_23d7b30f_out",
      "_base_n_0c21518a_in",
      "_base_n_0c21518a_out",
      "_base_n_58900f58_in",
      "_base_n_58900f58_out",
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
      "_base_n_bc913b82_in",
      "_base_n_bc913b82_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_n_237b4907_in",
      "_base_n_237b4907_out",
      "_base_n_a719c6ea_in",
      "_base_n_a719c6ea_out",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_ebc6eeed" END AS "_1_sum_ebc6eeed"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "route_id",
      "feature_time",
      lag("route_id", 1) OVER () AS "_before_route_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_23d7b30f_in" - "_base_n_23d7b30f_in" AS "_sum_n_23d7b30f_in_unbounded_0",
      lag("_sum_n_23d7b30f_out", 30) OVER () - "_base_n_23d7b30f_out" AS "_sum_n_23d7b30f_out_unbounded_30",
      "_sum_n_0c21518a_in" - "_base_n_0c21518a_in" AS "_sum_n_0c21518a_in_unbounded_0",
      lag("_sum_n_0c21518a_out", 30) OVER () - "_base_n_0c21518a_out" AS "_sum_n_0c21518a_out_unbounded_30",
      "_sum_n_58900f58_in" - "_base_n_58900f58_in" AS "_sum_n_58900f58_in_unbounded_0",
      lag("_sum_n_58900f58_out", 30) OVER () - "_base_n_58900f58_out" AS "_sum_n_58900f58_out_unbounded_30",
      "_sum_sum_e6ee0418_known_in" - "_base_sum_e6ee0418_known_in" AS "_sum_sum_e6ee0418_known_in_unbounded_0",
      lag("_sum_sum_e6ee0418_known_out", 30) OVER () - "_base_sum_e6ee0418_known_out" AS "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in" - "_base_sum_e6ee0418_in" AS "_sum_sum_e6ee0418_in_unbounded_0",
      lag("_sum_sum_e6ee0418_out", 30) OVER () - "_base_sum_e6ee0418_out" AS "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in" - "_base_sum_4a729a66_known_in" AS "_sum_sum_4a729a66_known_in_unbounded_0",
      lag("_sum_sum_4a729a66_known_out", 30) OVER () - "_base_sum_4a729a66_known_out" AS "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in" - "_base_sum_4a729a66_in" AS "_sum_sum_4a729a66_in_unbounded_0",
      lag("_sum_sum_4a729a66_out", 30) OVER () - "_base_sum_4a729a66_out" AS "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in" - "_base_sum_ef8ddd22_known_in" AS "_sum_sum_ef8ddd22_known_in_unbounded_0",
      lag("_sum_sum_ef8ddd22_known_out", 30) OVER () - "_base_sum_ef8ddd22_known_out" AS "_sum_sum_ef8ddd22_known_out_unbounded_30",
      "_sum_sum_ef8ddd22_in" - "_base_sum_ef8ddd22_in" AS "_sum_sum_ef8ddd22_in_unbounded_0",
      lag("_sum_sum_ef8ddd22_out", 30) OVER () - "_base_sum_ef8ddd22_out" AS "_sum_sum_ef8ddd22_out_unbounded_30",
      "_sum_n_bc913b82_in" - "_base_n_bc913b82_in" AS "_sum_n_bc913b82_in_unbounded_0",
      lag("_sum_n_bc913b82_out", 30) OVER () - "_base_n_bc913b82_out" AS "_sum_n_bc913b82_out_unbounded_30",
      "_sum_n_63f4bf09_in" - "_base_n_63f4bf09_in" AS "_sum_n_63f4bf09_in_unbounded_0",
      lag("_sum_n_63f4bf09_out", 7) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_7",
      lag("_sum_n_63f4bf09_out", 30) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_30",
      "_sum_n_237b4907_in" - "_base_n_237b4907_in" AS "_sum_n_237b4907_in_unbounded_0",
      lag("_sum_n_237b4907_out", 30) OVER () - "_base_n_237b4907_out" AS "_sum_n_237b4907_out_unbounded_30",
      "_sum_n_a719c6ea_in" - "_base_n_a719c6ea_in" AS "_sum_n_a719c6ea_in_unbounded_0",
      lag("_sum_n_a719c6ea_out", 30) OVER () - "_base_n_a719c6ea_out" AS "_sum_n_a719c6ea_out_unbounded_30",
      lag("_sum_n_63f4bf09", 30) OVER () - lag("_sum_n_63f4bf09", 60) OVER () AS "_sum_n_63f4bf09_59_30",
      coalesce("_1_sum_ebc6eeed" + lag("_1_sum_ebc6eeed", 1) OVER (), "_1_sum_ebc6eeed", lag("_1_sum_ebc6eeed", 1) OVER ()) AS "_2_sum_ebc6eeed"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "route_id",
      "feature_time",
      "_before_route_id",
      "_before_feature_time",
      "_sum_n_23d7b30f_in_unbounded_0",
      "_sum_n_23d7b30f_out_unbounded_30",
      "_sum_n_0c21518a_in_unbounded_0",
      "_sum_n_0c21518a_out_unbounded_30",
      "_sum_n_58900f58_in_unbounded_0",
      "_sum_n_58900f58_out_unbounded_30",
      "_sum_sum_e6ee0418_known_in_unbounded_0",
      "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in_unbounded_0",
      "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in_unbounded_0",
      "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in_unbounded_0",
      "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in_unbounded_0",
      "_sum_sum_ef8ddd22_known_out_unbounded_30",
      "_sum_sum_ef8ddd22_in_unbounded_0",
      "_sum_sum_ef8ddd22_out_unbounded_30",
      "_sum_n_bc913b82_in_unbounded_0",
      "_sum_n_bc913b82_out_unbounded_30",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_n_63f4bf09_out_unbounded_30",
      "_sum_n_237b4907_in_unbounded_0",
      "_sum_n_237b4907_out_unbounded_30",
      "_sum_n_a719c6ea_in_unbounded_0",
      "_sum_n_a719c6ea_out_unbounded_30",
      "_sum_n_63f4bf09_59_30",
      "_2_sum_ebc6eeed" AS "_sum_sum_ebc6eeed_29_0",
      coalesce("_2_sum_ebc6eeed" + lag("_2_sum_ebc6eeed", 2) OVER (), "_2_sum_ebc6eeed", lag("_2_sum_ebc6eeed", 2) OVER ()) AS "_4_sum_ebc6eeed"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "route_id",
      "feature_time",
      "_before_route_id",
      "_before_feature_time",
      "_sum_n_23d7b30f_in_unbounded_0",
      "_sum_n_23d7b30f_out_unbounded_30",
      "_sum_n_0c21518a_in_unbounded_0",
      "_sum_n_0c21518a_out_unbounded_30",
      "_sum_n_58900f58_in_unbounded_0",
      "_sum_n_58900f58_out_unbounded_30",
      "_sum_sum_e6ee0418_known_in_unbounded_0",
      "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in_unbounded_0",
      "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in_unbounded_0",
      "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in_unbounded_0",
      "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in_unbounded_0",
      "_sum_sum_ef8ddd22_known_out_unbounded_30",
      "_sum_sum_ef8ddd22_in_unbounded_0",
      "_sum_sum_ef8ddd22_out_unbounded_30",
      "_sum_n_bc913b82_in_unbounded_0",
      "_sum_n_bc913b82_out_unbounded_30",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_n_63f4bf09_out_unbounded_30",
      "_sum_n_237b4907_in_unbounded_0",
      "_sum_n_237b4907_out_unbounded_30",
      "_sum_n_a719c6ea_in_unbounded_0",
      "_sum_n_a719c6ea_out_unbounded_30",
      "_sum_n_63f4bf09_59_30",
      coalesce("_sum_sum_ebc6eeed_29_0" + lag("_4_sum_ebc6eeed", 2) OVER (), "_sum_sum_ebc6eeed_29_0", lag("_4_sum_ebc6eeed", 2) OVER ()) AS "_sum_sum_ebc6eeed_29_0",
      coalesce("_4_sum_ebc6eeed" + lag("_4_sum_ebc6eeed", 4) OVER (), "_4_sum_ebc6eeed", lag("_4_sum_ebc6eeed", 4) OVER ()) AS "_8_sum_ebc6eeed"
    FROM "_from_2"
  ),
  "_from_8" AS (
    SELECT
      "route_id",
      "feature_time",
      "_before_route_id",
      "_before_feature_time",
      "_sum_n_23d7b30f_in_unbounded_0",
      "_sum_n_23d7b30f_out_unbounded_30",
      "_sum_n_0c21518a_in_unbounded_0",
      "_sum_n_0c21518a_out_unbounded_30",
      "_sum_n_58900f58_in_unbounded_0",
      "_sum_n_58900f58_out_unbounded_30",
      "_sum_sum_e6ee0418_known_in_unbounded_0",
      "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in_unbounded_0",
      "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in_unbounded_0",
      "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in_unbounded_0",
      "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in_unbounded_0",
      "_sum_sum_ef8ddd22_known_out_unbounded_30",
      "_sum_sum_ef8ddd22_in_unbounded_0",
      "_sum_sum_ef8ddd22_out_unbounded_30",
      "_sum_n_bc913b82_in_unbounded_0",
      "_sum_n_bc913b82_out_unbounded_30",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_n_63f4bf09_out_unbounded_30",
      "_sum_n_237b4907_in_unbounded_0",
      "_sum_n_237b4907_out_unbounded_30",
      "_sum_n_a719c6ea_in_unbounded_0",
      "_sum_n_a719c6ea_out_unbounded_30",
      "_sum_n_63f4bf09_59_30",
      coalesce("_sum_sum_ebc6eeed_29_0" + lag("_8_sum_ebc6eeed", 6) OVER (), "_sum_sum_ebc6eeed_29_0", lag("_8_sum_ebc6eeed", 6) OVER ()) AS "_sum_sum_ebc6eeed_29_0",
      coalesce("_8_sum_ebc6eeed" + lag("_8_sum_ebc6eeed", 8) OVER (), "_8_sum_ebc6eeed", lag("_8_sum_ebc6eeed", 8) OVER ()) AS "_16_sum_ebc6eeed"
    FROM "_from_4"
  ),
  "_from_16" AS (
    SELECT
      "route_id",
      "feature_time",
      "_before_route_id",
      "_before_feature_time",
      "_sum_n_23d7b30f_in_unbounded_0",
      "_sum_n_23d7b30f_out_unbounded_30",
      "_sum_n_0c21518a_in_unbounded_0",
      "_sum_n_0c21518a_out_unbounded_30",
      "_sum_n_58900f58_in_unbounded_0",
      "_sum_n_58900f58_out_unbounded_30",
      "_sum_sum_e6ee0418_known_in_unbounded_0",
      "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in_unbounded_0",
      "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in_unbounded_0",
      "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in_unbounded_0",
      "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in_unbounded_0",
      "_sum_sum_ef8ddd22_known_out_unbounded_30",
      "_sum_sum_ef8ddd22_in_unbounded_0",
      "_sum_sum_ef8ddd22_out_unbounded_30",
      "_sum_n_bc913b82_in_unbounded_0",
      "_sum_n_bc913b82_out_unbounded_30",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      "_sum_n_63f4bf09_out_unbounded_30",
      "_sum_n_237b4907_in_unbounded_0",
      "_sum_n_237b4907_out_unbounded_30",
      "_sum_n_a719c6ea_in_unbounded_0",
      "_sum_n_a719c6ea_out_unbounded_30",
      "_sum_n_63f4bf09_59_30",
      coalesce("_sum_sum_ebc6eeed_29_0" + lag("_16_sum_ebc6eeed", 14) OVER (), "_sum_sum_ebc6eeed_29_0", lag("_16_sum_ebc6eeed", 14) OVER ()) AS "_sum_sum_ebc6eeed_29_0"
    FROM "_from_8"
  )
  SELECT
    "c"."route_id" AS "route_id",
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_ebc6eeed_29_0" AS "sum_ebc6eeed_2592000",
    coalesce("c"."_sum_n_23d7b30f_in_unbounded_0", 0) - coalesce("c"."_sum_n_23d7b30f_out_unbounded_30", 0) AS "n_23d7b30f_2592000",
    coalesce("c"."_sum_n_0c21518a_in_unbounded_0", 0) - coalesce("c"."_sum_n_0c21518a_out_unbounded_30", 0) AS "n_0c21518a_2592000",
    coalesce("c"."_sum_n_58900f58_in_unbounded_0", 0) - coalesce("c"."_sum_n_58900f58_out_unbounded_30", 0) AS "n_58900f58_2592000",
    CASE WHEN coalesce("c"."_sum_sum_e6ee0418_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e6ee0418_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_e6ee0418_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e6ee0418_out_unbounded_30", 0) END AS "sum_e6ee0418_2592000",
    CASE WHEN coalesce("c"."_sum_sum_4a729a66_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_4a729a66_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_4a729a66_in_unbounded_0", 0) - coalesce("c"."_sum_sum_4a729a66_out_unbounded_30", 0) END AS "sum_4a729a66_2592000",
    CASE WHEN coalesce("c"."_sum_sum_ef8ddd22_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_ef8ddd22_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_ef8ddd22_in_unbounded_0", 0) - coalesce("c"."_sum_sum_ef8ddd22_out_unbounded_30", 0) END AS "sum_ef8ddd22_2592000",
    coalesce("c"."_sum_n_bc913b82_in_unbounded_0", 0) - coalesce("c"."_sum_n_bc913b82_out_unbounded_30", 0) AS "n_bc913b82_2592000",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_7", 0) AS "n_63f4bf09_604800",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_30", 0) AS "n_63f4bf09_2592000",
    coalesce("c"."_sum_n_237b4907_in_unbounded_0", 0) - coalesce("c"."_sum_n_237b4907_out_unbounded_30", 0) AS "n_237b4907_2592000",
    coalesce("c"."_sum_n_a719c6ea_in_unbounded_0", 0) - coalesce("c"."_sum_n_a719c6ea_out_unbounded_30", 0) AS "n_a719c6ea_2592000",
    coalesce("c"."_sum_n_63f4bf09_59_30", 0) AS "n_63f4bf09_2592000_2592000"
  FROM "_from_16" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."route_id" = "k"."route_id"
  WHERE CASE WHEN CASE WHEN "c"."route_id" = "c"."_before_route_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '60 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_late" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_ebc6eeed") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_ebc6eeed_2592000",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '31 days' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days') AS "n_63f4bf09_2592000_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile"
  GROUP BY "t"."route_id", "p"."feature_time"
),
"t1_later" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_23d7b30f") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_23d7b30f_2592000",
    sum("t"."n_0c21518a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_0c21518a_2592000",
    sum("t"."n_58900f58") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_58900f58_2592000",
    sum("t"."sum_e6ee0418") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_e6ee0418_2592000",
    sum("t"."sum_4a729a66") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_4a729a66_2592000",
    sum("t"."sum_ef8ddd22") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_ef8ddd22_2592000",
    sum("t"."n_bc913b82") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_bc913b82_2592000",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_63f4bf09_2592000",
    sum("t"."n_237b4907") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_237b4907_2592000",
    sum("t"."n_a719c6ea") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_a719c6ea_2592000"
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
    CAST(CASE WHEN "t1_frames"."sum_ebc6eeed_2592000" IS NULL THEN "t1_late"."sum_ebc6eeed_2592000" ELSE CASE WHEN "t1_late"."sum_ebc6eeed_2592000" IS NULL THEN "t1_frames"."sum_ebc6eeed_2592000" ELSE "t1_frames"."sum_ebc6eeed_2592000" + "t1_late"."sum_ebc6eeed_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_23d7b30f_2592000" IS NULL THEN "t1_later"."n_23d7b30f_2592000" ELSE CASE WHEN "t1_later"."n_23d7b30f_2592000" IS NULL THEN "t1_frames"."n_23d7b30f_2592000" ELSE "t1_frames"."n_23d7b30f_2592000" + "t1_later"."n_23d7b30f_2592000" END END AS DOUBLE), 0) AS "_avg_f8522e76",
    CAST(CASE WHEN "t1_frames"."n_0c21518a_2592000" IS NULL THEN "t1_later"."n_0c21518a_2592000" ELSE CASE WHEN "t1_later"."n_0c21518a_2592000" IS NULL THEN "t1_frames"."n_0c21518a_2592000" ELSE "t1_frames"."n_0c21518a_2592000" + "t1_later"."n_0c21518a_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_58900f58_2592000" IS NULL THEN "t1_later"."n_58900f58_2592000" ELSE CASE WHEN "t1_later"."n_58900f58_2592000" IS NULL THEN "t1_frames"."n_58900f58_2592000" ELSE "t1_frames"."n_58900f58_2592000" + "t1_later"."n_58900f58_2592000" END END AS DOUBLE), 0) AS "_rate_ccca774c",
    CAST(CASE WHEN "t1_frames"."sum_e6ee0418_2592000" IS NULL THEN "t1_later"."sum_e6ee0418_2592000" ELSE CASE WHEN "t1_later"."sum_e6ee0418_2592000" IS NULL THEN "t1_frames"."sum_e6ee0418_2592000" ELSE "t1_frames"."sum_e6ee0418_2592000" + "t1_later"."sum_e6ee0418_2592000" END END AS DECIMAL(38, 1)) AS "_sum_73d9a390",
    CAST(CASE WHEN "t1_frames"."sum_4a729a66_2592000" IS NULL THEN "t1_later"."sum_4a729a66_2592000" ELSE CASE WHEN "t1_later"."sum_4a729a66_2592000" IS NULL THEN "t1_frames"."sum_4a729a66_2592000" ELSE "t1_frames"."sum_4a729a66_2592000" + "t1_later"."sum_4a729a66_2592000" END END AS DECIMAL(38, 2)) AS "_sum_3baaa084",
    CAST(CASE WHEN "t1_frames"."sum_ef8ddd22_2592000" IS NULL THEN "t1_later"."sum_ef8ddd22_2592000" ELSE CASE WHEN "t1_later"."sum_ef8ddd22_2592000" IS NULL THEN "t1_frames"."sum_ef8ddd22_2592000" ELSE "t1_frames"."sum_ef8ddd22_2592000" + "t1_later"."sum_ef8ddd22_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_bc913b82_2592000" IS NULL THEN "t1_later"."n_bc913b82_2592000" ELSE CASE WHEN "t1_later"."n_bc913b82_2592000" IS NULL THEN "t1_frames"."n_bc913b82_2592000" ELSE "t1_frames"."n_bc913b82_2592000" + "t1_later"."n_bc913b82_2592000" END END AS DOUBLE), 0) AS "_avg_100a68e6",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_604800" IS NULL THEN "t1_later"."n_63f4bf09_604800" ELSE CASE WHEN "t1_later"."n_63f4bf09_604800" IS NULL THEN "t1_frames"."n_63f4bf09_604800" ELSE "t1_frames"."n_63f4bf09_604800" + "t1_later"."n_63f4bf09_604800" END END, 0) AS "_count_3cbe69b8",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_2592000" IS NULL THEN "t1_later"."n_63f4bf09_2592000" ELSE CASE WHEN "t1_later"."n_63f4bf09_2592000" IS NULL THEN "t1_frames"."n_63f4bf09_2592000" ELSE "t1_frames"."n_63f4bf09_2592000" + "t1_later"."n_63f4bf09_2592000" END END, 0) AS "_count_36943be4",
    CAST(CASE WHEN "t1_frames"."n_237b4907_2592000" IS NULL THEN "t1_later"."n_237b4907_2592000" ELSE CASE WHEN "t1_later"."n_237b4907_2592000" IS NULL THEN "t1_frames"."n_237b4907_2592000" ELSE "t1_frames"."n_237b4907_2592000" + "t1_later"."n_237b4907_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_a719c6ea_2592000" IS NULL THEN "t1_later"."n_a719c6ea_2592000" ELSE CASE WHEN "t1_later"."n_a719c6ea_2592000" IS NULL THEN "t1_frames"."n_a719c6ea_2592000" ELSE "t1_frames"."n_a719c6ea_2592000" + "t1_later"."n_a719c6ea_2592000" END END AS DOUBLE), 0) AS "_rate_7df90fc0",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_2592000_2592000" IS NULL THEN "t1_late"."n_63f4bf09_2592000_2592000" ELSE CASE WHEN "t1_late"."n_63f4bf09_2592000_2592000" IS NULL THEN "t1_frames"."n_63f4bf09_2592000_2592000" ELSE "t1_frames"."n_63f4bf09_2592000_2592000" + "t1_late"."n_63f4bf09_2592000_2592000" END END, 0) AS "_count_b38f1d2d"
  FROM "t1_frames"
  LEFT JOIN "t1_late" ON "t1_frames"."route_id" = "t1_late"."route_id"
    AND "t1_frames"."feature_time" = "t1_late"."feature_time"
  LEFT JOIN "t1_later" ON "t1_frames"."route_id" = "t1_later"."route_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
),
"t2_alive" AS (
  SELECT DISTINCT
    "t"."planned_route_id" AS "route_id",
    $from AS "alive_from"
  FROM "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" AS "t"
  WHERE "t"."known_tile" < $to
),
"t2_frames_entered_late" AS (
  SELECT
    "t"."planned_route_id" AS "planned_route_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_39476371" AS "n_39476371",
    "t"."n_14441454" AS "n_14441454"
  FROM "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t2_frames_entered" AS (
  SELECT
    coalesce("a"."route_id", "b"."route_id") AS "route_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_39476371_in", 0) + coalesce("b"."n_39476371_in", 0) AS "n_39476371_in",
    coalesce("a"."n_39476371_out", 0) + coalesce("b"."n_39476371_out", 0) AS "n_39476371_out",
    coalesce("a"."n_14441454_in", 0) + coalesce("b"."n_14441454_in", 0) AS "n_14441454_in",
    coalesce("a"."n_14441454_out", 0) + coalesce("b"."n_14441454_out", 0) AS "n_14441454_out"
  FROM (
    SELECT
      "t"."planned_route_id" AS "route_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_39476371", 0) AS "n_39476371_in",
      coalesce("t"."n_39476371", 0) AS "n_39476371_out",
      coalesce("t"."n_14441454", 0) AS "n_14441454_in",
      coalesce("t"."n_14441454", 0) AS "n_14441454_out"
    FROM "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."route_id" AS "route_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_39476371_in"), 0) AS BIGINT) AS "n_39476371_in",
      CAST(coalesce(sum("e"."n_39476371_out"), 0) AS BIGINT) AS "n_39476371_out",
      CAST(coalesce(sum("e"."n_14441454_in"), 0) AS BIGINT) AS "n_14441454_in",
      CAST(coalesce(sum("e"."n_14441454_out"), 0) AS BIGINT) AS "n_14441454_out"
    FROM (
      SELECT
        "t"."planned_route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_39476371", 0) AS "n_39476371_in",
        coalesce("t"."n_39476371", 0) AS "n_39476371_out",
        coalesce("t"."n_14441454", 0) AS "n_14441454_in",
        coalesce("t"."n_14441454", 0) AS "n_14441454_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."planned_route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_39476371_in",
        coalesce("t"."n_39476371", 0) AS "n_39476371_out",
        CAST(NULL AS BIGINT) AS "n_14441454_in",
        coalesce("t"."n_14441454", 0) AS "n_14441454_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."planned_route_id" AS "route_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_39476371", 0) AS "n_39476371_in",
        CAST(NULL AS BIGINT) AS "n_39476371_out",
        coalesce("t"."n_14441454", 0) AS "n_14441454_in",
        CAST(NULL AS BIGINT) AS "n_14441454_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."route_id", "e"."feature_time"
  ) AS "b" ON "a"."route_id" = "b"."route_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t2_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "route_id",
      "feature_time",
      "n_39476371_in",
      "n_39476371_out",
      "n_14441454_in",
      "n_14441454_out"
    FROM "t2_frames_entered"
    UNION ALL
    SELECT
      "route_id",
      $from - INTERVAL '30 days' AS "feature_time",
      0 AS "n_39476371_in",
      0 AS "n_39476371_out",
      0 AS "n_14441454_in",
      0 AS "n_14441454_out"
    FROM "t2_alive"
  ),
  "_ordered" AS (
    SELECT
      "route_id",
      "feature_time",
      "n_39476371_in",
      "n_39476371_out",
      "n_14441454_in",
      "n_14441454_out"
    FROM "_sparse"
    ORDER BY "route_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "route_id",
      "feature_time",
      sum("n_39476371_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_39476371_in",
      sum("n_39476371_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_39476371_out",
      sum("n_14441454_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_14441454_in",
      sum("n_14441454_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_14441454_out",
      lead("route_id", 1) OVER () AS "_next_route_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_n_39476371_in",
      "_sum_n_39476371_out",
      "_sum_n_14441454_in",
      "_sum_n_14441454_out",
      "_next_route_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_39476371_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_39476371_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_39476371_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_39476371_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_14441454_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_14441454_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_14441454_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_14441454_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "route_id",
      "_sum_n_39476371_in",
      "_sum_n_39476371_out",
      "_sum_n_14441454_in",
      "_sum_n_14441454_out",
      "_base_n_39476371_in",
      "_base_n_39476371_out",
      "_base_n_14441454_in",
      "_base_n_14441454_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_route_id" = "route_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_n_39476371_in",
      "_sum_n_39476371_out",
      "_sum_n_14441454_in",
      "_sum_n_14441454_out",
      "_base_n_39476371_in",
      "_base_n_39476371_out",
      "_base_n_14441454_in",
      "_base_n_14441454_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "route_id",
      "feature_time",
      lag("route_id", 1) OVER () AS "_before_route_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_39476371_in" - "_base_n_39476371_in" AS "_sum_n_39476371_in_unbounded_0",
      lag("_sum_n_39476371_out", 30) OVER () - "_base_n_39476371_out" AS "_sum_n_39476371_out_unbounded_30",
      "_sum_n_14441454_in" - "_base_n_14441454_in" AS "_sum_n_14441454_in_unbounded_0",
      lag("_sum_n_14441454_out", 30) OVER () - "_base_n_14441454_out" AS "_sum_n_14441454_out_unbounded_30"
    FROM "_cells"
  )
  SELECT
    "c"."route_id" AS "route_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_39476371_in_unbounded_0", 0) - coalesce("c"."_sum_n_39476371_out_unbounded_30", 0) AS "n_39476371_2592000",
    coalesce("c"."_sum_n_14441454_in_unbounded_0", 0) - coalesce("c"."_sum_n_14441454_out_unbounded_30", 0) AS "n_14441454_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t2_alive" AS "k" ON "c"."route_id" = "k"."route_id"
  WHERE CASE WHEN CASE WHEN "c"."route_id" = "c"."_before_route_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t2_later" AS (
  SELECT
    "t"."planned_route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_39476371") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_39476371_2592000",
    sum("t"."n_14441454") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_14441454_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."planned_route_id", "p"."feature_time"
),
"t2" AS (
  SELECT
    "t2_frames"."route_id" AS "route_id",
    "t2_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t2_frames"."n_39476371_2592000" IS NULL THEN "t2_later"."n_39476371_2592000" ELSE CASE WHEN "t2_later"."n_39476371_2592000" IS NULL THEN "t2_frames"."n_39476371_2592000" ELSE "t2_frames"."n_39476371_2592000" + "t2_later"."n_39476371_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t2_frames"."n_14441454_2592000" IS NULL THEN "t2_later"."n_14441454_2592000" ELSE CASE WHEN "t2_later"."n_14441454_2592000" IS NULL THEN "t2_frames"."n_14441454_2592000" ELSE "t2_frames"."n_14441454_2592000" + "t2_later"."n_14441454_2592000" END END AS DOUBLE), 0) AS "_rate_490a0a77"
  FROM "t2_frames"
  LEFT JOIN "t2_later" ON "t2_frames"."route_id" = "t2_later"."route_id"
    AND "t2_frames"."feature_time" = "t2_later"."feature_time"
  WHERE "t2_frames"."feature_time" >= $from
),
"t3_alive" AS (
  SELECT DISTINCT
    "t"."route_id" AS "route_id",
    $from AS "alive_from"
  FROM "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" AS "t"
  WHERE "t"."known_tile" < $to
),
"t3_frames_entered_late" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_63f4bf09" AS "n_63f4bf09"
  FROM "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t3_frames_entered" AS (
  SELECT
    coalesce("a"."route_id", "b"."route_id") AS "route_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out"
  FROM (
    SELECT
      "t"."route_id" AS "route_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out"
    FROM "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."route_id" AS "route_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_63f4bf09_in"), 0) AS BIGINT) AS "n_63f4bf09_in",
      CAST(coalesce(sum("e"."n_63f4bf09_out"), 0) AS BIGINT) AS "n_63f4bf09_out"
    FROM (
      SELECT
        "t"."route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out"
      FROM "t3_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."route_id" AS "route_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out"
      FROM "t3_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."route_id" AS "route_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out"
      FROM "t3_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."route_id", "e"."feature_time"
  ) AS "b" ON "a"."route_id" = "b"."route_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t3_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "route_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out"
    FROM "t3_frames_entered"
    UNION ALL
    SELECT
      "route_id",
      $from - INTERVAL '90 days' AS "feature_time",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out"
    FROM "t3_alive"
  ),
  "_ordered" AS (
    SELECT
      "route_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out"
    FROM "_sparse"
    ORDER BY "route_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "route_id",
      "feature_time",
      sum("n_63f4bf09_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_in",
      sum("n_63f4bf09_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_out",
      lead("route_id", 1) OVER () AS "_next_route_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_next_route_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "route_id",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_route_id" = "route_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "route_id",
      "feature_time",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "route_id",
      "feature_time",
      lag("route_id", 1) OVER () AS "_before_route_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09_in" - "_base_n_63f4bf09_in" AS "_sum_n_63f4bf09_in_unbounded_0",
      lag("_sum_n_63f4bf09_out", 90) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_90"
    FROM "_cells"
  )
  SELECT
    "c"."route_id" AS "route_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_90", 0) AS "n_63f4bf09_7776000"
  FROM "_from_1" AS "c"
  INNER JOIN "t3_alive" AS "k" ON "c"."route_id" = "k"."route_id"
  WHERE CASE WHEN CASE WHEN "c"."route_id" = "c"."_before_route_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '90 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t3_later" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "n_63f4bf09_7776000"
  FROM "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."route_id", "p"."feature_time"
),
"t3" AS (
  SELECT
    "t3_frames"."route_id" AS "route_id",
    "t3_frames"."feature_time" AS "feature_time",
    coalesce(CASE WHEN "t3_frames"."n_63f4bf09_7776000" IS NULL THEN "t3_later"."n_63f4bf09_7776000" ELSE CASE WHEN "t3_later"."n_63f4bf09_7776000" IS NULL THEN "t3_frames"."n_63f4bf09_7776000" ELSE "t3_frames"."n_63f4bf09_7776000" + "t3_later"."n_63f4bf09_7776000" END END, 0) AS "_count_7295ca59"
  FROM "t3_frames"
  LEFT JOIN "t3_later" ON "t3_frames"."route_id" = "t3_later"."route_id"
    AND "t3_frames"."feature_time" = "t3_later"."feature_time"
  WHERE "t3_frames"."feature_time" >= $from
),
"_as_of_82619509_entering" AS (
  SELECT
    "s"."route_id" AS "route_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."route_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."distance_km" AS "_distance_km",
    "s"."urban_share" AS "_urban_share",
    "s"."stops" AS "_stops",
    "s"."climb_m_per_km" AS "_climb_m_per_km",
    "s"."free_flow_hours" AS "_free_flow_hours",
    "s"."region" AS "_region"
  FROM "raw"."routes" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."route_id" IS NOT NULL
),
"_as_of_82619509_newest" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_distance_km" AS "_distance_km",
    "e"."_urban_share" AS "_urban_share",
    "e"."_stops" AS "_stops",
    "e"."_climb_m_per_km" AS "_climb_m_per_km",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    "e"."_region" AS "_region",
    max("e"."version_rank") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_82619509_entering" AS "e"
),
"_as_of_82619509_kept" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."_distance_km" AS "_distance_km",
    "e"."_urban_share" AS "_urban_share",
    "e"."_stops" AS "_stops",
    "e"."_climb_m_per_km" AS "_climb_m_per_km",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    "e"."_region" AS "_region",
    lead("e"."enters") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_82619509_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_82619509" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    "e"."_distance_km" AS "_distance_km",
    "e"."_urban_share" AS "_urban_share",
    "e"."_stops" AS "_stops",
    "e"."_climb_m_per_km" AS "_climb_m_per_km",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    "e"."_region" AS "_region"
  FROM "_as_of_82619509_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."route_id" AS "route_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_82619509"."_distance_km" AS "_attribute_f3e6df45",
    "_as_of_82619509"."_urban_share" AS "_attribute_4473e32a",
    "_as_of_82619509"."_stops" AS "_attribute_a57b259d",
    "_as_of_82619509"."_climb_m_per_km" AS "_attribute_9c489aa3",
    "t1"."_avg_f8522e76" AS "_avg_f8522e76",
    "_as_of_82619509"."_free_flow_hours" AS "_attribute_f93f9b7c",
    "_as_of_82619509"."_region" AS "_attribute_705c82d6",
    "t1"."_rate_ccca774c" AS "_rate_ccca774c",
    "t1"."_sum_73d9a390" AS "_sum_73d9a390",
    "t1"."_sum_3baaa084" AS "_sum_3baaa084",
    "t1"."_avg_100a68e6" AS "_avg_100a68e6",
    coalesce("t1"."_count_3cbe69b8", 0) AS "_count_3cbe69b8",
    coalesce("t1"."_count_36943be4", 0) AS "_count_36943be4",
    "t1"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "t2"."_rate_490a0a77" AS "_rate_490a0a77",
    coalesce("t3"."_count_7295ca59", 0) AS "_count_7295ca59",
    coalesce("t1"."_count_b38f1d2d", 0) AS "_count_b38f1d2d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."route_id" = "t1"."route_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."route_id" = "t2"."route_id"
    AND "g"."feature_time" = "t2"."feature_time"
  LEFT JOIN "t3" ON "g"."route_id" = "t3"."route_id"
    AND "g"."feature_time" = "t3"."feature_time"
  LEFT JOIN "_as_of_82619509" ON "g"."route_id" = "_as_of_82619509"."route_id"
    AND "g"."feature_time" = "_as_of_82619509"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f3e6df45" AS "_attribute_f3e6df45",
    "b"."_attribute_4473e32a" AS "_attribute_4473e32a",
    "b"."_attribute_a57b259d" AS "_attribute_a57b259d",
    "b"."_attribute_9c489aa3" AS "_attribute_9c489aa3",
    "b"."_avg_f8522e76" AS "_avg_f8522e76",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_attribute_705c82d6" AS "_attribute_705c82d6",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_avg_100a68e6" AS "_avg_100a68e6",
    "b"."_count_3cbe69b8" AS "_count_3cbe69b8",
    "b"."_count_36943be4" AS "_count_36943be4",
    "b"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "b"."_rate_490a0a77" AS "_rate_490a0a77",
    "b"."_count_7295ca59" AS "_count_7295ca59",
    "b"."_count_b38f1d2d" AS "_count_b38f1d2d",
    "b"."_attribute_f3e6df45" AS "route_distance_km",
    (CAST(CAST("b"."_attribute_4473e32a" * 0.5 AS DECIMAL(5, 4)) AS DOUBLE) + (CASE WHEN CASE WHEN (CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0, 0e0) END, 1e0) END * 0.3e0)) + (CASE WHEN CASE WHEN (CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0, 0e0) END, 1e0) END * 0.2e0) AS "route_complexity_score",
    coalesce(CAST("b"."_avg_f8522e76" AS DOUBLE) / NULLIF(CAST("b"."_attribute_f93f9b7c" AS DOUBLE), 0), 1e0) AS "traffic_delay_factor",
    "b"."_rate_ccca774c" AS "on_time_delivery_rate_30d",
    CAST("b"."_sum_73d9a390" AS DOUBLE) / NULLIF(CAST("b"."_sum_3baaa084" AS DOUBLE), 0) AS "fuel_efficiency_30d",
    "b"."_avg_100a68e6" AS "cost_per_delivery_30d",
    "b"."_count_3cbe69b8" AS "delivery_volume_7d",
    "b"."_count_36943be4" AS "delivery_volume_30d",
    "b"."_rate_7df90fc0" AS "return_rate_30d",
    "b"."_rate_490a0a77" AS "diversion_rate_30d",
    "b"."_count_7295ca59" AS "lost_deliveries_90d",
    CASE
      WHEN "_at_7acf5595"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_at_7acf5595"."temperature_c_1d"
    END AS "_lookup_ffe50e56",
    CASE
      WHEN "_at_7acf5595"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(38, 1))
      ELSE "_at_7acf5595"."precipitation_mm_1d"
    END AS "_lookup_518cdeb3",
    CASE
      WHEN "_at_7acf5595"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(5, 1))
      ELSE "_at_7acf5595"."wind_kmh_1d"
    END AS "_lookup_8f42ba29"
  FROM "base" AS "b"
  LEFT JOIN (
    SELECT
      "s"."region" AS "region",
      "s"."feature_time" AS "feature_time",
      "s"."temperature_c_1d" AS "temperature_c_1d",
      "s"."precipitation_mm_1d" AS "precipitation_mm_1d",
      "s"."wind_kmh_1d" AS "wind_kmh_1d"
    FROM "feat_storage"."region_weather__g44926be0" AS "s"
    WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
      AND "s"."feature_time" < $to
  ) AS "_at_7acf5595" ON "_at_7acf5595"."region" = "b"."_attribute_705c82d6"
    AND "_at_7acf5595"."feature_time" = date_trunc('day', "b"."feature_time")
),
"level_2" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f3e6df45" AS "_attribute_f3e6df45",
    "b"."_attribute_4473e32a" AS "_attribute_4473e32a",
    "b"."_attribute_a57b259d" AS "_attribute_a57b259d",
    "b"."_attribute_9c489aa3" AS "_attribute_9c489aa3",
    "b"."_avg_f8522e76" AS "_avg_f8522e76",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_attribute_705c82d6" AS "_attribute_705c82d6",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_avg_100a68e6" AS "_avg_100a68e6",
    "b"."_count_3cbe69b8" AS "_count_3cbe69b8",
    "b"."_count_36943be4" AS "_count_36943be4",
    "b"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "b"."_rate_490a0a77" AS "_rate_490a0a77",
    "b"."_count_7295ca59" AS "_count_7295ca59",
    "b"."_count_b38f1d2d" AS "_count_b38f1d2d",
    "b"."route_distance_km" AS "route_distance_km",
    "b"."route_complexity_score" AS "route_complexity_score",
    "b"."traffic_delay_factor" AS "traffic_delay_factor",
    "b"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
    "b"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
    "b"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
    "b"."delivery_volume_7d" AS "delivery_volume_7d",
    "b"."delivery_volume_30d" AS "delivery_volume_30d",
    "b"."return_rate_30d" AS "return_rate_30d",
    "b"."diversion_rate_30d" AS "diversion_rate_30d",
    "b"."lost_deliveries_90d" AS "lost_deliveries_90d",
    "b"."_lookup_ffe50e56" AS "_lookup_ffe50e56",
    "b"."_lookup_518cdeb3" AS "_lookup_518cdeb3",
    "b"."_lookup_8f42ba29" AS "_lookup_8f42ba29",
    coalesce(CASE WHEN CASE WHEN (CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0, 0e0) END, 1e0) END, 0e0) AS "temperature_impact",
    coalesce(CASE WHEN CASE WHEN (CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0, 0e0) END, 1e0) END, 0e0) AS "precipitation_impact",
    CAST("b"."delivery_volume_30d" AS DOUBLE) / NULLIF(CAST("b"."_count_b38f1d2d" AS DOUBLE), 0) AS "demand_change_30d"
  FROM "level_1" AS "b"
),
"level_3" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f3e6df45" AS "_attribute_f3e6df45",
    "b"."_attribute_4473e32a" AS "_attribute_4473e32a",
    "b"."_attribute_a57b259d" AS "_attribute_a57b259d",
    "b"."_attribute_9c489aa3" AS "_attribute_9c489aa3",
    "b"."_avg_f8522e76" AS "_avg_f8522e76",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_attribute_705c82d6" AS "_attribute_705c82d6",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_avg_100a68e6" AS "_avg_100a68e6",
    "b"."_count_3cbe69b8" AS "_count_3cbe69b8",
    "b"."_count_36943be4" AS "_count_36943be4",
    "b"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "b"."_rate_490a0a77" AS "_rate_490a0a77",
    "b"."_count_7295ca59" AS "_count_7295ca59",
    "b"."_count_b38f1d2d" AS "_count_b38f1d2d",
    "b"."route_distance_km" AS "route_distance_km",
    "b"."route_complexity_score" AS "route_complexity_score",
    "b"."traffic_delay_factor" AS "traffic_delay_factor",
    "b"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
    "b"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
    "b"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
    "b"."delivery_volume_7d" AS "delivery_volume_7d",
    "b"."delivery_volume_30d" AS "delivery_volume_30d",
    "b"."return_rate_30d" AS "return_rate_30d",
    "b"."diversion_rate_30d" AS "diversion_rate_30d",
    "b"."lost_deliveries_90d" AS "lost_deliveries_90d",
    "b"."_lookup_ffe50e56" AS "_lookup_ffe50e56",
    "b"."_lookup_518cdeb3" AS "_lookup_518cdeb3",
    "b"."_lookup_8f42ba29" AS "_lookup_8f42ba29",
    "b"."temperature_impact" AS "temperature_impact",
    "b"."precipitation_impact" AS "precipitation_impact",
    "b"."demand_change_30d" AS "demand_change_30d",
    (("b"."precipitation_impact" * 0.6e0) + ("b"."temperature_impact" * 0.25e0)) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0, 0e0) END, 1e0) END, 0e0) * 0.15e0) AS "weather_impact_score"
  FROM "level_2" AS "b"
)
SELECT
  "r"."route_id" AS "route_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."route_distance_km" AS "route_distance_km",
  "r"."route_complexity_score" AS "route_complexity_score",
  "r"."traffic_delay_factor" AS "traffic_delay_factor",
  "r"."temperature_impact" AS "temperature_impact",
  "r"."precipitation_impact" AS "precipitation_impact",
  "r"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
  "r"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
  "r"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
  "r"."delivery_volume_7d" AS "delivery_volume_7d",
  "r"."delivery_volume_30d" AS "delivery_volume_30d",
  "r"."return_rate_30d" AS "return_rate_30d",
  "r"."diversion_rate_30d" AS "diversion_rate_30d",
  "r"."lost_deliveries_90d" AS "lost_deliveries_90d",
  "r"."demand_change_30d" AS "demand_change_30d",
  "r"."weather_impact_score" AS "weather_impact_score",
  $now AS "computed_at"
FROM "level_3" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."route_operations__g4ee3cd4b"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."route_operations__g4ee3cd4b" (
  "route_id",
  "feature_time",
  "feature_date",
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
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
    sum("t"."sum_ebc6eeed") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_ebc6eeed_2592000",
    sum("t"."n_23d7b30f") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_23d7b30f_2592000",
    sum("t"."n_0c21518a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_0c21518a_2592000",
    sum("t"."n_58900f58") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_58900f58_2592000",
    sum("t"."sum_e6ee0418") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_e6ee0418_2592000",
    sum("t"."sum_4a729a66") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_4a729a66_2592000",
    sum("t"."sum_ef8ddd22") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_ef8ddd22_2592000",
    sum("t"."n_bc913b82") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_bc913b82_2592000",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_63f4bf09_2592000",
    sum("t"."n_237b4907") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_237b4907_2592000",
    sum("t"."n_a719c6ea") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_a719c6ea_2592000",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '31 days' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days') AS "n_63f4bf09_2592000_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_route_id_1dx1d__g0f061f11" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."route_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."route_id" AS "route_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_ebc6eeed_2592000" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_23d7b30f_2592000" AS DOUBLE), 0) AS "_avg_f8522e76",
    CAST("t1_seen"."n_0c21518a_2592000" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_58900f58_2592000" AS DOUBLE), 0) AS "_rate_ccca774c",
    CAST("t1_seen"."sum_e6ee0418_2592000" AS DECIMAL(38, 1)) AS "_sum_73d9a390",
    CAST("t1_seen"."sum_4a729a66_2592000" AS DECIMAL(38, 2)) AS "_sum_3baaa084",
    CAST("t1_seen"."sum_ef8ddd22_2592000" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_bc913b82_2592000" AS DOUBLE), 0) AS "_avg_100a68e6",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_3cbe69b8",
    coalesce("t1_seen"."n_63f4bf09_2592000", 0) AS "_count_36943be4",
    CAST("t1_seen"."n_237b4907_2592000" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_a719c6ea_2592000" AS DOUBLE), 0) AS "_rate_7df90fc0",
    coalesce("t1_seen"."n_63f4bf09_2592000_2592000", 0) AS "_count_b38f1d2d"
  FROM "t1_seen"
),
"t2_seen" AS (
  SELECT
    "t"."planned_route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_39476371") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_39476371_2592000",
    sum("t"."n_14441454") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_14441454_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_planned_route_id_1dx1d__g9e597b52" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."planned_route_id", "p"."feature_time"
),
"t2" AS (
  SELECT
    "t2_seen"."route_id" AS "route_id",
    "t2_seen"."feature_time" AS "feature_time",
    CAST("t2_seen"."n_39476371_2592000" AS DOUBLE) / NULLIF(CAST("t2_seen"."n_14441454_2592000" AS DOUBLE), 0) AS "_rate_490a0a77"
  FROM "t2_seen"
),
"t3_seen" AS (
  SELECT
    "t"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "n_63f4bf09_7776000"
  FROM "feat_storage"."tiles_ops_losses_route_id_1dx1d__g599e7c16" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."route_id", "p"."feature_time"
),
"t3" AS (
  SELECT
    "t3_seen"."route_id" AS "route_id",
    "t3_seen"."feature_time" AS "feature_time",
    coalesce("t3_seen"."n_63f4bf09_7776000", 0) AS "_count_7295ca59"
  FROM "t3_seen"
),
"_as_of_82619509_entering" AS (
  SELECT
    "s"."route_id" AS "route_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."route_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."distance_km" AS "_distance_km",
    "s"."urban_share" AS "_urban_share",
    "s"."stops" AS "_stops",
    "s"."climb_m_per_km" AS "_climb_m_per_km",
    "s"."free_flow_hours" AS "_free_flow_hours",
    "s"."region" AS "_region"
  FROM "raw"."routes" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."route_id" IS NOT NULL
),
"_as_of_82619509_newest" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_distance_km" AS "_distance_km",
    "e"."_urban_share" AS "_urban_share",
    "e"."_stops" AS "_stops",
    "e"."_climb_m_per_km" AS "_climb_m_per_km",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    "e"."_region" AS "_region",
    max("e"."version_rank") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_82619509_entering" AS "e"
),
"_as_of_82619509_kept" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "e"."enters" AS "enters",
    "e"."_distance_km" AS "_distance_km",
    "e"."_urban_share" AS "_urban_share",
    "e"."_stops" AS "_stops",
    "e"."_climb_m_per_km" AS "_climb_m_per_km",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    "e"."_region" AS "_region",
    lead("e"."enters") OVER (PARTITION BY "e"."route_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_82619509_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_82619509" AS (
  SELECT
    "e"."route_id" AS "route_id",
    "p"."feature_time" AS "feature_time",
    "e"."_distance_km" AS "_distance_km",
    "e"."_urban_share" AS "_urban_share",
    "e"."_stops" AS "_stops",
    "e"."_climb_m_per_km" AS "_climb_m_per_km",
    "e"."_free_flow_hours" AS "_free_flow_hours",
    "e"."_region" AS "_region"
  FROM "_as_of_82619509_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."route_id" AS "route_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_82619509"."_distance_km" AS "_attribute_f3e6df45",
    "_as_of_82619509"."_urban_share" AS "_attribute_4473e32a",
    "_as_of_82619509"."_stops" AS "_attribute_a57b259d",
    "_as_of_82619509"."_climb_m_per_km" AS "_attribute_9c489aa3",
    "t1"."_avg_f8522e76" AS "_avg_f8522e76",
    "_as_of_82619509"."_free_flow_hours" AS "_attribute_f93f9b7c",
    "_as_of_82619509"."_region" AS "_attribute_705c82d6",
    "t1"."_rate_ccca774c" AS "_rate_ccca774c",
    "t1"."_sum_73d9a390" AS "_sum_73d9a390",
    "t1"."_sum_3baaa084" AS "_sum_3baaa084",
    "t1"."_avg_100a68e6" AS "_avg_100a68e6",
    coalesce("t1"."_count_3cbe69b8", 0) AS "_count_3cbe69b8",
    coalesce("t1"."_count_36943be4", 0) AS "_count_36943be4",
    "t1"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "t2"."_rate_490a0a77" AS "_rate_490a0a77",
    coalesce("t3"."_count_7295ca59", 0) AS "_count_7295ca59",
    coalesce("t1"."_count_b38f1d2d", 0) AS "_count_b38f1d2d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."route_id" = "t1"."route_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."route_id" = "t2"."route_id"
    AND "g"."feature_time" = "t2"."feature_time"
  LEFT JOIN "t3" ON "g"."route_id" = "t3"."route_id"
    AND "g"."feature_time" = "t3"."feature_time"
  LEFT JOIN "_as_of_82619509" ON "g"."route_id" = "_as_of_82619509"."route_id"
    AND "g"."feature_time" = "_as_of_82619509"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f3e6df45" AS "_attribute_f3e6df45",
    "b"."_attribute_4473e32a" AS "_attribute_4473e32a",
    "b"."_attribute_a57b259d" AS "_attribute_a57b259d",
    "b"."_attribute_9c489aa3" AS "_attribute_9c489aa3",
    "b"."_avg_f8522e76" AS "_avg_f8522e76",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_attribute_705c82d6" AS "_attribute_705c82d6",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_avg_100a68e6" AS "_avg_100a68e6",
    "b"."_count_3cbe69b8" AS "_count_3cbe69b8",
    "b"."_count_36943be4" AS "_count_36943be4",
    "b"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "b"."_rate_490a0a77" AS "_rate_490a0a77",
    "b"."_count_7295ca59" AS "_count_7295ca59",
    "b"."_count_b38f1d2d" AS "_count_b38f1d2d",
    "b"."_attribute_f3e6df45" AS "route_distance_km",
    (CAST(CAST("b"."_attribute_4473e32a" * 0.5 AS DECIMAL(5, 4)) AS DOUBLE) + (CASE WHEN CASE WHEN (CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_attribute_a57b259d" AS DOUBLE) / 8e0, 0e0) END, 1e0) END * 0.3e0)) + (CASE WHEN CASE WHEN (CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(coalesce("b"."_attribute_9c489aa3", 20) AS DOUBLE) / 60e0, 0e0) END, 1e0) END * 0.2e0) AS "route_complexity_score",
    coalesce(CAST("b"."_avg_f8522e76" AS DOUBLE) / NULLIF(CAST("b"."_attribute_f93f9b7c" AS DOUBLE), 0), 1e0) AS "traffic_delay_factor",
    "b"."_rate_ccca774c" AS "on_time_delivery_rate_30d",
    CAST("b"."_sum_73d9a390" AS DOUBLE) / NULLIF(CAST("b"."_sum_3baaa084" AS DOUBLE), 0) AS "fuel_efficiency_30d",
    "b"."_avg_100a68e6" AS "cost_per_delivery_30d",
    "b"."_count_3cbe69b8" AS "delivery_volume_7d",
    "b"."_count_36943be4" AS "delivery_volume_30d",
    "b"."_rate_7df90fc0" AS "return_rate_30d",
    "b"."_rate_490a0a77" AS "diversion_rate_30d",
    "b"."_count_7295ca59" AS "lost_deliveries_90d",
    CASE
      WHEN "_at_7acf5595"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_at_7acf5595"."temperature_c_1d"
    END AS "_lookup_ffe50e56",
    CASE
      WHEN "_at_7acf5595"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(38, 1))
      ELSE "_at_7acf5595"."precipitation_mm_1d"
    END AS "_lookup_518cdeb3",
    CASE
      WHEN "_at_7acf5595"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(5, 1))
      ELSE "_at_7acf5595"."wind_kmh_1d"
    END AS "_lookup_8f42ba29"
  FROM "base" AS "b"
  LEFT JOIN (
    SELECT
      "s"."region" AS "region",
      "s"."feature_time" AS "feature_time",
      "s"."temperature_c_1d" AS "temperature_c_1d",
      "s"."precipitation_mm_1d" AS "precipitation_mm_1d",
      "s"."wind_kmh_1d" AS "wind_kmh_1d"
    FROM "feat_storage"."region_weather__g44926be0" AS "s"
    WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
      AND "s"."feature_time" < $to
  ) AS "_at_7acf5595" ON "_at_7acf5595"."region" = "b"."_attribute_705c82d6"
    AND "_at_7acf5595"."feature_time" = date_trunc('day', "b"."feature_time")
),
"level_2" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f3e6df45" AS "_attribute_f3e6df45",
    "b"."_attribute_4473e32a" AS "_attribute_4473e32a",
    "b"."_attribute_a57b259d" AS "_attribute_a57b259d",
    "b"."_attribute_9c489aa3" AS "_attribute_9c489aa3",
    "b"."_avg_f8522e76" AS "_avg_f8522e76",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_attribute_705c82d6" AS "_attribute_705c82d6",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_avg_100a68e6" AS "_avg_100a68e6",
    "b"."_count_3cbe69b8" AS "_count_3cbe69b8",
    "b"."_count_36943be4" AS "_count_36943be4",
    "b"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "b"."_rate_490a0a77" AS "_rate_490a0a77",
    "b"."_count_7295ca59" AS "_count_7295ca59",
    "b"."_count_b38f1d2d" AS "_count_b38f1d2d",
    "b"."route_distance_km" AS "route_distance_km",
    "b"."route_complexity_score" AS "route_complexity_score",
    "b"."traffic_delay_factor" AS "traffic_delay_factor",
    "b"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
    "b"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
    "b"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
    "b"."delivery_volume_7d" AS "delivery_volume_7d",
    "b"."delivery_volume_30d" AS "delivery_volume_30d",
    "b"."return_rate_30d" AS "return_rate_30d",
    "b"."diversion_rate_30d" AS "diversion_rate_30d",
    "b"."lost_deliveries_90d" AS "lost_deliveries_90d",
    "b"."_lookup_ffe50e56" AS "_lookup_ffe50e56",
    "b"."_lookup_518cdeb3" AS "_lookup_518cdeb3",
    "b"."_lookup_8f42ba29" AS "_lookup_8f42ba29",
    coalesce(CASE WHEN CASE WHEN (CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(abs("b"."_lookup_ffe50e56" - 14e0) AS DOUBLE) / 35e0, 0e0) END, 1e0) END, 0e0) AS "temperature_impact",
    coalesce(CASE WHEN CASE WHEN (CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_518cdeb3" AS DOUBLE) / 30e0, 0e0) END, 1e0) END, 0e0) AS "precipitation_impact",
    CAST("b"."delivery_volume_30d" AS DOUBLE) / NULLIF(CAST("b"."_count_b38f1d2d" AS DOUBLE), 0) AS "demand_change_30d"
  FROM "level_1" AS "b"
),
"level_3" AS (
  SELECT
    "b"."route_id" AS "route_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_f3e6df45" AS "_attribute_f3e6df45",
    "b"."_attribute_4473e32a" AS "_attribute_4473e32a",
    "b"."_attribute_a57b259d" AS "_attribute_a57b259d",
    "b"."_attribute_9c489aa3" AS "_attribute_9c489aa3",
    "b"."_avg_f8522e76" AS "_avg_f8522e76",
    "b"."_attribute_f93f9b7c" AS "_attribute_f93f9b7c",
    "b"."_attribute_705c82d6" AS "_attribute_705c82d6",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_avg_100a68e6" AS "_avg_100a68e6",
    "b"."_count_3cbe69b8" AS "_count_3cbe69b8",
    "b"."_count_36943be4" AS "_count_36943be4",
    "b"."_rate_7df90fc0" AS "_rate_7df90fc0",
    "b"."_rate_490a0a77" AS "_rate_490a0a77",
    "b"."_count_7295ca59" AS "_count_7295ca59",
    "b"."_count_b38f1d2d" AS "_count_b38f1d2d",
    "b"."route_distance_km" AS "route_distance_km",
    "b"."route_complexity_score" AS "route_complexity_score",
    "b"."traffic_delay_factor" AS "traffic_delay_factor",
    "b"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
    "b"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
    "b"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
    "b"."delivery_volume_7d" AS "delivery_volume_7d",
    "b"."delivery_volume_30d" AS "delivery_volume_30d",
    "b"."return_rate_30d" AS "return_rate_30d",
    "b"."diversion_rate_30d" AS "diversion_rate_30d",
    "b"."lost_deliveries_90d" AS "lost_deliveries_90d",
    "b"."_lookup_ffe50e56" AS "_lookup_ffe50e56",
    "b"."_lookup_518cdeb3" AS "_lookup_518cdeb3",
    "b"."_lookup_8f42ba29" AS "_lookup_8f42ba29",
    "b"."temperature_impact" AS "temperature_impact",
    "b"."precipitation_impact" AS "precipitation_impact",
    "b"."demand_change_30d" AS "demand_change_30d",
    (("b"."precipitation_impact" * 0.6e0) + ("b"."temperature_impact" * 0.25e0)) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_lookup_8f42ba29" AS DOUBLE) / 80e0, 0e0) END, 1e0) END, 0e0) * 0.15e0) AS "weather_impact_score"
  FROM "level_2" AS "b"
)
SELECT
  "r"."route_id" AS "route_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."route_distance_km" AS "route_distance_km",
  "r"."route_complexity_score" AS "route_complexity_score",
  "r"."traffic_delay_factor" AS "traffic_delay_factor",
  "r"."temperature_impact" AS "temperature_impact",
  "r"."precipitation_impact" AS "precipitation_impact",
  "r"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
  "r"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
  "r"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
  "r"."delivery_volume_7d" AS "delivery_volume_7d",
  "r"."delivery_volume_30d" AS "delivery_volume_30d",
  "r"."return_rate_30d" AS "return_rate_30d",
  "r"."diversion_rate_30d" AS "diversion_rate_30d",
  "r"."lost_deliveries_90d" AS "lost_deliveries_90d",
  "r"."demand_change_30d" AS "demand_change_30d",
  "r"."weather_impact_score" AS "weather_impact_score",
  $now AS "computed_at"
FROM "level_3" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."route_operations" (
  "route_id",
  "feature_time",
  "feature_date",
  "route_distance_km",
  "route_complexity_score",
  "traffic_delay_factor",
  "temperature_impact",
  "precipitation_impact",
  "on_time_delivery_rate_30d",
  "fuel_efficiency_30d",
  "cost_per_delivery_30d",
  "delivery_volume_7d",
  "delivery_volume_30d",
  "return_rate_30d",
  "diversion_rate_30d",
  "lost_deliveries_90d",
  "demand_change_30d",
  "weather_impact_score",
  "computed_at"
) AS
SELECT
  "v"."route_id" AS "route_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."route_distance_km" AS "route_distance_km",
  "v"."route_complexity_score" AS "route_complexity_score",
  "v"."traffic_delay_factor" AS "traffic_delay_factor",
  "v"."temperature_impact" AS "temperature_impact",
  "v"."precipitation_impact" AS "precipitation_impact",
  "v"."on_time_delivery_rate_30d" AS "on_time_delivery_rate_30d",
  "v"."fuel_efficiency_30d" AS "fuel_efficiency_30d",
  "v"."cost_per_delivery_30d" AS "cost_per_delivery_30d",
  "v"."delivery_volume_7d" AS "delivery_volume_7d",
  "v"."delivery_volume_30d" AS "delivery_volume_30d",
  "v"."return_rate_30d" AS "return_rate_30d",
  "v"."diversion_rate_30d" AS "diversion_rate_30d",
  "v"."lost_deliveries_90d" AS "lost_deliveries_90d",
  "v"."demand_change_30d" AS "demand_change_30d",
  "v"."weather_impact_score" AS "weather_impact_score",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."route_operations__g4ee3cd4b" AS "v";

COMMENT ON VIEW "main"."route_operations" IS 'What a route is like, how deliveries on it went, and the weather there.
[feat logistics/main view.route_operations 6b2dc4ad.cbcd2af7.4ee3cd4b]';

COMMENT ON COLUMN "main"."route_operations"."route_distance_km" IS 'Length of the route.';

COMMENT ON COLUMN "main"."route_operations"."route_complexity_score" IS 'How hard the route is to drive, 0 to 1: half for its share of town, 30 % for stops (full at 8), 20 % for climbs.';

COMMENT ON COLUMN "main"."route_operations"."traffic_delay_factor" IS 'Mean duration of the last 30 days, loading included, as a multiple of that on an empty road; 1 without deliveries.';

COMMENT ON COLUMN "main"."route_operations"."temperature_impact" IS 'How far yesterday''s temperature was from mild, 0 to 1.';

COMMENT ON COLUMN "main"."route_operations"."precipitation_impact" IS 'How wet yesterday was, 0 to 1: full at 30 mm.';

COMMENT ON COLUMN "main"."route_operations"."on_time_delivery_rate_30d" IS 'Share of the deliveries of the last 30 days that arrived when promised.';

COMMENT ON COLUMN "main"."route_operations"."fuel_efficiency_30d" IS 'Kilometres per litre over the last 30 days.';

COMMENT ON COLUMN "main"."route_operations"."cost_per_delivery_30d" IS 'Mean cost of a delivery over the last 30 days.';

COMMENT ON COLUMN "main"."route_operations"."delivery_volume_7d" IS 'Deliveries of the last 7 days.';

COMMENT ON COLUMN "main"."route_operations"."delivery_volume_30d" IS 'Deliveries of the last 30 days.';

COMMENT ON COLUMN "main"."route_operations"."return_rate_30d" IS 'Share of the deliveries of the last 30 days that came back.';

COMMENT ON COLUMN "main"."route_operations"."diversion_rate_30d" IS 'Share of the deliveries planned for this route in the last 30 days that were driven on another one.';

COMMENT ON COLUMN "main"."route_operations"."lost_deliveries_90d" IS 'Deliveries lost in the last 90 days.';

COMMENT ON COLUMN "main"."route_operations"."demand_change_30d" IS 'Deliveries of the last 30 days divided by those of the 30 days before; unknown where there were none before.';

COMMENT ON COLUMN "main"."route_operations"."weather_impact_score" IS 'How much yesterday''s weather slows deliveries, 0 to 1: rain 60 %, temperature 25 %, wind 15 % (full at 80 km/h).';
