import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { nearest } from '../base/near.ts'
import type { Fields } from './fields.ts'
import type { ImportedColumn, ImportedEntity } from './imported.ts'
import { named } from './named.ts'
import { identifierOf, lowered } from './names.ts'
import { columnsOf, unknownFields } from './relations.ts'
import type { Spec } from './specs.ts'

const known = new Set(['kind', 'name', 'version', 'database', 'schema', 'description', 'join_keys'])

/** An entity; null where it has no keys. */
export function entityOf({ name, fields: f }: Spec, report: (d: Diagnostic) => void): ImportedEntity | null {
  unknownFields(f, known, report)
  const keys = columnsOf(f, 'join_keys', report)
  if (keys.length === 0) f.wrong('join_keys', 'its keys with their types')
  return keys.length === 0 ? null : { name: named(name, 'entity', f), description: f.text('description'), keys }
}

/** The entities of a project, those that feature views imply included. */
export interface Entities {
  readonly all: () => readonly ImportedEntity[]
  /** The one entity of a feature view, whose `entities` are names of entities or of their keys; null where its keys are unknown. */
  readonly ofView: (f: Fields, columns: readonly ImportedColumn[]) => ImportedEntity | null
}

export function newEntities(declared: readonly ImportedEntity[], report: (d: Diagnostic) => void): Entities {
  const made = [...declared]
  const same = (a: readonly ImportedColumn[], b: readonly ImportedColumn[]): boolean => a.map(c => c.name).join() === b.map(c => c.name).join()
  return {
    all: () => made,
    ofView: (f, columns) => {
      const keys = keysOf(f, declared, columns, report)
      if (keys === null) return null
      const named = f.texts('entities').map(identifierOf)
      const found = declared.find(e => named.length === 1 && e.name === named[0]) ?? made.find(e => same(e.keys, keys))
      if (found !== undefined) return found
      const entity = { name: named.join('_'), description: null, keys }
      report(diagnostic('F744', { of: f.of, entity: entity.name, keys: keys.map(k => k.name) }, { span: f.spanAt('entities') }))
      made.push(entity)
      return entity
    },
  }
}

function keysOf(
  f: Fields,
  declared: readonly ImportedEntity[],
  columns: readonly ImportedColumn[],
  report: (d: Diagnostic) => void,
): readonly ImportedColumn[] | null {
  const given = f.texts('entities')
  if (given.length === 0) {
    f.wrong('entities', 'the names of its entities or of their keys')
    return null
  }
  const keys = given.flatMap(name => {
    const of = declared.find(e => e.name === identifierOf(name))?.keys
    return of ?? columns.find(c => c.name === lowered(name)) ?? declared.flatMap(e => e.keys).find(k => k.name === lowered(name)) ?? []
  })
  const lost = given.find(
    name => declared.every(e => e.name !== identifierOf(name) && e.keys.every(k => k.name !== lowered(name))) && columns.every(c => c.name !== lowered(name)),
  )
  const absent = keys.find(k => columns.every(c => c.name !== k.name))
  if (lost !== undefined) {
    const near = nearest(
      lost,
      declared.map(e => e.name),
    )
    report(diagnostic('F734', { of: f.of, what: 'entity', name: lost, near }, { span: f.spanAt('entities') }))
  } else if (absent !== undefined) {
    const near = nearest(
      absent.name,
      columns.map(c => c.name),
    )
    report(diagnostic('F734', { of: f.of, what: 'column', name: absent.name, near }, { span: f.spanAt('sources') }))
  }
  return lost === undefined && absent === undefined ? keys : null
}
