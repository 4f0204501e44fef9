import { entry } from './entry.ts'

export const planCodes = {
  F500: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the plan stage, to be replaced by its first code',
  }),
}
