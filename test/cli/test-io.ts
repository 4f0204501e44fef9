import type { Io } from '../../cli/io.ts'

interface TestIoOptions {
  readonly now?: string
  readonly tty?: boolean
  /** What the user types. */
  readonly answer?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Streams that are kept, and a person who answers. */
export function testIo(options: TestIoOptions = {}): {
  readonly io: Io
  readonly out: () => string
  readonly err: () => string
  readonly asked: () => readonly string[]
} {
  const texts = { out: '', err: '' }
  const asked: string[] = []
  const io: Io = {
    out: text => {
      texts.out += text
    },
    err: text => {
      texts.err += text
    },
    stdoutIsTty: options.tty === true,
    stderrIsTty: options.tty === true,
    stdinIsTty: options.tty === true,
    ask: question => {
      asked.push(question)
      return Promise.resolve(options.answer ?? '')
    },
    cwd: options.cwd ?? '/project',
    env: options.env ?? {},
    now: () => new Date(options.now ?? '2026-01-01T00:00:00Z'),
    signal: new AbortController().signal,
  }
  return { io, out: () => texts.out, err: () => texts.err, asked: () => asked }
}
