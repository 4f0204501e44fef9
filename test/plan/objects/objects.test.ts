import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { planView } from '../../../cli/views/plan.ts'
import type { Plan } from '../../../compiler/ir/plan.ts'
import { sectionsOf, textOf } from '../../support/golden.ts'
import { placedIn } from '../../support/golden-cases.ts'
import { checkStrictly } from '../../grammar/gate.ts'
import { statementsWithin } from '../../support/scripting.ts'
import { compiledModule, plannedOn, thereAfter } from '../../support/snowflake-plan.ts'

// Each folder of cases/ is a project of one target on Snowflake: what was applied before, what is declared now, and the
// plan with its statements. Procedures that fill, and what is filled, are shown by the golden cases.

const folder = fileURLToPath(new URL('cases/', import.meta.url))
const cases = readdirSync(folder)

async function planOf(name: string): Promise<{ readonly first: Plan | null; readonly made: Plan; readonly again: Plan }> {
  const compiled = await compiledModule(`${folder}${name}/definition.ts`)
  const placed = placedIn(compiled, 'prod', null)
  const hasBefore = existsSync(`${folder}${name}/before.ts`)
  const earlier = hasBefore ? await compiledModule(`${folder}${name}/before.ts`) : null
  const first = earlier === null ? null : plannedOn(earlier, placedIn(earlier, 'prod', null))
  const there = first === null ? undefined : thereAfter(first, placedIn(earlier!, 'prod', null))
  const made = plannedOn(compiled, placed, there)
  return { first, made, again: plannedOn(compiled, placed, thereAfter(made, placed, there?.state ?? null)) }
}

describe('objects on Snowflake', () => {
  const printed = new Set<string>()

  it.each(cases)('%s', async name => {
    const { first, made, again } = await planOf(name)
    for (const sql of [...(first?.steps ?? []), ...made.steps].flatMap(s => s.sql)) for (const one of [sql, ...statementsWithin(sql)]) printed.add(one)
    const shown = sectionsOf(made).filter(s => !/write procedure \S+\.fill_|^(fill|audit): /.test(s.title))
    await expect(planView(made, { color: false, verbose: false })).toMatchFileSnapshot(`cases/${name}/plan.txt`)
    await expect(textOf(made, shown)).toMatchFileSnapshot(`cases/${name}/snowflake.sql`)
    // what was done once has nothing left to do
    expect(again.changes.filter(c => c.action !== 'none').map(c => [c.address, c.action, c.fields.map(f => f.path)])).toEqual([])
  })

  it('print nothing that our grammar of Snowflake refuses', () => {
    checkStrictly([...printed])
  })
})
