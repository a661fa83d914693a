"""PyTorch, as its experts would write it for this work.

Denormals are flushed, Adam is fused, sequences go time-major, nothing is
asked of a tensor before the end, and predictions are made in inference mode.
"""

import math
import os
import sys
import time

import torch
from torch import nn

from work import Work, serve

RNNS = {"SimpleRNN": nn.RNN, "LSTM": nn.LSTM, "GRU": nn.GRU}


class Net(nn.Module):
    def __init__(self, work):
        super().__init__()
        self.reads_words = work.kind == "reviews"
        if self.reads_words:
            self.embedding = nn.Embedding(work.words, work.size)
        inputs = work.size or work.words
        self.rnn = RNNS[work.cell](inputs, work.units)
        self.dense = nn.Linear(
            work.units, 1 if self.reads_words else work.words
        )
        self.take(work, inputs)

    @torch.no_grad()
    def take(self, work, inputs):
        """Takes Keras' weights: transposed, and GRU's gates in r, z, n."""
        gates = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[work.cell]
        wide, outputs = gates * work.units, self.dense.out_features
        bias = (2, wide) if work.cell == "GRU" else (wide,)
        shapes = [(inputs, wide), (work.units, wide), bias]
        shapes += [(work.units, outputs), (outputs,)]
        if self.reads_words:
            shapes.insert(0, (work.words, work.size))
        weights = [torch.from_numpy(w) for w in work.weights(shapes)]
        if self.reads_words:
            self.embedding.weight.copy_(weights.pop(0))
        kernel, recurrent, bias, dense, dense_bias = weights

        def turned(w):
            w = w.T
            if work.cell == "GRU":
                z, r, n = w.chunk(3)
                w = torch.cat([r, z, n])
            return w

        self.rnn.weight_ih_l0.copy_(turned(kernel))
        self.rnn.weight_hh_l0.copy_(turned(recurrent))
        if work.cell == "GRU":
            self.rnn.bias_ih_l0.copy_(turned(bias[0]))
            self.rnn.bias_hh_l0.copy_(turned(bias[1]))
        else:
            # Keras has one bias. Two that learn would move twice as far.
            self.rnn.bias_ih_l0.copy_(bias)
            self.rnn.bias_hh_l0.zero_()
            self.rnn.bias_hh_l0.requires_grad_(False)
        self.dense.weight.copy_(dense.T)
        self.dense.bias.copy_(dense_bias)

    def forward(self, x):
        """Logits for time-major input."""
        if self.reads_words:
            y, _ = self.rnn(self.embedding(x))
            return self.dense(y[-1]).squeeze(-1)
        y, _ = self.rnn(x)
        return self.dense(y)


class Worker:
    def __init__(self, work):
        self.work = work
        self.net = Net(work)
        moving = [p for p in self.net.parameters() if p.requires_grad]
        self.adam = torch.optim.Adam(moving, lr=1e-3, fused=True)
        self.done = 0
        self.reads_words = work.kind == "reviews"
        self.x = torch.from_numpy(work.x).long()
        self.y = torch.from_numpy(work.y)
        if not self.reads_words:
            self.y = self.y.long()
            self.x = nn.functional.one_hot(self.x, work.words).float()

    def loss(self, x, y):
        z = self.net(x.transpose(0, 1).contiguous())
        if self.reads_words:
            return nn.functional.binary_cross_entropy_with_logits(z, y)
        z = z.reshape(-1, self.work.words)
        return nn.functional.cross_entropy(z, y.T.reshape(-1))

    def train(self, count):
        start = time.perf_counter()
        size = self.work.batch
        for first, part in self.work.parts(self.done, count):
            for batch in range(first, first + part):
                rows = slice(batch * size, (batch + 1) * size)
                self.done += 1
                # Keras' ε stands outside of the correction.
                self.adam.param_groups[0]["eps"] = 1e-7 / math.sqrt(
                    1 - 0.999**self.done
                )
                self.adam.zero_grad(set_to_none=True)
                self.loss(self.x[rows], self.y[rows]).backward()
                self.adam.step()
        return 1000 * (time.perf_counter() - start) / count

    @torch.inference_mode()
    def check(self):
        rows = slice(0, 4 * self.work.batch)
        loss = self.loss(self.x[rows], self.y[rows]).item()
        return loss, self.outputs(self.x[rows])

    def outputs(self, x):
        z = self.net(x.transpose(0, 1).contiguous())
        if self.reads_words:
            return torch.sigmoid(z)
        return torch.softmax(z, -1).transpose(0, 1)

    @torch.inference_mode()
    def predict(self, batch):
        parts = [
            self.outputs(self.x[start : start + batch])
            for start in range(0, self.work.samples, batch)
        ]
        torch.cat(parts)


if __name__ == "__main__":
    torch.set_flush_denormal(True)
    threads = int(os.environ["UNROLLED_THREADS"])
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    serve(Worker(Work(sys.argv[1])), f"PyTorch {torch.__version__}")
