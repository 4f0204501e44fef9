import { diagnostic } from '../base/diagnostic.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { formatDuration } from '../base/duration.ts'
import { unique } from '../base/group.ts'
import { nameText } from '../ir/name.ts'
import type { Placed } from '../ir/placed.ts'
import type { FieldChange, Hazard } from '../ir/plan.ts'
import type { Served } from '../ir/serving-kind.ts'
import { withArticle } from '../ir/serving-kind.ts'
import type { LiveObject } from '../ir/state.ts'
import type { Matched } from './match.ts'
import { publicKind } from './withdraw.ts'

/** Why the object cannot be altered into what it is to be; null where it can. */
export function replacedBecause({ resource, record }: Pick<Matched, 'resource' | 'record'>, live: ReadonlyMap<string, LiveObject>): string | null {
  const was = record?.applied
  if (was === undefined) return 'it is new'
  if (was.served?.kind !== resource.served?.kind) return 'its kind'
  if (was.publicName === null || nameText(was.publicName) !== nameText(resource.publicName!)) return 'its name'
  if (JSON.stringify(was.served?.reads) !== JSON.stringify(resource.served?.reads)) return 'the storages that it reads'
  if (was.served?.refresh !== resource.served?.refresh) return 'its refresh mode'
  if (was.hash.data !== resource.hash.data || was.grain.hash !== resource.grain.hash) return 'its query'
  if (was.hash.shape !== resource.hash.shape) return 'its columns'
  const object = live.get(nameText(was.publicName))
  if (object !== undefined && servedDrift(was.served, object).some(f => f.path === 'refresh')) return 'a refresh mode that was changed outside of feat'
  const there = new Set(object?.columns.map(c => c.name.toLowerCase()))
  return object === undefined || was.columns.some(c => !there.has(c.name.toLowerCase())) ? 'what was changed or dropped outside of feat' : null
}

/** What a reader of the plan has to know before an object is replaced. */
export function servedHazards({ resource, record }: Pick<Matched, 'resource' | 'record'>, live: ReadonlyMap<string, LiveObject>): readonly Hazard[] {
  const was = record?.applied
  if (was === undefined || (was.served === undefined && resource.served === undefined)) return []
  const { address } = resource
  const because = replacedBecause({ resource, record }, live)
  const found: Diagnostic[] = []
  if (publicKind(was) !== publicKind(resource))
    found.push(diagnostic('F397', { address, from: withArticle(publicKind(was)), to: withArticle(publicKind(resource)) }))
  const kind = resource.served?.kind
  const alike = was.served?.kind === kind && because !== null
  if (alike && (kind === 'dynamic table' || kind === 'interactive table'))
    found.push(diagnostic('F395', { address, rows: live.get(nameText(was.publicName!))?.rows ?? null, because }))
  if (alike && kind === 'online feature table') found.push(diagnostic('F396', { address, kind: withArticle(kind), because, grants: false }))
  return found.map(d => ({ code: d.code, message: d.message }))
}

/** How what a serving is differs from what it was. */
export function servedFields(resource: Placed, was: Placed | null): readonly FieldChange[] {
  const [is, before] = [factsOf(resource.served), factsOf(was?.served)]
  const names = unique([...Object.keys(is), ...Object.keys(before)])
  return names
    .filter(n => JSON.stringify(is[n]) !== JSON.stringify(before[n]) && (was !== null || n !== 'reads'))
    .map(n => ({ path: n, declared: is[n] ?? null, applied: before[n] ?? null, live: null, forces: null }))
}

function factsOf(served: Served | undefined): Readonly<Record<string, unknown>> {
  if (served === undefined) return {}
  const { kind, why, refresh, lag, initialize, clusterBy, warehouse, reads } = served
  const all = {
    'served as': kind,
    because: why,
    refresh,
    lag: lagText(lag),
    initialize,
    clusterBy: clusterBy.length === 0 ? null : clusterBy,
    warehouse,
    reads: reads.length === 0 ? null : reads,
  }
  return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== null))
}

/** What somebody changed of the object: lag, warehouse or refresh mode, or that it is refreshed at all. What the engine does not say is as it was. */
export function servedDrift(served: Served | undefined, object: LiveObject): readonly FieldChange[] {
  const said = object.details
  if (served === undefined || said === undefined) return []
  const field = (path: string, applied: unknown, live: unknown): FieldChange => ({ path, declared: applied, applied, live, forces: null })
  const lag = said['targetLag']
  const differs = (name: string, applied: string | null): boolean =>
    applied !== null && typeof said[name] === 'string' && said[name].toLowerCase() !== applied.toLowerCase()
  return [
    ...(typeof lag === 'number' && served.lag !== null && lag !== served.lag ? [field('lag', lagText(served.lag), formatDuration(lag))] : []),
    ...(differs('warehouse', served.warehouse) ? [field('warehouse', served.warehouse, said['warehouse'])] : []),
    ...(differs('refreshMode', served.refresh) ? [field('refresh', served.refresh, said['refreshMode'])] : []),
    ...(isSuspended(object) ? [field('refreshed', 'on schedule', 'suspended')] : []),
  ]
}

/** Somebody suspended it, or it was after too many failures. */
export function isSuspended(object: LiveObject | undefined): boolean {
  return String(object?.details?.['state'] ?? '').toLowerCase() === 'suspended'
}

function lagText(lag: Served['lag']): string | null {
  return typeof lag === 'number' ? formatDuration(lag) : lag
}
