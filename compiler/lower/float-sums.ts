import { absurd } from '../base/diagnostic.ts'
import type { AggregatePlan } from './aggregate-plan.ts'
import type { ViewPlan } from './view-plan.ts'

/** Whether values of a view are made by adding up floats: then their last bits depend on the order in which that is done. */
export function sumsFloats({ slots }: ViewPlan): boolean {
  return slots.some(s => addsUp(s.plan))
}

function addsUp(plan: AggregatePlan): boolean {
  switch (plan.by) {
    case 'moments':
    case 'comoments':
      return true
    case 'merge':
      return plan.states.some(({ state, op }) => op === 'sum' && state.type.kind === 'float')
    case 'versions':
      return addsUp(plan.plan)
    case 'ordered':
    case 'multiset':
    case 'sketch':
    case 'rows':
      return false
    default:
      return absurd(plan)
  }
}
