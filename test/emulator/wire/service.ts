import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Faults, Route } from '../faults.ts'
import type { Session } from '../session.ts'
import { SqlError } from '../sql-error.ts'
import type { World } from '../world.ts'
import type { Credentials } from './login.ts'
import { login } from './login.ts'
import type { Query, QueryRequest } from './queries.ts'
import { cancelQuery, startQuery } from './queries.ts'
import {
  chunkBody,
  emptyResponse,
  errorResponse,
  loginResponse,
  monitoringResponse,
  progressResponse,
  refusal,
  renewalResponse,
  resultResponse,
} from './responses.ts'
import type { Seen } from './seen.ts'

export interface ServiceOptions {
  readonly credentials: Credentials
  /** A statement that takes longer is answered with the address at which to ask again. */
  readonly answerWithinMs: number
  /** Rows beyond so many come in chunks of as many. */
  readonly rowsPerChunk: number
  readonly sessionSeconds: number
  readonly masterSeconds: number
}

/** One request, read whole. */
export interface Asked {
  readonly route: Route
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Readonly<Record<string, unknown>>
}

export function routeOf(method: string, path: string): Route {
  if (path === '/session/v1/login-request') return 'login'
  if (path === '/session/token-request') return 'renew'
  if (path === '/queries/v1/query-request') return 'query'
  if (path === '/queries/v1/abort-request' || /^\/queries\/[^/]+\/abort-request$/.test(path)) return 'abort'
  if (path.startsWith('/monitoring/queries/')) return 'poll'
  if (/^\/queries\/[^/]+\/result$/.test(path)) return method === 'GET' ? 'result' : 'other'
  return path.startsWith('/chunks/') ? 'chunk' : 'other'
}

/** The protocol: sessions, statements and their answers, without the connection that carries them. */
export class Service {
  readonly world: World
  readonly faults: Faults
  readonly #options: ServiceOptions
  readonly #seen: Seen
  readonly #sessions = new Map<string, Session>()
  readonly #masters = new Map<string, Session>()
  readonly #expired = new Set<string>()
  readonly #byRequest = new Map<string, Query>()
  readonly #queries = new Map<string, Query>()

  constructor(world: World, faults: Faults, seen: Seen, options: ServiceOptions) {
    this.world = world
    this.faults = faults
    this.#seen = seen
    this.#options = options
  }

  /** The answer, as an object, as text of a chunk, or null where nothing is known under the address. */
  async answer(asked: Asked, befalls: readonly Fault[]): Promise<object | string | null> {
    switch (asked.route) {
      case 'login':
        return this.#login(asked)
      case 'renew':
        return this.#renew(asked)
      case 'chunk':
        return this.#chunk(asked.url.pathname)
      default:
        break
    }
    const session = this.#sessionOf(asked, befalls)
    if (!('world' in session)) return session
    switch (asked.route) {
      case 'query':
        return this.#query(session, asked, befalls)
      case 'result':
        return this.#result(asked.url.pathname.split('/')[2]!, asked)
      case 'poll':
        return this.#poll(asked.url.pathname.split('/')[3]!)
      case 'abort':
        return this.#abort(asked)
      default:
        return this.#other(session, asked)
    }
  }

  #login({ url, body }: Asked): object {
    const data = body['data']
    const result = login(
      this.world,
      this.#options.credentials,
      url.searchParams,
      typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {},
    )
    if ('code' in result) return refusal(result.code, result.message)
    this.#open(result)
    return loginResponse(result, this.#validity())
  }

  #open(session: Session): void {
    this.#sessions.set(session.token, session)
    this.#masters.set(session.masterToken, session)
    if (this.#options.sessionSeconds < 3600) setTimeout(() => this.#expired.add(session.token), this.#options.sessionSeconds * 1000).unref()
  }

  #validity(): { readonly seconds: number; readonly masterSeconds: number } {
    return { seconds: this.#options.sessionSeconds, masterSeconds: this.#options.masterSeconds }
  }

  #renew({ headers, body }: Asked): object {
    const session = this.#masters.get(tokenOf(headers.authorization))
    if (session === undefined) return refusal('390114', 'Authentication token has expired. The user must authenticate again.')
    if (body['requestType'] !== 'RENEW' || body['oldSessionToken'] !== session.token)
      return refusal('390104', 'Session token is not the one that is to be renewed.')
    session.renew()
    this.#open(session)
    return renewalResponse(session, this.#validity())
  }

