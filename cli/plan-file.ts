import { resolve } from 'node:path'
import { z } from 'zod'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import { hashOf } from '../compiler/base/hash.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import { readText } from './files.ts'

const text = z.string('it holds no plan')
const list = z.array(z.unknown(), 'it holds no plan')
const shape = z.looseObject(
  {
    format: z.literal(1, 'it is no plan, or one of another version of feat'),
    id: text,
    project: text,
    target: text,
    environment: text,
    state: text,
    tool: text,
    changes: list,
    steps: list,
    blocked: list,
  },
  'it holds no plan',
)

export function planFileText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}

/** What `feat plan --out` wrote, unchanged. */
export function readPlanFile(path: string, cwd: string): Plan {
  const refuse = (why: string): FeatError => new FeatError([diagnostic('F708', { path, why })])
  const json = jsonOf(readText(resolve(cwd, path)))
  const found = shape.safeParse(json)
  if (!found.success) throw refuse(json === null ? 'it is no JSON' : found.error.issues[0]!.message)
  const { id, ...content } = found.data
  if (hashOf(content) !== id) throw refuse('it was changed after it was saved')
  return found.data as unknown as Plan
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
