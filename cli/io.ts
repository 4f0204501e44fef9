/** Everything a command may reach outside of its arguments: streams, the terminal, time and the environment. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly stdoutIsTty: boolean
  readonly stderrIsTty: boolean
  readonly stdinIsTty: boolean
  /** Asks on the terminal and gives the answer. */
  readonly ask: (question: string) => Promise<string>
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** The streams of this process. */
export function processIo(signal: AbortSignal): Io {
  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    stdoutIsTty: process.stdout.isTTY === true,
    stderrIsTty: process.stderr.isTTY === true,
    stdinIsTty: process.stdin.isTTY === true,
    ask: question => ask(question, signal),
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
    signal,
  }
}

async function ask(question: string, signal: AbortSignal): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question, { signal })
  } finally {
    terminal.close()
  }
}

/** Colors where a person looks: on a terminal, unless NO_COLOR or --no-color says otherwise. */
export function wantsColor(io: Io, stream: 'out' | 'err', option: boolean): boolean {
  const noColor = io.env['NO_COLOR']
  if (!option || (noColor !== undefined && noColor !== '') || io.env['TERM'] === 'dumb') return false
  return stream === 'out' ? io.stdoutIsTty : io.stderrIsTty
}
