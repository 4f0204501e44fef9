import type { Diagnostic } from '../../compiler/base/diagnostic.ts'
import { diagnostic } from '../../compiler/base/diagnostic.ts'
import { isoOf, secondsOf } from '../../compiler/base/instant.ts'
import type { CatalogDataset } from '../../compiler/ir/catalog.ts'
import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import { datasetCounts, readViews, spineCounts, spineOf } from '../../compiler/lower/dataset/index.ts'
import type { Row } from '../driver/driver.ts'
import type { Grounds } from './request.ts'
import { labelsReach, rowsOf } from './request.ts'

/** What becomes of the rows of a spine. */
export interface Counts extends Pick<DatasetVersion, 'rows' | 'leftOut'> {
  readonly spineRows: number
  readonly total: number
  /** First and last time of the examples, ISO instants; null where there are none. */
  readonly first: string | null
  readonly last: string | null
  /** Views that are not computed where they should be. */
  readonly missing: readonly Diagnostic[]
}

export async function countExamples(grounds: Grounds): Promise<Counts> {
  const { session, dataset, request } = grounds
  const { model } = session.compiled.lowered
  const [[spine], [row]] = [
    await rowsOf(grounds, spineCounts(model, dataset, request), `count the rows of ${dataset.spine}`),
    await rowsOf(grounds, datasetCounts(model, dataset, request), `count the examples of ${dataset.name}`),
  ]
  const n = (of: Row | undefined, name: string): number => Number(of?.[name] ?? 0)
  const rows = { train: n(row, 'train_rows'), validation: n(row, 'validation_rows'), test: n(row, 'test_rows') }
  const text = (name: string): string | null => (typeof row?.[name] === 'string' ? String(row[name]) : null)
  return {
    rows,
    total: rows.train + rows.validation + rows.test,
    spineRows: n(spine, 'spine_rows'),
    leftOut: {
      noTime: n(spine, 'no_time'),
      notKnown: n(spine, 'spine_rows') - n(spine, 'no_time') - n(spine, 'known_rows'),
      labelNotKnown: n(row, 'label_not_known'),
      gap: n(row, 'in_gap'),
    },
    first: text('first_time'),
    last: text('last_time'),
    missing: missingIn(grounds, row),
  }
}

function missingIn({ session, dataset }: Grounds, row: Row | undefined): readonly Diagnostic[] {
  if (dataset.accuracy === 'exact') return []
  return readViews(session.compiled.lowered.model, dataset).flatMap(({ view, alias }) => {
    const rows = Number(row?.[`${alias}_missing`] ?? 0)
    if (rows === 0) return []
    const [first, last] = [secondsOf(String(row![`${alias}_first`])), secondsOf(String(row![`${alias}_last`]))]
    return [
      diagnostic('F440', { dataset: dataset.name, view: view.name, rows, first: isoOf(first), last: isoOf(last), after: isoOf(last + view.contract.every) }),
    ]
  })
}

/** Why there is not one example; null where there are some. */
export function emptiness({ session, dataset, request, newest }: Grounds, counts: Counts): Diagnostic | null {
  if (counts.total > 0) return null
  const { from, to } = request
  const told =
    from !== null && to !== null && secondsOf(from) >= secondsOf(to)
      ? `none lies in the span from ${from} to ${to}, which is empty`
      : reasons(counts, labelsReach(request.horizons, newest))
  return diagnostic('F441', { dataset: dataset.name, spine: spineOf(session.compiled.lowered.model, dataset).name, rows: counts.spineRows, why: told })
}

function reasons({ leftOut, spineRows, total }: Counts, reach: string): string {
  const { noTime, notKnown, labelNotKnown, gap } = leftOut
  const all: readonly (readonly [number, string])[] = [
    [noTime, 'have no time'],
    [notKnown, 'were not known yet'],
    [labelNotKnown, `have a label that is not known yet (${reach})`],
    [gap, 'lie in a gap of the split'],
    [spineRows - noTime - notKnown - labelNotKnown - gap - total, 'lie outside the asked span'],
  ]
  return all.flatMap(([n, why]) => (n > 0 ? [`${n} ${why}`] : [])).join(', ')
}

/** The parts of its split that a version should have and that are empty. */
export function emptyParts(
  { name, address, span, split }: Pick<CatalogDataset, 'name' | 'address' | 'span' | 'split'>,
  { rows, first, last }: Pick<DatasetVersion, 'rows' | 'first' | 'last'>,
): readonly Diagnostic[] {
  const empty = (['train', 'validation', 'test'] as const).filter(p => rows[p] === 0 && (split.kind === 'time' || split[p] > 0))
  return empty.length === 0 ? [] : [diagnostic('F429', { dataset: name, empty, first, last, isTime: split.kind === 'time' }, { address, span })]
}
