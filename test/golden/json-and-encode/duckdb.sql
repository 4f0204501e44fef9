-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__g57db2f50
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "lasttie_1a0efd4d" VARCHAR,
  "lasttie_70cb04bb" VARCHAR,
  "lasttie_9497f6ba" VARCHAR,
  "lasttime_4692d570" TIMESTAMP,
  "lasttime_aceaea0a" TIMESTAMP,
  "lasttime_dd73eac9" TIMESTAMP,
  "lastvalue_64871c0c" VARCHAR,
  "lastvalue_cbcdd613" VARCHAR,
  "lastvalue_ecaf1e8d" JSON,
  "n_24be9c57" BIGINT,
  "n_63f4bf09" BIGINT,
  "sum_488df0a6" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__g57db2f50]';

COMMIT;

-- expand: create feat_storage.customer_orders__g15b26e75
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__g15b26e75" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "gifts_7d" BIGINT,
  "weight_7d" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "last_city" VARCHAR,
  "last_attrs" JSON,
  "channel_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__g15b26e75" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__g15b26e75]';

COMMIT;

-- publish: publish ml.customer_orders
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."customer_orders" (
  "customer_id",
  "feature_time",
  "feature_date",
  "gifts_7d",
  "weight_7d",
  "last_city",
  "last_attrs",
  "channel_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."gifts_7d" AS "gifts_7d",
  "v"."weight_7d" AS "weight_7d",
  "v"."last_city" AS "last_city",
  "v"."last_attrs" AS "last_attrs",
  "v"."channel_7d" AS "channel_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_orders__g15b26e75" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders ddbdf552.7047fb9c.15b26e75]';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_24be9c57",
  "sum_488df0a6",
  "lastvalue_64871c0c",
  "lasttime_4692d570",
  "lasttie_9497f6ba",
  "lastvalue_ecaf1e8d",
  "lasttime_aceaea0a",
  "lasttie_1a0efd4d",
  "lastvalue_cbcdd613",
  "lasttime_dd73eac9",
  "lasttie_70cb04bb",
  "n_63f4bf09"
)
WITH "ranked" AS (
  SELECT
    "s"."order_id" AS "order_id",
    "s"."customer_id" AS "customer_id",
    "s"."channel" AS "channel",
    "s"."attrs" AS "attrs",
    "s"."ordered_at" AS "ordered_at",
    row_number() OVER (PARTITION BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at") ORDER BY "s"."ordered_at" ASC NULLS FIRST, "s"."order_id" ASC NULLS FIRST) AS "row_rank"
  FROM "raw"."orders" AS "s"
  WHERE "s"."ordered_at" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
    AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
    AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  count(*) FILTER (WHERE CASE lower(trim(json_extract_string("s"."attrs", '$."gift"'))) WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END) AS "n_24be9c57",
  sum(TRY_CAST(regexp_extract(trim(json_extract_string("s"."attrs", '$."parcel"."weight"')), '^([-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?)$', 1) AS DECIMAL(9, 2))) AS "sum_488df0a6",
  arg_max_null(json_extract_string("s"."attrs", '$."address"."city"'), "s"."row_rank") FILTER (WHERE json_extract_string("s"."attrs", '$."address"."city"') IS NOT NULL) AS "lastvalue_64871c0c",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE json_extract_string("s"."attrs", '$."address"."city"') IS NOT NULL) AS "lasttime_4692d570",
  arg_max_null("s"."order_id", "s"."row_rank") FILTER (WHERE json_extract_string("s"."attrs", '$."address"."city"') IS NOT NULL) AS "lasttie_9497f6ba",
  arg_max_null("s"."attrs", "s"."row_rank") FILTER (WHERE "s"."attrs" IS NOT NULL) AS "lastvalue_ecaf1e8d",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."attrs" IS NOT NULL) AS "lasttime_aceaea0a",
  arg_max_null("s"."order_id", "s"."row_rank") FILTER (WHERE "s"."attrs" IS NOT NULL) AS "lasttie_1a0efd4d",
  arg_max_null("s"."channel", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "lastvalue_cbcdd613",
  arg_max_null("s"."ordered_at", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "lasttime_dd73eac9",
  arg_max_null("s"."order_id", "s"."row_rank") FILTER (WHERE "s"."channel" IS NOT NULL) AS "lasttie_70cb04bb",
  count(*) AS "n_63f4bf09"
FROM "ranked" AS "s"
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__g15b26e75"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g15b26e75" (
  "customer_id",
  "feature_time",
  "feature_date",
  "gifts_7d",
  "weight_7d",
  "last_city",
  "last_attrs",
  "channel_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-01-31 00:00:00', TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_24be9c57", 0) AS "n_24be9c57",
    coalesce("t"."sum_488df0a6", 0) AS "sum_488df0a6",
    CASE WHEN "t"."sum_488df0a6" IS NULL THEN 0 ELSE 1 END AS "sum_488df0a6_known",
    "t"."lasttime_4692d570" AS "lasttime_4692d570",
    "t"."lasttime_aceaea0a" AS "lasttime_aceaea0a",
    "t"."lasttime_dd73eac9" AS "lasttime_dd73eac9"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
),
"t1_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_24be9c57",
      "sum_488df0a6",
      "sum_488df0a6_known",
      "lasttime_4692d570",
      "lasttime_aceaea0a",
      "lasttime_dd73eac9"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_24be9c57",
      0 AS "sum_488df0a6",
      0 AS "sum_488df0a6_known",
      NULL AS "lasttime_4692d570",
      NULL AS "lasttime_aceaea0a",
      NULL AS "lasttime_dd73eac9"
    FROM "_first_seen"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_24be9c57",
      "sum_488df0a6",
      "sum_488df0a6_known",
      "lasttime_4692d570",
      "lasttime_aceaea0a",
      "lasttime_dd73eac9"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "lasttime_4692d570",
      "lasttime_aceaea0a",
      "lasttime_dd73eac9",
      sum("n_24be9c57") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_24be9c57",
      sum("sum_488df0a6") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_488df0a6",
      sum("sum_488df0a6_known") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_488df0a6_known",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "lasttime_4692d570",
      "lasttime_aceaea0a",
      "lasttime_dd73eac9",
      "_sum_n_24be9c57",
      "_sum_sum_488df0a6",
      "_sum_sum_488df0a6_known",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_running"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_24be9c57",
      "_sum_sum_488df0a6",
      "_sum_sum_488df0a6_known",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_4692d570" END AS "_1_lasttime_4692d570",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_aceaea0a" END AS "_1_lasttime_aceaea0a",
      CASE WHEN "feature_time" = "_entered_at" THEN "lasttime_dd73eac9" END AS "_1_lasttime_dd73eac9"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_24be9c57" - lag("_sum_n_24be9c57", 7) OVER () AS "_sum_n_24be9c57_6_0",
      "_sum_sum_488df0a6_known" - lag("_sum_sum_488df0a6_known", 7) OVER () AS "_sum_sum_488df0a6_known_6_0",
      "_sum_sum_488df0a6" - lag("_sum_sum_488df0a6", 7) OVER () AS "_sum_sum_488df0a6_6_0",
      greatest("_1_lasttime_4692d570", lag("_1_lasttime_4692d570", 1) OVER ()) AS "_2_lasttime_4692d570",
      greatest("_1_lasttime_aceaea0a", lag("_1_lasttime_aceaea0a", 1) OVER ()) AS "_2_lasttime_aceaea0a",
      greatest("_1_lasttime_dd73eac9", lag("_1_lasttime_dd73eac9", 1) OVER ()) AS "_2_lasttime_dd73eac9"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_24be9c57_6_0",
      "_sum_sum_488df0a6_known_6_0",
      "_sum_sum_488df0a6_6_0",
      greatest("_2_lasttime_4692d570", lag("_2_lasttime_4692d570", 2) OVER ()) AS "_4_lasttime_4692d570",
      greatest("_2_lasttime_aceaea0a", lag("_2_lasttime_aceaea0a", 2) OVER ()) AS "_4_lasttime_aceaea0a",
      greatest("_2_lasttime_dd73eac9", lag("_2_lasttime_dd73eac9", 2) OVER ()) AS "_4_lasttime_dd73eac9"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_24be9c57_6_0",
      "_sum_sum_488df0a6_known_6_0",
      "_sum_sum_488df0a6_6_0",
      greatest("_4_lasttime_4692d570", lag("_4_lasttime_4692d570", 3) OVER ()) AS "_max_lasttime_4692d570_6_0",
      greatest("_4_lasttime_aceaea0a", lag("_4_lasttime_aceaea0a", 3) OVER ()) AS "_max_lasttime_aceaea0a_6_0",
      greatest("_4_lasttime_dd73eac9", lag("_4_lasttime_dd73eac9", 3) OVER ()) AS "_max_lasttime_dd73eac9_6_0"
    FROM "_from_2"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_24be9c57_6_0", 0) AS "n_24be9c57_604800",
    CASE WHEN coalesce("c"."_sum_sum_488df0a6_known_6_0", 0) > 0 THEN coalesce("c"."_sum_sum_488df0a6_6_0", 0) END AS "sum_488df0a6_604800",
    "c"."_max_lasttime_4692d570_6_0" AS "lasttime_4692d570_604800",
    "c"."_max_lasttime_aceaea0a_6_0" AS "lasttime_aceaea0a_604800",
    "c"."_max_lasttime_dd73eac9_6_0" AS "lasttime_dd73eac9_604800"
  FROM "_from_4" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_24be9c57_604800", 0) AS "_count_747c9c2d",
    CAST("t1_frames"."sum_488df0a6_604800" AS DECIMAL(38, 2)) AS "_sum_32611228",
    "t1_frames"."lasttime_4692d570_604800" AS "_last_77b2dc7f_time",
    "t1_frames"."lasttime_aceaea0a_604800" AS "_last_6b6ff72e_time",
    "t1_frames"."lasttime_dd73eac9_604800" AS "_last_6ad85d12_time"
  FROM "t1_frames"
  WHERE "t1_frames"."feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
),
"_last_77b2dc7f" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_64871c0c" AS "_last_77b2dc7f"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_4692d570" = "p"."_last_77b2dc7f_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_9497f6ba" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_last_6b6ff72e" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_ecaf1e8d" AS "_last_6b6ff72e"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_aceaea0a" = "p"."_last_6b6ff72e_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_1a0efd4d" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_last_6ad85d12" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_cbcdd613" AS "_last_6ad85d12"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_dd73eac9" = "p"."_last_6ad85d12_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_70cb04bb" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("g"."_count_747c9c2d", 0) AS "_count_747c9c2d",
    "g"."_sum_32611228" AS "_sum_32611228",
    "_last_77b2dc7f"."_last_77b2dc7f" AS "_last_77b2dc7f",
    "_last_6b6ff72e"."_last_6b6ff72e" AS "_last_6b6ff72e",
    "_last_6ad85d12"."_last_6ad85d12" AS "_last_6ad85d12"
  FROM "t1" AS "g"
  LEFT JOIN "_last_77b2dc7f" ON "g"."customer_id" = "_last_77b2dc7f"."customer_id"
    AND "g"."feature_time" = "_last_77b2dc7f"."feature_time"
  LEFT JOIN "_last_6b6ff72e" ON "g"."customer_id" = "_last_6b6ff72e"."customer_id"
    AND "g"."feature_time" = "_last_6b6ff72e"."feature_time"
  LEFT JOIN "_last_6ad85d12" ON "g"."customer_id" = "_last_6ad85d12"."customer_id"
    AND "g"."feature_time" = "_last_6ad85d12"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_747c9c2d" AS "_count_747c9c2d",
    "b"."_sum_32611228" AS "_sum_32611228",
    "b"."_last_77b2dc7f" AS "_last_77b2dc7f",
    "b"."_last_6b6ff72e" AS "_last_6b6ff72e",
    "b"."_last_6ad85d12" AS "_last_6ad85d12",
    "b"."_count_747c9c2d" AS "gifts_7d",
    "b"."_sum_32611228" AS "weight_7d",
    "b"."_last_77b2dc7f" AS "last_city",
    "b"."_last_6b6ff72e" AS "last_attrs",
    CASE WHEN "b"."_last_6ad85d12" = 'web' THEN 1 WHEN "b"."_last_6ad85d12" = 'shop' THEN 2 END AS "channel_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."gifts_7d" AS "gifts_7d",
  "r"."weight_7d" AS "weight_7d",
  "r"."last_city" AS "last_city",
  "r"."last_attrs" AS "last_attrs",
  "r"."channel_7d" AS "channel_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";

