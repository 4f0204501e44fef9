import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Outcome, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'

/** A value of a YAML file and where it stands. */
export interface Node {
  readonly value: string | number | boolean | null | readonly Node[] | ReadonlyMap<string, Node>
  readonly span: Span
}

/** A file as values with their places; anchors and tags are not read, since nothing here uses them. */
export function parseYaml(file: string, text: string): Outcome<Node> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, version: '1.2' })
  const spanOf = (from: number, to: number): Span => {
    const { line, col } = lineCounter.linePos(from)
    return { file, start: from, end: Math.max(to, from), line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const problems = document.errors.map(e =>
    diagnostic('F730', { problem: e.message.split(' at line ')[0]!.split('\n')[0]! }, { span: spanOf(e.pos[0], e.pos[1]) }),
  )
  if (problems.length > 0) return { value: null, diagnostics: problems }
  return { value: nodeOf(document.contents, spanOf(0, 0), spanOf), diagnostics: [] }
}

function nodeOf(node: unknown, outer: Span, spanOf: (from: number, to: number) => Span): Node {
  const range = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range : null
  const span = range === null || range === undefined ? outer : spanOf(range[0], range[1])
  if (isMap(node)) {
    const entries = node.items.map(pair => [String(isScalar(pair.key) ? pair.key.value : pair.key), nodeOf(pair.value, keySpan(pair.key), spanOf)] as const)
    return { value: new Map(entries), span }
  }
  if (isSeq(node)) return { value: node.items.map(item => nodeOf(item, span, spanOf)), span }
  const value = isScalar(node) ? node.value : null
  return { value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null, span }

  function keySpan(key: unknown): Span {
    const at = isScalar(key) ? key.range : null
    return at === null || at === undefined ? span : spanOf(at[0], at[1])
  }
}
