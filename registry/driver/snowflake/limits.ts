/** How long we wait for what, in milliseconds. */
export interface Limits {
  /** For a login that nobody has to answer. */
  readonly login: number
  /** For a login that a person answers. */
  readonly personalLogin: number
  /** For one statement; the account ends it by itself then. */
  readonly statement: number
  /** For more rows of a result that has begun to come. */
  readonly rows: number
  /** For the answer to a cancellation. */
  readonly cancel: number
  /** Between two looks at whether the account still answers while a statement runs. */
  readonly heartbeat: number
  /** How long the account may give no answer at all before a running statement is given up. */
  readonly outage: number
  /** A session that was idle for longer is looked at before it is used again. */
  readonly idle: number
}

export const usualLimits: Limits = {
  login: 60_000,
  personalLogin: 180_000,
  statement: 4 * 3_600_000,
  rows: 900_000,
  cancel: 10_000,
  heartbeat: 60_000,
  outage: 300_000,
  idle: 600_000,
}
