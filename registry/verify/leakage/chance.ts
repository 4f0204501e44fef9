/** Even in [0, 1), always the same for the same parts: sample rows are made without chance. */
export function unit(...parts: readonly (string | number)[]): number {
  let h = 0x811c9dc5
  for (const c of parts.join('\u0001')) h = Math.imul(h ^ c.codePointAt(0)!, 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number from 0 to below n. */
export function below(n: number, ...parts: readonly (string | number)[]): number {
  return Math.floor(unit(...parts) * n)
}
