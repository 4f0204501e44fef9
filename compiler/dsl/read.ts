import { leakageCodes } from '../base/codes/leakage.ts'
import { nearest } from '../base/near.ts'
import type { Common, Problem } from '../ir/definition.ts'
import { describe, isRecord } from './part.ts'

/**
 * Reads what an author gave to a builder. Whatever cannot be recorded becomes a `Problem` of the definition, so that it
 * is reported with a place later instead of thrown here.
 */
export interface Reader {
  readonly problems: Problem[]
  /** The option as it was given. */
  readonly value: (name: string) => unknown
  readonly text: (name: string) => string | null
  readonly number: (name: string) => number | null
  /** A list of texts; one text stands for a list of one. */
  readonly texts: (name: string) => readonly string[]
  readonly list: (name: string) => readonly unknown[]
  readonly record: (name: string) => Readonly<Record<string, unknown>>
  /** One of the values, else the first. */
  readonly choice: <const V extends string | null>(name: string, values: readonly V[]) => V
  readonly wrong: (path: string, found: unknown, expected: string) => void
  /** Owner, tags and the like, with every problem found so far: read last. */
  readonly common: () => Common
}

const commonNames = ['description', 'owner', 'tags', 'renamedFrom', 'deprecated', 'protect', 'accept'] as const

/** `names`: the options that the builder knows besides the common ones. */
export function reader(given: unknown, names: readonly string[]): Reader {
  const problems: Problem[] = []
  const options = isRecord(given) ? given : {}
  const wrong = (path: string, found: unknown, expected: string): void => {
    problems.push({ path, found: describe(found), expected })
  }
  if (!isRecord(given)) wrong('', given, "options, such as { owner: 'growth' }")
  for (const name of Object.keys(options)) {
    const known = [...names, ...commonNames]
    if (!known.includes(name)) problems.push({ path: name, found: 'no option here', expected: nearest(name, known) ?? `one of ${known.join(', ')}` })
  }
  return { problems, wrong, ...readValues(options, wrong), common: () => common(options, problems, wrong) }
}

type Wrong = Reader['wrong']

function readValues(options: Readonly<Record<string, unknown>>, wrong: Wrong): Omit<Reader, 'problems' | 'wrong' | 'common'> {
  const value = (name: string): unknown => options[name]
  const list = (name: string): readonly unknown[] => listOf(options[name], name, wrong)
  return {
    value,
    list,
    text: name => textOf(options[name], name, wrong),
    number: name => {
      const v = options[name]
      if (v === undefined || v === null) return null
      if (typeof v === 'number' && Number.isFinite(v)) return v
      wrong(name, v, 'a number')
      return null
    },
    texts: name => textsOf(options[name], name, wrong),
    record: name => recordOf(options[name], name, wrong),
    choice: (name, values) => {
      const v = options[name]
      const found = values.find(x => x === v)
      if (found !== undefined) return found
      if (v !== undefined) wrong(name, v, `one of ${values.filter(x => x !== null).join(', ')}`)
      return values[0]!
    },
  }
}

export function textOf(v: unknown, path: string, wrong: Wrong): string | null {
  if (v === undefined || v === null) return null
  if (typeof v === 'string') return v
  wrong(path, v, 'a text')
  return null
}

export function listOf(v: unknown, path: string, wrong: Wrong): readonly unknown[] {
  if (v === undefined || v === null) return []
  if (Array.isArray(v)) return v
  wrong(path, v, 'a list')
  return []
}

export function textsOf(v: unknown, path: string, wrong: Wrong): readonly string[] {
  if (typeof v === 'string') return [v]
  return listOf(v, path, wrong).flatMap((x, i) => {
    if (typeof x === 'string') return x
    wrong(`${path}.${i}`, x, 'a text')
    return []
  })
}

export function recordOf(v: unknown, path: string, wrong: Wrong): Readonly<Record<string, unknown>> {
  if (v === undefined || v === null) return {}
  if (isRecord(v)) return v
  wrong(path, v, 'an object')
  return {}
}

function common(options: Readonly<Record<string, unknown>>, problems: readonly Problem[], wrong: Wrong): Common {
  const result: { -readonly [K in keyof Common]: Common[K] } = {}
  for (const name of ['description', 'owner', 'renamedFrom', 'deprecated'] as const) {
    const text = textOf(options[name], name, wrong)
    if (text !== null) result[name] = text
  }
  if (options['tags'] !== undefined) result.tags = textsOf(options['tags'], 'tags', wrong)
  const protect = options['protect']
  if (typeof protect === 'boolean') result.protect = protect
  else if (protect !== undefined) wrong('protect', protect, 'true or false')
  if (options['accept'] !== undefined) result.accept = accepted(options['accept'], wrong)
  if (problems.length > 0) result.problems = problems
  return result
}

/** What is accepted, each by its code and with a reason. */
function accepted(given: unknown, wrong: Wrong): NonNullable<Common['accept']> {
  const known = Object.keys(leakageCodes)
  const good = Object.entries(recordOf(given, 'accept', wrong)).filter(([code, why]) => {
    if (!known.includes(code)) wrong(`accept.${code}`, code, `one of ${known.join(', ')}`)
    else if (typeof why === 'string' && why.trim() !== '') return true
    else wrong(`accept.${code}`, why, 'the reason why it is meant to be so')
    return false
  })
  return Object.freeze(Object.fromEntries(good))
}

/** The name of a definition; an empty one is refused later. */
export function nameOf(given: unknown, read: Reader): string {
  if (typeof given === 'string') return given
  read.wrong('name', given, 'a name')
  return ''
}
