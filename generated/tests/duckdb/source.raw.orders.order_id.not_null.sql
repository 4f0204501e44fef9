-- raw.orders.order_id is never NULL: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."ordered_at" AS "ordered_at"
FROM "raw"."orders" AS "s"
WHERE "s"."order_id" IS NULL;
