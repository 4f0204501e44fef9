import { jsonText } from './json.ts'
import { plural } from './paint.ts'

export interface GenerateResult {
  /** How many files there are. */
  readonly files: number
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export function generateView(result: GenerateResult): string {
  const lines = [...result.changed.map(f => `wrote   generated/${f}\n`), ...result.removed.map(f => `removed generated/${f}\n`)]
  const count = plural(result.files, 'file')
  return lines.length === 0 ? `generated/ is current: ${count}.\n` : `${lines.join('')}${count} in generated/.\n`
}

export function generateJson(result: GenerateResult): string {
  return jsonText({ ...result })
}
