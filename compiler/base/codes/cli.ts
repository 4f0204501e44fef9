import { entry } from './entry.ts'

export const cliCodes = {
  F700: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the cli stage, to be replaced by its first code',
  }),
}
