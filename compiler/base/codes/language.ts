import { entry } from './entry.ts'

export const languageCodes = {
  F200: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the language stage, to be replaced by its first code',
  }),
}
