-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_6hx6h__ge6e86e07
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07" IS '[feat shop/main tiles.raw.orders/customer_id/6hx6h feat_storage.tiles_raw_orders_customer_id_6hx6h__ge6e86e07]';

COMMIT;

-- expand: create feat_storage.customer_profile__gd9323d31
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_profile__gd9323d31" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "tier" VARCHAR,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_profile__gd9323d31" IS '[feat shop/main view.customer_profile feat_storage.customer_profile__gd9323d31]';

COMMIT;

-- expand: create feat_storage.customer_pace__gdb22ae0c
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_pace__gdb22ae0c" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "orders_6h" BIGINT,
  "orders_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_pace__gdb22ae0c" IS '[feat shop/main view.customer_pace feat_storage.customer_pace__gdb22ae0c]';

COMMIT;

-- expand: create feat_storage.vw_online_customer__g8cbfb91c
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."vw_online_customer__g8cbfb91c" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "tier" VARCHAR,
  "orders_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vw_online_customer__g8cbfb91c" IS '[feat shop/main serving.vw_online_customer feat_storage.vw_online_customer__g8cbfb91c]';

COMMIT;

-- publish: publish ml.customer_profile
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_profile" (
  "customer_id",
  "feature_time",
  "feature_date",
  "tier",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."tier" AS "tier",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_profile__gd9323d31" AS "v";

COMMENT ON VIEW "ml"."customer_profile" IS '[feat shop/main view.customer_profile 201ad4cf.958fb29c.d9323d31]';

COMMIT;

-- publish: publish ml.customer_pace
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_pace" (
  "customer_id",
  "feature_time",
  "orders_6h",
  "orders_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."orders_6h" AS "orders_6h",
  "v"."orders_7d" AS "orders_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_pace__gdb22ae0c" AS "v";

COMMENT ON VIEW "ml"."customer_pace" IS '[feat shop/main view.customer_pace 785bc16e.80ab3a3f.db22ae0c]';

COMMIT;

-- publish: publish ml.vw_online_customer
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_online_customer" (
  "customer_id",
  "feature_time",
  "tier",
  "orders_7d",
  "orders_per_day",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."tier" AS "tier",
  "v"."orders_7d" AS "orders_7d",
  CAST("v"."orders_7d" AS DOUBLE) / 7e0 AS "orders_per_day",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_online_customer__g8cbfb91c" AS "v";

COMMENT ON VIEW "ml"."vw_online_customer" IS '[feat shop/main serving.vw_online_customer b2ef69d4.3b617193.8cbfb91c]';

COMMIT;

-- fill tiles.raw.orders/customer_id/6hx6h: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  time_bucket(INTERVAL '21600 seconds', "s"."ordered_at", TIMESTAMP '2001-01-01 00:00:00') AS "event_tile",
  time_bucket(INTERVAL '21600 seconds', "s"."ordered_at", TIMESTAMP '2001-01-01 00:00:00') AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", time_bucket(INTERVAL '21600 seconds', "s"."ordered_at", TIMESTAMP '2001-01-01 00:00:00'), time_bucket(INTERVAL '21600 seconds', "s"."ordered_at", TIMESTAMP '2001-01-01 00:00:00');

-- fill view.customer_profile: many points
DELETE FROM "feat_storage"."customer_profile__gd9323d31"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_profile__gd9323d31" (
  "customer_id",
  "feature_time",
  "feature_date",
  "tier",
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
    "s"."tier" AS "_tier"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_tier" AS "_tier",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_tier" AS "_tier",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_tier" AS "_attribute_bcf3f840"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    coalesce("b"."_attribute_bcf3f840", 'basic') AS "tier"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."tier" AS "tier",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_profile: few points
DELETE FROM "feat_storage"."customer_profile__gd9323d31"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_profile__gd9323d31" (
  "customer_id",
  "feature_time",
  "feature_date",
  "tier",
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
    "s"."tier" AS "_tier"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_as_of_31f6fa6c_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_tier" AS "_tier",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_tier" AS "_tier",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_tier" AS "_attribute_bcf3f840"
  FROM "grid" AS "g"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    coalesce("b"."_attribute_bcf3f840", 'basic') AS "tier"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."tier" AS "tier",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_pace: many points
