import { createHash } from 'node:crypto'

export type Hash = string

/** The hash of plain data, whatever the order of its object keys; `undefined` properties do not count. */
export function hashOf(value: unknown): Hash {
  return hashText(canonical(value))
}

export function hashText(text: string): Hash {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** What enters physical names: the first eight digits. */
export function shortHash(hash: Hash): string {
  return hash.slice(0, 8)
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(v => canonical(v ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const parts: string[] = []
  for (const key of Object.keys(value).toSorted()) {
    const v = (value as Record<string, unknown>)[key]
    if (v !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(v)}`)
  }
  return `{${parts.join(',')}}`
}
