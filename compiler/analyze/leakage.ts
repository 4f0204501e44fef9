import type { Address } from '../base/address.ts'
import { shortName } from '../base/address.ts'
import type { Acceptable, Restated } from '../base/codes/leakage.ts'
import type { Params } from '../base/codes.ts'
import { formatDuration } from '../base/duration.ts'
import type { CatalogDataset, CatalogFeature, CatalogSource, CatalogView } from '../ir/catalog.ts'
import type { Common } from '../ir/definition.ts'
import type { ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import type { Bound } from './features.ts'
import { featuresBelow } from './features-below.ts'
import type { Place } from './mistakes.ts'
import { placeOfMember } from './names.ts'
import { foreignIn, fragmentsIn, unsteadyIn } from './raw-sql.ts'

/** What the checks look at. */
export interface Trained extends Bound {
  readonly features: ReadonlyMap<Address, CatalogFeature>
  readonly views: ReadonlyMap<Address, CatalogView>
}

/**
 * Values that may know more than they could have known. Windows end before their point and labels begin at it, so that
 * no feature can reach into a label by its definition; what remains is what a definition promises of its data.
 */
export function checkLeakage(datasets: readonly CatalogDataset[], t: Trained): void {
  for (const source of t.sources.values()) {
    checkEventTime(source, t)
    checkQuery(source, t)
  }
  checkFragments(t)
  const told = new Set<Address>()
  for (const dataset of datasets) {
    checkLabel(dataset, t)
    checkSources(dataset, told, t)
    checkRestated(dataset, t)
  }
}

/** Reports what none of those concerned accepts. */
function warn<C extends Acceptable>(t: Trained, place: Place, accepting: readonly (Common | undefined)[], code: C, params: Params<C>): void {
  if (!accepting.some(o => o?.accept?.[code] !== undefined)) t.mistakes.at(place)(code, params)
}

// ---- sources

/** Names that say when a row was written, not when a thing happened. */
const processing =
  /^_?(?:(?:dw|dwh|etl|fivetran|airbyte|stitch|row|record|batch|_)+_?)?(load|loaded|ingest|ingested|ingestion|insert|inserted|update|updated|modified|sync|synced|extract|extracted|etl|landed|replicated|refreshed|processed|emitted)(_?(at|on|time|ts|timestamp|date|datetime|utc))+$/i

function checkEventTime(source: CatalogSource, t: Trained): void {
  const { eventTime: column, knownTime } = source
  if (column === null) return
  const why = column === knownTime?.column ? 'which is its known time too' : processing.test(column) ? 'which by its name says when the row was written' : null
  const d = t.names.sources.get(source.name)!
  if (why !== null) warn(t, placeOfMember(d, 'eventTime'), [d.definition.options], 'F454', { source: source.name, column, why })
}

function checkQuery(source: CatalogSource, t: Trained): void {
  if (source.query === null) return
  const found = unsteadyIn(source.query.snowflake) ?? unsteadyIn(source.query.duckdb)
  const d = t.names.sources.get(source.name)!
  if (found !== null) warn(t, placeOfMember(d, 'query'), [d.definition.options], 'F458', { what: `source '${source.name}'`, ...found })
}

// ---- features

function checkFragments(t: Trained): void {
  for (const f of t.names.features.values()) {
    const found = fragmentsIn(f.expr).reduce<ReturnType<typeof foreignIn>>((first, parts) => first ?? foreignIn(parts), null)
    if (found !== null) warn(t, f.place, [f.meta, f.view.definition.options], 'F458', { what: `feature '${f.name}'`, ...found })
  }
}

// ---- datasets

function checkLabel(dataset: CatalogDataset, t: Trained): void {
  const d = t.names.datasets.get(dataset.name)!
  const own = [d.definition.options]
  const windows = leavesOf<ScalarLeaf>(dataset.label).filter((l): l is WindowAggregate => l.kind === 'window')
  const lengths = windows.flatMap(w => (w.length === 'lifetime' ? [] : [w.length]))
  const selfish = windows.find(w => w.source === dataset.spine && w.offset === 0)
  if (selfish !== undefined && selfish.length !== 'lifetime') {
    const params = { dataset: dataset.name, source: shortName(selfish.source), length: formatDuration(selfish.length) }
    warn(t, placeOfMember(d, 'label'), own, 'F453', params)
  }
  const reach = Math.max(0, ...windows.map(w => w.offset + (w.length === 'lifetime' ? 0 : w.length)))
  const { split } = dataset
  if (lengths.length > 0 && split.kind === 'time' && split.gap < reach)
    warn(t, placeOfMember(d, 'split'), own, 'F457', {
      dataset: dataset.name,
      gap: split.gap === 0 ? null : formatDuration(split.gap),
      reach: formatDuration(wholeUnits(reach)),
    })
}

/** At least as long, in whole days or hours where it is as long as one. */
function wholeUnits(seconds: number): number {
  const unit = [86_400, 3_600].find(u => seconds >= u) ?? 1
  return Math.ceil(seconds / unit) * unit
}

/** Sources below the features of a dataset: each without a known time is told once, snapshots for each dataset. */
function checkSources(dataset: CatalogDataset, told: Set<Address>, t: Trained): void {
  const d = t.names.datasets.get(dataset.name)!
  for (const { source: address, feature, columns } of sourcesBelow(dataset, t)) {
    const source = t.sources.get(address)!
    const options = t.names.sources.get(source.name)!.definition.options
    const place = placeOfMember(d, 'features')
    if (source.form === 'snapshot') {
      const changing = columns.filter(c => isChanging(source, c))
      if (changing.length > 0)
        warn(t, place, [d.definition.options, options], 'F456', { dataset: dataset.name, source: source.name, columns: changing, feature: shortName(feature) })
    } else if (source.knownTime === null && !told.has(address)) {
      told.add(address)
      const params = { source: source.name, form: source.form, dataset: dataset.name, feature: shortName(feature) }
      warn(t, place, [d.definition.options, options], 'F455', params)
    }
  }
}

function isChanging(source: CatalogSource, column: string): boolean {
  return !source.columns.some(c => c.name === column && c.fixed) && !source.entities.some(e => e.on.includes(column))
}

interface Below {
  readonly source: Address
  /** The first feature of the dataset that rests on it. */
  readonly feature: Address
  readonly columns: readonly string[]
}

function sourcesBelow(dataset: CatalogDataset, t: Trained): readonly Below[] {
  const found = new Map<Address, { feature: Address; columns: Set<string> }>()
  const seen = new Set<Address>()
  for (const feature of dataset.features) {
    for (const { source, column } of featuresBelow(feature, t.features, seen).flatMap(f => f.readsColumns)) {
      const below = found.get(source) ?? { feature, columns: new Set<string>() }
      found.set(source, below)
      below.columns.add(column)
    }
  }
  return [...found].map(([source, { feature, columns }]) => ({ source, feature, columns: [...columns] }))
}

/** Features below which a corrected view reads rows that say when they became known. */
function checkRestated(dataset: CatalogDataset, t: Trained): void {
  const d = t.names.datasets.get(dataset.name)!
  const found = new Map<Address, { features: Set<string>; sources: Set<string> }>()
  for (const feature of dataset.features) {
    for (const { view, source } of correctedBelow(feature, t)) {
      const below = found.get(view) ?? { features: new Set<string>(), sources: new Set<string>() }
      found.set(view, below)
      below.features.add(shortName(feature))
      below.sources.add(source)
    }
  }
  const restated = [...found].map(([view, b]): Restated => ({ view: shortName(view), features: [...b.features], sources: [...b.sources] }))
  if (restated.length > 0) warn(t, placeOfMember(d, 'features'), [d.definition.options], 'F460', { dataset: dataset.name, restated })
}

/** The corrected views that a feature rests on, its own among them, with the sources by whose known time they restate. */
function correctedBelow(feature: Address, t: Trained): readonly { readonly view: Address; readonly source: string }[] {
  return featuresBelow(feature, t.features, new Set()).flatMap(f => {
    const sources = t.views.get(f.view)?.contract.known === 'corrected' ? f.readsColumns.map(c => t.sources.get(c.source)!) : []
    return sources.flatMap(s => (s.knownTime === null ? [] : [{ view: f.view, source: s.name }]))
  })
}
