import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('..', import.meta.url))

/** TypeScript files below these folders, relative to the repository. */
export function filesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap(folder =>
    readdirSync(`${repository}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name}`)
      .toSorted(),
  )
}
