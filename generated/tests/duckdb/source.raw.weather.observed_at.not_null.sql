-- raw.weather.observed_at is never NULL: passes where no row comes back
SELECT
  "s"."region" AS "region",
  "s"."observed_at" AS "observed_at"
FROM "raw"."weather" AS "s"
WHERE "s"."observed_at" IS NULL;
