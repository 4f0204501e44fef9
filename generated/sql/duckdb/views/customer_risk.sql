-- view.customer_risk
-- What may go wrong with a customer: late payment, too much credit, leaving.

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."customer_risk__g7821c539" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "payment_delay_days_90d" DOUBLE,
  "payment_delay_risk" DOUBLE,
  "credit_risk_tier" VARCHAR,
  "risk_score" DOUBLE,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_risk__g7821c539" IS '[feat logistics/main view.customer_risk feat_storage.customer_risk__g7821c539]';

-- fill many points, in one transaction
DELETE FROM "feat_storage"."customer_risk__g7821c539"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."customer_risk__g7821c539" (
  "customer_id",
  "feature_time",
  "feature_date",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
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
  FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" AS "t"
  WHERE "t"."known_tile" < $to
),
"t1_frames_entered_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" AS "event_tile",
    "t"."known_tile" AS "known_tile",
    "t"."sum_4f1c6631" AS "sum_4f1c6631",
    "t"."n_011e9d47" AS "n_011e9d47"
  FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t1_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."n_011e9d47_in", 0) + coalesce("b"."n_011e9d47_in", 0) AS "n_011e9d47_in",
    coalesce("a"."n_011e9d47_out", 0) + coalesce("b"."n_011e9d47_out", 0) AS "n_011e9d47_out",
    CASE
      WHEN "a"."sum_4f1c6631" IS NULL THEN "b"."sum_4f1c6631"
      ELSE CASE WHEN "b"."sum_4f1c6631" IS NULL THEN "a"."sum_4f1c6631" ELSE "a"."sum_4f1c6631" + "b"."sum_4f1c6631" END
    END AS "sum_4f1c6631"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."n_011e9d47", 0) AS "n_011e9d47_in",
      coalesce("t"."n_011e9d47", 0) AS "n_011e9d47_out",
      "t"."sum_4f1c6631" AS "sum_4f1c6631"
    FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      CAST(coalesce(sum("e"."n_011e9d47_in"), 0) AS BIGINT) AS "n_011e9d47_in",
      CAST(coalesce(sum("e"."n_011e9d47_out"), 0) AS BIGINT) AS "n_011e9d47_out",
      sum("e"."sum_4f1c6631") AS "sum_4f1c6631"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_011e9d47", 0) AS "n_011e9d47_in",
        coalesce("t"."n_011e9d47", 0) AS "n_011e9d47_out",
        "t"."sum_4f1c6631" AS "sum_4f1c6631"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS BIGINT) AS "n_011e9d47_in",
        coalesce("t"."n_011e9d47", 0) AS "n_011e9d47_out",
        CAST(NULL AS DOUBLE) AS "sum_4f1c6631"
      FROM "t1_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."n_011e9d47", 0) AS "n_011e9d47_in",
        CAST(NULL AS BIGINT) AS "n_011e9d47_out",
        CAST(NULL AS DOUBLE) AS "sum_4f1c6631"
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
      "n_011e9d47_in",
      "n_011e9d47_out",
      "sum_4f1c6631"
    FROM "t1_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      $from - INTERVAL '90 days' AS "feature_time",
      0 AS "n_011e9d47_in",
      0 AS "n_011e9d47_out",
      NULL AS "sum_4f1c6631"
    FROM "t1_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "n_011e9d47_in",
      "n_011e9d47_out",
      "sum_4f1c6631"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_4f1c6631",
      sum("n_011e9d47_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_011e9d47_in",
      sum("n_011e9d47_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_n_011e9d47_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_4f1c6631",
      "_sum_n_011e9d47_in",
      "_sum_n_011e9d47_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_011e9d47_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_011e9d47_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '90 days' THEN "_sum_n_011e9d47_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_n_011e9d47_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "sum_4f1c6631",
      "_sum_n_011e9d47_in",
      "_sum_n_011e9d47_out",
      "_base_n_011e9d47_in",
      "_base_n_011e9d47_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_n_011e9d47_in",
      "_sum_n_011e9d47_out",
      "_base_n_011e9d47_in",
      "_base_n_011e9d47_out",
      CASE WHEN "feature_time" = "_entered_at" THEN "sum_4f1c6631" END AS "_1_sum_4f1c6631"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_n_011e9d47_in" - "_base_n_011e9d47_in" AS "_sum_n_011e9d47_in_unbounded_0",
      lag("_sum_n_011e9d47_out", 90) OVER () - "_base_n_011e9d47_out" AS "_sum_n_011e9d47_out_unbounded_90",
      coalesce("_1_sum_4f1c6631" + lag("_1_sum_4f1c6631", 1) OVER (), "_1_sum_4f1c6631", lag("_1_sum_4f1c6631", 1) OVER ()) AS "_2_sum_4f1c6631"
    FROM "_cells"
  ),
  "_from_2" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_011e9d47_in_unbounded_0",
      "_sum_n_011e9d47_out_unbounded_90",
      "_2_sum_4f1c6631" AS "_sum_sum_4f1c6631_89_0",
      coalesce("_2_sum_4f1c6631" + lag("_2_sum_4f1c6631", 2) OVER (), "_2_sum_4f1c6631", lag("_2_sum_4f1c6631", 2) OVER ()) AS "_4_sum_4f1c6631"
    FROM "_from_1"
  ),
  "_from_4" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_011e9d47_in_unbounded_0",
      "_sum_n_011e9d47_out_unbounded_90",
      "_sum_sum_4f1c6631_89_0",
      coalesce("_4_sum_4f1c6631" + lag("_4_sum_4f1c6631", 4) OVER (), "_4_sum_4f1c6631", lag("_4_sum_4f1c6631", 4) OVER ()) AS "_8_sum_4f1c6631"
    FROM "_from_2"
  ),
  "_from_8" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_011e9d47_in_unbounded_0",
      "_sum_n_011e9d47_out_unbounded_90",
      coalesce("_sum_sum_4f1c6631_89_0" + lag("_8_sum_4f1c6631", 2) OVER (), "_sum_sum_4f1c6631_89_0", lag("_8_sum_4f1c6631", 2) OVER ()) AS "_sum_sum_4f1c6631_89_0",
      coalesce("_8_sum_4f1c6631" + lag("_8_sum_4f1c6631", 8) OVER (), "_8_sum_4f1c6631", lag("_8_sum_4f1c6631", 8) OVER ()) AS "_16_sum_4f1c6631"
    FROM "_from_4"
  ),
  "_from_16" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_011e9d47_in_unbounded_0",
      "_sum_n_011e9d47_out_unbounded_90",
      coalesce("_sum_sum_4f1c6631_89_0" + lag("_16_sum_4f1c6631", 10) OVER (), "_sum_sum_4f1c6631_89_0", lag("_16_sum_4f1c6631", 10) OVER ()) AS "_sum_sum_4f1c6631_89_0",
      coalesce("_16_sum_4f1c6631" + lag("_16_sum_4f1c6631", 16) OVER (), "_16_sum_4f1c6631", lag("_16_sum_4f1c6631", 16) OVER ()) AS "_32_sum_4f1c6631"
    FROM "_from_8"
  ),
  "_from_32" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_011e9d47_in_unbounded_0",
      "_sum_n_011e9d47_out_unbounded_90",
      "_sum_sum_4f1c6631_89_0",
      coalesce("_32_sum_4f1c6631" + lag("_32_sum_4f1c6631", 32) OVER (), "_32_sum_4f1c6631", lag("_32_sum_4f1c6631", 32) OVER ()) AS "_64_sum_4f1c6631"
    FROM "_from_16"
  ),
  "_from_64" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_before_customer_id",
      "_before_feature_time",
      "_sum_n_011e9d47_in_unbounded_0",
      "_sum_n_011e9d47_out_unbounded_90",
      coalesce("_sum_sum_4f1c6631_89_0" + lag("_64_sum_4f1c6631", 26) OVER (), "_sum_sum_4f1c6631_89_0", lag("_64_sum_4f1c6631", 26) OVER ()) AS "_sum_sum_4f1c6631_89_0"
    FROM "_from_32"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    "c"."_sum_sum_4f1c6631_89_0" AS "sum_4f1c6631_7776000",
    coalesce("c"."_sum_n_011e9d47_in_unbounded_0", 0) - coalesce("c"."_sum_n_011e9d47_out_unbounded_90", 0) AS "n_011e9d47_7776000"
  FROM "_from_64" AS "c"
  INNER JOIN "t1_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '90 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1_late" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_4f1c6631") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "sum_4f1c6631_7776000"
  FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile"
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."n_011e9d47") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "n_011e9d47_7776000"
  FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
    AND "t"."known_tile" > "t"."event_tile" + INTERVAL '2 days'
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    CAST(CASE WHEN "t1_frames"."sum_4f1c6631_7776000" IS NULL THEN "t1_late"."sum_4f1c6631_7776000" ELSE CASE WHEN "t1_late"."sum_4f1c6631_7776000" IS NULL THEN "t1_frames"."sum_4f1c6631_7776000" ELSE "t1_frames"."sum_4f1c6631_7776000" + "t1_late"."sum_4f1c6631_7776000" END END AS DOUBLE) / NULLIF(CAST(CASE WHEN "t1_frames"."n_011e9d47_7776000" IS NULL THEN "t1_later"."n_011e9d47_7776000" ELSE CASE WHEN "t1_later"."n_011e9d47_7776000" IS NULL THEN "t1_frames"."n_011e9d47_7776000" ELSE "t1_frames"."n_011e9d47_7776000" + "t1_later"."n_011e9d47_7776000" END END AS DOUBLE), 0) AS "_avg_f8be9572"
  FROM "t1_frames"
  LEFT JOIN "t1_late" ON "t1_frames"."customer_id" = "t1_late"."customer_id"
    AND "t1_frames"."feature_time" = "t1_late"."feature_time"
  LEFT JOIN "t1_later" ON "t1_frames"."customer_id" = "t1_later"."customer_id"
    AND "t1_frames"."feature_time" = "t1_later"."feature_time"
  WHERE "t1_frames"."feature_time" >= $from
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
    "t"."sum_5b2ef8a5" AS "sum_5b2ef8a5"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" < $to - INTERVAL '1 day'
    AND "t"."known_tile" <> "t"."event_tile"
    AND "t"."known_tile" <= "t"."event_tile" + INTERVAL '2 days'
),
"t2_frames_entered" AS (
  SELECT
    coalesce("a"."customer_id", "b"."customer_id") AS "customer_id",
    coalesce("a"."feature_time", "b"."feature_time") AS "feature_time",
    coalesce("a"."sum_5b2ef8a5_in", 0) + coalesce("b"."sum_5b2ef8a5_in", 0) AS "sum_5b2ef8a5_in",
    coalesce("a"."sum_5b2ef8a5_known_in", 0) + coalesce("b"."sum_5b2ef8a5_known_in", 0) AS "sum_5b2ef8a5_known_in",
    coalesce("a"."sum_5b2ef8a5_out", 0) + coalesce("b"."sum_5b2ef8a5_out", 0) AS "sum_5b2ef8a5_out",
    coalesce("a"."sum_5b2ef8a5_known_out", 0) + coalesce("b"."sum_5b2ef8a5_known_out", 0) AS "sum_5b2ef8a5_known_out"
  FROM (
    SELECT
      "t"."customer_id" AS "customer_id",
      "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
      coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_in",
      CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_in",
      coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_out",
      CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_out"
    FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
    WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
      AND "t"."event_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" < $to - INTERVAL '1 day'
      AND "t"."known_tile" = "t"."event_tile"
  ) AS "a"
  FULL JOIN (
    SELECT
      "e"."customer_id" AS "customer_id",
      "e"."feature_time" AS "feature_time",
      coalesce(sum("e"."sum_5b2ef8a5_in"), 0) AS "sum_5b2ef8a5_in",
      CAST(coalesce(sum("e"."sum_5b2ef8a5_known_in"), 0) AS BIGINT) AS "sum_5b2ef8a5_known_in",
      coalesce(sum("e"."sum_5b2ef8a5_out"), 0) AS "sum_5b2ef8a5_out",
      CAST(coalesce(sum("e"."sum_5b2ef8a5_known_out"), 0) AS BIGINT) AS "sum_5b2ef8a5_known_out"
    FROM (
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_in",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_in",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_out",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" < "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_5b2ef8a5_in",
        CAST(NULL AS BIGINT) AS "sum_5b2ef8a5_known_in",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_out",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_out"
      FROM "t2_frames_entered_late" AS "t"
      WHERE "t"."known_tile" > "t"."event_tile"
      UNION ALL
      SELECT
        "t"."customer_id" AS "customer_id",
        "t"."known_tile" + INTERVAL '1 day' AS "feature_time",
        coalesce("t"."sum_5b2ef8a5", 0) AS "sum_5b2ef8a5_in",
        CASE WHEN "t"."sum_5b2ef8a5" IS NULL THEN 0 ELSE 1 END AS "sum_5b2ef8a5_known_in",
        CAST(NULL AS DECIMAL(38, 2)) AS "sum_5b2ef8a5_out",
        CAST(NULL AS BIGINT) AS "sum_5b2ef8a5_known_out"
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
      "sum_5b2ef8a5_in",
      "sum_5b2ef8a5_known_in",
      "sum_5b2ef8a5_out",
      "sum_5b2ef8a5_known_out"
    FROM "t2_frames_entered"
    UNION ALL
    SELECT
      "customer_id",
      $from - INTERVAL '30 days' AS "feature_time",
      0 AS "sum_5b2ef8a5_in",
      0 AS "sum_5b2ef8a5_known_in",
      0 AS "sum_5b2ef8a5_out",
      0 AS "sum_5b2ef8a5_known_out"
    FROM "t2_alive"
  ),
  "_ordered" AS (
    SELECT
      "customer_id",
      "feature_time",
      "sum_5b2ef8a5_in",
      "sum_5b2ef8a5_known_in",
      "sum_5b2ef8a5_out",
      "sum_5b2ef8a5_known_out"
    FROM "_sparse"
    ORDER BY "customer_id", "feature_time"
  ),
  "_running" AS (
    SELECT
      "customer_id",
      "feature_time",
      sum("sum_5b2ef8a5_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_in",
      sum("sum_5b2ef8a5_known_in") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_known_in",
      sum("sum_5b2ef8a5_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_out",
      sum("sum_5b2ef8a5_known_out") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_sum_sum_5b2ef8a5_known_out",
      lead("customer_id", 1) OVER () AS "_next_customer_id",
      lead("feature_time", 1) OVER () AS "_next_feature_time"
    FROM "_ordered"
  ),
  "_based" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_sum_5b2ef8a5_in",
      "_sum_sum_5b2ef8a5_known_in",
      "_sum_sum_5b2ef8a5_out",
      "_sum_sum_5b2ef8a5_known_out",
      "_next_customer_id",
      "_next_feature_time",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_5b2ef8a5_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_5b2ef8a5_known_in" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_known_in",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_5b2ef8a5_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_out",
      last_value(CASE WHEN "feature_time" = $from - INTERVAL '30 days' THEN "_sum_sum_5b2ef8a5_known_out" END IGNORE NULLS) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "_base_sum_5b2ef8a5_known_out"
    FROM "_running"
  ),
  "_spread" AS (
    SELECT
      "customer_id",
      "_sum_sum_5b2ef8a5_in",
      "_sum_sum_5b2ef8a5_known_in",
      "_sum_sum_5b2ef8a5_out",
      "_sum_sum_5b2ef8a5_known_out",
      "_base_sum_5b2ef8a5_in",
      "_base_sum_5b2ef8a5_known_in",
      "_base_sum_5b2ef8a5_out",
      "_base_sum_5b2ef8a5_known_out",
      "feature_time" AS "_entered_at",
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE $to - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
    FROM "_based"
  ),
  "_cells" AS (
    SELECT
      "customer_id",
      "feature_time",
      "_sum_sum_5b2ef8a5_in",
      "_sum_sum_5b2ef8a5_known_in",
      "_sum_sum_5b2ef8a5_out",
      "_sum_sum_5b2ef8a5_known_out",
      "_base_sum_5b2ef8a5_in",
      "_base_sum_5b2ef8a5_known_in",
      "_base_sum_5b2ef8a5_out",
      "_base_sum_5b2ef8a5_known_out"
    FROM "_spread"
  ),
  "_from_1" AS (
    SELECT
      "customer_id",
      "feature_time",
      lag("customer_id", 1) OVER () AS "_before_customer_id",
      lag("feature_time", 1) OVER () AS "_before_feature_time",
      "_sum_sum_5b2ef8a5_known_in" - "_base_sum_5b2ef8a5_known_in" AS "_sum_sum_5b2ef8a5_known_in_unbounded_0",
      lag("_sum_sum_5b2ef8a5_known_out", 30) OVER () - "_base_sum_5b2ef8a5_known_out" AS "_sum_sum_5b2ef8a5_known_out_unbounded_30",
      "_sum_sum_5b2ef8a5_in" - "_base_sum_5b2ef8a5_in" AS "_sum_sum_5b2ef8a5_in_unbounded_0",
      lag("_sum_sum_5b2ef8a5_out", 30) OVER () - "_base_sum_5b2ef8a5_out" AS "_sum_sum_5b2ef8a5_out_unbounded_30"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    CASE WHEN coalesce("c"."_sum_sum_5b2ef8a5_known_in_unbounded_0", 0) - coalesce("c"."_sum_sum_5b2ef8a5_known_out_unbounded_30", 0) > 0 THEN coalesce("c"."_sum_sum_5b2ef8a5_in_unbounded_0", 0) - coalesce("c"."_sum_sum_5b2ef8a5_out_unbounded_30", 0) END AS "sum_5b2ef8a5_2592000"
  FROM "_from_1" AS "c"
  INNER JOIN "t2_alive" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = $from - INTERVAL '30 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t2_later" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_5b2ef8a5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_5b2ef8a5_2592000"
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
    CAST(CASE WHEN "t2_frames"."sum_5b2ef8a5_2592000" IS NULL THEN "t2_later"."sum_5b2ef8a5_2592000" ELSE CASE WHEN "t2_later"."sum_5b2ef8a5_2592000" IS NULL THEN "t2_frames"."sum_5b2ef8a5_2592000" ELSE "t2_frames"."sum_5b2ef8a5_2592000" + "t2_later"."sum_5b2ef8a5_2592000" END END AS DECIMAL(38, 2)) AS "_sum_7827d1ee"
  FROM "t2_frames"
  LEFT JOIN "t2_later" ON "t2_frames"."customer_id" = "t2_later"."customer_id"
    AND "t2_frames"."feature_time" = "t2_later"."feature_time"
  WHERE "t2_frames"."feature_time" >= $from
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_f8be9572" AS "_avg_f8be9572",
    "t2"."_sum_7827d1ee" AS "_sum_7827d1ee",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(12, 2))
      ELSE "_customer_service"."credit_limit_usd"
    END AS "_feature_fc268fbb",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_customer_service"."days_since_last_order"
    END AS "_feature_84449cf5",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_customer_service"."customer_on_time_rate_30d"
    END AS "_feature_1af0ecc3",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN 0
      ELSE "_customer_service"."customer_tier_numeric"
    END AS "_feature_cc93a9f6"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."customer_id" = "t2"."customer_id"
    AND "g"."feature_time" = "t2"."feature_time"
  LEFT JOIN (
    SELECT
      "s"."customer_id" AS "customer_id",
      "s"."feature_time" AS "feature_time",
      "s"."credit_limit_usd" AS "credit_limit_usd",
      "s"."days_since_last_order" AS "days_since_last_order",
      "s"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
      "s"."customer_tier_numeric" AS "customer_tier_numeric"
    FROM "feat_storage"."customer_service__g000d42a0" AS "s"
    WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
      AND "s"."feature_time" < $to
  ) AS "_customer_service" ON "_customer_service"."customer_id" = "g"."customer_id"
    AND "_customer_service"."feature_time" = date_trunc('day', "g"."feature_time")
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f8be9572" AS "_avg_f8be9572",
    "b"."_sum_7827d1ee" AS "_sum_7827d1ee",
    "b"."_feature_fc268fbb" AS "_feature_fc268fbb",
    "b"."_feature_84449cf5" AS "_feature_84449cf5",
    "b"."_feature_1af0ecc3" AS "_feature_1af0ecc3",
    "b"."_feature_cc93a9f6" AS "_feature_cc93a9f6",
    "b"."_avg_f8be9572" AS "payment_delay_days_90d"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f8be9572" AS "_avg_f8be9572",
    "b"."_sum_7827d1ee" AS "_sum_7827d1ee",
    "b"."_feature_fc268fbb" AS "_feature_fc268fbb",
    "b"."_feature_84449cf5" AS "_feature_84449cf5",
    "b"."_feature_1af0ecc3" AS "_feature_1af0ecc3",
    "b"."_feature_cc93a9f6" AS "_feature_cc93a9f6",
    "b"."payment_delay_days_90d" AS "payment_delay_days_90d",
    coalesce(CASE WHEN CASE WHEN (CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0, 0e0) END, 1e0) END, 0.5e0) AS "payment_delay_risk"
  FROM "level_1" AS "b"
),
"level_3" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f8be9572" AS "_avg_f8be9572",
    "b"."_sum_7827d1ee" AS "_sum_7827d1ee",
    "b"."_feature_fc268fbb" AS "_feature_fc268fbb",
    "b"."_feature_84449cf5" AS "_feature_84449cf5",
    "b"."_feature_1af0ecc3" AS "_feature_1af0ecc3",
    "b"."_feature_cc93a9f6" AS "_feature_cc93a9f6",
    "b"."payment_delay_days_90d" AS "payment_delay_days_90d",
    "b"."payment_delay_risk" AS "payment_delay_risk",
    CASE
      WHEN "b"."payment_delay_risk" >= 0.5e0 OR CAST("b"."_sum_7827d1ee" AS DOUBLE) / NULLIF(CAST("b"."_feature_fc268fbb" AS DOUBLE), 0) > 1e0 THEN 'high'
      WHEN "b"."payment_delay_risk" >= 0.15e0 OR "b"."_feature_fc268fbb" IS NULL THEN 'medium'
      ELSE 'low'
    END AS "credit_risk_tier",
    CASE WHEN CASE WHEN (((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END, 1e0) END AS "risk_score"
  FROM "level_2" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."payment_delay_days_90d" AS "payment_delay_days_90d",
  "r"."payment_delay_risk" AS "payment_delay_risk",
  "r"."credit_risk_tier" AS "credit_risk_tier",
  "r"."risk_score" AS "risk_score",
  $now AS "computed_at"
FROM "level_3" AS "r";

-- fill few points, in one transaction
DELETE FROM "feat_storage"."customer_risk__g7821c539"
WHERE "feature_time" >= $from
  AND "feature_time" < $to;

INSERT INTO "feat_storage"."customer_risk__g7821c539" (
  "customer_id",
  "feature_time",
  "feature_date",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
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
    sum("t"."sum_4f1c6631") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "sum_4f1c6631_7776000",
    sum("t"."n_011e9d47") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days') AS "n_011e9d47_7776000"
  FROM "feat_storage"."tiles_raw_payments_customer_id_1dx1d__gf459d4ee" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '90 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '90 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t1" AS (
  SELECT
    "t1_seen"."customer_id" AS "customer_id",
    "t1_seen"."feature_time" AS "feature_time",
    CAST("t1_seen"."sum_4f1c6631_7776000" AS DOUBLE) / NULLIF(CAST("t1_seen"."n_011e9d47_7776000" AS DOUBLE), 0) AS "_avg_f8be9572"
  FROM "t1_seen"
),
"t2_seen" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "p"."feature_time" AS "feature_time",
    sum("t"."sum_5b2ef8a5") FILTER (WHERE "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day' AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days') AS "sum_5b2ef8a5_2592000"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gb6fd6446" AS "t"
  INNER JOIN "points" AS "p" ON "p"."feature_time" >= "t"."event_tile" + INTERVAL '1 day'
    AND "p"."feature_time" <= "t"."event_tile" + INTERVAL '30 days'
    AND "p"."feature_time" >= "t"."known_tile" + INTERVAL '1 day'
  WHERE "t"."event_tile" >= $from - INTERVAL '30 days'
    AND "t"."event_tile" < $to
    AND "t"."known_tile" < $to
  GROUP BY "t"."customer_id", "p"."feature_time"
),
"t2" AS (
  SELECT
    "t2_seen"."customer_id" AS "customer_id",
    "t2_seen"."feature_time" AS "feature_time",
    CAST("t2_seen"."sum_5b2ef8a5_2592000" AS DECIMAL(38, 2)) AS "_sum_7827d1ee"
  FROM "t2_seen"
),
"base" AS (
  SELECT
    "g"."customer_id" AS "customer_id",
    "g"."feature_time" AS "feature_time",
    "t1"."_avg_f8be9572" AS "_avg_f8be9572",
    "t2"."_sum_7827d1ee" AS "_sum_7827d1ee",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN CAST(NULL AS DECIMAL(12, 2))
      ELSE "_customer_service"."credit_limit_usd"
    END AS "_feature_fc268fbb",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_customer_service"."days_since_last_order"
    END AS "_feature_84449cf5",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN CAST(NULL AS DOUBLE)
      ELSE "_customer_service"."customer_on_time_rate_30d"
    END AS "_feature_1af0ecc3",
    CASE
      WHEN "_customer_service"."feature_time" IS NULL THEN 0
      ELSE "_customer_service"."customer_tier_numeric"
    END AS "_feature_cc93a9f6"
  FROM "grid" AS "g"
  LEFT JOIN "t1" ON "g"."customer_id" = "t1"."customer_id"
    AND "g"."feature_time" = "t1"."feature_time"
  LEFT JOIN "t2" ON "g"."customer_id" = "t2"."customer_id"
    AND "g"."feature_time" = "t2"."feature_time"
  LEFT JOIN (
    SELECT
      "s"."customer_id" AS "customer_id",
      "s"."feature_time" AS "feature_time",
      "s"."credit_limit_usd" AS "credit_limit_usd",
      "s"."days_since_last_order" AS "days_since_last_order",
      "s"."customer_on_time_rate_30d" AS "customer_on_time_rate_30d",
      "s"."customer_tier_numeric" AS "customer_tier_numeric"
    FROM "feat_storage"."customer_service__g000d42a0" AS "s"
    WHERE "s"."feature_time" >= $from - INTERVAL '1 day'
      AND "s"."feature_time" < $to
  ) AS "_customer_service" ON "_customer_service"."customer_id" = "g"."customer_id"
    AND "_customer_service"."feature_time" = date_trunc('day', "g"."feature_time")
),
"level_1" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f8be9572" AS "_avg_f8be9572",
    "b"."_sum_7827d1ee" AS "_sum_7827d1ee",
    "b"."_feature_fc268fbb" AS "_feature_fc268fbb",
    "b"."_feature_84449cf5" AS "_feature_84449cf5",
    "b"."_feature_1af0ecc3" AS "_feature_1af0ecc3",
    "b"."_feature_cc93a9f6" AS "_feature_cc93a9f6",
    "b"."_avg_f8be9572" AS "payment_delay_days_90d"
  FROM "base" AS "b"
),
"level_2" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f8be9572" AS "_avg_f8be9572",
    "b"."_sum_7827d1ee" AS "_sum_7827d1ee",
    "b"."_feature_fc268fbb" AS "_feature_fc268fbb",
    "b"."_feature_84449cf5" AS "_feature_84449cf5",
    "b"."_feature_1af0ecc3" AS "_feature_1af0ecc3",
    "b"."_feature_cc93a9f6" AS "_feature_cc93a9f6",
    "b"."payment_delay_days_90d" AS "payment_delay_days_90d",
    coalesce(CASE WHEN CASE WHEN (CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."payment_delay_days_90d" AS DOUBLE) / 20e0, 0e0) END, 1e0) END, 0.5e0) AS "payment_delay_risk"
  FROM "level_1" AS "b"
),
"level_3" AS (
  SELECT
    "b"."customer_id" AS "customer_id",
    "b"."feature_time" AS "feature_time",
    "b"."_avg_f8be9572" AS "_avg_f8be9572",
    "b"."_sum_7827d1ee" AS "_sum_7827d1ee",
    "b"."_feature_fc268fbb" AS "_feature_fc268fbb",
    "b"."_feature_84449cf5" AS "_feature_84449cf5",
    "b"."_feature_1af0ecc3" AS "_feature_1af0ecc3",
    "b"."_feature_cc93a9f6" AS "_feature_cc93a9f6",
    "b"."payment_delay_days_90d" AS "payment_delay_days_90d",
    "b"."payment_delay_risk" AS "payment_delay_risk",
    CASE
      WHEN "b"."payment_delay_risk" >= 0.5e0 OR CAST("b"."_sum_7827d1ee" AS DOUBLE) / NULLIF(CAST("b"."_feature_fc268fbb" AS DOUBLE), 0) > 1e0 THEN 'high'
      WHEN "b"."payment_delay_risk" >= 0.15e0 OR "b"."_feature_fc268fbb" IS NULL THEN 'medium'
      ELSE 'low'
    END AS "credit_risk_tier",
    CASE WHEN CASE WHEN (((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0)) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(((("b"."payment_delay_risk" * 0.4e0) + (coalesce(CASE WHEN CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST("b"."_feature_84449cf5" AS DOUBLE) / 60e0, 0e0) END, 1e0) END, 1e0) * 0.3e0)) + (coalesce(1e0 - "b"."_feature_1af0ecc3", 0.2e0) * 0.2e0)) + (CASE WHEN CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END IS NOT NULL AND 1e0 IS NOT NULL THEN least(CASE WHEN (CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0) IS NOT NULL AND 0e0 IS NOT NULL THEN greatest(CAST(4 - "b"."_feature_cc93a9f6" AS DOUBLE) / 4e0, 0e0) END, 1e0) END * 0.1e0), 0e0) END, 1e0) END AS "risk_score"
  FROM "level_2" AS "b"
)
SELECT
  "r"."customer_id" AS "customer_id",
  "r"."feature_time" AS "feature_time",
  CAST("r"."feature_time" AS DATE) AS "feature_date",
  "r"."payment_delay_days_90d" AS "payment_delay_days_90d",
  "r"."payment_delay_risk" AS "payment_delay_risk",
  "r"."credit_risk_tier" AS "credit_risk_tier",
  "r"."risk_score" AS "risk_score",
  $now AS "computed_at"
