/** A string as the engine below reads it. */
export function textBelow(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}
