/** One interval of one storage, printed: texts of the state, or the names of parameters. */
export interface Covered {
  readonly storage: string
  readonly from: string
  readonly to: string
  readonly known: string
}

/**
 * Puts one interval into the coverage of a storage: what it overlaps is cut back to the rest, what it touches with the
 * same `known` becomes one interval with it. Reads the same on every engine.
 */
export function coverStatements(coverage: string, { storage, from, to, known }: Covered): readonly string[] {
  const of = `storage = ${storage}`
  const bound = (which: 'min(covers_from)' | 'max(covers_to)', other: string): string =>
    `coalesce((SELECT ${which} FROM ${coverage} WHERE ${of} AND known_to = ${known} AND covers_to >= ${from} AND covers_from <= ${to}), ${other})`
  return [
    ...uncoverStatements(coverage, { storage, from, to }),
    `INSERT INTO ${coverage} SELECT ${storage}, least(${from}, ${bound('min(covers_from)', from)}), greatest(${to}, ${bound('max(covers_to)', to)}), ${known}`,
    // Neighbours that the inserted interval has taken in.
    `DELETE FROM ${coverage} WHERE ${of} AND known_to = ${known} AND (covers_to = ${from} OR covers_from = ${to})`,
  ]
}

/** Takes one interval out of the coverage of a storage; each statement ends in its conditions. */
export function uncoverStatements(coverage: string, { storage, from, to }: Omit<Covered, 'known'>): readonly string[] {
  const of = `storage = ${storage}`
  return [
    // The part after the interval, of one that reaches beyond it on both sides.
    `INSERT INTO ${coverage} SELECT storage, ${to}, covers_to, known_to FROM ${coverage} WHERE ${of} AND covers_from < ${from} AND covers_to > ${to}`,
    `UPDATE ${coverage} SET covers_to = ${from} WHERE ${of} AND covers_from < ${from} AND covers_to > ${from}`,
    `UPDATE ${coverage} SET covers_from = ${to} WHERE ${of} AND covers_from < ${to} AND covers_to > ${to} AND covers_from >= ${from}`,
    `DELETE FROM ${coverage} WHERE ${of} AND covers_from >= ${from} AND covers_to <= ${to}`,
  ]
}
