/** Words of queries and DML that pass as they are; a word that is none of them is a name. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'SELECT DISTINCT ALL FROM WHERE GROUP BY HAVING QUALIFY ORDER ASC DESC NULLS LIMIT OFFSET UNION INTERSECT EXCEPT AS ON USING JOIN INNER LEFT RIGHT ' +
    'FULL OUTER CROSS NATURAL AND OR NOT IN IS NULL LIKE ILIKE ESCAPE BETWEEN CASE WHEN THEN ELSE END EXISTS TRUE FALSE OVER WITH VALUES SET ANY ' +
    'MATCHED INTO INSERT UPDATE DELETE DEFAULT'
  ).split(' '),
)

/** Keywords within the parentheses of OVER; elsewhere they may be names. */
export const frameWords: ReadonlySet<string> = new Set('PARTITION ROWS RANGE UNBOUNDED PRECEDING FOLLOWING CURRENT ROW INTERVAL'.split(' '))

/** After these, what stands in FROM has ended. */
export const afterFrom: ReadonlySet<string> = new Set('SELECT WHERE GROUP HAVING QUALIFY ORDER LIMIT OFFSET UNION INTERSECT EXCEPT SET WHEN'.split(' '))
