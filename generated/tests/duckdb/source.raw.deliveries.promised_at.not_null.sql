-- raw.deliveries.promised_at is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."vehicle_id" AS "vehicle_id",
  "s"."route_id" AS "route_id",
  "s"."delivered_at" AS "delivered_at"
FROM "raw"."deliveries" AS "s"
WHERE "s"."promised_at" IS NULL;
