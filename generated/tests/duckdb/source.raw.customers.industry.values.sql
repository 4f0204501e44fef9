-- raw.customers.industry is one of its category: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."valid_from" AS "valid_from"
FROM "raw"."customers" AS "s"
WHERE NOT "s"."industry" IN ('retail', 'food', 'manufacturing', 'pharma', 'automotive', 'electronics', 'construction');
