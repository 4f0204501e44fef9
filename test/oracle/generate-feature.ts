import type { EntityDefinition, SourceDefinition } from '../../compiler/ir/definition.ts'
import type { AggregateName, Scalar } from '../../compiler/ir/scalar.ts'
import { asOf, column, day, feature, fn, hour, lit, lookup, over, types, when, whole, words } from './build.ts'
import type { Over, Role } from './build.ts'
import type { Dice } from './dice.ts'

type Kind = 'int' | 'decimal' | 'float' | 'flag' | 'text' | 'time' | 'json'

/** An expression with its type. */
interface Made {
  readonly expr: Scalar
  readonly kind: Kind
  /** A float that two engines may round differently: not fit for a comparison, a rounding or a difference. */
  readonly rough: boolean
  /** An exact sum or product whose type may be too wide for an exact one. */
  readonly wide: boolean
}

export interface MadeFeature extends Made {
  readonly name: string
  readonly view: string
  readonly entity: string
  /** How many versions it has; 0 where `versions` is not used. */
  readonly versions: number
}

export interface FeaturePlan {
  readonly name: string
  readonly view: string
  readonly entity: EntityDefinition
  readonly entities: readonly EntityDefinition[]
  readonly sources: readonly SourceDefinition[]
  /** Features made before, of this view or earlier ones. */
  readonly others: readonly MadeFeature[]
  /** Whether columns that never change may be read. */
  readonly fixed: boolean
  readonly dice: Dice
}

export function makeFeature(plan: FeaturePlan): MadeFeature {
  const { dice: d } = plan
  const one = expression(plan, 0)
  const named = { name: plan.name, view: plan.view, entity: plan.entity.name }
  if (!d.oneIn(12)) return { ...one, ...named, versions: 0 }
  const two = expression(plan, 0)
  const current = d.pick(null, '1', '2')
  const shown = current === '1' ? one : two
  return { ...shown, ...named, wide: one.wide || two.wide, expr: { kind: 'versions', of: { 1: one.expr, 2: two.expr }, current }, versions: 2 }
}

function made(expr: Scalar, kind: Kind, rough = false, wide = false): Made {
  return { expr, kind, rough, wide }
}

function isNumber(m: Made): boolean {
  return m.kind === 'int' || m.kind === 'decimal' || m.kind === 'float'
}

function expression(plan: FeaturePlan, depth: number): Made {
  const { dice: d } = plan
  let value = atom(plan)
  for (let i = d.below(3); i > 0 && depth < 2; i--) value = wrapped(plan, value, depth)
  return value
}

// ---- what a feature can start from

function atom(plan: FeaturePlan): Made {
  const { dice: d, others } = plan
  const siblings = others.filter(f => f.entity === plan.entity.name)
  const foreign = others.filter(f => f.entity !== plan.entity.name)
  switch (d.below(12)) {
    case 0:
      return made(window(plan, 'count', null), 'int')
    case 1:
      return numeric(plan, 'sum')
    case 2:
      return numeric(plan, d.pick<AggregateName>('avg', 'variance', 'stddev', 'volatility', 'slope', 'median', 'percentile'))
    case 3:
      return ordered(plan)
    case 4:
      return counted(plan)
    case 5:
      return made(lastN(plan), 'json')
    case 6:
      // reads no rows at all
      if (d.oneIn(5)) return made(fn('datePart', { kind: 'point' }, words('dayOfYear')), 'int')
      return made(fn('elapsed', window(plan, 'last', raw(plan, 'at')), { kind: 'point' }, words(d.pick('days', 'hours'))), 'float', true)
    case 7:
    case 8:
      return attribute(plan)
    case 9:
    case 10:
      return siblings.length === 0 ? numeric(plan, 'sum') : reference(siblings[d.below(siblings.length)]!, d)
    default:
      return foreign.length === 0 || Object.keys(entityOf(plan, foreign[0]!).keys).length === 0
        ? counted(plan)
        : lookedUp(plan, foreign[d.below(foreign.length)]!)
  }
}

function entityOf(plan: FeaturePlan, f: MadeFeature): EntityDefinition {
  return plan.entities.find(e => e.name === f.entity)!
}

function reference(f: MadeFeature, d: Dice): Made {
  const version = f.versions === 0 ? '' : d.pick('', '@1', '@2')
  // another version may be of another type
  return version === '' ? made(feature(f.entity, f.name), f.kind, f.rough, f.wide) : made(fn('isNull', feature(f.entity, `${f.name}${version}`)), 'flag')
}

