import type { DatasetVersion } from '../../compiler/ir/dataset-version.ts'
import { breaches, example, existing } from '../../registry/status.ts'
import { readDatasets } from '../../registry/state/datasets.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { warehouseOf, withSession } from '../session.ts'
import { totalRows } from '../../registry/dataset/find.ts'
import type { Status } from '../views/status.ts'
import { statusJson, statusView } from '../views/status.ts'

export async function runStatus(raw: Raw, io: Io): Promise<number> {
  const args = globalArguments(raw, io)
  const status = await withSession(args, io, { access: 'read', checksSources: false }, async (session): Promise<Status> => {
    const objects = await existing(session)
    const { target, environment } = session.placed.placement
    return {
      project: session.placed.project,
      target,
      environment,
      warehouse: warehouseOf(session, io),
      objects,
      breaches: await breaches(session),
      datasets: newest(await readDatasets(session.driver, session.placed.placement)),
      lookAt: lookAt(objects, await example(session, objects)),
    }
  })
  io.out(args.json ? statusJson(status) : statusView(status, { color: wantsColor(io, 'out', args.color), cwd: io.cwd }))
  return 0
}

/** The last version of each, which come oldest first. */
function newest(versions: readonly DatasetVersion[]): Status['datasets'] {
  const last = versions.filter((v, i) => versions[i + 1]?.name !== v.name)
  return last.map(v => ({ name: v.name, n: v.n, rows: totalRows(v), known: v.known, builtAt: v.builtAt, output: v.output }))
}

/** What shows a value of what has rows. */
function lookAt(objects: Status['objects'], found: Awaited<ReturnType<typeof example>>): readonly string[] {
  const withRows = objects.find(o => o.relation !== null && (o.rows ?? 0) > 0)
  return [
    ...(found === null
      ? []
      : [
          `feat show ${found.feature} ${Object.entries(found.keys)
            .map(([k, v]) => `--key ${k}=${v}`)
            .join(' ')}`,
        ]),
    ...(withRows === undefined ? [] : [`SELECT * FROM ${withRows.relation!} LIMIT 10, in any DuckDB client`]),
  ]
}
