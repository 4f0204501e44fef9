import type { Answer } from '../results.ts'
import type { Session } from '../session.ts'
import type { SqlError } from '../sql-error.ts'
import { checked } from './fields.ts'

/** As a recorded login and recorded queries list them. */
const parameters: Readonly<Record<string, string | number | boolean>> = {
  CLIENT_PREFETCH_THREADS: 4,
  TIMESTAMP_OUTPUT_FORMAT: 'YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM',
  JS_TREAT_INTEGER_AS_BIGINT: false,
  TIME_OUTPUT_FORMAT: 'HH24:MI:SS',
  CLIENT_RESULT_CHUNK_SIZE: 160,
  TIMESTAMP_TZ_OUTPUT_FORMAT: '',
  CLIENT_SESSION_KEEP_ALIVE: false,
  CLIENT_METADATA_USE_SESSION_DATABASE: false,
  CLIENT_OUT_OF_BAND_TELEMETRY_ENABLED: false,
  ENABLE_STAGE_S3_PRIVATELINK_FOR_US_EAST_1: false,
  CLIENT_RESULT_PREFETCH_THREADS: 1,
  TIMESTAMP_NTZ_OUTPUT_FORMAT: 'YYYY-MM-DD HH24:MI:SS.FF3',
  CLIENT_METADATA_REQUEST_USE_CONNECTION_CTX: false,
  CLIENT_HONOR_CLIENT_TZ_FOR_TIMESTAMP_NTZ: true,
  CLIENT_MEMORY_LIMIT: 1536,
  CLIENT_TIMESTAMP_TYPE_MAPPING: 'TIMESTAMP_LTZ',
  TIMEZONE: 'America/Los_Angeles',
  CLIENT_RESULT_PREFETCH_SLOTS: 2,
  CLIENT_TELEMETRY_ENABLED: true,
  CLIENT_DISABLE_INCIDENTS: true,
  CLIENT_USE_V1_QUERY_API: true,
  CLIENT_RESULT_COLUMN_CASE_INSENSITIVE: false,
  BINARY_OUTPUT_FORMAT: 'HEX',
  CLIENT_ENABLE_LOG_INFO_STATEMENT_PARAMETERS: false,
  CLIENT_TELEMETRY_SESSIONLESS_ENABLED: true,
  JS_DRIVER_DISABLE_OCSP_FOR_NON_SF_ENDPOINTS: false,
  CLIENT_CONSENT_CACHE_ID_TOKEN: false,
  CLIENT_FORCE_PROTECT_ID_TOKEN: true,
  DATE_OUTPUT_FORMAT: 'YYYY-MM-DD',
  CLIENT_STAGE_ARRAY_BINDING_THRESHOLD: 65_280,
  CLIENT_SESSION_KEEP_ALIVE_HEARTBEAT_FREQUENCY: 3600,
  AUTOCOMMIT: true,
  CLIENT_SESSION_CLONE: false,
  TIMESTAMP_LTZ_OUTPUT_FORMAT: '',
}

function parametersOf(session: Session): readonly { readonly name: string; readonly value: string | number | boolean }[] {
  return Object.entries(parameters).map(([name, value]) => {
    const set = session.parameters[name]
    return { name, value: set === undefined ? value : typeof value === 'boolean' ? set.toUpperCase() === 'TRUE' : set }
  })
}

export function loginResponse(session: Session, validity: { readonly seconds: number; readonly masterSeconds: number }): object {
  return checked({
    data: {
      masterToken: session.masterToken,
      token: session.token,
      validityInSeconds: validity.seconds,
      masterValidityInSeconds: validity.masterSeconds,
      displayUserName: session.user,
      serverVersion: '9.99.0',
      firstLogin: false,
      remMeToken: null,
      remMeValidityInSeconds: 0,
      healthCheckInterval: 45,
      newClientForUpgrade: null,
      sessionId: session.id,
      parameters: parametersOf(session),
      sessionInfo: { databaseName: session.database, schemaName: session.schema, warehouseName: session.warehouse, roleName: session.role },
      idToken: null,
      idTokenValidityInSeconds: 0,
      responseData: null,
      mfaToken: null,
      mfaTokenValidityInSeconds: 0,
    },
    code: null,
    message: null,
    success: true,
  })
}

