"""The notebook's steps as they stand there, timed in a process of their own.

Reads lines "score chains steps" and answers each with microseconds a step: wall time, then processor time.
"""
import sys
import time

import torch

ETA = 0.01


def gaussian(x):
    return -x


def mixture(x):
    left, right = torch.tensor([-2.0, 0.0]), torch.tensor([2.0, 0.0])
    p = torch.exp(-0.5 * ((x - left) ** 2).sum(dim=-1, keepdim=True))
    q = torch.exp(-0.5 * ((x - right) ** 2).sum(dim=-1, keepdim=True))
    return (p * (left - x) + q * (right - x)) / (p + q)


def double_well(x):
    leaf = x.clone().requires_grad_(True)
    energy = (leaf[:, 0] ** 2 + leaf[:, 1] ** 2 - 1) ** 2 + 0.5 * leaf[:, 1] ** 2
    return -torch.autograd.grad(energy.sum(), leaf)[0]


SCORES = {"gaussian": gaussian, "mixture": mixture, "double-well": double_well}


def run(score, x, steps):
    for _ in range(steps):
        x = x + ETA * score(x) + (2 * ETA) ** 0.5 * torch.randn_like(x)
    return x


print("PyTorch", torch.__version__, "threads", torch.get_num_threads(), flush=True)
for line in sys.stdin:
    name, chains, steps = line.split()
    start = torch.zeros(int(chains), 2)
    run(SCORES[name], start, max(3, int(steps) // 4))  # not timed: the first steps also ask the system for memory
    wall, cpu = time.perf_counter(), time.process_time()
    run(SCORES[name], start, int(steps))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(wall * 1e6 / int(steps), cpu * 1e6 / int(steps), flush=True)
