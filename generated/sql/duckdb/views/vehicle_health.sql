-- view.vehicle_health
-- What a vehicle is, in which state, and when it needs the workshop.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."vehicle_health__g9e052987" (
  "vehicle_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "vehicle_age_years" DOUBLE,
  "vehicle_type_numeric" BIGINT,
  "capacity_kg" DECIMAL(9, 1),
  "maintenance_interval_miles" BIGINT,
  "vehicle_status_numeric" BIGINT,
  "current_mileage" DECIMAL(10, 1),
  "days_since_last_maintenance" DOUBLE,
  "maintenance_risk_score" DOUBLE,
  "predicted_maintenance_date" DATE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vehicle_health__g9e052987" IS '[feat logistics/main view.vehicle_health feat_storage.vehicle_health__g9e052987]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."vehicle_health__g9e052987"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."vehicle_health__g9e052987" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "vehicle_age_years",
  "vehicle_type_numeric",
  "capacity_kg",
  "maintenance_interval_miles",
  "vehicle_status_numeric",
  "current_mileage",
  "days_since_last_maintenance",
  "maintenance_risk_score",
  "predicted_maintenance_date",
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
    min("t"."min_0e4a016d") AS "happened"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."known_tile" < $to
  GROUP BY "t"."vehicle_id", greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day')
  UNION ALL
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day') AS "alive_from",
    min("t"."min_8351787c") AS "happened"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
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
"t1_keys" AS (
  SELECT DISTINCT
    "t"."vehicle_id" AS "vehicle_id"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."known_tile" < $to
),
"t1_cells" AS (
  SELECT
    "k"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time"
  FROM "t1_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"_last_11f654dc_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_e15f953d" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_cfbe95c7" ASC NULLS FIRST, "t"."lasttie_10e716dc" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."lasttime_cfbe95c7" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_11f654dc_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_11f654dc_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_11f654dc_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t1_cells" AS "c"
  LEFT JOIN "_last_11f654dc_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_11f654dc" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_11f654dc"
  FROM "_last_11f654dc_best" AS "b"
  INNER JOIN "_last_11f654dc_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_slope_4d6f045e_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_2b95f64a" AS "n_2b95f64a",
    "t"."mean_f928876c" AS "mean_f928876c",
    "t"."m2x_3a47a622" AS "m2x_3a47a622",
    "t"."cxy_eb4ad61d" AS "cxy_eb4ad61d",
    "t"."meanx_065d1294" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_4d6f045e_centred" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_2b95f64a" AS "n_2b95f64a",
    "e"."m2x_3a47a622" AS "m2x_3a47a622",
    "e"."cxy_eb4ad61d" AS "cxy_eb4ad61d",
    "e"."x" - (CAST(sum(CAST("e"."n_2b95f64a" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_2b95f64a") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_f928876c" - (CAST(sum(CAST("e"."n_2b95f64a" AS DOUBLE) * "e"."mean_f928876c") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_2b95f64a") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_4d6f045e_seen" AS "e"
),
"_slope_4d6f045e" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_2b95f64a") >= 2 THEN CAST(sum("g"."cxy_eb4ad61d" + (CAST("g"."n_2b95f64a" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_3a47a622" + (CAST("g"."n_2b95f64a" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_4d6f045e"
  FROM "_slope_4d6f045e_centred" AS "g"
  GROUP BY "g"."vehicle_id", "g"."feature_time"
),
"_last_a8558830_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_a0ebe76b" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_2281edf9" ASC NULLS FIRST, "t"."lasttie_595c9345" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."lasttime_2281edf9" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_a8558830_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_a8558830_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_a8558830_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t1_cells" AS "c"
  LEFT JOIN "_last_a8558830_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_a8558830" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_a8558830"
  FROM "_last_a8558830_best" AS "b"
  INNER JOIN "_last_a8558830_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"t2_keys" AS (
  SELECT DISTINCT
    "t"."vehicle_id" AS "vehicle_id"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
  WHERE "t"."known_tile" < $to
),
"t2_cells" AS (
  SELECT
    "k"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time"
  FROM "t2_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"_last_8ba1bac9_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_4c11118b" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_2e49eb7f" ASC NULLS FIRST, "t"."lasttie_72e579c0" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
  WHERE "t"."lasttime_2e49eb7f" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_8ba1bac9_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_8ba1bac9_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_8ba1bac9_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_last_8ba1bac9_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_8ba1bac9" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_8ba1bac9"
  FROM "_last_8ba1bac9_best" AS "b"
  INNER JOIN "_last_8ba1bac9_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_last_10f1b09f_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_410a1506" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_ec085f33" ASC NULLS FIRST, "t"."lasttie_92fd78d1" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
  WHERE "t"."lasttime_ec085f33" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_10f1b09f_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_10f1b09f_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_10f1b09f_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_last_10f1b09f_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_10f1b09f" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_10f1b09f"
  FROM "_last_10f1b09f_best" AS "b"
  INNER JOIN "_last_10f1b09f_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_as_of_cd780417_fixed" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."built_on" AS "_built_on",
    "s"."vehicle_type" AS "_vehicle_type",
    "s"."capacity_kg" AS "_capacity_kg",
    "s"."maintenance_interval_miles" AS "_maintenance_interval_miles"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE NOT "s"."is_deleted"
  QUALIFY row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"_as_of_cd780417_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."status" AS "_status",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_as_of_cd780417_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_status" AS "_status",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_cd780417_entering" AS "e"
),
"_as_of_cd780417_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_status" AS "_status",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_cd780417_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_cd780417" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_status" AS "_status",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_cd780417_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_cd780417_fixed"."_built_on" AS "_attribute_8ddf019f",
    "_as_of_cd780417_fixed"."_vehicle_type" AS "_attribute_247deac3",
    "_as_of_cd780417_fixed"."_capacity_kg" AS "_attribute_c7e61545",
    "_as_of_cd780417_fixed"."_maintenance_interval_miles" AS "_attribute_a7b38141",
    "_as_of_cd780417"."_status" AS "_attribute_34ac68e5",
    "_last_11f654dc"."_last_11f654dc" AS "_last_11f654dc",
    "_last_8ba1bac9"."_last_8ba1bac9" AS "_last_8ba1bac9",
    "_last_10f1b09f"."_last_10f1b09f" AS "_last_10f1b09f",
    "_slope_4d6f045e"."_slope_4d6f045e" AS "_slope_4d6f045e",
    "_last_a8558830"."_last_a8558830" AS "_last_a8558830"
  FROM "grid" AS "g"
  LEFT JOIN "_last_11f654dc" ON "g"."vehicle_id" = "_last_11f654dc"."vehicle_id"
    AND "g"."feature_time" = "_last_11f654dc"."feature_time"
  LEFT JOIN "_slope_4d6f045e" ON "g"."vehicle_id" = "_slope_4d6f045e"."vehicle_id"
    AND "g"."feature_time" = "_slope_4d6f045e"."feature_time"
  LEFT JOIN "_last_a8558830" ON "g"."vehicle_id" = "_last_a8558830"."vehicle_id"
    AND "g"."feature_time" = "_last_a8558830"."feature_time"
  LEFT JOIN "_last_8ba1bac9" ON "g"."vehicle_id" = "_last_8ba1bac9"."vehicle_id"
    AND "g"."feature_time" = "_last_8ba1bac9"."feature_time"
  LEFT JOIN "_last_10f1b09f" ON "g"."vehicle_id" = "_last_10f1b09f"."vehicle_id"
    AND "g"."feature_time" = "_last_10f1b09f"."feature_time"
  LEFT JOIN "_as_of_cd780417_fixed" ON "g"."vehicle_id" = "_as_of_cd780417_fixed"."vehicle_id"
  LEFT JOIN "_as_of_cd780417" ON "g"."vehicle_id" = "_as_of_cd780417"."vehicle_id"
    AND "g"."feature_time" = "_as_of_cd780417"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_8ddf019f" AS "_attribute_8ddf019f",
    "b"."_attribute_247deac3" AS "_attribute_247deac3",
    "b"."_attribute_c7e61545" AS "_attribute_c7e61545",
    "b"."_attribute_a7b38141" AS "_attribute_a7b38141",
    "b"."_attribute_34ac68e5" AS "_attribute_34ac68e5",
    "b"."_last_11f654dc" AS "_last_11f654dc",
    "b"."_last_8ba1bac9" AS "_last_8ba1bac9",
    "b"."_last_10f1b09f" AS "_last_10f1b09f",
    "b"."_slope_4d6f045e" AS "_slope_4d6f045e",
    "b"."_last_a8558830" AS "_last_a8558830",
    (date_diff('microsecond', CAST("b"."_attribute_8ddf019f" AS TIMESTAMP), "b"."feature_time") / 86400000000e0) / 365.25e0 AS "vehicle_age_years",
    CASE
      WHEN "b"."_attribute_247deac3" = 'van' THEN 1
      WHEN "b"."_attribute_247deac3" = 'box_truck' THEN 2
      WHEN "b"."_attribute_247deac3" = 'semi' THEN 3
      WHEN "b"."_attribute_247deac3" = 'reefer' THEN 4
      ELSE 0
    END AS "vehicle_type_numeric",
    "b"."_attribute_c7e61545" AS "capacity_kg",
    "b"."_attribute_a7b38141" AS "maintenance_interval_miles",
    CASE
      WHEN "b"."_attribute_34ac68e5" = 'retired' THEN 0
      WHEN "b"."_attribute_34ac68e5" = 'idle' THEN 1
      WHEN "b"."_attribute_34ac68e5" = 'in_service' THEN 2
      WHEN "b"."_attribute_34ac68e5" = 'active' THEN 3
    END AS "vehicle_status_numeric",
    "b"."_last_11f654dc" AS "current_mileage",
    date_diff('microsecond', "b"."_last_8ba1bac9", "b"."feature_time") / 86400000000e0 AS "days_since_last_maintenance"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_8ddf019f" AS "_attribute_8ddf019f",
    "b"."_attribute_247deac3" AS "_attribute_247deac3",
    "b"."_attribute_c7e61545" AS "_attribute_c7e61545",
    "b"."_attribute_a7b38141" AS "_attribute_a7b38141",
    "b"."_attribute_34ac68e5" AS "_attribute_34ac68e5",
    "b"."_last_11f654dc" AS "_last_11f654dc",
    "b"."_last_8ba1bac9" AS "_last_8ba1bac9",
    "b"."_last_10f1b09f" AS "_last_10f1b09f",
    "b"."_slope_4d6f045e" AS "_slope_4d6f045e",
    "b"."_last_a8558830" AS "_last_a8558830",
    "b"."vehicle_age_years" AS "vehicle_age_years",
    "b"."vehicle_type_numeric" AS "vehicle_type_numeric",
    "b"."capacity_kg" AS "capacity_kg",
    "b"."maintenance_interval_miles" AS "maintenance_interval_miles",
    "b"."vehicle_status_numeric" AS "vehicle_status_numeric",
    "b"."current_mileage" AS "current_mileage",
    "b"."days_since_last_maintenance" AS "days_since_last_maintenance",
    (coalesce(CASE WHEN CASE WHEN (CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0), 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0), 0e0) END, 1e0) END, 0.5e0) * 0.7e0) + (CASE WHEN CASE WHEN (CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0, 0e0) END, 1e0) END * 0.3e0) AS "maintenance_risk_score",
    CAST((CAST("b"."_last_a8558830" AS DATE) + CAST(CAST(CAST(round(CASE WHEN CASE WHEN (CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0), 0e0) END IS NOT NULL AND 730e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0), 0e0) END, 730e0) END, 0) AS DECIMAL(38, 0)) AS BIGINT) AS INTEGER)) AS DATE) AS "predicted_maintenance_date"
  FROM "level_1" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."vehicle_age_years" AS "vehicle_age_years",
  "r"."vehicle_type_numeric" AS "vehicle_type_numeric",
  "r"."capacity_kg" AS "capacity_kg",
  "r"."maintenance_interval_miles" AS "maintenance_interval_miles",
  "r"."vehicle_status_numeric" AS "vehicle_status_numeric",
  "r"."current_mileage" AS "current_mileage",
  "r"."days_since_last_maintenance" AS "days_since_last_maintenance",
  "r"."maintenance_risk_score" AS "maintenance_risk_score",
  "r"."predicted_maintenance_date" AS "predicted_maintenance_date",
  $now AS "computed_at"