  #sessionOf({ headers, route }: Asked, befalls: readonly Fault[]): Session | object {
    const token = tokenOf(headers.authorization)
    const session = this.#sessions.get(token)
    if (session === undefined)
      return route === 'other' ? emptyResponse() : refusal('390111', 'Session no longer exists. New login required to access the service.')
    if (befalls.some(f => f.kind === 'expire')) this.#expired.add(token)
    return this.#expired.has(token) ? refusal('390112', 'Your session has expired. Please login again.') : session
  }

  async #query(session: Session, asked: Asked, befalls: readonly Fault[]): Promise<object> {
    const requestId = asked.url.searchParams.get('requestId')
    if (requestId === null) return refusal('390106', 'requestId is missing')
    let query = this.#byRequest.get(requestId)
    if (query === undefined) {
      query = startQuery(session, requestId, asked.body as unknown as QueryRequest, this.faults, befalls)
      this.#byRequest.set(requestId, query)
      this.#queries.set(query.id, query)
      this.#seen.statements.push({ sql: query.sql, requestId, tag: query.tag, session: session.id })
    }
    if (query.asked) return progressResponse(query.id, true)
    return this.#settled(query, asked)
  }

  /** The outcome, or after a while that there is none yet. */
  async #settled(query: Query, asked: Asked): Promise<object> {
    if (query.result === null) await Promise.race([query.outcome, sleep(this.#options.answerWithinMs, null, { ref: false })])
    if (query.result === null) return progressResponse(query.id, query.asked)
    if (query.result instanceof SqlError) return errorResponse(query.id, query.result)
    const rows = this.#options.rowsPerChunk
    const url = (chunk: number): string => `http://${asked.headers.host}/chunks/${query.id}/${chunk}`
    return resultResponse(query.session, query.id, query.result, query.binds, { rows, url })
  }

  async #result(id: string, asked: Asked): Promise<object | null> {
    const query = this.#queries.get(id)
    return query === undefined ? null : this.#settled(query, asked)
  }

  #poll(id: string): object {
    const query = this.#queries.get(id)
    if (query === undefined) return monitoringResponse(id, 'NO_DATA', null)
    if (query.result instanceof SqlError) return monitoringResponse(id, query.running.cancelled ? 'ABORTED' : 'FAILED_WITH_ERROR', query.result)
    return monitoringResponse(id, query.result === null ? 'RUNNING' : 'SUCCESS', null)
  }

  #abort({ url, body }: Asked): object {
    const [, , id] = url.pathname.split('/')
    const query = this.#queries.get(id!) ?? this.#byRequest.get(String(body['requestId']))
    if (query === undefined || query.result !== null) return refusal('000605', 'Identified SQL statement is not currently executing.')
    cancelQuery(query)
    return emptyResponse()
  }

  #chunk(path: string): string | null {
    const [, , id, number] = path.split('/')
    const query = this.#queries.get(id!)
    if (query === undefined || query.result === null || query.result instanceof SqlError) return null
    return chunkBody(query.result.rows, this.#options.rowsPerChunk, Number(number))
  }

  async #other(session: Session, { method, url }: Asked): Promise<object | null> {
    if (method === 'POST' && url.pathname === '/session' && url.searchParams.get('delete') === 'true') {
      for (const query of this.#queries.values()) if (query.session === session && query.result === null) cancelQuery(query)
      await session.rollback()
      this.#sessions.delete(session.token)
      this.#masters.delete(session.masterToken)
      return emptyResponse()
    }
    return method === 'POST' && (url.pathname === '/session/heartbeat' || url.pathname === '/telemetry/send') ? emptyResponse() : null
  }

  /** Ends what still runs. */
  async close(): Promise<void> {
    for (const query of this.#queries.values()) if (query.result === null) cancelQuery(query)
    await Promise.all([...this.#queries.values()].map(q => q.outcome))
    await Promise.all([...this.#masters.values()].map(s => s.rollback()))
  }
}

function tokenOf(header: string | undefined): string {
  return /Snowflake Token="([^"]*)"/.exec(header ?? '')?.[1] ?? ''
}
