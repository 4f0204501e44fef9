-- createSchema
CREATE SCHEMA IF NOT EXISTS "feat";

CREATE SCHEMA IF NOT EXISTS "ML"."FEAT";

-- createTable
CREATE TABLE IF NOT EXISTS "feat"."service__g1" (
  "customer_id" BIGINT NOT NULL,
  "feature_time" TIMESTAMP NOT NULL,
  "total" DECIMAL(18, 2),
  "doc" JSON
);
COMMENT ON TABLE "feat"."service__g1" IS 'feat: it''s g1';
COMMENT ON COLUMN "feat"."service__g1"."customer_id" IS 'the customer''s id \ key';
COMMENT ON COLUMN "feat"."service__g1"."doc" IS 'newest first';

CREATE TABLE IF NOT EXISTS "ML"."FEAT"."SERVICE__G1" (
  "CUSTOMER_ID" NUMBER(38, 0) NOT NULL COMMENT 'the customer''s id \\ key',
  "FEATURE_TIME" TIMESTAMP_NTZ(6) NOT NULL,
  "TOTAL" NUMBER(18, 2),
  "DOC" VARIANT COMMENT 'newest first'
)
CLUSTER BY ("FEATURE_TIME", "CUSTOMER_ID")
COMMENT = 'feat: it''s g1';

-- createTable, plain
CREATE TABLE "feat"."plain" (
  "x" VARCHAR
);

CREATE TABLE "ML"."FEAT"."PLAIN" (
  "X" VARCHAR
);

-- insertInto
INSERT INTO "feat"."service__g1" (
  "customer_id",
  "feature_time",
  "total"
)
SELECT CAST(7 AS BIGINT) AS "customer_id", TIMESTAMP '2024-01-01 00:00:00' AS "feature_time", CAST(1 AS DECIMAL(18, 2)) AS "total";

INSERT INTO "ML"."FEAT"."SERVICE__G1" (
  "CUSTOMER_ID",
  "FEATURE_TIME",
  "TOTAL"
)
SELECT CAST(7 AS NUMBER(38, 0)) AS "CUSTOMER_ID", CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)) AS "FEATURE_TIME", CAST(1 AS NUMBER(18, 2)) AS "TOTAL";

-- createView
CREATE OR REPLACE VIEW "feat"."service" (
  "customer_id",
  "feature_time",
  "total",
  "doc"
) AS
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."total" AS "total",
  "s"."doc" AS "doc"
FROM "feat"."service__g1" AS "s"
WHERE "s"."total" = 1;
COMMENT ON VIEW "feat"."service" IS 'the customer''s service';
COMMENT ON COLUMN "feat"."service"."customer_id" IS 'the customer''s id \ key';
COMMENT ON COLUMN "feat"."service"."doc" IS 'newest first';

CREATE OR REPLACE VIEW "ML"."FEAT"."SERVICE" (
  "CUSTOMER_ID" COMMENT 'the customer''s id \\ key',
  "FEATURE_TIME",
  "TOTAL",
  "DOC" COMMENT 'newest first'
)
COPY GRANTS
COMMENT = 'the customer''s service'
AS
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."FEATURE_TIME" AS "FEATURE_TIME",
  "S"."TOTAL" AS "TOTAL",
  "S"."DOC" AS "DOC"
FROM "ML"."FEAT"."SERVICE__G1" AS "S"
WHERE "S"."TOTAL" = 1;

-- createView, without comments
CREATE OR REPLACE VIEW "feat"."bare" (
  "customer_id",
  "feature_time",
  "total",
  "doc"
) AS
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."feature_time" AS "feature_time",
  "s"."total" AS "total",
  "s"."doc" AS "doc"
FROM "feat"."service__g1" AS "s"
WHERE "s"."total" = 1;

CREATE OR REPLACE VIEW "ML"."FEAT"."BARE" (
  "CUSTOMER_ID",
  "FEATURE_TIME",
  "TOTAL",
  "DOC"
)
COPY GRANTS
AS
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."FEATURE_TIME" AS "FEATURE_TIME",
  "S"."TOTAL" AS "TOTAL",
  "S"."DOC" AS "DOC"
FROM "ML"."FEAT"."SERVICE__G1" AS "S"
WHERE "S"."TOTAL" = 1;

-- addColumn
ALTER TABLE "feat"."service__g1" ADD COLUMN IF NOT EXISTS "rate" BIGINT;
COMMENT ON COLUMN "feat"."service__g1"."rate" IS 'a rate';