FROM "level_2" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."vehicle_health__g9e052987"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."vehicle_health__g9e052987" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "vehicle_age_years",
  "vehicle_type_numeric",
  "capacity_kg",
  "maintenance_interval_miles",
  "vehicle_status_numeric",
  "current_mileage",
  "days_since_last_maintenance",
  "maintenance_risk_score",
  "predicted_maintenance_date",
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
    min("t"."min_0e4a016d") AS "happened"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."known_tile" < $to
  GROUP BY "t"."vehicle_id", greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day')
  UNION ALL
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day') AS "alive_from",
    min("t"."min_8351787c") AS "happened"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
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
"t1_keys" AS (
  SELECT DISTINCT
    "t"."vehicle_id" AS "vehicle_id"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."known_tile" < $to
),
"t1_cells" AS (
  SELECT
    "k"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time"
  FROM "t1_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"_last_11f654dc_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_e15f953d" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_cfbe95c7" ASC NULLS FIRST, "t"."lasttie_10e716dc" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."lasttime_cfbe95c7" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_11f654dc_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_11f654dc_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_11f654dc_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t1_cells" AS "c"
  LEFT JOIN "_last_11f654dc_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_11f654dc" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_11f654dc"
  FROM "_last_11f654dc_best" AS "b"
  INNER JOIN "_last_11f654dc_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_slope_4d6f045e_seen" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "t"."n_2b95f64a" AS "n_2b95f64a",
    "t"."mean_f928876c" AS "mean_f928876c",
    "t"."m2x_3a47a622" AS "m2x_3a47a622",
    "t"."cxy_eb4ad61d" AS "cxy_eb4ad61d",
    "t"."meanx_065d1294" + (date_diff('microsecond', "p"."feature_time", "t"."event_tile") / 86400000000e0) AS "x"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
),
"_slope_4d6f045e_centred" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."feature_time" AS "feature_time",
    "e"."n_2b95f64a" AS "n_2b95f64a",
    "e"."m2x_3a47a622" AS "m2x_3a47a622",
    "e"."cxy_eb4ad61d" AS "cxy_eb4ad61d",
    "e"."x" - (CAST(sum(CAST("e"."n_2b95f64a" AS DOUBLE) * "e"."x") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_2b95f64a") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_x",
    "e"."mean_f928876c" - (CAST(sum(CAST("e"."n_2b95f64a" AS DOUBLE) * "e"."mean_f928876c") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE) / NULLIF(CAST(sum("e"."n_2b95f64a") OVER (PARTITION BY "e"."vehicle_id", "e"."feature_time") AS DOUBLE), 0)) AS "off_y"
  FROM "_slope_4d6f045e_seen" AS "e"
),
"_slope_4d6f045e" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    CASE
      WHEN sum("g"."n_2b95f64a") >= 2 THEN CAST(sum("g"."cxy_eb4ad61d" + (CAST("g"."n_2b95f64a" AS DOUBLE) * ("g"."off_x" * "g"."off_y"))) AS DOUBLE) / NULLIF(CAST(sum("g"."m2x_3a47a622" + (CAST("g"."n_2b95f64a" AS DOUBLE) * ("g"."off_x" * "g"."off_x"))) AS DOUBLE), 0)
    END AS "_slope_4d6f045e"
  FROM "_slope_4d6f045e_centred" AS "g"
  GROUP BY "g"."vehicle_id", "g"."feature_time"
),
"_last_a8558830_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_a0ebe76b" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_2281edf9" ASC NULLS FIRST, "t"."lasttie_595c9345" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_odometer_vehicle_id_1dx1d__g635a209b" AS "t"
  WHERE "t"."lasttime_2281edf9" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_a8558830_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_a8558830_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_a8558830_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t1_cells" AS "c"
  LEFT JOIN "_last_a8558830_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_a8558830" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_a8558830"
  FROM "_last_a8558830_best" AS "b"
  INNER JOIN "_last_a8558830_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"t2_keys" AS (
  SELECT DISTINCT
    "t"."vehicle_id" AS "vehicle_id"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
  WHERE "t"."known_tile" < $to
),
"t2_cells" AS (
  SELECT
    "k"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time"
  FROM "t2_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"_last_8ba1bac9_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_4c11118b" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_2e49eb7f" ASC NULLS FIRST, "t"."lasttie_72e579c0" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
  WHERE "t"."lasttime_2e49eb7f" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_8ba1bac9_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_8ba1bac9_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_8ba1bac9_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_last_8ba1bac9_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_8ba1bac9" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_8ba1bac9"
  FROM "_last_8ba1bac9_best" AS "b"
  INNER JOIN "_last_8ba1bac9_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_last_10f1b09f_ranked" AS (
  SELECT
    "t"."vehicle_id" AS "vehicle_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_410a1506" AS "value",
    row_number() OVER (PARTITION BY "t"."vehicle_id" ORDER BY "t"."lasttime_ec085f33" ASC NULLS FIRST, "t"."lasttie_92fd78d1" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_maintenance_vehicle_id_1dx1d__g96ddb502" AS "t"
  WHERE "t"."lasttime_ec085f33" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_10f1b09f_entries" AS (
  SELECT
    "r"."vehicle_id" AS "vehicle_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_10f1b09f_ranked" AS "r"
  GROUP BY "r"."vehicle_id", "r"."feature_time"
),
"_last_10f1b09f_best" AS (
  SELECT
    "c"."vehicle_id" AS "vehicle_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."vehicle_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_last_10f1b09f_entries" AS "d" ON "c"."vehicle_id" = "d"."vehicle_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_10f1b09f" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_10f1b09f"
  FROM "_last_10f1b09f_best" AS "b"
  INNER JOIN "_last_10f1b09f_ranked" AS "r" ON "b"."vehicle_id" = "r"."vehicle_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_as_of_cd780417_fixed" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."built_on" AS "_built_on",
    "s"."vehicle_type" AS "_vehicle_type",
    "s"."capacity_kg" AS "_capacity_kg",
    "s"."maintenance_interval_miles" AS "_maintenance_interval_miles"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE NOT "s"."is_deleted"
  QUALIFY row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"_as_of_cd780417_entering" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."status" AS "_status",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
),
"_as_of_cd780417_newest" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_status" AS "_status",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_cd780417_entering" AS "e"
),
"_as_of_cd780417_kept" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "e"."enters" AS "enters",
    "e"."_status" AS "_status",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."vehicle_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_cd780417_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_cd780417" AS (
  SELECT
    "e"."vehicle_id" AS "vehicle_id",
    "p"."feature_time" AS "feature_time",
    "e"."_status" AS "_status",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_cd780417_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."vehicle_id" AS "vehicle_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_cd780417_fixed"."_built_on" AS "_attribute_8ddf019f",
    "_as_of_cd780417_fixed"."_vehicle_type" AS "_attribute_247deac3",
    "_as_of_cd780417_fixed"."_capacity_kg" AS "_attribute_c7e61545",
    "_as_of_cd780417_fixed"."_maintenance_interval_miles" AS "_attribute_a7b38141",
    "_as_of_cd780417"."_status" AS "_attribute_34ac68e5",
    "_last_11f654dc"."_last_11f654dc" AS "_last_11f654dc",
    "_last_8ba1bac9"."_last_8ba1bac9" AS "_last_8ba1bac9",
    "_last_10f1b09f"."_last_10f1b09f" AS "_last_10f1b09f",
    "_slope_4d6f045e"."_slope_4d6f045e" AS "_slope_4d6f045e",
    "_last_a8558830"."_last_a8558830" AS "_last_a8558830"
  FROM "grid" AS "g"
  LEFT JOIN "_last_11f654dc" ON "g"."vehicle_id" = "_last_11f654dc"."vehicle_id"
    AND "g"."feature_time" = "_last_11f654dc"."feature_time"
  LEFT JOIN "_slope_4d6f045e" ON "g"."vehicle_id" = "_slope_4d6f045e"."vehicle_id"
    AND "g"."feature_time" = "_slope_4d6f045e"."feature_time"
  LEFT JOIN "_last_a8558830" ON "g"."vehicle_id" = "_last_a8558830"."vehicle_id"
    AND "g"."feature_time" = "_last_a8558830"."feature_time"
  LEFT JOIN "_last_8ba1bac9" ON "g"."vehicle_id" = "_last_8ba1bac9"."vehicle_id"
    AND "g"."feature_time" = "_last_8ba1bac9"."feature_time"
  LEFT JOIN "_last_10f1b09f" ON "g"."vehicle_id" = "_last_10f1b09f"."vehicle_id"
    AND "g"."feature_time" = "_last_10f1b09f"."feature_time"
  LEFT JOIN "_as_of_cd780417_fixed" ON "g"."vehicle_id" = "_as_of_cd780417_fixed"."vehicle_id"
  LEFT JOIN "_as_of_cd780417" ON "g"."vehicle_id" = "_as_of_cd780417"."vehicle_id"
    AND "g"."feature_time" = "_as_of_cd780417"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_8ddf019f" AS "_attribute_8ddf019f",
    "b"."_attribute_247deac3" AS "_attribute_247deac3",
    "b"."_attribute_c7e61545" AS "_attribute_c7e61545",
    "b"."_attribute_a7b38141" AS "_attribute_a7b38141",
    "b"."_attribute_34ac68e5" AS "_attribute_34ac68e5",
    "b"."_last_11f654dc" AS "_last_11f654dc",
    "b"."_last_8ba1bac9" AS "_last_8ba1bac9",
    "b"."_last_10f1b09f" AS "_last_10f1b09f",
    "b"."_slope_4d6f045e" AS "_slope_4d6f045e",
    "b"."_last_a8558830" AS "_last_a8558830",
    (date_diff('microsecond', CAST("b"."_attribute_8ddf019f" AS TIMESTAMP), "b"."feature_time") / 86400000000e0) / 365.25e0 AS "vehicle_age_years",
    CASE
      WHEN "b"."_attribute_247deac3" = 'van' THEN 1
      WHEN "b"."_attribute_247deac3" = 'box_truck' THEN 2
      WHEN "b"."_attribute_247deac3" = 'semi' THEN 3
      WHEN "b"."_attribute_247deac3" = 'reefer' THEN 4
      ELSE 0
    END AS "vehicle_type_numeric",
    "b"."_attribute_c7e61545" AS "capacity_kg",
    "b"."_attribute_a7b38141" AS "maintenance_interval_miles",
    CASE
      WHEN "b"."_attribute_34ac68e5" = 'retired' THEN 0
      WHEN "b"."_attribute_34ac68e5" = 'idle' THEN 1
      WHEN "b"."_attribute_34ac68e5" = 'in_service' THEN 2
      WHEN "b"."_attribute_34ac68e5" = 'active' THEN 3
    END AS "vehicle_status_numeric",
    "b"."_last_11f654dc" AS "current_mileage",
    date_diff('microsecond', "b"."_last_8ba1bac9", "b"."feature_time") / 86400000000e0 AS "days_since_last_maintenance"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."vehicle_id" AS "vehicle_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_8ddf019f" AS "_attribute_8ddf019f",
    "b"."_attribute_247deac3" AS "_attribute_247deac3",
    "b"."_attribute_c7e61545" AS "_attribute_c7e61545",
    "b"."_attribute_a7b38141" AS "_attribute_a7b38141",
    "b"."_attribute_34ac68e5" AS "_attribute_34ac68e5",
    "b"."_last_11f654dc" AS "_last_11f654dc",
    "b"."_last_8ba1bac9" AS "_last_8ba1bac9",
    "b"."_last_10f1b09f" AS "_last_10f1b09f",
    "b"."_slope_4d6f045e" AS "_slope_4d6f045e",
    "b"."_last_a8558830" AS "_last_a8558830",
    "b"."vehicle_age_years" AS "vehicle_age_years",
    "b"."vehicle_type_numeric" AS "vehicle_type_numeric",
    "b"."capacity_kg" AS "capacity_kg",
    "b"."maintenance_interval_miles" AS "maintenance_interval_miles",
    "b"."vehicle_status_numeric" AS "vehicle_status_numeric",
    "b"."current_mileage" AS "current_mileage",
    "b"."days_since_last_maintenance" AS "days_since_last_maintenance",
    (coalesce(CASE WHEN CASE WHEN (CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0), 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DOUBLE) / NULLIF(CAST("b"."maintenance_interval_miles" AS DOUBLE), 0), 0e0) END, 1e0) END, 0.5e0) * 0.7e0) + (CASE WHEN CASE WHEN (CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."vehicle_age_years" AS DOUBLE) / 12e0, 0e0) END, 1e0) END * 0.3e0) AS "maintenance_risk_score",
    CAST((CAST("b"."_last_a8558830" AS DATE) + CAST(CAST(CAST(round(CASE WHEN CASE WHEN (CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0), 0e0) END IS NOT NULL AND 730e0 IS NOT NULL THEN least(CASE WHEN (CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(CAST(CAST("b"."maintenance_interval_miles" AS DECIMAL(19, 0)) - CAST("b"."current_mileage" - "b"."_last_10f1b09f" AS DECIMAL(11, 1)) AS DECIMAL(21, 1)) AS DOUBLE) / NULLIF(CAST("b"."_slope_4d6f045e" AS DOUBLE), 0), 0e0) END, 730e0) END, 0) AS DECIMAL(38, 0)) AS BIGINT) AS INTEGER)) AS DATE) AS "predicted_maintenance_date"
  FROM "level_1" AS "b"
)
SELECT
  "r"."vehicle_id" AS "vehicle_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."vehicle_age_years" AS "vehicle_age_years",
  "r"."vehicle_type_numeric" AS "vehicle_type_numeric",
  "r"."capacity_kg" AS "capacity_kg",
  "r"."maintenance_interval_miles" AS "maintenance_interval_miles",
  "r"."vehicle_status_numeric" AS "vehicle_status_numeric",
  "r"."current_mileage" AS "current_mileage",
  "r"."days_since_last_maintenance" AS "days_since_last_maintenance",
  "r"."maintenance_risk_score" AS "maintenance_risk_score",
  "r"."predicted_maintenance_date" AS "predicted_maintenance_date",
  $now AS "computed_at"
