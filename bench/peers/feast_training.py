"""Features as of each label by Feast's DuckDB offline store, from the daily table, to Arrow. Registering the definitions is not in the time."""

import os
import sys
import warnings
from datetime import timedelta
from pathlib import Path

warnings.filterwarnings("ignore")
os.environ["FEAST_USAGE"] = "False"

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from feast import Entity, FeatureStore, FeatureView, Field, FileSource, RepoConfig, ValueType
from feast.types import Float64, Int64

from measured import measured

# The time to live is that of Feast where it says `default`, else a number of days; the labels are asked for in so many calls;
# each further argument is a view: `n_7:Int64,sum_7:Float64`.
daily, labels, out, folder, ttl, calls = sys.argv[1:7]
views = [[f.split(":") for f in view.split(",")] for view in sys.argv[7:]]
types = {"Int64": Int64, "Float64": Float64}


def store():
    registry = Path(folder) / "registry.db"
    registry.unlink(missing_ok=True)
    config = RepoConfig(
        project="w2",
        provider="local",
        registry=str(registry),
        offline_store={"type": "duckdb"},
        online_store=None,
        entity_key_serialization_version=3,
    )
    made = FeatureStore(config=config)
    key = Entity(name="k", join_keys=["k"], value_type=ValueType.INT64)
    lives = {} if ttl == "default" else {"ttl": timedelta(days=int(ttl))}
    source = FileSource(name="daily", path=daily, timestamp_field="feature_time")
    made.apply([key, *(
        FeatureView(name=f"v{i}", entities=[key], schema=[Field(name=n, dtype=types[t]) for n, t in view], source=source, online=False, **lives)
        for i, view in enumerate(views)
    )])
    return made


def training(made):
    entities = pd.read_parquet(labels)
    entities["event_timestamp"] = entities["event_timestamp"].dt.tz_localize("UTC")
    features = [f"v{i}:{name}" for i, view in enumerate(views) for name, _ in view]
    size = -(-len(entities) // int(calls))
    for first in range(0, len(entities), size):
        kept.append(made.get_historical_features(entities[first : first + size].reset_index(drop=True), features).to_arrow())
    return sum(t.num_rows for t in kept)


kept = []
measured(training, store())
pq.write_table(pa.concat_tables(kept), out)
