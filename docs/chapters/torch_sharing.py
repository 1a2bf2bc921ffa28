import numpy as np
import torch

a = np.array([1.0, 2.0, 3.0])
t = torch.from_numpy(a)  # 같은 메모리를 torch.Tensor로 읽습니다
print(type(t).__name__, t.dtype, tuple(t.shape))

t[0] = 100
print("텐서를 고친 뒤의 배열:", a)

a[1] = -1
print("배열을 고친 뒤의 텐서:", t)

print("첫 원소의 주소가 같은가:", t.data_ptr() == a.ctypes.data)

copied = torch.tensor(a)  # 이쪽은 복사합니다
copied[2] = 0
print("복사본을 고친 뒤의 배열:", a)

back = t.numpy()
print(type(back).__name__, np.shares_memory(a, back))
