-- expand: create schema feat_storage
CREATE SCHEMA IF NOT EXISTS "feat_storage";

-- expand: create schema ml
CREATE SCHEMA IF NOT EXISTS "ml";

-- expand: create feat_storage.tiles_raw_orders_customer_id_1dx1d__gbc5ea01e
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" (
  "customer_id" VARCHAR,
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "n_63f4bf09" BIGINT
);

COMMENT ON TABLE "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" IS '[feat shop/main tiles.raw.orders/customer_id/1dx1d feat_storage.tiles_raw_orders_customer_id_1dx1d__gbc5ea01e]';

COMMIT;

-- expand: create feat_storage.customer_orders__gead9926b
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."customer_orders__gead9926b" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "feature_date" DATE,
  "orders_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."customer_orders__gead9926b" IS '[feat shop/main view.customer_orders feat_storage.customer_orders__gead9926b]';

COMMIT;

-- expand: create ml.tbl_features__g3fff40d3
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."tbl_features__g3fff40d3" (
  "customer_id" VARCHAR,
  "feature_type" VARCHAR,
  "feature_date" DATE,
  "orders_7d" BIGINT
);

COMMENT ON TABLE "ml"."tbl_features__g3fff40d3" IS '[feat shop/main store.tbl_features ml.tbl_features__g3fff40d3]';

COMMIT;

-- expand: create ml.tbl_ml_model_registry
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."tbl_ml_model_registry" (
  "model_id" VARCHAR,
  "model_name" VARCHAR,
  "model_version" VARCHAR,
  "model_type" VARCHAR,
  "training_data_source" VARCHAR,
  "feature_columns" JSON,
  "model_metrics" JSON,
  "model_artifact_path" VARCHAR,
  "created_by" VARCHAR,
  "created_at" TIMESTAMP
);

COMMENT ON TABLE "ml"."tbl_ml_model_registry" IS 'Registered models
[feat shop/main registry.models c77fa52f.abae1b40.registry]';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."model_id" IS 'Identity of a registered version';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."model_name" IS 'Name of the model';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."model_version" IS 'Version of the model';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."model_type" IS 'classification, regression, clustering or forecast';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."training_data_source" IS 'Table or dataset that it was trained on';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."feature_columns" IS 'Array of the features that it reads';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."model_metrics" IS 'Metrics at the time of registration, by name';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."model_artifact_path" IS 'Where the trained model is kept';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."created_by" IS 'Who registered it';

COMMENT ON COLUMN "ml"."tbl_ml_model_registry"."created_at" IS 'When it was registered, UTC';

COMMIT;

-- expand: create ml.tbl_ml_model_performance
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "ml"."tbl_ml_model_performance" (
  "model_id" VARCHAR,
  "evaluation_date" DATE,
  "accuracy" DOUBLE,
  "precision" DOUBLE,
  "recall" DOUBLE,
  "f1_score" DOUBLE,
  "data_drift_score" DOUBLE
);

COMMENT ON TABLE "ml"."tbl_ml_model_performance" IS 'Performance of registered models over time
[feat shop/main registry.performance 14078083.9d1d726a.formance]';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."model_id" IS 'The registered version';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."evaluation_date" IS 'Day of the evaluation';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."accuracy" IS 'Share of right answers';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."precision" IS 'Share of right answers among those given as positive';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."recall" IS 'Share of the positives that were found';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."f1_score" IS 'Harmonic mean of precision and recall';

COMMENT ON COLUMN "ml"."tbl_ml_model_performance"."data_drift_score" IS 'How far the features have moved from the training data';

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
FROM "feat_storage"."customer_orders__gead9926b" AS "v";

COMMENT ON VIEW "ml"."customer_orders" IS '[feat shop/main view.customer_orders 7a3e1e01.2a0b99e8.ead9926b]';

COMMIT;

-- publish: publish ml.tbl_features
BEGIN TRANSACTION;

ALTER TABLE "ml"."tbl_features__g3fff40d3" RENAME TO "tbl_features";

