import type { Interval } from '../../compiler/base/interval.ts'
import { parseInstant, pointFrom } from '../../compiler/base/instant.ts'
import { unsupported } from '../../compiler/emit/index.ts'
import type { Compiled } from '../../compiler/index.ts'
import type { Placed, PlacedState } from '../../compiler/ir/placed.ts'
import type { Plan } from '../../compiler/ir/plan.ts'
import type { Live, State } from '../../compiler/ir/state.ts'
import { bodyOf } from '../../compiler/lower/index.ts'
import type { Bindings } from '../../compiler/plan/bind.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import type { Fill } from '../../compiler/plan/fill.ts'
import { match } from '../../compiler/plan/match.ts'
import { fillGroups } from '../../compiler/plan/shares.ts'
import type { Driver } from '../../registry/driver/driver.ts'

/** A title and the statements under it; `refused` where the engine cannot say it. */
export interface Section {
  readonly title: string
  readonly sql: readonly string[]
  readonly refused: string | null
}

/** The moment of every golden case; what it fills ends here. */
export const now = '2026-02-10T06:00:00Z'
const end = parseInstant('2026-02-10')!.seconds
const day = 86_400

export function sectionsOf(plan: Plan): readonly Section[] {
  return plan.steps.filter(s => s.sql.length > 0).map(s => ({ title: `${s.phase}: ${s.title}`, sql: s.sql, refused: null }))
}

/** What an apply leaves behind, without running anything: what its steps say that state and warehouse hold then. */
export function afterApply(plan: Plan, placed: PlacedState, before: State | null): { readonly state: State; readonly live: Live } {
  const effects = plan.steps.flatMap(s => (s.effect === null ? [] : [s.effect]))
  const records = effects.flatMap(e => (e.kind === 'record' ? [e.record] : []))
  const storages = [
    ...(before?.storages ?? []),
    ...records.flatMap(r => r.storages).map(storage => ({ storage, owner: placed.placement.environment, createdBy: '' })),
  ]
  const state: State = { format: 1, id: 'golden', project: placed.project, serial: 1, records, storages, coverage: [], retired: [], starts: {} }
  const { publicSchema, storageSchema } = placed.placement
  const objects = storages.map(s => ({ name: s.storage.name, kind: 'table' as const, columns: [], comment: null }))
  return { state, live: { schemas: [publicSchema, storageSchema], objects } }
}

/** The fills of each resource after what it reads: one of many points and one of a few, where it has points. */
export function fillSections(compiled: Compiled, placed: PlacedState, state: State, live: Live): readonly Section[] {
  const { bindings, matched } = match(compiled.lowered, placed, state, live)
  return matched.flatMap(({ resource, binding }) =>
    binding.storages.flatMap(storage =>
      waysOf(compiled, resource).map(way => fillSection(compiled, bindings, { resource, storage, now, ...way.fill }, way.title)),
    ),
  )
}

interface Way {
  readonly title: string
  readonly fill: { readonly interval: Interval; readonly featureType?: string }
}

function waysOf(compiled: Compiled, resource: Placed): readonly Way[] {
  const { filling, address } = resource
  switch (filling.by) {
    case 'nothing':
      return []
    case 'capture':
    case 'newest':
      return [{ title: 'as of the run', fill: { interval: { from: 0, to: 0 } } }]
    case 'known time':
      return [{ title: 'an interval', fill: { interval: { from: pointFrom(end - 60 * day, filling.every), to: pointFrom(end, filling.every) } } }]
    case 'points': {
      const cut = pointFrom(end, filling.every)
      return [
        { title: 'many points', fill: { interval: { from: cut - 10 * filling.every, to: cut } } },
        { title: 'few points', fill: { interval: { from: cut, to: cut + filling.every } } },
      ]
    }
    case 'dates':
      return compiled.lowered.stores
        .get(address)!
        .groups.map(g => ({ title: `dates of ${g.featureType}`, fill: { interval: { from: end - 9 * day, to: end + day }, featureType: g.featureType } }))
  }
}

