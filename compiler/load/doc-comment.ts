import type { Place, Scope } from './scope.ts'

/** The text of the doc comment directly above (or, on one line, before) a place; null where there is none. */
export function docComment({ text, comments }: Scope, { start }: Place): string | null {
  let at = lastBefore(comments, start)
  const last = comments[at]
  if (last === undefined || !text.startsWith('/**', last.start) || text.slice(last.end, start).trim() !== '') return null
  const doc = text.slice(last.start, last.end)
  // Comments on the line of the word before belong to that one, unless the place is on the same line.
  for (let comment = last; ;) {
    const previous = comments[--at]
    const gap = text.slice(previous?.end ?? 0, comment.start)
    const word = gap.trimEnd().length
    if (/[\r\n]/.test(gap.slice(word))) return docText(doc)
    if (word > 0) return text.slice(comment.start, start).includes('\n') ? null : docText(doc)
    if (previous === undefined) return docText(doc)
    comment = previous
  }
}

/** The index of the last comment that ends before a position. */
function lastBefore(comments: Scope['comments'], position: number): number {
  let [low, high] = [0, comments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (comments[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return low - 1
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
