-- expand: create feat_storage.vw_online_customer__g2c1313e8
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."vw_online_customer__g2c1313e8" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "tier" VARCHAR,
  "orders_6h" BIGINT,
  "orders_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vw_online_customer__g2c1313e8" IS '[feat shop/main serving.vw_online_customer feat_storage.vw_online_customer__g2c1313e8]';

COMMIT;

-- expand: create feat_storage.vw_quick_customer__g8cbfb91c
BEGIN TRANSACTION;

CREATE TABLE IF NOT EXISTS "feat_storage"."vw_quick_customer__g8cbfb91c" (
  "customer_id" VARCHAR,
  "feature_time" TIMESTAMP,
  "tier" VARCHAR,
  "orders_7d" BIGINT,
  "computed_at" TIMESTAMP
);

COMMENT ON TABLE "feat_storage"."vw_quick_customer__g8cbfb91c" IS '[feat shop/main serving.vw_quick_customer feat_storage.vw_quick_customer__g8cbfb91c]';

COMMIT;

-- fill: fill serving.vw_online_customer
DELETE FROM "feat_storage"."vw_online_customer__g2c1313e8";

INSERT INTO "feat_storage"."vw_online_customer__g2c1313e8" (
  "customer_id",
  "feature_time",
  "tier",
  "orders_6h",
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
    "s"."orders_6h" AS "orders_6h",
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
    WHEN "v2"."feature_time" >= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '43200 seconds' THEN "v2"."orders_6h"
  END AS "orders_6h",
  CASE
    WHEN "v2"."feature_time" IS NULL THEN 0
    WHEN "v2"."feature_time" >= TIMESTAMP '2026-02-10 06:00:00' - INTERVAL '43200 seconds' THEN "v2"."orders_7d"
  END AS "orders_7d",
  TIMESTAMP '2026-02-10 06:00:00' AS "computed_at"
FROM "keys" AS "k"
LEFT JOIN "v1" ON "k"."customer_id" = "v1"."customer_id"
LEFT JOIN "v2" ON "k"."customer_id" = "v2"."customer_id";

-- fill: fill serving.vw_quick_customer
DELETE FROM "feat_storage"."vw_quick_customer__g8cbfb91c";

INSERT INTO "feat_storage"."vw_quick_customer__g8cbfb91c" (
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

-- publish: publish ml.vw_online_customer
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_online_customer" (
  "customer_id",
  "feature_time",
  "tier",
  "orders_6h",
  "orders_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."tier" AS "tier",
  "v"."orders_6h" AS "orders_6h",
  "v"."orders_7d" AS "orders_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_online_customer__g2c1313e8" AS "v";

COMMENT ON VIEW "ml"."vw_online_customer" IS '[feat shop/main serving.vw_online_customer 4bf6044f.732b2bba.2c1313e8]';

COMMIT;

-- publish: publish ml.vw_quick_customer
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_quick_customer" (
  "customer_id",
  "feature_time",
  "tier",
  "orders_7d",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."tier" AS "tier",
  "v"."orders_7d" AS "orders_7d",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_quick_customer__g8cbfb91c" AS "v";

COMMENT ON VIEW "ml"."vw_quick_customer" IS '[feat shop/main serving.vw_quick_customer f16287db.e21d8f27.8cbfb91c]';

COMMIT;

-- publish: publish ml.vw_lagging_customer
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_lagging_customer" (
  "customer_id",
  "feature_time",
  "tier",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."tier" AS "tier",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_lagging_customer__gd2718f51" AS "v";

COMMENT ON VIEW "ml"."vw_lagging_customer" IS '[feat shop/main serving.vw_lagging_customer e36617b8.8b4163fa.d2718f51]';

COMMIT;

-- publish: publish ml.vw_moved_customer
BEGIN TRANSACTION;

CREATE OR REPLACE VIEW "ml"."vw_moved_customer" (
  "customer_id",
  "feature_time",
  "tier",
  "computed_at"
) AS
SELECT
  "v"."customer_id" AS "customer_id",
  "v"."feature_time" AS "feature_time",
  "v"."tier" AS "tier",
  "v"."computed_at" AS "computed_at"
FROM "feat_storage"."vw_moved_customer__gd2718f51" AS "v";

COMMENT ON VIEW "ml"."vw_moved_customer" IS '[feat shop/main serving.vw_moved_customer c6f97b0e.e1c1f2d7.d2718f51]';

COMMIT;
