import type { Address } from '../../base/address.ts'
import { unique } from '../../base/group.ts'
import type { Hash } from '../../base/hash.ts'
import { hashOf } from '../../base/hash.ts'
import { isoOf } from '../../base/instant.ts'
import type { CatalogDataset, CatalogSource, CatalogView } from '../../ir/catalog.ts'
import type { Relation, Term, TermLeaf } from '../../ir/relation.ts'
import { aggregate, as, call, field, fields, instant, named, select } from '../../ir/terms.ts'
import type { Model } from '../model.ts'
import { columnsOf, unknown } from '../model.ts'
import { versionColumns } from '../row-versions.ts'
import { columnsIn, effectiveKnown, happened } from '../row.ts'
import { viewsBelow } from '../views-below.ts'
import { labelWindows } from './label.ts'
import { pointsRead } from './point.ts'
import type { DatasetRequest, ReadView } from './request.ts'
import { knownBefore, shownColumns, spineOf } from './spine.ts'

/** Semantic version of how the rows of a dataset come about: grows when the same declaration gives other rows. */
const rule = 'dataset 1'

/** What a declaration means, by its parts: equal hashes mean equal rows from equal inputs. */
export function datasetHashes(model: Model, dataset: CatalogDataset): Readonly<Record<string, Hash>> {
  const spine = spineOf(model, dataset)
  const sources = unique([spine, ...labelWindows(dataset).map(w => model.sources.get(w.source) ?? unknown(w.source))])
  const views = unique(dataset.features.map(f => model.catalog.features[f]!.view)).map(v => model.views.get(v)!)
  return {
    spine: hashOf({ rule, source: spine.query ?? spine.name, time: happened(spine), roles: dataset.roles.map(r => r.on), keep: dataset.keep }),
    label: hashOf(dataset.label),
    sources: hashOf(sources.map(s => [s.name, s.query, s.knownTime, s.lateness, s.freshness, s.historyFrom, s.tieBreak])),
    split: hashOf(dataset.split),
    rules: hashOf([dataset.accuracy, dataset.ttl, views.map(v => [v.contract.every, v.contract.availableAfter])]),
    ...Object.fromEntries(dataset.features.map((f, i) => [`feature ${dataset.names[i]}`, model.catalog.features[f]!.dataHash])),
  }
}

/** The columns that are read of each source, without those of other features. */
export function sourceColumns(model: Model, dataset: CatalogDataset): ReadonlyMap<Address, readonly string[]> {
  const found = new Map<Address, string[]>()
  const add = (source: CatalogSource, columns: readonly string[]): void => {
    const times = [happened(source), ...(source.knownTime === null ? [] : [source.knownTime.column])]
    found.set(source.address, unique([...(found.get(source.address) ?? []), ...times, ...columns]))
  }
  const own = columnsIn(dataset.label)
  add(spineOf(model, dataset), [...shownColumns(dataset), ...dataset.split.by, ...versionColumns(spineOf(model, dataset)), ...own])
  const entity = dataset.entity === null ? null : model.entities.get(dataset.entity)!
  for (const w of labelWindows(dataset)) {
    const source = model.sources.get(w.source) ?? unknown(w.source)
    add(source, [...columnsOf(entity!, source, w.keys), ...versionColumns(source), ...source.tieBreak, ...columnsIn(w.of), ...columnsIn(w.where)])
  }
  if (dataset.accuracy === 'exact') {
    for (const source of sourcesBelow(model, dataset)) {
      add(
        source,
        source.columns.map(c => c.name),
      )
    }
  }
  return found
}

/** Sources below the features of a dataset whose values are computed from rows: all that have a time. */
function sourcesBelow(model: Model, dataset: CatalogDataset): readonly CatalogSource[] {
  const sources = unique(viewsOf(model, dataset).flatMap(v => v.readsSources)).map(s => model.sources.get(s)!)
  return sources.filter(s => s.form !== 'snapshot')
}

/** The views of its features, and those that they read. */
export function viewsOf(model: Model, dataset: CatalogDataset): readonly CatalogView[] {
  return viewsBelow(
    model,
    unique(dataset.features.map(f => model.catalog.features[f]!.view)).map(v => model.views.get(v)!),
  )
}

/** The rows of a source that were known before the cutoff. */
export function sourceRows(source: CatalogSource, columns: readonly string[], known: string): Relation {
  return select(as('s', { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }), fields(columns, 's'), {
    where: knownBefore(source, known, 's'),
  })
}

/** The newest moment that a source shows, of what was known before the cutoff: one row. */
export function newestKnown(source: CatalogSource, known: string): Relation {
  const moment: Term = aggregate('max', [effectiveKnown(source, true, 's')])
  return select(as('s', { kind: 'source', of: source.address, columns: source.columns.map(c => c.name) }), [named('moment', moment)], {
    where: knownBefore(source, known, 's'),
  })
}

/** The rows of a view at points that are computed and that the examples can read. */
export function readRows(model: Model, v: ReadView, { coverage, reach }: DatasetRequest): Relation {
  const keys = model.entities.get(v.view.entity)!.keys.map(k => k.name)
  const columns = unique([...keys, 'feature_time', ...v.features.map(f => f.column)])
  const at = field('feature_time', 's')
  const spans = (coverage[v.view.address] ?? []).map(i => call<TermLeaf>('and', call('gte', at, instant(isoOf(i.from))), call('lt', at, instant(isoOf(i.to)))))
  const span = reach === null ? null : pointsRead(v, reach)
  const within = span === null ? [] : [call<TermLeaf>('gte', at, instant(span.first)), call<TermLeaf>('lte', at, instant(span.last))]
  const covered: readonly Term[] = spans.length === 0 ? [] : [spans.length === 1 ? spans[0]! : call('or', ...spans)]
  return select(as('s', { kind: 'scan', of: v.view.address, columns }), fields(columns, 's'), { where: [...covered, ...within] })
}
