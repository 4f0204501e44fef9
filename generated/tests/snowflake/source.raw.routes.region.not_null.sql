-- raw.routes.region is never NULL: passes where no row comes back
SELECT
  "S"."ROUTE_ID" AS "ROUTE_ID",
  "S"."VALID_FROM" AS "VALID_FROM"
FROM "LOGISTICS_DW_PROD"."RAW"."ROUTES" AS "S"
WHERE "S"."REGION" IS NULL;
