-- tiles.raw.weather/region/1dx1d
-- Partial aggregates of raw.weather by region, event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" (
  "region" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "max_7e6df15a" DECIMAL(5, 1),
  "n_07fc7d35" BIGINT,
  "n_63f4bf09" BIGINT,
  "sum_954ebb86" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_f4f13778" DECIMAL(38, 1) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" IS '[feat logistics/main tiles.raw.weather/region/1dx1d feat_storage.tiles_raw_weather_region_1dx1d__g81f206cc]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_weather_region_1dx1d__g81f206cc" (
  "region",
  "event_tile",
  "known_tile",
  "sum_f4f13778",
  "sum_954ebb86",
  "n_07fc7d35",
  "max_7e6df15a",
  "n_63f4bf09"
)
SELECT
  "s"."region" AS "region",
  date_trunc('day', "s"."observed_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  sum("s"."precipitation_mm") AS "sum_f4f13778",
  sum("s"."temperature_c") AS "sum_954ebb86",
  count(*) FILTER (WHERE "s"."temperature_c" IS NOT NULL) AS "n_07fc7d35",
  max("s"."wind_kmh") AS "max_7e6df15a",
  count(*) AS "n_63f4bf09"
FROM "raw"."weather" AS "s"
WHERE "s"."observed_at" IS NOT NULL
  AND "s"."region" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY "s"."region", date_trunc('day', "s"."observed_at"), date_trunc('day', "s"."loaded_at");
