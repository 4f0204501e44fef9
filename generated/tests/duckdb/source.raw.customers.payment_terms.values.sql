-- raw.customers.payment_terms is one of its category: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."valid_from" AS "valid_from"
FROM "raw"."customers" AS "s"
WHERE NOT "s"."payment_terms" IN ('prepaid', 'net15', 'net30', 'net60');
