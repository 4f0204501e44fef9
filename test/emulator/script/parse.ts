import { Cursor } from '../sql/cursor.ts'
import type { Token } from '../sql/tokens.ts'
import { typeAt } from '../types.ts'

/** A part of the source: its tokens in it. */
export type Piece = readonly Token[]

export type ScriptStatement =
  | { readonly kind: 'sql'; readonly piece: Piece }
  | { readonly kind: 'assign'; readonly name: string; readonly type: string | null; readonly value: Piece | null }
  | { readonly kind: 'if'; readonly arms: readonly { readonly when: Piece | null; readonly run: readonly ScriptStatement[] }[] }
  | { readonly kind: 'return'; readonly value: Piece | null }
  /** Without a name: what is being handled, again. */
  | { readonly kind: 'raise'; readonly name: string | null; readonly at: number }
  | { readonly kind: 'block'; readonly block: Block }

export interface Block {
  readonly exceptions: ReadonlyMap<string, { readonly number: number; readonly message: string }>
  readonly declared: readonly Extract<ScriptStatement, { kind: 'assign' }>[]
  readonly statements: readonly ScriptStatement[]
  readonly handlers: readonly { readonly names: readonly string[]; readonly run: readonly ScriptStatement[] }[]
}

/** The block of a procedure, task or anonymous script. */
export function parseScript(source: string): Block {
  const c = new Cursor(source)
  const block = blockAt(c)
  c.end()
  return block
}

/** Whether a text is a script rather than a statement. */
export function isScript(source: string): boolean {
  const c = new Cursor(source)
  return c.sees('DECLARE') || (c.sees('BEGIN') && !isTransaction(c))
}

function isTransaction(c: Cursor): boolean {
  return c.sees('BEGIN', ';') || c.sees('BEGIN', 'TRANSACTION') || c.sees('BEGIN', 'WORK') || c.sees('BEGIN', 'NAME') || c.peek(1) === null
}

function blockAt(c: Cursor): Block {
  const exceptions = new Map<string, { number: number; message: string }>()
  const declared: Extract<ScriptStatement, { kind: 'assign' }>[] = []
  if (c.accept('DECLARE')) {
    while (!c.sees('BEGIN')) {
      const name = c.identifier()
      if (c.accept('EXCEPTION')) exceptions.set(name, exceptionAt(c))
      else declared.push(variableAt(c, name))
      c.expect(';')
    }
  }
  c.expect('BEGIN')
  const statements = statementsAt(c, ['END', 'EXCEPTION'])
  const handlers: Block['handlers'][number][] = []
  if (c.accept('EXCEPTION')) {
    while (c.accept('WHEN')) {
      const names = [c.identifier()]
      while (c.accept('OR')) names.push(c.identifier())
      c.expect('THEN')
      handlers.push({ names, run: statementsAt(c, ['WHEN', 'END']) })
    }
  }
  c.expect('END')
  return { exceptions, declared, statements, handlers }
}

function exceptionAt(c: Cursor): { number: number; message: string } {
  if (!c.accept('(')) return { number: -20_000, message: '' }
  const number = c.number()
  const message = c.accept(',') ? c.text() : ''
  c.expect(')')
  return { number, message }
}

function variableAt(c: Cursor, name: string): Extract<ScriptStatement, { kind: 'assign' }> {
  const type = c.sees('DEFAULT') || c.sees(':=') ? null : typeAt(c).below
  const value = c.accept('DEFAULT') || c.accept(':=') ? pieceAt(c, [';']) : null
  return { kind: 'assign', name, type, value }
}

function statementsAt(c: Cursor, ends: readonly string[]): readonly ScriptStatement[] {
  const found: ScriptStatement[] = []
  while (!ends.some(e => c.sees(e))) {
    found.push(statementAt(c))
    c.expect(';')
  }
  return found
}

function statementAt(c: Cursor): ScriptStatement {
  if (c.accept('IF')) return ifAt(c)
  if (c.accept('RETURN')) return { kind: 'return', value: c.sees(';') ? null : pieceAt(c, [';']) }
  if (c.sees('RAISE')) {
    const { from } = c.next()
    return { kind: 'raise', name: c.sees(';') ? null : c.identifier(), at: from }
  }
  if (c.accept('LET')) return variableAt(c, c.identifier())
  if (c.sees('DECLARE') || (c.sees('BEGIN') && !isTransaction(c))) return { kind: 'block', block: blockAt(c) }
  if (c.peek()?.kind === 'word' && c.peek(1)?.value === ':=') {
    const name = c.identifier()
    c.expect(':=')
    return { kind: 'assign', name, type: null, value: pieceAt(c, [';']) }
  }
  return { kind: 'sql', piece: pieceAt(c, [';']) }
}

function ifAt(c: Cursor): ScriptStatement {
  const arms: { when: Piece | null; run: readonly ScriptStatement[] }[] = []
  do {
    const when = c.group()
    c.expect('THEN')
    arms.push({ when, run: statementsAt(c, ['ELSEIF', 'ELSE', 'END']) })
  } while (c.accept('ELSEIF'))
  if (c.accept('ELSE')) arms.push({ when: null, run: statementsAt(c, ['END']) })
  c.expect('END', 'IF')
  return { kind: 'if', arms }
}

/** The tokens up to one of these outside of parentheses. */
function pieceAt(c: Cursor, ends: readonly string[]): Piece {
  const from = c.at
  while (!ends.some(e => c.sees(e))) {
    if (c.sees('(')) c.group()
    else c.next()
  }
  if (c.at === from) throw c.unexpected('a statement')
  return c.tokens.slice(from, c.at)
}