FROM "level_3" AS "r";

-- what people query
CREATE OR REPLACE VIEW "main"."customer_risk" (
  "customer_id",
  "feature_time",
  "feature_date",
  "payment_delay_days_90d",
  "payment_delay_risk",
  "credit_risk_tier",
  "risk_score",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."feature_date" AS "feature_date",
  "v"."payment_delay_days_90d" AS "payment_delay_days_90d",
  "v"."payment_delay_risk" AS "payment_delay_risk",
  "v"."credit_risk_tier" AS "credit_risk_tier",
  "v"."risk_score" AS "risk_score",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."customer_risk__g7821c539" AS "v";

COMMENT ON VIEW "main"."customer_risk" IS 'What may go wrong with a customer: late payment, too much credit, leaving.
[feat logistics/main view.customer_risk 40905093.778ca8f4.7821c539]';

COMMENT ON COLUMN "main"."customer_risk"."payment_delay_days_90d" IS 'Mean days between due date and payment over the last 90 days, negative where paid early; unknown without payments.';

COMMENT ON COLUMN "main"."customer_risk"."payment_delay_risk" IS 'The risk that the next invoice is paid late, 0 to 1: reaches 1 at a mean delay of 20 days; 0.5 where nothing is known.';

COMMENT ON COLUMN "main"."customer_risk"."credit_risk_tier" IS 'Credit risk: high where payments come late or the orders of 30 days exceed the limit, low where neither is near, else medium.';

COMMENT ON COLUMN "main"."customer_risk"."risk_score" IS 'The risk of losing money or the customer, 0 to 1: late payment 40 %, silence 30 % (full after 60 days), late deliveries 20 %, a low tier 10 %.';
