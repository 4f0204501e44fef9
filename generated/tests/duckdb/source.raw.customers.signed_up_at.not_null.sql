-- raw.customers.signed_up_at is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."valid_from" AS "valid_from"
FROM "raw"."customers" AS "s"
WHERE "s"."signed_up_at" IS NULL;
