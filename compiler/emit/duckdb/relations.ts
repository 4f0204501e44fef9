import type { Dialect } from '../dialect.ts'
import { line } from '../lines.ts'
import { interval, quote, textLiteral } from './literals.ts'
import { typeSql } from './types.ts'

export const series: Dialect['series'] = s => [line(`SELECT unnest(generate_series(${s.first}, ${s.last}, ${interval(s.every)})) AS ${quote(s.column)}`)]

export const file: Dialect['file'] = f => {
  const path = textLiteral(f.path)
  if (f.format === 'parquet') return `read_parquet(${path})`
  const types = (f.columns ?? []).map(c => `${textLiteral(c.name)}: ${textLiteral(typeSql(c.type))}`).join(', ')
  return `read_csv(${path}, header = true${types === '' ? '' : `, types = {${types}}`})`
}
