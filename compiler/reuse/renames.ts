import type { Definition } from '../ir/definition.ts'

/** Whether a definition says of itself or of a part of it what it was called before. */
export function renames(d: Definition): boolean {
  if (d.options.renamedFrom !== undefined) return true
  const columns = d.kind === 'entity' ? d.keys : d.kind === 'source' ? d.columns : {}
  if (Object.values(columns).some(c => c.renamedFrom !== null)) return true
  const features = d.kind === 'view' ? d.features : []
  return features.some(f => [f.meta, ...Object.values(f.versionMeta ?? {})].some(m => m.renamedFrom !== undefined))
}
