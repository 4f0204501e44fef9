import { InternalError, absurd } from '../base/diagnostic.ts'
import { functions } from '../ir/functions.ts'
import type { AggregateFunction, Order, Term } from '../ir/relation.ts'
import { float, isExact } from '../ir/type.ts'
import type { Scope } from './scope.ts'
import { boundSql } from './scope.ts'
import type { Printed } from './template.ts'
import { fill, operand } from './template.ts'

type Kind<K extends Term['kind']> = Extract<Term, { readonly kind: K }>

/** Prints a term; never breaks a line but within a literal or raw SQL. */
export function termSql(term: Term, scope: Scope): string {
  return printed(term, scope).sql
}

export function printed(term: Term, scope: Scope): Printed {
  const { dialect } = scope
  switch (term.kind) {
    case 'literal':
      return signed(dialect.literal(term.value, term.type))
    case 'field':
      return atom(fieldSql(term, scope))
    case 'param':
      return signed(boundSql(term.name, scope))
    case 'argument':
      return atom(dialect.quote(term.name))
    case 'call':
      return callSql(term, scope)
    case 'cast':
      return castSql(term, scope)
    case 'case':
      return atom(`CASE ${caseParts(term, scope).join(' ')} END`)
    case 'json':
      return atom(dialect.json(operand(printed(term.of, scope)), term.path, term.type))
    case 'raw':
      return rawSql(term, scope)
    case 'aggregate':
      return aggregateSql(term, scope)
    case 'over':
      return atom(overSql(term, scope))
    default:
      return absurd(term)
  }
}

export function orderSql(order: Order, scope: Scope): string {
  return `${termSql(order.by, scope)} ${order.descending ? 'DESC' : 'ASC'} NULLS ${order.nulls === 'first' ? 'FIRST' : 'LAST'}`
}

/** `WHEN ... THEN ...` and `ELSE ...`, each on its own. */
export function caseParts(term: Kind<'case'>, scope: Scope): readonly string[] {
  const parts = term.arms.map(([when, then]) => `WHEN ${termSql(when, scope)} THEN ${termSql(then, scope)}`)
  return term.otherwise === null ? parts : [...parts, `ELSE ${termSql(term.otherwise, scope)}`]
}

function atom(sql: string): Printed {
  return { sql, binding: 'atom' }
}

/** `2 - -5` must not read as a comment. */
function signed(sql: string): Printed {
  return { sql, binding: sql.startsWith('-') ? 'arithmetic' : 'atom' }
}

function fieldSql(f: Kind<'field'>, { dialect, only }: Scope): string {
  const of = f.of ?? only
  return of === null ? dialect.quote(f.name) : `${dialect.quote(of)}.${dialect.quote(f.name)}`
}

function callSql(term: Kind<'call'>, scope: Scope): Printed {
  const [of] = term.args
  if (term.fn === 'not' && of?.kind === 'call' && of.fn === 'isNull')
    return fill(
      '$1 IS NOT NULL',
      of.args,
      of.args.map(a => printed(a, scope)),
    )
  return fill(
    scope.dialect.functions[term.fn],
    term.args,
    term.args.map((a, i) => printed(asked(a, term, i), scope)),
  )
}

/** Gives an operand that the function asks for as a float that type, so that no engine divides or rounds decimals. */
function asked(arg: Term, call: Kind<'call'>, index: number): Term {
  const shape: string | undefined = functions[call.fn].args[index]
  if (shape !== 'float' || isFloat(arg)) return arg
  return arg.kind === 'literal' ? { ...arg, type: float } : { kind: 'cast', of: arg, type: float, lenient: false }
}

/** Whether a term shows by itself that it is a float. */
function isFloat(term: Term): boolean {
  switch (term.kind) {
    case 'literal':
    case 'cast':
    case 'json':
    case 'raw':
      return term.type.kind === 'float'
    case 'call':
      return functions[term.fn].result === 'float'
    case 'aggregate':
      return floatAggregates.has(term.fn)
    default:
      return false
  }
}

const floatAggregates: ReadonlySet<AggregateFunction> = new Set(['avg', 'varPop', 'covarPop'])

function castSql(term: Kind<'cast'>, scope: Scope): Printed {
  const { dialect } = scope
  if (term.of.kind === 'literal' && term.of.value === null) return atom(dialect.literal(null, term.type))
  const of = termSql(term.of, scope)
  return atom(isExact(term.type) && !term.lenient && mayBeFloat(term.of) ? dialect.castRounding(of, term.type) : dialect.cast(of, term.type, term.lenient))
}

/** Terms have no types: whether the value may be a float. Sums are cast only to the type of what they add up. */
function mayBeFloat(term: Term): boolean {
  switch (term.kind) {
    case 'field':
      return true
    case 'case':
      return [...term.arms.map(([, then]) => then), ...(term.otherwise === null ? [] : [term.otherwise])].some(mayBeFloat)
    case 'call':
      return isFloat(term) || (ofOperands.has(functions[term.fn].result) && term.args.some(mayBeFloat))
    default:
      return isFloat(term)
  }
}

const ofOperands: ReadonlySet<string> = new Set(['first', 'common', 'sum', 'product'])

function rawSql(term: Kind<'raw'>, scope: Scope): Printed {
  const body = term.bodies[scope.name].map(p => (typeof p === 'string' ? p : operand(printed(p, scope)))).join('')
  return atom(term.type.kind === 'json' ? `(${body})` : scope.dialect.cast(body, term.type, false))
}

function aggregateSql(term: Kind<'aggregate'>, scope: Scope): Printed {
  const stable = term.stable === true ? scope.dialect.stable[term.fn] : undefined
  if (stable !== undefined) {
    // what does not count is NULL, which these ignore
    const { filter } = term
    const args = filter === null ? term.args : term.args.map((a): Term => ({ kind: 'case', arms: [[filter, a]], otherwise: null }))
    return fill(
      stable,
      args,
      args.map(a => printed(a, scope)),
    )
  }
  const args = term.filter === null ? term.args : [...term.args, term.filter]
  return fill(
    scope.dialect[term.filter === null ? 'aggregates' : 'filtered'][term.fn],
    args,
    args.map(a => printed(a, scope)),
  )
}

function overSql(term: Kind<'over'>, scope: Scope): string {
  if (term.order.length === 0 && term.frame !== null) throw new InternalError(`a frame of '${term.fn}' without an order`)
  const call = fill(
    scope.dialect.windows[term.fn],
    term.args,
    term.args.map(a => printed(a, scope)),
  )
  const clauses = [
    ...(term.partition.length === 0 ? [] : [`PARTITION BY ${term.partition.map(p => termSql(p, scope)).join(', ')}`]),
    ...(term.order.length === 0 ? [] : [`ORDER BY ${term.order.map(o => orderSql(o, scope)).join(', ')}`]),
    ...frameSql(term),
  ]
  return `${call.sql} OVER (${clauses.join(' ')})`
}

/** Engines differ in the frame that they take when none is given: an aggregate without one is over the whole partition. */
function frameSql(term: Kind<'over'>): readonly string[] {
  if (term.frame !== null) {
    const before = (rows: number | 'unbounded'): string => (rows === 0 ? 'CURRENT ROW' : `${rows === 'unbounded' ? 'UNBOUNDED' : rows} PRECEDING`)
    return [`ROWS BETWEEN ${before(term.frame.preceding)} AND ${before(term.frame.until ?? 0)}`]
  }
  const ranks = term.fn === 'rowNumber' || term.fn === 'lead' || term.fn === 'lag'
  return ranks || term.order.length === 0 ? [] : ['ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING']
}
