/** What the statement that made a dynamic table says. */
export interface TableText {
  /** The query behind AS. */
  readonly query: string
  /** Tags of Snowflake's feature store by entity: its keys. */
  readonly entities: Readonly<Record<string, readonly string[]>>
  /** The JSON that its feature store keeps with a view; null where the table is none of it. */
  readonly metadata: Readonly<Record<string, unknown>> | null
}

const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*.*?\*\/|[()]|[A-Za-z_$][\w$]*/gs

/** Parts a CREATE DYNAMIC TABLE at the AS before its query; null where there is none. */
export function tableText(text: string): TableText | null {
  const at = bodyStart(text)
  if (at === null) return null
  const header = text.slice(0, at.header)
  const tags = [...header.matchAll(/\bSNOWML_(FEATURE_STORE_ENTITY_([\w$]+)|FEATURE_VIEW_METADATA)"?\s*=\s*'((?:[^']|'')*)'/gi)]
  const entities = tags.flatMap(([, , entity, keys]) => (entity === undefined ? [] : [[entity, keys!.split(',').map(k => k.trim())] as const]))
  const metadata = tags.find(([, , entity]) => entity === undefined)?.[3]
  return {
    query: text.slice(at.query).trim().replace(/;\s*$/, ''),
    entities: Object.fromEntries(entities),
    metadata: metadata === undefined ? null : jsonOf(metadata.replaceAll("''", "'")),
  }
}

function bodyStart(text: string): { readonly header: number; readonly query: number } | null {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '(') depth++
    else if (token === ')') depth--
    else if (depth === 0 && token.toLowerCase() === 'as') return { header: index, query: index + token.length }
  }
  return null
}

function jsonOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null // written by something else
  }
}
