-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_weather_country_code_1dx1d__ge1680f42
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" (
  "country" VARCHAR,
  "code" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "sum_7d2f74f6" DOUBLE
);

COMMENT ON TABLE "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" IS '[feat shop/main tiles.raw.weather/country+code/1dx1d feat_storage.tiles_raw_weather_country_code_1dx1d__ge1680f42]';

COMMIT;

-- expand: create feat_storage.region_weather__gf0a8cac0
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."region_weather__gf0a8cac0" (
  "country" VARCHAR,
  "code" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "rain_3d" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."region_weather__gf0a8cac0" IS '[feat shop/main view.region_weather feat_storage.region_weather__gf0a8cac0]';

COMMIT;

-- expand: create feat_storage.customer_weather__ge8c940e3
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_weather__ge8c940e3" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "rain_at_home" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_weather__ge8c940e3" IS '[feat shop/main view.customer_weather feat_storage.customer_weather__ge8c940e3]';

COMMIT;

-- publish: publish ml.region_weather
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."region_weather" (
  "country",
  "code",
  "feature_time",
  "feature_date",
  "rain_3d",
  "computed_at"
) AS
SELECT
  "v"."country" AS "country",
  "v"."code" AS "code",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."rain_3d" AS "rain_3d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."region_weather__gf0a8cac0" AS "v";

COMMENT ON VIEW "ml"."region_weather" IS '[feat shop/main view.region_weather 68d0260e.2992475e.f0a8cac0]';

COMMIT;

-- publish: publish ml.customer_weather
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_weather" (
  "customer_id",
  "feature_time",
  "feature_date",
  "rain_at_home",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."rain_at_home" AS "rain_at_home",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_weather__ge8c940e3" AS "v";

COMMENT ON VIEW "ml"."customer_weather" IS '[feat shop/main view.customer_weather 7aca0ba9.61662873.e8c940e3]';

COMMIT;

-- fill tiles.raw.weather/country+code/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" (
  "country",
  "code",
  "event_tile",
  "known_tile",
  "sum_7d2f74f6",
  "n_63f4bf09"
)
SELECT
  "s"."country" AS "country",
  "s"."code" AS "code",
  date_trunc('day', "s"."seen_at") AS "event_tile",
  date_trunc('day', "s"."seen_at") AS "known_tile",
  sum("s"."rain") AS "sum_7d2f74f6",
  count(*) AS "n_63f4bf09"
FROM "raw"."weather" AS "s"
WHERE "s"."seen_at" IS NOT NULL
  AND "s"."country" IS NOT NULL
  AND "s"."code" IS NOT NULL
  AND "s"."seen_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."seen_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."country", "s"."code", date_trunc('day', "s"."seen_at"), date_trunc('day', "s"."seen_at");

