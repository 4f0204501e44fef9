-- raw.routes.route_id is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."valid_from" AS "valid_from"
FROM "raw"."routes" AS "s"
WHERE "s"."route_id" IS NULL;