function lookedUp(plan: FeaturePlan, f: MadeFeature): Made {
  const { dice: d } = plan
  const own = Object.keys(entityOf(plan, f).keys)
  const keys = Object.fromEntries(own.map((k, i) => [k, i === 0 ? firstKey(plan) : d.pick<Scalar>(whole(1), whole(2))]))
  const value = reference(f, d)
  return { ...value, expr: lookup(f.entity, keys, value.expr) }
}

/** A text that may be a key of another entity. */
function firstKey(plan: FeaturePlan): Scalar {
  const { dice: d } = plan
  const last = window(plan, 'last', raw(plan, d.pick('b1', 'x1')))
  return plan.entity.name === 'a' && d.oneIn(2) ? asOf(column('r.dim', 'b1')) : d.oneIn(4) ? words('p') : last
}

// The source of a window is one choice for the value, the condition and the window itself: its name is put in at the end.
const here = 'r.one'

function raw(_: FeaturePlan, name: string): Scalar {
  return column(here, name)
}

function window(plan: FeaturePlan, name: AggregateName, value: Scalar | null, more: Partial<Over> = {}): Scalar {
  const { dice: d } = plan
  // x of a slope is a float: events a microsecond apart would show how it was rounded, and r.two has none
  const from = name === 'slope' ? 'r.two' : d.pick('r.one', 'r.one', 'r.two')
  const role: Role = d.oneIn(8) ? Object.fromEntries(Object.keys(plan.entity.keys).map((k, i) => [k, `x${i + 1}`])) : null
  const roleOrNone = role !== null && Object.keys(role).length === 0 ? null : role
  const length = d.pick<number | 'lifetime'>(day, 7 * day, 36 * hour, 6 * hour, 'lifetime', hour, 12 * day, 2 * hour, 10 * day)
  const offset = d.pick(0, 0, 0, day, 6 * hour, 7 * day, 90 * 60, 36 * hour)
  const where = d.oneIn(3) ? condition(plan) : undefined
  const node = over(name, here, value, {
    length,
    offset,
    partial: length !== 'lifetime' && d.oneIn(3),
    keys: roleOrNone,
    ...(where === undefined ? {} : { where }),
    ...more,
  })
  return rebased(node, from, roleOrNone)
}

/** The same window over another source, its columns in the role of the window. */
function rebased(node: Scalar, from: string, role: Role): Scalar {
  const text = JSON.stringify(node).replaceAll('"source":"source.r.one"', `"source":"source.${from}"`)
  return JSON.parse(text, (_, v: unknown) => (isColumn(v) ? { ...v, keys: role } : v)) as Scalar
}

function isColumn(v: unknown): v is Scalar & { kind: 'column' } {
  return typeof v === 'object' && v !== null && 'kind' in v && v.kind === 'column'
}

function condition(plan: FeaturePlan): Scalar {
  const { dice: d } = plan
  const simple = (): Scalar =>
    d.pick<() => Scalar>(
      () => raw(plan, 'ok'),
      () => fn('gt', raw(plan, 'qty'), whole(1)),
      () => fn('eq', raw(plan, 'tag'), words('u')),
      () => fn('in', raw(plan, 'tag'), words('v'), words('W')),
      () => fn('lte', raw(plan, 'amount'), lit('2.50', types.money)),
      () => fn('isNull', raw(plan, 'flt')),
      () => fn('not', fn('gte', raw(plan, 'qty'), whole(2))),
      () => fn('matches', raw(plan, 'tag'), words('[uv]')),
      () => fn('eq', fn('datePart', raw(plan, 'at'), words('dayOfWeek')), whole(2)),
    )()
  const one = simple()
  return d.oneIn(3) ? fn(d.pick('and', 'or'), one, simple()) : one
}

function rowNumber(plan: FeaturePlan): { readonly expr: Scalar; readonly kind: Kind; readonly rough: boolean; readonly wide: boolean } {
  const { dice: d } = plan
  switch (d.below(7)) {
    case 0:
      return made(raw(plan, 'amount'), 'decimal')
    case 1:
      return made(raw(plan, 'qty'), 'int')
    case 2:
      return made(raw(plan, 'flt'), 'float')
    case 3:
      return made(fn('times', raw(plan, 'qty'), raw(plan, 'qty')), 'int')
    case 4:
      return made(fn('plus', raw(plan, 'amount'), lit('0.25', types.money)), 'decimal', false, true)
    case 5:
      return made(fn('coalesce', raw(plan, 'qty'), whole(0)), 'int')
    default:
      return made(fn('times', raw(plan, 'flt'), lit(2, types.float)), 'float')
  }
}

