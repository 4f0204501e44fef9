import type { Address } from '../base/address.ts'
import { printQuery } from '../emit/index.ts'
import type { Step } from '../ir/plan.ts'
import type { DataTest } from '../lower/index.ts'
import { as, fields, select } from '../ir/terms.ts'
import { bindRelation } from './bind.ts'
import type { Fill } from './fill.ts'
import { outputs } from './fill.ts'
import { hasNewRows, isReplaced } from './match.ts'
import type { Matched } from './match.ts'
import { step } from './step.ts'
import type { StepContext } from './steps.ts'

/**
 * What was filled is looked at before it is shown: the data tests of each view that got rows, over the storages that are
 * about to be published. A row that comes back stops the apply there; the public name still shows what it showed. What an
 * apply filled that was cut off before it looked is looked at by the next one.
 */
export function auditSteps(fills: readonly Fill[], changed: readonly Matched[], c: StepContext): readonly Step[] {
  const resources = [...fills.map(f => f.resource), ...changed.filter(isReplaced).map(m => m.resource)]
  // Nobody reads tiles and captures but we: what is promised is promised of what rests on them.
  const filled = new Set<Address>(resources.filter(r => r.kind !== 'tiles' && r.kind !== 'captures').map(r => r.address))
  // A later group of columns is filled for the rows that are there: these were looked at when they came.
  const own = new Set<Address>([...fills.filter(f => f.storage.first).map(f => f.resource.address), ...changed.filter(hasNewRows).map(m => m.resource.address)])
  return [...filled]
    .flatMap(of => testsOf(of, c).filter(t => t.on !== of || own.has(of)))
    .map(t =>
      step({
        phase: 'audit',
        cause: t.on,
        title: `audit ${t.title}`,
        sql: [printQuery(select(as('t', bindRelation(t.relation, c.bindings)), fields(outputs(t.relation), 't'), { limit: shown }), c.placement.dialect, null)],
      }),
    )
}

function testsOf(of: Address, { lowered }: StepContext): readonly DataTest[] {
  const { tests, model } = lowered.around(of)
  return tests.filter(t => (model.catalog.features[t.on]?.view ?? t.on) === of)
}

/** Rows that fail, as many as a person wants to see. */
const shown = 5