COMMENT ON TABLE "ml"."tbl_features" IS '[feat shop/main store.tbl_features d74eaec7.33e3ac2f.3fff40d3]';

COMMIT;

-- publish: publish ml.vw_ml_feature_monitoring
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_ml_feature_monitoring" (
  "feature_date",
  "feature_type",
  "feature_name",
  "data_type",
  "row_count",
  "null_count",
  "null_percentage",
  "min_value",
  "max_value"
) AS
SELECT
  "s"."feature_date" AS "feature_date",
  'customer' AS "feature_type",
  'orders_7d' AS "feature_name",
  'integer' AS "data_type",
  count(*) AS "row_count",
  count(*) FILTER (WHERE "s"."orders_7d" IS NULL) AS "null_count",
  CAST(100e0 * CAST(count(*) FILTER (WHERE "s"."orders_7d" IS NULL) AS DOUBLE) AS DOUBLE) / NULLIF(CAST(count(*) AS DOUBLE), 0) AS "null_percentage",
  min(CAST("s"."orders_7d" AS DOUBLE)) AS "min_value",
  max(CAST("s"."orders_7d" AS DOUBLE)) AS "max_value"
FROM "ml"."tbl_features" AS "s"
WHERE "s"."feature_type" = 'customer'
GROUP BY "s"."feature_date";

COMMENT ON VIEW "ml"."vw_ml_feature_monitoring" IS 'Completeness and range of each feature by day
[feat shop/main report.monitoring 08af8e34.0023e52a]';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_date" IS 'Day of the feature rows';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_type" IS 'Group of the store';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."feature_name" IS 'Name of the feature';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."data_type" IS 'Declared type';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."row_count" IS 'Rows of the group on the day';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."null_count" IS 'Rows without a value';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."null_percentage" IS 'Rows without a value, in percent';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."min_value" IS 'Least value; a flag counts as 0 or 1; NULL for text';

COMMENT ON COLUMN "ml"."vw_ml_feature_monitoring"."max_value" IS 'Greatest value; a flag counts as 0 or 1; NULL for text';

COMMIT;

-- fill tiles.raw.orders/customer_id/1dx1d: an interval
DELETE FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e"
WHERE "known_tile" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "known_tile" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" (
  "customer_id",
  "event_tile",
  "known_tile",
  "n_63f4bf09"
)
SELECT
  "s"."customer_id" AS "customer_id",
  date_trunc('day', "s"."ordered_at") AS "event_tile",
  date_trunc('day', "s"."ordered_at") AS "known_tile",
  count(*) AS "n_63f4bf09"
FROM "raw"."orders" AS "s"
WHERE "s"."ordered_at" IS NOT NULL
  AND "s"."customer_id" IS NOT NULL
  AND "s"."ordered_at" >= TIMESTAMP '2025-12-12 00:00:00'
  AND "s"."ordered_at" < TIMESTAMP '2026-02-10 00:00:00'
GROUP BY "s"."customer_id", date_trunc('day', "s"."ordered_at"), date_trunc('day', "s"."ordered_at");

-- fill view.customer_orders: many points
DELETE FROM "feat_storage"."customer_orders__gead9926b"
WHERE "feature_time" >= TIMESTAMP '2026-01-31 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-10 00:00:00';

