-- raw.vehicles.status is one of its category: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE NOT "s"."status" IN ('active', 'idle', 'in_service', 'retired');
