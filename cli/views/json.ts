/** The version of everything printed by --json: the minor grows when fields are added, the major when a reader could break. */
export const formatVersion = '1.0'

/** One JSON document, with the format's version first. */
export function jsonText(content: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ format_version: formatVersion, ...content }, null, 2)}\n`
}
