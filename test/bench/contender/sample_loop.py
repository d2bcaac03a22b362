"""The sample loop of the TargetADS documents ("Raw Data API", paging), with their retry helper around requests.post.

Usage: python3 sample_loop.py URL ROWS PAGE_SIZE CERTIFICATE. Prints one JSON object.
"""
import json
import re
import sys
import time

import requests

url, rows, limit, certificate = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
headers = {"Authorization": "Bearer bench", "Content-Type": "application/json"}


def get_raw_data_with_retry(payload, max_retries=3):
    for attempt in range(max_retries):
        try:
            response = requests.post(url, json=payload, headers=headers, verify=certificate)
            if response.status_code == 429:
                time.sleep(60)
                continue
            if response.status_code == 500:
                time.sleep(2**attempt)
                continue
            response.raise_for_status()
            return response.json()
        except requests.exceptions.RequestException:
            if attempt == max_retries - 1:
                raise
            time.sleep(2**attempt)
    raise Exception("Max retries exceeded")


def memory(name):
    try:
        with open("/proc/self/status") as status:
            return int(re.search(rf"^{name}:\s+(\d+) kB$", status.read(), re.M).group(1)) * 1024
    except OSError:
        return 0


def forget_peak():
    try:
        with open("/proc/self/clear_refs", "w") as refs:
            refs.write("5")
    except OSError:
        pass


get_raw_data_with_retry({"Offset": 0, "Limit": 10})
forget_peak()
idle = memory("VmRSS")
started, processor = time.perf_counter(), time.process_time()

offset = 0
all_data = []
while True:
    answer = get_raw_data_with_retry({"Offset": offset, "Limit": limit})
    all_data.extend(answer["data"])
    if not answer["has_more"]:
        break
    offset += limit

print(
    json.dumps(
        {
            "rows": len(all_data),
            "ms": (time.perf_counter() - started) * 1000,
            "cpuMs": (time.process_time() - processor) * 1000,
            "idleBytes": idle,
            "peakBytes": memory("VmHWM"),
        }
    )
)
