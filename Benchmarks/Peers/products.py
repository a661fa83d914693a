"""Products of square matrices in NumPy or PyTorch, in GFLOP/s."""

import json
import os
import sys
import time


def speed(product, size, seconds=0.3):
    rounds = max(1, 4_000_000 // size**3)
    best = total = 0.0
    while total < seconds:
        start = time.perf_counter()
        for _ in range(rounds):
            product()
        took = time.perf_counter() - start
        best = max(best, 2 * size**3 * rounds / took / 1e9)
        total += took
    return best


def numpy_product(size):
    import numpy as np

    a = np.random.rand(size, size).astype(np.float32)
    b = np.random.rand(size, size).astype(np.float32)
    return lambda: a @ b


def torch_product(size):
    import torch

    torch.set_num_threads(int(os.environ["UNROLLED_THREADS"]))
    a, b = torch.rand(size, size), torch.rand(size, size)
    return lambda: a @ b


if __name__ == "__main__":
    product = numpy_product if sys.argv[1] == "NumPy" else torch_product
    found = {str(n): speed(product(n), n) for n in (64, 256, 1024)}
    print(json.dumps(found))
