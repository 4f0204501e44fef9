-- captures.raw.vehicles
-- What raw.vehicles showed at each run

-- storage
CREATE TABLE IF NOT EXISTS "feat_storage"."captures_raw_vehicles__gc3f4008b" (
  "vehicle_id" VARCHAR,
  "captured_at" TIMESTAMP,
  "vehicle_type" VARCHAR,
  "capacity_kg" DECIMAL(9, 1),
  "built_on" DATE,
  "acquired_at" TIMESTAMP,
  "maintenance_interval_miles" BIGINT,
  "status" VARCHAR,
  "home_region" VARCHAR,
  "mileage" DECIMAL(10, 1),
  "is_deleted" BOOLEAN
);

COMMENT ON TABLE "feat_storage"."captures_raw_vehicles__gc3f4008b" IS '[feat logistics/main captures.raw.vehicles feat_storage.captures_raw_vehicles__gc3f4008b]';

-- fill an interval, in one transaction
DELETE FROM "feat_storage"."captures_raw_vehicles__gc3f4008b"
WHERE "captured_at" = $now;

INSERT INTO "feat_storage"."captures_raw_vehicles__gc3f4008b" (
  "vehicle_id",
  "captured_at",
  "vehicle_type",
  "capacity_kg",
  "built_on",
  "acquired_at",
  "maintenance_interval_miles",
  "status",
  "home_region",
  "mileage",
  "is_deleted"
)
WITH "latest" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."vehicle_type" AS "vehicle_type",
    "s"."capacity_kg" AS "capacity_kg",
    "s"."built_on" AS "built_on",
    "s"."acquired_at" AS "acquired_at",
    "s"."maintenance_interval_miles" AS "maintenance_interval_miles",
    "s"."status" AS "status",
    "s"."home_region" AS "home_region",
    "s"."mileage" AS "mileage",
    "s"."is_deleted" AS "is_deleted"
  FROM "feat_storage"."captures_raw_vehicles__gc3f4008b" AS "s"
  WHERE "s"."captured_at" < $now
    AND "s"."vehicle_id" IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY "s"."vehicle_id" ORDER BY "s"."captured_at" DESC NULLS LAST) = 1
),
"current" AS (
  SELECT
    "s"."vehicle_id" AS "vehicle_id",
    "s"."vehicle_type" AS "vehicle_type",
    "s"."capacity_kg" AS "capacity_kg",
    "s"."built_on" AS "built_on",
    "s"."acquired_at" AS "acquired_at",
    "s"."maintenance_interval_miles" AS "maintenance_interval_miles",
    "s"."status" AS "status",
    "s"."home_region" AS "home_region",
    "s"."mileage" AS "mileage"
  FROM "raw"."vehicles" AS "s"
  WHERE "s"."vehicle_id" IS NOT NULL
)
SELECT
  "c"."vehicle_id" AS "vehicle_id",
  $now AS "captured_at",
  "c"."vehicle_type" AS "vehicle_type",
  "c"."capacity_kg" AS "capacity_kg",
  "c"."built_on" AS "built_on",
  "c"."acquired_at" AS "acquired_at",
  "c"."maintenance_interval_miles" AS "maintenance_interval_miles",
  "c"."status" AS "status",
  "c"."home_region" AS "home_region",
  "c"."mileage" AS "mileage",
  FALSE AS "is_deleted"
FROM "current" AS "c"
LEFT JOIN "latest" AS "l" ON "c"."vehicle_id" = "l"."vehicle_id"
WHERE "l"."vehicle_id" IS NULL OR "l"."is_deleted" OR (NOT "c"."vehicle_type" IS NOT DISTINCT FROM "l"."vehicle_type") OR (NOT "c"."capacity_kg" IS NOT DISTINCT FROM "l"."capacity_kg") OR (NOT "c"."built_on" IS NOT DISTINCT FROM "l"."built_on") OR (NOT "c"."acquired_at" IS NOT DISTINCT FROM "l"."acquired_at") OR (NOT "c"."maintenance_interval_miles" IS NOT DISTINCT FROM "l"."maintenance_interval_miles") OR (NOT "c"."status" IS NOT DISTINCT FROM "l"."status") OR (NOT "c"."home_region" IS NOT DISTINCT FROM "l"."home_region") OR (NOT "c"."mileage" IS NOT DISTINCT FROM "l"."mileage")
UNION ALL
SELECT
  "l"."vehicle_id" AS "vehicle_id",
  $now AS "captured_at",
  "l"."vehicle_type" AS "vehicle_type",
  "l"."capacity_kg" AS "capacity_kg",
  "l"."built_on" AS "built_on",
  "l"."acquired_at" AS "acquired_at",
  "l"."maintenance_interval_miles" AS "maintenance_interval_miles",
  "l"."status" AS "status",
  "l"."home_region" AS "home_region",
  "l"."mileage" AS "mileage",
  TRUE AS "is_deleted"
FROM "latest" AS "l"
LEFT JOIN "current" AS "c" ON "l"."vehicle_id" = "c"."vehicle_id"
WHERE "c"."vehicle_id" IS NULL
  AND (NOT "l"."is_deleted")
UNION ALL
SELECT
  CAST(NULL AS VARCHAR) AS "vehicle_id",
  $now AS "captured_at",
  CAST(NULL AS VARCHAR) AS "vehicle_type",
  CAST(NULL AS DECIMAL(9, 1)) AS "capacity_kg",
  CAST(NULL AS DATE) AS "built_on",
  CAST(NULL AS TIMESTAMP) AS "acquired_at",
  CAST(NULL AS BIGINT) AS "maintenance_interval_miles",
  CAST(NULL AS VARCHAR) AS "status",
  CAST(NULL AS VARCHAR) AS "home_region",
  CAST(NULL AS DECIMAL(10, 1)) AS "mileage",
  TRUE AS "is_deleted"
FROM (
  SELECT CAST(1 AS BIGINT) AS "one"
) AS "o";
