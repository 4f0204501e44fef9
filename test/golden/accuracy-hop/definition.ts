import { count, entity, events, featureView, float, max, timestamp, varchar } from 'featplan'

// Windows that begin at multiples of 6 hours: 36 hours do, 10 hours count 12 at each point
export const sensor = entity('sensor', { keys: { sensor_id: varchar() } })
export const readings = events('raw.readings', { entities: [sensor], columns: { sensor_id: varchar(), heat: float(), read_at: timestamp() }, eventTime: 'read_at', defines: [sensor] })
export const sensorHeat = featureView(
  'sensor_heat',
  { entity: sensor, every: '1d', accuracy: { hop: '6h' } },
  { hottest_36h: max(readings.c.heat).over('36h'), readings_10h: count(readings).over('10h') },
)
