-- raw.customers.home_region is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."valid_from" AS "valid_from"
FROM "raw"."customers" AS "s"
WHERE "s"."home_region" IS NULL;
