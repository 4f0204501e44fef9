import { printQuery } from '../../compiler/emit/index.ts'
import type { ViewDefinition } from '../../compiler/ir/definition.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { time } from '../../compiler/ir/type.ts'
import { exactBody } from '../../compiler/lower/exact/index.ts'
import type { MomentAccuracy } from '../../compiler/lower/exact/index.ts'
import { liveBody } from '../../compiler/lower/live-body.ts'
import { bindRelation } from '../../compiler/plan/bind.ts'
import { match } from '../../compiler/plan/match.ts'
import type { Session } from '../../registry/index.ts'
import { observe } from '../../registry/observe/observe.ts'
import { readState } from '../../registry/state/read.ts'
import type { OracleInput } from './data.ts'
import { keyColumns, keyOf, keyText } from './data.ts'
import type { Key } from './data.ts'
import type { Dice } from './dice.ts'
import { difference } from './equal.ts'
import type { Case } from './generate.ts'
import { worldOf } from './oracle.ts'
import { runPipeline } from './pipeline.ts'
import type { Value } from './value.ts'
import { asFloat, instant, isExactNumber, isoOf, show } from './value.ts'
import type { World } from './view.ts'
import { columnAt, columnsOf, emptyValue, leavesIn, populationAt } from './view.ts'
import { readRows } from './warehouse.ts'

/** A key at a moment. */
interface Moment {
  readonly key: Key
  readonly at: bigint
}

export interface Asked {
  readonly accuracy: MomentAccuracy
  readonly dice: Dice
  /** So many moments of each view. */
  readonly moments: number
}

/** Differences between values at random moments of random keys, as the compiler has them computed, and as the oracle says. */
export async function momentDifferences(input: Case, asked: Asked): Promise<readonly string[]> {
  const hop = asked.accuracy === 'exact' ? null : BigInt(asked.accuracy.hop) * 1_000_000n
  const world: World = { ...worldOf(input), moments: { hop } }
  const problems: string[] = []
  const look = async (session: Session): Promise<void> => {
    for (const view of input.views) problems.push(...(await viewDifferences(session, { input, world, view, asked })))
  }
  await runPipeline(input, { look })
  return problems
}

interface OfView {
  readonly input: Case
  readonly world: World
  readonly view: ViewDefinition
  readonly asked: Asked
}

async function viewDifferences(session: Session, { input, world, view, asked }: OfView): Promise<readonly string[]> {
  const entity = input.entities.find(e => e.name === view.entity)!
  const names = Object.keys(entity.keys)
  const moments = momentsOf(world, input, view, asked)
  const sql = await momentQuery(session, view, { moments, keys: Object.values(entity.keys).map(k => k.type), names, accuracy: asked.accuracy })
  const rows = new Map((await readRows(session.driver, sql)).map(r => [keyText([...names.map(n => r[n] ?? null), r['spine_time'] ?? null]), r]))
  const distinct = [...new Map(moments.map(m => [keyText([...m.key, instant(m.at)]), m])).entries()]
  if (rows.size !== distinct.length) return [`${view.name}: ${rows.size} rows for ${distinct.length} moments`]
  return distinct.flatMap(([text, moment]) => {
    const row = rows.get(text)
    const at = `${view.name}: (${keyText(moment.key)}) at ${isoOf(moment.at)}`
    if (row === undefined) return [`${at} is missing`]
    const lives = !moment.key.includes(null) && populationAt(world, view, moment.at).has(keyText(moment.key))
    return view.features.flatMap(f =>
      columnsOf(view, f).flatMap(c => {
        const expected = lives ? columnAt(world, c, moment.key, moment.at) : emptyValue(world, c)
        const found = row[c.column] ?? null
        const loose = input.wide.has(f.name) && isExactNumber(expected) && typeof found === 'number'
        const problem = difference(loose ? asFloat(expected) : expected, found)
        return problem === null ? [] : [`${at}: ${c.column}: ${problem}${lives ? '' : ' (not alive)'}`]
      }),
    )
  })
}

/** Keys that some source knows, one that none does, and one that is NULL; at any microsecond, and where rows enter and leave windows. */
function momentsOf(world: World, input: OracleInput & Pick<Case, 'from' | 'to'>, view: ViewDefinition, { dice, moments }: Asked): readonly Moment[] {
  const entity = input.entities.find(e => e.name === view.entity)!
  const width = Object.keys(entity.keys).length
  const rows = [...world.sources.values()].flatMap(s => {
    const on = s.definition.entities.some(e => e.entity === entity.name) ? keyColumns(entity, s.definition, null) : null
    return on === null ? [] : [...s.rows, ...s.captures.flatMap(c => c.rows)].map(row => ({ row, key: keyOf(row, on) }))
  })
  const known = [...new Map(rows.flatMap(r => (r.key === null ? [] : [[keyText(r.key), r.key] as const]))).values()]
  const strange = Object.values(entity.keys).map((k): Value => (k.type.kind === 'int' ? 424_242n : 'nobody'))
  const nothing = Object.values(entity.keys).map((): Value => null)
  const lengths = view.features
    .flatMap(f => leavesIn(f.expr))
    .flatMap(l => (l.kind === 'window' ? [l.offset, l.length === 'lifetime' ? 0 : l.length + l.offset] : []))
  const spread = Number((input.to - input.from) / 1_000_000n) + 86_400
  return Array.from({ length: moments }, (): Moment => {
    const key = width === 0 ? [] : dice.oneIn(12) ? strange : dice.oneIn(12) ? nothing : (known[dice.below(Math.max(known.length, 1))] ?? strange)
    const row = rows[dice.below(Math.max(rows.length, 1))]?.row
    if (row === undefined || dice.oneIn(3)) return { key, at: input.from + BigInt(dice.below(spread)) * 1_000_000n + BigInt(dice.below(1_000_000)) }
    const edge = lengths[dice.below(Math.max(lengths.length, 1))] ?? 0
    const from = dice.oneIn(3) ? (row.known ?? row.time) : row.time
    return { key, at: from + BigInt(edge) * 1_000_000n + BigInt(dice.below(3) - 1) }
  })
}