FROM "level_2" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."vehicle_health" (
  "vehicle_id",
  "feature_time",
  "feature_date",
  "vehicle_age_years",
  "vehicle_type_numeric",
  "capacity_kg",
  "maintenance_interval_miles",
  "vehicle_status_numeric",
  "current_mileage",
  "days_since_last_maintenance",
  "maintenance_risk_score",
  "predicted_maintenance_date",
  "computed_at"
) AS
SELECT
  "v"."vehicle_id" AS "vehicle_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."vehicle_age_years" AS "vehicle_age_years",
  "v"."vehicle_type_numeric" AS "vehicle_type_numeric",
  "v"."capacity_kg" AS "capacity_kg",
  "v"."maintenance_interval_miles" AS "maintenance_interval_miles",
  "v"."vehicle_status_numeric" AS "vehicle_status_numeric",
  "v"."current_mileage" AS "current_mileage",
  "v"."days_since_last_maintenance" AS "days_since_last_maintenance",
  "v"."maintenance_risk_score" AS "maintenance_risk_score",
  "v"."predicted_maintenance_date" AS "predicted_maintenance_date",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vehicle_health__g9e052987" AS "v";

COMMENT ON VIEW "main"."vehicle_health" IS 'What a vehicle is, in which state, and when it needs the workshop.
[feat logistics/main view.vehicle_health fbe67e17.745ff8e0.9e052987]';

