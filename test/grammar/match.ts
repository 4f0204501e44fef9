import type { Grammar, Rule } from './notation.ts'
import type { Token } from './snowflake/tokens.ts'
import { contentOf, tokensOf } from './snowflake/tokens.ts'

/** A kind of token: how a message calls it, and which tokens are one. `bare`: words that may be names without quotes; null: any. */
export interface Terminal {
  readonly label: string
  readonly test: (token: Token, bare: ReadonlySet<string> | null) => boolean
}

/** The furthest place at which nothing fitted, and what would have. */
export interface Refusal {
  readonly at: number
  readonly found: string
  readonly expected: readonly string[]
}

interface Progress {
  /** Position in the whole text, of which a body is a part. */
  at: number
  found: string
  readonly expected: Set<string>
  /** Position at which a label speaks for what is inside. */
  muted: number
  silent: number
}

interface Matching {
  readonly tokens: readonly Token[]
  readonly memo: Map<number, number>
  readonly progress: Progress
  readonly bare: ReadonlySet<string> | null
}

/** The position after what was matched, -1 where it does not fit. */
type Matcher = (m: Matching, at: number) => number

/** Judges whether a text is one of what the rule `start` describes: null where it is. */
export type Recognizer = (sql: string, bare: ReadonlySet<string> | null) => Refusal | null

export function recognizer(grammar: Grammar, terminals: Readonly<Record<string, Terminal>>, start: string): Recognizer {
  const matcher = compiled(grammar, terminals)(start)
  return (sql, bare) => {
    const m: Matching = { tokens: tokensOf(sql), memo: new Map(), progress: { at: -1, found: '', expected: new Set(), muted: -1, silent: 0 }, bare }
    const { progress } = m
    return matcher(m, 0) >= 0 ? null : { at: progress.at, found: progress.found, expected: [...progress.expected] }
  }
}

/** Matchers of whole texts by the name of a rule. */
function compiled(grammar: Grammar, terminals: Readonly<Record<string, Terminal>>): (name: string) => Matcher {
  const known = new Map<string, Matcher>()
  const firsts = new Map<string, ReadonlySet<string> | null>()

  const named = (name: string): Matcher => {
    const found = known.get(name)
    if (found !== undefined) return found
    const number = known.size
    let inner: Matcher | null = null
    const { label, rule } = grammar.get(name) ?? { label: null, rule: null }
    const matcher: Matcher =
      rule === null
        ? terminal(terminals[name]!)
        : (m, at) => {
            const key = at * 1024 + number
            const before = m.memo.get(key)
            if (before !== undefined) return before
            inner ??= of(rule)
            const next = label === null ? inner(m, at) : labelled(label, inner, m, at)
            m.memo.set(key, next)
            return next
          }
    known.set(name, matcher)
    return matcher
  }

  /** The keywords and signs with which a rule begins; null where anything else may begin it. */
  const firstOf = (rule: Rule): ReadonlySet<string> | null => {
    switch (rule.kind) {
      case 'word':
      case 'sign':
        return new Set([rule.text])
      case 'ref': {
        if (!firsts.has(rule.text)) {
          firsts.set(rule.text, null) // while it is being found out
          const referred = grammar.get(rule.text)
          firsts.set(rule.text, referred === undefined ? null : firstOf(referred.rule))
        }
        return firsts.get(rule.text)!
      }
      case 'seq':
        return firstOf(rule.of[0]!)
      case 'choice': {
        const all = rule.of.map(firstOf)
        return all.includes(null) ? null : new Set(all.flatMap(s => [...s!]))
      }
      case 'plus':
      case 'list':
        return firstOf(rule.of)
      default:
        return null
    }
  }

  const of = (rule: Rule): Matcher => {
    switch (rule.kind) {
      case 'word':
        return fixed('word', rule.text)
      case 'sign':
        return fixed('sign', rule.text)
      case 'ref':
        return named(rule.text)
      case 'seq':
        return sequence(rule.of.map(of))
      case 'choice':
        return choice(rule.of.map(r => ({ matcher: of(r), first: firstOf(r) })))
      case 'any-order':
        return anyOrder(rule.of.map(of))
      case 'optional':
        return optional(of(rule.of))
      case 'star':
        return repeated(of(rule.of), 0)
      case 'plus':
        return repeated(of(rule.of), 1)
      case 'list':
        return list(of(rule.of))
      case 'not':
        return not(of(rule.of))
      case 'body':
        return body(whole(of(rule.of)))
    }
  }
  return name => whole(named(name))
}

