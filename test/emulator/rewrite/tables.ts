import { quoteBelow } from '../names.ts'
import { syntaxError, unsupported } from '../sql-error.ts'
import { Cursor } from '../sql/cursor.ts'
import type { Token } from '../sql/tokens.ts'
import { argumentsOf, requireQuery } from './groups.ts'
import type { Scope } from './scope.ts'
import { keywords } from './words.ts'

/** What this needs of the rewriting that goes on. */
interface Rewriting {
  readonly c: Cursor
  readonly scope: Scope
  readonly ctes: ReadonlySet<string>
  readonly inner: (tokens: readonly Token[], options?: { readonly from?: boolean }) => string
}

/** What stands after FROM, JOIN or a comma there, with its alias. */
export function tableReference(r: Rewriting): string {
  const { c } = r
  const lateral = c.accept('LATERAL')
  if (c.sees('(')) return `${lateral ? 'LATERAL ' : ''}${grouped(r, c.group())}${alias(r) ?? ''}`
  if (c.accept('TABLE')) {
    const call = new Cursor(c.sql, c.group())
    return calledTable(r, call)
  }
  if (lateral) return `LATERAL ${withAlias(r, tableFunction(r, c.identifier(), c.group()))}`
  if (c.accept('VALUES')) throw unsupported('VALUES without parentheses in FROM')
  const token = c.peek()
  if (token?.kind === 'bind' && token.value.startsWith('$')) {
    c.next()
    return withAlias(r, r.scope.resultOf(token.value))
  }
  const parts = c.name()
  if (parts.length === 1 && r.ctes.has(parts[0]!)) return `${quoteBelow(parts[0]!)}${alias(r) ?? ''}`
  const { sql, columns } = r.scope.relation(parts)
  const given = alias(r)
  if (given !== null && (columns === null || given.includes('('))) return `${sql}${given}`
  const names = columns === null ? '' : `(${columns.map(quoteBelow).join(', ')})`
  return `${sql}${given ?? ` AS ${quoteBelow(parts.at(-1)!)}`}${names}`
}

function grouped(r: Rewriting, group: readonly Token[]): string {
  const [first] = group
  const query = first?.kind === 'word' && ['SELECT', 'WITH', 'VALUES'].includes(first.value)
  const nested = first?.kind === 'op' && first.value === '('
  if (query || nested) requireQuery(group)
  return query || nested ? `(${r.inner(group)})` : `(${r.inner(group, { from: true })})`
}

function withAlias(r: Rewriting, sql: string): string {
  return `${sql}${alias(r) ?? ' AS "_FLATTENED"'}`
}

/** `AS name`, `name`, `AS name (columns)`; null where there is none. */
function alias({ c }: Rewriting): string | null {
  const token = c.peek()
  const named =
    c.accept('AS') || token?.kind === 'quoted' || (token?.kind === 'word' && !keywords.has(token.value) && token.value !== 'ASOF' && token.value !== 'MINUS')
  if (!named) return null
  const name = quoteBelow(c.identifier())
  const columns = c.sees('(') ? `(${c.list(() => quoteBelow(c.identifier())).join(', ')})` : ''
  return ` AS ${name}${columns}`
}

function calledTable(r: Rewriting, call: Cursor): string {
  const parts = call.name()
  const group = call.group()
  const own = r.scope.tableFunction(parts, () => argumentsOf(group).map(a => r.inner(a)))
  if (own === null) return withAlias(r, tableFunction(r, parts.join('.'), group, call))
  call.end()
  const given = alias(r)
  if (given?.includes('(') === true) return `${own.sql}${given}`
  return `${own.sql}${given ?? ` AS ${quoteBelow(parts.at(-1)!)}`}(${own.columns.map(quoteBelow).join(', ')})`
}

function tableFunction(r: Rewriting, name: string, group: readonly Token[], after: Cursor | null = null): string {
  after?.end()
  switch (name) {
    case 'FLATTEN':
      return flatten(r, group)
    case 'RESULT_SCAN':
      return r.scope.resultOf(resultId(group))
    case 'GENERATOR': {
      const [rowcount] = argumentsOf(group)
      if (rowcount?.length !== 3 || rowcount[0]!.value !== 'ROWCOUNT' || rowcount[2]!.kind !== 'number')
        throw unsupported('GENERATOR but with ROWCOUNT => number')
      return `(SELECT range AS "_ROW" FROM range(${rowcount[2]!.value}))`
    }
    default:
      throw unsupported(`the table function ${name}`)
  }
}

/** Elements of an array with their places; a range needs no array. */
function flatten(r: Rewriting, group: readonly Token[]): string {
  const [input, ...options] = argumentsOf(group)
  if (input === undefined || options.length > 0) throw unsupported('options of FLATTEN')
  const named = input[0]?.value === 'INPUT' && input[1]?.value === '=>'
  const of = named ? input.slice(2) : input
  if (of[0]?.kind === 'word' && of[0].value === 'ARRAY_GENERATE_RANGE' && of.at(-1)!.value === ')') {
    const [from, to] = argumentsOf(of.slice(2, -1)).map(a => `CAST(${r.inner(a)} AS BIGINT)`)
    if (from === undefined || to === undefined) throw syntaxError('in ARRAY_GENERATE_RANGE')
    return `(SELECT unnest(range(${from}, ${to})) - ${from} AS "INDEX", unnest(range(${from}, ${to})) AS "VALUE")`
  }
  const array = `CAST(${r.inner(of)} AS JSON)`
  return `(SELECT unnest(range(0, CAST(COALESCE(sf_array_size(${array}), 0) AS BIGINT))) AS "INDEX", unnest(json_extract(${array}, '$[*]')) AS "VALUE")`
}

function resultId(group: readonly Token[]): string | null {
  const [first] = group
  if (first?.kind === 'text' && group.length === 1) return first.value
  if (first?.value === 'LAST_QUERY_ID' && group.length === 3) return null
  throw unsupported('RESULT_SCAN but of an identifier or LAST_QUERY_ID()')
}
