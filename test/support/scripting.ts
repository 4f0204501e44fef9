/** The statements of the block of a procedure of ours that are plain SQL; none where the text creates no procedure. */
export function statementsWithin(sql: string): readonly string[] {
  const block = /\nAS\n(\$\$|')\n?([^]*?)\n?\1$/.exec(sql)
  if (!sql.startsWith('CREATE OR REPLACE PROCEDURE') || block === null) return []
  const text = block[1] === '$$' ? block[2]! : block[2]!.replaceAll("''", "'").replaceAll('\\\\', '\\')
  return separated(text)
    .map(s => s.replace(/^(?:(?:BEGIN|ELSE|EXCEPTION|WHEN OTHER THEN|(?:ELSE)?IF \([^\n]*\) THEN)\s+)+(?!TRANSACTION)/, ''))
    .filter(s => /^(INSERT|UPDATE|DELETE|MERGE|SELECT|CALL|EXECUTE|ALTER)\b/.test(s))
}

/** Splits at semicolons outside quotes and comments. */
export function separated(text: string): readonly string[] {
  const parts = text.matchAll(/(?:'(?:\\.|''|[^'\\])*'|"(?:""|[^"])*"|--[^\n]*|[^;'"-]|-(?!-))+/g)
  return [...parts].map(m => m[0].trim()).filter(s => s !== '')
}
