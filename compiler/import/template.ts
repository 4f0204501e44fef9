import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Node } from './yaml.ts'

export type Values = Readonly<Record<string, string>>

/** Fills `{{ name }}`; a text that has no value, and any statement of the template language, is reported where it stands. */
export function filled(file: string, text: string, values: Values, report: (d: Diagnostic) => void): string {
  return text.replaceAll(/\{\{\s*(.*?)\s*\}\}|\{%.*?%\}/gs, (whole, name: string | undefined, at: number) => {
    const value = name === undefined ? undefined : values[name]
    if (value !== undefined) return value
    const before = text.slice(0, at).split('\n')
    const span = { file, start: at, end: at + whole.length, line: before.length, column: before.at(-1)!.length + 1 }
    report(diagnostic('F739', { expression: whole, known: Object.keys(values) }, { span }))
    return ''
  })
}

/** A target of a manifest: where it deploys to, and the values of its templates. */
export interface ManifestTarget {
  readonly database: string | null
  readonly schema: string | null
  readonly values: Values
}

export const noTarget: ManifestTarget = { database: null, schema: null, values: {} }

/** The target of that name, else the default one, of a manifest. */
export function manifestTarget(manifest: Node, name: string | null): ManifestTarget | null {
  const wanted = name ?? textAt(manifest, 'default_target')
  const target = wanted === null ? null : under(manifest, 'targets', wanted)
  if (target === null) return name === null ? noTarget : null
  const configuration = textAt(target, 'templating_config')
  return {
    database: textAt(target, 'database'),
    schema: textAt(target, 'schema'),
    values: {
      ...valuesOf(under(manifest, 'templating', 'defaults')),
      ...(configuration === null ? {} : valuesOf(under(manifest, 'templating', 'configurations', configuration))),
    },
  }
}

function under(node: Node, ...path: readonly string[]): Node | null {
  return path.reduce<Node | null>((at, name) => (at?.value instanceof Map ? (at.value.get(name) ?? null) : null), node)
}

function textAt(node: Node, name: string): string | null {
  const value = under(node, name)?.value
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function valuesOf(node: Node | null): Values {
  if (!(node?.value instanceof Map)) return {}
  const entries = [...(node.value as ReadonlyMap<string, Node>)]
  return Object.fromEntries(entries.flatMap(([name, { value }]) => (value === null || typeof value === 'object' ? [] : [[name, String(value)]])))
}
