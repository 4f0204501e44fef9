-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "max_1de8d88e" DECIMAL(12, 2),
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0]';

COMMIT;

-- expand: create feat_storage.behaviour__ge98b2a2e
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."behaviour__ge98b2a2e" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "largest_30d" DECIMAL(12, 2),
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."behaviour__ge98b2a2e" IS '[feat shop/main view.behaviour feat_storage.behaviour__ge98b2a2e]';

COMMIT;

-- publish: publish ml.behaviour
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."behaviour" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "largest_30d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."orders_7d" AS "orders_7d",
  "v"."largest_30d" AS "largest_30d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."behaviour__ge98b2a2e" AS "v";

COMMENT ON VIEW "ml"."behaviour" IS '[feat shop/main view.behaviour 00dfcb65.dee240dd.e98b2a2e]';

COMMIT;

-- publish: publish ml.vw_online
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_online" (
  "customer_id",
  "feature_time",
  "orders_7d",
  "largest_30d",
  "computed_at"
) AS
WITH "v1" AS (
  WITH "v1_points" AS (
    SELECT DISTINCT
      "s"."customer_id" AS "customer_id",
      "s"."spine_time" AS "feature_time"
    FROM (
      SELECT DISTINCT
        "k"."customer_id" AS "customer_id",
        make_timestamp(epoch_us(now())) AS "spine_time"
      FROM (
        SELECT DISTINCT
          "t"."customer_id" AS "customer_id"
        FROM (
          SELECT
            "s"."customer_id" AS "customer_id",
            "s"."event_tile" AS "event_tile",
            "s"."known_tile" AS "known_tile",
            "s"."event_tile" AS "tile_at",
            FALSE AS "is_row",
            FALSE AS "is_head"
          FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "s"
          CROSS JOIN (
            SELECT
              date_trunc('day', max("m"."known_tile") + INTERVAL '1 day') AS "until"
            FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "m"
          ) AS "c"
          WHERE "s"."known_tile" < "c"."until"
          UNION ALL
          SELECT
            "s"."customer_id" AS "customer_id",
            "s"."event_tile" AS "event_tile",
            "s"."known_tile" AS "known_tile",
            date_trunc('day', "s"."event_tile") AS "tile_at",
            TRUE AS "is_row",
            "c"."until" IS NULL OR "s"."known_tile" >= "c"."until" AS "is_head"
          FROM (
            SELECT
              "s"."customer_id" AS "customer_id",
              "s"."ordered_at" AS "event_tile",
              "s"."loaded_at" AS "known_tile"
            FROM "raw"."orders" AS "s"
            WHERE "s"."ordered_at" IS NOT NULL
              AND "s"."customer_id" IS NOT NULL
          ) AS "s"
          CROSS JOIN (
            SELECT
              date_trunc('day', max("m"."known_tile") + INTERVAL '1 day') AS "until"
            FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "m"
          ) AS "c"
        ) AS "t"
        WHERE (((NOT "t"."is_row") AND "t"."tile_at" + INTERVAL '1 day' <= make_timestamp(epoch_us(now()))) OR ("t"."is_row" AND "t"."event_tile" < make_timestamp(epoch_us(now())) AND ("t"."is_head" OR (NOT "t"."tile_at" + INTERVAL '1 day' <= make_timestamp(epoch_us(now()))))))
          AND ((NOT "t"."is_row") OR make_timestamp(epoch_us(now())) > "t"."known_tile")
          AND ((NOT "t"."is_row") OR "t"."is_head" OR "t"."tile_at" = date_trunc('day', make_timestamp(epoch_us(now()))))
      ) AS "k"
    ) AS "s"
  ),
  "v1_t1_seen" AS (
    SELECT
      "t"."customer_id" AS "customer_id",
      "p"."feature_time" AS "feature_time",
      sum("t"."n_63f4bf09") FILTER (WHERE ((NOT "t"."is_row") AND ("t"."tile_at" + INTERVAL '1 day' <= "p"."feature_time" AND "t"."tile_at" >= "p"."feature_time" - INTERVAL '7 days')) OR ("t"."is_row" AND "t"."event_tile" < "p"."feature_time" AND "t"."event_tile" >= "p"."feature_time" - INTERVAL '7 days' AND ("t"."is_head" OR (NOT ("t"."tile_at" + INTERVAL '1 day' <= "p"."feature_time" AND "t"."tile_at" >= "p"."feature_time" - INTERVAL '7 days'))))) AS "n_63f4bf09_604800",
      max("t"."max_1de8d88e") FILTER (WHERE ((NOT "t"."is_row") AND ("t"."tile_at" + INTERVAL '1 day' <= "p"."feature_time" AND "t"."tile_at" >= "p"."feature_time" - INTERVAL '30 days')) OR ("t"."is_row" AND "t"."event_tile" < "p"."feature_time" AND "t"."event_tile" >= "p"."feature_time" - INTERVAL '30 days' AND ("t"."is_head" OR (NOT ("t"."tile_at" + INTERVAL '1 day' <= "p"."feature_time" AND "t"."tile_at" >= "p"."feature_time" - INTERVAL '30 days'))))) AS "max_1de8d88e_2592000"
    FROM (
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."event_tile" AS "event_tile",
        "s"."known_tile" AS "known_tile",
        "s"."n_63f4bf09" AS "n_63f4bf09",
        "s"."max_1de8d88e" AS "max_1de8d88e",
        "s"."event_tile" AS "tile_at",
        FALSE AS "is_row",
        FALSE AS "is_head"
      FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "s"
      CROSS JOIN (
        SELECT
          date_trunc('day', max("m"."known_tile") + INTERVAL '1 day') AS "until"
        FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "m"
      ) AS "c"
      WHERE "s"."known_tile" < "c"."until"
      UNION ALL
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."event_tile" AS "event_tile",
        "s"."known_tile" AS "known_tile",
        "s"."n_63f4bf09" AS "n_63f4bf09",
        "s"."max_1de8d88e" AS "max_1de8d88e",
        date_trunc('day', "s"."event_tile") AS "tile_at",
        TRUE AS "is_row",
        "c"."until" IS NULL OR "s"."known_tile" >= "c"."until" AS "is_head"
      FROM (
        SELECT
          "s"."customer_id" AS "customer_id",
          "s"."ordered_at" AS "event_tile",
          "s"."loaded_at" AS "known_tile",
          1 AS "n_63f4bf09",
          "s"."amount" AS "max_1de8d88e"
        FROM "raw"."orders" AS "s"
        WHERE "s"."ordered_at" IS NOT NULL
          AND "s"."customer_id" IS NOT NULL
      ) AS "s"
      CROSS JOIN (
        SELECT
          date_trunc('day', max("m"."known_tile") + INTERVAL '1 day') AS "until"
        FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "m"
      ) AS "c"
    ) AS "t"
    INNER JOIN "v1_points" AS "p" ON "t"."event_tile" < "p"."feature_time"
      AND "t"."event_tile" >= "p"."feature_time" - INTERVAL '30 days'
      AND "t"."customer_id" = "p"."customer_id"
      AND ((NOT "t"."is_row") OR "p"."feature_time" > "t"."known_tile")
    WHERE (NOT "t"."is_row") OR "t"."is_head" OR "t"."tile_at" = date_trunc('day', make_timestamp(epoch_us(now()))) OR "t"."tile_at" = date_trunc('day', make_timestamp(epoch_us(now())) - INTERVAL '7 days') OR "t"."tile_at" = date_trunc('day', make_timestamp(epoch_us(now())) - INTERVAL '30 days')
    GROUP BY "t"."customer_id", "p"."feature_time"
  ),
  "v1_t1" AS (
    SELECT
      "t1_seen"."customer_id" AS "customer_id",
      "t1_seen"."feature_time" AS "feature_time",
      coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d",
      "t1_seen"."max_1de8d88e_2592000" AS "_max_8e5a1172"
    FROM "v1_t1_seen" AS "t1_seen"
  ),
  "v1_base" AS (
    SELECT
      "g"."customer_id" AS "customer_id",
      "g"."feature_time" AS "feature_time",
      coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
      "t1"."_max_8e5a1172" AS "_max_8e5a1172"
    FROM "v1_points" AS "g"
    LEFT JOIN "v1_t1" AS "t1" ON "g"."customer_id" = "t1"."customer_id"
      AND "g"."feature_time" = "t1"."feature_time"
  ),
  "v1_level_1" AS (
    SELECT
      "b"."customer_id" AS "customer_id",
      "b"."feature_time" AS "feature_time",
      "b"."_count_37093f0d" AS "_count_37093f0d",
      "b"."_max_8e5a1172" AS "_max_8e5a1172",
      "b"."_count_37093f0d" AS "orders_7d",
      "b"."_max_8e5a1172" AS "largest_30d"
    FROM "v1_base" AS "b"
  ),
  "v1__seen_0bf8a74a" AS (
    SELECT DISTINCT
      "t"."customer_id" AS "customer_id"
    FROM (
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."event_tile" AS "event_tile",
        "s"."known_tile" AS "known_tile",
        "s"."event_tile" AS "tile_at",
        FALSE AS "is_row",
        FALSE AS "is_head"
      FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "s"
      CROSS JOIN (
        SELECT
          date_trunc('day', max("m"."known_tile") + INTERVAL '1 day') AS "until"
        FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "m"
      ) AS "c"
      WHERE "s"."known_tile" < "c"."until"
      UNION ALL
      SELECT
        "s"."customer_id" AS "customer_id",
        "s"."event_tile" AS "event_tile",
        "s"."known_tile" AS "known_tile",
        date_trunc('day', "s"."event_tile") AS "tile_at",
        TRUE AS "is_row",
        "c"."until" IS NULL OR "s"."known_tile" >= "c"."until" AS "is_head"
      FROM (
        SELECT
          "s"."customer_id" AS "customer_id",
          "s"."ordered_at" AS "event_tile",
          "s"."loaded_at" AS "known_tile"
        FROM "raw"."orders" AS "s"
        WHERE "s"."ordered_at" IS NOT NULL
          AND "s"."customer_id" IS NOT NULL
      ) AS "s"
      CROSS JOIN (
        SELECT
          date_trunc('day', max("m"."known_tile") + INTERVAL '1 day') AS "until"
        FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "m"
      ) AS "c"
    ) AS "t"
    WHERE (((NOT "t"."is_row") AND "t"."tile_at" + INTERVAL '1 day' <= make_timestamp(epoch_us(now()))) OR ("t"."is_row" AND "t"."event_tile" < make_timestamp(epoch_us(now())) AND ("t"."is_head" OR (NOT "t"."tile_at" + INTERVAL '1 day' <= make_timestamp(epoch_us(now()))))))
      AND ((NOT "t"."is_row") OR make_timestamp(epoch_us(now())) > "t"."known_tile")
      AND ((NOT "t"."is_row") OR "t"."is_head" OR "t"."tile_at" = date_trunc('day', make_timestamp(epoch_us(now()))))
  )
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    CASE WHEN "_seen_0bf8a74a"."customer_id" IS NOT NULL THEN "g"."orders_7d" ELSE 0 END AS "orders_7d",
    CASE
      WHEN "_seen_0bf8a74a"."customer_id" IS NOT NULL THEN "g"."largest_30d"
      ELSE CAST(NULL AS DECIMAL(12, 2))
    END AS "largest_30d"
  FROM "v1_level_1" AS "g"
  LEFT JOIN "v1__seen_0bf8a74a" AS "_seen_0bf8a74a" ON "g"."customer_id" = "_seen_0bf8a74a"."customer_id"
  WHERE "_seen_0bf8a74a"."customer_id" IS NOT NULL
),
"keys" AS (
  SELECT
    "s"."customer_id" AS "customer_id"
  FROM "v1" AS "s"
)
SELECT
  "k"."customer_id" AS "customer_id",
  make_timestamp(epoch_us(now())) AS "feature_time",
  CASE WHEN "v1"."feature_time" IS NULL THEN 0 ELSE "v1"."orders_7d" END AS "orders_7d",
  CASE WHEN "v1"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(12, 2)) ELSE "v1"."largest_30d" END AS "largest_30d",
  make_timestamp(epoch_us(now())) AS "computed_at"
