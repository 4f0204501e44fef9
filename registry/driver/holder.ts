import { readFileSync } from 'node:fs'

const busy = /Could not set lock on file|being used by another process/i
const conflict = /held in (.+?) \(PID (\d+)\)(?: by user (\S+))?/

/** Who holds a warehouse file, from the error of opening it; null where that error is another one. The command line is known only where the system shows it. */
export function holderIn(error: unknown): string | null {
  const message = error instanceof Error ? error.message : String(error)
  if (!busy.test(message)) return null
  const match = conflict.exec(message)
  if (match === null) return 'another process'
  const [, program, pid, user] = match
  const command = commandOf(Number(pid)) ?? program!
  return `process ${pid} (${command})${user === undefined ? '' : ` of ${user.replace(/\.$/, '')}`}`
}

function commandOf(pid: number): string | null {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .filter(w => w !== '')
    const line = words.join(' ')
    return line === '' ? null : line.length > 120 ? `${line.slice(0, 117)}...` : line
  } catch {
    return null // no such file system here, or the process has just ended
  }
}
