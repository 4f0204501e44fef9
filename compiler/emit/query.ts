import { InternalError, absurd } from '../base/diagnostic.ts'
import type { Aliased, Join, Named, Physical, Relation, Select, Series, Term, Union, Values, With } from '../ir/relation.ts'
import type { Type } from '../ir/type.ts'
import { isExact } from '../ir/type.ts'
import { plainFrames } from './frames.ts'
import { qualifiedBy } from './names.ts'
import type { Line } from './lines.ts'
import { append, enclose, indent, line, listed } from './lines.ts'
import type { Bound, Scope } from './scope.ts'
import { operand } from './template.ts'
import { caseParts, orderSql, printed, termSql } from './term.ts'

/** A longer expression of a CASE is laid out on several lines. */
const wide = 100

/** Prints a relation as a statement of its own: every column is named, whatever the engine would make of `*`. */
export function queryLines(relation: Relation, scope: Scope): readonly Line[] {
  switch (relation.kind) {
    case 'select':
      return selectLines(relation, scope)
    case 'union':
      return unionLines(relation, scope)
    case 'with':
      return withLines(relation, scope)
    case 'table':
      return tableLines(relation.name, scope)
    case 'series':
      return seriesLines(relation, scope)
    case 'values':
      return valuesLines(relation, scope)
    case 'physical':
      return physicalLines(relation, scope)
    case 'frames':
      return scope.dialect.frames?.(relation, term => termSql(term, scope)) ?? queryLines(plainFrames(relation), scope)
    case 'scan':
    case 'source':
      throw new InternalError(`${relation.kind} of '${relation.of}' is not bound`)
    default:
      return absurd(relation)
  }
}

function physicalLines({ of }: Physical, scope: Scope): readonly Line[] {
  if (of.kind === 'query') return [line(of.sql[scope.name])]
  throw new InternalError(`the columns of a ${of.kind} are not known: select them`)
}

/** The names of the columns, in order. */
function columnsOf(relation: Relation, parts: Scope['parts']): readonly string[] {
  switch (relation.kind) {
    case 'select':
      return relation.columns.map(c => c.as)
    case 'union':
      return columnsOf(relation.all[0]!, parts)
    case 'with':
      return columnsOf(relation.body, partsOf(relation, parts))
    case 'table':
      return parts.get(relation.name) ?? unknownPart(relation.name)
    case 'series':
      return [relation.name]
    case 'values':
      return relation.columns.map(c => c.name)
    case 'scan':
    case 'source':
      return relation.columns
    case 'physical':
      return []
    case 'frames':
      return [...relation.keys, relation.time, ...relation.columns.map(c => c.as)]
    default:
      return absurd(relation)
  }
}

function unknownPart(name: string): never {
  throw new InternalError(`no part '${name}' is in scope`)
}

function partsOf(relation: With, parts: Scope['parts']): Scope['parts'] {
  const known = new Map(parts)
  for (const part of relation.parts) known.set(part.name, columnsOf(part.of, known))
  return known
}

function withLines(relation: With, scope: Scope): readonly Line[] {
  if (relation.parts.length === 0) return queryLines(relation.body, scope)
  const known = new Map(scope.parts)
  const parts = relation.parts.map(part => {
    const lines = enclose(`${scope.dialect.quote(part.name)} AS `, queryLines(part.of, { ...scope, parts: new Map(known) }), '')
    known.set(part.name, columnsOf(part.of, known))
    return lines
  })
  const [first, ...rest] = listed(parts)
  const inner = { ...scope, parts: known }
  return [{ ...first!, text: `WITH ${first!.text}` }, ...rest, ...queryLines(relation.body, inner)]
}

function tableLines(name: string, scope: Scope): readonly Line[] {
  const { quote } = scope.dialect
  const columns = (scope.parts.get(name) ?? unknownPart(name)).map(c => [line(quote(c))])
  if (columns.length === 0) throw new InternalError(`the columns of part '${name}' are not known: select them`)
  return [line('SELECT'), ...indent(listed(columns)), line(`FROM ${quote(name)}`)]
}

function unionLines(relation: Union, scope: Scope): readonly Line[] {
  return relation.all.flatMap((r, i) => [...(i === 0 ? [] : [line('UNION ALL')]), ...branchLines(r, scope)])
}

/** A branch with clauses of its own that would else belong to the whole stands in parentheses. */
function branchLines(r: Relation, scope: Scope): readonly Line[] {
  const lines = queryLines(r, scope)
  const own = r.kind === 'with' || r.kind === 'physical' || (r.kind === 'select' && (r.orderBy.length > 0 || r.limit !== null))
  return own ? enclose('', lines, '') : lines
}

