/** An error as a statement gets it: the emulator answers it, and never silently succeeds in its place. */
export class SqlError extends Error {
  readonly code: string
  readonly sqlState: string

  constructor(code: string, sqlState: string, message: string) {
    super(message)
    this.code = code
    this.sqlState = sqlState
  }
}

export function syntaxError(what: string): SqlError {
  return new SqlError('001003', '42000', `SQL compilation error:\nsyntax error ${what}.`)
}

export function unsupported(what: string): SqlError {
  return new SqlError('000002', '0A000', `Unsupported feature '${what}'.`)
}

export function missing(kind: string, name: string): SqlError {
  return new SqlError(
    '002003',
    kind === 'Object' || kind === 'Table' || kind === 'View' ? '42S02' : '02000',
    `SQL compilation error:\n${kind} '${name}' does not exist or not authorized.`,
  )
}

export function exists(name: string): SqlError {
  return new SqlError('002002', '42710', `SQL compilation error:\nObject '${name}' already exists.`)
}

export function unknownFunction(name: string): SqlError {
  return new SqlError('002140', '42601', `SQL compilation error:\nUnknown function ${name}.`)
}

export function invalid(message: string): SqlError {
  return new SqlError('001008', '22023', `SQL compilation error:\n${message}`)
}

export function noPrivilege(what: string): SqlError {
  return new SqlError('003001', '42501', `SQL access control error:\nInsufficient privileges to operate on ${what}.`)
}