function fillSection(compiled: Compiled, bindings: Bindings, fill: Fill, way: string): Section {
  const { resource, storage } = fill
  const type = fill.featureType === undefined ? {} : { featureType: fill.featureType }
  const body = bindRelation(
    bodyOf(compiled.lowered, { of: resource.address, columns: storage.columns.map(c => c.logical), first: storage.first, bulk: true, ...type }),
    bindings,
  )
  const refused = unsupported(body, bindings.placement.dialect, resource.address)
  const title = `fill ${resource.address}: ${way}`
  if (refused.length > 0) return { title, sql: [], refused: refused.map(d => `NOT SUPPORTED: ${d.code} ${d.message}`).join('\n') }
  return { title, sql: fillGroups(compiled.lowered, bindings, fill).flat(), refused: null }
}

export function textOf(plan: Plan, sections: readonly Section[]): string {
  if (plan.blocked.length > 0) return `-- the plan is blocked: nothing runs\n${plan.blocked.map(b => `-- ${b.code} ${b.address}: ${b.message}\n`).join('')}`
  if (sections.length === 0) return '-- nothing to run\n'
  return sections.map(s => `-- ${s.title}\n${s.refused === null ? s.sql.map(q => `${q};\n`).join('\n') : `-- ${s.refused}\n`}`).join('\n')
}

/** A state or inspection of one warehouse as that of another whose objects have the same schemas and names. */
export function inCatalog<T>(data: T, catalog: string): T {
  return JSON.parse(JSON.stringify(data), (key, value: unknown) => (key === 'catalog' ? catalog : value)) as T
}

/** Columns that hold the moment of a row. */
type Kind = 'event' | 'known' | 'other'

/** The raw tables of a project with forty rows each, made from the declared columns: three keys, one row a day. */
export async function createRaw(driver: Driver, { catalog }: Compiled, schema = 'raw'): Promise<void> {
  await driver.execute(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  for (const source of catalog.sources.filter(s => s.query === null && s.name.startsWith(`${schema}.`))) {
    const keys = new Set(source.entities.flatMap(e => e.on))
    const kindOf = (name: string): Kind =>
      name === source.knownTime?.column ? 'known' : name === source.eventTime || name === source.validFrom ? 'event' : 'other'
    const columns = source.columns.map(c => `${valueOfRow(c, keys.has(c.name), kindOf(c.name))} AS "${c.name}"`)
    const rows = source.form === 'snapshot' ? 3 : 40
    await driver.execute(`CREATE TABLE ${source.name} AS SELECT ${columns.join(', ')} FROM range(${rows}) AS t(i)`)
  }
}

function valueOfRow(c: Compiled['catalog']['sources'][number]['columns'][number], isKey: boolean, kind: Kind): string {
  const value = knownValue(c, isKey, kind)
  return c.nullable && !isKey ? `CASE WHEN i % 5 <> 4 THEN ${value} END` : value
}

function knownValue({ type, values }: Compiled['catalog']['sources'][number]['columns'][number], isKey: boolean, kind: Kind): string {
  if (isKey) return `'K' || (i % 3)`
  if (values !== null) return `[${values.map(v => `'${v.replaceAll("'", "''")}'`).join(', ')}][1 + i % ${values.length}]`
  switch (type.kind) {
    case 'text':
      return `'X' || (i % 7)`
    case 'flag':
      return 'i % 4 = 3'
    case 'int':
      return 'i % 9'
    case 'float':
      return 'i / 8'
    case 'decimal':
      return `CAST(i * ${type.precision - type.scale > 2 ? '2.5' : '0.025'} AS DECIMAL(${type.precision}, ${type.scale}))`
    case 'date':
      return `DATE '2026-01-01' + CAST(i AS INTEGER)`
    case 'time':
      return `TIMESTAMP '2026-01-01 03:00:00' + to_hours(CAST(${kind === 'known' ? '24 * i + 30 * (i % 3 // 2)' : kind === 'event' ? '24 * i' : '24 * i - 5'} AS INTEGER))`
    case 'json':
      return `CAST('{"gift": ' || (i % 2 = 0)::VARCHAR || ', "parcel": {"weight": ' || i || '.25}, "address": {"city": "c' || (i % 4) || '"}}' AS JSON)`
  }
}
