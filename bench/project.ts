import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ProjectSize {
  /** Feature views, one file each. */
  readonly files: number
  readonly featuresPerFile: number
}

/** Writes a project of one config, one file of entities, one of sources, and one file per feature view: the same text for the same size. */
export function generateProject(dir: string, { files, featuresPerFile }: ProjectSize): void {
  mkdirSync(join(dir, 'features', 'views'), { recursive: true })
  writeFileSync(join(dir, 'features.config.ts'), config)
  writeFileSync(join(dir, 'features', 'windows.ts'), windows)
  writeFileSync(join(dir, 'features', 'entities.ts'), entities)
  writeFileSync(join(dir, 'features', 'sources.ts'), sources)
  for (let i = 0; i < files; i++) writeFileSync(join(dir, viewFile(i)), viewText(i, featuresPerFile))
}

/** The file of the n-th view, relative to the project. */
export function viewFile(n: number): string {
  return `features/views/view-${String(n).padStart(4, '0')}.ts`
}

const config = `import { defineConfig, duckdb } from 'featplan'

export const config = defineConfig({
  project: 'bench',
  defaultTarget: 'local',
  targets: { local: duckdb({ path: '.feat/local.duckdb', sources: { raw: 'raw' } }) },
  defaults: { owner: 'ml-platform', every: '1d' },
})
`

const windows = `import { window } from 'featplan'

export const week = window('7d')
export const month = window('30d')
export const monthBefore = window('30d', { offset: '30d' })
export const quarter = window('90d')
`

const entities = `import { entity, varchar } from 'featplan'

/** A company that ships with us. */
export const customer = entity('customer', { keys: { customer_id: varchar() } })

/** A truck or van. */
export const vehicle = entity('vehicle', { keys: { vehicle_id: varchar() } })
`

const sources = `import { boolean, category, events, number, timestamp, varchar } from 'featplan'
import { customer, vehicle } from './entities.ts'

/** One row per completed delivery. */
export const deliveries = events('raw.deliveries', {
  entities: [customer, vehicle],
  columns: {
    customer_id: varchar(), vehicle_id: varchar(), revenue_usd: number(12, 2), cost_usd: number(12, 2), km: number(9, 1),
    on_time: boolean(), status: category('open', 'done', 'lost'), delivered_at: timestamp(), loaded_at: timestamp(),
  },
  eventTime: 'delivered_at', knownTime: 'loaded_at', lateness: '2d', tieBreak: ['loaded_at'], defines: [customer, vehicle],
})

/** One row per payment. */
export const payments = events('raw.payments', {
  entities: [customer],
  columns: { customer_id: varchar(), amount_usd: number(12, 2), failed: boolean(), paid_at: timestamp() },
  eventTime: 'paid_at', lateness: '1d',
})
`

/** What the features of a view are made of, in turn; `at` makes each a feature of its own. */
const shapes: readonly ((at: number) => readonly [name: string, comment: string, expression: string])[] = [
  at => ['deliveries', 'Deliveries in the last 30 days.', `count(deliveries).where(deliveries.c.km.gt(${at})).over(month)`],
  at => [
    'revenue',
    'Revenue of deliveries above a distance, in the last quarter.',
    `sum(deliveries.c.revenue_usd).where(deliveries.c.km.gt(${at})).over(quarter).default(0)`,
  ],
  at => [
    'margin',
    'Average margin of a delivery in the last 30 days.',
    `avg(deliveries.c.revenue_usd.minus(deliveries.c.cost_usd)).where(deliveries.c.km.lt(${at})).over(month)`,
  ],
  at => [
    'on_time_rate',
    'Share of deliveries that met the promised time.',
    `rate(deliveries.c.on_time).where(deliveries.c.km.gt(${at})).over(week).default(0).with({ unit: 'share', checks: [between(0, 1)] })`,
  ],
  at => ['prior', 'Deliveries in the 30 days before the last 30.', `count(deliveries).where(deliveries.c.km.gt(${at})).over(monthBefore)`],
]

function viewText(n: number, features: number): string {
  const entity = n % 2 === 0 ? 'customer' : 'vehicle'
  const derived = features > 1 ? 1 : 0
  const members = Array.from({ length: features - derived }, (_, i) => {
    const [name, comment, expression] = shapes[i % shapes.length]!(n * features + i)
    return `  /** ${comment} */\n  ${name}_${n}_${i}: ${expression},`
  })
  const change =
    derived === 0
      ? ''
      : `.derive(f => ({
  /** Deliveries against a fixed pace. */
  pace_${n}: f.deliveries_${n}_0.div(30).clamp(0, 10).round(2),
}))`
  return `import { avg, between, count, featureView, rate, sum } from 'featplan'
import { ${entity} } from '../entities.ts'
import { deliveries } from '../sources.ts'
import { month, monthBefore, quarter, week } from '../windows.ts'

/** How the deliveries of a ${entity} went, part ${n}. */
export const view${n} = featureView('${entity}_view_${n}', { entity: ${entity}, owner: 'team-${n % 17}' }, {
${members.join('\n')}
})${change}
`
}
