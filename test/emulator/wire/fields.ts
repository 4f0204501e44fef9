/** Fields that real servers were recorded to send; a test compares this list with the recordings where they are present. */
export const recorded: Readonly<Record<'login' | 'logout' | 'query', readonly string[]>> = {
  login: [
    'data code message success',
    'data.masterToken data.token data.validityInSeconds data.masterValidityInSeconds data.displayUserName data.serverVersion data.firstLogin data.remMeToken',
    'data.remMeValidityInSeconds data.healthCheckInterval data.newClientForUpgrade data.sessionId data.parameters data.parameters[].name data.parameters[].value',
    'data.sessionInfo data.sessionInfo.databaseName data.sessionInfo.schemaName data.sessionInfo.warehouseName data.sessionInfo.roleName data.idToken',
    'data.idTokenValidityInSeconds data.responseData data.mfaToken data.mfaTokenValidityInSeconds',
  ].flatMap(words),
  logout: words('data code message success'),
  query: [
    'data code message success headers',
    'data.parameters data.parameters[].name data.parameters[].value data.rowtype data.rowtype[].name data.rowtype[].database data.rowtype[].schema data.rowtype[].table',
    'data.rowtype[].nullable data.rowtype[].type data.rowtype[].scale data.rowtype[].precision data.rowtype[].length data.rowtype[].byteLength data.rowtype[].collation',
    'data.rowset data.total data.returned data.queryId data.databaseProvider data.finalDatabaseName data.finalSchemaName data.finalWarehouseName data.finalRoleName',
    'data.numberOfBinds data.arrayBindSupported data.statementTypeId data.version data.sendResultTime data.queryResultFormat',
    'data.stats data.stats.numRowsInserted data.stats.numRowsDeleted data.stats.numRowsUpdated data.stats.numDmlDuplicates',
    'data.metaDataOfBinds data.metaDataOfBinds[].name data.metaDataOfBinds[].type data.metaDataOfBinds[].nullable data.metaDataOfBinds[].scale',
    'data.metaDataOfBinds[].precision data.metaDataOfBinds[].length data.metaDataOfBinds[].byteLength',
    'data.internalError data.errorCode data.age data.sqlState data.line data.pos data.type',
  ].flatMap(words),
}

/** Fields that no recording has: taken from what the released driver reads. */
export const fromDriver: readonly string[] = [
  'data.getResultUrl data.chunks data.chunks[].url data.chunks[].rowCount data.chunks[].uncompressedSize data.chunks[].compressedSize data.chunkHeaders',
  'data.sessionToken data.validityInSecondsST data.validityInSecondsMT data.queries data.queries[].id data.queries[].status data.queries[].errorCode data.queries[].errorMessage',
].flatMap(words)

function words(text: string): readonly string[] {
  return text.split(' ')
}

/** All fields of a response, arrays by `[]`. */
export function fieldsOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(v => fieldsOf(v, `${at}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, v]) => {
    const path = at === '' ? key : `${at}.${key}`
    return [path, ...(key === 'chunkHeaders' || key === 'rowset' ? [] : fieldsOf(v, path))]
  })
}

const known: ReadonlySet<string> = new Set([...recorded.login, ...recorded.query, ...recorded.logout, ...fromDriver])

/** A field of which nobody knows where it comes from is a mistake of the emulator. */
export function checked<T>(response: T): T {
  const unknown = fieldsOf(response).find(f => !known.has(f))
  if (unknown !== undefined) throw new Error(`the emulator would send '${unknown}', which no server was seen to send`)
  return response
}
