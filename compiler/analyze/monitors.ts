import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import { day, parseDuration } from '../base/duration.ts'
import { nearest } from '../base/near.ts'
import type { CatalogMonitor } from '../ir/catalog.ts'
import type { MonitorDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import { isNumeric, typeName } from '../ir/type.ts'
import type { Consumed } from './consumers.ts'
import { declaredMeta } from './inherit.ts'
import type { Report } from './mistakes.ts'
import { reportUnknown, shown } from './mistakes.ts'
import { featureOf, placeOfMember } from './names.ts'
import { durationOption } from './options.ts'

interface Statistic {
  readonly on: 'feature' | 'source'
  readonly of: 'number' | 'any'
  readonly threshold: 'number' | 'length'
}

const statistics: Readonly<Record<string, Statistic>> = {
  psi: { on: 'feature', of: 'any', threshold: 'number' },
  mean: { on: 'feature', of: 'number', threshold: 'number' },
  nullShare: { on: 'feature', of: 'any', threshold: 'number' },
  age: { on: 'source', of: 'any', threshold: 'length' },
  lateShare: { on: 'source', of: 'any', threshold: 'number' },
}

export function bindMonitors(c: Consumed): CatalogMonitor[] {
  return [...c.names.monitors.values()].flatMap(d => bindMonitor(d, c) ?? [])
}

function bindMonitor(d: Declared<MonitorDefinition>, c: Consumed): CatalogMonitor | null {
  const { definition } = d
  const on = subjectOf(d, c)
  const every = durationOption('every', definition.every, c.mistakes.at(placeOfMember(d, 'every'))) ?? day
  if (on === null) return null
  checkStatistic(d, on, c)
  return {
    address: d.address,
    name: definition.name,
    span: d.span,
    on,
    statistic: definition.statistic,
    parameters: definition.parameters,
    threshold: definition.threshold,
    every,
    severity: definition.severity,
    notify: definition.notify,
    meta: declaredMeta(d, c.names.config),
    renamedFrom: definition.options.renamedFrom === undefined ? null : `monitor.${definition.options.renamedFrom}`,
  }
}

function subjectOf(d: Declared<MonitorDefinition>, c: Consumed): Address | null {
  const { on, name } = d.definition
  const report = c.mistakes.at(placeOfMember(d, 'on'))
  switch (on.kind) {
    case 'invalid':
      report('F202', { found: on.found, expected: 'a feature or a source' })
      return null
    case 'source': {
      const source = c.names.sources.get(on.source)
      if (source === undefined) reportUnknown(report, 'source', on.source, ` (watched by '${name}'), or it is not exported`, c.names.sources.keys())
      return source?.address ?? null
    }
    case 'feature': {
      const feature = featureOf(c.names, on.ref)
      if (feature === null) {
        const known = [...c.names.features.values()].map(f => f.name)
        reportUnknown(report, 'feature', shortName(on.ref), ` (watched by '${name}')`, known)
      }
      return feature?.address ?? null
    }
  }
}

function checkStatistic(d: Declared<MonitorDefinition>, on: Address, c: Consumed): void {
  const { statistic, threshold, parameters } = d.definition
  const report = c.mistakes.at(placeOfMember(d, 'stat'))
  const known = Object.hasOwn(statistics, statistic) ? statistics[statistic]! : null
  if (known === null) {
    report('F367', { statistic, near: nearest(statistic, Object.keys(statistics)) })
    return
  }
  const subject = on.startsWith('source.') ? 'source' : 'feature'
  if (known.on !== subject) report('F366', { statistic, on: `a ${subject}`, expected: `a ${known.on}` })
  const type = c.features.get(on)?.type
  if (known.on === 'feature' && known.of === 'number' && type !== undefined && !isNumeric(type)) {
    report('F366', { statistic, on: `a feature of type ${typeName(type)}`, expected: 'numbers' })
  }
  checkThreshold(known, threshold, report)
  const { against } = parameters
  if (statistic === 'psi' && against !== 'previous' && against !== 'training' && parseDuration(against) === null) {
    report('F203', { option: 'against', found: shown(against) })
  }
}

function checkThreshold(known: Statistic, threshold: MonitorDefinition['threshold'], report: Report): void {
  if (threshold === null) report('F201', { option: 'stat', found: 'without a threshold', expected: 'a limit by above(...) or below(...)' })
  else if (known.threshold === 'length') durationOption('threshold', String(threshold.value), report)
  else if (typeof threshold.value !== 'number' || !Number.isFinite(threshold.value)) {
    report('F201', { option: 'threshold', found: shown(threshold.value), expected: 'a number' })
  }
}
