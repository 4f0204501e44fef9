import type { FillBranch, FillProgram } from '../../../ir/object.ts'
import type { CoveredNames } from '../../dialect.ts'
import { claimedCode } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { quote, textLiteral } from '../literals.ts'

/** After so long a claim whose run has ended without giving it back is nobody's. */
const leaseMinutes = 60

const instant = (sql: string): string => `TO_CHAR(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.FF6"Z"')`

/**
 * The block of a fill procedure: claims the interval, then deletes, inserts and records coverage in one transaction, which
 * gives the claim back. A run whose claim another one has taken over since rolls back what it did. `cover` are the
 * statements that record coverage, whose parameters have the names below.
 */
export function fillBlock(p: FillProgram, cover: (covered: CoveredNames) => readonly string[]): string {
  const claims = qualifiedBy(quote, p.claims)
  return [
    'DECLARE',
    `  CLAIMED EXCEPTION (-20420, ${textLiteral(`${claimedCode}: another run fills this interval of the storage`)});`,
    `  OVERTAKEN EXCEPTION (-20421, ${textLiteral(`${claimedCode}: the claim lapsed, and another run has taken it`)});`,
    ...(hasTypes(p) ? ["  UNKNOWN_TYPE EXCEPTION (-20422, 'the storage has no such feature type');"] : []),
    '  CLAIM_ID VARCHAR DEFAULT UUID_STRING();',
    `  STORAGE_KEY VARCHAR DEFAULT ${storageKey(p)};`,
    `  FROM_TEXT VARCHAR DEFAULT ${instant('FROM_TIME')};`,
    `  TO_TEXT VARCHAR DEFAULT ${instant('TO_TIME')};`,
    `  NOW_TEXT VARCHAR DEFAULT ${instant('NOW_TIME')};`,
    '  CHANGED NUMBER(38, 0) DEFAULT 0;',
    'BEGIN',
    ...claimLines(claims),
    'BEGIN TRANSACTION;',
    ...branchLines(p.branches),
    ...cover(names).map(terminated),
    `DELETE FROM ${claims} WHERE claim = :CLAIM_ID;`,
    ...unlessChanged('OVERTAKEN'),
    'COMMIT;',
    "RETURN 'filled';",
    'EXCEPTION',
    'WHEN OTHER THEN',
    'ROLLBACK;',
    `DELETE FROM ${claims} WHERE claim = :CLAIM_ID;`,
    'RAISE;',
    'END;',
  ].join('\n')
}

/** The variables that hold what is covered. */
const names: CoveredNames = { storage: ':STORAGE_KEY', from: ':FROM_TEXT', to: ':TO_TEXT', known: ':NOW_TEXT' }

function hasTypes({ branches }: Pick<FillProgram, 'branches'>): boolean {
  return branches.some(b => b.when.is === 'featureType')
}

function storageKey({ storage, branches }: FillProgram): string {
  return hasTypes({ branches }) ? `${textLiteral(`${storage}#`)} || FEATURE_TYPE` : textLiteral(storage)
}

/** One after the other, by the row that all of them update first: who comes next sees the claim that was made before. */
function claimLines(claims: string): readonly string[] {
  const taken = 'storage = :STORAGE_KEY AND covers_from < :TO_TEXT AND covers_to > :FROM_TEXT'
  const lease = instant(`DATEADD(minute, ${leaseMinutes}, SYSDATE())`)
  return [
    'BEGIN TRANSACTION;',
    `UPDATE ${claims} SET holder = CURRENT_SESSION() WHERE storage = '*';`,
    `DELETE FROM ${claims} WHERE lease_until < ${instant('SYSDATE()')};`,
    `INSERT INTO ${claims} SELECT :STORAGE_KEY, :FROM_TEXT, :TO_TEXT, :CLAIM_ID, CURRENT_SESSION(), ${lease} FROM (SELECT COUNT(*) AS n FROM ${claims} WHERE ${taken}) AS c WHERE n = 0;`,
    ...unlessChanged('CLAIMED'),
    'COMMIT;',
  ]
}

function unlessChanged(exception: string): readonly string[] {
  return ['CHANGED := SQLROWCOUNT;', 'IF (CHANGED = 0) THEN', `RAISE ${exception};`, 'END IF;']
}

function branchLines(branches: readonly FillBranch[]): readonly string[] {
  const [first] = branches
  if (first?.when.is === 'always') return first.statements.map(terminated)
  const ways = branches.flatMap(({ when, statements }, i) => {
    const condition =
      when.is === 'featureType'
        ? `FEATURE_TYPE = ${textLiteral(when.featureType)}`
        : when.is === 'atLeast'
          ? `DATEDIFF(second, FROM_TIME, TO_TIME) >= ${when.seconds}`
          : null
    const head = condition === null ? 'ELSE' : `${i === 0 ? 'IF' : 'ELSEIF'} (${condition}) THEN`
    return [head, ...statements.map(terminated)]
  })
  const last = branches.at(-1)!.when.is === 'always' ? [] : ['ELSE', 'RAISE UNKNOWN_TYPE;']
  return [...ways, ...last, 'END IF;']
}

/** Statements stay as they are, for a text in them may hold line breaks. A comment at the end of one must not take the semicolon. */
function terminated(sql: string): string {
  return /--[^\n]*$/.test(sql) ? `${sql}\n;` : `${sql};`
}
