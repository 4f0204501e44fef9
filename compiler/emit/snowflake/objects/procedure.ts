import type { QualifiedName } from '../../../ir/name.ts'
import type { ProcedureObject } from '../../../ir/object.ts'
import type { Argument, ProcedureText } from '../../dialect.ts'
import { qualifiedBy } from '../../names.ts'
import { literal, quote, textLiteral } from '../literals.ts'
import { typeSql } from '../types.ts'

/**
 * With the caller's rights: what it computes depends on the session (its zone), which both the driver and the tasks pin,
 * and it gives nobody a privilege that they do not have.
 */
export function createProcedure(p: ProcedureObject, { body, comment }: ProcedureText): readonly string[] {
  const parameters = p.parameters.map(x => `${quote(x.name)} ${typeSql(x.type)}`).join(', ')
  return [
    [
      `CREATE OR REPLACE PROCEDURE ${full(p.name)} (${parameters})`,
      'COPY GRANTS',
      'RETURNS VARCHAR',
      'LANGUAGE SQL',
      `COMMENT = ${textLiteral(comment)}`,
      'EXECUTE AS CALLER',
      `AS\n${blockLiteral(body)}`,
    ].join('\n'),
  ]
}

/** Procedures are told apart by the types of their parameters. */
export function dropProcedure(p: ProcedureObject): readonly string[] {
  return [`DROP PROCEDURE IF EXISTS ${full(p.name)} (${p.parameters.map(x => typeSql(x.type)).join(', ')})`]
}

export function callProcedure(name: QualifiedName, args: readonly Argument[]): string {
  return `CALL ${full(name)}(${args.map(a => literal(a.value, a.type)).join(', ')})`
}

/** Between dollar signs nothing is escaped; text that holds them itself is quoted. */
function blockLiteral(body: string): string {
  return body.includes('$$') || body.endsWith('$') ? textLiteral(body) : `$$\n${body}\n$$`
}

function full(name: QualifiedName): string {
  return qualifiedBy(quote, name)
}
