-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8" (
  "from_hub" VARCHAR,
  "to_hub" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8" IS '[feat shop/main tiles.raw.complaints/from_hub+to_hub/1dx1d feat_storage.tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8]';

COMMIT;

-- expand: create feat_storage.tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e" (
  "origin" VARCHAR,
  "destination" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e" IS '[feat shop/main tiles.raw.trips/origin+destination/1dx1d feat_storage.tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e]';

COMMIT;

-- expand: create feat_storage.route_quality__g18d75020
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."route_quality__g18d75020" (
  "origin" VARCHAR,
  "destination" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "complaints_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."route_quality__g18d75020" IS '[feat shop/main view.route_quality feat_storage.route_quality__g18d75020]';

COMMIT;

-- publish: publish ml.route_quality
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."route_quality" (
  "origin",
  "destination",
  "feature_time",
  "feature_date",
  "complaints_7d",
  "computed_at"
) AS
SELECT
  "v"."origin" AS "origin",
  "v"."destination" AS "destination",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."complaints_7d" AS "complaints_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."route_quality__g18d75020" AS "v";

COMMENT ON VIEW "ml"."route_quality" IS '[feat shop/main view.route_quality 8300758d.3a694a05.18d75020]';

COMMIT;

-- fill tiles.raw.complaints/from_hub+to_hub/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8" (
  "from_hub",
  "to_hub",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."from_hub" AS "from_hub",
  "s"."to_hub" AS "to_hub",
  date_trunc('day', "s"."made_at") AS "event_tile",
  date_trunc('day', "s"."made_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."complaints" AS "s"
WHERE "s"."made_at" IS NOT NULL
  AND "s"."from_hub" IS NOT NULL
  AND "s"."to_hub" IS NOT NULL
  AND "s"."made_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."made_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."from_hub", "s"."to_hub", date_trunc('day', "s"."made_at"), date_trunc('day', "s"."made_at");

-- fill tiles.raw.trips/origin+destination/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e" (
  "origin",
  "destination",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."origin" AS "origin",
  "s"."destination" AS "destination",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."origin" IS NOT NULL
  AND "s"."destination" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."origin", "s"."destination", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.route_quality: many points
DELETE FROM "feat_storage"."route_quality__g18d75020"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."route_quality__g18d75020" (
  "origin",
  "destination",
  "feature_time",
  "feature_date",
  "complaints_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."origin" AS "origin",
    "t"."destination" AS "destination",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."origin", "t"."destination"
),
"grid" AS (
  SELECT
    "f"."origin" AS "origin",
    "f"."destination" AS "destination",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."from_hub" AS "origin",
    "t"."to_hub" AS "destination",
    TIMESTAMP '2026-01-31 00:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered" AS (
  SELECT
    "t"."from_hub" AS "origin",
    "t"."to_hub" AS "destination",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "origin",
      "destination",
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "origin",
      "destination",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "origin",
      "destination",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "origin", "destination", "feature_time"
  ),
  "_running" AS (
    SELECT
      "origin",
      "destination",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("origin", 1) OVER () AS "_next_origin",
      lead("destination", 1) OVER () AS "_next_destination",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "origin",
      "destination",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_origin" = "origin" AND "_next_destination" = "destination" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "origin",
      "destination",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "origin",
      "destination",
      "feature_time",
      lag("origin", 1) OVER () AS "_before_origin",
      lag("destination", 1) OVER () AS "_before_destination",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."origin" AS "origin",
    "c"."destination" AS "destination",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."origin" = "k"."origin" AND "c"."destination" = "k"."destination"
  WHERE CASE WHEN CASE WHEN "c"."origin" = "c"."_before_origin" AND "c"."destination" = "c"."_before_destination" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."origin" AS "origin",
    "t1_frames"."destination" AS "destination",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_d6d3b7a3"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."origin" AS "origin",
    "g"."destination" AS "destination",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_d6d3b7a3", 0) AS "_count_d6d3b7a3"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."origin" = "t1"."origin"
    AND "g"."destination" = "t1"."destination"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."origin" AS "origin",
    "b"."destination" AS "destination",
    "b"."feature_time" AS "feature_time",
    "b"."_count_d6d3b7a3" AS "_count_d6d3b7a3",
    "b"."_count_d6d3b7a3" AS "complaints_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."origin" AS "origin",
  "r"."destination" AS "destination",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."complaints_7d" AS "complaints_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.route_quality: few points
DELETE FROM "feat_storage"."route_quality__g18d75020"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."route_quality__g18d75020" (
  "origin",
  "destination",
  "feature_time",
  "feature_date",
  "complaints_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."origin" AS "origin",
    "t"."destination" AS "destination",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_origin_destination_1dx1d__g06e5ff5e" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."origin", "t"."destination"
),
"grid" AS (
  SELECT
    "f"."origin" AS "origin",
    "f"."destination" AS "destination",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."from_hub" AS "origin",
    "t"."to_hub" AS "destination",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_complaints_from_hub_to_hub_1dx1d__g8d0509a8" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."from_hub", "t"."to_hub", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."origin" AS "origin",
    "t1_seen"."destination" AS "destination",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_d6d3b7a3"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."origin" AS "origin",
    "g"."destination" AS "destination",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_d6d3b7a3", 0) AS "_count_d6d3b7a3"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."origin" = "t1"."origin"
    AND "g"."destination" = "t1"."destination"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."origin" AS "origin",
    "b"."destination" AS "destination",
    "b"."feature_time" AS "feature_time",
    "b"."_count_d6d3b7a3" AS "_count_d6d3b7a3",
    "b"."_count_d6d3b7a3" AS "complaints_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."origin" AS "origin",
  "r"."destination" AS "destination",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."complaints_7d" AS "complaints_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
