import type { Session } from '../registry/index.ts'

/** The statement of a build of a dataset, with and without the order in which a build writes its rows. */
export async function statementOf(session: Session, name: string): Promise<{ readonly join: string; readonly ordered: string }> {
  const [request, counts, build, lower] = await Promise.all([
    import('../registry/dataset/request.ts'),
    import('../registry/dataset/counts.ts'),
    import('../registry/dataset/build.ts'),
    import('../compiler/lower/dataset/index.ts'),
  ])
  const dataset = session.compiled.catalog.datasets.find(d => d.name === name)!
  const grounds = await request.groundsOf(session, dataset, { from: null, to: null, known: null })
  const reached = build.withReach(grounds, await counts.countExamples(grounds))
  const body = lower.datasetBody(session.compiled.lowered.model, dataset, reached.request)
  if (body.kind !== 'with' || body.body.kind !== 'select') throw new Error('the rows of a dataset are no select')
  return { ordered: request.queryOf(reached, body), join: request.queryOf(reached, { ...body, body: { ...body.body, orderBy: [] } }) }
}
