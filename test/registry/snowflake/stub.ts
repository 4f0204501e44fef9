import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import type { SnowflakeOptions } from '../../../registry/driver/snowflake/open.ts'

/** One request as it came. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | null
  /** Of this server. */
  readonly port: number
  readonly body: Record<string, unknown>
}

/** What to answer: a body, or what else may happen to a request. */
export type Reply =
  | { readonly json: unknown; readonly status?: number }
  | { readonly text: string; readonly status: number }
  /** The connection breaks. */
  | 'reset'
  /** Nothing, for as long as the test runs. */
  | 'silence'

export interface Stub {
  readonly requests: readonly Received[]
  /** The text of each statement that came, without those that prepare a session. */
  readonly statements: () => readonly string[]
  readonly options: SnowflakeOptions
  readonly close: () => Promise<void>
}

/** Answers to the statements of a test; undefined leaves the request to the usual answers. */
export type Script = (request: Received, sql: string) => Reply | undefined | Promise<Reply | undefined>

/** A server that answers as the test says: for logins, and for everything that a well-behaved one never does. */
export async function stubServer(script: Script = () => undefined): Promise<Stub> {
  const requests: Received[] = []
  const server = createServer((request, response) => {
    void received(request).then(async r => {
      requests.push(r)
      const sql = typeof r.body['sqlText'] === 'string' ? r.body['sqlText'] : ''
      write(response, (await script(r, sql)) ?? usual(r))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const env = { SNOWFLAKE_CONNECTIONS_STUB_USER: 'me', SNOWFLAKE_CONNECTIONS_STUB_PASSWORD: 'open sesame', ...stubEndpoint(port) }
  return {
    requests,
    statements: () =>
      requests
        .filter(r => r.path === '/queries/v1/query-request')
        .map(r => String(r.body['sqlText']))
        .filter(s => !s.startsWith('ALTER SESSION SET')),
    options: { connection: 'stub', database: 'DB', warehouse: 'WH', env, home: '/nowhere' },
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

/** The variables that lead a connection called stub to a port of this machine. */
function stubEndpoint(port: number): Readonly<Record<string, string>> {
  return {
    SNOWFLAKE_CONNECTIONS_STUB_ACCOUNT: 'myorg-acc',
    SNOWFLAKE_CONNECTIONS_STUB_HOST: '127.0.0.1',
    SNOWFLAKE_CONNECTIONS_STUB_PORT: String(port),
    SNOWFLAKE_CONNECTIONS_STUB_PROTOCOL: 'http',
  }
}

async function received(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString()
  const url = new URL(request.url!, 'http://stub')
  return {
    method: request.method!,
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization ?? null,
    port: request.socket.localPort!,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  }
}

function write(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return
  if (reply === 'reset') {
    response.socket?.destroy()
    return
  }
  const text = 'json' in reply ? JSON.stringify(reply.json) : reply.text
  response.writeHead(reply.status ?? 200, { 'content-type': 'json' in reply ? 'application/json' : 'text/plain' }).end(text)
}

function usual({ path }: Received): Reply {
  if (path === '/session/v1/login-request') return loggedIn()
  if (path === '/queries/v1/query-request') return rows([['status', 'text', null]], [['Statement executed successfully.']])
  return { json: { data: null, code: null, message: null, success: true } }
}

export const sessionToken = 'token-of-the-session-4711'

export function loggedIn(): Reply {
  const data = {
    masterToken: 'token-of-the-master-0815',
    token: sessionToken,
    validityInSeconds: 3600,
    masterValidityInSeconds: 14_400,
    sessionId: 1,
    parameters: [],
  }
  return { json: { data, code: null, message: null, success: true } }
}

export type ColumnShape = readonly [name: string, type: string, scale: number | null, precision?: number]

/** The answer of a statement that gives rows. */
export function rows(columns: readonly ColumnShape[], rowset: readonly (readonly (string | null)[])[], more: object = {}): Reply {
  const rowtype = columns.map(([name, type, scale, precision]) => ({ name, type, scale, precision: precision ?? null, nullable: true }))
  const data = { parameters: [], rowtype, rowset, total: rowset.length, returned: rowset.length, queryId: randomUUID(), version: 1, ...more }
  return { json: { data, code: null, message: null, success: true } }
}

/** The answer of a statement, or a login, that is refused. */
export function refused(code: string, message: string, sqlState = '42000'): Reply {
  const data = { internalError: false, errorCode: code, age: 0, sqlState, queryId: randomUUID(), line: -1, pos: -1, type: 'COMPILATION' }
  return { json: { data, code, message, success: false, headers: null } }
}
