-- view.region_weather
-- The weather of a region on the day before: what routes look up.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."region_weather__g44926be0" (
  "region" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "precipitation_mm_1d" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "temperature_c_1d" DOUBLE,
  "wind_kmh_1d" DECIMAL(5, 1),
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."region_weather__g44926be0" IS '[feat logistics/main view.region_weather feat_storage.region_weather__g44926be0]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."region_weather__g44926be0"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."region_weather__g44926be0" (
  "region",
  "feature_time",
  "feature_date",
  "precipitation_mm_1d",
  "temperature_c_1d",
  "wind_kmh_1d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."region" AS "region",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', $from) AS "alive_from"
  FROM "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" AS "t"
  WHERE "t"."known_tile" < $to
  GROUP BY "t"."region"
),
"t1_frames_entered" AS (
  SELECT
    "e"."region" AS "region",
    "e"."feature_time" AS "feature_time",
    coalesce(sum("e"."sum_f4f13778"), 0) AS "sum_f4f13778",
    CAST(coalesce(sum("e"."sum_f4f13778_known"), 0) AS BIGINT) AS "sum_f4f13778_known",
    coalesce(sum("e"."sum_954ebb86"), 0) AS "sum_954ebb86",
    CAST(coalesce(sum("e"."sum_954ebb86_known"), 0) AS BIGINT) AS "sum_954ebb86_known",
    CAST(coalesce(sum("e"."n_07fc7d35"), 0) AS BIGINT) AS "n_07fc7d35",
    max("e"."max_7e6df15a") AS "max_7e6df15a"
  FROM (
    SELECT
      "t"."region" AS "region",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."sum_f4f13778", 0) AS "sum_f4f13778",
      CASE WHEN "t"."sum_f4f13778" IS NULL THEN 0 ELSE 1 END AS "sum_f4f13778_known",
      coalesce("t"."sum_954ebb86", 0) AS "sum_954ebb86",
      CASE WHEN "t"."sum_954ebb86" IS NULL THEN 0 ELSE 1 END AS "sum_954ebb86_known",
      coalesce("t"."n_07fc7d35", 0) AS "n_07fc7d35",
      "t"."max_7e6df15a" AS "max_7e6df15a"
    FROM "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '1 day'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" <= "t"."event_tile"
  ) AS "e"
  GROUP BY "e"."region", "e"."feature_time"
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "region",
      "feature_time",
      "sum_f4f13778",
      "sum_f4f13778_known",
      "sum_954ebb86",
      "sum_954ebb86_known",
      "n_07fc7d35",
      "max_7e6df15a"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "region",
      $from - INTERVAL '1 day' AS "feature_time",
      0 AS "sum_f4f13778",
      0 AS "sum_f4f13778_known",
      0 AS "sum_954ebb86",
      0 AS "sum_954ebb86_known",
      0 AS "n_07fc7d35",
      NULL AS "max_7e6df15a"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "region",
      "feature_time",
      "sum_f4f13778",
      "sum_f4f13778_known",
      "sum_954ebb86",
      "sum_954ebb86_known",
      "n_07fc7d35",
      "max_7e6df15a"
    FROM "_sparse"
    ORDER BY "region", "feature_time"
  ),
  "_running" AS (
    SELECT
      "region",
      "feature_time",
      "max_7e6df15a",
      sum("sum_f4f13778") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_f4f13778",
      sum("sum_f4f13778_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_f4f13778_known",
      sum("sum_954ebb86") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_954ebb86",
      sum("sum_954ebb86_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_954ebb86_known",
      sum("n_07fc7d35") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_07fc7d35",
      lead("region", 1) OVER () AS "_next_region",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "region",
      "max_7e6df15a",
      "_sum_sum_f4f13778",
      "_sum_sum_f4f13778_known",
      "_sum_sum_954ebb86",
      "_sum_sum_954ebb86_known",
      "_sum_n_07fc7d35",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_region" = "region" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "region",
      "feature_time",
      "_sum_sum_f4f13778",
      "_sum_sum_f4f13778_known",
      "_sum_sum_954ebb86",
      "_sum_sum_954ebb86_known",
      "_sum_n_07fc7d35",
      CASE WHEN "feature_time" = "_entered_at" THEN "max_7e6df15a" END AS "_1_max_7e6df15a"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "region",
      "feature_time",
      lag("region", 1) OVER () AS "_before_region",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_f4f13778_known" - lag("_sum_sum_f4f13778_known", 1) OVER () AS "_sum_sum_f4f13778_known_0_0",
      "_sum_sum_f4f13778" - lag("_sum_sum_f4f13778", 1) OVER () AS "_sum_sum_f4f13778_0_0",
      "_sum_sum_954ebb86_known" - lag("_sum_sum_954ebb86_known", 1) OVER () AS "_sum_sum_954ebb86_known_0_0",
      "_sum_sum_954ebb86" - lag("_sum_sum_954ebb86", 1) OVER () AS "_sum_sum_954ebb86_0_0",
      "_sum_n_07fc7d35" - lag("_sum_n_07fc7d35", 1) OVER () AS "_sum_n_07fc7d35_0_0",
      "_1_max_7e6df15a" AS "_max_max_7e6df15a_0_0"
    FROM "_cells"
  )
  SELECT
    "c"."region" AS "region",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_f4f13778_known_0_0", 0) > 0 THEN coalesce("c"."_sum_sum_f4f13778_0_0", 0) END AS "sum_f4f13778_86400",
    CASE WHEN coalesce("c"."_sum_sum_954ebb86_known_0_0", 0) > 0 THEN coalesce("c"."_sum_sum_954ebb86_0_0", 0) END AS "sum_954ebb86_86400",
    coalesce("c"."_sum_n_07fc7d35_0_0", 0) AS "n_07fc7d35_86400",
    "c"."_max_max_7e6df15a_0_0" AS "max_7e6df15a_86400"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."region" = "k"."region"
  WHERE CASE WHEN CASE WHEN "c"."region" = "c"."_before_region" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '1 day' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_late" AS (
  SELECT
    "t"."region" AS "region",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_f4f13778") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "sum_f4f13778_86400",
    sum("t"."sum_954ebb86") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "sum_954ebb86_86400",
    sum("t"."n_07fc7d35") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "n_07fc7d35_86400",
    max("t"."max_7e6df15a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "max_7e6df15a_86400"
  FROM "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '1 day'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile"
  GROUP BY "t"."region", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."region" AS "region",
    "t1_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t1_frames"."sum_f4f13778_86400" IS NULL THEN "t1_late"."sum_f4f13778_86400" ELSE CASE WHEN "t1_late"."sum_f4f13778_86400" IS NULL THEN "t1_frames"."sum_f4f13778_86400" ELSE "t1_frames"."sum_f4f13778_86400" + "t1_late"."sum_f4f13778_86400" END END AS DECIMAL(38, 1)) AS "_sum_ec3ad7f1",
    CAST(CASE WHEN "t1_frames"."sum_954ebb86_86400" IS NULL THEN "t1_late"."sum_954ebb86_86400" ELSE CASE WHEN "t1_late"."sum_954ebb86_86400" IS NULL THEN "t1_frames"."sum_954ebb86_86400" ELSE "t1_frames"."sum_954ebb86_86400" + "t1_late"."sum_954ebb86_86400" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_07fc7d35_86400" IS NULL THEN "t1_late"."n_07fc7d35_86400" ELSE CASE WHEN "t1_late"."n_07fc7d35_86400" IS NULL THEN "t1_frames"."n_07fc7d35_86400" ELSE "t1_frames"."n_07fc7d35_86400" + "t1_late"."n_07fc7d35_86400" END END AS DOUBLE), 0) AS "_avg_86a08495",
    greatest("t1_frames"."max_7e6df15a_86400", "t1_late"."max_7e6df15a_86400") AS "_max_da095f5a"
  FROM "t1_frames"
  LEFT JOIN "t1_late" ON "t1_frames"."region" = "t1_late"."region"
    AND "t1_frames"."feature_time" = "t1_late"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
),
"base" AS (
  SELECT
    "g"."region" AS "region",
    "g"."feature_time" AS "feature_time",
    "g"."_sum_ec3ad7f1" AS "_sum_ec3ad7f1",
    "g"."_avg_86a08495" AS "_avg_86a08495",
    "g"."_max_da095f5a" AS "_max_da095f5a"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."region" AS "region",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_ec3ad7f1" AS "_sum_ec3ad7f1",
    "b"."_avg_86a08495" AS "_avg_86a08495",
    "b"."_max_da095f5a" AS "_max_da095f5a",
    "b"."_sum_ec3ad7f1" AS "precipitation_mm_1d",
    "b"."_avg_86a08495" AS "temperature_c_1d",
    "b"."_max_da095f5a" AS "wind_kmh_1d"
  FROM "base" AS "b"
)
SELECT
  "r"."region" AS "region",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."precipitation_mm_1d" AS "precipitation_mm_1d",
  "r"."temperature_c_1d" AS "temperature_c_1d",
  "r"."wind_kmh_1d" AS "wind_kmh_1d",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."region_weather__g44926be0"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."region_weather__g44926be0" (
  "region",
  "feature_time",
  "feature_date",
  "precipitation_mm_1d",
  "temperature_c_1d",
  "wind_kmh_1d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."region" AS "region",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', $from) AS "alive_from"
  FROM "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" AS "t"
  WHERE "t"."known_tile" < $to
  GROUP BY "t"."region"
),
"grid" AS (
  SELECT
    "f"."region" AS "region",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."region" AS "region",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_f4f13778") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "sum_f4f13778_86400",
    sum("t"."sum_954ebb86") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "sum_954ebb86_86400",
    sum("t"."n_07fc7d35") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "n_07fc7d35_86400",
    max("t"."max_7e6df15a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day') AS "max_7e6df15a_86400"
  FROM "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '1 day'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."region", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."region" AS "region",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_f4f13778_86400" AS DECIMAL(38, 1)) AS "_sum_ec3ad7f1",
    CAST("t1_seen"."sum_954ebb86_86400" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_07fc7d35_86400" AS DOUBLE), 0) AS "_avg_86a08495",
    "t1_seen"."max_7e6df15a_86400" AS "_max_da095f5a"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."region" AS "region",
    "g"."feature_time" AS "feature_time",
    "t1"."_sum_ec3ad7f1" AS "_sum_ec3ad7f1",
    "t1"."_avg_86a08495" AS "_avg_86a08495",
    "t1"."_max_da095f5a" AS "_max_da095f5a"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."region" = "t1"."region"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."region" AS "region",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_ec3ad7f1" AS "_sum_ec3ad7f1",
    "b"."_avg_86a08495" AS "_avg_86a08495",
    "b"."_max_da095f5a" AS "_max_da095f5a",
    "b"."_sum_ec3ad7f1" AS "precipitation_mm_1d",
    "b"."_avg_86a08495" AS "temperature_c_1d",
    "b"."_max_da095f5a" AS "wind_kmh_1d"
  FROM "base" AS "b"
)
SELECT
  "r"."region" AS "region",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."precipitation_mm_1d" AS "precipitation_mm_1d",
  "r"."temperature_c_1d" AS "temperature_c_1d",
  "r"."wind_kmh_1d" AS "wind_kmh_1d",
  $now AS "computed_at"
FROM "level_1" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."region_weather" (
  "region",
  "feature_time",
  "feature_date",
  "precipitation_mm_1d",
  "temperature_c_1d",
  "wind_kmh_1d",
  "computed_at"
) AS
SELECT
  "v"."region" AS "region",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."precipitation_mm_1d" AS "precipitation_mm_1d",
  "v"."temperature_c_1d" AS "temperature_c_1d",
  "v"."wind_kmh_1d" AS "wind_kmh_1d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."region_weather__g44926be0" AS "v";

COMMENT ON VIEW "main"."region_weather" IS 'The weather of a region on the day before: what routes look up.
[feat logistics/main view.region_weather b6a6748b.c1813608.44926be0]';

COMMENT ON COLUMN "main"."region_weather"."precipitation_mm_1d" IS 'Rain and snow of the day before.';

COMMENT ON COLUMN "main"."region_weather"."temperature_c_1d" IS 'Mean temperature of the day before.';

COMMENT ON COLUMN "main"."region_weather"."wind_kmh_1d" IS 'The strongest wind of the day before.';
