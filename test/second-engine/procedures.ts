import type { Driver } from '../../registry/driver/driver.ts'
import type { Block, Piece, ScriptStatement } from '../emulator/script/parse.ts'
import { parseScript } from '../emulator/script/parse.ts'
import { tokensOf } from '../emulator/sql/tokens.ts'

/** A procedure that fills a storage, as its text creates it. */
export interface Procedure {
  /** As it is called: quoted, with database and schema. */
  readonly name: string
  readonly parameters: readonly string[]
  readonly source: string
}

export function procedureOf(create: string): Procedure {
  const tokens = tokensOf(create)
  const quoted = tokens
    .slice(
      0,
      tokens.findIndex(t => t.value === 'RETURNS'),
    )
    .filter(t => t.kind === 'quoted')
  const source = tokens.findLast(t => t.kind === 'text')!.value
  return {
    name: quoted
      .slice(0, 3)
      .map(t => `"${t.value}"`)
      .join('.'),
    parameters: quoted.slice(3).map(t => t.value),
    source,
  }
}

/** The name and the arguments of a call. */
export function callOf(sql: string): { readonly name: string; readonly args: readonly string[] } {
  const [, name, list] = /^CALL (\S+?)\(([^]*)\)$/.exec(sql)!
  const args: string[] = []
  let [depth, from] = [0, 0]
  for (const token of tokensOf(list!)) {
    if (token.value === '(') depth++
    if (token.value === ')') depth--
    if (depth > 0 || token.kind !== 'op' || token.value !== ',') continue
    args.push(list!.slice(from, token.from).trim())
    from = token.to
  }
  return { name: name!, args: [...args, list!.slice(from).trim()] }
}

/**
 * What a procedure deletes and inserts when it is called, with the arguments in the place of its parameters. What it does
 * about claims and coverage, in the tables of the state, is left out.
 */
export async function workOf(procedure: Procedure, args: readonly string[], driver: Driver): Promise<readonly string[]> {
  const given = new Map(procedure.parameters.map((p, i) => [p, args[i]!]))
  const block: Block = parseScript(procedure.source)
  const isMet = async (condition: string): Promise<boolean> => Object.values((await driver.query(`SELECT ${condition} AS "MET"`))[0]!)[0] === true
  const work = async (statements: readonly ScriptStatement[]): Promise<readonly string[]> => {
    const found: string[] = []
    for (const s of statements) {
      if (s.kind === 'sql') found.push(filledIn(procedure.source, s.piece, given))
      if (s.kind !== 'if') continue
      for (const { when, run } of s.arms) {
        if (run.every(t => t.kind === 'raise')) break
        if (when !== null && !(await isMet(filledIn(procedure.source, when, given)))) continue
        found.push(...(await work(run)))
        break
      }
    }
    return found
  }
  return (await work(block.statements)).filter(sql => /^(DELETE FROM|INSERT INTO) /.test(sql) && !/^[A-Z ]+ "\w+"\."FEAT"\./.test(sql))
}

/** The text of some tokens; parameters stand with a colon in statements, and without in conditions. */
function filledIn(source: string, piece: Piece, given: ReadonlyMap<string, string>): string {
  let [text, at] = ['', piece[0]!.from]
  for (const token of piece) {
    const value = token.kind === 'bind' || token.kind === 'word' ? given.get(token.value) : undefined
    if (value === undefined) continue
    text += source.slice(at, token.from) + value
    at = token.to
  }
  return text + source.slice(at, piece.at(-1)!.to)
}