function selectLines(s: Select, outer: Scope): readonly Line[] {
  const scope = { ...outer, only: s.joins.length === 0 ? s.from.as : null }
  return [
    line(s.distinct ? 'SELECT DISTINCT' : 'SELECT'),
    ...indent(listed(s.columns.map(c => columnLines(c, scope)))),
    ...fromLines('FROM', s.from, outer),
    ...s.joins.flatMap(j => joinLines(j, scope)),
    ...conditionLines('WHERE', s.where, scope),
    ...clauseLines(
      'GROUP BY',
      s.groupBy.map(t => groupSql(t, s, scope)),
    ),
    ...conditionLines('QUALIFY', s.qualify, scope),
    ...clauseLines(
      'ORDER BY',
      s.orderBy.map(o => orderSql(o, scope)),
    ),
    ...(s.limit === null ? [] : [line(`LIMIT ${s.limit}`)]),
  ]
}

/** A bare number there would be the position of a column: which it is for what holds a parameter, of which engines take two for different ones. */
function groupSql(term: Term, { columns }: Select, scope: Scope): string {
  const sql = termSql(term, scope)
  if (term.kind === 'literal') return scope.dialect.cast(sql, term.type, false)
  const parameters = Object.values(scope.bounds ?? {}).flatMap((b: Bound | null) => (b === null || typeof b === 'string' ? [] : [b.identifier]))
  const at = parameters.some(p => sql.includes(p)) ? columns.findIndex(c => termSql(c.expr, scope) === sql) : -1
  return at < 0 ? sql : String(at + 1)
}

function columnLines({ as, expr }: Named, scope: Scope): readonly Line[] {
  const name = scope.dialect.quote(as)
  const sql = termSql(expr, scope)
  if (expr.kind !== 'case' || sql.length <= wide) return [line(`${sql} AS ${name}`)]
  return [line('CASE'), ...indent(caseParts(expr, scope).map(line)), line(`END AS ${name}`)]
}

function joinLines(j: Join, scope: Scope): readonly Line[] {
  const from = fromLines(`${j.how.toUpperCase()} JOIN`, j, { ...scope, only: null })
  if (j.how === 'cross') {
    if (j.on.length > 0) throw new InternalError(`a cross join of '${j.as}' has no condition`)
    return from
  }
  const [first = 'TRUE', ...rest] = conjuncts(j.on, scope)
  return [...append(from, ` ON ${first}`), ...indent(rest.map(c => line(`AND ${c}`)))]
}

function fromLines(word: string, { as, of }: Aliased, scope: Scope): readonly Line[] {
  const alias = scope.dialect.quote(as)
  const named = nameSql(of, scope)
  if (named !== null) return [line(`${word} ${named}${named === alias ? '' : ` AS ${alias}`}`)]
  return enclose(`${word} `, queryLines(of, scope), ` AS ${alias}`)
}

/** What FROM can name without a subquery. */
function nameSql(relation: Relation, { dialect }: Scope): string | null {
  if (relation.kind === 'table') return dialect.quote(relation.name)
  if (relation.kind !== 'physical') return null
  const { of } = relation
  switch (of.kind) {
    case 'relation':
      return qualifiedBy(dialect.quote, of.name)
    case 'query':
      return null
    case 'file': {
      if (dialect.file === null) throw new InternalError(`'${of.path}' cannot be read here`)
      return dialect.file(of)
    }
    default:
      return absurd(of)
  }
}

/** Each condition on its own; those of an AND are as many. */
function conjuncts(terms: readonly Term[], scope: Scope): readonly string[] {
  const flat = (t: Term): readonly Term[] => (t.kind === 'call' && t.fn === 'and' ? t.args.flatMap(flat) : [t])
  const all = terms.flatMap(flat)
  return all.map(t => (all.length > 1 ? operand(printed(t, scope), 'logic') : termSql(t, scope)))
}

function conditionLines(word: string, terms: readonly Term[], scope: Scope): readonly Line[] {
  const [first, ...rest] = conjuncts(terms, scope)
  return first === undefined ? [] : [line(`${word} ${first}`), ...indent(rest.map(c => line(`AND ${c}`)))]
}

function clauseLines(word: string, items: readonly string[]): readonly Line[] {
  return items.length === 0 ? [] : [line(`${word} ${items.join(', ')}`)]
}

function seriesLines(s: Series, scope: Scope): readonly Line[] {
  return scope.dialect.series({ column: s.name, every: s.every, first: termSql(s.first, scope), last: termSql(s.last, scope) })
}

/** One SELECT per row: a VALUES clause takes no functions on Snowflake. */
function valuesLines(v: Values, scope: Scope): readonly Line[] {
  const { quote, literal } = scope.dialect
  const row = (value: (i: number) => string): string => `SELECT ${v.columns.map((c, i) => `${value(i)} AS ${quote(c.name)}`).join(', ')}`
  if (v.rows.length === 0) return [line(`${row(i => literal(null, v.columns[i]!.type))} WHERE FALSE`)]
  return v.rows.flatMap((r, n) => [...(n === 0 ? [] : [line('UNION ALL')]), line(row(i => typedSql(r[i]!, v.columns[i]!.type, scope)))])
}

/** A literal says its type by itself, but for numbers, which are as small as they can be. */
function typedSql(term: Term, type: Type, scope: Scope): string {
  if (term.kind === 'literal' && (term.value === null || !isExact(type))) return scope.dialect.literal(term.value, type)
  return scope.dialect.cast(termSql(term, scope), type, false)
}