DELETE FROM "feat_storage"."customer_pace__gdb22ae0c"
WHERE "feature_time" >= TIMESTAMP '2026-02-07 12:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_pace__gdb22ae0c" (
  "customer_id",
  "feature_time",
  "orders_6h",
  "orders_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-07 12:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds', INTERVAL '21600 seconds')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    time_bucket(INTERVAL '21600 seconds', "s"."valid_from", TIMESTAMP '2001-01-01 00:00:00') + INTERVAL '21600 seconds' AS "enters",
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
    TIMESTAMP '2026-02-07 12:00:00' AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '21600 seconds' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-07 12:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-02-07 12:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '21600 seconds' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '21600 seconds' END, INTERVAL '21600 seconds')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 1) OVER () AS "_sum_n_63f4bf09_0_0",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 28) OVER () AS "_sum_n_63f4bf09_27_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_0_0", 0) AS "n_63f4bf09_21600",
    coalesce("c"."_sum_n_63f4bf09_27_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '21600 seconds' ELSE "c"."feature_time" = TIMESTAMP '2026-02-07 12:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_21600", 0) AS "_count_3fb061b9",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_37093f0d"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-02-07 12:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_3fb061b9", 0) AS "_count_3fb061b9",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_3fb061b9" AS "_count_3fb061b9",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_count_3fb061b9" AS "orders_6h",
    "b"."_count_37093f0d" AS "orders_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  "r"."orders_6h" AS "orders_6h",
  "r"."orders_7d" AS "orders_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_pace: few points
DELETE FROM "feat_storage"."customer_pace__gdb22ae0c"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 06:00:00';

INSERT INTO "feat_storage"."customer_pace__gdb22ae0c" (
  "customer_id",
  "feature_time",
  "orders_6h",
  "orders_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '21600 seconds', INTERVAL '21600 seconds')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    time_bucket(INTERVAL '21600 seconds', "s"."valid_from", TIMESTAMP '2001-01-01 00:00:00') + INTERVAL '21600 seconds' AS "enters",
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
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '21600 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '21600 seconds') AS "n_63f4bf09_21600",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '21600 seconds' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_6hx6h__ge6e86e07" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '21600 seconds'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 06:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 06:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_21600", 0) AS "_count_3fb061b9",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_3fb061b9", 0) AS "_count_3fb061b9",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_3fb061b9" AS "_count_3fb061b9",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_count_3fb061b9" AS "orders_6h",
    "b"."_count_37093f0d" AS "orders_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  "r"."orders_6h" AS "orders_6h",
  "r"."orders_7d" AS "orders_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill serving.vw_online_customer: as of the run
DELETE FROM "feat_storage"."vw_online_customer__g8cbfb91c";

INSERT INTO "feat_storage"."vw_online_customer__g8cbfb91c" (
  "customer_id",
  "feature_time",
  "tier",
  "orders_7d",
  "computed_at"
)
WITH "v1_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."customer_profile__gd9323d31" AS "s"
  WHERE "s"."feature_time" <= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '3600 seconds'
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."tier" AS "tier"
  FROM "feat_storage"."customer_profile__gd9323d31" AS "s"
  INNER JOIN "v1_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"v2_point" AS (
  SELECT
    max("s"."feature_time") AS "feature_time"
  FROM "feat_storage"."customer_pace__gdb22ae0c" AS "s"
  WHERE "s"."feature_time" <= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '3600 seconds'
),
"v2" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time",
    "s"."orders_7d" AS "orders_7d"
  FROM "feat_storage"."customer_pace__gdb22ae0c" AS "s"
  INNER JOIN "v2_point" AS "n" ON "s"."feature_time" = "n"."feature_time"
),
"keys" AS (
  SELECT DISTINCT
    "u"."customer_id" AS "customer_id"
  FROM (
    SELECT
      "s"."customer_id" AS "customer_id"
    FROM "v1" AS "s"
    UNION ALL
    SELECT
      "s"."customer_id" AS "customer_id"
    FROM "v2" AS "s"
  ) AS "u"
)
SELECT
  "k"."customer_id" AS "customer_id",
  least("v1"."feature_time", "v2"."feature_time") AS "feature_time",
  CASE
    WHEN "v1"."feature_time" IS NULL THEN 'basic'
    WHEN "v1"."feature_time" >= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '2 days' THEN "v1"."tier"
  END AS "tier",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN 0
    WHEN "v2"."feature_time" >= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '43200 seconds' THEN "v2"."orders_7d"
  END AS "orders_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "keys" AS "k"
LEFT JOIN "v1" ON "k"."customer_id" = "v1"."customer_id"
LEFT JOIN "v2" ON "k"."customer_id" = "v2"."customer_id";
