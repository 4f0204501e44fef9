/** A fenced block of a page that is run: what it is, and where its body stands in the page. */
export interface Block {
  readonly language: string
  /** The words after the language: `norun`, `fails`, `new`, a path. */
  readonly words: readonly string[]
  readonly body: string
  readonly start: number
  readonly end: number
}

export function blocksOf(page: string): readonly Block[] {
  return Array.from(page.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms), m => {
    const start = m.index + `\`\`\`${m[1]!}${m[2]!}\n`.length
    return {
      language: m[1]!,
      words: m[2]!
        .trim()
        .split(' ')
        .filter(w => w !== ''),
      body: m[3]!,
      start,
      end: start + m[3]!.length,
    }
  })
}

/** What differs from run to run, or with the text of any statement: times taken and hashes. */
function settled(text: string): string {
  return text
    .replaceAll(/\b\d+m\d+s\b|\b\d+(\.\d+)?(ms|s)\b/g, '<time>')
    .replaceAll(/_g?[0-9a-f]{8}\b/g, '_<hash>')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
}

/** Whether a page shows this output; a line of three dots stands for any lines. */
export function shows(expected: string, output: string): boolean {
  const quoted = (line: string): string => line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const lines = settled(expected).split('\n')
  const pattern = lines.map((line, i) => (line === '...' ? '(?:.*\n)*?' : `${quoted(line)}${i === lines.length - 1 ? '\n' : '\n'}`)).join('')
  return new RegExp(`^${pattern}$`).test(`${settled(output)}\n`)
}

/** Replaces lines of a file as a diff without positions says. */
export function patched(text: string, diff: string): string {
  const lines = diff.split('\n').filter(l => l !== '')
  const side = (sign: string): string =>
    lines
      .filter(l => l[0] === sign)
      .map(l => l.slice(1))
      .join('\n')
  const before = side('-')
  if (text.split(before).length !== 2) throw new Error(`the file does not hold once:\n${before}`)
  return text.replace(before, () => side('+'))
}
