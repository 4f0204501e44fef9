-- raw.payments.method is one of its category: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."paid_at" AS "paid_at"
FROM "raw"."payments" AS "s"
WHERE NOT "s"."method" IN ('transfer', 'card', 'check');
