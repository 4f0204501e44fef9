import { entity, events, featureView, float, max, timestamp, varchar } from 'featplan'

// 36 hours at a daily cadence: event tiles of 12 hours
export const sensor = entity('sensor', { keys: { sensor_id: varchar() } })
export const readings = events('raw.readings', { entities: [sensor], columns: { sensor_id: varchar(), heat: float(), read_at: timestamp() }, eventTime: 'read_at', defines: [sensor] })
export const sensorHeat = featureView('sensor_heat', { entity: sensor, every: '1d' }, { hottest_36h: max(readings.c.heat).over('36h') })
