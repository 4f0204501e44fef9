import { codes } from '../base/codes.ts'
import type { CodeEntry } from '../base/codes/entry.ts'

const stages = [
  ['F1', 'Loading'],
  ['F2', 'The language'],
  ['F3', 'Analysis'],
  ['F4', 'Lowering'],
  ['F5', 'Planning'],
  ['F6', 'The warehouse and its state'],
  ['F7', 'The command line'],
] as const

/** docs/diagnostics.md: every code with its message, severity and what to do. */
export function diagnosticsMarkdown(): string {
  const all = Object.entries(codes as unknown as Readonly<Record<string, CodeEntry<never>>>).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const sections = stages.map(([prefix, title]) => {
    const own = all.filter(([code]) => code.startsWith(prefix))
    return `## ${prefix}xx ${title}\n\n${own.map(([code, entry]) => section(code, entry)).join('\n')}`
  })
  return `# Diagnostics\n\nEvery mistake that feat reports has a code. This page is made from the code tables (\`npm run docs\`).\n\n${sections.join('\n')}`
}

function section(code: string, entry: CodeEntry<never>): string {
  const message = sample(entry.message)
  return `### ${code}\n\n${message === null ? '' : `> ${entry.severity}[${code}]: ${message}\n\n`}${entry.explain}\n`
}

/** The message with the names of its parameters in place of values, where it allows that. */
function sample(message: (params: never) => string): string | null {
  // An array of one text prints as that text and also serves where a list is joined.
  const names = new Proxy({}, { get: (_, name) => [`<${String(name)}>`] })
  try {
    return message(names as never).replaceAll('\n', ' ')
  } catch {
    return null
  }
}
