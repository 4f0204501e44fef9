import { resolve } from 'node:path'
import { z } from 'zod'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import { hashOf } from '../compiler/base/hash.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import { readText } from './files.ts'

const envelope = z.object({
  feat_plan: z.literal(1, 'it was written by another version of feat'),
  /** Of the plan as written: a file that was edited is refused. */
  seal: z.string('it has no seal'),
  plan: z.looseObject({
    format: z.literal(1), id: z.string(), project: z.string(), target: z.string(), environment: z.string(), state: z.string(),
    changes: z.array(z.unknown()), steps: z.array(z.unknown()), blocked: z.array(z.unknown()),
  }, 'it holds no plan'),
}, 'it holds no plan')

export function planFileText(plan: Plan): string {
  return `${JSON.stringify({ feat_plan: 1, seal: hashOf(plan), plan }, null, 2)}\n`
}

/** What `feat plan --out` wrote, unchanged. */
export function readPlanFile(path: string, cwd: string): Plan {
  const refuse = (why: string): FeatError => new FeatError([diagnostic('F708', { path, why })])
  const text = readText(resolve(cwd, path))
  const found = envelope.safeParse(jsonOf(text))
  if (!found.success) {
    const { path: at, message } = found.error.issues[0]!
    throw refuse(jsonOf(text) === null ? 'it is no JSON' : at.length > 1 ? 'it holds no plan' : message)
  }
  if (hashOf(found.data.plan) !== found.data.seal) throw refuse('it was changed after it was saved')
  return found.data.plan as unknown as Plan
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
