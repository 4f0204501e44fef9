import { entry } from './entry.ts'

export const lowerCodes = {
  F400: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the lower stage, to be replaced by its first code',
  }),
}
