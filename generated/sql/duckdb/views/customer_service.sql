-- view.customer_service
-- Who a customer is, what it orders and how we serve it.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."customer_service__g000d42a0" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "customer_tier_numeric" BIGINT,
  "customer_tenure_days" DOUBLE,
  "industry_code" BIGINT,
  "credit_limit_usd" DECIMAL(12, 2),
  "payment_terms_numeric" BIGINT,
  "customer_on_time_rate_30d" DOUBLE,
  "order_frequency_30d" BIGINT,
  "average_order_value_30d" DOUBLE,
  "days_since_last_order" DOUBLE,
  "order_frequency_change_30d" DOUBLE,
  "customer_reliability_tier" VARCHAR,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_service__g000d42a0" IS '[feat logistics/main view.customer_service feat_storage.customer_service__g000d42a0]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."customer_service__g000d42a0"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."customer_service__g000d42a0" (
  "customer_id",
  "feature_time",
  "feature_date",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."is_deleted" AS "_is_deleted"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
  WHERE NOT coalesce("v"."_is_deleted", FALSE)
),
"t1_alive" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id",
    $from AS "alive_from"
  FROM "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" AS "t"
  WHERE "t"."known_tile" < $to
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_0c21518a" AS "n_0c21518a",
    "t"."n_58900f58" AS "n_58900f58"
  FROM "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_0c21518a_in", 0) + coalesce("b"."n_0c21518a_in", 0) AS "n_0c21518a_in",
    coalesce("a"."n_0c21518a_out", 0) + coalesce("b"."n_0c21518a_out", 0) AS "n_0c21518a_out",
    coalesce("a"."n_58900f58_in", 0) + coalesce("b"."n_58900f58_in", 0) AS "n_58900f58_in",
    coalesce("a"."n_58900f58_out", 0) + coalesce("b"."n_58900f58_out", 0) AS "n_58900f58_out"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_in",
      coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_out",
      coalesce("t"."n_58900f58", 0) AS "n_58900f58_in",
      coalesce("t"."n_58900f58", 0) AS "n_58900f58_out"
    FROM "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_0c21518a_in"), 0) AS BIGINT) AS "n_0c21518a_in",
      CAST(coalesce(sum("e"."n_0c21518a_out"), 0) AS BIGINT) AS "n_0c21518a_out",
      CAST(coalesce(sum("e"."n_58900f58_in"), 0) AS BIGINT) AS "n_58900f58_in",
      CAST(coalesce(sum("e"."n_58900f58_out"), 0) AS BIGINT) AS "n_58900f58_out"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_in",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_out",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_in",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_0c21518a_in",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_out",
        CAST(NULL AS BIGINT) AS "n_58900f58_in",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_out"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_0c21518a", 0) AS "n_0c21518a_in",
        CAST(NULL AS BIGINT) AS "n_0c21518a_out",
        coalesce("t"."n_58900f58", 0) AS "n_58900f58_in",
        CAST(NULL AS BIGINT) AS "n_58900f58_out"
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
      "n_0c21518a_in",
      "n_0c21518a_out",
      "n_58900f58_in",
      "n_58900f58_out"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      $from - INTERVAL '30 days' AS "feature_time",
      0 AS "n_0c21518a_in",
      0 AS "n_0c21518a_out",
      0 AS "n_58900f58_in",
      0 AS "n_58900f58_out"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_0c21518a_in",
      "n_0c21518a_out",
      "n_58900f58_in",
      "n_58900f58_out"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_0c21518a_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_0c21518a_in",
      sum("n_0c21518a_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_0c21518a_out",
      sum("n_58900f58_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_58900f58_in",
      sum("n_58900f58_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_58900f58_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_0c21518a_in",
      "_sum_n_0c21518a_out",
      "_sum_n_58900f58_in",
      "_sum_n_58900f58_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_0c21518a_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_0c21518a_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_0c21518a_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_0c21518a_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_58900f58_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_58900f58_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_n_58900f58_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_58900f58_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_0c21518a_in",
      "_sum_n_0c21518a_out",
      "_sum_n_58900f58_in",
      "_sum_n_58900f58_out",
      "_base_n_0c21518a_in",
      "_base_n_0c21518a_out",
      "_base_n_58900f58_in",
      "_base_n_58900f58_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_0c21518a_in",
      "_sum_n_0c21518a_out",
      "_sum_n_58900f58_in",
      "_sum_n_58900f58_out",
      "_base_n_0c21518a_in",
      "_base_n_0c21518a_out",
      "_base_n_58900f58_in",
      "_base_n_58900f58_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_0c21518a_in" - "_base_n_0c21518a_in" AS "_sum_n_0c21518a_in_unbounded_0",
      lag("_sum_n_0c21518a_out", 30) OVER () - "_base_n_0c21518a_out" AS "_sum_n_0c21518a_out_unbounded_30",
      "_sum_n_58900f58_in" - "_base_n_58900f58_in" AS "_sum_n_58900f58_in_unbounded_0",
      lag("_sum_n_58900f58_out", 30) OVER () - "_base_n_58900f58_out" AS "_sum_n_58900f58_out_unbounded_30"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_0c21518a_in_unbounded_0", 0) - coalesce("c"."_sum_n_0c21518a_out_unbounded_30", 0) AS "n_0c21518a_2592000",
    coalesce("c"."_sum_n_58900f58_in_unbounded_0", 0) - coalesce("c"."_sum_n_58900f58_out_unbounded_30", 0) AS "n_58900f58_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_0c21518a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_0c21518a_2592000",
    sum("t"."n_58900f58") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_58900f58_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t1_frames"."n_0c21518a_2592000" IS NULL THEN "t1_later"."n_0c21518a_2592000" ELSE CASE WHEN "t1_later"."n_0c21518a_2592000" IS NULL THEN "t1_frames"."n_0c21518a_2592000" ELSE "t1_frames"."n_0c21518a_2592000" + "t1_later"."n_0c21518a_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_58900f58_2592000" IS NULL THEN "t1_later"."n_58900f58_2592000" ELSE CASE WHEN "t1_later"."n_58900f58_2592000" IS NULL THEN "t1_frames"."n_58900f58_2592000" ELSE "t1_frames"."n_58900f58_2592000" + "t1_later"."n_58900f58_2592000" END END AS DOUBLE), 0) AS "_rate_ccca774c"
  FROM "t1_frames"
  LEFT JOIN "t1_later" ON "t1_frames"."customer_id" = "t1_later"."customer_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
),
"t2_keys" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."known_tile" < $to
),
"t2_cells" AS (
  SELECT
    "k"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "t2_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"t2_alive" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id",
    $from AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."known_tile" < $to
),
"t2_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."n_63f4bf09" AS "n_63f4bf09",
    "t"."sum_5b2ef8a5" AS "sum_5b2ef8a5",
    "t"."n_96c33ca4" AS "n_96c33ca4"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t2_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_63f4bf09", 0) + coalesce("b"."n_63f4bf09", 0) AS "n_63f4bf09",
    coalesce("a"."n_63f4bf09_in", 0) + coalesce("b"."n_63f4bf09_in", 0) AS "n_63f4bf09_in",
    coalesce("a"."n_63f4bf09_out", 0) + coalesce("b"."n_63f4bf09_out", 0) AS "n_63f4bf09_out",
    coalesce("a"."sum_5b2ef8a5_in", 0) + coalesce("b"."sum_5b2ef8a5_in", 0) AS "sum_5b2ef8a5_in",
    coalesce("a"."sum_5b2ef8a5_known_in", 0) + coalesce("b"."sum_5b2ef8a5_known_in", 0) AS "sum_5b2ef8a5_known_in",
    coalesce("a"."sum_5b2ef8a5_out", 0) + coalesce("b"."sum_5b2ef8a5_out", 0) AS "sum_5b2ef8a5_out",
    coalesce("a"."sum_5b2ef8a5_known_out", 0) + coalesce("b"."sum_5b2ef8a5_known_out", 0) AS "sum_5b2ef8a5_known_out",
    coalesce("a"."n_96c33ca4_in", 0) + coalesce("b"."n_96c33ca4_in", 0) AS "n_96c33ca4_in",
    coalesce("a"."n_96c33ca4_out", 0) + coalesce("b"."n_96c33ca4_out", 0) AS "n_96c33ca4_out"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
      coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
      coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_in",
      CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_in",
      coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_out",
      CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_out",
      coalesce("t"."n_96c33ca4", 0) AS "n_96c33ca4_in",
      coalesce("t"."n_96c33ca4", 0) AS "n_96c33ca4_out"
    FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_63f4bf09"), 0) AS BIGINT) AS "n_63f4bf09",
      CAST(coalesce(sum("e"."n_63f4bf09_in"), 0) AS BIGINT) AS "n_63f4bf09_in",
      CAST(coalesce(sum("e"."n_63f4bf09_out"), 0) AS BIGINT) AS "n_63f4bf09_out",
      coalesce(sum("e"."sum_5b2ef8a5_in"), 0) AS "sum_5b2ef8a5_in",
      CAST(coalesce(sum("e"."sum_5b2ef8a5_known_in"), 0) AS BIGINT) AS "sum_5b2ef8a5_known_in",
      coalesce(sum("e"."sum_5b2ef8a5_out"), 0) AS "sum_5b2ef8a5_out",
      CAST(coalesce(sum("e"."sum_5b2ef8a5_known_out"), 0) AS BIGINT) AS "sum_5b2ef8a5_known_out",
      CAST(coalesce(sum("e"."n_96c33ca4_in"), 0) AS BIGINT) AS "n_96c33ca4_in",
      CAST(coalesce(sum("e"."n_96c33ca4_out"), 0) AS BIGINT) AS "n_96c33ca4_out"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_in",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_in",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_out",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_out",
        coalesce("t"."n_96c33ca4", 0) AS "n_96c33ca4_in",
        coalesce("t"."n_96c33ca4", 0) AS "n_96c33ca4_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_in",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_out",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_5b2ef8a5_in",
        CAST(NULL AS BIGINT) AS "sum_5b2ef8a5_known_in",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_out",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_out",
        CAST(NULL AS BIGINT) AS "n_96c33ca4_in",
        coalesce("t"."n_96c33ca4", 0) AS "n_96c33ca4_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_63f4bf09",
        coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09_in",
        CAST(NULL AS BIGINT) AS "n_63f4bf09_out",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_in",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_5b2ef8a5_out",
        CAST(NULL AS BIGINT) AS "sum_5b2ef8a5_known_out",
        coalesce("t"."n_96c33ca4", 0) AS "n_96c33ca4_in",
        CAST(NULL AS BIGINT) AS "n_96c33ca4_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
    ) AS "e"
    GROUP BY "e"."customer_id", "e"."feature_time"
  ) AS "b" ON "a"."customer_id" = "b"."customer_id"
    AND "a"."feature_time" = "b"."feature_time"
),
"t2_frames" AS (
  WITH "_sparse" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "sum_5b2ef8a5_in",
      "sum_5b2ef8a5_known_in",
      "sum_5b2ef8a5_out",
      "sum_5b2ef8a5_known_out",
      "n_96c33ca4_in",
      "n_96c33ca4_out"
    FROM "t2_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      $from - INTERVAL '60 days' AS "feature_time",
      0 AS "n_63f4bf09",
      0 AS "n_63f4bf09_in",
      0 AS "n_63f4bf09_out",
      0 AS "sum_5b2ef8a5_in",
      0 AS "sum_5b2ef8a5_known_in",
      0 AS "sum_5b2ef8a5_out",
      0 AS "sum_5b2ef8a5_known_out",
      0 AS "n_96c33ca4_in",
      0 AS "n_96c33ca4_out"
    FROM "t2_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_63f4bf09",
      "n_63f4bf09_in",
      "n_63f4bf09_out",
      "sum_5b2ef8a5_in",
      "sum_5b2ef8a5_known_in",
      "sum_5b2ef8a5_out",
      "sum_5b2ef8a5_known_out",
      "n_96c33ca4_in",
      "n_96c33ca4_out"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("n_63f4bf09") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09",
      sum("n_63f4bf09_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_in",
      sum("n_63f4bf09_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_63f4bf09_out",
      sum("sum_5b2ef8a5_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_in",
      sum("sum_5b2ef8a5_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_known_in",
      sum("sum_5b2ef8a5_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_out",
      sum("sum_5b2ef8a5_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_known_out",
      sum("n_96c33ca4_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_96c33ca4_in",
      sum("n_96c33ca4_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_96c33ca4_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_sum_5b2ef8a5_in",
      "_sum_sum_5b2ef8a5_known_in",
      "_sum_sum_5b2ef8a5_out",
      "_sum_sum_5b2ef8a5_known_out",
      "_sum_n_96c33ca4_in",
      "_sum_n_96c33ca4_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_63f4bf09_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_63f4bf09_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_63f4bf09_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_5b2ef8a5_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_5b2ef8a5_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_5b2ef8a5_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_sum_5b2ef8a5_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_known_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_96c33ca4_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_96c33ca4_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '60 days' THEN "_sum_n_96c33ca4_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_96c33ca4_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_n_63f4bf09",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_sum_5b2ef8a5_in",
      "_sum_sum_5b2ef8a5_known_in",
      "_sum_sum_5b2ef8a5_out",
      "_sum_sum_5b2ef8a5_known_out",
      "_sum_n_96c33ca4_in",
      "_sum_n_96c33ca4_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_sum_5b2ef8a5_in",
      "_base_sum_5b2ef8a5_known_in",
      "_base_sum_5b2ef8a5_out",
      "_base_sum_5b2ef8a5_known_out",
      "_base_n_96c33ca4_in",
      "_base_n_96c33ca4_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_63f4bf09",
      "_sum_n_63f4bf09_in",
      "_sum_n_63f4bf09_out",
      "_sum_sum_5b2ef8a5_in",
      "_sum_sum_5b2ef8a5_known_in",
      "_sum_sum_5b2ef8a5_out",
      "_sum_sum_5b2ef8a5_known_out",
      "_sum_n_96c33ca4_in",
      "_sum_n_96c33ca4_out",
      "_base_n_63f4bf09_in",
      "_base_n_63f4bf09_out",
      "_base_sum_5b2ef8a5_in",
      "_base_sum_5b2ef8a5_known_in",
      "_base_sum_5b2ef8a5_out",
      "_base_sum_5b2ef8a5_known_out",
      "_base_n_96c33ca4_in",
      "_base_n_96c33ca4_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_63f4bf09_in" - "_base_n_63f4bf09_in" AS "_sum_n_63f4bf09_in_unbounded_0",
      lag("_sum_n_63f4bf09_out", 30) OVER () - "_base_n_63f4bf09_out" AS "_sum_n_63f4bf09_out_unbounded_30",
      "_sum_sum_5b2ef8a5_known_in" - "_base_sum_5b2ef8a5_known_in" AS "_sum_sum_5b2ef8a5_known_in_unbounded_0",
      lag("_sum_sum_5b2ef8a5_known_out", 30) OVER () - "_base_sum_5b2ef8a5_known_out" AS "_sum_sum_5b2ef8a5_known_out_unbounded_30",
      "_sum_sum_5b2ef8a5_in" - "_base_sum_5b2ef8a5_in" AS "_sum_sum_5b2ef8a5_in_unbounded_0",
      lag("_sum_sum_5b2ef8a5_out", 30) OVER () - "_base_sum_5b2ef8a5_out" AS "_sum_sum_5b2ef8a5_out_unbounded_30",
      "_sum_n_96c33ca4_in" - "_base_n_96c33ca4_in" AS "_sum_n_96c33ca4_in_unbounded_0",
      lag("_sum_n_96c33ca4_out", 30) OVER () - "_base_n_96c33ca4_out" AS "_sum_n_96c33ca4_out_unbounded_30",
      lag("_sum_n_63f4bf09", 30) OVER () - lag("_sum_n_63f4bf09", 60) OVER () AS "_sum_n_63f4bf09_59_30"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_in_unbounded_0", 0) - coalesce("c"."_sum_n_63f4bf09_out_unbounded_30", 0) AS "n_63f4bf09_2592000",
    CASE WHEN coalesce("c"."_sum_sum_5b2ef8a5_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_5b2ef8a5_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_5b2ef8a5_in_unbounded_0", 0) - coalesce("c"."_sum_sum_5b2ef8a5_out_unbounded_30", 0) END AS "sum_5b2ef8a5_2592000",
    coalesce("c"."_sum_n_96c33ca4_in_unbounded_0", 0) - coalesce("c"."_sum_n_96c33ca4_out_unbounded_30", 0) AS "n_96c33ca4_2592000",
    coalesce("c"."_sum_n_63f4bf09_59_30", 0) AS "n_63f4bf09_2592000_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t2_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '60 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t2_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '31 days' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days') AS "n_63f4bf09_2592000_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '31 days'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile"
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t2_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_63f4bf09_2592000",
    sum("t"."sum_5b2ef8a5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_5b2ef8a5_2592000",
    sum("t"."n_96c33ca4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_96c33ca4_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t2" AS (
  SELECT
    "t2_frames"."customer_id" AS "customer_id",
    "t2_frames"."feature_time" AS "feature_time",
    coalesce(CASE WHEN "t2_frames"."n_63f4bf09_2592000" IS NULL THEN "t2_later"."n_63f4bf09_2592000" ELSE CASE WHEN "t2_later"."n_63f4bf09_2592000" IS NULL THEN "t2_frames"."n_63f4bf09_2592000" ELSE "t2_frames"."n_63f4bf09_2592000" + "t2_later"."n_63f4bf09_2592000" END END, 0) AS "_count_4b25f838",
    CAST(CASE WHEN "t2_frames"."sum_5b2ef8a5_2592000" IS NULL THEN "t2_later"."sum_5b2ef8a5_2592000" ELSE CASE WHEN "t2_later"."sum_5b2ef8a5_2592000" IS NULL THEN "t2_frames"."sum_5b2ef8a5_2592000" ELSE "t2_frames"."sum_5b2ef8a5_2592000" + "t2_later"."sum_5b2ef8a5_2592000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t2_frames"."n_96c33ca4_2592000" IS NULL THEN "t2_later"."n_96c33ca4_2592000" ELSE CASE WHEN "t2_later"."n_96c33ca4_2592000" IS NULL THEN "t2_frames"."n_96c33ca4_2592000" ELSE "t2_frames"."n_96c33ca4_2592000" + "t2_later"."n_96c33ca4_2592000" END END AS DOUBLE), 0) AS "_avg_c99703bd",
    coalesce(CASE WHEN "t2_frames"."n_63f4bf09_2592000_2592000" IS NULL THEN "t2_late"."n_63f4bf09_2592000_2592000" ELSE CASE WHEN "t2_late"."n_63f4bf09_2592000_2592000" IS NULL THEN "t2_frames"."n_63f4bf09_2592000_2592000" ELSE "t2_frames"."n_63f4bf09_2592000_2592000" + "t2_late"."n_63f4bf09_2592000_2592000" END END, 0) AS "_count_01c64466"
  FROM "t2_frames"
  LEFT JOIN "t2_late" ON "t2_frames"."customer_id" = "t2_late"."customer_id"
    AND "t2_frames"."feature_time" = "t2_late"."feature_time"
  LEFT JOIN "t2_later" ON "t2_frames"."customer_id" = "t2_later"."customer_id"
    AND "t2_frames"."feature_time" = "t2_later"."feature_time"
  WHERE "t2_frames"."feature_time" >= $from
),
"_last_d9bf379a_ranked" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_35dc42e8" AS "value",
    row_number() OVER (PARTITION BY "t"."customer_id" ORDER BY "t"."lasttime_97904a40" ASC NULLS FIRST, "t"."lasttie_4976bbe8" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."lasttime_97904a40" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_d9bf379a_entries" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_d9bf379a_ranked" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_last_d9bf379a_best" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_last_d9bf379a_entries" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_d9bf379a" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_d9bf379a"
  FROM "_last_d9bf379a_best" AS "b"
  INNER JOIN "_last_d9bf379a_ranked" AS "r" ON "b"."customer_id" = "r"."customer_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."tier" AS "_tier",
    "s"."signed_up_at" AS "_signed_up_at",
    "s"."industry" AS "_industry",
    "s"."credit_limit_usd" AS "_credit_limit_usd",
    "s"."payment_terms" AS "_payment_terms",
    "s"."is_deleted" AS "_is_deleted"
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
    "e"."_signed_up_at" AS "_signed_up_at",
    "e"."_industry" AS "_industry",
    "e"."_credit_limit_usd" AS "_credit_limit_usd",
    "e"."_payment_terms" AS "_payment_terms",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    "e"."_industry" AS "_industry",
    "e"."_credit_limit_usd" AS "_credit_limit_usd",
    "e"."_payment_terms" AS "_payment_terms",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    "e"."_industry" AS "_industry",
    "e"."_credit_limit_usd" AS "_credit_limit_usd",
    "e"."_payment_terms" AS "_payment_terms",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_tier" AS "_attribute_bcf3f840",
    "_as_of_31f6fa6c"."_signed_up_at" AS "_attribute_3fe5767f",
    "_as_of_31f6fa6c"."_industry" AS "_attribute_151c28f9",
    "_as_of_31f6fa6c"."_credit_limit_usd" AS "_attribute_29d2040e",
    "_as_of_31f6fa6c"."_payment_terms" AS "_attribute_7734432c",
    "t1"."_rate_ccca774c" AS "_rate_ccca774c",
    coalesce("t2"."_count_4b25f838", 0) AS "_count_4b25f838",
    "t2"."_avg_c99703bd" AS "_avg_c99703bd",
    "_last_d9bf379a"."_last_d9bf379a" AS "_last_d9bf379a",
    coalesce("t2"."_count_01c64466", 0) AS "_count_01c64466"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."customer_id" = "t2"."customer_id"
    AND "g"."feature_time" = "t2"."feature_time"
  LEFT JOIN "_last_d9bf379a" ON "g"."customer_id" = "_last_d9bf379a"."customer_id"
    AND "g"."feature_time" = "_last_d9bf379a"."feature_time"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    "b"."_attribute_3fe5767f" AS "_attribute_3fe5767f",
    "b"."_attribute_151c28f9" AS "_attribute_151c28f9",
    "b"."_attribute_29d2040e" AS "_attribute_29d2040e",
    "b"."_attribute_7734432c" AS "_attribute_7734432c",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_count_4b25f838" AS "_count_4b25f838",
    "b"."_avg_c99703bd" AS "_avg_c99703bd",
    "b"."_last_d9bf379a" AS "_last_d9bf379a",
    "b"."_count_01c64466" AS "_count_01c64466",
    CASE
      WHEN "b"."_attribute_bcf3f840" = 'bronze' THEN 1
      WHEN "b"."_attribute_bcf3f840" = 'silver' THEN 2
      WHEN "b"."_attribute_bcf3f840" = 'gold' THEN 3
      WHEN "b"."_attribute_bcf3f840" = 'platinum' THEN 4
      ELSE 0
    END AS "customer_tier_numeric",
    date_diff('microsecond', "b"."_attribute_3fe5767f", "b"."feature_time") / 86400000000e0 AS "customer_tenure_days",
    CASE
      WHEN "b"."_attribute_151c28f9" = 'retail' THEN 1
      WHEN "b"."_attribute_151c28f9" = 'food' THEN 2
      WHEN "b"."_attribute_151c28f9" = 'manufacturing' THEN 3
      WHEN "b"."_attribute_151c28f9" = 'pharma' THEN 4
      WHEN "b"."_attribute_151c28f9" = 'automotive' THEN 5
      WHEN "b"."_attribute_151c28f9" = 'electronics' THEN 6
      WHEN "b"."_attribute_151c28f9" = 'construction' THEN 7
      ELSE 0
    END AS "industry_code",
    "b"."_attribute_29d2040e" AS "credit_limit_usd",
    CASE
      WHEN "b"."_attribute_7734432c" = 'prepaid' THEN 0
      WHEN "b"."_attribute_7734432c" = 'net15' THEN 15
      WHEN "b"."_attribute_7734432c" = 'net30' THEN 30
      WHEN "b"."_attribute_7734432c" = 'net60' THEN 60
    END AS "payment_terms_numeric",
    "b"."_rate_ccca774c" AS "customer_on_time_rate_30d",
    "b"."_count_4b25f838" AS "order_frequency_30d",
    "b"."_avg_c99703bd" AS "average_order_value_30d",
    date_diff('microsecond', "b"."_last_d9bf379a", "b"."feature_time") / 86400000000e0 AS "days_since_last_order"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    "b"."_attribute_3fe5767f" AS "_attribute_3fe5767f",
    "b"."_attribute_151c28f9" AS "_attribute_151c28f9",
    "b"."_attribute_29d2040e" AS "_attribute_29d2040e",
    "b"."_attribute_7734432c" AS "_attribute_7734432c",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_count_4b25f838" AS "_count_4b25f838",
    "b"."_avg_c99703bd" AS "_avg_c99703bd",
    "b"."_last_d9bf379a" AS "_last_d9bf379a",
    "b"."_count_01c64466" AS "_count_01c64466",
    "b"."customer_tier_numeric" AS "customer_tier_numeric",
    "b"."customer_tenure_days" AS "customer_tenure_days",
    "b"."industry_code" AS "industry_code",
    "b"."credit_limit_usd" AS "credit_limit_usd",
    "b"."payment_terms_numeric" AS "payment_terms_numeric",
    "b"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
    "b"."order_frequency_30d" AS "order_frequency_30d",
    "b"."average_order_value_30d" AS "average_order_value_30d",
    "b"."days_since_last_order" AS "days_since_last_order",
    CAST("b"."order_frequency_30d" AS DOUBLE) / NULLIF(CAST("b"."_count_01c64466" AS DOUBLE), 0) AS "order_frequency_change_30d",
    CASE
      WHEN "b"."customer_on_time_rate_30d" IS NULL THEN 'unknown'
      WHEN "b"."customer_on_time_rate_30d" >= 0.95e0 THEN 'high'
      WHEN "b"."customer_on_time_rate_30d" >= 0.8e0 THEN 'medium'
      ELSE 'low'
    END AS "customer_reliability_tier"
  FROM "level_1" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."customer_tier_numeric" AS "customer_tier_numeric",
  "r"."customer_tenure_days" AS "customer_tenure_days",
  "r"."industry_code" AS "industry_code",
  "r"."credit_limit_usd" AS "credit_limit_usd",
  "r"."payment_terms_numeric" AS "payment_terms_numeric",
  "r"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
  "r"."order_frequency_30d" AS "order_frequency_30d",
  "r"."average_order_value_30d" AS "average_order_value_30d",
  "r"."days_since_last_order" AS "days_since_last_order",
  "r"."order_frequency_change_30d" AS "order_frequency_change_30d",
  "r"."customer_reliability_tier" AS "customer_reliability_tier",
  $now AS "computed_at"
FROM "level_2" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."customer_service__g000d42a0"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."customer_service__g000d42a0" (
  "customer_id",
  "feature_time",
  "feature_date",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "computed_at"
)
WITH "points" AS (
  SELECT unnest(generate_series($from, $to - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"_living_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."is_deleted" AS "_is_deleted"
  FROM "raw"."customers" AS "s"
  WHERE "s"."valid_from" IS NOT NULL
    AND "s"."customer_id" IS NOT NULL
),
"_living_newest" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."version_rank" AS "version_rank",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_living_entering" AS "e"
),
"_living_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_living_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_living" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_living_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"grid" AS (
  SELECT
    "v"."customer_id" AS "customer_id",
    "v"."feature_time" AS "feature_time"
  FROM "_living" AS "v"
  WHERE NOT coalesce("v"."_is_deleted", FALSE)
),
"t1_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_0c21518a") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_0c21518a_2592000",
    sum("t"."n_58900f58") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_58900f58_2592000"
  FROM "feat_storage"."tiles_raw_deliveries_customer_id_1dx1d__g9726fd42" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."n_0c21518a_2592000" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_58900f58_2592000" AS DOUBLE), 0) AS "_rate_ccca774c"
  FROM "t1_seen"
),
"t2_keys" AS (
  SELECT DISTINCT
    "t"."customer_id" AS "customer_id"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."known_tile" < $to
),
"t2_cells" AS (
  SELECT
    "k"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time"
  FROM "t2_keys" AS "k"
  CROSS JOIN "points" AS "p"
),
"t2_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_63f4bf09_2592000",
    sum("t"."sum_5b2ef8a5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_5b2ef8a5_2592000",
    sum("t"."n_96c33ca4") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "n_96c33ca4_2592000",
    sum("t"."n_63f4bf09") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '31 days' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days') AS "n_63f4bf09_2592000_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '60 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '60 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t2" AS (
  SELECT
    "t2_seen"."customer_id" AS "customer_id",
    "t2_seen"."feature_time" AS "feature_time",
    coalesce("t2_seen"."n_63f4bf09_2592000", 0) AS "_count_4b25f838",
    CAST("t2_seen"."sum_5b2ef8a5_2592000" AS DOUBLE) / NULLIF(CAST("t2_seen"."n_96c33ca4_2592000" AS DOUBLE), 0) AS "_avg_c99703bd",
    coalesce("t2_seen"."n_63f4bf09_2592000_2592000", 0) AS "_count_01c64466"
  FROM "t2_seen"
),
"_last_d9bf379a_ranked" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) AS "feature_time",
    "t"."lastvalue_35dc42e8" AS "value",
    row_number() OVER (PARTITION BY "t"."customer_id" ORDER BY "t"."lasttime_97904a40" ASC NULLS FIRST, "t"."lasttie_4976bbe8" ASC NULLS FIRST, "t"."known_tile" ASC NULLS FIRST) AS "event_rank"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."lasttime_97904a40" IS NOT NULL
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND greatest("t"."event_tile" + INTERVAL '1 day', "t"."known_tile" + INTERVAL '1 day', $from) < $to
),
"_last_d9bf379a_entries" AS (
  SELECT
    "r"."customer_id" AS "customer_id",
    "r"."feature_time" AS "feature_time",
    max("r"."event_rank") AS "event_rank"
  FROM "_last_d9bf379a_ranked" AS "r"
  GROUP BY "r"."customer_id", "r"."feature_time"
),
"_last_d9bf379a_best" AS (
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    max("d"."event_rank") OVER (PARTITION BY "c"."customer_id" ORDER BY "c"."feature_time" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "event_rank"
  FROM "t2_cells" AS "c"
  LEFT JOIN "_last_d9bf379a_entries" AS "d" ON "c"."customer_id" = "d"."customer_id"
    AND "c"."feature_time" = "d"."feature_time"
),
"_last_d9bf379a" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "r"."value" AS "_last_d9bf379a"
  FROM "_last_d9bf379a_best" AS "b"
  INNER JOIN "_last_d9bf379a_ranked" AS "r" ON "b"."customer_id" = "r"."customer_id"
    AND "b"."event_rank" = "r"."event_rank"
  WHERE "b"."feature_time" >= $from
),
"_as_of_31f6fa6c_entering" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    CASE WHEN CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END IS NOT NULL AND (date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') IS NOT NULL THEN greatest(CASE WHEN date_trunc('day', "s"."valid_from") = "s"."valid_from" THEN date_trunc('day', "s"."valid_from") ELSE date_trunc('day', "s"."valid_from") + INTERVAL '1 day' END, date_trunc('day', "s"."loaded_at") + INTERVAL '1 day') END AS "enters",
    row_number() OVER (PARTITION BY "s"."customer_id" ORDER BY "s"."valid_from" ASC NULLS FIRST, "s"."loaded_at" ASC NULLS FIRST) AS "version_rank",
    "s"."tier" AS "_tier",
    "s"."signed_up_at" AS "_signed_up_at",
    "s"."industry" AS "_industry",
    "s"."credit_limit_usd" AS "_credit_limit_usd",
    "s"."payment_terms" AS "_payment_terms",
    "s"."is_deleted" AS "_is_deleted"
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
    "e"."_signed_up_at" AS "_signed_up_at",
    "e"."_industry" AS "_industry",
    "e"."_credit_limit_usd" AS "_credit_limit_usd",
    "e"."_payment_terms" AS "_payment_terms",
    "e"."_is_deleted" AS "_is_deleted",
    max("e"."version_rank") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "best_rank"
  FROM "_as_of_31f6fa6c_entering" AS "e"
),
"_as_of_31f6fa6c_kept" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "e"."enters" AS "enters",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    "e"."_industry" AS "_industry",
    "e"."_credit_limit_usd" AS "_credit_limit_usd",
    "e"."_payment_terms" AS "_payment_terms",
    "e"."_is_deleted" AS "_is_deleted",
    lead("e"."enters") OVER (PARTITION BY "e"."customer_id" ORDER BY "e"."enters" ASC NULLS LAST, "e"."version_rank" ASC NULLS LAST) AS "until"
  FROM "_as_of_31f6fa6c_newest" AS "e"
  WHERE "e"."version_rank" = "e"."best_rank"
),
"_as_of_31f6fa6c" AS (
  SELECT
    "e"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    "e"."_tier" AS "_tier",
    "e"."_signed_up_at" AS "_signed_up_at",
    "e"."_industry" AS "_industry",
    "e"."_credit_limit_usd" AS "_credit_limit_usd",
    "e"."_payment_terms" AS "_payment_terms",
    "e"."_is_deleted" AS "_is_deleted"
  FROM "_as_of_31f6fa6c_kept" AS "e"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "e"."enters"
    AND ("e"."until" IS NULL OR "p"."feature_time" < "e"."until")
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "_as_of_31f6fa6c"."_tier" AS "_attribute_bcf3f840",
    "_as_of_31f6fa6c"."_signed_up_at" AS "_attribute_3fe5767f",
    "_as_of_31f6fa6c"."_industry" AS "_attribute_151c28f9",
    "_as_of_31f6fa6c"."_credit_limit_usd" AS "_attribute_29d2040e",
    "_as_of_31f6fa6c"."_payment_terms" AS "_attribute_7734432c",
    "t1"."_rate_ccca774c" AS "_rate_ccca774c",
    coalesce("t2"."_count_4b25f838", 0) AS "_count_4b25f838",
    "t2"."_avg_c99703bd" AS "_avg_c99703bd",
    "_last_d9bf379a"."_last_d9bf379a" AS "_last_d9bf379a",
    coalesce("t2"."_count_01c64466", 0) AS "_count_01c64466"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."customer_id" = "t2"."customer_id"
    AND "g"."feature_time" = "t2"."feature_time"
  LEFT JOIN "_last_d9bf379a" ON "g"."customer_id" = "_last_d9bf379a"."customer_id"
    AND "g"."feature_time" = "_last_d9bf379a"."feature_time"
  LEFT JOIN "_as_of_31f6fa6c" ON "g"."customer_id" = "_as_of_31f6fa6c"."customer_id"
    AND "g"."feature_time" = "_as_of_31f6fa6c"."feature_time"
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    "b"."_attribute_3fe5767f" AS "_attribute_3fe5767f",
    "b"."_attribute_151c28f9" AS "_attribute_151c28f9",
    "b"."_attribute_29d2040e" AS "_attribute_29d2040e",
    "b"."_attribute_7734432c" AS "_attribute_7734432c",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_count_4b25f838" AS "_count_4b25f838",
    "b"."_avg_c99703bd" AS "_avg_c99703bd",
    "b"."_last_d9bf379a" AS "_last_d9bf379a",
    "b"."_count_01c64466" AS "_count_01c64466",
    CASE
      WHEN "b"."_attribute_bcf3f840" = 'bronze' THEN 1
      WHEN "b"."_attribute_bcf3f840" = 'silver' THEN 2
      WHEN "b"."_attribute_bcf3f840" = 'gold' THEN 3
      WHEN "b"."_attribute_bcf3f840" = 'platinum' THEN 4
      ELSE 0
    END AS "customer_tier_numeric",
    date_diff('microsecond', "b"."_attribute_3fe5767f", "b"."feature_time") / 86400000000e0 AS "customer_tenure_days",
    CASE
      WHEN "b"."_attribute_151c28f9" = 'retail' THEN 1
      WHEN "b"."_attribute_151c28f9" = 'food' THEN 2
      WHEN "b"."_attribute_151c28f9" = 'manufacturing' THEN 3
      WHEN "b"."_attribute_151c28f9" = 'pharma' THEN 4
      WHEN "b"."_attribute_151c28f9" = 'automotive' THEN 5
      WHEN "b"."_attribute_151c28f9" = 'electronics' THEN 6
      WHEN "b"."_attribute_151c28f9" = 'construction' THEN 7
      ELSE 0
    END AS "industry_code",
    "b"."_attribute_29d2040e" AS "credit_limit_usd",
    CASE
      WHEN "b"."_attribute_7734432c" = 'prepaid' THEN 0
      WHEN "b"."_attribute_7734432c" = 'net15' THEN 15
      WHEN "b"."_attribute_7734432c" = 'net30' THEN 30
      WHEN "b"."_attribute_7734432c" = 'net60' THEN 60
    END AS "payment_terms_numeric",
    "b"."_rate_ccca774c" AS "customer_on_time_rate_30d",
    "b"."_count_4b25f838" AS "order_frequency_30d",
    "b"."_avg_c99703bd" AS "average_order_value_30d",
    date_diff('microsecond', "b"."_last_d9bf379a", "b"."feature_time") / 86400000000e0 AS "days_since_last_order"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_attribute_bcf3f840" AS "_attribute_bcf3f840",
    "b"."_attribute_3fe5767f" AS "_attribute_3fe5767f",
    "b"."_attribute_151c28f9" AS "_attribute_151c28f9",
    "b"."_attribute_29d2040e" AS "_attribute_29d2040e",
    "b"."_attribute_7734432c" AS "_attribute_7734432c",
    "b"."_rate_ccca774c" AS "_rate_ccca774c",
    "b"."_count_4b25f838" AS "_count_4b25f838",
    "b"."_avg_c99703bd" AS "_avg_c99703bd",
    "b"."_last_d9bf379a" AS "_last_d9bf379a",
    "b"."_count_01c64466" AS "_count_01c64466",
    "b"."customer_tier_numeric" AS "customer_tier_numeric",
    "b"."customer_tenure_days" AS "customer_tenure_days",
    "b"."industry_code" AS "industry_code",
    "b"."credit_limit_usd" AS "credit_limit_usd",
    "b"."payment_terms_numeric" AS "payment_terms_numeric",
    "b"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
    "b"."order_frequency_30d" AS "order_frequency_30d",
    "b"."average_order_value_30d" AS "average_order_value_30d",
    "b"."days_since_last_order" AS "days_since_last_order",
    CAST("b"."order_frequency_30d" AS DOUBLE) / NULLIF(CAST("b"."_count_01c64466" AS DOUBLE), 0) AS "order_frequency_change_30d",
    CASE
      WHEN "b"."customer_on_time_rate_30d" IS NULL THEN 'unknown'
      WHEN "b"."customer_on_time_rate_30d" >= 0.95e0 THEN 'high'
      WHEN "b"."customer_on_time_rate_30d" >= 0.8e0 THEN 'medium'
      ELSE 'low'
    END AS "customer_reliability_tier"
  FROM "level_1" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."customer_tier_numeric" AS "customer_tier_numeric",
  "r"."customer_tenure_days" AS "customer_tenure_days",
  "r"."industry_code" AS "industry_code",
  "r"."credit_limit_usd" AS "credit_limit_usd",
  "r"."payment_terms_numeric" AS "payment_terms_numeric",
  "r"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
  "r"."order_frequency_30d" AS "order_frequency_30d",
  "r"."average_order_value_30d" AS "average_order_value_30d",
  "r"."days_since_last_order" AS "days_since_last_order",
  "r"."order_frequency_change_30d" AS "order_frequency_change_30d",
  "r"."customer_reliability_tier" AS "customer_reliability_tier",
  $now AS "computed_at"
FROM "level_2" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."customer_service" (
  "customer_id",
  "feature_time",
  "feature_date",
  "customer_tier_numeric",
  "customer_tenure_days",
  "industry_code",
  "credit_limit_usd",
  "payment_terms_numeric",
  "customer_on_time_rate_30d",
  "order_frequency_30d",
  "average_order_value_30d",
  "days_since_last_order",
  "order_frequency_change_30d",
  "customer_reliability_tier",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."customer_tier_numeric" AS "customer_tier_numeric",
  "v"."customer_tenure_days" AS "customer_tenure_days",
  "v"."industry_code" AS "industry_code",
  "v"."credit_limit_usd" AS "credit_limit_usd",
  "v"."payment_terms_numeric" AS "payment_terms_numeric",
  "v"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
  "v"."order_frequency_30d" AS "order_frequency_30d",
  "v"."average_order_value_30d" AS "average_order_value_30d",
  "v"."days_since_last_order" AS "days_since_last_order",
  "v"."order_frequency_change_30d" AS "order_frequency_change_30d",
  "v"."customer_reliability_tier" AS "customer_reliability_tier",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_service__g000d42a0" AS "v";

COMMENT ON VIEW "main"."customer_service" IS 'Who a customer is, what it orders and how we serve it.
[feat logistics/main view.customer_service 9f9428e4.f03d6589.000d42a0]';

COMMENT ON COLUMN "main"."customer_service"."customer_tier_numeric" IS 'The customer''s tier as a number: 1 bronze, 2 silver, 3 gold, 4 platinum.';

COMMENT ON COLUMN "main"."customer_service"."customer_tenure_days" IS 'Days since the customer signed up.';

COMMENT ON COLUMN "main"."customer_service"."industry_code" IS 'The customer''s industry as a number from 1; 0 where it is not known.';

COMMENT ON COLUMN "main"."customer_service"."credit_limit_usd" IS 'The credit that we grant the customer.';

COMMENT ON COLUMN "main"."customer_service"."payment_terms_numeric" IS 'Days that the customer has to pay an invoice; 0 pays ahead.';

COMMENT ON COLUMN "main"."customer_service"."customer_on_time_rate_30d" IS 'Share of the customer''s deliveries of the last 30 days that arrived when promised; unknown without deliveries.';

COMMENT ON COLUMN "main"."customer_service"."order_frequency_30d" IS 'Orders that the customer placed in the last 30 days.';

COMMENT ON COLUMN "main"."customer_service"."average_order_value_30d" IS 'Mean value of the customer''s orders of the last 30 days; unknown without orders.';

COMMENT ON COLUMN "main"."customer_service"."days_since_last_order" IS 'Days since the customer''s last order; unknown before the first.';

COMMENT ON COLUMN "main"."customer_service"."order_frequency_change_30d" IS 'Orders of the last 30 days divided by those of the 30 days before; unknown where there were none before.';

COMMENT ON COLUMN "main"."customer_service"."customer_reliability_tier" IS 'How reliably we serve the customer: high from 95 % on time, medium from 80 %, else low.';
