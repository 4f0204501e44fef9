import type { Diagnostic, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Fields } from './fields.ts'
import { fieldsOf } from './fields.ts'
import type { ManifestTarget } from './template.ts'
import { filled, manifestTarget, noTarget } from './template.ts'
import { parseYaml } from './yaml.ts'

/** Text of each file by its path, with `/` between folders. */
export type Texts = Readonly<Record<string, string>>

/** One definition of `snow feature`. */
export interface Spec {
  readonly kind: string
  readonly name: string
  readonly file: string
  readonly fields: Fields
}

export interface Specs {
  readonly specs: readonly Spec[]
  readonly target: ManifestTarget
  /** Text of a file beside a definition, templates filled in; null where there is none. */
  readonly beside: (spec: Spec, path: string) => string | null
}

/** Every definition in the files; what is none of YAML is named. */
export function readSpecs(texts: Texts, manifestTargetName: string | null, report: (d: Diagnostic) => void): Specs {
  const target = readManifest(texts, manifestTargetName, report)
  const specs = Object.entries(texts).flatMap(([file, text]) => {
    if (isManifest(file)) return []
    if (/\.(py|json)$/.test(file)) report(diagnostic('F732', { what: `file ${file}`, why: 'only definitions in YAML are read' }, { span: startOf(file) }))
    return /\.ya?ml$/.test(file) ? (specOf(file, filled(file, text, target.values, report), report) ?? []) : []
  })
  const beside = (spec: Spec, path: string): string | null => {
    const file = normal([...spec.file.split('/').slice(0, -1), ...path.split('/')])
    const text = texts[file]
    return text === undefined ? null : filled(file, text, target.values, report)
  }
  return { specs, target, beside }
}

export function isManifest(file: string): boolean {
  return /(^|\/)manifest\.ya?ml$/.test(file)
}

function readManifest(texts: Texts, name: string | null, report: (d: Diagnostic) => void): ManifestTarget {
  const file = Object.keys(texts).find(isManifest)
  if (file === undefined) return noTarget
  const { value, diagnostics } = parseYaml(file, texts[file]!)
  for (const d of diagnostics) report(d)
  const target = value === null ? noTarget : manifestTarget(value, name)
  if (target === null)
    report(diagnostic('F731', { of: 'manifest', field: 'targets', found: `without '${name}'`, expected: `a target '${name}'` }, { span: value!.span }))
  return target ?? noTarget
}

function specOf(file: string, text: string, report: (d: Diagnostic) => void): Spec | null {
  const { value, diagnostics } = parseYaml(file, text)
  for (const d of diagnostics) report(d)
  const fields = value === null ? null : fieldsOf(value, `definition in ${file}`, report)
  if (fields === null) {
    if (value !== null)
      report(
        diagnostic(
          'F731',
          { of: `file ${file}`, field: 'kind', found: 'missing', expected: 'one definition, a mapping with kind and name' },
          { span: startOf(file) },
        ),
      )
    return null
  }
  const [kind, name] = [fields.text('kind'), fields.text('name')]
  if (kind === null) fields.wrong('kind', 'Entity, BatchSource or BatchFeatureView')
  if (name === null) fields.wrong('name', 'the name of the definition')
  return kind === null || name === null ? null : { kind, name, file, fields: fieldsOf(value!, `${words(kind)} ${name}`, report)! }
}

/** `BatchFeatureView` -> `batch feature view`. */
function words(kind: string): string {
  return kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}

function startOf(file: string): Span {
  return { file, start: 0, end: 0, line: 1, column: 1 }
}

function normal(parts: readonly string[]): string {
  return parts
    .reduce<string[]>(
      (path, p) => (p === '' || p === '.' ? path : p === '..' && path.length > 0 && path.at(-1) !== '..' ? path.slice(0, -1) : [...path, p]),
      [],
    )
    .join('/')
}