interface MomentQuery {
  readonly moments: readonly Moment[]
  readonly keys: readonly Type[]
  readonly names: readonly string[]
  readonly accuracy: MomentAccuracy
}

async function momentQuery(session: Session, view: ViewDefinition, q: MomentQuery): Promise<string> {
  const { lowered } = session.compiled
  const { placement } = session.placed
  const literal = (v: Value): string | number | boolean | null => (typeof v === 'bigint' ? Number(v) : typeof v === 'object' && v !== null ? show(v) : v)
  const spine: Relation = {
    kind: 'values',
    columns: [...q.names.map((name, i) => ({ name, type: q.keys[i]! })), { name: 'spine_time', type: time }],
    rows: q.moments.map(m => [
      ...m.key.map((v, i) => ({ kind: 'literal' as const, value: literal(v), type: q.keys[i]! })),
      { kind: 'literal' as const, value: `${isoOf(m.at)}Z`, type: time },
    ]),
  }
  const plan = lowered.views.get(`view.${view.name}`)!
  const body = exactBody(lowered.model, plan, { features: plan.view.features, spine, accuracy: q.accuracy })
  const { bindings } = match(lowered, session.placed, await readState(session.driver, placement), await observe(session.driver, placement))
  return printQuery(bindRelation(body, bindings), placement.dialect, null)
}

/** Differences between what live servings of each view show at moments after the last run, and what the oracle says of then. */
export async function liveDifferences(input: Case, { dice, moments }: Pick<Asked, 'dice' | 'moments'>): Promise<readonly string[]> {
  const last = input.runs.at(-1)!.now
  const world: World = { ...worldOf(input), moments: { hop: null } }
  const problems: string[] = []
  const look = async (session: Session): Promise<void> => {
    const { lowered } = session.compiled
    const { placement } = session.placed
    const { bindings } = match(lowered, session.placed, await readState(session.driver, placement), await observe(session.driver, placement))
    for (const view of input.views) {
      const plan = lowered.views.get(`view.${view.name}`)!
      const features = plan.view.features.map(feature => ({ feature, as: lowered.model.catalog.features[feature]!.column }))
      const body = liveBody(lowered.model, { entity: plan.view.entity, features })
      for (let i = 0; i < moments; i++) {
        const at = last + BigInt(dice.below(400_000)) * 1_000_000n + BigInt(dice.below(3))
        const sql = printQuery(bindRelation(body, bindings), placement.dialect, { from: null, to: null, now: `${isoOf(at)}Z` })
        problems.push(...liveRows(input, { world, view, at, rows: await readRows(session.driver, sql) }))
      }
    }
  }
  await runPipeline(input, { look })
  return problems
}

interface LiveRows {
  readonly world: World
  readonly view: ViewDefinition
  readonly at: bigint
  readonly rows: readonly Readonly<Record<string, Value>>[]
}

function liveRows(input: Case, { world, view, at, rows }: LiveRows): readonly string[] {
  const names = Object.keys(input.entities.find(e => e.name === view.entity)!.keys)
  const found = new Map(rows.map(r => [keyText(names.map(n => r[n] ?? null)), r]))
  const living = populationAt(world, view, at)
  const where = (key: string): string => `${view.name}: (${key}) live at ${isoOf(at)}`
  const columns = view.features.flatMap(f => columnsOf(view, f).map(c => ({ ...c, wide: input.wide.has(f.name) })))
  return [
    ...(found.size === rows.length ? [] : [`${view.name}: keys stand there twice`]),
    ...[...found.keys()].filter(key => !living.has(key)).map(key => `${where(key)} should not be there`),
    ...[...living].flatMap(([text, key]) => {
      const row = found.get(text)
      if (row === undefined) return [`${where(text)} is missing`]
      return columns.flatMap(c => {
        const [expected, value] = [columnAt(world, c, key, at), row[c.column] ?? null]
        const problem = difference(c.wide && isExactNumber(expected) && typeof value === 'number' ? asFloat(expected) : expected, value)
        return problem === null ? [] : [`${where(text)}: ${c.column}: ${problem}`]
      })
    }),
  ]
}
