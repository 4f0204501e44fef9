import { brand } from '../ir/definition.ts'

/**
 * The brand of what is no definition but a part of one. A registered symbol, so that it also holds between two copies of
 * the package; nothing here asks for `instanceof`.
 */
export const part = Symbol.for('featplan.part')

export type PartKind =
  | 'expression'
  | 'aggregate'
  | 'label'
  | 'case'
  | 'column type'
  | 'window'
  | 'fragment'
  | 'check'
  | 'statistic'
  | 'source statistic'
  | 'target'
  | 'policy'
  | 'keys'
  | 'rows'

type Bag = Readonly<Record<PropertyKey, unknown>>

/** Objects and functions, whose properties may be read. */
export function isObject(x: unknown): x is Bag {
  return typeof x === 'object' && x !== null
}

/** What an author would write between braces: no list, definition or part. */
export function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return isObject(x) && !Array.isArray(x) && x[brand] === undefined && x[part] === undefined
}

export function partKind(x: unknown): PartKind | null {
  return isObject(x) ? ((x[part] as PartKind | undefined) ?? null) : null
}

/** The kind of a definition, null for anything else. */
export function definitionKind(x: unknown): string | null {
  return isObject(x) && x[brand] !== undefined && typeof x['kind'] === 'string' ? x['kind'] : null
}

/** Adds properties that no listing, copy or comparison sees, and freezes. */
export function withHidden<T extends object>(data: T, hidden: object): T {
  for (const key of Reflect.ownKeys(hidden)) Object.defineProperty(data, key, { value: (hidden as Bag)[key] })
  return Object.freeze(data)
}

/** A definition: plain frozen data with the brand, and what the language adds to it, both hidden. */
export function define<T extends object>(definition: object, hidden: object = {}): T {
  return withHidden(deepFreeze(definition), { [brand]: true, ...hidden }) as T
}

function deepFreeze<T extends object>(data: T, top = true): T {
  for (const value of Object.values(data)) {
    if (isObject(value) && !Object.isFrozen(value)) deepFreeze(value, false)
  }
  return top ? data : Object.freeze(data)
}

const nouns: Readonly<Record<PartKind, string>> = {
  expression: 'an expression',
  aggregate: 'an aggregate without a window',
  label: 'a label, which looks into the future',
  case: 'a when() without .otherwise()',
  'column type': 'a column type',
  window: 'a window',
  fragment: 'a piece of SQL',
  check: 'a check',
  statistic: 'a statistic',
  'source statistic': 'a statistic of a source',
  target: 'a target',
  policy: 'a policy',
  keys: 'keys of an entity',
  rows: 'a source',
}

/** The first argument that is given beyond so many; undefined where there is none. */
export function furtherOf(given: ArrayLike<unknown>, most: number): unknown {
  return Array.from(given)
    .slice(most)
    .find(g => g !== undefined)
}

/** What was found, in words: `the number 5`, `the source 'raw.deliveries'`, `nothing`. */
export function describe(x: unknown): string {
  if (x === undefined) return 'nothing (undefined)'
  if (x === null) return 'null'
  const kind = definitionKind(x)
  const { name } = isObject(x) ? x : {}
  if (kind !== null) return `the ${kind} '${typeof name === 'string' ? name : ''}'`
  const piece = partKind(x)
  if (piece !== null) return nouns[piece]
  if (Array.isArray(x)) return 'a list'
  switch (typeof x) {
    case 'string':
      return `the text '${x}'`
    case 'number':
    case 'bigint':
      return `the number ${x}`
    case 'boolean':
      return String(x)
    case 'function':
      return 'a function'
    default:
      return 'an object'
  }
}
