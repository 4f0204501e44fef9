import { address } from '../../base/address.ts'
import { diagnostic } from '../../base/diagnostic.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { parseDuration } from '../../base/duration.ts'
import { nearest } from '../../base/near.ts'
import { printQuery } from '../../emit/index.ts'
import type { CatalogMonitor, CatalogSource } from '../../ir/catalog.ts'
import type { AlertObject } from '../../ir/object.ts'
import { objectResource } from '../../ir/object-resource.ts'
import type { Automation, Placed } from '../../ir/placed.ts'
import type { Relation, Term } from '../../ir/relation.ts'
import { aggregate, as, call, choose, field, integer, join, literal, named, param, select, toFloat, words } from '../../ir/terms.ts'
import { float } from '../../ir/type.ts'
import type { Lowered } from '../../lower/index.ts'
import type { Bindings } from '../bind.ts'
import { bindRelation } from '../bind.ts'

/** The moment at which an alert looks. */
const moment = 'CAST(SYSDATE() AS TIMESTAMP_NTZ(6))'

/** One alert for each monitor that tells somebody, where the target says how. */
export function alertsOf(lowered: Lowered, bindings: Bindings, automation: Automation): readonly Placed[] {
  if (Object.keys(automation.notifications).length === 0) return []
  return lowered.model.catalog.monitors.flatMap(m => {
    const statistic = m.notify.length === 0 || m.threshold === null ? null : statisticOf(m, lowered, bindings)
    return statistic === null ? [] : [alertOf(m, statistic, bindings, automation)]
  })
}

function alertOf(m: CatalogMonitor, statistic: Relation, bindings: Bindings, automation: Automation): Placed {
  const { placement } = bindings
  const threshold = m.threshold!
  const value = typeof threshold.value === 'number' ? threshold.value : (parseDuration(threshold.value) ?? 0)
  const passed = call(threshold.op === 'above' ? 'gt' : 'lt', field('value', 'm'), literal(value, float))
  const passing = select(as('m', statistic), [named('value', field('value', 'm'))], { where: [passed] })
  const alert: AlertObject = {
    kind: 'alert',
    name: { catalog: placement.catalog, schema: placement.storageSchema, name: `alert_${m.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}` },
    warehouse: automation.warehouse,
    schedule: { minutes: Math.max(1, Math.round(m.every / 60)) },
    condition: printQuery(bindRelation(passing, bindings), placement.dialect, { from: null, to: null, now: { identifier: moment } }),
    integrations: [...new Set(m.notify.flatMap(channel => automation.notifications[channel] ?? []))],
    message: `${m.severity}: ${m.name}: ${m.statistic} of ${m.on} is ${threshold.op} ${threshold.value}`,
  }
  return objectResource(address('alert', m.name), alert, {
    causes: [m.address],
    promises: { on: m.on, statistic: m.statistic, threshold: m.threshold, every: m.every, severity: m.severity, notify: m.notify },
  })
}

/** Channels without an integration, where others have one; and statistics that only `feat` can compute. */
export function alertMistakes(lowered: Lowered, { notifications }: Automation): readonly Diagnostic[] {
  const known = Object.keys(notifications)
  if (known.length === 0) return []
  return lowered.model.catalog.monitors.flatMap(m =>
    m.notify
      .filter(c => notifications[c] === undefined)
      .map(channel => diagnostic('F407', { channel, known, near: nearest(channel, known) }, { address: m.address })),
  )
}

/** A relation of one row whose `value` is the statistic now; null for a distribution, which needs another one beside it. */
function statisticOf(m: CatalogMonitor, lowered: Lowered, bindings: Bindings): Relation | null {
  const feature = lowered.model.catalog.features[m.on]
  if (feature !== undefined) {
    const value = field(feature.column, 'v')
    const isNull = choose(call('isNull', value), integer(1))
    const share = call('divide', toFloat(aggregate('count', [isNull])), toFloat(aggregate('countAll', [])))
    const term = m.statistic === 'mean' ? aggregate('avg', [toFloat(value)]) : m.statistic === 'nullShare' ? share : null
    return term === null ? null : atNewestPoint(feature.view, feature.column, term)
  }
  const source = bindings.source(m.on)
  return m.statistic === 'age' ? ageOf(source) : m.statistic === 'lateShare' ? lateShareOf(source) : null
}

/** Of the rows of the newest point of a view. */
function atNewestPoint(view: CatalogMonitor['on'], column: string, value: Term): Relation {
  const scan = (columns: readonly string[]): Relation => ({ kind: 'scan', of: view, columns })
  const newest = select(as('s', scan(['feature_time'])), [named('newest', aggregate('max', [field('feature_time', 's')]))])
  return select(as('n', newest), [named('value', value)], {
    joins: [join('inner', 'v', scan(['feature_time', column]), [call('eq', field('feature_time', 'v'), field('newest', 'n'))])],
  })
}

/** Seconds since the newest row. */
function ageOf(source: CatalogSource): Relation | null {
  const column = source.eventTime ?? source.validFrom
  if (column === null) return null
  const newest = aggregate('max', [field(column, 's')])
  return select(as('s', rowsOf(source)), [named('value', call('elapsed', newest, param('now'), words('seconds')))])
}

/** The share of rows that became known later than the source says. */
function lateShareOf(source: CatalogSource): Relation | null {
  const [event, known] = [source.eventTime ?? source.validFrom, source.knownTime?.column ?? null]
  if (event === null || known === null) return null
  const late = call('gt', call('elapsed', field(event, 's'), field(known, 's'), words('seconds')), literal(source.lateness, float))
  const share = call('divide', toFloat(aggregate('count', [choose(late, integer(1))])), toFloat(aggregate('countAll', [])))
  return select(as('s', rowsOf(source)), [named('value', share)])
}

function rowsOf(source: CatalogSource): Relation {
  return { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }
}
