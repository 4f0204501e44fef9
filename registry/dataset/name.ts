import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { QualifiedName } from '../../compiler/ir/name.ts'
import type { Session } from '../session.ts'

/** The table of a version; null: the view of the newest one. */
export function publicName({ placed: { placement } }: Session, dataset: Pick<CatalogDataset, 'name'>, n: number | null): QualifiedName {
  return { catalog: placement.catalog, schema: placement.publicSchema, name: `${dataset.name.toLowerCase()}${n === null ? '' : `__v${n}`}` }
}

/** Where rows are until they are written: the next build takes the place of one that was cut off. */
export function workTable({ placed: { placement } }: Session, dataset: CatalogDataset): QualifiedName {
  const { catalog, storageSchema: schema, environment } = placement
  return { catalog, schema, name: `dataset_${dataset.name}__${environment}`.toLowerCase().replaceAll(/[^a-z0-9_]+/g, '_') }
}

/** The comment by which a table or view is known as ours. */
export function markOf({ placed: { project, placement } }: Session, dataset: CatalogDataset): string {
  return `feat dataset ${dataset.name} of ${project}, ${placement.environment}`
}
