import { describe, expect, it } from 'vitest'
import { hasGrammar, objections, opinions } from '../support/grammar.ts'
import { exceptionFor, exceptions, parsers } from './exceptions.ts'
import { statementsOfKinds } from './kinds.ts'
import { statementsWithin } from './split.ts'

describe.skipIf(!hasGrammar())('what other parsers say of every kind of statement', () => {
  const all = statementsOfKinds().flatMap(({ sql }) => [sql, ...statementsWithin(sql)])

  it('is that they accept it, but for what is listed', () => {
    expect(objections(all).flatMap((o, i) => (o === null ? [] : [`${o}: ${all[i]}`]))).toEqual([])
  })

  it('is what each exception says: the parser objects to a statement of that kind', () => {
    const excused = all.filter(sql => parsers.some(p => exceptionFor(p, sql) !== undefined))
    const found = opinions(excused)
    const needed = new Set(excused.flatMap((sql, i) => parsers.flatMap(p => (found[i]![p] === null ? [] : [exceptionFor(p, sql)]))))
    expect(exceptions.filter(e => !needed.has(e)).map(e => `${e.parser} ${e.of.source}`)).toEqual([])
  })
})
