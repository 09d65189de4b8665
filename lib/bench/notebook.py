"""The notebook's steps as they stand there, timed in a process of their own.

Its argument is a device, cpu, cuda:0 or mps; where this PyTorch does not have it, the steps run on the CPU.
It says what it is and where it computes, separated by a tab. Then it reads lines "score chains steps" and answers each with microseconds a step: wall time, then processor time.
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


def settle():
    """Waits for the device: a GPU is given work, and is not done when the call is."""
    if DEVICE.startswith("cuda"):
        torch.cuda.synchronize()
    elif DEVICE == "mps":
        torch.mps.synchronize()


def device(wanted):
    try:
        torch.zeros(1, device=wanted)
        if wanted != "cpu":
            torch.set_default_device(wanted)  # the notebook's own lines make their tensors there
        return wanted
    except Exception:
        return "cpu"


DEVICE = device(sys.argv[1] if len(sys.argv) > 1 else "cpu")
SCORES = {"gaussian": gaussian, "mixture": mixture, "double-well": double_well}


def run(score, x, steps):
    for _ in range(steps):
        x = x + ETA * score(x) + (2 * ETA) ** 0.5 * torch.randn_like(x)
    return x


threads = "" if DEVICE != "cpu" else " threads " + str(torch.get_num_threads())
print("PyTorch " + torch.__version__ + threads + "\t" + DEVICE, flush=True)
for line in sys.stdin:
    name, chains, steps = line.split()
    start = torch.zeros(int(chains), 2)
    run(SCORES[name], start, max(3, int(steps) // 4))  # not timed: the first steps also ask the system for memory
    settle()
    wall, cpu = time.perf_counter(), time.process_time()
    run(SCORES[name], start, int(steps))
    settle()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(wall * 1e6 / int(steps), cpu * 1e6 / int(steps), flush=True)
