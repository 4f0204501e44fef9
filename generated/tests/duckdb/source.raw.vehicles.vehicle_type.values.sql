-- raw.vehicles.vehicle_type is one of its category: passes where no row comes back
SELECT
  "s"."vehicle_id" AS "vehicle_id"
FROM "raw"."vehicles" AS "s"
WHERE NOT "s"."vehicle_type" IN ('van', 'box_truck', 'semi', 'reefer');
