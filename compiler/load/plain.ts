import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'

/** Deeper than any definition: a value that contains itself. */
const maxDepth = 200

/**
 * A copy of the value as JSON would bring it back, made of this realm's objects: a project is the same whether it was
 * read from its sources or from the cache. What JSON cannot hold is reported by its path.
 */
export function plainCopy(value: unknown, path: string, report: (d: Diagnostic) => void, span: Span | null, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value) && depth < maxDepth) return value.map((v, i) => plainCopy(v, `${path}[${i}]`, report, span, depth + 1) ?? null)
  if (isRecord(value) && depth < maxDepth) {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      const v = value[key]
      if (v !== undefined) copy[key] = plainCopy(v, `${path}.${key}`, report, span, depth + 1)
    }
    return copy
  }
  report(diagnostic('F130', { path, found: described(value, depth) }, { span }))
  return null
}

/** An object literal, of whichever realm. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function described(value: unknown, depth: number): string {
  if (depth >= maxDepth) return 'a value that contains itself'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object') return `a ${typeof value}`
  return `an object of class ${value?.constructor.name ?? 'unknown'}`
}