function fail(m: Matching, at: number, expected: string): -1 {
  const { progress } = m
  const token = m.tokens[at]!
  if (!wouldTell(m, token)) return -1
  if (token.at > progress.at) {
    progress.at = token.at
    progress.found = token.kind === 'end' ? 'the end' : token.kind === 'open' ? `${token.text} that nothing closes, or that is no sign,` : token.text
    progress.expected.clear()
  }
  progress.expected.add(expected)
  return -1
}

/** Whether a failure here is further than others, and nothing else speaks for it. */
function wouldTell({ progress }: Matching, token: Token): boolean {
  return progress.silent === 0 && token.at >= progress.at && token.at !== progress.muted
}

function labelled(label: string, inner: Matcher, m: Matching, at: number): number {
  const { progress } = m
  const { muted } = progress
  const start = m.tokens[at]!.at
  progress.muted = start
  const next = inner(m, at)
  progress.muted = muted
  return next >= 0 ? next : fail(m, at, label)
}

function terminal({ label, test }: Terminal): Matcher {
  return (m, at) => (test(m.tokens[at]!, m.bare) ? at + 1 : fail(m, at, label))
}

function fixed(kind: 'word' | 'sign', text: string): Matcher {
  const label = kind === 'word' ? text : `'${text}'`
  return (m, at) => {
    const token = m.tokens[at]!
    return token.text === text && token.kind === kind ? at + 1 : fail(m, at, label)
  }
}

function sequence(all: readonly Matcher[]): Matcher {
  return (m, at) => {
    let next = at
    for (const one of all) {
      next = one(m, next)
      if (next < 0) return -1
    }
    return next
  }
}

interface Alternative {
  readonly matcher: Matcher
  readonly first: ReadonlySet<string> | null
}

/** The first that fits. Where each begins with a fixed token, the token tells which may. */
function choice(all: readonly Alternative[]): Matcher {
  const among = (alternatives: readonly Alternative[]): Matcher => {
    return (m, at) => {
      for (const { matcher } of alternatives) {
        const next = matcher(m, at)
        if (next >= 0) return next
      }
      return -1
    }
  }
  if (all.some(a => a.first === null)) return among(all)
  const beginnings = new Set(all.flatMap(a => [...a.first!]))
  const byFirst = new Map([...beginnings].map(text => [text, among(all.filter(a => a.first!.has(text)))]))
  return (m, at) => {
    const token = m.tokens[at]!
    const matcher = token.kind === 'word' || token.kind === 'sign' ? byFirst.get(token.text) : undefined
    if (matcher !== undefined) return matcher(m, at)
    if (wouldTell(m, token)) for (const text of beginnings) fail(m, at, /^\w/.test(text) ? text : `'${text}'`)
    return -1
  }
}

function anyOrder(all: readonly Matcher[]): Matcher {
  return (m, at) => {
    const left = new Set(all)
    let next = at
    for (;;) {
      const taken = [...left].find(one => {
        const after = one(m, next)
        if (after >= 0) next = after
        return after >= 0
      })
      if (taken === undefined) return next > at ? next : -1
      left.delete(taken)
    }
  }
}

function optional(one: Matcher): Matcher {
  return (m, at) => {
    const next = one(m, at)
    return next < 0 ? at : next
  }
}

function repeated(one: Matcher, least: number): Matcher {
  return (m, at) => {
    let [next, count] = [at, 0]
    for (let after = one(m, next); after > next; after = one(m, next)) {
      next = after
      count++
    }
    return count < least ? -1 : next
  }
}

function list(one: Matcher): Matcher {
  const comma = fixed('sign', ',')
  const more = sequence([comma, one])
  return (m, at) => {
    const first = one(m, at)
    if (first < 0) return -1
    let next = first
    for (let after = more(m, next); after >= 0; after = more(m, next)) next = after
    return next
  }
}

function not(one: Matcher): Matcher {
  return (m, at) => {
    m.progress.silent++
    const next = one(m, at)
    m.progress.silent--
    return next < 0 ? at : -1
  }
}

/** What has to be followed by the end. */
function whole(one: Matcher): Matcher {
  return (m, at) => {
    const next = one(m, at)
    if (next < 0) return -1
    return m.tokens[next]!.kind === 'end' ? next : fail(m, next, 'the end')
  }
}

/** The text of a token as a text of its own; what does not fit within is told at its place in the whole. */
function body(one: Matcher): Matcher {
  return (m, at) => {
    const token = m.tokens[at]!
    if (token.kind !== 'body' && token.kind !== 'text') return fail(m, at, 'a text between $$')
    const { text, at: start } = contentOf(token)
    return one({ ...m, tokens: tokensOf(text, start), memo: new Map() }, 0) < 0 ? -1 : at + 1
  }
}
