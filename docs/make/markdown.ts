/** A page under docs/reference, which says what it is made from. */
export function page(title: string, from: string, parts: readonly string[]): string {
  return `# ${title}\n\nMade from ${from} by \`npm run docs\`; edit those, not this page.\n\n${parts.map(p => p.trimEnd()).join('\n\n')}\n`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`
  return `${line(head)}|${head.map(() => '---|').join('')}\n${rows.map(line).join('')}`
}

export function code(text: string): string {
  return text === '' ? '' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** Text of a cell: a bar would end it, a line break the row. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
