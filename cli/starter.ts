/** One file of a starter project. An optional one gives way to a file that is there; any other one refuses to start. */
export interface StarterFile {
  readonly path: string
  readonly text: string
  readonly optional: boolean
}

/** The project that `feat init` writes: one entity, one CSV file, a view of five features. */
export function starterFiles(name: string, version: string): readonly StarterFile[] {
  const project =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9_]+/g, '_')
      .replaceAll(/^[^a-z]+|_+$/g, '') || 'shop'
  return [
    { path: 'features.config.ts', text: configText(project), optional: false },
    { path: 'features/entities.ts', text: entitiesText, optional: false },
    { path: 'features/sources.ts', text: sourcesText, optional: false },
    { path: 'features/customer.ts', text: customerText, optional: false },
    { path: 'data/orders.csv', text: ordersCsv(), optional: false },
    { path: 'package.json', text: packageText(project, version), optional: true },
    { path: 'tsconfig.json', text: tsconfigText, optional: true },
    { path: '.gitignore', text: 'node_modules/\n.feat/\n', optional: true },
    { path: 'README.md', text: readmeText(project), optional: true },
  ]
}

const configText = (project: string): string => `import { defineConfig, duckdb } from 'featplan'

export const config = defineConfig({
  project: '${project}',
  defaultTarget: 'local',
  targets: {
    // The source 'raw.orders' is the file data/orders.csv; Parquet works alike.
    local: duckdb({ path: '.feat/local.duckdb', sources: { raw: './data/*.csv' } }),
  },
  defaults: { owner: 'me', every: '1d' },
})
`

const entitiesText = `import { entity, varchar } from 'featplan'

/** Somebody who orders from us. */
export const customer = entity('customer', { keys: { customer_id: varchar() } })
`

const sourcesText = `import { category, events, number, timestamp, varchar } from 'featplan'
import { customer } from './entities.ts'

/** One row per order. */
export const orders = events('raw.orders', {
  entities: [customer],
  columns: {
    order_id: varchar(),
    customer_id: varchar(),
    amount_usd: number(12, 2),
    status: category('paid', 'returned'),
    ordered_at: timestamp(),
  },
  eventTime: 'ordered_at',
  tieBreak: ['order_id'],
  defines: [customer],
})
`

const customerText = `import { count, daysSince, featureView, last, rate, sum, window } from 'featplan'
import { customer } from './entities.ts'
import { orders } from './sources.ts'

const month = window('30d')

/** What a customer ordered lately. */
export const behaviour = featureView(
  'customer_orders',
  { entity: customer },
  {
    /** Orders in the last 30 days. */
    order_count_30d: count(orders).over(month),
    /** Revenue of the last 30 days; 0 where there was no order. */
    revenue_usd_30d: sum(orders.c.amount_usd).over(month).default(0),
    /** Share of the orders of the last 30 days that came back. */
    return_rate_30d: rate(orders.c.status.eq('returned')).over(month),
    /** Days since the newest order. */
    days_since_order: daysSince(last(orders.c.ordered_at).over('lifetime')),
  },
).derive(f => ({
  /** What an order of the last 30 days was worth on average. */
  average_order_usd_30d: f.revenue_usd_30d.div(f.order_count_30d),
}))
`

/** Sixty orders of eight customers in the first quarter of 2026, the same each time. */
function ordersCsv(): string {
  const start = Date.UTC(2026, 0, 1)
  const rows = Array.from({ length: 60 }, (_, i) => {
    const minutes = i * 2087 + ((i * i * 37) % 900)
    const at = new Date(start + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')
    const amount = (5 + ((i * 7919) % 20_000) / 100).toFixed(2)
    return `o${String(i + 1).padStart(3, '0')},c${((i * 5 + (i % 7)) % 8) + 1},${amount},${i % 9 === 4 ? 'returned' : 'paid'},${at}`
  })
  return `order_id,customer_id,amount_usd,status,ordered_at\n${rows.join('\n')}\n`
}

function packageText(project: string, version: string): string {
  return `${JSON.stringify({ name: project.replaceAll('_', '-'), private: true, type: 'module', dependencies: { featplan: version } }, null, 2)}\n`
}

const tsconfigText = `{
  "compilerOptions": {
    "target": "es2023", "module": "nodenext", "strict": true, "noEmit": true, "skipLibCheck": true,
    "types": [], "allowImportingTsExtensions": true
  },
  "include": ["features", "features.config.ts"]
}
`

const readmeText = (project: string): string => `# ${project}

1. \`npx feat plan\` shows what would be created, \`npx feat apply\` creates it in \`.feat/local.duckdb\`.
2. \`npx feat materialize\` computes the features of every day since the first order.
3. \`npx feat show revenue_usd_30d --key customer_id=c1\` prints one value, with its definition, lineage and SQL.
4. \`npx feat status\` lists what exists.

With a file of your own, say \`data/visits.csv\` with the columns page_id, seconds and visited_at, write \`features/page.ts\`,
then plan, apply and materialize again, and \`npx feat show visits_7d --key page_id=...\`:

\`\`\`ts
import { count, entity, events, featureView, integer, sum, timestamp, varchar } from 'featplan'

export const page = entity('page', { keys: { page_id: varchar() } })
const columns = { page_id: varchar(), seconds: integer(), visited_at: timestamp() }
export const visits = events('raw.visits', { entities: [page], columns, eventTime: 'visited_at', defines: [page] })
export const traffic = featureView('page_traffic', { entity: page }, {
  visits_7d: count(visits).over('7d'),
  seconds_7d: sum(visits.c.seconds).over('7d'),
})
\`\`\`
`
