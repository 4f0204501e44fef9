import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectionOf } from './gate.ts'
import { legal, legalMutations } from './legal-mutations.ts'
import type { Mutation, MutationKind } from './mutations.ts'
import { mutated, mutationsOf } from './mutations.ts'
import { statementsOfKinds } from './kinds.ts'
import { writtenStatements } from './statements-under-test.ts'

const written = writtenStatements().map(w => w.sql)
/** How many of each kind are tried of a statement. */
const ofEachKind = Number(process.env['FEAT_GRAMMAR_MUTATIONS'] ?? 3)
const every = [...new Set([...statementsOfKinds().map(s => s.sql), ...written])]

/** A statement and a mistake in it. */
interface Tried {
  readonly sql: string
  readonly mutation: Mutation
}

/** A few mutations of each kind, spread over the statement. */
function sample(sql: string): readonly Tried[] {
  const byKind = grouped(mutationsOf(sql))
  return [...byKind.values()].flatMap(all => {
    const step = Math.max(1, all.length / ofEachKind)
    return Array.from({ length: Math.min(all.length, ofEachKind) }, (_, i) => ({ sql, mutation: all[Math.floor(i * step)]! }))
  })
}

function grouped(all: readonly Mutation[]): ReadonlyMap<MutationKind, readonly Mutation[]> {
  const kinds = [...new Set(all.map(m => m.kind))]
  return new Map(kinds.map(kind => [kind, all.filter(m => m.kind === kind)]))
}

function isAccepted({ sql, mutation }: Tried): boolean {
  return objectionOf(mutated(sql, mutation)) === null
}

/** Where the mistake was made in the statements that are accepted though nothing says that they may be. */
function wrongly(accepted: readonly Tried[]): readonly string[] {
  return accepted.flatMap(({ sql, mutation: m }) =>
    legal(m) === undefined ? [`${m.kind}: ${m.before} [${m.what}] ${m.after}: ${mutated(sql, m).slice(Math.max(0, m.from - 150), m.from + 150)}`] : [],
  )
}

describe('mutated statements', () => {
  it('are refused, each one, but for those that are legal', () => {
    const tried = every.flatMap(sql => sample(sql))
    const accepted = tried.filter(isAccepted)
    expect(tried.length).toBeGreaterThan(5000)
    expect(wrongly(accepted)).toEqual([])
    expect(accepted.length / tried.length).toBeLessThan(0.1)
  })

  it('are all refused where the statement is short, whatever the mutation', () => {
    const tried = statementsOfKinds().flatMap(({ sql }) => mutationsOf(sql).map(mutation => ({ sql, mutation })))
    expect(wrongly(tried.filter(isAccepted))).toEqual([])
    expect(new Set(tried.map(t => t.mutation.kind)).size).toBe(6)
  })

  it('are refused wherever the mistake is', () => {
    const anywhere = fc.tuple(fc.constantFrom(...every), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }))
    const tried = anywhere.map(([sql, at]): Tried => {
      const all = mutationsOf(sql)
      return { sql, mutation: all[Math.floor(at * all.length)]! }
    })
    fc.assert(
      fc.property(tried, t => wrongly(isAccepted(t) ? [t] : []).length === 0),
      { numRuns: 300, seed: 1 },
    )
  })

  it('are legal only as listed: each entry is one that the gate accepts', () => {
    const unused = new Set(legalMutations)
    for (const sql of every) {
      if (unused.size === 0) break
      for (const mutation of mutationsOf(sql)) {
        const entry = legal(mutation)
        if (entry !== undefined && unused.has(entry) && isAccepted({ sql, mutation })) unused.delete(entry)
      }
    }
    expect([...unused].map(l => l.why)).toEqual([])
  })
})
