"""Workload W1 in Polars, by hand: daily tiles, every key on every day, rolling windows per key. Money is counted in cents, so that sums are exact."""

import sys
from datetime import timedelta

import polars as pl

from measured import measured


def w1(events, out):
    day = pl.col("ts").dt.truncate("1d").alias("day")
    cents = (pl.col("amount").cast(pl.Float64) * 100).round().cast(pl.Int64)
    tiles = (
        pl.scan_parquet(events)
        .with_columns(day, cents.alias("cents"))
        .group_by("k", "day")
        .agg(pl.len().cast(pl.Int64).alias("n"), pl.col("cents").sum().alias("sum"), pl.col("cents").max().alias("max"), pl.col("ok").sum().cast(pl.Int64).alias("ok"))
        .collect()
    )
    days = pl.DataFrame({"day": pl.datetime_range(tiles["day"].min(), tiles["day"].max(), "1d", eager=True).cast(tiles["day"].dtype)})
    grid = tiles.select("k").unique().join(days, how="cross").sort("k", "day")
    rows = grid.lazy().join(tiles.lazy(), on=["k", "day"], how="left", maintain_order="left")

    def over(column, size):
        return pl.col(column).fill_null(0).rolling_sum(size, min_samples=1).over("k", mapping_strategy="group_to_rows")

    features = [pl.col("k"), (pl.col("day") + timedelta(days=1)).alias("feature_time")]
    for size in (7, 30, 90):
        n = over("n", size)
        features.append(n.alias(f"n_{size}"))
        features.append(pl.when(n > 0).then(over("sum", size) / 100).alias(f"sum_{size}"))
        features.append((pl.col("max").rolling_max(size, min_samples=1).over("k") / 100).alias(f"max_{size}"))
    n_30 = over("n", 30)
    features.append(pl.when(n_30 > 0).then(over("ok", 30) / n_30).alias("ok_30"))
    result = rows.select(features).collect()
    result.write_parquet(out)
    return result.height


measured(w1, *sys.argv[1:])
