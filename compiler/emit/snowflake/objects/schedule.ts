import type { ObjectSchedule } from '../../../ir/object.ts'
import { textLiteral } from '../literals.ts'

/** As tasks say it; alerts and metrics count in single minutes. */
export function scheduleText(schedule: ObjectSchedule, unit: 'MINUTES' | 'MINUTE'): string {
  return textLiteral('minutes' in schedule ? `${schedule.minutes} ${unit}` : `USING CRON ${schedule.cron} ${schedule.zone}`)
}
