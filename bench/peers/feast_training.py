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

daily, labels, out, folder, counts, values = sys.argv[1:]
counts, values = counts.split(","), values.split(",")


def store():
    registry = Path(folder) / "registry.db"
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
    fields = [Field(name=c, dtype=Int64) for c in counts] + [Field(name=c, dtype=Float64) for c in values]
    source = FileSource(name="daily", path=daily, timestamp_field="feature_time")
    # A row is there for each day: with a time to live of one, Feast joins the least that it can.
    made.apply([key, FeatureView(name="w1", entities=[key], schema=fields, source=source, online=False, ttl=timedelta(days=1))])
    return made


def training(made):
    entities = pd.read_parquet(labels)
    entities["event_timestamp"] = entities["event_timestamp"].dt.tz_localize("UTC")
    result = made.get_historical_features(entities, [f"w1:{c}" for c in counts + values]).to_arrow()
    kept.append(result)
    return result.num_rows


kept = []
measured(training, store())
pq.write_table(pa.table(kept[0]), out)
