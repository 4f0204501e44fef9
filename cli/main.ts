import type { Io } from './io.ts'
import { processIo } from './io.ts'
import { dispatch } from './program.ts'

/**
 * The command line: argv -> arguments/ (typed, validated) -> commands/ (orchestrate) -> views/ (text or JSON). Everything
 * but the list of commands is imported when it is needed, so that `--help` and `--version` stay fast.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    const { failed } = await import('./failure.ts')
    return failed(error, argv, io)
  }
}

/** Runs the process: signals, streams and the exit code. */
export async function start(argv: readonly string[]): Promise<void> {
  const interrupt = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (interrupt.signal.aborted) process.exit(130)
      interrupt.abort()
    })
  }
  // A reader that went away (feat plan | head) must not end an apply half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const code = await main(argv, processIo(interrupt.signal))
  await Promise.all([process.stdout, process.stderr].map(stream => new Promise(resolve => stream.write('', resolve))))
  process.exit(code)
}
