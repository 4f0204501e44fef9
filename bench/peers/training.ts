import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDataset } from '../../registry/dataset/build.ts'
import type { Driver } from '../../registry/driver/driver.ts'
import type { Session } from '../../registry/index.ts'
import { statementOf } from '../statement.ts'
import type { Cost } from '../workload.ts'
import { costOf, dayAt, median, sessionAt } from '../workload.ts'
import type { Bench } from './bench.ts'
import { counts, filled, inMemory, values } from './bench.ts'

/** Feast takes at least so many times as long as we do, both from rows that are stored into memory. */
const bar = 12

const all = [...counts, ...values]
/** So many labels in one call where rows live for ever, for each takes 70 kB then. */
const most = 50_000

/** Four views over the same rows, two features of each. */
const split = [7, 30, 90].map(n => [`n_${n}`, `sum_${n}`]).concat([['max_30', 'ok_30']])

/** Each point can be used as soon as it has passed, as Feast does; the labels are files of events. */
const trainingSets = `import { dataset, events, integer, timestamp } from 'featplan'
import { key, w1 } from './w1.ts'

const columns = { label_id: integer(), k: integer(), outcome: integer(), event_timestamp: timestamp() }
const made = { split: { train: '2023-01-01', validation: '2023-07-01' }, keep: ['label_id'], accept: { F455: 'made up' } } as const

/** What is to be learned. */
export const labels = events('raw.labels', { entities: [key], columns, eventTime: 'event_timestamp' })
/** A few of them. */
export const few = events('raw.few', { entities: [key], columns, eventTime: 'event_timestamp' })

/** Ten features as of each label. */
export const ten = dataset('ten', { ...made, spine: labels, label: labels.c.outcome, features: [w1] })
/** The same of a few labels. */
export const ten_of_few = dataset('ten_of_few', { ...made, spine: few, label: few.c.outcome, features: [w1] })
/** Eight features as of each label. */
export const eight = dataset('eight', { ...made, spine: labels, label: labels.c.outcome, features: [${split
  .flat()
  .map(c => `w1.f.${c}`)
  .join()}] })
`

type Held = Cost & { readonly memory?: number }

/** What was run once, by name. */
type Run = Readonly<Record<string, Held>>

interface Place extends Bench {
  readonly labels: number
  readonly few: number
  readonly file: (name: string) => string
}

/** A training set of labels at random times beside Feast and the plain equality join; every value of every way is compared. */
export async function training(bench: Bench & { readonly labels: number }): Promise<void> {
  const b: Place = { ...bench, few: Math.min(bench.labels, most), file: name => join(bench.root, `${name}.parquet`) }
  const { p, root, workload, runs } = b
  const w1 = join(root, 'features/w1.ts')
  const now = "featureView('w1', { entity: key, settle: '0s' }"
  writeFileSync(w1, readFileSync(w1, 'utf8').replace("featureView('w1', { entity: key }", now))
  writeFileSync(join(root, 'features/training.ts'), trainingSets)
  await inMemory(p, driver => writeLabels(b, driver))
  const done: Run[] = []
  await filled(b, async driver => {
    const cast = [...counts.map(c => `${c}::BIGINT AS ${c}`), ...values.map(c => `${c}::DOUBLE AS ${c}`)].join(', ')
    await driver.execute(`COPY (SELECT k::BIGINT AS k, feature_time, ${cast} FROM main.w1) TO '${b.file('daily')}' (FORMAT parquet)`)
    const session = await sessionAt(p, root, driver, dayAt(workload.days, 6))
    for (let i = 0; i < runs; i++) done.push({ ...(await byHand(b, driver)), ...(await theirs(b, session, driver)) })
  })
  report(b, done)
}

async function writeLabels({ workload, labels, few, file }: Place, driver: Driver): Promise<void> {
  const at = `TIMESTAMP '${dayAt(90).slice(0, 10)}' + INTERVAL 1 SECOND * (1 + hash(i + 77) % ${(workload.days - 91) * 86_400})::BIGINT`
  const rows = (n: number): string =>
    `SELECT i AS label_id, (hash(i) % ${workload.keys})::BIGINT AS k, i % 2 AS outcome, ${at} AS event_timestamp FROM range(${n}) AS t(i)`
  await driver.execute(`COPY (${rows(labels)}) TO '${file('labels')}' (FORMAT parquet)`)
  await driver.execute(`COPY (${rows(few)}) TO '${file('few')}' (FORMAT parquet)`)
}

async function byHand(b: Place, driver: Driver): Promise<Run> {
  const hand = `SELECT l.*, ${all.map(c => `f.${c}`).join(', ')} FROM '${b.file('labels')}' AS l
    LEFT JOIN '${b.file('daily')}' AS f ON f.k = l.k AND f.feature_time = date_trunc('day', l.event_timestamp)`
  return { hand: await kept(driver, hand) }
}

/** Makes a table in memory. */
async function kept(driver: Driver, sql: string): Promise<Cost> {
  return costOf(() => driver.execute(`CREATE OR REPLACE TEMP TABLE kept AS ${sql}`))
}

/** The point-in-time join of a dataset, without all that a build does beside it. */
async function alone(session: Session, driver: Driver, dataset: string): Promise<Cost> {
  return kept(driver, (await statementOf(session, dataset)).join)
}

