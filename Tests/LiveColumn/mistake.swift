// A program that stops: what it said before must be kept, and why it stopped
// must be said.

import LessonRuntime
import Tensors

_begin(1)
print("before")
print(Tensor([1, 2]) + Tensor([1, 2, 3]))
print("after")
_end(1)
