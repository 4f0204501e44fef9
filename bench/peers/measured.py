"""What every peer prints: the time of its work, by the clock and by the processor, and the most memory that it held."""

import json
import resource
import sys
import time


def measured(work, *arguments):
    used = resource.getrusage(resource.RUSAGE_SELF)
    begun = time.perf_counter()
    rows = work(*arguments)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    json.dump({"wall": wall, "cpu": cpu, "memory": after.ru_maxrss * 1024, "rows": rows}, sys.stdout)
