import type { AlertObject } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { quote, textLiteral } from '../literals.ts'
import { scheduleText } from './schedule.ts'

/** Alerts are made suspended. The query of one is checked only when it runs: an EXPLAIN before it refuses what cannot. */
export function alertChange(_: AlertObject | null, to: AlertObject): readonly string[] {
  const name = qualifiedBy(quote, to.name)
  const create = [
    `CREATE OR REPLACE ALERT ${name}`,
    `WAREHOUSE = ${quote(to.warehouse)}`,
    `SCHEDULE = ${scheduleText(to.schedule, 'MINUTE')}`,
    `IF (EXISTS (\n${to.condition}\n))`,
    `THEN\n${action(to)}`,
  ].join('\n')
  return [`EXPLAIN USING TEXT ${to.condition}`, create, `ALTER ALERT IF EXISTS ${name} RESUME`]
}

export function dropAlert({ name }: AlertObject): readonly string[] {
  return [`DROP ALERT IF EXISTS ${qualifiedBy(quote, name)}`]
}

function action({ integrations, message }: AlertObject): string {
  const to = integrations.map(i => textLiteral(JSON.stringify({ [i.toUpperCase()]: {} })))
  const text = textLiteral(JSON.stringify({ 'text/plain': message }))
  return `CALL SYSTEM$SEND_SNOWFLAKE_NOTIFICATION(${text}, ${to.length === 1 ? to[0]! : `ARRAY_CONSTRUCT(${to.join(', ')})`})`
}
