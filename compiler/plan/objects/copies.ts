import { commentOn, objectsOf, qualified, literal } from '../../emit/index.ts'
import { nameText } from '../../ir/name.ts'
import type { Placement, Storage } from '../../ir/placed.ts'
import type { Step } from '../../ir/plan.ts'
import { text } from '../../ir/type.ts'
import type { Matched } from '../match.ts'
import { marker } from '../publish.ts'
import { step } from '../step.ts'

/**
 * What a new environment takes over from another one as tables of its own, which cost nothing until they differ: the
 * rows, and what is known of how far they are computed.
 */
export function copySteps(
  { resource, binding }: Matched,
  { project, placement }: { readonly project: string; readonly placement: Placement },
): readonly Step[] {
  return (binding.copies ?? []).map(({ from, to }) =>
    step({
      phase: 'expand',
      cause: resource.address,
      title: `clone ${nameText(from.name)} as ${nameText(to.name)}`,
      sql: [
        ...objectsOf(placement.dialect)!.cloneTable(from.name, to.name, to.transient === true),
        ...commentOn({ on: 'table', name: to.name }, marker(project, placement, resource.address, to.generation), placement.dialect),
        ...coverageCopied(from, to, placement),
      ],
      effect: { kind: 'storage', storage: to },
    }),
  )
}

function coverageCopied(from: Storage, to: Storage, { catalog, stateSchema: schema, dialect }: Placement): readonly string[] {
  const coverage = qualified({ catalog, schema, name: 'coverage' }, dialect)
  const key = (s: Storage): string => literal(s.generation, text, dialect)
  return [
    `DELETE FROM ${coverage} WHERE storage = ${key(to)}`,
    `INSERT INTO ${coverage} SELECT ${key(to)}, covers_from, covers_to, known_to FROM ${coverage} WHERE storage = ${key(from)}`,
  ]
}
