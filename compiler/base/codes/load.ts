import { entry } from './entry.ts'

export const loadCodes = {
  F100: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the load stage, to be replaced by its first code',
  }),
}
