import { breaches, example, existing } from '../../registry/status.ts'
import { globalArguments } from '../arguments/parse.ts'
import type { Raw } from '../command.ts'
import type { Io } from '../io.ts'
import { wantsColor } from '../io.ts'
import { warehouseOf, withSession } from '../session.ts'
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
      lookAt: lookAt(objects, await example(session, objects)),
    }
  })
  io.out(args.json ? statusJson(status) : statusView(status, { color: wantsColor(io, 'out', args.color) }))
  return 0
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
