/**
 * A rule of a grammar as it is written, which is close to how synopses are printed:
 *
 *     name "what a reader calls it":
 *       WORD other-rule = 'sign'      in this order; words in capitals are keywords
 *       [ x ]  ( x | y )  x*  x+      optional; the first that fits; repeated
 *       x ...                         one or more with commas between
 *       { x & y }                     one or more of them in any order, each at most once
 *       !x                            not here
 *       $x                            a text between $$ or quotes that is an x as a whole
 */
export type Rule =
  | { readonly kind: 'word' | 'sign' | 'ref'; readonly text: string }
  | { readonly kind: 'seq' | 'choice' | 'any-order'; readonly of: readonly Rule[] }
  | { readonly kind: 'optional' | 'star' | 'plus' | 'list' | 'not' | 'body'; readonly of: Rule }

/** Rules by name; `label` is how a message calls one as a whole. */
export type Grammar = ReadonlyMap<string, { readonly label: string | null; readonly rule: Rule }>

const lexeme = /\s*(?:([A-Z_][A-Z0-9_$]*)|([a-z][a-z0-9-]*)|'([^']+)'|(\.\.\.|[=;[\]()|*+{}&!$]))/y

/** Reads rules; a name that is defined twice, or one that is not defined, is a mistake. `terminals` are defined elsewhere. */
export function grammarOf(sources: readonly string[], terminals: ReadonlySet<string>): Grammar {
  const grammar = new Map<string, { readonly label: string | null; readonly rule: Rule }>()
  for (const source of sources) {
    for (const [, name, label, body] of source.matchAll(/^([a-z][a-z0-9-]*)(?: "([^"]+)")?:((?:.*\n(?=[ \t\n]|$))*.*)$/gm)) {
      if (grammar.has(name!) || terminals.has(name!)) throw new Error(`rule '${name}' is defined twice`)
      grammar.set(name!, { label: label ?? null, rule: readRule(name!, body!) })
    }
  }
  for (const [name, { rule }] of grammar) {
    for (const ref of refsOf(rule)) if (!grammar.has(ref) && !terminals.has(ref)) throw new Error(`rule '${name}' names '${ref}', which there is not`)
  }
  return grammar
}

function refsOf(rule: Rule): readonly string[] {
  if ('text' in rule) return rule.kind === 'ref' ? [rule.text] : []
  return 'kind' in rule.of ? refsOf(rule.of) : rule.of.flatMap(refsOf)
}

interface Reading {
  readonly name: string
  readonly items: readonly Rule[]
  next: number
}

function readRule(name: string, body: string): Rule {
  const items: Rule[] = []
  const text = body.trim()
  let at = 0
  while (at < text.length) {
    lexeme.lastIndex = at
    const found = lexeme.exec(text)
    if (found === null) throw new Error(`rule '${name}': cannot read '${text.slice(at, at + 20).trim()}'`)
    const [whole, word, ref, sign, operator] = found
    items.push(
      word !== undefined ? { kind: 'word', text: word } : ref !== undefined ? { kind: 'ref', text: ref } : { kind: 'sign', text: sign ?? `\0${operator}` },
    )
    at += whole.length
  }
  const reading: Reading = { name, items, next: 0 }
  const rule = readChoice(reading)
  if (reading.next < items.length) throw new Error(`rule '${name}': '${shown(items[reading.next])}' is too much`)
  return rule
}

function shown(item: Rule | undefined): string {
  return item !== undefined && 'text' in item ? item.text.replace('\0', '') : 'the end'
}

/** Whether the next item is this operator; then it is taken. */
function takes(reading: Reading, operator: string): boolean {
  const item = reading.items[reading.next]
  const found = item?.kind === 'sign' && item.text === `\0${operator}`
  if (found) reading.next++
  return found
}

function readChoice(reading: Reading): Rule {
  const of = [readSequence(reading)]
  while (takes(reading, '|')) of.push(readSequence(reading))
  return of.length === 1 ? of[0]! : { kind: 'choice', of }
}

const ends = new Set(['\0|', '\0)', '\0]', '\0}', '\0&'])

function readSequence(reading: Reading): Rule {
  const of: Rule[] = []
  for (let item = reading.items[reading.next]; item !== undefined && !(item.kind === 'sign' && ends.has(item.text)); item = reading.items[reading.next]) {
    of.push(readRepeated(reading))
  }
  if (of.length === 0) throw new Error(`rule '${reading.name}': nothing before '${shown(reading.items[reading.next])}'`)
  return of.length === 1 ? of[0]! : { kind: 'seq', of }
}

function readRepeated(reading: Reading): Rule {
  let rule = readOne(reading)
  for (;;) {
    if (takes(reading, '*')) rule = { kind: 'star', of: rule }
    else if (takes(reading, '+')) rule = { kind: 'plus', of: rule }
    else if (takes(reading, '...')) rule = { kind: 'list', of: rule }
    else return rule
  }
}

function readOne(reading: Reading): Rule {
  if (takes(reading, '(')) return closed(reading, ')', readChoice(reading))
  if (takes(reading, '[')) return { kind: 'optional', of: closed(reading, ']', readChoice(reading)) }
  if (takes(reading, '!')) return { kind: 'not', of: readOne(reading) }
  if (takes(reading, '$')) return { kind: 'body', of: readOne(reading) }
  if (takes(reading, '{')) {
    const of = [readSequence(reading)]
    while (takes(reading, '&')) of.push(readSequence(reading))
    return closed(reading, '}', { kind: 'any-order', of })
  }
  const item = reading.items[reading.next++]
  if (item === undefined) throw new Error(`rule '${reading.name}' ends too early`)
  if (item.kind !== 'sign' || !item.text.startsWith('\0')) return item
  if (item.text === '\0=' || item.text === '\0;') return { kind: 'sign', text: item.text.slice(1) }
  throw new Error(`rule '${reading.name}': '${shown(item)}' cannot stand here`)
}

function closed(reading: Reading, sign: string, rule: Rule): Rule {
  if (!takes(reading, sign)) throw new Error(`rule '${reading.name}': '${sign}' is missing before '${shown(reading.items[reading.next])}'`)
  return rule
}
