/** A line of SQL before it is laid out. Its text is never touched again, so that line breaks within literals survive. */
export interface Line {
  readonly depth: number
  readonly text: string
}

export function line(text: string): Line {
  return { depth: 0, text }
}

export function indent(lines: readonly Line[]): Line[] {
  return lines.map(l => ({ ...l, depth: l.depth + 1 }))
}

/** Adds text after the last line. */
export function append(lines: readonly Line[], text: string): Line[] {
  return lines.map((l, i) => (i === lines.length - 1 ? { ...l, text: l.text + text } : l))
}

/** `before (`, the lines indented, `) after`. */
export function enclose(before: string, lines: readonly Line[], after: string): Line[] {
  return [line(`${before}(`), ...indent(lines), line(`)${after}`)]
}

/** Each item followed by a comma but the last. */
export function listed(items: readonly (readonly Line[])[]): Line[] {
  return items.flatMap((item, i) => (i === items.length - 1 ? [...item] : append(item, ',')))
}

export function layOut(lines: readonly Line[]): string {
  return lines.map(l => '  '.repeat(l.depth) + l.text).join('\n')
}
