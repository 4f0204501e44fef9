"""Workload W1 in pandas, by hand: daily tiles, every key on every day, rolling windows per key."""

import sys

import pandas as pd

from measured import measured


def w1(events, out):
    rows = pd.read_parquet(events, columns=["k", "ts", "amount", "ok"])
    rows["day"] = rows["ts"].dt.floor("D")
    rows["cents"] = (rows["amount"].astype("float64") * 100).round()
    tiles = rows.groupby(["k", "day"], sort=False).agg(n=("cents", "size"), sum=("cents", "sum"), max=("cents", "max"), ok=("ok", "sum"))
    days = pd.date_range(rows["day"].min(), rows["day"].max(), freq="D")
    grid = pd.MultiIndex.from_product([sorted(rows["k"].unique()), days], names=["k", "day"])
    dense = tiles.reindex(grid)
    filled = dense[["n", "sum", "ok"]].fillna(0).groupby(level="k", sort=False)
    largest = dense["max"].groupby(level="k", sort=False)
    result = pd.DataFrame({"k": grid.get_level_values("k"), "feature_time": grid.get_level_values("day") + pd.Timedelta(days=1)})
    for size in (7, 30, 90):
        rolling = filled.rolling(size, min_periods=1).sum().round()
        n = rolling["n"].to_numpy()
        result[f"n_{size}"] = n.astype("int64")
        result[f"sum_{size}"] = (rolling["sum"] / 100).where(rolling["n"] > 0).to_numpy()
        result[f"max_{size}"] = (largest.rolling(size, min_periods=1).max() / 100).to_numpy()
        if size == 30:
            result["ok_30"] = (rolling["ok"] / rolling["n"]).where(rolling["n"] > 0).to_numpy()
    result.to_parquet(out, index=False)
    return len(result)


measured(w1, *sys.argv[1:])