function numeric(plan: FeaturePlan, name: AggregateName): Made {
  const value = rowNumber(plan)
  if (name === 'percentile') return made(window(plan, name, value.expr, { parameter: plan.dice.pick(0.5, 0.9, 0.25, 0.1) }), 'float', true)
  const kind = name === 'sum' ? value.kind : 'float'
  return made(window(plan, name, value.expr), kind, name !== 'sum' || value.wide, value.wide)
}

/** An aggregate that gives back one of the values: of any type that has an order. */
function ordered(plan: FeaturePlan): Made {
  const { dice: d } = plan
  const name = d.pick<AggregateName>('last', 'first', 'min', 'max', 'percentileDisc')
  const value = d.oneIn(2) && name !== 'percentileDisc' ? d.pick(made(raw(plan, 'tag'), 'text'), made(raw(plan, 'at'), 'time')) : rowNumber(plan)
  const more = name === 'percentileDisc' ? { parameter: d.pick(0.5, 0.9, 0.25, 0.1) } : name === 'last' || name === 'first' ? { keepNulls: d.oneIn(3) } : {}
  return made(window(plan, name, value.expr, more), value.kind, value.wide, value.wide)
}

function counted(plan: FeaturePlan): Made {
  const { dice: d } = plan
  switch (d.below(5)) {
    case 3:
      return made(window(plan, 'approxCountDistinct', raw(plan, d.pick('tag', 'qty')), { parameter: d.pick(0.25, 0.1) }), 'int')
    case 0:
      return made(window(plan, 'countDistinct', raw(plan, d.pick('tag', 'qty', 'amount', 'b1', 'at'))), 'int')
    case 1:
      return made(window(plan, 'countIf', condition(plan)), 'int')
    case 2:
      return made(window(plan, 'rate', condition(plan)), 'float', true)
    default:
      return made(window(plan, d.pick('last', 'first'), raw(plan, 'ok')), 'flag')
  }
}

function lastN(plan: FeaturePlan): Scalar {
  const { dice: d } = plan
  return window(plan, 'lastN', raw(plan, d.pick('qty', 'tag', 'flt', 'ok')), { parameter: d.pick(2, 1, 5), keepNulls: d.oneIn(3) })
}

/** A column of the dimension or the snapshot, which describe the first entity only. */
function attribute(plan: FeaturePlan): Made {
  const { dice: d } = plan
  if (plan.entity.name !== 'a') return counted(plan)
  const from = d.pick('r.dim', 'r.dim', 'r.snap')
  switch (d.below(4)) {
    case 0:
      return made(asOf(column(from, 'level')), 'int')
    case 1:
      return made(asOf(column(from, 'tier')), 'text')
    case 2:
      if (from === 'r.dim') return made(asOf(column(from, 'score')), 'decimal')
      return plan.fixed ? made(asOf(column(from, 'cap')), 'decimal') : made(asOf(column(from, 'level')), 'int')
    default:
      return made(asOf(fn('gt', column(from, 'level'), whole(1))), 'flag')
  }
}

// ---- what can be made of a feature

function wrapped(plan: FeaturePlan, m: Made, depth: number): Made {
  const { dice: d } = plan
  if (d.oneIn(4)) return defaulted(m, d)
  switch (m.kind) {
    case 'text':
      return d.pick(
        () => made(fn('upper', m.expr), 'text'),
        () => made(fn('concat', m.expr, words('-'), fn('lower', m.expr)), 'text'),
        () => encoded(m),
        () => made(fn('length', m.expr), 'int'),
        () => made(fn('substring', fn('concat', m.expr, words('xyz')), whole(2), whole(2)), 'text'),
      )()
    case 'flag':
      return d.pick(
        () => made(fn('not', m.expr), 'flag'),
        () => made(when(m.expr, whole(2), whole(7)), 'int'),
        () => logical(plan, m, depth),
      )()
    case 'time':
      return d.pick(
        () => made(fn('truncate', m.expr, words(d.pick('day', 'hour', 'week', 'month', 'quarter', 'year', 'minute'))), 'time'),
        () => made(fn('datePart', m.expr, words(d.pick('month', 'dayOfWeek', 'dayOfYear', 'hour', 'quarter'))), 'int'),
        () => made(fn('timePlus', m.expr, whole(5400)), 'time'),
      )()
    case 'json':
      return made(fn('isNull', m.expr), 'flag')
    default:
      return d.oneIn(2) ? combined(plan, m, depth) : transformed(m, d)
  }
}

