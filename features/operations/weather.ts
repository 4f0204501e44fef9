import { avg, between, featureView, max, sum } from 'featplan'
import { region } from '../entities.ts'
import { weather } from '../sources/routes.ts'
import { day } from '../windows.ts'

/** The weather of a region on the day before: what routes look up. */
export const regionWeather = featureView(
  'region_weather',
  { entity: region, owner: 'operations' },
  {
    /** Rain and snow of the day before. */
    precipitation_mm_1d: sum(weather.c.precipitation_mm)
      .over(day)
      .with({ unit: 'mm', checks: [between(0, 1_000)] }),
    /** Mean temperature of the day before. */
    temperature_c_1d: avg(weather.c.temperature_c)
      .over(day)
      .with({ unit: '°C', checks: [between(-60, 60)] }),
    /** The strongest wind of the day before. */
    wind_kmh_1d: max(weather.c.wind_kmh)
      .over(day)
      .with({ unit: 'km/h', checks: [between(0, 400)] }),
  },
)
