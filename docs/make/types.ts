import { typeSql } from '../../compiler/emit/index.ts'
import type { Type } from '../../compiler/ir/type.ts'
import { date, decimal, flag, float, int, json, text, time } from '../../compiler/ir/type.ts'
import type { Documented } from './language.ts'
import { code, page, table } from './markdown.ts'

const columnTypes: readonly (readonly [builder: string, written: string, type: Type])[] = [
  ['varchar', 'varchar()', text],
  ['category', "category('a', 'b')", text],
  ['number', 'number(12, 2)', decimal(12, 2)],
  ['integer', 'integer()', int],
  ['float', 'float()', float],
  ['boolean', 'boolean()', flag],
  ['date', 'date()', date],
  ['timestamp', 'timestamp()', time],
  ['variant', 'variant()', json],
]

/** docs/reference/types.md: the types of columns, and their text in both dialects. */
export function typesMarkdown(documented: readonly Documented[]): string {
  const doc = (name: string): Documented | undefined => documented.find(d => d.name === name)
  return page('Column types', 'the builders of columns (compiler/dsl/column.ts) and the printers', [
    'The types of source columns, of join keys, and of what is read from a JSON value.',
    table(
      ['Written', 'Meaning', 'Snowflake', 'DuckDB'],
      columnTypes.map(([name, written, type]) => [code(written), doc(name)?.doc ?? '', code(typeSql(type, 'snowflake')), code(typeSql(type, 'duckdb'))]),
    ),
    `Each takes modifiers, which can be chained:`,
    table(
      ['Modifier', 'Meaning'],
      (doc('Col')?.members ?? []).map(m => [code(`.${m.name}(${m.name === 'renamedFrom' ? "'old_name'" : ''})`), m.doc]),
    ),
    'Timestamps are UTC without zone, to the microsecond. Integers and decimals are exact and equal to the bit on both engines; floats agree within 1e-9 relative.',
  ])
}
