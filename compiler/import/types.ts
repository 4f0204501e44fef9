/** Type names of Snowpark and the words that `snow feature` takes in their place -> a column type of ours. */
const types: Readonly<Record<string, string>> = {
  stringtype: 'varchar()',
  str: 'varchar()',
  string: 'varchar()',
  longtype: 'integer()',
  integertype: 'integer()',
  shorttype: 'integer()',
  bytetype: 'integer()',
  int: 'integer()',
  integer: 'integer()',
  long: 'integer()',
  doubletype: 'float()',
  floattype: 'float()',
  float: 'float()',
  double: 'float()',
  number: 'float()',
  booleantype: 'boolean()',
  bool: 'boolean()',
  boolean: 'boolean()',
  timestamptype: 'timestamp()',
  datetime: 'timestamp()',
  timestamp: 'timestamp()',
  datetype: 'date()',
  varianttype: 'variant()',
  arraytype: 'variant()',
  maptype: 'variant()',
  structtype: 'variant()',
}

/** The column type for a type of `snow feature`; null where we have none. */
export function columnType(name: string, precision: number | null, scale: number | null): string | null {
  const word = name.toLowerCase()
  if (word === 'decimaltype' || word === 'decimal') return `number(${precision ?? 38}, ${scale ?? 0})`
  return types[word] ?? null
}
