"""Values by NumPy and SciPy.

{"format", "values": {id: [x, ...]}} on stdin, {"version", "names": [id, ...], "values": {id: [y, ...]}} on stdout.

Numbers travel as strings where JSON has none for them. Formulas are those that a user writes with these functions.
"""

import json
import sys

import numpy as np
import scipy
from scipy.special import expit, log_expit, ndtr

recipes = {
    "relu": lambda x: np.maximum(x, x.dtype.type(0)),
    "elu": lambda x: np.where(x > 0, x, np.expm1(x)),
    "sigmoid": expit,
    "log_sigmoid": log_expit,
    "tanh": np.tanh,
    "exponential": np.exp,
    "sine": np.sin,
    "silu": lambda x: x * expit(x),
    "gelu": lambda x: x * ndtr(x),
    "softplus": lambda x: np.logaddexp(x.dtype.type(0), x),
    "mish": lambda x: x * np.tanh(np.logaddexp(x.dtype.type(0), x)),
    "softsign": lambda x: x / (1 + np.abs(x)),
    "tanh_shrink": lambda x: x - np.tanh(x),
    "abs": np.abs,
    "sign": np.sign,
}

request = json.load(sys.stdin)
kind = np.dtype(request["format"])
values = {}
with np.errstate(all="ignore"):
    for name, xs in request["values"].items():
        if name in recipes:
            ys = recipes[name](np.array([float(x) for x in xs], kind))
            assert ys.dtype == kind, name
            values[name] = [repr(float(y)) for y in ys]
version = f"{scipy.__version__}, NumPy {np.__version__}"
json.dump({"version": version, "names": list(recipes), "values": values}, sys.stdout)
