import { plan } from '../compiler/plan/index.ts'
import { readerOf } from './observe/observe.ts'
import type { Finding } from './observe/reader.ts'
import type { Session } from './session.ts'

/** What the warehouse must offer before this project can be deployed to it, each finding with how to mend it; nothing on an engine that offers all to everybody. */
export async function preflight(session: Session): Promise<readonly Finding[]> {
  const { driver, placed, compiled, now, tool } = session
  const anew = plan({ lowered: compiled.lowered, placed, state: null, live: { schemas: [], objects: [] }, now, allowDestroy: false, tool })
  return readerOf(driver).preflight(driver, placed.placement, anew.steps)
}
