import type { Plan } from '../../compiler/ir/plan.ts'
import { jsonText } from './json.ts'
import { paint } from './paint.ts'
import { planCounts } from './plan-words.ts'
import { duration } from './progress.ts'

/** The last lines of an apply or a destroy. */
export function applyView(plan: Plan, milliseconds: number, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const n = planCounts(plan)
  const counts = `${n.create} created, ${n.change + n.rename} changed, ${n.rebuild} rebuilt, ${n.destroy} destroyed`
  return `\n${p.bold(p.green('Apply complete!'))} ${p.bold(`Resources: ${counts}`)} in ${duration(milliseconds)}.\n`
}

/** `milliseconds` is null where there was nothing to do. */
export function applyJson(plan: Plan, milliseconds: number | null): string {
  return jsonText({
    plan: plan.id,
    applied: milliseconds !== null,
    summary: planCounts(plan),
    steps: plan.steps.length,
    milliseconds: Math.round(milliseconds ?? 0),
  })
}
