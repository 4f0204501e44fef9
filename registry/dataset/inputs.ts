import { contentOf } from '../../compiler/emit/index.ts'
import type { DatasetVersion, SourceInput, ViewInput } from '../../compiler/ir/dataset-version.ts'
import type { Relation } from '../../compiler/ir/relation.ts'
import { newestKnown, readRows, readViews, sourceColumns, sourceRows } from '../../compiler/lower/dataset/index.ts'
import type { Grounds } from './request.ts'
import { queryOf, rowsOf } from './request.ts'

/** What tells the inputs of a build from others: rows of sources, rows of views with where they are stored. */
export async function inputsOf(grounds: Grounds): Promise<Pick<DatasetVersion, 'sources' | 'views'>> {
  const { session, dataset, request, storages } = grounds
  const { model } = session.compiled.lowered
  const sources: SourceInput[] = []
  for (const [address, columns] of sourceColumns(model, dataset)) {
    const source = model.sources.get(address)!
    const [newest] = await rowsOf(grounds, newestKnown(source, request.known), `look how far ${source.name} is known`)
    const content = await contentIn(grounds, sourceRows(source, columns, request.known), columns)
    sources.push({ address, ...content, newest: typeof newest?.['moment'] === 'string' ? newest['moment'] : null })
  }
  const views: ViewInput[] = []
  for (const v of dataset.accuracy === 'exact' ? [] : readViews(model, dataset)) {
    const rows = readRows(model, v, request)
    const columns = rows.kind === 'select' ? rows.columns.map(c => c.as) : []
    const { address } = v.view
    views.push({
      address,
      storages: storages[address]!.map(s => s.generation),
      covered: request.coverage[address] ?? [],
      ...(await contentIn(grounds, rows, columns)),
    })
  }
  return { sources, views }
}

async function contentIn(grounds: Grounds, rows: Relation, columns: readonly string[]): Promise<{ readonly rows: number; readonly checksum: string }> {
  const { driver } = grounds.session
  const [found] = await driver.query(contentOf({ query: queryOf(grounds, rows), columns }, driver.dialect), 'take the checksum of an input')
  return { rows: Number(found!['n']), checksum: String(found!['checksum']) }
}
