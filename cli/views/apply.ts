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
  const retired = plan.steps.filter(s => s.effect?.kind === 'retire').length
  const kept = `${retired === 1 ? '1 table' : `${retired} tables`} that nothing names any more ${retired === 1 ? 'is' : 'are'} kept for 7 days; an apply after that drops ${retired === 1 ? 'it' : 'them'}.\n`
  return `\n${retired === 0 ? '' : kept}${p.bold(p.green('Apply complete!'))} ${p.bold(`Resources: ${counts}`)} in ${duration(milliseconds)}.\n`
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
