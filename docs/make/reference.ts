import { aggregatesMarkdown } from './aggregates.ts'
import { commandsMarkdown } from './commands.ts'
import { functionsMarkdown } from './functions.ts'
import { documentedLanguage, languageMarkdown } from './language.ts'
import { servingsMarkdown } from './servings.ts'
import { typesMarkdown } from './types.ts'

/** The pages under docs/reference that are made from code, by file name. */
export function referencePages(): Readonly<Record<string, string>> {
  const documented = documentedLanguage()
  return {
    'language.md': languageMarkdown(documented),
    'functions.md': functionsMarkdown(),
    'aggregates.md': aggregatesMarkdown(documented),
    'serving.md': servingsMarkdown(),
    'types.md': typesMarkdown(documented),
    'commands.md': commandsMarkdown(),
  }
}
