import { printQuery } from '../emit/index.ts'
import type { PlacedState } from '../ir/placed.ts'
import type { Lowered } from '../lower/index.ts'
import { bindRelation } from '../plan/bind.ts'
import { bindStorages } from '../plan/binding.ts'
import { bindingsOf } from '../plan/match.ts'

/** The data tests that follow from types, checks and contracts: each passes where its query returns no row. */
export function testFiles(lowered: Lowered, placed: PlacedState): readonly (readonly [string, string])[] {
  const { placement, project } = placed
  const bound = placed.resources.map(r => [r.address, bindStorages(r, { project, placement, record: null, recorded: new Map(), live: new Map() })] as const)
  const bindings = bindingsOf(lowered, placed, new Map(bound))
  return lowered.tests.map(t => {
    const name = t.address
      .slice('test.'.length)
      .toLowerCase()
      .replaceAll(/[^a-z0-9_.-]+/g, '-')
    return [`${name}.sql`, `-- ${t.title}: passes where no row comes back\n${printQuery(bindRelation(t.relation, bindings), placement.dialect, null)};\n`]
  })
}