/** A new token for the session; the shape is what the driver reads. */
export function renewalResponse(session: Session, validity: { readonly seconds: number; readonly masterSeconds: number }): object {
  const data = {
    sessionToken: session.token,
    validityInSecondsST: validity.seconds,
    masterToken: session.masterToken,
    validityInSecondsMT: validity.masterSeconds,
    sessionId: session.id,
  }
  return checked({ data, code: null, message: null, success: true })
}

/** Refusals that have nothing to do with a statement. */
export function refusal(code: string, message: string): object {
  return checked({ data: null, code, message, success: false })
}

export function emptyResponse(): object {
  return checked({ data: null, code: null, message: null, success: true })
}

/** Rows beyond the first come in chunks, each by its own address. */
export interface Chunking {
  readonly rows: number
  readonly url: (chunk: number) => string
}

export function resultResponse(session: Session, queryId: string, answer: Answer, binds: number, chunking: Chunking): object {
  const { rows } = answer
  const inline = rows.length > chunking.rows ? rows.slice(0, chunking.rows) : rows
  const data = {
    parameters: parametersOf(session),
    rowtype: answer.columns.map(({ name, type, nullable }) => ({
      name,
      database: '',
      schema: '',
      table: '',
      nullable,
      type: type.wire,
      scale: type.scale,
      precision: type.precision,
      length: type.length,
      byteLength: type.wire === 'text' ? Math.min((type.length ?? 0) * 4, 16_777_216) : type.length,
      collation: null,
    })),
    rowset: inline,
    total: rows.length,
    returned: rows.length,
    queryId,
    databaseProvider: null,
    finalDatabaseName: session.database,
    finalSchemaName: session.schema,
    finalWarehouseName: session.warehouse,
    finalRoleName: session.role,
    numberOfBinds: binds,
    ...(answer.stats === null ? {} : { stats: answer.stats }),
    arrayBindSupported: answer.typeId === 12_544,
    statementTypeId: answer.typeId,
    version: 1,
    sendResultTime: Date.now(),
    queryResultFormat: 'json',
    ...(inline === rows ? {} : chunked(rows, chunking)),
  }
  return checked({ data, code: null, message: null, success: true })
}

function chunked(rows: Answer['rows'], { rows: size, url }: Chunking): object {
  const count = Math.ceil((rows.length - size) / size)
  const chunks = Array.from({ length: count }, (_, i) => {
    const body = chunkBody(rows, size, i)
    return { url: url(i), rowCount: chunkRows(rows, size, i).length, uncompressedSize: body.length, compressedSize: body.length }
  })
  return { chunks, chunkHeaders: {} }
}

function chunkRows(rows: Answer['rows'], size: number, chunk: number): Answer['rows'] {
  return rows.slice(size * (chunk + 1), size * (chunk + 2))
}

/** Rows with commas between them, without the brackets of an array. */
export function chunkBody(rows: Answer['rows'], size: number, chunk: number): string {
  return JSON.stringify(chunkRows(rows, size, chunk)).slice(1, -1)
}

export function errorResponse(queryId: string, error: SqlError): object {
  const compilation = error.code.startsWith('00')
  const { code, sqlState, message } = error
  const data = { internalError: false, errorCode: code, age: 0, sqlState, queryId, line: -1, pos: -1, type: compilation ? 'COMPILATION' : 'EXECUTION' }
  return checked({ data, code, message, success: false, headers: null })
}

/** The statement goes on: ask again by the address. */
export function progressResponse(queryId: string, asked: boolean): object {
  const code = asked ? '333334' : '333333'
  return checked({ data: { queryId, getResultUrl: `/queries/${queryId}/result` }, code, message: 'Query execution in progress.', success: true })
}

export function monitoringResponse(id: string, status: string, error: SqlError | null): object {
  const failed = error === null ? {} : { errorCode: error.code, errorMessage: error.message }
  return checked({ data: { queries: [{ id, status, ...failed }] }, code: null, message: null, success: true })
}
