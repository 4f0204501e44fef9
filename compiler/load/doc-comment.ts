import type { Scope } from './scope.ts'
import type { ts } from 'ts-morph'

/** The text of the doc comment directly above (or, on one line, before) a node; null where there is none. */
export function docComment(scope: Scope, node: ts.Node): string | null {
  const { ts, text } = scope
  const start = node.getStart(scope.file)
  // Comments on the line of the token before belong to that one, unless the node stands on the same line.
  const inline = text.slice(node.pos, start).includes('\n') ? [] : (ts.getTrailingCommentRanges(text, node.pos) ?? [])
  const last = [...inline, ...(ts.getLeadingCommentRanges(text, node.pos) ?? [])].at(-1)
  if (last === undefined || !text.startsWith('/**', last.pos)) return null
  return docText(text.slice(last.pos, last.end))
}

/** Without stars, without `@` tags; lines of a paragraph or list item are joined, paragraphs and list items are not. */
export function docText(comment: string): string | null {
  const lines = comment
    .slice(3, -2)
    .split(/\r?\n/)
    .map(line => line.replace(/^\s*\*+(?= |$)/, '').trim())
  const tag = lines.findIndex(line => line.startsWith('@'))
  let result = ''
  for (const line of tag < 0 ? lines : lines.slice(0, tag)) {
    if (line === '') result = result === '' || result.endsWith('\n\n') ? result : `${result}\n\n`
    else if (result === '' || result.endsWith('\n')) result += line
    else result += `${/^([-*]|\d+\.) /.test(line) ? '\n' : ' '}${line}`
  }
  return result.trim() === '' ? null : result.trim()
}
