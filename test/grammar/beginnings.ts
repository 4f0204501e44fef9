import { tokensOf } from './snowflake/tokens.ts'

const fillers = new Set(['OR', 'REPLACE', 'SECURE', 'TRANSIENT', 'IF', 'NOT', 'EXISTS', 'TERSE', 'OVERWRITE', 'INTO'])
const ofObjects = new Set(['CREATE', 'ALTER', 'DROP', 'SHOW', 'DESCRIBE', 'COMMENT', 'GRANT', 'REVOKE', 'USE'])
const partsOfKinds = new Set(
  'DYNAMIC MATERIALIZED ONLINE FEATURE HYBRID INTERACTIVE DATA METRIC ROW ACCESS MASKING DATABASE FUTURE PRIMARY NOTIFICATION ORGANIZATION'.split(' '),
)

/** What a statement does, and to what kind of object: CREATE DYNAMIC TABLE. */
export function beginningOf(sql: string): string {
  const words = tokensOf(sql)
    .filter(t => t.kind !== 'end')
    .map(t => (t.kind === 'word' ? t.text : ''))
    .filter(t => !fillers.has(t))
  const [verb = ''] = words
  if (!ofObjects.has(verb)) return verb === 'WITH' ? 'SELECT' : verb
  if (verb === 'GRANT' || verb === 'REVOKE') return verb
  const rest = words[1] === 'ON' ? ['ON', words[2]!] : kindAt(words)
  return [verb, ...rest].join(' ')
}

function kindAt(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, i) => i > 0 && !partsOfKinds.has(word))
  return words.slice(1, end + 1).filter(word => word !== '')
}

/** The different beginnings of statements, in order. */
export function beginningsOf(statements: readonly string[]): readonly string[] {
  return [...new Set(statements.map(beginningOf))].toSorted()
}
