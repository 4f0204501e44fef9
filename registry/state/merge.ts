/** One row of a merge: put there whatever was, changed in its last column where its owner has it, or taken away. */
export interface MergeRow {
  readonly how: 'put' | 'change' | 'drop'
  readonly values: readonly string[]
}

export interface Merge {
  readonly into: string
  /** Those that tell rows apart first; the last may be long. */
  readonly columns: readonly string[]
  readonly keys: number
  readonly rows: readonly MergeRow[]
  /** The column whose value has to be the row's own for `change`. */
  readonly owned?: string
}

/** Statements on one table, to be run in order. */
export interface Merged {
  readonly statements: readonly string[]
  /** Only all of them together are whole: a value is too long for one statement. */
  readonly atomic: boolean
}

/** Engines limit the length of one statement: Snowflake takes a megabyte. */
const longest = 900_000
/** And how many rows it lists. */
const most = 1000

/**
 * One statement for many rows, or few where their text is long: each is whole by itself, so that no reader ever sees a row
 * gone that is only being replaced.
 */
export function mergeStatements(merge: Merge, text: (value: string) => string, onlyIf: string | undefined): Merged {
  const cut = merge.rows.map(row => cutRow(row, merge))
  const statements = portions(
    cut.map(c => c.row),
    text,
  ).map(rows => mergeStatement(merge, rows, text, onlyIf))
  const appended = cut.flatMap(({ row, rest }) => rest.map(part => appendStatement(merge, row, text(part), text)))
  return { statements: [...statements, ...appended], atomic: appended.length > 0 }
}

/** A row whose text is too long for one statement begins with a part of it. */
function cutRow(row: MergeRow, { columns }: Merge): { readonly row: MergeRow; readonly rest: readonly string[] } {
  const last = columns.length - 1
  const parts = cutText(row.values[last]!)
  return parts.length === 1 ? { row, rest: [] } : { row: { ...row, values: row.values.with(last, parts[0]!) }, rest: parts.slice(1) }
}

/** Characters take up to four bytes, quotes and backslashes are written twice; no pair of code units is torn apart. */
function cutText(value: string): readonly string[] {
  if (value.length * 2 <= longest || Buffer.byteLength(value) * 2 <= longest) return [value]
  const parts: string[] = []
  for (let at = 0; at < value.length;) {
    let end = Math.min(value.length, at + longest / 4)
    if (/[\ud800-\udbff]$/.test(value.slice(at, end)) && end < value.length) end++
    parts.push(value.slice(at, end))
    at = end
  }
  return parts
}

function portions(rows: readonly MergeRow[], text: (value: string) => string): readonly (readonly MergeRow[])[] {
  const found: MergeRow[][] = []
  let length = Infinity
  for (const row of rows) {
    const bytes = Buffer.byteLength(printed(row, text))
    if (length + bytes > longest || found.at(-1)!.length >= most) {
      found.push([])
      length = 0
    }
    found.at(-1)!.push(row)
    length += bytes
  }
  return found
}

function printed({ how, values }: MergeRow, text: (value: string) => string): string {
  return `(${[how, ...values].map(text).join(', ')})`
}

function mergeStatement({ into, columns, keys, owned }: Merge, rows: readonly MergeRow[], text: (value: string) => string, onlyIf: string | undefined): string {
  const given = `SELECT * FROM (VALUES ${rows.map(r => printed(r, text)).join(', ')}) AS v (how, ${columns.join(', ')})`
  const assigned = columns.slice(keys).map(c => `${c} = s.${c}`)
  const [last] = assigned.slice(-1)
  return [
    `MERGE INTO ${into} AS t USING (${given}${onlyIf === undefined ? '' : ` WHERE ${onlyIf}`}) AS s`,
    `ON ${columns
      .slice(0, keys)
      .map(c => `t.${c} = s.${c}`)
      .join(' AND ')}`,
    "WHEN MATCHED AND s.how = 'drop' THEN DELETE",
    `WHEN MATCHED AND s.how = 'put' THEN UPDATE SET ${assigned.join(', ')}`,
    ...(owned === undefined ? [] : [`WHEN MATCHED AND s.how = 'change' AND t.${owned} = s.${owned} THEN UPDATE SET ${last}`]),
    `WHEN NOT MATCHED AND s.how = 'put' THEN INSERT (${columns.join(', ')}) VALUES (${columns.map(c => `s.${c}`).join(', ')})`,
  ].join(' ')
}

function appendStatement({ into, columns, keys, owned }: Merge, { how, values }: MergeRow, part: string, text: (value: string) => string): string {
  const last = columns.at(-1)!
  const of = [...columns.slice(0, keys), ...(how === 'change' && owned !== undefined ? [owned] : [])]
  return `UPDATE ${into} SET ${last} = ${last} || ${part} WHERE ${of.map(c => `${c} = ${text(values[columns.indexOf(c)]!)}`).join(' AND ')}`
}
