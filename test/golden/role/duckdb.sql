-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_trips_from_hub_1dx1d__g2d4a7547
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" (
  "from_hub" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" IS '[feat shop/main tiles.raw.trips/from_hub/1dx1d feat_storage.tiles_raw_trips_from_hub_1dx1d__g2d4a7547]';

COMMIT;

-- expand: create feat_storage.tiles_raw_trips_to_hub_1dx1d__gf3a6a31e
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" (
  "to_hub" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" IS '[feat shop/main tiles.raw.trips/to_hub/1dx1d feat_storage.tiles_raw_trips_to_hub_1dx1d__gf3a6a31e]';

COMMIT;

-- expand: create feat_storage.hub_trips__gfe98ea38
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."hub_trips__gfe98ea38" (
  "hub" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "departures_7d" BIGINT,
  "arrivals_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."hub_trips__gfe98ea38" IS '[feat shop/main view.hub_trips feat_storage.hub_trips__gfe98ea38]';

COMMIT;

-- publish: publish ml.hub_trips
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."hub_trips" (
  "hub",
  "feature_time",
  "feature_date",
  "departures_7d",
  "arrivals_7d",
  "computed_at"
) AS
SELECT
  "v"."hub" AS "hub",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."departures_7d" AS "departures_7d",
  "v"."arrivals_7d" AS "arrivals_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."hub_trips__gfe98ea38" AS "v";

COMMENT ON VIEW "ml"."hub_trips" IS '[feat shop/main view.hub_trips 631404d1.17237857.fe98ea38]';

COMMIT;

-- fill tiles.raw.trips/from_hub/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" (
  "from_hub",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."from_hub" AS "from_hub",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."from_hub" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."from_hub", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill tiles.raw.trips/to_hub/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" (
  "to_hub",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."to_hub" AS "to_hub",
  date_trunc('day', "s"."ended_at") AS "event_tile",
  date_trunc('day', "s"."ended_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."trips" AS "s"
WHERE "s"."ended_at" IS NOT NULL
  AND "s"."to_hub" IS NOT NULL
  AND "s"."ended_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ended_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."to_hub", date_trunc('day', "s"."ended_at"), date_trunc('day', "s"."ended_at");

-- fill view.hub_trips: many points
DELETE FROM "feat_storage"."hub_trips__gfe98ea38"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."hub_trips__gfe98ea38" (
  "hub",
  "feature_time",
  "feature_date",
  "departures_7d",
  "arrivals_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "f"."hub" AS "hub",
    min("f"."alive_from") AS "alive_from"
  FROM (
    SELECT
      "t"."from_hub" AS "hub",
      greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
    FROM "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" AS "t"
    WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    GROUP BY "t"."from_hub"
    UNION ALL
    SELECT
      "t"."to_hub" AS "hub",
      greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
    FROM "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" AS "t"
    WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    GROUP BY "t"."to_hub"
  ) AS "f"
  GROUP BY "f"."hub"
),
"grid" AS (
  SELECT
    "f"."hub" AS "hub",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."from_hub" AS "hub",
    TIMESTAMP '2026-01-31 00:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered" AS (
  SELECT
    "t"."from_hub" AS "hub",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "hub",
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "hub",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "hub",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "hub", "feature_time"
  ),
  "_running" AS (
    SELECT
      "hub",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("hub", 1) OVER () AS "_next_hub",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "hub",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_hub" = "hub" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "hub",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "hub",
      "feature_time",
      lag("hub", 1) OVER () AS "_before_hub",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."hub" AS "hub",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."hub" = "k"."hub"
  WHERE CASE WHEN CASE WHEN "c"."hub" = "c"."_before_hub" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."hub" AS "hub",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"t2_alive" AS (
  SELECT DISTINCT
    "t"."to_hub" AS "hub",
    TIMESTAMP '2026-01-31 00:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t2_frames_entered" AS (
  SELECT
    "t"."to_hub" AS "hub",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t2_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "hub",
      "feature_time",
      "n_63f4bf09"
    FROM "t2_frames_entered"
    UNION ALL
    SELECT
      "hub",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "t2_alive"
  ),
  "_ordered" AS (
    SELECT
      "hub",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "hub", "feature_time"
  ),
  "_running" AS (
    SELECT
      "hub",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("hub", 1) OVER () AS "_next_hub",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "hub",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_hub" = "hub" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "hub",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "hub",
      "feature_time",
      lag("hub", 1) OVER () AS "_before_hub",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."hub" AS "hub",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t2_alive" AS "k" ON "c"."hub" = "k"."hub"
  WHERE CASE WHEN CASE WHEN "c"."hub" = "c"."_before_hub" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t2" AS (
  SELECT
    "t2_frames"."hub" AS "hub",
    "t2_frames"."feature_time" AS "feature_time",
    coalesce("t2_frames"."n_63f4bf09_604800", 0) AS "_count_1f89e43d"
  FROM "t2_frames"
  WHERE "t2_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."hub" AS "hub",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_8fd518ba", 0) AS "_count_8fd518ba",
    coalesce("t2"."_count_1f89e43d", 0) AS "_count_1f89e43d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."hub" = "t1"."hub"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."hub" = "t2"."hub"
    AND "g"."feature_time" = "t2"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."hub" AS "hub",
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_count_1f89e43d" AS "_count_1f89e43d",
    "b"."_count_8fd518ba" AS "departures_7d",
    "b"."_count_1f89e43d" AS "arrivals_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."hub" AS "hub",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."departures_7d" AS "departures_7d",
  "r"."arrivals_7d" AS "arrivals_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.hub_trips: few points
DELETE FROM "feat_storage"."hub_trips__gfe98ea38"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."hub_trips__gfe98ea38" (
  "hub",
  "feature_time",
  "feature_date",
  "departures_7d",
  "arrivals_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "f"."hub" AS "hub",
    min("f"."alive_from") AS "alive_from"
  FROM (
    SELECT
      "t"."from_hub" AS "hub",
      greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
    FROM "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" AS "t"
    WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
    GROUP BY "t"."from_hub"
    UNION ALL
    SELECT
      "t"."to_hub" AS "hub",
      greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
    FROM "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" AS "t"
    WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
    GROUP BY "t"."to_hub"
  ) AS "f"
  GROUP BY "f"."hub"
),
"grid" AS (
  SELECT
    "f"."hub" AS "hub",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."from_hub" AS "hub",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_trips_from_hub_1dx1d__g2d4a7547" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."from_hub", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."hub" AS "hub",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_8fd518ba"
  FROM "t1_seen"
),
"t2_seen" AS (
  SELECT
    "t"."to_hub" AS "hub",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_trips_to_hub_1dx1d__gf3a6a31e" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."to_hub", "p"."feature_time"
),
"t2" AS (
  SELECT
    "t2_seen"."hub" AS "hub",
    "t2_seen"."feature_time" AS "feature_time",
    coalesce("t2_seen"."n_63f4bf09_604800", 0) AS "_count_1f89e43d"
  FROM "t2_seen"
),
"base" AS (
  SELECT
    "g"."hub" AS "hub",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_8fd518ba", 0) AS "_count_8fd518ba",
    coalesce("t2"."_count_1f89e43d", 0) AS "_count_1f89e43d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."hub" = "t1"."hub"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."hub" = "t2"."hub"
    AND "g"."feature_time" = "t2"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."hub" AS "hub",
    "b"."feature_time" AS "feature_time",
    "b"."_count_8fd518ba" AS "_count_8fd518ba",
    "b"."_count_1f89e43d" AS "_count_1f89e43d",
    "b"."_count_8fd518ba" AS "departures_7d",
    "b"."_count_1f89e43d" AS "arrivals_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."hub" AS "hub",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."departures_7d" AS "departures_7d",
  "r"."arrivals_7d" AS "arrivals_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
