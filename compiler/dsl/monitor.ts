import type { MonitorDefinition, SourceDefinition } from '../ir/definition.ts'
import type { LiteralValue } from '../ir/scalar.ts'
import { refOf } from './handle.ts'
import type { CommonOptions } from './options.ts'
import { addMethods } from './expression/expression.ts'
import { define, definitionKind, describe, isObject, part, partKind } from './part.ts'
import type { Reader } from './read.ts'
import { nameOf, reader } from './read.ts'
import type { StatFit, WatchFit } from './sentence.ts'
import type { Duration } from './window.ts'

/** A statistic of a feature of type T, with a threshold. */
export interface Stat<in T> {
  readonly '~stat': (t: T) => void
  /** It is a finding where the statistic is greater. */
  above(limit: number): Stat<T>
  /** It is a finding where the statistic is less. */
  below(limit: number): Stat<T>
}

/** A statistic of a source, with a threshold. */
export interface SourceStat {
  readonly '~sourceStat': true
  above(limit: number | Duration): SourceStat
  below(limit: number | Duration): SourceStat
}

interface StatPart {
  readonly [part]: 'statistic' | 'source statistic'
  readonly statistic: string
  readonly parameters: Readonly<Record<string, LiteralValue>>
  readonly threshold: MonitorDefinition['threshold']
}

const statPrototype = {}
addMethods(statPrototype, {
  above(this: StatPart, value: unknown) {
    return limited(this, 'above', value)
  },
  below(this: StatPart, value: unknown) {
    return limited(this, 'below', value)
  },
})

function limited(stat: StatPart, op: 'above' | 'below', value: unknown): StatPart {
  return statPart({
    ...stat,
    [part]: stat[part],
    threshold: Object.freeze({ op, value: typeof value === 'number' || typeof value === 'string' ? value : describe(value) }),
  })
}

function statPart(stat: StatPart): StatPart {
  return Object.freeze(Object.assign(Object.create(statPrototype) as object, stat))
}

function stat<X>(kind: StatPart[typeof part], statistic: string, parameters: StatPart['parameters'] = {}): X {
  return statPart({ [part]: kind, statistic, parameters: Object.freeze(parameters), threshold: null }) as X
}

/** How far the distribution has moved (population stability index): 0.1 is little, above 0.25 is much. @example psi({ against: 'training' }).above(0.2) */
export function psi(options: {
  /** The previous point, the training data of the models, or so long ago. */ readonly against: 'previous' | 'training' | Duration
}): Stat<unknown> {
  const against: unknown = isObject(options) ? options.against : undefined
  return stat('statistic', 'psi', { against: typeof against === 'string' ? against : describe(against) })
}

/** The mean. */
export function mean(): Stat<number> {
  return stat('statistic', 'mean')
}

/** The share of keys whose value is NULL. */
export function nullShare(): Stat<unknown> {
  return stat('statistic', 'nullShare')
}

/** How old the newest row of a source is. @example age().above('6h') */
export function age(): SourceStat {
  return stat('source statistic', 'age')
}

/** The share of rows that became visible later than the source's `lateness`. */
export function lateShare(): SourceStat {
  return stat('source statistic', 'lateShare')
}

export interface MonitorOptions extends CommonOptions {
  /** How often it is measured. */
  readonly every: Duration
  /** How bad it is where it is out of its bounds. */
  readonly severity: 'info' | 'warning' | 'critical'
  /** Who is told: channels or addresses. */
  readonly notify?: readonly string[]
}

export interface Monitor {
  readonly '~monitor': true
  readonly name: string
}

/**
 * Declares a statistic of a feature or a source with a threshold, a schedule and a severity.
 * @example monitor('risk_mean', { on: risk.f.risk_score, stat: mean().above(0.7), every: '1d', severity: 'warning' })
 */
export function monitor<O, X>(name: string, options: MonitorOptions & { readonly on: O & WatchFit<O>; readonly stat: X & StatFit<X, NoInfer<O>> }): Monitor {
  const read = reader(options, ['on', 'stat', 'every', 'severity', 'notify'])
  const definition: MonitorDefinition = {
    kind: 'monitor',
    name: nameOf(name, read),
    on: subjectOf(read.value('on')),
    ...statOf(read),
    every: read.text('every'),
    severity: read.choice('severity', ['info', 'warning', 'critical']),
    notify: read.texts('notify'),
    options: read.common(),
  }
  return define(definition)
}

function subjectOf(given: unknown): MonitorDefinition['on'] {
  if (definitionKind(given) === 'source') return { kind: 'source', source: (given as SourceDefinition).name }
  const ref = refOf(given)
  return ref === null
    ? { kind: 'invalid', found: partKind(given) === 'expression' ? 'an expression without a name' : describe(given) }
    : { kind: 'feature', ref }
}

/** A statistic of the wrong kind keeps its name, and is refused beside what it stands on. */
function statOf(read: Reader): Pick<MonitorDefinition, 'statistic' | 'parameters' | 'threshold'> {
  const given = read.value('stat')
  const kind = partKind(given)
  if (kind !== 'statistic' && kind !== 'source statistic') {
    read.wrong('stat', given, 'a statistic, such as mean().above(0.7)')
    return { statistic: '', parameters: {}, threshold: null }
  }
  const { statistic, parameters, threshold } = given as StatPart
  return { statistic, parameters, threshold }
}