ALTER TABLE "ML"."FEAT"."SERVICE__G1" ADD COLUMN IF NOT EXISTS "RATE" NUMBER(38, 0) COMMENT 'a rate';

-- renameColumn
ALTER TABLE "feat"."service__g1" RENAME COLUMN "rate" TO "delay_rate";

ALTER TABLE "ML"."FEAT"."SERVICE__G1" RENAME COLUMN "RATE" TO "DELAY_RATE";

-- renameTable
ALTER TABLE "feat"."plain" RENAME TO "renamed";

ALTER TABLE "ML"."FEAT"."PLAIN" RENAME TO "ML"."FEAT"."RENAMED";

-- commentOn table
COMMENT ON TABLE "feat"."renamed" IS 'x\y';

COMMENT ON TABLE "ML"."FEAT"."RENAMED" IS 'x\\y';

-- commentOn view
COMMENT ON VIEW "feat"."service" IS 'new';

COMMENT ON VIEW "ML"."FEAT"."SERVICE" IS 'new';

-- commentOn column
COMMENT ON COLUMN "feat"."renamed"."x" IS 'the x';

COMMENT ON COLUMN "ML"."FEAT"."RENAMED"."X" IS 'the x';

-- commentOn nothing
COMMENT ON TABLE "feat"."renamed" IS NULL;

COMMENT ON TABLE "ML"."FEAT"."RENAMED" IS '';

-- createTable of a store
CREATE TABLE IF NOT EXISTS "feat"."store" (
  "customer_id" BIGINT NOT NULL,
  "feature_time" TIMESTAMP NOT NULL,
  "total" DECIMAL(18, 2),
  "doc" JSON
);
COMMENT ON TABLE "feat"."store" IS 'feat: it''s g1';
COMMENT ON COLUMN "feat"."store"."customer_id" IS 'the customer''s id \ key';
COMMENT ON COLUMN "feat"."store"."doc" IS 'newest first';

CREATE TABLE IF NOT EXISTS "ML"."FEAT"."STORE" (
  "CUSTOMER_ID" NUMBER(38, 0) NOT NULL COMMENT 'the customer''s id \\ key',
  "FEATURE_TIME" TIMESTAMP_NTZ(6) NOT NULL,
  "TOTAL" NUMBER(18, 2),
  "DOC" VARIANT COMMENT 'newest first'
)
CLUSTER BY ("FEATURE_TIME", "CUSTOMER_ID")
COMMENT = 'feat: it''s g1';

-- createTable aside
CREATE TABLE IF NOT EXISTS "feat"."store__next" (
  "customer_id" BIGINT NOT NULL,
  "feature_time" TIMESTAMP NOT NULL,
  "total" DECIMAL(18, 2),
  "doc" JSON
);
COMMENT ON COLUMN "feat"."store__next"."customer_id" IS 'the customer''s id \ key';
COMMENT ON COLUMN "feat"."store__next"."doc" IS 'newest first';

CREATE TABLE IF NOT EXISTS "ML"."FEAT"."STORE__NEXT" (
  "CUSTOMER_ID" NUMBER(38, 0) NOT NULL COMMENT 'the customer''s id \\ key',
  "FEATURE_TIME" TIMESTAMP_NTZ(6) NOT NULL,
  "TOTAL" NUMBER(18, 2),
  "DOC" VARIANT COMMENT 'newest first'
)
CLUSTER BY ("FEATURE_TIME", "CUSTOMER_ID");

-- insertInto aside
INSERT INTO "feat"."store__next" (
  "customer_id",
  "feature_time",
  "total"
)
SELECT CAST(7 AS BIGINT) AS "customer_id", TIMESTAMP '2024-01-01 00:00:00' AS "feature_time", CAST(1 AS DECIMAL(18, 2)) AS "total";

INSERT INTO "ML"."FEAT"."STORE__NEXT" (
  "CUSTOMER_ID",
  "FEATURE_TIME",
  "TOTAL"
)
SELECT CAST(7 AS NUMBER(38, 0)) AS "CUSTOMER_ID", CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)) AS "FEATURE_TIME", CAST(1 AS NUMBER(18, 2)) AS "TOTAL";

-- createTableAs
BEGIN TRANSACTION;
CREATE OR REPLACE TABLE "feat"."training" (
  "customer_id" BIGINT,
  "sum" DECIMAL(38, 2) USING COMPRESSION uncompressed
);
INSERT INTO "feat"."training"
SELECT
  "s"."customer_id" AS "customer_id",
  "s"."total" AS "sum"
