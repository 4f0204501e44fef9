import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { hashOf } from '../base/hash.ts'
import { nearest } from '../base/near.ts'
import type { Physical, PhysicalColumn } from '../ir/physical.ts'
import type { Placed, Placement } from '../ir/placed.ts'
import type { Edition } from '../ir/serving-kind.ts'
import { editions } from '../ir/serving-kind.ts'
import type { Settled } from './settle.ts'

/** A target that knows how tables are kept. */
export interface KeptBy {
  readonly target: string
  readonly settled: Settled
  readonly placement: Placement
  readonly report: (d: Diagnostic) => void
}

/** How a resource is kept on a target: what it says, else what the target says; names of tags and policies in full. */
export function placePhysical(r: Placed, by: KeptBy): Placed {
  const own = r.physical
  const { clusterBy, append } = own
  if (by.settled.objects === null) {
    return { ...r, physical: { ...(clusterBy === undefined ? {} : { clusterBy }), ...(append === undefined ? {} : { append }) } }
  }
  if (!keptKinds.has(r.kind)) return r
  const merged = { ...by.settled.objects.physical, ...own }
  const physical = inFull(merged, by.placement)
  check(r, merged, by)
  const further = Object.keys(physical).some(k => k !== 'clusterBy' && k !== 'append')
  return further ? { ...r, physical, hash: { ...r.hash, meta: hashOf({ meta: r.hash.meta, physical }) } } : { ...r, physical }
}

const keptKinds: ReadonlySet<string> = new Set(['tiles', 'captures', 'view', 'store'])

/** Tags without a schema are those of the target's own; policies without one are looked up beside what people query. */
function inFull(p: Physical, { catalog, storageSchema, publicSchema }: Placement): Physical {
  const full = (name: string, schema: string): string => {
    const parts = name.toLowerCase().split('.')
    return parts.length === 1 ? [catalog, schema, ...parts].join('.') : parts.length === 2 ? [catalog, ...parts].join('.') : parts.join('.')
  }
  const tagged = (tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(tags).map(([name, value]) => [full(name, storageSchema), value]))
  const column = (c: PhysicalColumn): PhysicalColumn => ({
    ...(c.tags === undefined ? {} : { tags: tagged(c.tags) }),
    ...(c.masking === undefined ? {} : { masking: full(c.masking, publicSchema) }),
  })
  return {
    ...p,
    ...(p.tags === undefined ? {} : { tags: tagged(p.tags) }),
    ...(p.columns === undefined ? {} : { columns: Object.fromEntries(Object.entries(p.columns).map(([name, c]) => [name, column(c)])) }),
    ...(p.rowAccess === undefined ? {} : { rowAccess: { ...p.rowAccess, policy: full(p.rowAccess.policy, publicSchema) } }),
  }
}

function check(r: Placed, p: Physical, by: KeptBy): void {
  const at = { address: r.address }
  const columns = [...r.grain.keys, ...r.grain.time, ...r.columns].map(c => c.name)
  const named = [
    ...(r.kind === 'view' ? (p.clusterBy ?? []).map(c => ['physical.clusterBy', c] as const) : []),
    ...Object.keys(p.columns ?? {}).map(c => ['physical.columns', c] as const),
    ...(p.rowAccess?.on ?? []).map(c => ['physical.rowAccess.on', c] as const),
  ]
  for (const [option, column] of named) if (!columns.includes(column)) by.report(diagnostic('F400', { option, column, near: nearest(column, columns) }, at))
  checkRetention(r, p, by)
  const sets = [p.tags ?? {}, ...Object.values(p.columns ?? {}).map(c => c.tags ?? {})]
  for (const tags of sets) checkTags(r, tags, by)
  const policies = [p.rowAccess?.policy, ...Object.values(p.columns ?? {}).map(c => c.masking)].filter(x => x !== undefined)
  for (const name of [...policies, ...sets.flatMap(t => Object.keys(t))]) if (!isName(name, 3)) by.report(diagnostic('F405', { option: 'physical', name }, at))
  if (p.warehouse !== undefined && !isName(p.warehouse, 1)) by.report(diagnostic('F405', { option: 'physical.warehouse', name: p.warehouse }, at))
  if (sets.some(t => Object.keys(t).length > 0)) needs('enterprise', 'tags', by, r)
  if (policies.length > 0) needs('enterprise', 'masking and row access policies', by, r)
}

function checkRetention(r: Placed, { retentionDays: days, transient }: Physical, by: KeptBy): void {
  if (days === undefined) return
  const edition = by.settled.serving?.edition ?? 'standard'
  const [most, why] =
    transient === true ? [1, 'for a transient table'] : edition === 'standard' ? [1, 'on the Standard edition'] : [90, `on the edition '${edition}'`]
  if (!Number.isInteger(days) || days < 0 || days > most)
    by.report(diagnostic('F401', { option: 'physical.retentionDays', found: days, most: most as number, why: String(why) }, { address: r.address }))
}

function checkTags(r: Placed, tags: Readonly<Record<string, string>>, by: KeptBy): void {
  const declared = by.settled.objects?.tags ?? {}
  const at = { address: r.address }
  if (Object.keys(tags).length > 50) by.report(diagnostic('F404', { what: `${Object.keys(tags).length} tags`, rule: 'an object has at most 50' }, at))
  for (const [tag, value] of Object.entries(tags)) {
    if (value.length > 256) by.report(diagnostic('F404', { what: `the value of the tag '${tag}'`, rule: 'has at most 256 characters' }, at))
    const values = Object.entries(declared).find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1].values
    if (values !== undefined && !values.includes(value)) by.report(diagnostic('F403', { tag, value, values }, at))
  }
}

/** Reports what the edition of the target does not have. */
export function needs(edition: Edition, what: string, by: Pick<KeptBy, 'target' | 'settled' | 'report'>, of: Pick<Placed, 'address'> | null): void {
  const found = by.settled.serving?.edition ?? 'standard'
  if (editions.indexOf(found) < editions.indexOf(edition))
    by.report(diagnostic('F402', { what, needs: edition, target: by.target, edition: found }, of === null ? {} : { address: of.address }))
}

/** A name of up to so many parts that needs no quotes. */
export function isName(name: string, parts: number): boolean {
  const found = name.split('.')
  return found.length <= parts && found.every(p => /^[A-Za-z_][\w$]{0,254}$/.test(p))
}
