import { printQuery } from '../emit/index.ts'
import type { PlacedState } from '../ir/placed.ts'
import type { Lowered } from '../lower/index.ts'
import { bindRelation } from '../plan/bind.ts'
import { fileNameOf, freshBindings } from './bindings.ts'

/** The data tests that follow from types, checks and contracts: each passes where its query returns no row. */
export function testFiles(lowered: Lowered, placed: PlacedState): readonly (readonly [string, string])[] {
  const bindings = freshBindings(lowered, placed)
  return lowered.tests.map(t => {
    const query = printQuery(bindRelation(t.relation, bindings), placed.placement.dialect, null)
    return [`${fileNameOf(t.address.slice('test.'.length))}.sql`, `-- ${t.title}: passes where no row comes back\n${query};\n`]
  })
}
