import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Node } from './yaml.ts'

/** Reads the fields of one mapping; what is of the wrong kind is reported and read as missing. */
export interface Fields {
  /** How messages call the definition: `feature view USER_ORDERS`. */
  readonly of: string
  readonly span: Span
  readonly report: (d: Diagnostic) => void
  readonly names: readonly string[]
  readonly spanAt: (name: string) => Span
  readonly has: (name: string) => boolean
  /** A text; a number or a flag is read as one. */
  readonly text: (name: string) => string | null
  readonly number: (name: string) => number | null
  readonly isTrue: (name: string) => boolean
  /** The texts of a list; elements of another kind are reported. */
  readonly texts: (name: string) => readonly string[]
  /** The mappings of a list, or the one mapping that stands there. */
  readonly maps: (name: string) => readonly Fields[]
  readonly wrong: (name: string, expected: string) => void
}

/** The fields of a mapping; null where the node is none. */
export function fieldsOf(node: Node, of: string, report: (d: Diagnostic) => void): Fields | null {
  const { value } = node
  if (!(value instanceof Map)) return null
  const at = (name: string): Node | undefined => value.get(name)
  const wrong = (name: string, expected: string): void => {
    const found = at(name)
    report(diagnostic('F731', { of, field: name, found: found === undefined ? 'missing' : shown(found), expected }, { span: (found ?? node).span }))
  }
  const present = (name: string): Node | null => {
    const found = at(name)
    return found === undefined || found.value === null ? null : found
  }
  const listAt = (name: string, expected: string): readonly Node[] => {
    const found = present(name)
    if (found === null) return []
    if (Array.isArray(found.value)) return found.value as readonly Node[]
    wrong(name, expected)
    return []
  }
  return {
    of,
    span: node.span,
    report,
    names: [...value.keys()],
    spanAt: name => (at(name) ?? node).span,
    has: name => present(name) !== null,
    text: name => scalar(present(name), () => wrong(name, 'a text')),
    number: name => {
      const found = present(name)
      if (found === null || typeof found.value === 'number') return (found?.value as number | undefined) ?? null
      wrong(name, 'a number')
      return null
    },
    isTrue: name => present(name)?.value === true,
    texts: name => listAt(name, 'a list of texts').flatMap(n => scalar(n, () => wrong(name, 'a list of texts')) ?? []),
    maps: name => {
      const found = present(name)
      const nodes = found?.value instanceof Map ? [found] : listAt(name, 'a list of mappings')
      return nodes.flatMap(n => {
        const fields = fieldsOf(n, of, report)
        if (fields === null) wrong(name, 'a list of mappings')
        return fields ?? []
      })
    },
    wrong,
  }
}

function scalar(node: Node | null, otherwise: () => void): string | null {
  if (node === null) return null
  if (typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean') return String(node.value)
  otherwise()
  return null
}

function shown({ value }: Node): string {
  if (value instanceof Map) return 'a mapping'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? `'${value}'` : String(value as number | boolean | null)
}