INSERT INTO "feat_storage"."customer_orders__gead9926b" (
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
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-01-31 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" AS "t"
  WHERE "t"."known_tile" < TIMESTAMP '2026-02-10 00:00:00'
  GROUP BY "t"."customer_id"
),
"t1_frames_entered" AS (
  SELECT
    "t"."customer_id" AS "customer_id",
    "t"."event_tile" + INTERVAL '1 day' AS "feature_time",
    coalesce("t"."n_63f4bf09", 0) AS "n_63f4bf09"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" AS "t"
  WHERE "t"."event_tile" >= TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days'
    AND "t"."event_tile" < TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day'
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
      TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' AS "feature_time",
      0 AS "n_63f4bf09"
    FROM "_first_seen"
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
      unnest(generate_series("feature_time", CASE WHEN "_next_customer_id" = "customer_id" AND "_next_feature_time" IS NOT NULL THEN "_next_feature_time" - INTERVAL '1 day' ELSE TIMESTAMP '2026-02-10 00:00:00' - INTERVAL '1 day' END, INTERVAL '1 day')) AS "feature_time"
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
      "_sum_n_63f4bf09" - lag("_sum_n_63f4bf09", 7) OVER () AS "_sum_n_63f4bf09_6_0"
    FROM "_cells"
  )
  SELECT
    "c"."customer_id" AS "customer_id",
    "c"."feature_time" AS "feature_time",
    coalesce("c"."_sum_n_63f4bf09_6_0", 0) AS "n_63f4bf09_604800"
  FROM "_from_1" AS "c"
  INNER JOIN "_first_seen" AS "k" ON "c"."customer_id" = "k"."customer_id"
  WHERE CASE WHEN CASE WHEN "c"."customer_id" = "c"."_before_customer_id" AND "c"."_before_feature_time" IS NOT NULL THEN "c"."feature_time" = "c"."_before_feature_time" + INTERVAL '1 day' ELSE "c"."feature_time" = TIMESTAMP '2026-01-31 00:00:00' - INTERVAL '7 days' END THEN "c"."feature_time" >= "k"."alive_from" ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END
),
"t1" AS (
  SELECT
    "t1_frames"."customer_id" AS "customer_id",
    "t1_frames"."feature_time" AS "feature_time",
    coalesce("t1_frames"."n_63f4bf09_604800", 0) AS "_count_37093f0d"
  FROM "t1_frames"
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
DELETE FROM "feat_storage"."customer_orders__gead9926b"
WHERE "feature_time" >= TIMESTAMP '2026-02-10 00:00:00'
  AND "feature_time" < TIMESTAMP '2026-02-11 00:00:00';

INSERT INTO "feat_storage"."customer_orders__gead9926b" (
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
    greatest(min("t"."event_tile") + INTERVAL '1 day', TIMESTAMP '2026-02-10 00:00:00') AS "alive_from"
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" AS "t"
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
  FROM "feat_storage"."tiles_raw_orders_customer_id_1dx1d__gbc5ea01e" AS "t"
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

-- fill store.tbl_features: dates of customer
DELETE FROM "ml"."tbl_features"
WHERE "feature_type" = 'customer'
  AND "feature_date" >= CAST(TIMESTAMP '2026-02-01 00:00:00' AS DATE)
  AND "feature_date" < CAST(TIMESTAMP '2026-02-11 00:00:00' AS DATE);

INSERT INTO "ml"."tbl_features" (
  "feature_type",
  "feature_date",
  "customer_id",
  "orders_7d"
)
WITH "points" AS (
  SELECT unnest(generate_series(TIMESTAMP '2026-02-01 00:00:00', TIMESTAMP '2026-02-11 00:00:00' - INTERVAL '1 day', INTERVAL '1 day')) AS "feature_time"
),
"v1" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."orders_7d" AS "orders_7d",
    "p"."feature_time" AS "feature_time"
  FROM "feat_storage"."customer_orders__gead9926b" AS "s"
  INNER JOIN "points" AS "p" ON "s"."feature_time" = date_trunc('day', "p"."feature_time")
  WHERE "s"."feature_time" >= TIMESTAMP '2026-02-01 00:00:00' - INTERVAL '1 day'
    AND "s"."feature_time" < TIMESTAMP '2026-02-11 00:00:00'
),
"grid" AS (
  SELECT
    "s"."customer_id" AS "customer_id",
    "s"."feature_time" AS "feature_time"
  FROM "v1" AS "s"
)
SELECT
  'customer' AS "feature_type",
  CAST("g"."feature_time" AS DATE) AS "feature_date",
  "g"."customer_id" AS "customer_id",
  "v1"."orders_7d" AS "orders_7d"
FROM "grid" AS "g"
LEFT JOIN "v1" ON "g"."customer_id" = "v1"."customer_id"
  AND "g"."feature_time" = "v1"."feature_time";
