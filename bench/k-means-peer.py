# Answers each number of clusters on stdin with the seconds and inertia of scikit-learn's k-means, as a line of JSON.
import json, sys, time, warnings
import numpy as np
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
directory, columns, iterations = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
points = np.fromfile(f"{directory}/points.f32", dtype=np.float32).reshape(-1, columns)
KMeans(8, init=points[:8], n_init=1, max_iter=1).fit(points[:4096])
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    start = np.fromfile(f"{directory}/start.f32", dtype=np.float32).reshape(int(line), columns)
    begin, cpu_begin = time.perf_counter(), time.process_time()
    fit = KMeans(int(line), init=start, n_init=1, max_iter=iterations, tol=0).fit(points)
    seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu_begin
    answer = {"seconds": round(seconds, 3), "cpuSeconds": round(cpu, 3), "inertia": float(fit.inertia_)}
    print(json.dumps(answer), flush=True)
