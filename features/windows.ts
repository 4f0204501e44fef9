import { window } from 'featplan'

export const day = window('1d', { description: 'the day before' })
export const week = window('7d', { description: 'the last 7 days' })
export const month = window('30d', { description: 'the last 30 days' })
export const monthBefore = window('30d', { offset: '30d', description: 'the 30 days before the last 30' })
export const quarter = window('90d', { description: 'the last 90 days' })
export const ever = window('lifetime', { description: 'all that is known' })
