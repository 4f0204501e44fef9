/** Lengths of time as authors write them. A unit is a fixed number of seconds: all times are UTC. */
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}`

export type Seconds = number

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400 } as const
const pattern = /^(\d+)([smhd])$/

export const day: Seconds = 86_400

/** Seconds of `'30d'`, `'6h'`, `'15m'`, `'10s'`; null where the text is no positive whole duration. */
export function parseDuration(text: unknown): Seconds | null {
  const match = typeof text === 'string' ? pattern.exec(text) : null
  if (match === null) return null
  const seconds = Number(match[1]) * unitSeconds[match[2] as keyof typeof unitSeconds]
  return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null
}

/** The shortest spelling in one unit. */
export function formatDuration(seconds: Seconds): Duration {
  for (const unit of ['d', 'h', 'm'] as const) {
    if (seconds !== 0 && seconds % unitSeconds[unit] === 0) return `${seconds / unitSeconds[unit]}${unit}`
  }
  return `${seconds}s`
}
