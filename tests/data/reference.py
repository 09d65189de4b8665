"""What PyTorch gives for each section of the course, run alone after torch.manual_seed(seed).

    python3 tests/data/reference.py 42 7 2025

writes pytorch-seed-42.json and so on beside this file. The tests hold the Java lessons to these numbers.
"""
import json
import pathlib
import sys

import torch

torch.set_num_threads(1)

LEFT, RIGHT = torch.tensor([-2.0, 0.0]), torch.tensor([2.0, 0.0])


def mixture(x):
    p = torch.exp(-0.5 * ((x - LEFT) ** 2).sum(dim=-1, keepdim=True))
    q = torch.exp(-0.5 * ((x - RIGHT) ** 2).sum(dim=-1, keepdim=True))
    return (p * (LEFT - x) + q * (RIGHT - x)) / (p + q)


def double_well(x):
    return (x[:, 0] ** 2 + x[:, 1] ** 2 - 1) ** 2 + 0.5 * x[:, 1] ** 2


def chain(score, x, steps, eta):
    """The start, then x after each step."""
    yield x
    for _ in range(steps):
        x = x + eta * score(x) + (2 * eta) ** 0.5 * torch.randn_like(x)
        yield x


def ends(start, end):
    return {
        "initial_first3": start[:3].tolist(),
        "final_first3": end[:3].tolist(),
        "mean": end.mean(0).tolist(),
        "std": end.std(0).tolist(),
    }


def run(seed, score, start, steps, eta):
    torch.manual_seed(seed)
    return list(chain(score, start(), steps, eta))


def chains(seed):
    line = run(seed, torch.neg, lambda: torch.tensor([4.0]), 1000, 0.01)
    plane = run(seed, torch.neg, lambda: torch.randn(200, 2) * 3, 500, 0.01)
    gaussian = run(seed, torch.neg, lambda: torch.randn(500, 2) * 4, 1000, 0.01)
    modes = run(seed, mixture, lambda: torch.randn(1000, 2) * 4, 2000, 0.005)
    moving = run(seed, mixture, lambda: torch.randn(300, 2) * 4, 200, 0.01)
    frames = [moving[0]] + moving[1::2]  # after updates 1, 3, 5, ...
    return {
        "langevin-1d": {"final": line[-1].item(), "at": {str(t): line[t].item() for t in (1, 2, 10, 100, 500, 1000)}},
        "langevin-2d": ends(plane[0], plane[-1]),
        "langevin-gaussian": ends(gaussian[0], gaussian[-1]),
        "bimodal-sampling": {
            **ends(modes[0], modes[-1]),
            "right_half": int((modes[-1][:, 0] > 0).sum()),
            "nan": bool(torch.isnan(modes[-1]).any()),
        },
        "langevin-animation": {
            "frames": len(frames),
            **{f"frame{k}_first3": frames[k][:3].tolist() for k in (0, 1, 50)},
            "last_first3": frames[-1][:3].tolist(),
        },
    }


def grid(low1, high1, low2, high2, n):
    a, b = torch.meshgrid(torch.linspace(low1, high1, n), torch.linspace(low2, high2, n), indexing="ij")
    return torch.stack([a.flatten(), b.flatten()], dim=-1)  # x1 varies slowest


def fields():
    """No seed in these: they stand in the file of seed 42 only."""
    x = grid(-3, 3, -3, 3, 15)
    leaf = x.clone().requires_grad_(True)
    energy = double_well(leaf)
    score = -torch.autograd.grad(energy.sum(), leaf)[0]
    well = {str(k): {"x": x[k].tolist(), "s": score[k].tolist(), "energy": energy[k].item()}
            for k in (0, 7, 31, 52, 97, 112, 113, 118, 150, 224)}
    y = grid(-5, 5, -4, 4, 20)
    s = mixture(y)
    modes = {str(k): {"x": y[k].tolist(), "s": s[k].tolist()} for k in (0, 63, 133, 190, 209, 210, 266, 399)}
    return {
        "score-from-energy": {"grid": "15x15 over [-3,3]^2, x1 varies slowest", "rows": well},
        "bimodal-field": {"grid": "20x20 over [-5,5]x[-4,4], x1 varies slowest", "rows": modes},
    }


for argument in sys.argv[1:]:
    seed = int(argument)
    numbers = {"seed": seed, **chains(seed), **(fields() if seed == 42 else {})}
    path = pathlib.Path(__file__).with_name(f"pytorch-seed-{seed}.json")
    path.write_text(json.dumps(numbers, indent=1) + "\n")
    print(path.name)
