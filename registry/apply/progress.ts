import type { Step } from '../../compiler/ir/plan.ts'

/** What happens to the steps, as data: progress for a person, lines for a machine. */
export interface StepEvent {
  readonly step: Step
  /** From 1. */
  readonly index: number
  readonly total: number
  readonly state: 'start' | 'done' | 'skipped' | 'failed'
  /** Since its start. */
  readonly ms: number
}
