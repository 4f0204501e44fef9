import type { PhysicalSource } from '../ir/placed.ts'
import type { Settled } from './settle.ts'

/**
 * The relation or file behind the logical name of a source. `sources` of the target maps the whole name, or the part
 * before its last dot: to a schema, to `database.schema`, or to a file pattern in which `*` stands for the table.
 */
export function placeSource(name: string, target: Settled, root: string): PhysicalSource {
  const dot = name.lastIndexOf('.')
  const [group, table] = dot < 0 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)]
  const whole = target.sources[name]
  if (whole !== undefined) return isFile(whole) ? file(whole, root) : relation(whole.split('.'), target)
  const mapped = target.sources[group] ?? (group === '' ? target.schema : group)
  return isFile(mapped) ? file(mapped.replaceAll('*', table), root) : relation([...mapped.split('.'), table], target)
}

const fileName = /\.(parquet|csv)$/i

function isFile(text: string): boolean {
  return fileName.test(text)
}

function file(path: string, root: string): PhysicalSource {
  const absolute = path.startsWith('/') || /^[a-z]:[\\/]/i.test(path) ? path : `${root}/${path.replace(/^\.\//, '')}`
  return { kind: 'file', path: absolute, format: fileName.exec(path)![1]!.toLowerCase() as 'parquet' | 'csv' }
}

function relation(parts: readonly string[], target: Settled): PhysicalSource {
  const [name, schema, catalog] = parts.map(p => p.toLowerCase()).toReversed()
  return { kind: 'relation', name: { catalog: catalog ?? target.catalog, schema: schema ?? target.schema, name: name! } }
}
