import { hash } from 'node:crypto'

export type Hash = string

/** The hash of plain data, whatever the order of its object keys; `undefined` properties do not count. */
export function hashOf(value: unknown): Hash {
  return hashText(canonical(value))
}

export function hashText(text: string | Uint8Array): Hash {
  return hash('sha256', text, 'hex').slice(0, 32)
}

/** What enters physical names: the first eight digits. */
export function shortHash(hash: Hash): string {
  return hash.slice(0, 8)
}

/** JSON that is the same whatever the order of object keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'null'
}

/** A copy with sorted keys; writing that as a whole is twice as fast as writing each part. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(ordered)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) {
    const part = ordered((value as Record<string, unknown>)[key])
    // The one name that an assignment would not make a property of.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: part, enumerable: true })
    else copy[key] = part
  }
  return copy
}
