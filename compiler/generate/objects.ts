import type { Bounds } from '../emit/index.ts'
import { dropBuilt, objectsOf } from '../emit/index.ts'
import type { Placed, PlacedState } from '../ir/placed.ts'
import { withArticle } from '../ir/serving-kind.ts'
import type { Lowered } from '../lower/index.ts'
import type { Bindings } from '../plan/bind.ts'
import { boundedFill } from '../plan/fill.ts'
import { fillProcedure, procedureStatements } from '../plan/objects/procedures.ts'
import { afterPublish, publicTable, publicView, storageTable } from '../plan/publish.ts'
import { servedDefinition } from '../plan/served.ts'
import { isKept, withReads } from '../plan/served-reads.ts'
import { fileNameOf, freshBindings } from './bindings.ts'

/** One file per object: its storage, how an interval of it is filled, and what people query. */
export function objectFiles(lowered: Lowered, placed: PlacedState): readonly (readonly [string, string])[] {
  const bindings = freshBindings(lowered, placed)
  return placed.resources.map(r => [
    `${folder(r)}/${fileNameOf(r.name ?? r.address.slice(r.address.indexOf('.') + 1))}.sql`,
    objectText(lowered, placed, r, bindings),
  ])
}

function folder(r: Placed): string {
  return {
    tiles: 'tiles',
    captures: 'captures',
    view: 'views',
    store: 'stores',
    serving: 'serving',
    registry: 'registry',
    report: 'reports',
    test: 'tests',
    object: 'objects',
  }[r.kind]
}

function objectText(lowered: Lowered, placed: PlacedState, r: Placed, bindings: Bindings): string {
  const { placement, project } = placed
  const [storage] = bindings.storages(r.address)
  const sections: Section[] = []
  if (storage !== undefined) sections.push({ title: 'storage', sql: storageTable(project, r, storage, placement) })
  if (storage !== undefined && r.filling.by !== 'nothing')
    sections.push(...(objectsOf(placement.dialect) === null ? fillSections(lowered, r, bindings) : [procedureSection(lowered, placed, r, bindings)]))
  if (isKept(r))
    sections.push({
      title: `what people query: ${withArticle(r.served.kind)}`,
      sql: servedDefinition(withReads(r, bindings), { lowered, bindings, placement, project }),
    })
  else if (r.publish === 'view') sections.push({ title: 'what people query', sql: publicView(project, lowered, r, afterPublish(bindings)) })
  if (r.publish === 'table' && storage !== undefined && r.physical.append !== true)
    sections.push({
      title: 'what people query: the filled table takes this name',
      sql: [...publicTable(project, r, storage, null, placement), ...dropBuilt(storage.name, placement.dialect)],
    })
  const head = [`-- ${r.address}`, ...(r.comment === null ? [] : r.comment.split('\n').map(l => `-- ${l}`))]
  return `${[head.join('\n'), ...sections.map(sectionText)].join('\n\n')}\n`
}

interface Section {
  readonly title: string
  readonly sql: readonly string[]
}

function sectionText({ title, sql }: Section): string {
  return `-- ${title}\n${sql.map(s => `${s};`).join('\n\n')}`
}

/** Where there are procedures, one fills the storage as it stands once it is published. */
function procedureSection(lowered: Lowered, { placement, project }: PlacedState, resource: Placed, bindings: Bindings): Section {
  const after = afterPublish(bindings)
  const [storage] = after.storages(resource.address)
  const made = fillProcedure(resource, storage!, after)
  const sql = procedureStatements(made, { resource, storage: storage! }, { lowered, bindings: after, placement, project })
  return { title: 'fills an interval: called by the command and by tasks', sql }
}

/** Parameters as they are named in a prepared statement. */
const bounds: Bounds = { from: { identifier: '$from' }, to: { identifier: '$to' }, now: { identifier: '$now' } }

function fillSections(lowered: Lowered, resource: Placed, bindings: Bindings): readonly Section[] {
  const [storage] = bindings.storages(resource.address)
  const types = lowered.stores.get(resource.address)?.groups.map(g => g.featureType)
  const ways =
    resource.filling.by === 'points'
      ? [
          { bulk: true, of: 'many points' },
          { bulk: false, of: 'few points' },
        ]
      : [{ bulk: true, of: 'an interval' }]
  const fills = types?.map(featureType => ({ featureType })) ?? [{}]
  return fills.flatMap(f =>
    ways.map(w => ({
      title: `fill ${w.of}${'featureType' in f ? ` of ${f.featureType}` : ''}, in one transaction`,
      sql: boundedFill(lowered, bindings, { resource, storage: storage!, ...f }, { bounds, bulk: w.bulk }),
    })),
  )
}
