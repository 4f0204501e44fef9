import { canonical } from '../base/hash.ts'
import type { Span } from '../base/diagnostic.ts'
import type { Definition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Exported } from './collect.ts'
import type { Declaration, Declarations } from './declarations.ts'
import type { Note } from './members.ts'
import { startOf } from './source.ts'

/** How each file declared its exports. */
export type FileDeclarations = ReadonlyMap<string, Declarations>

interface Occurrence {
  readonly exported: Exported
  readonly declaration: Declaration | null
}

/**
 * One `Declared` per definition, in the order of files and positions. The same definition exported twice counts once,
 * where it was declared; a view and what `.derive` made of it count as the latter. Different definitions of one name are
 * all kept: that is for analyze to refuse.
 */
export function assemble(exported: readonly Exported[], declarations: FileDeclarations): readonly Declared[] {
  const groups = new Map<string, Occurrence[]>()
  for (const e of exported) {
    const group = groups.get(e.address) ?? []
    groups.set(e.address, group)
    group.push({ exported: e, declaration: declarationOf(e, declarations.get(e.file)) })
  }
  return [...groups.values()].flatMap(declaredOf).toSorted(byPosition)
}

export function spanOf(file: string, note: Note | null | undefined): Span {
  if (!note) return startOf(file)
  const [start, end, line, column] = note.at
  return { file, start, end, line, column }
}

function byPosition(a: Declared, b: Declared): number {
  const [x, y] = [a.span, b.span]
  if (x === null || y === null || x.file === y.file) return (x?.start ?? 0) - (y?.start ?? 0)
  return x.file < y.file ? -1 : 1
}

function declarationOf(e: Exported, declarations: Declarations | undefined): Declaration | null {
  const whole = declarations?.[e.name] ?? null
  if (e.member === null || whole === null) return whole
  const entry = whole.entries?.[e.member]
  if (entry !== undefined && (entry.called ?? e.definition.name) === e.definition.name) return entry
  // Made in a loop: the comment and members of the whole belong to none of them alone.
  return { ...whole, description: null, members: {} }
}

function declaredOf(occurrences: readonly Occurrence[]): readonly Declared[] {
  const best = occurrences.length === 1 ? occurrences : distinct(occurrences)
  return best.flatMap((o, i) => {
    if (best.some((other, j) => i !== j && extendsView(other.exported.definition, o.exported.definition))) return []
    const origins = best.filter((other, j) => i !== j && extendsView(o.exported.definition, other.exported.definition))
    return merged([...origins, o])
  })
}

/** The occurrence of each different content that tells most about how it was declared. */
function distinct(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const best = new Map<string, Occurrence>()
  for (const o of occurrences) {
    const content = canonical(o.exported.definition)
    const other = best.get(content)
    if (other === undefined || rank(o) > rank(other)) best.set(content, o)
  }
  return [...best.values()]
}

function rank({ exported, declaration }: Occurrence): number {
  return (declaration === null ? 0 : declaration.direct ? 16 : 8) + (exported.member === null ? 2 : 0) + (exported.name === 'default' ? 0 : 1)
}

/** Whether `a` is `b` with further features at the end: what `.derive` gives. */
function extendsView(a: Definition, b: Definition): boolean {
  if (a.kind !== 'view' || b.kind !== 'view' || a.features.length <= b.features.length) return false
  return canonical({ ...a, features: a.features.slice(0, b.features.length) }) === canonical(b)
}

/** The last occurrence, with the members that its origins declared. */
function merged(occurrences: readonly Occurrence[]): Declared {
  const { exported, declaration } = occurrences.at(-1)!
  const described = occurrences.findLast(o => o.declaration !== null && o.declaration.description !== null)
  return {
    address: exported.address,
    definition: exported.definition,
    span: spanOf(exported.file, declaration),
    description: described?.declaration?.description ?? null,
    members: membersOf(occurrences),
  }
}

function membersOf(occurrences: readonly Occurrence[]): Declared['members'] {
  const members: Record<string, Declared['members'][string]> = {}
  for (const { exported, declaration } of occurrences) {
    const notes = declaration?.members ?? {}
    for (const name of Object.keys(notes)) members[name] = { span: spanOf(exported.file, notes[name]), description: notes[name]!.description }
  }
  return members
}
