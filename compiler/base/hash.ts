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

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const v of value) text += `${text === '' ? '' : ','}${canonical(v ?? null)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value).sort()) {
    const v = (value as Record<string, unknown>)[key]
    if (v !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(v)}`
  }
  return `{${text}}`
}