-- fill view.region_weather: many points
DELETE FROM "feat_storage"."region_weather__gf0a8cac0"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."region_weather__gf0a8cac0" (
  "country",
  "code",
  "feature_time",
  "feature_date",
  "rain_3d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."country" AS "country",
    "t"."code" AS "code",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."country", "t"."code"
),
"t1_frames_entered" AS (
  SELECT
    "t"."country" AS "country",
    "t"."code" AS "code",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    "t"."sum_7d2f74f6" AS "sum_7d2f74f6"
  FROM "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '3 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "country",
      "code",
      "feature_time",
      "sum_7d2f74f6"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "country",
      "code",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '3 days' AS "feature_time",
      NULL AS "sum_7d2f74f6"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "country",
      "code",
      "feature_time",
      "sum_7d2f74f6"
    FROM "_sparse"
    ORDER BY "country", "code", "feature_time"
  ),
  "_running" AS (
    SELECT
      "country",
      "code",
      "feature_time",
      "sum_7d2f74f6",
      lead("country", 1) OVER () AS "_next_country",
      lead("code", 1) OVER () AS "_next_code",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "country",
      "code",
      "sum_7d2f74f6",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_country" = "country" AND "_next_code" = "code" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "country",
      "code",
      "feature_time",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_7d2f74f6" END AS "_1_sum_7d2f74f6"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "country",
      "code",
      "feature_time",
      lag("country", 1) OVER () AS "_before_country",
      lag("code", 1) OVER () AS "_before_code",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_1_sum_7d2f74f6" AS "_sum_sum_7d2f74f6_2_0",
      coalesce("_1_sum_7d2f74f6" + lag("_1_sum_7d2f74f6", 1) OVER (), "_1_sum_7d2f74f6", lag("_1_sum_7d2f74f6", 1) OVER ()) AS "_2_sum_7d2f74f6"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "country",
      "code",
      "feature_time",
      "_before_country",
      "_before_code",
      "_before_feature_time",
      coalesce("_sum_sum_7d2f74f6_2_0" + lag("_2_sum_7d2f74f6", 1) OVER (), "_sum_sum_7d2f74f6_2_0", lag("_2_sum_7d2f74f6", 1) OVER ()) AS "_sum_sum_7d2f74f6_2_0"
    FROM "_from_1"
  )
  SELECT
    "c"."country" AS "country",
    "c"."code" AS "code",
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_7d2f74f6_2_0" AS "sum_7d2f74f6_259200"
  FROM "_from_2" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."country" = "k"."country" AND "c"."code" = "k"."code"
  WHERE CASE WHEN CASE WHEN "c"."country" = "c"."_before_country" AND "c"."code" = "c"."_before_code" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '3 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."country" AS "country",
    "t1_frames"."code" AS "code",
    "t1_frames"."feature_time" AS "feature_time",
    CAST("t1_frames"."sum_7d2f74f6_259200" AS DOUBLE) AS "_sum_b3f0dbdc"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."country" AS "country",
    "g"."code" AS "code",
    "g"."feature_time" AS "feature_time",
    "g"."_sum_b3f0dbdc" AS "_sum_b3f0dbdc"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."country" AS "country",
    "b"."code" AS "code",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_b3f0dbdc" AS "_sum_b3f0dbdc",
    "b"."_sum_b3f0dbdc" AS "rain_3d"
  FROM "base" AS "b"
)
SELECT
  "r"."country" AS "country",
  "r"."code" AS "code",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."rain_3d" AS "rain_3d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.region_weather: few points
DELETE FROM "feat_storage"."region_weather__gf0a8cac0"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."region_weather__gf0a8cac0" (
  "country",
  "code",
  "feature_time",
  "feature_date",
  "rain_3d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."country" AS "country",
    "t"."code" AS "code",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."country", "t"."code"
),
"grid" AS (
  SELECT
    "f"."country" AS "country",
    "f"."code" AS "code",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."country" AS "country",
    "t"."code" AS "code",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_7d2f74f6") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '3 days') AS "sum_7d2f74f6_259200"
  FROM "feat_storage"."tiles_raw_weather_country_code_1dx1d__ge1680f42" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '3 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '3 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."country", "t"."code", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."country" AS "country",
    "t1_seen"."code" AS "code",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_7d2f74f6_259200" AS DOUBLE) AS "_sum_b3f0dbdc"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."country" AS "country",
    "g"."code" AS "code",
    "g"."feature_time" AS "feature_time",
    "t1"."_sum_b3f0dbdc" AS "_sum_b3f0dbdc"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."country" = "t1"."country"
    AND "g"."code" = "t1"."code"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."country" AS "country",
    "b"."code" AS "code",
    "b"."feature_time" AS "feature_time",
    "b"."_sum_b3f0dbdc" AS "_sum_b3f0dbdc",
    "b"."_sum_b3f0dbdc" AS "rain_3d"
  FROM "base" AS "b"
)
SELECT
  "r"."country" AS "country",
  "r"."code" AS "code",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."rain_3d" AS "rain_3d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_weather: many points
