import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic, FeatError } from '../../compiler/base/diagnostic.ts'
import { groupBy } from '../../compiler/base/group.ts'
import { qualified, quote } from '../../compiler/emit/index.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import { nameText } from '../../compiler/ir/name.ts'
import type { Placement } from '../../compiler/ir/placed.ts'
import type { Live, State } from '../../compiler/ir/state.ts'
import type { Driver } from '../driver/driver.ts'
import { inParallel } from '../driver/parallel.ts'
import { readerOf } from './observe.ts'

/** Objects that are asked for by name; where more are missing, some stand for all. */
const most = 24

/** Refuses to take for dropped what state records and the listing leaves out, where that is for want of a privilege. */
export async function refuseHidden(driver: Driver, placement: Placement, state: State | null, live: Live): Promise<void> {
  if (state === null) return
  const listed = new Set(live.objects.map(o => nameText(o.name)))
  const missing = state.storages.map(s => s.storage.name).filter(n => !listed.has(nameText(n)))
  if (missing.length === 0) return
  const reader = readerOf(driver)
  const unseen = missing.filter(n => live.schemas.includes(n.schema)).slice(0, most)
  const hidden = await inParallel(unseen, driver.parallelism, async n => ((await reader.isHidden(driver, n)) ? [n] : []))
  // A storage is recorded before its schema is made; a record tells of what was there.
  const applied = new Set(state.records.flatMap(r => r.storages.map(s => nameText(s.name))))
  const lost = reader.hidesSchemas ? missing.filter(n => applied.has(nameText(n))) : []
  const found = [...hiddenObjects(hidden.flat(), placement), ...hiddenSchemas(lost, placement, live)]
  if (found.length === 0) return
  const role = await reader.roleOf(driver)
  throw new FeatError(found.map(of => of(role)))
}

type Finding = (role: string) => Diagnostic

function hiddenObjects(names: readonly QualifiedName[], { dialect }: Placement): readonly Finding[] {
  return names.length === 0 ? [] : [role => diagnostic('F672', { objects: names.map(n => qualified(n, dialect)), role })]
}

function hiddenSchemas(missing: readonly QualifiedName[], { catalog, dialect }: Placement, live: Live): readonly Finding[] {
  const gone = groupBy(
    missing.filter(n => !live.schemas.includes(n.schema)),
    n => n.schema,
  )
  const text = (schema: string): string => [catalog, schema].flatMap(p => (p === null ? [] : [quote(p, dialect)])).join('.')
  return [...gone].map(
    ([schema, names]) =>
      role =>
        diagnostic('F673', { schema: text(schema), objects: names.length, role }),
  )
}
