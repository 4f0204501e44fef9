import type { Dialect } from '../dialect.ts'
import { line } from '../lines.ts'
import { interval, quote, textLiteral } from './literals.ts'

export const series: Dialect['series'] = s =>
  [line(`SELECT unnest(generate_series(${s.first}, ${s.last}, ${interval(s.every)})) AS ${quote(s.column)}`)]

export const file: Dialect['file'] = f =>
  f.format === 'parquet' ? `read_parquet(${textLiteral(f.path)})` : `read_csv(${textLiteral(f.path)}, header = true)`