-- fill view.customer_orders: few points
DELETE FROM "feat_storage"."customer_orders__g15b26e75"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__g15b26e75" (
  "customer_id",
  "feature_time",
  "feature_date",
  "gifts_7d",
  "weight_7d",
  "last_city",
  "last_attrs",
  "channel_7d",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-10 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_first_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
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
    sum("t"."n_24be9c57") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "n_24be9c57_604800",
    sum("t"."sum_488df0a6") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "sum_488df0a6_604800",
    max("t"."lasttime_4692d570") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_4692d570_604800",
    max("t"."lasttime_aceaea0a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_aceaea0a_604800",
    max("t"."lasttime_dd73eac9") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days') AS "lasttime_dd73eac9_604800"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
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
    coalesce("t1_seen"."n_24be9c57_604800", 0) AS "_count_747c9c2d",
    CAST("t1_seen"."sum_488df0a6_604800" AS DECIMAL(38, 2)) AS "_sum_32611228",
    "t1_seen"."lasttime_4692d570_604800" AS "_last_77b2dc7f_time",
    "t1_seen"."lasttime_aceaea0a_604800" AS "_last_6b6ff72e_time",
    "t1_seen"."lasttime_dd73eac9_604800" AS "_last_6ad85d12_time"
  FROM "t1_seen"
),
"_last_77b2dc7f" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_64871c0c" AS "_last_77b2dc7f"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_4692d570" = "p"."_last_77b2dc7f_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_9497f6ba" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_last_6b6ff72e" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_ecaf1e8d" AS "_last_6b6ff72e"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_aceaea0a" = "p"."_last_6b6ff72e_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_1a0efd4d" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"_last_6ad85d12" AS (
  SELECT
    "p"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "t"."lastvalue_cbcdd613" AS "_last_6ad85d12"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__g57db2f50" AS "t"
  INNER JOIN "t1" AS "p" ON "t"."lasttime_dd73eac9" = "p"."_last_6ad85d12_time"
    AND "t"."customer_id" = "p"."customer_id"
    AND "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '7 days'
  WHERE "t"."event_tile" >= TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-11 00:00:00'
    AND "t"."known_tile" < TIMESTAMP '2026-02-11 00:00:00'
  QUALIFY row_number() OVER (PARTITION BY "p"."customer_id", "p"."feature_time" ORDER BY "t"."lasttie_70cb04bb" DESC NULLS LAST, "t"."known_tile" DESC NULLS LAST) = 1
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    coalesce("t1"."_count_747c9c2d", 0) AS "_count_747c9c2d",
    "t1"."_sum_32611228" AS "_sum_32611228",
    "_last_77b2dc7f"."_last_77b2dc7f" AS "_last_77b2dc7f",
    "_last_6b6ff72e"."_last_6b6ff72e" AS "_last_6b6ff72e",
    "_last_6ad85d12"."_last_6ad85d12" AS "_last_6ad85d12"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "_last_77b2dc7f" ON "g"."customer_id" = "_last_77b2dc7f"."customer_id"
    AND "g"."feature_time" = "_last_77b2dc7f"."feature_time"
  LEFT JOIN "_last_6b6ff72e" ON "g"."customer_id" = "_last_6b6ff72e"."customer_id"
    AND "g"."feature_time" = "_last_6b6ff72e"."feature_time"
  LEFT JOIN "_last_6ad85d12" ON "g"."customer_id" = "_last_6ad85d12"."customer_id"
    AND "g"."feature_time" = "_last_6ad85d12"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_count_747c9c2d" AS "_count_747c9c2d",
    "b"."_sum_32611228" AS "_sum_32611228",
    "b"."_last_77b2dc7f" AS "_last_77b2dc7f",
    "b"."_last_6b6ff72e" AS "_last_6b6ff72e",
    "b"."_last_6ad85d12" AS "_last_6ad85d12",
    "b"."_count_747c9c2d" AS "gifts_7d",
    "b"."_sum_32611228" AS "weight_7d",
    "b"."_last_77b2dc7f" AS "last_city",
    "b"."_last_6b6ff72e" AS "last_attrs",
    CASE WHEN "b"."_last_6ad85d12" = 'web' THEN 1 WHEN "b"."_last_6ad85d12" = 'shop' THEN 2 END AS "channel_7d"
  FROM "base" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."gifts_7d" AS "gifts_7d",
  "r"."weight_7d" AS "weight_7d",
  "r"."last_city" AS "last_city",
  "r"."last_attrs" AS "last_attrs",
  "r"."channel_7d" AS "channel_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "level_1" AS "r";
