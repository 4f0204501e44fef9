import { entry } from './entry.ts'

export const warehouseCodes = {
  F600: entry<{ readonly what: string }>({
    severity: 'error',
    message: p => p.what,
    explain: 'placeholder of the warehouse stage, to be replaced by its first code',
  }),
}
