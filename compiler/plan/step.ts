import type { Address } from '../base/address.ts'
import { hashOf } from '../base/hash.ts'
import type { Phase, StateEffect, Step } from '../ir/plan.ts'

interface StepContent {
  readonly phase: Phase
  readonly cause: Address
  readonly title: string
  readonly sql: readonly string[]
  readonly transaction?: boolean
  readonly apart?: number
  readonly fill?: Step['fill']
  readonly effect?: StateEffect | null
  readonly probe?: string | null
  readonly undo?: string | null
}

/** A step whose id is the hash of its content. It runs after all steps of earlier phases, and in the order given within one. */
export function step(content: StepContent): Step {
  const whole = { transaction: false, fill: null, effect: null, probe: null, undo: null, ...content }
  return { id: hashOf(whole), after: [], ...whole }
}

const phases: readonly Phase[] = ['expand', 'fill', 'audit', 'publish', 'contract']

export function inPhases(steps: readonly Step[]): readonly Step[] {
  return phases.flatMap(phase => steps.filter(s => s.phase === phase))
}
