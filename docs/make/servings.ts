import { formatDuration } from '../../compiler/base/duration.ts'
import type { ServingKind, ServingTraits } from '../../compiler/ir/serving-kind.ts'
import { servingKinds, servingTraits } from '../../compiler/ir/serving-kind.ts'
import { code, page, table } from './markdown.ts'

/** What each kind is made of, and how it changes. */
const made: Readonly<Record<ServingKind, { readonly of: string; readonly altered: string; readonly replaced: string }>> = {
  'dynamic table': {
    of: 'one dynamic table, with the refresh mode spelled out',
    altered: 'lag, warehouse, cluster keys, comments',
    replaced: 'CREATE OR REPLACE with grants kept; it is computed anew (the plan says how many rows)',
  },
  'materialized view': {
    of: 'a materialized view `NAME__ROWS` of the rows of one storage, and a view that takes the newest of them',
    altered: 'cluster keys, comments',
    replaced: 'CREATE OR REPLACE of both, with grants kept',
  },
  view: { of: 'one view over storages', altered: '', replaced: 'CREATE OR REPLACE with grants kept' },
  'interactive table': {
    of: 'one interactive table with a target lag, clustered by the keys unless told otherwise; fast through an interactive warehouse, which is yours to make',
    altered: 'lag, warehouse, cluster keys, comment',
    replaced: 'CREATE OR REPLACE with grants kept; it is computed anew',
  },
  'online feature table': {
    of: 'a view `NAME__ROWS`, and an online feature table that selects from it, with the keys of the entity as primary key',
    altered: 'lag, warehouse, comment',
    replaced: 'recreated: empty until its first refresh, grants are lost',
  },
  'hybrid table': {
    of: 'a hybrid table in the schema of storages, with the keys as enforced primary key, and a view over it',
    altered: 'comments',
    replaced: 'built aside, filled, and shown by the view',
  },
}

/** A program that reads a serving of the starter project: a test compiles and runs it. */
export const lookupExample = `import { openLookup } from 'featplan/serve'

const online = await openLookup('online', { root: '.' })
const row = online.get({ customer_id: 'c1' })
if (row === null) throw new Error('no such customer')
export const orders = Number(row['order_count_30d'])

// after the next run of feat materialize; false: nothing has changed
export const changed = await online.refresh()
`

/** docs/reference/serving.md: what a serving may become on Snowflake, and by which rules. */
export function servingsMarkdown(): string {
  return page('Serving on Snowflake', 'compiler/ir/serving-kind.ts and docs/make/servings.ts', [
    'A serving says what inference needs: `freshness`, and with `latency` how long reading one key may take. On a target on Snowflake the compiler takes the first of the kinds below that obeys its rules there and meets both; `as` chooses one, and is checked. The plan and the catalog say what was chosen and why. On an embedded warehouse a serving is always a table that `feat materialize` fills, shown by a view: the same project runs on both.',
    'Nothing on this page was ever run on a live account. The rules are those of the documentation; the latencies are the order of magnitude that it speaks of, never measured by us.',
    '## Kinds, in order of preference',
    table(
      ['kind', 'edition', 'clouds', 'lag', 'about', 'needs', 'who keeps it current'],
      servingKinds.map(kind => row(kind, servingTraits[kind])),
    ),
    '## What each is made of',
    table(
      ['kind', 'objects', 'altered in place', 'otherwise'],
      servingKinds.map(kind => [code(kind), made[kind].of, made[kind].altered, made[kind].replaced]),
    ),
    "An object of one kind cannot replace one of another: the plan warns that for a moment nothing stands under the name. `DOWNSTREAM` as target lag is written `freshness: 'downstream'`.",
    '## The query of what Snowflake keeps current',
    'Rows come straight from storages, never through public views. The query can be refreshed incrementally: the moment stands in conditions alone, views are put together by UNION ALL and GROUP BY instead of outer joins, and the newest point is found by an inner join. SQL of your own in a computed column that depends on the moment, the user or chance, has a subquery or ANY_VALUE makes a dynamic table refresh in full; the plan says which piece does. A test runs this query and the one that fills a stored serving on the same rows, and they show the same, but for `computed_at`: it is when the newest of the values was computed, and of a stored serving the moment of the run.',
    'What nobody has verified: whether Snowflake refreshes a dynamic table while its sources stay as they are and only the moment moves on. Where it does not, a point that becomes available after it was stored (`availableAfter` beyond `settle`), or values that become too old to be shown, wait there for the next rows. A view is always right.',
    'A materialized view can find no newest row, for it has neither joins nor window functions. It keeps the rows of one storage, clustered as you say, and a view over it takes the newest.',
    '## Computed columns',
    'A computed column that reads no field of the request stands in the public view, or in the query of the object. Those that do are given by a function `NAME__REQUEST`, with the fields as parameters, beside the rows of the public name: a table function of SQL on Snowflake, a table macro on DuckDB.',
    '## In a program',
    '`featplan/serve` holds the rows of a serving in the memory of a program, where a key is found in some microseconds. It works with every target, and loads the driver of its warehouse only. The warehouse is open while the rows are read and closed after that, so that `feat materialize` can write an embedded one meanwhile; `refresh()` reads again where a run has computed rows since, and until it is done `get` gives the former ones. Keys are given as the driver gives them: text, numbers, instants as ISO text; `get` gives null for a key without a row. What is shown is as new as the last `refresh()`, and a live serving as of it.',
    `\`\`\`js\n${lookupExample}\`\`\``,
  ])
}

function row(kind: ServingKind, t: ServingTraits): readonly string[] {
  const lag =
    t.lag === null
      ? 'none'
      : `from ${formatDuration(t.lag.least)}${t.lag.most === null ? '' : ` to ${formatDuration(t.lag.most)}`}${t.lag.downstream ? ', or DOWNSTREAM' : ''}`
  const needs = [t.needsKey ? 'keys' : '', t.oneTable ? 'features of one view, in one storage' : '', t.cluster === 'required' ? 'cluster keys' : ''].filter(
    n => n !== '',
  )
  const kept = { 'by Snowflake': 'Snowflake', 'when read': 'nobody: it is computed when read', 'by materialize': '`feat materialize`' }[t.kept]
  return [code(kind), t.edition, t.clouds?.join(', ') ?? 'all', lag, t.latency >= 1000 ? `${t.latency / 1000} s` : `${t.latency} ms`, needs.join('; '), kept]
}