DELETE FROM "feat_storage"."customer_weather__ge8c940e3"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_weather__ge8c940e3" (
  "customer_id",
  "feature_time",
  "feature_date",
  "rain_at_home",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank",
    "s"."country" AS "_country",
    "s"."code" AS "_code"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_country" AS "_country",
    "e"."_code" AS "_code",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_country" AS "_country",
    "e"."_code" AS "_code",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_country" AS "_country",
    "e"."_code" AS "_code"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_country" AS "_attribute_321ed8b4",
    "_as_of_31f6fa6c"."_code" AS "_attribute_f59d2edf"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_321ed8b4" AS "_attribute_321ed8b4",
    "b"."_attribute_f59d2edf" AS "_attribute_f59d2edf",
    CASE
      WHEN "_at_a8fbb054"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_at_a8fbb054"."rain_3d"
    END AS "_lookup_9572ea27"
  FROM "base" AS "b"
  LEFT JOIN (
    SELECT
      "s"."country" AS "country",
      "s"."code" AS "code",
      "s"."feature_time" AS "feature_time",
      "s"."rain_3d" AS "rain_3d"
    FROM "feat_storage"."region_weather__gf0a8cac0" AS "s"
    WHERE "s"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '1 day'
      AND "s"."feature_time" < TIMESTAMP '2026-02-10 00:00:00'
  ) AS "_at_a8fbb054" ON "_at_a8fbb054"."country" = "b"."_attribute_321ed8b4"
    AND "_at_a8fbb054"."code" = "b"."_attribute_f59d2edf"
    AND "_at_a8fbb054"."feature_time" = date_trunc('day', "b"."feature_time")
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_321ed8b4" AS "_attribute_321ed8b4",
    "b"."_attribute_f59d2edf" AS "_attribute_f59d2edf",
    "b"."_lookup_9572ea27" AS "_lookup_9572ea27",
    coalesce("b"."_lookup_9572ea27", 0e0) AS "rain_at_home"
  FROM "level_1" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."rain_at_home" AS "rain_at_home",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_2" AS "r";

-- fill view.customer_weather: few points
DELETE FROM "feat_storage"."customer_weather__ge8c940e3"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_weather__ge8c940e3" (
  "customer_id",
  "feature_time",
  "feature_date",
  "rain_at_home",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank",
    "s"."country" AS "_country",
    "s"."code" AS "_code"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_country" AS "_country",
    "e"."_code" AS "_code",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_country" AS "_country",
    "e"."_code" AS "_code",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_country" AS "_country",
    "e"."_code" AS "_code"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_country" AS "_attribute_321ed8b4",
    "_as_of_31f6fa6c"."_code" AS "_attribute_f59d2edf"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_321ed8b4" AS "_attribute_321ed8b4",
    "b"."_attribute_f59d2edf" AS "_attribute_f59d2edf",
    CASE
      WHEN "_at_a8fbb054"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_at_a8fbb054"."rain_3d"
    END AS "_lookup_9572ea27"
  FROM "base" AS "b"
  LEFT JOIN (
    SELECT
      "s"."country" AS "country",
      "s"."code" AS "code",
      "s"."feature_time" AS "feature_time",
      "s"."rain_3d" AS "rain_3d"
    FROM "feat_storage"."region_weather__gf0a8cac0" AS "s"
    WHERE "s"."feature_time" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
  ) AS "_at_a8fbb054" ON "_at_a8fbb054"."country" = "b"."_attribute_321ed8b4"
    AND "_at_a8fbb054"."code" = "b"."_attribute_f59d2edf"
    AND "_at_a8fbb054"."feature_time" = date_trunc('day', "b"."feature_time")
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_321ed8b4" AS "_attribute_321ed8b4",
    "b"."_attribute_f59d2edf" AS "_attribute_f59d2edf",
    "b"."_lookup_9572ea27" AS "_lookup_9572ea27",
    coalesce("b"."_lookup_9572ea27", 0e0) AS "rain_at_home"
  FROM "level_1" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."rain_at_home" AS "rain_at_home",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_2" AS "r";
