-- raw.customers.tier is one of its category: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."valid_from" AS "valid_from"
FROM "raw"."customers" AS "s"
WHERE NOT "s"."tier" IN ('bronze', 'silver', 'gold', 'platinum');
