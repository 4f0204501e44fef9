-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__ga5af9a73
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "max_140a9080" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__ga5af9a73]';

COMMIT;

-- expand: create feat_storage.customer_text__g747d5635
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_text__g747d5635" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "home_words" BIGINT,
  "vowels_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_text__g747d5635" IS '[feat shop/main view.customer_text feat_storage.customer_text__g747d5635]';

COMMIT;

-- publish: publish ml.customer_text
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_text" (
  "customer_id",
  "feature_time",
  "feature_date",
  "home_words",
  "vowels_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."home_words" AS "home_words",
  "v"."vowels_7d" AS "vowels_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_text__g747d5635" AS "v";

COMMENT ON VIEW "ml"."customer_text" IS '[feat shop/main view.customer_text 1546a72f.73eedfe9.747d5635]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73" (
  "customer_id",
  "event_tile",
  "known_tile",
  "max_140a9080"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  max(CAST(len(regexp_extract_all("s"."code", '[aeiou]')) AS BIGINT)) AS "max_140a9080"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill view.customer_text: many points
DELETE FROM "feat_storage"."customer_text__g747d5635"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_text__g747d5635" (
  "customer_id",
  "feature_time",
  "feature_date",
  "home_words",
  "vowels_7d",
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
"t1_alive" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id",
    TIMESTAMP '2026-01-31 00:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    "t"."max_140a9080" AS "max_140a9080"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "max_140a9080"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      NULL AS "max_140a9080"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "max_140a9080"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "max_140a9080",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "max_140a9080",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      CASE WHEN "feature_time" = "_entered_at" THEN "max_140a9080" END AS "_1_max_140a9080"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      greatest("_1_max_140a9080", lag("_1_max_140a9080", 1) OVER ()) AS "_2_max_140a9080"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      greatest("_2_max_140a9080", lag("_2_max_140a9080", 2) OVER ()) AS "_4_max_140a9080"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      greatest("_4_max_140a9080", lag("_4_max_140a9080", 3) OVER ()) AS "_max_max_140a9080_6_0"
    FROM "_from_2"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    "c"."_max_max_140a9080_6_0" AS "max_140a9080_604800"
  FROM "_from_4" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    "t1_frames"."max_140a9080_604800" AS "_max_cf7c97ed"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank",
    "s"."home" AS "_home"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_home" AS "_home",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_home" AS "_home",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_home" AS "_home"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_home" AS "_attribute_7da298c2",
    "t1"."_max_cf7c97ed" AS "_max_cf7c97ed"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_7da298c2" AS "_attribute_7da298c2",
    "b"."_max_cf7c97ed" AS "_max_cf7c97ed",
    CAST(len(string_split("b"."_attribute_7da298c2", ' ')) AS BIGINT) AS "home_words",
    "b"."_max_cf7c97ed" AS "vowels_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."home_words" AS "home_words",
  "r"."vowels_7d" AS "vowels_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_text: few points
DELETE FROM "feat_storage"."customer_text__g747d5635"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_text__g747d5635" (
  "customer_id",
  "feature_time",
  "feature_date",
  "home_words",
  "vowels_7d",
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
"t1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    max("t"."max_140a9080") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "max_140a9080_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__ga5af9a73" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    "t1_seen"."max_140a9080_604800" AS "_max_cf7c97ed"
  FROM "t1_seen"
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    date_trunc('day', "s"."valid_from") + INTERVAL '1 day' AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST) AS "version_rank",
    "s"."home" AS "_home"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_home" AS "_home",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_home" AS "_home",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_home" AS "_home"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_home" AS "_attribute_7da298c2",
    "t1"."_max_cf7c97ed" AS "_max_cf7c97ed"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_7da298c2" AS "_attribute_7da298c2",
    "b"."_max_cf7c97ed" AS "_max_cf7c97ed",
    CAST(len(string_split("b"."_attribute_7da298c2", ' ')) AS BIGINT) AS "home_words",
    "b"."_max_cf7c97ed" AS "vowels_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."home_words" AS "home_words",
  "r"."vowels_7d" AS "vowels_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
