import type { Dialect } from '../dialect.ts'
import { line } from '../lines.ts'
import { cast } from './casts.ts'
import { interval, quote, textLiteral } from './literals.ts'
import { typeSql } from './types.ts'

export const series: Dialect['series'] = s => [line(`SELECT unnest(generate_series(${s.first}, ${s.last}, ${interval(s.every)})) AS ${quote(s.column)}`)]

export const file: Dialect['file'] = f => {
  const path = textLiteral(f.path)
  if (f.format === 'parquet') return `read_parquet(${path})`
  const types = (f.columns ?? []).map(c => `${textLiteral(c.name)}: ${textLiteral(typeSql(c.type))}`).join(', ')
  return `read_csv(${path}, header = true${types === '' ? '' : `, types = {${types}}`})`
}

/** Sums of 64-bit hashes: equal rows do not cancel each other out. */
export const contentHash: Dialect['contentHash'] = columns => `CAST(coalesce(sum(hash(${columns.join(', ')})), 0) AS VARCHAR)`

/** At level 1 files are a twentieth larger than at the engine's own 3, and a tenth sooner there. */
export const copyTo: Dialect['copyTo'] = ({ query, columns, path, format }) => {
  const options = format === 'parquet' ? 'FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1' : 'FORMAT csv, HEADER true'
  const values = columns.map(c => `${cast(`q.${quote(c.name)}`, c.type, false)} AS ${quote(c.name)}`).join(', ')
  return `COPY (\nSELECT ${values} FROM (\n${query}\n) AS q\n) TO ${textLiteral(path)} (${options})`
}
