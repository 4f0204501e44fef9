import type { Seconds } from '../base/duration.ts'
import type { FunctionName } from './functions.ts'
import type { Aliased, AggregateFunction, Join, Named, Order, Relation, Select, Term, WindowFunction } from './relation.ts'
import type { Literal, LiteralValue, Node } from './scalar.ts'
import type { Type } from './type.ts'
import { flag, float, int, text, time } from './type.ts'

/** Short constructors for terms and selects: what the lowering writes most. */
export function field(name: string, of: string | null = null): Term {
  return { kind: 'field', of, name }
}

export function param(name: 'from' | 'to' | 'now'): Term {
  return { kind: 'param', name }
}

export function literal(value: LiteralValue, type: Type): Literal {
  return { kind: 'literal', value, type }
}

export function integer(value: number): Literal {
  return literal(value, int)
}

export function words(value: string): Literal {
  return literal(value, text)
}

export function instant(iso: string): Literal {
  return literal(iso, time)
}

export const yes: Literal = literal(true, flag)

export function call<L>(fn: FunctionName, ...args: readonly Node<L>[]): Node<L> {
  return { kind: 'call', fn, args }
}

export function cast<L>(of: Node<L>, type: Type): Node<L> {
  return { kind: 'cast', of, type, lenient: false }
}

export function toFloat<L>(of: Node<L>): Node<L> {
  return cast(of, float)
}

export function choose<L>(when: Node<L>, then: Node<L>, otherwise: Node<L> | null = null): Node<L> {
  return { kind: 'case', arms: [[when, then]], otherwise }
}

/** All of the conditions; true where there is none. */
export function all<L>(conditions: readonly Node<L>[]): Node<L> {
  return conditions.length === 0 ? yes : conditions.length === 1 ? conditions[0]! : call('and', ...conditions)
}

export function later(moment: Term, by: Seconds): Term {
  return by === 0 ? moment : call('timePlus', moment, integer(by))
}

/** The multiple of `every` at or before. */
export function bucketOf(moment: Term, every: Seconds): Term {
  return call('bucket', moment, integer(every))
}

/** The number of the span of `every` that a moment lies in. */
export function bucketNumberOf(moment: Term, every: Seconds): Term {
  return call('bucketNumber', moment, integer(every))
}

export function aggregate(fn: AggregateFunction, args: readonly Term[], filter: Term | null = null): Term {
  return { kind: 'aggregate', fn, args, filter }
}

/** An aggregate that gives floats the same to the bit whenever it is computed of the same values. */
export function stable(fn: 'sum' | 'avg' | 'varPop' | 'covarPop', args: readonly Term[], filter: Term | null): Term {
  return { kind: 'aggregate', fn, args, filter, stable: true }
}

export function over(fn: WindowFunction, args: readonly Term[], partition: readonly Term[], order: readonly Order[], frame: OverFrame | null): Term {
  return { kind: 'over', fn, args, partition, order, frame }
}

type OverFrame = NonNullable<Extract<Term, { kind: 'over' }>['frame']>

export function ascending(by: Term): Order {
  return { by, descending: false, nulls: 'last' }
}

/** How rows of one moment follow each other: what says nothing is the least, as it is the last in descending order. */
export function leastFirst(by: Term): Order {
  return { by, descending: false, nulls: 'first' }
}

export function descending(by: Term): Order {
  return { by, descending: true, nulls: 'last' }
}

export function named(as: string, expr: Term): Named {
  return { as, expr }
}

/** Columns taken over under their own name. */
export function fields(names: readonly string[], of: string | null = null): Named[] {
  return names.map(n => named(n, field(n, of)))
}

export function as(alias: string, of: Relation): Aliased {
  return { as: alias, of }
}

export function part(name: string): Relation {
  return { kind: 'table', name }
}

export function join(how: Join['how'], alias: string, of: Relation, on: readonly Term[] = []): Join {
  return { how, as: alias, of, on }
}

/** `a.name = b.name` for each of the names. */
export function sameColumns(a: string, b: string, names: readonly string[]): Term[] {
  return names.map(n => call('eq', field(n, a), field(n, b)))
}

export function select(from: Aliased, columns: readonly Named[], rest: Partial<Omit<Select, 'kind' | 'from' | 'columns'>> = {}): Select {
  return { kind: 'select', from, columns, joins: [], where: [], groupBy: [], qualify: [], distinct: false, orderBy: [], limit: null, ...rest }
}
