-- What no way of computing workload W1 can go below: each statement is timed, their sum is the floor.
-- 1. the events as daily tiles
CREATE OR REPLACE TABLE floor_tiles AS
SELECT k, date_trunc('day', ts) AS day, count(*) AS n, sum(amount) AS amount, max(amount) AS largest, count(*) FILTER (WHERE ok) AS good
FROM raw.events GROUP BY ALL;

-- 2. every key on every day, joined with its tile
CREATE OR REPLACE TABLE floor_grid AS
SELECT g.k, g.day, t.n, t.amount, t.largest, t.good
FROM (SELECT k, day FROM (SELECT DISTINCT k FROM floor_tiles), (SELECT DISTINCT day FROM floor_tiles)) AS g
LEFT JOIN floor_tiles AS t ON t.k = g.k AND t.day = g.day;

-- 3. ten floats for each of these rows
CREATE OR REPLACE TABLE floor_rows AS
SELECT k, day, n::DOUBLE AS f1, amount::DOUBLE AS f2, largest::DOUBLE AS f3, good::DOUBLE AS f4, k::DOUBLE AS f5,
  n::DOUBLE + 1 AS f6, amount::DOUBLE + 1 AS f7, largest::DOUBLE + 1 AS f8, good::DOUBLE + 1 AS f9, k::DOUBLE + 1 AS f10
FROM floor_grid;
