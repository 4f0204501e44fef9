import { entry } from './entry.ts'

export const analyzeCodes = {
  F300: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the analyze stage, to be replaced by its first code',
  }),
}
