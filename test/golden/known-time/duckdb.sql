-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__gab6c6145
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gab6c6145]';

COMMIT;

-- expand: create feat_storage.customer_orders__g3b800570
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__g3b800570" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__g3b800570" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__g3b800570]';

COMMIT;

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__g3b800570" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders a48fa927.6a351abb.3b800570]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', CASE WHEN "s"."loaded_at" >= TIMESTAMP '2026-01-15 00:00:00' THEN "s"."loaded_at" ELSE CASE WHEN "s"."loaded_at" IS NOT NULL AND ("s"."ordered_at" + INTERVAL '2 days') IS NOT NULL THEN least("s"."loaded_at", "s"."ordered_at" + INTERVAL '2 days') END END) AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND CASE WHEN "s"."loaded_at" >= TIMESTAMP '2026-01-15 00:00:00' THEN "s"."loaded_at" ELSE CASE WHEN "s"."loaded_at" IS NOT NULL AND ("s"."ordered_at" + INTERVAL '2 days') IS NOT NULL THEN least("s"."loaded_at", "s"."ordered_at" + INTERVAL '2 days') END END >= TIMESTAMP '2025-12-12 00:00:00'
  AND CASE WHEN "s"."loaded_at" >= TIMESTAMP '2026-01-15 00:00:00' THEN "s"."loaded_at" ELSE CASE WHEN "s"."loaded_at" IS NOT NULL AND ("s"."ordered_at" + INTERVAL '2 days') IS NOT NULL THEN least("s"."loaded_at", "s"."ordered_at" + INTERVAL '2 days') END END < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', CASE WHEN "s"."loaded_at" >= TIMESTAMP '2026-01-15 00:00:00' THEN "s"."loaded_at" ELSE CASE WHEN "s"."loaded_at" IS NOT NULL AND ("s"."ordered_at" + INTERVAL '2 days') IS NOT NULL THEN least("s"."loaded_at", "s"."ordered_at" + INTERVAL '2 days') END END);

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__g3b800570"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g3b800570" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_63f4bf09" AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out"
    FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" AS "t"
    WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
      AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_63f4bf09_in"), 0) AS BIGINT) AS "n_63f4bf09_in",
      CAST(coalesce(sum("e"."n_63f4bf09_out"), 0) AS BIGINT) AS "n_63f4bf09_out"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."customer_id", "e"."feature_time"
  ) AS "b" ON "a"."customer_id" = "b"."customer_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_in",
      sum("n_63f4bf09_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09_in" - "_base_n_63f4bf09_in" AS "_sum_n_63f4bf09_in_unbounded_0",
      lag("_sum_n_63f4bf09_out", 7) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_7"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_7", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_604800" IS NULL THEN "t1_later"."n_63f4bf09_604800" ELSE CASE WHEN "t1_later"."n_63f4bf09_604800" IS NULL THEN "t1_frames"."n_63f4bf09_604800" ELSE "t1_frames"."n_63f4bf09_604800" + "t1_later"."n_63f4bf09_604800" END END, 0) AS "_count_37093f0d"
  FROM "t1_frames"
  LEFT JOIN "t1_later" ON "t1_frames"."customer_id" = "t1_later"."customer_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_37093f0d", 0) AS "_count_37093f0d"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_count_37093f0d" AS "orders_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_orders: few points
DELETE FROM "feat_storage"."customer_orders__g3b800570"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g3b800570" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id"
),
"grid" AS (
  SELECT
    "f"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "_first_seen" AS "f"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "f"."alive_from"
),
"t1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gab6c6145" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_count_37093f0d" AS "orders_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
