import type { Address } from '../compiler/base/address.ts'
import { diagnostic, FeatError } from '../compiler/base/diagnostic.ts'
import { nearest } from '../compiler/base/near.ts'
import type { Plan } from '../compiler/ir/plan.ts'
import type { State } from '../compiler/ir/state.ts'
import { writableIn } from '../compiler/plan/binding.ts'
import { plan } from '../compiler/plan/index.ts'
import type { Matched } from '../compiler/plan/match.ts'
import { match } from '../compiler/plan/match.ts'
import { refuseHidden } from './observe/hidden.ts'
import { observe } from './observe/observe.ts'
import type { Session } from './session.ts'
import { readState } from './state/read.ts'

/**
 * The plan that makes one storage of the column groups of a view, or of each view that has several: copied, never computed again.
 * Only the environment that owns all of them folds them, once no other one shows them.
 */
export async function compactPlan(session: Session, view: string | null): Promise<Plan> {
  const { driver, placed, compiled, now, tool } = session
  const { placement } = placed
  const [state, live] = await Promise.all([readState(driver, placement), observe(driver, placement)])
  await refuseHidden(driver, placement, state, live)
  const input = { lowered: compiled.lowered, placed, state, live, now, allowDestroy: false, tool }
  const differing = plan(input).changes.map(c => c.address)
  if (differing.length > 0) throw new FeatError([diagnostic('F520', { changes: differing })])
  const views = match(compiled.lowered, placed, state, live).matched.filter(m => m.resource.kind === 'view')
  const wanted = view === null ? views : [named(view, views)]
  const folded = new Set<Address>()
  for (const m of wanted.filter(x => x.binding.storages.length > 1)) {
    const others = sharers(m, state, placement.environment)
    if (others.length === 0) folded.add(m.resource.address)
    else if (view !== null) throw new FeatError([diagnostic('F521', { address: m.resource.address, environments: others }, { address: m.resource.address })])
  }
  return plan({ ...input, fold: of => folded.has(of) })
}

function named(name: string, views: readonly Matched[]): Matched {
  const found = views.find(m => m.resource.address === name || m.resource.name === name)
  if (found !== undefined) return found
  const known = views.flatMap(m => [m.resource.name ?? '', m.resource.address])
  throw new FeatError([diagnostic('F519', { name, near: nearest(name, known) })])
}

/** Environments that own a group, or show one. */
function sharers({ binding }: Matched, state: State | null, environment: string): readonly string[] {
  const groups = new Set(binding.storages.map(s => s.generation))
  const writable = writableIn(environment, state)
  const owners = (state?.storages ?? []).filter(s => groups.has(s.storage.generation) && !writable(s.storage)).map(s => s.owner)
  const showing = (state?.records ?? []).filter(r => r.environment !== environment && r.storages.some(s => groups.has(s.generation))).map(r => r.environment)
  return [...new Set([...owners, ...showing])].toSorted()
}
