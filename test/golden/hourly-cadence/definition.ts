import { avg, entity, events, featureView, float, timestamp, varchar } from 'featplan'

export const sensor = entity('sensor', { keys: { sensor_id: varchar() } })
export const readings = events('raw.readings', { entities: [sensor], columns: { sensor_id: varchar(), heat: float(), read_at: timestamp() }, eventTime: 'read_at', defines: [sensor] })
export const sensorHeat = featureView('sensor_heat', { entity: sensor, every: '1h' }, { mean_6h: avg(readings.c.heat).over('6h') })