FROM "keys" AS "k"
LEFT JOIN "v1" ON "k"."customer_id" = "v1"."customer_id";

COMMENT ON VIEW "ml"."vw_online" IS '[feat shop/main serving.vw_online a9dbe899.98576891]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09",
  "max_1de8d88e"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  count(*) AS "n_63f4bf09",
  max("s"."amount") AS "max_1de8d88e"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."loaded_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."loaded_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."loaded_at");

-- fill view.behaviour: many points
DELETE FROM "feat_storage"."behaviour__ge98b2a2e"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."behaviour__ge98b2a2e" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "largest_30d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_63f4bf09" AS "n_63f4bf09",
    "t"."max_1de8d88e" AS "max_1de8d88e"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '1 day'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out",
    greatest("a"."max_1de8d88e", "b"."max_1de8d88e") AS "max_1de8d88e",
    greatest("a"."max_1de8d88e_2592000_late", "b"."max_1de8d88e_2592000_late") AS "max_1de8d88e_2592000_late"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
      "t"."max_1de8d88e" AS "max_1de8d88e",
      CAST(NULL AS DECIMAL(12, 2)) AS "max_1de8d88e_2592000_late"
    FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "t"
    WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
      AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_63f4bf09_in"), 0) AS BIGINT) AS "n_63f4bf09_in",
      CAST(coalesce(sum("e"."n_63f4bf09_out"), 0) AS BIGINT) AS "n_63f4bf09_out",
      max("e"."max_1de8d88e") AS "max_1de8d88e",
      max("e"."max_1de8d88e_2592000_late") AS "max_1de8d88e_2592000_late"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        "t"."max_1de8d88e" AS "max_1de8d88e",
        CAST(NULL AS DECIMAL(12, 2)) AS "max_1de8d88e_2592000_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        CAST(NULL AS DECIMAL(12, 2)) AS "max_1de8d88e",
        CAST(NULL AS DECIMAL(12, 2)) AS "max_1de8d88e_2592000_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS DECIMAL(12, 2)) AS "max_1de8d88e",
        "t"."max_1de8d88e" AS "max_1de8d88e_2592000_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '15 days' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        CAST(NULL AS DECIMAL(12, 2)) AS "max_1de8d88e",
        "t"."max_1de8d88e" AS "max_1de8d88e_2592000_late"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
        AND "t"."event_tile" + INTERVAL '15 days' < TIMESTAMP '2026-02-10 00:00:00'
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
      "n_63f4bf09_out",
      "max_1de8d88e",
      "max_1de8d88e_2592000_late"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' AS "feature_time",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out",
      NULL AS "max_1de8d88e",
      NULL AS "max_1de8d88e_2592000_late"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "max_1de8d88e",
      "max_1de8d88e_2592000_late"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "max_1de8d88e",
      "max_1de8d88e_2592000_late",
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
      "max_1de8d88e",
      "max_1de8d88e_2592000_late",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "max_1de8d88e",
      "max_1de8d88e_2592000_late",
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
      "_base_n_63f4bf09_out",
      CASE WHEN "feature_time" = "_entered_at" THEN "max_1de8d88e" END AS "_1_max_1de8d88e",
      CASE WHEN "feature_time" = "_entered_at" THEN "max_1de8d88e_2592000_late" END AS "_1_max_1de8d88e_2592000_late"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09_in" - "_base_n_63f4bf09_in" AS "_sum_n_63f4bf09_in_unbounded_0",
      lag("_sum_n_63f4bf09_out", 7) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_7",
      greatest("_1_max_1de8d88e", lag("_1_max_1de8d88e", 1) OVER ()) AS "_2_max_1de8d88e",
      greatest("_1_max_1de8d88e_2592000_late", lag("_1_max_1de8d88e_2592000_late", 1) OVER ()) AS "_2_max_1de8d88e_2592000_late"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      greatest("_2_max_1de8d88e", lag("_2_max_1de8d88e", 2) OVER ()) AS "_4_max_1de8d88e",
      greatest("_2_max_1de8d88e_2592000_late", lag("_2_max_1de8d88e_2592000_late", 2) OVER ()) AS "_4_max_1de8d88e_2592000_late"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      greatest("_4_max_1de8d88e", lag("_4_max_1de8d88e", 4) OVER ()) AS "_8_max_1de8d88e",
      greatest("_4_max_1de8d88e_2592000_late", lag("_4_max_1de8d88e_2592000_late", 4) OVER ()) AS "_8_max_1de8d88e_2592000_late"
    FROM "_from_2"
  ),
  "_from_8" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      greatest("_8_max_1de8d88e", lag("_8_max_1de8d88e", 8) OVER ()) AS "_16_max_1de8d88e",
      greatest("_8_max_1de8d88e_2592000_late", lag("_8_max_1de8d88e_2592000_late", 8) OVER ()) AS "_16_max_1de8d88e_2592000_late"
    FROM "_from_4"
  ),
  "_from_16" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_63f4bf09_in_unbounded_0",
      "_sum_n_63f4bf09_out_unbounded_7",
      greatest("_16_max_1de8d88e", lag("_16_max_1de8d88e", 14) OVER ()) AS "_max_max_1de8d88e_29_0",
      "_16_max_1de8d88e_2592000_late" AS "_max_max_1de8d88e_2592000_late_15_0"
    FROM "_from_8"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_7", 0) AS "n_63f4bf09_604800",
    greatest("c"."_max_max_1de8d88e_29_0", "c"."_max_max_1de8d88e_2592000_late_15_0") AS "max_1de8d88e_2592000"
  FROM "_from_16" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    max("t"."max_1de8d88e") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "max_1de8d88e_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '1 day'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce(CASE WHEN "t1_frames"."n_63f4bf09_604800" IS NULL THEN "t1_later"."n_63f4bf09_604800" ELSE CASE WHEN "t1_later"."n_63f4bf09_604800" IS NULL THEN "t1_frames"."n_63f4bf09_604800" ELSE "t1_frames"."n_63f4bf09_604800" + "t1_later"."n_63f4bf09_604800" END END, 0) AS "_count_37093f0d",
    greatest("t1_frames"."max_1de8d88e_2592000", "t1_later"."max_1de8d88e_2592000") AS "_max_8e5a1172"
  FROM "t1_frames"
  LEFT JOIN "t1_later" ON "t1_frames"."customer_id" = "t1_later"."customer_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_37093f0d", 0) AS "_count_37093f0d",
    "g"."_max_8e5a1172" AS "_max_8e5a1172"
  FROM "t1" AS "g"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_max_8e5a1172" AS "_max_8e5a1172",
    "b"."_count_37093f0d" AS "orders_7d",
    "b"."_max_8e5a1172" AS "largest_30d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  "r"."largest_30d" AS "largest_30d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.behaviour: few points
DELETE FROM "feat_storage"."behaviour__ge98b2a2e"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."behaviour__ge98b2a2e" (
  "customer_id",
  "feature_time",
  "feature_date",
  "orders_7d",
  "largest_30d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min(greatest("t"."event_tile", "t"."known_tile")) + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "t"
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
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_63f4bf09_604800",
    max("t"."max_1de8d88e") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "max_1de8d88e_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g2dc8b0e0" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '30 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    coalesce("t1_seen"."n_63f4bf09_604800", 0) AS "_count_37093f0d",
    "t1_seen"."max_1de8d88e_2592000" AS "_max_8e5a1172"
  FROM "t1_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_37093f0d", 0) AS "_count_37093f0d",
    "t1"."_max_8e5a1172" AS "_max_8e5a1172"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_37093f0d" AS "_count_37093f0d",
    "b"."_max_8e5a1172" AS "_max_8e5a1172",
    "b"."_count_37093f0d" AS "orders_7d",
    "b"."_max_8e5a1172" AS "largest_30d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."orders_7d" AS "orders_7d",
  "r"."largest_30d" AS "largest_30d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
