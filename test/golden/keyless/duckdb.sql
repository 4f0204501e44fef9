-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_trips_all_1dx1d__g1129a4a1
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_all_1dx1d__g1129a4a1" (
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_c64dccaf" BIGINT,
  "sum_e09a9cef" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_all_1dx1d__g1129a4a1" IS '[feat shop/main tiles.raw.trips/all/1dx1d feat_storage.tiles_raw_trips_all_1dx1d__g1129a4a1]';

COMMIT;

-- expand: create feat_storage.fleet_cost__g9901a032
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."fleet_cost__g9901a032" (
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "cost_7d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."fleet_cost__g9901a032" IS '[feat shop/main view.fleet_cost feat_storage.fleet_cost__g9901a032]';

COMMIT;

-- publish: publish ml.fleet_cost
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."fleet_cost" (
  "feature_time",
  "feature_date",
  "cost_7d",
  "computed_at"
) AS
SELECT
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."cost_7d" AS "cost_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."fleet_cost__g9901a032" AS "v";

COMMENT ON VIEW "ml"."fleet_cost" IS '[feat shop/main view.fleet_cost ceaefb87.55ca7287.9901a032]';

COMMIT;

-- fill tiles.raw.trips/all/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_all_1dx1d__g1129a4a1"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_all_1dx1d__g1129a4a1" (
  "event_tile",
  "known_tile",
  "sum_e09a9cef",
  "n_c64dccaf"
)
SELECT
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  sum("s"."cost") AS "sum_e09a9cef",
  count(*) FILTER (WHERE "s"."cost" IS NOT NULL) AS "n_c64dccaf"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.fleet_cost: many points
DELETE FROM "feat_storage"."fleet_cost__g9901a032"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."fleet_cost__g9901a032" (
  "feature_time",
  "feature_date",
  "cost_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"grid" AS (
  SELECT
    "p"."feature_time" AS "feature_time"
  FROM "points" AS "p"
),
"t1_alive" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-01-31 00:00:00', INTERVAL '1 day')) AS "alive_from"
),
"t1_frames_entered" AS (
  SELECT
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."sum_e09a9cef", 0) AS "sum_e09a9cef",
    CASE WHEN "t"."sum_e09a9cef" IS NULL THEN 0 ELSE 1 END AS "sum_e09a9cef_known",
    coalesce("t"."n_c64dccaf", 0) AS "n_c64dccaf"
  FROM "feat_storage"."tiles_raw_trips_all_1dx1d__g1129a4a1" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "feature_time",
      "sum_e09a9cef",
      "sum_e09a9cef_known",
      "n_c64dccaf"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "sum_e09a9cef",
      0 AS "sum_e09a9cef_known",
      0 AS "n_c64dccaf"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "feature_time",
      "sum_e09a9cef",
      "sum_e09a9cef_known",
      "n_c64dccaf"
    FROM "_sparse"
    ORDER BY "feature_time"
  ),
  "_running" AS (
    SELECT
      "feature_time",
      sum("sum_e09a9cef") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e09a9cef",
      sum("sum_e09a9cef_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_e09a9cef_known",
      sum("n_c64dccaf") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_c64dccaf",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "_sum_sum_e09a9cef",
      "_sum_sum_e09a9cef_known",
      "_sum_n_c64dccaf",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "feature_time",
      "_sum_sum_e09a9cef",
      "_sum_sum_e09a9cef_known",
      "_sum_n_c64dccaf"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "feature_time",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_e09a9cef_known" - lag("_sum_sum_e09a9cef_known", 7) OVER () AS "_sum_sum_e09a9cef_known_6_0",
      "_sum_sum_e09a9cef" - lag("_sum_sum_e09a9cef", 7) OVER () AS "_sum_sum_e09a9cef_6_0",
      "_sum_n_c64dccaf" - lag("_sum_n_c64dccaf", 7) OVER () AS "_sum_n_c64dccaf_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_e09a9cef_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_e09a9cef_6_0", 0) END AS "sum_e09a9cef_604800",
    coalesce("c"."_sum_n_c64dccaf_6_0", 0) AS "n_c64dccaf_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON TRUE
  WHERE CASE WHEN CASE WHEN "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_e09a9cef_604800" AS DOUBLE) / NULLIF(CAST("t1_frames"."n_c64dccaf_604800" AS DOUBLE), 0) AS "_avg_3fec1f85"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_3fec1f85" AS "_avg_3fec1f85"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."feature_time" AS "feature_time",
    "b"."_avg_3fec1f85" AS "_avg_3fec1f85",
    "b"."_avg_3fec1f85" AS "cost_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."cost_7d" AS "cost_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.fleet_cost: few points
DELETE FROM "feat_storage"."fleet_cost__g9901a032"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."fleet_cost__g9901a032" (
  "feature_time",
  "feature_date",
  "cost_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"grid" AS (
  SELECT
    "p"."feature_time" AS "feature_time"
  FROM "points" AS "p"
),
"t1_seen" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_e09a9cef") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_e09a9cef_604800",
    sum("t"."n_c64dccaf") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_c64dccaf_604800"
  FROM "feat_storage"."tiles_raw_trips_all_1dx1d__g1129a4a1" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_e09a9cef_604800" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_c64dccaf_604800" AS DOUBLE), 0) AS "_avg_3fec1f85"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_3fec1f85" AS "_avg_3fec1f85"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."feature_time" AS "feature_time",
    "b"."_avg_3fec1f85" AS "_avg_3fec1f85",
    "b"."_avg_3fec1f85" AS "cost_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."cost_7d" AS "cost_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
