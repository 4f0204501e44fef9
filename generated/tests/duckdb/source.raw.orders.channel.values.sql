-- raw.orders.channel is one of its category: passes where no row comes back
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."ordered_at" AS "ordered_at"
FROM "raw"."orders" AS "s"
WHERE NOT "s"."channel" IN ('web', 'api', 'phone');
