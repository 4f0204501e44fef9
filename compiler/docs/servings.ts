import { formatDuration } from '../base/duration.ts'
import type { Catalog, CatalogServing } from '../ir/catalog.ts'
import { chooseServing } from '../ir/serving-choice.ts'
import type { Served } from '../ir/serving-kind.ts'
import { withArticle } from '../ir/serving-kind.ts'
import { servingTargets } from '../ir/serving-target.ts'

/** What a serving is on each target that knows kinds of it. */
export function servedOn(serving: CatalogServing, { config }: Catalog): readonly { readonly target: string; readonly served: Served }[] {
  return servingTargets(config).flatMap(target => {
    const { served } = chooseServing(serving.wish, target)
    return served === null ? [] : [{ target: target.name, served }]
  })
}

/** "on prod a dynamic table, at most 5m behind, refreshed incrementally". */
export function servedText(target: string, { kind, lag, refresh }: Served): string {
  const facts = [
    ...(lag === null ? [] : [lag === 'downstream' ? 'refreshed when its readers are' : `at most ${formatDuration(lag)} behind`]),
    ...(refresh === null ? [] : [refresh === 'incremental' ? 'refreshed incrementally' : 'refreshed in full']),
  ]
  return [`on ${target} ${withArticle(kind)}`, ...facts].join(', ')
}