/** Feast in every way, each right after our own join and build of the same labels and features, so that other work on the machine meets all. */
async function theirs(b: Place, session: Session, driver: Driver): Promise<Run> {
  const done: Record<string, Held> = {}
  const run = async (name: string, mine: string, live: string, views: readonly (readonly string[])[], calls = 1): Promise<void> => {
    const build = { dataset: mine, from: null, to: null, known: null, out: b.file(mine), force: true, partial: false }
    done[joinOf(name)] = await alone(session, driver, mine)
    done[buildOf(name)] = await costOf(() => buildDataset(session, build))
    const typed = views.map(v => v.map(c => `${c}:${counts.includes(c) ? 'Int64' : 'Float64'}`).join())
    const labels = mine === 'ten_of_few' ? 'few' : 'labels'
    done[name] = b.run('feast_training.py', b.file('daily'), b.file(labels), b.file('feast'), b.root, live, String(calls), ...typed)
    await same(driver, b.file('feast'), b.file(mine), labels === 'few' ? b.few : b.labels, views.flat())
  }
  await run('as it comes', 'ten', 'default', [all], Math.ceil(b.labels / most))
  await run('a month', 'ten', '30', [all])
  await run('a week', 'ten', '7', [all])
  await run('a day', 'ten', '1', [all])
  await run('as it comes, few', 'ten_of_few', 'default', [all])
  await run('four, a week', 'eight', '7', split)
  await run('four, a day', 'eight', '1', split)
  return done
}

/** Under which name our own build is that was run just before. */
function buildOf(name: string): string {
  return `feat: ${name}`
}

/** And our own join. */
function joinOf(name: string): string {
  return `feat, join: ${name}`
}

async function same(driver: Driver, feast: string, feat: string, n: number, columns: readonly string[]): Promise<void> {
  const alike = (c: string): string =>
    `coalesce(abs(a.${c}::DOUBLE - b.${c}::DOUBLE) <= 1e-9 * greatest(1, abs(b.${c}::DOUBLE)), (a.${c} IS NULL) = (b.${c} IS NULL))`
  const [row] = await driver.query(
    `SELECT count(*) AS n, count(*) FILTER (WHERE a.label_id IS NULL OR b.label_id IS NULL OR NOT (${columns.map(alike).join(' AND ')})) AS wrong
     FROM '${feat}' AS a FULL JOIN '${feast}' AS b USING (label_id)`,
  )
  if (row!['wrong'] !== 0 || row!['n'] !== n) throw new Error(`${row!['wrong']} of ${row!['n']} labels differ from Feast, of ${n}`)
}

function report({ labels, few, workload, runs }: Place, done: readonly Run[]): void {
  const of = (name: string, c: keyof Held): number => median(done.map(r => r[name]![c]!))
  const ratio = (name: string, beside: string, c: keyof Cost = 'wall'): number => median(done.map(r => r[name]![c] / r[beside]![c]))
  const told = (text: string, name: string): void => {
    const held = done[0]![name]!.memory === undefined ? '' : `  ${(of(name, 'memory') / 1e9).toFixed(1)} GB`
    const build = buildOf(name)
    const times = (mine: string): string => `${ratio(name, mine).toFixed(1)} x (processor ${ratio(name, mine, 'cpu').toFixed(1)} x)`
    const beside = build in done[0]! ? `  ${times(joinOf(name))} our join, ${times(build)} the whole build` : ''
    const missed = build in done[0]! && ratio(name, joinOf(name)) < bar ? `  MISSED ${bar} x` : ''
    console.log(`  ${text.padEnd(66)} ${of(name, 'wall').toFixed(2)} s  (processor ${of(name, 'cpu').toFixed(2)} s)${held}${beside}${missed}`)
  }
  const daily = (workload.keys * workload.days) / 1e6
  console.log(`W2: features as of labels, from ${daily} M daily rows; medians of ${runs} runs; Feast ends with an Arrow table in memory`)
  console.log(`  -- ${labels} labels, ten features of one view`)
  told("DuckDB's equality join by hand, from Parquet into memory", 'hand')
  told('feat, the point-in-time join alone, from its table into memory', joinOf('as it comes'))
  told('feat dataset build, to Parquet, with checksums of input and output', buildOf('as it comes'))
  told(`Feast as it comes, rows live for ever, in ${Math.ceil(labels / most)} calls`, 'as it comes')
  told('Feast, rows live 30 days', 'a month')
  told('Feast, rows live a week', 'a week')
  told('Feast, rows live a day: the least that it can join', 'a day')
  console.log(`  Feast against the equality join by hand: a week ${ratio('a week', 'hand').toFixed(1)} x, a day ${ratio('a day', 'hand').toFixed(1)} x`)
  console.log(`  -- ${few} labels, ten features of one view: what Feast as it comes holds at once`)
  told('feat dataset build, to Parquet, with checksums of input and output', buildOf('as it comes, few'))
  told('Feast as it comes, rows live for ever, in one call', 'as it comes, few')
  console.log(`  -- ${labels} labels, eight features; for Feast four views of two each, over the same rows`)
  told('feat dataset build, to Parquet, with checksums of input and output', buildOf('four, a week'))
  told('Feast, four views, rows live a week', 'four, a week')
  told('Feast, four views, rows live a day', 'four, a day')
  console.log('  all labels and values are the same in every way')
}
