import { asOf, dimension, entity, events, featureView, float, sum, timestamp, varchar } from 'featplan'

export const customer = entity('customer', { keys: { customer_id: varchar() } })
export const region = entity('region', { keys: { country: varchar(), code: varchar() } })
export const customers = dimension('raw.customers', {
  entities: [customer], columns: { customer_id: varchar(), country: varchar(), code: varchar().nullable(), valid_from: timestamp() }, validFrom: 'valid_from', defines: [customer],
})
export const weather = events('raw.weather', { entities: [region], columns: { country: varchar(), code: varchar(), rain: float(), seen_at: timestamp() }, eventTime: 'seen_at', defines: [region] })
export const regionWeather = featureView('region_weather', { entity: region, every: '1d' }, { rain_3d: sum(weather.c.rain).over('3d') })
export const customerWeather = featureView('customer_weather', { entity: customer, every: '1d' }, {
  rain_at_home: region.at({ country: asOf(customers.c.country), code: asOf(customers.c.code) }, regionWeather.f.rain_3d).default(0),
})
