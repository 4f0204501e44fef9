const seconds: Readonly<Record<string, number>> = { second: 1, sec: 1, s: 1, minute: 60, min: 60, m: 60, hour: 3600, hr: 3600, h: 3600, day: 86_400, d: 86_400 }

/** A target lag in seconds, however it is spelled: `90 seconds`, `1 minute 30 seconds`, `1.5 minutes`. Null where it follows its readers, or is no span. */
export function lagSeconds(spelled: string | null): number | null {
  const parts = [
    ...(spelled ?? '')
      .trim()
      .toLowerCase()
      .matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+?)s?(?=\s|\d|$)/g),
  ]
  if (parts.length === 0) return null
  const all = parts.map(p => Number(p[1]) * (seconds[p[2]!] ?? seconds[`${p[2]}s`] ?? NaN))
  const sum = all.reduce((a, b) => a + b, 0)
  return Number.isNaN(sum) ? null : sum
}
