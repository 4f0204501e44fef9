import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'

/** Deeper than any definition: a value that contains itself. */
const maxDepth = 200

/** Reports the first thing in a definition that JSON could not bring back: what is loaded must be the same from the cache. */
export function checkPlain(value: object, name: string, span: Span): readonly Diagnostic[] {
  const keys: string[] = []
  const found = firstOther(value, keys, 0)
  if (found === null) return []
  const path = keys
    .toReversed()
    .map(key => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
  return [diagnostic('F130', { path: `${name}${path}`, found }, { span })]
}

/** An object literal, of whichever realm. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** What else than plain data there is, in words, with the keys that lead to it, innermost first. */
function firstOther(value: unknown, keys: string[], depth: number): string | null {
  if (typeof value !== 'object') return isScalar(value) ? null : described(value)
  if (value === null) return null
  if (depth > maxDepth) return 'a value that contains itself'
  if (!Array.isArray(value) && !isRecord(value)) return described(value)
  for (const key of Object.keys(value)) {
    const found = firstOther((value as Readonly<Record<string, unknown>>)[key], keys, depth + 1)
    if (found !== null) {
      if (depth < 10) keys.push(key)
      return found
    }
  }
  return null
}

function isScalar(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function described(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null ? `an object of class ${value.constructor.name}` : `a ${typeof value}`
}