FROM "feat"."service__g1" AS "s";
COMMENT ON TABLE "feat"."training" IS 'feat dataset training';
COMMIT;

CREATE OR REPLACE TABLE "ML"."FEAT"."TRAINING"
COMMENT = 'feat dataset training'
AS
SELECT
  "S"."CUSTOMER_ID" AS "CUSTOMER_ID",
  "S"."TOTAL" AS "SUM"
FROM "ML"."FEAT"."SERVICE__G1" AS "S";

-- replaceTable
BEGIN TRANSACTION;
ALTER TABLE "feat"."store" RENAME TO "store__g0";
ALTER TABLE "feat"."store__next" RENAME TO "store";
COMMENT ON TABLE "feat"."store" IS 'feat: g1';
COMMIT;

COMMENT ON TABLE "ML"."FEAT"."STORE__NEXT" IS 'feat: g1';
CREATE TABLE IF NOT EXISTS "ML"."FEAT"."STORE__G0" CLONE "ML"."FEAT"."STORE";
CREATE OR REPLACE TABLE "ML"."FEAT"."STORE" CLONE "ML"."FEAT"."STORE__NEXT" COPY GRANTS;
DROP TABLE IF EXISTS "ML"."FEAT"."STORE__NEXT";

-- replaceTable, the first time
CREATE TABLE IF NOT EXISTS "feat"."first__next" (
  "customer_id" BIGINT NOT NULL,
  "feature_time" TIMESTAMP NOT NULL,
  "total" DECIMAL(18, 2),
  "doc" JSON
);
COMMENT ON COLUMN "feat"."first__next"."customer_id" IS 'the customer''s id \ key';
COMMENT ON COLUMN "feat"."first__next"."doc" IS 'newest first';
BEGIN TRANSACTION;
ALTER TABLE "feat"."first__next" RENAME TO "first";
COMMENT ON TABLE "feat"."first" IS 'feat: g1';
COMMIT;

CREATE TABLE IF NOT EXISTS "ML"."FEAT"."FIRST__NEXT" (
  "CUSTOMER_ID" NUMBER(38, 0) NOT NULL COMMENT 'the customer''s id \\ key',
  "FEATURE_TIME" TIMESTAMP_NTZ(6) NOT NULL,
  "TOTAL" NUMBER(18, 2),
  "DOC" VARIANT COMMENT 'newest first'
)
CLUSTER BY ("FEATURE_TIME", "CUSTOMER_ID");
COMMENT ON TABLE "ML"."FEAT"."FIRST__NEXT" IS 'feat: g1';
CREATE OR REPLACE TABLE "ML"."FEAT"."FIRST" CLONE "ML"."FEAT"."FIRST__NEXT" COPY GRANTS;
DROP TABLE IF EXISTS "ML"."FEAT"."FIRST__NEXT";

-- deleteFrom
DELETE FROM "feat"."service__g1"
WHERE ("feature_time" >= TIMESTAMP '2024-01-01 00:00:00')
  AND ("customer_id" = 7 OR "total" = 9);

DELETE FROM "ML"."FEAT"."SERVICE__G1"
WHERE ("FEATURE_TIME" >= CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ(6)))
  AND ("CUSTOMER_ID" = 7 OR "TOTAL" = 9);

-- deleteFrom, all rows
DELETE FROM "feat"."renamed";

DELETE FROM "ML"."FEAT"."RENAMED";

-- dropView
DROP VIEW IF EXISTS "feat"."bare";

DROP VIEW IF EXISTS "ML"."FEAT"."BARE";

-- dropTable
DROP TABLE IF EXISTS "feat"."renamed";

DROP TABLE IF EXISTS "ML"."FEAT"."RENAMED";

-- commentProbe
SELECT count(*) > 0 AS done FROM (SELECT schema_name, table_name AS name, comment FROM duckdb_tables() UNION ALL SELECT schema_name, view_name, comment FROM duckdb_views()) AS o WHERE schema_name = 'feat' AND name = 'store' AND comment = 'feat: g1';

SELECT COUNT(*) > 0 AS "DONE" FROM "ML"."INFORMATION_SCHEMA"."TABLES" WHERE "TABLE_SCHEMA" = 'FEAT' AND "TABLE_NAME" = 'STORE' AND "COMMENT" = 'feat: g1';
