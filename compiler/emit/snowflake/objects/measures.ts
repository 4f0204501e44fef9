import type { MeasuresObject } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { quote, textLiteral } from '../literals.ts'
import { scheduleText } from './schedule.ts'

/** A table has one schedule for all its metrics. */
export function measuresChange(from: MeasuresObject | null, to: MeasuresObject): readonly string[] {
  const object = `ALTER ${to.on.toUpperCase()} ${qualifiedBy(quote, to.name)}`
  const schedule = to.schedule === 'on change' ? textLiteral('TRIGGER_ON_CHANGES') : scheduleText(to.schedule, 'MINUTE')
  // Another table has none of them yet.
  const was = from?.name.name === to.name.name ? from.measures.map(measure) : []
  const is = to.measures.map(measure)
  return [
    `${object} SET DATA_METRIC_SCHEDULE = ${schedule}`,
    ...was.filter(m => !is.includes(m)).map(m => `${object} DROP DATA METRIC FUNCTION ${m}`),
    ...is.filter(m => !was.includes(m)).map(m => `${object} ADD DATA METRIC FUNCTION ${m}`),
  ]
}

export function dropMeasures(o: MeasuresObject): readonly string[] {
  const object = `ALTER ${o.on.toUpperCase()} ${qualifiedBy(quote, o.name)}`
  return [...o.measures.map(m => `${object} DROP DATA METRIC FUNCTION ${measure(m)}`), `${object} UNSET DATA_METRIC_SCHEDULE`]
}

function measure({ metric, columns }: MeasuresObject['measures'][number]): string {
  return `${['snowflake', 'core', metric].map(quote).join('.')} ON (${columns.map(quote).join(', ')})`
}