COMMENT ON COLUMN "main"."vehicle_health"."vehicle_age_years" IS 'Years since the vehicle was built.';

COMMENT ON COLUMN "main"."vehicle_health"."vehicle_type_numeric" IS 'The kind of vehicle as a number: 1 van, 2 box truck, 3 semi, 4 reefer.';

COMMENT ON COLUMN "main"."vehicle_health"."capacity_kg" IS 'What the vehicle can carry.';

COMMENT ON COLUMN "main"."vehicle_health"."maintenance_interval_miles" IS 'Miles between two services, as the maker says.';

COMMENT ON COLUMN "main"."vehicle_health"."vehicle_status_numeric" IS 'The vehicle''s status as a number: 0 retired, 1 idle, 2 in the workshop, 3 active; unknown before it was first captured.';

COMMENT ON COLUMN "main"."vehicle_health"."current_mileage" IS 'The odometer at its last reading.';

COMMENT ON COLUMN "main"."vehicle_health"."days_since_last_maintenance" IS 'Days since the vehicle was last in the workshop; unknown before the first visit.';

COMMENT ON COLUMN "main"."vehicle_health"."maintenance_risk_score" IS 'The risk of a breakdown, 0 to 1: 70 % how much of the service interval is driven (half where unknown), 30 % age up to 12 years.';

COMMENT ON COLUMN "main"."vehicle_health"."predicted_maintenance_date" IS 'The day on which the next service falls due at the mileage per day of the last 90 days; unknown before the first service.';
