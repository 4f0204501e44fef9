import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as language from 'featplan'
import { typeCheck } from './type-check.ts'

const folder = fileURLToPath(new URL('../../compiler/dsl', import.meta.url))

interface Example {
  readonly place: string
  readonly code: string
}

const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(f => f.endsWith('.ts'))
  .toSorted()
  .flatMap((file): readonly Example[] => {
    const text = readFileSync(join(folder, file), 'utf8')
    return [...text.matchAll(/@example\s([\s\S]*?)\*\//g)].map(match => ({
      place: `${file}:${text.slice(0, match.index).split('\n').length}`,
      code: match[1]!
        .split('\n')
        .map(l => l.replace(/^\s*\* ?/, ''))
        .join('\n')
        .trim(),
    }))
  })

/** What the examples speak of without declaring it. */
const given = `
import * as declarations from './declarations.ts'
const { customer, vehicle, region, route, deliveries, customers, vehicles, weather, service, risk, climate, churn } = declarations
const { status, attrs, picked_up_at, delivered_at, km, revenue_usd: revenue, cost_usd: tax, from_hub: code } = deliveries.c
const { signed_up_at } = customers.c
const orders = deliveries
const hours = picked_up_at.until(delivered_at, 'hours')
const done = status.eq('done')
const score = risk.f.risk_score
const view = featureView('view', { entity: customer }, { orders_30d: count(orders).over('30d'), orders_prior_30d: count(orders).over('30d'), on_time_rate: rate(deliveries.c.on_time).over('30d'), on_time_rate_30d: rate(deliveries.c.on_time).over('30d'), on_time_rate_90d: rate(deliveries.c.on_time).over('90d'), rate: rate(deliveries.c.on_time).over('30d'), risk_score: score.plus(1) })
const { f } = view
`

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(30)
})

it('has examples that compile', () => {
  const imports = `import { ${Object.keys(language).join(', ')} } from 'featplan'`
  const declarations = readFileSync(new URL('./declarations.ts', import.meta.url), 'utf8')
  const files = Object.fromEntries(examples.map(({ code }, i) => [`example${i}.ts`, `${imports}\n${given}\n{\n${asStatement(code)}\n}\n`]))
  const said = typeCheck({ ...files, 'declarations.ts': declarations })
  const wrong = [...said].map(([at, message]) => {
    const { place, code } = examples[Number(/example(\d+)/.exec(at)?.[1])] ?? { place: at, code: '' }
    return `${place}\n${code}\n${message}`
  })
  expect(wrong).toEqual([])
})

/** Members of an object stand between braces; an export is a declaration. */
function asStatement(code: string): string {
  return /^\w+: /.test(code) ? `void { ${code} }` : code.replaceAll(/^export /gm, '')
}
