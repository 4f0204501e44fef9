-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.captures_raw_settings__g4b083e0a
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."captures_raw_settings__g4b083e0a" (
  "captured_at" TIMESTAMP,
  "capacity" DECIMAL(9, 0),
  "depots" DECIMAL(3, 0),
  "is_deleted" BOOLEAN
);

COMMENT ON TABLE "feat_storage"."captures_raw_settings__g4b083e0a" IS '[feat shop/main captures.raw.settings feat_storage.captures_raw_settings__g4b083e0a]';

COMMIT;

-- expand: create feat_storage.tiles_raw_trips_all_1dx1d__g74036b16
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_all_1dx1d__g74036b16" (
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_all_1dx1d__g74036b16" IS '[feat shop/main tiles.raw.trips/all/1dx1d feat_storage.tiles_raw_trips_all_1dx1d__g74036b16]';

COMMIT;

-- expand: create feat_storage.fleet_load__g5849537a
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."fleet_load__g5849537a" (
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "trips_7d" BIGINT,
  "capacity" DECIMAL(9, 0),
  "depots" DECIMAL(3, 0),
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."fleet_load__g5849537a" IS '[feat shop/main view.fleet_load feat_storage.fleet_load__g5849537a]';

COMMIT;

-- publish: publish ml.fleet_load
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."fleet_load" (
  "feature_time",
  "feature_date",
  "trips_7d",
  "capacity",
  "depots",
  "computed_at"
) AS
SELECT
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."trips_7d" AS "trips_7d",
  "v"."capacity" AS "capacity",
  "v"."depots" AS "depots",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."fleet_load__g5849537a" AS "v";

COMMENT ON VIEW "ml"."fleet_load" IS '[feat shop/main view.fleet_load 91edd6a9.ac024746.5849537a]';

COMMIT;

-- fill captures.raw.settings: as of the run
DELETE FROM "feat_storage"."captures_raw_settings__g4b083e0a"
WHERE "captured_at" = TIMESTAMP '2026-02-10 06:00:00';

INSERT INTO "feat_storage"."captures_raw_settings__g4b083e0a" (
  "captured_at",
  "capacity",
  "depots",
  "is_deleted"
)
WITH "latest" AS (
  SELECT
    "s"."captured_at" AS "captured_at",
    "s"."capacity" AS "capacity",
    "s"."depots" AS "depots",
    "s"."is_deleted" AS "is_deleted"
  FROM "feat_storage"."captures_raw_settings__g4b083e0a" AS "s"
  WHERE "s"."captured_at" < TIMESTAMP '2026-02-10 06:00:00'
  QUALIFY row_number() OVER (ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"current" AS (
  SELECT
    "s"."capacity" AS "capacity",
    "s"."depots" AS "depots",
    TRUE AS "is_there"
  FROM "raw"."settings" AS "s"
)
SELECT
  TIMESTAMP '2026-02-10 06:00:00' AS "captured_at",
  "c"."capacity" AS "capacity",
  "c"."depots" AS "depots",
  FALSE AS "is_deleted"
FROM "current" AS "c"
LEFT JOIN "latest" AS "l" ON TRUE
WHERE "l"."captured_at" IS NULL OR "l"."is_deleted" OR (NOT "c"."capacity" IS NOT DISTINCT FROM "l"."capacity") OR (NOT "c"."depots" IS NOT DISTINCT FROM "l"."depots")
UNION ALL
SELECT
  TIMESTAMP '2026-02-10 06:00:00' AS "captured_at",
  "l"."capacity" AS "capacity",
  "l"."depots" AS "depots",
  TRUE AS "is_deleted"
FROM "latest" AS "l"
LEFT JOIN "current" AS "c" ON TRUE
WHERE "c"."is_there" IS NULL
  AND (NOT "l"."is_deleted");

-- fill tiles.raw.trips/all/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_all_1dx1d__g74036b16"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_all_1dx1d__g74036b16" (
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.fleet_load: many points
DELETE FROM "feat_storage"."fleet_load__g5849537a"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."fleet_load__g5849537a" (
  "feature_time",
  "feature_date",
  "trips_7d",
  "capacity",
  "depots",
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
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_trips_all_1dx1d__g74036b16" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "feature_time"
  ),
  "_running" AS (
    SELECT
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "feature_time",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON TRUE
  WHERE CASE WHEN CASE WHEN "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_as_of_954ca822_fixed" AS (
  SELECT
    "s"."depots" AS "_depots"
  FROM "feat_storage"."captures_raw_settings__g4b083e0a" AS "s"
  WHERE NOT "s"."is_deleted"
  QUALIFY row_number() OVER (ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"_as_of_954ca822_entering" AS (
  SELECT
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."capacity" AS "_capacity",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_settings__g4b083e0a" AS "s"
),
"_as_of_954ca822_newest" AS (
  SELECT
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_capacity" AS "_capacity",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_954ca822_entering" AS "e"
),
"_as_of_954ca822_kept" AS (
  SELECT
    "e"."enters" AS "enters",
    "e"."_capacity" AS "_capacity",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_954ca822_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_954ca822" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "e"."_capacity" AS "_capacity",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_954ca822_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_8fd518ba", 0) AS "_count_8fd518ba",
    "_as_of_954ca822"."_capacity" AS "_attribute_bfb50635",
    "_as_of_954ca822_fixed"."_depots" AS "_attribute_b36bb1be"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_954ca822_fixed" ON TRUE
  LEFT JOIN "_as_of_954ca822" ON "g"."feature_time" = "_as_of_954ca822"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_attribute_bfb50635" AS "_attribute_bfb50635",
    "b"."_attribute_b36bb1be" AS "_attribute_b36bb1be",
    "b"."_count_8fd518ba" AS "trips_7d",
    "b"."_attribute_bfb50635" AS "capacity",
    "b"."_attribute_b36bb1be" AS "depots"
  FROM "base" AS "b"
)
SELECT
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."trips_7d" AS "trips_7d",
  "r"."capacity" AS "capacity",
  "r"."depots" AS "depots",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.fleet_load: few points
DELETE FROM "feat_storage"."fleet_load__g5849537a"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."fleet_load__g5849537a" (
  "feature_time",
  "feature_date",
  "trips_7d",
  "capacity",
  "depots",
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
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_trips_all_1dx1d__g74036b16" AS "t"
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
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_seen"
),
"_as_of_954ca822_fixed" AS (
  SELECT
    "s"."depots" AS "_depots"
  FROM "feat_storage"."captures_raw_settings__g4b083e0a" AS "s"
  WHERE NOT "s"."is_deleted"
  QUALIFY row_number() OVER (ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"_as_of_954ca822_entering" AS (
  SELECT
    date_trunc('day', "s"."captured_at") + INTERVAL '1 day' AS "enters",
    row_number() OVER (ORDER BY "s"."captured_at" ASC NULLS FIRST) AS "version_rank",
    "s"."capacity" AS "_capacity",
    "s"."is_deleted" AS "_is_deleted"
  FROM "feat_storage"."captures_raw_settings__g4b083e0a" AS "s"
),
"_as_of_954ca822_newest" AS (
  SELECT
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_capacity" AS "_capacity",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_954ca822_entering" AS "e"
),
"_as_of_954ca822_kept" AS (
  SELECT
    "e"."enters" AS "enters",
    "e"."_capacity" AS "_capacity",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_954ca822_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_954ca822" AS (
  SELECT
    "p"."feature_time" AS "feature_time",
    "e"."_capacity" AS "_capacity",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_954ca822_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_8fd518ba", 0) AS "_count_8fd518ba",
    "_as_of_954ca822"."_capacity" AS "_attribute_bfb50635",
    "_as_of_954ca822_fixed"."_depots" AS "_attribute_b36bb1be"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_954ca822_fixed" ON TRUE
  LEFT JOIN "_as_of_954ca822" ON "g"."feature_time" = "_as_of_954ca822"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_attribute_bfb50635" AS "_attribute_bfb50635",
    "b"."_attribute_b36bb1be" AS "_attribute_b36bb1be",
    "b"."_count_8fd518ba" AS "trips_7d",
    "b"."_attribute_bfb50635" AS "capacity",
    "b"."_attribute_b36bb1be" AS "depots"
  FROM "base" AS "b"
)
SELECT
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."trips_7d" AS "trips_7d",
  "r"."capacity" AS "capacity",
  "r"."depots" AS "depots",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
