-- raw.odometer.read_at is never NULL: passes where no row comes back
SELECT
  "S"."VEHICLE_ID" AS "VEHICLE_ID",
  "S"."READ_AT" AS "READ_AT"
FROM "LOGISTICS_DW_PROD"."RAW"."ODOMETER" AS "S"
WHERE "S"."READ_AT" IS NULL;