function defaulted(m: Made, d: Dice): Made {
  switch (m.kind) {
    case 'int':
      return { ...m, expr: fn('coalesce', m.expr, whole(d.pick(0, -1))) }
    case 'decimal':
      return { ...m, expr: fn('coalesce', m.expr, lit('0.50', types.money)), wide: true, rough: true }
    case 'float':
      return { ...m, expr: fn('coalesce', m.expr, d.pick<Scalar>(whole(0), lit('0.5', { kind: 'decimal', precision: 1, scale: 1 }))) }
    case 'text':
      return { ...m, expr: fn('coalesce', m.expr, words('none')) }
    case 'flag':
      return { ...m, expr: fn('coalesce', m.expr, lit(d.pick(false, true), types.flag)) }
    case 'time':
    case 'json':
      return made(fn('isNull', m.expr), 'flag')
  }
}

function encoded(m: Made): Made {
  const arm = (v: string, n: number): readonly [Scalar, Scalar] => [fn('eq', m.expr, words(v)), whole(n)]
  return made({ kind: 'case', arms: [arm('u', 1), arm('v', 2)], otherwise: null }, 'int')
}

function logical(plan: FeaturePlan, m: Made, depth: number): Made {
  const other = expression(plan, depth + 1)
  const flag = other.kind === 'flag' ? other.expr : fn('isNull', other.expr)
  return made(fn(plan.dice.pick('and', 'or', 'sameAs'), m.expr, flag), 'flag')
}

function transformed(m: Made, d: Dice): Made {
  const smooth = (): Made =>
    d.pick(
      () => made(fn('abs', m.expr), m.kind, m.rough, m.wide),
      () => made(fn('negate', m.expr), m.kind, m.rough, m.wide),
      () => made(fn('divide', m.expr, whole(d.pick(4, 0, 3))), 'float', true),
      () => made(fn('greatest', fn('least', m.expr, whole(3)), whole(0)), m.kind, m.rough, m.wide || m.kind === 'decimal'),
    )()
  if (m.rough || d.oneIn(2)) return smooth()
  return d.pick(
    () => made(fn('gt', m.expr, whole(1)), 'flag'),
    () => made(fn(d.pick('floor', 'ceil'), m.expr), 'int'),
    () => made(fn('round', m.expr, whole(d.pick(0, 1))), m.kind),
    () => made(fn('nullIf', m.expr, whole(0)), m.kind, m.rough, m.kind === 'decimal'),
    () => made(bucketized(m), 'int'),
    () => made(fn(d.pick('ln', 'sqrt'), m.expr), 'float', true),
  )()
}

function bucketized(m: Made): Scalar {
  return {
    kind: 'case',
    arms: [
      [fn('lt', m.expr, whole(1)), whole(0)],
      [fn('lt', m.expr, whole(4)), whole(1)],
      [fn('gte', m.expr, whole(4)), whole(2)],
    ],
    otherwise: null,
  }
}

function combined(plan: FeaturePlan, m: Made, depth: number): Made {
  const { dice: d } = plan
  const other = expression(plan, depth + 1)
  if (!isNumber(other)) return made(when(other.kind === 'flag' ? other.expr : fn('isNull', other.expr), m.expr), m.kind, m.rough, m.wide)
  const rough = m.rough || other.rough
  const kind = m.kind === 'float' || other.kind === 'float' ? 'float' : m.kind === 'decimal' || other.kind === 'decimal' ? 'decimal' : 'int'
  const exactly = kind === 'int'
  switch (d.below(4)) {
    case 0:
      return made(fn(other.rough ? 'times' : 'divide', m.expr, other.expr), other.rough ? kind : 'float', true, true)
    case 1:
      return rough
        ? made(fn('times', m.expr, other.expr), kind, true, true)
        : made(fn(d.pick('plus', 'minus', 'times'), m.expr, other.expr), kind, !exactly, true)
    case 2:
      return made(fn(d.pick('greatest', 'least', 'greatestKnown', 'leastKnown', 'coalesce'), m.expr, other.expr), kind, rough || !exactly, true)
    default:
      return rough ? made(fn('isNull', m.expr), 'flag') : made(fn(d.pick('lt', 'gte', 'eq', 'ne', 'sameAs'), m.expr, other.expr), 'flag')
  }
}
