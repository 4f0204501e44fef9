-- ops.losses.route_id is never NULL: passes where no row comes back
SELECT
  "s"."route_id" AS "route_id",
  "s"."lost_at" AS "lost_at"
FROM (
  SELECT delivery_id, route_id, promised_at + INTERVAL 7 DAY AS lost_at, loaded_at FROM raw.deliveries WHERE status = 'lost'
) AS "s"
WHERE "s"."route_id" IS NULL;
