"""The five questions in PyTorch, from start to answer."""

import json
import os

import torch
from torch import nn

from memory import peak_memory
from questions import ANSWERS, table

torch.set_num_threads(int(os.environ["UNROLLED_THREADS"]))
torch.set_flush_denormal(True)
x = torch.tensor(table())[..., None]
y = torch.tensor(ANSWERS)
rnn, dense = nn.RNN(1, 50, batch_first=True), nn.Linear(50, 4)


def scores(x):
    return dense(rnn(x)[0][:, -1])


adam = torch.optim.Adam([*rnn.parameters(), *dense.parameters()], fused=True)
for _ in range(20):
    adam.zero_grad()
    nn.functional.cross_entropy(scores(x), y).backward()
    adam.step()
with torch.inference_mode():
    (scores(x).argmax(-1) == y).float().mean().item()
    scores(x[1:2]).argmax().item()
print(json.dumps({"memory": peak_memory()}), flush=True)
