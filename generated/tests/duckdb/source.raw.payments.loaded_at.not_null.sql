-- raw.payments.loaded_at is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."paid_at" AS "paid_at"
FROM "raw"."payments" AS "s"
WHERE "s"."loaded_at" IS NULL;
