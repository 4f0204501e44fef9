import type { Address } from '../base/address.ts'
import { address } from '../base/address.ts'
import type { Diagnostic, Outcome, Span } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/near.ts'
import type { ConfigDefinition, Definition, DefinitionKind } from '../ir/definition.ts'
import { brand } from '../ir/definition.ts'
import { exportName } from './bundle.ts'
import { checkPlain, isRecord } from './plain.ts'
import { startOf } from './source.ts'

const kinds: readonly string[] = ['entity', 'source', 'view', 'store', 'serving', 'dataset', 'model', 'monitor'] satisfies readonly DefinitionKind[]

/** A definition as one export gives it: directly, or as `member` of an exported list or record. */
export interface Exported {
  readonly address: Address
  readonly definition: Definition
  readonly file: string
  readonly name: string
  readonly member: string | null
}

/** Where an export was declared. */
export type Where = (file: string, name: string) => Span

/** What the modules under features/ export is what exists. */
export function exportedDefinitions(
  entries: readonly string[],
  config: string | null,
  exports: Readonly<Record<string, unknown>>,
  where: Where,
): { exported: readonly Exported[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const seen = new Set<object>()
  const exported: Exported[] = []
  for (const [i, file] of entries.entries()) {
    if (file === config) continue
    for (const { name, member, value } of branded(exports[exportName(i)])) {
      if (!kinds.includes(String(value['kind']))) continue
      if (!seen.has(value)) diagnostics.push(...checkPlain(value, member === null ? name : `${name}.${member}`, where(file, name)))
      seen.add(value)
      const definition = value as unknown as Definition
      exported.push({ address: address(definition.kind, definition.name), definition, file, name, member })
    }
  }
  return { exported, diagnostics }
}

/** The one config that the config file exports; under which name, for its span. */
export function exportedConfig(file: string, namespace: unknown, where: Where): Outcome<{ readonly config: Branded['value']; readonly name: string }> {
  const configs = new Map([...branded(namespace)].filter(b => b.value['kind'] === 'config').map(b => [b.value, b.name]))
  const span = startOf(file)
  if (configs.size === 0) return { value: null, diagnostics: [diagnostic('F102', { file }, { span })] }
  if (configs.size > 1) return { value: null, diagnostics: [diagnostic('F103', { file, names: [...configs.values()] }, { span })] }
  const [[config, name]] = [...configs] as [[Branded['value'], string]]
  const diagnostics = checkPlain(config, name, where(file, name))
  return { value: diagnostics.length === 0 ? { config, name } : null, diagnostics }
}

/** What the shape of a config cannot say. */
export function checkTarget(config: ConfigDefinition): readonly Diagnostic[] {
  const targets = Object.keys(config.targets)
  if (targets.includes(config.defaultTarget)) return []
  return [diagnostic('F105', { name: config.defaultTarget, near: nearest(config.defaultTarget, targets), targets })]
}

interface Branded {
  readonly name: string
  readonly member: string | null
  readonly value: Readonly<Record<string, unknown>>
}

/** The branded values that a module exports, also one level deep inside lists and records. */
function* branded(namespace: unknown): Iterable<Branded> {
  for (const [name, value] of Object.entries(namespace ?? {}) as [string, unknown][]) {
    if (isBranded(value)) yield { name, member: null, value }
    else if (Array.isArray(value) || isRecord(value)) {
      for (const [member, inner] of Object.entries(value) as [string, unknown][]) if (isBranded(inner)) yield { name, member, value: inner }
    }
  }
}

function isBranded(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && brand in value
}
