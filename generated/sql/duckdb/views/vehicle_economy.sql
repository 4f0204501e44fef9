-- view.vehicle_economy
-- What a vehicle burns, costs and earns.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."vehicle_economy__ge59e131c" (
  "vehicle_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "fuel_efficiency_mpg" DOUBLE,
  "vehicle_profit_margin_30d" DOUBLE,
  "cost_per_mile_30d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vehicle_economy__ge59e131c" IS '[feat logistics/main view.vehicle_economy feat_storage.vehicle_economy__ge59e131c]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."vehicle_economy__ge59e131c"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."vehicle_economy__ge59e131c" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "fuel_efficiency_mpg",
  "vehicle_profit_margin_30d",
  "cost_per_mile_30d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_captured_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_captured_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_captured_entering" AS "e"
),
"_captured_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_captured_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_captured" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_captured_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"_events_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day') AS "alive_from",
    min("t"."min_4609c5e3") AS "happened"
  FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
  WHERE "t"."known_tile" < $to
  GROUP BY "t"."vehicle_id", greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day')
),
"_runs" AS (
  SELECT DISTINCT
    "s"."captured_at" AS "captured_at"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
),
"_run_spans" AS (
  SELECT
    "r"."captured_at" AS "captured_at",
    lead("r"."captured_at") OVER (ORDER BY "r"."captured_at" DESC NULLS LAST) AS "previous_at"
  FROM "_runs" AS "r"
),
"_lives" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    min("e"."alive_from") AS "alive_from",
    min(CASE WHEN "r"."captured_at" IS NOT NULL THEN CASE WHEN "e"."alive_from" IS NOT NULL AND (date_trunc('day', "r"."captured_at") + INTERVAL '1 day') IS NOT NULL THEN greatest("e"."alive_from", date_trunc('day', "r"."captured_at") + INTERVAL '1 day') END END) AS "alive_until"
  FROM "_events_seen" AS "e"
  LEFT JOIN "_run_spans" AS "r" ON "e"."happened" < "r"."captured_at"
    AND ("r"."previous_at" IS NULL OR "e"."happened" >= "r"."previous_at")
  GROUP BY "e"."vehicle_id"
),
"_captured_first" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    min(date_trunc('day', "s"."captured_at") + INTERVAL '1 day') AS "alive_from"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
  GROUP BY "s"."vehicle_id"
),
"_before_capture" AS (
  SELECT
    "f"."vehicle_id" AS "vehicle_id",
    "f"."alive_from" AS "alive_from",
    "f"."alive_until" AS "alive_until"
  FROM "_lives" AS "f"
  LEFT JOIN "_captured_first" AS "c" ON "f"."vehicle_id" = "c"."vehicle_id"
  WHERE "c"."alive_from" IS NULL OR "c"."alive_from" > "f"."alive_from"
),
"grid" AS (
  SELECT DISTINCT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time"
  FROM (
    SELECT
      "v"."vehicle_id" AS "vehicle_id",
      "v"."feature_time" AS "feature_time"
    FROM "_captured" AS "v"
    WHERE NOT "v"."_is_deleted"
    UNION ALL
    SELECT
      "f"."vehicle_id" AS "vehicle_id",
      "p"."feature_time" AS "feature_time"
    FROM "_before_capture" AS "f"
    INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
    WHERE "f"."alive_until" IS NULL OR "p"."feature_time" < "f"."alive_until"
  ) AS "g"
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."vehicle_id" AS "vehicle_id",
    $from AS "alive_from"
  FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
  WHERE "t"."known_tile" < $to
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."sum_e6ee0418" AS "sum_e6ee0418",
    "t"."sum_4a729a66" AS "sum_4a729a66",
    "t"."sum_d06745ea" AS "sum_d06745ea",
    "t"."sum_56811cac" AS "sum_56811cac",
    "t"."sum_ef8ddd22" AS "sum_ef8ddd22",
    "t"."sum_c23558f4" AS "sum_c23558f4"
  FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."vehicle_id", "b"."vehicle_id") AS "vehicle_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."sum_e6ee0418_in", 0) + coalesce("b"."sum_e6ee0418_in", 0) AS "sum_e6ee0418_in",
    coalesce("a"."sum_e6ee0418_known_in", 0) + coalesce("b"."sum_e6ee0418_known_in", 0) AS "sum_e6ee0418_known_in",
    coalesce("a"."sum_e6ee0418_out", 0) + coalesce("b"."sum_e6ee0418_out", 0) AS "sum_e6ee0418_out",
    coalesce("a"."sum_e6ee0418_known_out", 0) + coalesce("b"."sum_e6ee0418_known_out", 0) AS "sum_e6ee0418_known_out",
    coalesce("a"."sum_4a729a66_in", 0) + coalesce("b"."sum_4a729a66_in", 0) AS "sum_4a729a66_in",
    coalesce("a"."sum_4a729a66_known_in", 0) + coalesce("b"."sum_4a729a66_known_in", 0) AS "sum_4a729a66_known_in",
    coalesce("a"."sum_4a729a66_out", 0) + coalesce("b"."sum_4a729a66_out", 0) AS "sum_4a729a66_out",
    coalesce("a"."sum_4a729a66_known_out", 0) + coalesce("b"."sum_4a729a66_known_out", 0) AS "sum_4a729a66_known_out",
    coalesce("a"."sum_d06745ea_in", 0) + coalesce("b"."sum_d06745ea_in", 0) AS "sum_d06745ea_in",
    coalesce("a"."sum_d06745ea_known_in", 0) + coalesce("b"."sum_d06745ea_known_in", 0) AS "sum_d06745ea_known_in",
    coalesce("a"."sum_d06745ea_out", 0) + coalesce("b"."sum_d06745ea_out", 0) AS "sum_d06745ea_out",
    coalesce("a"."sum_d06745ea_known_out", 0) + coalesce("b"."sum_d06745ea_known_out", 0) AS "sum_d06745ea_known_out",
    coalesce("a"."sum_56811cac_in", 0) + coalesce("b"."sum_56811cac_in", 0) AS "sum_56811cac_in",
    coalesce("a"."sum_56811cac_known_in", 0) + coalesce("b"."sum_56811cac_known_in", 0) AS "sum_56811cac_known_in",
    coalesce("a"."sum_56811cac_out", 0) + coalesce("b"."sum_56811cac_out", 0) AS "sum_56811cac_out",
    coalesce("a"."sum_56811cac_known_out", 0) + coalesce("b"."sum_56811cac_known_out", 0) AS "sum_56811cac_known_out",
    coalesce("a"."sum_ef8ddd22_in", 0) + coalesce("b"."sum_ef8ddd22_in", 0) AS "sum_ef8ddd22_in",
    coalesce("a"."sum_ef8ddd22_known_in", 0) + coalesce("b"."sum_ef8ddd22_known_in", 0) AS "sum_ef8ddd22_known_in",
    coalesce("a"."sum_ef8ddd22_out", 0) + coalesce("b"."sum_ef8ddd22_out", 0) AS "sum_ef8ddd22_out",
    coalesce("a"."sum_ef8ddd22_known_out", 0) + coalesce("b"."sum_ef8ddd22_known_out", 0) AS "sum_ef8ddd22_known_out",
    coalesce("a"."sum_c23558f4_in", 0) + coalesce("b"."sum_c23558f4_in", 0) AS "sum_c23558f4_in",
    coalesce("a"."sum_c23558f4_known_in", 0) + coalesce("b"."sum_c23558f4_known_in", 0) AS "sum_c23558f4_known_in",
    coalesce("a"."sum_c23558f4_out", 0) + coalesce("b"."sum_c23558f4_out", 0) AS "sum_c23558f4_out",
    coalesce("a"."sum_c23558f4_known_out", 0) + coalesce("b"."sum_c23558f4_known_out", 0) AS "sum_c23558f4_known_out"
  FROM (
    SELECT
      "t"."vehicle_id" AS "vehicle_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_in",
      CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_in",
      coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_out",
      CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_out",
      coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_in",
      CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_in",
      coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_out",
      CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_out",
      coalesce("t"."sum_d06745ea", 0) AS "sum_d06745ea_in",
      CASE WHEN "t"."sum_d06745ea" IS NULL THEN 0 ELSE 1 END AS "sum_d06745ea_known_in",
      coalesce("t"."sum_d06745ea", 0) AS "sum_d06745ea_out",
      CASE WHEN "t"."sum_d06745ea" IS NULL THEN 0 ELSE 1 END AS "sum_d06745ea_known_out",
      coalesce("t"."sum_56811cac", 0) AS "sum_56811cac_in",
      CASE WHEN "t"."sum_56811cac" IS NULL THEN 0 ELSE 1 END AS "sum_56811cac_known_in",
      coalesce("t"."sum_56811cac", 0) AS "sum_56811cac_out",
      CASE WHEN "t"."sum_56811cac" IS NULL THEN 0 ELSE 1 END AS "sum_56811cac_known_out",
      coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_in",
      CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_in",
      coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_out",
      CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_out",
      coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
      CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
      coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
      CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out"
    FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."vehicle_id" AS "vehicle_id",
      "e"."feature_time" AS "feature_time",
      coalesce(sum("e"."sum_e6ee0418_in"), 0) AS "sum_e6ee0418_in",
      CAST(coalesce(sum("e"."sum_e6ee0418_known_in"), 0) AS BIGINT) AS "sum_e6ee0418_known_in",
      coalesce(sum("e"."sum_e6ee0418_out"), 0) AS "sum_e6ee0418_out",
      CAST(coalesce(sum("e"."sum_e6ee0418_known_out"), 0) AS BIGINT) AS "sum_e6ee0418_known_out",
      coalesce(sum("e"."sum_4a729a66_in"), 0) AS "sum_4a729a66_in",
      CAST(coalesce(sum("e"."sum_4a729a66_known_in"), 0) AS BIGINT) AS "sum_4a729a66_known_in",
      coalesce(sum("e"."sum_4a729a66_out"), 0) AS "sum_4a729a66_out",
      CAST(coalesce(sum("e"."sum_4a729a66_known_out"), 0) AS BIGINT) AS "sum_4a729a66_known_out",
      coalesce(sum("e"."sum_d06745ea_in"), 0) AS "sum_d06745ea_in",
      CAST(coalesce(sum("e"."sum_d06745ea_known_in"), 0) AS BIGINT) AS "sum_d06745ea_known_in",
      coalesce(sum("e"."sum_d06745ea_out"), 0) AS "sum_d06745ea_out",
      CAST(coalesce(sum("e"."sum_d06745ea_known_out"), 0) AS BIGINT) AS "sum_d06745ea_known_out",
      coalesce(sum("e"."sum_56811cac_in"), 0) AS "sum_56811cac_in",
      CAST(coalesce(sum("e"."sum_56811cac_known_in"), 0) AS BIGINT) AS "sum_56811cac_known_in",
      coalesce(sum("e"."sum_56811cac_out"), 0) AS "sum_56811cac_out",
      CAST(coalesce(sum("e"."sum_56811cac_known_out"), 0) AS BIGINT) AS "sum_56811cac_known_out",
      coalesce(sum("e"."sum_ef8ddd22_in"), 0) AS "sum_ef8ddd22_in",
      CAST(coalesce(sum("e"."sum_ef8ddd22_known_in"), 0) AS BIGINT) AS "sum_ef8ddd22_known_in",
      coalesce(sum("e"."sum_ef8ddd22_out"), 0) AS "sum_ef8ddd22_out",
      CAST(coalesce(sum("e"."sum_ef8ddd22_known_out"), 0) AS BIGINT) AS "sum_ef8ddd22_known_out",
      coalesce(sum("e"."sum_c23558f4_in"), 0) AS "sum_c23558f4_in",
      CAST(coalesce(sum("e"."sum_c23558f4_known_in"), 0) AS BIGINT) AS "sum_c23558f4_known_in",
      coalesce(sum("e"."sum_c23558f4_out"), 0) AS "sum_c23558f4_out",
      CAST(coalesce(sum("e"."sum_c23558f4_known_out"), 0) AS BIGINT) AS "sum_c23558f4_known_out"
    FROM (
      SELECT
        "t"."vehicle_id" AS "vehicle_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_in",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_in",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_out",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_out",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_in",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_in",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_out",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_out",
        coalesce("t"."sum_d06745ea", 0) AS "sum_d06745ea_in",
        CASE WHEN "t"."sum_d06745ea" IS NULL THEN 0 ELSE 1 END AS "sum_d06745ea_known_in",
        coalesce("t"."sum_d06745ea", 0) AS "sum_d06745ea_out",
        CASE WHEN "t"."sum_d06745ea" IS NULL THEN 0 ELSE 1 END AS "sum_d06745ea_known_out",
        coalesce("t"."sum_56811cac", 0) AS "sum_56811cac_in",
        CASE WHEN "t"."sum_56811cac" IS NULL THEN 0 ELSE 1 END AS "sum_56811cac_known_in",
        coalesce("t"."sum_56811cac", 0) AS "sum_56811cac_out",
        CASE WHEN "t"."sum_56811cac" IS NULL THEN 0 ELSE 1 END AS "sum_56811cac_known_out",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_in",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_in",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_out",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_out",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."vehicle_id" AS "vehicle_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_e6ee0418_in",
        CAST(NULL AS BIGINT) AS "sum_e6ee0418_known_in",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_out",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_4a729a66_in",
        CAST(NULL AS BIGINT) AS "sum_4a729a66_known_in",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_out",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_d06745ea_in",
        CAST(NULL AS BIGINT) AS "sum_d06745ea_known_in",
        coalesce("t"."sum_d06745ea", 0) AS "sum_d06745ea_out",
        CASE WHEN "t"."sum_d06745ea" IS NULL THEN 0 ELSE 1 END AS "sum_d06745ea_known_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_56811cac_in",
        CAST(NULL AS BIGINT) AS "sum_56811cac_known_in",
        coalesce("t"."sum_56811cac", 0) AS "sum_56811cac_out",
        CASE WHEN "t"."sum_56811cac" IS NULL THEN 0 ELSE 1 END AS "sum_56811cac_known_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_ef8ddd22_in",
        CAST(NULL AS BIGINT) AS "sum_ef8ddd22_known_in",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_out",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_out",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_c23558f4_in",
        CAST(NULL AS BIGINT) AS "sum_c23558f4_known_in",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_out",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."vehicle_id" AS "vehicle_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."sum_e6ee0418", 0) AS "sum_e6ee0418_in",
        CASE WHEN "t"."sum_e6ee0418" IS NULL THEN 0 ELSE 1 END AS "sum_e6ee0418_known_in",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_e6ee0418_out",
        CAST(NULL AS BIGINT) AS "sum_e6ee0418_known_out",
        coalesce("t"."sum_4a729a66", 0) AS "sum_4a729a66_in",
        CASE WHEN "t"."sum_4a729a66" IS NULL THEN 0 ELSE 1 END AS "sum_4a729a66_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_4a729a66_out",
        CAST(NULL AS BIGINT) AS "sum_4a729a66_known_out",
        coalesce("t"."sum_d06745ea", 0) AS "sum_d06745ea_in",
        CASE WHEN "t"."sum_d06745ea" IS NULL THEN 0 ELSE 1 END AS "sum_d06745ea_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_d06745ea_out",
        CAST(NULL AS BIGINT) AS "sum_d06745ea_known_out",
        coalesce("t"."sum_56811cac", 0) AS "sum_56811cac_in",
        CASE WHEN "t"."sum_56811cac" IS NULL THEN 0 ELSE 1 END AS "sum_56811cac_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_56811cac_out",
        CAST(NULL AS BIGINT) AS "sum_56811cac_known_out",
        coalesce("t"."sum_ef8ddd22", 0) AS "sum_ef8ddd22_in",
        CASE WHEN "t"."sum_ef8ddd22" IS NULL THEN 0 ELSE 1 END AS "sum_ef8ddd22_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_ef8ddd22_out",
        CAST(NULL AS BIGINT) AS "sum_ef8ddd22_known_out",
        coalesce("t"."sum_c23558f4", 0) AS "sum_c23558f4_in",
        CASE WHEN "t"."sum_c23558f4" IS NULL THEN 0 ELSE 1 END AS "sum_c23558f4_known_in",
        CAST(NULL AS DECIMAL(38, 1)) AS "sum_c23558f4_out",
        CAST(NULL AS BIGINT) AS "sum_c23558f4_known_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."vehicle_id", "e"."feature_time"
  ) AS "b" ON "a"."vehicle_id" = "b"."vehicle_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "sum_e6ee0418_in",
      "sum_e6ee0418_known_in",
      "sum_e6ee0418_out",
      "sum_e6ee0418_known_out",
      "sum_4a729a66_in",
      "sum_4a729a66_known_in",
      "sum_4a729a66_out",
      "sum_4a729a66_known_out",
      "sum_d06745ea_in",
      "sum_d06745ea_known_in",
      "sum_d06745ea_out",
      "sum_d06745ea_known_out",
      "sum_56811cac_in",
      "sum_56811cac_known_in",
      "sum_56811cac_out",
      "sum_56811cac_known_out",
      "sum_ef8ddd22_in",
      "sum_ef8ddd22_known_in",
      "sum_ef8ddd22_out",
      "sum_ef8ddd22_known_out",
      "sum_c23558f4_in",
      "sum_c23558f4_known_in",
      "sum_c23558f4_out",
      "sum_c23558f4_known_out"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "vehicle_id",
      $from - INTERVAL '30 days' AS "feature_time",
      0 AS "sum_e6ee0418_in",
      0 AS "sum_e6ee0418_known_in",
      0 AS "sum_e6ee0418_out",
      0 AS "sum_e6ee0418_known_out",
      0 AS "sum_4a729a66_in",
      0 AS "sum_4a729a66_known_in",
      0 AS "sum_4a729a66_out",
      0 AS "sum_4a729a66_known_out",
      0 AS "sum_d06745ea_in",
      0 AS "sum_d06745ea_known_in",
      0 AS "sum_d06745ea_out",
      0 AS "sum_d06745ea_known_out",
      0 AS "sum_56811cac_in",
      0 AS "sum_56811cac_known_in",
      0 AS "sum_56811cac_out",
      0 AS "sum_56811cac_known_out",
      0 AS "sum_ef8ddd22_in",
      0 AS "sum_ef8ddd22_known_in",
      0 AS "sum_ef8ddd22_out",
      0 AS "sum_ef8ddd22_known_out",
      0 AS "sum_c23558f4_in",
      0 AS "sum_c23558f4_known_in",
      0 AS "sum_c23558f4_out",
      0 AS "sum_c23558f4_known_out"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "sum_e6ee0418_in",
      "sum_e6ee0418_known_in",
      "sum_e6ee0418_out",
      "sum_e6ee0418_known_out",
      "sum_4a729a66_in",
      "sum_4a729a66_known_in",
      "sum_4a729a66_out",
      "sum_4a729a66_known_out",
      "sum_d06745ea_in",
      "sum_d06745ea_known_in",
      "sum_d06745ea_out",
      "sum_d06745ea_known_out",
      "sum_56811cac_in",
      "sum_56811cac_known_in",
      "sum_56811cac_out",
      "sum_56811cac_known_out",
      "sum_ef8ddd22_in",
      "sum_ef8ddd22_known_in",
      "sum_ef8ddd22_out",
      "sum_ef8ddd22_known_out",
      "sum_c23558f4_in",
      "sum_c23558f4_known_in",
      "sum_c23558f4_out",
      "sum_c23558f4_known_out"
    FROM "_sparse"
    ORDER BY "vehicle_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      sum("sum_e6ee0418_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_in",
      sum("sum_e6ee0418_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_known_in",
      sum("sum_e6ee0418_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_out",
      sum("sum_e6ee0418_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e6ee0418_known_out",
      sum("sum_4a729a66_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_in",
      sum("sum_4a729a66_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_known_in",
      sum("sum_4a729a66_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_out",
      sum("sum_4a729a66_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_4a729a66_known_out",
      sum("sum_d06745ea_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_d06745ea_in",
      sum("sum_d06745ea_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_d06745ea_known_in",
      sum("sum_d06745ea_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_d06745ea_out",
      sum("sum_d06745ea_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_d06745ea_known_out",
      sum("sum_56811cac_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_56811cac_in",
      sum("sum_56811cac_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_56811cac_known_in",
      sum("sum_56811cac_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_56811cac_out",
      sum("sum_56811cac_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_56811cac_known_out",
      sum("sum_ef8ddd22_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_in",
      sum("sum_ef8ddd22_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_known_in",
      sum("sum_ef8ddd22_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_out",
      sum("sum_ef8ddd22_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_ef8ddd22_known_out",
      sum("sum_c23558f4_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_in",
      sum("sum_c23558f4_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_known_in",
      sum("sum_c23558f4_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_out",
      sum("sum_c23558f4_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_c23558f4_known_out",
      lead("vehicle_id", 1) OVER () AS "_next_vehicle_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "_sum_sum_e6ee0418_in",
      "_sum_sum_e6ee0418_known_in",
      "_sum_sum_e6ee0418_out",
      "_sum_sum_e6ee0418_known_out",
      "_sum_sum_4a729a66_in",
      "_sum_sum_4a729a66_known_in",
      "_sum_sum_4a729a66_out",
      "_sum_sum_4a729a66_known_out",
      "_sum_sum_d06745ea_in",
      "_sum_sum_d06745ea_known_in",
      "_sum_sum_d06745ea_out",
      "_sum_sum_d06745ea_known_out",
      "_sum_sum_56811cac_in",
      "_sum_sum_56811cac_known_in",
      "_sum_sum_56811cac_out",
      "_sum_sum_56811cac_known_out",
      "_sum_sum_ef8ddd22_in",
      "_sum_sum_ef8ddd22_known_in",
      "_sum_sum_ef8ddd22_out",
      "_sum_sum_ef8ddd22_known_out",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_next_vehicle_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_e6ee0418_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_e6ee0418_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_e6ee0418_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_e6ee0418_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_e6ee0418_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_4a729a66_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_4a729a66_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_4a729a66_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_4a729a66_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_4a729a66_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_d06745ea_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_d06745ea_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_d06745ea_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_d06745ea_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_d06745ea_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_d06745ea_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_d06745ea_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_d06745ea_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_56811cac_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_56811cac_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_56811cac_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_56811cac_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_56811cac_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_56811cac_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_56811cac_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_56811cac_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_ef8ddd22_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_ef8ddd22_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_ef8ddd22_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_ef8ddd22_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_ef8ddd22_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_c23558f4_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_c23558f4_known_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "vehicle_id",
      "_sum_sum_e6ee0418_in",
      "_sum_sum_e6ee0418_known_in",
      "_sum_sum_e6ee0418_out",
      "_sum_sum_e6ee0418_known_out",
      "_sum_sum_4a729a66_in",
      "_sum_sum_4a729a66_known_in",
      "_sum_sum_4a729a66_out",
      "_sum_sum_4a729a66_known_out",
      "_sum_sum_d06745ea_in",
      "_sum_sum_d06745ea_known_in",
      "_sum_sum_d06745ea_out",
      "_sum_sum_d06745ea_known_out",
      "_sum_sum_56811cac_in",
      "_sum_sum_56811cac_known_in",
      "_sum_sum_56811cac_out",
      "_sum_sum_56811cac_known_out",
      "_sum_sum_ef8ddd22_in",
      "_sum_sum_ef8ddd22_known_in",
      "_sum_sum_ef8ddd22_out",
      "_sum_sum_ef8ddd22_known_out",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_base_sum_e6ee0418_in",
      "_base_sum_e6ee0418_known_in",
      "_base_sum_e6ee0418_out",
      "_base_sum_e6ee0418_known_out",
      "_base_sum_4a729a66_in",
      "_base_sum_4a729a66_known_in",
      "_base_sum_4a729a66_out",
      "_base_sum_4a729a66_known_out",
      "_base_sum_d06745ea_in",
      "_base_sum_d06745ea_known_in",
      "_base_sum_d06745ea_out",
      "_base_sum_d06745ea_known_out",
      "_base_sum_56811cac_in",
      "_base_sum_56811cac_known_in",
      "_base_sum_56811cac_out",
      "_base_sum_56811cac_known_out",
      "_base_sum_ef8ddd22_in",
      "_base_sum_ef8ddd22_known_in",
      "_base_sum_ef8ddd22_out",
      "_base_sum_ef8ddd22_known_out",
      "_base_sum_c23558f4_in",
      "_base_sum_c23558f4_known_in",
      "_base_sum_c23558f4_out",
      "_base_sum_c23558f4_known_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_vehicle_id" = "vehicle_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      "_sum_sum_e6ee0418_in",
      "_sum_sum_e6ee0418_known_in",
      "_sum_sum_e6ee0418_out",
      "_sum_sum_e6ee0418_known_out",
      "_sum_sum_4a729a66_in",
      "_sum_sum_4a729a66_known_in",
      "_sum_sum_4a729a66_out",
      "_sum_sum_4a729a66_known_out",
      "_sum_sum_d06745ea_in",
      "_sum_sum_d06745ea_known_in",
      "_sum_sum_d06745ea_out",
      "_sum_sum_d06745ea_known_out",
      "_sum_sum_56811cac_in",
      "_sum_sum_56811cac_known_in",
      "_sum_sum_56811cac_out",
      "_sum_sum_56811cac_known_out",
      "_sum_sum_ef8ddd22_in",
      "_sum_sum_ef8ddd22_known_in",
      "_sum_sum_ef8ddd22_out",
      "_sum_sum_ef8ddd22_known_out",
      "_sum_sum_c23558f4_in",
      "_sum_sum_c23558f4_known_in",
      "_sum_sum_c23558f4_out",
      "_sum_sum_c23558f4_known_out",
      "_base_sum_e6ee0418_in",
      "_base_sum_e6ee0418_known_in",
      "_base_sum_e6ee0418_out",
      "_base_sum_e6ee0418_known_out",
      "_base_sum_4a729a66_in",
      "_base_sum_4a729a66_known_in",
      "_base_sum_4a729a66_out",
      "_base_sum_4a729a66_known_out",
      "_base_sum_d06745ea_in",
      "_base_sum_d06745ea_known_in",
      "_base_sum_d06745ea_out",
      "_base_sum_d06745ea_known_out",
      "_base_sum_56811cac_in",
      "_base_sum_56811cac_known_in",
      "_base_sum_56811cac_out",
      "_base_sum_56811cac_known_out",
      "_base_sum_ef8ddd22_in",
      "_base_sum_ef8ddd22_known_in",
      "_base_sum_ef8ddd22_out",
      "_base_sum_ef8ddd22_known_out",
      "_base_sum_c23558f4_in",
      "_base_sum_c23558f4_known_in",
      "_base_sum_c23558f4_out",
      "_base_sum_c23558f4_known_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "vehicle_id",
      "feature_time",
      lag("vehicle_id", 1) OVER () AS "_before_vehicle_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_e6ee0418_known_in" - "_base_sum_e6ee0418_known_in" AS "_sum_sum_e6ee0418_known_in_unbounded_0",
      lag("_sum_sum_e6ee0418_known_out", 30) OVER () - "_base_sum_e6ee0418_known_out" AS "_sum_sum_e6ee0418_known_out_unbounded_30",
      "_sum_sum_e6ee0418_in" - "_base_sum_e6ee0418_in" AS "_sum_sum_e6ee0418_in_unbounded_0",
      lag("_sum_sum_e6ee0418_out", 30) OVER () - "_base_sum_e6ee0418_out" AS "_sum_sum_e6ee0418_out_unbounded_30",
      "_sum_sum_4a729a66_known_in" - "_base_sum_4a729a66_known_in" AS "_sum_sum_4a729a66_known_in_unbounded_0",
      lag("_sum_sum_4a729a66_known_out", 30) OVER () - "_base_sum_4a729a66_known_out" AS "_sum_sum_4a729a66_known_out_unbounded_30",
      "_sum_sum_4a729a66_in" - "_base_sum_4a729a66_in" AS "_sum_sum_4a729a66_in_unbounded_0",
      lag("_sum_sum_4a729a66_out", 30) OVER () - "_base_sum_4a729a66_out" AS "_sum_sum_4a729a66_out_unbounded_30",
      "_sum_sum_d06745ea_known_in" - "_base_sum_d06745ea_known_in" AS "_sum_sum_d06745ea_known_in_unbounded_0",
      lag("_sum_sum_d06745ea_known_out", 30) OVER () - "_base_sum_d06745ea_known_out" AS "_sum_sum_d06745ea_known_out_unbounded_30",
      "_sum_sum_d06745ea_in" - "_base_sum_d06745ea_in" AS "_sum_sum_d06745ea_in_unbounded_0",
      lag("_sum_sum_d06745ea_out", 30) OVER () - "_base_sum_d06745ea_out" AS "_sum_sum_d06745ea_out_unbounded_30",
      "_sum_sum_56811cac_known_in" - "_base_sum_56811cac_known_in" AS "_sum_sum_56811cac_known_in_unbounded_0",
      lag("_sum_sum_56811cac_known_out", 30) OVER () - "_base_sum_56811cac_known_out" AS "_sum_sum_56811cac_known_out_unbounded_30",
      "_sum_sum_56811cac_in" - "_base_sum_56811cac_in" AS "_sum_sum_56811cac_in_unbounded_0",
      lag("_sum_sum_56811cac_out", 30) OVER () - "_base_sum_56811cac_out" AS "_sum_sum_56811cac_out_unbounded_30",
      "_sum_sum_ef8ddd22_known_in" - "_base_sum_ef8ddd22_known_in" AS "_sum_sum_ef8ddd22_known_in_unbounded_0",
      lag("_sum_sum_ef8ddd22_known_out", 30) OVER () - "_base_sum_ef8ddd22_known_out" AS "_sum_sum_ef8ddd22_known_out_unbounded_30",
      "_sum_sum_ef8ddd22_in" - "_base_sum_ef8ddd22_in" AS "_sum_sum_ef8ddd22_in_unbounded_0",
      lag("_sum_sum_ef8ddd22_out", 30) OVER () - "_base_sum_ef8ddd22_out" AS "_sum_sum_ef8ddd22_out_unbounded_30",
      "_sum_sum_c23558f4_known_in" - "_base_sum_c23558f4_known_in" AS "_sum_sum_c23558f4_known_in_unbounded_0",
      lag("_sum_sum_c23558f4_known_out", 30) OVER () - "_base_sum_c23558f4_known_out" AS "_sum_sum_c23558f4_known_out_unbounded_30",
      "_sum_sum_c23558f4_in" - "_base_sum_c23558f4_in" AS "_sum_sum_c23558f4_in_unbounded_0",
      lag("_sum_sum_c23558f4_out", 30) OVER () - "_base_sum_c23558f4_out" AS "_sum_sum_c23558f4_out_unbounded_30"
    FROM "_cells"
  )
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_e6ee0418_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e6ee0418_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_e6ee0418_in_unbounded_0", 0) - coalesce("c"."_sum_sum_e6ee0418_out_unbounded_30", 0) END AS "sum_e6ee0418_2592000",
    CASE WHEN coalesce("c"."_sum_sum_4a729a66_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_4a729a66_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_4a729a66_in_unbounded_0", 0) - coalesce("c"."_sum_sum_4a729a66_out_unbounded_30", 0) END AS "sum_4a729a66_2592000",
    CASE WHEN coalesce("c"."_sum_sum_d06745ea_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_d06745ea_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_d06745ea_in_unbounded_0", 0) - coalesce("c"."_sum_sum_d06745ea_out_unbounded_30", 0) END AS "sum_d06745ea_2592000",
    CASE WHEN coalesce("c"."_sum_sum_56811cac_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_56811cac_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_56811cac_in_unbounded_0", 0) - coalesce("c"."_sum_sum_56811cac_out_unbounded_30", 0) END AS "sum_56811cac_2592000",
    CASE WHEN coalesce("c"."_sum_sum_ef8ddd22_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_ef8ddd22_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_ef8ddd22_in_unbounded_0", 0) - coalesce("c"."_sum_sum_ef8ddd22_out_unbounded_30", 0) END AS "sum_ef8ddd22_2592000",
    CASE WHEN coalesce("c"."_sum_sum_c23558f4_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_c23558f4_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_c23558f4_in_unbounded_0", 0) - coalesce("c"."_sum_sum_c23558f4_out_unbounded_30", 0) END AS "sum_c23558f4_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."vehicle_id" = "k"."vehicle_id"
  WHERE CASE WHEN CASE WHEN "c"."vehicle_id" = "c"."_before_vehicle_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_later" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_e6ee0418") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_e6ee0418_2592000",
    sum("t"."sum_4a729a66") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_4a729a66_2592000",
    sum("t"."sum_d06745ea") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_d06745ea_2592000",
    sum("t"."sum_56811cac") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_56811cac_2592000",
    sum("t"."sum_ef8ddd22") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_ef8ddd22_2592000",
    sum("t"."sum_c23558f4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_c23558f4_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."vehicle_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."vehicle_id" AS "vehicle_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t1_frames"."sum_e6ee0418_2592000" IS NULL THEN "t1_later"."sum_e6ee0418_2592000" ELSE CASE WHEN "t1_later"."sum_e6ee0418_2592000" IS NULL THEN "t1_frames"."sum_e6ee0418_2592000" ELSE "t1_frames"."sum_e6ee0418_2592000" + "t1_later"."sum_e6ee0418_2592000" END END AS DECIMAL(38, 1)) AS "_sum_73d9a390",
    CAST(CASE WHEN "t1_frames"."sum_4a729a66_2592000" IS NULL THEN "t1_later"."sum_4a729a66_2592000" ELSE CASE WHEN "t1_later"."sum_4a729a66_2592000" IS NULL THEN "t1_frames"."sum_4a729a66_2592000" ELSE "t1_frames"."sum_4a729a66_2592000" + "t1_later"."sum_4a729a66_2592000" END END AS DECIMAL(38, 2)) AS "_sum_3baaa084",
    CAST(CASE WHEN "t1_frames"."sum_d06745ea_2592000" IS NULL THEN "t1_later"."sum_d06745ea_2592000" ELSE CASE WHEN "t1_later"."sum_d06745ea_2592000" IS NULL THEN "t1_frames"."sum_d06745ea_2592000" ELSE "t1_frames"."sum_d06745ea_2592000" + "t1_later"."sum_d06745ea_2592000" END END AS DECIMAL(38, 2)) AS "_sum_9f673ed0",
    CAST(CASE WHEN "t1_frames"."sum_56811cac_2592000" IS NULL THEN "t1_later"."sum_56811cac_2592000" ELSE CASE WHEN "t1_later"."sum_56811cac_2592000" IS NULL THEN "t1_frames"."sum_56811cac_2592000" ELSE "t1_frames"."sum_56811cac_2592000" + "t1_later"."sum_56811cac_2592000" END END AS DECIMAL(38, 2)) AS "_sum_6da7b5c0",
    CAST(CASE WHEN "t1_frames"."sum_ef8ddd22_2592000" IS NULL THEN "t1_later"."sum_ef8ddd22_2592000" ELSE CASE WHEN "t1_later"."sum_ef8ddd22_2592000" IS NULL THEN "t1_frames"."sum_ef8ddd22_2592000" ELSE "t1_frames"."sum_ef8ddd22_2592000" + "t1_later"."sum_ef8ddd22_2592000" END END AS DECIMAL(38, 2)) AS "_sum_3adbb068",
    CAST(CASE WHEN "t1_frames"."sum_c23558f4_2592000" IS NULL THEN "t1_later"."sum_c23558f4_2592000" ELSE CASE WHEN "t1_later"."sum_c23558f4_2592000" IS NULL THEN "t1_frames"."sum_c23558f4_2592000" ELSE "t1_frames"."sum_c23558f4_2592000" + "t1_later"."sum_c23558f4_2592000" END END AS DECIMAL(38, 1)) AS "_sum_384fd884"
  FROM "t1_frames"
  LEFT JOIN "t1_later" ON "t1_frames"."vehicle_id" = "t1_later"."vehicle_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_sum_73d9a390" AS "_sum_73d9a390",
    "t1"."_sum_3baaa084" AS "_sum_3baaa084",
    "t1"."_sum_9f673ed0" AS "_sum_9f673ed0",
    "t1"."_sum_6da7b5c0" AS "_sum_6da7b5c0",
    "t1"."_sum_3adbb068" AS "_sum_3adbb068",
    "t1"."_sum_384fd884" AS "_sum_384fd884"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."vehicle_id" = "t1"."vehicle_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_sum_9f673ed0" AS "_sum_9f673ed0",
    "b"."_sum_6da7b5c0" AS "_sum_6da7b5c0",
    "b"."_sum_3adbb068" AS "_sum_3adbb068",
    "b"."_sum_384fd884" AS "_sum_384fd884",
    (CAST("b"."_sum_73d9a390" AS DOUBLE) / NULLIF(CAST("b"."_sum_3baaa084" AS DOUBLE), 0)) * 2.352146e0 AS "fuel_efficiency_mpg",
    CAST("b"."_sum_9f673ed0" AS DOUBLE) / NULLIF(CAST("b"."_sum_6da7b5c0" AS DOUBLE), 0) AS "vehicle_profit_margin_30d",
    (CAST("b"."_sum_3adbb068" AS DOUBLE) / NULLIF(CAST("b"."_sum_384fd884" AS DOUBLE), 0)) * 1.609344e0 AS "cost_per_mile_30d"
  FROM "base" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg",
  "r"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d",
  "r"."cost_per_mile_30d" AS "cost_per_mile_30d",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."vehicle_economy__ge59e131c"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."vehicle_economy__ge59e131c" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "fuel_efficiency_mpg",
  "vehicle_profit_margin_30d",
  "cost_per_mile_30d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_captured_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_captured_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_captured_entering" AS "e"
),
"_captured_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_captured_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_captured" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_captured_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"_events_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day') AS "alive_from",
    min("t"."min_4609c5e3") AS "happened"
  FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
  WHERE "t"."known_tile" < $to
  GROUP BY "t"."vehicle_id", greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day')
),
"_runs" AS (
  SELECT DISTINCT
    "s"."captured_at" AS "captured_at"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
),
"_run_spans" AS (
  SELECT
    "r"."captured_at" AS "captured_at",
    lead("r"."captured_at") OVER (ORDER BY "r"."captured_at" DESC NULLS LAST) AS "previous_at"
  FROM "_runs" AS "r"
),
"_lives" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    min("e"."alive_from") AS "alive_from",
    min(CASE WHEN "r"."captured_at" IS NOT NULL THEN CASE WHEN "e"."alive_from" IS NOT NULL AND (date_trunc('day', "r"."captured_at") + INTERVAL '1 day') IS NOT NULL THEN greatest("e"."alive_from", date_trunc('day', "r"."captured_at") + INTERVAL '1 day') END END) AS "alive_until"
  FROM "_events_seen" AS "e"
  LEFT JOIN "_run_spans" AS "r" ON "e"."happened" < "r"."captured_at"
    AND ("r"."previous_at" IS NULL OR "e"."happened" >= "r"."previous_at")
  GROUP BY "e"."vehicle_id"
),
"_captured_first" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    min(date_trunc('day', "s"."captured_at") + INTERVAL '1 day') AS "alive_from"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
  GROUP BY "s"."vehicle_id"
),
"_before_capture" AS (
  SELECT
    "f"."vehicle_id" AS "vehicle_id",
    "f"."alive_from" AS "alive_from",
    "f"."alive_until" AS "alive_until"
  FROM "_lives" AS "f"
  LEFT JOIN "_captured_first" AS "c" ON "f"."vehicle_id" = "c"."vehicle_id"
  WHERE "c"."alive_from" IS NULL OR "c"."alive_from" > "f"."alive_from"
),
"grid" AS (
  SELECT DISTINCT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time"
  FROM (
    SELECT
      "v"."vehicle_id" AS "vehicle_id",
      "v"."feature_time" AS "feature_time"
    FROM "_captured" AS "v"
    WHERE NOT "v"."_is_deleted"
    UNION ALL
    SELECT
      "f"."vehicle_id" AS "vehicle_id",
      "p"."feature_time" AS "feature_time"
    FROM "_before_capture" AS "f"
    INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
    WHERE "f"."alive_until" IS NULL OR "p"."feature_time" < "f"."alive_until"
  ) AS "g"
),
"t1_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_e6ee0418") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_e6ee0418_2592000",
    sum("t"."sum_4a729a66") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_4a729a66_2592000",
    sum("t"."sum_d06745ea") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_d06745ea_2592000",
    sum("t"."sum_56811cac") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_56811cac_2592000",
    sum("t"."sum_ef8ddd22") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_ef8ddd22_2592000",
    sum("t"."sum_c23558f4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_c23558f4_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_vehicle_id_1dx1d__g1919392d" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."vehicle_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."vehicle_id" AS "vehicle_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_e6ee0418_2592000" AS DECIMAL(38, 1)) AS "_sum_73d9a390",
    CAST("t1_seen"."sum_4a729a66_2592000" AS DECIMAL(38, 2)) AS "_sum_3baaa084",
    CAST("t1_seen"."sum_d06745ea_2592000" AS DECIMAL(38, 2)) AS "_sum_9f673ed0",
    CAST("t1_seen"."sum_56811cac_2592000" AS DECIMAL(38, 2)) AS "_sum_6da7b5c0",
    CAST("t1_seen"."sum_ef8ddd22_2592000" AS DECIMAL(38, 2)) AS "_sum_3adbb068",
    CAST("t1_seen"."sum_c23558f4_2592000" AS DECIMAL(38, 1)) AS "_sum_384fd884"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_sum_73d9a390" AS "_sum_73d9a390",
    "t1"."_sum_3baaa084" AS "_sum_3baaa084",
    "t1"."_sum_9f673ed0" AS "_sum_9f673ed0",
    "t1"."_sum_6da7b5c0" AS "_sum_6da7b5c0",
    "t1"."_sum_3adbb068" AS "_sum_3adbb068",
    "t1"."_sum_384fd884" AS "_sum_384fd884"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."vehicle_id" = "t1"."vehicle_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_73d9a390" AS "_sum_73d9a390",
    "b"."_sum_3baaa084" AS "_sum_3baaa084",
    "b"."_sum_9f673ed0" AS "_sum_9f673ed0",
    "b"."_sum_6da7b5c0" AS "_sum_6da7b5c0",
    "b"."_sum_3adbb068" AS "_sum_3adbb068",
    "b"."_sum_384fd884" AS "_sum_384fd884",
    (CAST("b"."_sum_73d9a390" AS DOUBLE) / NULLIF(CAST("b"."_sum_3baaa084" AS DOUBLE), 0)) * 2.352146e0 AS "fuel_efficiency_mpg",
    CAST("b"."_sum_9f673ed0" AS DOUBLE) / NULLIF(CAST("b"."_sum_6da7b5c0" AS DOUBLE), 0) AS "vehicle_profit_margin_30d",
    (CAST("b"."_sum_3adbb068" AS DOUBLE) / NULLIF(CAST("b"."_sum_384fd884" AS DOUBLE), 0)) * 1.609344e0 AS "cost_per_mile_30d"
  FROM "base" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg",
  "r"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d",
  "r"."cost_per_mile_30d" AS "cost_per_mile_30d",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."vehicle_economy" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "fuel_efficiency_mpg",
  "vehicle_profit_margin_30d",
  "cost_per_mile_30d",
  "computed_at"
) AS
SELECT
  "v"."vehicle_id" AS "vehicle_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."fuel_efficiency_mpg" AS "fuel_efficiency_mpg",
  "v"."vehicle_profit_margin_30d" AS "vehicle_profit_margin_30d",
  "v"."cost_per_mile_30d" AS "cost_per_mile_30d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vehicle_economy__ge59e131c" AS "v";

COMMENT ON VIEW "main"."vehicle_economy" IS 'What a vehicle burns, costs and earns.
[feat logistics/main view.vehicle_economy a64020fc.f7da1f97.e59e131c]';

COMMENT ON COLUMN "main"."vehicle_economy"."fuel_efficiency_mpg" IS 'Miles per gallon over the last 30 days; deliveries without a fuel reading are left out.';

COMMENT ON COLUMN "main"."vehicle_economy"."vehicle_profit_margin_30d" IS 'Share of the revenue of the last 30 days that its deliveries did not cost.';

COMMENT ON COLUMN "main"."vehicle_economy"."cost_per_mile_30d" IS 'What a mile of its deliveries cost over the last 30 days.';
