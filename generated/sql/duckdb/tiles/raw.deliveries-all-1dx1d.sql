-- tiles.raw.deliveries/all/1dx1d
-- Partial aggregates of raw.deliveries by event tile, known tile

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" (
  "event_tile" TIMESTAMP,
  "known_tile" TIMESTAMP,
  "cxy_31b3d1b9" DOUBLE,
  "cxy_9edfde77" DOUBLE,
  "cxy_bb12a959" DOUBLE,
  "m2_3aff57f5" DOUBLE,
  "m2_d25f0cc1" DOUBLE,
  "m2x_16adf4be" DOUBLE,
  "m2x_ddb7ec2f" DOUBLE,
  "m2x_fd058706" DOUBLE,
  "mean_2d19faf5" DOUBLE,
  "mean_bb5e8994" DOUBLE,
  "mean_df651bb3" DOUBLE,
  "meanx_07513ff6" DOUBLE,
  "meanx_5f6e047d" DOUBLE,
  "meanx_ff4f5a6a" DOUBLE,
  "n_23d7b30f" BIGINT,
  "n_5a878a67" BIGINT,
  "n_7a88d1b3" BIGINT,
  "n_f0a2d3f3" BIGINT,
  "sum_4a729a66" DECIMAL(38, 2) USING COMPRESSION uncompressed,
  "sum_70ccfed4" DOUBLE,
  "sum_c23558f4" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_e6ee0418" DECIMAL(38, 1) USING COMPRESSION uncompressed,
  "sum_ebc6eeed" DOUBLE,
  "sum_ef8ddd22" DECIMAL(38, 2) USING COMPRESSION uncompressed
);

COMMENT ON TABLE "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" IS '[feat logistics/main tiles.raw.deliveries/all/1dx1d feat_storage.tiles_raw_deliveries_all_1dx1d__g1ae9eceb]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb"
WHERE "known_tile" >= $from
  AND "known_tile" < $to;

INSERT INTO "feat_storage"."tiles_raw_deliveries_all_1dx1d__g1ae9eceb" (
  "event_tile",
  "known_tile",
  "sum_ebc6eeed",
  "n_23d7b30f",
  "sum_70ccfed4",
  "n_f0a2d3f3",
  "sum_e6ee0418",
  "sum_4a729a66",
  "sum_ef8ddd22",
  "sum_c23558f4",
  "meanx_ff4f5a6a",
  "mean_df651bb3",
  "m2x_fd058706",
  "cxy_9edfde77",
  "n_7a88d1b3",
  "meanx_5f6e047d",
  "mean_bb5e8994",
  "m2x_ddb7ec2f",
  "cxy_31b3d1b9",
  "n_5a878a67",
  "meanx_07513ff6",
  "mean_2d19faf5",
  "m2x_16adf4be",
  "cxy_bb12a959",
  "m2_d25f0cc1",
  "m2_3aff57f5"
)
SELECT
  date_trunc('day', "s"."delivered_at") AS "event_tile",
  date_trunc('day', "s"."loaded_at") AS "known_tile",
  sum(date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0) AS "sum_ebc6eeed",
  count(*) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS "n_23d7b30f",
  sum(date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0) FILTER (WHERE "s"."status" = 'done') AS "sum_70ccfed4",
  count(*) FILTER (WHERE "s"."status" = 'done' AND date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS "n_f0a2d3f3",
  sum("s"."km") FILTER (WHERE "s"."fuel_l" IS NOT NULL) AS "sum_e6ee0418",
  sum("s"."fuel_l") FILTER (WHERE "s"."fuel_l" IS NOT NULL) AS "sum_4a729a66",
  sum("s"."cost_usd") AS "sum_ef8ddd22",
  sum("s"."km") AS "sum_c23558f4",
  avg(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS "meanx_ff4f5a6a",
  avg(CAST(CAST(date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 AS DOUBLE) AS DOUBLE)) AS "mean_df651bb3",
  (var_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL)) * CAST(count(*) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS DOUBLE) AS "m2x_fd058706",
  (covar_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE), CAST(CAST(date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 AS DOUBLE) AS DOUBLE)) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL)) * CAST(count(*) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS DOUBLE) AS "cxy_9edfde77",
  count(*) FILTER (WHERE (CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 IS NOT NULL) AS "n_7a88d1b3",
  avg(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE (CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 IS NOT NULL) AS "meanx_5f6e047d",
  avg(CAST(CAST((CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 AS DOUBLE) AS DOUBLE)) AS "mean_bb5e8994",
  (var_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE (CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 IS NOT NULL)) * CAST(count(*) FILTER (WHERE (CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 IS NOT NULL) AS DOUBLE) AS "m2x_ddb7ec2f",
  (covar_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE), CAST(CAST((CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 AS DOUBLE) AS DOUBLE)) FILTER (WHERE (CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 IS NOT NULL)) * CAST(count(*) FILTER (WHERE (CAST("s"."km" AS DOUBLE) / NULLIF(CAST("s"."fuel_l" AS DOUBLE), 0)) * 2.352146e0 IS NOT NULL) AS DOUBLE) AS "cxy_31b3d1b9",
  count(*) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL) AS "n_5a878a67",
  avg(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL) AS "meanx_07513ff6",
  avg(CAST(CAST((CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 AS DOUBLE) AS DOUBLE)) AS "mean_2d19faf5",
  (var_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE)) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL)) * CAST(count(*) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL) AS DOUBLE) AS "m2x_16adf4be",
  (covar_pop(CAST(date_diff('microsecond', date_trunc('day', "s"."delivered_at"), "s"."delivered_at") / 86400000000e0 AS DOUBLE), CAST(CAST((CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 AS DOUBLE) AS DOUBLE)) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL)) * CAST(count(*) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL) AS DOUBLE) AS "cxy_bb12a959",
  var_pop(CAST(CAST(date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 AS DOUBLE) AS DOUBLE)) * CAST(count(*) FILTER (WHERE date_diff('microsecond', "s"."picked_up_at", "s"."delivered_at") / 3600000000e0 IS NOT NULL) AS DOUBLE) AS "m2_d25f0cc1",
  var_pop(CAST(CAST((CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 AS DOUBLE) AS DOUBLE)) * CAST(count(*) FILTER (WHERE (CAST("s"."cost_usd" AS DOUBLE) / NULLIF(CAST("s"."km" AS DOUBLE), 0)) * 1.609344e0 IS NOT NULL) AS DOUBLE) AS "m2_3aff57f5"
FROM "raw"."deliveries" AS "s"
WHERE "s"."delivered_at" IS NOT NULL
  AND "s"."loaded_at" >= $from
  AND "s"."loaded_at" < $to
GROUP BY date_trunc('day', "s"."delivered_at"), date_trunc('day', "s"."loaded_at");
