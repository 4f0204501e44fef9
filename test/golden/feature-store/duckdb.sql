-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__gc445743e
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT,
  "sum_1235bff7" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gc445743e]';

COMMIT;

-- expand: create feat_storage.customer_orders__g03111cb8
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__g03111cb8" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "amount_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__g03111cb8" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__g03111cb8]';

COMMIT;

-- expand: create feat_storage.customer_tier__g99aa4958
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_tier__g99aa4958" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "tier" VARCHAR,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_tier__g99aa4958" IS '[feat shop/main view.customer_tier feat_storage.customer_tier__g99aa4958]';

COMMIT;

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "amount_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."amount_7d" AS "amount_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__g03111cb8" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders 1337c6f8.22c533b8.03111cb8]';

COMMIT;

-- publish: publish ml.customer_tier
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_tier" (
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
FROM "feat_storage"."customer_tier__g99aa4958" AS "v";

COMMENT ON VIEW "ml"."customer_tier" IS '[feat shop/main view.customer_tier 7028ddec.958fb29c.99aa4958]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09",
  "sum_1235bff7"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  count(*) AS "n_63f4bf09",
  sum("s"."amount") AS "sum_1235bff7"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__g03111cb8"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g03111cb8" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "amount_7d",
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
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09",
    coalesce("t"."sum_1235bff7", 0) AS "sum_1235bff7",
    CASE WHEN "t"."sum_1235bff7" IS NULL THEN 0 ELSE 1 END AS "sum_1235bff7_known"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09",
      "sum_1235bff7",
      "sum_1235bff7_known"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09",
      0 AS "sum_1235bff7",
      0 AS "sum_1235bff7_known"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09",
      "sum_1235bff7",
      "sum_1235bff7_known"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      sum("sum_1235bff7") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7",
      sum("sum_1235bff7_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_1235bff7_known",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09",
      "_sum_sum_1235bff7",
      "_sum_sum_1235bff7_known",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09",
      "_sum_sum_1235bff7",
      "_sum_sum_1235bff7_known"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0",
      "_sum_sum_1235bff7_known" - lag("_sum_sum_1235bff7_known", 7) OVER () AS "_sum_sum_1235bff7_known_6_0",
      "_sum_sum_1235bff7" - lag("_sum_sum_1235bff7", 7) OVER () AS "_sum_sum_1235bff7_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800",
    CASE WHEN coalesce("c"."_sum_sum_1235bff7_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_1235bff7_6_0", 0) END AS "sum_1235bff7_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_37093f0d",
    CAST("t1_frames"."sum_1235bff7_604800" AS DECIMAL(38, 2)) AS "_sum_efaf95f2"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
    "t1"."_sum_efaf95f2" AS "_sum_efaf95f2"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "b"."_count_37093f0d" AS "orders_7d",
    "b"."_sum_efaf95f2" AS "amount_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  "r"."amount_7d" AS "amount_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_orders: few points
DELETE FROM "feat_storage"."customer_orders__g03111cb8"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g03111cb8" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "amount_7d",
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
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    sum("t"."sum_1235bff7") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_1235bff7_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gc445743e" AS "t"
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
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d",
    CAST("t1_seen"."sum_1235bff7_604800" AS DECIMAL(38, 2)) AS "_sum_efaf95f2"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
    "t1"."_sum_efaf95f2" AS "_sum_efaf95f2"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_sum_efaf95f2" AS "_sum_efaf95f2",
    "b"."_count_37093f0d" AS "orders_7d",
    "b"."_sum_efaf95f2" AS "amount_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  "r"."amount_7d" AS "amount_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_tier: many points
DELETE FROM "feat_storage"."customer_tier__g99aa4958"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_tier__g99aa4958" (
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
    "b"."_attribute_bcf3f840" AS "tier"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."tier" AS "tier",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_tier: few points
DELETE FROM "feat_storage"."customer_tier__g99aa4958"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_tier__g99aa4958" (
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
    "b"."_attribute_bcf3f840" AS "tier"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."tier" AS "tier",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
