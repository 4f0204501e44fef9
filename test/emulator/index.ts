import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Faults } from './faults.ts'
import type { Credentials } from './wire/login.ts'
import { Seen } from './wire/seen.ts'
import type { Asked } from './wire/service.ts'
import { routeOf, Service } from './wire/service.ts'
import { World } from './world.ts'

export interface EmulatorOptions {
  readonly credentials?: Partial<Credentials>
  /** Databases that are there, each with the schema PUBLIC; `EMULATED` where nothing is said. */
  readonly databases?: readonly string[]
  readonly warehouses?: readonly string[]
  readonly roles?: readonly string[]
  readonly answerWithinMs?: number
  readonly rowsPerChunk?: number
  /** What the statements take for the time; the real one where nothing is said. */
  readonly clock?: () => Date
  /** A transaction that is idle for so long and keeps another one waiting is taken back: five minutes, as documented, where nothing is said. */
  readonly idleTransactionMs?: number
  readonly sessionSeconds?: number
  readonly masterSeconds?: number
}

/** A server that speaks the protocol of Snowflake's driver: a tool for tests, which runs our own SQL on an embedded engine. */
export interface Emulator {
  /** For `accessUrl` of the driver. */
  readonly url: string
  readonly port: number
  readonly credentials: Credentials
  readonly faults: Faults
  readonly requests: Seen
  readonly world: World
  readonly close: () => Promise<void>
}

const defaults: Credentials = { user: 'FEAT', password: 'emulated', token: 'emulated-token', publicKey: null }

/** Starts an emulator of its own, with an empty account; several run side by side. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const world = new World({ clock: options.clock ?? (() => new Date()), idleTransactionMs: options.idleTransactionMs ?? 300_000 })
  const faults = new Faults()
  const seen = new Seen()
  const credentials = { ...defaults, ...options.credentials }
  furnish(world, options)
  const service = new Service(world, faults, seen, {
    credentials,
    answerWithinMs: options.answerWithinMs ?? 45_000,
    rowsPerChunk: options.rowsPerChunk ?? 5000,
    sessionSeconds: options.sessionSeconds ?? 3600,
    masterSeconds: options.masterSeconds ?? 14_400,
  })
  const server = createServer((request, response) => {
    handle(service, seen, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(error instanceof Error ? error.stack : String(error))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>(resolve => server.close(() => resolve()))
    await service.close()
    await world.close()
  }
  return { url: `http://127.0.0.1:${port}`, port, credentials, faults, requests: seen, world, close }
}

function furnish({ catalog }: World, { databases = ['EMULATED'], warehouses = ['COMPUTE_WH'], roles = [] }: EmulatorOptions): void {
  const bare = { comment: null, createdOn: Date.now(), properties: {}, tags: {} }
  for (const name of databases) {
    catalog.putAccount({ kind: 'DATABASE', name, ...bare })
    catalog.putSchema({ database: name, name: 'PUBLIC', ...bare })
  }
  for (const name of warehouses) catalog.putAccount({ kind: 'WAREHOUSE', name, ...bare })
  for (const name of ['ACCOUNTADMIN', 'SECURITYADMIN', 'SYSADMIN', 'USERADMIN', 'PUBLIC', ...roles]) catalog.putAccount({ kind: 'ROLE', name, ...bare })
}

async function handle(service: Service, seen: Seen, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', 'http://emulator')
  const route = routeOf(method, url.pathname)
  seen.begin(route)
  try {
    const body = await bodyOf(request)
    const asked: Asked = { route, method, url, headers: request.headers, body }
    const befalls = service.faults.of(route, typeof body['sqlText'] === 'string' ? body['sqlText'] : '')
    const broken = befalls.find(f => f.kind === 'status')
    if (befalls.some(f => f.kind === 'reset' && f.when === 'before')) request.socket.destroy()
    else if (broken?.kind === 'status') await reply(service, response, broken.status, 'text/html', '<html><body>not now</body></html>')
    else {
      const answer = await service.answer(asked, befalls)
      if (befalls.some(f => f.kind === 'reset')) request.socket.destroy()
      else if (answer === null) await reply(service, response, 404, 'text/plain', `nothing is known of ${method} ${url.pathname}`)
      // A chunk lies in a storage of files and has no outer brackets: the driver would parse it as it stands, were it called JSON.
      else if (typeof answer === 'string') await reply(service, response, 200, 'binary/octet-stream', answer)
      else await reply(service, response, 200, 'application/json', JSON.stringify(answer))
    }
  } finally {
    seen.end()
  }
}

async function reply(service: Service, response: ServerResponse, status: number, type: string, body: string): Promise<void> {
  if (service.faults.delayMs > 0) await sleep(service.faults.delayMs)
  response.writeHead(status, { 'content-type': type }).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString('utf8')
  if (text === '' || request.headers['content-encoding'] !== undefined) return {}
  return JSON.parse(text) as Record<string, unknown>
}
