import { closeLeft } from '../registry/index.ts'
import { openLookup as lookupIn } from '../registry/serve/lookup.ts'
import type { GlobalArguments } from './arguments/parse.ts'
import type { Io } from './io.ts'
import type { LookupOptions, openLookup as typed } from './serve-types.ts'
import { withSession } from './session.ts'

export type { Lookup, LookupOptions } from './serve-types.ts'

/** What programs import from 'featplan/serve'; its types are a file of their own, so that they come without those of all that is below. */
export const openLookup: typeof typed = async (serving, options = {}) => {
  const io = silentIo(options)
  const args: GlobalArguments = {
    root: io.cwd,
    config: options.config ?? null,
    target: options.target ?? null,
    environment: options.environment ?? null,
    lockTimeout: options.lockTimeout ?? 30,
    color: false,
    json: true,
  }
  return lookupIn(async work => {
    try {
      return await withSession(args, io, { access: 'read', checksSources: false }, work)
    } finally {
      closeLeft()
    }
  }, serving)
}

/** Says nothing and asks nobody: what there is to say comes back, or is thrown. */
function silentIo({ root, env }: LookupOptions): Io {
  return {
    out: () => {},
    err: () => {},
    stdoutIsTty: false,
    stderrIsTty: false,
    stdinIsTty: false,
    ask: async () => '',
    cwd: root ?? process.cwd(),
    env: env ?? process.env,
    now: () => new Date(),
    signal: new AbortController().signal,
  }
}
